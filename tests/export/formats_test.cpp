#include "export/formats.h"

#include <set>

#include "import/formats.h"
#include "tests/export/exporting.h"

namespace mitjul {
namespace {

TEST(ExportFormatsTest, EveryFormatOfTheTableIsWhole) {
  std::set<std::string_view> ids;
  for (const ExportFormat& format : export_formats()) {
    EXPECT_TRUE(ids.insert(format.id).second) << format.id;
    EXPECT_FALSE(format.name.empty()) << format.id;
    EXPECT_EQ(format.extension.empty(), format.folder) << format.id << ": a file has an extension, a folder has none";
    EXPECT_FALSE(format.holds.empty()) << format.id;
    ASSERT_NE(format.write, nullptr) << format.id;
    EXPECT_EQ(find_export_format(format.id), &format);
  }
  EXPECT_EQ(find_export_format("🚀"), nullptr);
  EXPECT_EQ(find_export_format(""), nullptr);
}

TEST(ExportFormatsTest, WhatIsExportedIsReadAgainAsTheSameValues) {
  const Delivery delivery = read_delivery(std::string(MITJUL_FIXTURES) + "/mitjul-xml/everything/export.xml");
  for (const ExportFormat& format : export_formats()) {
    SCOPED_TRACE(format.id);
    const TempFolder folder;
    const std::filesystem::path out = folder / ("🚀 " + std::string(format.id));
    const ExportResult result = format.write(delivery.source(), out, example_options(), read_native_xml, {});
    EXPECT_EQ(result.documents, format.schema_alone ? 0 : delivery.documents.size());
    const ImportFormat* const back = find_import_format(format.id);
    if (back == nullptr || back->read_annotations == nullptr || !result.losses.empty()) continue;
    std::vector<AnnotatedDocument> read;
    const std::vector<Problem> problems = back->read_annotations(
        out, [&](const StreamHeader& header) { EXPECT_EQ(header.schema, delivery.schema); },
        [&](AnnotatedDocument document) { read.push_back(std::move(document)); });
    EXPECT_TRUE(problems.empty());
    ASSERT_EQ(read.size(), delivery.documents.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
      EXPECT_EQ(read[i].document, delivery.documents[i].document);
      EXPECT_EQ(read[i].sets, delivery.documents[i].sets);
    }
  }
}

}  // namespace
}  // namespace mitjul
