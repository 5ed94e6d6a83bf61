"""A review by keyboard alone, found through the names a screen reader says: searches, a supervisor's review, the signature; the log is then
checked from outside.

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
    for event in (b'"event":"review.opened"', b'"event":"review.item"', b'"event":"review.signed"'):
        check(event in events, f"the log for outsiders holds {event.decode()}")


def main(program, verify, *arguments):
    with tempfile.TemporaryDirectory() as data:
        folder = pathlib.Path(data) / "log-for-outsiders"
        with Program([program, *arguments, "--data", data], timeout=60) as p:
            agents_work(p)
            review(p)
            export(p, folder)
        verified(verify, folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
