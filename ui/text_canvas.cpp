#include "ui/text_canvas.h"

#include <wx/intl.h>

#include <algorithm>

#include "ui/wx_text.h"
#include "view/shown_zones.h"

namespace mitjul {

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

}  // namespace mitjul
