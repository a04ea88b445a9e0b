#include "export/layers.h"

#include <algorithm>

#include "export/expected_reading.h"

namespace mitjul {

std::vector<Layer> layers_of(const AnnotatedDocument& document, const std::vector<Annotator>& annotators) {
  const std::string& name = document.document.info.name;
  std::vector<Layer> layers;
  for (const auto& [key, set] : document.sets) {
    if (!says_something(set)) continue;
    layers.push_back({name, find_annotator(annotators, key.annotator), &set, listed(set)});
  }
  if (layers.empty()) layers.push_back({name, nullptr, nullptr, {}});
  if (layers.size() > 1) {
    for (Layer& layer : layers) {
      const SetKey& key = layer.set->key();
      layer.name += " (" + (layer.annotator == nullptr ? key.annotator.str() : layer.annotator->name) +
                    (key.curated ? ", curated)" : ")");
    }
  }
  return layers;
}

std::vector<const Annotation*> listed(const AnnotationSet& set) {
  std::vector<const Annotation*> annotations;
  annotations.reserve(set.size());
  for (const auto& [id, annotation] : set.annotations()) annotations.push_back(&annotation);
  std::sort(annotations.begin(), annotations.end(),
            [](const Annotation* a, const Annotation* b) { return in_listing_order(*a, *b); });
  return annotations;
}

const Annotator* find_annotator(const std::vector<Annotator>& annotators, const AnnotatorKey& key) {
  const auto found = std::find_if(annotators.begin(), annotators.end(),
                                  [&](const Annotator& annotator) { return annotator.key == key; });
  return found == annotators.end() ? nullptr : &*found;
}

}  // namespace mitjul
