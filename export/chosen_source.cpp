#include "export/chosen_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "core/annotation_removal.h"

namespace mitjul {
namespace {

/// Whether the set is of an annotator and of a kind that were chosen, in whatever state.
bool chooses(const ExportChoice& choice, const SetKey& set) {
  if (!choice.annotators.empty() && choice.annotators.count(set.annotator) == 0) return false;
  return choice.curated == CuratedSets::Also || set.curated == (choice.curated == CuratedSets::Only);
}

/// Takes from documents what was not chosen, and counts what goes although it was.
class Chooser {
 public:
  Chooser(const Schema& schema, const ExportChoice& choice, KeptElsewhere kept_elsewhere)
      : choice_(choice), kept_elsewhere_(std::move(kept_elsewhere)) {
    for (const Label& label : schema.labels) {
      if (chooses_label(choice, schema, label.id)) labels_.insert(label.id);
    }
  }

  void choose(AnnotatedDocument& document) {
    std::erase_if(document.sets,
                  [&](const auto& entry) { return !mitjul::chooses(choice_, entry.first, entry.second.state()); });
    remove_annotations(document, [this](const Annotation& annotation) { return labels_.count(annotation.label) == 0; });
    relations_ += remove_relations_without_ends(document, kept_elsewhere_).size();
  }

  /// Of the documents since this was last asked.
  std::size_t take_lost_relations() { return std::exchange(relations_, 0); }

 private:
  ExportChoice choice_;
  KeptElsewhere kept_elsewhere_;
  std::set<std::string> labels_;
  std::size_t relations_ = 0;
};

}  // namespace

std::vector<Annotator> without_names(std::vector<Annotator> annotators) {
  std::sort(annotators.begin(), annotators.end(), [](const Annotator& a, const Annotator& b) { return a.key < b.key; });
  int number = 0;
  for (Annotator& annotator : annotators) annotator.name = fmt::format("annotator{:02}", ++number);
  return annotators;
}

bool chooses(const ExportChoice& choice, const SetKey& set, SetState state) {
  return chooses(choice, set) && (choice.states.empty() || choice.states.count(state) != 0);
}

bool chooses_label(const ExportChoice& choice, const Schema& schema, const std::string& label) {
  return choice.labels.empty() || std::any_of(choice.labels.begin(), choice.labels.end(),
                                              [&](const auto& chosen) { return schema.is_a(label, chosen); });
}

bool chooses(const ExportChoice& choice, const DocumentSummary& document) {
  if (document.in_trash || (!choice.documents.empty() && choice.documents.count(document.key) == 0)) return false;
  if (choice.states.empty()) return true;
  bool any_set = false;
  for (const SetSummary& set : document.sets) {
    if (!chooses(choice, set.key)) continue;
    any_set = true;
    if (choice.states.count(set.state) != 0) return true;
  }
  return !any_set && choice.states.count(SetState::New) != 0;
}

ExportSource chosen_source(ExportSource source, const ExportChoice& choice, KeptElsewhere kept_elsewhere) {
  const auto chooser = std::make_shared<Chooser>(source.schema, choice, std::move(kept_elsewhere));
  source.document = [chooser, document_of = std::move(source.document)](std::size_t index) {
    AnnotatedDocument document = document_of(index);
    chooser->choose(document);
    return document;
  };
  source.add_losses = [chooser, add_before = std::move(source.add_losses)](ExportLosses& losses) {
    if (add_before) add_before(losses);
    losses.add(AnnotationFeature::Relations, chooser->take_lost_relations());
  };
  return source;
}

}  // namespace mitjul
