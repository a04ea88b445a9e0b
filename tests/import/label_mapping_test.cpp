#include "import/label_mapping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/schema_checks.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const AnnotatorKey kWho = *AnnotatorKey::parse("aaaaaa");
const DocumentKey kDocument = *DocumentKey::parse("aaaaaaaaaa");
const DocumentKey kOther = *DocumentKey::parse("bbbbbbbbbb");

Label span_label(const std::string& id, const std::string& name) {
  Label label;
  label.id = id;
  label.name = name;
  return label;
}

Annotation made(std::int64_t number, std::string label, Anchor anchor) {
  return {{kWho, number}, std::move(label), std::move(anchor), {}, "", {}};
}

/// A file: persons (PS) with a gender, organisations (OG), a relation `works` between them, and one on that; the second
/// document has a relation into the first.
class LabelMappingTest : public testing::Test {
 protected:
  LabelMappingTest() {
    Label person = span_label("PS", "인물");
    person.attributes = {{"gender", "성별", AttributeType::Choice, false, "", {{"f", "여"}, {"m", "남"}}}};
    Label works;
    works.id = "works";
    works.name = "소속";
    works.kind = LabelKind::Relation;
    works.roles = {{"who", "누가", {"PS"}}, {"where", "어디", {"OG"}}};
    Label why = works;
    why.id = "why";
    why.name = "까닭";
    why.roles = {{"what", "무엇", {"works", "OG"}}, {"because", "까닭", {}}};
    schema = {"파일", 1, {person, span_label("OG", "기관"), works, why}};
    AnnotationSet& set = first.set({kDocument, kWho, false});
    first.document = Document::make("가.txt", Text("🚀 김하나 화웨이"));
    first.document.info.key = kDocument;
    Annotation ps = made(1, "PS", Spans(Span(2, 5)));
    ps.attributes = {{"gender", {"f"}}};
    set.put(ps);
    set.put(made(2, "OG", Spans(Span(6, 9))));
    set.put(made(3, "works", Relation{{{"who", {{}, {kWho, 1}}}, {"where", {{}, {kWho, 2}}}}}));
    set.put(made(4, "why", Relation{{{"what", {{}, {kWho, 3}}}, {"because", {{}, {kWho, 2}}}}}));
    second.document = Document::make("나.txt", Text("🚀 김하나"));
    second.document.info.key = kOther;
    AnnotationSet& other = second.set({kOther, kWho, false});
    other.put(made(1, "OG", Spans(Span(2, 5))));
    other.put(made(2, "works", Relation{{{"who", {kDocument, {kWho, 1}}}, {"where", {{}, {kWho, 1}}}}}));
  }

  /// What is read: labels of the schema, annotations as `id label`, problems as `code detail,detail`.
  void read(const LabelMapping& labels, const Schema& project = *preset("claims-entities")) {
    const AnnotationStream stream = [this](const std::filesystem::path&, const OnHeader& on_header,
                                           const OnDocument& on_document) {
      on_header({schema, {{kWho, "annotator01", false}}, false});
      on_document(first);
      on_document(second);
      return std::vector<Problem>();
    };
    labels_.clear();
    annotations_.clear();
    problems_.clear();
    for (const Problem& problem : with_labels(stream, labels, project)(
             "파일",
             [this](const StreamHeader& header) {
               read_ = header.schema;
               EXPECT_THAT(check_schema(read_), IsEmpty());
               for (const Label& label : read_.labels) labels_.push_back(label.id);
             },
             [this](const AnnotatedDocument& document) {
               documents_[document.document.info.key] = document;
               for (const auto& [key, set] : document.sets) {
                 for (const auto& [id, annotation] : set.annotations()) {
                   annotations_.push_back(std::to_string(id.number) + " " + annotation.label);
                 }
               }
             })) {
      std::string words(to_string(problem.code));
      for (const std::string& detail : problem.details) words += " " + detail;
      problems_.push_back(words);
    }
  }

  Schema schema;
  AnnotatedDocument first;
  AnnotatedDocument second;
  Schema read_;
  std::map<DocumentKey, AnnotatedDocument> documents_;
  std::vector<std::string> labels_;
  std::vector<std::string> annotations_;
  std::vector<std::string> problems_;
};

