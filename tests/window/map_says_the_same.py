"""The map says to a screen reader what the table of reads says: how many, which one is selected, when, where and with which verdict.

    virtual_display python3 map_says_the_same.py PROGRAM [ARGUMENTS…]      (a training office)
"""
import re
import sys
import tempfile

import main_job_drive as job
from driver import Program

check = job.check


def map_of(p):
    return p.find(None, "Map of reads", 20)


def selected(p):
    """The row the table marks as chosen, by column."""
    table = p.find("table", "Reads")
    heads = table.headers()
    rows = table.cells()
    line = p.until(lambda: next((t.name for t in p.all("label") if " · " in t.name and "Unverified" in t.name), None), "the selected read under the map")
    for row in rows:
        cells = dict(zip(heads, row))
        if cells["Time"] in line and cells["Camera"] in line:
            return cells, line, len(rows)
    raise AssertionError(f"no row of the table is the one the map says: {line}")


def same(p, what):
    cells, line, count = selected(p)
    said = map_of(p).description
    total = count + len(p.find("table", "Near matches").cells())
    drawn = int(re.search(r"([\d,]+) reads? (?:is|are) drawn", said).group(1).replace(",", ""))
    placeless = re.search(r"([\d,]+) ha(?:s|ve) no place", said)
    check(drawn + (int(placeless.group(1)) if placeless else 0) == total, f"{what}: the map speaks of as many reads as the tables have rows ({total})")
    check(line in said, f"{what}: the map's description says the selected read")
    for column in ("Time", "Age", "Verdict", "Camera", "Place"):
        check(cells[column] in said, f"{what}: the map says the table's {column}: {cells[column]}")
    return cells["Time"], cells["Camera"]


def main(command):
    with tempfile.TemporaryDirectory() as data, Program([*command, "--data", data], timeout=60) as p:
        job.sign_in(p)
        job.open_case(p)
        job.refused(p)
        job.fill_search(p, job.PLATE, "Texas", job.REASON)
        p.go_to("button", "Up to the limit")
        p.keys("space", "ctrl+Return")
        p.until(lambda: len(p.find("table", "Reads", 30).cells()) == 38, "38 reads", 30)

        job.to_table(p, "Reads")
        p.keys("ctrl+Home")
        first = same(p, "the first read")
        p.keys("Down", "Down")
        p.until(lambda: first[0] not in map_of(p).description, "moving in the table moves the map's selection")
        third = same(p, "the third read")
        check(third != first, "another read is said after moving in the table")

        # And the other way: N on the map is the next older read, in the table too.
        for _ in range(12):
            at = p.focused()
            if at and (at.name in ("Map", "Map of reads")):
                break
            mark = at.identity if at else None
            p.keys("F6")
            p.settle(mark)
        check(at.name in ("Map", "Map of reads"), "F6 reaches the map")
        p.keys("n")
        p.until(lambda: third[0] not in map_of(p).description, "N on the map moves the selection")
        fourth = same(p, "the next read on the map")
        check(fourth != third, "another read is said after N")

        # The list of a spot is made of the same words.
        p.keys("l")
        spot = p.find("list", "Reads on this spot")
        words = [thing.name for thing in spot.everything() if " · " in thing.name]
        times = {row[p.find("table", "Reads").headers().index("Time")] for row in p.find("table", "Reads").cells() + p.find("table", "Near matches").cells()}
        check(words and all(any(time in line for time in times) for line in words), f"each of the spot's {len(words)} lines is a read of the tables")
        check(any(fourth[0] in line for line in words), "the selected read is among them")
        p.keys("Escape")
        p.gone("list", "Reads on this spot")


if __name__ == "__main__":
    main(sys.argv[1:])
