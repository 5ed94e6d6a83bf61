#!/usr/bin/env python3
"""Makes a made-up language from a complete .ts: every text in brackets, accented and 40 % longer.

What a program fills in or reads itself stays as it is: %1, %L1, %n, HTML tags and entities, the letter after "&",
file patterns such as *.p12, and texts whose comment says they are patterns of Qt's letters (dates).

    pseudo.py IN.ts OUT.ts [--mirrored]     with it the window goes from right to left
"""
import re
import sys
import xml.etree.ElementTree as ET

KEPT = re.compile(r"%L?\d{1,2}|%n|&&|&\w+;|&\w|</?\w[^<>]*>|\*\.\w+|\s+")
ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "åçéîñöšüýžÅÇÉÎÑÖŠÜÝŽ")
PADDING = "·lorem·ipsum·dolor·sit·amet"
LONGER = 0.4


def accented(text):
    out, last = [], 0
    for kept in KEPT.finditer(text):
        out += [text[last:kept.start()].translate(ACCENTS), kept.group()]
        last = kept.end()
    return "".join(out) + text[last:].translate(ACCENTS)


def pseudo(text, pattern=False):
    if pattern:
        return f"⟦{text}⟧"
    wanted = max(1, round(len(text) * LONGER))
    padding = (PADDING * (wanted // len(PADDING) + 1))[:wanted]
    return f"⟦{accented(text)}{padding}⟧"


def convert(tree):
    root = tree.getroot()
    root.set("language", "en_ZA")
    for message in root.iter("message"):
        source = message.findtext("source") or ""
        pattern = "Qt's letters" in (message.findtext("extracomment") or "")
        words = pseudo(source, pattern)
        translation = message.find("translation")
        if translation is None:
            translation = ET.SubElement(message, "translation")
        translation.clear()
        if message.get("numerus") == "yes":
            for _ in range(2):
                ET.SubElement(translation, "numerusform").text = words
        else:
            translation.text = words


def mirror(tree):
    """Qt asks the translation itself which way the window goes."""
    context = ET.SubElement(tree.getroot(), "context")
    ET.SubElement(context, "name").text = "QGuiApplication"
    message = ET.SubElement(context, "message")
    ET.SubElement(message, "source").text = "QT_LAYOUT_DIRECTION"
    ET.SubElement(message, "translation").text = "RTL"


def main():
    if len(sys.argv) not in (3, 4) or sys.argv[3:] not in ([], ["--mirrored"]):
        sys.exit(__doc__)
    tree = ET.parse(sys.argv[1])
    convert(tree)
    if sys.argv[3:]:
        mirror(tree)
    tree.write(sys.argv[2], encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main()
