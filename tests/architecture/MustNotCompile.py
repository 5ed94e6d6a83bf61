#!/usr/bin/env python3
"""MustNotCompile.py SOURCE COMPILER FLAGS…: compiles SOURCE and compares with its first line.

"// expect: compiles" must compile; "// expect: REGEX" must fail with an error of that wording in SOURCE itself, so that a
missing header, a misspelt flag or a mistake in one of ours never counts as the refusal we want.
"""
import re
import subprocess
import sys


def verdict(expected: str, source: str, status: int, output: str) -> str | None:
    """What is wrong, or None."""
    if expected == "compiles":
        return None if status == 0 else f"must compile and does not:\n{output}"
    if status == 0:
        return "compiles, and must not"
    errors = [line for line in output.splitlines() if re.search(r"(fatal )?error:", line)]
    strangers = [line for line in errors if not line.startswith(source + ":") and not re.search(expected, line)]
    if strangers or not any(re.search(expected, line) for line in errors):
        return f"fails for another reason than /{expected}/:\n{output}"
    return None


def self_test() -> None:
    assert verdict("compiles", "a.cpp", 0, "") is None
    assert verdict("compiles", "a.cpp", 1, "a.cpp:1: error: x")
    assert verdict("private", "a.cpp", 0, "")
    assert verdict("private", "a.cpp", 1, "a.cpp:1:1: error: f() is private") is None
    assert verdict("private", "a.cpp", 1, "a.cpp:1:1: fatal error: no such file")
    assert verdict("private", "a.cpp", 1, "b.h:1:1: error: other\na.cpp:1:1: error: f() is private")


def main() -> int:
    self_test()
    source, compiler, *flags = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        expected = file.readline().removeprefix("// expect:").strip()
    run = subprocess.run([compiler, *flags, "-fsyntax-only", "-fno-diagnostics-color", source], capture_output=True, text=True, check=False)
    problem = verdict(expected, source, run.returncode, run.stderr)
    if problem:
        print(f"{source}: {problem}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
