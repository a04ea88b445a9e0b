#include "import/json_fields.h"

#include <algorithm>

#include "core/utf8.h"

namespace mitjul {
namespace {

using nlohmann::json;

// More than these are no more use to anybody.
constexpr std::size_t kMostProblems = 1000;

const json kEmptyList = json::array();

}  // namespace

void JsonFields::report(ProblemCode code, std::vector<std::string> details) {
  report(make_problem(code, std::move(details)));
}

void JsonFields::report(Problem problem) {
  // What was left out or put right must not hide what refuses the file.
  if (problems_.empty()) notices_ = 0;
  const bool notice = is_notice(problem.code);
  if ((notice ? notices_ : problems_.size() - notices_) >= kMostProblems) return;
  if (notice) ++notices_;
  problem.place.line = line_;
  problem.place.document = document_;
  problem.place.annotation = annotation_;
  problems_.push_back(std::move(problem));
}

const json* JsonFields::find(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found != object.end()) return &*found;
  report(ProblemCode::MissingField, {name});
  return nullptr;
}

const std::string* JsonFields::find_string(const json& object, const char* name) {
  const json* const found = find(object, name);
  return found == nullptr ? nullptr : string_in(*found, name);
}

const std::string* JsonFields::string_in(const json& value, const char* name) {
  if (!value.is_string()) {
    report(ProblemCode::WrongFieldType, {name});
    return nullptr;
  }
  const std::string& text = value.get_ref<const std::string&>();
  if (xml_allows_all(text)) return &text;
  report(ProblemCode::IllegalCharacter, {name});
  return nullptr;
}

std::string JsonFields::text(const json& value, const char* name) {
  const std::string* const found = string_in(value, name);
  return found == nullptr ? std::string() : *found;
}

std::string JsonFields::string(const json& object, const char* name) {
  const std::string* const text = find_string(object, name);
  return text == nullptr ? std::string() : *text;
}

std::string JsonFields::name(const json& object, const char* name) {
  const std::string* const text = find_string(object, name);
  if (text != nullptr && text->empty()) report(ProblemCode::InvalidXmlValue, {"", name});
  return text == nullptr ? std::string() : *text;
}

std::optional<std::uint32_t> JsonFields::number(const json& object, const char* name, std::uint32_t largest) {
  const json* const found = find(object, name);
  if (found == nullptr) return std::nullopt;
  if (!found->is_number_integer()) {
    report(ProblemCode::WrongFieldType, {name});
    return std::nullopt;
  }
  if (!found->is_number_unsigned() || found->get<std::uint64_t>() > largest) {
    report(ProblemCode::InvalidXmlValue, {found->dump(), name});
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(found->get<std::uint64_t>());
}

bool JsonFields::boolean(const json& object, const char* name) {
  const json* const found = find(object, name);
  if (found == nullptr) return false;
  if (!found->is_boolean()) {
    report(ProblemCode::WrongFieldType, {name});
    return false;
  }
  return found->get<bool>();
}

const json& JsonFields::list(const json& object, const char* name) {
  const json* const found = find(object, name);
  if (found == nullptr) return kEmptyList;
  if (found->is_array()) return *found;
  report(ProblemCode::WrongFieldType, {name});
  return kEmptyList;
}

const json& JsonFields::objects(const json& object, const char* name) {
  const json& items = list(object, name);
  if (std::all_of(items.begin(), items.end(), [](const json& item) { return item.is_object(); })) return items;
  report(ProblemCode::WrongFieldType, {name});
  return kEmptyList;
}

}  // namespace mitjul
