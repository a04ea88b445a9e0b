#include "ui/inspector.h"

#include <wx/checklst.h>
#include <wx/wupdlock.h>

#include <algorithm>

#include "core/annotation_checks.h"
#include "ui/annotation_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr std::uint32_t kMostQuoted = 400;
constexpr std::uint32_t kMostLinked = 40;

std::vector<std::string> values_of(const Annotation& annotation, const std::string& attribute) {
  const auto found = annotation.attributes.find(attribute);
  return found == annotation.attributes.end() ? std::vector<std::string>() : found->second;
}

std::string only_value(const Annotation& annotation, const std::string& attribute) {
  const auto values = values_of(annotation, attribute);
  return values.empty() ? std::string() : values.front();
}

wxString name_of(const std::string& name, const std::string& id) { return to_wx(name.empty() ? id : name); }

/// Relations of the set that hang on the annotation, or itself where it is one.
std::vector<const Annotation*> relations_of(const Annotation& annotation, const AnnotationSet& set) {
  if (annotation.relation() != nullptr) return {&annotation};
  std::vector<const Annotation*> relations;
  for (const auto& [id, other] : set.annotations()) {
    const Relation* const relation = other.relation();
    if (relation == nullptr) continue;
    const bool hangs =
        std::any_of(relation->arguments.begin(), relation->arguments.end(), [&](const Argument& argument) {
          return argument.target.document.empty() && argument.target.id == annotation.id;
        });
    if (hangs) relations.push_back(&other);
  }
  return relations;
}

std::string links_between(const std::vector<const Annotation*>& relations) {
  std::string links;
  for (const Annotation* const relation : relations) {
    links += to_string(relation->id) + " " + relation->label;
    for (const Argument& argument : relation->relation()->arguments) {
      links += " " + argument.role + "=" + to_string(argument.target);
    }
    links += "\n";
  }
  return links;
}

}  // namespace

Inspector::Inspector(wxWindow* parent, Editor& editor, Attempt attempt)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      editor_(editor),
      attempt_(std::move(attempt)) {
  SetName(_("Selected annotation"));
  SetScrollRate(0, FromDIP(16));
  SetSizer(new wxBoxSizer(wxVERTICAL));
  // Texts are wrapped to the width of the pane.
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (content_ != nullptr) {
      CallAfter([this] { fill(); });
    }
  });
  // Not as wx does it, which looks at the panel that holds all fields.
  Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) { bring_into_sight(event.GetWindow()); });
  build();
}

void Inspector::bring_into_sight(const wxWindow* window) {
  const int margin = FromDIP(28);  // of a field's title
  const int top = ScreenToClient(window->GetScreenPosition()).y - margin;
  const int bottom = top + margin + window->GetSize().y + FromDIP(8);
  const int height = GetClientSize().y;
  int unit = 0;
  GetScrollPixelsPerUnit(nullptr, &unit);
  if (unit == 0) return;
  const int view = GetViewStart().y;
  if (top < 0 || bottom - top > height) {
    Scroll(-1, view + (top - unit + 1) / unit);
  } else if (bottom > height) {
    Scroll(-1, view + (bottom - height + unit - 1) / unit);
  }
}

void Inspector::update(const EditorEvent& event) {
  if (!event.document && !event.annotations && !event.selection && !event.schema) return;
  rebuild_ = rebuild_ || event.schema;
  if (settling_) return;
  // Later: the event may have come from an edit that is not yet over, and what an input method was composing comes in
  // only after the focus has gone.
  settling_ = true;
  CallAfter([this] { settle(); });
}

void Inspector::settle() {
  settling_ = false;
  flush();
  std::optional<Subject> wanted;
  const Annotation* const selected = editor_.selected();
  if (selected != nullptr && editor_.document() != nullptr) {
    wanted = Subject{editor_.document()->document.info.key, editor_.set_key(), selected->id};
  }
  std::vector<std::string> links;
  if (selected != nullptr && editor_.set() != nullptr) {
    links.push_back(links_between(relations_of(*selected, *editor_.set())));
  }
  const bool same = wanted == subject_ && (selected == nullptr || selected->label == label_) && links == links_;
  if (same && !rebuild_) {
    fill();
    return;
  }
  subject_ = wanted;
  label_ = selected == nullptr ? std::string() : selected->label;
  links_ = links;
  rebuild_ = false;
  build();
}

void Inspector::flush() {
  for (TextField* const text : texts_) text->flush();
}

