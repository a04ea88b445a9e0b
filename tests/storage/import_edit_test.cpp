#include "core/import_edit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// The article as it comes from somebody else, with a key of its own: annotated by `annotator`.
AnnotatedDocument delivery(const std::string& annotator = "abcdef", const std::string& text = "🚀 남의 글 하나") {
  AnnotatedDocument made = without_sets("배달.txt", Text(text));
  AnnotationSet& set = made.set({made.document.info.key, annotator_key(annotator), false});
  set.set_state(SetState::Finished);
  Annotation org = annotation(7, "ORG", Spans(Span(2, 4)));
  org.id = annotation_id(7, annotator);
  org.provenance.method = Method::Import;
  set.put(org);
  return made;
}

Arrival add_keyed(Workspace& workspace, const AnnotatedDocument& document) {
  ImportEdit edit(workspace);
  for (const auto& [key, set] : document.sets) edit.add_annotator({key.annotator, "다른 사람", false});
  Arrival arrival = edit.add_keyed(document);
  edit.commit();
  return arrival;
}

TEST(FreeNameTest, CountsUpFromTwo) {
  EXPECT_EQ(free_name("기사.txt", {}), "기사.txt");
  EXPECT_EQ(free_name("기사.txt", {"다른.txt"}), "기사.txt");
  EXPECT_EQ(free_name("기사.txt", {"기사.txt"}), "기사.txt (2)");
  EXPECT_EQ(free_name("기사.txt", {"기사.txt", "기사.txt (2)", "기사.txt (4)"}), "기사.txt (3)");
}

TEST(ImportEditTest, ADocumentComesInAsItIs) {
  Project project;
  AnnotatedDocument document = without_sets("둘.txt", Text("🚀 둘째 글"));
  document.document.info.metadata = {{"url", "https://example.invalid/1"}};
  document.document.info.origin = {"text", "둘.txt", "00ff", "windows-949", "crlf"};
  ImportEdit edit(project.workspace());
  const Arrival arrival = edit.add(document);
  EXPECT_EQ(arrival.kind, Arrival::Kind::Added);
  EXPECT_EQ(arrival.info, document.document.info);
  EXPECT_THAT(arrival.problems, IsEmpty());
  EXPECT_EQ(edit.commit(), 2);
  EXPECT_EQ(in_words(project.workspace().open(arrival.info.key)), in_words(document));
}

TEST(ImportEditTest, NothingHasHappenedWithoutCommit) {
  Project project;
  const std::string bytes = bytes_of(project.path);
  {
    ImportEdit edit(project.workspace());
    edit.add_annotator({annotator_key("abcdef"), "다른 사람", false});
    edit.add_schema(schema_of({label("EVENT")}));
    edit.add_keyed(delivery());
  }
  EXPECT_TRUE(bytes_of(project.path) == bytes);
  EXPECT_EQ(project.workspace().annotators().size(), 1U);
  EXPECT_EQ(project.workspace().schema(), preset("claims-entities"));
  EXPECT_TRUE(project.perform({project.made("ORG", span(kOrg))}).done());
}

TEST(ImportEditTest, WhereNothingIsNewTheLogHasNoLine) {
  Project project;
  ImportEdit edit(project.workspace());
  EXPECT_EQ(edit.add(without_sets("기사.txt", article().text)).kind, Arrival::Kind::Present);
  EXPECT_THAT(edit.add_schema(project.workspace().schema()), IsEmpty());
  edit.add_annotator(project.workspace().annotators()[0]);
  EXPECT_EQ(edit.commit(), 0);
  EXPECT_EQ(project.file().last_edit(), 1);
}

TEST(ImportEditTest, ATakenNameGetsANumber) {
  Project project;
  ImportEdit edit(project.workspace());
  EXPECT_EQ(edit.add(without_sets("기사.txt", Text("🚀 둘째 글"))).info.name, "기사.txt (2)");
  EXPECT_EQ(edit.add(without_sets("기사.txt", Text("🚀 셋째 글"))).info.name, "기사.txt (3)");
  edit.commit();
  std::vector<std::string> names;
  for (const DocumentSummary& document : project.file().documents()) names.push_back(document.name);
  EXPECT_THAT(names, ElementsAre("기사.txt", "기사.txt (2)", "기사.txt (3)"));
}

