"""A log at fault, and the log's export, in the real window by keyboard alone: tampering between two starts, what people see and may do.

    virtual_display python3 log_fault_drive.py PROGRAM [ARGUMENTS…]      (a training office in a folder of its own)
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import audits
from driver import Program

FAULT = "Casebound – Audit log at fault"


def check(truth, what):
    assert truth, what
    print("ok:", what)


def picture(name):
    """Where CASEBOUND_DRIVE_SHOTS names a folder, what the screen shows."""
    folder = os.environ.get("CASEBOUND_DRIVE_SHOTS")
    if folder:
        subprocess.run(["import", "-silent", "-window", "root", f"{folder}/{name}.png"], check=True)


def sign_in(p, role, window):
    p.window("Casebound – Sign in", 60)
    p.go_to("button", f"Practise as {role}")
    p.keys("Return")
    p.window("Casebound – Conditions of use", 60)
    p.keys("End")
    p.until(lambda: p.find("button", "I accept").enabled, "“I accept” opens at the end of the text")
    p.keys("Tab", "space")
    p.window(window, 60)


def sign_out(p):
    p.keys("ctrl+shift+l")
    p.window("Casebound – Sign in", 20)


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "audit.lock"}


def main(command):
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch, "data")
        drive([*command, "--data", data], data / "training" / "log", Path(scratch))
    assert not audits.FOUND, "\n".join(audits.FOUND)


def drive(command, log, scratch):
    with Program(command, timeout=60) as p:
        p.window("Casebound – Sign in", 60)
        p.find(None, "Log: opened and checked when you sign in")
        sign_in(p, "agent", "Casebound")
        older = (log / "audit.db").read_bytes()
        check("Office" not in [thing.name for thing in p.all("list item")], "an agent has no page Office")
        sign_out(p)

    (log / "audit.db").write_bytes(older)       # an older copy is put in the place of the log
    before = files(log)
    with Program(command, timeout=60) as p:
        sign_in(p, "agent", FAULT)
        check(p.windows() == [FAULT], "an agent comes no further than the window of the fault")
        check(p.find("label", re.compile(r"^What was found: .*audit\.head has seen .*older copy was put in its place")), "it says what was found, and where")
        check(p.find("label", re.compile(r"^What was not done: .*No query can be sent")), "it says what was not done")
        check(p.find("label", re.compile(r"^What to do: Tell your supervisor")), "it says what an agent can do")
        check(p.find("label", re.compile(r"^Log: fault found – nothing is sent\. This sign-in is recorded .*entries\)")), "its foot says the log's state")
        check(not p.all("button", re.compile("begin a new one")), "an agent is not offered a new log")
        audits.everything(p, "fault, agent")
        picture("fault-agent")
        p.keys("ctrl+l")
        p.window("Casebound – Sign in")
        check(p.find(None, re.compile("still at fault, and searching is stopped")), "signing out says that it is still at fault")
        check(p.find(None, "Log: fault found – nothing is sent"), "and so does the line of the log")
        picture("fault-signin")

        sign_in(p, "supervisor", FAULT)
        table = p.find("table", "Files kept aside").cells()
        check(sorted(row[0] for row in table) == sorted(before), "the files kept aside are listed")
        aside = Path(p.find("label", re.compile("^Kept aside: ")).name.split(": ", 1)[1])
        check({k: v for k, v in files(aside).items() if k != "SHA256SUMS"} == before, "they are equal byte by byte")
        done = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=aside, capture_output=True, text=True, check=False)
        check(done.returncode == 0, "sha256sum agrees")
        picture("fault-supervisor")
        p.go_to("button", "Check the log")
        p.keys("space")
        report = p.until(lambda: next((t for t in p.all("text", "Report of the check") if "fault found" in t.text), None), "the report of the check", 30)
        check("log-shorter" in report.text, "the check finds it too, and names it")
        check(p.find(None, re.compile("The check found .* fault")), "and a sentence says how much it found")
        audits.everything(p, "fault, supervisor")
        picture("fault-checked")
        check(files(log) == before, "the log itself lies there as it did")

        p.go_to("button", "Keep the damaged log aside and begin a new one …")
        p.keys("space")
        p.window("Casebound – Begin a new log")
        picture("fault-begin")
        p.fill("text", "Reason", "Old copy put back by mistake; the log is with the examiner")
        p.go_to("button", "Begin a new log")
        p.keys("space")
        p.window("Casebound – Sign in", 20)
        check(p.find(None, "A new log was begun."), "a new log was begun, and the window says so")
        picture("fault-begun")
        check(files(aside.parent / next(n.name for n in aside.parent.iterdir() if n.name.endswith("-replaced"))) == before, "the damaged one lies aside whole")

        sign_in(p, "supervisor", "Casebound")
        check(p.find(None, re.compile(r"^Log: in order, \d+ entries")), "work goes on, on a log in order")
        export(p, scratch)


def export(p, scratch):
    p.keys("ctrl+6")
    p.find("button", "Export log")
    check(p.find("label", re.compile(r"^State: in order, \d+ entries")), "the page says the log's state")
    audits.everything(p, "office")
    target = scratch / "for outsiders"
    p.fill("text", "Export to", str(target))
    picture("office")
    p.keys("Return")
    found = p.until(lambda: next((t for t in p.all("text", "Checkpoint hash") if t.text), None), "the checkpoint's hash", 40)
    check((target / "checkpoint").read_text().splitlines()[2] == found.text, "the hash shown is the one in the file")
    check(p.find("label", re.compile(r"^\d+ entries were written and checked")), "and says how much was written, and where")
    audits.everything(p, "office after an export")
    picture("office-exported")
    p.fill("text", "Export to", str(target))
    p.keys("Return")
    p.until(lambda: "something of this name already" in p.find("text", "Export to").description, "a target that is there is refused next to the field")
    p.fill("text", "Export to", str(scratch / "missing" / "log"))
    p.keys("Return")
    p.until(lambda: "does not exist" in p.find("text", "Export to").description, "a folder that is missing is refused next to the field")
    picture("office-refused")
    p.fill("text", "Export to", "/proc/log")
    p.keys("Return")
    check(p.find("label", re.compile("could not be written there")), "a place that cannot be written is refused in words")
    check(not [n for n in scratch.iterdir() if "unfinished" in n.name], "nothing unfinished is left")
    sign_out(p)


if __name__ == "__main__":
    main(sys.argv[1:])
