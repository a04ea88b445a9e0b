#pragma once

#include <memory>
#include <optional>

#include "korean/claim_sources.h"
#include "ui/claim_panel.h"
#include "ui/editor.h"
#include "ui/project_reader.h"

namespace mitjul {

/// Puts what is annotated already first in what is offered for a claim: its attributes, and who makes it.
void start_from(ClaimOffer& offer, const Text& text, const Annotation& claim,
                const std::vector<PresentSource>& sources);

/// Finds what is to be proposed for a claim in the document that is shown.
class ClaimMaker {
 public:
  /// Both outlive it.
  ClaimMaker(Editor& editor, const ProjectReader& reader) : editor_(editor), reader_(reader) {}

  /// For what is selected, or else the unit at the caret; nothing where there is none. Where that is annotated as a
  /// claim, what it has comes first. The schema has a label for claims (asserted).
  std::optional<ClaimOffer> offer();
  /// Words of the shown document as a source that somebody chose, with the label that fits them.
  ClaimOffer::Source source(Span words);
  /// More is known of the words of the project than before.
  void forget() { sources_.reset(); }

 private:
  /// Found when it is first asked for: reading an article of a million characters takes a while.
  const ClaimSources& sources();

  Editor& editor_;
  const ProjectReader& reader_;
  DocumentKey document_;  // that `sources_` is about
  std::unique_ptr<ClaimSources> sources_;
};

}  // namespace mitjul
