#include "korean/restated_claim.h"

#include <algorithm>
#include <cassert>
#include <optional>

#include "core/utf8.h"
#include "korean/embedded_table.h"
#include "korean/reported_speech.h"
#include "korean/word_letters.h"

namespace mitjul {
namespace {

using Kind = QuotationCue::Kind;
using Part = SentencePart;

constexpr std::uint32_t kFinalPastSs = 20;

bool is_final_mark(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'…' || c == U'。' || c == U'"' || c == U'”';
}

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == 0xA0 || c == 0x3000; }

std::string to_utf8(std::u32string_view letters) {
  std::string bytes;
  for (const char32_t c : letters) append_utf8(bytes, c);
  return bytes;
}

/// The characters of a span, lines joined, without blanks at its ends.
std::u32string characters(const Text& text, Span span) {
  std::u32string letters;
  for (TextPos at = span.start; at < span.end; at = at + 1) {
    const char32_t c = is_blank(text.at(at)) ? U' ' : text.at(at);
    if (c == U' ' && (letters.empty() || letters.back() == U' ')) continue;
    letters.push_back(c);
  }
  while (!letters.empty() && letters.back() == U' ') letters.pop_back();
  return letters;
}

/// A full stop, where there is no mark at the end.
std::u32string finished(std::u32string sentence) {
  while (!sentence.empty() && (sentence.back() == U',' || sentence.back() == U' ')) sentence.pop_back();
  if (!sentence.empty() && !is_final_mark(sentence.back())) sentence.push_back(U'.');
  return sentence;
}

/// Whether letters end as a sentence does, and not as a noun.
bool is_sentence(std::u32string_view letters) {
  while (!letters.empty() && is_final_mark(letters.back())) letters.remove_suffix(1);
  static constexpr std::u32string_view kEnds[] = {U"다", U"요", U"죠", U"까", U"자", U"라", U"네", U"지", U"음", U"함"};
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::u32string_view end) { return ends_with(letters, end); });
}

/// A quotation as a sentence: “…할 것”이라고 is …할 것이다.
std::u32string quoted_sentence(const Text& text, const Part& quotation) {
  std::u32string sentence = characters(text, quotation.core);
  if (!is_sentence(sentence) && !sentence.empty() && !is_final_mark(sentence.back())) {
    if (begins_with(quotation.particle, U"이라") || begins_with(quotation.particle, U"이며")) {
      sentence += U"이다";
    } else if (begins_with(quotation.particle, U"라")) {
      sentence += U"다";
    }
  }
  return finished(std::move(sentence));
}

/// The quotations that a sentence reports, one after the other; nothing if there is anything it says besides.
std::optional<std::u32string> from_quotations(const Text& text, const ReportedSpeech& speech) {
  std::u32string sentences;
  for (const QuotationCue& cue : speech.cues) {
    if (!cue.quoted || cue.kind != Kind::Report) return std::nullopt;
    const std::u32string sentence = quoted_sentence(text, speech.parts[cue.content]);
    // A word or two in quotation marks is part of the author's sentence.
    if (std::count(sentence.begin(), sentence.end(), U' ') < 1) return std::nullopt;
    if (!sentences.empty()) sentences.push_back(U' ');
    sentences += sentence;
  }
  if (sentences.empty()) return std::nullopt;
  return sentences;
}

/// …다고, …이라고, …것으로 before the verb as the end of a sentence; nothing for …겠다고, …자고, whose subject would
/// be lost.
std::optional<std::u32string> as_sentence(std::u32string_view letters) {
  const auto cut = [&](std::size_t count) { return std::u32string(letters.substr(0, letters.size() - count)); };
  if (ends_with(letters, U"겠다고")) return std::nullopt;
  if (ends_with(letters, U"다고")) return cut(1);
  if (ends_with(letters, U"이라고") || ends_with(letters, U"것이라고")) return cut(2) + U"다";
  if (letters == U"것으로") return std::u32string(U"것이다");
  return std::nullopt;
}

