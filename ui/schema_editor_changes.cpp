// What the schema editor does to labels.

#include <wx/filedlg.h>

#include <algorithm>

#include "core/file_io.h"
#include "core/label_merging.h"
#include "export/schema_formats.h"
#include "import/schema_formats.h"
#include "messages/schema_words.h"
#include "messages/sentences.h"
#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/failure.h"
#include "ui/filled_in.h"
#include "ui/label_chooser.h"
#include "ui/label_form.h"
#include "ui/list_dialog.h"
#include "ui/named_problem.h"
#include "ui/propose_dialog.h"
#include "ui/schema_editor.h"
#include "ui/schema_proposing.h"
#include "ui/schema_tree.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

wxString count_words(std::int64_t annotations) { return count_of_annotations(static_cast<std::uint64_t>(annotations)); }

wxString count_of_words(std::int64_t count) {
  const auto number = static_cast<unsigned>(count);
  return wxString::Format(wxPLURAL("%s word", "%s words", number), grouped(number));
}

wxString count_of_relations(std::int64_t count) {
  const auto number = static_cast<unsigned>(count);
  return wxString::Format(wxPLURAL("%s relation", "%s relations", number), grouped(number));
}

}  // namespace

SchemaAnswer SchemaEditor::refused(const Problem& problem) const {
  return {Storing::Refused, to_wx(sentence(with_names(problem, editor_.schema(), nullptr, tree_->selected())))};
}

SchemaAnswer SchemaEditor::change(const SchemaOperation& operation, AskFirst ask) {
  // While a question is open, and in the middle of a text that would be proposed: it is offered again.
  auto* const field = dynamic_cast<TextField*>(FindFocus());
  const bool writing = field != nullptr && field->IsMultiLine() && only_proposes(editor_.workspace());
  if (changing_ || writing) return {Storing::Failed, {}};
  SchemaAnswer answer;
  changing_ = true;
  try {
    const SchemaAfter after = schema_after(editor_.schema(), operation);
    if (!after.problems.empty()) {
      answer = refused(after.problems.front());
    } else if (ask == AskFirst::Yes && !agrees_to(operation)) {
      answer = {Storing::Refused, {}};
    } else {
      const SchemaStep step = change_or_propose(editor_, operation, [this](const SchemaOperation& proposed) {
        wxWindow* const above = wxGetTopLevelParent(FindFocus());
        return ask_why(above == nullptr ? this : above, editor_.workspace(), proposed);
      });
      if (step.refused) {
        answer = refused(*step.refused);
      } else if (step.kind != SchemaStep::Kind::Performed) {
        answer = {Storing::Refused, {}, step.kind == SchemaStep::Kind::Proposed};
      }
      if (answer.proposed) show_stored();
    }
  } catch (...) {
    answer = {Storing::Failed, failure_sentence()};
  }
  changing_ = false;
  if (answer.done()) fill();
  return answer;
}

SchemaAnswer SchemaEditor::perform(const Edit& edit) {
  if (changing_) return {Storing::Failed, {}};
  SchemaAnswer answer;
  changing_ = true;
  try {
    if (const Editor::Refusal refusal = editor_.perform(edit)) answer = refused(*refusal);
  } catch (...) {
    answer = {Storing::Failed, failure_sentence()};
  }
  changing_ = false;
  if (answer.done()) fill();
  return answer;
}

bool SchemaEditor::agrees_to(const SchemaOperation& operation) {
  const SchemaEffect effect = editor_.workspace().effect_of(operation);
  if (effect.values_lost == 0) return true;
  return ask(wxString::Format(_("With this, %s will lose a value."), count_words(effect.values_lost)), _("&Change"));
}

