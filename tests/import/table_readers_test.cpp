// What reads back exports to csv, xlsx and html-report.

#include <fstream>
#include <sstream>

#include "import/csv_rows.h"
#include "import/csv_table.h"
#include "import/html_report.h"
#include "import/sheet_rows.h"
#include "import/xlsx_table.h"
#include "tests/import/reading.h"

namespace mitjul {
namespace {

struct Reading {
  std::vector<std::string> problems;
  std::vector<AnnotatedDocument> documents;
};

template <class Read>
Reading read_bytes(Read read, const std::string& bytes) {
  const TempFolder folder;
  std::ofstream(folder / "🚀", std::ios::binary) << bytes;
  Reading reading;
  reading.problems = found(
      read(folder / "🚀", {}, [&](AnnotatedDocument document) { reading.documents.push_back(std::move(document)); }));
  return reading;
}

using Problems = std::vector<std::string>;

// Rows

std::vector<std::vector<std::string>> rows_in(const std::string& bytes, bool* broken = nullptr) {
  std::istringstream in(bytes);
  CsvRows rows(in);
  std::vector<std::vector<std::string>> all;
  std::vector<std::string> cells;
  while (rows.next(cells)) all.push_back(cells);
  if (broken != nullptr) *broken = rows.broken();
  return all;
}

using Rows = std::vector<std::vector<std::string>>;

TEST(CsvRowsTest, TakesRowsApart) {
  EXPECT_EQ(rows_in("\xEF\xBB\xBF가,\"나,\r\n\"\"다\"\"\",\r\n🚀,,\n"),
            (Rows{{"가", "나,\r\n\"다\"", ""}, {"🚀", "", ""}}));
  EXPECT_EQ(rows_in("가"), (Rows{{"가"}}));
  EXPECT_EQ(rows_in(""), Rows());
}

TEST(CsvRowsTest, SaysWhereAQuoteIsNotClosed) {
  bool broken = false;
  EXPECT_EQ(rows_in("🚀\n\"가\n나", &broken), (Rows{{"🚀"}}));
  EXPECT_TRUE(broken);
  rows_in("\"가\"나\n", &broken);
  EXPECT_TRUE(broken);
}

// csv

const std::string kHeading = "document_key,id,kind,label,segments,quote,ends\r\n";

TEST(CsvTableTest, ReadsDocumentsWithoutATextButWithSpans) {
  const Reading reading =
      read_bytes(read_csv_table, kHeading +
                                     "d3f7k2m5qa,aaaaaa-1,span,ORG,2..5,🚀화웨,\r\n"
                                     "d3f7k2m5qa,aaaaaa-2,span,ORG,2..3;5..6,가 … '나,\r\n"
                                     "d3f7k2m5qa,aaaaaa-3,relation,about,,,a=aaaaaa-1;b=zzzzzzzzzz/aaaaaa-2\r\n"
                                     "zzzzzzzzzz,aaaaaa-1,document,TOPIC,,,\r\n");
  EXPECT_EQ(reading.problems, (Problems{"3:quote-differs"})) << "a letter too much";
  ASSERT_EQ(reading.documents.size(), 2U);
  EXPECT_EQ(reading.documents[0].document.text.length(), 0U);
  EXPECT_EQ(*reading.documents[0].find(*parse_annotation_id("aaaaaa-1"))->spans(), Spans(Span(2, 5)));
  const Relation& relation = *reading.documents[0].find(*parse_annotation_id("aaaaaa-3"))->relation();
  EXPECT_EQ(relation.arguments[1], (Argument{"b", *parse_annotation_ref("zzzzzzzzzz/aaaaaa-2")}));
  EXPECT_TRUE(reading.documents[1].find(*parse_annotation_id("aaaaaa-1"))->on_document());
}

TEST(CsvTableTest, KnowsTheApostropheThatGuardsACell) {
  EXPECT_EQ(read_bytes(read_csv_table, kHeading + "d3f7k2m5qa,aaaaaa-1,span,ORG,2..5,'=1🚀,\n").problems, Problems());
}

TEST(CsvTableTest, SaysWhatIsWrong) {
  const auto problems_of = [](const std::string& row) { return read_bytes(read_csv_table, kHeading + row).problems; };
  EXPECT_EQ(problems_of("🚀,aaaaaa-1,span,ORG,2..5,가나다,\n"), Problems{"2:wrong-field-type"});
  EXPECT_EQ(problems_of("d3f7k2m5qa,🚀,span,ORG,2..5,가나다,\n"), Problems{"2:wrong-field-type"});
  EXPECT_EQ(problems_of("d3f7k2m5qa,aaaaaa-1,🚀,ORG,2..5,가나다,\n"), Problems{"2:wrong-field-type"});
  for (const char* const segments :
       {"", "2", "2..", "5..2", "2..2", "-1..2", "2..5;4..6", "2..5;5..6", "99999999999..5", "2..5x", "2.5..3"}) {
    EXPECT_EQ(problems_of("d3f7k2m5qa,aaaaaa-1,span,ORG," + std::string(segments) + ",가나다,\n"),
              Problems{"2:wrong-field-type"})
        << segments;
  }
  EXPECT_EQ(problems_of("d3f7k2m5qa,aaaaaa-1,span,ORG,2..5,\xFF\xFF\xFF,\n"), Problems{"2:invalid-utf8"});
  EXPECT_EQ(problems_of("d3f7k2m5qa,aaaaaa-1,relation,about,,,a=🚀\n"), Problems{"2:wrong-field-type"});
  EXPECT_EQ(problems_of("d3f7k2m5qa,aaaaaa-1,document,T,,,\nd3f7k2m5qa,aaaaaa-1,document,T,,,\n"),
            Problems{"3:duplicate-id"});
  EXPECT_EQ(problems_of("\"🚀"), Problems{"2:unclosed-quote"});
  EXPECT_EQ(read_bytes(read_csv_table, "🚀\n").problems, Problems{"1:missing-field"});
  EXPECT_EQ(read_bytes(read_csv_table, "").problems, Problems{"1:missing-field"});
}

// xlsx

std::vector<std::vector<std::string>> sheet(const std::string& xml, bool expected = true) {
  std::vector<std::vector<std::string>> all;
  SheetRows rows([&](const std::vector<std::string>& cells, std::size_t) { all.push_back(cells); });
  EXPECT_EQ(rows.feed(xml, true), expected);
  return all;
}

TEST(SheetRowsTest, ReadsTextAndNumbersWhereTheyStand) {
  EXPECT_EQ(sheet("<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>🚀_x000D_</t></is></c>"
                  "<c r='C1'><v>7</v></c></row></sheetData></worksheet>"),
            (Rows{{"🚀\r", "", "7"}}));
  EXPECT_EQ(column_of_cell("A1"), 0U);
  EXPECT_EQ(column_of_cell("AA7"), 26U);
  EXPECT_EQ(column_of_cell("XFD1"), 16383U);
}

TEST(SheetRowsTest, RefusesWhatIsNoSheetOfOurs) {
  sheet("<row>", false);
  sheet("<!DOCTYPE x><row/>", false);
  sheet("<row><c r='A1' t='s'><v>0</v></c></row>", false);
  sheet("<row><c r='ZZZZZZZ1'><v>0</v></c></row>", false);
  sheet("<row><c><v>0</v></c></row>", false);
}

TEST(XlsxTableTest, SaysWhereAFileIsNoArchive) {
  EXPECT_EQ(read_bytes(read_xlsx_table, "🚀").problems, Problems{"0:broken-archive"});
  EXPECT_EQ(read_bytes(read_xlsx_table, "").problems, Problems{"0:broken-archive"});
}

// html-report

std::string report(const std::string& article) {
  return "<!DOCTYPE html>\n<html><body><article data-key='d3f7k2m5qa'>" + article + "</article></body></html>";
}

const std::string kRow = "<tr data-id='1' data-kind='span' data-label='ORG'/>";

TEST(HtmlReportReaderTest, PutsTextAndSpansTogetherFromPieces) {
  const Reading reading = read_bytes(
      read_html_report, report("<h2>?</h2><div class='text'>🚀 <a data-start='2' data-end='3' data-ids='1'>가</a><a "
                               "data-start='3' data-end='4' data-ids='2 1'>나</a>&amp;</div><table>" +
                               kRow + "<tr data-id='2' data-kind='span' data-label='X'/></table>"));
  EXPECT_EQ(reading.problems, Problems());
  ASSERT_EQ(reading.documents.size(), 1U);
  EXPECT_EQ(reading.documents[0].document.text.utf8(), "🚀 가나&");
  const auto& annotations = reading.documents[0].sets.begin()->second.annotations();
  ASSERT_EQ(annotations.size(), 2U);
  EXPECT_EQ(*annotations.begin()->second.spans(), Spans(Span(2, 4)));
  EXPECT_EQ(*annotations.rbegin()->second.spans(), Spans(Span(3, 4)));
}

TEST(HtmlReportReaderTest, SaysWhatIsWrong) {
  const auto problems_of = [](const std::string& article) {
    return read_bytes(read_html_report, report(article)).problems;
  };
  EXPECT_EQ(problems_of("<div class='text'>🚀 <a data-start='1' data-end='3' data-ids='1'>가</a></div>" + kRow),
            Problems{"2:invalid-xml-value"});
  EXPECT_EQ(problems_of("<div class='text'>🚀 <a data-start='2' data-end='4' data-ids='1'>가</a></div>" + kRow),
            Problems{"2:invalid-xml-value"});
  EXPECT_EQ(problems_of("<div class='text'>🚀</div>" + kRow), Problems{"2:missing-field"});
  EXPECT_EQ(problems_of("<div class='text'><a data-start='0' data-end='1' data-ids='1'>🚀</a></div>"),
            Problems{"2:unknown-reference"});
  EXPECT_EQ(problems_of("<p>"), Problems{"2:malformed-xml"});
  EXPECT_EQ(read_bytes(read_html_report, "🚀").problems, Problems{"1:malformed-xml"});
  EXPECT_EQ(read_bytes(read_html_report, "<!DOCTYPE html [<!ENTITY a 'b'>]><html/>").problems,
            Problems{"1:malformed-xml"});
  EXPECT_EQ(read_bytes(read_html_report, "<article data-key='🚀'/>").problems, Problems{"1:invalid-xml-value"});
}

}  // namespace
}  // namespace mitjul
