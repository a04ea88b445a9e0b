#include "storage/annotation_rows.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "storage/document_rows.h"

namespace mitjul {
namespace {

// From here on it pays to turn foreign keys off, which has every statement prepared anew, twice.
constexpr std::size_t kMany = 500;

}  // namespace

void AnnotationRows::remove(std::int64_t document, const AnnotationId& id) {
  leaving_[{document, id.annotator}].push_back(id.number);
  ++leaving_count_;
}

void AnnotationRows::add(std::int64_t document, std::int64_t set, const Annotation& annotation, const Text& text) {
  coming_.push_back({document, set, &annotation, &text});
}

void AnnotationRows::write(Database& database) {
  std::optional<WithoutForeignKeys> without;
  if (leaving_count_ + coming_.size() >= kMany) without.emplace(database);
  for (const auto& [place, numbers] : leaving_) delete_annotations(database, place.first, place.second, numbers);
  std::sort(coming_.begin(), coming_.end(), [](const Coming& a, const Coming& b) {
    return std::tie(a.document, a.annotation->id) < std::tie(b.document, b.annotation->id);
  });
  for (const Coming& each : coming_) {
    insert_annotation(database, each.document, each.set, *each.annotation, *each.text);
  }
}

}  // namespace mitjul
