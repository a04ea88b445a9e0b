#include "korean/claim_subjects.h"

#include <algorithm>

#include "korean/word_evidence.h"
#include "korean/word_letters.h"
#include "korean/word_lists.h"
#include "korean/word_rules.h"

namespace mitjul {
namespace {

std::size_t stem_of(std::u32string_view word) {
  static const WordEvidence none;
  return word.size() < 2 ? word.size() : particle_cut(word, none);
}

constexpr std::size_t kMostWordsOfSignOff = 4;

}  // namespace

std::vector<std::u32string_view> words_of(const PackedText& text) {
  std::vector<std::u32string_view> words;
  const std::u32string_view letters = text.letters;
  std::size_t begin = 0;
  for (std::size_t at = 1; at <= letters.size(); ++at) {
    if (at < letters.size() && !text.begins[at]) continue;
    std::u32string_view word = letters.substr(begin, at - begin);
    while (!word.empty() && letter_kind(word.back()) == LetterKind::Other && word.back() != U'%') word.remove_suffix(1);
    if (!word.empty()) words.push_back(word);
    begin = at;
  }
  return words;
}

bool has_case(std::u32string_view word) {
  const std::size_t stem = stem_of(word);
  if (stem >= word.size()) return false;
  const std::u32string_view particle = word.substr(stem);
  return particle != U"의" && particle != U"와" && particle != U"과" && particle != U"나" && particle != U"이나";
}

bool is_subject(std::u32string_view word) {
  const std::size_t stem = stem_of(word);
  if (stem + 1 != word.size()) return false;
  const char32_t particle = word.back();
  return particle == U'은' || particle == U'는' || particle == U'이' || particle == U'가';
}

std::vector<std::u32string> subjects_of(const PackedText& text) {
  std::vector<std::u32string> subjects;
  for (const std::u32string_view word : words_of(text)) {
    if (is_subject(word)) subjects.emplace_back(word.substr(0, word.size() - 1));
  }
  return subjects;
}

bool has_figure(std::u32string_view letters) {
  return std::any_of(letters.begin(), letters.end(), [](char32_t c) { return letter_kind(c) == LetterKind::Digit; });
}

bool names_only_a_person(const PackedText& clause) {
  const auto words = words_of(clause);
  if (words.empty() || words.size() > kMostWordsOfSignOff) return false;
  std::u32string_view last = words.back();
  for (const std::u32string_view copula : {U"이었다", U"였다", U"이다", U"다"}) {
    if (last.size() > copula.size() && last.substr(last.size() - copula.size()) == copula) {
      last.remove_suffix(copula.size());
      break;
    }
  }
  const WordLists& lists = WordLists::all();
  const bool named = last.size() == 3 && lists.surnames.contains(last.substr(0, 1)) &&
                     lists.first_name_syllables.contains(last.substr(1, 1)) &&
                     lists.second_name_syllables.contains(last.substr(2, 1));
  const bool reporter = words.size() > 1 && last == U"기자";
  if (!named && !reporter) return false;
  return std::none_of(words.begin(), words.end() - 1, has_case);
}

}  // namespace mitjul
