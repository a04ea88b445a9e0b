// The settings, the word list and the refused suggestions of a project: edits like all others.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// What an outcome was refused with; empty where it was not.
std::string refusal_of(const Outcome& outcome) { return outcome.done() ? "" : in_words(*outcome.refused); }

std::vector<std::string> in_words(const GazetteerEntries& gazetteer) {
  std::vector<std::string> words;
  for (const GazetteerEntry& entry : gazetteer) words.push_back(entry.word + "/" + entry.label);
  return words;
}

class ProjectWordsTest : public testing::Test {
 protected:
  std::string add(std::vector<GazetteerEntry> words) {
    return refusal_of(project.perform({GazetteerChange{{}, std::move(words)}}));
  }
  std::string remove(std::vector<GazetteerEntry> words) {
    return refusal_of(project.perform({GazetteerChange{std::move(words), {}}}));
  }
  std::string set(ProjectSettings settings) {
    return refusal_of(project.perform({SettingsChange{project.workspace().settings(), settings}}));
  }
  RefusedSuggestion refused(const std::string& label = "PERSON") {
    return {project.workspace().annotator(), span(kOrg).hull(), label};
  }
  std::string refuse(const RefusedSuggestion& suggestion) {
    return refusal_of(project.perform({RefusalChange{project.document, suggestion}}));
  }
  std::vector<std::string> words() { return in_words(project.workspace().gazetteer()); }
  /// The words as the file has them.
  std::vector<std::string> stored_words() { return in_words(ProjectFile(project.path).gazetteer()); }

  Project project;
  Workspace other{std::make_unique<ProjectFile>(project.path), ticking_clock()};
};

// Settings

TEST_F(ProjectWordsTest, SuggestionsAreOfferedAndParticlesLeftOutUntilSaidOtherwise) {
  EXPECT_EQ(project.workspace().settings(), (ProjectSettings{true, false}));
  EXPECT_EQ(set({false, true}), "");
  EXPECT_EQ(project.workspace().settings(), (ProjectSettings{false, true}));
  project.reopen();
  EXPECT_EQ(project.workspace().settings(), (ProjectSettings{false, true}));
  EXPECT_THAT(problems_in(project.path), IsEmpty());
}

TEST_F(ProjectWordsTest, SettingsAreUndoneAndRedone) {
  set({false, false});
  set({false, true});
  ASSERT_TRUE(project.workspace().undo().done());
  EXPECT_EQ(project.workspace().settings(), (ProjectSettings{false, false}));
  ASSERT_TRUE(project.workspace().undo().done());
  EXPECT_EQ(project.workspace().settings(), ProjectSettings());
  project.reopen();
  ASSERT_TRUE(project.workspace().redo().done());
  EXPECT_EQ(project.workspace().settings(), (ProjectSettings{false, false}));
  EXPECT_EQ(project.file().settings(), (ProjectSettings{false, false}));
}

TEST_F(ProjectWordsTest, SettingsThatAreAlreadySoAreNoEdit) {
  const EditNumber last = project.file().last_edit();
  const Outcome outcome = project.perform({SettingsChange{}});
  EXPECT_TRUE(outcome.done());
  EXPECT_EQ(outcome.number, 0);
  EXPECT_EQ(project.file().last_edit(), last);
}

TEST_F(ProjectWordsTest, SettingsThatSomebodyElseChangedAreNotOverwritten) {
  ASSERT_TRUE(other.perform({"settings", {SettingsChange{{}, {false, false}}}}).done());
  EXPECT_EQ(refusal_of(project.perform({SettingsChange{{}, {true, true}}})), "changed-meanwhile: settings");
  EXPECT_EQ(set({true, true}), "");
  EXPECT_EQ(
      refusal_of(project.perform({SettingsChange{{true, true}, {}}, SettingsChange{{true, true}, {false, true}}})),
      "changed-meanwhile: settings");
  other.work_as(other.annotators()[0].key);
  ASSERT_TRUE(other.undo().done()) << "the last edit, here or there";
  EXPECT_EQ(other.settings(), (ProjectSettings{false, false}));
}

// The word list

