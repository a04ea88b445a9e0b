#pragma once

#include "core/blanks.h"
#include "core/text.h"

namespace mitjul {

/// A selected stretch of text: from where it began to where the caret is, in either order; both on boundaries of
/// grapheme clusters. Empty: only a caret.
struct Selection {
  TextPos anchor;
  TextPos caret;

  constexpr Selection() = default;
  constexpr explicit Selection(TextPos at) : anchor(at), caret(at) {}
  constexpr Selection(TextPos from, TextPos to) : anchor(from), caret(to) {}

  constexpr bool empty() const { return anchor == caret; }
  constexpr Span span() const { return anchor < caret ? Span(anchor, caret) : Span(caret, anchor); }

  bool operator==(const Selection&) const = default;
};

/// The eojeol (a run of characters without white space) that holds the character behind `pos`, or before it if there
/// is none behind; empty, at `pos`, between blanks.
Span eojeol_at(const Text& text, TextPos pos);

/// The start of the next eojeol behind `pos`, or the end of the text.
TextPos next_eojeol(const Text& text, TextPos pos);
/// The start of the eojeol before `pos`: of the one that `pos` lies in unless it stands at its start.
TextPos previous_eojeol(const Text& text, TextPos pos);
/// The end of the eojeol that `pos` lies in, or of the next one if it stands at an end; the end of the text.
TextPos eojeol_end(const Text& text, TextPos pos);

}  // namespace mitjul
