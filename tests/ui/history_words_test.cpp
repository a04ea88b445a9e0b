#include "ui/history_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/support.h"
#include "ui/editor.h"
#include "ui/named_problem.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class HistoryWordsTest : public testing::Test {
 protected:
  HistoryWordsTest() { project_.annotate_article(); }

  /// What the last edit did to an annotation.
  std::vector<std::string> last(std::int64_t number) {
    const auto history = project_.file().history(project_.document, project_.id(number));
    std::vector<std::string> lines;
    for (const wxString& line :
         words_of_change(history.back().change, project_.workspace().schema(), project_.opened())) {
      lines.push_back(to_utf8(line));
    }
    return lines;
  }
  std::vector<std::string> edited(std::int64_t number, const std::function<void(Annotation&)>& change) {
    const Outcome outcome = project_.perform({project_.edited(number, change)});
    EXPECT_TRUE(outcome.done()) << in_words(*outcome.refused);
    return last(number);
  }
  std::string whole(std::int64_t number) {
    const AnnotatedDocument& document = project_.opened();
    return to_utf8(words_of_history(project_.file().history(project_.document, project_.id(number)),
                                    *document.find(project_.id(number)), project_.workspace().annotators(),
                                    project_.workspace().schema(), document));
  }

  Project project_;
};

TEST_F(HistoryWordsTest, SayWhatWasMade) {
  EXPECT_THAT(last(2), ElementsAre("Made: 기관 “화웨이”"));
  EXPECT_THAT(last(4), ElementsAre("Made: 대상 화웨이가 칩을 확보했다 (주장) → 화웨이 (대상)"));
}

TEST_F(HistoryWordsTest, SayWhatBecameWhat) {
  EXPECT_THAT(edited(2, [](Annotation& org) { org.label = "PERSON"; }), ElementsAre("Label: 기관 → 인물"));
  EXPECT_THAT(edited(3, [](Annotation& cue) { cue.anchor = span(kProduct); }), ElementsAre("Span: “밝혔다” → “칩”"));
  EXPECT_THAT(edited(1,
                     [](Annotation& claim) {
                       claim.attributes = {{"type", {"fact"}}, {"checkworthy", {"true"}}};
                     }),
              ElementsAre("검증 가치: – → Yes", "유형: – → 사실"));
  EXPECT_THAT(edited(1,
                     [](Annotation& claim) {
                       claim.attributes = {{"type", {"opinion"}}};
                     }),
              ElementsAre("검증 가치: Yes → –", "유형: 사실 → 의견"));
  EXPECT_THAT(edited(1, [](Annotation& claim) { claim.note = "두\n줄"; }), ElementsAre("Note: – → “두 줄”"));
  EXPECT_THAT(edited(1,
                     [this](Annotation& claim) {
                       claim.provenance.confirmed = time_at("2026-11-21T01:00:00Z");
                       claim.provenance.confirmed_by = project_.workspace().annotator();
                     }),
              ElementsAre("Confirmed"));
}

TEST_F(HistoryWordsTest, TheLastChangeComesFirstWithWhoAndHow) {
  project_.perform({project_.edited(2, [](Annotation& org) { org.note = "본사"; })});
  project_.workspace().undo();
  const std::string words = whole(2);
  const std::size_t undone = words.find("annotator01 (undone)\n    Note: “본사” → –\n");
  const std::size_t made = words.find("annotator01\n    Made: 기관 “화웨이”\n");
  ASSERT_NE(undone, std::string::npos) << words;
  ASSERT_NE(made, std::string::npos) << words;
  EXPECT_LT(undone, made);
}

TEST_F(HistoryWordsTest, WhatCameInTellsWhereItComesFrom) {
  ImportEdit edit(project_.workspace());
  AnnotatedDocument document = without_sets("둘.txt", Text("🚀 화웨이"));
  AnnotationSet& set = document.set({document.document.info.key, project_.workspace().annotator(), false});
  Annotation org{{project_.workspace().annotator(), 7}, "ORG", Spans(Span(2, 5)), {}, "", {}};
  org.provenance.method = Method::Import;
  org.provenance.origin = "다른 도구.xml";
  set.put(org);
  const DocumentKey key = edit.add(std::move(document)).info.key;
  edit.commit();
  const AnnotatedDocument& stored = project_.workspace().open(key);
  const std::string words =
      to_utf8(words_of_history(project_.file().history(key, org.id), *stored.find(org.id),
                               project_.workspace().annotators(), project_.workspace().schema(), stored));
  EXPECT_THAT(words, HasSubstr("Made: 기관 “화웨이” (Imported), 다른 도구.xml"));
}

TEST_F(HistoryWordsTest, RefusalsCallThingsByTheirNames) {
  const Schema& schema = project_.workspace().schema();
  const AnnotatedDocument& document = project_.opened();
  const auto details = [&](ProblemCode code, std::vector<std::string> ids) {
    return with_names(make_problem(code, std::move(ids)), schema, &document, "CLAIM").details;
  };
  EXPECT_THAT(details(ProblemCode::InvalidAttributeValue, {"certainty", "maybe", "choice"}),
              ElementsAre("확실성", "maybe", "choice"));
  EXPECT_THAT(details(ProblemCode::MissingAttribute, {"type", "CLAIM"}), ElementsAre("유형", "주장"));
  EXPECT_THAT(details(ProblemCode::RoleNotAllowed, {"target", "CLAIM"}), ElementsAre("대상", "주장"));
  EXPECT_THAT(details(ProblemCode::OverlapNotAllowed, {"ORG", to_string(project_.id(2))}),
              ElementsAre("기관", "“화웨이” (기관)"));
  EXPECT_THAT(details(ProblemCode::InvalidAttributeValue, {"unknown", "x", "text"}),
              ElementsAre("unknown", "x", "text"));
}

}  // namespace
}  // namespace mitjul
