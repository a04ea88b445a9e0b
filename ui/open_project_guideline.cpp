// What an open project does with guideline, attribute keys and labels of the document.

#include <algorithm>

#include "core/error.h"
#include "ui/annotation_words.h"
#include "ui/attribute_key.h"
#include "ui/attribute_words.h"
#include "ui/document_labels.h"
#include "ui/open_project.h"

namespace mitjul {
namespace {

// A longer document would take longer to be read than a pointer rests on its name.
constexpr std::uint32_t kLongestRead = 200000;  // code points

}  // namespace

GuidelinePanel::Host OpenProject::guideline_host() {
  GuidelinePanel::Host host;
  host.rule = [this] { return rules_.at_caret(); };
  return host;
}

void OpenProject::show_rule() {
  workbench_->show_guideline();
  workbench_->guideline().go_to_rule();
  if (!workbench_->guideline().has_rules()) say(_("The guideline of this project has no rules for claims."));
}

wxString OpenProject::labels_of(const DocumentSummary& document) {
  const auto& labels = editor_.schema().labels;
  const bool has_labels =
      std::any_of(labels.begin(), labels.end(), [](const Label& each) { return each.kind == LabelKind::Document; });
  if (!has_labels || document.code_points > kLongestRead) return {};
  std::optional<AnnotatedDocument> read;
  const AnnotationSet* set = editor_.set();
  if (document.key != editor_.set_key().document) {
    try {
      read = texts_.load(document.key);
    } catch (const Error&) {
      return {};  // whoever opens it is told why
    }
    set = read->find_set({document.key, editor_.workspace().annotator()});
  }
  if (set == nullptr) return {};
  std::vector<const Annotation*> annotations;
  for (const auto& [id, annotation] : set->annotations()) {
    if (annotation.on_document()) annotations.push_back(&annotation);
  }
  wxString words;
  for (const DocumentLabelRow& row : document_label_rows(editor_.schema(), annotations)) {
    if (!row.annotations.empty()) words += (words.empty() ? "" : "\n") + row.words;
  }
  return words;
}

bool OpenProject::use_attribute_key(const KeyPress& key) {
  const Annotation* const annotation = editor_.selected();
  if (annotation == nullptr) return false;
  const Attribute* const attribute = attribute_with_key(editor_.schema(), annotation->label, key);
  if (attribute == nullptr) return false;
  window_.guarded([&] {
    if (!window_.may_edit()) return;
    workbench_->flush();
    // What was typed may have changed it.
    Annotation changed = *editor_.selected();
    const auto values = next_values(*attribute, values_of(changed, attribute->id));
    if (!values) return workbench_->edit_attribute(attribute->id);
    if (values->empty()) {
      changed.attributes.erase(attribute->id);
    } else {
      changed.attributes[attribute->id] = *values;
    }
    refuse(editor_.change(changed, "set-attribute"));
  });
  return true;
}

void OpenProject::label_document() {
  if (editor_.document() == nullptr) return;
  workbench_->flush();
  window_.guarded([&] { editor_.select_annotation(std::nullopt, false); });
  if (!workbench_->edit_document_labels()) say(_("The schema has no labels for documents."));
}

}  // namespace mitjul