/// What is said without quotation marks, with its own subject.
std::optional<std::u32string> from_report(const Text& text, const ReportedSpeech& speech) {
  if (speech.cues.size() != 1 || speech.sources.empty()) return std::nullopt;
  const QuotationCue& cue = speech.cues.front();
  const SourceName& source = speech.sources.front().name;
  const Part& last = speech.parts[cue.content];
  if (cue.kind != Kind::Report || cue.quoted || cue.content == cue.at || !last.is_word()) return std::nullopt;
  const auto end = as_sentence(last.letters);
  // Who says it must be the topic, and what is said must begin behind it.
  const std::size_t head = source.last;
  const bool side =
      head + 1 < cue.content && speech.parts[head + 1].is_word() && speech.parts[head + 1].noun() == U"측";
  const std::size_t topic = side ? head + 1 : head;
  const std::u32string& particle = speech.parts[topic].particle;
  const bool is_topic = particle == U"은" || particle == U"는" || particle == U"측은";
  if (!end || !is_topic || topic + 2 >= cue.content) return std::nullopt;
  std::u32string sentence = characters(text, {speech.parts[topic].span.end, last.span.start});
  sentence.push_back(U' ');
  while (!sentence.empty() && sentence.front() == U' ') sentence.erase(sentence.begin());
  return finished(sentence + *end);
}

/// What follows …에 따르면.
std::optional<std::u32string> behind_according(const Text& text, Span claim, const ReportedSpeech& speech) {
  if (speech.cues.empty() || speech.cues.front().kind != Kind::According) return std::nullopt;
  std::size_t first = speech.cues.front().at + 1;
  if (speech.cues.size() > 1 || first > speech.parts.size() / 2) return std::nullopt;
  while (first < speech.parts.size() && speech.parts[first].is_mark(U',')) ++first;
  if (first + 1 >= speech.parts.size()) return std::nullopt;
  return finished(characters(text, {speech.parts[first].span.start, claim.end}));
}

/// Without the word at the start that ties it to the sentence before.
std::u32string without_opener(std::u32string sentence) {
  static const std::vector<std::u32string> openers = [] {
    std::vector<std::u32string> read;
    for (const auto& row : korean_table_rows("restated_openers")) read.push_back(composed_letters(row.at(0)));
    std::sort(read.begin(), read.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return read;
  }();
  for (const std::u32string& opener : openers) {
    if (!begins_with(sentence, opener)) continue;
    std::size_t end = opener.size();
    if (end < sentence.size() && sentence[end] == U',') ++end;
    if (end >= sentence.size() || sentence[end] != U' ') continue;
    return sentence.substr(end + 1);
  }
  return sentence;
}

/// -었음 is -었다, 있음 is 있다; others (-함, -됨) could be of any tense and stay.
std::u32string with_predicate(std::u32string sentence) {
  std::size_t end = sentence.size();
  while (end > 0 && is_final_mark(sentence[end - 1])) --end;
  if (end < 2 || sentence[end - 1] != U'음') return sentence;
  const char32_t before = sentence[end - 2];
  static constexpr std::u32string_view kStems = U"있없않같많높낮좋싫적작짧";
  const bool past = is_syllable(before) && final_consonant(before) == kFinalPastSs;
  if (past || kStems.find(before) != kStems.npos) sentence[end - 1] = U'다';
  return sentence;
}

}  // namespace

std::string restated_claim(const Text& text, Span claim, const WordEvidence& evidence) {
  assert(text.holds(claim));
  const ReportedSpeech speech = read_speech(text, claim, evidence);
  std::optional<std::u32string> sentence = from_quotations(text, speech);
  if (!sentence) sentence = from_report(text, speech);
  if (!sentence) sentence = behind_according(text, claim, speech);
  if (!sentence) sentence = characters(text, claim);
  return to_utf8(with_predicate(without_opener(std::move(*sentence))));
}

}  // namespace mitjul
