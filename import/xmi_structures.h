#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"

namespace mitjul {

/// A feature structure of an XMI file.
struct XmiStructure {
  pugi::xml_node node;
  std::string type;  ///< with its package
  std::string name;  ///< without

  std::string id() const { return node.attribute("xmi:id").value(); }
};

/// An XMI file taken apart: its feature structures, and the view that is read: `_InitialView`, or else the first, of
/// those that have a text.
class XmiStructures {
 public:
  /// Whether the bytes can be read as XMI; `problems` says, of `file`, why not.
  bool load(std::string file, std::string bytes, std::vector<Problem>& problems);

  const std::vector<XmiStructure>& all() const { return all_; }
  /// nullptr where there is none of this `xmi:id`.
  const XmiStructure* find(const std::string& id) const;
  /// The text of the view, with the line ends that the file has; positions count its UTF-16 units.
  const std::string& text() const { return text_; }
  /// The id of the view's text.
  const std::string& sofa() const { return sofa_; }
  /// Whether the view lists it; what it does not list was deleted, or is a part of something.
  bool lists(const XmiStructure& each) const { return !members_ || members_->count(each.id()) != 0; }
  /// What DKPro says of the document, and what we do; empty where there is nothing.
  pugi::xml_node metadata() const { return metadata_; }
  pugi::xml_node own() const { return own_; }

  /// A problem with a structure, or of the file as a whole where the node is empty.
  void report(pugi::xml_node node, ProblemCode code, std::vector<std::string> details,
              std::vector<Problem>& problems) const;

 private:
  std::optional<Problem> parse();
  void add(pugi::xml_node node);
  std::optional<Problem> choose_view();
  Problem problem_at(std::size_t offset, ProblemCode code, std::vector<std::string> details, std::string id = {}) const;

  std::string file_;
  std::string bytes_;  ///< UTF-8 without a byte order mark
  pugi::xml_document document_;
  std::map<std::string, std::string> packages_;  ///< by prefix
  std::vector<XmiStructure> all_;
  std::map<std::string, std::size_t> by_id_;
  std::vector<pugi::xml_node> sofas_;
  std::vector<pugi::xml_node> views_;
  pugi::xml_node metadata_;
  pugi::xml_node own_;
  std::string sofa_;
  std::string text_;
  std::optional<std::set<std::string>> members_;
};

/// The text of an attribute, as a whole number, as words between blanks.
std::string xmi_value(pugi::xml_node node, const char* name);
std::optional<std::uint64_t> xmi_number(pugi::xml_node node, const char* name);
std::vector<std::string> xmi_words(std::string_view text);

}  // namespace mitjul
