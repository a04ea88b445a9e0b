#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/keys.h"
#include "core/span.h"
#include "core/time.h"

namespace mitjul {

/// How an annotation came to be.
enum class Method { Hand, Occurrence, Gazetteer, Suggestion, Import, Curation };

/// The name in files: `hand`, `occurrence` …
std::string_view to_string(Method method);
std::optional<Method> parse_method(std::string_view text);

struct Provenance {
  Time created{};
  std::optional<Time> modified;
  Method method = Method::Hand;
  std::string origin;                ///< free text: a file, a model and its version
  std::optional<double> confidence;  ///< 0 to 1
  int schema_version = 0;            ///< the schema version it was made or last confirmed under
  std::optional<Time> confirmed;
  AnnotatorKey confirmed_by;  ///< empty where nobody confirmed it

  bool operator==(const Provenance&) const = default;
};

/// Another annotation, named from within a document.
struct AnnotationRef {
  DocumentKey document;  ///< empty: the same document
  AnnotationId id;

  auto operator<=>(const AnnotationRef&) const = default;
};

/// `h4k2qa-17`, or `d3f7k2m5qa/h4k2qa-17` for one in another document.
std::string to_string(const AnnotationRef& ref);
std::optional<AnnotationRef> parse_annotation_ref(std::string_view text);

/// One end of a relation: a role of the relation's label, and who plays it.
struct Argument {
  std::string role;
  AnnotationRef target;

  bool operator==(const Argument&) const = default;
};

/// An anchor that ties annotations together: two or more arguments.
struct Relation {
  std::vector<Argument> arguments;

  bool operator==(const Relation&) const = default;
};

/// The anchor of a label that is said of the whole document.
struct WholeDocument {
  bool operator==(const WholeDocument&) const = default;
};

/// What an annotation is about.
using Anchor = std::variant<Spans, Relation, WholeDocument>;

/// Values by attribute id; only an attribute of type `choices` has several.
using Attributes = std::map<std::string, std::vector<std::string>>;

/// A label on an anchor, with its attributes, a note and where it comes from. A value: editing makes another one.
struct Annotation {
  AnnotationId id;
  std::string label;  ///< id of a label in the schema
  Anchor anchor;
  Attributes attributes;
  std::string note;
  Provenance provenance;

  const Spans* spans() const { return std::get_if<Spans>(&anchor); }
  const Relation* relation() const { return std::get_if<Relation>(&anchor); }
  bool on_document() const { return std::holds_alternative<WholeDocument>(anchor); }

  bool operator==(const Annotation&) const = default;
};

/// The order in which annotations of a set are listed and exported: spans in reading order, then relations, then
/// labels of the document; what stands at the same place by number.
bool in_listing_order(const Annotation& a, const Annotation& b);

/// A 64-bit fingerprint of everything an annotation says. The sum over a set does not depend on the order, and
/// shows a row that was lost, changed or added behind the program's back; it is no defence against intent.
/// Part of the project file's format: it does not change from version to version.
std::uint64_t fingerprint(const Annotation& annotation);

}  // namespace mitjul
