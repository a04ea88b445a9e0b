#include "storage/schema_json.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/core/values.h"

namespace mitjul {
namespace {

SchemaProposal proposal(SchemaOperation operation) {
  const Schema schema = preset("claims-entities").value();
  return {3,         annotator_key(),           time_at("2026-11-21T00:00:00Z"), "🚀 '까닭'\n\"둘\"",
          operation, part_of(schema, operation)};
}

/// One of each kind, with everything in it.
std::vector<SchemaProposal> proposals() {
  Label claim = *preset("claims-entities").value().find("CLAIM");
  claim.guideline = "# 🚀 지침\n* 하나";
  claim.attributes[0].values[1].revised = 2;
  std::vector<SchemaProposal> made{proposal(AddLabel{claim, "ORG"}),
                                   proposal(ChangeLabel{claim, {{"type", "opinion", "fact"}, {"type", "fact", ""}}}),
                                   proposal(ChangeLabel{claim, {}}),
                                   proposal(MoveLabel{"ORG", "PERSON", "LOCATION"}),
                                   proposal(MergeLabels{"ORG", "PERSON"}),
                                   proposal(SplitLabel{"ORG", claim}),
                                   proposal(DeleteLabel{"ORG"}),
                                   proposal(ChangeGuideline{"전체 지침 🚀"}),
                                   proposal(ReplaceSchema{preset("claims-entities").value()})};
  made[1].state = ProposalState::Accepted;
  made[1].decided_by = annotator_key("abcdef");
  made[1].decided = time_at("2026-11-22T00:00:00Z");
  made[1].answer = "그렇게 합시다 🚀";
  made[2].state = ProposalState::Declined;
  made[2].comment.clear();
  return made;
}

TEST(SchemaJsonTest, ProposalsOfEveryOperationComeBackAsTheyWent) {
  for (const SchemaProposal& proposal : proposals()) {
    EXPECT_EQ(proposal_from_json(to_json(proposal)), proposal) << to_json(proposal);
  }
}

TEST(SchemaJsonTest, TheFormIsThatOfTheDocumentation) {
  EXPECT_EQ(to_json(proposal(MergeLabels{"A", "B"})),
            R"({"annotator":"h4k2qa","comment":"🚀 '까닭'\n\"둘\"","number":3,)"
            R"("operation":{"does":"merge-labels","from":"A","into":"B"},)"
            R"("seen":{"labels":[],"name":"claims-entities","version":1},"state":"open",)"
            R"("time":"2026-11-21T00:00:00Z","v":1})");
}

TEST(SchemaJsonTest, ProposalsOfAnotherFormAreRefused) {
  const std::string json = to_json(proposal(DeleteLabel{"A"}));
  const auto with = [&](const std::string& part, const std::string& other) {
    std::string changed = json;
    EXPECT_NE(changed.find(part), std::string::npos) << part;
    return changed.replace(changed.find(part), part.size(), other);
  };
  EXPECT_EQ(proposal_from_json(with(R"("number":3)", R"("number":4)")).number, 4);
  EXPECT_THROW(proposal_from_json(with(R"("v":1)", R"("v":2)")), std::invalid_argument);
  EXPECT_THROW(proposal_from_json(with("delete-label", "paint-label")), std::invalid_argument);
  EXPECT_THROW(proposal_from_json(with(R"("label":"A")", R"("label":5)")), std::invalid_argument);
  EXPECT_THROW(proposal_from_json(with(R"("state":"open")", R"("state":"later")")), std::invalid_argument);
  EXPECT_THROW(proposal_from_json(with("h4k2qa", "h4")), std::invalid_argument);
  EXPECT_THROW(proposal_from_json(with("2026-11-21T00:00:00Z", "gestern")), std::invalid_argument);
  for (std::size_t size = 0; size < json.size(); ++size) {
    EXPECT_THROW(proposal_from_json(std::string_view(json).substr(0, size)), std::invalid_argument) << size;
  }
}

}  // namespace
}  // namespace mitjul
