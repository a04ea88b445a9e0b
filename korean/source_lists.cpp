#include "korean/source_lists.h"

#include <algorithm>
#include <stdexcept>

#include "korean/embedded_table.h"
#include "korean/word_letters.h"

namespace mitjul {
namespace {

constexpr std::size_t kLongestNoun = 12;

WordSet words_of(std::string_view table) {
  WordSet words;
  for (const auto& row : korean_table_rows(table)) words.insert(composed_letters(row.at(0)));
  return words;
}

std::vector<SourceLists::Pair> pairs_of(std::string_view table) {
  std::vector<SourceLists::Pair> pairs;
  for (const auto& row : korean_table_rows(table)) {
    pairs.push_back({composed_letters(row.at(0)), composed_letters(row.at(1))});
  }
  return pairs;
}

/// What a word of a table stands for; throws std::out_of_range for one that the table may not hold.
template <typename Value>
Value named(std::string_view word, std::initializer_list<std::pair<std::string_view, Value>> names) {
  for (const auto& [name, value] : names) {
    if (name == word) return value;
  }
  throw std::out_of_range("unknown word in a table: " + std::string(word));
}

using Kind = SourceLists::ReportNoun::Kind;
Kind report_kind(std::string_view word) {
  return named<Kind>(word, {{"say", Kind::Say}, {"think", Kind::Think}, {"plan", Kind::Plan}, {"show", Kind::Show}});
}

void read_nouns(SourceLists& lists) {
  for (const auto& row : korean_table_rows("source_nouns")) {
    const SourceKind kind = named<SourceKind>(
        row.at(1), {{"people", SourceKind::People}, {"body", SourceKind::Body}, {"document", SourceKind::Document}});
    lists.nouns[composed_letters(row.at(0))] = {kind, row.at(2) == "yes"};
  }
}

void read_reports(SourceLists& lists) {
  for (const auto& row : korean_table_rows("quoting_nouns")) {
    lists.report_nouns[composed_letters(row.at(0))] = {report_kind(row.at(1)), row.at(2) == "yes", row.at(3) == "yes"};
  }
  for (const auto& row : korean_table_rows("quoting_verbs")) {
    const std::u32string stem = composed_letters(row.at(0));
    for (const std::u32string& beginning : verb_beginnings(stem)) {
      lists.report_verbs[beginning] = {report_kind(row.at(1)), row.at(2) == "yes", beginning == stem};
    }
  }
  using Ending = SourceLists::EndingKind;
  for (const auto& row : korean_table_rows("quoting_endings")) {
    const Ending kind = named<Ending>(row.at(1), {{"verb", Ending::Verb},
                                                  {"verbal", Ending::Verbal},
                                                  {"noun", Ending::Noun},
                                                  {"result", Ending::Result},
                                                  {"final", Ending::Final}});
    lists.report_endings.push_back({composed_letters(row.at(0)), kind, row.at(2) != "quotation", row.at(2) != "word"});
  }
  std::stable_sort(lists.report_endings.begin(), lists.report_endings.end(),
                   [](const auto& a, const auto& b) { return a.ending.size() > b.ending.size(); });
}

void read_words(SourceLists& lists) {
  using Use = SourceLists::Use;
  for (const auto& row : korean_table_rows("quoting_words")) {
    const Use use = named<Use>(row.at(1), {{"passive", Use::Passive},
                                           {"light", Use::Light},
                                           {"asked", Use::Asked},
                                           {"no-ending", Use::NoEnding},
                                           {"refuted", Use::Refuted},
                                           {"attitude", Use::Attitude},
                                           {"exists", Use::Exists},
                                           {"tail", Use::Tail},
                                           {"demonstrative", Use::Demonstrative},
                                           {"cleft", Use::Cleft},
                                           {"reason", Use::Reason},
                                           {"announcing", Use::Announcing},
                                           {"summary", Use::Summary},
                                           {"remainder", Use::Remainder},
                                           {"happening", Use::Happening},
                                           {"decision", Use::Decision},
                                           {"address", Use::Address},
                                           {"heading-speech", Use::HeadingSpeech},
                                           {"heading-view", Use::HeadingView},
                                           {"programme", Use::Programme},
                                           {"interview", Use::Interview}});
    lists.words[use].insert(composed_letters(row.at(0)));
  }
}

SourceLists read_all() {
  SourceLists lists;
  read_words(lists);
  read_nouns(lists);
  read_reports(lists);
  lists.titles = words_of("source_titles");
  lists.modifiers = words_of("source_modifiers");
  lists.places = words_of("source_places");
  lists.foreign_given_names = words_of("source_given_names");
  for (const auto& row : korean_table_rows("source_body_endings")) {
    (row.at(1) == "body" ? lists.body_endings : lists.no_bodies).insert(composed_letters(row.at(0)));
  }
  for (const auto& row : korean_table_rows("source_describing_ends")) {
    (row.at(1) == "end" ? lists.describing_ends : lists.nouns_like_describing).insert(composed_letters(row.at(0)));
  }
  using Antecedent = SourceLists::Antecedent;
  for (const auto& row : korean_table_rows("source_pronouns")) {
    lists.pronouns[composed_letters(row.at(0))] = named<Antecedent>(row.at(1), {{"person", Antecedent::Person},
                                                                                {"people", Antecedent::People},
                                                                                {"body", Antecedent::Body},
                                                                                {"document", Antecedent::Document},
                                                                                {"author", Antecedent::Author}});
  }
  lists.according = pairs_of("source_according");
  lists.plans = pairs_of("quoting_plans");
  for (const auto& row : korean_table_rows("source_continuations")) {
    if (row.at(1) == "start") lists.continuing_words.insert(composed_letters(row.at(0)));
    if (row.at(1) == "end") lists.continuing_ends.push_back(composed_letters(row.at(0)));
  }
  return lists;
}

std::u32string_view without_plural(std::u32string_view word) {
  return word.size() > 1 && word.back() == U'들' ? word.substr(0, word.size() - 1) : word;
}

// Unicode 15, section 3.12: syllable = 0xAC00 + (initial * 21 + vowel) * 28 + final.
constexpr char32_t kVowelO = 8;
constexpr char32_t kVowelU = 13;
constexpr char32_t kVowelEu = 18;
constexpr char32_t kVowelI = 20;
constexpr char32_t kVowelOe = 11;
constexpr char32_t kVowelA = 0;
constexpr char32_t kVowelAe = 1;
constexpr char32_t kVowelEo = 4;
constexpr char32_t kVowelYeo = 6;
constexpr char32_t kVowelWa = 9;
constexpr char32_t kVowelWae = 10;
constexpr char32_t kVowelWo = 14;
constexpr char32_t kFinalN = 4;
constexpr char32_t kFinalL = 8;
constexpr char32_t kFinalM = 16;
constexpr char32_t kFinalB = 17;
constexpr char32_t kFinalSs = 20;
constexpr char32_t kInitialH = 18;

char32_t with_vowel(char32_t syllable, char32_t vowel) {
  const char32_t initial = (syllable - 0xAC00) / 588;
  return 0xAC00 + (initial * 21 + vowel) * 28;
}

/// The vowel that a stem's last one becomes before -어: 히 → 혀.
char32_t contracted_vowel(char32_t syllable) {
  const char32_t vowel = (syllable - 0xAC00) % 588 / 28;
  const char32_t initial = (syllable - 0xAC00) / 588;
  switch (vowel) {
    case kVowelA: return initial == kInitialH ? kVowelAe : kVowelA;
    case kVowelO: return kVowelWa;
    case kVowelU: return kVowelWo;
    case kVowelEu: return kVowelEo;
    case kVowelI: return kVowelYeo;
    case kVowelOe: return kVowelWae;
    default: return vowel;
  }
}

}  // namespace

std::vector<std::u32string> verb_beginnings(std::u32string_view stem) {
  std::vector<std::u32string> beginnings{std::u32string(stem)};
  const char32_t last = stem.back();
  if (!is_syllable(last) || final_consonant(last) != 0) return beginnings;
  const std::u32string before(stem.substr(0, stem.size() - 1));
  for (const char32_t final : {kFinalN, kFinalL, kFinalM, kFinalB})
    beginnings.push_back(before + char32_t(last + final));
  const char32_t contracted = with_vowel(last, contracted_vowel(last));
  beginnings.push_back(before + contracted);
  beginnings.push_back(before + char32_t(contracted + kFinalSs));
  return beginnings;
}

const SourceLists& SourceLists::all() {
  static const SourceLists lists = read_all();
  return lists;
}

const SourceLists::Noun* SourceLists::noun_of(std::u32string_view word) const {
  word = without_plural(word);
  for (std::size_t length = std::min(word.size(), kLongestNoun); length > 0; --length) {
    // Of one syllable only the whole word: 시, 군.
    if (length == 1 && word.size() > 1) break;
    const std::u32string end(word.substr(word.size() - length));
    const auto found = nouns.find(end);
    if (found == nouns.end()) continue;
    const bool body = length < word.size() && found->second.kind == SourceKind::People && body_endings.contains(end);
    if (!body) return &found->second;
  }
  return nullptr;
}

bool SourceLists::is_title(std::u32string_view word) const {
  word = without_plural(word);
  if (titles.contains(word)) return true;
  for (std::size_t length = 2; length < word.size(); ++length) {
    const std::u32string_view end = word.substr(word.size() - length);
    // 연구원 is a person, 푸른숲연구원 a body.
    if (titles.contains(end) && !body_endings.contains(end)) return true;
  }
  return false;
}

bool SourceLists::is_body(std::u32string_view word) const {
  word = without_plural(word);
  return word.size() > 1 && body_endings.ends(word, 1) && !no_bodies.ends(word);
}

std::pair<const SourceLists::ReportNoun*, std::size_t> SourceLists::report_noun_of(std::u32string_view letters) const {
  for (std::size_t length = std::min(letters.size(), kLongestNoun); length > 0; --length) {
    const auto found = report_nouns.find(std::u32string(letters.substr(0, length)));
    if (found != report_nouns.end()) return {&found->second, length};
  }
  return {nullptr, 0};
}

const SourceLists::ReportVerb* SourceLists::report_verb_of(std::u32string_view letters) const {
  for (std::size_t length = std::min(letters.size(), kLongestNoun); length > 0; --length) {
    const auto found = report_verbs.find(std::u32string(letters.substr(0, length)));
    if (found == report_verbs.end()) continue;
    // 보고, 보며, and not 보임, 보안
    static constexpr std::u32string_view kEndings =
        U"고며면지는다던았었기자니게려도시거나네더라록므로신셨십으은을음죠요듯";
    const bool ends =
        !found->second.stem || length == letters.size() || kEndings.find(letters[length]) != kEndings.npos;
    if (ends) return &found->second;
  }
  return nullptr;
}

}  // namespace mitjul
