#include "import/label_studio_results.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/time.h"
#include "import/json_members.h"
#include "import/label_studio_alias.h"

namespace mitjul {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 3> kRegionTypes{"labels", "hypertextlabels", "paragraphlabels"};

std::optional<StatedSpan> place_in(const json& value) {
  const json* const start = member(value, {"start"});
  const json* const end = member(value, {"end"});
  if (start == nullptr || end == nullptr || !start->is_number_unsigned() || !end->is_number_unsigned())
    return std::nullopt;
  StatedSpan stated{start->get<std::uint64_t>(), end->get<std::uint64_t>(), {}};
  const json* const quote = member(value, {"text"});
  if (quote != nullptr && quote->is_string()) stated.quote = quote->get_ref<const std::string&>();
  return stated;
}

std::string joined(const std::vector<std::string>& texts, const char* between) {
  std::string result;
  for (const std::string& text : texts) {
    if (!result.empty()) result += between;
    result += text;
  }
  return result;
}

/// What was chosen, as ids.
std::vector<std::string> ids_in(const json* values) {
  std::vector<std::string> ids = texts_in(values);
  std::transform(ids.begin(), ids.end(), ids.begin(), id_of_label_studio_alias);
  return ids;
}

std::optional<LabelStudioRegion> region_in(const json& result, const std::string& type, const json& value) {
  if (std::find(kRegionTypes.begin(), kRegionTypes.end(), type) == kRegionTypes.end()) return std::nullopt;
  const auto place = place_in(value);
  LabelStudioRegion region{place.value_or(StatedSpan()), ids_in(member(value, {type.c_str()})), "", std::nullopt};
  if (!place || region.labels.empty()) return std::nullopt;
  if (const json* const meta = member(result, {"meta"}); meta != nullptr && meta->is_object())
    region.note = joined(texts_in(member(*meta, {"text"})), "\n");
  if (const json* const score = member(result, {"score"}); score != nullptr && score->is_number()) {
    const double number = score->get<double>();
    if (number >= 0 && number <= 1) region.score = number;
  }
  return region;
}

std::optional<LabelStudioAnswer> answer_in(const json& result, const std::string& type, const json& value) {
  LabelStudioAnswer answer{id_of_label_studio_alias(text_in(result, {"from_name"})), AttributeType::Choice, {}, {}};
  if (answer.from.empty()) return std::nullopt;
  if (type == "choices") {
    answer.values = ids_in(member(value, {"choices"}));
    for (const std::string& choice : answer.values) answer.paths.push_back({choice});
  } else if (type == "taxonomy") {
    const json* const paths = member(value, {"taxonomy"});
    if (paths == nullptr || !paths->is_array()) return std::nullopt;
    for (const json& path : *paths) {
      answer.paths.push_back(ids_in(&path));
      if (answer.paths.back().empty()) {
        answer.paths.pop_back();
      } else {
        answer.values.push_back(joined(answer.paths.back(), "/"));
      }
    }
  } else if (type == "textarea") {
    answer.type = AttributeType::Text;
    if (std::string text = joined(texts_in(member(value, {"text"})), "\n"); !text.empty())
      answer.values.push_back(std::move(text));
  } else if (type == "number" || type == "rating") {
    answer.type = AttributeType::Number;
    const json* const number = member(value, {type.c_str()});
    if (number == nullptr || !number->is_number()) return std::nullopt;
    answer.values.push_back(number->dump());
  } else if (type == "datetime") {
    answer.values = texts_in(member(value, {"datetime"}));
    answer.values.resize(std::min<std::size_t>(answer.values.size(), 1));
    answer.type = !answer.values.empty() && is_date(answer.values.front()) ? AttributeType::Date : AttributeType::Text;
  } else {
    return std::nullopt;
  }
  return answer.values.empty() ? std::nullopt : std::optional(std::move(answer));
}

}  // namespace

LabelStudioResults group_results(const json& results) {
  LabelStudioResults read;
  std::map<std::string, std::size_t> places;
  const auto group_of = [&](const std::string& id) -> LabelStudioGroup& {
    const auto [place, fresh] = places.try_emplace(id, read.groups.size());
    if (fresh || id.empty()) {
      place->second = read.groups.size();
      read.groups.push_back({id, {}, {}});
    }
    return read.groups[place->second];
  };
  std::vector<std::pair<std::string, LabelStudioAnswer>> of_places;  // answers that say where they belong
  for (const json& result : results) {
    const std::string type = result.is_object() ? text_in(result, {"type"}) : "";
    if (type == "relation") {
      read.relations.push_back(&result);
      continue;
    }
    const json* const value = type.empty() ? nullptr : member(result, {"value"});
    if (value == nullptr || !value->is_object()) {
      ++read.left_out;
      continue;
    }
    const std::string id = text_in(result, {"id"});
    if (auto region = region_in(result, type, *value)) {
      group_of(id).regions.push_back(*std::move(region));
    } else if (auto answer = answer_in(result, type, *value)) {
      if (member(*value, {"start"}) == nullptr) {
        group_of(id).answers.push_back(*std::move(answer));
      } else {
        of_places.emplace_back(id, *std::move(answer));
      }
    } else {
      ++read.left_out;
    }
  }
  for (auto& [id, answer] : of_places) {
    const auto place = places.find(id);
    if (id.empty() || place == places.end() || read.groups[place->second].regions.empty()) {
      ++read.left_out;
    } else {
      read.groups[place->second].answers.push_back(std::move(answer));
    }
  }
  return read;
}

}  // namespace mitjul
