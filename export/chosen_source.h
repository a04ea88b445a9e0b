#pragma once

#include <functional>

#include "core/export_profile.h"
#include "export/export.h"

namespace mitjul {

/// The same documents with annotators called `annotator01`, `annotator02` … in the order of the keys of `all` whom the
/// project has. What was taken over from one (`Method::Curation`) names him as its origin, and follows; where that is
/// the name of nobody, it may be one that somebody had before: it is left out and counted (`Provenance`).
ExportSource anonymous_source(ExportSource source, std::vector<Annotator> all);

/// Whether what this set says is exported.
bool chooses(const ExportChoice& choice, const SetKey& set, SetState state);

/// Whether annotations of this label are exported.
bool chooses_label(const ExportChoice& choice, const Schema& schema, const std::string& label);

/// Whether a document with these sets is exported: by its key and the states of its sets. `filter` is not looked at.
bool chooses(const ExportChoice& choice, const DocumentSummary& document);

/// Tells of an annotation of another document whether it is exported; one that is not known is taken to be.
using KeptElsewhere = std::function<bool(const AnnotationRef&)>;

/// The same documents, with what was not chosen left out: sets, annotations of other labels, and relations that have
/// an end among these, or among relations that go for that reason. Such relations, of labels that were chosen, are
/// counted as losses (`AnnotationFeature::Relations`). Which documents and annotators there are, and how these are
/// called, is up to the source.
ExportSource chosen_source(ExportSource source, const ExportChoice& choice, KeptElsewhere kept_elsewhere = {});

}  // namespace mitjul
