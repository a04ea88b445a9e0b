#pragma once

#include <wx/wx.h>

#include <functional>
#include <optional>

#include "ui/key_map.h"
#include "ui/theme.h"
#include "ui/tour.h"

namespace mitjul {

struct TourWords;

/// The tour as a card below the text: which step it is, what to try, the keys for it. Never takes the focus from the
/// text; F6 comes by, and Escape in it leaves the tour.
class TourPanel : public wxPanel {
 public:
  /// Editor and keys outlive it.
  TourPanel(wxWindow* parent, Editor& editor, const KeyMap& keys, std::function<void()> go_to_text);

  void begin();
  /// As another panel left it.
  void resume(Tour::Progress progress);
  void leave();
  /// Nothing where the tour is not shown.
  void go(bool forward);
  /// Nothing where it is not shown.
  std::optional<Tour::Progress> progress() const;
  void take_focus();
  /// With keys alone, where something else needs the room below the text.
  void set_brief(bool brief);
  void set_theme(const Theme& theme);
  /// Names the keys as they are now.
  void show_keys();

  void update(const EditorEvent& event);
  void take_in(const Outcome& outcome);
  void take_in_find();
  void take_in_export();

 private:
  class Dots;

  void bind_events();
  void show_step();
  void list_keys(const TourWords& words);
  void wrap();

  Editor& editor_;
  const KeyMap& map_;
  std::function<void()> go_to_text_;
  Tour tour_;
  const Theme* theme_ = &light_theme();
  Dots* dots_;
  wxStaticText* count_;
  wxStaticText* title_;
  wxStaticText* sentence_;
  wxSizer* keys_;
  wxButton* back_;
  wxButton* next_;
  wxButton* close_;
  wxString words_;  // of the sentence, before it is broken into lines
};

}  // namespace mitjul
