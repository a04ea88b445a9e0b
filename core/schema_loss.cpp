#include "core/schema_loss.h"

#include <algorithm>

#include "core/names.h"

namespace mitjul {
namespace {

// In the order of the enumerators; a test compares the two.
constexpr std::array<std::string_view, 37> kFeatures{
    "name-and-version",
    "guidelines",
    "descriptions",
    "colors",
    "keys",
    "overlap-rules",
    "span-rules",
    "revisions",
    "hierarchy",
    "document-labels",
    "relations",
    "large-relations",
    "role-names",
    "allowed-ends",
    "relations-as-ends",
    "relation-attributes",
    "document-attributes",
    "free-attributes",
    "several-values",
    "required-attributes",
    "defaults",
    "shared-attribute-ids",
    "id-characters",
    "name-characters",
    "abstract-labels",
    "other-terms",
    "role-counts",
    "relation-kinds",
    "paired-ends",
    "overlap-kinds",
    "normalisations",
    "sections",
    "code-sets",
    "controls",
    "values-from-tasks",
    "times-of-day",
    "allowed-values",
};

}  // namespace

std::string_view to_string(SchemaFeature feature) { return name_of(kFeatures, feature); }

void add_loss(std::vector<SchemaLoss>& losses, SchemaFeature what, std::size_t line) {
  const auto found =
      std::find_if(losses.begin(), losses.end(), [&](const SchemaLoss& loss) { return loss.what == what; });
  if (found == losses.end()) {
    losses.push_back({what, 1, line});
  } else {
    ++found->count;
  }
}

}  // namespace mitjul
