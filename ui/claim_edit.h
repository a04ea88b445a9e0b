#pragma once

#include <optional>
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
  /// Who says it; nothing where it is the author.
  std::optional<Span> source;
  std::string source_label;  ///< what the source is annotated with if it is not yet
  std::vector<Span> cues;
  std::vector<Span> parts;  ///< claims that it consists of
};

/// The label that claims have in a schema: `CLAIM`, or `Claim`; empty where there is none.
std::string claim_label(const Schema& schema);

/// One edit that annotates the claim with its attributes, its source, cues and parts, and the relations between them
/// (`source`, `cue`, `part`), as far as the schema has them and allows them. What is annotated already, with the same
/// span and a label that may stand there, is taken as it is; a claim that is there gets the attributes and what is
/// missing. `set` is what the annotator has in the document; nullptr: nothing yet. The schema has a label for claims
/// (asserted).
Edit claim_edit(const Schema& schema, const SetKey& key, const AnnotationSet* set, const ClaimChoice& choice);

}  // namespace mitjul
