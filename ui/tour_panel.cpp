#include "ui/tour_panel.h"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>
#include <wx/wrapsizer.h>

#include <algorithm>
#include <memory>

#include "ui/action.h"
#include "ui/key_cap.h"
#include "ui/key_words.h"
#include "ui/tour_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kPitch = 12;  // from dot to dot
const wxString kTick = wxString::FromUTF8("✓ ");

wxColour back_of(const Theme& theme) { return blend(theme.background, theme.caret, theme.dark ? 0.12 : 0.07); }

wxString with_key(const wxString& words, const KeyMap& keys, Action action) {
  return words + "  (" + key_words(keys, action) + ")";
}

}  // namespace

/// A dot for each step: filled where it is done, ringed where one is.
class TourPanel::Dots : public wxWindow {
 public:
  Dots(wxWindow* parent, const Tour& tour) : wxWindow(parent, wxID_ANY), tour_(tour) {
    SetMinSize(FromDIP(wxSize(kPitch * Tour::kSteps, kPitch)));
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  }
  bool AcceptsFocus() const override { return false; }
  bool AcceptsFocusFromKeyboard() const override { return false; }
  void set_theme(const Theme& theme) {
    theme_ = &theme;
    Refresh();
  }

 private:
  void paint() {
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(back_of(*theme_));
    dc.Clear();
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
    if (!context) return;
    const double size = FromDIP(8);
    const double pitch = FromDIP(kPitch);
    const double top = (GetClientSize().y - size) / 2;
    const wxColour faint = blend(theme_->background, theme_->text, 0.4);
    for (int i = 0; i < Tour::kSteps; ++i) {
      const auto step = static_cast<Tour::Step>(i);
      const bool here = step == tour_.step();
      context->SetPen(wxPen(here || tour_.is_done(step) ? theme_->caret : faint, here ? 2 : 1));
      context->SetBrush(tour_.is_done(step) ? wxBrush(theme_->caret) : *wxTRANSPARENT_BRUSH);
      context->DrawEllipse(i * pitch + 2, top, size, size);
    }
  }

  const Tour& tour_;
  const Theme* theme_ = &light_theme();
};

TourPanel::TourPanel(wxWindow* parent, Editor& editor, const KeyMap& keys, std::function<void()> go_to_text)
    : wxPanel(parent),
      editor_(editor),
      map_(keys),
      go_to_text_(std::move(go_to_text)),
      tour_(editor, [this] { show_step(); }),
      dots_(new Dots(this, tour_)),
      count_(new wxStaticText(this, wxID_ANY, "")),
      title_(new wxStaticText(this, wxID_ANY, "")),
      sentence_(new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE)),
      keys_(new wxWrapSizer(wxHORIZONTAL, 0)),
      back_(new wxButton(this, wxID_ANY, _("Back"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT)),
      next_(new wxButton(this, wxID_ANY, _("Next"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT)),
      close_(new wxButton(this, wxID_ANY, wxString::FromUTF8("✕"), wxDefaultPosition, wxDefaultSize,
                          wxBORDER_NONE | wxBU_EXACTFIT)) {
  SetName(_("Tour"));
  title_->SetFont(title_->GetFont().Bold());
  close_->SetToolTip(_("Leave the tour") + "  (" + key_words(KeyPress{WXK_ESCAPE}) + ")");
  const int gap = FromDIP(8);
  for (wxButton* const button : {back_, next_}) button->SetMinSize({button->GetBestSize().x + 2 * gap, -1});
  auto* const head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(dots_, wxSizerFlags().CenterVertical());
  head->Add(count_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
  head->Add(title_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, gap));
  head->Add(back_, wxSizerFlags().CenterVertical());
  head->Add(next_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
  head->Add(close_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(head, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  sizer->Add(sentence_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  sizer->Add(keys_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  sizer->AddSpacer(gap);
  SetSizer(sizer);
  bind_events();
  Hide();
}

void TourPanel::bind_events() {
  // What comes next is done in the text.
  back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    go(false);
    go_to_text_();
  });
  next_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (tour_.step() == Tour::Step::End) return leave();
    go(true);
    go_to_text_();
  });
  close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { leave(); });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() != WXK_ESCAPE) return event.Skip();
    leave();
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (IsShown()) wrap();
  });
}

