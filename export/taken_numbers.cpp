#include "export/taken_numbers.h"

#include <algorithm>
#include <optional>

#include "core/utf8.h"
#include "export/compared_text.h"

namespace mitjul {
namespace {

/// What a digit is worth, also a wide one.
std::optional<int> digit_value(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
  return std::nullopt;
}

/// Bytes that so many code points before `end` take.
std::string_view end_of(std::string_view utf8, std::size_t code_points) {
  std::size_t start = utf8.size();
  for (; start > 0 && code_points > 0; --code_points) {
    do --start;
    while (start > 0 && (static_cast<unsigned char>(utf8[start]) & 0xC0U) == 0x80U);
  }
  return utf8.substr(start);
}

}  // namespace

TakenNumbers::TakenNumbers(const std::set<std::string>& words) {
  for (const std::string& word : words) {
    std::u32string letters = ComparedText(word).folded;
    if (letters.empty() || !by_letters_.try_emplace(letters, words_.size()).second) continue;
    by_last_letter_[letters.back()].push_back(words_.size());
    longest_ = std::max(longest_, letters.size());
    words_.push_back({std::move(letters), {}});
  }
}

void TakenNumbers::look_through(std::string_view utf8) {
  // No stand-in has a number of more digits.
  constexpr int kLargest = 99'999'999;
  for (std::size_t byte = 0; byte < utf8.size();) {
    const std::size_t start = byte;
    const auto first = digit_value(next_code_point(utf8, byte));
    if (!first) continue;
    int number = *first;
    for (std::size_t next = byte; next < utf8.size(); byte = next) {
      const auto digit = digit_value(next_code_point(utf8, next));
      if (!digit) break;
      number = std::min(number * 10 + *digit, kLargest + 1);
    }
    if (number <= kLargest) take(utf8.substr(0, start), number);
  }
}

void TakenNumbers::take(std::string_view before, int number) {
  // A syllable may be written as three jamo, and a few blanks stand before the number.
  constexpr std::size_t kJamo = 3;
  constexpr std::size_t kBlanks = 4;
  const ComparedText compared(end_of(before, longest_ * kJamo + kBlanks));
  std::u32string_view letters = compared.folded;
  if (letters.ends_with(U' ')) letters.remove_suffix(1);
  if (letters.empty()) return;
  const auto found = by_last_letter_.find(letters.back());
  if (found == by_last_letter_.end()) return;
  for (const std::size_t word : found->second) {
    if (letters.ends_with(words_[word].letters)) words_[word].numbers.insert(number);
  }
}

void TakenNumbers::look_through(const AnnotatedDocument& document) {
  const DocumentInfo& info = document.document.info;
  look_through(document.document.text.utf8());
  look_through(info.name);
  look_through(info.title);
  look_through(info.origin.file);
  for (const auto& [key, value] : info.metadata) {
    look_through(key);
    look_through(value);
  }
  for (const auto& [key, set] : document.sets) {
    for (const auto& [id, annotation] : set.annotations()) {
      look_through(annotation.note);
      look_through(annotation.provenance.origin);
      for (const auto& [attribute, values] : annotation.attributes) {
        for (const std::string& value : values) look_through(value);
      }
    }
  }
}

void TakenNumbers::look_through(const Schema& schema) {
  look_through(schema.name);
  look_through(schema.guideline);
  for (const Label& label : schema.labels) {
    for (const std::string& words : {label.id, label.name, label.description, label.guideline}) look_through(words);
    for (const Attribute& attribute : label.attributes) {
      for (const std::string& words : {attribute.id, attribute.name, attribute.default_value}) look_through(words);
      for (const AttributeValue& value : attribute.values) {
        look_through(value.id);
        look_through(value.name);
      }
    }
    for (const Role& role : label.roles) {
      look_through(role.id);
      look_through(role.name);
    }
  }
}

bool TakenNumbers::has(const std::string& word, int number) const {
  const auto found = by_letters_.find(ComparedText(word).folded);
  return found != by_letters_.end() && words_[found->second].numbers.count(number) != 0;
}

}  // namespace mitjul
