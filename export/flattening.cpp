#include "export/flattening.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace mitjul {
namespace {

std::vector<std::string> names_in(std::string_view rule) {
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin <= rule.size();) {
    const std::size_t end = std::min(rule.find(',', begin), rule.size());
    names.emplace_back(rule.substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

/// The stretches of a text that are taken.
class Taken {
 public:
  /// Takes it, unless a part of it is taken.
  bool take(Span span) {
    const auto behind = ends_.lower_bound(span.end);
    if (behind != ends_.end() && behind->second < span.end) return false;
    if (behind != ends_.begin() && std::prev(behind)->first > span.start) return false;
    ends_.emplace(span.end, span.start);
    return true;
  }

 private:
  std::map<TextPos, TextPos> ends_;  // end -> start
};

}  // namespace

/// What decides; less comes first.
struct Flattening::Place {
  std::size_t rank;
  std::uint32_t shortness;
  TextPos start;
  std::size_t in_schema;
  AnnotationId id;

  auto operator<=>(const Place&) const = default;
};

Flattening::Flattening(const Schema& schema, std::string_view rule)
    : schema_(schema),
      by_(rule == "longest"  ? By::Length
          : rule == "schema" ? By::Schema
                             : By::Names) {
  if (by_ == By::Names) names_ = names_in(rule);
}

std::vector<std::string> Flattening::labels_of(std::string_view rule) {
  return rule == "longest" || rule == "schema" ? std::vector<std::string>() : names_in(rule);
}

bool Flattening::allows(std::string_view rule) {
  const std::vector<std::string> names = names_in(rule);
  return std::all_of(names.begin(), names.end(), [](const std::string& name) { return is_schema_id(name); });
}

Flattening::Place Flattening::place_of(const Annotation& annotation) const {
  const auto& labels = schema_.labels;
  const auto in_schema = static_cast<std::size_t>(
      std::find_if(labels.begin(), labels.end(), [&](const Label& label) { return label.id == annotation.label; }) -
      labels.begin());
  std::size_t rank = 0;
  if (by_ == By::Schema) rank = in_schema;
  if (by_ == By::Names) {
    // The nearest label that is named, from the label upwards.
    rank = names_.size();
    for (const Label* label = schema_.find(annotation.label); label != nullptr && rank == names_.size();
         label = schema_.find(label->parent)) {
      rank = static_cast<std::size_t>(std::find(names_.begin(), names_.end(), label->id) - names_.begin());
    }
  }
  const Span span = annotation.spans()->hull();
  return {rank, UINT32_MAX - span.length(), span.start, in_schema, annotation.id};
}

std::vector<const Annotation*> Flattening::flatten(std::vector<const Annotation*> annotations) const {
  std::vector<std::pair<Place, const Annotation*>> places;
  places.reserve(annotations.size());
  for (const Annotation* const annotation : annotations) places.emplace_back(place_of(*annotation), annotation);
  std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Taken taken;
  annotations.clear();
  for (const auto& [place, annotation] : places) {
    if (taken.take(annotation->spans()->hull())) annotations.push_back(annotation);
  }
  std::sort(annotations.begin(), annotations.end(),
            [](const Annotation* a, const Annotation* b) { return a->spans()->start() < b->spans()->start(); });
  return annotations;
}

std::vector<TaggedSpan> tagged_spans(const Layer& layer, const TagMap& tags, const Flattening& flattening,
                                     ExportLosses& losses) {
  std::vector<const Annotation*> mapped;
  for (const Annotation* const annotation : layer.annotations) {
    if (annotation->spans() == nullptr || annotation->spans()->discontinuous()) continue;
    if (tags.tag_of(annotation->label)) {
      mapped.push_back(annotation);
    } else {
      losses.add(AnnotationFeature::UnmappedLabels);
    }
  }
  const std::size_t before = mapped.size();
  mapped = flattening.flatten(std::move(mapped));
  losses.add(AnnotationFeature::OverlappingSpans, before - mapped.size());
  std::vector<TaggedSpan> spans;
  spans.reserve(mapped.size());
  for (const Annotation* const annotation : mapped) {
    spans.push_back({annotation->spans()->hull(), *tags.tag_of(annotation->label)});
  }
  return spans;
}

}  // namespace mitjul
