#!/usr/bin/env python3
"""The committed translations against the sources: complete, with the same placeholders, and in the words of the glossary.

    TranslationsTest.py LUPDATE
"""
import collections
import importlib.util
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "translations"
LUPDATE = ""
MARKS = re.compile(r"%L?\d{1,2}|%n|</?\w[^<>]*>|\*\.\w+|\bCtrl\+|\bSHA-256\b|DHS/ICE/PIA-\d+|\.p12|\bUTC\b")
MNEMONIC = re.compile(r"&(?!&)(\w)")
# What is on the screen at the same time and may not share a letter. A trailing word limits a context to its marked texts.
WINDOWS = {
    "search page": [("MainMenu", "File Case View Help"), ("SearchForm", ""), ("WindowField", ""), ("ResultsView", "")],
    "verify page": [("MainMenu", "File Case View Help"), ("JudgePanel", ""), ("VerifyQueue", "")],
    "add alert": [("AlertFields", ""), ("AddAlertDialog", "")],
    "import alerts": [("AlertFields", ""), ("ImportAlertsDialog", "")],
    "revalidate": [("RevalidateAlertDialog", "")],
    "hand over": [("HandOverDialog", "")],
    "office page": [("MainMenu", "File Case View Help"), ("OfficePage", ""), ("ExceptionsPanel", "")],
    "quality page": [("MainMenu", "File Case View Help"), ("QualityPage", "")],
    "case menu": [("MainMenu", "Open case …|Close case …|Search for this case|Export case …")],
    "file menu": [("MainMenu", "Lock|Copy reads as CSV|Copy map|Print reads …|Print map …|Sign out|Quit")],
    "view menu": [("MainMenu", "Next pane|Previous pane|Map|Appearance")],
    "appearance menu": [("MainMenu", "As the system|Light|Dark|High contrast")],
    "help menu": [("MainMenu", "Help on this page|Keyboard shortcuts|About Casebound")],
    "sign-in": [("SignInWindow", "")],
    "open case": [("OpenCaseDialog", "")],
    "export wizard": [("ExportWizard", ""), ("RecipientList", "")],
    "disposal": [("DisposalDialog", "")],
}
# GLOSSARY.md: words that must not come back, by language.
FORBIDDEN = {"es": ["matrícula", "loguear", "alimentador", "vosotros", "ordenador", " tu ", "logfile"]}


def messages(tree):
    """(context, source, forms, kind) of every message; kind is lupdate's mark, such as unfinished."""
    for context in tree.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")]
            if message.get("numerus") != "yes":
                forms = [translation.text or ""]
            yield context.findtext("name"), message.findtext("source"), forms, translation.get("type", "")


def marks(text):
    return collections.Counter(MARKS.findall(text))


def edges(text):
    return (text[:1].isspace(), text[-1:].isspace(), text.rstrip().endswith("…"), text.rstrip().endswith(":"), text.count("\n"))


