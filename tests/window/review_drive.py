"""A review by keyboard alone, found through the names a screen reader says: searches, a supervisor's review, the signature; the log compared with the
vendor's record, and the roster with its users, with planted differences; the log is then checked from outside.

    virtual_display python3 review_drive.py PROGRAM VERIFY [ARGUMENTS…]      (a training office)
"""
import pathlib
import re
import subprocess
import sys
import tempfile

import audits
from driver import Program

CASE = "PM-REVIEW-0003"
REASON = "Vehicle named in the sealed manifest of the practice smuggling case"
PASSPHRASE = "practice"     # Of both practice credentials, and no secret: the window says it.
PLATES = ["PMX4810", "PMA0001", "PMA0002"]
# What the practice vendor says otherwise: of three queries one is lost, one altered, one made up; two accounts are open that nobody knows.
PLANTED = "audit-lost-query audit-other-fields audit-unknown-query users-stranger users-left-active"


def check(truth, what):
    assert truth, what
    print("ok:", what)


def at(p):
    thing = p.focused()
    return (thing.role, thing.label or thing.name) if thing else None


def entries_of(p):
    words = p.find("label", re.compile("^Log: in order, ")).name
    return int(re.search(r"([\d,]+) entr", words).group(1).replace(",", ""))


def sign_in(p, who):
    p.window("Casebound – Sign in", 60)
    p.go_to("button", f"Practise as {who}")
    p.keys("Return")
    p.window("Casebound – Conditions of use", 60)
    p.keys("End")
    p.until(lambda: p.find("button", "I accept").enabled, "“I accept” opens at the end of the text")
    p.go_to("button", "I accept")
    p.keys("space")
    p.window("Casebound", 60)
    p.gone("frame", "Casebound – Conditions of use")


def sign_out(p):
    p.keys("ctrl+shift+l")
    question = p.until(lambda: next((w for w in p.windows() if w != "Casebound"), None), "leaving, or a question before it")
    if question != "Casebound – Sign in":
        p.window(question)
        p.go_to("button", "Sign out")
        p.keys("space")
    p.window("Casebound – Sign in", 30)


def agents_work(p):
    sign_in(p, "agent")
    p.keys("ctrl+o")
    p.window("Casebound – Open case")
    p.fill("text", "Case number", CASE)
    p.pick("Matter", "Criminal")
    p.fill("combo box", "Offence", "smuggling of other contraband")
    p.keys("Down", "Return")
    p.go_to("button", "Open case")
    p.keys("space")
    p.until(lambda: "Casebound – Open case" not in p.windows(), "the case is open")
    p.window("Casebound")
    p.keys("ctrl+1")
    p.fill("combo box", "Case", CASE)
    p.keys("Tab")
    p.pick("Purpose", "Follow a vehicle suspected of carrying contraband")
    for plate in PLATES:
        p.fill("text", "Reason", REASON)
        p.fill("text", "Plate", plate)
        p.fill("combo box", "Jurisdiction", "Texas")
        p.keys("Tab")
        before = entries_of(p)
        p.keys("ctrl+Return")
        p.until(lambda n=before: entries_of(p) >= n + 2, f"{plate} was sent and answered", 60)
    sign_out(p)


def review_page(p):
    for digit in range(4, 8):
        p.keys(f"ctrl+{digit}")
        if p.all("button", "New review"):
            return
    raise AssertionError("no page Review")


def review(p):
    sign_in(p, "supervisor")
    review_page(p)
    for name in ("New review", "Draw sample", "Pause review", "In order", "Question", "Refer", "Sign review"):
        p.find("button", name)
    check(not p.find("button", "Draw sample").enabled and not p.find("button", "Sign review").enabled, "nothing is drawn or signed before a review is open")
    audits.everything(p, "review, before one is open")
    p.go_to("button", "New review")
    p.keys("space")
    p.until(lambda: p.find("button", "Draw sample").enabled, "every entry of the period is read and checked", 60)
    entries = p.find("table", "Audit entries")
    check("Reason" in entries.headers() and any(REASON in row for row in entries.cells()), "the entries are there, with their reasons")
    p.find("table", "Indicators, not findings")
    p.keys("ctrl+g")
    p.until(lambda: p.find("button", "Sign review").enabled, "the sample is drawn")
    items = len(entries.cells())
    check(items >= len(PLATES), f"{items} items are to be judged")
    audits.everything(p, "review, with its items")

    p.until(lambda: at(p) == ("table", "Audit entries"), "the keyboard is in the table")
    p.keys("q")
    p.until(lambda: at(p) == ("text", "Note"), "a question asks for its note")
    p.type("Which manifest?")
    p.go_to("button", "Question")
    p.keys("space")
    p.until(lambda: len(entries.cells()) == items - 1, "the question is on record")
    for left in range(items - 2, -1, -1):
        p.until(lambda: at(p) == ("table", "Audit entries"), "the keyboard is back in the table")
        p.keys("i")
        p.until(lambda n=left: len(entries.cells()) == n, f"{left} items are left")
    p.until(lambda: at(p) == ("password text", "PIN or passphrase"), "signing asks for the credential")
    p.type("wrong")
    p.keys("Return")
    p.until(lambda: "not signed" in p.find("password text", "PIN or passphrase").description, "a wrong passphrase signs nothing, in words")
    p.type(PASSPHRASE)
    p.keys("Return")
    p.find("label", re.compile("^The review was signed"), 20)
    check(not p.find("button", "Sign review").enabled, "what is signed is not signed again")
    audits.everything(p, "review, signed")


