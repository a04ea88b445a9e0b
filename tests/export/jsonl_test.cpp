#include "export/jsonl.h"

#include <nlohmann/json.hpp>

#include "import/jsonl.h"
#include "tests/export/example.h"
#include "tests/support/run_program.h"

namespace mitjul {
namespace {

using nlohmann::json;

std::string page() { return bytes_of(std::string(MITJUL_SOURCE) + "/docs/formats/jsonl.md"); }

/// What stands between the fences of the page's only block in this language.
std::string block(const std::string& language) {
  const std::string text = page();
  const std::string fence = "```" + language + "\n";
  const std::size_t begin = text.find(fence);
  if (begin == std::string::npos) return "";
  const std::size_t first = begin + fence.size();
  return text.substr(first, text.find("```", first) - first);
}

std::vector<json> rows_in(const std::string& lines) {
  std::vector<json> rows;
  std::size_t begin = 0;
  for (std::size_t end = lines.find('\n'); end != std::string::npos; end = lines.find('\n', begin)) {
    rows.push_back(json::parse(lines.substr(begin, end - begin)));
    begin = end + 1;
  }
  EXPECT_EQ(begin, lines.size()) << "the last line ends, too";
  return rows;
}

Delivery everything() { return read_delivery(std::string(MITJUL_FIXTURES) + "/mitjul-xml/everything/export.xml"); }

TEST(JsonlWriterTest, TheExampleOfTheDocumentationIsWrittenByteForByte) {
  const std::string example = exported_as("jsonl", example_sentence(), read_jsonl);
  EXPECT_EQ(example, bytes_of(std::string(MITJUL_FIXTURES) + "/jsonl/example/export.jsonl"));
  EXPECT_EQ(json::parse(block("json")), json::parse(example)) << "the page shows it over several lines";
}

/// The keys and types of a value, so that two that fit in one column look alike. `null` and numbers do.
std::string shape_of(const json& value) {
  if (value.is_null() || value.is_number()) return "n";
  if (value.is_string()) return "s";
  if (value.is_boolean()) return "b";
  std::string shape;
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) shape += key + ":" + shape_of(member) + ",";
    return "{" + shape + "}";
  }
  for (const json& item : value) {
    // The longest, as an empty list fits any.
    if (const std::string of_item = shape_of(item); of_item.size() > shape.size()) shape = of_item;
  }
  return "[" + shape + "]";
}

TEST(JsonlWriterTest, AllRowsHaveTheSameKeysAndTypes) {
  const std::vector<json> rows = rows_in(exported_as("jsonl", everything(), read_jsonl));
  ASSERT_EQ(rows.size(), 2U);
  std::map<std::string, std::string> shapes;
  for (const json& row : rows) {
    ASSERT_EQ(row.size(), rows[0].size());
    for (const auto& [key, value] : row.items()) {
      if (!value.is_array()) {
        EXPECT_EQ(shape_of(value), shape_of(rows[0].at(key))) << key;
        continue;
      }
      for (const json& item : value) {
        ASSERT_TRUE(item.is_object()) << key << ": lists of structs";
        std::string keys;
        for (const auto& [name, member] : item.items())
          keys += name + (member.is_array() ? "[] " : member.is_string() ? "'' " : " ");
        const auto [known, first] = shapes.emplace(key, keys);
        EXPECT_EQ(known->second, keys) << key;
      }
    }
  }
  EXPECT_EQ(shapes.count("spans") + shapes.count("relations") + shapes.count("labels"), 3U);
}

TEST(JsonlWriterTest, TheSchemaStandsInTheFirstRowAlone) {
  const std::vector<json> rows = rows_in(exported_as("jsonl", everything(), read_jsonl));
  EXPECT_EQ(rows.at(0).at("schema").get<std::string>().substr(0, 8), "<schema ");
  EXPECT_EQ(rows.at(0).at("annotators").size(), 3U);
  EXPECT_EQ(rows.at(1).at("schema"), "");
  EXPECT_TRUE(rows.at(1).at("annotators").empty());
}

TEST(JsonlWriterTest, APlaceIsTheHullAndSegmentsAndTheirTextJoinedByABlank) {
  const json row = rows_in(exported_as("jsonl", example_sentence(), read_jsonl)).at(0);
  const json& event = row.at("spans").at(2);
  EXPECT_EQ(event.at("label"), "EVENT");
  EXPECT_EQ(event.at("start"), 7);
  EXPECT_EQ(event.at("end"), 14);
  EXPECT_EQ(event.at("text"), "칩을 확보했다");
  EXPECT_EQ(event.at("segments"), json::parse(R"([{"start":7,"end":9},{"start":10,"end":14}])"));
}

TEST(JsonlWriterTest, HeadAndChildGoByTheRolesOfTheLabelAndArgumentsStandAsTheyAre) {
  const json row = rows_in(exported_as("jsonl", everything(), read_jsonl)).at(1);
  const json& relation = row.at("relations").at(0);
  EXPECT_EQ(relation.at("head"), "aaaaaa-4") << "the role `from`, which the annotation names second";
  EXPECT_EQ(relation.at("child"), "aaaaaa-3");
  EXPECT_EQ(relation.at("args").at(0).at("role"), "to");
  EXPECT_EQ(row.at("relations").at(1).at("child"), "aaaaaaaaaa/b2b2b2-1") << "in another document";
}

TEST(JsonlWriterTest, ASchemaWithoutADocumentIsALoss) {
  Delivery nothing = example_sentence();
  nothing.documents.clear();
  nothing.annotators.clear();
  ExportResult result;
  EXPECT_EQ(exported_as("jsonl", nothing, read_jsonl, &result), "");
  EXPECT_EQ(lost_in(result), std::vector<std::string>{"schema-details 4"});
}

TEST(JsonlWriterTest, TheTenLinesOfPythonReadIt) {
  const TempFolder folder;
  write_export(*find_export_format("jsonl"), everything().source(), folder / "🚀.jsonl", example_options(), read_jsonl,
               {});
  const std::string program = block("python");
  ASSERT_FALSE(program.empty());
  const ProgramResult result = run_program({"/usr/bin/python3", folder.write("read.py", program), folder / "🚀.jsonl"});
  if (result.exit_code == 127) GTEST_SKIP() << "there is no python3";
  EXPECT_EQ(result.exit_code, 0) << result.err;
  // Nine spans, of which one has two pieces, and one of the other document.
  EXPECT_EQ(std::count(result.out.begin(), result.out.end(), '\n'), 11) << result.out;
}

TEST(JsonlWriterTest, DuckDbFindsEveryQuoteAtItsPlace) {
  const TempFolder folder;
  write_export(*find_export_format("jsonl"), everything().source(), folder / "🚀.jsonl", example_options(), read_jsonl,
               {});
  const std::string program = std::string(MITJUL_FIXTURES) + "/jsonl/slices.cjs";
  const ProgramResult result =
      run_program({"node", program, folder / "🚀.jsonl"}, {"", {std::string("NODE_PATH=") + MITJUL_NPM}});
  if (result.exit_code == 77 || result.exit_code == 127)
    GTEST_SKIP() << "there is no node, or no @duckdb/node-api in " << MITJUL_NPM;
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out, "10\n") << "so many spans, and none whose text is another than its quote";
}

}  // namespace
}  // namespace mitjul
