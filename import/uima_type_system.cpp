#include "import/uima_type_system.h"

#include "core/schema.h"
#include "core/utf8.h"
#include "import/xml_stream.h"

namespace mitjul {
namespace {

constexpr std::size_t kHighest = 100;  // types above a type: a circle ends, too

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string child(pugi::xml_node node, const char* name) { return trimmed(text_of(node.child(name))); }

/// Whether UIMA has to spell the id so: `CT_` is `CT+`, and `CT__` may be `CT-`.
bool is_spelling_of(std::string_view name, std::string_view id) {
  if (name.size() < id.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool kept = i < id.size() && id[i] != '.' && id[i] != '+' && id[i] != '-';
    if (name[i] != (kept ? id[i] : '_')) return false;
  }
  return true;
}

/// The ends of a relation have the names that INCEpTION gives them, whatever their roles are called.
bool is_end(std::string_view feature) { return feature == "Governor" || feature == "Dependent"; }

/// `확실 [CT+]`; the name alone, and the spelling as id, where no id that is spelled so stands there.
UimaTypeSystem::Called called_by(const std::string& spelling, const std::string& description) {
  UimaTypeSystem::Called called{spelling, description};
  const std::size_t bracket = description.rfind(" [");
  if (bracket != std::string::npos && description.back() == ']') {
    const std::string id = description.substr(bracket + 2, description.size() - bracket - 3);
    if (is_schema_id(id) && (is_end(spelling) || is_spelling_of(spelling, id)))
      called = {id, description.substr(0, bracket)};
  }
  if (called.name.empty() || !is_clean_text(called.name)) called.name = called.id;
  return called;
}

}  // namespace

UimaTypeSystem::UimaTypeSystem(const std::string& file, std::string_view bytes, std::vector<Problem>& problems) {
  XmlStreamHandler handler;
  handler.on_element = [&](std::string_view /*path*/, pugi::xml_node root, const XmlLines& /*lines*/) {
    for (const pugi::xml_node node : root.child("types").children("typeDescription")) {
      Type& type = types_[child(node, "name")];
      type.above = child(node, "supertypeName");
      type.description = child(node, "description");
      for (const pugi::xml_node feature : node.child("features").children("featureDescription"))
        type.features[child(feature, "name")] = {child(feature, "rangeTypeName"), child(feature, "description")};
    }
  };
  for (Problem& problem : read_xml_text(bytes, kAnyNamespace, handler)) {
    problem.place.file = file;
    problems.push_back(std::move(problem));
  }
}

std::string UimaTypeSystem::range(const std::string& type, const std::string& feature) const {
  auto known = types_.find(type);
  for (std::size_t i = 0; i < kHighest && known != types_.end(); ++i) {
    const auto found = known->second.features.find(feature);
    if (found != known->second.features.end()) return found->second.range;
    known = types_.find(known->second.above);
  }
  return "";
}

std::optional<UimaTypeSystem::Called> UimaTypeSystem::called(const std::string& spelling,
                                                             const std::string& description) const {
  Called called = called_by(spelling, description);
  // INCEpTION keeps the descriptions of layers that it took over from us, and has some of its own.
  const bool is_from_us = called.id != spelling && !is_end(spelling);
  if (types_.count("mitjul.Document") == 0 && !is_from_us) return std::nullopt;
  return called;
}

std::optional<UimaTypeSystem::Called> UimaTypeSystem::type_called(const std::string& type) const {
  const auto known = types_.find(type);
  if (known == types_.end()) return std::nullopt;
  return called(type.substr(type.rfind('.') + 1), known->second.description);
}

std::optional<UimaTypeSystem::Called> UimaTypeSystem::feature_called(const std::string& type,
                                                                     const std::string& feature) const {
  const auto known = types_.find(type);
  if (known == types_.end()) return std::nullopt;
  const auto found = known->second.features.find(feature);
  if (found == known->second.features.end()) return std::nullopt;
  return called(feature, found->second.description);
}

}  // namespace mitjul