def reconcile(p, folder):
    p.go_to("button", "Reconcile with vendor")
    p.keys("space")
    p.window("Casebound – Reconcile with vendor")
    audits.everything(p, "reconciliation, before it")
    p.go_to("button", "Compare")
    p.keys("space")
    found = p.find("table", "Differences", 30)
    p.until(lambda: at(p) == ("table", "Differences"), "the keyboard is in the table")
    rows = found.cells()
    kinds = sorted(row[found.headers().index("Finding")] for row in rows)
    check(kinds == ["Differs", "Differs", "Only at the vendor", "Only in the log"], f"the planted differences are found: {kinds}")
    check(any("asked past" not in cell and "=1+1 written anew at the vendor" in cell for row in rows for cell in row), "both values are shown")
    p.find("label", re.compile("Only in the log: 1. Only at the vendor: 1. Differing: 1."))
    audits.everything(p, "reconciliation, with its differences")
    p.fill("text", "Save to", str(folder / "reconciliation.csv"))
    p.go_to("button", "Save")
    p.keys("space")
    csv = p.until(lambda: (folder / "reconciliation.csv").exists() and (folder / "reconciliation.csv").read_text(encoding="utf-8"), "it is saved")
    check(csv.count("\n") == 5 and "'=1+1 written anew" in csv and "only_at_vendor" in csv, "the table is whole, and no cell of it is a formula")
    p.keys("Escape")
    p.window("Casebound")


def roster(p, folder):
    for digit in range(8, 3, -1):
        p.keys(f"ctrl+{digit}")
        if p.all("button", "Compare roster"):
            break
    p.go_to("button", "Compare roster")
    p.keys("space")
    found = p.find("table", "Differences of the roster", 30)
    people = {row[1] for row in found.cells()}
    check({"visitor-77", "agent-04"} <= people and "practice.agent" not in people, "strangers, and who left and is active again, are named; our own are not")
    audits.everything(p, "office, with the roster compared")
    p.fill("text", "Save to", str(folder / "roster.csv"))
    p.go_to("button", "Save")
    p.keys("space")
    csv = p.until(lambda: (folder / "roster.csv").exists() and (folder / "roster.csv").read_text(encoding="utf-8"), "it is saved")
    check("not_on_roster,visitor-77" in csv, "the list is saved")


def export(p, folder):
    """The whole log for outsiders, as the page Office writes it: checked by the program with the workstation's own key."""
    for digit in range(8, 3, -1):
        p.keys(f"ctrl+{digit}")
        if p.all("button", "Export log"):
            break
    p.fill("text", "Export to", str(folder))
    p.go_to("button", "Export log")
    p.keys("space")
    p.find("label", re.compile("were written and checked"), 60)
    sign_out(p)


def verified(verify, folder):
    """By the program of auditors, on the files alone. Nobody gave it a key, so it says of the signer that it cannot tell, and of nothing else."""
    done = subprocess.run([verify, "log", folder], capture_output=True, text=True, timeout=120, check=False)
    print(done.stdout)
    check(done.returncode == 2 and "no key was given" in done.stdout + done.stderr, "casebound-verify finds every hash of the signed review in order")
    events = b"".join(path.read_bytes() for path in sorted((folder / "tile" / "entries").rglob("*")) if path.is_file())
    for event in (b'"event":"review.opened"', b'"event":"review.item"', b'"event":"review.signed"', b'"event":"reconciliation.done"',
                  b'"outcome":"only_in_log:1 only_at_vendor:1 elsewhere:0 differing:1"', b'"event":"roster.compared"'):
        check(event in events, f"the log for outsiders holds {event.decode()}")


def main(program, verify, *arguments):
    with tempfile.TemporaryDirectory() as data:
        folder = pathlib.Path(data) / "log-for-outsiders"
        with Program([program, *arguments, "--data", data], {"CASEBOUND_PRACTICE_FAULTS": PLANTED}, timeout=60) as p:
            agents_work(p)
            review(p)
            reconcile(p, pathlib.Path(data))
            roster(p, pathlib.Path(data))
            export(p, folder)
        verified(verify, folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
