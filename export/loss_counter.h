#pragma once

#include <vector>

#include "export/export.h"

namespace mitjul {

/// Counts, in one document, what a format loses by its nature. `loses`: any of `Texts` (documents that have one),
/// `Titles` (documents with a title, or with a language other than Korean), `Metadata`, `Zones`, `Substitutions`
/// (each), `LineEnds`, `SetStates` (sets), `Annotators` (sets), `DiscontinuousSpans`, `AttributeValues`,
/// `SeveralValues` (attributes of spans that have several), `Relations`, `LargeRelations`, `RelationsOnRelations`,
/// `DistantRelations`, `RelationAttributes`, `DocumentLabels`, `DocumentAttributes`, `Notes`, `Provenance`,
/// `Confirmations`, `Confidence` (annotations). Others are the writer's to count. What is lost as a whole is not
/// counted again for its parts where the whole is in `loses`: attributes of relations, for a format without relations.
void count_losses(const AnnotatedDocument& document, const std::vector<AnnotationFeature>& loses, ExportLosses& losses);

}  // namespace mitjul
