// csv, xlsx and html-report as other programs read them.

#include "export/annotation_table.h"
#include "export/csv.h"
#include "export/xlsx.h"
#include "export/xlsx_sheet.h"
#include "import/formats.h"
#include "tests/export/exporting.h"
#include "tests/support/marked_text.h"
#include "tests/support/run_program.h"

namespace mitjul {
namespace {

Delivery fixture(const std::string& name) {
  return read_delivery(std::string(MITJUL_FIXTURES) + "/mitjul-xml/" + name + "/export.xml");
}

std::string exported_as(std::string_view id, const Delivery& delivery, std::map<std::string, std::string> values = {}) {
  const TempFolder folder;
  ExportOptions options = example_options();
  options.values = std::move(values);
  write_export(*find_export_format(id), delivery.source(), folder / "🚀", options, annotation_reader(id), {});
  return bytes_of(folder / "🚀");
}

/// One document with a span of each marked stretch, label `L`.
Delivery one_document(std::string_view text) {
  const MarkedText taken = marked(text);
  Delivery delivery;
  delivery.schema.labels.push_back({"L", "라벨", LabelKind::Span, "", "#FF0000", "", "", "", {}, {}});
  const AnnotatorKey annotator = *AnnotatorKey::parse("aaaaaa");
  delivery.annotators = {{annotator, "annotator01", false}};
  AnnotatedDocument document{Document::make("글", taken.text), {}};
  document.document.info.key = *DocumentKey::parse("d3f7k2m5qa");
  std::int64_t number = 0;
  Provenance provenance;
  provenance.created = example_time();
  for (const Span& span : taken.spans) {
    document.set({document.document.info.key, annotator, false})
        .put({{annotator, ++number}, "L", Spans(span), {}, {}, provenance});
  }
  delivery.documents.push_back(std::move(document));
  return delivery;
}

TEST(CsvTest, WritesTheExample) {
  EXPECT_EQ(exported_as("csv", one_document("🚀 {화웨이}가 칩을, {확보\n했다}.")),
            "\xEF\xBB\xBF"
            "document_key,document,annotator,curated,id,kind,label,label_name,start,end,segments,left,quote,right,ends,"
            "end_quotes,note,method,origin,confidence,created,modified,schema_version,confirmed,confirmed_by\r\n"
            "d3f7k2m5qa,글,annotator01,,aaaaaa-1,span,L,라벨,2,5,2..5,\"🚀 \",화웨이,\"가 칩을, 확보\n했다.\",,"
            ",,hand,,,2026-11-21T00:00:00Z,,0,,\r\n"
            "d3f7k2m5qa,글,annotator01,,aaaaaa-2,span,L,라벨,11,16,11..16,\"🚀 화웨이가 칩을, \",\"확보\n했다\",.,,"
            ",,hand,,,2026-11-21T00:00:00Z,,0,,\r\n");
}

TEST(CsvTest, LeavesTheByteOrderMarkOutWhereItIsNotWanted) {
  const std::string bytes = exported_as("csv", one_document("🚀 {화웨이}"), {{"bom", "no"}});
  EXPECT_EQ(bytes.substr(0, 12), "document_key");
}

TEST(CsvTest, NoCellIsRunBySpreadsheets) {
  EXPECT_EQ(csv_cell("=1+1", true), "'=1+1");
  EXPECT_EQ(csv_cell("+82", true), "'+82");
  EXPECT_EQ(csv_cell("-가", true), "'-가");
  EXPECT_EQ(csv_cell("@가", true), "'@가");
  EXPECT_EQ(csv_cell("＝1", true), "'＝1");
  EXPECT_EQ(csv_cell("\t=1", true), "\"'\t=1\"");
  EXPECT_EQ(csv_cell("'가", true), "''가") << "so that one apostrophe can always be taken away";
  EXPECT_EQ(csv_cell("=1+1", false), "=1+1");
  EXPECT_EQ(csv_cell("'가", false), "'가");
}

TEST(CsvTest, NumbersAreNumbers) {
  EXPECT_EQ(csv_cell("-1.5e2", true), "-1.5e2");
  EXPECT_EQ(csv_cell("-7", true), "-7");
  EXPECT_EQ(csv_cell("-7-1", true), "'-7-1");
  EXPECT_EQ(csv_cell("-inf", true), "'-inf");
}

TEST(CsvTest, QuotesWhatPartsCellsAndRows) {
  EXPECT_EQ(csv_cell("가\"나", true), "\"가\"\"나\"");
  EXPECT_EQ(csv_cell("가\r\n나", true), "\"가\r\n나\"");
  EXPECT_EQ(csv_cell(" 가", true), "\" 가\"");
  EXPECT_EQ(csv_cell("가 나", true), "가 나");
  EXPECT_EQ(csv_cell("", true), "");
}

TEST(AnnotationTableTest, HasAColumnForEachAttributeUnderTheLabelThatDeclaresIt) {
  const Delivery delivery = fixture("everything");
  const AnnotationTable table(delivery.schema, delivery.annotators, 1000);
  std::vector<std::string> names;
  for (std::size_t i = 25; i < table.columns().size(); ++i) names.push_back(table.columns()[i].id);
  EXPECT_EQ(names, (std::vector<std::string>{"ENTITY.wiki", "ENTITY.kinds", "PERSON.born", "PERSON.height",
                                             "PERSON.alive", "TOPIC.tone"}));
  const AnnotatedDocument& document = delivery.documents[1];
  const AnnotationSet& set = document.sets.begin()->second;
  const Annotation& person = *document.find(*parse_annotation_id("aaaaaa-3"));
  const std::vector<std::string> row = table.row(document, set, person);
  EXPECT_EQ(row[26], "A+;B-") << "of the label above";
  EXPECT_EQ(row[27], "1443-12-30");
  EXPECT_EQ(table.values_left_out(person), 0U);
}

TEST(AnnotationTableTest, SaysHowManyValuesHaveNoColumn) {
  const Delivery delivery = fixture("everything");
  const AnnotationTable table(delivery.schema, delivery.annotators, 26);
  EXPECT_EQ(table.columns().size(), 26U);
  EXPECT_EQ(table.values_left_out(*delivery.documents[1].find(*parse_annotation_id("aaaaaa-3"))), 5U);
}

TEST(AnnotationTableTest, ShowsPiecesAndEnds) {
  const Delivery delivery = fixture("everything");
  const AnnotationTable table(delivery.schema, delivery.annotators, 1000);
  const AnnotatedDocument& document = delivery.documents[1];
  const AnnotationSet& set = document.sets.begin()->second;
  const auto row = table.row(document, set, *document.find(*parse_annotation_id("aaaaaa-8")));
  EXPECT_EQ(row[10], "86..99;105..110");
  EXPECT_EQ(row[12], "매출은  두  칸 띄고  …  늘었다.");
  const auto link = table.row(document, set, *document.find(*parse_annotation_id("aaaaaa-12")));
  EXPECT_EQ(link[14], "from=aaaaaa-8;to=aaaaaaaaaa/b2b2b2-1;via=aaaaaa-11");
  EXPECT_EQ(link[15], "에서: 매출은  두  칸 띄고  …  늘었다.\n으로: aaaaaaaaaa/b2b2b2-1\n거쳐: link aaaaaa-11");
}

TEST(TablesTest, TheExampleIsWrittenAsItWas) {
  for (const auto& [id, extension] : {std::pair("csv", "csv"), {"xlsx", "xlsx"}, {"html-report", "html"}}) {
    const std::string place = std::string(MITJUL_FIXTURES) + "/" + id + "/contract/export." + extension;
    EXPECT_EQ(exported_as(id, fixture("contract")), bytes_of(place)) << id;
  }
}

// Other readers.

void expect_read_by_python(const std::string& id, const std::map<std::string, std::string>& values, std::size_t spans) {
  const Delivery delivery = fixture("everything");
  const TempFolder folder;
  ExportOptions options = example_options();
  options.values = values;
  write_export(*find_export_format(id), delivery.source(), folder / "out", options, annotation_reader(id), {});
  export_native_xml(delivery.source(), folder / "native.xml", example_options(), read_native_xml, {});
  const ProgramResult result =
      run_program({"/usr/bin/python3", std::string(MITJUL_SOURCE) + "/tests/export/table_reader.py", id, folder / "out",
                   folder / "native.xml"});
  if (result.exit_code == 127) GTEST_SKIP() << "there is no python3";
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out, std::to_string(spans) + "\n");
}

TEST(CsvTest, PythonFindsEveryQuote) { expect_read_by_python("csv", {}, 10); }
TEST(XlsxTest, PythonFindsEveryQuoteAndNoFormula) { expect_read_by_python("xlsx", {{"headings", "en"}}, 10); }
TEST(HtmlReportTest, PythonFindsEveryTextAndHighlightAndNothingFromElsewhere) {
  expect_read_by_python("html-report", {}, 18);
}

void expect_the_same_in_spreadsheets(const Delivery& delivery, std::size_t rows) {
  const TempFolder folder;
  for (const auto& [id, name] : {std::pair("csv", "a.csv"), {"xlsx", "a.xlsx"}}) {
    ExportOptions options = example_options();
    if (std::string(id) == "xlsx") options.values = {{"headings", "en"}};
    write_export(*find_export_format(id), delivery.source(), folder / name, options, annotation_reader(id), {});
  }
  const ProgramResult result =
      run_program({"/usr/bin/python3", std::string(MITJUL_SOURCE) + "/tests/export/spreadsheet_reader.py",
                   folder / "a.csv", folder / "a.xlsx"});
  if (result.exit_code == 77 || result.exit_code == 127)
    GTEST_SKIP() << "there is no python3, or it has no pandas or openpyxl";
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out, std::to_string(rows) + "\n");
}

