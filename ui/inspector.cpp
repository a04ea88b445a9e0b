#include "ui/inspector.h"

#include <wx/wupdlock.h>

#include <algorithm>

#include "ui/annotation_words.h"
#include "ui/document_labels.h"
#include "ui/history_words.h"
#include "ui/problem_note.h"
#include "ui/problem_review.h"
#include "ui/review_note.h"
#include "ui/wrapped_text.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kFrameMilliseconds = 30;

constexpr std::uint32_t kMostQuoted = 400;

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

Inspector::Inspector(wxWindow* parent, Editor& editor, const ProblemReview& problems, const KeyMap& keys,
                     Attempt attempt, Guarded guarded)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      editor_(editor),
      problems_(problems),
      keys_(keys),
      attempt_(std::move(attempt)),
      guarded_(std::move(guarded)),
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
  Bind(wxEVT_CHAR_HOOK, &Inspector::on_key, this);
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
  return Subject{editor_.document()->document.info.key, editor_.set_of(selected->id)->key(), selected->id};
}

bool Inspector::touches_relations(const std::vector<AnnotationId>& changed) const {
  const AnnotatedDocument* const document = editor_.document();
  return changed.empty() || std::any_of(changed.begin(), changed.end(), [&](const AnnotationId& id) {
           const Annotation* const annotation = document == nullptr ? nullptr : document->find(id);
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
    relations.clear();
    if (selected != nullptr) {
      relations = selected->relation() != nullptr ? Relations{selected} : editor_.relations_at(selected->id);
    }
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
  } else if (!take_focus_to_document_labels()) {
    SetFocus();
  }
}

bool Inspector::take_focus_to_document_labels() {
  if (settling_) settle();
  if (document_labels_ == nullptr || !document_labels_->IsShown()) return false;
  document_labels_->take_focus();
  return true;
}

void Inspector::take_focus_to(const std::string& attribute) {
  if (settling_) settle();
  const auto field = attribute_fields_.find(attribute);
  if (field != attribute_fields_.end()) field->second->SetFocus();
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
  attribute_fields_.clear();
  first_ = nullptr;
  origin_ = nullptr;
  quote_ = nullptr;
  document_labels_ = nullptr;
  review_note_ = nullptr;
  problem_note_ = nullptr;
  history_pane_ = nullptr;
  history_ = nullptr;
  history_read_at_ = -1;
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
    add_document_labels();
  } else {
    add_reason_to_read();
    add_label();
    add_quote();
    add_notes();
    for (const Attribute* const attribute : editor_.schema().attributes_of(annotation->label))
      add_attribute(*attribute);
    add_note();
    add_relations(relations);
    add_origin();
    add_history();
    fill();
    put_back_unstored();
    if (!is_own()) {
      for (const Field& field : fields_) field.control->Disable();
    }
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
  if (document_labels_ != nullptr && document_labels_->fill()) lay_out();
  const Annotation* const annotation = stored();
  if (annotation == nullptr || quote_ == nullptr || origin_ == nullptr) return;
  for (const Field& field : fields_) field.show(*annotation);

  const int width = width_of_lines();
  say_wrapped(*quote_, quote_of(*annotation, *editor_.document(), kMostQuoted), width);

  show_problems();
  review_note_->show(*annotation, editor_.schema(), width);

  const auto& annotators = editor_.workspace().annotators();
  wxString origin = editor_.name_of(subject_->set);
  const Provenance& provenance = annotation->provenance;
  origin +=
      "\n" + wxString::Format(_("Made %s"), local_time(provenance.created)) + ", " + method_name(provenance.method);
  if (provenance.modified) origin += "\n" + wxString::Format(_("Changed %s"), local_time(*provenance.modified));
  if (provenance.confirmed) {
    origin += "\n" + wxString::Format(_("Confirmed %s, %s"), local_time(*provenance.confirmed),
                                      annotator_name(annotators, provenance.confirmed_by));
  }
  if (!provenance.origin.empty()) origin += "\n" + origin_words(provenance.origin);
  origin += "\n" + to_wx(to_string(annotation->id));
  say_wrapped(*origin_, origin, width);
  fill_history();
  lay_out();
}

/// A little less than there is: the scroll bar may yet come, and what does not fit would be cut off.
int Inspector::width_of_lines() const { return std::max(GetClientSize().x - FromDIP(36), FromDIP(120)); }

void Inspector::show_problems() {
  problem_note_->show(problems_.rows().of(subject_->document, subject_->id), editor_.schema(), width_of_lines());
}

void Inspector::take_in_problems() {
  if (stored() == nullptr || problem_note_ == nullptr) return;
  const wxSize before = problem_note_->IsShown() ? problem_note_->GetBestSize() : wxSize();
  show_problems();
  if (before != (problem_note_->IsShown() ? problem_note_->GetBestSize() : wxSize())) lay_out();
}

void Inspector::lay_out() {
  content_->InvalidateBestSize();
  content_->Layout();
  FitInside();
}

}  // namespace mitjul
