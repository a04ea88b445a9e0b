#pragma once

#include <optional>
#include <vector>

#include "korean/quotation_cues.h"
#include "korean/source_names.h"

namespace mitjul {

/// A source that a sentence names, and how surely.
struct NamedSource {
  SourceName name;
  double strength = 0;
  std::size_t cue = 0;  ///< index of the cue it belongs to
};

/// What a sentence tells by itself about who says it.
struct ReportedSpeech {
  std::vector<SentencePart> parts;
  std::vector<QuotationCue> cues;
  /// Best first; may hold pronouns, and the author (나는) as one of them.
  std::vector<NamedSource> sources;
  /// Whether it reports but leaves out who says it (“…”라고 덧붙였다).
  bool elided = false;
  /// Whether it says that somebody says so, and not who: …그만두었다고 한다.
  bool hearsay = false;
  /// Whether its form goes on with what was said before: 이어 …, …라는 것이다.
  bool continues = false;
  /// Whether it names a document or a survey, whose findings the next sentences may go on with.
  bool cites = false;
  /// Whether what is said stands in quotation marks.
  bool quotes = false;
  /// Whether it says what is or will be done (보낸다, 줄인다) and has no subject.
  bool acts_without_subject = false;
  /// Whether it tells of an opinion without its content: 전문가들은 회의적이다, 반론도 있다.
  bool says_nothing = false;
};

/// Reads one unit. Linear in it. `persons`: who was introduced before it.
ReportedSpeech read_speech(const Text& text, Span unit, const WordEvidence& evidence, const KnownPersons& persons = {});

/// Who or what a heading or label lets speak below it: 에릭 슈미트의 경고, 연구 결과, 찬성하는 쪽.
std::optional<SourceName> speaking_heading(const Text& text, const std::vector<SentencePart>& parts);
/// The name that a label is, and nothing besides: 누리셀:
std::optional<SourceName> named_label(const Text& text, const std::vector<SentencePart>& parts);
/// Whether a sentence says no more than that its content follows: 그의 계산은 이렇다.
bool says_that_it_follows(const std::vector<SentencePart>& parts);
/// What a sentence is about, if it is a name: the first noun phrase with 은 or 는.
std::optional<SourceName> topic_of(const Text& text, const std::vector<SentencePart>& parts);
/// Whose words a sentence announces that says nothing of them yet: 물결시가 꼽은 비결은 다음과 같다.
std::optional<SourceName> announced_source(const Text& text, const std::vector<SentencePart>& parts);

}  // namespace mitjul
