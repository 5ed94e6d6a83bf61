"""casebound-admin given what it cannot use: bad words, full disks, work that was cut off. Nothing is left half-done, and it says what to do.

    admin_refusals_test.py PROGRAM
"""
import datetime
import hashlib
import os
import resource
import shutil
import signal
import sys
import unittest

import desk
from desk import ADMIN, AGENT, BOSS, SAFE

IDS = ["", "a b", " a", "ü", "ágent", "../x", ".x", "-x", "_x", "a/b", "a\n", "a\u202eb", "x" * 65, "agent:one", "a\u0000b".replace("\0", "\x01")]
NAMES = ["", "a\u202eb", "a\x07b", "a\nb", "\u200b", "x" * 129]
DATES = ["", "2026-02-30", "2026-2-3", "20260203", "tomorrow", "2026-01-02 ", " 2026-01-02", "2026-01-02T00:00:00", "02/01/2026", "0000-00-00"]
NUMBERS = ["", "-1", "1e1", "ten", "99999999999999999999", "10.0", "0x10"]


def snapshot(*folders):
    return {str(path): path.read_bytes() for folder in folders if folder.exists() for path in sorted(folder.rglob("*")) if path.is_file()}


class BadWords(desk.AdminDesk):
    def untouched(self, *words, given=(), says):
        before = snapshot(self.folder)
        with self.subTest(words=words):
            self.refused(*words, given=given, says=says)
            self.assertEqual(snapshot(self.folder), before)

    def test_ids(self):
        self.office()
        for bad in IDS:
            if bad.startswith("-"):
                continue    # an option, not a word
            self.untouched("user", "add", bad, "--name", "A", "--role", "agent", given=(ADMIN, AGENT), says="An id has 1 to 64")
            self.untouched("user", "train", bad, says="Nobody on the roster")
            self.untouched("user", "remove", bad, says="Nobody on the roster")
            self.untouched("reviewer", "add", bad, "--certificate", "recovery.pem", says="An id has 1 to 64")
            self.untouched("workstation", "add", bad, "--data", "../other", given=(ADMIN,), says="is no name")
        self.assertFalse((self.folder.parent / "other").exists())
        for bad in IDS:
            other = self.folder.parent / "another"
            done = self.run_admin("init", f"--office={bad}", "--folder", str(other), given=(ADMIN, SAFE))
            self.assertEqual(done.returncode, 1, bad)
            self.assertRegex(done.stderr, "--office is needed")
            self.assertFalse(other.exists())

    def test_names_are_what_people_can_read(self):
        self.office()
        for bad in NAMES:
            self.untouched("user", "add", "new.three", f"--name={bad}", "--role", "agent", given=(ADMIN, AGENT), says="--name")
        self.good("user", "add", "new.three", "--name", "Núria O’Hara-Łukasz 王", "--role", "agent", given=(ADMIN, AGENT))
        self.assertIn("Núria O’Hara-Łukasz 王", self.good("user", "list"))

    def test_dates(self):
        self.office()
        for bad in DATES:
            self.untouched("user", "train", "agent.one", f"--on={bad}", says="--on is not a date")
            self.untouched("user", "train", "agent.one", "--on", "2026-01-02", f"--until={bad}", says="--until is not a date")
        self.untouched("user", "train", "agent.one", "--on", str(datetime.date.today() + datetime.timedelta(days=2)), says="in the future")
        self.untouched("user", "train", "agent.one", "--on", "2026-01-02", "--until", "2026-01-01", says="before the day of the training")

    def test_numbers(self):
        self.office()
        for bad in NUMBERS:
            for option in ("--house-years", "--administrative-years", "--idle-minutes", "--results-hours", "--pass-mark", "--metres"):
                self.untouched("policy", f"{option}={bad}", says="not a number|Nothing was changed")
            self.untouched("policy", f"--retention=criminal_case={bad}", says="SCHEDULE=YEARS|Nothing was changed")
            self.untouched("profile", "sign", f"--days={bad}", given=(ADMIN,), says="1 to 3650")

    def test_what_reviews_cannot_be(self):
        self.office()
        for bad in ("", "1e1", "101"):
            self.untouched("policy", f"--review=sample_percent={bad}", says="sample_percent is a number from 1 to 100: the share .* Nothing was changed")
        for name, least, most in (("period_days", 1, 92), ("repeat_count", 2, 1000)):
            for bad in (least - 1, most + 1):
                self.untouched("policy", f"--review={name}={bad}", says=f"{name} is a number from {least} to {most}: ")
        self.untouched("policy", "--review=colour=3", says="none of its names: period_days, sample_percent, ")
        self.untouched("policy", "--review=sample_least=201", says=r"sample_least \(201\) would be more than sample_most \(200\)")
        for bad in ("left_handed", "log_gap"):
            self.untouched("policy", f"--judge={bad}", says="names no indicator that has entries")
        for bad in ("repeat_plate",):
            self.untouched("policy", f"--leave={bad}", says="were not judged by the profile's word. Exceptions")
        for bad in ("mon", "mon=20:00-06:00", "fri-mon=06:00-20:00", "mon=6:00-20:00", "a b:mon=06:00-20:00"):
            self.untouched("policy", f"--shift={bad}", says="is .USER:.DAYS=FROM-TO")
        self.untouched("policy", "--no-shifts", "--shift=mon=06:00-20:00", says="the one or the other")
        for bad in ("agent.one,mine,TST1", ",own,TST1", "agent.one,own,TST*"):
            (self.folder.parent / "declared.csv").write_text(f"user,kind,plate\n{bad}\n", encoding="utf-8")
            self.untouched("policy", "--conflicts", "../declared.csv", says="Line 2 of ../declared.csv is not user,kind,plate")

    def test_addresses_pins_and_files(self):
        self.office()
        pin = "ab" * 32
        for bad in ("zz" + pin, pin[:-1], pin + "00", "sha256//" + pin[:56], " " + pin, ""):
            self.untouched("vendor", f"--pin={bad}", says="64 hexadecimal")
        for bad in ("http://vendor.example", "vendor.example", "https://", "https://a:b@vendor.example", "https://vendor.example/#x", "ftp://x"):
            self.untouched("vendor", "--address", bad, says="vendor.address")
        (self.folder.parent / "large").write_bytes(b" " * ((4 << 20) + 1))
        for bad in ("nothing.pem", "..", "../large"):
            self.untouched("vendor", "--ca", bad, says="cannot be read|larger than 4 MiB|does not hold")
            self.untouched("policy", "--people-ca", bad, says="cannot be read|larger than 4 MiB|does not hold")
        self.untouched("vendor", "--ca", "draft.json", says="vendor.ca_bundle")
        self.untouched("policy", "--card-driver", "opensc-pkcs11.so", says="card_driver")

    def test_a_map_is_a_file_by_its_content_or_a_server_over_tls(self):
        self.office()
        outside = self.folder.parent
        for name in ("draft.json", "county", "coun ty.mbtiles", ".mbtiles"):
            (outside / name).write_text("{}")
            self.untouched("map", "--file", f"../{name}", says="called like county.mbtiles")
        (outside / "county.mbtiles").write_text("PNG")
        self.untouched("map", "--file", "../county.mbtiles", says="no SQLite database")
        self.untouched("map", "--file", "../gone.mbtiles", says="cannot be read")
        for bad in ("http://tiles.example/", "https://", "https://a:b@tiles.example/", "tiles.example", "https://tiles.example/#x"):
            self.untouched("map", "--tiles", bad, says="base_map.tiles|no address")
        self.untouched("map", "--ca", "draft.json", says="base_map.ca_bundle")
        for bad in NUMBERS:
            self.untouched("map", f"--deepest={bad}", says="not a number|Nothing was changed")
        self.untouched("map", "--attribution", "x" * 201, says="base_map.attribution")

    def test_a_map_in_the_profile(self):
        self.office()
        content = b"SQLite format 3\0" + b"made up" * 1000
        (self.folder.parent / "county.mbtiles").write_bytes(content)
        said = self.good("map", "--file", "../county.mbtiles", "--tiles", "https://tiles.example/{z}/{x}/{y}.png", "--ca", "authority.pem",
                         "--attribution", "County survey", "--deepest", "16")
        self.assertRegex(said, "Put county.mbtiles beside profile.json on every workstation")
        signed = self.sign()["base_map"]
        self.assertEqual(signed["file"], "county.mbtiles")
        self.assertEqual(signed["sha256"], hashlib.sha256(content).hexdigest())
        self.assertEqual(signed["tiles"], "https://tiles.example/%7Bz%7D/%7Bx%7D/%7By%7D.png")
        self.assertEqual((signed["attribution"], signed["deepest"]), ("County survey", 16))
        self.assertFalse((self.folder / "county.mbtiles").exists())     # large: not copied
        self.assertRegex(self.good("profile", "show"), r"Base map +file county.mbtiles.*server https://tiles.example/\{z\}/\{x\}/\{y\}.png")
        self.good("map", "--file", "", "--tiles", "", "--ca", "", "--attribution", "", "--deepest", "18")
        self.assertEqual(self.sign()["base_map"], {"tiles": ""})
        self.assertRegex(self.good("map"), "Map: bundled overview")

    def test_time_stamps_come_over_tls_from_somebody_who_is_vouched_for(self):
        self.office()
        for bad in ("http://stamps.example/", "https://", "https://a:b@stamps.example/", "stamps.example", "https://stamps.example/#x"):
            self.untouched("time-stamps", "--address", bad, "--authorities", "authority.pem", says="time_stamps.address|no address")
        self.untouched("time-stamps", "--address", "https://stamps.example/", says="time_stamps.authorities")
        self.untouched("time-stamps", "--address", "https://stamps.example/", "--authorities", "draft.json", says="time_stamps.authorities")
        self.good("time-stamps", "--address", "https://stamps.example/x", "--authorities", "authority.pem")
        self.assertEqual(set(self.sign()["time_stamps"]), {"address", "authorities"})
        self.assertRegex(self.good("profile", "show"), "Time stamps +https://stamps.example/x")
        self.good("time-stamps", "--address", "")
        self.assertNotIn("time_stamps", self.sign())
        self.assertRegex(self.good("time-stamps"), "Time stamps: none")

    def test_one_certificate_is_one_person(self):
        self.office()
        self.good("user", "add", "c.three", "--name", "C", "--role", "agent", "--certificate", "recovery.pem")
        self.untouched("user", "add", "d.four", "--name", "D", "--role", "supervisor", "--certificate", "recovery.pem", says="of c.three, who is")

    def test_only_profiles_are_compared(self):
        self.office()
        self.sign()
        (self.folder.parent / "text").write_text("no profile\n")
        self.untouched("profile", "diff", "../text", says="../text: ")
        self.untouched("profile", "diff", "profile.json", "../text", says="../text: ")
        self.untouched("profile", "show", "../text", says="malformed")
        self.untouched("profile", "check", "../text", says="malformed")

    def test_a_folder_that_others_can_change_is_not_used(self):
        self.office()
        for mode in (0o770, 0o707, 0o777):
            self.folder.chmod(mode)
            self.refused("user", "list", says="chmod 700")
        self.folder.chmod(0o700)
        self.good("user", "list")


