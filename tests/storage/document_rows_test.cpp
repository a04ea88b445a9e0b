// Documents, sets and annotations into the file and back: everything comes back as it went.

#include "storage/document_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "tests/storage/support.h"

namespace mitjul {
namespace {

/// Brings a document with its sets into a project and reads it back from the file.
AnnotatedDocument there_and_back(const AnnotatedDocument& document) {
  Project project;
  ImportEdit edit(project.workspace());
  for (const auto& [key, set] : document.sets) edit.add_annotator({key.annotator, "'다른' \"사람\"", false});
  EXPECT_EQ(edit.add_keyed(document).kind, Arrival::Kind::Added);
  edit.commit();
  EXPECT_THAT(problems_in(project.path), testing::IsEmpty());
  return ProjectFile(project.path).load(document.document.info.key);
}

void expect_same(const AnnotatedDocument& document) {
  const AnnotatedDocument loaded = there_and_back(document);
  EXPECT_EQ(loaded.document, document.document);
  EXPECT_EQ(loaded.sets, document.sets);
}

AnnotatedDocument document_of(const std::string& text) { return without_sets("🚀 '기사' \"하나\"\n둘.txt", Text(text)); }

AnnotationSet& own_set(AnnotatedDocument& document, bool curated = false) {
  return document.set({document.document.info.key, annotator_key(), curated});
}

TEST(DocumentRowsTest, TextsOfEveryKind) {
  for (const std::string& text : {std::string(), std::string("🚀"), std::string("\uFEFF🚀 BOM"),
                                  std::string("\u1112\u1161\u11AB 한 e\u0301 1\uFE0F\u20E3 🇰🇷 👩‍💻"),
                                  std::string("줄\r\n줄\r줄\n\t\uFFFD ' \" ; -- %s"), std::string(300000, 'x') + "🚀"}) {
    expect_same(document_of(text));
  }
}

TEST(DocumentRowsTest, DescriptionsWithEverything) {
  AnnotatedDocument document = document_of("🚀 제목\n본문 한 줄");
  DocumentInfo& info = document.document.info;
  info.title = "'제목'; DROP TABLE document; --";
  info.language = "ko-KP";
  info.metadata = {{"url", "https://example.invalid/?a=1&b=2"}, {"저자", "홍길동\n기자"}, {"url", "둘째"}, {"", ""}};
  info.zones = {{ZoneKind::Title, Span(0, 4)},
                {ZoneKind::Boilerplate, Span(5, 7)},
                {ZoneKind::Boilerplate, Span(5, 7)},
                {ZoneKind::Lead, Span(0, 12)}};
  info.substitutions = {{TextPos(2), "0000"}, {TextPos(3), "B0A1"}};
  info.origin = {"text", "기사 '하나'.txt", "00ff", "windows-949", "mixed"};
  expect_same(document);
}

TEST(DocumentRowsTest, AnchorsOfEveryKind) {
  AnnotatedDocument document = document_of("🚀 화웨이가 칩을 확보했다.");
  AnnotationSet& set = own_set(document);
  set.put(annotation(1, "CLAIM", Spans(Span(0, 15))));
  set.put(annotation(2, "ORG", Spans({Span(2, 3), Span(4, 5), Span(7, 8)})));
  set.put(annotation(3, "about", Relation{{argument("target", 2), argument("claim", 1)}}));
  set.put(annotation(4, "cue",
                     Relation{{{"claim", {document_key("abcdefghij"), annotation_id(7, "zzzzzz")}},
                               argument("cue", 2),
                               argument("more", 1)}}));
  set.put(annotation(5, "TOPIC", WholeDocument{}));
  set.put(annotation(1000000000000, "ORG", Spans(Span(14, 15))));
  set.set_state(SetState::Finished);
  expect_same(document);
}

TEST(DocumentRowsTest, AttributesNotesAndProvenance) {
  AnnotatedDocument document = document_of("🚀 화웨이가 칩을 확보했다.");
  Annotation full =
      annotation(1, "CLAIM", Spans(Span(2, 5)),
                 {{"a", {""}}, {"b", {"셋", "하나", "둘"}}, {"B", {"'; --"}}, {"restated", {"🚀\n\t\"글\""}}});
  full.note = "🚀 여러\n줄 '메모' \"둘\"";
  full.provenance = {
      time_at("2026-11-21T00:00:00Z"), time_at("0001-01-01T00:00:00Z"), Method::Gazetteer,      "사전 1.0", 0.1,
      std::numeric_limits<int>::max(), time_at("9999-12-31T23:59:59Z"), annotator_key("abcdef")};
  own_set(document).put(full);
  expect_same(document);
}

TEST(DocumentRowsTest, SetsOfSeveralAnnotatorsAndStates) {
  AnnotatedDocument document = document_of("🚀 화웨이가 칩을 확보했다.");
  const DocumentKey key = document.document.info.key;
  own_set(document).put(annotation(1, "ORG", Spans(Span(2, 5))));
  own_set(document, true).put(annotation(2, "ORG", Spans(Span(2, 5))));
  own_set(document, true).set_state(SetState::InProgress);
  document.set({key, annotator_key("abcdef"), false}).set_state(SetState::Skipped);
  // An annotation that somebody else made may stand in a set.
  document.set({key, annotator_key("ghijkl"), false}).put(annotation(3, "ORG", Spans(Span(7, 8))));
  expect_same(document);
}

TEST(DocumentRowsTest, ManyAnnotationsOfManyAnnotators) {
  // Rows of segments, attributes and arguments are read along with those of annotations: none goes to another one.
  AnnotatedDocument document = document_of("🚀 " + std::string(2000, 'x'));
  const DocumentKey key = document.document.info.key;
  for (const char* const annotator : {"aaaaaa", "aaaaab", "mmmmmm", "z77777"}) {
    AnnotationSet& set = document.set({key, annotator_key(annotator), false});
    for (std::int64_t number = 1; number <= 300; ++number) {
      const auto start = static_cast<std::uint32_t>(number * 5 % 1990);
      Annotation made =
          number % 7 == 0   ? annotation(number, "about", Relation{{argument("claim", 1), argument("target", 2)}})
          : number % 5 == 0 ? annotation(number, "TOPIC", WholeDocument{})
                            : annotation(number, "ORG", Spans({Span(start, start + 1), Span(start + 2, start + 4)}));
      made.id.annotator = annotator_key(annotator);
      if (number % 3 == 0) made.attributes = {{"x", {std::to_string(number), annotator}}};
      set.put(made);
    }
  }
  expect_same(document);
}

TEST(DocumentRowsTest, ATextOfAllKoreanSyllablesKeepsItsQuotes) {
  std::u32string text = U"🚀";
  for (char32_t c = 0xAC00; c <= 0xD7A3; ++c) text += c;
  AnnotatedDocument document = document_of(utf8(text));
  own_set(document).put(annotation(1, "CLAIM", Spans(document.document.text.all())));
  own_set(document).put(annotation(2, "ORG", Spans(Span(5000, 5003))));
  expect_same(document);
}

}  // namespace
}  // namespace mitjul
