#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mitjul {

/// The rest of the word that a name ends in, as far as that is Hangul: where particles are. A closing quotation mark
/// may stand between: ‘홍길동’이.
struct WordBehind {
  std::u32string letters;         ///< composed; empty where there are none, or more than particles have
  std::size_t start = 0;          ///< byte of the first one
  std::vector<std::size_t> ends;  ///< bytes where each ends
};

/// `byte`: where the name ends in valid UTF-8. Nothing where letters or digits of other scripts are part of the word.
WordBehind word_behind(std::string_view utf8, std::size_t byte);

}  // namespace mitjul
