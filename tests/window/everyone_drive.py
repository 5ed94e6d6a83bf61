"""Every page and dialog a person meets, looked at for everyone (R20; Section 508, WCAG 2.2 AA): names, target sizes, edges, contrast as the
pixels have it, and, where asked, the way of Tab, and words that nobody translated.

    virtual_display -s 1440x900 python3 everyone_drive.py [OPTIONS] PROGRAM [ARGUMENTS…]      (a training office)

    --words FILE.ts    the language of the window; English without it
    --marked           the words are the made-up language of pseudo.py: whatever lacks its brackets was never translated
    --scale N          the window is drawn N times as large (the screen has to be, too)
    --tabs             Tab goes round every page and back
"""
import argparse
import os
import re
import sys
import tempfile
import xml.etree.ElementTree as ET

import audits
import contrast
from driver import Program

CASE = "PM-EVERYONE-1"
PLATE = "PMX4810"


class Words:
    """What the window calls a thing that the sources call by its English words."""

    def __init__(self, path=None):
        self._said = {}
        if path:
            for message in ET.parse(path).getroot().iter("message"):
                source = self._bare(message.findtext("source"))
                self._said.setdefault(source, set()).add(self._bare(message.findtext("translation")))

    @staticmethod
    def _bare(text):
        return re.sub(r"&(?!&)", "", text or "")

    def __call__(self, english):
        """A pattern for exactly that; `…` stands for whatever is filled in."""
        either = self._said.get(english, {english})
        return re.compile("^(" + "|".join(re.sub(r"%\w", ".*", re.escape(words).replace(r"\%", "%")) for words in sorted(either)) + ")$")


class Look:
    """Audits one thing after another, and goes on after a fault: they are told together."""

    def __init__(self, p, options, w):
        self.p, self.options, self.training = p, options, w("TRAINING – made-up data")

    def at(self, what):
        window = audits.active(self.p)
        wrong = audits.names(window) + audits.sizes(window) + audits.outside(window)
        with tempfile.NamedTemporaryFile(suffix=".png") as picture:
            wrong += contrast.faults(picture.name, audits.shown(window), self.options.scale)
        if not any(self.training.search(thing.name) for thing in audits.shown(window)):
            wrong.append("nothing says that it is training")
        if self.options.marked:
            wrong += audits.untranslated(window)
        audits.FOUND.extend(f"{what}: {each}" for each in wrong)
        if self.options.tabs:
            try:
                audits.tabs(self.p, window)
            except AssertionError as fault:
                audits.FOUND.append(f"{what}: tabs: {fault}")
        print(f"audited: {what}" + (f" ({len(wrong)} faults)" if wrong else ""))


def sign_in(p, w, look):
    p.window(w("Casebound – Sign in"), 60)
    look.at("sign-in window")
    p.go_to("button", w("Practise as supervisor"))
    p.keys("Return")
    p.window(w("Casebound – Conditions of use"), 60)
    p.keys("End")
    accept = w("I accept")
    p.until(lambda: p.find("button", accept).enabled, "the conditions can be accepted at their end")
    look.at("conditions of use")
    p.go_to("button", accept)
    p.keys("space")
    p.window(w("Casebound"), 60)
    p.gone("frame", w("Casebound – Conditions of use"))


def dialogs(p, w, look):
    p.keys("ctrl+slash")
    p.window(w("Casebound – Keyboard shortcuts"))
    look.at("keyboard shortcuts")
    p.keys("Escape")
    p.window(w("Casebound"))
    p.keys("F1")
    p.find(None, w("Close help"))
    look.at("help beside the page")
    p.keys("F1")
    p.gone(None, w("Close help"))


def open_case(p, w, look):
    p.keys("ctrl+o")
    title = w("Casebound – Open case")
    p.window(title)
    look.at("open case")
    p.go_to("button", w("Open case"))
    p.keys("space")
    p.until(lambda: p.find("text", w("Case number")).description, "the empty number is refused in words")
    look.at("open case, refused")
    p.fill("text", w("Case number"), CASE)
    p.fill("text", w("Working title"), f"{CASE}: crates at the long quay")
    p.go_to("combo box", w("Matter"))
    p.keys("Home", "Down")
    if not p.all("combo box", w("Offence")):
        p.keys("Up")
    p.fill("combo box", w("Offence"), "18 USC 541")       # a statute is the same in every language
    p.keys("Down", "Return")
    p.go_to("button", w("Open case"))
    p.keys("space")
    p.until(lambda: not any(title.search(name) for name in p.windows()), "the case is open")
    p.window(w("Casebound"))


