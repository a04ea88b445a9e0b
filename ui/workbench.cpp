#include "ui/workbench.h"

#include <wx/aui/dockart.h>
#include <wx/wupdlock.h>

#include <algorithm>
#include <array>
#include <utility>

#include "ui/annotation_list.h"
#include "ui/document_list.h"
#include "ui/filter_notice.h"
#include "ui/inspector.h"
#include "ui/overview_strip.h"

namespace mitjul {
namespace {

bool is_within(const wxWindow* window, const wxWindow* pane) {
  for (; window != nullptr; window = window->GetParent()) {
    if (window == pane) return true;
  }
  return false;
}

}  // namespace

Workbench::Workbench(wxWindow* parent, Editor& editor, WordSelector& words, ProblemReview& problems, ReviewQueue& queue,
                     Callbacks callbacks, Settings& settings)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxNO_BORDER),
      editor_(editor),
      settings_(settings),
      shows_others_(callbacks.shows_others),
      panes_(this, wxAUI_MGR_DEFAULT | wxAUI_MGR_LIVE_RESIZE),
      sides_{Side{"documents", wxAUI_DOCK_LEFT, FromDIP(140), FromDIP(296)},
             Side{"annotations", wxAUI_DOCK_RIGHT, FromDIP(160), FromDIP(320)}} {
  // The docks take their first widths as shares of the room that there is.
  SetSize(parent->GetClientSize());
  panes_.SetDockSizeConstraint(0.45, 0.45);
  documents_ = new DocumentList(
      this, editor, {callbacks.attempt, [this] { go_to_text(); }, callbacks.text.act, callbacks.labels_of}, settings);
  sides_[0].least = std::max(sides_[0].least, documents_->least_width());
  wxPanel* const middle = make_middle(editor, words, problems, queue, callbacks);
  right_ = make_right(editor, problems, callbacks);

  // Floating panes cannot be docked again under Wayland.
  const auto pane = [](const wxString& name) {
    return wxAuiPaneInfo()
        .Name(name)
        .Floatable(false)
        .Movable(false)
        .CaptionVisible(false)
        .CloseButton(false)
        .PaneBorder(false);
  };
  panes_.AddPane(
      documents_,
      pane("documents").Left().BestSize({sides_[0].usual, FromDIP(600)}).MinSize({sides_[0].least, FromDIP(200)}));
  panes_.AddPane(middle, pane("text").CenterPane().MinSize(FromDIP(wxSize(240, 200))));
  panes_.AddPane(
      right_, pane("annotations").Right().BestSize({sides_[1].usual, FromDIP(600)}).MinSize(FromDIP(wxSize(160, 200))));
  colour_docks();
  const wxString layout = settings_.layout();
  if (!layout.empty()) panes_.LoadPerspective(layout, false);
  for (const Pane each : kPanes) put_on_show(each, settings_.shows(each));
  panes_.Update();
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    CallAfter([this] { share_width(); });
  });
}

Workbench::~Workbench() {
  book_->SetEvtHandlerEnabled(false);  // it would go to other pages while they are destroyed
  set_reading(false);
  for (const Side& side : sides_) {
    if (side.wanted > 0 && panes_.width(side.direction) == side.given) panes_.set_width(side.direction, side.wanted);
  }
  settings_.set_layout(panes_.SavePerspective());
  settings_.set_annotations_height(right_->GetSashPosition());
  settings_.set_find_height(find_->height());
  settings_.set_problems_height(problems_->height());
  settings_.set_review_height(review_->height());
  settings_.set_text_size(text_->text_size());
  panes_.UnInit();
}

int Workbench::Docks::width(int direction) {
  for (std::size_t i = 0; i < m_docks.GetCount(); ++i) {
    if (m_docks[i].dock_direction == direction) return m_docks[i].size;
  }
  return 0;
}

void Workbench::Docks::set_width(int direction, int width) {
  for (std::size_t i = 0; i < m_docks.GetCount(); ++i) {
    if (m_docks[i].dock_direction == direction) m_docks[i].size = width;
  }
}

