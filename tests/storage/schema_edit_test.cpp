// Changes of the schema under annotations that are there: rules that they would break are refused.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/support.h"

namespace mitjul {
namespace {

class SchemaEditTest : public testing::Test {
 protected:
  SchemaEditTest() { project.annotate_article(); }

  static Label& find(Schema& schema, const std::string& id) {
    for (Label& label : schema.labels) {
      if (label.id == id) return label;
    }
    throw std::out_of_range(id);
  }

  /// Why the change is refused; empty where it is not.
  std::string refusal_of(const std::function<void(Schema&)>& change, std::vector<Change> more = {}) {
    more.insert(more.begin(), project.schema_changed(change));
    const Schema before = project.workspace().schema();
    const std::string memory = in_words(project.opened());
    const Outcome outcome = project.perform(std::move(more));
    if (outcome.done()) {
      EXPECT_EQ(in_words(project.opened()), in_words(project.file().load(project.document)));
      return "";
    }
    EXPECT_EQ(project.workspace().schema(), before);
    EXPECT_EQ(in_words(project.opened()), memory);
    return in_words(*outcome.refused);
  }

  std::string name_of(std::int64_t number) { return to_string(project.id(number)); }

  Project project;
};

TEST_F(SchemaEditTest, RulesThatNothingBreaksMayChange) {
  EXPECT_EQ(refusal_of([](Schema& schema) { find(schema, "ORG").overlap = OverlapRule::NotItself; }), "");
  EXPECT_EQ(refusal_of([](Schema& schema) { find(schema, "ORG").may_be_discontinuous = false; }), "");
  EXPECT_EQ(refusal_of([](Schema& schema) { find(schema, "about").roles[1].allowed = {"ORG"}; }), "");
  EXPECT_EQ(refusal_of([](Schema& schema) { schema.labels.push_back(label("EVENT")); }), "");
}

TEST_F(SchemaEditTest, ARequiredAttributeMayStillCome) {
  EXPECT_EQ(refusal_of([](Schema& schema) { find(schema, "CLAIM").attributes[0].required = true; }), "");
}

TEST_F(SchemaEditTest, AnOverlapThatIsThereCannotBeForbidden) {
  EXPECT_EQ(refusal_of([](Schema& schema) { find(schema, "ORG").overlap = OverlapRule::None; }),
            "overlap-not-allowed: ORG, " + name_of(1));
}

TEST_F(SchemaEditTest, AGapThatIsThereCannotBeForbidden) {
  project.perform({project.made("PRODUCT", Spans({Span(2, 3), Span(7, 8)}))});
  EXPECT_EQ(refusal_of([](Schema& schema) { find(schema, "PRODUCT").may_be_discontinuous = false; }),
            "discontinuous-span: PRODUCT");
}

TEST_F(SchemaEditTest, AnEndThatIsThereCannotBeForbidden) {
  EXPECT_EQ(refusal_of([](Schema& schema) { find(schema, "about").roles[1].allowed = {"PERSON"}; }),
            "role-not-allowed: target, ORG");
  // Nor by the way of the tree: ENTITY allows those below it.
  EXPECT_EQ(refusal_of([](Schema& schema) { find(schema, "ORG").parent.clear(); }), "role-not-allowed: target, ORG");
}

TEST_F(SchemaEditTest, ValuesThatAreThereFitTheNewType) {
  project.perform({project.edited(1, [](Annotation& claim) { claim.attributes = {{"restated", {"3.5"}}}; })});
  const auto type = [](AttributeType to) {
    return [to](Schema& schema) { find(schema, "CLAIM").attributes[4].type = to; };
  };
  EXPECT_EQ(refusal_of(type(AttributeType::Date)), "value-in-use: 3.5, restated, 1");
  EXPECT_EQ(refusal_of(type(AttributeType::Number)), "");
}

TEST_F(SchemaEditTest, DocumentsThatNobodyHasOpenCountToo) {
  const DocumentKey second = import_document(project.workspace(), "둘.txt", Text("🚀 둘째 글"));
  const SetKey set{second, project.workspace().annotator(), false};
  for (const Span span : {Span(2, 4), Span(3, 5)}) {
    project.perform({AnnotationChange{set, std::nullopt, Annotation{project.id(-1), "DATE", span, {}, "", {}}}});
  }
  project.reopen();
  EXPECT_EQ(refusal_of([](Schema& schema) { find(schema, "DATE").overlap = OverlapRule::NotItself; }),
            "overlap-not-allowed: DATE, " + name_of(1));
}

TEST_F(SchemaEditTest, ALabelAndItsFirstAnnotationMayBeOneEdit) {
  EXPECT_EQ(
      refusal_of([](Schema& schema) { schema.labels.push_back(label("EVENT")); }, {project.made("EVENT", span(kOrg))}),
      "");
  ASSERT_TRUE(project.workspace().undo().done());
  EXPECT_EQ(project.workspace().schema().find("EVENT"), nullptr);
  ASSERT_TRUE(project.workspace().redo().done());
  EXPECT_EQ(project.opened().find(project.id(5))->label, "EVENT");
}

TEST_F(SchemaEditTest, ALabelAndItsLastAnnotationMayGoTogether) {
  const auto without_cue = [](Schema& schema) {
    std::erase_if(schema.labels, [](const Label& label) { return label.id == "CUE" || label.id == "cue"; });
  };
  EXPECT_EQ(refusal_of(without_cue), "label-in-use: CUE, 1");
  EXPECT_EQ(refusal_of(without_cue, {project.deleted(2), project.deleted(4)}), "unknown-label: CUE");
  EXPECT_EQ(refusal_of(without_cue, {project.deleted(3)}), "");
  ASSERT_TRUE(project.workspace().undo().done());
  EXPECT_EQ(project.opened().find(project.id(3))->label, "CUE");
}

TEST_F(SchemaEditTest, UndoingARuleIsCheckedToo) {
  ASSERT_EQ(refusal_of([](Schema& schema) { find(schema, "DATE").overlap = OverlapRule::NotItself; }), "");
  ASSERT_EQ(refusal_of([](Schema& schema) { find(schema, "DATE").overlap = OverlapRule::Any; }), "");
  const AnnotatorKey first = project.workspace().annotator();
  const AnnotatorKey second = project.file().add_annotator("둘").key;
  project.reopen();
  project.workspace().work_as(second);
  ASSERT_TRUE(
      project.perform({project.made("DATE", Spans(Span(2, 4)), -1), project.made("DATE", Spans(Span(3, 5)), -2)})
          .done());
  project.workspace().work_as(first);
  const Outcome outcome = project.workspace().undo();
  ASSERT_FALSE(outcome.done());
  EXPECT_EQ(outcome.refused->code, ProblemCode::OverlapNotAllowed);
}

}  // namespace
}  // namespace mitjul
