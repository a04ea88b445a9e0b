#pragma once

#include <optional>
#include <random>
#include <string>
#include <vector>

#include "core/workspace.h"
#include "tests/core/values.h"

namespace mitjul {

/// Edits of every kind, made up one after another to fit the present state of a project. Annotators stay in sets of
/// their own; documents and schema are edited on request only.
class RandomEdits {
 public:
  RandomEdits(std::mt19937& random, std::vector<DocumentKey> documents)
      : random_(random), documents_(std::move(documents)) {}

  static std::vector<std::string> names() {
    return {"span",     "several", "relation", "topic",  "relabel", "move",   "attributes",
            "note",     "delete",  "state",    "curate", "refuse",  "rename", "zones",
            "metadata", "trash",   "restore",  "label",  "colour",  "words",  "settings"};
  }

  /// Nothing where chance has picked something that is not possible now.
  std::optional<Edit> next(Workspace& workspace, bool everything) {
    const std::size_t kinds = everything ? 106 : 81;
    const std::size_t choice = random_() % kinds;
    document_ = &workspace.open(pick(documents_));
    set_ = {document_->document.info.key, workspace.annotator(), false};
    if (choice < 81) {
      if (document_->document.info.in_trash) return std::nullopt;
      return choice < 78 ? annotate(choice) : refuse();
    }
    if (choice < 97) return describe(choice - 3);
    if (choice < 103) return change_schema(workspace, choice - 3);
    return choice < 105 ? change_words(workspace) : change_settings(workspace);
  }

  /// Edits that bring every document back.
  std::vector<Edit> out_of_the_trash(Workspace& workspace) {
    std::vector<Edit> edits;
    for (const DocumentKey& key : documents_) {
      const DocumentInfo before = workspace.open(key).document.info;
      DocumentInfo after = before;
      after.in_trash = false;
      if (before.in_trash) edits.push_back({"restore", {DocumentChange{key, before, after}}});
    }
    return edits;
  }

 private:
  template <class Item>
  const Item& pick(const std::vector<Item>& items) {
    return items[random_() % items.size()];
  }
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
  std::string word() { return "🚀 낱말 " + std::to_string(below(1000)) + "\n'" + std::to_string(below(1000)) + "'"; }

  Span span() {
    const std::uint32_t length = document_->document.text.length();
    const std::uint32_t start = below(length - 10);
    return {start, start + 1 + below(9)};
  }
  Spans spans() {
    std::vector<Span> segments{span()};
    while (below(6) == 0) segments.push_back(span());
    return Spans(segments);
  }
  AnnotationChange made(std::string label, Anchor anchor, std::int64_t provisional = -1) {
    Annotation annotation{{set_.annotator, provisional}, std::move(label), std::move(anchor), {}, "", {}};
    annotation.provenance.method = static_cast<Method>(below(6));
    if (below(3) == 0) annotation.provenance.confidence = below(1001) / 1000.0;
    return {set_, std::nullopt, annotation};
  }

  /// An annotation of the set, of those that `fits` likes; nullptr where there is none.
  template <class Fits>
  const Annotation* present(Fits fits) {
    const AnnotationSet* const set = document_->find_set(set_);
    std::vector<const Annotation*> fitting;
    if (set != nullptr) {
      for (const auto& [id, annotation] : set->annotations()) {
        if (fits(annotation)) fitting.push_back(&annotation);
      }
    }
    return fitting.empty() ? nullptr : pick(fitting);
  }
  const Annotation* entity() {
    return present([](const Annotation& a) { return a.label == "ORG" || a.label == "PERSON" || a.label == "PRODUCT"; });
  }
  const Annotation* claim() {
    return present([](const Annotation& a) { return a.label == "CLAIM"; });
  }

  std::optional<Edit> edited(std::string name, const Annotation* before,
                             const std::function<void(Annotation&)>& change) {
    if (before == nullptr) return std::nullopt;
    Annotation after = *before;
    change(after);
    return Edit{std::move(name), {AnnotationChange{set_, *before, after}}};
  }

