#include "korean/claim_sentence.h"

#include <algorithm>
#include <array>
#include <string>

#include "korean/word_letters.h"

namespace mitjul {
namespace {

constexpr std::u32string_view kDoubleQuotes = U"“”\"＂„‟";
constexpr std::u32string_view kDropped = U"‘’'*`「」『』《》〈〉\u200B\uFEFF";
constexpr std::u32string_view kStops = U".!。！．…~";
constexpr std::size_t kLongestInsertion = 80;

bool in(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }
bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200A);
}
bool is_emoji(char32_t c) { return c >= 0x1F000 || c == 0xFE0F || c == 0x20E3 || c == 0x200D; }

bool ends_with(std::u32string_view letters, std::u32string_view end) {
  return letters.size() >= end.size() && letters.substr(letters.size() - end.size()) == end;
}

char32_t without_final(char32_t syllable) { return syllable - final_consonant(syllable); }

/// The letters of `part` with blanks, emphasis and emoji left out; quotations and insertions as the flags want.
PackedText pack(std::u32string_view part, bool drop_quoted) {
  PackedText packed;
  bool begin = true;
  for (std::size_t at = 0; at < part.size(); ++at) {
    const char32_t c = part[at];
    if (is_blank(c)) {
      begin = true;
      continue;
    }
    if (in(c, kDropped) || is_emoji(c)) continue;
    if (in(c, kDoubleQuotes)) {
      if (!drop_quoted) continue;
      std::size_t close = at + 1;
      while (close < part.size() && !in(part[close], kDoubleQuotes)) ++close;
      if (close >= part.size()) continue;
      packed.add(U'"', begin);
      packed.add(U'"', false);
      begin = false;
      at = close;
      continue;
    }
    if (drop_quoted && (c == U'(' || c == U'（') && at > 0) {
      const std::size_t length = part.substr(at, kLongestInsertion).find(c == U'(' ? U')' : U'）');
      if (length != part.npos) {
        at += length;
        continue;
      }
    }
    packed.add(c, begin);
    begin = false;
  }
  return packed;
}

void strip_stops(PackedText& text, ClaimSentence& found, bool& question) {
  while (!text.letters.empty()) {
    const char32_t last = text.letters.back();
    if (last == U'?' || last == U'？') {
      question = true;
    } else if (in(last, kStops)) {
      found.full_stop = true;
    } else if (!in(last, U",:：;)]}>，")) {
      return;
    }
    text.letters.pop_back();
    text.begins.pop_back();
  }
}

void replace_end(PackedText& text, std::size_t letters, std::u32string_view by) {
  const bool begin = letters > 0 && letters == text.letters.size() && text.begins.front();
  for (std::size_t i = 0; i < letters; ++i) {
    text.letters.pop_back();
    text.begins.pop_back();
  }
  for (const char32_t c : by) text.add(c, begin && text.letters.empty());
}

/// Spoken ends of statements; what is left before them is a stem.
constexpr std::array<std::u32string_view, 30> kSpokenEnds{
    U"는군요", U"더라고요", U"더라구요", U"거든요", U"잖아요", U"는데요", U"은데요", U"니까요", U"군요",     U"네요",
    U"지요",   U"고요",     U"구요",     U"더군요", U"더라",   U"거든",   U"잖아",   U"는구나", U"구나",     U"지만",
    U"죠",     U"더군",     U"다니까",   U"는데",   U"니까",   U"답니다", U"다네",   U"던데요", U"습니다만", U"다만"};

/// Nouns whose last syllable looks like a predicate made a noun.
constexpr std::array<std::u32string_view, 41> kNounsInM{
    U"포함",   U"명함", U"잠수함", U"군함", U"결함",   U"보관함", U"우편함", U"책임",  U"모임", U"게임", U"선임",
    U"신임",   U"사임", U"위임",   U"해임", U"취임",   U"재임",   U"후임",   U"전임",  U"담임", U"부임", U"움직임",
    U"프레임", U"타임", U"조짐",   U"짐",   U"임",     U"함",     U"이삿짐", U"살림",  U"알림", U"그림", U"쓰임",
    U"연임",   U"역임", U"퇴임",   U"방임", U"슬라임", U"주임",   U"상임",   U"수납함"};

