"""Reads a csv, xlsx or html-report export with nothing but Python's standard library, and says for each span whether its
quote stands in the text of the native export at the place that is stated: `csv FILE NATIVE`. Prints the number of spans."""
import csv
import html.parser
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

NATIVE = "{urn:mitjul:annotations:1}"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def check(spans, texts):
    count = 0
    for document, segments, quote in spans:
        text = texts[document]
        found = " … ".join(text[start:end] for start, end in segments)
        if found != quote:
            sys.exit(f"{document} {segments}: {quote!r} is {found!r}")
        count += 1
    print(count)


def segments_in(cell):
    return [tuple(int(number) for number in part.split("..")) for part in cell.split(";")]


def spans_in(rows):
    for row in rows:
        if row.get("kind") == "span":
            yield row["document_key"], segments_in(row["segments"]), row["quote"]


def csv_rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield {name: cell[1:] if cell.startswith("'") else cell for name, cell in row.items()}


def xlsx_rows(path):
    def unescaped(text):
        return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)

    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None:
            sys.exit("the archive is broken")
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/sheet"):
                continue
            names = None
            root = ET.fromstring(archive.read(name))
            if root.find(f".//{MAIN}f") is not None:
                sys.exit("there is a formula")
            for row in root.iter(MAIN + "row"):
                cells = {}
                for cell in row.iter(MAIN + "c"):
                    column = re.match("[A-Z]+", cell.get("r"))[0]
                    value = "".join(part.text or "" for part in cell.iter() if part.tag in (MAIN + "t", MAIN + "v"))
                    cells[column] = unescaped(value)
                if names is None:
                    names = cells
                else:
                    yield {names[column]: cell for column, cell in cells.items()}


class Report(html.parser.HTMLParser):
    """As a browser would: void elements, character references, nothing of XML."""

    VOID = {"meta", "br"}

    def __init__(self):
        super().__init__()
        self.open, self.spans, self.outside = [], [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in ("script", "link", "img", "iframe", "object") or "src" in attrs or not attrs.get("href", "#").startswith("#"):
            self.outside.append(tag)
        if tag == "article":
            self.key, self.text, self.pieces = attrs["data-key"], "", []
        if tag == "a" and "data-start" in attrs:
            self.pieces.append((int(attrs["data-start"]), int(attrs["data-end"]), attrs["data-ids"].split(), len(self.text)))
        if tag not in self.VOID:
            self.open.append((tag, attrs.get("class")))

    def handle_startendtag(self, tag, attrs):
        if tag not in self.VOID:
            sys.exit(f"<{tag}/> is no empty element in HTML")

    def handle_endtag(self, tag):
        if self.open.pop()[0] != tag:
            sys.exit(f"</{tag}> where another element ends")
        if tag == "article":
            for start, end, ids, place in self.pieces:
                if start != place or not ids:
                    sys.exit(f"a highlight at {place} says {start}")
                self.spans.append((self.key, [(start, end)], self.text[start:end]))
            self.texts.setdefault(self.key, self.text)

    def handle_data(self, data):
        if ("div", "text") in self.open:
            self.text += data


def html_spans(path, texts):
    report = Report()
    report.texts = {}
    report.feed(open(path, encoding="utf-8", newline="").read())
    report.close()
    if report.open or report.outside:
        sys.exit(f"open or outside: {report.open} {report.outside}")
    if report.texts != texts:
        sys.exit("the texts differ")
    return report.spans


kind, path, native = sys.argv[1:]
texts = {}
for document in ET.parse(native).getroot().iter(NATIVE + "document"):
    texts[document.get("key")] = document.find(NATIVE + "text").text or ""
if kind == "html-report":
    check(html_spans(path, texts), texts)
else:
    check(spans_in({"csv": csv_rows, "xlsx": xlsx_rows}[kind](path)), texts)