TEST(ImportEditTest, ANameInTheTrashIsFree) {
  Project project;
  project.perform({project.described([](DocumentInfo& info) { info.in_trash = true; })});
  ImportEdit edit(project.workspace());
  EXPECT_EQ(edit.add(without_sets("기사.txt", Text("🚀 둘째 글"))).info.name, "기사.txt");
  edit.commit();
  EXPECT_EQ(project.file().documents().size(), 2U);
}

TEST(ImportEditTest, TheSameContentIsNotAddedTwice) {
  Project project;
  ImportEdit edit(project.workspace());
  const Arrival again = edit.add(without_sets("다른 이름.txt", article().text));
  EXPECT_EQ(again.kind, Arrival::Kind::Present);
  EXPECT_EQ(again.info.key, project.document);
  EXPECT_THAT(in_words(again.problems), ElementsAre("same-content: 기사.txt"));
  // Within one import, too.
  EXPECT_EQ(edit.add(without_sets("둘.txt", Text("🚀 둘째 글"))).kind, Arrival::Kind::Added);
  EXPECT_EQ(edit.add(without_sets("셋.txt", Text("🚀 둘째 글"))).kind, Arrival::Kind::Present);
  edit.commit();
  EXPECT_EQ(project.file().documents().size(), 2U);
}

TEST(ImportEditTest, WhatLiesInTheTrashMayComeInAnew) {
  Project project;
  project.perform({project.described([](DocumentInfo& info) { info.in_trash = true; })});
  ImportEdit edit(project.workspace());
  const Arrival arrival = edit.add(without_sets("기사.txt", article().text));
  EXPECT_EQ(arrival.kind, Arrival::Kind::Added);
  EXPECT_NE(arrival.info.key, project.document);
}

TEST(ImportEditTest, TwoOfOneTextWithKeysOfTheirOwnAreTwo) {
  Project project;
  ImportEdit edit(project.workspace());
  edit.add_annotator({annotator_key("abcdef"), "다른 사람", false});
  EXPECT_EQ(edit.add_keyed(delivery()).kind, Arrival::Kind::Added);
  EXPECT_EQ(edit.add_keyed(delivery()).kind, Arrival::Kind::Added);
  edit.commit();
  EXPECT_EQ(project.file().documents().size(), 3U);
}

TEST(ImportEditTest, ADeliveryComesInWithSetsAndAnnotators) {
  Project project;
  const AnnotatedDocument document = delivery();
  EXPECT_EQ(add_keyed(project.workspace(), document).kind, Arrival::Kind::Added);
  EXPECT_EQ(in_words(project.workspace().open(document.document.info.key)), in_words(document));
  ASSERT_EQ(project.workspace().annotators().size(), 2U);
  EXPECT_EQ(project.workspace().annotators()[1], (Annotator{annotator_key("abcdef"), "다른 사람", true}));
}

TEST(ImportEditTest, AnnotatorsMadeHereComeFirst) {
  Project project;
  add_keyed(project.workspace(), delivery());
  project.file().add_annotator("주석자 둘");
  project.reopen();
  std::vector<std::string> names;
  for (const Annotator& annotator : project.workspace().annotators()) names.push_back(annotator.name);
  EXPECT_THAT(names, ElementsAre("annotator01", "주석자 둘", "다른 사람"));
}

TEST(ImportEditTest, TheSameDeliveryTwiceBringsNothingNew) {
  Project project;
  const AnnotatedDocument document = delivery();
  add_keyed(project.workspace(), document);
  const std::string bytes = bytes_of(project.path);
  const Arrival again = add_keyed(project.workspace(), document);
  EXPECT_EQ(again.kind, Arrival::Kind::Present);
  EXPECT_THAT(in_words(again.problems), ElementsAre("annotation-set-present: 다른 사람"));
  EXPECT_TRUE(bytes_of(project.path) == bytes);
}

