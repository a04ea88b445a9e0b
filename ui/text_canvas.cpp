#include "ui/text_canvas.h"

#include <wx/dcclient.h>
#include <wx/intl.h>
#include <wx/settings.h>
#include <wx/utils.h>

#include <algorithm>
#include <cmath>

#include "korean/unit.h"
#include "ui/annotation_words.h"
#include "ui/wx_text.h"
#include "view/shown_zones.h"

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

namespace mitjul {
namespace {

constexpr int kBlinkMilliseconds = 530;
constexpr int kDragScrollMilliseconds = 25;
// Nearer to an end of the selection than this, a press takes hold of the end.
constexpr int kGrip = 5;
constexpr int kWheelLines = 3;

}  // namespace

TextCanvas::TextCanvas(wxWindow* parent, Editor& editor, WordSelector& words, const KeyMap& keys, Callbacks callbacks,
                       std::unique_ptr<RunShaper> shaper)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxALWAYS_SHOW_SB | wxWANTS_CHARS),
      editor_(editor),
      words_(words),
      keys_(keys),
      callbacks_(std::move(callbacks)),
      shaper_(std::move(shaper)),
      theme_(&light_theme()),
      card_(new HoverCard(this, editor.schema(),
                          [this](const std::vector<AnnotationId>& ids) {
                            Workspace& workspace = editor_.workspace();
                            return editor_.document() == nullptr
                                       ? std::vector<CardLine>()
                                       : annotation_card(ids, *editor_.document(), editor_.schema(),
                                                         workspace.annotators());
                          })),
      blink_(this),
      drag_scroll_(this) {
  SetName(_("Text"));
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetCursor(wxCursor(wxCURSOR_IBEAM));
  set_fonts();

  Bind(wxEVT_PAINT, &TextCanvas::on_paint, this);
  Bind(wxEVT_SIZE, &TextCanvas::on_size, this);
  for (const auto& type :
       {wxEVT_SCROLLWIN_TOP, wxEVT_SCROLLWIN_BOTTOM, wxEVT_SCROLLWIN_LINEUP, wxEVT_SCROLLWIN_LINEDOWN,
        wxEVT_SCROLLWIN_PAGEUP, wxEVT_SCROLLWIN_PAGEDOWN, wxEVT_SCROLLWIN_THUMBTRACK, wxEVT_SCROLLWIN_THUMBRELEASE}) {
    Bind(type, &TextCanvas::on_scroll, this);
  }
  Bind(wxEVT_MOUSEWHEEL, &TextCanvas::on_wheel, this);
  Bind(wxEVT_LEFT_DOWN, &TextCanvas::on_left_down, this);
  Bind(wxEVT_LEFT_DCLICK, &TextCanvas::on_double_click, this);
  Bind(wxEVT_MOTION, &TextCanvas::on_motion, this);
  Bind(wxEVT_LEAVE_WINDOW, &TextCanvas::on_leave, this);
  Bind(wxEVT_LEFT_UP, &TextCanvas::on_left_up, this);
  Bind(wxEVT_MOUSE_CAPTURE_LOST, &TextCanvas::on_capture_lost, this);
  Bind(wxEVT_SET_FOCUS, &TextCanvas::on_focus, this);
  Bind(wxEVT_KILL_FOCUS, &TextCanvas::on_focus, this);
  Bind(wxEVT_KEY_DOWN, &TextCanvas::on_key, this);
  Bind(wxEVT_TIMER, &TextCanvas::on_blink, this, blink_.GetId());
  Bind(wxEVT_TIMER, &TextCanvas::on_drag_scroll, this, drag_scroll_.GetId());
  update({.document = true});
}

// --- What is shown ---

void TextCanvas::set_theme(const Theme& theme) {
  theme_ = &theme;
  card_->set_theme(theme);
  if (renderer_) renderer_->set_colours(editor_.schema(), theme);
  repaint();
}

void TextCanvas::set_text_size(int percent) {
  text_size_ = std::clamp(percent, 50, 400);
  set_fonts();
}

void TextCanvas::set_reading_style(const ReadingStyle& style) {
  reading_style_ = style.clamped();
  set_fonts();
}