TEST_F(ProjectWordsTest, WordsComeAndGo) {
  EXPECT_THAT(words(), IsEmpty());
  EXPECT_EQ(add({{"🚀 로켓", ""}, {"삼성", "ORG"}, {"삼성", "PRODUCT"}}), "");
  EXPECT_THAT(words(), ElementsAre("삼성/ORG", "삼성/PRODUCT", "🚀 로켓/"));
  EXPECT_EQ(remove({{"삼성", "ORG"}}), "");
  EXPECT_THAT(words(), ElementsAre("삼성/PRODUCT", "🚀 로켓/"));
  EXPECT_EQ(stored_words(), words());
  project.reopen();
  EXPECT_THAT(words(), ElementsAre("삼성/PRODUCT", "🚀 로켓/"));
  EXPECT_THAT(problems_in(project.path), IsEmpty());
}

TEST_F(ProjectWordsTest, WordsAreUndoneAndRedone) {
  add({{"🚀", ""}, {"삼성", "ORG"}});
  remove({{"🚀", ""}});
  project.reopen();
  ASSERT_TRUE(project.workspace().undo().done());
  EXPECT_THAT(words(), ElementsAre("삼성/ORG", "🚀/"));
  ASSERT_TRUE(project.workspace().undo().done());
  EXPECT_THAT(words(), IsEmpty());
  EXPECT_THAT(stored_words(), IsEmpty());
  ASSERT_TRUE(project.workspace().redo().done());
  ASSERT_TRUE(project.workspace().redo().done());
  EXPECT_THAT(words(), ElementsAre("삼성/ORG"));
  EXPECT_EQ(stored_words(), words());
  EXPECT_THAT(problems_in(project.path), IsEmpty());
}

TEST_F(ProjectWordsTest, WhatIsThereAlreadyIsLeftOutOfTheEdit) {
  add({{"🚀", ""}});
  const Outcome outcome =
      project.perform({GazetteerChange{{{"없는 말", ""}, {"🚀", ""}, {"🚀", ""}}, {{"삼성", "ORG"}, {"삼성", "ORG"}}}});
  ASSERT_TRUE(outcome.done());
  EXPECT_EQ(std::get<GazetteerChange>(outcome.edit.changes.at(0)), (GazetteerChange{{{"🚀", ""}}, {{"삼성", "ORG"}}}));
  const EditNumber last = project.file().last_edit();
  EXPECT_EQ(add({{"삼성", "ORG"}}), "");
  EXPECT_EQ(remove({{"없는 말", ""}}), "");
  EXPECT_EQ(project.file().last_edit(), last) << "nothing was left to do";
}

TEST_F(ProjectWordsTest, AWordThatIsRemovedAndAddedStays) {
  add({{"🚀", ""}});
  EXPECT_TRUE(project.perform({GazetteerChange{{{"🚀", ""}, {"삼성", ""}}, {{"🚀", ""}, {"삼성", ""}}}}).done());
  EXPECT_THAT(words(), ElementsAre("삼성/", "🚀/"));
}

TEST_F(ProjectWordsTest, WordsThatCannotBeAreRefused) {
  EXPECT_EQ(add({{"", ""}}), "invalid-word: ");
  EXPECT_EQ(add({{"🚀 앞\n뒤", ""}}), "invalid-word: 🚀 앞\n뒤");
  EXPECT_EQ(add({{"🚀 ", ""}}), "invalid-word: 🚀 ");
  EXPECT_EQ(add({{"🚀", "NOTHING"}}), "unknown-label: NOTHING");
  EXPECT_EQ(add({{"🚀", "about"}}), "wrong-label-kind: about, relation, span");
  EXPECT_EQ(add({{"🚀", "TOPIC"}}), "wrong-label-kind: TOPIC, document, span");
  EXPECT_EQ(add({{"괜찮은 말", ""}, {"🚀\r", ""}}), "invalid-word: 🚀\r");
  EXPECT_THAT(words(), IsEmpty()) << "all, or nothing";
}

