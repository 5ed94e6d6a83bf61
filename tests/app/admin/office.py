"""Runs README's office commands word for word: a terminal that types passphrases, a second one for the vendor."""
import os
import pathlib
import pty
import re
import select
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
PASSPHRASES = {      # by the words of the question
    "administrator": "the administrator's passphrase",
    "recovery": "the passphrase in the safe",
    "agent.one": "agent one's passphrase",
    "supervisor.two": "supervisor two's passphrase",
    "new.three": "new three's passphrase",
}
QUESTION = re.compile(r"(New passphrase for|Passphrase of|The same again)([^\r\n]*): ")


def blocks():
    """The shell blocks of README between the office marks, in order."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    part = text[text.index("<!-- office -->"):text.index("<!-- /office -->")]
    return re.findall(r"```sh\n(.*?)```", part, re.DOTALL)


def answer(kind, what, last):
    if kind == "The same again":
        return last
    return next(words for key, words in PASSPHRASES.items() if key in what)


def type_along(script, folder, timeout=120, answers=answer):
    """Runs a script on a terminal of its own, answers its questions, and gives back what it said; the passphrases must not be in it."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execvp("bash", ["bash", "-euc", script])
    said, seen, last, end = "", 0, "", time.monotonic() + timeout
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            data = os.read(terminal, 4096)
        except OSError:
            break       # the other end is closed
        if not data:
            break
        said += data.decode("utf-8", "replace")
        for question in QUESTION.finditer(said, seen):
            seen = question.end()
            last = answers(question.group(1), question.group(2), last)
            os.write(terminal, last.encode() + b"\n")
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    for words in PASSPHRASES.values():
        assert words not in said, f"a passphrase was shown: {said}"
    return os.waitstatus_to_exitcode(status), said


class Office:
    """An office made by README's commands, with its vendor running; the last block is left to the caller."""

    def __init__(self, folder, bin_folder):
        os.environ["PATH"] = f"{bin_folder}:{os.environ['PATH']}"
        self.folder = pathlib.Path(folder) / "harbour"
        self.vendor = None
        first, vendor, second, self.start = blocks()
        self.run(first, folder)
        self.vendor = subprocess.Popen(["bash", "-euc", "exec " + vendor], cwd=self.folder, stdout=subprocess.PIPE, text=True)
        line = self.vendor.stdout.readline()
        assert line.startswith("listening https://127.0.0.1:28443"), line
        self.run(second, self.folder)

    def run(self, script, folder=None):
        status, said = type_along(script, folder or self.folder)
        assert status == 0, f"{script}\nended with {status}:\n{said}"
        return said

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.vendor:
            self.vendor.terminate()
            self.vendor.wait(10)