void TextCanvas::set_fonts() {
  shaper_->set_fonts(reading_style_.face, kNormalTextSize * text_size_ / 100, kNormalLabelSize * text_size_ / 100);
  if (!page_) return;
  viewport_->keep_place([this] {
    page_->set_font(reading_style_.line_spacing);
    style_viewport();
    const wxSize size = GetClientSize();
    viewport_->resize(size.x, size.y);
  });
  update_scroll_bar();
  repaint();
}

void TextCanvas::style_viewport() {
  viewport_->set_column(reading_style_.column);
  viewport_->set_numbered(reading_style_.paragraph_numbers);
}

void TextCanvas::build_page() {
  renderer_.reset();
  viewport_.reset();
  page_.reset();
  drag_ = {};
  hovered_.reset();
  proposals_.clear();
  line_end_caret_.reset();
  const AnnotatedDocument* const document = editor_.document();
  if (document == nullptr) return;
  page_ = std::make_unique<Page>(document->document.text, *shaper_, page_labels(editor_.schema()),
                                 reading_style_.line_spacing);
  page_->set_zones(shown_zones(document->document, [this] { return editor_.units(); }));
  viewport_ = std::make_unique<Viewport>(*page_);
  style_viewport();
  renderer_ = std::make_unique<Renderer>(*viewport_, *page_, *shaper_);
  put_annotations();
  update_labels();
  const wxSize size = GetClientSize();
  viewport_->resize(size.x, size.y);
}

void TextCanvas::put_annotations() {
  shown_selected_ = editor_.selected_annotation();
  filtered_ = editor_.is_text_filtered();
  others_ = editor_.other_sets();
  std::vector<std::string> names;
  for (const SetKey& other : others_) names.push_back(to_utf8(editor_.name_of(other)));
  page_->set_authors(std::move(names));
  // What is drawn and no longer there goes; the rest is put anew where it differs.
  std::vector<AnnotationId> gone;
  const auto note_gone = [&](const auto& drawn) {
    for (const auto& [id, each] : drawn) {
      const Annotation* const present = editor_.find_listed(id);
      if (present == nullptr || editor_.is_hidden(*present)) gone.push_back(id);
    }
  };
  note_gone(page_->marks());
  note_gone(page_->links());
  for (const AnnotationId& id : gone) page_->remove(id);
  for (const AnnotationSet* const set : editor_.listed_sets()) {
    const std::size_t author = author_of(set->key());
    for (const auto& [id, annotation] : set->annotations()) {
      if (!editor_.is_hidden(annotation)) page_->put(annotation, author);
    }
  }
}

/// The number of an author of the page; 0 is who works.
std::size_t TextCanvas::author_of(const SetKey& set) const {
  const auto found = std::find(others_.begin(), others_.end(), set);
  return found == others_.end() ? 0 : 1 + static_cast<std::size_t>(found - others_.begin());
}

/// One that was made, changed or deleted, selected or let go.
void TextCanvas::put_annotation(const AnnotationId& id) {
  const AnnotationSet* const set = editor_.set_of(id);
  if (set != nullptr && !editor_.is_hidden(*set->find(id))) {
    page_->put(*set->find(id), author_of(set->key()));
  } else {
    page_->remove(id);
  }
}

/// Those of the editor come first, so that their numbers are those of the page.
void TextCanvas::put_suggestions() {
  hovered_suggestion_.reset();
  UnsetToolTip();
  std::vector<SuggestedMark> marks;
  marks.reserve(editor_.suggestions().size() + proposals_.size());
  for (const Suggestion* const suggestion : editor_.suggestions()) marks.push_back(suggested_mark(*suggestion));
  marks.insert(marks.end(), proposals_.begin(), proposals_.end());
  page_->suggest(std::move(marks));
}

void TextCanvas::propose(std::vector<SuggestedMark> proposals) {
  proposals_ = std::move(proposals);
  if (!page_) return;
  put_suggestions();
  repaint();
}

void TextCanvas::update_labels() {
  renderer_->set_colours(editor_.schema(), *theme_);
  label_keys_.clear();
  for (const Label& label : editor_.schema().labels) {
    if (label.key.empty()) continue;
    if (const auto key = KeyPress::parse(label.key)) label_keys_.push_back({*key, label.id});
  }
}

