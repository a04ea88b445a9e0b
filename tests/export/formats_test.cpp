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
    EXPECT_FALSE(format.extension.empty() && format.container != Container::Folder) << format.id;
    EXPECT_FALSE(format.holds.empty()) << format.id;
    ASSERT_NE(format.make_writer, nullptr) << format.id;
    EXPECT_EQ(find_export_format(format.id), &format);
  }
  EXPECT_EQ(find_export_format("🚀"), nullptr);
  EXPECT_EQ(find_export_format(""), nullptr);
}

/// A project with everything that a project may hold.
Delivery everything() { return read_delivery(std::string(MITJUL_FIXTURES) + "/mitjul-xml/everything/export.xml"); }

TEST(ExportFormatsTest, EveryFormatWritesAProjectWithEverythingAndReadsItBack) {
  const Delivery delivery = everything();
  for (const ExportFormat& format : export_formats()) {
    SCOPED_TRACE(format.id);
    const TempFolder folder;
    const AnnotationStream reader = annotation_reader(format.id);
    EXPECT_TRUE(format.schema_alone || reader) << "nothing reads it back";
    const ExportResult result = write_export(format, delivery.source(), folder / ("🚀 " + std::string(format.id)),
                                             example_options(), reader, {});
    EXPECT_EQ(result.documents, format.schema_alone ? 0 : delivery.documents.size());
    EXPECT_EQ(format.exact, result.losses.empty()) << "what holds everything loses nothing, what does not, says so";
  }
}

TEST(ExportFormatsTest, AnExactFormatIsReadAgainAsTheSameValues) {
  const Delivery delivery = everything();
  for (const ExportFormat& format : export_formats()) {
    if (!format.exact) continue;
    SCOPED_TRACE(format.id);
    const TempFolder folder;
    const std::filesystem::path out = folder / ("🚀 " + std::string(format.id));
    write_export(format, delivery.source(), out, example_options(), annotation_reader(format.id), {});
    std::vector<AnnotatedDocument> read;
    const std::vector<Problem> problems = annotation_reader(format.id)(
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

TEST(ExportFormatsTest, ThePreviewSaysWhatTheExportSays) {
  const Delivery delivery = everything();
  for (const ExportFormat& format : export_formats()) {
    SCOPED_TRACE(format.id);
    const TempFolder folder;
    const ExportResult preview = preview_export(format, delivery.source(), example_options(), {});
    const ExportResult written =
        write_export(format, delivery.source(), folder / "🚀", example_options(), annotation_reader(format.id), {});
    EXPECT_EQ(preview.documents, written.documents);
    EXPECT_EQ(preview.annotations, written.annotations);
    EXPECT_EQ(preview.losses, written.losses);
  }
}

TEST(ExportFormatsTest, TheSameProjectGivesTheSameBytes) {
  const Delivery delivery = everything();
  for (const ExportFormat& format : export_formats()) {
    SCOPED_TRACE(format.id);
    const TempFolder folder;
    for (const char* const name : {"a", "b"})
      write_export(format, delivery.source(), folder / name, example_options(), annotation_reader(format.id), {});
    EXPECT_EQ(all_bytes_of(folder / "a"), all_bytes_of(folder / "b"));
  }
}

TEST(ExportFormatsTest, AnEmptyProjectIsExportedToo) {
  const Delivery nothing;
  for (const ExportFormat& format : export_formats()) {
    SCOPED_TRACE(format.id);
    const TempFolder folder;
    const std::filesystem::path out = folder / "🚀";
    EXPECT_EQ(
        write_export(format, nothing.source(), out, example_options(), annotation_reader(format.id), {}).documents, 0U);
    EXPECT_TRUE(std::filesystem::exists(out));
  }
}

}  // namespace
}  // namespace mitjul