TEST_F(ProjectWordsTest, FiftyThousandAreOneEditAndMoreThanTheListHoldsAreRefused) {
  std::vector<GazetteerEntry> many;
  for (std::size_t i = 0; i < 50000; ++i) many.push_back({"🚀 낱말 " + std::to_string(i), i % 2 == 0 ? "ORG" : ""});
  const EditNumber last = project.file().last_edit();
  EXPECT_EQ(add(many), "");
  EXPECT_EQ(project.file().last_edit(), last + 1);
  project.reopen();
  EXPECT_EQ(project.workspace().gazetteer(), GazetteerEntries(many.begin(), many.end()));
  ASSERT_TRUE(project.workspace().undo().done());
  EXPECT_THAT(stored_words(), IsEmpty());
  ASSERT_TRUE(project.workspace().redo().done());

  std::vector<GazetteerEntry> rest;
  for (std::size_t i = 50000; i <= kLargestGazetteer; ++i) rest.push_back({"낱말 " + std::to_string(i), ""});
  EXPECT_EQ(add(rest), "too-many-words: 200000");
  rest.pop_back();
  EXPECT_EQ(add(rest), "");
  EXPECT_EQ(add({{"하나 더", ""}}), "too-many-words: 200000");
  EXPECT_EQ(refusal_of(project.perform({GazetteerChange{{many[0]}, {{"하나 더", ""}}}})), "") << "one goes, one comes";
  EXPECT_THAT(problems_in(project.path), IsEmpty());
}

TEST_F(ProjectWordsTest, AnUndoIsRefusedWhereTheWordsHaveChangedSince) {
  project.file().add_annotator("둘째");
  other.refresh();
  other.work_as(other.annotators()[1].key);
  add({{"🚀", ""}, {"삼성", "ORG"}});
  ASSERT_TRUE(other.perform({"words", {GazetteerChange{{{"삼성", "ORG"}}, {}}}}).done());
  const std::string number = std::to_string(project.file().last_edit() - 1);
  EXPECT_EQ(refusal_of(project.workspace().undo()), "changed-since: " + number + ", 삼성");
  EXPECT_THAT(words(), ElementsAre("🚀/"));
  ASSERT_TRUE(other.undo().done());
  EXPECT_EQ(refusal_of(project.workspace().undo()), "");
  EXPECT_THAT(stored_words(), IsEmpty());
}

TEST_F(ProjectWordsTest, ALabelThatWordsHaveCannotBeTakenOutOfTheSchema) {
  const auto without_product = [](Schema& schema) {
    std::erase_if(schema.labels, [](const Label& label) { return label.id == "PRODUCT"; });
  };
  add({{"🚀", "PRODUCT"}, {"칩", "PRODUCT"}, {"삼성", "ORG"}});
  EXPECT_EQ(refusal_of(project.perform({project.schema_changed(without_product)})), "label-in-word-list: PRODUCT, 2");
  EXPECT_NE(project.workspace().schema().find("PRODUCT"), nullptr);
  EXPECT_EQ(
      refusal_of(project.perform({project.schema_changed(without_product), GazetteerChange{{{"🚀", "PRODUCT"}}, {}}})),
      "label-in-word-list: PRODUCT, 1");
  EXPECT_EQ(refusal_of(project.perform(
                {project.schema_changed(without_product), GazetteerChange{{{"🚀", "PRODUCT"}, {"칩", "PRODUCT"}}, {}}})),
            "");
  EXPECT_THAT(words(), ElementsAre("삼성/ORG"));
  EXPECT_EQ(add({{"🚀", "PRODUCT"}}), "unknown-label: PRODUCT");
  ASSERT_TRUE(project.workspace().undo().done());
  EXPECT_THAT(words(), ElementsAre("삼성/ORG", "칩/PRODUCT", "🚀/PRODUCT"));
}

TEST_F(ProjectWordsTest, ASchemaThatComesWithAnnotationsDoesNotReplaceTheOneThatWordsUse) {
  add({{"🚀", "ORG"}});
  ImportEdit edit(project.workspace());
  edit.add_schema(schema_of({label("EVENT")}));
  edit.commit();
  EXPECT_NE(project.workspace().schema().find("ORG"), nullptr);
  EXPECT_NE(project.workspace().schema().find("EVENT"), nullptr);
}

// Refused suggestions

