#pragma once

#include <cstddef>
#include <string_view>

namespace mitjul {

/// What a project holds and a format may not: the lines of the report that an export gives.
enum class AnnotationFeature {
  SchemaDetails,         ///< names, colours, descriptions and rules of labels
  RenamedIds,            ///< ids of labels, attributes, roles … that the format has to spell in another way
  Texts,                 ///< texts of documents
  Titles,                ///< titles and languages of documents
  Metadata,              ///< what else is known of documents
  Zones,                 ///< headings, tables, captions …
  Substitutions,         ///< which characters of the original were replaced
  LineEnds,              ///< line ends of the text
  Blanks,                ///< how many blanks stand between words
  Characters,            ///< characters that the format does not have
  TextOutsideUnits,      ///< text that lies in no sentence unit
  SetStates,             ///< whether an annotator has finished a document
  Annotators,            ///< who annotated
  DiscontinuousSpans,    ///< spans in several pieces
  OverlappingSpans,      ///< spans that share characters with another
  SpansAcrossUnits,      ///< spans that reach beyond a sentence unit
  UnmappedLabels,        ///< annotations whose label has no counterpart
  LabelsBeside,          ///< labels at the same place as another
  AttributeValues,       ///< values of attributes
  SeveralValues,         ///< values of attributes that have several
  Relations,             ///< relations
  LargeRelations,        ///< relations of more than two ends
  RelationsOnRelations,  ///< relations that have a relation as an end
  DistantRelations,      ///< relations with an end in another document
  RelationAttributes,    ///< values of attributes of relations
  DocumentLabels,        ///< labels of whole documents
  DocumentAttributes,    ///< values of attributes of labels of documents
  Notes,                 ///< notes of annotations
  Provenance,            ///< when and how annotations were made, and under which schema version
  Confirmations,         ///< who confirmed annotations
  Confidence,            ///< how sure a program was of annotations
};
inline constexpr std::size_t kAnnotationFeatures = 31;

/// `overlapping-spans`; what a machine reads.
std::string_view to_string(AnnotationFeature feature);

}  // namespace mitjul