/// wxAUI leaves to the text what the docks do not take, be it nothing. In a narrow window they give way, and take
/// their width again in a wide one.
void Workbench::share_width() {
  const int least_text = FromDIP(400);
  int wanted = 0;
  int least = 0;
  for (Side& side : sides_) {
    if (!is_shown(side)) continue;
    const int present = panes_.width(side.direction);
    if (present != side.given) side.wanted = present;  // the user moved the sash
    wanted += side.wanted;
    least += side.least;
  }
  const int room = std::max(GetClientSize().x - least_text - FromDIP(10), least);
  bool changed = false;
  for (Side& side : sides_) {
    if (!is_shown(side)) continue;
    const int spare = std::max(side.wanted - side.least, 0);
    side.given = side.wanted;
    if (wanted > room && wanted > least) side.given = side.wanted - spare * (wanted - room) / (wanted - least);
    if (panes_.width(side.direction) == side.given) continue;
    panes_.set_width(side.direction, side.given);
    changed = true;
  }
  if (changed) panes_.Update();
}

bool Workbench::is_shown(const Side& side) { return panes_.GetPane(side.pane).IsShown(); }

/// A dock goes with its pane, and comes back as wide as the pane says.
void Workbench::put_on_show(Pane pane, bool shown) {
  if (pane == Pane::Labels) {
    palette_->Show(shown);
    palette_->GetParent()->Layout();
    return;
  }
  const Side& side = sides_[pane == Pane::Documents ? 0 : 1];
  wxAuiPaneInfo& info = panes_.GetPane(side.pane);
  if (side.wanted > 0) info.BestSize({side.wanted, info.best_size.y});
  info.Show(shown);
}

bool Workbench::shows(Pane pane) const { return reading_ ? shown_in_reading_.count(pane) != 0 : settings_.shows(pane); }

void Workbench::show(Pane pane, bool shown) {
  if (!reading_) {
    settings_.set_shows(pane, shown);
  } else if (shown) {
    shown_in_reading_.insert(pane);
  } else {
    shown_in_reading_.erase(pane);
  }
  show_panes();
}

void Workbench::set_reading(bool reading) {
  if (reading_ == reading) return;
  reading_ = reading;
  shown_in_reading_.clear();
  show_panes();
}

void Workbench::show_panes() {
  {
    // Otherwise what is painted half-way stays where it was.
    const wxWindowUpdateLocker quiet(this);
    for (const Pane pane : kPanes) put_on_show(pane, shows(pane));
    panes_.Update();
    share_width();
  }
  Refresh();
  guideline_->update({});
  const wxWindow* const focused = FindFocus();
  if (focused != nullptr && IsDescendant(const_cast<wxWindow*>(focused)) && !focused->IsShownOnScreen()) go_to_text();
}

void Workbench::reset_layout() {
  for (const Pane pane : kPanes) show(pane, true);
  for (Side& side : sides_) panes_.set_width(side.direction, side.usual);
  panes_.Update();
  share_width();
  right_->SetSashPosition(right_->GetSize().y / 2);
  find_->set_height(0);
  problems_->set_height(0);
  review_->set_height(0);
}

wxPanel* Workbench::make_middle(Editor& editor, WordSelector& words, ProblemReview& problems, ReviewQueue& queue,
                                const Callbacks& callbacks) {
  auto* const middle = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxNO_BORDER);
  palette_ = new LabelPalette(middle, editor, settings_.keys(), callbacks.labels);
  text_ = new TextCanvas(middle, editor, words, settings_.keys(), callbacks.text);
  text_->SetName(_("Text"));
  tour_ = new TourPanel(middle, editor, settings_.keys(), [this] { go_to_text(); });
  filter_notice_ =
      new FilterNotice(middle, editor, settings_.keys(), [act = callbacks.text.act] { act(Action::ClearFilter); });
  claim_ = new ClaimPanel(middle, callbacks.claims);
  overview_ = new OverviewStrip(middle, *text_, editor);
  text_->listen_to_view([this] {
    overview_->follow_text();
    if (guideline_ != nullptr) guideline_->set_text_size(text_->text_size());
  });
  FindPanel::Host find_host = callbacks.find;
  find_host.rows_changed = [this] { show_hits(); };
  find_ = new FindPanel(middle, std::move(find_host));
  find_->set_height(settings_.find_height());
  find_->Hide();
  problems_ = new ProblemPanel(middle, editor, problems, callbacks.problems);
  problems_->set_height(settings_.problems_height());
  problems_->Hide();
  review_ = new ReviewPanel(
      middle, editor, queue, settings_.keys(),
      {callbacks.attempt, callbacks.guarded, [this] { edit_attributes(); }, [this] { show_review(false); }});
  review_->set_height(settings_.review_height());
  review_->Hide();
  text_->set_text_size(settings_.text_size());
  text_->set_reading_style(settings_.reading_style());
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(palette_, wxSizerFlags().Expand());
  auto* const text_row = new wxBoxSizer(wxHORIZONTAL);
  text_row->Add(text_, wxSizerFlags(1).Expand());
  text_row->Add(overview_, wxSizerFlags().Expand());
  sizer->Add(text_row, wxSizerFlags(1).Expand());
  // Below, as other notices: the text stays where it is when it comes and goes.
  sizer->Add(filter_notice_, wxSizerFlags().Expand());
  sizer->Add(tour_, wxSizerFlags().Expand());
  sizer->Add(claim_, wxSizerFlags().Expand());
  sizer->Add(find_, wxSizerFlags().Expand());
  sizer->Add(problems_, wxSizerFlags().Expand());
  sizer->Add(review_, wxSizerFlags().Expand());
  middle->SetSizer(sizer);
  return middle;
}

