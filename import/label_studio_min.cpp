#include "import/label_studio_min.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "import/json_members.h"

namespace mitjul {
namespace {

using nlohmann::json;

// What a value has, and which type of result it is.
constexpr std::array<std::pair<const char*, const char*>, 9> kTypes{{{"labels", "labels"},
                                                                     {"hypertextlabels", "hypertextlabels"},
                                                                     {"paragraphlabels", "paragraphlabels"},
                                                                     {"choices", "choices"},
                                                                     {"taxonomy", "taxonomy"},
                                                                     {"rating", "rating"},
                                                                     {"number", "number"},
                                                                     {"datetime", "datetime"},
                                                                     {"text", "textarea"}}};

const char* type_of(const json& value) {
  if (!value.is_object()) return nullptr;
  const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& type) {
    const json* const said = member(value, {type.first});
    // The turns of a conversation have texts, too, which are no lists.
    return said != nullptr && (said->is_array() || std::string_view(type.first) != "text");
  });
  return found == kTypes.end() ? nullptr : found->second;
}

/// The results under a name, or an empty list where it is data.
json results_in(const std::string& name, const json& values) {
  json results = json::array();
  const json list = values.is_array() ? values : json::array({values});
  for (const json& value : list) {
    const char* const type = type_of(value);
    if (type == nullptr) return json::array();
    json result{{"from_name", name}, {"type", type}, {"value", value}};
    const std::string start = text_in(value, {"start"});
    if (!start.empty()) result["id"] = start + "-" + text_in(value, {"end"});
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace

bool is_short_task(const json& task) {
  return member(task, {"data"}) == nullptr && member(task, {"annotation_id", "lead_time"}) != nullptr;
}

json whole_task(const json& task) {
  json data = json::object();
  json results = json::array();
  for (const auto& [name, value] : task.items()) {
    static constexpr std::array<std::string_view, 7> kFacts{"id",         "annotator", "annotation_id", "created_at",
                                                            "updated_at", "lead_time", "agreement"};
    if (std::find(kFacts.begin(), kFacts.end(), name) != kFacts.end()) continue;
    json found = results_in(name, value);
    if (found.empty()) data[name] = value;
    for (json& result : found) results.push_back(std::move(result));
  }
  json annotation{{"result", std::move(results)}};
  for (const auto& [from, to] : {std::pair("annotator", "completed_by"), std::pair("created_at", "created_at")}) {
    if (const json* const fact = member(task, {from})) annotation[to] = *fact;
  }
  json whole{{"data", std::move(data)}, {"annotations", json::array({std::move(annotation)})}};
  if (const json* const id = member(task, {"id"})) whole["id"] = *id;
  return whole;
}

}  // namespace mitjul
