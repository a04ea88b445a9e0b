#include "core/edit_checks.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "core/annotation_checks.h"
#include "core/schema_checks.h"
#include "core/utf8.h"

namespace mitjul {
namespace {

/// A document as an edit would leave it.
class DocumentAfter {
 public:
  explicit DocumentAfter(const AnnotatedDocument& before) : before_(before) {}

  void put(const SetKey& set, const AnnotationId& id, const Annotation* after) {
    changed_[id] = after;
    if (after != nullptr) made_.emplace_back(set, after);
  }
  void put(const SetKey& set, Annotation after) {
    const Annotation& kept = kept_.emplace_back(std::move(after));
    put(set, kept.id, &kept);
  }

  const AnnotatedDocument& before() const { return before_; }

  const Annotation* find(const AnnotationId& id) const {
    const auto changed = changed_.find(id);
    return changed != changed_.end() ? changed->second : before_.find(id);
  }

  bool is_changed(const AnnotationId& id) const { return changed_.count(id) != 0; }

  /// A copy with the changes made.
  AnnotatedDocument whole() const {
    AnnotatedDocument document{before_.document, {}, before_.refusals};
    for (const auto& [key, before] : before_.sets) {
      AnnotationSet& set = document.set(key);
      set.set_state(before.state());
      for (const auto& [id, annotation] : before.annotations()) {
        if (!is_changed(id)) set.put(annotation);
      }
    }
    for (const auto& [set, after] : made_) document.set(set).put(*after);
    return document;
  }

  /// Whether something that was there before is gone or different.
  bool touches_existing() const {
    return std::any_of(changed_.begin(), changed_.end(),
                       [this](const auto& entry) { return before_.find(entry.first) != nullptr; });
  }

 private:
  const AnnotatedDocument& before_;
  std::map<AnnotationId, const Annotation*> changed_;  // nullptr: deleted
  std::vector<std::pair<SetKey, const Annotation*>> made_;
  std::deque<Annotation> kept_;  // those that no change holds
};

class EditCheck {
 public:
  EditCheck(const Edit& edit, const EditContext& context) : edit_(edit), context_(context), schema_(&context.schema) {
    for (const Change& change : edit.changes) {
      if (const auto* const schema = std::get_if<SchemaChange>(&change)) {
        schema_ = &schema->after;
        changes_schema_ = true;
      }
    }
  }

  std::optional<Problem> run() {
    for (index_ = 0; index_ < edit_.changes.size() && !problem_; ++index_) {
      std::visit([this](const auto& change) { check_present(change); }, edit_.changes[index_]);
    }
    for (index_ = 0; index_ < edit_.changes.size() && !problem_; ++index_) {
      std::visit([this](const auto& change) { check_result(change); }, edit_.changes[index_]);
    }
    if (!problem_) check_overlaps();
    if (!problem_) check_references();
    return std::move(problem_);
  }

 private:
  void refuse(Problem problem) {
    if (problem_) return;
    problem.place.change = std::min(index_, edit_.changes.empty() ? 0 : edit_.changes.size() - 1);
    problem_ = std::move(problem);
  }
  void refuse(ProblemCode code, std::vector<std::string> details = {}) {
    refuse(make_problem(code, std::move(details)));
  }
  void refuse_first(std::vector<Problem> problems) {
    if (!problems.empty()) refuse(std::move(problems.front()));
  }

  /// The document, or nullptr after a refusal.
  const AnnotatedDocument* document(const DocumentKey& key) {
    const AnnotatedDocument* const found = context_.document(key);
    if (found == nullptr) refuse(ProblemCode::UnknownDocument, {key.str()});
    return found;
  }
  /// What is in the trash follows the schema, or it could not come back.
  const AnnotatedDocument* writable_document(const DocumentKey& key) {
    const AnnotatedDocument* const found = document(key);
    if (found == nullptr || !found->document.info.in_trash || changes_schema_) return found;
    refuse(ProblemCode::DocumentInTrash, {found->document.info.name});
    return nullptr;
  }

  // First pass: is everything still as the edit found it?

  void check_present(const AnnotationChange& change) {
    const AnnotatedDocument* const found = writable_document(change.set.document);
    if (found == nullptr) return;
    const auto& id = change.after ? change.after->id : change.before->id;
    const AnnotationSet* const set = found->find_set(change.set);
    const Annotation* const present = set != nullptr ? set->find(id) : nullptr;
    if (change.before ? present == nullptr || *present != *change.before : found->find(id) != nullptr) {
      refuse(ProblemCode::ChangedMeanwhile, {to_string(id)});
      return;
    }
    const auto place = documents_.try_emplace(change.set.document, *found).first;
    if (place->second.is_changed(id)) refuse(ProblemCode::DuplicateId, {to_string(id)});
    place->second.put(change.set, id, change.after ? &*change.after : nullptr);
  }

