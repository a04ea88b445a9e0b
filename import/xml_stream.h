#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/problem.h"

namespace mitjul {

/// The lines in which the elements of a subtree begin.
class XmlLines {
 public:
  void set(pugi::xml_node node, std::size_t line) { lines_[node.hash_value()] = line; }
  void clear() { lines_.clear(); }
  /// 0 where it is not known.
  std::size_t line(pugi::xml_node node) const {
    const auto found = lines_.find(node.hash_value());
    return found == lines_.end() ? 0 : found->second;
  }

 private:
  std::unordered_map<std::size_t, std::size_t> lines_;
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