void TextCanvas::update(const EditorEvent& event) {
  card_->dismiss();
  // A filter of the list alone is none of the text's business.
  const bool filter = event.filter && (filtered_ || editor_.is_text_filtered());
  if (event.document) {
    build_page();
  } else if (page_ && (event.schema || filter || (event.annotations && event.changed.empty()))) {
    viewport_->keep_place([&] {
      if (event.schema) page_->set_labels(page_labels(editor_.schema()));
      put_annotations();
    });
    if (event.schema) update_labels();
  } else if (page_ && event.annotations) {
    viewport_->keep_place([&] {
      for (const AnnotationId& id : event.changed) put_annotation(id);
    });
  }
  if (page_ && event.selection && editor_.is_text_filtered()) show_selected();
  if (page_ && (event.document || event.schema || event.suggestions)) put_suggestions();
  if (page_ && event.reveal) {
    line_end_caret_.reset();
    viewport_->reveal(caret_place());
    goal_x_.reset();
  }
  caret_shown_ = true;
  update_scroll_bar();
  repaint();
}

/// What is selected is shown although the filter leaves it out, until something else is.
void TextCanvas::show_selected() {
  const std::optional<AnnotationId> before = std::exchange(shown_selected_, editor_.selected_annotation());
  if (before == shown_selected_) return;
  viewport_->keep_place([&] {
    for (const auto& id : {before, shown_selected_}) {
      if (id) put_annotation(*id);
    }
  });
}

void TextCanvas::repaint() { Refresh(false); }

/// At least a screen: a shorter range makes GTK draw the shadow of something that is scrolled too far, and none at all
/// takes the bar away, and with it the width that the lines were broken for.
int TextCanvas::scroll_range() const {
  const int screen = std::max(GetClientSize().y, 1);
  return viewport_ ? std::max(static_cast<int>(viewport_->page_height()), screen) : screen;
}

void TextCanvas::update_scroll_bar() {
  if (viewport_) {
    SetScrollbar(wxVERTICAL, static_cast<int>(viewport_->scrolled()), GetClientSize().y, scroll_range());
  } else {
    SetScrollbar(wxVERTICAL, 0, scroll_range(), scroll_range());
  }
  if (view_listener_) view_listener_();
}

RenderState TextCanvas::state() const {
  RenderState state;
  state.selection = editor_.selection();
  state.kept = editor_.kept_segments();
  state.selected = editor_.selected_annotation();
  if (const Annotation* const selected = editor_.selected(); selected != nullptr && selected->relation() != nullptr) {
    for (const Argument& end : selected->relation()->arguments) {
      if (end.target.document.empty()) state.ends.push_back(end.target.id);
    }
  }
  if (editor_.relation_draft()) state.relation_from = editor_.relation_draft()->from;
  state.hovered = hovered_;
  state.suggested = number_of(editor_.selected_suggestion());
  state.hovered_suggested = hovered_suggestion_;
  if (HasFocus() && caret_shown_) state.caret = caret_place();
  return state;
}

void TextCanvas::on_paint(wxPaintEvent& /*event*/) {
  wxPaintDC dc(this);
  const wxRect box = GetUpdateRegion().GetBox();
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
  if (!context) return;
  if (!renderer_) {
    context->SetPen(*wxTRANSPARENT_PEN);
    context->SetBrush(wxBrush(theme_->background));
    const wxSize size = GetClientSize();
    context->DrawRectangle(0, 0, size.x, size.y);
    return;
  }
  renderer_->render(*context, state(), box.y, box.y + box.height);
  // Blocks laid out for the first time have heights other than estimated.
  if (GetScrollRange(wxVERTICAL) != scroll_range()) CallAfter([this] { update_scroll_bar(); });
}

void TextCanvas::on_size(wxSizeEvent& event) {
  if (viewport_) {
    const wxSize size = GetClientSize();
    viewport_->resize(size.x, size.y);
    update_scroll_bar();
    repaint();
  }
  event.Skip();
}