bool plain_of_m(PackedText& text) {
  const std::u32string_view letters = text.letters;
  if (letters.size() < 2 || !is_syllable(letters.back())) return false;
  const char32_t last = letters.back();
  const char32_t before = letters[letters.size() - 2];
  if (!is_syllable(before)) return false;
  if (last == U'음') {
    const std::uint32_t final = final_consonant(before);
    if (final != 20 && final != 18 && !in(before, U"높낮많적같좋작넓좁깊짧늦싫않옳밝맑")) return false;
    replace_end(text, 1, U"다");
    return true;
  }
  if (last == U'듦') {
    replace_end(text, 1, U"들다");
    return true;
  }
  if (!in(last, U"함됨임짐남킴옴감림움")) return false;
  for (const std::u32string_view noun : kNounsInM) {
    const bool whole = text.begins[letters.size() - std::min(noun.size(), letters.size())];
    if (ends_with(letters, noun) && (noun.size() > 1 || (whole && last == U'짐'))) return false;
  }
  if (last == U'짐' && !in(before, U"커워져라아어해려뤄러가나빠쳐터퍼꺼이려여켜뎌춰눠")) return false;
  if (last == U'남' && !in(before, U"타어아러")) return false;
  if (last == U'킴' && before != U'시') return false;
  if (last == U'옴' && !in(before, U"나어아해져")) return false;
  if (last == U'감' && !in(before, U"어아해져나")) return false;
  if (last == U'림' && !in(before, U"달걸열내늘올느")) return false;
  if (last == U'움' && !in(before, U"려거가무서로")) return false;
  if (last == U'움') {
    const char32_t stem = before + 17;  // 어려움 → 어렵다
    replace_end(text, 2, U"");
    text.add(stem, false);
    text.add(U'다', false);
    return true;
  }
  const char32_t stem = without_final(last);
  const bool begin = text.begins.back();
  replace_end(text, 1, U"");
  text.add(stem, begin);
  text.add(U'다', false);
  return true;
}