class FullDisk(desk.AdminDesk):
    """No file may grow past a limit, a different one each time: the command is done, or nothing is."""

    LIMITS = (0, 1, 60, 300, 700, 1200, 1700, 2500, 4000, 6000, 9000, 12000, 16000, 24000)

    def each_limit(self, *words, given=(), done_by, also=()):
        done = 0
        before = snapshot(self.folder, *also)
        for limit in self.LIMITS:
            def no_more(size=limit):
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

            copy = self.folder.parent / "copy"
            shutil.copytree(self.folder, copy)
            result = self.run_admin(*words, given=given, folder=copy, preexec_fn=no_more, restore_signals=False)
            after = {name.replace(str(copy), str(self.folder)): data for name, data in snapshot(copy, *also).items()}
            with self.subTest(words=words, limit=limit):
                if result.returncode == 0:
                    done += 1
                    self.assertTrue(done_by(copy))
                else:
                    self.assertRegex(result.stderr, r"Nothing was (changed|made|written)|No key was left")
                    self.assertRegex(result.stderr, r"free some space|name another folder")
                    self.assertEqual(after, before)
            shutil.rmtree(copy)
            for folder in also:
                shutil.rmtree(folder, ignore_errors=True)
        self.assertGreater(done, 0, "the largest limit was too small")
        self.assertLess(done, len(self.LIMITS), "the smallest limit was too large")

    def test_every_command_that_writes(self):
        draft = lambda words: lambda copy: words in (copy / "draft.json").read_text()     # noqa: E731
        self.each_limit("init", "--office", "harbour", given=(ADMIN, SAFE), done_by=lambda copy: (copy / "draft.json").exists())
        self.office()
        self.each_limit("user", "add", "new.three", "--name", "N", "--role", "agent", given=(ADMIN, AGENT), done_by=draft("new.three"))
        self.each_limit("user", "remove", "agent.one", done_by=lambda copy: not (copy / "people/agent.one.p12").exists())
        self.each_limit("user", "train", "boss.two", "--on", "2026-03-04", done_by=draft("2026-03-04"))
        self.each_limit("policy", "--house-years", "7", done_by=draft('"house_years": 7'))
        places = self.folder.parent / "places.geojson"
        places.write_text('{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"category": "school"}, '
                          '"geometry": {"type": "Point", "coordinates": [-41.5, 30.5]}}]}')
        self.each_limit("places", "import", str(places), "--date", "2026-11-01", "--source", "Made up",
                        done_by=lambda copy: draft("places-2026-11-01")(copy) and len(list(copy.glob("places-*.geojson"))) == 1)
        self.each_limit("workstation", "add", "desk-2", "--data", "../desk-2", given=(ADMIN,), done_by=draft("desk-2"),
                        also=(self.folder.parent / "desk-2",))
        self.sign()
        self.each_limit("profile", "sign", given=(ADMIN,), done_by=lambda copy: '"serial": 2' in (copy / "profile.json").read_text())
        self.each_limit("recover", "--data", "../desk", "--keys-to", "../plain", given=(SAFE,),
                        done_by=lambda copy: len(list((copy.parent / "plain").iterdir())) == 3, also=(self.folder.parent / "plain",))


