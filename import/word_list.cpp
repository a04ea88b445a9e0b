#include "import/word_list.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "core/utf8.h"
#include "import/decode.h"
#include "import/normalise.h"
#include "import/plain_text.h"

namespace mitjul {
namespace {

// A file in which more lines than this cannot be used is no word list.
constexpr std::size_t kMostProblems = 100000;
constexpr std::size_t kBeginningOfFile = 4096;
constexpr std::size_t kBeginningOfWord = 20;  // in code points, as a message quotes it

constexpr std::array<std::string_view, 3> kWordColumns{"word", "단어", "낱말"};
constexpr std::array<std::string_view, 3> kLabelColumns{"label", "라벨", "레이블"};

/// Upper and lower case, NFC and NFD, full and half width alike.
std::string folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* const fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const auto utf16 = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::string result;
  if (U_SUCCESS(status)) fold->normalize(utf16, status).toUTF8String(result);
  return U_SUCCESS(status) ? result : std::string(text);
}

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

std::string_view trimmed(std::string_view text) {
  std::size_t first = text.size();
  std::size_t end = 0;
  for (std::size_t byte = 0; byte < text.size();) {
    const std::size_t start = byte;
    if (is_space(next_code_point(text, byte))) continue;
    first = std::min(first, start);
    end = byte;
  }
  return first < end ? text.substr(first, end - first) : std::string_view();
}

std::string beginning_of(std::string_view word) {
  std::size_t byte = 0;
  for (std::size_t i = 0; i < kBeginningOfWord && byte < word.size(); ++i) next_code_point(word, byte);
  return std::string(word.substr(0, byte));
}

/// A line with its fields, white space around them taken off; more than one line where a quoted field holds line ends.
struct Row {
  std::size_t line = 0;
  std::vector<std::string> fields;
  bool well_formed = true;  ///< else a quotation mark is not closed, or something follows it
  bool blank = true;        ///< nothing but white space and separators
};

/// Takes a text apart (RFC 4180). A row whose quotes cannot be made out ends with its first line. Linear: what one row
/// has looked at in vain for the end of a quoted field, no other one looks at again but for its own line.
class Rows {
 public:
  Rows(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool next(Row& row) {
    if (at_ >= text_.size()) return false;
    row = Row();
    row.line = line_;
    const std::size_t start = at_;
    do {
      row.well_formed = read_field(row);
    } while (row.well_formed && take(separator_));
    row.well_formed = row.well_formed && (at_ >= text_.size() || text_[at_] == '\n');
    if (!row.well_formed) {
      at_ = std::min(text_.find('\n', start), text_.size());
      line_ = row.line;
      row.blank = false;
    }
    if (take('\n')) ++line_;
    return true;
  }

 private:
  bool take(char c) {
    const bool there = at_ < text_.size() && text_[at_] == c;
    at_ += there ? 1U : 0U;
    return there;
  }

  void pass_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || (text_[at_] == '\t' && separator_ != '\t'))) ++at_;
  }

  bool read_field(Row& row) {
    const std::size_t start = at_;
    pass_blanks();
    if (take('"')) return read_quoted(row);
    const std::string ends{separator_, '\n'};
    at_ = std::min(text_.find_first_of(ends, start), text_.size());
    row.fields.emplace_back(trimmed(text_.substr(start, at_ - start)));
    row.blank = row.blank && row.fields.back().empty();
    return true;
  }

  bool read_quoted(Row& row) {
    std::string field;
    while (true) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) return false;
      field += text_.substr(at_, quote - at_);
      line_ += static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                   text_.begin() + static_cast<std::ptrdiff_t>(quote), '\n'));
      at_ = quote + 1;
      if (!take('"')) break;
      field += '"';
    }
    pass_blanks();
    row.fields.emplace_back(trimmed(field));
    row.blank = false;
    return true;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

/// Tab or comma: what stands in more lines, outside quotes.
char separator_of(std::string_view text) {
  std::size_t tabs = 0;
  std::size_t commas = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    bool quoted = false;
    bool tab = false;
    bool comma = false;
    for (const char c : text.substr(start, end - start)) {
      quoted = quoted != (c == '"');
      tab = tab || (c == '\t' && !quoted);
      comma = comma || (c == ',' && !quoted);
    }
    tabs += tab ? 1U : 0U;
    commas += comma ? 1U : 0U;
    start = end + 1;
  }
  return tabs > 0 && tabs >= commas ? '\t' : ',';
}

