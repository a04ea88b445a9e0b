#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "view/caret.h"
#include "view/page.h"

namespace mitjul {

/// A rectangle on the screen, in pixels from the top left corner of the viewport.
struct ViewRect {
  float x = 0;
  int y = 0;
  float width = 0;
  int height = 0;
};

/// Where the chip of a suggested mark stands.
struct SuggestedChip {
  std::size_t index = 0;  ///< in `Page::suggested`
  std::size_t label = 0;  ///< index of a `PageLabel`
  ViewRect place;
};

/// What lies at a point.
struct Hit {
  CaretPlace place;                       ///< the nearest place for a caret
  bool on_text = false;                   ///< whether the point lies on a character
  std::vector<AnnotationId> annotations;  ///< whose fill, bar, chip or arc is there; the innermost first
  /// The suggested marks whose text, or of a passage whose underline, is there, by index; the innermost first.
  std::vector<std::size_t> suggested;
};

/// The part of a page that is seen. Where it is, is held as a line of the page and not as a number of pixels from its
/// top: what changes above does not move what is read.
class Viewport {
 public:
  explicit Viewport(Page& page) : page_(page) {}

  /// Size in pixels; the text takes the width less a margin at both sides, up to that of the column. What was at the
  /// top stays there.
  void resize(int width, int height);
  /// The longest line in Hangul syllables; 0: as long as the width allows. Takes effect with the next size.
  void set_column(int syllables) { column_ = syllables; }
  int width() const { return width_; }
  int height() const { return height_; }
  /// Where the text begins.
  float left() const { return left_; }
  /// Keeps what is at the top while `change` changes fonts or annotations of the page.
  template <class ChangeOf>
  void keep_place(ChangeOf change) {
    const TextPos top = top_position();
    const int into = into_line();
    change();
    show_at_top(top, into);
  }

  struct VisibleBlock {
    std::size_t block = 0;
    int y = 0;  ///< of its top, from that of the viewport
  };
  /// The blocks that are seen, laid out, from top to bottom.
  std::vector<VisibleBlock> visible();

  void scroll_by(int pixels);
  /// From the top of the page: for scroll bars, over heights that are in part estimates.
  void scroll_to(std::int64_t y);
  std::int64_t scrolled() const { return page_.heights().top(anchor_block_) + anchor_offset_; }
  std::int64_t page_height() const { return page_.heights().total(); }
  /// Scrolls as little as is needed to see the line of a place, with some room around it; true if it did.
  bool reveal(CaretPlace place);

  /// The chips of proposals, and of the suggested mark that is selected, as far as they are in sight: below the text
  /// where the mark begins, over what may be there, beside one another.
  std::vector<SuggestedChip> suggested_chips(std::optional<std::size_t> selected);
  /// The caret; nothing where its line is out of sight.
  std::optional<ViewRect> caret(CaretPlace place);
  Hit hit(float x, int y);
  /// The place that many lines further down (up where negative), as near to `x` of the page as it can be.
  CaretPlace moved(CaretPlace place, int lines, float x);
  /// How many lines make a screen.
  int lines_on_screen() const;

 private:
  TextPos top_position();
  int into_line();
  void show_at_top(TextPos pos, int into_line);
  std::optional<SuggestedChip> suggested_chip(std::size_t index);
  void hit_suggested(Hit& hit, Page::LineAt at, float in_line, int in_block);
  void settle();

  Page& page_;
  int width_ = 0;
  int height_ = 0;
  float left_ = 0;
  int column_ = 50;
  // The top of the viewport, as a block and the pixels of it that are above.
  std::size_t anchor_block_ = 0;
  int anchor_offset_ = 0;
  // What `keep_place` kept last: while it lies in the line at the top, it is kept again, so that a width that changes
  // in many small steps does not walk from line start to line start.
  TextPos kept_;
};

}  // namespace mitjul