TEST(TablesTest, PandasAndOpenpyxlReadTheSame) { expect_the_same_in_spreadsheets(fixture("everything"), 15); }
TEST(TablesTest, PandasAndOpenpyxlReadWhatASpreadsheetWouldRun) {
  expect_the_same_in_spreadsheets(
      one_document("🚀 {=1+1} {+82} {-3.5%} {@가} {＝식} {'따옴표} {\"쉼표, 따옴표\"} {줄\n=바꿈} {0012} {TRUE} {1E5}"),
      11);
}

// xlsx

TEST(XlsxTest, CutsWhatDoesNotFitIntoACell) {
  std::size_t cut = 0;
  const std::string long_text(32768, 'x');
  EXPECT_EQ(fitting_cell(long_text, cut).size(), 32767U);
  EXPECT_EQ(cut, 1U);
  std::string emojis;
  for (int i = 0; i < 16384; ++i) emojis += "🚀";  // two units each
  EXPECT_EQ(fitting_cell(emojis, cut).size(), 16383U * 4);
  EXPECT_EQ(cut, 1U);
  EXPECT_EQ(fitting_cell("🚀", cut), "🚀");
  EXPECT_EQ(cut, 0U);
}

TEST(XlsxTest, SaysThatItCut) {
  std::string text = "🚀 {";
  for (int i = 0; i < 40000; ++i) text += "가";
  const Delivery delivery = one_document(text + "}");
  const TempFolder folder;
  const ExportResult result = write_export(*find_export_format("xlsx"), delivery.source(), folder / "a.xlsx",
                                           example_options(), annotation_reader("xlsx"), {});
  EXPECT_EQ(result.losses, (std::vector<ExportLoss>{{AnnotationFeature::SchemaDetails, 1},
                                                    {AnnotationFeature::Texts, 1},
                                                    {AnnotationFeature::Characters, 40000 - 32767}}));
}

