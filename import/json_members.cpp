#include "import/json_members.h"

#include "import/clean_name.h"

namespace mitjul {

using nlohmann::json;

const json* member(const json& object, std::initializer_list<const char*> names) {
  for (const char* const name : names) {
    const auto found = object.find(name);
    if (found != object.end() && !found->is_null()) return &*found;
  }
  return nullptr;
}

std::string text_in(const json* value) {
  if (value == nullptr) return "";
  if (value->is_string()) return clean_name(value->get_ref<const std::string&>());
  return value->is_number() || value->is_boolean() ? value->dump() : "";
}

std::string text_in(const json& object, std::initializer_list<const char*> names) {
  return text_in(member(object, names));
}

std::string all_text_in(const json& value) {
  return value.is_structured() ? clean_name(value.dump()) : text_in(&value);
}

std::vector<std::string> texts_in(const json* list) {
  std::vector<std::string> texts;
  const auto add = [&](const json& item) {
    if (std::string text = text_in(&item); !text.empty()) texts.push_back(std::move(text));
  };
  if (list == nullptr) return texts;
  if (!list->is_array()) {
    add(*list);
  } else {
    for (const json& item : *list) add(item);
  }
  return texts;
}

}  // namespace mitjul
