#!/usr/bin/env python3
"""The files a package brings beside the programs: manual pages, completion, desktop entry, AppStream data, names of QML modules.

InstallerTest.py SOURCES BIN VERSION"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

sources, programs, version = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
names = ["casebound", "casebound-admin", "casebound-picture", "casebound-practice-vendor", "casebound-verify"]
epoch = "1795000000"


def run(*words, **more):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, **more)


class InstallerTest(unittest.TestCase):
    def manuals(self, folder):
        made = run(sys.executable, sources / "installer/man/make_manuals.py", programs, folder, version, epoch)
        self.assertEqual(made.returncode, 0, made.stderr)
        return {path.name: path for path in pathlib.Path(folder).iterdir()}

    def test_every_program_has_a_manual_page_that_mandoc_has_nothing_to_say_of(self):
        with tempfile.TemporaryDirectory() as folder:
            pages = self.manuals(folder)
            self.assertEqual(sorted(pages), sorted(name + ".1" for name in names))
            for page in pages.values():
                said = run("mandoc", "-T", "lint", "-W", "warning", page)
                self.assertEqual(said.stdout, "", page.name)

    def test_a_manual_page_holds_every_option_the_program_takes(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, page in self.manuals(folder).items():
                text = run("mandoc", "-T", "utf8", page).stdout.replace("‐", "-")
                text = re.sub(r".\x08", "", text)
                options = set(re.findall(r"--[a-z][a-z-]*", run(programs / name.removesuffix(".1"), "--help").stdout))
                self.assertTrue(options, name)
                self.assertEqual({option for option in options if option not in text}, set(), name)

    def test_the_page_of_the_administrators_program_has_a_section_for_each_command(self):
        with tempfile.TemporaryDirectory() as folder:
            page = self.manuals(folder)["casebound-admin.1"].read_text(encoding="utf-8")
            for command in ["init", "user add", "user train", "workstation add", "profile sign", "profile diff", "recover"]:
                self.assertIn(f".Ss {command}\n.Bd", page)
            self.assertIn("\\-\\-passphrase\\-fd", page)

    def complete(self, *words):
        script = f"""source {sources}/installer/completions/casebound
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _casebound; printf '%s\\n' "${{COMPREPLY[@]}}" """
        done = run("bash", "-c", script, "complete", programs / words[0], *words[1:])
        self.assertEqual(done.stderr, "")
        return done.stdout.split("\n")[:-1]

    def test_completion_offers_what_the_program_itself_says(self):
        self.assertIn("--profile", self.complete("casebound", "--pro"))
        self.assertEqual(self.complete("casebound", "--appearance", "d"), ["dark"])
        self.assertIn("workstation", self.complete("casebound-admin", "works"))
        self.assertIn("sign", self.complete("casebound-admin", "profile", "s"))
        self.assertIn("--days", self.complete("casebound-admin", "profile", "sign", "--d"))
        self.assertIn("export-log", self.complete("casebound-verify", "exp"))
        self.assertIn("--no-stream", self.complete("casebound-practice-vendor", "--no-s"))
        self.assertEqual(self.complete("casebound", "--nothing-of-the-kind"), [""])

    def test_the_desktop_entry_and_the_appstream_data_are_valid(self):
        said = run("desktop-file-validate", sources / "installer/casebound.desktop")
        self.assertEqual((said.returncode, said.stdout + said.stderr), (0, ""))
        with tempfile.TemporaryDirectory() as folder:
            text = (sources / "installer/casebound.metainfo.xml").read_text(encoding="utf-8")
            path = pathlib.Path(folder) / "org.casebound.Casebound.metainfo.xml"
            path.write_text(text.replace("@VERSION@", version).replace("@DAY@", "2026-11-18"), encoding="utf-8")
            # There is no home page to name.
            said = run("appstreamcli", "validate", "--no-net", "--override=url-homepage-missing=info", path)
            self.assertEqual(said.returncode, 0, said.stdout)

    def test_each_qml_module_that_is_imported_is_a_package_the_installer_names(self):
        listed = (sources / "installer/CMakeLists.txt").read_text(encoding="utf-8")
        for path in sources.glob("ui/**/*.qml"):
            for module in re.findall(r"^import (Qt[A-Za-z.]*)", path.read_text(encoding="utf-8"), re.M):
                package = "qml6-module-" + module.lower().replace(".", "-")
                self.assertIn(package, listed, f"{path.name} imports {module}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