std::optional<wxRect> TextCanvas::caret_rectangle(TextPos pos) {
  if (!viewport_) return std::nullopt;
  const auto caret = viewport_->caret({pos, false});
  if (!caret) return std::nullopt;
  return wxRect(static_cast<int>(std::lround(caret->x)), caret->y, 1, caret->height);
}

std::optional<wxPoint> TextCanvas::place_of(const AnnotationId& id) {
  if (!viewport_) return std::nullopt;
  const auto at = [&](const Interval& x, int y) {
    return wxPoint(static_cast<int>(viewport_->left() + (x.left + x.right) / 2), y);
  };
  for (const Viewport::VisibleBlock& visible : viewport_->visible()) {
    for (const Line& line : page_->layout(visible.block).lines) {
      for (const MarkPiece& piece : line.pieces) {
        if (piece.mark->id == id) return at(piece.x, visible.y + (line.text_top + line.text_bottom) / 2);
      }
      for (const Arc& arc : line.arcs) {
        const int lane = line.text_top - (2 * arc.lane + 1) * page_->style().arc_lane_height / 2;
        if (arc.link->id == id) return at(arc.label, visible.y + lane);
      }
    }
  }
  return std::nullopt;
}

// --- Scrolling ---

void TextCanvas::scroll_by(int pixels) {
  if (!viewport_ || pixels == 0) return;
  card_->dismiss();
  viewport_->scroll_by(pixels);
  update_scroll_bar();
  repaint();
}

void TextCanvas::scroll_to(std::int64_t y) {
  if (!viewport_) return;
  viewport_->scroll_to(y);
  update_scroll_bar();
  repaint();
}

void TextCanvas::on_scroll(wxScrollWinEvent& event) {
  if (!viewport_) return;
  card_->dismiss();
  const int line = page_->style().text_height + page_->style().line_gap;
  const int page = std::max(GetClientSize().y - line, line);
  const auto type = event.GetEventType();
  if (type == wxEVT_SCROLLWIN_TOP) {
    viewport_->scroll_to(0);
  } else if (type == wxEVT_SCROLLWIN_BOTTOM) {
    viewport_->scroll_to(viewport_->page_height());
  } else if (type == wxEVT_SCROLLWIN_LINEUP) {
    viewport_->scroll_by(-line);
  } else if (type == wxEVT_SCROLLWIN_LINEDOWN) {
    viewport_->scroll_by(line);
  } else if (type == wxEVT_SCROLLWIN_PAGEUP) {
    viewport_->scroll_by(-page);
  } else if (type == wxEVT_SCROLLWIN_PAGEDOWN) {
    viewport_->scroll_by(page);
  } else {
    viewport_->scroll_to(event.GetPosition());
  }
  // While the thumb is held, it is the hand that says where it is.
  if (type != wxEVT_SCROLLWIN_THUMBTRACK) {
    update_scroll_bar();
  } else if (view_listener_) {
    view_listener_();
  }
  repaint();
}

void TextCanvas::on_wheel(wxMouseEvent& event) {
  if (!viewport_ || event.GetWheelAxis() != wxMOUSE_WHEEL_VERTICAL) return event.Skip();
  if (event.ControlDown()) {
    callbacks_.act(event.GetWheelRotation() > 0 ? Action::LargerText : Action::SmallerText);
    return;
  }
  const int line = page_->style().text_height + page_->style().line_gap;
  wheel_rest_ -= static_cast<double>(event.GetWheelRotation()) / event.GetWheelDelta() * kWheelLines * line;
  const int pixels = static_cast<int>(wheel_rest_);
  wheel_rest_ -= pixels;
  scroll_by(pixels);
}

// --- Mouse ---

