#include "ui/attribute_form.h"

#include <wx/choicdlg.h>

#include <algorithm>

#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/filled_in.h"
#include "ui/name_and_id.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

template <class Items>
auto find_id(Items& items, const std::string& id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

template <class Items>
void move_item(Items& items, const std::string& id, int places) {
  const auto item = std::find_if(items.begin(), items.end(), [&](const auto& each) { return each.id == id; });
  std::iter_swap(item, item + places);
}

/// Takes it away, and selects the one behind it, or else the last.
template <class Items>
std::string remove_item(Items& items, const std::string& id) {
  auto item = std::find_if(items.begin(), items.end(), [&](const auto& each) { return each.id == id; });
  item = items.erase(item);
  if (items.empty()) return {};
  return item == items.end() ? items.back().id : item->id;
}

template <class Items>
std::vector<std::string> ids_of(const Items& items) {
  std::vector<std::string> ids;
  for (const auto& item : items) ids.push_back(item.id);
  return ids;
}

template <class Items>
std::optional<std::size_t> place_of(const Items& items, const std::string& id) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].id == id) return i;
  }
  return std::nullopt;
}

bool has_values(AttributeType type) { return type == AttributeType::Choice || type == AttributeType::Choices; }

}  // namespace

std::vector<wxString> attribute_type_names() {
  return {_("one of several values"), _("some of several values"), _("text"), _("number"), _("date"), _("yes or no")};
}

AttributeForm::AttributeForm(wxWindow* parent, const SchemaAccess& access)
    : LabelPage(parent, access),
      attributes_(new ItemList(this, _("Attributes"),
                               {[this] { take_selected(); }, [this] { add_attribute(); },
                                [this] { remove_attribute(); }, [this](int places) { move_attribute(places); }})),
      fields_(make_fields()) {
  const int gap = FromDIP(10);
  auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(attributes_, wxSizerFlags(2).Expand().Border(wxALL, gap));
  sizer->Add(fields_, wxSizerFlags(3).Expand().Border(wxTOP | wxRIGHT | wxBOTTOM, gap));
  SetSizer(sizer);
}

wxPanel* AttributeForm::make_fields() {
  auto* const panel = new wxPanel(this);
  const auto text_field = [&](std::function<void(Attribute&, const std::string&)> put) {
    return new TextField(panel, TextField::Lines::One, [this, put = std::move(put)](const std::string& value) {
      return change_attribute([&](Attribute& attribute) { put(attribute, value); });
    });
  };
  name_ = text_field([](Attribute& attribute, const std::string& value) { attribute.name = value; });
  name_->SetName(_("Name of the attribute"));
  id_ = new wxStaticText(panel, wxID_ANY, "");
  id_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  type_ = new wxChoice(panel, wxID_ANY);
  for (const wxString& name : attribute_type_names()) type_->Append(name);
  type_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_type(); });
  required_ = new wxCheckBox(panel, wxID_ANY, _("Re&quired"));
  required_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) {
    const bool ticked = event.IsChecked();
    change_attribute([&](Attribute& attribute) { attribute.required = ticked; });
  });
  default_choice_ = new wxChoice(panel, wxID_ANY);
  default_choice_->SetName(_("Default value"));
  default_choice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_default(); });
  default_text_ = text_field([](Attribute& attribute, const std::string& value) { attribute.default_value = value; });
  default_text_->SetName(_("Default value"));
  key_ = new KeyChoice(
      panel, [this](const std::string& key) { change_attribute([&](Attribute& attribute) { attribute.key = key; }); });
  auto* const naming = new wxBoxSizer(wxHORIZONTAL);
  naming->Add(name_, wxSizerFlags(1));
  naming->Add(id_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(10)));
  auto* const defaults = new wxBoxSizer(wxHORIZONTAL);
  defaults->Add(default_choice_, wxSizerFlags(1));
  defaults->Add(default_text_, wxSizerFlags(1));
  auto* const keys = new wxBoxSizer(wxHORIZONTAL);
  keys->Add(key_);
  keys->Add(required_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(16)));
  FormRows rows(panel);
  note_ = rows.add(_("Name"), naming);
  rows.add(_("Type"), type_);
  rows.add(_("Default value"), defaults);
  key_->set_note(rows.add(_("Key"), keys));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(rows.sizer(), wxSizerFlags().Expand());
  values_part_ = new wxBoxSizer(wxVERTICAL);
  values_ = new ItemList(panel, _("Values"),
                         {[this] { take_selected_value(); }, [this] { add_value(); }, [this] { remove_value(); },
                          [this](int places) { move_value(places); }});
  value_name_ = text_field([this](Attribute& attribute, const std::string& value) {
    if (AttributeValue* const changed = find_id(attribute.values, value_)) changed->name = value;
  });
  value_name_->SetName(_("Name of the value"));
  auto* const value_row = new wxBoxSizer(wxHORIZONTAL);
  value_row->Add(new wxStaticText(panel, wxID_ANY, _("Name of the value")), wxSizerFlags().CenterVertical());
  value_row->Add(value_name_, wxSizerFlags(1).Border(wxLEFT, FromDIP(10)));
  values_part_->Add(values_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(8)));
  values_part_->Add(value_row, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
  sizer->Add(values_part_, wxSizerFlags(1).Expand());
  panel->SetSizer(sizer);
  return panel;
}

