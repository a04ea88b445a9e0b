#include "ui/document_labels.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/annotation_edits.h"
#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/key_press.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

/// What is said with a label: `주제: 경제, 산업`.
wxString words_of(const Schema& schema, const Label& label, const std::vector<const Annotation*>& annotations) {
  wxString words = name_or_id(label.name, label.id);
  if (annotations.empty()) return words;
  if (annotations.size() > 1) words += wxString::FromUTF8(" ×") + grouped(annotations.size());
  wxString said;
  const auto say = [&](const wxString& more) { said += (said.empty() ? "" : ", ") + more; };
  for (const Attribute* const attribute : schema.attributes_of(label.id)) {
    const std::vector<std::string> values = values_of(*annotations.front(), attribute->id);
    if (!values.empty()) say(attribute_name(*attribute) + " " + value_words(*attribute, values));
    if (values.empty() && attribute->required) say(attribute_name(*attribute) + " " + _("required"));
  }
  if (!annotations.front()->note.empty()) say(_("with a note"));
  return said.empty() ? words : words + ": " + said;
}

}  // namespace

std::vector<const Annotation*> on_document(const std::vector<const Annotation*>& listed) {
  const auto first =
      std::find_if(listed.rbegin(), listed.rend(), [](const Annotation* each) { return !each->on_document(); });
  return {first.base(), listed.end()};
}

std::vector<DocumentLabelRow> document_label_rows(const Schema& schema,
                                                  const std::vector<const Annotation*>& annotations) {
  std::map<std::string_view, std::vector<const Annotation*>> by_label;
  for (const Annotation* const each : annotations) {
    if (each->on_document()) by_label[each->label].push_back(each);
  }
  std::map<std::string_view, int> depths;
  std::vector<DocumentLabelRow> rows;
  for (const Label& label : schema.labels) {
    if (label.kind != LabelKind::Document) continue;
    const auto above = depths.find(label.parent);
    const int depth = above == depths.end() ? 0 : above->second + 1;
    depths[label.id] = depth;
    const std::vector<const Annotation*>& present = by_label[label.id];
    DocumentLabelRow row{label.id, depth, {}, words_of(schema, label, present)};
    for (const Annotation* const each : present) row.annotations.push_back(each->id);
    rows.push_back(std::move(row));
  }
  return rows;
}

DocumentLabels::DocumentLabels(wxWindow* parent, Editor& editor, Attempt attempt, std::function<void()> edit)
    : wxPanel(parent),
      editor_(editor),
      attempt_(std::move(attempt)),
      edit_(std::move(edit)),
      list_(new wxCheckListBox(this, wxID_ANY)),
      button_(new wxButton(this, wxID_ANY, _("Attributes and &Note"))) {
  auto* const title = new wxStaticText(this, wxID_ANY, _("Document labels"));
  title->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  list_->SetName(_("Document labels"));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(title, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
  sizer->Add(list_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
  sizer->Add(button_, wxSizerFlags().Border(wxTOP, FromDIP(4)));
  SetSizer(sizer);
  list_->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent& event) {
    list_->SetSelection(event.GetInt());
    tick(rows_[static_cast<std::size_t>(event.GetInt())]);
  });
  list_->Bind(wxEVT_LISTBOX,
              [this](wxCommandEvent&) { button_->Enable(chosen() != nullptr && !chosen()->annotations.empty()); });
  list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { edit_chosen(); });
  list_->Bind(wxEVT_CHAR_HOOK, &DocumentLabels::on_key, this);
  button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { edit_chosen(); });
  fill();
}

bool DocumentLabels::fill() {
  const bool shown = editor_.document() != nullptr;
  std::vector<DocumentLabelRow> rows;
  if (shown) rows = document_label_rows(editor_.schema(), on_document(editor_.own_listed()));
  Show(!rows.empty());
  const int selected = list_->GetSelection();
  const bool changed = rows != rows_;
  if (changed) {
    rows_ = std::move(rows);
    wxArrayString names;
    for (const DocumentLabelRow& row : rows_) {
      names.Add(wxString(' ', static_cast<std::size_t>(4 * row.depth)) + row.words);
    }
    list_->Set(names);
    if (selected >= 0 && selected < static_cast<int>(rows_.size())) list_->SetSelection(selected);
    const int lines = std::clamp(static_cast<int>(rows_.size()), 1, 8);
    list_->SetMinSize({-1, lines * (list_->GetCharHeight() + FromDIP(10)) + FromDIP(6)});
  }
  // What was refused is not there, although the user ticked it.
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool ticked = !rows_[i].annotations.empty();
    const auto place = static_cast<unsigned>(i);
    if (list_->IsChecked(place) != ticked) list_->Check(place, ticked);
  }
  if (!rows_.empty() && list_->GetSelection() == wxNOT_FOUND) list_->SetSelection(0);
  button_->Enable(chosen() != nullptr && !chosen()->annotations.empty());
  return changed;
}

const DocumentLabelRow* DocumentLabels::chosen() const {
  const int selected = list_->GetSelection();
  return selected == wxNOT_FOUND ? nullptr : &rows_[static_cast<std::size_t>(selected)];
}

/// Puts the label on the document, or takes it off, in one edit.
void DocumentLabels::tick(const DocumentLabelRow& row) {
  attempt_([&] {
    Edit edit;
    if (row.annotations.empty()) edit = annotate(editor_.set_key(), row.label, WholeDocument{});
    for (const AnnotationId& id : row.annotations) {
      Edit one = delete_annotation(*editor_.document(), id);
      edit.name = one.name;
      for (Change& change : one.changes) {
        const bool there = std::find(edit.changes.begin(), edit.changes.end(), change) != edit.changes.end();
        if (!there) edit.changes.push_back(std::move(change));
      }
    }
    // The list stays, for the next label.
    return editor_.perform(std::move(edit), [this] { editor_.select_annotation(std::nullopt, false); });
  });
  fill();
}

void DocumentLabels::on_key(wxKeyEvent& event) {
  const KeyPress press = KeyPress::from(event);
  if (press.ctrl || press.alt || press.shift) return event.Skip();
  const int digit = press.key - '1';
  if (press.key == WXK_RETURN) {
    edit_chosen();
  } else if (press.key == WXK_SPACE && chosen() != nullptr) {
    tick(*chosen());
  } else if (digit >= 0 && digit < 9 && digit < static_cast<int>(rows_.size())) {
    list_->SetSelection(digit);
    tick(rows_[static_cast<std::size_t>(digit)]);
  } else {
    event.Skip();
  }
}

void DocumentLabels::edit_chosen() {
  const DocumentLabelRow* const row = chosen();
  if (row == nullptr || row->annotations.empty()) return;
  const AnnotationId id = row->annotations.front();
  attempt_([this, &id]() -> Editor::Refusal {
    editor_.select_annotation(id);
    return {};
  });
  edit_();
}

}  // namespace mitjul
