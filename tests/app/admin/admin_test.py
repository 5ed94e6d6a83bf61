"""casebound-admin by its command line: what each command changes, refuses and says; the profile against its schema.

    admin_test.py PROGRAM
"""
import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest

import jsonschema

import desk
from desk import ADMIN, AGENT, BOSS, SAFE

ROOT = pathlib.Path(__file__).resolve().parents[3]
SCHEMA = json.loads((ROOT / "resources/office/profile.schema.json").read_text(encoding="utf-8"))


class AdminTest(desk.AdminDesk):
    def test_signed_profile_fits_its_schema_and_openssl_agrees_with_the_signature(self):
        self.office()
        profile = self.sign()
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        jsonschema.Draft202012Validator(SCHEMA).validate(profile)
        done = subprocess.run(["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "profile.json.p7s", "-content", "profile.json",
                               "-CAfile", "authority.pem", "-purpose", "any", "-out", os.devnull],
                              cwd=self.folder, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(profile["serial"], 1)
        self.assertEqual(self.sign()["serial"], 2)

    def test_schema_and_program_know_the_same_members(self):
        self.office()
        (self.folder.parent / "county.mbtiles").write_bytes(b"SQLite format 3\0")
        self.good("map", "--file", "../county.mbtiles", "--tiles", "https://tiles.example", "--ca", "authority.pem", "--attribution", "Survey",
                  "--deepest", "16")
        (self.folder.parent / "declared.csv").write_text("agent.one,own,TST1\n", encoding="utf-8")
        self.good("policy", "--conflicts", "../declared.csv")
        self.good("time-stamps", "--address", "https://stamps.example/", "--authorities", "authority.pem", "--ca", "authority.pem")
        profile = self.sign()
        jsonschema.Draft202012Validator(SCHEMA).validate(profile)
        self.assertEqual(set(profile), set(SCHEMA["properties"]))
        for name in ("vendor", "people", "banner", "limits", "reasons", "training", "base_map", "review", "time_stamps"):
            self.assertEqual(set(profile[name]), set(SCHEMA["properties"][name]["properties"]), name)

    def write_record(self, given=("confirmed",) * 10, day="2026-11-02", **other):
        """As docs/training-record.md describes it, and signed by openssl with the person's credential."""
        def run(*words, **more):
            return subprocess.run(words, cwd=self.folder, check=True, capture_output=True, **more).stdout

        run("openssl", "pkcs12", "-in", "people/agent.one.p12", "-passin", "env:WORDS", "-noenc", "-out", "one.pem", env={**os.environ, "WORDS": AGENT})
        der = run("openssl", "x509", "-in", "one.pem", "-outform", "DER")
        answers = [{"question": f"read-{n + 1}", "expected": "confirmed", "given": answer} for n, answer in enumerate(given)]
        answers += [{"question": f"request-{rule}", "expected": rule, "given": rule} for rule in ("no_case", "beyond_limit")]
        score = sum(one["expected"] == one["given"] for one in answers) * 100 // 12
        record = {"record": "casebound training record", "version": 1, "person": "agent.one", "certificate_sha256": hashlib.sha256(der).hexdigest(),
                  "begun_at": f"{day}T09:00:00Z", "ended_at": f"{day}T12:00:00Z", "course": "port-meridian-1", "program_version": "0.1.0",
                  "profile": {"office": "practice", "serial": 1, "sha256": "ab" * 32}, "pass_mark_percent": 80, "score_percent": score,
                  "passed": score >= 80, "answers": answers} | other
        (self.folder / "record.json").write_text(json.dumps(record, indent=4, sort_keys=True) + "\n", encoding="utf-8")
        run("openssl", "cms", "-sign", "-binary", "-md", "sha256", "-in", "record.json", "-signer", "one.pem", "-outform", "DER", "-out",
            "record.json.p7s")

    def test_training_is_taken_in_from_a_signed_record(self):
        self.office()
        today = datetime.datetime.now(datetime.timezone.utc).date()
        day = str(today - datetime.timedelta(days=3))
        self.write_record(day=day)
        self.assertIn("100 %", self.good("user", "train", "agent.one", "--record", "record.json"))
        agent = next(user for user in self.sign()["roster"] if user["id"] == "agent.one")
        self.assertEqual(agent["trained_on"], day)

        self.refused("user", "train", "boss.two", "--record", "record.json", says="Somebody else")
        self.refused("user", "train", "agent.one", "--record", "record.json", "--on", day, says="not both")
        self.refused("user", "train", "agent.one", "--record", "nothing.json", says="nothing.json")
        self.good("policy", "--pass-mark", "90")
        self.write_record(given=("confirmed",) * 8 + ("unreadable",) * 2, day=day)
        self.refused("user", "train", "agent.one", "--record", "record.json", says="not passed")
        self.good("policy", "--pass-mark", "80")
        self.assertIn("83 %", self.good("user", "train", "agent.one", "--record", "record.json"))
        self.write_record(given=("confirmed",) * 7 + ("unreadable",) * 3, day=day)
        self.refused("user", "train", "agent.one", "--record", "record.json", says="not passed")
        self.write_record(given=("confirmed",) * 7 + ("unreadable",) * 3, day=day, score_percent=100, passed=True)
        self.refused("user", "train", "agent.one", "--record", "record.json", says="does not add up")
        self.write_record(day=str(today - datetime.timedelta(days=367)))
        self.refused("user", "train", "agent.one", "--record", "record.json", says="too long ago")
        self.write_record(day=str(today + datetime.timedelta(days=2)))
        self.refused("user", "train", "agent.one", "--record", "record.json", says="future")
        self.write_record(day=day)
        (self.folder / "record.json").write_text((self.folder / "record.json").read_text(encoding="utf-8") + " ", encoding="utf-8")
        self.refused("user", "train", "agent.one", "--record", "record.json", says="changed after")
        (self.folder / "record.json.p7s").unlink()
        self.refused("user", "train", "agent.one", "--record", "record.json", says="No signature")

    def test_every_file_is_the_owners_alone(self):
        self.office()
        self.sign()
        for path in [self.folder, *self.folder.rglob("*"), *(self.folder.parent / "desk").rglob("*")]:
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)

    def test_passphrases_are_asked_for_and_judged(self):
        self.refused("init", "--office", "harbour", says="no terminal")
        self.refused("init", "--office", "harbour", given=("short", SAFE), says="at least 12")
        self.assertFalse((self.folder / "administrator.pem").exists())
        self.office()
        self.refused("profile", "sign", given=("not the passphrase",), says="not the passphrase")
        self.refused("user", "add", "x", "--name", "X", "--role", "agent", given=("not the passphrase", AGENT), says="not the passphrase")
        self.assertNotIn("x\t", self.good("user", "list"))

    def test_refusals(self):
        self.refused("user", "list", says="holds no office")
        self.office()
        self.refused("init", "--office", "harbour", given=(ADMIN, SAFE), says="holds an office already")
        self.refused("user", "add", "agent.one", "--name", "A", "--role", "agent", says="on the roster already")
        self.refused("user", "add", "../x", "--name", "A", "--role", "agent", says="An id has")
        self.refused("user", "add", "c", "--name", "A", "--role", "king", says="agent or supervisor")
        self.refused("user", "remove", "nobody", says="Nobody on the roster")
        self.refused("user", "train", "agent.one", "--on", "yesterday", says="not a date")
        self.refused("user", "train", "agent.one", "--on", "2026-01-01", "--until", "2025-01-01", says="before the day of the training")
        self.refused("reviewer", "add", "agent.one", says="no supervisor")
        self.refused("policy", "--house-years", "999", says="limits.house_years")
        self.refused("policy", "--withdraw", "curiosity", says="reasons.withdrawn")
        self.refused("policy", "--fips", "maybe", says="on or off")
        self.refused("policy", "--banner", "draft.json", says="version, paragraphs and covers")
        self.refused("vendor", "--address", "http://vendor.example", says="vendor.address")
        self.refused("vendor", "--pin", "abcd", says="64 hexadecimal")
        self.refused("workstation", "add", "desk-1", "--data", "../other", says="a workstation has it already")
        self.refused("workstation", "add", "desk-2", "--data", "../desk", says="set up for an office already")
        self.refused("profile", "sign", "--days", "0", says="1 to 3650")
        self.refused("user", "promote", "x", says="no command", status=2)
        self.refused("user", "add", says="Usage", status=2)
        self.refused("policy", "--colour", "red", says="[Uu]nknown option", status=2)

    def test_draft_is_shown_to_lack_what_it_lacks(self):
        self.good("init", "--office", "harbour", given=(ADMIN, SAFE))
        self.refused("profile", "check", says="roster is empty")
        self.good("user", "add", "boss.two", "--name", "B", "--role", "supervisor", given=(ADMIN, BOSS))
        self.refused("profile", "check", says="No vendor")
        self.refused("profile", "sign", given=(ADMIN,), says="Nothing was signed")
        self.good("vendor", "--address", "https://vendor.example", "--ca", "authority.pem")
        self.refused("profile", "check", says="no reviewer")
        self.good("reviewer", "add", "boss.two")
        self.assertIn("In order", self.good("profile", "check"))

    def test_altered_profile_is_found(self):
        self.office()
        self.sign()
        self.assertIn("signed by the administrator", self.good("profile", "check", "profile.json"))
        path = self.folder / "profile.json"
        path.write_text(path.read_text(encoding="utf-8").replace('"house_years": 10', '"house_years": 11'), encoding="utf-8")
        self.refused("profile", "check", "profile.json", says="altered after it was signed")
        os.remove(self.folder / "profile.json.p7s")
        self.refused("profile", "check", "profile.json", says="no signature")

    def test_differences_are_told_by_id(self):
        self.office()
        self.sign()
        self.assertEqual(self.good("profile", "diff"), "")
        self.good("policy", "--house-years", "8", "--retention", "criminal_case=25")
        self.good("user", "train", "boss.two", "--on", "2026-02-03", "--until", "2027-02-03")
        done = self.run_admin("profile", "diff")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.splitlines(), [
            "- limits.house_years: 10", "+ limits.house_years: 8", "- retention[criminal_case].years: 20", "+ retention[criminal_case].years: 25",
            "+ roster[boss.two].trained_on: 2026-02-03", "+ roster[boss.two].training_expires_on: 2027-02-03"])

    def test_reviews_are_the_profiles_to_say(self):
        self.office()
        self.sign()
        (self.folder.parent / "declared.csv").write_text("user,kind,plate\nagent.one,own,tst 4821\n,watched,TST9000\n", encoding="utf-8")
        self.good("policy", "--review", "sample_percent=10", "--review", "period_days=30", "--judge", "over_limit", "--shift", "mon-fri=05:30-22:00",
                  "--shift", "agent.one:sat+sun=00:00-24:00", "--conflicts", "../declared.csv")
        done = self.run_admin("profile", "diff").stdout.splitlines()
        for line in ("- review.period_days: 92", "+ review.period_days: 30", "- review.sample_percent: 5", "+ review.sample_percent: 10",
                     "+ review.judged_too[0]: over_limit", "+ review.shifts[0].to: 22:00", "+ review.shifts[1].user: agent.one"):
            self.assertIn(line, done)
        shown = self.good("profile", "show")
        for line in ("sample_percent 10, from 1 to 100: the share", "judged in any case, too: over_limit", "shift of agent.one: sat sun, 00:00 to 24:00",
                     "declared plates 1, watched plates 1"):
            self.assertRegex(shown, f"Review +{line}.*\\(counsel edits\\)")
        profile = self.sign()
        jsonschema.Draft202012Validator(SCHEMA).validate(profile)
        self.assertTrue(SCHEMA["properties"]["review"]["x-counsel-editable"])
        self.assertNotIn("TST4821", json.dumps(profile))
        conflicts = profile["review"]["conflicts"]
        mark = hashlib.sha256(bytes.fromhex(conflicts["salt"]) + b"TST4821").hexdigest()
        self.assertEqual(conflicts["declared"], [{"user": "agent.one", "kind": "own", "mark": mark}])
        self.good("policy", "--leave", "over_limit", "--no-shifts", "--conflicts", "")
        review = self.sign()["review"]
        self.assertEqual((review["judged_too"], review["shifts"], "conflicts" in review), ([], [], False))

    def test_whoever_is_removed_is_on_the_revocation_list(self):
        self.office()
        self.sign()
        subprocess.run(["openssl", "pkcs12", "-in", "people/agent.one.p12", "-passin", f"pass:{AGENT}", "-nokeys", "-clcerts", "-out", "../agent.pem"],
                       cwd=self.folder, check=True, capture_output=True)
        self.good("user", "remove", "agent.one")
        profile = self.sign()
        self.assertEqual([user["id"] for user in profile["roster"]], ["boss.two"])
        done = subprocess.run(["openssl", "verify", "-crl_check", "-CAfile", "authority.pem", "-CRLfile", "crl.pem", "../agent.pem"],
                              cwd=self.folder, capture_output=True, text=True, check=False)
        self.assertIn("certificate revoked", done.stdout + done.stderr)
        self.assertEqual((self.folder / "crl.pem").read_text(), profile["people"]["crl"])
        self.assertFalse((self.folder / "people/agent.one.p12").exists())

    def test_an_existing_authority_is_used_as_it_is(self):
        theirs = self.folder.parent / "theirs"
        theirs.mkdir(mode=0o700)
        done = self.run_admin("init", "--office", "theirs", given=(ADMIN, SAFE), folder=theirs)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.good("init", "--office", "harbour", "--certificate", "../theirs/administrator.pem", "--authority", "../theirs/authority.pem",
                  "--recovery", "../theirs/recovery.pem")
        self.assertEqual(list(self.folder.glob("*.p12")), [])
        self.refused("user", "add", "a", "--name", "A", "--role", "supervisor", says="no authority of its own")
        self.good("user", "add", "a", "--name", "A", "--role", "supervisor", "--certificate", "../theirs/recovery.pem")
        self.good("reviewer", "add", "a")
        self.good("vendor", "--address", "https://vendor.example", "--ca", "../theirs/authority.pem")
        self.refused("profile", "sign", "--credential", "../theirs/recovery.p12", given=(SAFE,), says="not the credential of administrator.pem")
        self.assertIn("revoked is not checked", self.good("profile", "check"))
        self.good("profile", "sign", "--credential", "../theirs/administrator.p12", given=(ADMIN,))
        other = self.folder.parent / "other"
        other.mkdir(mode=0o700)
        self.run_admin("init", "--office", "other", given=(ADMIN, SAFE), folder=other)
        self.refused("user", "add", "b", "--name", "B", "--role", "agent", "--certificate", "../other/recovery.pem", says="does not lead to an authority")

    def test_workstation_key_is_one_that_openssl_reads(self):
        self.office()
        pem = self.good("workstation", "key", "desk-1")
        done = subprocess.run(["openssl", "pkey", "-pubin", "-text_pub", "-noout"], input=pem, capture_output=True, text=True, check=True)
        self.assertIn("P-256", done.stdout)
        self.refused("workstation", "key", "desk-9", says="No workstation")

    def test_recovery_gets_at_the_keys_and_nobody_else_does(self):
        self.office()
        self.refused("recover", "--data", "../desk", given=(SAFE,), says="no office profile")
        self.sign()
        self.refused("recover", "--data", "../desk", "--credential", "administrator.p12", given=(ADMIN,), says="does not open the keys")
        self.assertIn("3 certificates", self.good("recover", "--data", "../desk", given=(SAFE,)))
        self.good("recover", "--data", "../desk", "--keys-to", "../plain", given=(SAFE,))
        plain = self.folder.parent / "plain"
        self.assertEqual(sorted(path.name for path in plain.iterdir()), ["audit.key", "cases.key", "workstation.pem"])
        self.assertRegex((plain / "audit.key").read_text(), r"^[0-9a-f]{64}\n$")
        # By hand, with nothing but OpenSSL and the key from the safe: what README and OfficeKeys.h promise.
        subprocess.run(["openssl", "pkcs12", "-in", "recovery.p12", "-passin", f"pass:{SAFE}", "-nodes", "-out", "../recovery.key"],
                       cwd=self.folder, check=True, capture_output=True)
        opened = subprocess.run(["openssl", "cms", "-decrypt", "-inform", "DER", "-in", "../desk/office/keys.cms", "-inkey", "../recovery.key",
                                 "-recip", "recovery.pem"], cwd=self.folder, capture_output=True, text=True, check=True).stdout
        self.assertIn("audit " + (plain / "audit.key").read_text(), opened)

    def test_every_command_says_what_it_does(self):
        overview = self.good("--help")
        names = re.findall(r"^  ([a-z]+(?: [a-z]+)?) ", overview, re.MULTILINE)
        self.assertEqual(len(names), 21)
        for name in names:
            self.assertIn(f"Usage: casebound-admin {name}", self.good(*name.split(), "--help"))


if __name__ == "__main__":
    desk.PROGRAM = os.path.abspath(sys.argv.pop())
    unittest.main()
