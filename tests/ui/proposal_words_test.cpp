#include "ui/proposal_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/core/values.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// ENTITY over ORG, PERSON, a relation of them, CLAIM with a choice.
Schema schema() {
  Schema made = schema_of({label("ENTITY"), label("ORG", LabelKind::Span, "ENTITY"), label("PERSON"), label("CLAIM"),
                           relation_label("about", {{"claim", "주장", {"CLAIM"}}, {"target", "대상", {}}})});
  made.labels[0].name = "개체";
  made.labels[1].name = "기관 🚀";
  made.labels[2].name = "인물";
  made.labels[3].name = "주장";
  made.labels[3].attributes = {attribute("type", AttributeType::Choice, {{"fact", "사실"}, {"opinion", "의견"}})};
  made.labels[3].attributes[0].name = "유형";
  made.guideline = "옛 지침";
  return made;
}

/// `field: before → after` for each.
std::vector<std::string> fields(const SchemaOperation& operation) {
  std::vector<std::string> lines;
  for (const FieldChange& change : changed_fields(operation, part_of(schema(), operation))) {
    lines.push_back(to_utf8(change.field) + ": " + to_utf8(change.before) + " → " + to_utf8(change.after));
  }
  return lines;
}

std::string words(const SchemaOperation& operation) {
  return to_utf8(operation_words(operation, part_of(schema(), operation)));
}

Label changed(const char* id, const std::function<void(Label&)>& change) {
  Label label = *schema().find(id);
  change(label);
  return label;
}

TEST(ProposalWordsTest, AnOperationIsSaidWithItsLabels) {
  EXPECT_EQ(words(MergeLabels{"ORG", "PERSON"}), "Merge labels – 기관 🚀 → 인물");
  EXPECT_EQ(words(DeleteLabel{"ORG"}), "Delete label – 기관 🚀");
  EXPECT_EQ(words(AddLabel{label("PLACE"), ""}), "Add label – 이름 PLACE");
  EXPECT_EQ(words(SplitLabel{"ORG", label("BANK")}), "Split label – 기관 🚀 → 기관 🚀, 이름 BANK");
  EXPECT_EQ(words(ChangeGuideline{"새"}), "Change the guideline");
}

TEST(ProposalWordsTest, OfAChangedLabelOnlyWhatDiffersIsShown) {
  EXPECT_THAT(fields(ChangeLabel{changed("ORG", [](Label& org) { org.name = "단체"; }), {}}),
              ElementsAre("Name: 기관 🚀 → 단체"));
  EXPECT_THAT(fields(ChangeLabel{changed("ORG",
                                         [](Label& org) {
                                           org.key = "z";
                                           org.description = "모임";
                                           org.overlap = OverlapRule::None;
                                           org.may_cross_units = false;
                                         }),
                                 {}}),
              ElementsAre("Key:  → Z", "Description:  → 모임", "May overlap: any other span → no other span",
                          "May go beyond the end of a sentence: Yes → No"));
}

TEST(ProposalWordsTest, AttributesAndValuesAreShownByName) {
  const Label claim = changed("CLAIM", [](Label& label) {
    label.attributes[0].values.pop_back();
    label.attributes[0].required = true;
    label.attributes.push_back(attribute("restated", AttributeType::Text));
  });
  EXPECT_THAT(fields(ChangeLabel{claim, {{"type", "opinion", "fact"}}}),
              ElementsAre("Attribute “유형”: one of several values: 사실, 의견 → one of several values: 사실; required",
                          "Attribute “이름 restated”:  → text", "Value of annotations: 의견 → 사실"));
  EXPECT_THAT(fields(ChangeLabel{changed("CLAIM", [](Label& label) { label.attributes.clear(); }), {}}),
              ElementsAre("Attribute “유형”: one of several values: 사실, 의견 → "));
}

TEST(ProposalWordsTest, ANewLabelSaysWhatItIs) {
  EXPECT_THAT(fields(AddLabel{label("PLACE", LabelKind::Span, "ENTITY"), ""}),
              ElementsAre("Name:  → 이름 PLACE", "Id:  → PLACE", "Stands below:  → 개체"));
  EXPECT_THAT(fields(AddLabel{relation_label("of", {{"a", "가", {}}, {"b", "나", {"ENTITY"}}}), ""}),
              ElementsAre("Name:  → 이름 of", "Id:  → of", "Kind:  → Relation", "Role “가”:  → every span",
                          "Role “나”:  → ENTITY"));
}

TEST(ProposalWordsTest, MovesMergesAndTextsShowBothSides) {
  EXPECT_THAT(fields(MoveLabel{"ORG", "", ""}), ElementsAre("Stands below: 개체 → "));
  EXPECT_THAT(fields(MoveLabel{"PERSON", "", "CLAIM"}), ElementsAre("Stands in front of:  → 주장"));
  EXPECT_THAT(fields(MergeLabels{"ORG", "PERSON"}), ElementsAre("Label of annotations: 기관 🚀 → 인물"));
  EXPECT_THAT(fields(ChangeGuideline{"새 지침"}), ElementsAre("Guideline: 옛 지침 → 새 지침"));
}

TEST(ProposalWordsTest, AWholeSchemaIsComparedLabelByLabel) {
  Schema other = schema();
  other.labels.erase(other.labels.begin() + 4);
  other.labels.push_back(label("PLACE"));
  other.labels[2].color = "#102030";
  EXPECT_THAT(fields(ReplaceSchema{other}), ElementsAre("Labels that come in:  → 이름 PLACE",
                                                        "Labels that go: 이름 about → ", "인물, Color:  → #102030"));
  EXPECT_THAT(fields(ReplaceSchema{schema()}), IsEmpty());
}

TEST(ProposalWordsTest, TheDetailsTellWhyAndWhatWasDecided) {
  SchemaProposal proposal{1,           annotator_key(),    time_at("2026-11-21T00:00:00Z"),
                          "필요 없음", DeleteLabel{"ORG"}, schema()};
  const std::vector<Annotator> annotators{{annotator_key(), "하나", false}};
  EXPECT_EQ(to_utf8(proposal_details(proposal, annotators)),
            "Delete label – 기관 🚀\n\nLabel: 기관 🚀 → –\n\nWhy: 필요 없음");
  proposal.state = ProposalState::Declined;
  proposal.decided_by = annotator_key();
  proposal.answer = "씁니다";
  EXPECT_EQ(to_utf8(proposal_details(proposal, annotators)),
            "Delete label – 기관 🚀\n\nLabel: 기관 🚀 → –\n\nWhy: 필요 없음\n\nDeclined, 하나\nAnswer: 씁니다");
}

TEST(ProposalWordsTest, AnEffectCountsAnnotations) {
  EXPECT_EQ(to_utf8(effect_words({})), "");
  EXPECT_EQ(to_utf8(effect_words({.retagged = 3})), "With this, 3 annotations will be changed.");
  EXPECT_EQ(to_utf8(effect_words({.deleted = 1, .relations = 2})), "With this, 3 annotations will be deleted.");
}

}  // namespace
}  // namespace mitjul