TEST(ImportEditTest, ASetThatWentTwoWaysBecomesTwo) {
  Project project;
  AnnotatedDocument document = delivery();
  const DocumentKey key = document.document.info.key;
  add_keyed(project.workspace(), document);
  const AnnotationSet before = project.workspace().open(key).sets.begin()->second;
  AnnotationSet& incoming = document.sets.begin()->second;
  Annotation about =
      annotation(9, "about",
                 Relation{{{"claim", {{}, annotation_id(8, "abcdef")}}, {"target", {{}, annotation_id(7, "abcdef")}}}});
  Annotation claim = annotation(8, "CLAIM", Spans(Span(2, 6)));
  for (Annotation* const more : {&claim, &about}) {
    more->id.annotator = annotator_key("abcdef");
    incoming.put(*more);
  }
  const Arrival again = add_keyed(project.workspace(), document);
  EXPECT_EQ(again.kind, Arrival::Kind::Merged);
  EXPECT_THAT(in_words(again.problems), ElementsAre("annotation-set-differs: 다른 사람, 다른 사람 (2)"));

  const AnnotatedDocument& merged = project.workspace().open(key);
  EXPECT_EQ(*merged.find_set(before.key()), before);
  const AnnotatorKey stand_in = project.workspace().annotators().back().key;
  EXPECT_EQ(project.workspace().annotators().back(), (Annotator{stand_in, "다른 사람 (2)", true}));
  const AnnotationSet* const second = merged.find_set({key, stand_in, false});
  ASSERT_NE(second, nullptr);
  EXPECT_EQ(second->state(), incoming.state());
  ASSERT_EQ(second->size(), 3U);
  // The relation goes along with its ends.
  EXPECT_EQ(second->find({stand_in, 9})->relation()->arguments[0].target.id, (AnnotationId{stand_in, 8}));
  EXPECT_EQ(second->find({stand_in, 9})->relation()->arguments[1].target.id, (AnnotationId{stand_in, 7}));
  EXPECT_EQ(in_words(merged), in_words(project.file().load(key)));
}

TEST(ImportEditTest, SetsThatWentThreeWaysInOneDeliveryBecomeThree) {
  Project project;
  AnnotatedDocument document = delivery();
  ImportEdit edit(project.workspace());
  edit.add_annotator({annotator_key("abcdef"), "다른 사람", false});
  edit.add_keyed(document);
  for (const std::int64_t number : {8, 9}) {
    Annotation claim = annotation(number, "CLAIM", Spans(Span(2, 6)));
    claim.id.annotator = annotator_key("abcdef");
    document.sets.begin()->second.put(claim);
    edit.add_keyed(document);
  }
  edit.commit();
  const AnnotatedDocument& merged = project.workspace().open(document.document.info.key);
  std::vector<std::size_t> sizes;
  for (const auto& [key, set] : merged.sets) sizes.push_back(set.size());
  EXPECT_THAT(sizes, UnorderedElementsAre(1, 2, 3));
  EXPECT_EQ(project.workspace().annotators().back().name, "다른 사람 (3)");
}

TEST(ImportEditTest, ASetThatCameInUnderAnotherNameDoesNotComeInAgain) {
  Project project;
  AnnotatedDocument document = delivery();
  add_keyed(project.workspace(), document);
  Annotation more = annotation(8, "ORG", Spans(Span(5, 6)));
  more.id.annotator = annotator_key("abcdef");
  document.sets.begin()->second.put(more);
  EXPECT_EQ(add_keyed(project.workspace(), document).kind, Arrival::Kind::Merged);
  const std::string bytes = bytes_of(project.path);
  const Arrival again = add_keyed(project.workspace(), document);
  EXPECT_EQ(again.kind, Arrival::Kind::Present);
  EXPECT_THAT(in_words(again.problems), ElementsAre("annotation-set-present: 다른 사람 (2)"));
  EXPECT_TRUE(bytes_of(project.path) == bytes);
}