void TourPanel::begin() {
  Show();
  tour_.begin(Tour::Step::Select);
  const auto word = tour_word(editor_.document());
  if (!word) return;
  // Where it is named, it must be seen, and W must find it.
  editor_.select(Selection(*word));
  CallAfter([this] { editor_.reveal(); });
}

void TourPanel::resume(Tour::Progress progress) {
  Show();
  tour_.resume(std::move(progress));
}

void TourPanel::leave() {
  if (!IsShown()) return;
  const bool had_focus = IsDescendant(FindFocus());
  Hide();
  GetParent()->Layout();
  if (had_focus) go_to_text_();
}

void TourPanel::go(bool forward) {
  if (IsShown()) tour_.go(forward);
}

std::optional<Tour::Progress> TourPanel::progress() const {
  return IsShown() ? std::optional(tour_.progress()) : std::nullopt;
}

void TourPanel::take_focus() { next_->SetFocus(); }

void TourPanel::set_theme(const Theme& theme) {
  theme_ = &theme;
  SetBackgroundColour(back_of(theme));
  SetForegroundColour(theme.text);
  for (wxWindow* const each : std::initializer_list<wxWindow*>{title_, sentence_, close_}) {
    each->SetForegroundColour(theme.text);
  }
  close_->SetBackgroundColour(back_of(theme));
  count_->SetForegroundColour(theme.faint);
  dots_->set_theme(theme);
  show_keys();
}

void TourPanel::update(const EditorEvent& event) {
  if (!IsShown()) return;
  // Its words are of the document and of its labels.
  if (event.document || event.schema) show_step();
  tour_.take_in(event);
}

void TourPanel::take_in(const Outcome& outcome) {
  if (IsShown()) tour_.take_in(outcome);
}

void TourPanel::take_in_find() {
  if (IsShown()) tour_.take_in_find();
}

void TourPanel::take_in_export() {
  if (IsShown()) tour_.take_in_export();
}

void TourPanel::show_step() {
  const bool at_end = tour_.step() == Tour::Step::End;
  back_->SetToolTip(with_key(_("Previous step"), map_, Action::TourBack));
  next_->SetToolTip(with_key(_("Next step"), map_, Action::TourNext));
  const TourWords words = tour_words(tour_.step(), editor_.schema(), editor_.document(), map_);
  count_->SetLabelText(at_end ? wxString()
                              : wxString::Format("%d / %d", static_cast<int>(tour_.step()) + 1, Tour::kSteps));
  title_->SetLabelText(words.title);
  words_ = words.sentence;
  list_keys(words);
  back_->Enable(tour_.step() != Tour::Step::Select);
  next_->SetLabel(at_end ? _("Close") : _("Next"));
  dots_->Refresh();
  wrap();
  GetParent()->Layout();
}

void TourPanel::show_keys() {
  if (IsShown()) show_step();
}

void TourPanel::list_keys(const TourWords& words) {
  keys_->Clear(true);
  const int gap = FromDIP(8);
  for (const TourKey& each : words.keys) {
    const bool done = each.task && tour_.is_done(*each.task);
    auto* const text = new wxStaticText(this, wxID_ANY, (done ? kTick : wxString()) + each.words);
    text->SetForegroundColour(done ? theme_->caret : theme_->text);
    auto* const pair = new wxBoxSizer(wxHORIZONTAL);
    pair->Add(new KeyCap(this, each.key, *theme_), wxSizerFlags().CenterVertical());
    pair->Add(text, wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
    keys_->Add(pair, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, gap));
  }
}

void TourPanel::set_brief(bool brief) {
  if (sentence_->IsShown() != brief) return;
  sentence_->Show(!brief);
  if (IsShown()) wrap();
}

void TourPanel::wrap() {
  sentence_->SetLabelText(words_);
  sentence_->Wrap(std::max(GetClientSize().x - FromDIP(16), FromDIP(160)));
  // Its best size is that of an earlier width.
  const auto lines = 1 + static_cast<int>(sentence_->GetLabelText().Freq('\n'));
  sentence_->SetMinSize({-1, sentence_->GetCharHeight() * lines});
  Layout();
  const int height = GetSizer()->GetMinSize().y;
  if (GetMinSize().y == height) return;
  SetMinSize({-1, height});
  CallAfter([this] { GetParent()->Layout(); });
}

}  // namespace mitjul
