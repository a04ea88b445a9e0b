#pragma once

#include <optional>
#include <vector>

#include "core/document.h"

namespace mitjul {

/// What a unit is to the article around it.
enum class UnitRole {
  Prose,      ///< a sentence of a paragraph, or a paragraph of one sentence
  ListItem,   ///< behind a bullet or number, or one of a row of short lines that behave like it
  Heading,    ///< a title or the heading of a section
  Cell,       ///< of a table, also of one whose cells a web page ran together
  Caption,    ///< of a picture or table, a source line
  Furniture,  ///< what belongs to the page and not to the article: by-line, date line, tags, links, navigation, notices
};

/// A unit with its place in the article.
struct OutlineUnit {
  Span span;  ///< as `units` gives it
  UnitRole role = UnitRole::Prose;
  /// How deep it stands: of headings 1 (title) and more, of list items 0 and more by their indent.
  int level = 0;
  /// Index of the unit it stands under: of a list item the item or label it is indented under, else the nearest
  /// heading; of a heading the one above it.
  std::optional<std::size_t> parent;
  /// The paragraph (run of lines without a blank line between, or the list item) it belongs to, counted from 0.
  std::size_t paragraph = 0;
  /// In an interview: the name of who speaks, where the turn begins (존 손힐 in “존 손힐: …”); set for all units of the
  /// turn.
  std::optional<Span> speaker;
};

/// The units of a text with their places. `units` are those of the text, `zones` may be empty: then everything is told
/// from the text alone. Linear in the text.
std::vector<OutlineUnit> outline(const Text& text, const std::vector<Span>& units, const std::vector<Zone>& zones);

}  // namespace mitjul
