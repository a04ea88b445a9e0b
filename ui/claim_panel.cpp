#include "ui/claim_panel.h"

#include <algorithm>

#include "ui/attribute_words.h"
#include "ui/key_press.h"
#include "ui/text_field.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

std::string value_of(const wxRadioBox* box, const std::vector<std::string>& ids) {
  if (box == nullptr || box->GetSelection() == wxNOT_FOUND) return {};
  return ids[static_cast<std::size_t>(box->GetSelection())];
}

}  // namespace

ClaimPanel::ClaimPanel(wxWindow* parent, Callbacks callbacks)
    : wxPanel(parent),
      callbacks_(std::move(callbacks)),
      words_(new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                              wxST_NO_AUTORESIZE | wxST_ELLIPSIZE_END)),
      values_(new wxBoxSizer(wxVERTICAL)),
      sources_(new wxListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(100, 96)))),
      cue_(new wxCheckBox(this, wxID_ANY, "")),
      parts_(new wxCheckBox(this, wxID_ANY, "")),
      restated_(new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER)) {
  SetName(_("Claim"));
  sources_->SetName(_("Source"));
  restated_->SetName(_("Restated"));
  fit_height(*restated_);
  words_->SetFont(words_->GetFont().Bold());
  const int gap = FromDIP(8);
  auto* const take_button = new wxButton(this, wxID_ANY, _("Take  (Enter)"));
  auto* const cancel_button = new wxButton(this, wxID_ANY, _("Let Go  (Esc)"));

  auto* const head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(words_, wxSizerFlags(1).CenterVertical());
  head->Add(cancel_button, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  head->Add(take_button, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));

  auto* const source = new wxBoxSizer(wxVERTICAL);
  source->Add(new wxStaticText(this, wxID_ANY, _("Source  (Up, Down)")), wxSizerFlags().Border(wxBOTTOM, gap / 4));
  source->Add(sources_, wxSizerFlags(1).Expand());

  auto* const columns = new wxBoxSizer(wxHORIZONTAL);
  columns->Add(source, wxSizerFlags(1).Expand());
  columns->Add(values_, wxSizerFlags().Expand().Border(wxLEFT, gap));

  // A sentence of its own: it has the whole width.
  auto* const restated = new wxBoxSizer(wxHORIZONTAL);
  restated->Add(new wxStaticText(this, wxID_ANY, _("Restated  (S)")), wxSizerFlags().CenterVertical());
  restated->Add(restated_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, gap));

  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(head, wxSizerFlags().Expand().Border(wxALL, gap));
  const wxSizerFlags row = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap);
  sizer->Add(columns, row);
  sizer->Add(cue_, row);
  sizer->Add(parts_, row);
  sizer->Add(restated, row);
  SetSizer(sizer);

  take_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { take(); });
  cancel_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { callbacks_.cancel(); });
  sources_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) { choose_source(event.GetSelection()); });
  sources_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { take(); });
  for (wxCheckBox* const box : {cue_, parts_}) {
    box->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { tell(); });
  }
  // Later: what the input method was composing comes in behind Enter.
  restated_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
    CallAfter([this] {
      if (IsShown()) take();
    });
  });
  Bind(wxEVT_CHAR_HOOK, &ClaimPanel::on_key, this);
  Hide();
}

