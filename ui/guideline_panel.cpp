#include "ui/guideline_panel.h"

#include <wx/settings.h>

#include <algorithm>

#include "ui/accessible_names.h"
#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/claim_edit.h"
#include "ui/key_press.h"
#include "ui/key_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

// A list of more is no help in finding one.
constexpr std::size_t kMostHeadings = 300;
constexpr std::size_t kMostReadOut = 2000;

std::string css(const wxColour& colour) { return to_utf8(colour.GetAsString(wxC2S_HTML_SYNTAX)); }

std::string in_colour(const wxColour& colour, const std::string& html) {
  return "<font color=\"" + css(colour) + "\">" + html + "</font>";
}

std::string paragraph(const std::string& html) { return "<p>" + html + "</p>"; }

}  // namespace

/// Shows a page as it is given: nothing is fetched for it, and its links lead only within it.
class GuidelinePanel::Pages : public wxHtmlWindow {
 public:
  Pages(wxWindow* parent, std::function<void(const wxString&)> follow)
      : wxHtmlWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHW_SCROLLBAR_AUTO | wxBORDER_NONE),
        follow_(std::move(follow)) {
    SetBorders(FromDIP(10));
  }

  /// An empty name: the beginning.
  void go_to(const std::string& anchor) {
    if (anchor.empty()) {
      Scroll(0, 0);
    } else {
      ScrollToAnchor(to_wx(anchor));
    }
  }

  void OnLinkClicked(const wxHtmlLinkInfo& link) override { follow_(link.GetHref()); }
  wxHtmlOpeningStatus OnOpeningURL(wxHtmlURLType /*type*/, const wxString& /*url*/,
                                   wxString* /*redirect*/) const override {
    return wxHTML_BLOCK;
  }

 private:
  std::function<void(const wxString&)> follow_;
};

GuidelinePanel::GuidelinePanel(wxWindow* parent, Editor& editor, const KeyMap& keys, Host host)
    : wxPanel(parent),
      editor_(editor),
      keys_(keys),
      host_(std::move(host)),
      theme_(&light_theme()),
      choice_(new wxChoice(this, wxID_ANY)),
      rule_(new wxPanel(this)),
      rule_text_(new wxStaticText(rule_, wxID_ANY, "")),
      rule_button_(new wxButton(rule_, wxID_ANY, _("Show the Rule"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT)),
      pages_(new Pages(this, [this](const wxString& link) {
        if (const auto* const heading = find_heading(guideline_.headings, to_utf8(link))) show({{}, heading->anchor});
      })) {
  SetName(_("Guideline"));
  choice_->SetName(_("Part of the guideline"));
  choice_->SetToolTip(_("Part of the guideline"));
  pages_->SetName(_("Guideline"));
  rule_->SetName(_("Rule for the sentence"));
  const int gap = FromDIP(6);
  auto* const row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(rule_text_, wxSizerFlags(1).CenterVertical().Border(wxALL, gap));
  row->Add(rule_button_, wxSizerFlags().CenterVertical().Border(wxTOP | wxBOTTOM | wxRIGHT, gap));
  rule_->SetSizer(row);
  rule_->Hide();
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(choice_, wxSizerFlags().Expand().Border(wxALL, gap));
  sizer->Add(rule_, wxSizerFlags().Expand());
  sizer->Add(pages_, wxSizerFlags(1).Expand());
  SetSizer(sizer);

  choice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    const Place place = places_[static_cast<std::size_t>(event.GetSelection())];
    show(place);
  });
  rule_button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { go_to_rule(); });
  Bind(wxEVT_CHAR_HOOK, &GuidelinePanel::on_key, this);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    CallAfter([this] { wrap_rule(); });
  });
  pages_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    CallAfter([this] { stay_in_place(); });
  });
  show_keys();
}

void GuidelinePanel::show_keys() { rule_button_->SetToolTip(key_words(keys_, Action::GuidelineRule)); }

void GuidelinePanel::set_theme(const Theme& theme) {
  theme_ = &theme;
  rule_->SetBackgroundColour(theme.filter.back);
  rule_text_->SetForegroundColour(theme.filter.words);
  stale_ = true;
  update({});
}

void GuidelinePanel::set_text_size(int percent) {
  if (percent_ == percent) return;
  percent_ = percent;
  stale_ = true;
  update({});
}

/// Nothing is laid out that nobody sees.
void GuidelinePanel::update(const EditorEvent& event) {
  stale_ = stale_ || event.schema;
  if (event.selection) goes_to_rule_ = false;
  if (!host_.is_seen()) return;
  if (stale_) read();
  follow_selection();
  show_rule();
}

void GuidelinePanel::read() {
  stale_ = false;
  guideline_ = render_guideline(editor_.schema().guideline);
  list_places();
  const wxFont font = GetFont();
  const wxFont fixed = wxSystemSettings::GetFont(wxSYS_ANSI_FIXED_FONT);
  const int points = std::clamp(font.GetPointSize() * percent_ / 100, 6, 36);
  pages_->SetBackgroundColour(theme_->background);
  pages_->SetStandardFonts(points, font.GetFaceName(), fixed.GetFaceName());
  const Place there = shown_;
  shown_ = {"\n", {}};  // no label: the page is another one
  show(std::find(places_.begin(), places_.end(), there) == places_.end() ? Place{} : there);
}

/// The whole, its headings, each label.
void GuidelinePanel::list_places() {
  places_.assign(1, {});
  wxArrayString names;
  names.Add(_("The whole guideline"));
  for (const GuidelineHeading& heading : guideline_.headings) {
    if (heading.text.empty() || places_.size() > kMostHeadings) continue;
    places_.push_back({{}, heading.anchor});
    names.Add(wxString(' ', static_cast<std::size_t>(3 * heading.level)) + to_wx(heading.text));
  }
  for (const Label& label : editor_.schema().labels) {
    places_.push_back({label.id, {}});
    names.Add(wxString::Format(_("Label: %s"), name_or_id(label.name, label.id)));
  }
  choice_->Set(names);
}

