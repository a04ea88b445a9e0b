#pragma once

#include <set>
#include <string>
#include <variant>
#include <vector>

#include "core/problem.h"
#include "core/schema.h"

namespace mitjul {

// What can be done to a schema, as values: they can be previewed, performed (`Workspace::change_schema`), stored and
// proposed. Each names labels by their ids, which never change.

/// A label that comes in, below `label.parent`.
struct AddLabel {
  Label label;
  std::string before;  ///< the sibling it stands in front of; empty: behind all of them

  bool operator==(const AddLabel&) const = default;
};

/// A value of an attribute of the annotations that becomes another one.
struct ValueChange {
  std::string attribute;
  std::string from;
  std::string to;  ///< empty: it is taken away

  bool operator==(const ValueChange&) const = default;
};

/// Another name, colour, key, description, guideline, other attributes, roles or rules for a label. Its kind and its
/// place in the tree stay. What annotations say with attributes and values that are gone is lost, but for `values`.
struct ChangeLabel {
  Label label;
  std::vector<ValueChange> values;

  bool operator==(const ChangeLabel&) const = default;
};

struct MoveLabel {
  std::string label;
  std::string parent;  ///< empty: to the top
  std::string before;  ///< as in `AddLabel`

  bool operator==(const MoveLabel&) const = default;
};

/// One label goes, and its annotations get another one of the same kind, with their attributes. Labels below it, roles
/// and words of the word list go over, too.
struct MergeLabels {
  std::string from;
  std::string into;

  bool operator==(const MergeLabels&) const = default;
};

/// A label gets a sibling, which begins with its attributes and rules: what was tagged with the one may be the other.
struct SplitLabel {
  std::string label;
  Label made;  ///< id, name, colour, key, description and guideline; the rest is taken from `label`

  bool operator==(const SplitLabel&) const = default;
};

/// A label goes, with its annotations and the relations that hang on them. Labels below it move up, with copies of its
/// attributes.
struct DeleteLabel {
  std::string label;

  bool operator==(const DeleteLabel&) const = default;
};

struct ChangeGuideline {
  std::string guideline;

  bool operator==(const ChangeGuideline&) const = default;
};

/// A whole schema, from a file. What annotations use must be in it.
struct ReplaceSchema {
  Schema schema;

  bool operator==(const ReplaceSchema&) const = default;
};

using SchemaOperation = std::variant<AddLabel, ChangeLabel, MoveLabel, MergeLabels, SplitLabel, DeleteLabel,
                                     ChangeGuideline, ReplaceSchema>;

/// The name of the edit that an operation makes: `add-label`, `merge-labels` …
std::string_view name_of(const SchemaOperation& operation);

struct SchemaAfter {
  Schema schema;                  ///< a draft: as it was where there are problems
  std::vector<Problem> problems;  ///< of the operation, or of the schema it would make
};

/// The schema as an operation would leave it, whatever annotations there are. What touches the meaning of a label or a
/// value is marked as revised in the version to come.
SchemaAfter schema_after(const Schema& schema, const SchemaOperation& operation);

/// The version in which changes of this schema will be published, unless another program takes it.
inline int next_version(const Schema& schema) { return schema.version + 1; }

/// Labels and values (`label/attribute/value`) whose meaning has changed since the version was published.
std::set<std::string> revised_in_draft(const Schema& schema);

/// `after` with the marks of `before`, and new ones where descriptions or guidelines differ.
Schema with_revisions(const Schema& before, Schema after);

/// A draft as the next version. `last`: the version as it was published. Of what has been revised since, `unchanged`
/// (ids as `revised_in_draft` gives them) means what it did.
Schema published(Schema draft, const Schema& last, const std::set<std::string>& unchanged);

/// The schema under this number: what was revised after version `last` is revised in it.
Schema as_version(Schema schema, int last, int version);

}  // namespace mitjul
