#include "export/stand_ins.h"

#include "core/utf8.h"
#include "export/compared_text.h"

namespace mitjul {
namespace {

/// The label's name without blanks.
std::string word_for(const Label& label) {
  std::string word;
  for (std::size_t byte = 0; byte < label.name.size();) {
    const std::size_t start = byte;
    next_code_point(label.name, byte);
    word += trimmed_surface(std::string_view(label.name).substr(start, byte - start));
  }
  // A name that ends in a digit would run into the number.
  if (!word.empty() && word.back() >= '0' && word.back() <= '9') word += '-';
  return in_nfc(word);
}

}  // namespace

std::vector<std::string> words_of_stand_ins(const Schema& schema, const std::string& label) {
  const Label* const found = schema.find(label);
  std::vector<std::string> words;
  for (const std::string& word :
       with_signs({found == nullptr ? label : word_for(*found), label, "가명", "이름", "Name", "X"})) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

std::vector<std::string> with_signs(std::vector<std::string> preferred) {
  constexpr char32_t kFirstSign = 0x2500;
  constexpr char32_t kLastSign = 0x25FF;
  for (char32_t sign = kFirstSign; sign <= kLastSign; ++sign) {
    preferred.emplace_back();
    append_utf8(preferred.back(), sign);
  }
  return preferred;
}

StandIns::StandIns(const Schema& schema, const SurfaceFinder& finder, const std::vector<MetSurface>& met,
                   const TakenNumbers& taken, PseudonymTable known)
    : schema_(schema), finder_(finder), met_(met), taken_(taken), table_(std::move(known)), stand_ins_(met.size()) {
  for (const Pseudonym& entry : table_.entries()) given_.insert(ComparedText(stand_in_of(entry)).folded);
  keep_known();
  for (std::size_t number = 0; number < met_.size(); ++number) {
    if (stand_ins_[number].empty()) make(number, met_[number].surface);
  }
}

void StandIns::keep_known() {
  const std::vector<Pseudonym> entries = table_.entries();
  for (const Pseudonym& entry : entries) {
    const auto number = finder_.surfaces().number_of(entry.surface);
    if (!number || !stand_ins_[*number].empty()) continue;
    if (holds_none(stand_in_of(entry)) && !taken_.has(entry.label, entry.number)) {
      stand_ins_[*number] = stand_in_of(entry);
    } else {
      change(*number, entry);
    }
  }
}

/// The old one stays with the surface in what was delivered: nobody else gets it, as after a purge.
void StandIns::change(std::size_t number, const Pseudonym& entry) {
  make(number, entry.surface);
  const std::string before = stand_in_of(entry);
  if (table_.find(before) == nullptr) table_.put({before, entry.label, entry.number});
  // What stands for itself stands for a wording that is gone.
  if (entry.surface != before) changed_.push_back({before, stand_ins_[number]});
}

void StandIns::make(std::size_t number, const std::string& surface) {
  for (Word* const word : words_for(met_[number].label)) {
    if (make(number, surface, *word)) return;
  }
  // There is no sign that is no surface.
  const std::string word = words_of_stand_ins(schema_, met_[number].label).front();
  put(number, {surface, word, table_.free_number(word)});
}

bool StandIns::make(std::size_t number, const std::string& surface, Word& word) {
  // A surface can be one number, or the end of the word with the first digit of many: no use in trying further then.
  std::size_t tries = met_.size() + 100;
  while (!word.given_up && tries > 0) {
    word.last = table_.free_number(word.word, word.last);
    if (taken_.has(word.word, word.last)) continue;
    --tries;
    const std::string stand_in = word.word + std::to_string(word.last);
    if (!holds_none(stand_in) || !given_.insert(ComparedText(stand_in).folded).second) continue;
    put(number, {surface, word.word, word.last});
    return true;
  }
  word.given_up = true;
  return false;
}

void StandIns::put(std::size_t number, Pseudonym entry) {
  stand_ins_[number] = stand_in_of(entry);
  table_.put(std::move(entry));
}

/// Those that hold no surface.
std::vector<StandIns::Word*>& StandIns::words_for(const std::string& label) {
  const auto [place, is_new] = words_of_labels_.try_emplace(label);
  if (!is_new) return place->second;
  for (const std::string& word : words_of_stand_ins(schema_, label)) {
    if (holds_none(word)) place->second.push_back(&words_.try_emplace(word, Word{word}).first->second);
  }
  return place->second;
}

}  // namespace mitjul
