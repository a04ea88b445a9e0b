#include "core/document.h"

#include <gtest/gtest.h>

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
