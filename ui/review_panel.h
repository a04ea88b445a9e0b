#pragma once

#include <wx/gauge.h>
#include <wx/listctrl.h>
#include <wx/wrapsizer.h>
#include <wx/wx.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/attempt.h"
#include "ui/height_grip.h"
#include "ui/key_map.h"
#include "ui/review_queue.h"
#include "ui/theme.h"

namespace mitjul {

struct KeyPress;
class MeaningPair;

/// Below the text: the annotations that wait for review, worked through by keys while the text shows them. Enter or
/// Space confirms, a label's key gives another label, Delete deletes: each is an edit, and goes on to the next.
class ReviewPanel : public wxPanel {
 public:
  struct Host {
    Attempt attempt;
    Guarded guarded;
    std::function<void()> edit_attributes;  ///< goes to the inspector
    std::function<void()> close;            ///< folds the panel away and goes to the text
  };
  ReviewPanel(wxWindow* parent, Editor& editor, ReviewQueue& queue, const KeyMap& keys, Host host);

  /// Goes to the list, and shows in the text what is chosen there.
  void take_focus();
  void update(const EditorEvent& event);
  void set_theme(const Theme& theme);
  /// Keys have other names now.
  void show_keys();

  /// In pixels, as the user made it; 0: the usual height.
  int height() const { return grip_->height(); }
  void set_height(int height) { grip_->set_height(height); }

 private:
  class Table;

  wxSizer* make_head();
  wxSizer* make_foot();
  /// Others wait now.
  void take_in_queue();
  void fill_reasons();
  void choose_reason();
  void show_state();
  void show_meaning();
  void mark_row();
  void select_row();
  /// What the row stands for is shown in the text, and selected.
  void go_to(std::size_t row);
  void step(bool forward);
  /// The annotation that is chosen, as long as the text shows it; nullptr where it does not.
  const Annotation* present() const;
  /// Does something to the annotation that is chosen, and goes on. Where the text shows another one, only goes there:
  /// nothing is decided unseen.
  void decide(const std::function<Editor::Refusal(const Annotation&)>& decision);
  void confirm();
  void remove();
  void relabel(const std::string& label);
  void ask_to_confirm_all();
  Editor::Refusal confirm_all(const std::string& label);
  const Label* label_with_key(const KeyPress& press) const;
  void on_key(wxKeyEvent& event);

  Editor& editor_;
  ReviewQueue& queue_;
  const KeyMap& keys_;
  Host host_;
  const Theme* theme_ = &light_theme();
  HeightGrip* grip_;
  wxStaticText* count_ = nullptr;
  wxGauge* progress_ = nullptr;
  wxChoice* reasons_ = nullptr;
  std::vector<std::size_t> offered_;  ///< tags that can be chosen
  wxStaticText* why_ = nullptr;
  MeaningPair* meaning_ = nullptr;
  Table* table_ = nullptr;
  wxWrapSizer* hints_ = nullptr;
  wxButton* all_ = nullptr;
  std::size_t row_ = 0;     ///< in the queue: what is chosen, or where the work goes on
  bool selecting_ = false;  ///< the table tells of what was done to it
};

}  // namespace mitjul
