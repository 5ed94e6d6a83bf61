"""No request for a map, nor any other, ever leaves for a public host (R11): the whole tour is run with every look-up and connection watched.

    network_watch.py BIN_FOLDER SPY_LIBRARY
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

BIN, SPY = pathlib.Path(), pathlib.Path()


class NetworkWatch(unittest.TestCase):
    def setUp(self):
        outer = tempfile.TemporaryDirectory()
        self.addCleanup(outer.cleanup)
        self.folder = pathlib.Path(outer.name)
        self.notes = self.folder / "spy"

    def watched(self, *command):
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LD_PRELOAD": str(SPY), "CASEBOUND_NETWORK_SPY": str(self.notes)}
        done = subprocess.run([str(part) for part in command], env=environment, capture_output=True, text=True, timeout=240, check=False)
        said = self.notes.read_text(encoding="utf-8").splitlines() if self.notes.exists() else []
        return done, [line.split(" ", 2) for line in said]

    def test_the_spy_sees_a_look_up_a_connection_and_a_datagram(self):
        asks = "\n".join([
            "import socket",
            "try: socket.getaddrinfo('tiles.casebound.example', 443)",
            "except OSError: pass",
            "try: socket.gethostbyname('map.casebound.example')",
            "except OSError: pass",
            "try: socket.create_connection(('192.0.2.7', 443), 1)",
            "except OSError: pass",
            "try: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.9', 53))",
            "except OSError: pass",
            "s = socket.create_server(('127.0.0.1', 0))",
            "socket.create_connection(s.getsockname()).close()"])
        _, said = self.watched(sys.executable, "-c", asks)
        calls = [(call, where) for _, call, where in said]
        self.assertIn(("lookup", "tiles.casebound.example"), calls)
        self.assertIn(("lookup", "map.casebound.example"), calls)
        self.assertIn(("connect", "192.0.2.7 443"), calls)
        self.assertIn(("sendto", "192.0.2.9 53"), calls)
        port = next(where for call, where in calls if call == "listen")
        self.assertIn(("connect", port), calls)

    def test_the_whole_job_asks_the_practice_vendor_and_nobody_else(self):
        done, said = self.watched(BIN / "casebound", "--training", "--data", self.folder / "data", "--tour", self.folder / "pictures")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((self.folder / "pictures").is_dir() and any((self.folder / "pictures").iterdir()), "the tour took no picture")
        vendor = {where for program, call, where in said if call == "listen" and program.startswith("casebound-pract")}
        self.assertTrue(vendor, f"the practice vendor was not seen to listen: {said}")
        self.assertTrue(all(where.startswith(("127.0.0.1 ", "::1 ")) for where in vendor), vendor)
        asked = {where for _, call, where in said if call in ("connect", "sendto", "sendmsg", "sendmmsg")}
        self.assertTrue(asked, "no connection was seen: the spy is not in the program")
        self.assertEqual(asked - vendor, set(), "something else than the practice vendor was asked")
        self.assertEqual([line for line in said if line[1] == "lookup"], [], "a name was looked up")
        self.assertEqual({where for _, call, where in said if call == "listen"} - vendor, set(), "something else listens")


if __name__ == "__main__":
    BIN, SPY = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1], verbosity=2)