def search(p, w, look):
    p.keys("ctrl+1")
    look.at("search, empty")
    p.fill("combo box", w("Case"), CASE)
    p.keys("Tab")
    p.go_to("combo box", w("Purpose"))
    p.keys("Home", "Down")
    p.fill("text", w("Reason"), "investigation")
    p.keys("ctrl+Return")
    p.until(lambda: p.field(w("Reason")).description, "the reason is refused in words")
    look.at("search, refused")
    p.fill("text", w("Reason"), "Vehicle named in the sealed manifest of the practice smuggling case")
    p.fill("text", w("Plate"), PLATE)
    p.fill("combo box", w("Jurisdiction"), "Texas")
    p.keys("Tab")
    p.go_to("button", w("Up to the limit"))
    p.keys("space", "ctrl+Return")
    reads = p.find("table", w("Reads"), 60)
    p.until(lambda: len(reads.cells()) == 38, "38 reads", 60)
    look.at("search, with reads")


def verify(p, w, look):
    p.keys("ctrl+2")
    p.find("text", w("What the image shows"), 30)
    p.until(lambda: p.find("button", w("Compare")).enabled or p.find("text", w("What the image shows")).enabled, "the picture is there", 30)
    look.at("verify, before the comparison")
    p.fill("text", w("What the image shows"), PLATE)
    p.fill("combo box", w("Jurisdiction shown"), "Texas")
    p.keys("Tab")
    p.go_to("button", w("Compare"))
    p.keys("space")
    p.until(lambda: p.find("button", w("Confirmed")).enabled or p.find("button", w("Different plate")).enabled, "the comparison is there")
    look.at("verify, after the comparison")


def other_pages(p, w, look):
    count = len([thing for thing in p.find("list", w("Pages")).children()])
    for number in range(3, count + 1):
        p.keys(f"ctrl+{number}")
        look.at(f"page {number} of {count}")


def oversight(p, w, look):
    """What the pages of oversight show once something was compared."""
    for number in range(8, 3, -1):
        p.keys(f"ctrl+{number}")
        if p.all("button", w("Reconcile with vendor")):
            break
    p.go_to("button", w("Reconcile with vendor"))
    p.keys("space")
    p.window(w("Casebound – Reconcile with vendor"))
    look.at("reconciliation, before it")
    p.go_to("button", w("Compare"))
    p.keys("space")
    p.find("table", w("Differences"), 30)
    look.at("reconciliation, with a difference")
    p.keys("Escape")
    p.window(w("Casebound"))
    for number in range(8, 3, -1):
        p.keys(f"ctrl+{number}")
        if p.all("button", w("Compare roster")):
            break
    p.go_to("button", w("Compare roster"))
    p.keys("space")
    p.find("table", w("Differences of the roster"), 30)
    look.at("office, with the roster compared")


def lock(p, w, look):
    p.keys("ctrl+l")
    p.find("button", w("Unlock"))
    look.at("locked")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--words")
    options.add_argument("--marked", action="store_true")
    options.add_argument("--tabs", action="store_true")
    options.add_argument("--scale", type=int, default=1)
    options.add_argument("command", nargs=argparse.REMAINDER)
    options = options.parse_args()
    w = Words(options.words)
    environment = {"QT_SCALE_FACTOR": str(options.scale), "CASEBOUND_PRACTICE_FAULTS": "audit-other-fields"}
    with tempfile.TemporaryDirectory() as data, Program([*options.command, "--data", data], environment, timeout=60) as p:
        look = Look(p, options, w)
        for step in (sign_in, dialogs, open_case, search, verify, other_pages, oversight, lock):
            step(p, w, look)
    assert not audits.FOUND, "\n".join(["audits:", *sorted(set(audits.FOUND))])
    print("ok: every audit passed")


if __name__ == "__main__":
    os.environ.setdefault("LANG", "C.UTF-8")
    sys.exit(main())
