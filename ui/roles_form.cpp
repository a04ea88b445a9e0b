#include "ui/roles_form.h"

#include <algorithm>

#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/label_filter.h"
#include "ui/name_and_id.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

template <class Roles>
auto find_role(Roles& roles, const std::string& id) {
  return std::find_if(roles.begin(), roles.end(), [&](const Role& role) { return role.id == id; });
}

}  // namespace

RolesForm::RolesForm(wxWindow* parent, const SchemaAccess& access)
    : LabelPage(parent, access),
      none_(new wxStaticText(this, wxID_ANY, _("There are roles for relations only."))),
      roles_(new ItemList(this, _("Roles"),
                          {[this] {
                             const auto row = roles_->selected();
                             if (row) select(label()->roles[*row].id);
                           },
                           [this] { add(); }, [this] { remove(); }, [this](int places) { move(places); }})),
      fields_(new wxPanel(this)),
      name_(new TextField(
          fields_, TextField::Lines::One,
          [this](const std::string& value) { return change_role([&](Role& role) { role.name = value; }); })),
      id_(new wxStaticText(fields_, wxID_ANY, "")),
      allowed_(new wxCheckListBox(fields_, wxID_ANY)) {
  const int gap = FromDIP(10);
  name_->SetName(_("Name of the role"));
  id_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  allowed_->SetMinSize(FromDIP(wxSize(160, 80)));
  allowed_->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent& event) { tick(event.GetInt()); });
  auto* const naming = new wxBoxSizer(wxHORIZONTAL);
  naming->Add(name_, wxSizerFlags(1));
  naming->Add(id_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  FormRows rows(fields_);
  note_ = rows.add(_("Name"), naming);
  rows.add(_("Allowed labels"), allowed_, FormRows::Height::Grows);
  auto* const hint = new wxStaticText(
      fields_, wxID_ANY, _("A label allows those below it. Where none is ticked, every label of text is allowed."));
  hint->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  auto* const column = new wxBoxSizer(wxVERTICAL);
  column->Add(rows.sizer(), wxSizerFlags(1).Expand());
  column->Add(hint, wxSizerFlags().Border(wxTOP, gap / 2));
  fields_->SetSizer(column);
  auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(none_, wxSizerFlags().Border(wxALL, gap));
  sizer->Add(roles_, wxSizerFlags(2).Expand().Border(wxALL, gap));
  sizer->Add(fields_, wxSizerFlags(3).Expand().Border(wxTOP | wxRIGHT | wxBOTTOM, gap));
  SetSizer(sizer);
}

bool RolesForm::flush() { return name_->flush(); }

const Role* RolesForm::role() const {
  if (label() == nullptr) return nullptr;
  const auto found = find_role(label()->roles, role_);
  return found == label()->roles.end() ? nullptr : &*found;
}

void RolesForm::select(std::string role) {
  flush();
  role_ = std::move(role);
  if (label() != nullptr) fill(*label(), true);
}

void RolesForm::fill(const Label& label, bool anew) {
  auto place = find_role(label.roles, role_);
  if (place == label.roles.end()) {
    anew = true;
    place = label.roles.begin();
    role_ = label.roles.empty() ? std::string() : place->id;
  }
  std::vector<wxString> names;
  for (const Role& role : label.roles) {
    const auto count = counts().of_role(label.id, role.id);
    wxString words = name_or_id(role.name, role.id);
    if (count > 0) words += "  (" + grouped(static_cast<std::uint64_t>(count)) + ")";
    names.push_back(words);
  }
  const auto row = static_cast<std::size_t>(place - label.roles.begin());
  roles_->show(names, names.size(), names.empty() ? std::nullopt : std::optional(row));
  const bool relation = label.kind == LabelKind::Relation;
  none_->Show(!relation);
  roles_->Show(relation);
  fields_->Show(relation && !label.roles.empty());
  Layout();
  if (label.roles.empty()) return;
  show_stored(*name_, place->name, anew);
  id_->SetLabel(to_wx(place->id));
  fill_allowed(*place);
  if (anew) note_->say("");
  fields_->Layout();
}

void RolesForm::fill_allowed(const Role& role) {
  std::vector<std::string> offered;
  for (const Label& label : schema().labels) {
    if (label.kind != LabelKind::Document) offered.push_back(label.id);
  }
  targets_.clear();
  wxArrayString names;
  for (const LabelRow& row : LabelFilter(schema(), offered, {}).find("").rows) {
    if (!row.label) continue;
    const Label& label = schema().labels[*row.label];
    targets_.push_back(label.id);
    names.Add(wxString(' ', static_cast<std::size_t>(row.depth) * 4) + name_or_id(label.name, label.id));
  }
  const int first = allowed_->GetTopItem();
  allowed_->Set(names);
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const bool ticked = std::find(role.allowed.begin(), role.allowed.end(), targets_[i]) != role.allowed.end();
    allowed_->Check(static_cast<unsigned>(i), ticked);
  }
  if (first > 0) allowed_->SetFirstItem(first);
}

Storing RolesForm::change_role(const std::function<void(Role&)>& edit) {
  return change(
      [&](Label& label) {
        const auto found = find_role(label.roles, role_);
        if (found != label.roles.end()) edit(*found);
      },
      note_);
}

void RolesForm::add() {
  flush();
  std::vector<std::string> taken;
  for (const Role& role : label()->roles) taken.push_back(role.id);
  const auto item = ask_for_item(this, _("New Role"), std::move(taken));
  if (!item) return;
  change([&](Label& label) { label.roles.push_back({item->id, item->name, {}}); }, note_);
  select(item->id);
}

void RolesForm::remove() {
  change([&](Label& label) { label.roles.erase(find_role(label.roles, role_)); }, note_);
}

void RolesForm::move(int places) {
  change(
      [&](Label& label) {
        const auto role = find_role(label.roles, role_);
        std::iter_swap(role, role + places);
      },
      note_);
}

void RolesForm::tick(int row) {
  const std::string& target = targets_[static_cast<std::size_t>(row)];
  const bool ticked = allowed_->IsChecked(static_cast<unsigned>(row));
  change_role([&](Role& role) {
    const auto place = std::find(role.allowed.begin(), role.allowed.end(), target);
    if (ticked && place == role.allowed.end()) role.allowed.push_back(target);
    if (!ticked && place != role.allowed.end()) role.allowed.erase(place);
  });
}

}  // namespace mitjul
