#include "korean/claim_type.h"

#include "korean/claim_sentence.h"

namespace mitjul {
namespace {

const PhraseTable& types() {
  static const PhraseTable table("claim_types");
  return table;
}

bool shows(std::string_view kind, const ClaimSentence& sentence) {
  return types().at_end(kind, sentence.clause) || types().inside(kind, sentence.whole);
}

}  // namespace

std::string_view to_string(ClaimType type) {
  switch (type) {
    case ClaimType::Fact: return "fact";
    case ClaimType::Comparison: return "comparison";
    case ClaimType::Causal: return "causal";
    case ClaimType::Prediction: return "prediction";
    case ClaimType::Opinion: return "opinion";
  }
  return "fact";
}

ClaimType claim_type(const Text& text, Span unit) {
  const ClaimSentence sentence = read_sentence(text.slice(unit));
  if (shows("prediction", sentence)) return ClaimType::Prediction;
  // 사용할 수 있다 says what is possible now.
  if (shows("possible", sentence) && !shows("ability", sentence)) return ClaimType::Prediction;
  if (shows("causal", sentence)) return ClaimType::Causal;
  if (shows("comparison", sentence)) return ClaimType::Comparison;
  return shows("opinion", sentence) ? ClaimType::Opinion : ClaimType::Fact;
}

}  // namespace mitjul
