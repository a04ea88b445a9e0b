#include "import/uima_type_system.h"

#include "core/file_io.h"
#include "import/xml_stream.h"

namespace mitjul {
namespace {

constexpr std::size_t kHighest = 100;  // types above a type: a circle ends, too

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string child(pugi::xml_node node, const char* name) { return trimmed(text_of(node.child(name))); }

}  // namespace

UimaTypeSystem::UimaTypeSystem(const std::filesystem::path& path, std::vector<Problem>& problems) {
  std::vector<Problem> found =
      read_xml_tree(path, [&](std::string_view /*name_space*/, pugi::xml_node root, const XmlLines& /*lines*/) {
        for (const pugi::xml_node node : root.child("types").children("typeDescription")) {
          Type& type = types_[child(node, "name")];
          type.above = child(node, "supertypeName");
          for (const pugi::xml_node feature : node.child("features").children("featureDescription"))
            type.features[child(feature, "name")] = child(feature, "rangeTypeName");
        }
      });
  for (Problem& problem : found) {
    problem.place.file = path_to_utf8(path);
    problems.push_back(std::move(problem));
  }
}

std::string UimaTypeSystem::range(const std::string& type, const std::string& feature) const {
  auto known = types_.find(type);
  for (std::size_t i = 0; i < kHighest && known != types_.end(); ++i) {
    const auto found = known->second.features.find(feature);
    if (found != known->second.features.end()) return found->second;
    known = types_.find(known->second.above);
  }
  return "";
}

}  // namespace mitjul
