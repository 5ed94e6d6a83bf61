"""README's ten-minute path, word for word, and then a sign-in at the real window with PKCS#12.

    virtual_display python3 readme_office_drive.py BIN_FOLDER
"""
import os
import pathlib
import re
import shlex
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "window"))

import main_job_drive as job  # noqa: E402
from driver import Program  # noqa: E402
from office import PASSPHRASES, Office, type_along  # noqa: E402


def check(truth, what):
    assert truth, what
    print("ok:", what)


def sign_in(p, credential, passphrase):
    p.window("Casebound – Sign in", 60)
    p.go_to("text", "Credential")
    p.keys("ctrl+a", "BackSpace")
    p.type(str(credential))
    p.go_to("password text", "PIN or passphrase")
    p.type(passphrase)
    p.keys("Return")


def accept(p):
    p.window("Casebound – Conditions of use", 60)
    p.keys("End")
    p.until(lambda: p.find("button", "I accept").enabled, "“I accept” opens at the end of the text")
    p.keys("Tab", "space")
    p.window("Casebound", 60)


def first_search(p):
    """The same search as in training, asked of the vendor under the office's own certificates."""
    job.open_case(p)
    p.keys("ctrl+1")
    p.until(lambda: job.at(p) == ("combo box", "Case"), "the form starts at Case")
    p.fill("combo box", "Case", job.CASE)
    p.keys("Tab")
    p.pick("Purpose", "Follow a vehicle suspected of carrying contraband")
    job.fill_search(p, job.PLATE, "Texas", job.REASON)
    before = job.entries(p)
    p.keys("ctrl+Return")
    reads = p.find("table", "Reads", 30)
    p.until(lambda: reads.cells(), "there are reads", 30)
    p.until(lambda: job.entries(p) >= before + 2, "intent and outcome are in the log")


def main(bin_folder):
    with tempfile.TemporaryDirectory() as folder, Office(folder, bin_folder) as office:
        check((office.folder / "profile.json.p7s").stat().st_size > 0, "README's commands made a signed profile")
        people = office.folder / "people"
        os.chdir(office.folder)
        command = shlex.split(office.start)
        with Program(command, timeout=60) as p:
            sign_in(p, people / "agent.one.p12", "not the passphrase")
            check(p.find(None, re.compile("PIN or passphrase is not right")), "a wrong passphrase is said to be wrong")
            check(not p.all(None, re.compile("TRAINING")), "no training mark in a real office")
            sign_in(p, people / "agent.one.p12", PASSPHRASES["agent.one"])
            accept(p)
            check(p.find(None, re.compile(r"^Log: in order, [\d,]+ entr")), "signed in at the practice vendor; the log is in order")
            first_search(p)
            check(True, "from nothing to the first search")
            p.keys("ctrl+shift+l")
            p.window("Casebound – Sign out")    # about reads nobody judged
            p.go_to("button", "Sign out")
            p.keys("space")
            p.window("Casebound – Sign in")

            # Somebody leaves while the window is open: the credential no longer counts at the very next sign-in.
            office.run("casebound-admin user remove supervisor.two; casebound-admin reviewer add agent.one --certificate recovery.pem; "
                       "casebound-admin profile sign")
            sign_in(p, people.parent / "administrator.p12", PASSPHRASES["administrator"])
            check(p.find(None, re.compile("not on the")), "somebody who is not on the roster is told so")
            sign_in(p, people / "agent.one.p12", PASSPHRASES["agent.one"])
            accept(p)
            check(p.find(None, re.compile(r"^Log: in order, [\d,]+ entr")), "the next sign-in went on with other keys")
            p.keys("ctrl+q")
            check(p.process.wait(30) == 0, "it ends by itself, with its log's head signed")

        # An altered profile: the program says so in a window, and opens nothing.
        profile = office.folder / "profile.json"
        good = profile.read_bytes()
        profile.write_bytes(good.replace(b'"house_years": 10', b'"house_years": 40'))
        with Program(command, timeout=60) as p:
            check(p.find(None, re.compile("altered after it was signed")), "an altered profile is refused in words")
            p.keys("Escape")
            check(p.process.wait(20) == 3, "and the program ends")
        profile.write_bytes(good)

        # The recovery key opens the way for people who are all new, and the keys for an auditor.
        data = command[command.index("--data") + 1]
        status, said = type_along(f"casebound-admin recover --data {shlex.quote(data)} --keys-to ../audit", office.folder)
        check(status == 0, f"the recovery key gets at the keys: {said.strip()}")
        status, said = type_along("casebound-admin workstation key desk-1 > ../desk-1.pem; casebound-verify log "
                                  f"{shlex.quote(data)}/office/log --db-key ../audit/audit.key --key ../desk-1.pem", office.folder)
        check("in order" in said.splitlines()[0], f"the auditor's check with the recovered key: {said.splitlines()[0]}")

        # Everybody is new: nobody holds the keys, until the recovery key wraps them to the new roster.
        office.run("casebound-admin user add new.three --name 'New Three' --role supervisor; casebound-admin user train new.three; "
                   "casebound-admin reviewer add new.three; casebound-admin user remove agent.one; casebound-admin profile sign")
        with Program(command, timeout=60) as p:
            sign_in(p, people / "new.three.p12", PASSPHRASES["new.three"])
            check(p.find(None, re.compile("keys were not given to your certificate")), "a newcomer alone is told what is missing")
        said = office.run(f"casebound-admin recover --data {shlex.quote(data)}")
        check("wrapped to the 2 certificates" in said, "the recovery key wraps the keys to the new roster")
        with Program(command, timeout=60) as p:
            sign_in(p, people / "new.three.p12", PASSPHRASES["new.three"])
            accept(p)
            check(p.find(None, re.compile(r"^Log: in order, [\d,]+ entr")), "and the newcomer works on with the same log")
        os.chdir("/")


if __name__ == "__main__":
    main(sys.argv[1])
