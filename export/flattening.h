#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/schema.h"
#include "export/export.h"
#include "export/layers.h"
#include "export/tag_map.h"

namespace mitjul {

/// A span of a format in which spans share no characters.
struct TaggedSpan {
  Span span;
  std::string tag;

  bool operator==(const TaggedSpan&) const = default;
};

/// Which of several spans that share characters stays, by the option `flatten` of a format: `longest` (the longest
/// span), `schema` (the label that stands first in the schema), or ids of labels separated by commas, the first before
/// the others (each for those below it, too; all that are not named come last). Between equals the longer span stays,
/// then the one that starts earlier, then the label that stands first in the schema, then the id that was made first.
/// Spans are looked at in that order, and one stays where it shares no character with any that stays already.
class Flattening {
 public:
  /// `rule`: one that is allowed.
  Flattening(const Schema& schema, std::string_view rule);

  static bool allows(std::string_view rule);
  /// The labels that it names.
  static std::vector<std::string> labels_of(std::string_view rule);

  /// Those that stay, in the order of the text. All of `annotations` are spans, none discontinuous.
  std::vector<const Annotation*> flatten(std::vector<const Annotation*> annotations) const;

 private:
  struct Place;
  Place place_of(const Annotation& annotation) const;

  const Schema& schema_;
  enum class By { Length, Schema, Names } by_;
  std::vector<std::string> names_;
};

/// What a format without overlap holds of a layer, in the order of the text. Left out, in this order, are discontinuous
/// spans (which the format's `loses` counts), those whose label has no tag (counted as `UnmappedLabels`), and what has
/// to give way to another span (`OverlappingSpans`).
std::vector<TaggedSpan> tagged_spans(const Layer& layer, const TagMap& tags, const Flattening& flattening,
                                     ExportLosses& losses);

}  // namespace mitjul