  void check_present(const RetaggingChange& change) {
    const AnnotatedDocument* const found = writable_document(change.set.document);
    if (found == nullptr) return;
    const AnnotationSet* const set = found->find_set(change.set);
    DocumentAfter& after = documents_.try_emplace(change.set.document, *found).first->second;
    for (const AnnotationId& id : change.annotations) {
      const Annotation* const present = set != nullptr ? set->find(id) : nullptr;
      if (present == nullptr || !is_tagged(*present, change.before)) {
        return refuse(ProblemCode::ChangedMeanwhile, {to_string(id)});
      }
      if (after.is_changed(id)) return refuse(ProblemCode::DuplicateId, {to_string(id)});
      after.put(change.set, retagged(*present, change.after));
    }
  }

  void check_present(const SchemaChange& change) {
    check_lock();
    if (change.before != context_.schema) refuse(ProblemCode::ChangedMeanwhile, {"schema"});
  }

  void check_present(const SetStateChange& change) {
    const AnnotatedDocument* const found = writable_document(change.set.document);
    if (found == nullptr) return;
    const AnnotationSet* const set = found->find_set(change.set);
    if (change.before != (set != nullptr ? set->state() : SetState::New)) {
      refuse(ProblemCode::ChangedMeanwhile, {found->document.info.name});
    }
  }

  void check_present(const SettingsChange& change) {
    if (change.before != context_.settings || settings_seen_) refuse(ProblemCode::ChangedMeanwhile, {"settings"});
    settings_seen_ = true;
  }

  void check_present(const ProposalChange& change) {
    const auto found = std::find_if(context_.proposals.begin(), context_.proposals.end(),
                                    [&](const SchemaProposal& each) { return each.number == change.number; });
    const bool same = change.before ? found != context_.proposals.end() && *found == *change.before
                                    : found == context_.proposals.end();
    if (!same || !proposals_.insert(change.number).second) {
      refuse(ProblemCode::ChangedMeanwhile, {"#" + std::to_string(change.number)});
    }
  }

  void check_lock() {
    if (auto problem = check_schema_lock(context_.settings, context_.annotator, context_.annotators)) {
      refuse(*std::move(problem));
    }
  }

  void check_present(const AnnotatorNameChange& change) {
    const auto& all = context_.annotators;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Annotator& annotator) { return annotator.key == change.annotator; });
    if (found == all.end()) return refuse(ProblemCode::UnknownAnnotator, {change.before});
    if (found->name != change.before) refuse(ProblemCode::ChangedMeanwhile, {change.before});
  }

  void check_present(const GazetteerChange& change) {
    const GazetteerEntries& present = context_.gazetteer();
    const auto check = [&](const std::vector<GazetteerEntry>& entries, bool expected) {
      for (const GazetteerEntry& entry : entries) {
        if ((present.count(entry) != 0) == expected && words_.insert(entry).second) continue;
        return refuse(ProblemCode::ChangedMeanwhile, {entry.word});
      }
    };
    check(change.removed, true);
    check(change.added, false);
    words_added_ += change.added.size();
    words_removed_ += change.removed.size();
  }

  void check_present(const RefusalChange& change) {
    const AnnotatedDocument* const found = writable_document(change.document);
    if (found == nullptr) return;
    const bool present = found->refusals.count(change.refusal) != 0;
    if (change.before != present || !refusals_.emplace(change.document, change.refusal).second) {
      refuse(ProblemCode::ChangedMeanwhile, {found->document.info.name});
    }
  }

  void check_present(const DocumentChange& change) {
    const AnnotatedDocument* const found = document(change.document);
    if (found == nullptr) return;
    if (!change.before || !change.after || *change.before != found->document.info) {
      refuse(ProblemCode::ChangedMeanwhile, {found->document.info.name});
    }
  }

  // Second pass: may it be as the edit would leave it?

  void check_result(const AnnotationChange& change) {
    if (!change.after) return;
    const AnnotatedDocument& document = documents_.at(change.set.document).before();
    refuse_first(check_annotation(*change.after, *schema_, document.document.text.length()));
    // What stood there before units were looked at, or were found elsewhere, can still be edited and put right.
    const bool is_elsewhere =
        !change.before || change.before->label != change.after->label || change.before->anchor != change.after->anchor;
    if (problem_ || !is_elsewhere) return;
    if (auto crossed = check_units(*change.after, *schema_, document.document, context_.units)) {
      refuse(*std::move(crossed));
    }
  }

