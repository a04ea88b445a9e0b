#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "view/block.h"
#include "view/block_layout.h"
#include "view/block_look.h"
#include "view/height_index.h"
#include "view/page_style.h"
#include "view/suggested_mark.h"

namespace mitjul {

/// A place for the caret. Where a long paragraph is broken, the end of one line and the start of the next are one
/// position in the text, and two on the page.
struct CaretPlace {
  TextPos pos;
  bool at_line_end = false;  ///< of the two, the end of the upper line

  bool operator==(const CaretPlace&) const = default;
};

/// A text with its marks and links as geometry: blocks of lines above one another. Only what is asked for is laid
/// out; of the rest the height is estimated. Pixels are those of the shaper, x from the left edge of the text, y
/// within a block from its top.
class Page {
 public:
  /// A line by block and number in it.
  struct LineAt {
    std::size_t block = 0;
    std::size_t line = 0;

    auto operator<=>(const LineAt&) const = default;
  };

  /// `shaper` outlives the page.
  Page(Text text, TextShaper& shaper, std::vector<PageLabel> labels, int line_spacing = PageStyle::kUsualSpacing);

  const Text& text() const { return text_; }
  const PageStyle& style() const { return style_; }
  const std::vector<PageLabel>& labels() const { return labels_; }

  /// Width of the lines. Shapes are kept, lines and heights are not.
  void set_width(float width);
  float width() const { return width_; }
  /// Of a Hangul syllable.
  float syllable_width() const { return syllable_width_; }
  /// The fonts of the shaper have changed: nothing is kept. `line_spacing` in per cent of the height of a line of text.
  void set_font(int line_spacing);
  void set_labels(std::vector<PageLabel> labels);
  /// What titles, quotations, tables … there are; sorted by their start. Nothing that was laid out is kept.
  void set_zones(const std::vector<Zone>& zones);

  /// The names of others than who works, whose annotations are on the page: the chips of these say them.
  void set_authors(std::vector<std::string> names);
  /// Adds a span or a relation, or replaces the one with its id. Others, and labels that are unknown, are not shown.
  /// `author`: 0 is who works, 1 the first of the other authors.
  void put(const Annotation& annotation, std::size_t author = 0);
  void remove(const AnnotationId& id);
  const std::map<AnnotationId, Mark>& marks() const { return marks_; }
  const std::map<AnnotationId, Link>& links() const { return links_; }

  /// Replaces what is suggested; nothing is laid out anew. New labels take it away.
  void suggest(std::vector<SuggestedMark> marks);
  const std::vector<SuggestedMark>& suggested() const { return suggested_; }
  /// Those of a line, in the order in which they are painted: longer ones first.
  std::vector<SuggestedPiece> suggested_pieces(LineAt at);
  /// What the chip of one says, and how wide that makes it. Its label is known.
  std::string suggested_name(std::size_t index);
  float suggested_chip_width(std::size_t index);

  // --- Blocks ---
  std::size_t blocks() const { return blocks_.size(); }
  const Block& block(std::size_t index) const { return blocks_[index]; }
  std::size_t block_at(TextPos pos) const;
  /// The block laid out. Its height is exact from then on, until something in it changes.
  const BlockLayout& layout(std::size_t index);
  /// The block as it was laid out last for this width; nullptr where it was not.
  const BlockLayout* laid_out(std::size_t index) const;
  /// Heights of all blocks, exact or estimated.
  const HeightIndex& heights() const { return heights_; }

  const BlockLook& look(std::size_t index) const { return looks_[index]; }
  /// Of a block among the paragraphs, from 1; 0 for one that is empty or carries a paragraph on.
  std::uint32_t paragraph_number(std::size_t index) const { return numbers_[index]; }
  std::uint32_t paragraphs() const { return paragraphs_; }
  /// Of the number, in the small font.
  float number_width(std::uint32_t number) const;
  /// The cells of tables that a line holds parts of.
  std::vector<Interval> cells(LineAt at);
  /// Where boilerplate stands in a line, if it takes only a part of the block.
  std::vector<Interval> boilerplate(LineAt at);

