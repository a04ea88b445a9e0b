#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/change.h"

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
  std::size_t ticked() const;
  /// Documents that ticked places are in.
  std::size_t documents() const;
  void tick(std::size_t row, bool ticked) { places_[row].ticked = ticked; }

  /// One edit that annotates the ticked places.
  Edit edit(const AnnotatorKey& annotator) const;

 private:
  std::vector<ReviewPlace> places_;
};

}  // namespace mitjul
