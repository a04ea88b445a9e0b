// UIMA XMI beside the type system of the fixture: what is read without a problem keeps the rules, and is written and
// read again.

#include "import/xmi.h"

#include <fstream>

#include "core/annotation_checks.h"
#include "core/schema_checks.h"
#include "export/formats.h"
#include "export/write_export.h"
#include "tests/fuzz/input_file.h"

namespace {

constexpr std::string_view kTypes = R"(<typeSystemDescription><types><typeDescription><name>webanno.custom.Claim</name>
<supertypeName>uima.tcas.Annotation</supertypeName><features>
<featureDescription><name>sure</name><rangeTypeName>uima.cas.Boolean</rangeTypeName></featureDescription>
<featureDescription><name>kinds</name><rangeTypeName>uima.cas.StringArray</rangeTypeName></featureDescription>
<featureDescription><name>who</name><rangeTypeName>uima.cas.FSArray</rangeTypeName></featureDescription>
</features></typeDescription><typeDescription><name>webanno.custom.Joined</name>
<supertypeName>uima.cas.TOP</supertypeName><features>
<featureDescription><name>first</name><rangeTypeName>uima.cas.TOP</rangeTypeName></featureDescription>
<featureDescription><name>second</name><rangeTypeName>uima.cas.TOP</rangeTypeName></featureDescription>
</features></typeDescription></types></typeSystemDescription>)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mitjul;
  static const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("mitjul-fuzz-xmi-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "TypeSystem.xml", std::ios::binary) << kTypes;
  std::ofstream(folder / "a.xmi", std::ios::binary) << std::string_view(reinterpret_cast<const char*>(data), size);
  StreamHeader header;
  std::vector<AnnotatedDocument> documents;
  std::vector<Problem> problems = read_xmi(
      folder / "a.xmi", [&](StreamHeader seen) { header = std::move(seen); },
      [&](AnnotatedDocument document) { documents.push_back(std::move(document)); });
  std::erase_if(problems, [](const Problem& problem) { return is_notice(problem.code); });
  if (!problems.empty() || documents.empty() || !check_schema(header.schema).empty()) return 0;
  if (!check_document(documents.front(), header.schema, {}).empty()) return 0;
  const std::filesystem::path out = folder.string() + "-out";
  std::filesystem::remove_all(out);
  write_export(*find_export_format("xmi"),
               {header.schema, header.annotators, documents.size(), [&](std::size_t i) { return documents.at(i); }},
               out, {}, read_xmi, {});
  std::filesystem::remove_all(out);
  return 0;
}