void Inspector::take_focus() {
  if (settling_) settle();
  if (first_ != nullptr) {
    first_->SetFocus();
  } else {
    SetFocus();
  }
}

const Annotation* Inspector::stored() const {
  return subject_ && is_shown(*subject_) ? find(*editor_.document(), *subject_) : nullptr;
}

bool Inspector::is_shown(const Subject& subject) const {
  return editor_.document() != nullptr && editor_.document()->document.info.key == subject.document;
}

const Annotation* Inspector::find(const AnnotatedDocument& document, const Subject& subject) {
  const AnnotationSet* const set = document.find_set(subject.set);
  return set == nullptr ? nullptr : set->find(subject.id);
}

bool Inspector::change(const Subject& subject, const char* name, const Alter& alter) {
  bool taken = false;
  attempt_([&]() -> Editor::Refusal {
    // A text that was left for another document still belongs to the one before.
    const bool shown = is_shown(subject);
    Workspace& workspace = editor_.workspace();
    const Annotation* const present = find(shown ? *editor_.document() : workspace.open(subject.document), subject);
    if (present == nullptr) return make_problem(ProblemCode::UnknownAnnotation, {to_string(subject.id)});
    const Annotation before = *present;
    Annotation changed = before;
    alter(changed);
    Editor::Refusal refusal;
    if (changed != before) {
      refusal = shown ? editor_.change(changed, name)
                      : workspace.perform({name, {AnnotationChange{subject.set, before, changed}}}).refused;
    }
    taken = !refusal;
    return refusal;
  });
  return taken;
}

bool Inspector::set_attribute(const Subject& subject, const std::string& attribute, std::vector<std::string> values) {
  return change(subject, "set-attribute", [&](Annotation& annotation) {
    if (values.empty()) {
      annotation.attributes.erase(attribute);
    } else {
      annotation.attributes[attribute] = std::move(values);
    }
  });
}

void Inspector::build() {
  const wxWindowUpdateLocker quiet(this);
  if (content_ != nullptr) {
    // Destroyed later: what is being left may be on its way out of one of its own events.
    content_->Hide();
    GetSizer()->Detach(content_);
    wxPanel* const old = content_;
    CallAfter([old] { old->Destroy(); });
  }
  fields_.clear();
  texts_.clear();
  first_ = nullptr;
  origin_ = nullptr;
  quote_ = nullptr;
  content_ = new wxPanel(this);
  content_->SetSizer(new wxBoxSizer(wxVERTICAL));
  GetSizer()->Add(content_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));

  const Annotation* const annotation = stored();
  if (annotation == nullptr) {
    auto* const hint = new wxStaticText(content_, wxID_ANY, _("Select an annotation to see and edit it here."));
    hint->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
    hint->Wrap(std::max(GetClientSize().x - FromDIP(16), FromDIP(160)));
    content_->GetSizer()->Add(hint, wxSizerFlags().Border(wxTOP, FromDIP(8)));
  } else {
    add_label();
    add_quote();
    for (const Attribute* const attribute : editor_.schema().attributes_of(annotation->label))
      add_attribute(*attribute);
    add_note();
    add_relations();
    add_origin();
    fill();
  }
  Layout();
  FitInside();
  Scroll(0, 0);
}

void Inspector::fill() {
  const Annotation* const annotation = stored();
  if (annotation == nullptr || quote_ == nullptr || origin_ == nullptr) return;
  for (const Field& field : fields_) field.show(*annotation);

  // A little less than there is: the scroll bar may yet come, and what does not fit would be cut off.
  const int width = std::max(GetClientSize().x - FromDIP(36), FromDIP(120));
  const auto say = [width](wxStaticText* label, const wxString& text) {
    label->SetLabelText(text);
    label->Wrap(width);
    label->InvalidateBestSize();
  };
  say(quote_, quote_of(*annotation, *editor_.document(), kMostQuoted));

  wxString origin;
  for (const Annotator& annotator : editor_.workspace().annotators()) {
    if (annotator.key == annotation->id.annotator) origin = to_wx(annotator.name);
  }
  if (origin.empty()) origin = to_wx(annotation->id.annotator.view());
  const Provenance& provenance = annotation->provenance;
  origin += "\n" + wxString::Format(_("Made %s"), local_time(provenance.created));
  if (provenance.modified) origin += "\n" + wxString::Format(_("Changed %s"), local_time(*provenance.modified));
  if (!provenance.origin.empty()) origin += "\n" + to_wx(provenance.origin);
  origin += "\n" + to_wx(to_string(annotation->id));
  say(origin_, origin);
  content_->InvalidateBestSize();
  content_->Layout();
  FitInside();
}

