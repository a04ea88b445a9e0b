#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "import/refi_parts.h"

namespace mitjul {

/// An annotation of a source, before its text is known.
struct RefiItem {
  std::optional<AnnotationId> id;
  std::size_t user = 0;  ///< index
  std::string label;
  struct Piece {
    std::uint64_t start;
    std::uint64_t end;
    std::string name;         ///< of the selection; often its text
    std::string description;  ///< of the selection, without lines of ours; now and then its text
    pugi::xml_node element;

    /// Where it begins and ends, also where it is stated backwards.
    std::uint64_t first() const { return std::min(start, end); }
    std::uint64_t last() const { return std::max(start, end); }
  };
  std::vector<Piece> pieces{};  ///< none: it is about the document
  Attributes attributes{};
  std::string note{};
  Time created{};
  std::optional<Time> modified{};
  std::vector<std::string> guids{};  ///< that links may mean
};

/// What a `TextSource` says, each with an id that is the same at every reading. The first time what it uses is noted in
/// `parts`: labels, attributes, what is left out.
std::vector<RefiItem> refi_items_of(pugi::xml_node source, RefiParts& parts, XmlFields& fields, bool first_time);

}  // namespace mitjul
