#include "korean/initial_search.h"

#include "korean/jamo.h"

namespace mitjul {
namespace {

constexpr std::size_t kBlock = 64;
constexpr std::uint32_t kThreeByteLead = 0xE0000;

}  // namespace

InitialSearch::InitialSearch(std::uint32_t initial, std::optional<std::uint32_t> next) : one_(wanted(initial)) {
  if (next) two_ = wanted(*next);
}

InitialSearch::Wanted InitialSearch::wanted(std::uint32_t initial) {
  return {kThreeByteLead + U'가' + initial * kSyllablesPerInitial,
          kThreeByteLead + static_cast<std::uint32_t>(kInitials[initial])};
}

bool InitialSearch::matches(const unsigned char* bytes, Wanted wanted) {
  const std::uint32_t character =
      (static_cast<std::uint32_t>(bytes[0]) << 12U) | ((bytes[1] & 0x3FU) << 6U) | (bytes[2] & 0x3FU);
  // Without branches: they would be taken as it comes.
  return static_cast<bool>(static_cast<unsigned>(character - wanted.first_syllable < kSyllablesPerInitial) |
                           static_cast<unsigned>(character == wanted.consonant));
}

bool InitialSearch::may_hold(const unsigned char* bytes) const {
  const Wanted one = one_;
  const Wanted two = two_.value_or(one);
  const std::size_t behind = two_ ? 3 : 0;
  std::uint32_t any = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    any |= static_cast<std::uint32_t>(matches(bytes + i, one)) &
           static_cast<std::uint32_t>(matches(bytes + i + behind, two));
  }
  return any != 0;
}

std::size_t InitialSearch::find(std::string_view text, std::size_t from) const {
  const std::size_t size = two_ ? 6 : 3;
  if (text.size() < size) return std::string_view::npos;
  const std::size_t places = text.size() - size + 1;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t at = from;
  for (; at + kBlock <= places; at += kBlock) {
    if (!may_hold(bytes + at)) continue;
    for (std::size_t i = at; i < at + kBlock; ++i) {
      if (stands_at(bytes + i)) return i;
    }
  }
  for (; at < places; ++at) {
    if (stands_at(bytes + at)) return at;
  }
  return std::string_view::npos;
}

}  // namespace mitjul