wxSplitterWindow* Workbench::make_right(Editor& editor, const ProblemReview& problems, const Callbacks& callbacks) {
  auto* const right = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(320, 600)),
                                           wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  annotations_ = new AnnotationList(right, editor, problems, callbacks.attempt, [this] { edit_attributes(); });
  book_ = new wxNotebook(right, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxNB_TOP | wxNO_BORDER);
  book_->SetName(_("Annotation and guideline"));
  inspector_ = new Inspector(book_, editor, problems, settings_.keys(), callbacks.attempt, callbacks.guarded);
  GuidelinePanel::Host guideline_host = callbacks.guideline;
  guideline_host.go_to_text = [this] { go_to_text(); };
  guideline_host.is_seen = [this] { return book_->GetCurrentPage() == guideline_ && book_->IsShownOnScreen(); };
  guideline_ = new GuidelinePanel(book_, editor, settings_.keys(), std::move(guideline_host));
  book_->AddPage(inspector_, _("Annotation"));
  book_->AddPage(guideline_, _("Guideline"));
  book_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
    event.Skip();
    guideline_->update({});
  });
  right->SetMinimumPaneSize(FromDIP(120));
  right->SetSashGravity(0.4);
  const int height = settings_.annotations_height();
  right->SplitHorizontally(annotations_, book_, height > 0 ? height : FromDIP(300));
  return right;
}

void Workbench::colour_docks() {
  wxAuiDockArt* const art = panes_.GetArtProvider();
  const wxColour back = wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE);
  art->SetMetric(wxAUI_DOCKART_SASH_SIZE, FromDIP(5));
  art->SetMetric(wxAUI_DOCKART_PANE_BORDER_SIZE, 0);
  art->SetColour(wxAUI_DOCKART_BACKGROUND_COLOUR, back);
  art->SetColour(wxAUI_DOCKART_SASH_COLOUR, back);
  art->SetColour(wxAUI_DOCKART_BORDER_COLOUR, back);
}

void Workbench::set_theme(const Theme& theme) {
  theme_ = &theme;
  colour_docks();
  palette_->set_theme(theme);
  text_->set_theme(theme);
  overview_->set_theme(theme);
  tour_->set_theme(theme);
  guideline_->set_theme(theme);
  annotations_->set_theme(theme);
  review_->set_theme(theme);
  filter_notice_->set_theme(theme);
  panes_.Update();
  Refresh();
}

std::vector<wxWindow*> Workbench::panels_below() const { return {find_, problems_, review_}; }

/// Shows one of the panels below the text; nullptr: none of them.
void Workbench::show_below(wxWindow* panel) {
  for (wxWindow* const each : panels_below()) each->Show(each == panel);
  tour_->set_brief(panel != nullptr);
  find_->GetParent()->Layout();
  show_hits();
}

void Workbench::show_find(bool show) {
  if (find_->IsShown() != show) show_below(show ? find_ : nullptr);
  if (show) {
    tour_->take_in_find();
    find_->take_focus();
  } else {
    go_to_text();
  }
}

void Workbench::show_problems(bool show) {
  if (problems_->IsShown() != show) show_below(show ? problems_ : nullptr);
  if (show) {
    problems_->take_focus();
  } else {
    go_to_text();
  }
}

void Workbench::show_review(bool show) {
  if (review_->IsShown() != show) show_below(show ? review_ : nullptr);
  if (show) {
    review_->go_on();
  } else {
    go_to_text();
  }
}

// Both together leave no text to look at in a low window.
void Workbench::make_room_for_claim() {
  if (!claim_->IsShown()) {
    waiting_ = nullptr;
    for (wxWindow* const each : panels_below()) {
      if (each->IsShown()) waiting_ = each;
    }
  }
  show_below(nullptr);
  tour_->set_brief(true);
}