void TextCanvas::press(const wxMouseEvent& event, DragBy by, Clicks clicks) {
  card_->dismiss();
  SetFocus();
  if (!viewport_) return;
  const wxPoint point = event.GetPosition();
  const Hit hit = viewport_->hit(static_cast<float>(point.x), point.y);
  goal_x_.reset();
  const Text& text = page_->text();
  const Selection before = editor_.selection();

  drag_ = {by, hit.place.pos, {hit.place.pos, hit.place.pos}, point, false, event.ControlDown()};
  if (event.AltDown() && by == DragBy::Word) drag_.by = DragBy::Grapheme;

  if (clicks == Clicks::Double) {
    // The character under the pointer, which the nearest caret place may lie behind.
    TextPos at = hit.place.pos;
    if (at > TextPos(0)) {
      const auto caret = viewport_->caret(hit.place);
      const bool before_caret = caret && static_cast<float>(point.x) < caret->x;
      if (before_caret || hit.place.at_line_end) at = text.previous_grapheme(at);
    }
    if (std::exchange(drag_.adds, false)) editor_.keep_segment();
    drag_.first = words_.select_at(at, before_press_);
  } else if (by == DragBy::Paragraph) {
    drag_.first = paragraph_at(text, hit.place.pos);
    editor_.select(Selection(drag_.first.start, drag_.first.end));
  } else if (event.ShiftDown()) {
    drag_.by = event.AltDown() ? DragBy::Grapheme : DragBy::Edge;
    drag_.from = before.anchor;
    drag_.moved = true;
  } else if (!before.empty() && !event.ControlDown()) {
    // An end of the selection can be taken hold of, and moved character by character.
    for (const TextPos end : {before.caret, before.anchor}) {
      const auto caret = caret_rectangle(end);
      if (!caret || point.y < caret->y || point.y > caret->y + caret->height) continue;
      if (std::abs(point.x - caret->x) > kGrip) continue;
      drag_.by = DragBy::Edge;
      drag_.from = end == before.caret ? before.anchor : before.caret;
      break;
    }
  }
  if (!HasCapture()) CaptureMouse();
  if (drag_.moved) drag_to(point);
}

/// Whether a press comes so soon behind an earlier one, at the same place, that they are one gesture.
bool TextCanvas::follows(const wxMouseEvent& event, wxLongLong time, wxPoint place) const {
  const wxPoint way = event.GetPosition() - place;
  return wxGetLocalTimeMillis() - time < wxSystemSettings::GetMetric(wxSYS_DCLICK_MSEC) && std::abs(way.x) < 4 &&
         std::abs(way.y) < 4;
}

void TextCanvas::on_left_down(wxMouseEvent& event) {
  const bool third = follows(event, last_double_click_, last_double_click_at_);
  // Soon behind a double click GTK takes the first press of another one for the third of the first, and does not tell
  // that the second makes it double.
  if (!third && follows(event, last_press_, last_press_at_)) return double_click(event);
  if (!third) before_press_ = editor_.selection();
  last_press_ = wxGetLocalTimeMillis();
  last_press_at_ = event.GetPosition();
  press(event, third ? DragBy::Paragraph : DragBy::Word);
}

void TextCanvas::on_double_click(wxMouseEvent& event) {
  // Where the press itself told it already.
  if (last_press_ == 0 && follows(event, last_double_click_, last_double_click_at_)) return;
  double_click(event);
}

void TextCanvas::double_click(const wxMouseEvent& event) {
  last_double_click_ = wxGetLocalTimeMillis();
  last_double_click_at_ = event.GetPosition();
  last_press_ = 0;
  press(event, DragBy::Word, Clicks::Double);
}

void TextCanvas::drag_to(wxPoint point) {
  const Text& text = page_->text();
  const Hit hit = viewport_->hit(static_cast<float>(point.x), point.y);
  const TextPos to = hit.place.pos;
  note_line_end(hit.place);
  if (std::exchange(drag_.adds, false)) editor_.keep_segment();
  const auto joined = [&](const Selection& dragged) {
    // What the press selected stays selected, whichever way the drag goes.
    if (drag_.first.empty()) return dragged;
    const Span all(std::min(dragged.span().start, drag_.first.start), std::max(dragged.span().end, drag_.first.end));
    return dragged.caret < dragged.anchor ? Selection(all.end, all.start) : Selection(all.start, all.end);
  };
  switch (drag_.by) {
    case DragBy::Word: editor_.select(joined(words_.dragged(drag_.from, to))); break;
    case DragBy::Paragraph: {
      const Span here = paragraph_at(text, to);
      editor_.select(
          joined(to < drag_.from ? Selection(drag_.first.end, here.start) : Selection(drag_.first.start, here.end)));
      break;
    }
    case DragBy::Grapheme:
    case DragBy::Edge: editor_.select(Selection(drag_.from, to)); break;
    case DragBy::Nothing: break;
  }
}

