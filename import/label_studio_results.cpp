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

bool marks_text(const std::string& type) {
  return std::find(kRegionTypes.begin(), kRegionTypes.end(), type) != kRegionTypes.end();
}

/// Why a result has no place in a text.
LeftOut why_no_place(const std::string& type, const json& value) {
  if (type == "paragraphlabels") return LeftOut::PlaceInTurns;
  if (type == "hypertextlabels" || member(value, {"globalOffsets"}) != nullptr) return LeftOut::PlaceInMarkup;
  return member(value, {"channel"}) != nullptr ? LeftOut::OtherMedia : LeftOut::PlaceNoNumber;
}

LabelStudioRegion region_in(const json& result, const std::string& type, const json& value, const StatedSpan& place) {
  LabelStudioRegion region{place, text_in(result, {"to_name"}), ids_in(member(value, {type.c_str()})), "",
                           std::nullopt};
  if (const json* const meta = member(result, {"meta"}); meta != nullptr && meta->is_object())
    region.note = joined(texts_in(member(*meta, {"text"})), "\n");
  if (const json* const score = member(result, {"score"}); score != nullptr && score->is_number()) {
    const double number = score->get<double>();
    if (number >= 0 && number <= 1) region.score = number;
  }
  return region;
}

/// Without values where nothing was answered.
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
  return answer;
}

/// Puts results together that belong together.
class Grouping {
 public:
  LabelStudioResults run(const json& results) {
    for (const json& result : results) add(result);
    for (auto& [id, answer] : of_places_) {
      const auto place = places_.find(id);
      if (id.empty() || place == places_.end() || read_.groups[place->second].regions.empty()) {
        lose(LeftOut::LostAnswers, id);
      } else {
        read_.groups[place->second].answers.push_back(std::move(answer));
      }
    }
    return std::move(read_);
  }

 private:
  void add(const json& result) {
    const std::string type = result.is_object() ? text_in(result, {"type"}) : "";
    if (type == "relation") return read_.relations.push_back(&result);
    const std::string id = result.is_object() ? text_in(result, {"id"}) : "";
    const json* const value = type.empty() ? nullptr : member(result, {"value"});
    if (value == nullptr || !value->is_object()) return lose(LeftOut::UnknownResults, id);
    if (marks_text(type)) return add_region(result, id, type, *value);
    auto answer = answer_in(result, type, *value);
    if (!answer) return lose(is_of_media(type, *value) ? LeftOut::OtherMedia : LeftOut::UnknownResults, id);
    if (answer->values.empty()) return;
    if (member(*value, {"start"}) == nullptr) {
      group_of(id).answers.push_back(*std::move(answer));
    } else {
      of_places_.emplace_back(id, *std::move(answer));
    }
  }

  void add_region(const json& result, const std::string& id, const std::string& type, const json& value) {
    const auto place = place_in(value);
    if (!place) return lose(why_no_place(type, value), id);
    LabelStudioRegion region = region_in(result, type, value, *place);
    if (region.labels.empty()) return lose(LeftOut::Unlabelled, id);
    group_of(id).regions.push_back(std::move(region));
  }

  /// `rectanglelabels`, `polygonlabels`, `brush`, `videorectangle` …
  static bool is_of_media(const std::string& type, const json& value) {
    const std::string_view labels = "labels";
    const bool labelled = type.size() > labels.size() && type.substr(type.size() - labels.size()) == labels;
    return labelled || member(value, {"x", "points", "rle", "sequence"}) != nullptr;
  }

  LabelStudioGroup& group_of(const std::string& id) {
    const auto [place, fresh] = places_.try_emplace(id, read_.groups.size());
    if (fresh || id.empty()) {
      place->second = read_.groups.size();
      read_.groups.push_back({id, {}, {}});
    }
    return read_.groups[place->second];
  }

  void lose(LeftOut why, const std::string& id) { read_.left_out.push_back({why, id}); }

  LabelStudioResults read_;
  std::map<std::string, std::size_t> places_;                         ///< of groups, by id
  std::vector<std::pair<std::string, LabelStudioAnswer>> of_places_;  ///< answers that say where they belong
};

}  // namespace

LabelStudioResults group_results(const json& results) { return Grouping().run(results); }

}  // namespace mitjul