TEST(ImportEditTest, ANewSetIsAddedToTheDocumentThatIsThere) {
  Project project;
  AnnotatedDocument document = delivery();
  const DocumentKey key = document.document.info.key;
  add_keyed(project.workspace(), document);
  project.workspace().open(key);
  std::vector<DocumentKey> told;
  project.workspace().listen([&](const WorkspaceEvent& event) { told = event.documents; });

  AnnotatedDocument more = delivery("ghijkl");
  more.document = document.document;
  AnnotationSet moved({key, annotator_key("ghijkl"), false});
  for (const auto& [id, annotation] : more.sets.begin()->second.annotations()) moved.put(annotation);
  more.sets.clear();
  more.sets.emplace(moved.key(), moved);
  const Arrival arrival = add_keyed(project.workspace(), more);
  EXPECT_EQ(arrival.kind, Arrival::Kind::Merged);
  EXPECT_THAT(arrival.problems, IsEmpty());
  EXPECT_THAT(told, ElementsAre(key));
  // The open document has it at once.
  EXPECT_EQ(project.workspace().open(key).sets.size(), 2U);
  EXPECT_EQ(in_words(project.workspace().open(key)), in_words(project.file().load(key)));
}

TEST(ImportEditTest, TheSameTextUnderAnotherKeyKeepsTheKeyThatIsThere) {
  Project project;
  project.annotate_article();
  AnnotatedDocument document = delivery("abcdef", article().text.utf8());
  const Arrival arrival = add_keyed(project.workspace(), document);
  EXPECT_EQ(arrival.kind, Arrival::Kind::Merged);
  EXPECT_EQ(arrival.info.key, project.document);
  EXPECT_THAT(in_words(arrival.problems), ElementsAre("same-content: 기사.txt"));
  const AnnotationSet* const set = project.opened().find_set({project.document, annotator_key("abcdef"), false});
  ASSERT_NE(set, nullptr);
  EXPECT_EQ(set->annotations(), document.sets.begin()->second.annotations());
}

TEST(ImportEditTest, AnIdThatIsTakenInTheDocumentIsNotUsedAgain) {
  Project project;
  AnnotatedDocument document = delivery();
  add_keyed(project.workspace(), document);
  const std::string before = in_words(project.workspace().open(document.document.info.key));
  // The same annotation once more, in a set of somebody who did not make it: it keeps its maker, and has no free id.
  AnnotatedDocument borrowed = document;
  AnnotationSet set({document.document.info.key, annotator_key("ghijkl"), false});
  set.put(document.sets.begin()->second.annotations().begin()->second);
  borrowed.sets.clear();
  borrowed.sets.emplace(set.key(), set);
  const Arrival arrival = add_keyed(project.workspace(), borrowed);
  EXPECT_EQ(arrival.kind, Arrival::Kind::Present);
  EXPECT_THAT(in_words(arrival.problems), ElementsAre("annotation-set-left-out: 다른 사람"));
  EXPECT_EQ(project.workspace().annotators().size(), 3U) << "nobody stands in for a set that stays away";
  EXPECT_EQ(in_words(project.workspace().open(document.document.info.key)), before);
}

TEST(ImportEditTest, ReferencesFollowADocumentThatIsThereUnderAnotherKey) {
  Project project;
  project.annotate_article();
  AnnotatedDocument known = delivery("abcdef", article().text.utf8());
  AnnotatedDocument document = delivery();
  AnnotationSet& set = document.sets.begin()->second;
  Annotation claim = annotation(1, "CLAIM", Spans(Span(2, 6)));
  Annotation about = annotation(2, "about",
                                Relation{{{"claim", {{}, annotation_id(1, "abcdef")}},
                                          {"target", {known.document.info.key, annotation_id(7, "abcdef")}}}});
  for (Annotation* const more : {&claim, &about}) {
    more->id.annotator = annotator_key("abcdef");
    set.put(*more);
  }
  ImportEdit edit(project.workspace());
  edit.add_annotator({annotator_key("abcdef"), "다른 사람", false});
  for (const AnnotatedDocument* const each : {&document, &known}) {
    edit.announce(each->document.info.key, each->document.info.sha256);
  }
  EXPECT_EQ(edit.add_keyed(document).kind, Arrival::Kind::Added);
  EXPECT_EQ(edit.add_keyed(known).kind, Arrival::Kind::Merged);
  edit.commit();
  const Annotation* const arrived = project.workspace().open(document.document.info.key).find(about.id);
  EXPECT_EQ(arrived->relation()->arguments[1].target, (AnnotationRef{project.document, annotation_id(7, "abcdef")}));
  EXPECT_NE(project.opened().find(annotation_id(7, "abcdef")), nullptr);
}

