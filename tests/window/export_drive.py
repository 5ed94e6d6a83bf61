"""A case file's way out by keyboard alone: contents, recipients, summary, an error next to its field, hash; then checked from outside.

    virtual_display python3 export_drive.py VERIFIER PROGRAM [ARGUMENTS…]      (a training office)
"""
import hashlib
import pathlib
import re
import subprocess
import sys
import tempfile

import audits
from driver import Program
from main_job_drive import at, check, entries, open_case, sign_in, CASE


def main(verifier, command):
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as out, Program([*command, "--data", data], timeout=60) as p:
        sign_in(p)
        open_case(p)
        p.keys("ctrl+e")
        wizard = f"Casebound – Export case {CASE}"
        p.window(wizard)
        p.until(lambda: at(p) == ("combo box", "Form"), "the wizard begins at the form")
        audits.everything(p, "export, contents")
        p.go_to("button", "Next")
        p.keys("space")
        p.find("check box", "Export without encryption")
        audits.everything(p, "export, recipients")
        p.go_to("button", "Next")
        p.keys("space")
        p.until(lambda: at(p) == ("check box", "Export without encryption"), "nobody ticked: the keyboard is where that is said")
        p.keys("space")
        p.go_to("button", "Next")
        p.keys("space")
        p.until(lambda: at(p) == ("text", "Export to"), "the summary asks where to")
        audits.everything(p, "export, summary")
        before = entries(p)
        p.fill("text", "Export to", f"{out}/missing/case.zip")
        p.go_to("button", "Export")
        p.keys("space")
        said = p.until(lambda: p.field("Export to").description, "the field says why it is refused")
        check("Nothing was written" in said and entries(p) == before, f"refused in words, and nothing was logged: {said}")
        target = pathlib.Path(out, "case.zip")
        p.fill("text", "Export to", target)
        p.go_to("button", "Export")
        p.keys("space")
        p.until(lambda: p.all("text", "SHA-512 hash"), "the export is written, checked and named", 60)
        check(at(p) == ("text", "SHA-512 hash"), "the keyboard is on the hash")
        check(p.value("SHA-512 hash") == hashlib.sha512(target.read_bytes()).hexdigest(), "it is the file's")
        check([file.name for file in pathlib.Path(out).iterdir()] == ["case.zip"], "nothing else was left")
        audits.everything(p, "export, done")
        p.keys("Escape")
        p.window("Casebound")
        p.until(lambda: entries(p) == before + 2, "intention and outcome are in the log")
        authority = next(pathlib.Path(data).rglob("ca.pem"))
        said = subprocess.run([verifier, "export", target, "--ca", authority], capture_output=True, text=True, check=False).stdout
        check(re.match("cannot tell: no key of the log was given", said), f"casebound-verify finds no fault: {said.strip()}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
