#include "ui/schema_counts.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

TEST(SchemaCountsTest, ALabelCountsItselfAndAnAttributeThoseBelowItsLabel) {
  Schema schema;
  for (const auto& [id, parent] : {std::pair("PERSON", ""), std::pair("POLITICIAN", "PERSON"), std::pair("ORG", "")}) {
    Label label;
    label.id = id;
    label.parent = parent;
    schema.labels.push_back(label);
  }
  const SchemaCounts counts({{"PERSON", LabelKind::Span, "", "", "", 5},
                             {"POLITICIAN", LabelKind::Span, "", "", "", 3},
                             {"PERSON", LabelKind::Span, "role", "speaker", "", 2},
                             {"POLITICIAN", LabelKind::Span, "role", "speaker", "", 1},
                             {"POLITICIAN", LabelKind::Span, "role", "other", "", 1},
                             {"ORG", LabelKind::Span, "role", "speaker", "", 7},
                             {"source", LabelKind::Relation, "", "", "claim", 4}});
  EXPECT_EQ(counts.of_label("PERSON"), 5);
  EXPECT_EQ(counts.of_label("none"), 0);
  EXPECT_EQ(counts.of_value(schema, "PERSON", "role", "speaker"), 3);
  EXPECT_EQ(counts.of_value(schema, "POLITICIAN", "role", "speaker"), 1);
  EXPECT_EQ(counts.of_role("source", "claim"), 4);
  EXPECT_EQ(counts.of_role("source", "source"), 0);
}

}  // namespace
}  // namespace mitjul
