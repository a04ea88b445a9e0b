#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "korean/outline.h"
#include "korean/source_lists.h"
#include "korean/word_evidence.h"

namespace mitjul {

/// How the text tells who makes a claim.
enum class Attribution {
  Explicit,  ///< the unit, or a heading or sentence it depends on, names the source
  Context,   ///< the source was named before and still speaks
  None       ///< the author speaks
};
/// The id in the schema: `explicit`, `context`, `none`.
std::string_view to_string(Attribution attribution);

/// A span that is annotated already and may be a source.
struct NamedSpan {
  Span span;
  enum class Kind { Person, Organisation, Location, Source } kind = Kind::Person;

  auto operator<=>(const NamedSpan&) const = default;
};

/// Who may have said something.
struct ClaimSource {
  Span span;  ///< empty: the author
  SourceKind kind = SourceKind::Unknown;

  bool is_author() const { return span.empty(); }
};

/// Who says a unit, as far as the text tells.
struct ClaimSourceProposal {
  Attribution attribution = Attribution::None;
  /// Best first, at most `kMostSources`; the author is always among them, and first where nothing speaks for another.
  std::vector<ClaimSource> sources;
  /// The words that report (말했다, 따르면), without their complements; none where only the form shows it.
  std::vector<Span> cues;
};
constexpr std::size_t kMostSources = 6;

/// Who says what in an article: for every unit the likely sources, by the words around it and what stands before.
class ClaimSources {
 public:
  /// Reads the text once, linear in its length. `evidence` tells words from words with particle and is not kept.
  ClaimSources(const Text& text, std::vector<OutlineUnit> outline, const WordEvidence& evidence);

  const std::vector<OutlineUnit>& outline() const { return outline_; }
  /// The unit that holds the character behind `pos`, or ends at it; nothing between units.
  std::optional<std::size_t> unit_at(TextPos pos) const;

  /// `unit`: an index of the outline. `named`: what is annotated, in the order of the text. Some microseconds.
  ClaimSourceProposal of(std::size_t unit, const std::vector<NamedSpan>& named = {}) const;

 private:
  /// A source as it is proposed: its readings, best first.
  struct Candidate {
    std::vector<Span> spans;
    SourceKind kind = SourceKind::Unknown;
    Span phrase;  ///< with title and all that belongs to it
    std::size_t unit = 0;
    std::optional<SourceLists::Antecedent> pronoun;
    bool pronoun_names = false;
  };
  /// What was read of a unit.
  struct Reading {
    std::vector<Candidate> own;  ///< named in it, best first
    std::vector<Span> cues;
    std::optional<Candidate> inherited;  ///< named before, and still speaking
    Attribution attribution = Attribution::None;
    bool elided = false;
    bool continues = false;
    bool cites = false;
    bool quotes = false;
    bool author = false;
    bool planned = false;          ///< a named source says or plans it, without quotation
    std::size_t named_before = 0;  ///< how many of `said_` stand before it
    std::size_t met_before = 0;    ///< … and of `met_`
  };
  class Reader;

  void propose(std::vector<ClaimSource>& sources, const Candidate& candidate, const std::vector<NamedSpan>& named,
               std::size_t readings) const;
  std::vector<Span> readings_of(const Candidate& candidate, const std::vector<NamedSpan>& named) const;
  /// Of a unit that reports but names nobody that the rules know: an annotated subject.
  std::optional<Span> annotated_subject(std::size_t unit, const std::vector<NamedSpan>& named) const;
  /// Whom a pronoun of a unit stands for.
  const Candidate* antecedent(const Candidate& pronoun, const Reading& reading) const;

  Text text_;
  std::vector<OutlineUnit> outline_;
  std::vector<Reading> readings_;
  std::vector<Candidate> said_;  ///< who is named as a source, in the order of the text
  std::vector<Candidate> met_;   ///< the persons that sentences are about, in the order of the text, one a unit
};

}  // namespace mitjul
