#include "korean/word_lists.h"

#include "korean/embedded_table.h"
#include "korean/word_letters.h"

namespace mitjul {
namespace {

/// The words of a table's first column.
WordSet words_of(std::string_view table) {
  WordSet words;
  for (const auto& row : korean_table_rows(table)) words.insert(composed_letters(row.at(0)));
  return words;
}

/// Those whose second column is `mark`.
WordSet words_with(std::string_view table, std::string_view mark) {
  WordSet words;
  for (const auto& row : korean_table_rows(table)) {
    if (row.at(1) == mark) words.insert(composed_letters(row.at(0)));
  }
  return words;
}

/// The pieces of a text between blanks.
std::vector<std::string> split_at_blanks(const std::string& text) {
  std::vector<std::string> pieces;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    if (end > start) pieces.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return pieces;
}

/// The syllables of names that stand at a place.
WordSet syllables_at(std::string_view place) {
  WordSet syllables;
  for (const auto& row : korean_table_rows("name_syllables")) {
    for (const std::string& at : split_at_blanks(row.at(1))) {
      if (at == place) syllables.insert(composed_letters(row.at(0)));
    }
  }
  return syllables;
}

std::unordered_map<char32_t, WordLists::ShortNoun> read_short_nouns() {
  std::unordered_map<char32_t, WordLists::ShortNoun> nouns;
  for (const auto& row : korean_table_rows("short_nouns")) {
    WordLists::ShortNoun& noun = nouns[composed_letters(row.at(0)).at(0)];
    noun.in_two_syllables = row.at(1) == "yes";
    for (const std::string& particle : split_at_blanks(row.at(2))) {
      noun.weak_particles.insert(composed_letters(particle));
    }
  }
  return nouns;
}

WordLists read_all() {
  WordLists lists;
  lists.function_words = words_of("function_words");
  lists.nouns_like_particles = words_of("nouns_like_particles");
  lists.noun_tails = words_with("nouns_like_particles", "yes");
  lists.short_nouns = read_short_nouns();
  lists.verb_stems = words_with("verb_stems", "no");
  lists.whole_verb_stems = words_with("verb_stems", "yes");
  lists.predicate_endings = words_of("predicate_endings");
  lists.copula_nouns = words_of("copula_nouns");
  lists.nouns_before_daero = words_of("nouns_before_daero");
  lists.nouns_in_hae = words_of("nouns_in_hae");
  lists.nouns_in_ha = words_of("nouns_in_ha");
  lists.state_names = words_of("state_names");
  lists.number_units = words_with("number_units", "unit");
  lists.number_magnitudes = words_with("number_units", "magnitude");
  lists.number_tails = words_with("quantity_tails", "yes");
  lists.given_names = words_of("given_names");
  lists.surnames = syllables_at("surname");
  lists.first_name_syllables = syllables_at("first");
  lists.second_name_syllables = syllables_at("second");
  lists.person_tails = words_with("person_tails", "person");
  lists.general_tails = words_with("person_tails", "any");
  lists.person_tail_nouns = words_of("person_tail_nouns");
  return lists;
}

}  // namespace

const WordLists& WordLists::all() {
  static const WordLists lists = read_all();
  return lists;
}

}  // namespace mitjul
