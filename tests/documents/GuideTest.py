#!/usr/bin/env python3
"""The user guide speaks of what is there: every name in bold is a text of the window, every link and picture a file, every program one of ours.

GuideTest.py SOURCES"""
import html
import pathlib
import re
import sys
import unittest

sources = pathlib.Path(sys.argv[1])
guide = sources / "docs/guide.md"


def window_texts():
    """Every text of the window, as it is read: without the mark of its key and the dots of "there is more to ask"."""
    text = (sources / "translations/casebound_es.ts").read_text(encoding="utf-8")
    found = (html.unescape(source) for source in re.findall(r"<source>(.*?)</source>", text, re.S))
    return {re.sub(r"\s*…$", "", source.replace("&", "").strip()) for source in found}


class GuideTest(unittest.TestCase):
    def test_every_name_in_bold_stands_in_the_window(self):
        known = window_texts()
        bold = re.findall(r"\*\*(.+?)\*\*", guide.read_text(encoding="utf-8").replace("in **bold** stand", ""))
        self.assertGreater(len(bold), 40)
        self.assertEqual(sorted({name for name in bold if name.rstrip("…").strip() not in known}), [])

    def test_every_link_and_picture_leads_somewhere(self):
        for document in [guide, *sources.glob("docs/*.md"), sources / "README.md", sources / "CONTRIBUTING.md", sources / "SECURITY.md"]:
            text = document.read_text(encoding="utf-8")
            headings = {re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-") for line in re.findall(r"^#+ .*$", text, re.M)}
            for target in re.findall(r"\]\(([^)\s]+)\)", text):
                if target.startswith("#"):
                    self.assertIn(target[1:], headings, document.name)
                elif "://" not in target:
                    self.assertTrue((document.parent / target.split("#")[0]).exists(), f"{document.name}: {target}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
