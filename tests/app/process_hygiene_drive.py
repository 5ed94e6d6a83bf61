"""The running programs from outside: no core, no secret among arguments, files for nobody else, no temporary files, no key log.

    process_hygiene_drive.py BIN_FOLDER
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unittest

BIN = pathlib.Path()
SECRET_OPTION = re.compile(r"--[a-z-]*(passphrase|password|pin|secret)\b(?!-fd)", re.IGNORECASE)


def family(pid):
    """A process and those it started."""
    found = [pid]
    for one in found:
        try:
            for task in pathlib.Path(f"/proc/{one}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            pass    # ended meanwhile
    return found


class ProcessHygiene(unittest.TestCase):
    def setUp(self):
        outer = tempfile.TemporaryDirectory()
        self.addCleanup(outer.cleanup)
        self.folder = pathlib.Path(outer.name)

    def environment(self, **more):
        return {**os.environ, "QT_QPA_PLATFORM": "offscreen", **more}

    def test_a_whole_session_leaves_nothing_to_others(self):
        temporary, data = self.folder / "tmp", self.folder / "data"
        temporary.mkdir()
        key_log = self.folder / "keys.log"
        (self.folder / "openssl.cnf").write_text("openssl_conf = nothing_good\n")
        process = subprocess.Popen([BIN / "casebound", "--training", "--data", data, "--tour", self.folder / "pictures"],
                                   env=self.environment(SSLKEYLOGFILE=str(key_log), OPENSSL_CONF=str(self.folder / "openssl.cnf"),
                                                        TMPDIR=str(temporary)),
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        seen, limits, leftovers = set(), set(), set()
        while process.poll() is None:
            for pid in family(process.pid):
                try:
                    if pid == process.pid:
                        limit = re.search(r"Max core file size\s+(\S+)\s+(\S+)", pathlib.Path(f"/proc/{pid}/limits").read_text())
                        limits.add(limit.groups())
                    seen.add(pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode())
                except OSError:
                    pass
            leftovers |= {path.name for path in temporary.rglob("*")}
            time.sleep(0.05)
        said = process.stdout.read()
        self.assertEqual(process.returncode, 0, said)
        self.assertFalse(key_log.exists(), "the connections' secrets were written to a file")
        self.assertEqual(leftovers, set(), "temporary files")
        # The very first look may come before the program's first line.
        self.assertIn(("0", "0"), limits)
        self.assertTrue(any("casebound-practice-vendor" in one for one in seen), seen)
        for one in seen:
            self.assertNotRegex(one, SECRET_OPTION)
        for path in [data, *data.rglob("*")]:
            self.assertEqual(path.lstat().st_mode & 0o077, 0, path)

    def test_no_program_takes_a_secret_among_its_arguments(self):
        for name in ("casebound", "casebound-admin", "casebound-verify", "casebound-practice-vendor"):
            words = [["--help"]]
            if name == "casebound-admin":
                words += [["init", "--help"], ["user", "add", "--help"], ["profile", "sign", "--help"], ["recover", "--help"]]
            for one in words:
                done = subprocess.run([BIN / name, *one], env=self.environment(), capture_output=True, text=True, check=True)
                self.assertNotRegex(done.stdout, SECRET_OPTION, f"{name} {one}")

    def test_a_data_folder_that_others_can_change_is_refused(self):
        for mode in (0o777, 0o770, 0o722):
            data = self.folder / f"data-{mode:o}"
            data.mkdir()
            data.chmod(mode)
            done = subprocess.run([BIN / "casebound", "--training", "--data", data], env=self.environment(), capture_output=True,
                                  text=True, check=False, timeout=30)
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertRegex(done.stderr, r"others|not yours|private")
            self.assertEqual(list(data.iterdir()), [])
        link = self.folder / "link"
        real = self.folder / "real"
        real.mkdir(mode=0o700)
        link.symlink_to(real)
        done = subprocess.run([BIN / "casebound", "--training", "--data", link], env=self.environment(), capture_output=True, text=True,
                              check=False, timeout=30)
        self.assertEqual(done.returncode, 3, "a link that leads elsewhere is followed")


if __name__ == "__main__":
    BIN = pathlib.Path(sys.argv.pop()).resolve()
    unittest.main()
