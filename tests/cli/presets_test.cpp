// Every preset does what it is for: its example goes in, comes out as XML, and nothing is wrong with it.

#include "core/presets.h"

#include <set>

#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

/// The lines of the example; none where there are no labels.
std::vector<nlohmann::ordered_json> example_lines(const Preset& preset) {
  if (preset.schema.labels.empty()) return {};
  return objects_of(std::string(preset.example_lines));
}

TEST(PresetExamplesTest, GoInAndComeOutRight) {
  for (const Preset& preset : presets()) {
    SCOPED_TRACE(preset.id);
    const CliProject project({"--schema", preset.id});
    project.import("보기.txt", preset.example_text);
    const std::size_t lines = example_lines(preset).size();
    if (lines > 0) {
      EXPECT_EQ(project.annotate("보기.txt", std::string(preset.example_lines)).size(), lines);
    }
    EXPECT_EQ(project.out("verify"), "");
    const std::string xml = project.export_xml("보기.xml");
    EXPECT_TRUE(is_valid(xml));
    const ProgramResult verified = run_cli({"verify", xml});
    EXPECT_EQ(verified.exit_code, 0) << verified.err;
    EXPECT_EQ(verified.out, "");
    EXPECT_EQ(bytes_of(project.export_xml("다시.xml")), bytes_of(xml));

    const CliProject other({"--schema", "empty"});
    other.out("import", {xml});
    EXPECT_EQ(bytes_of(other.export_xml("거기서.xml")), bytes_of(xml)) << "the schema travels whole";
  }
}

TEST(PresetExamplesTest, ShowEveryLabelThatHasNoneBelowIt) {
  for (const Preset& preset : presets()) {
    std::set<std::string> shown;
    for (const auto& line : example_lines(preset)) shown.insert(line["label"]);
    std::set<std::string> parents;
    for (const Label& label : preset.schema.labels) parents.insert(label.parent);
    for (const Label& label : preset.schema.labels) {
      EXPECT_EQ(shown.count(label.id), 1 - parents.count(label.id)) << preset.id << " " << label.id;
    }
  }
}

TEST(PresetExamplesTest, BeginWithACharacterThatOffsetsMustNotCountTwice) {
  for (const Preset& preset : presets()) {
    ASSERT_FALSE(preset.example_text.empty()) << preset.id;
    EXPECT_GE(static_cast<unsigned char>(preset.example_text.front()), 0xF0U) << preset.id;
  }
}

TEST(PresetSchemasTest, CanBePrintedAndSetAgain) {
  for (const Preset& preset : presets()) {
    SCOPED_TRACE(preset.id);
    const CliProject project({"--schema", preset.id});
    const std::string printed = project.out("schema");
    const CliProject made({"--schema", project.write("라벨.xml", printed)});
    EXPECT_EQ(made.out("schema"), printed);
  }
}

TEST(AttributionPresetTest, AnAttributionMayLackItsCueButIsNoneWithOneEndAlone) {
  const CliProject project({"--schema", "attribution"});
  project.import("글.txt", "🚢 선장: 위험하다.");
  const std::string ends = R"({"start":2,"end":4,"label":"SOURCE","id":"s"})"
                           "\n"
                           R"({"start":6,"end":10,"label":"CONTENT","id":"t"})"
                           "\n";
  expect_refusal(project.run("annotate", {"글.txt", "--from", "-"},
                             {ends + R"({"args":{"content":"t"},"label":"attributed"})", {}, false}),
                 1);
  EXPECT_EQ(project.annotate("글.txt", ends + R"({"args":{"source":"s","content":"t"},"label":"attributed"})").size(),
            3U);
  EXPECT_EQ(project.out("verify"), "");
}

}  // namespace
}  // namespace mitjul