/// Where word and label stand in a row.
struct Columns {
  std::size_t word = 0;
  std::size_t label = 1;
};

template <std::size_t Count>
std::optional<std::size_t> column_named(const std::array<std::string_view, Count>& names, const Row& row) {
  const auto is_name = [&](const std::string& field) {
    return std::find(names.begin(), names.end(), folded(field)) != names.end();
  };
  const auto found = std::find_if(row.fields.begin(), row.fields.end(), is_name);
  if (found == row.fields.end()) return std::nullopt;
  return static_cast<std::size_t>(found - row.fields.begin());
}

/// Nothing where the row does not hold names of columns, but a word and perhaps its label.
std::optional<Columns> columns_from(const Row& row) {
  const auto word = column_named(kWordColumns, row);
  const auto label = column_named(kLabelColumns, row);
  if (word && label) return Columns{*word, *label};
  return word && row.fields.size() == 1 ? std::optional<Columns>(std::in_place) : std::nullopt;
}

class WordListReader {
 public:
  WordListReader(const Schema& schema, const std::string& label) : schema_(schema), label_(label) {}

  WordList read(std::string_view text) {
    Rows rows(text, separator_of(text));
    bool first = true;
    for (Row row; rows.next(row) && list_.problems.size() <= kMostProblems;) {
      if (row.blank) continue;
      const auto named = first && row.well_formed ? columns_from(row) : std::nullopt;
      first = false;
      if (named) {
        columns_ = *named;
      } else if (auto problem = take(row)) {
        problem->place.line = row.line;
        list_.problems.push_back(*std::move(problem));
      }
    }
    if (list_.problems.size() > kMostProblems) return {{}, {make_problem(ProblemCode::NotText)}};
    return std::move(list_);
  }

 private:
  static std::string field_of(const Row& row, std::size_t column) {
    return column < row.fields.size() ? row.fields[column] : std::string();
  }

  std::optional<Problem> take(const Row& row) {
    if (!row.well_formed) return make_problem(ProblemCode::UnclosedQuote);
    GazetteerEntry entry{field_of(row, columns_.word), label_};
    if (auto problem = check_word(entry.word)) return problem;
    const std::string label = field_of(row, columns_.label);
    if (!label.empty()) {
      const auto [found, is_new] = known_.try_emplace(label, nullptr);
      if (is_new) found->second = label_meant(schema_, label);
      if (found->second == nullptr) return make_problem(ProblemCode::UnknownLabel, {label});
      if (found->second->kind != LabelKind::Span) {
        return make_problem(ProblemCode::WrongLabelKind, {label, std::string(to_string(found->second->kind)), "span"});
      }
      entry.label = found->second->id;
    }
    list_.entries.push_back(std::move(entry));
    return std::nullopt;
  }

  static std::optional<Problem> check_word(const std::string& word) {
    if (word.empty()) return make_problem(ProblemCode::EmptyWord);
    std::size_t replaced = 0;
    for (std::size_t at = 0; (at = word.find("\uFFFD", at)) != std::string::npos; ++at) ++replaced;
    if (replaced > 0) return make_problem(ProblemCode::UndecodableBytes, {std::to_string(replaced)});
    if (count_code_points(word) > kLongestGazetteerWord) {
      return make_problem(ProblemCode::WordTooLong, {beginning_of(word), std::to_string(kLongestGazetteerWord)});
    }
    if (!is_gazetteer_word(word)) return make_problem(ProblemCode::InvalidWord, {beginning_of(word)});
    return std::nullopt;
  }

  const Schema& schema_;
  const std::string& label_;
  Columns columns_;
  std::map<std::string, const Label*> known_;
  WordList list_;
};

}  // namespace

WordList read_word_list(std::string_view bytes, const Schema& schema, const std::string& label) {
  if (!looks_like_text("", bytes.substr(0, kBeginningOfFile))) return {{}, {make_problem(ProblemCode::NotText)}};
  return WordListReader(schema, label).read(normalise(decode(bytes)).utf8);
}

const Label* label_meant(const Schema& schema, std::string_view text) {
  if (const Label* const exact = schema.find(text)) return exact;
  const std::string wanted = folded(text);
  const Label* meant = nullptr;
  for (const Label& label : schema.labels) {
    if (folded(label.id) == wanted) return &label;
    const bool better = meant == nullptr || (meant->kind != LabelKind::Span && label.kind == LabelKind::Span);
    if (better && folded(label.name) == wanted) meant = &label;
  }
  return meant;
}

}  // namespace mitjul
