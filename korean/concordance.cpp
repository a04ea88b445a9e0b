#include "korean/concordance.h"

#include <unicode/coll.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>

#include "core/utf8.h"

namespace mitjul {
namespace {

std::unique_ptr<icu::Collator> korean_collator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale::getKorean(), status));
  if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no Korean collation");
  return collator;
}

/// The words from the last to the first.
std::string words_backwards(std::string_view utf8) {
  std::string words;
  const std::string line = on_one_line(utf8);
  for (std::size_t end = line.size(); end > 0;) {
    const std::size_t blank = line.rfind(' ', end - 1);
    const std::size_t start = blank == std::string::npos ? 0 : blank + 1;
    // How many blanks stand between words does not matter.
    if (start < end) words.append(line, start, end - start) += ' ';
    end = blank == std::string::npos ? 0 : blank;
  }
  return words;
}

std::string sorted_by(const Context& context, ConcordanceOrder order) {
  switch (order) {
    case ConcordanceOrder::Place: break;
    case ConcordanceOrder::Left: return words_backwards(context.left);
    case ConcordanceOrder::Hit: return on_one_line(context.hit) + ' ' + on_one_line(context.right);
    case ConcordanceOrder::Right: return on_one_line(context.right);
  }
  return {};
}

/// The keys of all rows behind one another: a string each would cost more than the sorting.
class Keys {
 public:
  void add(const icu::Collator& collator, std::string_view utf8) {
    const auto units =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    std::array<std::uint8_t, 512> buffer;
    const std::int32_t size = collator.getSortKey(units, buffer.data(), static_cast<std::int32_t>(buffer.size()));
    starts_.push_back(bytes_.size());
    bytes_.append(reinterpret_cast<const char*>(buffer.data()),
                  std::min(static_cast<std::size_t>(size), buffer.size()));
  }
  std::string_view operator[](std::uint32_t row) const {
    const std::size_t end = row + 1 < starts_.size() ? starts_[row + 1] : bytes_.size();
    return std::string_view(bytes_).substr(starts_[row], end - starts_[row]);
  }

 private:
  std::string bytes_;
  std::vector<std::size_t> starts_;
};

}  // namespace

Context context_of(const Text& text, Span hit, std::uint32_t length) {
  const Span left{hit.start - std::min(length, hit.start.value()), hit.start};
  const Span right{hit.end, hit.end + std::min(length, text.end() - hit.end)};
  return {std::string(text.slice(left)), std::string(text.slice(hit)), std::string(text.slice(right))};
}

std::string on_one_line(std::string_view utf8) {
  std::string line;
  line.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(utf8, at);
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
    if (control) {
      line += ' ';
    } else {
      line += utf8.substr(start, at - start);
    }
  }
  return line;
}

std::vector<std::uint32_t> sorted_rows(std::uint32_t rows, ConcordanceOrder order,
                                       const std::function<Context(std::uint32_t)>& context_of_row) {
  std::vector<std::uint32_t> sorted(rows);
  std::iota(sorted.begin(), sorted.end(), 0U);
  if (order == ConcordanceOrder::Place) return sorted;
  const std::unique_ptr<icu::Collator> collator = korean_collator();
  Keys keys;
  for (std::uint32_t row = 0; row < rows; ++row) keys.add(*collator, sorted_by(context_of_row(row), order));
  std::stable_sort(sorted.begin(), sorted.end(), [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  return sorted;
}

}  // namespace mitjul