/// Whether the pointer has left the place of the press: hands tremble.
bool TextCanvas::is_far(wxPoint point) const {
  const int threshold = std::max(2, wxSystemSettings::GetMetric(wxSYS_DRAG_X, this) / 2);
  const wxPoint way = point - drag_.pressed;
  return std::abs(way.x) >= threshold || std::abs(way.y) >= threshold;
}

void TextCanvas::on_motion(wxMouseEvent& event) {
  if (!viewport_) return;
  const wxPoint point = event.GetPosition();
  if (drag_.by == DragBy::Nothing || !event.LeftIsDown()) {
    const Hit hit = viewport_->hit(static_cast<float>(point.x), point.y);
    std::optional<AnnotationId> hovered;
    if (!hit.annotations.empty()) hovered = hit.annotations.front();
    if (hovered != hovered_) {
      hovered_ = hovered;
      repaint();
    }
    hover_suggestion(hit);
    card_->follow(hit.annotations, ClientToScreen(point));
    return;
  }
  if (!drag_.moved && !is_far(point)) return;
  drag_.moved = true;
  drag_to(point);
  const bool outside = point.y < 0 || point.y >= GetClientSize().y;
  if (outside && !drag_scroll_.IsRunning()) {
    drag_scroll_.Start(kDragScrollMilliseconds);
  } else if (!outside) {
    drag_scroll_.Stop();
  }
}

void TextCanvas::on_leave(wxMouseEvent& event) {
  hover_suggestion({});
  card_->dismiss();
  if (hovered_) {
    hovered_.reset();
    repaint();
  }
  event.Skip();
}

void TextCanvas::on_drag_scroll(wxTimerEvent& /*event*/) {
  if (drag_.by == DragBy::Nothing || !viewport_) return drag_scroll_.Stop();
  const wxPoint point = ScreenToClient(wxGetMousePosition());
  const int height = GetClientSize().y;
  const int beyond = point.y < 0 ? point.y : std::max(point.y - height, 0);
  if (beyond == 0) return drag_scroll_.Stop();
  scroll_by(beyond / 2 + (beyond > 0 ? 1 : -1));
  drag_to({point.x, std::clamp(point.y, 0, height - 1)});
}

void TextCanvas::release(wxPoint point) {
  drag_scroll_.Stop();
  if (HasCapture()) ReleaseMouse();
  if (drag_.by == DragBy::Nothing || !viewport_) return;
  // The last motion before the release may have been dropped.
  if (!drag_.moved && !drag_.first.empty()) {
    drag_.moved = is_far(point);
  } else if (!drag_.moved && point != drag_.pressed) {
    const Hit from = viewport_->hit(static_cast<float>(drag_.pressed.x), drag_.pressed.y);
    const Hit to = viewport_->hit(static_cast<float>(point.x), point.y);
    drag_.moved = from.place.pos != to.place.pos;
  }
  if (drag_.moved || !drag_.first.empty()) {
    if (drag_.moved) drag_to(point);
    callbacks_.guarded([this] { show_refusal(editor_.use_pen()); });
  } else if (!is_on_chip_of_suggestion(point)) {
    click(viewport_->hit(static_cast<float>(point.x), point.y));
  }
  drag_ = {};
}

/// The innermost suggestion that a hit is on; nullptr where it is on none. Proposals are for the keys.
const Suggestion* TextCanvas::suggestion_at(const Hit& hit) const {
  const auto& suggestions = editor_.suggestions();
  const auto found = std::find_if(hit.suggested.begin(), hit.suggested.end(),
                                  [&](std::size_t index) { return index < suggestions.size(); });
  return found == hit.suggested.end() ? nullptr : suggestions[*found];
}

/// Its number among those of the page; nothing for nullptr.
std::optional<std::size_t> TextCanvas::number_of(const Suggestion* suggestion) const {
  const auto& suggestions = editor_.suggestions();
  const auto found = std::lower_bound(suggestions.begin(), suggestions.end(), suggestion, std::less<>());
  if (found == suggestions.end() || *found != suggestion) return std::nullopt;
  return static_cast<std::size_t>(found - suggestions.begin());
}

