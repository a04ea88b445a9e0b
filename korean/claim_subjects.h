#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "korean/claim_phrases.h"

namespace mitjul {

/// The words of a packed text, without punctuation behind them; valid as long as the text is.
std::vector<std::u32string_view> words_of(const PackedText& text);

/// Whether a word carries a particle that ties it to a predicate: not 의, 와 and 과.
bool has_case(std::u32string_view word);
/// Whether that particle makes it a topic or subject: 은, 는, 이, 가.
bool is_subject(std::u32string_view word);
/// The words with such a particle, without it.
std::vector<std::u32string> subjects_of(const PackedText& text);

bool has_figure(std::u32string_view letters);

/// Whether a sentence does nothing but say a name, as at the end of a report: 뉴스나루 이하늘입니다
bool names_only_a_person(const PackedText& clause);

}  // namespace mitjul
