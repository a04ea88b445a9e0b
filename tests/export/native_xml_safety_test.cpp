// What stands at the place of an export is either what was there before, or all of the new.

#include <stdexcept>

#include "tests/export/exporting.h"

namespace mitjul {
namespace {

class NativeXmlSafetyTest : public testing::Test {
 protected:
  NativeXmlSafetyTest() : delivery_(read_delivery(std::string(MITJUL_FIXTURES) + "/mitjul-xml/everything/export.xml")) {
    folder_.write("내보냄.xml", "🚀 예전 것");
  }

  void run(const AnnotationStream& reader, const Progress& progress = {}) {
    export_native_xml(delivery_.source(), folder_ / "내보냄.xml", example_options(), reader, progress);
  }

  void expect_untouched() {
    EXPECT_EQ(bytes_of(folder_ / "내보냄.xml"), "🚀 예전 것");
    EXPECT_EQ(names_in(folder_.path()), std::set<std::string>{"내보냄.xml"}) << "something was left behind";
  }

  /// An export whose reader changes what it read is refused.
  void expect_refused(const AnnotationStream& reader) {
    EXPECT_EQ(error_of([&] { run(reader); }), ErrorKind::VerificationFailed);
    expect_untouched();
  }

  TempFolder folder_;
  Delivery delivery_;
};

using ChangeHeader = std::function<void(StreamHeader&)>;
using ChangeDocument = std::function<void(AnnotatedDocument&)>;

AnnotationStream reader_that_sees(const ChangeHeader& change_header, const ChangeDocument& change_document) {
  return [=](const std::filesystem::path& path, const OnHeader& on_header, const OnDocument& on_document) {
    return read_native_xml(
        path,
        [&](StreamHeader header) {
          if (change_header) change_header(header);
          on_header(std::move(header));
        },
        [&](AnnotatedDocument document) {
          if (change_document) change_document(document);
          on_document(std::move(document));
        });
  };
}

TEST_F(NativeXmlSafetyTest, AnExportThatReadsBackTakesThePlaceOfTheOldFile) {
  run(read_native_xml);
  EXPECT_EQ(bytes_of(folder_ / "내보냄.xml"),
            bytes_of(std::string(MITJUL_FIXTURES) + "/mitjul-xml/everything/export.xml"));
  EXPECT_EQ(names_in(folder_.path()), std::set<std::string>{"내보냄.xml"});
}

TEST_F(NativeXmlSafetyTest, AProblemOfTheReaderRefusesIt) {
  expect_refused([](const std::filesystem::path& path, const OnHeader& on_header, const OnDocument& on_document) {
    std::vector<Problem> problems = read_native_xml(path, on_header, on_document);
    problems.push_back(make_problem(ProblemCode::QuoteDiffers));
    return problems;
  });
}

TEST_F(NativeXmlSafetyTest, AnotherSchemaRefusesIt) {
  expect_refused(reader_that_sees([](StreamHeader& header) { header.schema.labels[1].name += " "; }, {}));
  expect_refused(reader_that_sees([](StreamHeader& header) { header.schema.labels.pop_back(); }, {}));
}

TEST_F(NativeXmlSafetyTest, OtherAnnotatorsRefuseIt) {
  expect_refused(reader_that_sees([](StreamHeader& header) { header.annotators[0].name += "🚀"; }, {}));
  expect_refused(reader_that_sees([](StreamHeader& header) { header.annotators.pop_back(); }, {}));
  expect_refused(reader_that_sees([](StreamHeader& header) { header.annotators.push_back(header.annotators[0]); }, {}));
}

TEST_F(NativeXmlSafetyTest, AnyDifferenceInADocumentRefusesIt) {
  const std::vector<ChangeDocument> differences{
      [](AnnotatedDocument& document) { document.document.info.name += " "; },
      [](AnnotatedDocument& document) { document.document.info.title += "🚀"; },
      [](AnnotatedDocument& document) { document.document.info.language += "x"; },
      [](AnnotatedDocument& document) { document.document.info.key = DocumentKey::generate(); },
      [](AnnotatedDocument& document) { document.document.info.sha256[0] = 'x'; },
      [](AnnotatedDocument& document) { ++document.document.info.code_points; },
      [](AnnotatedDocument& document) { document.document.info.metadata.emplace_back("a", "b"); },
      [](AnnotatedDocument& document) {
        document.document.info.substitutions.push_back({TextPos(0), "00"});
      },
      [](AnnotatedDocument& document) {
        document.document.info.zones.push_back({ZoneKind::Row, Span(0, 1)});
      },
      [](AnnotatedDocument& document) { document.sets.begin()->second.set_state(SetState::InProgress); },
      [](AnnotatedDocument& document) { document.sets.erase(document.sets.begin()); },
      [](AnnotatedDocument& document) {
        AnnotationSet& set = document.sets.begin()->second;
        set.remove(set.annotations().begin()->first);
      },
      [](AnnotatedDocument& document) {
        AnnotationSet& set = document.sets.begin()->second;
        Annotation annotation = set.annotations().begin()->second;
        annotation.note += " ";
        set.put(annotation);
      },
  };
  for (std::size_t i = 0; i < differences.size(); ++i) {
    SCOPED_TRACE(i);
    expect_refused(reader_that_sees({}, differences[i]));
  }
}

TEST_F(NativeXmlSafetyTest, AnotherNumberOfDocumentsRefusesIt) {
  expect_refused([](const std::filesystem::path& path, const OnHeader& on_header, const OnDocument& on_document) {
    int seen = 0;
    return read_native_xml(path, on_header, [&](AnnotatedDocument document) {
      if (++seen == 1) on_document(std::move(document));
    });
  });
  expect_refused([](const std::filesystem::path& path, const OnHeader& on_header, const OnDocument& on_document) {
    std::vector<Problem> problems = read_native_xml(path, on_header, on_document);
    on_document({});
    return problems;
  });
}

TEST_F(NativeXmlSafetyTest, CancellingAtAnyMomentLeavesTheOldFile) {
  int asked = 0;
  run(read_native_xml, [&](double done) {
    EXPECT_GE(done, 0);
    EXPECT_LE(done, 1);
    ++asked;
    return true;
  });
  ASSERT_GE(asked, 4) << "twice for each document: written, and read back";
  folder_.write("내보냄.xml", "🚀 예전 것");
  for (int last = 0; last < asked; ++last) {
    int answers = 0;
    EXPECT_EQ(error_of([&] { run(read_native_xml, [&](double) { return answers++ < last; }); }), ErrorKind::Cancelled);
    expect_untouched();
  }
}

TEST_F(NativeXmlSafetyTest, WhatASourceThrowsLeavesTheOldFile) {
  ExportSource source = delivery_.source();
  source.document = [&](std::size_t index) -> AnnotatedDocument {
    if (index == 1) throw Error(ErrorKind::Damaged, "project");
    return delivery_.documents[index];
  };
  EXPECT_EQ(
      error_of([&] { export_native_xml(source, folder_ / "내보냄.xml", example_options(), read_native_xml, {}); }),
      ErrorKind::Damaged);
  expect_untouched();
}

TEST_F(NativeXmlSafetyTest, WhatTheReaderThrowsLeavesTheOldFile) {
  EXPECT_THROW(
      run([](const auto&, const auto&, const auto&) -> std::vector<Problem> { throw std::runtime_error("🚀"); }),
      std::runtime_error);
  expect_untouched();
}

TEST_F(NativeXmlSafetyTest, AFullDiskIsSaid) {
  EXPECT_EQ(
      error_of([&] { export_native_xml(delivery_.source(), "/dev/full", example_options(), read_native_xml, {}); }),
      ErrorKind::DiskFull);
}

TEST_F(NativeXmlSafetyTest, APlaceThatCannotBeWrittenIsSaid) {
  const auto to = [&](const std::filesystem::path& out) {
    return error_of([&] { export_native_xml(delivery_.source(), out, example_options(), read_native_xml, {}); });
  };
  EXPECT_EQ(to(folder_.path()), ErrorKind::IsDirectory);
  EXPECT_EQ(to(folder_ / "없음/a.xml"), ErrorKind::FolderNotFound);
  EXPECT_EQ(to(folder_ / "내보냄.xml" / "a.xml"), ErrorKind::NotDirectory);
  expect_untouched();
}

}  // namespace
}  // namespace mitjul
