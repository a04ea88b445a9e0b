#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/document.h"
#include "core/schema.h"

namespace mitjul {

/// Which numbers stand behind given words anywhere in a project: a stand-in with one of them would be taken for what a
/// text says itself. Case, composition, width and white space before the number do not matter. Memory does not grow
/// with the texts but by the numbers that are found.
class TakenNumbers {
 public:
  explicit TakenNumbers(const std::set<std::string>& words);

  void look_through(std::string_view utf8);
  /// Everything that is said of it and in it.
  void look_through(const AnnotatedDocument& document);
  /// Words and ids.
  void look_through(const Schema& schema);

  /// Whether the number stood behind the word, which is one of the given ones.
  bool has(const std::string& word, int number) const;

 private:
  struct Word {
    std::u32string letters;
    std::set<int> numbers;
  };

  void take(std::string_view before, int number);

  std::vector<Word> words_;
  std::unordered_map<char32_t, std::vector<std::size_t>> by_last_letter_;
  std::map<std::u32string, std::size_t> by_letters_;
  std::size_t longest_ = 0;
};

}  // namespace mitjul
