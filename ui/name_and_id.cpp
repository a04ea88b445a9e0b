#include "ui/name_and_id.h"

#include <algorithm>

#include "core/schema.h"
#include "import/foreign_ids.h"
#include "ui/text_field.h"
#include "ui/wx_text.h"

namespace mitjul {

std::string id_for_name(const std::string& name, const std::vector<std::string>& taken) {
  ForeignIds ids;
  for (const std::string& id : taken) ids.id_for(id);
  return ids.id_for(name);
}

NameAndId::NameAndId(wxWindow* parent, FormRows& rows, std::vector<std::string> taken)
    : taken_(std::move(taken)), name_(new wxTextCtrl(parent, wxID_ANY)), id_(new wxTextCtrl(parent, wxID_ANY)) {
  fit_height(*name_);
  fit_height(*id_);
  name_->SetMinSize({30 * parent->GetCharWidth(), name_->GetMinHeight()});
  name_note_ = rows.add(_("Name"), name_);
  id_note_ = rows.add(_("Id"), id_);
  id_->SetToolTip(_("Stands in exports and cannot be changed later: Latin letters, digits and _ . + -"));
  name_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
    event.Skip();
    if (follows_) id_->ChangeValue(name().empty() ? wxString() : to_wx(id_for_name(name(), taken_)));
    if (changed_) changed_();
  });
  id_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
    event.Skip();
    follows_ = id_->IsEmpty();
  });
}

void NameAndId::set_name(const std::string& name) { name_->SetValue(to_wx(name)); }

std::string NameAndId::name() const { return to_utf8(name_->GetValue().Strip(wxString::both)); }

std::string NameAndId::id() const { return to_utf8(id_->GetValue().Strip(wxString::both)); }

bool NameAndId::check() {
  const bool named = !name().empty();
  const bool free = std::find(taken_.begin(), taken_.end(), id()) == taken_.end();
  const bool valid = is_schema_id(id());
  name_note_->say(named ? wxString() : _("A name is missing."));
  id_note_->say(!named || (valid && free) ? wxString()
                : valid                   ? _("This id is taken already.")
                                          : _("An id begins with a Latin letter; digits and _ . + - may follow."));
  if (!named) {
    name_->SetFocus();
  } else if (!valid || !free) {
    id_->SetFocus();
  }
  return named && valid && free;
}

wxSizer* make_buttons(wxWindow* dialog, const wxString& make) {
  auto* const ok = new wxButton(dialog, wxID_OK, make);
  ok->SetDefault();
  auto* const row = new wxBoxSizer(wxHORIZONTAL);
  row->AddStretchSpacer();
  row->Add(new wxButton(dialog, wxID_CANCEL, _("Cancel")), wxSizerFlags().Border(wxRIGHT, dialog->FromDIP(8)));
  row->Add(ok);
  return row;
}

std::optional<NamedItem> ask_for_item(wxWindow* parent, const wxString& title, std::vector<std::string> taken) {
  wxDialog dialog(parent, wxID_ANY, title);
  FormRows rows(&dialog);
  NameAndId fields(&dialog, rows, std::move(taken));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(rows.sizer(), wxSizerFlags(1).Expand().Border(wxALL, dialog.FromDIP(12)));
  sizer->Add(make_buttons(&dialog, _("&Make")), wxSizerFlags().Expand().Border(wxALL, dialog.FromDIP(12)));
  dialog.SetSizerAndFit(sizer);
  dialog.CentreOnParent();
  dialog.Bind(
      wxEVT_BUTTON,
      [&](wxCommandEvent& event) {
        if (!fields.check()) {
          dialog.Fit();
        } else {
          event.Skip();
        }
      },
      wxID_OK);
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  return NamedItem{fields.name(), fields.id()};
}

}  // namespace mitjul
