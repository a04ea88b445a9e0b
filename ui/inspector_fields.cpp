// The fields of the inspector: label, quote, attributes and note.

#include <wx/checklst.h>

#include <algorithm>

#include "core/annotation_edits.h"
#include "core/relation_edits.h"
#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/document_labels.h"
#include "ui/inspector.h"
#include "ui/key_press.h"
#include "ui/problem_note.h"
#include "ui/review_note.h"
#include "ui/severity_mark.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

const wxString kUnset = wxString::FromUTF8("–");

/// The line of a choice of values that a digit means: the first of one that may be unset stands for that.
std::optional<int> item_of_digit(const wxChoice& choice, int key) {
  const int first = choice.GetCount() > 0 && choice.GetString(0) == kUnset ? 0 : 1;
  const int item = key - '0' - first;
  if (key < '0' || key > '9' || item < 0 || item >= static_cast<int>(choice.GetCount())) return std::nullopt;
  return item;
}

}  // namespace

wxStaticText* Inspector::add_title(const wxString& text) {
  auto* const title = new wxStaticText(content_, wxID_ANY, text);
  title->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  content_->GetSizer()->Add(title, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
  return title;
}

/// With what is to be known of the attribute: whether it is required, which says so louder while it is missing, and
/// what holds where nothing is said.
void Inspector::add_title(const Attribute& attribute) {
  wxString text = attribute_name(attribute);
  if (attribute.required) text += " *";
  if (!attribute.key.empty()) text += "  (" + to_wx(attribute.key).Upper() + ")";
  if (!attribute.default_value.empty()) {
    text += "   " + wxString::Format(_("(by default: %s)"), value_words(attribute, attribute.default_value));
  }
  wxStaticText* const title = add_title(text);
  if (!attribute.required) return;
  title->SetToolTip(_("Required"));
  const wxColour usual = title->GetForegroundColour();
  fields_.push_back({title, [this, title, usual, text, id = attribute.id](const Annotation& shown) {
                       const bool missing = values_of(shown, id).empty();
                       title->SetLabelText(missing ? text + " " + _("required") : text);
                       title->SetForegroundColour(missing ? severity_colour(Severity::Error, is_dark(*this)) : usual);
                     }});
}

void Inspector::add_field(const wxString& name, wxWindow* control, std::function<void(const Annotation&)> show) {
  control->SetName(name);
  if (control->GetToolTipText().empty()) control->SetToolTip(name);
  content_->GetSizer()->Add(control, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
  fields_.push_back({control, std::move(show)});
}

/// GTK changes the value of a choice that the wheel passes over, which would be an edit that nobody meant.
void Inspector::keep_wheel_from(wxWindow* control) {
  control->Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
    event.SetEventObject(this);
    HandleOnMouseWheel(event);
  });
}

void Inspector::add_document_labels() {
  document_labels_ = new DocumentLabels(content_, editor_, attempt_, [this] { take_focus(); });
  content_->GetSizer()->Add(document_labels_, wxSizerFlags().Expand());
}

bool Inspector::is_own() const { return subject_ && subject_->set == editor_.set_key(); }

/// Of an annotation of somebody else: whose it is, why its fields cannot be used, and a way to have it.
void Inspector::add_reason_to_read() {
  if (is_own()) return;
  const wxString whose = editor_.name_of(subject_->set);
  auto* const reason = new wxStaticText(
      content_, wxID_ANY, wxString::Format(_("An annotation of %s: it can be read here, and taken over."), whose));
  reason->Wrap(std::max(GetClientSize().x - FromDIP(36), FromDIP(120)));
  content_->GetSizer()->Add(reason, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
  auto* const button = new wxButton(content_, wxID_ANY, _("&Take Over"));
  button->SetToolTip(_("Copies it into your own annotations"));
  button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt_([this] { return editor_.take_over(); }); });
  content_->GetSizer()->Add(button, wxSizerFlags().Border(wxTOP, FromDIP(4)));
  first_ = button;
}

