#include "import/line_end_count.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "core/blanks.h"
#include "core/word_letter.h"
#include "korean/particles.h"

namespace mitjul {
namespace {

// Times e^5 = 150 as likely, and three times as much for it as against it: in texts whose words tell nothing (of
// Japanese, say), chance alone would go far enough some day.
constexpr double kMuch = 5;
constexpr double kClear = 3;
// What the program usually does needs less.
constexpr double kSome = 2;

// How much likelier than by chance people begin and end there: words are some three letters long, spans begin in front
// of one, and end behind one or in front of a particle.
constexpr double kStartOfWord = 1.1;
constexpr double kStartInWord = -2.2;
constexpr double kStartAtBlank = -2.5;  // or at what closes a sentence, a quotation, brackets
constexpr double kEndOfWord = 0.6;
constexpr double kEndBeforeParticle = 0.8;
constexpr double kEndInWord = -1;
constexpr double kEndAtBlank = -2.1;  // or behind what opens a quotation, brackets
constexpr double kWithinLineEnd = -3.2;
constexpr double kOutside = -4.6;
// For each letter of a quote that stands there, up to four.
constexpr double kQuoteLetter = 2;

/// What stands on both sides of a position; a blank at the ends of the text.
std::pair<char32_t, char32_t> around(const Text& text, TextPos pos) {
  return {pos == TextPos(0) ? U' ' : text.at(pos - 1), pos == text.end() ? U' ' : text.at(pos)};
}

bool closes(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION ||
         std::u32string_view(U".,!?;:%…").find(c) != std::u32string_view::npos;
}

bool opens(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION;
}

double start_there(const Text& text, TextPos pos) {
  const auto [before, behind] = around(text, pos);
  if (before == U'\r' && behind == U'\n') return kWithinLineEnd;
  if (is_blank(behind) || closes(behind)) return kStartAtBlank;
  return is_word_letter(before) && is_word_letter(behind) ? kStartInWord : kStartOfWord;
}

/// What is left of the word behind the position, as far as a particle may reach.
std::u32string rest_of_word(const Text& text, TextPos pos) {
  std::u32string rest;
  while (pos != text.end() && rest.size() <= Particles::kMaxTails && is_word_letter(text.at(pos))) {
    rest += text.at(pos);
    pos = pos + 1;
  }
  return rest;
}

double end_there(const Text& text, Span span) {
  const auto [before, behind] = around(text, span.end);
  if (before == U'\r' && behind == U'\n') return kWithinLineEnd;
  if (before == U'\n' && around(text, span.start).first == U'\n') return 0;  // a paragraph with its line end
  if (is_blank(before) || opens(before)) return kEndAtBlank;
  if (!is_word_letter(before) || !is_word_letter(behind)) return kEndOfWord;
  return Particles::all().contains(rest_of_word(text, span.end)) ? kEndBeforeParticle : kEndInWord;
}

/// How much of the quote stands at the span: names of selections are often cut.
double quote_there(const Text& text, Span span, std::string_view quote) {
  if (quote.empty()) return 0;
  // No more than the quote can be, with line ends of two characters: a span may be as long as the text.
  const std::string there = joined_lines(text.slice(span).substr(0, 2 * quote.size() + 1));
  std::string wanted = joined_lines(quote);
  for (const std::string_view dots : {"…", "..."}) {
    if (wanted.size() > dots.size() && wanted.ends_with(dots)) wanted.resize(wanted.size() - dots.size());
  }
  const auto letters = static_cast<double>(std::min<std::size_t>(4, Text(wanted).length()));
  const bool cut = letters == 4 && there.starts_with(wanted);
  return cut || there == joined_lines(quote) ? letters * kQuoteLetter : 0;
}

/// One way to read the spans of a text.
class Way {
 public:
  Way(const SourceText& source, const std::vector<StatedSpan>& stated)
      : source_(source), unit_(unit_of(source.stated(), stated, OffsetUnit::CodePoints)) {}

