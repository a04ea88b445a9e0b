#include "import/tag_sequence.h"

#include <utility>

namespace mitjul {
namespace {

bool goes_on(TokenTag::Part part) { return part == TokenTag::Part::Inside || part == TokenTag::Part::Last; }

}  // namespace

std::optional<TokenTag> parse_token_tag(std::string_view tag) {
  if (tag == "O") return TokenTag{};
  if (tag.size() < 3 || tag[1] != '-') return std::nullopt;
  const std::string_view label = tag.substr(2);
  switch (tag[0]) {
    case 'B': return TokenTag{TokenTag::Part::First, label};
    case 'I':
    case 'M': return TokenTag{TokenTag::Part::Inside, label};
    case 'E':
    case 'L': return TokenTag{TokenTag::Part::Last, label};
    case 'S':
    case 'U': return TokenTag{TokenTag::Part::Only, label};
    default: return std::nullopt;
  }
}

bool TagSequence::add(const TokenTag& tag, Span place) {
  if (tag.part == TokenTag::Part::Outside) {
    open_ = false;
    return false;
  }
  const bool begun = open_ && spans_.back().label == tag.label;
  if (goes_on(tag.part) && begun) {
    spans_.back().span.end = place.end;
  } else {
    spans_.push_back({tag.label, place});
  }
  open_ = tag.part == TokenTag::Part::First || tag.part == TokenTag::Part::Inside;
  return goes_on(tag.part) && !begun;
}

std::vector<LabelledPlace> TagSequence::take() {
  open_ = false;
  return std::exchange(spans_, {});
}

void SchemeFinder::add(const TokenTag& tag) {
  const bool same = tag.part != TokenTag::Part::Outside && before_.label == tag.label;
  if (tag.part == TokenTag::Part::Inside && !same) begun_inside_ = true;
  if (tag.part == TokenTag::Part::First && !same) other_ = true;
  if (tag.part == TokenTag::Part::Last || tag.part == TokenTag::Part::Only) other_ = true;
  before_ = tag;
}

}  // namespace mitjul
