#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "import/label_studio_results.h"

namespace mitjul {

/// The text of a task.
struct LabelStudioText {
  std::string key;   ///< under which it stands in the data
  std::string name;  ///< what results say that they are about (`to_name`); empty where they do not say
};

/// Which text of its data the regions of a task are about. The name that results use is that of a control, which may
/// show any member of the data: that one in which most quotes stand where they should, else the one of the same name,
/// else `text`, else the longest. Nothing where the data has no text.
std::optional<LabelStudioText> text_of_task(const nlohmann::json& data,
                                            const std::vector<const LabelStudioRegion*>& regions);

}  // namespace mitjul
