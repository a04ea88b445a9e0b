#include "korean/search_pattern.h"

#include <unicode/uchar.h>

#include "core/utf8.h"
#include "korean/jamo.h"
#include "korean/word_letters.h"

namespace mitjul {
namespace {

constexpr bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80; }

bool is_blank(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

std::size_t start_of_previous(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && !starts_character(text[at]));
  return at;
}

bool has_initial(char32_t c, std::uint32_t initial) {
  return is_syllable(c) && (c - 0xAC00) / kSyllablesPerInitial == initial;
}

}  // namespace

SearchPattern::SearchPattern(std::string_view folded, Consonants consonants) {
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(folded, at);
    add_character(folded.substr(start, at - start), c, consonants);
  }
  if (!empty_) choose_anchor();
}

void SearchPattern::add_character(std::string_view utf8, char32_t c, Consonants consonants) {
  using Kind = Element::Kind;
  const auto last_is = [this](Kind kind) { return !elements_.empty() && elements_.back().kind == kind; };
  if (is_blank(c)) {
    if (!last_is(Kind::Blanks)) elements_.push_back({Kind::Blanks, {}, 0});
    return;
  }
  empty_ = false;
  const std::size_t initial = consonants == Consonants::AsInitials ? kInitials.find(c) : std::u32string_view::npos;
  if (initial != std::u32string_view::npos) {
    elements_.push_back({Kind::Initial, std::string(utf8), static_cast<std::uint32_t>(initial)});
  } else {
    if (!last_is(Kind::Letters)) elements_.push_back({Kind::Letters, {}, 0});
    elements_.back().letters += utf8;
  }
}

void SearchPattern::choose_anchor() {
  using Kind = Element::Kind;
  const auto is_initial = [this](std::size_t i) { return i < elements_.size() && elements_[i].kind == Kind::Initial; };
  // Letters tell more than two initials in a row, and those more than one.
  const auto worth = [&](std::size_t i) -> std::size_t {
    if (elements_[i].kind == Kind::Blanks) return 0;
    if (is_initial(i)) return is_initial(i + 1) ? 2 : 1;
    return 2 + elements_[i].letters.size();
  };
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    if (worth(i) > worth(anchor_)) anchor_ = i;
  }
  const Element& anchor = elements_[anchor_];
  if (!is_initial(anchor_)) {
    letters_.emplace(anchor.letters);
  } else if (is_initial(anchor_ + 1)) {
    initials_.emplace(anchor.initial, elements_[anchor_ + 1].initial);
  } else {
    initials_.emplace(anchor.initial);
  }
}

std::optional<std::size_t> SearchPattern::match_forward(const Element& element, std::string_view text,
                                                        std::size_t at) const {
  if (element.kind == Element::Kind::Blanks) {
    const std::size_t start = at;
    for (std::size_t next = at; next < text.size() && is_blank(next_code_point(text, next));) at = next;
    return at > start ? std::optional(at) : std::nullopt;
  }
  if (text.substr(at).starts_with(element.letters)) return at + element.letters.size();
  if (element.kind == Element::Kind::Letters || at == text.size()) return std::nullopt;
  return has_initial(next_code_point(text, at), element.initial) ? std::optional(at) : std::nullopt;
}

std::optional<std::size_t> SearchPattern::match_backward(const Element& element, std::string_view text,
                                                         std::size_t at) const {
  const auto before = [text](std::size_t end) {
    std::size_t start = start_of_previous(text, end);
    return next_code_point(text, start);
  };
  if (element.kind == Element::Kind::Blanks) {
    const std::size_t end = at;
    while (at > 0 && is_blank(before(at))) at = start_of_previous(text, at);
    return at < end ? std::optional(at) : std::nullopt;
  }
  if (text.substr(0, at).ends_with(element.letters)) return at - element.letters.size();
  if (element.kind == Element::Kind::Letters || at == 0) return std::nullopt;
  return has_initial(before(at), element.initial) ? std::optional(start_of_previous(text, at)) : std::nullopt;
}

std::optional<std::size_t> SearchPattern::end_of_match(std::string_view text, std::size_t anchor) const {
  std::optional<std::size_t> at = anchor;
  for (std::size_t i = anchor_; i < elements_.size() && at; ++i) at = match_forward(elements_[i], text, *at);
  return at;
}

std::optional<std::size_t> SearchPattern::start_of_match(std::string_view text, std::size_t anchor) const {
  std::optional<std::size_t> at = anchor;
  for (std::size_t i = anchor_; i > 0 && at; --i) at = match_backward(elements_[i - 1], text, *at);
  return at;
}

std::size_t SearchPattern::next_anchor(std::string_view text, std::size_t from) const {
  return letters_ ? letters_->find(text, from) : initials_->find(text, from);
}

bool SearchPattern::find(std::string_view text, const Take& take) const {
  if (empty_) return true;
  std::size_t free = 0;  // what lies before was taken
  for (std::size_t anchor = next_anchor(text, 0); anchor != std::string_view::npos;) {
    std::size_t next = anchor + 1;
    while (next < text.size() && !starts_character(text[next])) ++next;
    const std::optional<std::size_t> end = end_of_match(text, anchor);
    const std::optional<std::size_t> begin = end ? start_of_match(text, anchor) : std::nullopt;
    if (begin && *begin >= free) {
      const Answer answer = take(*begin, *end);
      if (answer == Answer::Enough) return false;
      if (answer == Answer::Taken) next = free = *end;
    }
    anchor = next < text.size() ? next_anchor(text, next) : std::string_view::npos;
  }
  return true;
}

}  // namespace mitjul