TEST(XlsxTest, EscapesWhatLooksLikeAnEscape) {
  EXPECT_EQ(escaped_cell("🚀_x000D_"), "🚀_x005F_x000D_");
  EXPECT_EQ(escaped_cell("_x00_ x"), "_x00_ x");
}

/// The file that the library writes.
class PathSink : public ExportSink {
 public:
  explicit PathSink(std::filesystem::path path) : path_(std::move(path)) {}
  void begin_file(const std::string& /*name*/) override {}
  void append(std::string_view /*bytes*/) override {}
  std::filesystem::path file() const override { return path_; }

 private:
  std::filesystem::path path_;
};

TEST(XlsxTest, GoesOnInAFurtherSheet) {
  const Delivery delivery = one_document("🚀 {가} {나} {다} {라} {마}");
  const TempFolder folder;
  PathSink sink(folder / "a.xlsx");
  ExportLosses losses;
  ExpectedReading expected;
  const ExportOptions options = example_options();
  {
    XlsxWriter writer({delivery.schema, delivery.annotators, options, sink, losses, expected}, 3);
    writer.begin();
    writer.write(delivery.documents[0]);
    writer.end();
  }
  std::vector<std::uint64_t> read;
  const std::vector<Problem> problems = annotation_reader("xlsx")(
      folder / "a.xlsx", {}, [&](const AnnotatedDocument& document) { read.push_back(plain_reading(document)); });
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(read, expected.sorted());
}

