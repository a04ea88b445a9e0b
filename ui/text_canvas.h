#pragma once

#include <wx/timer.h>
#include <wx/window.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "ui/action.h"
#include "ui/editor.h"
#include "ui/hover_card.h"
#include "ui/key_map.h"
#include "ui/key_press.h"
#include "ui/reading_style.h"
#include "ui/renderer.h"
#include "ui/run_shaper.h"
#include "ui/theme.h"
#include "ui/word_selector.h"
#include "view/viewport.h"

namespace mitjul {

/// The article with its annotations: draws them, scrolls by pixels, and turns mouse and keys into calls of the editor.
class TextCanvas : public wxWindow {
 public:
  /// Calls that the window answers.
  struct Callbacks {
    std::function<void(Action)> act;                      ///< a key of the action table was pressed
    std::function<void(const Editor::Refusal&)> refused;  ///< to be shown
    std::function<void(const std::string&)> apply_label;  ///< a label's key was pressed
    std::function<void(const AnnotationId&)> relate_to;   ///< the other end of the relation was chosen
    /// Calls its argument where an `Error` is caught and shown.
    std::function<void(const std::function<void()>&)> guarded;
    /// A key of an attribute of the selected annotation, if it is one; false where it is none.
    std::function<bool(const KeyPress&)> attribute_key = {};
  };

  /// Editor, selector and keys outlive the canvas.
  TextCanvas(wxWindow* parent, Editor& editor, WordSelector& words, const KeyMap& keys, Callbacks callbacks,
             std::unique_ptr<RunShaper> shaper = make_shaper());

  void set_theme(const Theme& theme);
  /// In per cent of the normal size, 50 to 400.
  void set_text_size(int percent);
  int text_size() const { return text_size_; }
  /// The line at the top stays there.
  void set_reading_style(const ReadingStyle& style);

  /// What the editor tells its listeners; the window passes it on.
  void update(const EditorEvent& event);

  /// Spans that are proposed while an annotation is being made, each in a frame with its name; drawn until others, or
  /// none, are.
  void propose(std::vector<SuggestedMark> proposals);

  /// A key of the text that was pressed elsewhere, where it means the same: letters, Delete, brackets; false where it
  /// means nothing.
  bool take_key(const KeyPress& key);

  /// Where the caret is drawn that stands at a position, in pixels of the canvas; nothing where it is out of sight.
  std::optional<wxRect> caret_rectangle(TextPos pos);
  /// Where an annotation is drawn: its chip, or else its first part that is seen.
  std::optional<wxPoint> place_of(const AnnotationId& id);
  /// Scrolls to a height of the page.
  void scroll_to(std::int64_t y);
  /// Called when another part of the text is seen, or the heights of its page are others.
  void listen_to_view(std::function<void()> listener) { view_listener_ = std::move(listener); }
  /// nullptr where no document is shown.
  Page* page() { return page_.get(); }
  /// What is said of the annotations under the pointer.
  const HoverCard& card() const { return *card_; }
  Viewport* viewport() { return viewport_.get(); }

 private:
  enum class Clicks { Single, Double };
  enum class DragBy { Nothing, Grapheme, Word, Paragraph, Edge };
  struct Drag {
    DragBy by = DragBy::Nothing;
    TextPos from;
    Span first;  // what the press itself selected
    wxPoint pressed;
    bool moved = false;
    bool adds = false;  // another segment of a discontinuous span, as soon as it is one
  };
  struct LabelKey {
    KeyPress key;
    std::string label;
  };

  void set_fonts();
  void style_viewport();
  void build_page();
  void put_annotations();
  void put_annotation(const AnnotationId& id);
  std::size_t author_of(const SetKey& set) const;
  void show_selected();
  void put_suggestions();
  const Suggestion* suggestion_at(const Hit& hit) const;
  std::optional<std::size_t> number_of(const Suggestion* suggestion) const;
  bool is_on_chip_of_suggestion(wxPoint point);
  void hover_suggestion(const Hit& hit);
  void update_labels();
  int scroll_range() const;
  void update_scroll_bar();
  void repaint();
  RenderState state() const;
  CaretPlace caret_place() const { return {editor_.selection().caret, line_end_caret_ == editor_.selection().caret}; }
  void note_line_end(CaretPlace place);

  void on_paint(wxPaintEvent& event);
  void on_size(wxSizeEvent& event);
  void on_scroll(wxScrollWinEvent& event);
  void on_wheel(wxMouseEvent& event);
  void on_left_down(wxMouseEvent& event);
  void on_double_click(wxMouseEvent& event);
  void on_motion(wxMouseEvent& event);
  void on_leave(wxMouseEvent& event);
  void on_left_up(wxMouseEvent& event);
  void on_capture_lost(wxMouseCaptureLostEvent& event);
  void on_focus(wxFocusEvent& event);
  void on_blink(wxTimerEvent& event);
  void on_drag_scroll(wxTimerEvent& event);
  void on_key(wxKeyEvent& event);

  void press(const wxMouseEvent& event, DragBy by, Clicks clicks = Clicks::Single);
  bool follows(const wxMouseEvent& event, wxLongLong time, wxPoint place) const;
  void double_click(const wxMouseEvent& event);
  bool is_far(wxPoint point) const;
  void drag_to(wxPoint point);
  void release(wxPoint point);
  void click(const Hit& hit);
  bool move_caret(const KeyPress& key);
  void place_caret(CaretPlace place, bool extend);
  Action meant(Action action) const;
  bool use_label_key(const KeyPress& key);
  void show_refusal(const Editor::Refusal& refusal);
  void release_input_method();
  void scroll_by(int pixels);

  Editor& editor_;
  WordSelector& words_;
  const KeyMap& keys_;
  Callbacks callbacks_;
  std::unique_ptr<RunShaper> shaper_;
  std::unique_ptr<Page> page_;
  std::unique_ptr<Viewport> viewport_;
  std::unique_ptr<Renderer> renderer_;
  const Theme* theme_;
  int text_size_ = 100;
  ReadingStyle reading_style_;
  std::vector<LabelKey> label_keys_;

  std::optional<TextPos> line_end_caret_;  // a caret that stands at a line's end and not at the next one's start
  bool caret_shown_ = true;
  std::optional<float> goal_x_;  // of a caret that moves up and down
  Drag drag_;
  Selection before_press_;  // what was selected before the click that a double click begins with
  wxLongLong last_press_ = 0;
  wxPoint last_press_at_;
  wxLongLong last_double_click_ = 0;
  wxPoint last_double_click_at_;
  std::vector<SetKey> others_;                  // the page's authors but who works
  bool filtered_ = false;                       // what is drawn
  std::optional<AnnotationId> shown_selected_;  // whatever the filter says
  std::optional<AnnotationId> hovered_;
  std::optional<std::size_t> hovered_suggestion_;  // of the editor's
  std::vector<SuggestedMark> proposals_;
  std::function<void()> view_listener_;
  HoverCard* card_;
  double wheel_rest_ = 0;
  wxTimer blink_;
  wxTimer drag_scroll_;
};

}  // namespace mitjul
