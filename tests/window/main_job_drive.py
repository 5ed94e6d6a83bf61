"""The main job by keyboard alone, found through the names a screen reader says: search, refusal, verification by eye, keeping, locking.

    virtual_display python3 main_job_drive.py PROGRAM [ARGUMENTS…]      (a training office)
"""
import re
import sys
import tempfile

import audits
from driver import Program

CASE = "PM-DRIVE-0007"
TITLE = "Practice: crates at the long quay"
REASON = "Vehicle named in the sealed manifest of the practice smuggling case"
RELEVANCE = "Places the vehicle at the harbour road on the day of the delivery"
NOTE = "Too dark to tell any character"
PLATE = "PMX4810"      # What the pictures of the practice town show; nothing below reads it from the program.
FIELDS = ["Case", "Matter", "Offence", "Purpose", "Reason", "On behalf of", "Plate", "Jurisdiction", "From", "To"]
PLATE_LIKE = re.compile(r"(?<![\w-])(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{5,8}(?![\w-])")


def check(truth, what):
    assert truth, what
    print("ok:", what)


def at(p):
    thing = p.focused()
    return (thing.role, thing.label or thing.name) if thing else None


def entries(p):
    words = p.find("label", re.compile("^Log: in order, ")).name
    return int(re.search(r"([\d,]+) entr", words).group(1).replace(",", ""))


def plates_said(p):
    """Every plate-like word anywhere in the tree, hidden widgets and table cells included; the case has one of its own."""
    found = {}
    for thing in p.root.everything():
        for words in thing.says():
            for word in PLATE_LIKE.findall("" if "USC" in words else words.replace(CASE, "")):     # statutes look like plates
                found.setdefault(word, str(thing))
    return found


def hidden(p, what):
    said = plates_said(p)
    check(set(said) == {PLATE}, f"{what}: no machine’s text is anywhere in the accessibility tree" if set(said) == {PLATE} else f"{what}: {said}")


def sign_in(p, accept=True):
    p.window("Casebound – Sign in", 60)
    p.until(lambda: at(p) == ("button", "Practise as agent"), "the keyboard is on “Practise as agent”")
    audits.everything(p, "sign-in window")
    p.go_to("button", "Practise as agent")
    p.keys("Return")
    p.window("Casebound – Conditions of use", 60)
    p.keys("End")
    p.until(lambda: p.find("button", "I accept").enabled, "“I accept” opens at the end of the text")
    audits.everything(p, "conditions of use")
    p.go_to("button", "I accept" if accept else "Decline")
    p.keys("space")
    if accept:
        p.window("Casebound", 60)
        p.gone("frame", "Casebound – Conditions of use")


def open_case(p):
    p.keys("ctrl+o")
    p.window("Casebound – Open case")
    p.fill("text", "Case number", CASE)
    p.fill("text", "Working title", TITLE)
    p.pick("Matter", "Criminal")
    audits.everything(p, "open case")
    p.fill("combo box", "Offence", "smuggling of other contraband")
    p.keys("Down", "Return")
    p.until(lambda: p.value("Offence").startswith("Smuggling of other contraband"), "the offence is chosen")
    p.go_to("button", "Open case")
    p.keys("space")
    p.until(lambda: "Casebound – Open case" not in p.windows(), "the case is open")
    p.window("Casebound")
    said = p.find("status bar", f"Case {CASE} is open.")
    audits.everything(p, "case file, with a case")
    p.until(lambda: not p.all("status bar", f"Case {CASE} is open."), f"“{said.name}” goes by itself", 15)


def fill_search(p, plate, jurisdiction, reason):
    p.fill("text", "Reason", reason)
    p.fill("text", "Plate", plate)
    p.fill("combo box", "Jurisdiction", jurisdiction)
    p.keys("Tab")


def refused(p):
    p.keys("ctrl+1")
    p.until(lambda: at(p) == ("combo box", "Case"), "the form starts at Case")
    audits.everything(p, "search, empty")
    p.fill("combo box", "Case", CASE)
    p.keys("Tab")
    for name in FIELDS:
        p.field(name)
    p.until(lambda: p.value("Matter") == "Criminal" and p.value("Offence").startswith("Smuggling of other"), "matter and offence follow from the case")
    p.pick("Purpose", "Follow a vehicle suspected of carrying contraband")
    fill_search(p, "PMX*", "NB", "investigation")
    before = entries(p)
    p.keys("ctrl+Return")
    for name in ("Reason", "Plate", "Jurisdiction"):
        description = p.until(lambda n=name: p.field(n).description, f"{name} says why it is refused")
        check(len(description.split()) > 4 and p.all("label", description), f"{name} is refused in words: {description}")
    check(at(p) == ("text", "Reason"), "the keyboard is on the first refused field")
    check(entries(p) - before == 1, "the log has the refusal, and no query")
    check(not p.all("table", "Reads") and not p.all("combo box", "Open query"), "nothing was asked of the vendor")
    audits.everything(p, "search, refused", tab=False)