  void check_result(const RetaggingChange& change) {
    const DocumentAfter& after = documents_.at(change.set.document);
    for (const AnnotationId& id : change.annotations) {
      if (problem_) return;
      refuse_first(check_annotation(*after.find(id), *schema_, after.before().document.text.length()));
    }
  }

  void check_result(const SchemaChange& change) {
    refuse_first(check_schema(change.after));
    // What is used is known with its numbers only where the edit does not change it at the same time.
    if (!problem_ && documents_.empty()) refuse_first(check_uses(change.after, context_.transaction.schema_uses()));
    if (!problem_) check_labels_of_words(change.after);
    if (problem_ || allows_what(change.before, change.after)) return;
    context_.for_each_document([&](const AnnotatedDocument& document) {
      if (problem_) return;
      const auto edited = documents_.find(document.document.info.key);
      const auto problems = check_document(edited != documents_.end() ? edited->second.whole() : document, change.after,
                                           {}, context_.units);
      const auto broken = std::find_if(problems.begin(), problems.end(), [](const Problem& problem) {
        return problem.code != ProblemCode::MissingAttribute;
      });
      if (broken != problems.end()) refuse(*broken);
    });
  }

  /// The words that the edit leaves alone; those that it adds are checked with their change.
  void check_labels_of_words(const Schema& schema) {
    std::map<std::string_view, std::int64_t> uses;
    for (const GazetteerEntry& entry : context_.gazetteer()) {
      if (!entry.label.empty() && words_.count(entry) == 0) ++uses[entry.label];
    }
    for (const auto& [label, count] : uses) {
      const Label* const found = schema.find(label);
      if (found != nullptr && found->kind == LabelKind::Span) continue;
      refuse(ProblemCode::LabelInWordList, {std::string(label), std::to_string(count)});
    }
  }

  void check_result(const SetStateChange& /*change*/) {}

  void check_result(const SettingsChange& change) {
    const AnnotatorKey& owner = change.after.schema_owner;
    if (owner == change.before.schema_owner) return;
    check_lock();
    const auto& all = context_.annotators;
    const bool known =
        std::any_of(all.begin(), all.end(), [&](const Annotator& annotator) { return annotator.key == owner; });
    if (!owner.empty() && !known) refuse(ProblemCode::UnknownAnnotator, {owner.str()});
  }

  void check_result(const ProposalChange& change) {
    if (change.before && change.after) check_lock();  // it is decided, or that is taken back
    if (change.after && !is_clean_text(change.after->comment)) refuse(ProblemCode::IllegalCharacter, {"comment"});
    if (change.after && !is_clean_text(change.after->answer)) refuse(ProblemCode::IllegalCharacter, {"answer"});
  }

  void check_result(const AnnotatorNameChange& change) {
    if (change.after == change.before) return;
    if (auto problem = check_annotator_name(change.after, context_.annotators)) refuse(*std::move(problem));
  }

  void check_result(const GazetteerChange& change) {
    const Label* last = nullptr;  // mostly that of the word before
    for (const GazetteerEntry& entry : change.added) {
      if (!is_gazetteer_word(entry.word)) return refuse(ProblemCode::InvalidWord, {entry.word});
      if (entry.label.empty() || (last != nullptr && last->id == entry.label)) continue;
      last = span_label(entry.label);
      if (last == nullptr) return;
    }
    if (!change.added.empty() && context_.gazetteer().size() + words_added_ - words_removed_ > kLargestGazetteer) {
      refuse(ProblemCode::TooManyWords, {std::to_string(kLargestGazetteer)});
    }
  }

  void check_result(const RefusalChange& change) {
    if (!change.after) return;
    const Span span = change.refusal.span;
    const std::uint32_t length = context_.document(change.document)->document.text.length();
    const auto details = [&] {
      return std::vector{std::to_string(span.start.value()), std::to_string(span.end.value()), std::to_string(length)};
    };
    if (span.end.value() > length || span.end < span.start) return refuse(ProblemCode::SpanOutsideText, details());
    if (span.empty()) return refuse(ProblemCode::EmptySpan, details());
    span_label(change.refusal.label);
  }

