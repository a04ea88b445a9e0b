#include "ui/edit_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "core/annotation_edits.h"
#include "core/document_edits.h"
#include "tests/storage/support.h"
#include "ui/editor.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

/// Names of edits, as the sources write them: `{"annotate", {`, `edit.name = "annotate"`, `change(subject, "note"`,
/// `change(*changed, "relabel"`.
std::set<std::string> names_in_the_sources() {
  const std::string name = "\"([a-z]+(?:-[a-z]+)*)\"";
  const std::regex literals("\\{\\s*(?:\\w+ \\? )?" + name + "(?: : " + name + ")?, \\{|edit\\.name = " + name +
                            "|change\\(\\*?\\w+, " + name);
  std::set<std::string> names;
  for (const char* const folder : {"core", "ui", "cli", "import"}) {
    for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(MITJUL_SOURCE) / folder)) {
      if (file.path().extension() != ".cpp") continue;
      const std::string code = bytes_of(file.path());
      for (std::sregex_iterator found(code.begin(), code.end(), literals), end; found != end; ++found) {
        for (std::size_t group = 1; group < found->size(); ++group) {
          if ((*found)[group].matched) names.insert((*found)[group]);
        }
      }
    }
  }
  return names;
}

TEST(EditWordsTest, EveryNameOfAnEditHasWords) {
  const std::set<std::string> names = names_in_the_sources();
  EXPECT_GE(names.size(), 15U);
  EXPECT_EQ(names.count("turn"), 1U) << "handed on by a function";
  for (const std::string& name : names) EXPECT_TRUE(has_edit_words(name)) << name;
}

TEST(EditWordsTest, EveryChangeOfTheSchemaHasWords) {
  for (const SchemaOperation& operation :
       {SchemaOperation(AddLabel()), SchemaOperation(ChangeLabel()), SchemaOperation(MoveLabel()),
        SchemaOperation(MergeLabels()), SchemaOperation(SplitLabel()), SchemaOperation(DeleteLabel()),
        SchemaOperation(ChangeGuideline()), SchemaOperation(ReplaceSchema())}) {
    EXPECT_TRUE(has_edit_words(name_of(operation))) << name_of(operation);
  }
  EXPECT_TRUE(has_edit_words("publish-schema"));
}

TEST(EditWordsTest, ANameThatIsNotKnownStandsForItself) {
  EXPECT_FALSE(has_edit_words("of-a-later-version"));
  EXPECT_EQ(to_utf8(edit_name("of-a-later-version")), "of-a-later-version");
}

/// What an editor is told of, as a sentence.
class OutcomeSentenceTest : public testing::Test {
 protected:
  OutcomeSentenceTest() {
    project_.close();
    editor_ = std::make_unique<Editor>(std::make_unique<ProjectFile>(project_.path));
    editor_->listen_to_outcomes([this](const Outcome& outcome) {
      said_ = to_utf8(outcome_sentence(outcome, editor_->schema(), editor_->document(), KeyMap()));
    });
    editor_->show(project_.document);
  }
  void annotate(ArticleSpan which, const std::string& label) {
    editor_->select(Selection(span(which).start(), span(which).end()));
    EXPECT_FALSE(editor_->apply_label(label));
  }

  Project project_;
  std::unique_ptr<Editor> editor_;
  std::string said_;
};

TEST_F(OutcomeSentenceTest, WhatIsSeenWhereItIsDoneIsNotSaid) {
  said_ = "something";
  annotate(kOrg, "ORG");
  EXPECT_EQ(said_, "");
}

TEST_F(OutcomeSentenceTest, UndoAndRedoSayWhatTheyDid) {
  annotate(kOrg, "ORG");
  editor_->undo();
  EXPECT_EQ(said_, "Undone: Annotate – 기관 “화웨이”");
  editor_->redo();
  EXPECT_EQ(said_, "Done again: Annotate – 기관 “화웨이”");
}

