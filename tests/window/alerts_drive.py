"""The alert list by keyboard alone: an entry added, refused where it is due to be, a hit of it verified, and the entry removed again.

    virtual_display python3 alerts_drive.py PROGRAM [ARGUMENTS…]      (a training office; its vendor sends a hit now and then)
"""
import re
import sys
import tempfile

import audits
from driver import Program
from main_job_drive import CASE, check, entries, open_case, sign_in, to_table

PLATE = "PMX4810"
REASON = "Vehicle named in the sealed manifest of the practice smuggling case"


def add(p):
    p.keys("ctrl+3")
    check(p.find("label", "No alerts") is not None, "an empty list says so")
    audits.everything(p, "alerts, empty")
    p.keys("ctrl+n")
    p.window("Casebound – Add alert")
    p.until(lambda: p.value("Case") == CASE, "the only open case is chosen")
    audits.everything(p, "add alert")
    p.fill("text", "Plate", "PMX*")
    p.fill("combo box", "Jurisdiction", "Texas")
    p.pick("Purpose", "Follow a vehicle suspected of carrying contraband")
    p.fill("text", "Reason", REASON)
    before = entries(p)
    p.go_to("button", "Add alert")
    p.keys("space")
    p.until(lambda: "Wildcards" in p.field("Plate").description, "a part of a plate is refused in words")
    check(entries(p) == before, "and nothing is written or sent for it")
    p.fill("text", "Plate", PLATE)
    p.go_to("button", "Add alert")
    p.keys("space")
    p.until(lambda: "Casebound – Add alert" not in p.windows(), "the entry is taken")
    p.window("Casebound")
    p.until(lambda: any("active" in row[-1] and "confirmed" not in row[-1] for row in p.find("table", "Alert list").cells()),
            "the vendor confirmed it")
    check(entries(p) >= before + 2, "intention and outcome stand in the log")
    audits.everything(p, "alerts, with an entry", tab=False)     # a hit that comes meanwhile changes the way of Tab


def hit(p):
    p.until(lambda: p.all("label", "Hits: live"), "the page says how hits come in", 30)
    rows = p.until(lambda: p.all("table", "Hits") and p.find("table", "Hits").cells(), "a hit comes", 90)
    check(PLATE in rows[0] and "Unverified" in rows[0], f"it is unverified: {rows[0]}")
    p.until(lambda: p.find("table", "Hits").cells()[0][-1], "and says how long it took to the screen")
    audits.everything(p, "alerts, with a hit", tab=False)
    to_table(p, "Hits")
    p.keys("ctrl+Home", "Return")
    p.find("text", "What the image shows", 30)
    p.until(lambda: p.find("text", "What the image shows").enabled or p.all("label", re.compile("picture", re.I)), "it opens in Verify", 30)


def remove(p):
    p.keys("ctrl+3")
    to_table(p, "Alert list")
    p.keys("ctrl+Home", "Delete")
    p.window("Casebound – Remove")
    p.fill("text", "Reason", "The practice is over")
    p.go_to("button", "Remove")
    p.keys("space")
    p.window("Casebound")
    p.find("label", "No alerts", 30)
    check(not p.all("table", "Hits"), "its hits went with it")


def main(command):
    with tempfile.TemporaryDirectory() as data, Program([*command, "--data", data], timeout=60) as p:
        sign_in(p)
        open_case(p)
        add(p)
        hit(p)
        remove(p)
        p.keys("ctrl+l")
        p.find("button", "Unlock")
        check(not [t for t in p.root.everything() for words in t.says() if PLATE in words], "no plate is said while locked")
    check(not audits.FOUND, "every audit passed" if not audits.FOUND else "\n".join(["audits:", *audits.FOUND]))


if __name__ == "__main__":
    main(sys.argv[1:])
