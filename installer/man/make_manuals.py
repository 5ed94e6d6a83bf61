#!/usr/bin/env python3
"""Makes the manual pages: the prose stands here, what a program takes is what its own --help says, so that neither can go stale.

make_manuals.py BIN OUT VERSION DATE   (DATE: seconds since 1970, as SOURCE_DATE_EPOCH)"""
import pathlib
import re
import subprocess
import sys
import time


def asked(program, *words):
    # By its name alone, as people call it: it says in its usage what it was called as.
    done = subprocess.run([program.name, *words, "--help"], executable=program, capture_output=True, text=True, check=True, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin"})
    return done.stdout.rstrip("\n")


def literal(text):
    """As it stands: roff reads a backslash, and a dot or an apostrophe at a line's begin."""
    lines = (re.sub(r"^([.'])", r"\\&\1", line.replace("\\", r"\e").rstrip()) for line in text.split("\n"))
    return ".Bd -literal\n" + "\n".join(lines).replace("-", r"\-") + "\n.Ed"


def commands(program, overview):
    """One section each: the lines of the overview that begin with two spaces and a lower-case word, up to the options."""
    names = []
    for line in overview.split("\nOptions")[0].split("\n"):
        found = re.match(r"  ([a-z]+(?: [a-z]+)*)(?= |$)", line)
        if found:
            names.append(found.group(1))
    pages = []
    for name in names:
        words = name.split()
        while words:  # the overview's columns may let a word of the summary through: the program knows best
            try:
                text = asked(program, *words)
                break
            except subprocess.CalledProcessError:
                words.pop()
        else:
            raise SystemExit(f"make_manuals: {program.name} does not know its own command {name}")
        pages.append(f".Ss {' '.join(words)}\n{literal(text)}")
    return "\n".join(pages)


def main():
    programs, out, version, date = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    day = time.gmtime(date)
    out.mkdir(parents=True, exist_ok=True)
    for template in sorted(pathlib.Path(__file__).parent.glob("*.1.in")):
        program = programs / template.name.removesuffix(".1.in")
        overview = asked(program)
        page = template.read_text(encoding="utf-8")
        page = page.replace("@VERSION@", version).replace("@DATE@", time.strftime("%B ", day) + f"{day.tm_mday}, {day.tm_year}")
        page = page.replace("@HELP@", literal(overview))
        if "@COMMANDS@" in page:
            page = page.replace("@COMMANDS@", commands(program, overview))
        (out / template.name.removesuffix(".in")).write_text(page, encoding="utf-8")


main()
