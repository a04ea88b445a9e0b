#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mitjul {

/// The rows of korean/tables/outline_words.tsv, which describes them.
class OutlineWords {
 public:
  enum class Kind { Furniture, Tail, Caption, Speaker, Narrator, Label, Person, Genre, Rights };
  static const OutlineWords& all();

  /// Whether a line, without blanks and in lower case, has words of a kind where the table wants them.
  bool has(Kind kind, std::u32string_view line) const;

 private:
  enum class Where { Whole, Start, End, In };
  struct Row {
    Where where = Where::Whole;
    std::size_t longest = 0;
    std::u32string words;
  };
  OutlineWords();

  std::vector<std::vector<Row>> rows_;  // by kind
  std::size_t longest_ = 0;
};

/// Letters without blanks and in lower case, no more than `most` of them.
std::u32string packed(std::u32string_view letters, std::size_t most = 200);

}  // namespace mitjul