/// It lies over text that a click there does not mean.
bool TextCanvas::is_on_chip_of_suggestion(wxPoint point) {
  const auto selected = number_of(editor_.selected_suggestion());
  const std::vector<SuggestedChip> chips = viewport_->suggested_chips(selected);
  return std::any_of(chips.begin(), chips.end(), [&](const SuggestedChip& chip) {
    const ViewRect& place = chip.place;
    return wxRect(static_cast<int>(place.x), place.y, static_cast<int>(place.width), place.height).Contains(point);
  });
}

/// Says what is suggested there, and why; not where an annotation is.
void TextCanvas::hover_suggestion(const Hit& hit) {
  const Suggestion* const suggestion = hit.annotations.empty() ? suggestion_at(hit) : nullptr;
  const std::optional<std::size_t> hovered = number_of(suggestion);
  if (hovered == hovered_suggestion_) return;
  hovered_suggestion_ = hovered;
  if (suggestion == nullptr) {
    UnsetToolTip();
  } else {
    SetToolTip(label_name(editor_.schema(), suggestion->label) + "?\n" + reason_of(*suggestion, editor_.schema()));
  }
  repaint();
}

/// A click on annotations chooses the innermost, and the next one outwards when it is clicked again; a click on plain
/// text puts the caret there, and chooses what is suggested there.
void TextCanvas::click(const Hit& hit) {
  std::optional<AnnotationId> chosen;
  if (!hit.annotations.empty()) {
    const auto at = std::find(hit.annotations.begin(), hit.annotations.end(),
                              editor_.selected_annotation().value_or(AnnotationId()));
    chosen = at == hit.annotations.end() || at + 1 == hit.annotations.end() ? hit.annotations.front() : *(at + 1);
  }
  if (chosen && editor_.relation_draft()) {
    callbacks_.relate_to(*chosen);
    return;
  }
  const Suggestion* const suggestion = suggestion_at(hit);
  // The suggestion is the outermost of a stack.
  const bool past_annotations = !chosen || editor_.selected_annotation() == hit.annotations.back();
  note_line_end(hit.place);
  editor_.select(Selection(hit.place.pos));
  if (suggestion != nullptr && past_annotations && !editor_.relation_draft()) {
    editor_.select_suggestion(suggestion, false);
  } else if (chosen) {
    editor_.select_annotation(chosen, false);
  }
}

void TextCanvas::on_left_up(wxMouseEvent& event) { release(event.GetPosition()); }

void TextCanvas::on_capture_lost(wxMouseCaptureLostEvent& /*event*/) {
  drag_scroll_.Stop();
  drag_ = {};
}

// --- Focus and caret ---

void TextCanvas::on_focus(wxFocusEvent& event) {
  caret_shown_ = true;
  card_->dismiss();
  if (event.GetEventType() == wxEVT_SET_FOCUS) {
    blink_.Start(kBlinkMilliseconds);
    // wx gives the focus to the input method after this event: once more behind it.
    release_input_method();
    CallAfter([this] { release_input_method(); });
  } else {
    blink_.Stop();
  }
  repaint();
  event.Skip();
}

/// In Hangul mode an input method takes letters for itself, and the labels' keys with them; the text takes none.
void TextCanvas::release_input_method() {
#ifdef __WXGTK__
  if (m_imContext != nullptr) gtk_im_context_focus_out(m_imContext);
#endif
}

void TextCanvas::on_blink(wxTimerEvent& /*event*/) {
  if (!viewport_) return;
  caret_shown_ = !caret_shown_;
  if (const auto caret = viewport_->caret(caret_place())) {
    RefreshRect(wxRect(static_cast<int>(caret->x) - 2, caret->y, 5, caret->height), false);
  }
}

// --- Keys ---

void TextCanvas::show_refusal(const Editor::Refusal& refusal) {
  if (refusal) callbacks_.refused(refusal);
}

