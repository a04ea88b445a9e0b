#include "core/document.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "core/crypto.h"
#include "tests/core/values.h"

namespace mitjul {
namespace {

TEST(ZoneKindTest, NamesAreThoseOfTheContract) {
  const std::vector<std::string> names{"title", "byline", "lead", "heading", "list-item", "quotation",  "turn",
                                       "table", "row",    "cell", "caption", "note",      "boilerplate"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    EXPECT_EQ(to_string(static_cast<ZoneKind>(i)), names[i]);
    EXPECT_EQ(parse_zone_kind(names[i]), static_cast<ZoneKind>(i));
  }
  EXPECT_EQ(parse_zone_kind("boilerplate"), ZoneKind::Boilerplate);
  EXPECT_FALSE(parse_zone_kind("listitem"));
}

/// A description with something in every field.
DocumentInfo full_info() {
  DocumentInfo info;
  info.key = document_key();
  info.name = "🚀 기사.txt";
  info.title = "제목";
  info.metadata = {{"url", "주소"}, {"author", "사람"}};
  info.zones = {{ZoneKind::Title, Span(0, 4)}, {ZoneKind::Lead, Span(5, 9)}};
  info.substitutions = {{TextPos(3), "0000"}};
  info.origin = {"text", "기사.txt", "00ff", "windows-949", "crlf"};
  info.sha256 = "c7a8";
  info.code_points = 15;
  info.utf16_units = 16;
  return info;
}

TEST(DocumentFingerprintTest, IsTheSameInEveryVersionOfTheProgram) {
  // Stored in project files: a change of this number needs a new version of the file.
  EXPECT_EQ(fingerprint(full_info()), 18245068580417911117U);
}

TEST(DocumentFingerprintTest, EveryFieldChangesIt) {
  const std::vector<std::pair<std::string, std::function<void(DocumentInfo&)>>> changes{
      {"key", [](DocumentInfo& info) { info.key = document_key("d3f7k2m5qb"); }},
      {"name", [](DocumentInfo& info) { info.name += "x"; }},
      {"title", [](DocumentInfo& info) { info.title += "x"; }},
      {"language", [](DocumentInfo& info) { info.language = "en"; }},
      {"metadata key", [](DocumentInfo& info) { info.metadata[0].first = "uri"; }},
      {"metadata value", [](DocumentInfo& info) { info.metadata[0].second = "x"; }},
      {"metadata run together",
       [](DocumentInfo& info) {
         info.metadata[0] = {"url주소", ""};
       }},
      {"order of metadata", [](DocumentInfo& info) { std::swap(info.metadata[0], info.metadata[1]); }},
      {"less metadata", [](DocumentInfo& info) { info.metadata.pop_back(); }},
      {"kind of zone", [](DocumentInfo& info) { info.zones[0].kind = ZoneKind::Note; }},
      {"start of zone", [](DocumentInfo& info) { info.zones[0].span = Span(1, 4); }},
      {"end of zone", [](DocumentInfo& info) { info.zones[0].span = Span(0, 5); }},
      {"order of zones", [](DocumentInfo& info) { std::swap(info.zones[0], info.zones[1]); }},
      {"fewer zones", [](DocumentInfo& info) { info.zones.pop_back(); }},
      {"place of substitution", [](DocumentInfo& info) { info.substitutions[0].offset = TextPos(4); }},
      {"substitution", [](DocumentInfo& info) { info.substitutions[0].original = "0001"; }},
      {"no substitution", [](DocumentInfo& info) { info.substitutions.clear(); }},
      {"format", [](DocumentInfo& info) { info.origin.format = "html"; }},
      {"file", [](DocumentInfo& info) { info.origin.file = "x"; }},
      {"hash of file", [](DocumentInfo& info) { info.origin.sha256 = "x"; }},
      {"encoding", [](DocumentInfo& info) { info.origin.encoding = "x"; }},
      {"newlines", [](DocumentInfo& info) { info.origin.newlines = "lf"; }},
      {"hash", [](DocumentInfo& info) { info.sha256 = "c7a9"; }},
      {"code points", [](DocumentInfo& info) { ++info.code_points; }},
      {"UTF-16 units", [](DocumentInfo& info) { ++info.utf16_units; }},
      {"trash", [](DocumentInfo& info) { info.in_trash = true; }},
  };
  std::set<std::uint64_t> prints{fingerprint(full_info())};
  for (const auto& [field, change] : changes) {
    DocumentInfo changed = full_info();
    change(changed);
    EXPECT_NE(changed, full_info()) << field;
    EXPECT_TRUE(prints.insert(fingerprint(changed)).second) << field;
  }
}

TEST(DocumentTest, MakeFillsInHashAndLengths) {
  const Document document = Document::make("기사.txt", Text("🚀 화웨이가 칩을 확보했다."));
  EXPECT_FALSE(document.info.key.empty());
  EXPECT_EQ(document.info.name, "기사.txt");
  EXPECT_EQ(document.info.language, "ko");
  EXPECT_EQ(document.info.sha256, "c7a8a8dd24adcfedeada63ffacf2d2beecbf235be887b773e7f2eb11507c70d0");
  EXPECT_EQ(document.info.code_points, 15U);
  EXPECT_EQ(document.info.utf16_units, 16U);
  EXPECT_FALSE(document.info.in_trash);
  EXPECT_EQ(document.text.length(), 15U);
}

TEST(DocumentTest, EachHasAKeyOfItsOwn) {
  EXPECT_NE(Document::make("가", Text("같은 글")).info.key, Document::make("가", Text("같은 글")).info.key);
}

TEST(DocumentTest, EmptyTextIsADocument) {
  const Document document = Document::make("빈 글.txt", Text());
  EXPECT_EQ(document.info.code_points, 0U);
  EXPECT_EQ(document.info.sha256, sha256_hex(""));
}

TEST(AnnotatedDocumentTest, FindsAnAnnotationInWhicheverSetItStands) {
  AnnotatedDocument document{Document::make("기사.txt", Text("🚀 화웨이")), {}};
  const DocumentKey key = document.document.info.key;
  document.set({key, annotator_key("abcdef"), false}).put(annotation(1, "ORG", Spans(Span(2, 5))));
  document.set({key, annotator_key(), true}).put(annotation(2, "ORG", Spans(Span(2, 4))));
  ASSERT_NE(document.find(annotation_id(1)), nullptr);
  ASSERT_NE(document.find(annotation_id(2)), nullptr);
  EXPECT_EQ(document.find(annotation_id(2))->id, annotation_id(2));
  EXPECT_EQ(document.find(annotation_id(3)), nullptr);
}

TEST(AnnotatedDocumentTest, ASetIsMadeWhenItIsAskedForAndOnlyThen) {
  AnnotatedDocument document{Document::make("기사.txt", Text("🚀 화웨이")), {}};
  const SetKey own{document.document.info.key, annotator_key(), false};
  const SetKey curated{document.document.info.key, annotator_key(), true};
  EXPECT_EQ(document.find_set(own), nullptr);
  document.set(own).set_state(SetState::Finished);
  ASSERT_NE(document.find_set(own), nullptr);
  EXPECT_EQ(document.find_set(own)->key(), own);
  EXPECT_EQ(document.set(own).state(), SetState::Finished);
  EXPECT_EQ(document.find_set(curated), nullptr);
}

}  // namespace
}  // namespace mitjul
