#include "messages/particle.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/utf8.h"

namespace mitjul {
namespace {

/// How a word ends where it is read aloud.
enum class Ending { Unknown, Vowel, Rieul, Consonant };

struct Particle {
  std::string_view both;
  std::string_view behind_vowel;
  std::string_view behind_rieul;
  std::string_view behind_consonant;
};

constexpr std::array kParticles{
    Particle{"은(는)", "는", "은", "은"}, Particle{"이(가)", "가", "이", "이"},   Particle{"을(를)", "를", "을", "을"},
    Particle{"와(과)", "와", "과", "과"}, Particle{"(으)로", "로", "로", "으로"},
};

constexpr std::u32string_view kPassedOver = U" \t\n\u00A0'\"’”»>〉》」』】.,!?…·:;。、";
constexpr std::u32string_view kOpening = U"([（［〔";
constexpr std::u32string_view kClosing = U")]）］〕";

bool is_one_of(std::u32string_view characters, char32_t c) { return characters.find(c) != std::u32string_view::npos; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_upper(char32_t c) { return c >= U'A' && c <= U'Z'; }
bool is_latin(char32_t c) { return is_upper(c) || (c >= U'a' && c <= U'z'); }
char32_t lower(char32_t c) { return is_upper(c) ? c + (U'a' - U'A') : c; }
bool is_vowel(char32_t c) { return is_one_of(U"aeiouy", c); }

std::u32string characters_of(std::string_view utf8) {
  std::u32string characters;
  for (std::size_t byte = 0; byte < utf8.size();) characters += next_code_point(utf8, byte);
  return characters;
}

/// Where the bracket that `text` ends with was opened.
std::optional<std::size_t> opening_of_last(std::u32string_view text) {
  std::size_t depth = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    if (is_one_of(kClosing, text[i])) ++depth;
    if (is_one_of(kOpening, text[i]) && --depth == 0) return i;
  }
  return std::nullopt;
}

/// What of a text is read last. Brackets right behind a word gloss it, and are not read; other brackets are.
std::u32string_view what_is_read(std::u32string_view text) {
  while (!text.empty()) {
    const char32_t last = text.back();
    if (is_one_of(kClosing, last)) {
      const auto opening = opening_of_last(text);
      const bool gloss = opening && *opening > 0 && !is_one_of(kPassedOver, text[*opening - 1]) &&
                         !is_one_of(U"‘“«<〈《「『【", text[*opening - 1]);
      text = text.substr(0, gloss ? *opening : text.size() - 1);
    } else if (is_one_of(kPassedOver, last)) {
      text.remove_suffix(1);
    } else {
      break;
    }
  }
  return text;
}

std::optional<Ending> hangul_ending(char32_t c) {
  constexpr char32_t kFinalRieul = 8;
  const auto of_final = [](char32_t final) {
    if (final == 0) return Ending::Vowel;
    return final == kFinalRieul ? Ending::Rieul : Ending::Consonant;
  };
  if (c >= U'가' && c <= U'힣') return of_final((c - U'가') % 28);
  // Composed of parts, as macOS writes names of files.
  if (c >= U'\u1161' && c <= U'\u1175') return Ending::Vowel;
  if (c >= U'\u11A8' && c <= U'\u11C2') return of_final(c - U'\u11A7');
  // Single letters by their names: 기역, 리을, 아.
  if (c >= U'ㄱ' && c <= U'ㅎ') return c == U'ㄹ' ? Ending::Rieul : Ending::Consonant;
  if (c >= U'ㅏ' && c <= U'ㅣ') return Ending::Vowel;
  return std::nullopt;
}

/// As in 영 일 이 삼 사 오 육 칠 팔 구, and 십 백 천 만 억 조 where zeros end the number.
Ending number_ending(std::u32string_view text) {
  constexpr std::array kDigits{Ending::Consonant, Ending::Rieul,     Ending::Vowel, Ending::Consonant, Ending::Vowel,
                               Ending::Vowel,     Ending::Consonant, Ending::Rieul, Ending::Rieul,     Ending::Vowel};
  std::size_t zeros = 0;
  std::size_t i = text.size();
  for (; i > 0 && (text[i - 1] == U'0' || text[i - 1] == U','); --i) {
    if (text[i - 1] == U'0') ++zeros;
  }
  if (zeros == 0) return kDigits[text.back() - U'0'];
  const bool multiple = i > 0 && is_digit(text[i - 1]);
  if (!multiple || zeros < 12) return Ending::Consonant;
  return zeros < 16 ? Ending::Vowel : Ending::Unknown;
}

/// As the name of the letter: 엘, 엠, 엔, 알; all others end in a vowel.
Ending letter_ending(char32_t letter) {
  if (letter == U'l' || letter == U'r') return Ending::Rieul;
  return letter == U'm' || letter == U'n' ? Ending::Consonant : Ending::Vowel;
}

/// A foreign word as it is mostly written in Hangul: 파일, 네임, 서버, 토픽. `word` in lower case.
Ending word_ending(std::u32string_view word) {
  const char32_t last = word.back();
  const char32_t before = word.size() > 1 ? word[word.size() - 2] : U' ';
  const char32_t first = word.size() > 2 ? word[word.size() - 3] : U' ';
  switch (last) {
    case U'l': return Ending::Rieul;
    case U'm':
    case U'n': return Ending::Consonant;
    case U'g': return before == U'n' ? Ending::Consonant : Ending::Vowel;
    case U'c': return is_vowel(before) ? Ending::Consonant : Ending::Vowel;
    case U'b':
    case U'k':
    case U'p':
    case U't': {  // 챗 but 세트, 맵 but 테이프: as long as the vowel is
      const bool open = is_vowel(before) || before == last || before == U'c' || before == U'm';
      return open && !(before == U'c' && last == U't') ? Ending::Unknown : Ending::Vowel;
    }
    case U'e': {  // mostly silent
      if (before == U'l') return Ending::Rieul;
      if (before == U'm' || before == U'n') {
        return is_vowel(first) || first == before ? Ending::Consonant : Ending::Vowel;
      }
      return before == U'p' ? Ending::Unknown : Ending::Vowel;
    }
    default: return Ending::Vowel;
  }
}

Ending latin_ending(std::u32string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_latin(text[begin - 1])) --begin;
  const std::u32string_view written = text.substr(begin);
  std::u32string word(written);
  std::transform(word.begin(), word.end(), word.begin(), lower);
  const bool capitals = std::all_of(written.begin(), written.end(), is_upper);
  const bool pronounceable = std::any_of(word.begin(), word.end(), is_vowel);
  // `5kg`: a unit, which may be read as a whole word.
  if (!capitals && !pronounceable && begin > 0 && is_digit(text[begin - 1])) return Ending::Unknown;
  const bool spelled = word.size() == 1 || !pronounceable || (capitals && word.size() <= 3);
  return spelled ? letter_ending(word.back()) : word_ending(word);
}

Ending ending_of(std::string_view sentence) {
  if (!is_valid_utf8(sentence)) return Ending::Unknown;
  const std::u32string characters = characters_of(sentence);
  const std::u32string_view read = what_is_read(characters);
  if (read.empty()) return Ending::Unknown;
  const char32_t last = read.back();
  if (const auto hangul = hangul_ending(last)) return *hangul;
  if (is_digit(last)) return number_ending(read);
  if (is_latin(last)) return latin_ending(read);
  return last == U'%' ? Ending::Vowel : Ending::Unknown;  // 퍼센트
}

std::string_view form(const Particle& particle, Ending ending) {
  switch (ending) {
    case Ending::Unknown: break;
    case Ending::Vowel: return particle.behind_vowel;
    case Ending::Rieul: return particle.behind_rieul;
    case Ending::Consonant: return particle.behind_consonant;
  }
  return particle.both;
}

}  // namespace

void append_with_particles(std::string& sentence, std::string_view words) {
  while (true) {
    const Particle* next = nullptr;
    std::size_t at = words.size();
    for (const Particle& particle : kParticles) {
      if (const std::size_t found = words.find(particle.both); found < at) {
        next = &particle;
        at = found;
      }
    }
    sentence += words.substr(0, at);
    if (next == nullptr) return;
    sentence += form(*next, ending_of(sentence));
    words.remove_prefix(at + next->both.size());
  }
}

}  // namespace mitjul
