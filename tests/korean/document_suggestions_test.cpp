#include "korean/document_suggestions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const AnnotatorKey kAnnotator = *AnnotatorKey::parse("h4k2qa");
const Span kFirst(2, 22);
const Span kSecond(23, 34);

SuggestionRequest request_for(const std::vector<LabelledSpan>& annotations = {},
                              const std::set<LabelledSpan>& refused = {}) {
  AnnotatedDocument document;
  document.document.info.key = *DocumentKey::parse("aaaaaaaaaa");
  document.document.text = Text("🚀 통계청에 따르면 수온이 2도 올랐다. 물가는 3% 내렸다.\n");
  SuggestionRequest request(document, kAnnotator, *preset("claims-entities"));
  request.annotations = annotations;
  request.refused = refused;
  return request;
}

std::vector<Span> claims(const std::vector<Suggestion>& suggestions) {
  std::vector<Span> spans;
  for (const Suggestion& each : suggestions) {
    if (each.label == "CLAIM") spans.push_back(each.span);
  }
  return spans;
}

std::size_t words(const std::vector<Suggestion>& suggestions) {
  return suggestions.size() - claims(suggestions).size();
}

TEST(DocumentSuggestionsTest, ClaimsAreSuggestedUnlessTheyAreAnnotatedOrRefused) {
  EXPECT_THAT(claims(suggest(request_for(), {})), ElementsAre(kFirst, kSecond));
  EXPECT_THAT(claims(suggest(request_for({{Span(5, 9), "CLAIM"}}), {})), ElementsAre(kSecond)) << "a part of it is";
  EXPECT_THAT(claims(suggest(request_for({{kFirst, "MISC"}}), {})), ElementsAre(kFirst, kSecond)) << "another label";
  EXPECT_THAT(claims(suggest(request_for({{Span(2, 34), "CLAIM"}, {Span(2, 4), "CLAIM"}}), {})), IsEmpty())
      << "the longer one reaches over both";
  EXPECT_THAT(claims(suggest(request_for({{Span(26, 28), "CLAIM"}}), {})), ElementsAre(kFirst));
  EXPECT_THAT(claims(suggest(request_for({}, {{kSecond, "CLAIM"}}), {})), ElementsAre(kFirst));
}

TEST(DocumentSuggestionsTest, ASchemaWithoutClaimsHasWordsOnly) {
  SuggestionRequest request = request_for();
  const std::size_t with_claims = words(suggest(request, {}));
  ASSERT_GT(with_claims, 0U);
  std::erase_if(request.schema.labels, [](const Label& label) { return label.id == "CLAIM"; });
  EXPECT_THAT(claims(suggest(request, {})), IsEmpty());
  EXPECT_EQ(suggest(request, {}).size(), with_claims);
}

TEST(DocumentSuggestionsTest, WhoCancelsGetsWhatIsThere) {
  const SuggestionRequest request = request_for();
  const std::vector<Suggestion> at_once = suggest(request, {}, [](double) { return false; });
  EXPECT_THAT(claims(at_once), IsEmpty());
  EXPECT_EQ(words(at_once), words(suggest(request, {})));
  double last = 0;
  const std::vector<Suggestion> later = suggest(request, {}, [&](double done) {
    EXPECT_GE(done, last);
    last = done;
    return done < 0.7;
  });
  EXPECT_THAT(claims(later), ElementsAre(kFirst)) << "the second starts behind two thirds of the text";
}

}  // namespace
}  // namespace mitjul