  /// What a chip says: the name of its label, shortened where it is long.
  std::string chip_name(const Chip& chip);
  /// What is written on an arc: the same, and how many relations it stands for.
  std::string arc_name(const Arc& arc);
  /// The marks that a relation joins, those behind relations that it joins among them. None for anything else.
  std::vector<AnnotationId> marks_joined_by(const AnnotationId& relation) const;

  // --- Carets ---
  LineAt line_of(CaretPlace place);
  /// Where the caret stands in its line.
  float x_of(CaretPlace place);
  /// The place in a line that is nearest to `x`.
  CaretPlace place_in_line(LineAt at, float x);
  /// First and last place of a line.
  CaretPlace line_start(LineAt at);
  CaretPlace line_end(LineAt at);
  /// The line above or below; nothing at the ends of the page.
  std::optional<LineAt> line_before(LineAt at);
  std::optional<LineAt> line_after(LineAt at);
  /// The line of a block at `y` from its top; the nearest one.
  LineAt line_at(std::size_t block, int y);

  /// The stretch of a line that a span covers; nothing where they share no cluster.
  std::optional<Interval> extent(LineAt at, Span span);

 private:
  struct Slot {
    std::unique_ptr<BlockLayout> layout;
    bool broken = false;     // whether the lines fit the width
    bool decorated = false;  // whether lanes and arcs are those of the present marks
    std::vector<const Mark*> marks;
    std::set<AnnotationId> links;  // those with an end in the block
    std::vector<std::size_t> suggested;
  };

  void measure_font();
  void estimate();
  int estimated_height(std::size_t index) const;
  void put_mark(Mark mark);
  void put_link(Link link);
  void shorten_authors();
  void forget_decoration(std::size_t index);
  std::pair<std::size_t, std::size_t> blocks_of(const Mark& mark) const;
  void attach(const Link& link, bool attached);
  std::optional<TextPos> foot_of(const AnnotationRef& end, int depth = 0) const;
  std::optional<std::size_t> label_index(const std::string& id) const;
  const std::string& short_name(std::size_t label);
  std::string name_of(const Chip& chip);
  float chip_width(std::size_t label, std::size_t author);
  std::string with_author(const std::string& name, std::size_t author) const;
  float name_width(const std::string& name);
  std::vector<Interval> extents(LineAt at, const std::vector<Span>& spans);
  bool is_long(const Mark& mark) const;
  void attach_suggested(bool attached);

  void decorate(std::size_t index);
  void place_marks(const Slot& slot, Line& line, const BlockShape& shape);
  void place_arcs(std::size_t index, Slot& slot);
  void stack_arcs(Line& line);
  void stack(std::size_t index, BlockLayout& layout);
  Span span_of(const BlockShape& shape, const LineRange& range) const;

  Text text_;
  TextShaper& shaper_;
  PageStyle style_;
  std::vector<PageLabel> labels_;
  std::map<std::string, std::size_t> label_indices_;
  std::vector<std::string> authors_;
  std::vector<std::string> short_authors_;
  std::vector<std::string> short_names_;  // by label; empty: not made yet
  std::vector<float> chip_widths_;        // of the short names alone; below 0: not measured yet
  float width_ = 600;
  float average_advance_ = 0;
  float syllable_width_ = 0;
  float digit_width_ = 0;
  std::vector<Block> blocks_;
  std::vector<BlockLook> looks_;
  std::vector<std::uint32_t> numbers_;
  std::uint32_t paragraphs_ = 0;
  std::vector<Span> cells_;
  std::vector<Span> boilerplate_;
  std::vector<Slot> slots_;
  HeightIndex heights_;
  std::map<AnnotationId, Mark> marks_;
  std::map<AnnotationId, Link> links_;
  std::map<AnnotationId, std::set<AnnotationId>> links_at_;  // by an end of theirs
  std::vector<SuggestedMark> suggested_;
};

}  // namespace mitjul