bool AttributeForm::flush() {
  bool stored = true;
  for (TextField* const field : {name_, default_text_, value_name_}) stored = field->flush() && stored;
  return stored;
}

void AttributeForm::select(std::string attribute, std::string value) {
  flush();
  attribute_ = std::move(attribute);
  value_ = std::move(value);
  if (label() != nullptr) fill(*label(), true);
}

void AttributeForm::take_selected() {
  const auto row = attributes_->selected();
  if (row) select(listed_[*row]);
}

void AttributeForm::take_selected_value() {
  const Attribute* const attribute = own_attribute();
  const auto row = values_->selected();
  if (attribute != nullptr && row) select(attribute_, attribute->values[*row].id);
}

const Attribute* AttributeForm::own_attribute() const {
  return label() == nullptr ? nullptr : find_id(label()->attributes, attribute_);
}

const AttributeValue* AttributeForm::value() const {
  const Attribute* const attribute = own_attribute();
  return attribute == nullptr ? nullptr : find_id(attribute->values, value_);
}

// --- Showing ---

void AttributeForm::fill(const Label& label, bool anew) {
  std::vector<wxString> names;
  listed_.clear();
  for (const Attribute& attribute : label.attributes) {
    names.push_back(attribute_name(attribute));
    listed_.push_back(attribute.id);
  }
  for (const Label* above = schema().find(label.parent); above != nullptr; above = schema().find(above->parent)) {
    for (const Attribute& attribute : above->attributes) {
      names.push_back(
          wxString::Format(_("%s (of \"%s\")"), attribute_name(attribute), name_or_id(above->name, above->id)));
      listed_.push_back(attribute.id);
    }
  }
  auto place = std::find(listed_.begin(), listed_.end(), attribute_);
  if (place == listed_.end()) {
    anew = true;
    place = listed_.begin();
    attribute_ = listed_.empty() ? std::string() : listed_.front();
    value_.clear();
  }
  const auto row = static_cast<std::size_t>(place - listed_.begin());
  attributes_->show(names, label.attributes.size(), listed_.empty() ? std::nullopt : std::optional(row));
  fill_fields(schema().find_attribute(label.id, attribute_), row < label.attributes.size(), anew);
}

void AttributeForm::fill_fields(const Attribute* attribute, bool own, bool anew) {
  fields_->Show(attribute != nullptr);
  fields_->Enable(own);
  Layout();
  if (attribute == nullptr) return;
  show_stored(*name_, attribute->name, anew);
  id_->SetLabel(to_wx(attribute->id));
  type_->SetSelection(static_cast<int>(attribute->type));
  required_->SetValue(attribute->required);
  key_->show(schema(), {label()->id, attribute->id}, attribute->key);
  fill_default(*attribute);
  show_stored(*default_text_, attribute->default_value, anew);
  fields_->GetSizer()->Show(values_part_, has_values(attribute->type));
  if (has_values(attribute->type)) {
    if (find_id(attribute->values, value_) == nullptr) {
      value_ = attribute->values.empty() ? std::string() : attribute->values.front().id;
      anew = true;
    }
    fill_values(*attribute);
    const AttributeValue* const value = find_id(attribute->values, value_);
    show_stored(*value_name_, value == nullptr ? std::string() : value->name, anew);
  }
  if (anew) note_->say("");
  fields_->Layout();
}

void AttributeForm::fill_default(const Attribute& attribute) {
  const bool listed = has_values(attribute.type) || attribute.type == AttributeType::Boolean;
  default_choice_->Show(listed);
  default_text_->Show(!listed);
  if (!listed) return;
  std::vector<std::string> values = ids_of(attribute.values);
  if (attribute.type == AttributeType::Boolean) values = {"true", "false"};
  default_choice_->Clear();
  default_choice_->Append(_("none"));
  default_choice_->SetSelection(0);
  for (const std::string& value : values) {
    const int row = default_choice_->Append(value_words(attribute, value));
    if (value == attribute.default_value) default_choice_->SetSelection(row);
  }
}

