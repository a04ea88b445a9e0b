#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/annotation_set.h"
#include "core/document.h"
#include "core/gazetteer.h"
#include "core/project_settings.h"
#include "core/refused_suggestion.h"
#include "core/schema_proposal.h"

namespace mitjul {

/// An annotation that is made (`before` empty), edited, or deleted (`after` empty).
struct AnnotationChange {
  SetKey set;
  std::optional<Annotation> before;
  std::optional<Annotation> after;

  bool operator==(const AnnotationChange&) const = default;
};

/// What an annotation is tagged with: its label, and values of some attributes; no values: it does not have that one.
struct Tagging {
  std::string label;
  Attributes attributes;

  bool operator==(const Tagging&) const = default;
};

/// Annotations of a set that are tagged otherwise because the schema changes. All of them were tagged as `before`
/// says; both sides name the same attributes, those that change. Nobody has looked at the annotations: their
/// provenance stays.
struct RetaggingChange {
  SetKey set;
  std::vector<AnnotationId> annotations;
  Tagging before;
  Tagging after;

  bool operator==(const RetaggingChange&) const = default;
};

/// Whether the annotation is tagged so.
bool is_tagged(const Annotation& annotation, const Tagging& tagging);
/// The annotation, tagged so.
Annotation retagged(Annotation annotation, const Tagging& tagging);

struct SchemaChange {
  Schema before;
  Schema after;

  bool operator==(const SchemaChange&) const = default;
};

struct SetStateChange {
  SetKey set;
  SetState before = SetState::New;
  SetState after = SetState::New;

  bool operator==(const SetStateChange&) const = default;
};

/// A document that is described anew, or moved to the trash and back. Its text never changes. One that comes in
/// (`before` empty) is part of an import, which only the trash can take back.
struct DocumentChange {
  DocumentKey document;
  std::optional<DocumentInfo> before;
  std::optional<DocumentInfo> after;

  bool operator==(const DocumentChange&) const = default;
};

struct SettingsChange {
  ProjectSettings before;
  ProjectSettings after;

  bool operator==(const SettingsChange&) const = default;
};

/// Words that leave the word list of the project, and words that come into it. What is not there to leave, and what is
/// there already, is passed over when the edit is performed.
struct GazetteerChange {
  std::vector<GazetteerEntry> removed;
  std::vector<GazetteerEntry> added;

  bool operator==(const GazetteerChange&) const = default;
};

/// A suggestion that an annotator refuses, or may be offered again.
struct RefusalChange {
  DocumentKey document;
  RefusedSuggestion refusal;
  bool before = false;  ///< whether it is refused
  bool after = true;

  bool operator==(const RefusalChange&) const = default;
};

/// An annotator who gets another name; the key stays.
struct AnnotatorNameChange {
  AnnotatorKey annotator;
  std::string before;
  std::string after;

  bool operator==(const AnnotatorNameChange&) const = default;
};

/// A proposal that is made (`before` empty), decided, or withdrawn (`after` empty).
struct ProposalChange {
  std::int64_t number = 0;
  std::optional<SchemaProposal> before;
  std::optional<SchemaProposal> after;

  bool operator==(const ProposalChange&) const = default;
};

using Change = std::variant<AnnotationChange, RetaggingChange, SchemaChange, SetStateChange, DocumentChange,
                            SettingsChange, GazetteerChange, RefusalChange, AnnotatorNameChange, ProposalChange>;

/// What the user did, as one thing: all of it happens, or nothing.
struct Edit {
  std::string name;  ///< an id such as `annotate`, the same in every language
  std::vector<Change> changes;
};

/// The change that takes this one back.
Change inverse(Change change);
/// The edit that takes this one back: the inverse changes, last first.
Edit inverse(Edit edit);

/// The document a change is about; empty for a change of the schema, the settings, the word list, an annotator's name
/// or a proposal.
DocumentKey document_of(const Change& change);

/// Edits are numbered through the life of a project, from 1.
using EditNumber = std::int64_t;

}  // namespace mitjul
