// Several exports that are made together: all of them, or none.

#include <gmock/gmock.h>

#include "import/formats.h"
#include "tests/export/exporting.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

const Delivery& everything() {
  static const Delivery delivery = read_delivery(std::string(MITJUL_FIXTURES) + "/mitjul-xml/everything/export.xml");
  return delivery;
}

/// The first document, the others, and nothing.
std::vector<ExportPart> parts() {
  const ExportSource all = everything().source();
  ExportSource first = all;
  first.size = 1;
  ExportSource others = all;
  others.size = all.size - 1;
  others.document = [document = all.document](std::size_t index) { return document(index + 1); };
  ExportSource none = all;
  none.size = 0;
  return {{"train", first}, {"dev", others}, {"test", none}};
}

TEST(WriteExportsTest, PartsAreCalledAfterThePlace) {
  const ExportFormat& file = *find_export_format("mitjul-xml");
  EXPECT_EQ(place_of_part(file, "납품/🚀 결과.v1.xml", "dev"), "납품/🚀 결과.v1-dev.xml");
  EXPECT_EQ(place_of_part(file, "결과", "dev"), "결과-dev");
  EXPECT_EQ(place_of_part(file, "결과.xml", ""), "결과.xml");
  ExportFormat folder = file;
  folder.container = Container::Folder;
  EXPECT_EQ(place_of_part(folder, "납품/결과", "dev"), "납품/결과/dev");
  EXPECT_EQ(place_of_part(folder, "납품/결과/", "dev"), "납품/결과/dev");
}

TEST(WriteExportsTest, EachPartIsTheExportOfItsDocuments) {
  for (const ExportFormat& format : export_formats()) {
    SCOPED_TRACE(format.id);
    const TempFolder folder;
    const fs::path out = folder / "🚀 결과.out";
    const AnnotationStream reader = annotation_reader(format.id);
    const std::vector<ExportResult> results = write_exports(format, parts(), out, example_options(), reader, {});
    ASSERT_EQ(results.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
      const ExportPart part = parts()[i];
      const fs::path alone = folder / ("홀로 " + part.name);
      const ExportResult result = write_export(format, part.source, alone, example_options(), reader, {});
      EXPECT_EQ(results[i].documents, result.documents);
      EXPECT_EQ(results[i].annotations, result.annotations);
      EXPECT_EQ(results[i].losses, result.losses);
      EXPECT_TRUE(fs::exists(place_of_part(format, out, part.name)));
      EXPECT_EQ(all_bytes_of(place_of_part(format, out, part.name)), all_bytes_of(alone));
    }
  }
}

/// Fails once it has read a file with this in its name or beside it.
AnnotationStream failing_for(int file, const AnnotationStream& reader) {
  return [file, reader, count = 0](const fs::path& path, const OnHeader& on_header,
                                   const OnDocument& on_document) mutable {
    std::vector<Problem> problems = reader(path, on_header, on_document);
    if (count++ == file) problems.push_back(make_problem(ProblemCode::InvalidUtf8));
    return problems;
  };
}

TEST(WriteExportsTest, WhereOnePartFailsNoneIsPutInPlace) {
  for (const ExportFormat& format : export_formats()) {
    if (format.schema_alone) continue;
    for (int failing = 0; failing < 3; ++failing) {
      SCOPED_TRACE(std::string(format.id) + " " + std::to_string(failing));
      const TempFolder folder;
      const fs::path out = folder / "🚀.out";
      const bool is_file = format.container != Container::Folder;
      const fs::path old = place_of_part(format, out, "train");
      if (is_file) folder.write("🚀-train.out", "🚀 예전 것");
      EXPECT_EQ(error_of([&] {
                  write_exports(format, parts(), out, example_options(),
                                failing_for(failing, annotation_reader(format.id)), {});
                }),
                ErrorKind::VerificationFailed);
      if (is_file) {
        EXPECT_EQ(bytes_of(old), "🚀 예전 것");
      }
      EXPECT_EQ(names_in(folder.path()), is_file ? std::set<std::string>{"🚀-train.out"} : std::set<std::string>{});
    }
  }
}