TEST_F(ProjectWordsTest, ARefusedSuggestionStaysRefused) {
  EXPECT_EQ(refuse(refused()), "");
  EXPECT_THAT(project.opened().refusals, ElementsAre(refused()));
  project.reopen();
  EXPECT_THAT(project.opened().refusals, ElementsAre(refused()));
  EXPECT_THAT(project.opened().sets, IsEmpty()) << "who refuses has not begun to annotate";
  EXPECT_EQ(refusal_of(project.perform({RefusalChange{project.document, refused(), true, false}})), "");
  EXPECT_THAT(project.opened().refusals, IsEmpty());
  EXPECT_EQ(in_words(project.opened()), in_words(project.file().load(project.document)));
  EXPECT_THAT(problems_in(project.path), IsEmpty());
}

TEST_F(ProjectWordsTest, RefusalsAreUndoneAndRedone) {
  refuse(refused());
  refuse(refused("PRODUCT"));
  project.reopen();
  ASSERT_TRUE(project.workspace().undo().done());
  EXPECT_THAT(project.opened().refusals, ElementsAre(refused()));
  ASSERT_TRUE(project.workspace().undo().done());
  EXPECT_THAT(project.opened().refusals, IsEmpty());
  ASSERT_TRUE(project.workspace().redo().done());
  EXPECT_THAT(project.opened().refusals, ElementsAre(refused()));
  EXPECT_EQ(in_words(project.opened()), in_words(project.file().load(project.document)));
}

TEST_F(ProjectWordsTest, RefusalsThatCannotBeAreRefused) {
  const AnnotatorKey annotator = project.workspace().annotator();
  const std::uint32_t length = project.opened().document.text.length();
  const std::string end = std::to_string(length);
  EXPECT_EQ(refuse({annotator, Span(2, 5), "NOTHING"}), "unknown-label: NOTHING");
  EXPECT_EQ(refuse({annotator, Span(2, 5), "about"}), "wrong-label-kind: about, relation, span");
  EXPECT_EQ(refuse({annotator, Span(2, 2), "ORG"}), "empty-span: 2, 2, " + end);
  EXPECT_EQ(refuse({annotator, Span(length - 1, length + 1), "ORG"}),
            "span-outside-text: " + std::to_string(length - 1) + ", " + std::to_string(length + 1) + ", " + end);
  EXPECT_EQ(refuse({annotator, Span(0, length), "ORG"}), "");
  const DocumentKey nowhere = document_key();
  EXPECT_EQ(refusal_of(project.perform({RefusalChange{nowhere, refused()}})), "unknown-document: " + nowhere.str());
  project.perform({project.described([](DocumentInfo& info) { info.in_trash = true; })});
  EXPECT_EQ(refuse(refused()), "document-in-trash: 기사.txt");
}

TEST_F(ProjectWordsTest, ARefusalThatIsNotAsItWasIsRefused) {
  EXPECT_EQ(refusal_of(project.perform({RefusalChange{project.document, refused(), true, false}})),
            "changed-meanwhile: 기사.txt");
  EXPECT_EQ(refuse(refused()), "");
  EXPECT_EQ(refuse(refused()), "changed-meanwhile: 기사.txt");
  const RefusalChange twice{project.document, refused("PRODUCT")};
  EXPECT_EQ(refusal_of(project.perform({twice, twice})), "changed-meanwhile: 기사.txt");
  const RefusalChange nothing{project.document, refused(), true, true};
  EXPECT_EQ(project.perform({nothing}).number, 0);
}

TEST_F(ProjectWordsTest, ALabelThatWasRefusedCanBeTakenOutOfTheSchema) {
  refuse(refused("PRODUCT"));
  EXPECT_EQ(refusal_of(project.perform({project.schema_changed([](Schema& schema) {
              std::erase_if(schema.labels, [](const Label& label) { return label.id == "PRODUCT"; });
            })})),
            "");
  EXPECT_THAT(project.opened().refusals, ElementsAre(refused("PRODUCT")));
  EXPECT_EQ(refusal_of(project.perform({RefusalChange{project.document, refused("PRODUCT"), true, false}})), "");
}

