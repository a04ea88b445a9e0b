#include "korean/search_text.h"

#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <stdexcept>
#include <unordered_map>
#include <vector>

#include "core/utf8.h"
#include "korean/jamo.h"
#include "korean/word_letters.h"

namespace mitjul {
namespace {

const icu::Normalizer2& instance(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const made = get(status);
  if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no normalisation data");
  return *made;
}

const icu::Normalizer2& normalizer() {
  static const icu::Normalizer2& made = instance(icu::Normalizer2::getNFKCCasefoldInstance);
  return made;
}

/// How characters fold, without their neighbours.
class FoldTable {
 public:
  static const FoldTable& get() {
    static const FoldTable table;
    return table;
  }

  /// Whether it becomes itself, and joins nothing before it.
  bool stays(char32_t c) const { return c < kSize ? entries_[c] == Entry::Stays : outside_bmp(c) == Entry::Stays; }
  /// Whether it can join what is before it.
  bool joins(char32_t c) const { return c < kSize ? entries_[c] == Entry::Joins : outside_bmp(c) == Entry::Joins; }

 private:
  enum class Entry : std::uint8_t { Stays, Changes, Joins };
  static constexpr char32_t kSize = 0x10000;

  FoldTable() : entries_(kSize, Entry::Stays) {
    for (char32_t c = 0x80; c < kSize; ++c) {
      if (is_syllable(c) || is_compatibility_jamo(c)) continue;
      entries_[c] = is_halfwidth_jamo(c) || is_leading_jamo(c) ? Entry::Changes : by_icu(c);
    }
    for (char32_t c = 'A'; c <= 'Z'; ++c) entries_[c] = Entry::Changes;
  }

  static Entry by_icu(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString folded = normalizer().normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
    // What vanishes is taken by itself: it must not become a part of what stands before it.
    if (folded.isEmpty()) return Entry::Changes;
    if (normalizer().hasBoundaryBefore(static_cast<UChar32>(c)) == 0) return Entry::Joins;
    return folded.char32At(0) == static_cast<UChar32>(c) && folded.countChar32() == 1 ? Entry::Stays : Entry::Changes;
  }
  static Entry outside_bmp(char32_t c) {
    return normalizer().isInert(static_cast<UChar32>(c)) != 0 ? Entry::Stays : by_icu(c);
  }

  std::vector<Entry> entries_;
};

void append_normalised(std::string& out, std::string_view utf8) {
  if (utf8.empty()) return;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString folded = normalizer().normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size()))), status);
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    append_utf8(out, to_compatibility_jamo(static_cast<char32_t>(folded.char32At(i))));
  }
}

/// Whether three bytes are a Hangul syllable.
bool is_syllable_at(const unsigned char* bytes) {
  if (bytes[0] < 0xEA || bytes[0] > 0xED) return false;
  const char32_t c = (static_cast<char32_t>(bytes[0] & 0x0FU) << 12U) |
                     (static_cast<char32_t>(bytes[1] & 0x3FU) << 6U) | static_cast<char32_t>(bytes[2] & 0x3FU);
  return is_syllable(c);
}

void append_number(std::string& out, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7U) out.push_back(static_cast<char>(number | 0x80U));
  out.push_back(static_cast<char>(number));
}

/// Folds a text from left to right: stretches that stay as they are are copied, the rest goes by sequences of
/// characters that fold together.
class Folder {
 public:
  explicit Folder(std::string_view source) : source_(source) {}

  void fold() {
    const auto* const bytes = reinterpret_cast<const unsigned char*>(source_.data());
    std::size_t last = 0;  // the character before
    for (std::size_t at = 0; at < source_.size();) {
      if (bytes[at] < 0x80) {
        upper_ |= bytes[at] - unsigned{'A'} < 26U;
        last = at++;
        continue;
      }
      if (source_.size() - at >= 3 && is_syllable_at(bytes + at)) {
        last = at;
        at += 3;
        continue;
      }
      std::size_t next = at;
      const char32_t c = next_code_point(source_, next);
      if (table_.stays(c)) {
        last = at;
        at = next;
        continue;
      }
      const std::size_t start = table_.joins(c) && at > copied_ ? last : at;
      while (next < source_.size()) {
        std::size_t behind = next;
        if (!table_.joins(next_code_point(source_, behind))) break;
        next = behind;
      }
      fold_sequence(start, next);
      at = next;
    }
    if (!changed_ && !upper_) return;
    copy_to(source_.size());
    for (char& c : out_) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    changed_ = true;
    if (out_.capacity() > out_.size() + out_.size() / 8) out_.shrink_to_fit();
    exceptions_.shrink_to_fit();
  }

  /// False: the text is its own folded form, and `out` is empty.
  bool changed() const { return changed_; }
  std::string& out() { return out_; }
  std::string& exceptions() { return exceptions_; }

 private:
  void copy_to(std::size_t end) {
    if (out_.empty()) out_.reserve(source_.size());
    out_.append(source_.substr(copied_, end - copied_));
    copied_ = end;
  }

  void fold_sequence(std::size_t start, std::size_t end) {
    copy_to(start);
    changed_ = true;
    const std::string_view sequence = source_.substr(start, end - start);
    const std::size_t before = out_.size();
    std::size_t first_end = 0;
    const char32_t first = next_code_point(sequence, first_end);
    if (first_end == sequence.size()) {
      out_ += folded_alone(first);
    } else if (const char32_t syllable = composed_syllable(sequence); syllable != 0) {
      append_utf8(out_, syllable);
    } else if (is_compatibility_jamo(first) || is_halfwidth_jamo(first)) {
      out_ += folded_alone(first);
      append_normalised(out_, sequence.substr(first_end));
    } else {
      append_normalised(out_, sequence);
    }
    copied_ = end;
    note(before, static_cast<std::uint32_t>(count_code_points(sequence)));
  }

