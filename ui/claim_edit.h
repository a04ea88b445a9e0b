#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/annotation_set.h"
#include "core/change.h"
#include "core/schema.h"

namespace mitjul {

/// What an annotator chose of what was proposed for a claim.
struct ClaimChoice {
  Span claim;
  std::string type;         ///< id of a value of the attribute `type`
  std::string attribution;  ///< of `attribution`
  std::string restated;     ///< of `restated`; empty: none
  /// Of `type`, `attribution`, `restated` and `source`, what is as it was offered: nobody chose it.
  std::set<std::string> untouched;
  /// Who says it; nothing where it is the author.
  std::optional<Span> source;
  std::string source_label;  ///< what the source is annotated with if it is not yet
  std::vector<Span> cues;
  std::vector<Span> parts;  ///< claims that it consists of
};

/// The label that claims have in a schema: `CLAIM`, or `Claim`; empty where there is none.
std::string claim_label(const Schema& schema);

/// The first claim of a set that is on exactly this span; nullptr where there is none. `set` may be nullptr.
const Annotation* claim_on(const Schema& schema, const AnnotationSet* set, Span span);

/// A relation that says who makes a claim, and the annotation of who it is.
struct PresentSource {
  const Annotation* relation;
  const Annotation* source;  ///< on a span
};
/// Those of a claim within its set, in the order in which they were made. Pointers hold as long as the set is as it is.
std::vector<PresentSource> present_sources(const Schema& schema, const AnnotationSet& set, const Annotation& claim);

/// One edit that annotates the claim with its attributes, its source, cues and parts, and the relations between them
/// (`source`, `cue`, `part`), as far as the schema has them and allows them. What is annotated already, with the same
/// span and a label that may stand there, is taken as it is; a claim that is there gets what was chosen and what is
/// missing: of `untouched`, it keeps what it has. A source that was chosen takes the place of the one that it had, the
/// author that of all. `set` is what the annotator has in the document; nullptr: nothing yet. The schema has a label
/// for claims (asserted).
Edit claim_edit(const Schema& schema, const SetKey& key, const AnnotationSet* set, const ClaimChoice& choice);

}  // namespace mitjul
