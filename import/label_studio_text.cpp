#include "import/label_studio_text.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace mitjul {
namespace {

using nlohmann::json;

/// The name to which most regions belong, the first of several.
std::string most_used_name(const std::vector<const LabelStudioRegion*>& regions) {
  std::map<std::string, std::size_t> uses;
  for (const LabelStudioRegion* const region : regions) ++uses[region->to];
  std::string most;
  for (const LabelStudioRegion* const region : regions) {
    if (most.empty() || uses[region->to] > uses[most]) most = region->to;
  }
  return most;
}

/// How many quotes stand where they are said to.
std::size_t quotes_in_place(const std::string& utf8, const std::vector<StatedSpan>& stated) {
  const Text text(utf8);
  const OffsetUnit unit = unit_of(text, stated, OffsetUnit::CodePoints);
  return static_cast<std::size_t>(std::count_if(stated.begin(), stated.end(), [&](const StatedSpan& each) {
    const auto span = each.quote.empty() ? std::nullopt : span_in(text, each, unit);
    return span && text.slice(*span) == each.quote;
  }));
}

}  // namespace

std::optional<LabelStudioText> text_of_task(const json& data, const std::vector<const LabelStudioRegion*>& regions) {
  const std::string name = most_used_name(regions);
  std::vector<StatedSpan> stated;
  for (const LabelStudioRegion* const region : regions) {
    if (region->to == name) stated.push_back(region->stated);
  }
  const auto texts = std::count_if(data.begin(), data.end(), [](const json& value) { return value.is_string(); });
  std::optional<LabelStudioText> found;
  std::tuple<std::size_t, bool, bool, std::size_t> best;
  for (const auto& [key, value] : data.items()) {
    if (!value.is_string()) continue;
    const std::string& text = value.get_ref<const std::string&>();
    const std::tuple worth{texts > 1 ? quotes_in_place(text, stated) : 0, key == name, key == "text", text.size()};
    if (found && worth <= best) continue;
    found = LabelStudioText{key, name};
    best = worth;
  }
  return found;
}

}  // namespace mitjul