TEST(WriteExportsTest, APlaceThatIsTakenByAFolderLeavesTheOthersAlone) {
  const ExportFormat& format = *find_export_format("mitjul-xml");
  const TempFolder folder;
  folder.write("🚀-train.xml", "🚀 예전 것");
  fs::create_directory(folder / "🚀-test.xml");
  EXPECT_EQ(error_of([&] {
              write_exports(format, parts(), folder / "🚀.xml", example_options(), annotation_reader(format.id), {});
            }),
            ErrorKind::IsDirectory);
  EXPECT_EQ(bytes_of(folder / "🚀-train.xml"), "🚀 예전 것");
  EXPECT_EQ(names_in(folder.path()), (std::set<std::string>{"🚀-test.xml", "🚀-train.xml"}));
}

TEST(WriteExportsTest, ProgressGoesFromNothingToAllAndCancelsAnywhere) {
  for (const char* const id : {"mitjul-xml", "refi-qda"}) {
    SCOPED_TRACE(id);
    const ExportFormat& format = *find_export_format(id);
    const TempFolder folder;
    std::vector<double> told;
    write_exports(format, parts(), folder / "🚀.out", example_options(), annotation_reader(format.id), [&](double done) {
      told.push_back(done);
      return true;
    });
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    EXPECT_GE(told.front(), 0.0);
    EXPECT_LE(told.back(), 1.0);
    for (std::size_t calls = 0; calls < told.size(); ++calls) {
      const TempFolder other;
      other.write("🚀-dev.out", "🚀 예전 것");
      std::size_t left = calls;
      EXPECT_EQ(error_of([&] {
                  write_exports(format, parts(), other / "🚀.out", example_options(), annotation_reader(format.id),
                                [&](double) { return left-- > 0; });
                }),
                ErrorKind::Cancelled);
      EXPECT_EQ(names_in(other.path()), (std::set<std::string>{"🚀-dev.out"}));
      EXPECT_EQ(bytes_of(other / "🚀-dev.out"), "🚀 예전 것");
    }
  }
}

/// A document with so many annotations that writing it takes long.
Delivery long_document() {
  Delivery delivery;
  Label org;
  org.id = "ORG";
  org.name = "기관";
  delivery.schema.name = "🚀";
  delivery.schema.labels = {org};
  const std::string sentence = "🚀 화웨이가 칩을 확보했다.\n";
  constexpr std::uint32_t kLength = 16;
  constexpr std::uint32_t kSentences = 3000;
  std::string text;
  for (std::uint32_t i = 0; i < kSentences; ++i) text += sentence;
  AnnotatedDocument document{Document::make("긴 글.txt", Text(text)), {}};
  const AnnotatorKey annotator = *AnnotatorKey::parse("h4k2qa");
  delivery.annotators = {{annotator, "김하나"}};
  AnnotationSet& set = document.set({document.document.info.key, annotator, false});
  for (std::uint32_t i = 0; i < kSentences; ++i) {
    const TextPos start(i * kLength + 2);
    set.put({{annotator, static_cast<std::int64_t>(i) + 1}, "ORG", Spans(Span(start, start + 3)), {}, "", {}});
  }
  delivery.documents.push_back(std::move(document));
  return delivery;
}

TEST(WriteExportsTest, APreviewIsCancelledWithinADocument) {
  const Delivery delivery = long_document();
  for (const ExportFormat& format : export_formats()) {
    // The library for tables takes its rows at once, and is told to write them at the end.
    if (format.schema_alone || format.id == "xlsx") continue;
    SCOPED_TRACE(format.id);
    int asked = 0;
    EXPECT_EQ(error_of([&] {
                preview_export(format, delivery.source(), example_options(), [&](double) { return asked++ == 0; });
              }),
              ErrorKind::Cancelled);
    EXPECT_EQ(asked, 2) << "before the document, and in it";
  }
}

}  // namespace
}  // namespace mitjul
