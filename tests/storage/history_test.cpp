// What the log has of one annotation.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class HistoryTest : public testing::Test {
 protected:
  HistoryTest() { project_.annotate_article(); }

  std::vector<LoggedChange> history(std::int64_t number) {
    return project_.file().history(project_.document, project_.id(number));
  }
  /// `+` made, `-` deleted, `~` edited; `u` and `r` before what an undo and a redo did.
  std::vector<std::string> in_short(std::int64_t number) {
    std::vector<std::string> words;
    for (const LoggedChange& each : history(number)) {
      std::string word;
      if (each.header.kind == EditKind::Undo) word += "u";
      if (each.header.kind == EditKind::Redo) word += "r";
      word += !each.change.before ? "+" : !each.change.after ? "-" : "~";
      words.push_back(word + each.header.name);
    }
    return words;
  }

  Project project_;
};

TEST_F(HistoryTest, HoldsEveryEditThatTouchedIt) {
  project_.perform({project_.edited(2, [](Annotation& org) { org.note = "🚀 본사"; })}, "note");
  project_.perform({project_.edited(1, [](Annotation& claim) { claim.attributes["type"] = {"fact"}; })},
                   "set-attribute");
  project_.perform({project_.edited(2, [](Annotation& org) { org.label = "PERSON"; })}, "relabel");
  EXPECT_THAT(in_short(2), ElementsAre("+edit", "~note", "~relabel"));
  EXPECT_THAT(in_short(1), ElementsAre("+edit", "~set-attribute"));
  const LoggedChange last = history(2).back();
  EXPECT_EQ(last.change.before->label, "ORG");
  EXPECT_EQ(last.change.after->label, "PERSON");
  EXPECT_EQ(last.change.set, project_.set());
  EXPECT_EQ(last.header.annotator, project_.workspace().annotator());
  EXPECT_GT(last.number, history(2).front().number);
}

TEST_F(HistoryTest, UndoneAndRedoneStepsAreSteps) {
  project_.perform({project_.edited(2, [](Annotation& org) { org.note = "본사"; })}, "note");
  project_.workspace().undo();
  project_.workspace().redo();
  EXPECT_THAT(in_short(2), ElementsAre("+edit", "~note", "u~undo", "r~redo"));
  EXPECT_EQ(history(2)[2].change.after->note, "");
}

TEST_F(HistoryTest, WhatOnlyNamesItIsLeftOut) {
  // The relation 4 has it as an end, and a note may hold the very words of an id.
  project_.perform(
      {project_.edited(3, [this](Annotation& cue) { cue.note = "\"" + to_string(project_.id(2)) + "\""; })});
  project_.perform({project_.edited(3, [this](Annotation& cue) { cue.note = to_string(project_.id(2)); })});
  EXPECT_THAT(in_short(2), ElementsAre("+edit"));
  EXPECT_THAT(in_short(4), ElementsAre("+edit"));
}

TEST_F(HistoryTest, ADeletedOneKeepsItsHistory) {
  project_.perform({project_.deleted(4), project_.deleted(2)}, "delete");
  EXPECT_THAT(in_short(2), ElementsAre("+edit", "-delete"));
}

TEST_F(HistoryTest, OneOfAnotherDocumentIsAnother) {
  const DocumentKey second = import_document(project_.workspace(), "둘.txt", Text("🚀 화웨이"));
  const SetKey set{second, project_.workspace().annotator(), false};
  project_.perform({AnnotationChange{set, {}, Annotation{project_.id(-1), "ORG", Spans(Span(2, 5)), {}, "", {}}}});
  EXPECT_EQ(project_.file().history(second, project_.id(1)).size(), 1U);
  EXPECT_THAT(in_short(1), ElementsAre("+edit"));
}

TEST_F(HistoryTest, WhatIsNotThereHasNone) {
  EXPECT_THAT(history(99), IsEmpty());
  EXPECT_THAT(project_.file().history(DocumentKey::generate(), project_.id(1)), IsEmpty());
}

}  // namespace
}  // namespace mitjul
