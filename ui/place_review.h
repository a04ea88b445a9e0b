#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/change.h"
#include "core/schema.h"

namespace mitjul {

/// A place of the project that may be annotated.
struct ReviewPlace {
  DocumentKey document;
  std::string document_name;
  Span span;
  std::string label;  ///< id
  Method method = Method::Occurrence;
  bool certain = true;
  // What stands there, with what is around it on one line.
  std::string left;
  std::string hit;
  std::string right;
  bool ticked = true;
};

/// The place with what stands around it, ticked if it is certain.
ReviewPlace review_place(const DocumentKey& document, std::string_view name, const Text& text, Span span,
                         const std::string& label, Method method, bool certain);

/// Places that were found and are looked through before they are annotated: certain ones first, then those that may be
/// something else. No window itself.
class PlaceReview {
 public:
  PlaceReview() = default;
  explicit PlaceReview(std::vector<ReviewPlace> places);

  std::size_t size() const { return places_.size(); }
  const ReviewPlace& operator[](std::size_t row) const { return places_[row]; }
  std::size_t ticked() const { return ticked_; }
  /// Documents that ticked places are in.
  std::size_t documents() const { return documents_.size(); }
  void tick(std::size_t row, bool ticked);

  /// One edit that annotates the ticked places. Of those that the schema does not let stand beside one another, the
  /// first in the review stays; what is annotated in the documents is not looked at.
  Edit edit(const AnnotatorKey& annotator, const Schema& schema) const;

 private:
  void count(const ReviewPlace& place);

  std::vector<ReviewPlace> places_;
  // Counted on, as a tick must not look at all places.
  std::size_t ticked_ = 0;
  std::map<DocumentKey, std::size_t> documents_;  // ticked places in them; those without any are not there
};

}  // namespace mitjul