class Translations(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.trees = {lang: ET.parse(FOLDER / f"casebound_{lang}.ts") for lang in ("en", "es")}

    def updated(self, language, *more):
        """What lupdate makes of a copy; what left the sources stays in it, marked."""
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / f"casebound_{language}.ts"
            shutil.copy(FOLDER / copy.name, copy)
            run = subprocess.run(
                [LUPDATE, "-silent", *more, "-I", ".", "-I", "models", "-locations", "none", "-source-language", "en_US", "-target-language", language,
                 "-extensions", "cpp,h,qml", "ui", "app", "models/lists", "-ts", str(copy)],
                cwd=ROOT, capture_output=True, text=True, check=True)
            self.assertEqual(run.stderr, "", "lupdate could not place these texts: their translations would never be found")
            return ET.parse(copy)

    def assertCurrent(self, language, *more):
        wrong = [f"{kind}: {context}: {source}" for context, source, forms, kind in messages(self.updated(language, *more))
                 if kind or not all(forms)]
        self.assertEqual(wrong, [], "build update_translations, then translate these as translations/GLOSSARY.md says")

    def testEverySpanishTextIsThere(self):
        self.assertCurrent("es")

    def testEveryEnglishPluralIsThere(self):
        self.assertCurrent("en", "-pluralonly")

    def testContextsAreThoseOfTheProgram(self):
        known = {"Alignment", "PictureWords", "ReadText", "RunWords", "Words"}  # Q_DECLARE_TR_FUNCTIONS
        for context, *_ in messages(self.trees["es"]):
            self.assertTrue(context.startswith("casebound::") or context in known or
                            self.declares(context), f"{context} lacks its namespace")

    def declares(self, context):
        return any(f"Q_DECLARE_TR_FUNCTIONS({context})" in header.read_text(encoding="utf-8")
                   for folder in ("ui", "app", "models/lists") for header in (ROOT / folder).rglob("*.h"))

    def testPlaceholdersTagsAndEdgesAreKept(self):
        for language, tree in self.trees.items():
            for context, source, forms, _ in messages(tree):
                for form in forms:
                    with self.subTest(language=language, context=context, source=source):
                        self.assertEqual(marks(form), marks(source))
                        self.assertEqual(edges(form), edges(source))
                        self.assertEqual(len(MNEMONIC.findall(form)), len(MNEMONIC.findall(source)))

    def testPluralsHaveTwoForms(self):
        plurals = {}
        for language, tree in self.trees.items():
            plurals[language] = {(m.findtext("source")) for m in tree.iter("message") if m.get("numerus") == "yes"}
            for message in tree.iter("message"):
                if message.get("numerus") == "yes":
                    forms = [form.text for form in message.iter("numerusform")]
                    self.assertEqual(len(forms), 2, message.findtext("source"))
                    self.assertNotEqual(forms[0], forms[1], message.findtext("source"))
                    self.assertFalse([form for form in forms if re.search(r"\(\w{1,2}\)", form or "")], "a form says “(s)”")
        self.assertEqual(plurals["en"], plurals["es"])
        self.assertTrue(plurals["en"])

    def testMnemonicsAreUniqueInAWindow(self):
        for window, parts in WINDOWS.items():
            letters = {"en": collections.defaultdict(list), "es": collections.defaultdict(list)}
            for name, only in parts:
                wanted = only.split("|") if "|" in only else only.split()
                for context, source, forms, _ in messages(self.trees["es"]):
                    for language, text in (("en", source), ("es", forms[0])):
                        found = MNEMONIC.search(text)
                        if context == f"casebound::{name}" and found and (not wanted or source.replace("&", "") in wanted):
                            letters[language][found.group(1).lower()].append(text)
            for language, found in letters.items():
                self.assertTrue(found, f"{window} has no mnemonics: its contexts were renamed")
                self.assertEqual({letter: texts for letter, texts in found.items() if len(texts) > 1}, {}, f"{window}, {language}")

    def testAReadIsNeverCalledAMatch(self):
        # Spanish says “coincidencia” only to say that something is none.
        for context, source, forms, _ in messages(self.trees["es"]):
            for form in forms:
                rest = re.sub(r"(?i)no una coincidencia", "", form)
                self.assertNotIn("coinciden", rest.lower(), f"{context}: {source}")
                for word in FORBIDDEN["es"]:
                    self.assertNotIn(word, f" {form.lower()} ", f"{context}: {source}")

    def testEnglishInSpanishIsMeant(self):
        # The same text in both languages is a pattern, a name, or forgotten.
        same = {"Casebound", "Casebound %1", "Casebound – %1", "supervisor", "d MMM yyyy", "d MMM yyyy, HH:mm", "d MMM yyyy, HH:mm:ss", "%1 %2 (%3 UTC)"}
        for context, source, forms, _ in messages(self.trees["es"]):
            if forms[0] == source and source not in same:
                self.assertFalse(re.search(r"[A-Za-z]{2}", MARKS.sub("", source)), f"{context}: {source}")

    def testMadeUpLanguageKeepsWhatProgramsFillIn(self):
        spec = importlib.util.spec_from_file_location("pseudo", FOLDER / "pseudo.py")
        pseudo = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(pseudo)
        tree = ET.parse(FOLDER / "casebound_es.ts")
        pseudo.convert(tree)
        self.assertEqual(tree.getroot().get("language"), "en_ZA")
        for context, source, forms, kind in messages(tree):
            self.assertEqual(kind, "")
            for form in forms:
                self.assertTrue(form.startswith("⟦") and form.endswith("⟧"), form)
                self.assertEqual(re.findall(r"%L?\d{1,2}|%n", form), re.findall(r"%L?\d{1,2}|%n", source))
                self.assertEqual(MNEMONIC.findall(form), MNEMONIC.findall(source), form)
                if "yyyy" not in source or "-" in source:
                    self.assertGreaterEqual(len(form), len(source) * 1.4, form)
        self.assertEqual(pseudo.pseudo("<b>%1</b> &amp; %n cases")[:26], "⟦<b>%1</b> &amp; %n çåšéš·")
        self.assertEqual(pseudo.pseudo("d MMM yyyy", pattern=True), "⟦d MMM yyyy⟧")


if __name__ == "__main__":
    LUPDATE = sys.argv.pop(1)
    unittest.main()