void Workbench::fold_claim() {
  claim_->Hide();
  wxWindow* const shown = std::exchange(waiting_, nullptr);
  show_below(shown);
  if (shown == find_) find_->update({.annotations = true});
  if (shown == problems_) problems_->take_in_problems();
}

/// As long as they are listed.
void Workbench::show_hits() {
  const AnnotatedDocument* const document = editor_.document();
  const bool listed = document != nullptr && find_ != nullptr && find_->IsShown();
  overview_->set_hits(listed ? find_->hits_in(document->document.info.key) : std::vector<Span>());
}

void Workbench::update(const EditorEvent& event) {
  text_->update(event);
  overview_->update(event);
  if (event.document) show_hits();
  palette_->update(event);
  documents_->update(event);
  annotations_->update(event);
  filter_notice_->update(event);
  inspector_->update(event);
  guideline_->update(event);
  find_->update(event);
  problems_->update(event);
  review_->update(event);
  tour_->update(event);
}

void Workbench::take_in_problems() {
  problems_->take_in_problems();
  annotations_->take_in_problems();
  inspector_->take_in_problems();
}

/// Keys have other names, or stand elsewhere.
void Workbench::take_in_settings() {
  palette_->update({.schema = true});
  filter_notice_->show_keys();
  tour_->show_keys();
  guideline_->show_keys();
  review_->show_keys();
}

void Workbench::flush() { inspector_->flush(); }

bool Workbench::has_unstored() const { return inspector_->has_unstored(); }

bool Workbench::is_in_annotations(wxWindow* window) const { return annotations_->is_table(window); }

/// What is asked for is shown.
void Workbench::bring_up(Pane pane) {
  if (shows(pane)) return;
  show(pane, true);
  shows_others_();
}

void Workbench::filter_documents() {
  bring_up(Pane::Documents);
  documents_->filter();
}

void Workbench::filter_annotations() {
  bring_up(Pane::Annotations);
  annotations_->take_focus_to_filter();
}

void Workbench::show_history() {
  show_inspector();
  inspector_->show_history();
}

void Workbench::show_inspector() {
  bring_up(Pane::Annotations);
  book_->SetSelection(0);
}

void Workbench::show_guideline() {
  wxWindow* const focused = FindFocus();
  bring_up(Pane::Annotations);
  book_->SetSelection(1);  // takes the focus under GTK
  if (is_within(focused, inspector_)) {
    go_to_text();
  } else if (focused != nullptr) {
    focused->SetFocus();
  }
}

void Workbench::go_to_guideline() {
  if (is_within(FindFocus(), guideline_)) return go_to_text();
  show_guideline();
  guideline_->take_focus();
}

void Workbench::edit_attributes() {
  show_inspector();
  inspector_->take_focus();
}

void Workbench::edit_attribute(const std::string& id) {
  show_inspector();
  inspector_->take_focus_to(id);
}

bool Workbench::edit_document_labels() {
  show_inspector();
  return inspector_->take_focus_to_document_labels();
}

void Workbench::next_pane(bool forward, const std::vector<Stop>& outside) {
  std::vector<Stop> stops{
      {documents_, [this] { documents_->take_focus(); }},
      {text_, [this] { text_->SetFocus(); }},
      {tour_, [this] { tour_->take_focus(); }},
      {claim_, [this] { claim_->take_focus(); }},
      {find_, [this] { find_->take_focus(); }},
      {problems_, [this] { problems_->take_focus(); }},
      {review_, [this] { review_->take_focus(); }},
      {annotations_, [this] { annotations_->take_focus(); }},
      {book_, [this] { book_->GetCurrentPage() == inspector_ ? inspector_->take_focus() : guideline_->take_focus(); }}};
  stops.insert(stops.end(), outside.begin(), outside.end());
  if (!forward) std::reverse(stops.begin(), stops.end());
  // The one that has the focus comes first; it is the text's turn where none has it.
  const wxWindow* const focused = FindFocus();
  auto present =
      std::find_if(stops.begin(), stops.end(), [focused](const Stop& stop) { return is_within(focused, stop.window); });
  if (present == stops.end()) {
    present = std::find_if(stops.begin(), stops.end(), [this](const Stop& stop) { return stop.window == text_; });
    present = present == stops.begin() ? stops.end() - 1 : present - 1;
  }
  std::rotate(stops.begin(), present, stops.end());
  const auto next = std::find_if(stops.begin() + 1, stops.end(), [](const Stop& stop) {
    return stop.window->IsShownOnScreen() && stop.window->IsEnabled();
  });
  if (next != stops.end()) next->take_focus();
}

}  // namespace mitjul