TEST_F(OutcomeSentenceTest, DeletingSaysWhatIsGoneAndTheKeyThatTakesItBack) {
  annotate(kOrg, "ORG");
  editor_->remove_selected();
  EXPECT_EQ(said_, "Delete – 기관 “화웨이”. Ctrl+Z takes it back.");
}

TEST_F(OutcomeSentenceTest, RelationsThatGoWithAnAnnotationAreCounted) {
  annotate(kOrg, "ORG");
  annotate(kClaim, "CLAIM");
  editor_->begin_relation();
  editor_->relate(editor_->listed()[1]->id, "source");
  const auto org = std::find_if(editor_->listed().begin(), editor_->listed().end(),
                                [](const Annotation* each) { return each->label == "ORG"; });
  ASSERT_NE(org, editor_->listed().end());
  editor_->select_annotation((*org)->id);
  editor_->remove_selected();
  EXPECT_EQ(said_, "Delete – 기관 “화웨이”, 1 relation. Ctrl+Z takes it back.");
}

TEST_F(OutcomeSentenceTest, ATrashedDocumentIsSaidOnceWithTheKeyThatBringsItBack) {
  EXPECT_FALSE(editor_->perform(trash_document(editor_->document()->document.info)));
  EXPECT_EQ(said_, "Move document to trash – 기사.txt. Ctrl+Z takes it back.");
}

TEST_F(OutcomeSentenceTest, SeveralAtOnceAreCounted) {
  const SetKey set = editor_->set_key();
  editor_->perform(
      {"annotate-all", {new_annotation(set, 1, "ORG", span(kOrg)), new_annotation(set, 2, "PRODUCT", span(kProduct))}});
  EXPECT_EQ(said_, "Annotate all occurrences – 2 annotations. Ctrl+Z takes it back.");
  editor_->undo();
  EXPECT_EQ(said_, "Undone: Annotate all occurrences – 2 annotations");
}

TEST_F(OutcomeSentenceTest, AStateIsSaidWithItsDocument) {
  editor_->set_state(SetState::Finished);
  EXPECT_EQ(said_, "");
  editor_->undo();
  EXPECT_EQ(said_, "Undone: Change state – 기사.txt, Finished");
}

TEST_F(OutcomeSentenceTest, SettingsAndWordListsAreSaid) {
  SettingsChange settings{editor_->workspace().settings(), editor_->workspace().settings()};
  settings.after.suggestions = false;
  editor_->perform({"settings", {settings}});
  editor_->undo();
  EXPECT_EQ(said_, "Undone: Change settings");
  editor_->perform({"word-list", {GazetteerChange{{}, {{"🚀로켓", "PRODUCT"}}}}});
  EXPECT_EQ(said_, "Change the word list – 🚀로켓. Ctrl+Z takes it back.");
}

TEST_F(OutcomeSentenceTest, AChangeOfTheSchemaIsSaidWithItsLabel) {
  annotate(kOrg, "ORG");
  EXPECT_FALSE(editor_->change_schema(DeleteLabel{"ORG"}));
  EXPECT_EQ(said_, "Delete label – 기관. Ctrl+Z takes it back.");
  editor_->undo();
  EXPECT_EQ(said_, "Undone: Delete label – 기관");
  Label person = *editor_->schema().find("PERSON");
  person.name = "사람 👤";
  EXPECT_FALSE(editor_->change_schema(ChangeLabel{person, {}}));
  editor_->undo();
  EXPECT_EQ(said_, "Undone: Change a label of the schema – 인물");
}

TEST_F(OutcomeSentenceTest, OfADocumentThatIsNotShownThereIsNoQuote) {
  annotate(kOrg, "ORG");
  const Annotation made = *editor_->selected();
  const Edit edit{"delete", {AnnotationChange{editor_->set_key(), made, {}}}};
  EXPECT_EQ(to_utf8(edit_words(edit, editor_->schema(), nullptr)), "Delete – 기관");
}

}  // namespace
}  // namespace mitjul