void Inspector::add_label() {
  add_title(_("Label"));
  const Schema& schema = editor_.schema();
  const Label* const present = schema.find(label_);
  const LabelKind kind = present == nullptr ? LabelKind::Span : present->kind;
  std::vector<std::string> ids = editor_.kinds_of_selected();  // of a relation: those that its ends allow
  if (ids.empty()) {
    for (const Label& label : schema.labels) {
      if (label.kind == kind) ids.push_back(label.id);
    }
  }
  labels_ = ids;
  wxArrayString names;
  for (const std::string& id : ids) names.Add(label_name(schema, id));
  auto* const choice = new wxChoice(content_, wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
  const auto show = [choice, ids](const Annotation& annotation) {
    const auto found = std::find(ids.begin(), ids.end(), annotation.label);
    choice->SetSelection(found == ids.end() ? wxNOT_FOUND : static_cast<int>(found - ids.begin()));
  };
  choice->Bind(wxEVT_CHOICE, [this, subject = *subject_, ids, show](wxCommandEvent& event) {
    const std::string id = ids[static_cast<std::size_t>(event.GetSelection())];
    const Storing result = change(subject, "relabel", [&](Annotation& annotation) {
      const bool relation = annotation.relation() != nullptr && editor_.document() != nullptr;
      const auto tied = relation ? as_kind(editor_.schema(), annotation, id, *editor_.document()) : std::nullopt;
      annotation = tied ? *tied : with_label(annotation, id, editor_.schema());
    });
    if (result != Storing::Done && stored() != nullptr) show(*stored());
  });
  keep_wheel_from(choice);
  add_field(_("Label"), choice, show);
}

void Inspector::add_quote() {
  quote_ = new wxStaticText(content_, wxID_ANY, "");
  quote_->SetName(_("Quoted text"));
  content_->GetSizer()->Add(quote_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
}

void Inspector::add_notes() {
  problem_note_ = new ProblemNote(content_, keys_);
  content_->GetSizer()->Add(problem_note_, wxSizerFlags().Expand());
  review_note_ = new ReviewNote(content_, keys_, [this] { attempt_([this] { return editor_.confirm_selected(); }); });
  content_->GetSizer()->Add(review_note_, wxSizerFlags().Expand());
}

void Inspector::add_attribute(const Attribute& attribute) {
  add_title(attribute);
  switch (attribute.type) {
    case AttributeType::Choice: add_choice_attribute(attribute, attribute.values); break;
    case AttributeType::Boolean:
      add_choice_attribute(attribute, {{"true", to_utf8(_("Yes"))}, {"false", to_utf8(_("No"))}});
      break;
    case AttributeType::Choices: add_choices_attribute(attribute); break;
    case AttributeType::Text:
    case AttributeType::Number:
    case AttributeType::Date: add_text_attribute(attribute); break;
  }
  attribute_fields_[attribute.id] = fields_.back().control;
  if (first_ == nullptr) first_ = fields_.back().control;
}

void Inspector::add_text(const std::string& field, const wxString& name, TextField::Lines lines, int rows,
                         const wxString& hint) {
  auto* const control = new TextField(content_, lines, [this, subject = *subject_, field](const std::string& value) {
    return store(subject, field, value);
  });
  if (lines == TextField::Lines::Several) control->SetMinSize({-1, rows * control->GetCharHeight() + FromDIP(8)});
  if (!hint.empty()) control->SetHint(hint);
  keep_wheel_from(control);
  texts_.push_back({field, control});
  add_field(name, control, [control, field](const Annotation& annotation) {
    control->set_stored(field.empty() ? annotation.note : only_value(annotation, field));
  });
}

void Inspector::add_text_attribute(const Attribute& attribute) {
  const wxString name = attribute_name(attribute);
  switch (attribute.type) {
    case AttributeType::Date:
      add_text(attribute.id, name, TextField::Lines::One, 1, _("Year-month-day, 2026-11-21"));
      break;
    case AttributeType::Number: add_text(attribute.id, name, TextField::Lines::One, 1, _("A number")); break;
    default: add_text(attribute.id, name, TextField::Lines::Several, 3, ""); break;
  }
}

void Inspector::add_choice_attribute(const Attribute& attribute, const std::vector<AttributeValue>& values) {
  const std::string id = attribute.id;
  std::vector<std::string> ids;
  wxArrayString names;
  // What is required may still be missing until it has been chosen.
  const Annotation* const annotation = stored();
  if (!attribute.required || annotation == nullptr || values_of(*annotation, id).empty()) {
    ids.emplace_back();
    names.Add(kUnset);
  }
  for (const AttributeValue& value : values) {
    ids.push_back(value.id);
    names.Add(name_or_id(value.name, value.id));
  }
  auto* const choice = new wxChoice(content_, wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
  choice->SetToolTip(wxString::Format(_("%s: digits choose, 0 takes the value away"), attribute_name(attribute)));
  const auto show = [choice, ids, id](const Annotation& shown) {
    const auto found = std::find(ids.begin(), ids.end(), only_value(shown, id));
    choice->SetSelection(found == ids.end() ? wxNOT_FOUND : static_cast<int>(found - ids.begin()));
  };
  choice->Bind(wxEVT_CHOICE, [this, subject = *subject_, ids, id, show](wxCommandEvent& event) {
    const std::string& value = ids[static_cast<std::size_t>(event.GetSelection())];
    const Storing result = set_attribute(subject, id, value.empty() ? std::vector<std::string>() : std::vector{value});
    if (result != Storing::Done && stored() != nullptr) show(*stored());
  });
  keep_wheel_from(choice);
  add_field(attribute_name(attribute), choice, show);
}

void Inspector::add_choices_attribute(const Attribute& attribute) {
  const std::string id = attribute.id;
  std::vector<std::string> ids;
  wxArrayString names;
  for (const AttributeValue& value : attribute.values) {
    ids.push_back(value.id);
    names.Add(name_or_id(value.name, value.id));
  }
  auto* const list = new wxCheckListBox(content_, wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
  const int rows = std::clamp(static_cast<int>(ids.size()), 2, 6);
  list->SetMinSize({-1, rows * (list->GetCharHeight() + FromDIP(10)) + FromDIP(6)});
  const auto show = [list, ids, id](const Annotation& shown) {
    const auto values = values_of(shown, id);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const bool checked = std::find(values.begin(), values.end(), ids[i]) != values.end();
      if (list->IsChecked(static_cast<unsigned>(i)) != checked) list->Check(static_cast<unsigned>(i), checked);
    }
  };
  list->Bind(wxEVT_CHECKLISTBOX, [this, subject = *subject_, list, ids, id, show](wxCommandEvent&) {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (list->IsChecked(static_cast<unsigned>(i))) values.push_back(ids[i]);
    }
    const Storing result = set_attribute(subject, id, std::move(values));
    if (result != Storing::Done && stored() != nullptr) show(*stored());
  });
  add_field(attribute_name(attribute), list, show);
}

/// Digits choose in a choice, and tick in a list: 1 the first value; 0 takes the value of a choice away. In the choice
/// of labels, each has its own key.
void Inspector::on_key(wxKeyEvent& event) {
  const KeyPress press = KeyPress::from(event);
  wxWindow* const focused = FindFocus();
  const auto field = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const Field& each) { return focused != nullptr && each.control == focused; });
  const bool plain = !press.ctrl && !press.alt && !press.shift;
  if (field == fields_.end() || !plain) return event.Skip();
  const bool digit = press.key >= '0' && press.key <= '9';
  const auto choose = [](wxControl& control, wxEventType type, int item) {
    wxCommandEvent chosen(type, control.GetId());
    chosen.SetEventObject(&control);
    chosen.SetInt(item);
    control.GetEventHandler()->ProcessEvent(chosen);
  };
  if (auto* const list = dynamic_cast<wxCheckListBox*>(focused); list != nullptr && digit) {
    const int item = press.key - '1';
    if (item < 0 || item >= static_cast<int>(list->GetCount())) return;
    list->SetSelection(item);
    list->Check(static_cast<unsigned>(item), !list->IsChecked(static_cast<unsigned>(item)));
    choose(*list, wxEVT_CHECKLISTBOX, item);
  } else if (auto* const choice = dynamic_cast<wxChoice*>(focused)) {
    const std::optional<int> item =
        field == fields_.begin() ? label_with_key(press) : item_of_digit(*choice, press.key);
    if (!item) return event.Skip();
    choice->SetSelection(*item);
    choose(*choice, wxEVT_CHOICE, *item);
  } else {
    event.Skip();
  }
}

std::optional<int> Inspector::label_with_key(const KeyPress& press) const {
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    const Label* const label = editor_.schema().find(labels_[i]);
    if (label != nullptr && !label->key.empty() && KeyPress::parse(label->key) == press) return static_cast<int>(i);
  }
  return std::nullopt;
}

void Inspector::add_note() {
  add_title(_("Note"));
  add_text("", _("Note"), TextField::Lines::Several, 4, "");
  if (first_ == nullptr) first_ = fields_.back().control;
}

void Inspector::add_origin() {
  origin_ = new wxStaticText(content_, wxID_ANY, "");
  origin_->SetName(_("Origin"));
  origin_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  content_->GetSizer()->Add(origin_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(16)));
}

}  // namespace mitjul
