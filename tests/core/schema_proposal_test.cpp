#include "core/schema_proposal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/core/values.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// ENTITY over ORG over COMPANY, CLAIM.
Schema schema() {
  Schema made = schema_of({label("ENTITY"), label("ORG", LabelKind::Span, "ENTITY"),
                           label("COMPANY", LabelKind::Span, "ORG"), label("CLAIM")});
  made.guideline = "지침 🚀";
  made.labels[3].attributes = {attribute("type", AttributeType::Choice, {{"fact", "사실"}})};
  return made;
}

std::vector<std::string> ids(const Schema& schema) {
  std::vector<std::string> found;
  for (const Label& each : schema.labels) found.push_back(each.id);
  return found;
}

/// A change of CLAIM as somebody proposes it who sees `schema()`.
ChangeLabel claim_with(const std::function<void(Label&)>& change) {
  Label claim = *schema().find("CLAIM");
  change(claim);
  return {claim, {}};
}

TEST(SchemaProposalTest, APartHoldsTheLabelsThatAreNamedAndThoseAboveThem) {
  EXPECT_THAT(ids(part_of(schema(), DeleteLabel{"COMPANY"})), ElementsAre("ENTITY", "ORG", "COMPANY"));
  EXPECT_THAT(ids(part_of(schema(), MergeLabels{"CLAIM", "ORG"})), ElementsAre("ENTITY", "ORG", "CLAIM"));
  EXPECT_THAT(ids(part_of(schema(), AddLabel{label("PLACE", LabelKind::Span, "ENTITY"), ""})), ElementsAre("ENTITY"));
  EXPECT_THAT(ids(part_of(schema(), AddLabel{label("PLACE"), ""})), IsEmpty());
  EXPECT_EQ(part_of(schema(), DeleteLabel{"ORG"}).guideline, "");
  EXPECT_EQ(part_of(schema(), ChangeGuideline{"다른 것"}).guideline, "지침 🚀");
  EXPECT_EQ(part_of(schema(), ReplaceSchema{}), schema());
}

TEST(SchemaProposalTest, WhatTheOperationLeavesAloneStaysAsItIsNow) {
  SchemaOperation operation = claim_with([](Label& claim) { claim.name = "주장 🚀"; });
  Schema present = schema();
  present.labels[3].color = "#102030";
  present.labels[3].attributes[0].values.push_back({"opinion", "의견"});
  EXPECT_FALSE(bring_up_to_date(operation, part_of(schema(), operation), present));
  const Label& claim = std::get<ChangeLabel>(operation).label;
  EXPECT_EQ(claim.name, "주장 🚀");
  EXPECT_EQ(claim.color, "#102030");
  EXPECT_EQ(claim.attributes, present.labels[3].attributes);
}

TEST(SchemaProposalTest, WhatBothHaveChangedIsAProblem) {
  SchemaOperation operation = claim_with([](Label& claim) { claim.name = "주장 🚀"; });
  Schema present = schema();
  present.labels[3].name = "다른 주장";
  EXPECT_EQ(bring_up_to_date(operation, schema(), present), make_problem(ProblemCode::ChangedMeanwhile, {"다른 주장"}));
  present.labels[3].name = "주장 🚀";
  operation = claim_with([](Label& claim) { claim.name = "주장 🚀"; });
  EXPECT_FALSE(bring_up_to_date(operation, schema(), present)) << "both want the same";
  present.labels.pop_back();
  EXPECT_EQ(bring_up_to_date(operation, schema(), present)->code, ProblemCode::UnknownLabel);
}

TEST(SchemaProposalTest, MarksOfRevisionsAreNoChange) {
  SchemaOperation operation = claim_with([](Label& claim) { claim.attributes[0].name = "갈래"; });
  Schema present = schema();
  present.version = 4;
  present.labels[3].revised = 4;
  present.labels[3].attributes[0].values[0].revised = 3;
  EXPECT_FALSE(bring_up_to_date(operation, schema(), present));
  const SchemaAfter after = schema_after(present, operation);
  EXPECT_THAT(in_words(after.problems), IsEmpty());
  EXPECT_EQ(after.schema.labels[3].attributes[0].name, "갈래");
  EXPECT_EQ(after.schema.labels[3].attributes[0].values[0].revised, 3);
}

TEST(SchemaProposalTest, AGuidelineAndAWholeSchemaMustBeAsTheyWere) {
  SchemaOperation guideline = ChangeGuideline{"새 지침"};
  SchemaOperation whole = ReplaceSchema{schema_of({label("CLAIM")})};
  Schema present = schema();
  present.version = 2;
  EXPECT_FALSE(bring_up_to_date(guideline, schema(), present));
  EXPECT_FALSE(bring_up_to_date(whole, schema(), present));
  present.guideline = "그사이의 지침";
  EXPECT_EQ(bring_up_to_date(guideline, schema(), present)->code, ProblemCode::ChangedMeanwhile);
  EXPECT_EQ(bring_up_to_date(whole, schema(), present)->code, ProblemCode::ChangedMeanwhile);
}

TEST(SchemaProposalTest, StatesHaveNames) {
  for (const auto state : {ProposalState::Open, ProposalState::Accepted, ProposalState::Declined}) {
    EXPECT_EQ(parse_proposal_state(to_string(state)), state);
  }
  EXPECT_FALSE(parse_proposal_state("later"));
}

}  // namespace
}  // namespace mitjul
