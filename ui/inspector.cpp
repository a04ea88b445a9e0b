#include "ui/inspector.h"

#include <wx/checklst.h>
#include <wx/wupdlock.h>

#include <algorithm>

#include "core/annotation_checks.h"
#include "core/annotation_edits.h"
#include "ui/annotation_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kFrameMilliseconds = 30;

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
      attempt_(std::move(attempt)),
      settle_later_(this) {
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
  Bind(
      wxEVT_TIMER, [this](wxTimerEvent&) { settle(); }, settle_later_.GetId());
  build({});
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
  relations_changed_ = relations_changed_ || event.document || (event.annotations && touches_relations(event.changed));
  if (settling_) return;
  // Later: the event may have come from an edit that is not yet over, and what an input method was composing comes in
  // only after the focus has gone. Behind the next frame: making the fields takes longer than drawing the text.
  settling_ = true;
  settle_later_.StartOnce(kFrameMilliseconds);
}

std::optional<Inspector::Subject> Inspector::wanted() const {
  const Annotation* const selected = editor_.selected();
  if (selected == nullptr) return std::nullopt;
  return Subject{editor_.document()->document.info.key, editor_.set_key(), selected->id};
}

bool Inspector::touches_relations(const std::vector<AnnotationId>& changed) const {
  const AnnotationSet* const set = editor_.set();
  return changed.empty() || std::any_of(changed.begin(), changed.end(), [&](const AnnotationId& id) {
           const Annotation* const annotation = set == nullptr ? nullptr : set->find(id);
           return (annotation != nullptr && annotation->relation() != nullptr) ||
                  std::find(shown_relations_.begin(), shown_relations_.end(), id) != shown_relations_.end();
         });
}

void Inspector::settle() {
  settling_ = false;
  settle_later_.Stop();
  bool other = false;  // than the fields were built for
  Relations relations;
  std::string links;
  const auto compare = [&] {
    const Annotation* const selected = editor_.selected();
    other = rebuild_ || wanted() != subject_ || (selected != nullptr && selected->label != label_);
    if (!other && !relations_changed_) return;
    relations = selected == nullptr || editor_.set() == nullptr ? Relations() : relations_of(*selected, *editor_.set());
    links = links_between(relations);
    other = other || links != links_;
  };
  compare();
  if (other && is_typed_in()) {
    flush();
    compare();
  }
  relations_changed_ = false;
  if (!other) {
    fill();
    return;
  }
  keep_unstored();
  subject_ = wanted();
  label_ = editor_.selected() == nullptr ? std::string() : editor_.selected()->label;
  links_ = links;
  shown_relations_.clear();
  for (const Annotation* const relation : relations) shown_relations_.push_back(relation->id);
  rebuild_ = false;
  build(relations);
}

void Inspector::flush() {
  for (const TextOf& text : texts_) {
    if (!text.control->flush()) return;
  }
  for (auto kept = unstored_.begin(); kept != unstored_.end();) {
    auto& [place, unstored] = *kept;
    const Storing result = unstored.refused ? Storing::Refused : store(place.first, place.second, unstored.value);
    if (result == Storing::Failed) return;
    unstored.refused = result == Storing::Refused;
    kept = result == Storing::Done ? unstored_.erase(kept) : std::next(kept);
  }
}

bool Inspector::is_typed_in() const {
  return std::any_of(texts_.begin(), texts_.end(), [](const TextOf& text) { return text.control->pending(); });
}

bool Inspector::has_unstored() const {
  return is_typed_in() ||
         std::any_of(unstored_.begin(), unstored_.end(), [](const auto& kept) { return !kept.second.refused; });
}

void Inspector::keep_unstored() {
  for (const TextOf& text : texts_) {
    if (const auto unstored = text.control->unstored()) unstored_[{*subject_, text.field}] = *unstored;
  }
}

void Inspector::put_back_unstored() {
  for (const TextOf& text : texts_) {
    const auto kept = unstored_.find({*subject_, text.field});
    if (kept == unstored_.end()) continue;
    text.control->put_back(kept->second);
    unstored_.erase(kept);
  }
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

Storing Inspector::change(const Subject& subject, const char* name, const Alter& alter) {
  Storing result = Storing::Failed;  // what an `Error` leaves it at
  attempt_([&]() -> Editor::Refusal {
    // A text that was left for another document still belongs to the one before.
    const bool shown = is_shown(subject);
    Workspace& workspace = editor_.workspace();
    const Annotation* const present = find(shown ? *editor_.document() : workspace.open(subject.document), subject);
    if (present == nullptr) {
      result = Storing::Refused;
      return make_problem(ProblemCode::UnknownAnnotation, {to_string(subject.id)});
    }
    const Annotation before = *present;
    Annotation changed = before;
    alter(changed);
    Editor::Refusal refusal;
    if (changed != before) {
      refusal = shown ? editor_.change(changed, name)
                      : workspace.perform({name, {AnnotationChange{subject.set, before, changed}}}).refused;
    }
    result = refusal ? Storing::Refused : Storing::Done;
    return refusal;
  });
  return result;
}

Storing Inspector::set_attribute(const Subject& subject, const std::string& attribute,
                                 std::vector<std::string> values) {
  return change(subject, "set-attribute", [&](Annotation& annotation) {
    if (values.empty()) {
      annotation.attributes.erase(attribute);
    } else {
      annotation.attributes[attribute] = std::move(values);
    }
  });
}

Storing Inspector::store(const Subject& subject, const std::string& field, const std::string& value) {
  if (field.empty()) {
    return change(subject, "note", [&](Annotation& annotation) { annotation.note = value; });
  }
  return set_attribute(subject, field, value.empty() ? std::vector<std::string>() : std::vector{value});
}

void Inspector::build(const Relations& relations) {
  const wxWindowUpdateLocker quiet(this);
  wxWindow* const focused = FindFocus();
  const bool had_focus = content_ != nullptr && focused != nullptr && content_->IsDescendant(focused);
  const wxString focused_name = had_focus ? focused->GetName() : wxString();
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
  content_->SetName(GetName());
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
    add_relations(relations);
    add_origin();
    fill();
    put_back_unstored();
  }
  Layout();
  FitInside();
  Scroll(0, 0);
  if (!had_focus) return;
  // The focus went with the field that had it: its counterpart takes it.
  const auto counterpart = std::find_if(fields_.begin(), fields_.end(),
                                        [&](const Field& field) { return field.control->GetName() == focused_name; });
  if (counterpart != fields_.end()) {
    counterpart->control->SetFocus();
  } else {
    take_focus();
  }
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
    const Storing result = change(subject, "relabel", [&](Annotation& annotation) {
      const Edit edit = relabel(subject.set, annotation, id, editor_.schema());
      annotation = *std::get<AnnotationChange>(edit.changes.front()).after;
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
  const wxString name = name_of(attribute.name, attribute.id);
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
    const Storing result = set_attribute(subject, id, value.empty() ? std::vector<std::string>() : std::vector{value});
    if (result != Storing::Done && stored() != nullptr) show(*stored());
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
    const Storing result = set_attribute(subject, id, std::move(values));
    if (result != Storing::Done && stored() != nullptr) show(*stored());
  });
  add_field(name_of(attribute.name, attribute.id), list, show);
}

void Inspector::add_note() {
  add_title(_("Note"));
  add_text("", _("Note"), TextField::Lines::Several, 4, "");
  if (first_ == nullptr) first_ = fields_.back().control;
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

void Inspector::add_relations(const Relations& relations) {
  const Annotation* const annotation = stored();
  if (annotation == nullptr || relations.empty()) return;
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