TEST(ImportEditTest, AnotherTextUnderTheSameKeyIsLeftOut) {
  Project project;
  AnnotatedDocument document = delivery();
  add_keyed(project.workspace(), document);
  AnnotatedDocument other = delivery("ghijkl", "🚀 다른 글");
  other.document.info.key = document.document.info.key;
  const Arrival arrival = add_keyed(project.workspace(), other);
  EXPECT_EQ(arrival.kind, Arrival::Kind::Present);
  EXPECT_THAT(in_words(arrival.problems), ElementsAre("different-text: 배달.txt"));
}

TEST(ImportEditTest, ADeliveryOfWhatLiesInTheTrashIsLeftOut) {
  Project project;
  AnnotatedDocument document = without_sets("기사.txt", article().text);
  document.document.info.key = project.document;
  project.perform({project.described([](DocumentInfo& info) { info.in_trash = true; })});
  EXPECT_THAT(in_words(add_keyed(project.workspace(), document).problems), ElementsAre("document-in-trash: 기사.txt"));
}

TEST(ImportEditTest, NumbersGoOnBehindThoseThatCameIn) {
  Project project;
  const AnnotatorKey own = project.workspace().annotator();
  AnnotatedDocument document = delivery(own.str());
  const DocumentKey key = document.document.info.key;
  add_keyed(project.workspace(), document);
  const Outcome outcome = project.perform({AnnotationChange{
      {key, own, false}, std::nullopt, Annotation{project.id(-1), "ORG", Spans(Span(5, 6)), {}, "", {}}}});
  ASSERT_TRUE(outcome.done());
  EXPECT_EQ(std::get<AnnotationChange>(outcome.edit.changes[0]).after->id, (AnnotationId{own, 8}));
}

TEST(ImportEditTest, EveryConfidenceCanBeReadBack) {
  Project project;
  AnnotatedDocument document = delivery();
  AnnotationSet& set = document.sets.begin()->second;
  std::int64_t number = 10;
  for (const double confidence : {0.0, -0.0, 0.1, 1.0 / 3, 5e-324, 0.9999999999999999, 1.0}) {
    Annotation made = annotation(++number, "ORG", Spans(Span(2, 4)));
    made.provenance.confidence = confidence;
    set.put(made);
  }
  add_keyed(project.workspace(), document);
  project.reopen();
  const AnnotatedDocument& loaded = project.workspace().open(document.document.info.key);
  EXPECT_EQ(loaded.sets.begin()->second.annotations(), set.annotations());
}

TEST(ImportEditTest, ListenersAreToldOnce) {
  Project project;
  std::vector<WorkspaceEvent> events;
  project.workspace().listen([&](const WorkspaceEvent& event) { events.push_back(event); });
  ImportEdit edit(project.workspace());
  edit.add_schema(schema_of({label("EVENT")}));
  const DocumentKey second = edit.add(without_sets("둘.txt", Text("🚀 둘째 글"))).info.key;
  const DocumentKey third = edit.add(without_sets("셋.txt", Text("🚀 셋째 글"))).info.key;
  EXPECT_THAT(events, IsEmpty());
  edit.commit();
  ASSERT_EQ(events.size(), 1U);
  EXPECT_TRUE(events[0].schema_changed);
  EXPECT_FALSE(events[0].from_outside);
  EXPECT_THAT(events[0].documents, UnorderedElementsAre(second, third));
}

}  // namespace
}  // namespace mitjul
