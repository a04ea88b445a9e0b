#pragma once

#include <vector>

#include "korean/outline.h"
#include "korean/outline_line.h"

namespace mitjul {

/// Sets who speaks in each unit of an interview or broadcast: from a unit that begins with a speaker's name and a colon
/// (존 손힐: …, Q. …, ▲ 김 대표: …, [앵커]) to the next one. The roles of `outline` must be set.
void name_speakers(const Letters& letters, const OutlineLines& lines, std::vector<OutlineUnit>& outline);

}  // namespace mitjul
