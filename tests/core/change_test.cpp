#include "core/change.h"

#include <gtest/gtest.h>

#include "tests/core/values.h"

namespace mitjul {
namespace {

const SetKey kSet{document_key(), annotator_key(), false};

std::vector<Change> one_of_each() {
  DocumentInfo before;
  before.key = document_key("e3f7k2m5qa");
  before.name = "기사.txt";
  DocumentInfo after = before;
  after.in_trash = true;
  return {AnnotationChange{kSet, std::nullopt, annotation(1, "ORG", Spans(Span(2, 5)))},
          AnnotationChange{kSet, annotation(2, "ORG", Spans(Span(2, 5))), annotation(2, "PERSON", Spans(Span(2, 5)))},
          AnnotationChange{kSet, annotation(3, "TOPIC", WholeDocument{}), std::nullopt},
          SchemaChange{schema_of({}), schema_of({label("ORG")})},
          SetStateChange{kSet, SetState::InProgress, SetState::Finished},
          DocumentChange{before.key, before, after},
          SettingsChange{{true, false}, {false, true}},
          GazetteerChange{{{"🚀 낱말", ""}}, {{"삼성", "ORG"}, {"한국은행", "ORG"}}},
          RefusalChange{before.key, {annotator_key(), Span(2, 5), "ORG"}, false, true},
          ProposalChange{1, std::nullopt, SchemaProposal{1, annotator_key(), {}, "🚀", DeleteLabel{"ORG"}, {}}}};
}

TEST(ChangeTest, InverseSwapsBeforeAndAfter) {
  const Change made = AnnotationChange{kSet, std::nullopt, annotation(1, "ORG", Spans(Span(2, 5)))};
  const Change deleted = AnnotationChange{kSet, annotation(1, "ORG", Spans(Span(2, 5))), std::nullopt};
  EXPECT_EQ(inverse(made), deleted);
  EXPECT_EQ(inverse(deleted), made);
  EXPECT_EQ(inverse(Change(SetStateChange{kSet, SetState::New, SetState::Skipped})),
            Change(SetStateChange{kSet, SetState::Skipped, SetState::New}));
  EXPECT_EQ(inverse(Change(GazetteerChange{{{"🚀", ""}}, {{"삼성", "ORG"}}})),
            Change(GazetteerChange{{{"삼성", "ORG"}}, {{"🚀", ""}}}));
}

TEST(ChangeTest, InverseTwiceIsTheSame) {
  for (const Change& change : one_of_each()) {
    EXPECT_EQ(inverse(inverse(change)), change);
    EXPECT_NE(inverse(change), change);
  }
}

TEST(ChangeTest, InverseOfAnEditTakesTheLastChangeBackFirst) {
  const Edit edit{"annotate", one_of_each()};
  const Edit back = inverse(edit);
  EXPECT_EQ(back.name, "annotate");
  ASSERT_EQ(back.changes.size(), edit.changes.size());
  EXPECT_EQ(back.changes.front(), inverse(edit.changes.back()));
  EXPECT_EQ(back.changes.back(), inverse(edit.changes.front()));
  EXPECT_EQ(inverse(back).changes, edit.changes);
}

TEST(ChangeTest, KnowsItsDocument) {
  const std::vector<Change> changes = one_of_each();
  EXPECT_EQ(document_of(changes[0]), document_key());
  EXPECT_TRUE(document_of(changes[3]).empty());
  EXPECT_EQ(document_of(changes[4]), document_key());
  EXPECT_EQ(document_of(changes[5]), document_key("e3f7k2m5qa"));
}

}  // namespace
}  // namespace mitjul
