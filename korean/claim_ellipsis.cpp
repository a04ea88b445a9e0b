#include "korean/claim_ellipsis.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/utf8.h"
#include "korean/claim_nouns.h"
#include "korean/claim_subjects.h"
#include "korean/word_letters.h"

namespace mitjul {
namespace {

bool one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

bool ends_with(std::u32string_view word, std::u32string_view end) {
  return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

/// Whether a word ends like a verb before a noun: 만드는, 개발한, 오를, 던
bool is_adnominal(std::u32string_view word) {
  if (word.empty() || !is_syllable(word.back())) return false;
  const char32_t last = word.back();
  const std::uint32_t final = final_consonant(last);
  if (one_of(last, U"는던")) return word.size() >= 2;
  if (final == 8)
    return one_of(last, U"할될줄볼갈올질릴킬칠일울쓸낼날설칠클릴을") &&
           (word.size() >= 2 || last == U'할' || last == U'될');
  if (final == 4) return one_of(last, U"한된진린킨친난운든낸선인긴준본온간른쓴춘") && word.size() >= 2;
  return false;
}

/// 크게, 빠르게, 급격히, 지속, 첫
bool is_adverb(std::u32string_view word) {
  if (word.size() >= 2 && one_of(word.back(), U"게히")) return true;
  for (const std::u32string_view adverb :
       {U"더",   U"더욱", U"첫",     U"이미", U"매년", U"연속",   U"대폭", U"소폭", U"본격", U"최초",
        U"최대", U"역대", U"추가로", U"모두", U"직접", U"여전히", U"동시", U"여러", U"전면", U"사실상"}) {
    if (word == adverb) return true;
  }
  return false;
}

std::string utf8(std::u32string_view letters) {
  std::string bytes;
  for (const char32_t c : letters) append_utf8(bytes, c);
  return bytes;
}

}  // namespace

Ellipsis read_ellipsis(const PackedText& clause, bool full_stop, bool listed, bool labelled) {
  Ellipsis found;
  const std::vector<std::u32string_view> words = words_of(clause);
  if (words.empty()) return found;
  const std::u32string_view last = words.back();
  found.words = utf8(last);
  const ClaimNouns& nouns = ClaimNouns::all();
  const std::vector<std::u32string_view> before(words.begin(), words.end() - 1);
  const auto any = [&](auto is) { return std::any_of(before.begin(), before.end(), is); };
  const bool figure = has_figure(clause.letters);
  const bool tied = any(has_case);
  const bool adverb = any(is_adverb);
  const bool clausal = !before.empty() && is_adnominal(before.back());
  const bool adnominal = any(is_adnominal);

  // 추진 중, 개발 중
  if ((last == U"중" && !before.empty()) ||
      (ends_with(last, U"중") && nouns.action.ends(last.substr(0, last.size() - 1)))) {
    found.says_something = true;
    return found;
  }
  // 오를 가능성, 줄이는 방향
  if (nouns.clausal.ends(last) && (clausal || tied)) {
    found.says_something = true;
    return found;
  }
  const bool predicative = nouns.action.ends(last) || nouns.state.ends(last);
  if (predicative) {
    found.says_something = tied || figure || adverb || (labelled && words.size() >= 2) ||
                           (full_stop && words.size() >= 3) || (listed && words.size() >= 4);
    found.weak = !tied && !figure;
    return found;
  }
  // AI는 … 기술: said of a subject
  if (any(is_subject) && words.size() >= 3) {
    found.says_something = true;
    return found;
  }
  // 차량이 스스로 달리는 시스템: of the subject in the heading or label
  if (adnominal && tied && (full_stop || labelled) && words.size() >= 3) {
    found.says_something = listed || labelled;
    found.weak = true;
    return found;
  }
  if (adnominal && full_stop && listed && words.size() >= 4) {
    found.says_something = true;
    found.weak = true;
    return found;
  }
  if (figure && (labelled || (full_stop && words.size() >= 3))) {
    found.says_something = true;
    found.weak = true;
  }
  return found;
}

}  // namespace mitjul
