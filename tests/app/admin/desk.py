"""An administrator's desk for tests: commands with their passphrases, and what they must answer."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = ""
ADMIN, SAFE, AGENT, BOSS = "administrator-words", "safe-words-of-paper", "agent-words-12", "supervisor-words"


class AdminDesk(unittest.TestCase):
    def setUp(self):
        self.outer = tempfile.TemporaryDirectory()
        self.addCleanup(self.outer.cleanup)
        self.folder = pathlib.Path(self.outer.name) / "office"
        self.folder.mkdir(mode=0o700)

    def run_admin(self, *words, given=(), folder=None, **more):
        command = [PROGRAM, *words]
        read = None
        if given:
            read, write = os.pipe()
            os.write(write, "".join(line + "\n" for line in given).encode())
            os.close(write)
            command += ["--passphrase-fd", str(read)]
        done = subprocess.run(command, cwd=folder or self.folder, capture_output=True, text=True, timeout=60, check=False,
                              pass_fds=(read,) if read is not None else (), start_new_session=True, **more)
        if read is not None:
            os.close(read)
        for passphrase in (ADMIN, SAFE, AGENT, BOSS):
            self.assertNotIn(passphrase, done.stdout + done.stderr)
        return done

    def good(self, *words, given=()):
        done = self.run_admin(*words, given=given)
        self.assertEqual(done.returncode, 0, f"{words}: {done.stdout}{done.stderr}")
        return done.stdout

    def refused(self, *words, given=(), says, status=1):
        done = self.run_admin(*words, given=given)
        self.assertEqual(done.returncode, status, f"{words}: {done.stdout}{done.stderr}")
        self.assertRegex(done.stdout + done.stderr, says)

    def office(self):
        self.good("init", "--office", "harbour", given=(ADMIN, SAFE))
        self.good("user", "add", "agent.one", "--name", "Agent One", "--role", "agent", given=(ADMIN, AGENT))
        self.good("user", "add", "boss.two", "--name", "Boss Two", "--role", "supervisor", given=(ADMIN, BOSS))
        self.good("user", "train", "agent.one", "--on", "2026-01-02", "--until", "2030-01-01")
        self.good("reviewer", "add", "boss.two")
        self.good("vendor", "--address", "https://vendor.example:8443", "--ca", "authority.pem")
        self.good("workstation", "add", "desk-1", "--data", "../desk", given=(ADMIN,))

    def sign(self):
        self.good("profile", "sign", given=(ADMIN,))
        return json.loads((self.folder / "profile.json").read_text(encoding="utf-8"))