  std::optional<Edit> annotate(std::size_t choice) {
    static const std::vector<std::string> kEntities{"ORG", "PERSON", "PRODUCT"};
    const AnnotationSet* const set = document_->find_set(set_);
    // As many come as go once there are some: the documents do not grow without end.
    const bool full = set != nullptr && set->size() > 40;
    if (choice < 24 && !full) return Edit{"span", {made(below(2) == 0 ? "CLAIM" : pick(kEntities), spans())}};
    if (choice < 30 && !full) {
      const AnnotationRef claim{{}, {set_.annotator, -1}};
      const AnnotationRef target{{}, {set_.annotator, -2}};
      return Edit{"several",
                  {made("about", Relation{{{"claim", claim}, {"target", target}}}, -3), made("CLAIM", spans(), -1),
                   made("ORG", spans(), -2)}};
    }
    if (choice < 36 && !full) {
      const Annotation* const from = claim();
      const Annotation* const to = entity();
      if (from == nullptr || to == nullptr) return std::nullopt;
      return Edit{"relation", {made("about", Relation{{{"claim", {{}, from->id}}, {"target", {{}, to->id}}}})}};
    }
    if (choice < 39 && !full) return Edit{"topic", {made("TOPIC", WholeDocument{})}};
    if (choice < 45) return edited("relabel", entity(), [&](Annotation& a) { a.label = pick(kEntities); });
    if (choice < 51) return edited("move", entity(), [&](Annotation& a) { a.anchor = spans(); });
    if (choice < 57) {
      return edited("attributes", claim(), [&](Annotation& a) {
        a.attributes.clear();
        if (below(2) == 0) a.attributes["type"] = {below(2) == 0 ? "fact" : "opinion"};
        if (below(2) == 0) a.attributes["restated"] = {word()};
      });
    }
    if (choice < 62) {
      return edited("note", present([](const Annotation&) { return true; }), [&](Annotation& a) { a.note = word(); });
    }
    if (choice < 72) {
      const Annotation* const gone = present([](const Annotation&) { return true; });
      if (gone == nullptr) return std::nullopt;
      return Edit{"delete", {AnnotationChange{set_, *gone, std::nullopt}}};
    }
    if (choice < 75) {
      const SetState before = set != nullptr ? set->state() : SetState::New;
      const auto after = static_cast<SetState>(below(4));
      if (before == after) return std::nullopt;
      return Edit{"state", {SetStateChange{set_, before, after}}};
    }
    if (full) return std::nullopt;
    AnnotationChange curated = made("ORG", spans());
    curated.set.curated = true;
    return Edit{"curate", {curated}};
  }

  /// Refuses a suggestion, or takes back that one was refused.
  Edit refuse() {
    for (const RefusedSuggestion& refused : document_->refusals) {
      if (refused.annotator == set_.annotator && below(4) == 0) {
        return {"refuse", {RefusalChange{set_.document, refused, true, false}}};
      }
    }
    const RefusedSuggestion refused{set_.annotator, span(), below(2) == 0 ? "ORG" : "CLAIM"};
    const bool before = document_->refusals.count(refused) != 0;
    return {"refuse", {RefusalChange{set_.document, refused, before, !before}}};
  }

  Edit change_words(Workspace& workspace) {
    GazetteerChange change;
    for (const GazetteerEntry& entry : workspace.gazetteer()) {
      if (below(3) == 0) change.removed.push_back(entry);
    }
    for (std::uint32_t i = below(6) + 1; i > 0; --i) {
      change.added.push_back({"🚀 낱말 " + std::to_string(++names_given_), below(2) == 0 ? "ORG" : ""});
    }
    return {"words", {change}};
  }

  static Edit change_settings(Workspace& workspace) {
    const ProjectSettings before = workspace.settings();
    return {"settings", {SettingsChange{before, {!before.suggestions, before.suggestions}}}};
  }

  std::optional<Edit> described(std::string name, const std::function<void(DocumentInfo&)>& change) {
    const DocumentInfo before = document_->document.info;
    DocumentInfo after = before;
    change(after);
    return Edit{std::move(name), {DocumentChange{before.key, before, after}}};
  }

  std::optional<Edit> describe(std::size_t choice) {
    if (choice < 82) {
      return described("rename", [&](DocumentInfo& info) {
        if (!info.in_trash) info.name = "이름 " + std::to_string(++names_given_) + ".txt";
        info.title = word();
      });
    }
    if (choice < 86) {
      return described("zones", [&](DocumentInfo& info) {
        info.zones.clear();
        for (std::uint32_t i = below(4); i > 0; --i) info.zones.push_back({static_cast<ZoneKind>(below(13)), span()});
      });
    }
    if (choice < 90) {
      return described("metadata", [&](DocumentInfo& info) {
        info.metadata.clear();
        for (std::uint32_t i = below(4); i > 0; --i) info.metadata.emplace_back("열쇠 " + std::to_string(i), word());
      });
    }
    const bool in_trash = document_->document.info.in_trash;
    // Back sooner than away, or nobody has anything to annotate.
    if (!in_trash && below(3) != 0) return std::nullopt;
    return described(in_trash ? "restore" : "trash", [&](DocumentInfo& info) { info.in_trash = !in_trash; });
  }

  std::optional<Edit> change_schema(Workspace& workspace, std::size_t choice) {
    const Schema& before = workspace.schema();
    Schema after = before;
    ++after.version;
    if (choice < 97) {
      // Labels that nobody uses come and go.
      if (after.find("EXTRA") != nullptr && below(2) == 0) {
        std::erase_if(after.labels, [](const Label& each) { return each.id.substr(0, 5) == "EXTRA"; });
      } else {
        after.labels.push_back(label("EXTRA" + (after.find("EXTRA") != nullptr ? std::to_string(++names_given_) : "")));
      }
      return Edit{"label", {SchemaChange{before, after}}};
    }
    Label& changed = after.labels[below(10)];
    changed.color = "#00" + std::to_string(1000 + below(9000));
    changed.name = word();
    return Edit{"colour", {SchemaChange{before, after}}};
  }

  std::mt19937& random_;
  const std::vector<DocumentKey> documents_;
  const AnnotatedDocument* document_ = nullptr;
  SetKey set_;
  int names_given_ = 0;
};

}  // namespace mitjul
