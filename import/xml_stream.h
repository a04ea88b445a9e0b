#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/problem.h"

namespace mitjul {

/// The lines in which the elements of a subtree begin. Noted for every element, asked for problems only.
class XmlLines {
 public:
  void set(pugi::xml_node node, std::size_t line) { lines_.emplace_back(node, line); }
  void clear() { lines_.clear(); }
  /// 0 where it is not known.
  std::size_t line(pugi::xml_node node) const {
    const auto found = std::find_if(lines_.begin(), lines_.end(), [&](const auto& entry) { return entry.first == node; });
    return found == lines_.end() ? 0 : found->second;
  }

 private:
  std::vector<std::pair<pugi::xml_node, std::size_t>> lines_;
};

/// How a large file is taken apart: elements whose path from the root is in `containers` are walked through, every
/// other element is collected and handed over as a tree of its own. Only one such tree is in memory at a time.
struct XmlStreamHandler {
  /// Paths such as `annotations` and `annotations/documents`.
  std::vector<std::string> containers;
  /// The start of a container, with its attributes. The line is that of its tag.
  std::function<void(std::string_view path, pugi::xml_node attributes, std::size_t line)> on_container;
  /// A collected element that stands in the container `path`.
  std::function<void(std::string_view path, pugi::xml_node element, const XmlLines& lines)> on_element;
};

/// Reads XML in one namespace with expat. Elements of other namespaces are problems, attributes of others (`xml:space`,
/// `xsi:schemaLocation`) are passed over. White space is kept. A document type declaration is refused, and with it
/// every entity but the five of XML. Stops at the first problem of the file's form; what a callback throws comes
/// through.
std::vector<Problem> read_xml_stream(const std::filesystem::path& path, std::string_view name_space,
                                     const XmlStreamHandler& handler);

/// All character data directly in an element, joined.
std::string text_of(pugi::xml_node element);

}  // namespace mitjul
