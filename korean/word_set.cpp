#include "korean/word_set.h"

#include <algorithm>
#include <cassert>

#include "korean/word_letters.h"

namespace mitjul {
namespace {
constexpr std::size_t kLongest = 31;
}

void WordSet::insert(std::u32string_view word) {
  assert(word.size() <= kLongest);
  words_.insert(hash_of(word));
  lengths_ |= 1U << word.size();
}

bool WordSet::contains(std::u32string_view word) const {
  return has_length(word.size()) && words_.contains(hash_of(word));
}

bool WordSet::ends(std::u32string_view letters, std::size_t before) const {
  if (letters.size() <= before) return false;
  for (std::size_t length = std::min(letters.size() - before, kLongest); length > 0; --length) {
    if (contains(letters.substr(letters.size() - length))) return true;
  }
  return false;
}

std::size_t WordSet::beginning(std::u32string_view letters) const {
  std::size_t length = std::min(letters.size(), kLongest);
  while (length > 0 && !contains(letters.substr(0, length))) --length;
  return length;
}

}  // namespace mitjul