void GuidelinePanel::show(const Place& place) {
  if (place.label != shown_.label) {
    const std::string html = "<html><body bgcolor=\"" + css(theme_->background) + "\" text=\"" + css(theme_->text) +
                             "\" link=\"" + css(theme_->highlight) + "\">" + page_of(place.label) + "</body></html>";
    pages_->SetPage(to_wx(html));
  }
  shown_ = place;
  pages_->go_to(place.anchor);
  scrolled_ = pages_->GetViewStart();
  const auto listed = std::find(places_.begin(), places_.end(), place);
  choice_->SetSelection(listed == places_.end() ? wxNOT_FOUND : static_cast<int>(listed - places_.begin()));
  tell_screen_readers();
}

/// The page is drawn, and nothing else could be read out: what stands from the place on is its name.
void GuidelinePanel::tell_screen_readers() {
  wxString words = pages_->ToText();
  const auto heading = std::find_if(guideline_.headings.begin(), guideline_.headings.end(),
                                    [this](const GuidelineHeading& each) { return each.anchor == shown_.anchor; });
  const std::size_t at = heading == guideline_.headings.end() ? 0 : words.find(to_wx(heading->text));
  if (at != wxString::npos) words = words.Mid(at);
  set_accessible_name(*pages_, _("Guideline") + ": " + words.Left(kMostReadOut));
}

std::string GuidelinePanel::words_of(const std::string& label) const {
  const auto faint = [this](const wxString& words) {
    return paragraph(in_colour(theme_->faint, escape_html(to_utf8(words))));
  };
  const auto rest = [&](const GuidelinePage& page) {
    return page.html + (page.cut ? faint(_("The guideline is too long: the rest of it is not shown.")) : "");
  };
  if (label.empty()) {
    return guideline_.html.empty() ? faint(_("This project has no guideline.")) : rest(guideline_);
  }
  const Label& known = *editor_.schema().find(label);
  if (known.description.empty() && known.guideline.empty()) return faint(_("Nothing is written about this label."));
  const std::string description = known.description.empty() ? "" : paragraph(escape_html(known.description));
  return description + rest(render_guideline(known.guideline));
}

std::string GuidelinePanel::page_of(const std::string& label) const {
  if (label.empty()) return words_of(label);
  const LabelColours colours = label_colours(editor_.schema(), label, *theme_);
  const Label& known = *editor_.schema().find(label);
  const std::string name = to_utf8(name_or_id(known.name, known.id));
  std::string title = in_colour(colours.bar, "\u25A0") + " <b>" + escape_html(name) + "</b>";
  if (name != label) title += " " + in_colour(theme_->faint, escape_html(label));
  return paragraph("<font size=\"+1\">" + title + "</font>") + words_of(label);
}

/// What somebody chose to read stays until another label is selected.
void GuidelinePanel::follow_selection() {
  const Annotation* const annotation = editor_.selected();
  const std::string label = annotation == nullptr ? editor_.pen() : annotation->label;
  if (label == followed_) return;
  followed_ = label;
  if (editor_.schema().find(label) != nullptr) show({label, {}});
}

bool GuidelinePanel::has_rules() const {
  return !claim_label(editor_.schema()).empty() && heading_of_rule(guideline_.headings, 1) != nullptr;
}

void GuidelinePanel::take_in_rules() {
  if (goes_to_rule_) {
    go_to_rule();
  } else {
    update({});
  }
}

void GuidelinePanel::go_to_rule() {
  goes_to_rule_ = true;
  update({});
}

void GuidelinePanel::show_rule() {
  const auto judged = has_rules() ? host_.rule() : std::nullopt;
  const GuidelineHeading* const heading =
      judged ? heading_of_rule(guideline_.headings, judged->judgement.rule) : nullptr;
  wxString words;
  if (heading != nullptr) {
    const wxString name = label_name(editor_.schema(), claim_label(editor_.schema()));
    words = to_wx(heading->text) + wxString::FromUTF8(" → ") +
            (judged->judgement.claim ? name : wxString::Format(_("not %s"), name));
  }
  const bool there = heading != nullptr && (goes_to_rule_ || shown_ == Place{{}, heading->anchor});
  if (words != rule_words_ || rule_->IsShown() == words.empty() || rule_button_->IsShown() == there) {
    rule_words_ = words;
    rule_->Show(!words.empty());
    rule_button_->Show(!there);
    wrap_rule();
  }
  if (heading == nullptr || !goes_to_rule_) return;
  goes_to_rule_ = false;
  show({{}, heading->anchor});
}

void GuidelinePanel::wrap_rule() {
  rule_text_->SetLabelText(rule_words_);
  const int button = rule_button_->IsShown() ? rule_button_->GetBestSize().x : 0;
  rule_text_->Wrap(std::max(GetClientSize().x - button - FromDIP(24), FromDIP(100)));
  rule_text_->InvalidateBestSize();
  Layout();
}

/// What was gone to is still there when lines break elsewhere.
void GuidelinePanel::stay_in_place() {
  if (pages_->GetViewStart() != scrolled_) return;
  pages_->go_to(shown_.anchor);
  scrolled_ = pages_->GetViewStart();
}

void GuidelinePanel::take_focus() { pages_->SetFocus(); }

void GuidelinePanel::on_key(wxKeyEvent& event) {
  if (event.GetKeyCode() == WXK_ESCAPE && !event.HasAnyModifiers()) {
    host_.go_to_text();
  } else {
    event.Skip();
  }
}

}  // namespace mitjul
