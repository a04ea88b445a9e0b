// The sample data works as its README says.

#include "import/schema_xml.h"
#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

const std::string kSamples = MITJUL_SAMPLES;

TEST(SamplesTest, EveryLineOfAnnotationsGoesInAndTheExportIsValid) {
  const CliProject project({"--schema", kSamples + "/schema.xml"});
  EXPECT_EQ(project.rows("import", {kSamples + "/articles"}).size(), 4U);
  std::size_t annotations = 0;
  std::size_t spans = 0;
  for (const auto& entry : fs::directory_iterator(kSamples + "/annotations")) {
    const std::string lines = bytes_of(entry.path());
    const Rows ids = project.rows("annotate", {entry.path().stem().string() + ".txt", "--from", entry.path()});
    EXPECT_EQ(ids.size(), static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'))) << entry.path();
    annotations += ids.size();
    for (const auto& object : objects_of(lines)) {
      spans += object.contains("segments") ? object["segments"].size() : object.contains("start") ? 1 : 0;
    }
  }
  EXPECT_GE(annotations, 600U);
  EXPECT_EQ(project.run("verify").out, "");

  const std::string xml = project.export_xml("내주석.xml");
  EXPECT_TRUE(is_valid(xml));
  EXPECT_EQ(run_cli({"verify", xml}).out, "");
  EXPECT_EQ(read_with_python(xml).size(), spans);
  for (const std::string schema : {"claims-entities", "empty"}) {
    const CliProject fresh({"--schema", schema});
    fresh.out("import", {xml});
    EXPECT_EQ(bytes_of(fresh.export_xml("다시.xml")), bytes_of(xml));
  }
}

TEST(SamplesTest, TheSchemaFileIsValid) { EXPECT_TRUE(is_valid(kSamples + "/schema.xml")); }

TEST(SamplesTest, TheSchemaIsThatOfTheDefaultPresetWithMoreAttributes) {
  const SchemaFile sample = read_schema_file(kSamples + "/schema.xml");
  EXPECT_TRUE(sample.problems.empty());
  const Schema standard = *preset("claims-entities");
  EXPECT_EQ(sample.schema.guideline, standard.guideline);
  EXPECT_EQ(sample.schema.labels.size(), standard.labels.size());
  for (const Label& label : standard.labels) {
    const Label* const here = sample.schema.find(label.id);
    ASSERT_NE(here, nullptr) << label.id;
    EXPECT_EQ(here->name, label.name);
    EXPECT_EQ(here->parent, label.parent) << label.id;
    EXPECT_EQ(here->color, label.color) << label.id;
    EXPECT_EQ(here->key, label.key) << label.id;
    EXPECT_EQ(here->guideline, label.guideline) << label.id;
    for (const Attribute& attribute : label.attributes) {
      EXPECT_EQ(*sample.schema.find_attribute(label.id, attribute.id), attribute) << label.id;
    }
  }
}

TEST(SamplesTest, AFileInCp949IsRecognisedAndIsTheSameArticle) {
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(kSamples + "/encodings")) {
    const std::string name = entry.path().filename();
    const std::size_t suffix = name.find(".cp949.txt");
    if (suffix == std::string::npos) continue;
    ++files;
    const std::string article = kSamples + "/articles/" + name.substr(0, suffix) + ".txt";
    const CliProject project;
    const Rows rows = project.rows("import", {entry.path()});
    EXPECT_EQ(rows.at(0).at(3), "windows-949");
    EXPECT_EQ(project.out("text", {name}), bytes_of(article));
    const ProgramResult again = project.run("import", {article});
    EXPECT_EQ(again.exit_code, 0);
    EXPECT_EQ(again.out, "") << "it is there already";
    EXPECT_NE(again.err.find(name), std::string::npos) << again.err;
  }
  EXPECT_GE(files, 1U);
}

}  // namespace
}  // namespace mitjul