class CutOff(desk.AdminDesk):
    """What a power cut between two files leaves, and the way on from there."""

    def test_init(self):
        self.good("init", "--office", "harbour", given=(ADMIN, SAFE))
        (self.folder / "draft.json").unlink()
        before = snapshot(self.folder)
        self.refused("init", "--office", "harbour", given=(ADMIN, SAFE), says="empty the folder and begin again")
        self.refused("user", "list", says="holds no office")
        self.assertEqual(snapshot(self.folder), before)

    def test_files_on_their_way_are_forgotten(self):
        self.office()
        for name in ("draft.json.next", "profile.json.next", "draft.json.new"):
            (self.folder / name).write_text("half")
        self.good("user", "train", "boss.two")
        self.good("user", "remove", "agent.one")
        self.sign()
        self.assertEqual([path.name for path in self.folder.iterdir() if path.suffix in (".next", ".new")], [])

    def test_removal(self):
        self.office()
        before = (self.folder / "draft.json").read_bytes()
        self.good("user", "remove", "agent.one")
        (self.folder / "draft.json").write_bytes(before)
        self.refused("profile", "sign", given=(ADMIN,), says="removal was cut off")
        self.assertFalse((self.folder / "profile.json").exists())
        self.good("user", "remove", "agent.one")
        self.assertEqual([user["id"] for user in self.sign()["roster"]], ["boss.two"])

    def test_signing(self):
        self.office()
        self.sign()
        before = {name: (self.folder / name).read_bytes() for name in ("profile.json", "draft.json")}
        self.good("policy", "--house-years", "6")
        self.sign()
        (self.folder / "profile.json").write_bytes(before["profile.json"])      # the new signature alone is in its place
        self.refused("profile", "check", "profile.json", says="altered after it was signed")
        self.good("profile", "sign", given=(ADMIN,))
        self.good("profile", "check", "profile.json")
        self.assertIn('"serial": 3', (self.folder / "profile.json").read_text())    # 2 was given to what was cut off

    def test_workstation(self):
        self.office()
        before = (self.folder / "draft.json").read_bytes()
        self.good("workstation", "add", "desk-2", "--data", "../desk-2", given=(ADMIN,))
        (self.folder / "draft.json").write_bytes(before)
        self.refused("workstation", "add", "desk-2", "--data", "../desk-2", given=(ADMIN,), says="remove that folder and do this again")
        shutil.rmtree(self.folder.parent / "desk-2")
        self.good("workstation", "add", "desk-2", "--data", "../desk-2", given=(ADMIN,))

    def test_an_existing_credential_of_someone_else_is_no_obstacle(self):
        self.office()
        left = self.folder / "people/new.three.p12"
        left.write_bytes(b"left behind")
        self.good("user", "add", "new.three", "--name", "N", "--role", "agent", given=(ADMIN, BOSS))
        self.assertNotEqual(left.read_bytes(), b"left behind")


if __name__ == "__main__":
    desk.PROGRAM = os.path.abspath(sys.argv.pop())
    unittest.main()