  /// Remembers what did not become one character each.
  void note(std::size_t before, std::uint32_t originals) {
    const auto folded = static_cast<std::uint32_t>(count_code_points(std::string_view(out_).substr(before)));
    if (originals == 1 && folded == 1) return;
    const std::string_view between = std::string_view(out_).substr(noted_, before - noted_);
    append_number(exceptions_, static_cast<std::uint32_t>(count_code_points(between)));
    append_number(exceptions_, originals);
    append_number(exceptions_, folded);
    noted_ = out_.size();
  }

  const std::string& folded_alone(char32_t c) {
    const auto [entry, added] = alone_.try_emplace(c);
    if (added) {
      std::string utf8;
      append_utf8(utf8, to_compatibility_jamo(c));
      if (is_compatibility_jamo(to_compatibility_jamo(c))) {
        entry->second = utf8;
      } else {
        append_normalised(entry->second, utf8);
      }
    }
    return entry->second;
  }

  /// The syllable that conjoining jamo are (NFD), or 0.
  static char32_t composed_syllable(std::string_view sequence) {
    char32_t syllable = 0;
    for (std::size_t at = 0; at < sequence.size();) {
      const char32_t c = next_code_point(sequence, at);
      syllable = syllable == 0 ? c : composed(syllable, c);
      if (syllable == 0) return 0;
    }
    return is_syllable(syllable) ? syllable : 0;
  }

  const FoldTable& table_ = FoldTable::get();
  std::string_view source_;
  std::size_t copied_ = 0;  // of the source
  std::size_t noted_ = 0;   // of what came out: the end of the last exception
  bool upper_ = false;
  bool changed_ = false;
  std::string out_;
  std::string exceptions_;
  std::unordered_map<char32_t, std::string> alone_;
};

/// Whether characters of this kind never join what stands beside them: the ends of nearly all words.
bool is_plain_ascii(unsigned char byte) { return byte == '\n' || (byte >= 0x20 && byte < 0x7F); }

bool plain_before(std::string_view utf8, std::size_t at) {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(utf8.data());
  return at == 0 || is_plain_ascii(bytes[at - 1]) || (at >= 3 && is_syllable_at(bytes + at - 3));
}
bool plain_behind(std::string_view utf8, std::size_t at) {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(utf8.data());
  return at == utf8.size() || is_plain_ascii(bytes[at]) || (utf8.size() - at >= 3 && is_syllable_at(bytes + at));
}

}  // namespace

SearchText::SearchText(Text text) {
  Folder folder(text.utf8());
  folder.fold();
  data_ = std::make_shared<const Data>(
      Data{std::move(text), !folder.changed(), std::move(folder.out()), std::move(folder.exceptions())});
}

std::string folded_for_search(std::string_view utf8) {
  Folder folder(utf8);
  folder.fold();
  return folder.changed() ? std::move(folder.out()) : std::string(utf8);
}

OriginalPlaces::Exception OriginalPlaces::read(std::size_t at) const {
  Exception exception;
  for (std::uint32_t* const number : {&exception.gap, &exception.originals, &exception.folded}) {
    for (std::uint32_t shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(text_.exceptions[at++]);
      *number |= (byte & 0x7FU) << shift;
      if (byte < 0x80) break;
    }
  }
  exception.next = at;
  return exception;
}

void OriginalPlaces::count_to(Place& place, std::size_t byte) const {
  place.folded += static_cast<std::uint32_t>(count_code_points(folded_.substr(place.byte, byte - place.byte)));
  place.byte = byte;
}

void OriginalPlaces::pass(Place& place, const Exception& exception) const {
  place.known += exception.gap + exception.folded;
  place.original += exception.gap + exception.originals;
  place.exception = exception.next;
}

bool OriginalPlaces::certainly_whole(std::size_t begin, std::size_t end) const {
  return plain_before(folded_, begin) && plain_behind(folded_, begin) && plain_before(folded_, end) &&
         plain_behind(folded_, end);
}

Span OriginalPlaces::span_of(std::size_t begin, std::size_t end) {
  const auto more = [&](const Place& place) { return place.exception < text_.exceptions.size(); };
  count_to(place_, begin);
  TextPos start(place_.original + (place_.folded - place_.known));
  while (more(place_)) {
    const Exception next = read(place_.exception);
    const std::uint32_t from = place_.known + next.gap;
    if (from + next.folded > place_.folded) {
      if (from < place_.folded) start = TextPos(place_.original + next.gap);
      break;
    }
    pass(place_, next);
    start = TextPos(place_.original + (place_.folded - place_.known));
  }
  Place last = place_;
  count_to(last, end);
  TextPos stop(last.original + (last.folded - last.known));
  bool invisible_behind = false;
  while (more(last)) {
    const Exception next = read(last.exception);
    const std::uint32_t from = last.known + next.gap;
    if (from >= last.folded) {
      invisible_behind = from == last.folded && next.folded == 0;
      break;
    }
    const bool inside = from + next.folded > last.folded;
    if (inside) stop = TextPos(last.original + next.gap + next.originals);
    if (inside) break;
    pass(last, next);
    stop = TextPos(last.original + (last.folded - last.known));
  }
  const Span span{start, stop};
  return certainly_whole(begin, end) && !invisible_behind ? span : text_.text.snap_to_graphemes(span);
}

}  // namespace mitjul
