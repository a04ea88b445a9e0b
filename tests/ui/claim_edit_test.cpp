#include "ui/claim_edit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/annotation_edits.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// A project with one article, in which claims are made.
class ClaimEditTest : public testing::Test {
 protected:
  ClaimEditTest() {
    project_.close();
    workspace_ = std::make_unique<Workspace>(std::make_unique<ProjectFile>(project_.path));
    document_ = import_document(*workspace_, "주장.txt", Text("🚀 김 대표는 매출이 늘고 비용이 줄 것이라고 말했다."));
  }

  Span span_of(std::string_view words) const {
    const Text& text = document().document.text;
    const std::size_t byte = text.utf8().find(words);
    return {text.from_byte(static_cast<std::uint32_t>(byte)),
            text.from_byte(static_cast<std::uint32_t>(byte + words.size()))};
  }
  const AnnotatedDocument& document() const { return workspace_->open(document_); }
  SetKey key() const { return {document_, workspace_->annotator(), false}; }
  ClaimChoice choice() const {
    ClaimChoice choice;
    choice.claim = span_of("김 대표는 매출이 늘고 비용이 줄 것이라고 말했다.");
    choice.type = "prediction";
    choice.attribution = "explicit";
    choice.source = span_of("김");
    choice.source_label = "PERSON";
    choice.cues = {span_of("말했다")};
    return choice;
  }
  Outcome make(const ClaimChoice& choice) {
    return workspace_->perform(claim_edit(workspace_->schema(), key(), document().find_set(key()), choice));
  }
  /// Labels with what they are on: a quote, or the quotes of the ends.
  std::vector<std::string> annotations() const {
    std::vector<std::string> lines;
    const Text& text = document().document.text;
    const auto quote = [&](const Annotation& each) { return std::string(text.slice(each.spans()->hull())); };
    for (const auto& [id, each] : document().find_set(key())->annotations()) {
      std::string line = each.label;
      if (each.spans() != nullptr) {
        line += " " + quote(each);
      } else {
        for (const Argument& end : each.relation()->arguments) line += " " + quote(*document().find(end.target.id));
      }
      lines.push_back(line);
    }
    return lines;
  }

  Project project_;
  mutable std::unique_ptr<Workspace> workspace_;
  DocumentKey document_;
};

constexpr const char* kClaim = "CLAIM 김 대표는 매출이 늘고 비용이 줄 것이라고 말했다.";
constexpr const char* kSaid = " 김 대표는 매출이 늘고 비용이 줄 것이라고 말했다.";

TEST_F(ClaimEditTest, AClaimComesWithSourceAndCueInOneEdit) {
  const Outcome outcome = make(choice());
  ASSERT_TRUE(outcome.done());
  EXPECT_THAT(annotations(), ElementsAre(kClaim, "PERSON 김", std::string("source") + kSaid + " 김", "CUE 말했다",
                                         std::string("cue") + kSaid + " 말했다"));
  for (const auto& [id, each] : document().find_set(key())->annotations()) {
    EXPECT_EQ(each.provenance.method, Method::Suggestion);
  }
  const Annotation& claim = document().find_set(key())->annotations().begin()->second;
  EXPECT_EQ(claim.attributes, (Attributes{{"attribution", {"explicit"}}, {"type", {"prediction"}}}));
  ASSERT_TRUE(workspace_->undo().done());
  EXPECT_EQ(document().find_set(key())->size(), 0U);
}

TEST_F(ClaimEditTest, WhatIsAnnotatedAlreadyIsTaken) {
  ASSERT_TRUE(workspace_->perform(annotate(key(), "ORG", Spans(span_of("김")))).done());
  ASSERT_TRUE(make(choice()).done());
  EXPECT_THAT(annotations(), testing::Not(testing::Contains("PERSON 김")));
  EXPECT_THAT(annotations(), testing::Contains(std::string("source") + kSaid + " 김"));
}

TEST_F(ClaimEditTest, AClaimThatIsThereGetsWhatIsMissingOnly) {
  ASSERT_TRUE(make(choice()).done());
  const std::size_t before = annotations().size();
  EXPECT_THAT(claim_edit(workspace_->schema(), key(), document().find_set(key()), choice()).changes, IsEmpty());
  ClaimChoice other = choice();
  other.type = "fact";
  other.restated = "매출이 늘고 비용이 줄 것이다.";
  ASSERT_TRUE(make(other).done());
  EXPECT_EQ(annotations().size(), before);
  const Annotation& claim = document().find_set(key())->annotations().begin()->second;
  EXPECT_EQ(claim.attributes.at("type"), std::vector<std::string>{"fact"});
  EXPECT_EQ(claim.attributes.at("restated"), std::vector<std::string>{other.restated});
}

TEST_F(ClaimEditTest, TheAuthorIsNoSource) {
  ClaimChoice mine = choice();
  mine.source.reset();
  mine.cues.clear();
  ASSERT_TRUE(make(mine).done());
  EXPECT_THAT(annotations(), ElementsAre(kClaim));
}

TEST_F(ClaimEditTest, PartsAreClaimsOfTheirOwn) {
  ClaimChoice parted = choice();
  parted.source.reset();
  parted.cues.clear();
  parted.parts = {span_of("매출이 늘"), span_of("비용이 줄")};
  ASSERT_TRUE(make(parted).done());
  EXPECT_THAT(annotations(), UnorderedElementsAre(kClaim, "CLAIM 매출이 늘", "CLAIM 비용이 줄",
                                                  std::string("part") + kSaid + " 매출이 늘",
                                                  std::string("part") + kSaid + " 비용이 줄"));
}

TEST_F(ClaimEditTest, ASchemaWithLessGetsLess) {
  Schema schema = workspace_->schema();
  std::erase_if(schema.labels,
                [](const Label& label) { return label.kind == LabelKind::Relation || label.id == "CUE"; });
  for (Label& label : schema.labels) {
    if (label.id == "CLAIM") label.attributes.clear();
  }
  const Edit edit = claim_edit(schema, key(), nullptr, choice());
  ASSERT_EQ(edit.changes.size(), 1U);
  EXPECT_THAT(std::get<AnnotationChange>(edit.changes.front()).after->attributes, IsEmpty());
  std::erase_if(schema.labels, [](const Label& label) { return label.id == "CLAIM"; });
  EXPECT_EQ(claim_label(schema), "");
}

}  // namespace
}  // namespace mitjul
