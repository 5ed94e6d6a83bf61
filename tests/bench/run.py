#!/usr/bin/env python3
"""Run the benchmarks and write what they say:  run.py --build DIR [GROUP…]

A benchmark is a program DIR/bench/bench_<group>. It prints a JSON list of
{name, group, unit, value, baseline_name, baseline, ratio, target}: the figure, the baseline measured beside it in the same
run, value / baseline, and the ratio's upper bound (null: only shown). Without GROUP, every one is run.

Written: build/bench.json in the source folder (groups not run keep their last figures) and, where README.md has the marks
<!-- bench --> and <!-- /bench -->, the table between them. Exit status 1 where a program failed, 2 where a target was missed.
"""
import argparse
import json
import pathlib
import subprocess
import sys

KEYS = {"name", "group", "unit", "value", "baseline_name", "baseline", "ratio", "target"}
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"
ROOT = pathlib.Path(__file__).resolve().parents[2]


def run(program):
    """The rows a program prints, or None where it failed or printed something else."""
    done = subprocess.run([program], stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        print(f"{program.name}: ended with status {done.returncode}", file=sys.stderr)
        return None
    try:
        rows = json.loads(done.stdout)
    except json.JSONDecodeError as error:
        print(f"{program.name}: printed no JSON ({error})", file=sys.stderr)
        return None
    if not isinstance(rows, list) or any(set(row) != KEYS for row in rows):
        print(f"{program.name}: the rows have other members than {', '.join(sorted(KEYS))}", file=sys.stderr)
        return None
    return rows


def number(value):
    if value is None:
        return "–"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def missed(row):
    return row["target"] is not None and row["ratio"] is not None and row["ratio"] > row["target"]


def table(rows):
    lines = ["| group | what | value | baseline | ratio | target |", "|---|---|---|---|---|---|"]
    for row in rows:
        target = "–" if row["target"] is None else f"≤ {row['target']:g}" + (" (missed)" if missed(row) else "")
        ratio = "–" if row["ratio"] is None else f"{row['ratio']:.2f}"
        lines.append(f"| {row['group']} | {row['name']} | {number(row['value'])} {row['unit']} | "
                     f"{row['baseline_name']}: {number(row['baseline'])} {row['unit']} | {ratio} | {target} |")
    return "\n".join(lines)


def rewrite(readme, text):
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    return f"{before}{BEGIN}\n{text}\n{END}{after}" if begin and end else readme


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, required=True, help="the build folder")
    parser.add_argument("groups", nargs="*", metavar="GROUP")
    arguments = parser.parse_args()

    programs = {p.name.removeprefix("bench_"): p for p in sorted((arguments.build / "bench").glob("bench_*")) if p.is_file()}
    unknown = set(arguments.groups) - set(programs)
    if unknown or not programs:
        parser.error(f"no benchmark {', '.join(sorted(unknown)) or 'was built'}; there are: {', '.join(programs) or 'none'}")

    store = ROOT / "build" / "bench.json"
    kept = json.loads(store.read_text()) if store.exists() else []
    failed = False
    for group in arguments.groups or programs:
        rows = run(programs[group].resolve())
        if rows is None:
            failed = True
            continue
        kept = [row for row in kept if row["group"] != group] + rows
    kept.sort(key=lambda row: row["group"])
    store.parent.mkdir(exist_ok=True)
    store.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n")

    text = table(kept)
    print(text)
    readme = ROOT / "README.md"
    if readme.exists():
        old = readme.read_text()
        new = rewrite(old, text)
        if new != old:
            readme.write_text(new)
    if failed:
        return 1
    return 2 if any(missed(row) for row in kept) else 0


if __name__ == "__main__":
    sys.exit(main())
