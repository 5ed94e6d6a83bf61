#!/usr/bin/env python3
"""html_lint.py REPORT: parses strictly, then asks what a screen reader needs. Prints what is wrong; status 1 if anything."""
import re
import sys

import html5lib

SPACE = "{http://www.w3.org/1999/xhtml}"


def main() -> int:
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    parser = html5lib.HTMLParser(strict=False)
    tree = parser.parse(data)
    problems = [f"{place}: {code}" for place, code, _ in parser.errors]

    def every(name):
        return tree.iter(SPACE + name)

    def text(node):
        return "".join(node.itertext()).strip()

    if tree.get("lang") != "en":
        problems.append("no language")
    if not any(text(title) for title in every("title")):
        problems.append("no title")
    if len(list(every("h1"))) != 1 or len(list(every("main"))) != 1:
        problems.append("not exactly one h1 and one main")
    level = 0
    for node in tree.iter():
        found = re.fullmatch(re.escape(SPACE) + r"h([1-6])", str(node.tag))
        if found:
            if int(found[1]) > level + 1:
                problems.append(f"heading level skipped before: {text(node)[:60]}")
            level = int(found[1])
            if not text(node):
                problems.append("empty heading")
    for image in every("img"):
        if len(image.get("alt", "").strip()) < 20:
            problems.append("an image without words for it")
        if not re.fullmatch(r"images/[0-9a-f]{64}\.(png|jpg|bin)", image.get("src", "")):
            problems.append("an image that is not of the bag")
    for table in every("table"):
        if not any(text(caption) for caption in table.iter(SPACE + "caption")):
            problems.append("a table without caption")
        for head in table.iter(SPACE + "th"):
            if head.get("scope") not in ("col", "row") or not text(head):
                problems.append("a header without scope or text")
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    if len(ids) != len(set(ids)):
        problems.append("an id twice")
    for node in tree.iter():
        if node.get("aria-labelledby") and node.get("aria-labelledby") not in ids:
            problems.append("labelled by nothing")
        if node.get("href", "#").startswith("#") and node.get("href", "#")[1:] not in ids + [""]:
            problems.append("a link to nothing")
    for name in ("script", "iframe", "object", "embed", "form", "link", "base", "b"):
        if any(True for _ in every(name)):
            problems.append(f"<{name}> in the report")
    if b"@media print" not in data:
        problems.append("no style for print")
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