def search(p):
    fill_search(p, PLATE, "Texas", REASON)
    p.go_to("button", "Up to the limit")
    p.keys("space")
    before = entries(p)
    p.keys("ctrl+Return")
    reads = p.find("table", "Reads", 30)
    p.until(lambda: len(reads.cells()) == 38, "38 reads", 30)
    near = p.find("table", "Near matches")
    check(len(near.cells()) == 2, "38 reads and, apart from them, 2 near matches")
    p.until(lambda: entries(p) >= before + 2, "intent and outcome are in the log")
    verdict = reads.headers().index("Verdict")
    check({row[verdict] for row in reads.cells() + near.cells()} == {"Unverified"}, "every read is unverified")
    hidden(p, "results")
    first = reads.cells()[0]
    check([name for name in reads.headers() if name in ("Time", "Age", "Verdict", "Plate", "Camera", "Place", "Confidence", "Note")] and PLATE not in first,
          "the table repeats no plate")
    audits.everything(p, "search, with reads")


def to_table(p, name):
    for _ in range(12):
        if at(p) == ("table", name):
            return
        mark = p.focused()
        p.keys("F6")
        p.settle(mark.identity if mark else None)
    raise AssertionError(f"F6 does not reach the table {name!r}")


def verify(p):
    to_table(p, "Reads")
    p.keys("ctrl+Home", "Return")
    p.until(lambda: at(p) == ("text", "What the image shows"), "Enter on a read begins the typing beside its picture", 20)
    check(not p.all("button", "Compare") or not p.find("button", "Confirmed").enabled, "nothing can be confirmed before it was typed")
    hidden(p, "before the comparison")
    audits.everything(p, "verify, before the comparison")
    p.fill("text", "What the image shows", PLATE)
    p.fill("combo box", "Jurisdiction shown", "Texas")
    p.go_to("button", "Compare")
    p.keys("space")
    p.find("table", re.compile("Comparison|compar", re.I))
    p.until(lambda: at(p) == ("table", "Queue"), "the keyboard goes to the queue, where the verdict keys work")
    audits.everything(p, "verify, after the comparison")
    to_table(p, "Queue")
    p.keys("y")
    p.until(lambda: p.all("label", re.compile("^Verdict: Confirmed")), "Y confirms")
    p.fill("text", "Relevance", RELEVANCE)
    p.go_to("button", "Keep for the case")
    p.keys("space")
    p.until(lambda: p.all("label", re.compile("Kept for the case")), "the read is kept")

    p.until(lambda: at(p) == ("table", "Queue"), "the keyboard is back in the queue")
    p.keys("space")
    p.until(lambda: not p.all("label", re.compile("Kept for the case")), "Space shows the next read")
    p.until(lambda: p.find("button", "Unreadable").enabled, "its picture is there")
    p.keys("u")
    p.until(lambda: at(p) == ("text", "Note") and "note" in p.find("text", "Note").description, "U asks for a note, in words")
    p.type(NOTE)
    p.keys("Return")
    p.until(lambda: p.all("label", re.compile("^Verdict: Unreadable")), "the read is called unreadable, with its note")

    # The hidden text is real: on a near match the comparison brings another plate than the one asked for.
    to_table(p, "Queue")
    queue = p.find("table", "Queue").cells()
    p.keys("ctrl+Home", *["Down"] * next(i for i, row in enumerate(queue) if "Near match" in row))
    p.until(lambda: p.find("text", "What the image shows").enabled and not p.find("text", "What the image shows").text, "the near match is shown")
    hidden(p, "near match before the comparison")
    p.until(lambda: p.find("button", "Compare").enabled, "its picture is there")
    p.fill("text", "What the image shows", PLATE)
    p.keys("Return")
    other = p.until(lambda: set(plates_said(p)) - {PLATE}, "the comparison shows what the machine read")
    check(len(other) == 1, "comparing shows one machine’s text, of this read")


