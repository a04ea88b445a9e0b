#include "core/annotation_loss.h"

#include "core/names.h"

namespace mitjul {
namespace {

constexpr std::array<std::string_view, kAnnotationFeatures> kNames{
    "schema-details",
    "renamed-ids",
    "texts",
    "titles",
    "metadata",
    "zones",
    "substitutions",
    "line-ends",
    "blanks",
    "characters",
    "text-outside-units",
    "set-states",
    "annotators",
    "discontinuous-spans",
    "overlapping-spans",
    "spans-across-units",
    "unmapped-labels",
    "labels-beside",
    "attributes",
    "several-values",
    "relations",
    "large-relations",
    "relations-on-relations",
    "distant-relations",
    "relation-attributes",
    "document-labels",
    "document-attributes",
    "notes",
    "provenance",
    "confirmations",
    "confidence",
};

}  // namespace

std::string_view to_string(AnnotationFeature feature) { return name_of(kNames, feature); }

}  // namespace mitjul