  void look_at(const StatedSpan& stated) { span_ = span_in(source_.stated(), stated, unit_); }
  /// Where it comes to lie.
  std::optional<Span> place() const { return span_ ? std::optional(source_.place(*span_)) : std::nullopt; }
  double start() const { return span_ ? start_there(source_.stated(), span_->start) : kOutside; }
  double end() const { return span_ ? end_there(source_.stated(), *span_) : kOutside; }
  double quote(std::string_view words) const { return span_ ? quote_there(source_.stated(), *span_, words) : 0; }

 private:
  const SourceText& source_;
  OffsetUnit unit_;
  std::optional<Span> span_;
};

/// Whether it is more likely in this way than in the other, and clearly so.
bool tells(double for_it, double against_it, double least) {
  return for_it - against_it >= least && for_it >= kClear * against_it;
}

}  // namespace

LineEndEvidence& LineEndEvidence::operator+=(const LineEndEvidence& other) {
  for_one += other.for_one;
  for_two += other.for_two;
  differs = differs || other.differs;
  return *this;
}

LineEndEvidence line_end_evidence(const SourceText& one, const SourceText& two, const std::vector<StatedSpan>& stated) {
  Way as_one(one, stated);
  Way as_two(two, stated);
  LineEndEvidence evidence;
  const auto compare = [&](double of_one, double of_two) {
    evidence.for_one += std::max(0.0, of_one - of_two);
    evidence.for_two += std::max(0.0, of_two - of_one);
  };
  std::set<std::uint64_t> starts;
  std::set<std::uint64_t> ends;
  std::set<std::tuple<std::uint64_t, std::uint64_t, std::string_view>> quotes;
  for (const StatedSpan& each : stated) {
    as_one.look_at(each);
    as_two.look_at(each);
    if (as_one.place() == as_two.place()) continue;
    evidence.differs = true;
    if (starts.insert(each.start).second) compare(as_one.start(), as_two.start());
    if (ends.insert(each.end).second) compare(as_one.end(), as_two.end());
    if (quotes.emplace(each.start, each.end, each.quote).second)
      compare(as_one.quote(each.quote), as_two.quote(each.quote));
  }
  return evidence;
}

void LineEndCounts::see(const DocumentKey& document, const std::u32string& characters,
                        const std::vector<StatedSpan>& stated) {
  if (stated.empty() || characters.find(U'\n') == std::u32string::npos) return;
  Seen& seen = documents_[document];
  seen.has_pairs = has_line_end_pairs(characters);
  seen.evidence = line_end_evidence(SourceText(with_line_ends_of(1, characters)),
                                    SourceText(with_line_ends_of(2, characters)), stated);
  together_[seen.has_pairs] += seen.evidence;
}

LineEndCounts::Count LineEndCounts::of(const DocumentKey& document, std::size_t usual) const {
  const auto found = documents_.find(document);
  const bool has_pairs = found != documents_.end() && found->second.has_pairs;
  if (!has_pairs) usual = 1;
  if (found == documents_.end() || !found->second.evidence.differs) return {usual, true};
  for (const LineEndEvidence& evidence : {found->second.evidence, together_.at(has_pairs)}) {
    const double for_usual = usual == 1 ? evidence.for_one : evidence.for_two;
    const double for_other = usual == 1 ? evidence.for_two : evidence.for_one;
    if (tells(for_other, for_usual, kMuch)) return {3 - usual, true};
    if (tells(for_usual, for_other, kSome)) return {usual, true};
  }
  return {usual, !has_pairs};
}

bool has_line_end_pairs(const std::u32string& text) { return text.find(U"\r\n") != std::u32string::npos; }

std::u32string with_line_ends_of(std::size_t characters, const std::u32string& text) {
  const bool has_pairs = has_line_end_pairs(text);
  if (has_pairs == (characters == 2)) return text;
  std::u32string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = has_pairs && text[i] == U'\r' && i + 1 < text.size() && text[i + 1] == U'\n';
    if (!has_pairs && text[i] == U'\n') result += U'\r';
    if (!pair) result += text[i];
  }
  return result;
}

}  // namespace mitjul
