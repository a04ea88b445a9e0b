#include "export/chosen_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
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

/// Gives annotators other names, wherever they stand.
class Renamer {
 public:
  explicit Renamer(std::vector<Annotator> all) {
    std::sort(all.begin(), all.end(), [](const Annotator& a, const Annotator& b) { return a.key < b.key; });
    for (const Annotator& annotator : all) {
      const std::string name = fmt::format("annotator{:02}", names_.size() + 1);
      names_.emplace(annotator.key, name);
      by_name_.emplace(annotator.name, name);
    }
  }

  const std::string& name_of(const AnnotatorKey& key) const { return names_.at(key); }

  void rename(AnnotatedDocument& document) {
    for (auto& [key, set] : document.sets) {
      std::vector<Annotation> renamed;
      for (const auto& [id, annotation] : set.annotations()) {
        if (annotation.provenance.method != Method::Curation || annotation.provenance.origin.empty()) continue;
        renamed.push_back(annotation);
        const auto known = by_name_.find(annotation.provenance.origin);
        renamed.back().provenance.origin = known == by_name_.end() ? "" : known->second;
        if (known == by_name_.end()) ++lost_;
      }
      for (Annotation& annotation : renamed) set.put(std::move(annotation));
    }
  }

  /// Origins that were left out since this was last asked.
  std::size_t take_lost() { return std::exchange(lost_, 0); }

 private:
  std::map<AnnotatorKey, std::string> names_;
  std::map<std::string, std::string> by_name_;  // new names by old ones
  std::size_t lost_ = 0;
};

}  // namespace

ExportSource anonymous_source(ExportSource source, std::vector<Annotator> all) {
  const auto renamer = std::make_shared<Renamer>(std::move(all));
  for (Annotator& annotator : source.annotators) annotator.name = renamer->name_of(annotator.key);
  source.document = [renamer, document_of = std::move(source.document)](std::size_t index) {
    AnnotatedDocument document = document_of(index);
    renamer->rename(document);
    return document;
  };
  source.add_losses = [renamer, add_before = std::move(source.add_losses)](ExportLosses& losses) {
    if (add_before) add_before(losses);
    losses.add(AnnotationFeature::Provenance, renamer->take_lost());
  };
  return source;
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