TEST_F(LabelMappingTest, WithoutLabelsNothingChanges) {
  read({});
  EXPECT_EQ(read_, schema);
  EXPECT_EQ(documents_[kDocument].sets, first.sets);
  EXPECT_THAT(problems_, IsEmpty());
}

TEST_F(LabelMappingTest, ALabelOfTheProjectIsTakenWithWhatItStandsBelow) {
  read({{"PS", "PERSON"}, {"기관", "ORG"}});
  EXPECT_THAT(problems_, IsEmpty());
  EXPECT_THAT(labels_, testing::UnorderedElementsAre("works", "why", "ENTITY", "PERSON", "ORG"));
  EXPECT_EQ(read_.find("PERSON")->parent, "ENTITY");
  EXPECT_EQ(read_.find("works")->roles[0].allowed, std::vector<std::string>{"PERSON"});
  EXPECT_FALSE(read_.draft);
  for (const Label& label : read_.labels) EXPECT_EQ(label.revised, 0) << label.id;
  EXPECT_THAT(annotations_, ElementsAre("1 PERSON", "2 ORG", "3 works", "4 why", "1 ORG", "2 works"));
  const Annotation& person = *documents_[kDocument].find({kWho, 1});
  EXPECT_EQ(person.attributes, (Attributes{{"gender", {"f"}}}));
  EXPECT_EQ(person.provenance, Provenance());
}

TEST_F(LabelMappingTest, TwoLabelsOfTheFileMayBecomeOne) {
  read({{"PS", "OG"}});
  EXPECT_THAT(annotations_, ElementsAre("1 OG", "2 OG", "3 works", "4 why", "1 OG", "2 works"));
  EXPECT_EQ(read_.find("PS"), nullptr);
}

TEST_F(LabelMappingTest, WhatIsLeftOutTakesItsRelationsAlongAndIsCounted) {
  read({{"PS", ""}});
  EXPECT_THAT(annotations_, ElementsAre("2 OG", "1 OG"));
  EXPECT_THAT(labels_, ElementsAre("OG", "why")) << "no relation `works` can be without PS";
  EXPECT_THAT(problems_,
              ElementsAre("annotations-left-out PS 1", "annotations-left-out why 1", "annotations-left-out works 2"));
}

TEST_F(LabelMappingTest, ARelationIntoAnotherDocumentGoesWithItsEnd) {
  schema.labels[2].roles[0].allowed = {"PS", "OG"};
  read({{"PS", ""}});
  EXPECT_THAT(annotations_, ElementsAre("2 OG", "1 OG"));
  EXPECT_THAT(labels_, ElementsAre("OG", "works", "why"));
  EXPECT_THAT(problems_,
              ElementsAre("annotations-left-out PS 1", "annotations-left-out why 1", "annotations-left-out works 2"));
}

TEST_F(LabelMappingTest, ValuesThatDoNotFitAreCounted) {
  Schema project = *preset("claims-entities");
  for (Label& label : project.labels) {
    if (label.id == "PERSON") label.attributes = {{"gender", "성별", AttributeType::Number, false, "", {}}};
  }
  read({{"PS", "PERSON"}}, project);
  EXPECT_TRUE(documents_[kDocument].find({kWho, 1})->attributes.empty());
  EXPECT_THAT(problems_, ElementsAre("annotations-left-out PS/gender 1"));
}

TEST_F(LabelMappingTest, WhatCannotBeIsAProblem) {
  read({{"PS", "🚀"}});
  EXPECT_THAT(problems_, ElementsAre("unknown-label 🚀"));
  read({{"PS", "about"}});
  EXPECT_THAT(problems_, ElementsAre("cannot-merge PS about"));
  read({{"works", "source"}});
  EXPECT_THAT(problems_, ElementsAre("cannot-merge works source"));
}

TEST_F(LabelMappingTest, ALabelThatTheFileDoesNotHaveIsPassedOver) {
  read({{"XX", "PERSON"}, {"YY", ""}, {"PS", "PS"}});
  EXPECT_EQ(read_, schema);
  EXPECT_THAT(problems_, IsEmpty());
}

}  // namespace
}  // namespace mitjul