bool SchemaEditor::ask(const wxString& question, const wxString& yes) {
  wxMessageDialog dialog(this, question, _("Edit Schema"), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
  dialog.SetYesNoLabels(yes, _("&Cancel"));
  return dialog.ShowModal() == wxID_YES;
}

void SchemaEditor::step_back(bool undo) {
  wxWindow* const focus = FindFocus();
  flush();
  changing_ = true;
  try {
    const Editor::Refusal refusal = undo ? editor_.undo() : editor_.redo();
    if (refusal) say(refusal_words(*refusal, editor_));
  } catch (...) {
    say(failure_sentence());
  }
  changing_ = false;
  fill();
  if (focus != nullptr) focus->SetFocus();
}

void SchemaEditor::make(NewLabelDialog::Plan plan, const std::function<SchemaOperation(const Label&)>& operation) {
  std::string made;
  NewLabelDialog dialog(this, editor_.schema(), std::move(plan), [&](const Label& label) {
    made = label.id;
    return change(operation(label), AskFirst::No);
  });
  if (dialog.ShowModal() != wxID_OK) return;
  search_->Clear();
  tree_->select(made);
}

void SchemaEditor::add(Place place) {
  flush();
  const Label* const beside = chosen();
  const LabelKind kind = beside == nullptr ? LabelKind::Span : beside->kind;
  std::string parent;
  if (beside != nullptr) parent = place == Place::Below ? beside->id : beside->parent;
  NewLabelDialog::Plan plan{
      _("New Label"), {}, proposed_label(editor_.schema(), kind, parent), place == Place::Beside && parent.empty()};
  if (const Label* const above = editor_.schema().find(parent)) {
    plan.about = wxString::Format(_("Comes in below \"%s\"."), name_or_id(above->name, above->id));
  }
  const std::string behind =
      beside != nullptr && place == Place::Beside ? label_behind(editor_.schema(), beside->id) : "";
  make(std::move(plan), [&](const Label& label) -> SchemaOperation {
    return AddLabel{label, label.kind == kind ? behind : std::string()};
  });
}

void SchemaEditor::split() {
  flush();
  const Label* const label = chosen();
  if (label == nullptr) return;
  const std::string id = label->id;
  NewLabelDialog::Plan plan{_("Split Label"), {}, proposed_label(editor_.schema(), label->kind, label->parent), false};
  plan.about =
      wxString::Format(_("The new label begins with the attributes and rules of \"%s\"."), name_or_id(label->name, id));
  if (const std::int64_t count = counts_.of_label(id); count > 0) {
    plan.about +=
        " " +
        filled_in(
            _("Once the schema is published, %s with \"%s\" will wait for review: they stay, or get the new label."),
            {count_words(count), name_or_id(label->name, id)});
  }
  make(std::move(plan), [&](const Label& made) -> SchemaOperation { return SplitLabel{id, made}; });
}

void SchemaEditor::merge() {
  flush();
  const Label* const label = chosen();
  if (label == nullptr) return;
  LabelChooser::Offer offer{editor_.schema(), {}, {}, {}};
  offer.purpose = wxString::Format(_("\"%s\" goes into:"), name_or_id(label->name, label->id));
  for (const Label& other : editor_.schema().labels) {
    if (can_merge(*label, other)) offer.labels.push_back(other.id);
  }
  if (offer.labels.empty()) {
    return say(label->kind == LabelKind::Relation ? _("There is no other relation with the same roles.")
                                                  : _("There is no other label of this kind."));
  }
  const auto into = LabelChooser(this, std::move(offer), theme_, tree_->ClientToScreen(wxPoint(40, 40))).choose();
  if (into) merge_into(*into);
}

void SchemaEditor::merge_into(const std::string& into) {
  const Label* const label = chosen();
  const MergeLabels merge{tree_->selected(), into};
  try {
    // What cannot be done is not asked for.
    if (label != nullptr && schema_after(editor_.schema(), merge).problems.empty()) {
      const SchemaEffect effect = editor_.workspace().effect_of(merge);
      const wxString from = name_or_id(label->name, label->id);
      const wxString target = label_name(editor_.schema(), into);
      wxString question = filled_in(_("%s will have the label \"%s\" in place of \"%s\"."),
                                    {count_words(effect.retagged), target, from});
      if (effect.words > 0)
        question += " " + wxString::Format(_("So will %s of the word list."), count_of_words(effect.words));
      if (effect.values_lost > 0) {
        question += " " + wxString::Format(_("%s will lose values of attributes that are of another type there."),
                                           count_words(effect.values_lost));
      }
      if (effect.retagged + effect.words > 0 && !ask(question, _("&Merge"))) return;
    }
  } catch (...) {
    return say(failure_sentence());
  }
  const SchemaAnswer answer = change(merge, AskFirst::No);
  say(answer);
  if (answer.done()) tree_->select(into);
}

void SchemaEditor::remove() {
  flush();
  const Label* const label = chosen();
  if (label == nullptr) return;
  const DeleteLabel deletion{label->id};
  try {
    if (schema_after(editor_.schema(), deletion).problems.empty()) {
      const SchemaEffect effect = editor_.workspace().effect_of(deletion);
      if (effect.deleted + effect.words > 0) {
        wxString question = wxString::Format(_("%s would go with the label \"%s\"."), count_words(effect.deleted),
                                             name_or_id(label->name, label->id));
        if (effect.relations > 0) {
          question +=
              " " + wxString::Format(_("%s to other annotations would go, too."), count_of_relations(effect.relations));
        }
        if (effect.words > 0) {
          question += " " + wxString::Format(_("%s of the word list would lose it."), count_of_words(effect.words));
        }
        wxMessageDialog dialog(this, question, _("Delete Label"),
                               wxYES_NO | wxCANCEL | wxCANCEL_DEFAULT | wxICON_QUESTION);
        dialog.SetYesNoCancelLabels(_("Give Them &Another Label..."), _("&Delete Them, Too"), _("&Cancel"));
        const int answer = dialog.ShowModal();
        if (answer == wxID_YES) return merge();
        if (answer != wxID_NO) return;
      }
    }
  } catch (...) {
    return say(failure_sentence());
  }
  say(change(deletion, AskFirst::No));
}

// --- Files ---

void SchemaEditor::say_losses(const wxString& title, const std::vector<SchemaLoss>& losses) {
  if (losses.empty()) return;
  wxArrayString sentences;
  for (const SchemaLoss& loss : losses) sentences.Add(to_wx(sentence(loss)));
  show_list(this, title, sentences);
}

void SchemaEditor::import_schema() {
  flush();
  wxString patterns;
  for (const SchemaImportFormat& format : schema_import_formats()) {
    for (const std::string_view extension : format.extensions) {
      const wxString pattern = "*." + to_wx(extension);
      if (patterns.Find(pattern) == wxNOT_FOUND) patterns += (patterns.empty() ? "" : ";") + pattern;
    }
  }
  wxFileDialog dialog(this, _("Import Schema"), "", "",
                      _("Schemas") + " (" + patterns + ")|" + patterns + "|" + _("All files") + "|*",
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return;
  try {
    const SchemaFile file = read_schema(path_from_utf8(to_utf8(dialog.GetPath())));
    if (!file.problems.empty()) {
      wxArrayString sentences;
      for (const Problem& problem : file.problems) sentences.Add(to_wx(sentence(problem)));
      return show_list(this, _("This schema cannot be used"), sentences);
    }
    const SchemaAnswer answer = change(ReplaceSchema{file.schema}, AskFirst::No);
    say(answer);
    if (answer.done()) say_losses(_("What did not come in"), file.losses);
  } catch (...) {
    say(failure_sentence());
  }
}

void SchemaEditor::export_schema() {
  flush();
  const std::vector<SchemaExportFormat>& formats = schema_export_formats();
  wxString kinds;
  for (const SchemaExportFormat& format : formats) {
    const wxString pattern = "*." + to_wx(format.extension);
    kinds += (kinds.empty() ? "" : "|") + wxGetTranslation(to_wx(format.name)) + " (" + pattern + ")|" + pattern;
  }
  wxFileDialog dialog(this, _("Export Schema"), "", to_wx(editor_.schema().name) + ".xml", kinds,
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return;
  const SchemaExportFormat& format = formats[static_cast<std::size_t>(std::max(dialog.GetFilterIndex(), 0))];
  std::filesystem::path path = path_from_utf8(to_utf8(dialog.GetPath()));
  // Who chose another format afterwards still has the name for the first.
  path.replace_extension(std::string(format.extension));
  try {
    const WrittenSchema written = format.write(editor_.schema());
    put_in_place(written, path);
    say(wxString::Format(_("The schema is in %s."), to_wx(path_to_utf8(path.filename()))));
    say_losses(_("What the file does not hold"), written.losses);
  } catch (...) {
    say(failure_sentence());
  }
}

}  // namespace mitjul
