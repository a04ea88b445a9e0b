#include "export/loss_counter.h"

#include <algorithm>

#include "export/expected_reading.h"

namespace mitjul {
namespace {

using Feature = AnnotationFeature;

std::size_t values_of(const Annotation& annotation) {
  std::size_t count = 0;
  for (const auto& [attribute, values] : annotation.attributes) count += values.size();
  return count;
}

class LossCounter {
 public:
  LossCounter(const AnnotatedDocument& document, const std::vector<Feature>& loses, ExportLosses& losses)
      : document_(document), loses_(loses), losses_(losses) {}

  void count() {
    const DocumentInfo& info = document_.document.info;
    const std::string& text = document_.document.text.utf8();
    add(Feature::Texts, text.empty() ? 0 : 1);
    add(Feature::Titles, (info.title.empty() ? 0U : 1U) + (info.language == "ko" ? 0U : 1U));
    add(Feature::Metadata, info.metadata.size());
    add(Feature::Zones, info.zones.size());
    add(Feature::Substitutions, info.substitutions.size());
    if (loses(Feature::LineEnds))
      add(Feature::LineEnds, static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
    for (const auto& [key, set] : document_.sets) {
      if (!says_something(set)) continue;
      add(Feature::SetStates, 1);
      add(Feature::Annotators, 1);
      for (const auto& [id, annotation] : set.annotations()) count(annotation);
    }
  }

 private:
  bool loses(Feature feature) const { return std::find(loses_.begin(), loses_.end(), feature) != loses_.end(); }
  void add(Feature feature, std::size_t count) {
    if (count != 0 && loses(feature)) losses_.add(feature, count);
  }

  void count(const Annotation& annotation) {
    if (const Spans* const spans = annotation.spans()) {
      if (spans->segments().size() > 1) add(Feature::DiscontinuousSpans, 1);
      add(Feature::AttributeValues, values_of(annotation));
      add(Feature::SeveralValues,
          static_cast<std::size_t>(std::count_if(annotation.attributes.begin(), annotation.attributes.end(),
                                                 [](const auto& attribute) { return attribute.second.size() > 1; })));
    } else if (const Relation* const relation = annotation.relation()) {
      if (loses(Feature::Relations)) return add(Feature::Relations, 1);
      count(*relation);
      add(Feature::RelationAttributes, values_of(annotation));
    } else {
      if (loses(Feature::DocumentLabels)) return add(Feature::DocumentLabels, 1);
      add(Feature::DocumentAttributes, values_of(annotation));
    }
    const Provenance& provenance = annotation.provenance;
    add(Feature::Notes, annotation.note.empty() ? 0 : 1);
    add(Feature::Provenance, 1);
    add(Feature::Confirmations, provenance.confirmed ? 1 : 0);
    add(Feature::Confidence, provenance.confidence ? 1 : 0);
  }

  void count(const Relation& relation) {
    if (relation.arguments.size() > 2) add(Feature::LargeRelations, 1);
    const auto has = [&](auto test) {
      return std::any_of(relation.arguments.begin(), relation.arguments.end(),
                         [&](const Argument& argument) { return test(argument.target); });
    };
    if (has([](const AnnotationRef& target) { return !target.document.empty(); })) add(Feature::DistantRelations, 1);
    if (!loses(Feature::RelationsOnRelations)) return;
    if (has([&](const AnnotationRef& target) {
          const Annotation* const end = target.document.empty() ? document_.find(target.id) : nullptr;
          return end != nullptr && end->spans() == nullptr;
        }))
      add(Feature::RelationsOnRelations, 1);
  }

  const AnnotatedDocument& document_;
  const std::vector<Feature>& loses_;
  ExportLosses& losses_;
};

}  // namespace

void count_losses(const AnnotatedDocument& document, const std::vector<AnnotationFeature>& loses,
                  ExportLosses& losses) {
  if (!loses.empty()) LossCounter(document, loses, losses).count();
}

}  // namespace mitjul
