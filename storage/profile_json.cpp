#include "storage/profile_json.h"

#include "storage/json_form.h"

namespace mitjul {
namespace {

template <class Values, class ToText>
json array_of(const Values& values, const ToText& to_text) {
  json array = json::array();
  for (const auto& value : values) array.push_back(to_text(value));
  return array;
}

json array_of(const std::set<std::string>& ids) {
  return array_of(ids, [](const std::string& id) { return id; });
}

template <class KeyType>
json array_of(const std::set<KeyType>& keys) {
  return array_of(keys, [](const KeyType& key) { return key.str(); });
}

/// The values of an array that may be missing.
template <class Parse>
auto set_from(const json& object, const char* name, const Parse& parse) {
  std::set<decltype(parse(std::string()))> values;
  const json array = object.value(name, json::array());
  if (!array.is_array()) throw std::invalid_argument(name);
  for (const json& value : array) values.insert(parse(value.get<std::string>()));
  return values;
}

ExportChoice choice_from(const json& value) {
  ExportChoice choice;
  choice.states =
      set_from(value, "states", [](const std::string& state) { return must(parse_set_state(state), "state"); });
  choice.documents =
      set_from(value, "documents", [](const std::string& key) { return must(DocumentKey::parse(key), "document"); });
  choice.filter = value.value("filter", "");
  choice.annotators =
      set_from(value, "annotators", [](const std::string& key) { return must(AnnotatorKey::parse(key), "annotator"); });
  choice.labels = set_from(value, "labels", [](const std::string& id) { return id; });
  choice.anonymous_annotators = value.value("anonymous", false);
  choice.curated = must(parse_curated_sets(value.value("curated", "also")), "curated sets");
  return choice;
}

SplitOptions split_from(const json& value) {
  const SplitOptions split{value.at("train"), value.at("dev"), value.at("test"), value.at("seed")};
  if (!is_split(split)) throw std::invalid_argument("split");
  return split;
}

}  // namespace

std::string to_json(const ExportProfile& profile) {
  const ExportChoice& choice = profile.choice;
  json value{{"v", kFormVersion}, {"format", profile.format}};
  if (!profile.options.empty()) value["options"] = profile.options;
  if (!choice.states.empty()) {
    value["states"] = array_of(choice.states, [](SetState state) { return to_string(state); });
  }
  if (!choice.documents.empty()) value["documents"] = array_of(choice.documents);
  if (!choice.filter.empty()) value["filter"] = choice.filter;
  if (!choice.annotators.empty()) value["annotators"] = array_of(choice.annotators);
  if (!choice.labels.empty()) value["labels"] = array_of(choice.labels);
  if (choice.anonymous_annotators) value["anonymous"] = true;
  if (choice.curated != CuratedSets::Also) value["curated"] = to_string(choice.curated);
  if (profile.split) {
    value["split"] = {{"train", profile.split->train},
                      {"dev", profile.split->dev},
                      {"test", profile.split->test},
                      {"seed", profile.split->seed}};
  }
  if (!profile.pseudonymise.empty()) value["pseudonymise"] = array_of(profile.pseudonymise);
  return dump(value);
}

ExportProfile profile_from_json(const std::string& name, std::string_view text) {
  return reading(text, [&](const json& value) {
    ExportProfile profile;
    profile.name = name;
    profile.format = value.at("format");
    const json options = value.value("options", json::object());
    for (const auto& [option, chosen] : options.items()) {
      profile.options[option] = chosen.get<std::string>();
    }
    profile.choice = choice_from(value);
    if (value.contains("split")) profile.split = split_from(value.at("split"));
    profile.pseudonymise = set_from(value, "pseudonymise", [](const std::string& id) { return id; });
    return profile;
  });
}

}  // namespace mitjul
