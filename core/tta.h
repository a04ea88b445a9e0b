#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema.h"

namespace mitjul {

/// A fine label of the TTA tag set for named entities (TTAK.KO-10.0852), as the NIKL corpus writes it: LCP_COUNTRY.
struct TtaFineLabel {
  std::string id;
  std::string name;    ///< Korean
  std::string coarse;  ///< the label of the preset `tta` above it
};

/// All of them, in the order of the coarse labels.
const std::vector<TtaFineLabel>& tta_fine_labels();

/// The coarse label of a fine one; of a coarse one itself. Of a fine label that is not in the table, as other versions
/// of the tag set have them, by what stands before its first `_`: LCP_TOWN is below LC. Nothing where that is unknown.
std::optional<std::string> tta_coarse(std::string_view label);

/// Adds fine labels to a schema, each below its coarse one, with its rules and colour. Returns those that were not
/// added: not in the table, in the schema already, or without their coarse label there.
std::vector<std::string> add_tta_fine_labels(Schema& schema, const std::vector<std::string>& ids);

}  // namespace mitjul
