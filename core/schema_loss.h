#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace mitjul {

/// What a schema, or a file that describes one in another format, may hold and the other side may not.
enum class SchemaFeature {
  NameAndVersion,      ///< of the schema
  Guidelines,          ///< of the schema and of labels
  Descriptions,        ///< of labels
  Colors,              ///< of labels
  Keys,                ///< of labels and attributes
  OverlapRules,        ///< of labels
  SpanRules,           ///< pieces, units, relations that a label needs
  Revisions,           ///< versions in which meanings changed
  Hierarchy,           ///< labels below labels
  DocumentLabels,      ///< labels of whole documents
  Relations,           ///< labels of relations
  LargeRelations,      ///< relations with more than two roles
  RoleNames,           ///< relations whose roles have ids and names of their own
  AllowedEnds,         ///< roles that allow some labels only
  RelationsAsEnds,     ///< relations that allow relations as their ends
  RelationAttributes,  ///< attributes of relations
  DocumentAttributes,  ///< attributes of labels of whole documents
  FreeAttributes,      ///< attributes without a list of values: text, number, date
  SeveralValues,       ///< attributes that take several values
  RequiredAttributes,  ///< attributes that must have a value
  Defaults,            ///< values that hold where none is given
  SharedAttributeIds,  ///< attributes whose id another label uses for something else
  IdCharacters,        ///< ids with characters that the format does not have
  NameCharacters,      ///< names with characters that the format does not have
  // In files of other programs only
  AbstractLabels,   ///< labels that only group others
  OtherTerms,       ///< second names of a label
  RoleCounts,       ///< roles that must or may be filled several times
  RelationKinds,    ///< symmetric, transitive relations
  PairedEnds,       ///< which first end goes with which second
  OverlapKinds,     ///< who may lie in whom
  Normalisations,   ///< links to data bases
  Sections,         ///< unknown parts of a file
  CodeSets,         ///< groups of codes across the tree
  Controls,         ///< controls for anything but text, or without a counterpart
  ValuesFromTasks,  ///< values that come with the tasks
  TimesOfDay,       ///< dates with a time
  AllowedValues,    ///< the smallest and largest number
};

/// `name-and-version`; what a machine reads.
std::string_view to_string(SchemaFeature feature);

/// Something of a schema that did not get from one format into another, and how often.
struct SchemaLoss {
  SchemaFeature what;
  std::size_t count = 0;
  std::size_t line = 0;  ///< of the file that was read where it stands first; 0 where something was written

  bool operator==(const SchemaLoss&) const = default;
};

/// Counts one more.
void add_loss(std::vector<SchemaLoss>& losses, SchemaFeature what, std::size_t line);

}  // namespace mitjul
