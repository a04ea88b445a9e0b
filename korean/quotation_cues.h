#pragma once

#include <cstddef>
#include <vector>

#include "korean/sentence_parts.h"

namespace mitjul {

/// A word by which a sentence tells that somebody says, thinks, plans or shows something.
struct QuotationCue {
  enum class Kind {
    According,  ///< X에 따르면, X를 인용해: the source ends right before it
    Outcome,    ///< X가 조사한 결과, X 조사 결과: before what was found
    Report,     ///< …다고 말했다, “…”라며, 가능성을 제기했다
    Noun,       ///< …라는 지적이다, …라는 분석을 내놨다
    Plan,       ///< …할 계획이다, …하려 한다, …로 간주하며
    Finding,    ///< …것으로 나타났다, …가 명시되어 있다: a document, not a subject, is the source
    Hearsay     ///< …것으로 알려졌다, …다고 한다, …라는 것이다: nobody is named by its form
  };
  Kind kind = Kind::Report;
  /// The word alone: 말했다, 따르면; empty where only the form shows it.
  Span span;
  /// Where the part that the cue is stands; of an empty one, the last part.
  std::size_t at = 0;
  /// The last part of what is said; the same as `at` where the cue itself is.
  std::size_t content = 0;
  /// The part its clause begins with: behind the cue before it.
  std::size_t begin = 0;
  /// Whether what is said stands in quotation marks.
  bool quoted = false;
  /// Of a noun: whether the sentence says no more than that there is such an opinion (…라는 비판이 나온다), …
  bool existential = false;
  /// … and whether the noun can be named as the source then.
  bool itself = false;
  /// Whether it is a verb by which only bodies and persons decide: 신청을 받아들였다.
  bool decides = false;
  /// Whether it describes the noun that the sentence is about: 주간지가 꼽은 원인은
  bool cleft = false;
  /// Whether the content of the opinion is left out.
  bool says_nothing = false;
};

/// The cues of a sentence, by the place of what is said.
std::vector<QuotationCue> quotation_cues(const std::vector<SentencePart>& parts);

}  // namespace mitjul