void TextCanvas::place_caret(CaretPlace place, bool extend) {
  note_line_end(place);
  const Selection& now = editor_.selection();
  editor_.select(extend ? Selection(now.anchor, place.pos) : Selection(place.pos));
  viewport_->reveal(place);
  update_scroll_bar();
  repaint();
}

void TextCanvas::note_line_end(CaretPlace place) {
  line_end_caret_.reset();
  if (place.at_line_end) line_end_caret_ = place.pos;
}

/// Arrow keys and their kin; false where the key is none of them.
bool TextCanvas::move_caret(const KeyPress& key) {
  if (key.alt) return false;
  const Text& text = page_->text();
  const CaretPlace caret = caret_place();
  const Selection& selection = editor_.selection();
  const bool collapses = !selection.empty() && !key.shift && !key.ctrl;
  const auto vertically = [&](int lines) {
    if (!goal_x_) goal_x_ = page_->x_of(caret);
    const float x = *goal_x_;
    place_caret(viewport_->moved(caret, lines, x), key.shift);
    goal_x_ = x;
  };
  switch (key.key) {
    case WXK_UP:
      if (!key.ctrl) {
        vertically(-1);
        return true;
      } else {
        const auto unit = previous_unit(editor_.units(), caret.pos);
        place_caret({unit ? unit->start : TextPos(0)}, key.shift);
        break;
      }
    case WXK_DOWN:
      if (!key.ctrl) {
        vertically(1);
        return true;
      } else {
        // Extending goes to the end of the sentence: what is selected is the sentence, not the blank behind it.
        auto unit = key.shift ? unit_at(editor_.units(), caret.pos) : std::nullopt;
        if (!unit || unit->end <= caret.pos) unit = next_unit(editor_.units(), caret.pos);
        place_caret({!unit ? text.end() : key.shift ? unit->end : unit->start}, key.shift);
        break;
      }
    case WXK_PAGEUP: vertically(-viewport_->lines_on_screen()); return true;
    case WXK_PAGEDOWN: vertically(viewport_->lines_on_screen()); return true;
    case WXK_LEFT:
      if (collapses) {
        place_caret({selection.span().start}, false);
      } else {
        place_caret({key.ctrl ? previous_eojeol(text, caret.pos) : text.previous_grapheme(caret.pos)}, key.shift);
      }
      break;
    case WXK_RIGHT:
      if (collapses) {
        place_caret({selection.span().end}, false);
      } else {
        place_caret({key.ctrl ? next_eojeol(text, caret.pos) : text.next_grapheme(caret.pos)}, key.shift);
      }
      break;
    case WXK_HOME: place_caret(key.ctrl ? CaretPlace{} : page_->line_start(page_->line_of(caret)), key.shift); break;
    case WXK_END:
      place_caret(key.ctrl ? CaretPlace{text.end()} : page_->line_end(page_->line_of(caret)), key.shift);
      break;
    default: return false;
  }
  goal_x_.reset();
  return true;
}

bool TextCanvas::use_label_key(const KeyPress& key) {
  const auto bound =
      std::find_if(label_keys_.begin(), label_keys_.end(), [&](const LabelKey& each) { return each.key == key; });
  if (bound == label_keys_.end()) return false;
  callbacks_.apply_label(bound->label);
  return true;
}

void TextCanvas::on_key(wxKeyEvent& event) {
  card_->dismiss();
  const KeyPress key = KeyPress::from(event);
  if (!page_ || key.key == 0) return event.Skip();
  // Ctrl+PageUp and its kin may be keys of an action.
  if (!take_key(key) && !move_caret(key)) event.Skip();
}

bool TextCanvas::take_key(const KeyPress& key) {
  if (!page_) return false;
  const ActionInfo* const action = keys_.action_for(key);
  if (action == nullptr || !action->in_text_only()) return use_label_key(key);
  callbacks_.act(meant(action->action));
  return true;
}

/// What a key does to a suggestion that is selected.
Action TextCanvas::meant(Action action) const {
  if (editor_.selected_suggestion() == nullptr) return action;
  if (action == Action::EditAttributes && !editor_.relation_draft()) return Action::AcceptSuggestion;
  return action == Action::Delete ? Action::RefuseSuggestion : action;
}

}  // namespace mitjul
