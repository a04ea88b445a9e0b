#include "core/tta.h"

#include <algorithm>

#include "core/preset_files.h"
#include "core/table_rows.h"

namespace mitjul {
namespace {

/// What tells the coarse label: LCP of LCP_COUNTRY.
std::string_view prefix_of(std::string_view label) { return label.substr(0, label.find('_')); }

const TtaFineLabel* find_fine(std::string_view id) {
  const auto& all = tta_fine_labels();
  const auto found = std::find_if(all.begin(), all.end(), [id](const TtaFineLabel& each) { return each.id == id; });
  return found == all.end() ? nullptr : &*found;
}

bool add_fine_label(Schema& schema, std::string_view id) {
  const TtaFineLabel* const fine = find_fine(id);
  if (fine == nullptr || schema.find(id) != nullptr) return false;
  const Label* const coarse = schema.find(fine->coarse);
  if (coarse == nullptr || coarse->kind != LabelKind::Span) return false;
  Label added;
  added.id = fine->id;
  added.name = fine->name;
  added.parent = fine->coarse;
  added.overlap = coarse->overlap;
  added.may_be_discontinuous = coarse->may_be_discontinuous;
  added.may_cross_units = coarse->may_cross_units;
  auto& labels = schema.labels;
  const auto last = std::find_if(labels.rbegin(), labels.rend(),
                                 [&](const Label& each) { return schema.is_a(each.id, fine->coarse); });
  labels.insert(last.base(), std::move(added));
  return true;
}

}  // namespace

const std::vector<TtaFineLabel>& tta_fine_labels() {
  static const std::vector<TtaFineLabel> all = [] {
    std::vector<TtaFineLabel> made;
    for (const auto& row : table_rows(core_preset_file("tta-fine.tsv"))) {
      made.push_back({row.at(1), row.at(2), row.at(0)});
    }
    return made;
  }();
  return all;
}

std::optional<std::string> tta_coarse(std::string_view label) {
  if (const TtaFineLabel* const fine = find_fine(label)) return fine->coarse;
  for (const TtaFineLabel& fine : tta_fine_labels()) {
    if (prefix_of(label) == prefix_of(fine.id) || prefix_of(label) == fine.coarse) return fine.coarse;
  }
  return std::nullopt;
}

std::vector<std::string> add_tta_fine_labels(Schema& schema, const std::vector<std::string>& ids) {
  std::vector<std::string> left_out;
  for (const std::string& id : ids) {
    if (!add_fine_label(schema, id)) left_out.push_back(id);
  }
  return left_out;
}

}  // namespace mitjul