TEST_F(ProjectWordsTest, APurgeTakesRefusalsWithIt) {
  refuse({project.workspace().annotator(), span(kClaim).hull(), "PERSON"});
  const std::string quote(article().text.slice(span(kClaim).hull()));
  EXPECT_NE(bytes_of(project.path).find(quote), std::string::npos);
  project.workspace().purge({project.document});
  EXPECT_EQ(bytes_of(project.path).find(quote), std::string::npos);
  EXPECT_EQ(bytes_of(project.path).find(project.document.str()), std::string::npos);
  Database database(project.path);
  EXPECT_EQ(database.integer("SELECT count(*) FROM refusal"), 0);
  EXPECT_EQ(database.integer("SELECT count(*) FROM refusal_sum"), 0);
  EXPECT_EQ(database.integer("SELECT count(*) FROM change WHERE kind = 'refusal'"), 0);
  EXPECT_THAT(problems_in(project.path), IsEmpty());
}

// Together, and over programs

TEST_F(ProjectWordsTest, ListenersAreToldWhatHasChanged) {
  std::vector<WorkspaceEvent> events;
  project.workspace().listen([&](const WorkspaceEvent& event) { events.push_back(event); });
  set({false, false});
  add({{"🚀", ""}});
  refuse(refused());
  ASSERT_THAT(events, SizeIs(3));
  for (std::size_t i = 0; i < events.size(); ++i) {
    EXPECT_EQ(events[i].settings_changed, i == 0);
    EXPECT_EQ(events[i].gazetteer_changed, i == 1);
    EXPECT_EQ(events[i].documents.size(), i == 2 ? 1U : 0U);
    EXPECT_FALSE(events[i].schema_changed);
  }
}

TEST_F(ProjectWordsTest, WhatAnotherProgramChangesComesWithARefresh) {
  EXPECT_THAT(in_words(other.gazetteer()), IsEmpty());
  other.open(project.document);
  std::vector<WorkspaceEvent> events;
  other.listen([&](const WorkspaceEvent& event) { events.push_back(event); });
  const GazetteerEntries& held = other.gazetteer();
  project.perform(
      {SettingsChange{{}, {true, true}}, GazetteerChange{{}, {{"🚀", ""}}}, RefusalChange{project.document, refused()}});
  other.refresh();
  ASSERT_THAT(events, SizeIs(1));
  EXPECT_TRUE(events[0].from_outside);
  EXPECT_TRUE(events[0].settings_changed);
  EXPECT_TRUE(events[0].gazetteer_changed);
  EXPECT_THAT(events[0].documents, ElementsAre(project.document));
  EXPECT_EQ(other.settings(), (ProjectSettings{true, true}));
  EXPECT_THAT(in_words(held), ElementsAre("🚀/"));
  EXPECT_THAT(other.open(project.document).refusals, ElementsAre(refused()));
  project.annotate_article();
  other.refresh();
  ASSERT_THAT(events, SizeIs(2));
  EXPECT_FALSE(events[1].settings_changed);
  EXPECT_FALSE(events[1].gazetteer_changed);
}

TEST_F(ProjectWordsTest, WordsOfTwoProgramsComeTogether) {
  add({{"🚀", ""}});
  ASSERT_TRUE(other.perform({"words", {GazetteerChange{{}, {{"🚀", ""}, {"삼성", "ORG"}}}}}).done());
  EXPECT_THAT(in_words(other.gazetteer()), ElementsAre("삼성/ORG", "🚀/"));
  project.workspace().refresh();
  EXPECT_THAT(words(), ElementsAre("삼성/ORG", "🚀/"));
}

TEST_F(ProjectWordsTest, TheLogHasALineForEach) {
  project.perform({SettingsChange{{}, {true, true}}}, "settings");
  project.perform({GazetteerChange{{}, {{"🚀", ""}}}}, "add-words");
  project.perform({RefusalChange{project.document, refused()}}, "refuse");
  std::vector<std::string> lines;
  for (const LoggedEdit& edit : project.file().log()) {
    lines.push_back(edit.header.name + (edit.documents.empty() ? "" : " " + edit.documents[0]));
  }
  EXPECT_THAT(lines, ElementsAre("import 기사.txt", "settings", "add-words", "refuse 기사.txt"));
}

}  // namespace
}  // namespace mitjul
