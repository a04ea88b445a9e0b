#pragma once

#include <wx/timer.h>

#include "ui/editor.h"
#include "ui/project_reader.h"

namespace mitjul {

/// Has suggestions made for the document that is shown, in another thread, and hands them to the editor. Where the
/// project's settings say that nothing is to be suggested, there are none.
class Suggester {
 public:
  /// Both outlive it.
  Suggester(Editor& editor, ProjectReader& reader);
  Suggester(const Suggester&) = delete;
  Suggester& operator=(const Suggester&) = delete;
  ~Suggester();

  /// What suggestions are made from has changed; new ones come in a moment.
  void update_later();

 private:
  void ask();

  Editor& editor_;
  ProjectReader& reader_;
  wxTimer timer_;
  bool asked_ = false;  // and not yet answered
  bool again_ = false;
};

}  // namespace mitjul
