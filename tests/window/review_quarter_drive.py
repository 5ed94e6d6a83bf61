"""A whole quarter reviewed by keyboard alone: 5,000 entries and more of a practice desk, which quarter_log wrote with the program's own store.
The signature is checked by openssl, the log by casebound-verify with the workstation's key, and the next review begins where this one ended.

    virtual_display python3 review_quarter_drive.py PROGRAM VERIFY QUARTER_LOG [ARGUMENTS…]
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from driver import Program
from review_drive import PASSPHRASE, at, check, export, review_page, sign_in

ENTRIES = 5000
JUDGED = re.compile(r"^([\d,]+) of ([\d,]+) items are judged")


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def number(words):
    return int(re.sub(r"\D", "", words))


def state(p):
    """The label that counts; it stays the same object while its words change."""
    return p.find("label", JUDGED)


def judged(label):
    found = JUDGED.match(label.name)
    return (number(found.group(1)), number(found.group(2))) if found else (0, 0)


def look_around(p):
    """Filters and indicators, by Tab and typing."""
    def left():
        return number(p.find("label", re.compile(r"^[\d,]+ entr")).name)

    whole = left()
    check(whole >= ENTRIES, f"{whole} entries are there, read and checked")
    p.fill("text", "Plate", "PMX4810")
    p.until(lambda: 0 < left() < 100, "a plate's entries alone")
    p.fill("text", "Plate", "")
    p.keys("ctrl+a", "BackSpace")
    p.fill("text", "Reason", "manif seal 12")
    p.until(lambda: 0 < left() < whole, "entries by the beginnings of words of their reasons")
    p.go_to("text", "Reason", back=True)
    p.keys("ctrl+a", "BackSpace")
    p.until(lambda: left() == whole, "all of them again")
    p.go_to("table", "Indicators, not findings")
    rows = p.find("table", "Indicators, not findings").cells()
    check(any("again and again" in row[0] for row in rows), "the plate that was searched again and again is an indicator")
    check(not any("_" in row[3] for row in rows), f"no inner word stands in what an indicator is about: {[row[3] for row in rows]}")
    p.keys("ctrl+Home", "Return")
    p.find("label", re.compile("^Only the entries of the indicator"))
    p.go_to("button", "Show all again", back=True)
    p.keys("space")
    p.until(lambda: left() == whole, "all of them once more")


def review(p):
    sign_in(p, "supervisor")
    review_page(p)
    p.go_to("button", "New review")
    p.keys("space")
    p.until(lambda: p.find("button", "Draw sample").enabled, "every entry of the quarter is read and checked", 60)
    look_around(p)
    p.keys("ctrl+g")
    p.until(lambda: p.find("button", "Sign review").enabled, "the sample is drawn")
    label = state(p)
    done, items = judged(label)
    check(done == 0 and items >= 50, f"{items} items are to be judged")
    p.until(lambda: at(p) == ("table", "Audit entries"), "the keyboard is in the table")
    for key, button, note in (("q", "Question", "Which manifest?"), ("r", "Refer", "The same plate, and nothing was ever kept.")):
        p.keys(key)
        p.until(lambda: at(p) == ("text", "Note"), f"{button} asks for its note")
        p.type(note)
        p.go_to("button", button)
        p.keys("space")
        done += 1
        p.until(lambda n=done: judged(label)[0] == n, f"{button} is on record")
        p.until(lambda: at(p) == ("table", "Audit entries"), "the keyboard is back in the table")
    while done < items:
        p.keys("i")
        done += 1
        p.until(lambda n=done: judged(label)[0] == n, f"{done} of {items} items are judged")
    p.until(lambda: at(p) == ("password text", "PIN or passphrase"), "signing asks for the credential")
    p.type(PASSPHRASE)
    p.keys("Return")
    p.find("label", re.compile("^The review was signed; the next one begins where it ends"), 30)
    return items


def next_review(p):
    p.go_to("button", "New review")
    p.keys("space")
    p.until(lambda: p.find("button", "Draw sample").enabled, "the next review is open and read", 30)


def said_by_the_log(quarter_log, data, items):
    out = pathlib.Path(data) / "said"
    out.mkdir()
    reviews = json.loads(run(quarter_log, "reviews", data, out))
    check(len(reviews) == 2, "the log has this review and the next")
    first, second = reviews
    check(first["verdicts"] == {"in_order": items - 2, "question": 1, "refer": 1}, f"every item's verdict stands in the log: {first['verdicts']}")
    check(len(first["signatures"]) == 1 and first["signatures"][0]["whole"], "the review is signed, and nothing is left")
    check((second["first"], second["from"]) == (first["end"], first["to"]), f"the next review begins at entry {first['end']}, where this one ended")
    entry = first["signatures"][0]["entry"]
    statement = json.loads((out / f"{entry}.statement").read_text(encoding="utf-8"))
    check(statement["period_root"] == first["root_at_end"], "the checkpoint it begins at is the one that was signed")
    check(statement["items"] == items and statement["left"] == 0, "the statement counts every item")
    run("openssl", "cms", "-verify", "-inform", "DER", "-in", out / f"{entry}.signature", "-content", out / f"{entry}.statement", "-binary",
        "-noverify", "-certfile", pathlib.Path(data) / "training" / "supervisor.pem", "-out", os.devnull)
    print("ok: openssl finds the supervisor's signature over the statement good")
    return statement


def main(program, verify, quarter_log, *arguments):
    # Days are the log's: the desk works from nine to five.
    os.environ["TZ"] = "UTC"
    shared = pathlib.Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if os.access(shared, os.W_OK) else None) as data:
        key, size = run(quarter_log, "make", data, ENTRIES).splitlines()
        check(int(size) >= ENTRIES, f"a quarter of {size} entries is written")
        folder = pathlib.Path(data) / "log-for-outsiders"
        begun = time.monotonic()
        with Program([program, *arguments, "--data", data], timeout=60) as p:
            items = review(p)
            print(f"reviewed and signed in {time.monotonic() - begun:.0f} s")
            next_review(p)
            export(p, folder)
        print(run(verify, "log", folder, "--verifier-key", key))
        print("ok: casebound-verify finds the log in order, signed by the workstation")
        said_by_the_log(quarter_log, data, items)


if __name__ == "__main__":
    main(*sys.argv[1:])
