#pragma once

#include <wx/wx.h>

#include <vector>

#include "ui/key_map.h"
#include "ui/problem_rows.h"

namespace mitjul {

/// Says in the inspector what is wrong with an annotation, the worst first. Hidden where nothing is.
class ProblemNote : public wxPanel {
 public:
  ProblemNote(wxWindow* parent, const KeyMap& keys);

  /// `width`: of the lines, in pixels.
  void show(const std::vector<const ProblemRow*>& problems, const Schema& schema, int width);

 private:
  wxStaticText* words_;
};

}  // namespace mitjul