def case_file(p):
    p.keys("ctrl+4")
    kept = p.find("table", "Kept reads")
    rows = kept.cells()
    check(len(rows) == 1 and RELEVANCE in rows[0] and "Confirmed" in rows[0], "the case file has the kept read with verdict and relevance")
    to_table(p, "Kept reads")
    p.keys("ctrl+Home")
    p.find("label", RELEVANCE)
    audits.everything(p, "case file, with a kept read")


def choose_reads(p):
    wizard = f"Casebound – Export case {CASE}"
    p.keys("ctrl+e")
    p.window(wizard)
    p.go_to("button", "Choose reads")
    p.keys("space")
    p.window("Casebound – Reads of the export")
    p.until(lambda: at(p) == ("list", "Kept reads"), "the keyboard is on the reads that go into an export")
    p.keys("space")
    p.find("label", re.compile("^0 of 1 kept reads go into the export"))
    audits.everything(p, "export, choice of reads")
    p.go_to("button", "Use this choice")
    p.keys("space")
    p.window(wizard)
    p.find("label", re.compile("^0 of 1 kept reads go into the export"))
    check(at(p) == ("button", "Choose reads"), "a read is left out by keyboard, and the keyboard is back on the choice")
    audits.everything(p, "export, a read left out")
    p.keys("Escape")
    p.window("Casebound")


def nothing_said(p, secrets, what):
    found = [(secret, str(thing)) for thing in p.root.everything() for words in thing.says() for secret in secrets if secret.lower() in words.lower()]
    check(not found, f"{what}: nothing of the work is in the accessibility tree, hidden or not" if not found else f"{what}: {found[:6]}")


def lock(p):
    secrets = [PLATE, "PMX", CASE, TITLE, "manifest", "harbour", "Texas", "Unverified", "Confirmed", "contraband", NOTE, "SECRET-9", "2026-"]
    def locked(what):
        p.keys("ctrl+l")
        p.find("button", "Unlock")
        nothing_said(p, secrets, what)

    def unlock():
        p.type(hint)
        p.keys("Return")
        p.gone("button", "Unlock")

    p.keys("ctrl+1")
    locked("locked")
    check(p.windows() == ["Casebound"], "one window is left")
    audits.everything(p, "locked")
    p.go_to("password text", "PIN or passphrase")
    hint = p.find("label", re.compile("While practising it is: ")).name.split(": ", 1)[1]
    p.type("wrong")
    p.keys("Return")
    p.until(lambda: "stays locked" in p.find("password text", "PIN or passphrase").description, "a wrong passphrase leaves it locked, in words")
    nothing_said(p, secrets, "after a wrong passphrase")
    unlock()
    check(len(p.find("table", "Reads").cells()) == 38 and p.value("Plate") == PLATE, "unlocking brings back reads and form as they were")
    audits.everything(p, "search, after unlocking")

    p.keys("ctrl+o")
    p.window("Casebound – Open case")
    p.fill("text", "Case number", "SECRET-9")
    locked("locked over a dialog")
    unlock()
    p.window("Casebound – Open case")
    check(p.value("Case number") == "SECRET-9", "the dialog comes back with what was typed")
    p.keys("Escape")
    p.until(lambda: "Casebound – Open case" not in p.windows(), "and can be left")


def leave(p):
    p.window("Casebound")
    p.keys("ctrl+shift+l")
    question = p.until(lambda: next((w for w in p.windows() if w != "Casebound"), None), "leaving asks about reads nobody judged")
    p.window(question)
    audits.everything(p, "question before leaving")
    p.go_to("button", "Sign out")
    p.keys("space")
    p.window("Casebound – Sign in")
    check(p.windows() == ["Casebound – Sign in"], "signing out leaves the sign-in window alone")
    nothing_said(p, [PLATE, CASE, RELEVANCE, NOTE], "signed out")


def main(command):
    with tempfile.TemporaryDirectory() as data, Program([*command, "--data", data], timeout=60) as p:
        sign_in(p)
        open_case(p)
        refused(p)
        search(p)
        verify(p)
        case_file(p)
        choose_reads(p)
        lock(p)
        leave(p)
    with tempfile.TemporaryDirectory() as data, Program([*command, "--data", data], timeout=60) as p:
        sign_in(p, accept=False)
        p.window("Casebound – Sign in")
        check(p.windows() == ["Casebound – Sign in"] and p.find("label", re.compile("You declined")), "declining ends it at the sign-in window, in words")
    check(not audits.FOUND, "every audit passed" if not audits.FOUND else "\n".join(["audits:", *audits.FOUND]))


if __name__ == "__main__":
    main(sys.argv[1:])