/// Radio buttons for the values of an attribute; none where the schema has no such attribute.
void ClaimPanel::show_values(Values& values, const Schema& schema, const char* attribute, const wxString& title,
                             const std::string& chosen) {
  values.ids.clear();
  if (values.box != nullptr) {
    values_->Detach(values.box);
    values.box->Destroy();
    values.box = nullptr;
  }
  const Attribute* const known = schema.find_attribute(claim_label(schema), attribute);
  if (known == nullptr || known->values.empty()) return;
  wxArrayString names;
  for (const AttributeValue& value : known->values) {
    values.ids.push_back(value.id);
    names.Add(wxControl::EscapeMnemonics(name_or_id(value.name, value.id)));
  }
  values.box = new wxRadioBox(this, wxID_ANY, title, wxDefaultPosition, wxDefaultSize, names, 1, wxRA_SPECIFY_ROWS);
  const auto place = std::find(values.ids.begin(), values.ids.end(), chosen);
  values.box->SetSelection(place == values.ids.end() ? 0 : static_cast<int>(place - values.ids.begin()));
  values.box->Bind(wxEVT_RADIOBOX, [this](wxCommandEvent&) { tell(); });
  values_->Add(values.box, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
}

void ClaimPanel::offer(const Schema& schema, ClaimOffer offer) {
  offer_ = std::move(offer);
  words_->SetLabel(wxControl::EscapeMnemonics(to_wx(offer_.words)));
  words_->SetToolTip(to_wx(offer_.words));
  show_values(type_, schema, "type", _("Type  (Left, Right)"), offer_.type);
  show_values(attribution_, schema, "attribution", _("Attribution  (A)"), offer_.attribution);
  sources_->Clear();
  for (const ClaimOffer::Source& source : offer_.sources) add_source(source, sources_->GetCount());
  sources_->SetSelection(0);
  // GTK leaves a list that was filled anew where its end is seen.
  CallAfter([this] {
    if (sources_->GetCount() > 0) sources_->EnsureVisible(0);
  });
  cue_->SetLabel(_("Cue  (C)") + ": " + wxControl::EscapeMnemonics(to_wx(offer_.cue_words)));
  cue_->SetValue(!offer_.cues.empty());
  cue_->Show(!offer_.cues.empty());
  parts_->SetLabel(_("Split into parts  (P)") + ": " + wxControl::EscapeMnemonics(to_wx(offer_.parts_words)));
  parts_->SetValue(false);
  parts_->Show(offer_.parts.size() > 1);
  restated_->ChangeValue(to_wx(offer_.present_restated));
  restated_->SetHint(to_wx(offer_.restated));
  restated_->Enable(schema.find_attribute(claim_label(schema), "restated") != nullptr);
  first_ = choice();
  Show();
  Layout();
  GetParent()->Layout();
  take_focus();
  tell();
}

void ClaimPanel::add_source(const ClaimOffer::Source& source, unsigned place) {
  sources_->Insert(source.span ? to_wx(source.words) : wxString(_("The author")), place);
}

void ClaimPanel::choose(ClaimOffer::Source source) {
  auto place = std::find_if(offer_.sources.begin(), offer_.sources.end(),
                            [&](const ClaimOffer::Source& offered) { return offered.span == source.span; });
  if (place == offer_.sources.end()) {
    add_source(source, 0);
    place = offer_.sources.insert(offer_.sources.begin(), std::move(source));
  }
  sources_->SetSelection(static_cast<int>(place - offer_.sources.begin()));
  choose_source(sources_->GetSelection());
}

ClaimChoice ClaimPanel::choice() const {
  ClaimChoice choice;
  choice.claim = offer_.claim;
  choice.type = value_of(type_.box, type_.ids);
  choice.attribution = value_of(attribution_.box, attribution_.ids);
  choice.restated = to_utf8(restated_->GetValue());
  const int selected = sources_->GetSelection();
  if (selected != wxNOT_FOUND) {
    const ClaimOffer::Source& source = offer_.sources[static_cast<std::size_t>(selected)];
    choice.source = source.span;
    choice.source_label = source.label;
  }
  const auto compare = [&](const char* id, bool same) {
    if (same) choice.untouched.insert(id);
  };
  compare("type", choice.type == first_.type);
  compare("attribution", choice.attribution == first_.attribution);
  compare("restated", choice.restated == first_.restated);
  compare("source", choice.source == first_.source);
  if (cue_->GetValue()) choice.cues = offer_.cues;
  if (parts_->GetValue()) choice.parts = offer_.parts;
  return choice;
}

void ClaimPanel::tell() { callbacks_.chosen(choice()); }

void ClaimPanel::take() { callbacks_.take(choice()); }

void ClaimPanel::step(Values& values, int by) {
  if (values.box == nullptr) return;
  const int count = static_cast<int>(values.ids.size());
  values.box->SetSelection((values.box->GetSelection() + by + count) % count);
  tell();
}

/// Without a source nobody is named; with one, somebody is.
void ClaimPanel::choose_source(int index) {
  if (index == wxNOT_FOUND) return;
  const bool author = !offer_.sources[static_cast<std::size_t>(index)].span;
  const bool was_none = offer_.attribution == "none";
  const std::string fitting = author ? "none" : was_none ? "explicit" : offer_.attribution;
  const auto place = std::find(attribution_.ids.begin(), attribution_.ids.end(), fitting);
  if (place != attribution_.ids.end())
    attribution_.box->SetSelection(static_cast<int>(place - attribution_.ids.begin()));
  tell();
}

/// Within radio buttons the arrow keys go from one to the next, as everywhere.
bool ClaimPanel::arrows_choose() const {
  const wxWindow* const focus = FindFocus();
  return focus == this || focus == sources_ || dynamic_cast<const wxButton*>(focus) != nullptr ||
         dynamic_cast<const wxCheckBox*>(focus) != nullptr;
}

void ClaimPanel::on_key(wxKeyEvent& event) {
  const KeyPress key = KeyPress::from(event);
  if (key.ctrl || key.alt) return event.Skip();
  if (key.key == WXK_ESCAPE) return callbacks_.cancel();
  if (FindFocus() == restated_) {
    // An empty field takes what is proposed, to go on from there.
    if (key.key == WXK_DOWN && restated_->IsEmpty()) return restated_->ChangeValue(restated_->GetHint());
    return event.Skip();
  }
  const auto move = [this](int by) {
    const int count = static_cast<int>(sources_->GetCount());
    sources_->SetSelection((sources_->GetSelection() + by + count) % count);
    choose_source(sources_->GetSelection());
  };
  const auto toggle = [this](wxCheckBox* box) {
    if (!box->IsShown()) return;
    box->SetValue(!box->GetValue());
    tell();
  };
  const bool arrow = key.key == WXK_UP || key.key == WXK_DOWN || key.key == WXK_LEFT || key.key == WXK_RIGHT;
  if (arrow && !arrows_choose()) return event.Skip();
  switch (key.key) {
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
      if (dynamic_cast<wxButton*>(FindFocus()) != nullptr) return event.Skip();
      return take();
    case WXK_UP: return move(-1);
    case WXK_DOWN: return move(1);
    case WXK_LEFT: return step(type_, -1);
    case WXK_RIGHT: return step(type_, 1);
    case 'A': return step(attribution_, 1);
    case 'C': return toggle(cue_);
    case 'P': return toggle(parts_);
    case 'S': return restated_->SetFocus();
    default: event.Skip();
  }
}

}  // namespace mitjul