  /// The label of spans with this id, or nullptr after a refusal.
  const Label* span_label(const std::string& id) {
    const Label* const label = schema_->find(id);
    if (label == nullptr) {
      refuse(ProblemCode::UnknownLabel, {id});
    } else if (label->kind != LabelKind::Span) {
      refuse(ProblemCode::WrongLabelKind, {id, std::string(to_string(label->kind)), "span"});
      return nullptr;
    }
    return label;
  }

  void check_result(const DocumentChange& change) {
    const DocumentInfo& before = *change.before;
    const DocumentInfo& after = *change.after;
    if (after.key != before.key || after.sha256 != before.sha256 || after.code_points != before.code_points ||
        after.utf16_units != before.utf16_units || after.origin != before.origin ||
        after.substitutions != before.substitutions) {
      return refuse(ProblemCode::ChangedMeanwhile, {before.name});  // what came with the text stays with it
    }
    if (before.in_trash && after.in_trash && after.name != before.name) {
      return refuse(ProblemCode::DocumentInTrash, {before.name});
    }
    if (after.name.empty() || !is_clean_text(after.name)) return refuse(ProblemCode::InvalidName, {before.name});
    if (!after.in_trash && (before.in_trash || before.name != after.name) &&
        context_.transaction.name_taken(after.name, after.key)) {
      return refuse(ProblemCode::NameTaken, {after.name});
    }
    if (!after.in_trash && !names_.insert(after.name).second) return refuse(ProblemCode::NameTaken, {after.name});
    bool legal = is_clean_text(after.title) && is_clean_text(after.language);
    for (const auto& [key, value] : after.metadata) legal = legal && is_clean_text(key) && is_clean_text(value);
    if (!legal) refuse(ProblemCode::IllegalCharacter, {after.name});
    for (const Zone& zone : after.zones) {
      if (zone.span.start >= zone.span.end || zone.span.end.value() > after.code_points) {
        refuse(ProblemCode::SpanOutsideText,
               {std::to_string(zone.span.start.value()), std::to_string(zone.span.end.value()),
                std::to_string(after.code_points)});
      }
    }
  }

  // Spans that the edit makes or moves against everything else in their set.

  void check_overlaps() {
    if (!restricts_overlap(*schema_)) return;
    std::map<SetKey, std::map<const Annotation*, std::size_t>> edited;  // with the index of the change
    for (std::size_t i = 0; i < edit_.changes.size(); ++i) {
      const auto* const change = std::get_if<AnnotationChange>(&edit_.changes[i]);
      if (change != nullptr && change->after && change->after->spans() != nullptr)
        edited[change->set][&*change->after] = i;
      if (const auto* const tags = std::get_if<RetaggingChange>(&edit_.changes[i])) {
        for (const AnnotationId& id : tags->annotations) {
          const Annotation* const after = documents_.at(tags->set.document).find(id);
          if (after->spans() != nullptr) edited[tags->set][after] = i;
        }
      }
    }
    for (const auto& [key, annotations] : edited) check_overlaps(key, annotations);
  }

  void check_overlaps(const SetKey& key, const std::map<const Annotation*, std::size_t>& edited) {
    std::vector<const Annotation*> spans;
    for (const auto& [annotation, index] : edited) spans.push_back(annotation);
    const DocumentAfter& document = documents_.at(key.document);
    if (const AnnotationSet* const set = document.before().find_set(key)) {
      for (const auto& [id, annotation] : set->annotations()) {
        if (annotation.spans() != nullptr && !document.is_changed(id)) spans.push_back(&annotation);
      }
    }
    for_each_forbidden_overlap(std::move(spans), *schema_, [&](const Annotation& first, const Annotation& second) {
      const auto a = edited.find(&first);
      const auto b = edited.find(&second);
      if (a == edited.end() && b == edited.end()) return true;
      // Of two that the edit makes, the later one is refused.
      const bool first_is_late = b == edited.end() || (a != edited.end() && a->second > b->second);
      index_ = first_is_late ? a->second : b->second;
      refuse(ProblemCode::OverlapNotAllowed,
             {first_is_late ? first.label : second.label, to_string(first_is_late ? second.id : first.id)});
      return false;
    });
  }

  // Relations that were changed, and those whose ends were.