void AttributeForm::fill_values(const Attribute& attribute) {
  std::vector<wxString> names;
  for (const AttributeValue& value : attribute.values) {
    const auto count = counts().of_value(schema(), label()->id, attribute.id, value.id);
    wxString words = name_or_id(value.name, value.id) + "  " + to_wx(value.id);
    if (count > 0) words += "  (" + count_of_annotations(static_cast<std::uint64_t>(count)) + ")";
    names.push_back(words);
  }
  values_->show(names, names.size(), place_of(attribute.values, value_));
}

// --- Changing ---

Storing AttributeForm::change_attribute(const std::function<void(Attribute&)>& edit, std::vector<ValueChange> values,
                                        AskFirst ask) {
  return change(
      [&](Label& label) {
        if (Attribute* const attribute = find_id(label.attributes, attribute_)) edit(*attribute);
      },
      note_, std::move(values), ask);
}

void AttributeForm::add_attribute() {
  flush();
  std::vector<std::string> taken;
  for (const Attribute* const attribute : schema().attributes_of(label()->id)) taken.push_back(attribute->id);
  const auto item = ask_for_item(this, _("New Attribute"), std::move(taken));
  if (!item) return;
  Attribute attribute;
  attribute.id = item->id;
  attribute.name = item->name;
  const std::string before = std::exchange(attribute_, item->id);
  const Storing stored = change([&](Label& label) { label.attributes.push_back(std::move(attribute)); }, note_);
  if (stored != Storing::Done) attribute_ = before;
  fill(*label(), true);
}

void AttributeForm::remove_attribute() {
  std::string next;
  change([&](Label& label) { next = remove_item(label.attributes, attribute_); }, note_);
  if (own_attribute() == nullptr) select(next);
}

void AttributeForm::move_attribute(int places) {
  change([&](Label& label) { move_item(label.attributes, attribute_, places); }, note_);
}

void AttributeForm::add_value() {
  flush();
  const auto item = ask_for_item(this, _("New Value"), ids_of(own_attribute()->values));
  if (!item) return;
  change_attribute([&](Attribute& attribute) { attribute.values.push_back({item->id, item->name}); });
  select(attribute_, item->id);
}

void AttributeForm::remove_value() {
  const AttributeValue* const gone = value();
  if (gone == nullptr) return;
  std::vector<ValueChange> changes;
  AskFirst ask = AskFirst::Yes;
  const auto count = counts().of_value(schema(), label()->id, attribute_, value_);
  if (count > 0) {
    wxArrayString names;
    std::vector<std::string> ids;
    for (const AttributeValue& other : own_attribute()->values) {
      if (other.id == value_) continue;
      names.Add(name_or_id(other.name, other.id));
      ids.push_back(other.id);
    }
    names.Add(_("no value"));
    ids.emplace_back();
    const wxString question =
        filled_in(_("%s with the value \"%s\" will have instead:"),
                  {count_of_annotations(static_cast<std::uint64_t>(count)), name_or_id(gone->name, gone->id)});
    wxSingleChoiceDialog dialog(this, question, _("Remove Value"), names);
    if (dialog.ShowModal() != wxID_OK) return;
    changes.push_back({attribute_, value_, ids[static_cast<std::size_t>(dialog.GetSelection())]});
    ask = AskFirst::No;
  }
  std::string next;
  change_attribute(
      [&](Attribute& attribute) {
        next = remove_item(attribute.values, value_);
        if (attribute.default_value == value_) attribute.default_value.clear();
      },
      std::move(changes), ask);
  if (value() == nullptr) select(attribute_, next);
}

void AttributeForm::move_value(int places) {
  change_attribute([&](Attribute& attribute) { move_item(attribute.values, value_, places); });
}

void AttributeForm::choose_type() {
  const auto type = static_cast<AttributeType>(type_->GetSelection());
  change_attribute([&](Attribute& attribute) {
    attribute.type = type;
    if (!has_values(type)) attribute.values.clear();
    // There must be one; its name is there to be changed.
    if (has_values(type) && attribute.values.empty()) attribute.values.push_back({"value", to_utf8(_("Value"))});
    if (!has_values(type) || find_id(attribute.values, attribute.default_value) == nullptr) {
      attribute.default_value.clear();
    }
  });
}

void AttributeForm::choose_default() {
  const int row = default_choice_->GetSelection();
  change_attribute([&](Attribute& attribute) {
    attribute.default_value.clear();
    if (row <= 0) return;
    attribute.default_value = attribute.type == AttributeType::Boolean
                                  ? (row == 1 ? "true" : "false")
                                  : attribute.values[static_cast<std::size_t>(row - 1)].id;
  });
}

}  // namespace mitjul
