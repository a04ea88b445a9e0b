#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "core/schema.h"
#include "korean/search_text.h"
#include "ui/name_filter.h"

namespace mitjul {

/// Which annotations of a document one wants to see: those that have all of it.
struct AnnotationFilter {
  std::string label;  ///< id: with those below it; empty: any
  std::optional<Method> method = {};
  /// In the quoted text, the note, the origin or a text of the attributes; initials are understood. A relation has the
  /// words of its ends. Blanks only: any.
  std::string words = {};

  bool empty() const;
  bool operator==(const AnnotationFilter&) const = default;
};

/// A filter made ready for one document: looks for the words in the text once, and then tells of each annotation within
/// microseconds.
class AnnotationMatcher {
 public:
  /// `text` is that of the document, and is not kept. The document outlives the matcher.
  AnnotationMatcher(const AnnotationFilter& filter, const Schema& schema, const AnnotatedDocument& document,
                    const SearchText& text);

  bool accepts(const Annotation& annotation) const;

 private:
  bool has_words(const Annotation& annotation, int depth) const;
  bool has_hit(const Spans& spans) const;

  const AnnotatedDocument& document_;
  std::optional<std::set<std::string, std::less<>>> labels_;  // nothing: any
  std::optional<Method> method_;
  NameFilter words_;
  std::vector<Span> hits_;  // in the order of the text
};

}  // namespace mitjul
