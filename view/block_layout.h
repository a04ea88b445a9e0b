#pragma once

#include <vector>

#include "view/block_shape.h"
#include "view/lanes.h"
#include "view/mark.h"

namespace mitjul {

/// A part of a mark that lies in one line: drawn as a fill behind the text, or of a long mark as brackets at its ends,
/// and a bar in a lane below it.
struct MarkPiece {
  const Mark* mark = nullptr;
  Interval x;
  int lane = 0;
  int depth = 0;         ///< how many longer fills it lies in, by which its own is inset
  bool is_long = false;  ///< has no fill, so that those of the marks in it are seen
  bool starts = false;   ///< whether a segment of the mark starts here, and is not carried on from the line above
  bool ends = false;
};

/// The thin line that joins the segments of a discontinuous mark: within a line, or from one to the end of its line and
/// from the start of a later one to the next.
struct MarkJoint {
  const Mark* mark = nullptr;
  Interval x;
  int lane = 0;
  bool from_above = false;  ///< comes from an upper line: a hook at its left end
  bool goes_on = false;     ///< in a lower line: a hook at its right end
};

/// The name of a mark's label, below its bar in the line where it begins; of a discontinuous one also where a segment
/// begins in a later line.
struct Chip {
  const Mark* mark = nullptr;
  Interval x;
  int lane = 0;
  bool continued = false;  ///< at a later segment
  bool cut = false;        ///< has less room than its name needs: the column is that narrow
};

/// How an arc ends at one side.
enum class ArcEnd {
  Foot,     ///< at the mark where the relation begins
  Arrow,    ///< at the mark where it leads
  Edge,     ///< carried on in another line
  Outside,  ///< leads to something that is not on the page
};

/// A part of a relation that lies in one line, in a lane above the text.
struct Arc {
  const Link* link = nullptr;
  std::size_t end = 1;  ///< which end of the link it leads to
  Interval x;
  ArcEnd left = ArcEnd::Foot;
  ArcEnd right = ArcEnd::Arrow;
  int lane = 0;
  int bundled = 0;  ///< how many relations it is drawn for; 0: another one is drawn for it, in the same place
  Interval label;   ///< where the name of the label stands
};

/// A line of a block. All y are whole pixels from the top of the block.
struct Line {
  LineRange range;
  float width = 0;   ///< of its clusters, hanging blanks included
  int top = 0;       ///< of the arc lanes above the text, if there are any
  int text_top = 0;  ///< of the text
  int text_bottom = 0;
  int bottom = 0;              ///< of the last lane, with the gap to the next line
  std::vector<int> lane_tops;  ///< from the lane next to the text, downwards
  int arc_lanes = 0;
  std::vector<MarkPiece> pieces;  ///< in the order in which fills are painted: longer ones first
  std::vector<MarkJoint> joints;
  std::vector<Chip> chips;
  std::vector<Arc> arcs;
};

/// A block as it stands on the page.
struct BlockLayout {
  BlockShape shape;
  TextStyle style = TextStyle::Body;
  std::vector<Line> lines;
  int height = 0;
};

}  // namespace mitjul