  void check_references() {
    for (index_ = 0; index_ < edit_.changes.size() && !problem_; ++index_) {
      if (const auto* const tags = std::get_if<RetaggingChange>(&edit_.changes[index_])) {
        const DocumentAfter& after = documents_.at(tags->set.document);
        for (const AnnotationId& id : tags->annotations) check_arguments_of(*after.find(id), after);
      }
      const auto* const change = std::get_if<AnnotationChange>(&edit_.changes[index_]);
      if (change == nullptr) continue;
      if (change->after) check_arguments_of(*change->after, documents_.at(change->set.document));
      if (change->before && !change->after) check_referrer_elsewhere(*change);
    }
    for (const auto& [key, after] : documents_) {
      if (!problem_ && after.touches_existing()) check_ends(after);
    }
  }

  void check_arguments_of(const Annotation& relation, const DocumentAfter& after) {
    const FindAnnotation elsewhere = [&](const AnnotationRef& ref) -> const Annotation* {
      const auto changed = documents_.find(ref.document);
      if (changed != documents_.end()) return changed->second.find(ref.id);
      const AnnotatedDocument* const other = context_.document(ref.document);
      return other != nullptr ? other->find(ref.id) : nullptr;
    };
    refuse_first(check_arguments(
        relation, *schema_, [&](const AnnotationRef& ref) { return after.find(ref.id); }, elsewhere));
  }

  void check_referrer_elsewhere(const AnnotationChange& change) {
    const auto [place, first] = referrers_.try_emplace(change.set.document);
    if (first) place->second = context_.transaction.referrers_elsewhere(change.set.document);
    const auto [begin, end] = place->second.equal_range(change.before->id);
    for (auto entry = begin; entry != end; ++entry) {
      const AnnotationRef& referrer = entry->second;
      const auto other = documents_.find(referrer.document);
      if (other != documents_.end() && other->second.find(referrer.id) == nullptr) continue;  // goes with it
      return refuse(ProblemCode::StillReferredTo, {to_string(change.before->id), to_string(referrer)});
    }
  }

  void check_ends(const DocumentAfter& after) {
    for (const auto& [key, set] : after.before().sets) {
      for (const auto& [id, annotation] : set.annotations()) {
        const Relation* const relation = annotation.relation();
        if (relation == nullptr || after.is_changed(id)) continue;
        bool concerned = false;
        for (const Argument& argument : relation->arguments) {
          if (!argument.target.document.empty() || !after.is_changed(argument.target.id)) continue;
          concerned = true;
          if (after.find(argument.target.id) == nullptr) {
            refuse(ProblemCode::StillReferredTo, {to_string(argument.target.id), to_string(id)});
          }
        }
        if (concerned) check_arguments_of(annotation, after);
      }
    }
  }

  const Edit& edit_;
  const EditContext& context_;
  const Schema* schema_;  // as the edit leaves it
  bool changes_schema_ = false;
  std::size_t index_ = 0;
  std::map<DocumentKey, DocumentAfter> documents_;
  std::map<DocumentKey, std::multimap<AnnotationId, AnnotationRef>> referrers_;  // of those that lose annotations
  bool settings_seen_ = false;
  std::set<GazetteerEntry> words_;  // that leave or come
  std::size_t words_added_ = 0;
  std::size_t words_removed_ = 0;
  std::set<std::pair<DocumentKey, RefusedSuggestion>> refusals_;
  std::set<std::string> names_;       // that documents have after the edit
  std::set<std::int64_t> proposals_;  // that the edit is about
  std::optional<Problem> problem_;
};

}  // namespace

std::optional<Problem> check_edit(const Edit& edit, const EditContext& context) {
  return EditCheck(edit, context).run();
}

std::optional<Problem> check_schema_lock(const ProjectSettings& settings, const AnnotatorKey& annotator,
                                         const std::vector<Annotator>& annotators) {
  if (settings.may_change_schema(annotator)) return std::nullopt;
  const auto owner = std::find_if(annotators.begin(), annotators.end(),
                                  [&](const Annotator& each) { return each.key == settings.schema_owner; });
  return make_problem(ProblemCode::SchemaLocked,
                      {owner != annotators.end() ? owner->name : settings.schema_owner.str()});
}

std::optional<Problem> check_annotator_name(const std::string& name, const std::vector<Annotator>& annotators) {
  const bool blank = name.find_first_not_of(" \t") == std::string::npos;
  if (blank || name.find('\n') != std::string::npos || !is_clean_text(name)) {
    return make_problem(ProblemCode::InvalidAnnotatorName, {});
  }
  const bool taken = std::any_of(annotators.begin(), annotators.end(),
                                 [&](const Annotator& annotator) { return annotator.name == name; });
  if (taken) return make_problem(ProblemCode::AnnotatorNameTaken, {name});
  return std::nullopt;
}

}  // namespace mitjul
