"""The frame of the window by keyboard alone: sign in, read the conditions, go through pages and panes, lock, unlock, sign out.

    virtual_display python3 shell_drive.py PROGRAM [ARGUMENTS…]      (a training office; nothing is searched here)
"""
import re
import sys

from driver import Program


def check(truth, what):
    assert truth, what
    print("ok:", what)


def in_frame(p):
    """Where the keyboard is, as role and name."""
    thing = p.focused()
    return (thing.role, thing.name or thing.label) if thing else None


def sign_in(p):
    p.window("Casebound – Sign in", 60)
    p.until(lambda: in_frame(p) == ("button", "Practise as agent"), "the keyboard is on “Practise as agent”")
    p.keys("Return")
    p.window("Casebound – Conditions of use", 60)
    p.keys("End")
    p.until(lambda: p.find("button", "I accept").enabled, "“I accept” opens at the end of the text")
    p.keys("Tab", "space")
    p.window("Casebound", 60)


def main(command):
    with Program(command, timeout=60) as p:
        p.window("Casebound – Sign in", 60)
        check(p.windows() == ["Casebound – Sign in"], "the sign-in window stands alone")
        p.find(None, "TRAINING – made-up data")
        p.find("button", "Practise as supervisor")
        p.until(lambda: in_frame(p) == ("button", "Practise as agent"), "the keyboard is on “Practise as agent”")
        p.keys("Return")

        p.window("Casebound – Conditions of use", 60)
        check("Casebound" not in p.windows(), "no main window before the conditions are accepted")
        accept = p.find("button", "I accept")
        check(not accept.enabled, "“I accept” is shut at the beginning of the text")
        p.keys("End")
        p.until(lambda: p.find("button", "I accept").enabled, "“I accept” opens at the end of the text")
        p.keys("Escape")
        p.window("Casebound – Sign in")
        check(p.find(None, re.compile("You declined")), "Escape declined, and the window says what that means")

        sign_in(p)
        p.gone("frame", "Casebound – Conditions of use")
        check(p.windows() == ["Casebound"], "the main window stands alone")
        p.find(None, "TRAINING – made-up data")
        names = [thing.name for thing in p.all("list item")]
        check([n for n in names if n in ("Search", "Verify", "Alerts", "Case file")] == ["Search", "Verify", "Alerts", "Case file"], "the pages are listed in order")
        check(p.find(None, re.compile(r"^Log: in order, [\d,]+ entr")), "the status bar says the log is in order")

        p.keys("ctrl+4")
        p.find("button", "Open case")
        p.keys("ctrl+o")
        p.window("Casebound – Open case")
        p.keys("Return")
        p.until(lambda: "case number is missing" in p.find("text", "Case number").description.lower(), "the refused field says why to a screen reader")
        p.keys("Escape")
        p.until(lambda: "Casebound – Open case" not in p.windows(), "Escape leaves the dialog")

        p.keys("F1")
        p.find(None, re.compile("DHS/ICE/PIA-039"))
        p.keys("F1")
        p.gone(None, "Close help")
        places = set()
        for _ in range(6):
            p.keys("F6")
            places.add(in_frame(p))
        check(len(places) >= 2, f"F6 goes through the panes ({places})")

        p.keys("ctrl+slash")
        p.window("Casebound – Keyboard shortcuts")
        rows = p.find("table", "Keyboard shortcuts").cells()
        check(["Lock", "Ctrl+L"] in rows, "the shortcut sheet lists the lock")
        p.keys("Escape")

        p.keys("ctrl+o")
        p.window("Casebound – Open case")
        p.keys("Escape")
        p.keys("ctrl+l")
        p.find("button", "Unlock")
        check(not p.all("list item") and not p.all("table"), "nothing of the pages is shown while locked")
        check(not p.all(None, re.compile("^Log:")), "the status bar is hidden while locked")
        hint = p.find("label", re.compile("While practising it is: ")).name.split(": ", 1)[1]
        p.type("wrong")
        p.keys("Return")
        p.until(lambda: "stays locked" in p.find("password text", "PIN or passphrase").description, "a wrong passphrase leaves it locked, in words")
        p.type(hint)
        p.keys("Return")
        p.gone("button", "Unlock")
        p.find("list item", "Search")

        p.keys("ctrl+shift+l")
        p.window("Casebound – Sign in")
        check(p.windows() == ["Casebound – Sign in"], "signing out leaves the sign-in window alone")
        check(p.find(None, re.compile("You signed out")), "and says so")

        sign_in(p)
        p.fill("text", "Plate", "PMX4810")
        for _ in range(2):                      # the second one changes nothing: the end is under way
            p.process.terminate()
        check(p.process.wait(30) == 0, "the computer's request to end ends it in order, and asks nobody")

    with Program(command, timeout=60) as p:
        sign_in(p)
        p.until(lambda: p.find("text", "Plate").text == "PMX4810", "what was typed is there again")


if __name__ == "__main__":
    main(sys.argv[1:])
