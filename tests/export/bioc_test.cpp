#include "export/bioc.h"

#include <fmt/format.h>

#include "import/bioc.h"
#include "tests/export/described_sentence.h"
#include "tests/support/run_program.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

/// xmllint takes the place of a DTD for an address.
std::string as_url(const std::string& path) {
  std::string url = "file://";
  for (const char c : fs::canonical(path).string()) {
    const auto byte = static_cast<unsigned char>(c);
    url += byte > 0x20 && byte < 0x7F && c != '%' ? std::string(1, c)
                                                  : fmt::format("%{:02X}", static_cast<unsigned>(byte));
  }
  return url;
}

std::string written(const Delivery& delivery) {
  const TempFolder folder;
  export_as("bioc", delivery, folder / "🚀.xml", read_bioc);
  return bytes_of(folder / "🚀.xml");
}

TEST(BiocWriterTest, TheExampleIsWrittenByteForByte) {
  EXPECT_EQ(written(described_sentence()), bytes_of(std::string(MITJUL_FIXTURES) + "/bioc/example/export.xml"));
}

TEST(BiocWriterTest, TheDtdOfTheFormatAcceptsIt) {
  const std::string dtd = std::string(MITJUL_SHARED) + "/schemas/BioC.dtd";
  if (!fs::exists(dtd)) GTEST_SKIP() << "the DTD of the format is not here: " << dtd;
  for (const Delivery& delivery : {everything_delivery(), described_sentence()}) {
    const TempFolder folder;
    const ProgramResult result = run_program(
        {"xmllint", "--noout", "--dtdvalid", as_url(dtd), folder.write("🚀.xml", written(delivery)).string()});
    if (result.exit_code == 127) GTEST_SKIP() << "xmllint is missing";
    EXPECT_EQ(result.exit_code, 0) << result.err;
  }
}

TEST(BiocWriterTest, PythonFindsEachQuoteAtItsCodePointsAndEachKeyOnce) {
  const TempFolder folder;
  const ProgramResult result = run_program({"/usr/bin/python3", "-c", R"(import sys
import xml.etree.ElementTree as tree
count = 0
for document in tree.parse(sys.argv[1]).getroot().iter("document"):
    for passage in document.iter("passage"):
        text, begin = passage.findtext("text"), int(passage.findtext("offset"))
        ids = {annotation.get("id") for annotation in document.iter() if annotation.get("id")}
        for annotation in passage.iter("annotation"):
            pieces = [(int(l.get("offset")) - begin, int(l.get("length"))) for l in annotation.iter("location")]
            assert " ".join(text[start:start + length] for start, length in pieces) == annotation.findtext("text")
            count += 1
        for node in passage.iter("node"):
            assert node.get("refid") in ids or "/" in node.get("refid")
    for element in document.iter():
        keys = [infon.get("key") for infon in element.findall("infon")]
        assert len(keys) == len(set(keys)), keys
print(count))",
                                            folder.write("🚀.xml", written(everything_delivery())).string()});
  if (result.exit_code == 127) GTEST_SKIP() << "python3 is missing";
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out, "10\n");
}

TEST(BiocWriterTest, AnAttributeDoesNotTakeTheKeyOfTheLabel) {
  const std::string xml = written(described_sentence());
  EXPECT_NE(xml.find("<infon key=\"type\">CLAIM</infon>"), std::string::npos);
  EXPECT_NE(xml.find("<infon key=\"attribute:type\">fact</infon>"), std::string::npos);
  EXPECT_NE(xml.find("<infon key=\"restated\">화웨이가 칩을 얻었다.</infon>"), std::string::npos);
}

TEST(BiocWriterTest, MetadataOfTheSameKeyIsNumbered) {
  const std::string xml = written(everything_delivery());
  EXPECT_NE(xml.find("<infon key=\"url\">https"), std::string::npos);
  EXPECT_NE(xml.find("<infon key=\"url (2)\">  앞뒤"), std::string::npos);
}

}  // namespace
}  // namespace mitjul
