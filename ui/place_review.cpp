#include "ui/place_review.h"

#include <algorithm>
#include <set>

#include "core/annotation_edits.h"
#include "view/caret.h"

namespace mitjul {
namespace {

constexpr std::uint32_t kContext = 30;

/// Line ends and tabs would part the lines of a table.
std::string on_one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  return line;
}

}  // namespace

ReviewPlace review_place(const DocumentKey& document, std::string_view name, const Text& text, Span span,
                         const std::string& label, Method method, bool certain) {
  ReviewPlace place;
  place.document = document;
  place.document_name = name;
  place.span = span;
  place.label = label;
  place.method = method;
  place.certain = place.ticked = certain;
  const Span left = text.snap_to_graphemes({span.start - std::min(kContext, span.start.value()), span.start});
  const Span right = text.snap_to_graphemes({span.end, span.end + std::min(kContext, text.end() - span.end)});
  place.left = on_one_line(text.slice({left.start, span.start}));
  place.hit = on_one_line(text.slice(span));
  place.right = on_one_line(text.slice({span.end, right.end}));
  return place;
}

PlaceReview::PlaceReview(std::vector<ReviewPlace> places) : places_(std::move(places)) {
  std::stable_partition(places_.begin(), places_.end(), [](const ReviewPlace& place) { return place.certain; });
}

std::size_t PlaceReview::ticked() const {
  return static_cast<std::size_t>(
      std::count_if(places_.begin(), places_.end(), [](const ReviewPlace& place) { return place.ticked; }));
}

std::size_t PlaceReview::documents() const {
  std::set<DocumentKey> documents;
  for (const ReviewPlace& place : places_) {
    if (place.ticked) documents.insert(place.document);
  }
  return documents.size();
}

Edit PlaceReview::edit(const AnnotatorKey& annotator) const {
  Edit edit;
  edit.name = "annotate-all";
  for (const ReviewPlace& place : places_) {
    if (!place.ticked) continue;
    edit.changes.push_back(new_annotation({place.document, annotator, false}, edit.changes.size() + 1, place.label,
                                          Spans(place.span), place.method));
  }
  return edit;
}

}  // namespace mitjul
