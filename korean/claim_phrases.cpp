#include "korean/claim_phrases.h"

#include <stdexcept>

#include "korean/embedded_table.h"
#include "korean/word_letters.h"

namespace mitjul {
namespace {

/// How many letters a gap in a phrase spans at most.
constexpr std::size_t kLongestGap = 40;

/// The number of a final consonant that a compatibility jamo stands for (Unicode 15, section 3.12); 0 for other
/// letters.
std::uint32_t final_of_jamo(char32_t c) {
  switch (c) {
    case U'ㄴ': return 4;
    case U'ㄹ': return 8;
    case U'ㅁ': return 16;
    case U'ㅂ': return 17;
    case U'ㅆ': return 20;
    default: return 0;
  }
}

}  // namespace

bool PackedText::edge(std::size_t at) const {
  if (at >= letters.size() || begins[at]) return true;
  const LetterKind kind = letter_kind(letters[at]);
  return kind == LetterKind::Other || kind == LetterKind::Mark;
}

void PhraseTable::ByLetter::add(char32_t letter, Phrase phrase) {
  known_.set(letter & 0xFFFFU);
  phrases_[letter].push_back(std::move(phrase));
}

const std::vector<PhraseTable::Phrase>* PhraseTable::ByLetter::find(char32_t letter) const {
  if (!known_.test(letter & 0xFFFFU)) return nullptr;
  const auto found = phrases_.find(letter);
  return found == phrases_.end() ? nullptr : &found->second;
}

PhraseTable::PhraseTable(std::string_view name) {
  for (const auto& columns : korean_table_rows(name)) {
    Phrase phrase = read(columns.at(2));
    Group& group = groups_[columns.at(0)];
    const std::string& where = columns.at(1);
    if (where == "end") {
      const char32_t last = phrase.rest.empty() ? phrase.letters.back() : phrase.rest.back();
      group.ends.add(last, std::move(phrase));
    } else if (where == "start") {
      const char32_t first = phrase.letters.front();
      group.starts.add(first, std::move(phrase));
    } else if (where == "in") {
      const char32_t first = phrase.letters.front();
      group.insides.add(first, std::move(phrase));
    } else {
      throw std::invalid_argument(std::string(name) + ".tsv: " + where);
    }
  }
}

PhraseTable::Phrase PhraseTable::read(std::string_view utf8) {
  std::u32string letters = composed_letters(utf8);
  Phrase phrase;
  if (!letters.empty() && letters.front() == U'_') {
    phrase.left_edge = true;
    letters.erase(0, 1);
  }
  if (!letters.empty() && letters.back() == U'_') {
    phrase.right_edge = true;
    letters.pop_back();
  }
  if (!letters.empty()) phrase.final_consonant = final_of_jamo(letters.front());
  if (phrase.final_consonant != 0) letters.erase(0, 1);
  if (letters.empty()) throw std::invalid_argument("a phrase without letters: " + std::string(utf8));
  const std::size_t gap = letters.find(U'*');
  if (gap != letters.npos) {
    phrase.rest = letters.substr(gap + 1);
    letters.resize(gap);
    if (letters.empty() || phrase.rest.empty()) throw std::invalid_argument("a gap at an edge: " + std::string(utf8));
  }
  phrase.letters = std::move(letters);
  return phrase;
}

bool PhraseTable::stands_at(const Phrase& phrase, const PackedText& text, std::size_t at) {
  const std::u32string_view letters = text.letters;
  if (letters.substr(at, phrase.letters.size()) != phrase.letters) return false;
  if (phrase.left_edge && !text.edge(at)) return false;
  if (phrase.final_consonant == 0) return true;
  return at > 0 && is_syllable(letters[at - 1]) && final_consonant(letters[at - 1]) == phrase.final_consonant;
}

std::size_t PhraseTable::match(const Phrase& phrase, const PackedText& text, std::size_t at) {
  if (!stands_at(phrase, text, at)) return 0;
  std::size_t end = at + phrase.letters.size();
  if (!phrase.rest.empty()) {
    const std::u32string_view near = std::u32string_view(text.letters).substr(end, kLongestGap + phrase.rest.size());
    const std::size_t gap = near.find(phrase.rest);
    if (gap == near.npos) return 0;
    end += gap + phrase.rest.size();
  }
  return phrase.right_edge && !text.edge(end) ? 0 : end;
}

FoundPhrase PhraseTable::match_end(const Phrase& phrase, const PackedText& text) {
  const std::u32string_view letters = text.letters;
  const std::u32string& last = phrase.rest.empty() ? phrase.letters : phrase.rest;
  if (last.size() > letters.size() || letters.substr(letters.size() - last.size()) != last) return {};
  const std::size_t at = letters.size() - last.size();
  if (phrase.rest.empty()) return stands_at(phrase, text, at) ? FoundPhrase{at, letters.size()} : FoundPhrase{};
  for (std::size_t gap = 0; gap <= kLongestGap && gap + phrase.letters.size() <= at; ++gap) {
    const std::size_t begin = at - gap - phrase.letters.size();
    if (stands_at(phrase, text, begin)) return {begin, letters.size()};
  }
  return {};
}

const PhraseTable::Group* PhraseTable::group(std::string_view name) const {
  const auto found = groups_.find(name);
  return found == groups_.end() ? nullptr : &found->second;
}

FoundPhrase PhraseTable::at_end(std::string_view name, const PackedText& text) const {
  const Group* const of = group(name);
  if (of == nullptr || text.letters.empty()) return {};
  const auto* const candidates = of->ends.find(text.letters.back());
  if (candidates == nullptr) return {};
  FoundPhrase best;
  for (const Phrase& phrase : *candidates) {
    const FoundPhrase found = match_end(phrase, text);
    if (found.end - found.begin > best.end - best.begin) best = found;
  }
  return best;
}

FoundPhrase PhraseTable::at_start(std::string_view name, const PackedText& text) const {
  const Group* const of = group(name);
  if (of == nullptr || text.letters.empty()) return {};
  const auto* const candidates = of->starts.find(text.letters.front());
  if (candidates == nullptr) return {};
  for (const Phrase& phrase : *candidates) {
    if (const std::size_t end = match(phrase, text, 0)) return {0, end};
  }
  return {};
}

FoundPhrase PhraseTable::inside(std::string_view name, const PackedText& text, std::size_t from) const {
  const Group* const of = group(name);
  if (of == nullptr) return {};
  for (std::size_t at = from; at < text.letters.size(); ++at) {
    const auto* const candidates = of->insides.find(text.letters[at]);
    if (candidates == nullptr) continue;
    for (const Phrase& phrase : *candidates) {
      if (const std::size_t end = match(phrase, text, at)) return {at, end};
    }
  }
  return {};
}

}  // namespace mitjul
