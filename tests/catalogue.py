#!/usr/bin/env python3
"""Fails where a string of the window has no Korean words, or the catalogue words for a string that there is not: takes
the strings out of ui/ with xgettext and compares.

tests/catalogue.py SOURCE_FOLDER
"""

import pathlib
import re
import subprocess
import sys


def entries(po):
    """msgid -> (list of translations, fuzzy) of a catalogue."""
    found = {}
    for block in re.split(r"\n\s*\n", po):
        block = re.sub(r"^#~.*$", "", block, flags=re.M)
        fields = {}
        for name, strings in re.findall(r'^(msgid|msgid_plural|msgstr(?:\[\d\])?)\s+((?:"(?:[^"\\]|\\.)*"\s*)+)', block, re.M):
            parts = re.findall(r'"((?:[^"\\]|\\.)*)"', strings)
            fields[name] = "".join(parts)
        if fields.get("msgid"):
            translations = [text for name, text in fields.items() if name.startswith("msgstr")]
            found[fields["msgid"]] = (translations, re.search(r"^#,.*\bfuzzy\b", block, re.M) is not None)
    return found


def main():
    root = pathlib.Path(sys.argv[1])
    files = sorted([*root.glob("ui/*.cpp"), *root.glob("ui/*.h")])
    pot = subprocess.run(
        ["xgettext", "--output=-", "--from-code=UTF-8", "--language=C++", "--no-location", "--keyword=_",
         "--keyword=wxTRANSLATE", "--keyword=wxPLURAL:1,2", "--keyword=wxGETTEXT_IN_CONTEXT:1c,2", *map(str, files)],
        check=True, capture_output=True, text=True, encoding="utf-8").stdout
    wanted = entries(pot)
    po = (root / "po/ko.po").read_text(encoding="utf-8")
    catalogue = entries(po)
    formats = "".join(path.read_text(encoding="utf-8") for path in root.glob("*port/*formats.cpp"))
    wrong = []
    if len(wanted) < 50:
        wrong.append(f"only {len(wanted)} strings were found in ui/")
    for text in wanted:
        translations, fuzzy = catalogue.get(text, ([], False))
        if not translations or not all(translations):
            wrong.append(f"no Korean words: {text}")
        elif fuzzy:
            wrong.append(f"fuzzy: {text}")
    for text, (translations, _) in catalogue.items():
        for translation in translations:
            if translation == text:
                wrong.append(f"still English: {text}")
            if sorted(re.findall(r"%(?:\d\$)?([a-z])", text)) != sorted(re.findall(r"%(?:\d\$)?([a-z])", translation)):
                wrong.append(f"other placeholders: {text} / {translation}")
    ours, _, of_wx = po.partition("\n# wxWidgets.\n")
    if not of_wx:
        wrong.append("the catalogue does not say which strings are those of wxWidgets")
    wrong += [f"used nowhere: {text}" for text in entries(ours) if text not in wanted and f'"{text}"' not in formats]
    # Wide characters in a msgid are lost where the locale is C: wx reads them in the locale's encoding.
    wrong += [f"not ASCII: {text}" for text in wanted if not text.isascii()]
    for line in wrong:
        print(line)
    print(f"{len(wanted)} strings of the window, {len(catalogue)} in the catalogue")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