/// Makes the last predicate plain; says whether there is one.
bool plain_sentence(PackedText& text) {
  const std::u32string_view letters = text.letters;
  if (letters.size() < 2) return false;
  const char32_t last = letters.back();
  const char32_t before = letters[letters.size() - 2];
  if (last == U'다') {
    if (before == U'니' && letters.size() >= 3 && is_syllable(letters[letters.size() - 3]) &&
        final_consonant(letters[letters.size() - 3]) == 17) {
      const char32_t third = letters[letters.size() - 3];
      const bool begin = text.begins[text.begins.size() - 3];
      replace_end(text, 3, U"");
      if (third == U'겁') {
        text.add(U'것', begin);
        text.add(U'이', false);
      } else if (third != U'습') {
        text.add(without_final(third), begin);
      }
      text.add(U'다', false);
      return true;
    }
    if (before == U'는') {
      replace_end(text, 2, U"다");
      return true;
    }
    if (!is_syllable(before)) return letter_kind(before) != LetterKind::Other || before == U'"';
    if (in(before, U"마바") && text.begins[letters.size() - 2]) return false;  // 바다
    if (final_consonant(before) == 4 && before != U'안') {
      text.letters[letters.size() - 2] = without_final(before);
    }
    if (ends_with(text.letters, U"거다")) replace_end(text, 2, U"것이다");
    if (ends_with(text.letters, U"것다")) replace_end(text, 2, U"것이다");
    return true;
  }
  if (last == U'요' || last == U'죠' || last == U'라' || last == U'든' || last == U'아' || last == U'나' ||
      last == U'만' || last == U'군' || last == U'데' || last == U'까' || last == U'네') {
    const bool because = ends_with(letters, U"니까요") && letters.size() > 3 &&
                         is_syllable(letters[letters.size() - 4]) && final_consonant(letters[letters.size() - 4]) != 17;
    if (!because && (ends_with(letters, U"까요") || ends_with(letters, U"나요") || ends_with(letters, U"을까") ||
                     ends_with(letters, U"세요") || ends_with(letters, U"게요"))) {
      return ends_with(letters, U"요");
    }
    for (const auto& [end, plain] : {std::pair<std::u32string_view, std::u32string_view>{U"거예요", U"것이다"},
                                     {U"거에요", U"것이다"},
                                     {U"이에요", U"이다"},
                                     {U"아니에요", U"아니다"},
                                     {U"예요", U"이다"},
                                     {U"에요", U"이다"},
                                     {U"해요", U"하다"},
                                     {U"돼요", U"되다"},
                                     {U"져요", U"지다"},
                                     {U"려요", U"리다"},
                                     {U"여요", U"이다"},
                                     {U"줘요", U"주다"},
                                     {U"봐요", U"보다"},
                                     {U"와요", U"오다"},
                                     {U"커요", U"크다"},
                                     {U"어요", U"다"},
                                     {U"아요", U"다"}}) {
      if (!ends_with(letters, end)) continue;
      replace_end(text, end.size(), plain);
      return true;
    }
    if (ends_with(letters, U"워요") && letters.size() > 2 && is_syllable(letters[letters.size() - 3]) &&
        final_consonant(letters[letters.size() - 3]) == 0) {
      const char32_t stem = letters[letters.size() - 3] + 17;  // 아쉬워요 → 아쉽다
      const bool begin = text.begins[letters.size() - 3];
      replace_end(text, 3, U"");
      text.add(stem, begin);
      text.add(U'다', false);
      return true;
    }
    for (const std::u32string_view end : kSpokenEnds) {
      if (!ends_with(letters, end) || letters.size() <= end.size()) continue;
      const char32_t stem = letters[letters.size() - end.size() - 1];
      if (!is_syllable(stem)) return false;
      replace_end(text, end.size(), U"다");
      return true;
    }
    if (last == U'요' && is_syllable(before) && letters.size() >= 3 &&
        !in(before, U"필수중주개동긴소강")) {  // 필요, 수요, 중요, 주요, 개요 are nouns
      replace_end(text, 1, U"다");
      return true;
    }
    return false;
  }
  // 했지, 했어, 했네: only behind a past tense, where no noun ends so
  if (in(last, U"지어고며") && is_syllable(before) && final_consonant(before) == 20) {
    replace_end(text, 1, U"다");
    return true;
  }
  return false;
}

}  // namespace

ClaimSentence read_sentence(std::string_view utf8) {
  const std::u32string letters = composed_letters(utf8);
  ClaimSentence found;
  found.whole = pack(letters, false);
  found.clause = pack(letters, true);
  bool question = false;
  strip_stops(found.clause, found, question);
  // A unit that is a quotation, or ends with one, says what the quotation says.
  if (ends_with(found.clause.letters, U"\"\"")) {
    std::size_t close = letters.size();
    while (close > 0 && !in(letters[close - 1], kDoubleQuotes)) --close;
    std::size_t open = close > 0 ? close - 1 : 0;
    while (open > 0 && !in(letters[open - 1], kDoubleQuotes)) --open;
    if (close > open) found.clause = pack(std::u32string_view(letters).substr(open, close - 1 - open), true);
    strip_stops(found.clause, found, question);
  }
  if (question) {
    found.style = ClauseStyle::Question;
  } else if (plain_sentence(found.clause)) {
    found.style = ClauseStyle::Sentence;
  } else if (plain_of_m(found.clause)) {
    found.style = ClauseStyle::Nominal;
  }
  return found;
}

}  // namespace mitjul
