#pragma once

#include <vector>

#include "view/block_shape.h"
#include "view/lanes.h"
#include "view/mark.h"

namespace mitjul {

/// A part of a mark that lies in one line: drawn as a fill behind the text and a bar in a lane below it.
struct MarkPiece {
  const Mark* mark = nullptr;
  Interval x;
  int lane = 0;
  int depth = 0;        ///< how many longer pieces it lies in: fills are inset by it
  bool starts = false;  ///< whether a segment of the mark starts here, and is not carried on from the line above
  bool ends = false;
};

/// The thin line that joins the segments of a discontinuous mark within a line.
struct MarkJoint {
  const Mark* mark = nullptr;
  Interval x;
  int lane = 0;
};

/// The name of a mark's label, below its bar in the line where it begins.
struct Chip {
  const Mark* mark = nullptr;
  Interval x;
  int lane = 0;
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
  std::vector<Line> lines;
  int height = 0;
};

}  // namespace mitjul
