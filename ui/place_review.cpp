#include "ui/place_review.h"

#include <algorithm>
#include <set>

#include "core/annotation_edits.h"
#include "korean/concordance.h"

namespace mitjul {
ReviewPlace review_place(const DocumentKey& document, std::string_view name, const Text& text, Span span,
                         const std::string& label, Method method, bool certain) {
  ReviewPlace place;
  place.document = document;
  place.document_name = name;
  place.span = span;
  place.label = label;
  place.method = method;
  place.certain = place.ticked = certain;
  // Half an emoji would be shown as another one.
  const Span around = text.snap_to_graphemes({span.start - std::min(kContextLength, span.start.value()),
                                              span.end + std::min(kContextLength, text.end() - span.end)});
  place.left = on_one_line(text.slice({around.start, span.start}));
  place.hit = on_one_line(text.slice(span));
  place.right = on_one_line(text.slice({span.end, around.end}));
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
