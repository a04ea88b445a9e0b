#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/annotation.h"
#include "core/problem.h"
#include "core/schema.h"

namespace mitjul {

// Values for tests that need one and do not care which, in few words.

inline DocumentKey document_key(std::string_view key = "d3f7k2m5qa") { return DocumentKey::parse(key).value(); }
inline AnnotatorKey annotator_key(std::string_view key = "h4k2qa") { return AnnotatorKey::parse(key).value(); }
inline Time time_at(std::string_view text) { return parse_time(text).value(); }

inline AnnotationId annotation_id(std::int64_t number, std::string_view annotator = "h4k2qa") {
  return {annotator_key(annotator), number};
}

inline Annotation annotation(std::int64_t number, std::string label, Anchor anchor, Attributes attributes = {}) {
  Annotation made{annotation_id(number), std::move(label), std::move(anchor), std::move(attributes), "", {}};
  made.provenance.created = time_at("2026-11-21T00:00:00Z");
  made.provenance.schema_version = 1;
  return made;
}

/// One end of a relation: an annotation of the same document.
inline Argument argument(std::string role, std::int64_t number) {
  return {std::move(role), {{}, annotation_id(number)}};
}

inline Label label(std::string id, LabelKind kind = LabelKind::Span, std::string parent = "") {
  Label made;
  made.name = "이름 " + id;
  made.id = std::move(id);
  made.kind = kind;
  made.parent = std::move(parent);
  return made;
}

inline Label relation_label(std::string id, std::vector<Role> roles) {
  Label made = label(std::move(id), LabelKind::Relation);
  made.roles = std::move(roles);
  return made;
}

inline Attribute attribute(std::string id, AttributeType type, std::vector<AttributeValue> values = {}) {
  Attribute made;
  made.name = "이름 " + id;
  made.id = std::move(id);
  made.type = type;
  made.values = std::move(values);
  return made;
}

inline Schema schema_of(std::vector<Label> labels) { return {"시험", 1, std::move(labels)}; }

/// A problem in one line: `unknown-parent: ORG, ENTITY`.
inline std::string in_words(const Problem& problem) {
  std::string words(to_string(problem.code));
  for (std::size_t i = 0; i < problem.details.size(); ++i) words += (i == 0 ? ": " : ", ") + problem.details[i];
  return words;
}

inline std::vector<std::string> in_words(const std::vector<Problem>& problems) {
  std::vector<std::string> lines;
  for (const Problem& problem : problems) lines.push_back(in_words(problem));
  return lines;
}

}  // namespace mitjul