// html-report

TEST(HtmlReportTest, ShowsOverlapsAndNesting) {
  const std::string html = exported_as("html-report", one_document("🚀 {가{나}다}"));
  EXPECT_NE(html.find("data-start=\"2\" data-end=\"3\" data-ids=\"1\" data-tag=\"라벨\""), std::string::npos);
  EXPECT_NE(html.find("data-start=\"3\" data-end=\"4\" data-ids=\"1 2\" data-tag=\"라벨\""), std::string::npos);
  EXPECT_NE(html.find("data-start=\"4\" data-end=\"5\" data-ids=\"1\" title"), std::string::npos);
}

TEST(HtmlReportTest, EscapesWhatIsMarkup) {
  Delivery delivery = one_document("🚀 {<script>alert(1)</script> & \"'}");
  delivery.documents[0].document.info.name = "<b>";
  delivery.documents[0].document.info.title = "\"><script>";
  const std::string html = exported_as("html-report", delivery);
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("<b>&lt;"), std::string::npos);
  EXPECT_NE(html.find("&lt;script"), std::string::npos);
}

TEST(HtmlReportTest, IsWellFormed) {
  const TempFolder folder;
  write_export(*find_export_format("html-report"), fixture("everything").source(), folder / "a.html", example_options(),
               annotation_reader("html-report"), {});
  const ProgramResult result = run_program({"xmllint", "--nonet", "--noout", folder / "a.html"});
  if (result.exit_code == 127) GTEST_SKIP() << "there is no xmllint";
  EXPECT_EQ(result.exit_code, 0) << result.err;
}

/// In the heading, and where the contents list it; screen readers name the article by its heading.
TEST(HtmlReportTest, CuratedSetsAreCalledSoInItsLanguage) {
  const std::string korean = exported_as("html-report", fixture("everything"));
  const std::string name = "이름 \"따옴표\" &lt;꺾쇠&gt; &amp; 줄\n바꿈.txt (김 \"주\" 석, 검수본)";
  EXPECT_NE(korean.find("<article id=\"d3\" aria-labelledby=\"h3\""), std::string::npos);
  EXPECT_NE(korean.find("<h2 id=\"h3\">" + name + "</h2>"), std::string::npos);
  EXPECT_NE(korean.find("<a href=\"#d3\">" + name + "</a>"), std::string::npos);
  EXPECT_NE(exported_as("html-report", fixture("everything"), {{"language", "en"}}).find("석, curated)</h2>"),
            std::string::npos);
}

TEST(HtmlReportTest, SpeaksTheLanguageThatIsAskedFor) {
  const Delivery delivery = one_document("🚀 {가}");
  EXPECT_NE(exported_as("html-report", delivery).find("<html lang=\"ko\">"), std::string::npos);
  EXPECT_NE(exported_as("html-report", delivery, {{"language", "en"}}).find("<h1>Annotation report</h1>"),
            std::string::npos);
}

}  // namespace
}  // namespace mitjul
