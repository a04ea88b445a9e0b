#pragma once

#include <wx/wx.h>

#include <functional>

#include "ui/editor.h"
#include "ui/key_map.h"

namespace mitjul {

/// Says in the inspector that an annotation waits for review, and why; with a button that confirms it. Hidden where it
/// does not wait.
class ReviewNote : public wxPanel {
 public:
  ReviewNote(wxWindow* parent, const KeyMap& keys, std::function<void()> confirm);

  /// `width`: of the lines, in pixels.
  void show(const Annotation& annotation, const Schema& schema, int width);

 private:
  wxStaticText* words_;
};

}  // namespace mitjul
