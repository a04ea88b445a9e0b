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
#include "import/read_bytes.h"

namespace mitjul {

/// The lines in which the elements of a subtree begin. Noted for every element, asked for problems only, and put in
/// order when the first one asks.
class XmlLines {
 public:
  void set(pugi::xml_node node, std::size_t line) { lines_.emplace_back(node.internal_object(), line); }
  void clear() {
    lines_.clear();
    sorted_ = 0;
  }
  /// 0 where it is not known.
  std::size_t line(pugi::xml_node node) const {
    if (sorted_ != lines_.size()) {
      std::sort(lines_.begin(), lines_.end());
      sorted_ = lines_.size();
    }
    const Entry wanted{node.internal_object(), 0};
    const auto found = std::lower_bound(lines_.begin(), lines_.end(), wanted);
    return found == lines_.end() || found->first != wanted.first ? 0 : found->second;
  }

 private:
  using Entry = std::pair<const pugi::xml_node_struct*, std::size_t>;
  mutable std::vector<Entry> lines_;
  mutable std::size_t sorted_ = 0;
};

/// For files whose elements may be in any namespace or in none: that of the root goes for all.
inline constexpr std::string_view kAnyNamespace = "*";

/// How a large file is taken apart: elements whose path from the root is in `containers` are walked through, every
/// other element is collected and handed over as a tree of its own. Only one such tree is in memory at a time.
struct XmlStreamHandler {
  /// The namespace of the root, with `kAnyNamespace`; empty: none.
  std::function<void(std::string_view name_space, std::size_t line)> on_namespace;
  /// Paths such as `annotations` and `annotations/documents`.
  std::vector<std::string> containers;
  /// The start of a container, with its attributes. The line is that of its tag.
  std::function<void(std::string_view path, pugi::xml_node attributes, std::size_t line)> on_container;
  /// Whether a document type declaration may stand there that declares nothing itself. What it names is not read.
  bool allows_doctype = false;
  /// Whether text and elements may stand beside each other, so that blanks between elements are text. The attributes
  /// that XML itself has (`xml:id`) are given then, too.
  bool mixed = false;
  /// How much a collected element may hold, in bytes with some for each element; 0: without a limit.
  std::size_t largest_element = 0;
  /// A collected element that stands in the container `path`.
  std::function<void(std::string_view path, pugi::xml_node element, const XmlLines& lines)> on_element;
};

/// Reads XML in one namespace with expat. Elements of other namespaces are problems, attributes of others (`xml:space`,
/// `xsi:schemaLocation`) are passed over. White space is kept. A document type declaration is refused, and with it
/// every entity but the five of XML. A root in a namespace that differs from ours behind the last colon only is of
/// another version, and a problem that says so. Stops at the first problem of the file's form; what a callback throws
/// comes through.
std::vector<Problem> read_xml_stream(const std::filesystem::path& path, std::string_view name_space,
                                     const XmlStreamHandler& handler);

/// The same of bytes that come from elsewhere. What `next` throws comes through.
std::vector<Problem> read_xml_stream(const ReadBytes& next, std::string_view name_space,
                                     const XmlStreamHandler& handler);
/// The same for XML that stands in another file.
std::vector<Problem> read_xml_text(std::string_view xml, std::string_view name_space, const XmlStreamHandler& handler);

/// The same for a file of bounded size in any namespace: the whole of it as one tree.
std::vector<Problem> read_xml_tree(
    const std::filesystem::path& path,
    const std::function<void(std::string_view name_space, pugi::xml_node root, const XmlLines& lines)>& use);

/// All character data directly in an element, joined.
std::string text_of(pugi::xml_node element);

}  // namespace mitjul
