#include "korean/claim_suggestions.h"

#include <algorithm>
#include <string>

#include "korean/claim_units.h"

namespace mitjul {
namespace {

/// Sets an attribute where the schema knows it and the value.
void set_choice(Attributes& attributes, const Schema& schema, const std::string& id, std::string_view value) {
  const Attribute* const attribute = schema.find_attribute(kClaimLabel, id);
  if (attribute == nullptr || attribute->type != AttributeType::Choice) return;
  const auto is_value = [&](const AttributeValue& known) { return known.id == value; };
  if (std::any_of(attribute->values.begin(), attribute->values.end(), is_value)) attributes[id] = {std::string(value)};
}

}  // namespace

bool has_claims(const Schema& schema) {
  const Label* const label = schema.find(kClaimLabel);
  return label != nullptr && label->kind == LabelKind::Span;
}

std::vector<Suggestion> suggest_claims(const Text& text, const ClaimSources& sources, const Schema& schema,
                                       const std::function<bool(Span)>& left_out) {
  std::vector<Suggestion> suggestions;
  if (!has_claims(schema)) return suggestions;
  const std::vector<OutlineUnit>& outline = sources.outline();
  const std::vector<ClaimJudgement> judgements = judge_claims(text, outline);
  for (std::size_t unit = 0; unit < outline.size(); ++unit) {
    const ClaimJudgement& judgement = judgements[unit];
    if (!judgement.claim || (left_out && left_out(outline[unit].span))) continue;
    Suggestion suggestion;
    suggestion.span = outline[unit].span;
    suggestion.label = kClaimLabel;
    suggestion.confidence = judgement.confidence;
    suggestion.reason.kind = SuggestionReason::Kind::Claim;
    suggestion.reason.rule = judgement.rule;
    suggestion.reason.words = judgement.words;
    set_choice(suggestion.attributes, schema, "type", to_string(judgement.type));
    set_choice(suggestion.attributes, schema, "attribution", to_string(sources.of(unit).attribution));
    suggestions.push_back(std::move(suggestion));
  }
  return suggestions;
}

}  // namespace mitjul
