#include "ui/place_review.h"

#include <algorithm>
#include <set>

#include "core/annotation_checks.h"
#include "core/annotation_edits.h"
#include "korean/concordance.h"

namespace mitjul {
namespace {

/// Takes new annotations out of an edit that may not stand beside an earlier one of the edit.
void leave_out_rivals(Edit& edit, const Schema& schema) {
  std::map<DocumentKey, std::vector<const Annotation*>> spans;
  std::map<const Annotation*, std::size_t> places;
  for (const Change& change : edit.changes) {
    const auto& made = std::get<AnnotationChange>(change);
    spans[made.set.document].push_back(&*made.after);
    places.emplace(&*made.after, places.size());
  }
  std::map<const Annotation*, std::vector<const Annotation*>> rivals;  // earlier ones
  for (auto& [document, present] : spans) {
    for_each_forbidden_overlap(std::move(present), schema, [&](const Annotation& one, const Annotation& other) {
      const bool later = places.at(&one) > places.at(&other);
      rivals[later ? &one : &other].push_back(later ? &other : &one);
      return true;
    });
  }
  std::set<const Annotation*> left_out;
  Edit kept{edit.name, {}};
  for (const Change& change : edit.changes) {
    const Annotation* const made = &*std::get<AnnotationChange>(change).after;
    const std::vector<const Annotation*>& earlier = rivals[made];
    const bool stays =
        std::all_of(earlier.begin(), earlier.end(), [&](const Annotation* other) { return left_out.count(other) > 0; });
    if (stays) {
      kept.changes.push_back(change);
    } else {
      left_out.insert(made);
    }
  }
  edit = std::move(kept);
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
  for (const ReviewPlace& place : places_) {
    if (place.ticked) count(place);
  }
}

void PlaceReview::count(const ReviewPlace& place) {
  ++ticked_;
  ++documents_[place.document];
}

void PlaceReview::tick(std::size_t row, bool ticked) {
  ReviewPlace& place = places_[row];
  if (place.ticked == ticked) return;
  place.ticked = ticked;
  if (ticked) return count(place);
  --ticked_;
  const auto present = documents_.find(place.document);
  if (--present->second == 0) documents_.erase(present);
}

Edit PlaceReview::edit(const AnnotatorKey& annotator, const Schema& schema) const {
  Edit edit;
  edit.name = "annotate-all";
  for (const ReviewPlace& place : places_) {
    if (!place.ticked) continue;
    edit.changes.emplace_back(new_annotation({place.document, annotator, false}, edit.changes.size() + 1, place.label,
                                             Spans(place.span), place.method));
  }
  if (restricts_overlap(schema)) leave_out_rivals(edit, schema);
  return edit;
}

}  // namespace mitjul
