#include "export/refi_project.h"

#include "export/refi_codebook.h"
#include "import/refi_project.h"
#include "import/zip_archive.h"
#include "tests/export/described_sentence.h"
#include "tests/support/run_program.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

std::string fixture(const std::string& file) { return std::string(MITJUL_FIXTURES) + "/refi-qda/example/" + file; }

/// The files of an archive, by name.
std::map<std::string, std::string> files_of(const fs::path& path) {
  const ZipArchive archive(path);
  std::map<std::string, std::string> files;
  for (const ZipArchive::Entry& entry : archive.entries()) files[entry.name] = archive.read(entry);
  return files;
}

TEST(RefiProjectWriterTest, TheExampleIsWrittenByteForByte) {
  const TempFolder folder;
  export_as("refi-qda", described_sentence(), folder / "🚀.qdpx", read_refi_project);
  const auto files = files_of(folder / "🚀.qdpx");
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files.begin()->second, "🚀 화웨이가 칩을 확보했다.") << "UTF-8, no BOM, no line end";
  std::string expected = bytes_of(fixture("project.qde"));
  expected.replace(expected.find("Mitjul 0.1.0"), 12, refi_origin());
  EXPECT_EQ(files.at("project.qde"), expected);
}

TEST(RefiProjectWriterTest, TheProjectStandsFirstAndNothingIsLeftBesideTheArchive) {
  const TempFolder folder;
  export_as("refi-qda", everything_delivery(), folder / "🚀.qdpx", read_refi_project);
  EXPECT_EQ(ZipArchive(folder / "🚀.qdpx").entries().front().name, "project.qde");
  EXPECT_EQ(names_in(folder.path()), (std::set<std::string>{"🚀.qdpx"}));
}

TEST(RefiProjectWriterTest, WhatTheFormatDoesNotHoldIsCounted) {
  const ExportResult result =
      preview_export(*find_export_format("refi-qda"), described_sentence().source(), example_options(), {});
  std::vector<std::string> losses;
  for (const ExportLoss& loss : result.losses)
    losses.push_back(std::string(to_string(loss)) + " " + std::to_string(loss.count));
  EXPECT_EQ(losses, (std::vector<std::string>{"zones 1", "set-states 1", "discontinuous-spans 1", "provenance 5",
                                              "name-and-version 1", "relations 1"}));
}

TEST(RefiProjectWriterTest, WhatWasWrittenIsReadAgainWithItsIdsValuesAndNotes) {
  const Delivery delivery = everything_delivery();
  const TempFolder folder;
  export_as("refi-qda", delivery, folder / "🚀.qdpx", read_refi_project);
  std::map<DocumentKey, AnnotatedDocument> read;
  EXPECT_TRUE(read_refi_project(folder / "🚀.qdpx", {}, [&](AnnotatedDocument document) {
                read.emplace(document.document.info.key, std::move(document));
              }).empty());
  for (const AnnotatedDocument& written : delivery.documents) {
    const AnnotatedDocument& again = read.at(written.document.info.key);
    EXPECT_EQ(again.document.info.name, written.document.info.name);
    EXPECT_EQ(again.document.info.title, written.document.info.title);
    EXPECT_EQ(again.document.info.language, written.document.info.language);
    EXPECT_EQ(again.document.info.metadata, written.document.info.metadata);
    for (const auto& [key, set] : written.sets) {
      for (const auto& [id, annotation] : set.annotations()) {
        SCOPED_TRACE(to_string(id));
        const Annotation* const same = again.find(id);
        ASSERT_NE(same, nullptr);
        EXPECT_EQ(again.set_of(id)->key(), key);
        EXPECT_EQ(same->label, annotation.label);
        EXPECT_EQ(same->attributes, annotation.attributes);
        EXPECT_EQ(same->note, annotation.note);
        EXPECT_EQ(same->provenance.created, annotation.provenance.created);
        EXPECT_EQ(same->provenance.modified, annotation.provenance.modified);
        if (annotation.relation() == nullptr) {
          EXPECT_EQ(same->anchor, annotation.anchor);
        } else {
          EXPECT_THAT(same->relation()->arguments,
                      ::testing::UnorderedElementsAreArray(annotation.relation()->arguments));
        }
      }
    }
  }
}

/// Runs a check of the project in an archive; false, and the test is skipped, where the program is missing.
ProgramResult checked(const fs::path& project, const std::vector<std::string>& before) {
  std::vector<std::string> command = before;
  command.push_back(project.string());
  return run_program(command);
}

TEST(RefiProjectWriterTest, TheSchemaOfTheStandardAcceptsIt) {
  const std::string schema = std::string(MITJUL_SHARED) + "/schemas/REFI-QDA-Project.xsd";
  if (!fs::exists(schema)) GTEST_SKIP() << "the schema of the standard is not here: " << schema;
  const TempFolder folder;
  for (const Delivery& delivery : {everything_delivery(), described_sentence(), Delivery()}) {
    export_as("refi-qda", delivery, folder / "🚀.qdpx", read_refi_project);
    const fs::path project = folder.write("project.qde", files_of(folder / "🚀.qdpx").at("project.qde"));
    const ProgramResult xmllint = checked(project, {"xmllint", "--noout", "--schema", schema});
    if (xmllint.exit_code == 127) GTEST_SKIP() << "xmllint is missing";
    EXPECT_EQ(xmllint.exit_code, 0) << xmllint.err;
    const ProgramResult python =
        checked(project, {"/usr/bin/python3", "-c",
                          "import sys\ntry:\n  import xmlschema\nexcept ImportError:\n  sys.exit(127)\n"
                          "xmlschema.XMLSchema(sys.argv[1]).validate(sys.argv[2])",
                          schema});
    if (python.exit_code == 127) GTEST_SKIP() << "python3-xmlschema is missing";
    EXPECT_EQ(python.exit_code, 0) << python.err;
  }
}

TEST(RefiProjectWriterTest, PythonFindsEachQuoteAtItsCodePoints) {
  const TempFolder folder;
  export_as("refi-qda", everything_delivery(), folder / "🚀.qdpx", read_refi_project);
  const ProgramResult result = run_program({"/usr/bin/python3", "-c",
                                            R"(import sys, zipfile, xml.etree.ElementTree as tree
archive = zipfile.ZipFile(sys.argv[1])
space = "{urn:QDA-XML:project:1.0}"
count = 0
guids = []
root = tree.fromstring(archive.read("project.qde"))
for source in root.iter(space + "TextSource"):
    name = source.get("plainTextPath").replace("internal://", "Sources/")
    text = archive.read(name).decode("utf-8")
    for selection in source.iter(space + "PlainTextSelection"):
        assert text[int(selection.get("startPosition")):int(selection.get("endPosition"))] == selection.get("name")
        count += 1
for element in root.iter():
    if element.get("guid"): guids.append(element.get("guid"))
assert len(guids) == len(set(guids))
for element in root.iter():
    for reference in ("targetGUID", "originGUID", "creatingUser"):
        assert element.get(reference) is None or element.get(reference) in guids
print(count))",
                                            (folder / "🚀.qdpx").string()});
  if (result.exit_code == 127) GTEST_SKIP() << "python3 is missing";
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out, "11\n");
}

}  // namespace
}  // namespace mitjul