void Inspector::add_title(const wxString& text) {
  auto* const title = new wxStaticText(content_, wxID_ANY, text);
  title->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  content_->GetSizer()->Add(title, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
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

void Inspector::add_label() {
  add_title(_("Label"));
  const Schema& schema = editor_.schema();
  const Label* const present = schema.find(label_);
  const LabelKind kind = present == nullptr ? LabelKind::Span : present->kind;
  std::vector<std::string> ids;
  wxArrayString names;
  for (const Label& label : schema.labels) {
    if (label.kind != kind) continue;
    ids.push_back(label.id);
    names.Add(label_name(schema, label.id));
  }
  auto* const choice = new wxChoice(content_, wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
  const auto show = [choice, ids](const Annotation& annotation) {
    const auto found = std::find(ids.begin(), ids.end(), annotation.label);
    choice->SetSelection(found == ids.end() ? wxNOT_FOUND : static_cast<int>(found - ids.begin()));
  };
  choice->Bind(wxEVT_CHOICE, [this, subject = *subject_, ids, show](wxCommandEvent& event) {
    const std::string id = ids[static_cast<std::size_t>(event.GetSelection())];
    const bool taken = change(subject, "relabel", [&](Annotation& annotation) {
      annotation.label = id;
      std::erase_if(annotation.attributes, [&](const auto& attribute) {
        return editor_.schema().find_attribute(id, attribute.first) == nullptr;
      });
    });
    if (!taken && stored() != nullptr) show(*stored());
  });
  keep_wheel_from(choice);
  add_field(_("Label"), choice, show);
}

void Inspector::add_quote() {
  quote_ = new wxStaticText(content_, wxID_ANY, "");
  quote_->SetName(_("Quoted text"));
  content_->GetSizer()->Add(quote_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
}

void Inspector::add_attribute(const Attribute& attribute) {
  wxString name = name_of(attribute.name, attribute.id);
  if (attribute.required) name += " *";
  add_title(name);
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
  if (first_ == nullptr) first_ = fields_.back().control;
}

void Inspector::add_text_attribute(const Attribute& attribute) {
  const bool text = attribute.type == AttributeType::Text;
  const std::string id = attribute.id;
  auto* const field = new TextField(content_, text ? TextField::Lines::Several : TextField::Lines::One,
                                    [this, subject = *subject_, id](const std::string& value) {
                                      return set_attribute(
                                          subject, id, value.empty() ? std::vector<std::string>() : std::vector{value});
                                    });
  if (text) {
    field->SetMinSize({-1, 3 * field->GetCharHeight() + FromDIP(8)});
  } else if (attribute.type == AttributeType::Date) {
    field->SetHint(_("Year-month-day, 2026-11-21"));
  } else {
    field->SetHint(_("A number"));
  }
  keep_wheel_from(field);
  texts_.push_back(field);
  add_field(name_of(attribute.name, attribute.id), field,
            [field, id](const Annotation& annotation) { field->set_stored(only_value(annotation, id)); });
}

void Inspector::add_choice_attribute(const Attribute& attribute, const std::vector<AttributeValue>& values) {
  const std::string id = attribute.id;
  std::vector<std::string> ids;
  wxArrayString names;
  // What is required may still be missing until it has been chosen.
  const Annotation* const annotation = stored();
  if (!attribute.required || annotation == nullptr || values_of(*annotation, id).empty()) {
    ids.emplace_back();
    names.Add(wxString::FromUTF8("–"));
  }
  for (const AttributeValue& value : values) {
    ids.push_back(value.id);
    names.Add(name_of(value.name, value.id));
  }
  auto* const choice = new wxChoice(content_, wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
  const auto show = [choice, ids, id](const Annotation& shown) {
    const auto found = std::find(ids.begin(), ids.end(), only_value(shown, id));
    choice->SetSelection(found == ids.end() ? wxNOT_FOUND : static_cast<int>(found - ids.begin()));
  };
  choice->Bind(wxEVT_CHOICE, [this, subject = *subject_, ids, id, show](wxCommandEvent& event) {
    const std::string& value = ids[static_cast<std::size_t>(event.GetSelection())];
    const bool taken = set_attribute(subject, id, value.empty() ? std::vector<std::string>() : std::vector{value});
    if (!taken && stored() != nullptr) show(*stored());
  });
  keep_wheel_from(choice);
  add_field(name_of(attribute.name, attribute.id), choice, show);
}

void Inspector::add_choices_attribute(const Attribute& attribute) {
  const std::string id = attribute.id;
  std::vector<std::string> ids;
  wxArrayString names;
  for (const AttributeValue& value : attribute.values) {
    ids.push_back(value.id);
    names.Add(name_of(value.name, value.id));
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
    if (!set_attribute(subject, id, std::move(values)) && stored() != nullptr) show(*stored());
  });
  add_field(name_of(attribute.name, attribute.id), list, show);
}

void Inspector::add_note() {
  add_title(_("Note"));
  auto* const field =
      new TextField(content_, TextField::Lines::Several, [this, subject = *subject_](const std::string& value) {
        return change(subject, "note", [&](Annotation& annotation) { annotation.note = value; });
      });
  field->SetMinSize({-1, 4 * field->GetCharHeight() + FromDIP(8)});
  keep_wheel_from(field);
  texts_.push_back(field);
  add_field(_("Note"), field, [field](const Annotation& annotation) { field->set_stored(annotation.note); });
  if (first_ == nullptr) first_ = field;
}

wxButton* Inspector::add_jump(wxWindow* parent, const AnnotationRef& target, const wxString& text) {
  wxClientDC dc(parent);
  dc.SetFont(parent->GetFont());
  const wxString shortened = wxControl::Ellipsize(
      text, dc, wxELLIPSIZE_END, std::max(GetClientSize().x - FromDIP(160), FromDIP(80)), wxELLIPSIZE_FLAGS_NONE);
  auto* const button = new wxButton(parent, wxID_ANY, wxControl::EscapeMnemonics(shortened), wxDefaultPosition,
                                    wxDefaultSize, wxBU_LEFT);
  button->SetToolTip(_("Go to this annotation"));
  button->SetMinSize({FromDIP(60), -1});
  button->Bind(wxEVT_BUTTON, [this, target](wxCommandEvent&) {
    attempt_([this, &target]() -> Editor::Refusal {
      if (!target.document.empty()) editor_.show(target.document);
      editor_.select_annotation(target.id);
      return {};
    });
  });
  return button;
}

void Inspector::add_relations() {
  const Annotation* const annotation = stored();
  const AnnotationSet* const set = editor_.set();
  if (annotation == nullptr || set == nullptr) return;
  const auto relations = relations_of(*annotation, *set);
  if (relations.empty()) return;
  const Schema& schema = editor_.schema();
  add_title(annotation->relation() != nullptr ? _("Ends") : _("Relations"));
  auto* const grid = new wxFlexGridSizer(2, {FromDIP(8), FromDIP(4)});
  grid->AddGrowableCol(1);
  for (const Annotation* const relation : relations) {
    for (const Argument& argument : relation->relation()->arguments) {
      const bool itself = argument.target.document.empty() && argument.target.id == annotation->id;
      if (itself) continue;
      wxString role = to_wx(argument.role);
      const Label* const label = schema.find(relation->label);
      if (label != nullptr) {
        for (const Role& known : label->roles) {
          if (known.id == argument.role) role = name_of(known.name, known.id);
        }
      }
      const Annotation* const target =
          argument.target.document.empty() ? editor_.document()->find(argument.target.id) : nullptr;
      const wxString quote =
          target != nullptr ? quote_of(*target, *editor_.document(), kMostLinked) : to_wx(to_string(argument.target));
      if (annotation->relation() != nullptr) {
        grid->Add(new wxStaticText(content_, wxID_ANY, role), wxSizerFlags().CenterVertical());
      } else {
        wxButton* const kind = add_jump(content_, {{}, relation->id}, label_name(schema, relation->label));
        kind->SetToolTip(_("Go to this relation"));
        grid->Add(kind, wxSizerFlags().CenterVertical().Expand());
      }
      grid->Add(add_jump(content_, argument.target, quote), wxSizerFlags().Expand().CenterVertical());
    }
  }
  content_->GetSizer()->Add(grid, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
}

void Inspector::add_origin() {
  origin_ = new wxStaticText(content_, wxID_ANY, "");
  origin_->SetName(_("Origin"));
  origin_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  content_->GetSizer()->Add(origin_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(16)));
}

}  // namespace mitjul
