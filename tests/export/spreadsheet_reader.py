"""spreadsheet_reader.py CSV XLSX: reads the table with pandas and the workbook (`headings=en`) with openpyxl, and compares
them cell by cell. Prints the number of rows; exit code 77 where one of the two is missing."""
import datetime
import sys

try:
    import openpyxl
    import openpyxl.utils.escape
    import pandas
except ImportError:
    sys.exit(77)

table = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
rows = {}
for row in table.to_dict("records"):
    rows[row["document_key"], row["id"]] = {name: cell[1:] if cell[:1] == "'" else cell for name, cell in row.items()}


def same(text, value):
    if value is None:
        return text == ""
    if isinstance(value, datetime.datetime):
        return text == value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, (int, float)):
        return float(text) == value
    return text == openpyxl.utils.escape.unescape(value)


count = 0
book = openpyxl.load_workbook(sys.argv[2])
for name in ("annotations", "relations"):
    names, *cells = book[name].iter_rows()
    names = [cell.value for cell in names]
    for line in cells:
        count += 1
        row = rows[line[names.index("document_key")].value, line[names.index("id")].value]
        for column, cell in zip(names, line):
            if cell.data_type == "f":
                sys.exit(f"{cell.coordinate} is a formula")
            if not same(row[column], cell.value):
                sys.exit(f"{cell.coordinate}: {row[column]!r} is {cell.value!r}")
if count != len(rows):
    sys.exit(f"{len(rows)} rows and {count}")
print(count)
