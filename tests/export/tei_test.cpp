#include "export/tei.h"

#include "import/tei.h"
#include "tests/export/described_sentence.h"
#include "tests/support/run_program.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

std::string fixture(const std::string& file) { return std::string(MITJUL_FIXTURES) + "/tei/" + file; }

/// The files of a folder, as arguments of a program.
std::vector<std::string> with_files(std::vector<std::string> command, const fs::path& folder) {
  for (const std::string& name : names_in(folder)) command.push_back((folder / name).string());
  return command;
}

TEST(TeiWriterTest, TheExampleIsWrittenByteForByte) {
  const TempFolder folder;
  export_as("tei", described_sentence(), folder / "🚀", read_tei);
  EXPECT_EQ(all_bytes_of(folder / "🚀"), all_bytes_of(fixture("example")));
}

TEST(TeiWriterTest, AFileIsCalledAfterItsDocument) {
  const TempFolder folder;
  export_as("tei", everything_delivery(), folder / "🚀", read_tei);
  EXPECT_EQ(names_in(folder / "🚀"), (std::set<std::string>{"ㄱ 다른 글.xml", "이름 _따옴표_ _꺾쇠_ & 줄_바꿈.xml"}));
}

TEST(TeiWriterTest, OurSchemaOfTheElementsItUsesAcceptsIt) {
  for (const Delivery& delivery : {everything_delivery(), described_sentence()}) {
    const TempFolder folder;
    export_as("tei", delivery, folder / "🚀", read_tei);
    const ProgramResult result = run_program(with_files({"jing", "-c", fixture("subset.rnc")}, folder / "🚀"));
    if (result.exit_code == 127) GTEST_SKIP() << "jing is missing";
    EXPECT_EQ(result.exit_code, 0) << result.out;
  }
}

TEST(TeiWriterTest, PythonFindsEachQuoteBetweenItsAnchorsAndInItsRange) {
  const TempFolder folder;
  export_as("tei", everything_delivery(), folder / "🚀", read_tei);
  const ProgramResult result = run_program(with_files({"/usr/bin/python3", "-c", R"(import re, sys
import xml.etree.ElementTree as tree
tei = "{http://www.tei-c.org/ns/1.0}"
name = "{http://www.w3.org/XML/1998/namespace}id"
count = 0
for path in sys.argv[1:]:
    root = tree.parse(path).getroot()
    block = root.find(f"{tei}text/{tei}body/{tei}ab")
    text = block.text or ""
    places = {}
    for anchor in block:
        places["#" + anchor.get(name)] = len(text)
        text += anchor.tail or ""
    ids = {"#" + element.get(name) for element in root.iter() if element.get(name)}
    for element in root.iter():
        for attribute in ("from", "to", "target", "ana", "resp", "next", "prev"):
            for pointer in (element.get(attribute) or "").split():
                assert pointer in ids or pointer.startswith("mitjul:"), pointer
    for span in root.iter(tei + "span"):
        if span.get("from") is None or span.get("type") or name not in span.attrib: continue
        assert text[places[span.get("from")]:places[span.get("to")]] == span.text
        if span.get("corresp"):
            numbers = [int(n) for n in re.findall(r"\d+", span.get("corresp"))]
            assert text[numbers[0]:numbers[0] + numbers[1]] == span.text
        count += 1
print(count))"},
                                                      folder / "🚀"));
  if (result.exit_code == 127) GTEST_SKIP() << "python3 is missing";
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out, "11\n");
}

TEST(TeiWriterTest, NothingOfTheAnnotationsIsLost) {
  const ExportResult result =
      preview_export(*find_export_format("tei"), everything_delivery().source(), example_options(), {});
  for (const ExportLoss& loss : result.losses)
    EXPECT_TRUE(std::holds_alternative<SchemaFeature>(loss.what)) << to_string(loss);
}

TEST(TeiWriterTest, IdsWithAPlusAreNamesOfXml) {
  Delivery delivery = described_sentence();
  for (Label& label : delivery.schema.labels) {
    if (label.id == "EVENT") label.id = "CT+";
  }
  AnnotationSet& set = delivery.documents[0].sets.begin()->second;
  Annotation event = *set.find({*AnnotatorKey::parse("h4k2qa"), 3});
  event.label = "CT+";
  set.put(event);
  const TempFolder folder;
  export_as("tei", delivery, folder / "🚀", read_tei);
  EXPECT_NE(bytes_of(folder / "🚀/기사.xml").find("xml:id=\"label.CT·\" n=\"CT+\""), std::string::npos);
  const ProgramResult result = run_program({"xmllint", "--noout", (folder / "🚀/기사.xml").string()});
  if (result.exit_code == 127) GTEST_SKIP() << "xmllint is missing";
  EXPECT_EQ(result.exit_code, 0) << result.err;
}

}  // namespace
}  // namespace mitjul
