#include "core/finding.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/annotation_edits.h"
#include "core/blanks.h"
#include "core/names.h"

namespace mitjul {
namespace {

constexpr std::array<std::string_view, 3> kSeverities{"error", "warning", "note"};

class Review {
 public:
  Review(const AnnotatedDocument& document, const Schema& schema, const ReviewContext& context)
      : document_(document), schema_(schema), context_(context) {
    if (std::any_of(schema.labels.begin(), schema.labels.end(),
                    [](const Label& label) { return label.needs_relation; }))
      note_ends();
  }

  std::vector<Finding> run() {
    for (const auto& [key, set] : document_.sets) {
      std::vector<const Annotation*> listed;
      for (const auto& [id, annotation] : set.annotations()) listed.push_back(&annotation);
      std::sort(listed.begin(), listed.end(),
                [](const Annotation* a, const Annotation* b) { return in_listing_order(*a, *b); });
      for (const Annotation* const annotation : listed) check(key, *annotation);
    }
    return std::move(findings_);
  }

 private:
  void note_ends() {
    for (const auto& [key, set] : document_.sets) {
      for (const auto& [id, annotation] : set.annotations()) {
        if (annotation.relation() == nullptr) continue;
        for (const Argument& argument : annotation.relation()->arguments) {
          if (argument.target.document.empty()) ends_.insert(argument.target.id);
        }
      }
    }
  }

  void check(const SetKey& set, const Annotation& annotation) {
    const Label* const label = schema_.find(annotation.label);
    if (label == nullptr) return;
    if (label->needs_relation && !is_end(set, annotation)) report(set, annotation, ProblemCode::MissingRelation);
    if (annotation.on_document()) check_document_label(set, annotation);
    // What lies outside the text is an error of its own.
    if (annotation.spans() == nullptr || annotation.spans()->end() > document_.document.text.end()) return;
    check_blanks(set, annotation);
    check_particle(set, annotation);
  }

  bool is_end(const SetKey& set, const Annotation& annotation) const {
    if (ends_.count(annotation.id) != 0) return true;
    return context_.referred_elsewhere && context_.referred_elsewhere({set.document, annotation.id});
  }

  void check_document_label(const SetKey& set, const Annotation& annotation) {
    const bool silent =
        annotation.note.empty() && std::all_of(annotation.attributes.begin(), annotation.attributes.end(),
                                               [](const auto& attribute) { return attribute.second.empty(); });
    const bool has_more_to_say = !schema_.attributes_of(annotation.label).empty() ||
                                 std::any_of(schema_.labels.begin(), schema_.labels.end(),
                                             [&](const Label& label) { return label.parent == annotation.label; });
    if (silent && has_more_to_say)
      report(set, annotation, ProblemCode::EmptyDocumentLabel, {annotation.label}, DeleteAnnotation());
  }

  void check_blanks(const SetKey& set, const Annotation& annotation) {
    std::vector<Span> trimmed;
    bool blanks = false;
    for (const Span& segment : annotation.spans()->segments()) {
      const Span within = trim_blanks(document_.document.text, segment);
      blanks = blanks || within != segment;
      if (!within.empty()) trimmed.push_back(within);
    }
    if (!blanks) return;
    QuickFix fix;
    if (!trimmed.empty()) fix = MoveSpan{Spans(std::move(trimmed))};
    report(set, annotation, ProblemCode::BlankAtEdge, {annotation.label}, std::move(fix));
  }

  void check_particle(const SetKey& set, const Annotation& annotation) {
    if (!context_.end_without_particle) return;
    const Text& text = document_.document.text;
    std::vector<Span> segments = annotation.spans()->segments();
    Span& last = segments.back();
    const std::optional<TextPos> end = context_.end_without_particle(text, last);
    if (!end) return;
    const Span whole = last;
    const std::string particle(text.slice({*end, whole.end}));
    last.end = *end;
    QuickFix fix;
    if (!last.empty()) fix = MoveSpan{Spans(std::move(segments))};
    const std::string words(text.slice(trim_blanks(text, whole)));
    report(set, annotation, ProblemCode::ParticleAtEnd, {words, particle}, std::move(fix));
  }

  void report(const SetKey& set, const Annotation& annotation, ProblemCode code) {
    report(set, annotation, code, {annotation.label}, {});
  }
  void report(const SetKey& set, const Annotation& annotation, ProblemCode code, std::vector<std::string> details,
              QuickFix fix) {
    Problem problem = make_problem(code, std::move(details));
    problem.place.document = document_.document.info.name;
    problem.place.annotation = to_string(annotation.id);
    std::optional<Span> span;
    if (annotation.spans() != nullptr) span = annotation.spans()->hull();
    findings_.push_back({std::move(problem), set, annotation.id, span, std::move(fix)});
  }

  const AnnotatedDocument& document_;
  const Schema& schema_;
  const ReviewContext& context_;
  std::set<AnnotationId> ends_;  // of relations, where a label needs one
  std::vector<Finding> findings_;
};

const AnnotationSet* set_with(const AnnotatedDocument& document, const AnnotationId& id) {
  for (const auto& [key, set] : document.sets) {
    if (set.find(id) != nullptr) return &set;
  }
  return nullptr;
}

/// A required attribute that has a default can be given it.
QuickFix fix_of(const Problem& problem, const Annotation& annotation, const Schema& schema) {
  if (problem.code != ProblemCode::MissingAttribute) return {};
  const Attribute* const attribute = schema.find_attribute(annotation.label, problem.details.front());
  if (attribute == nullptr || attribute->default_value.empty()) return {};
  if (!is_value_of(*attribute, attribute->default_value)) return {};
  return GiveValue{attribute->id, attribute->default_value};
}

}  // namespace

std::string_view to_string(Severity severity) { return name_of(kSeverities, severity); }

Severity severity_of(ProblemCode code) {
  if (code == ProblemCode::BlankAtEdge || code == ProblemCode::ParticleAtEnd) return Severity::Warning;
  return code == ProblemCode::EmptyDocumentLabel ? Severity::Note : Severity::Error;
}

void for_each_end_elsewhere(const AnnotatedDocument& document,
                            const std::function<void(const AnnotationRef&, const AnnotationId&)>& use) {
  for (const auto& [key, set] : document.sets) {
    for (const auto& [id, annotation] : set.annotations()) {
      if (annotation.relation() == nullptr) continue;
      for (const Argument& argument : annotation.relation()->arguments) {
        if (!argument.target.document.empty()) use(argument.target, id);
      }
    }
  }
}

std::vector<Finding> review_document(const AnnotatedDocument& document, const Schema& schema,
                                     const ReviewContext& context) {
  return Review(document, schema, context).run();
}

std::vector<Finding> find_problems(const AnnotatedDocument& document, const Schema& schema,
                                   const FindAnnotation& elsewhere, const UnitsOf& units,
                                   const ReviewContext& context) {
  std::vector<Finding> findings;
  for (Problem& problem : check_document(document, schema, elsewhere, units)) {
    const auto ref = parse_annotation_ref(problem.place.annotation);
    const AnnotationSet* const set = ref ? set_with(document, ref->id) : nullptr;
    if (set == nullptr) continue;
    const Annotation& annotation = *set->find(ref->id);
    std::optional<Span> span;
    if (annotation.spans() != nullptr) span = annotation.spans()->hull();
    QuickFix fix = fix_of(problem, annotation, schema);
    findings.push_back({std::move(problem), set->key(), annotation.id, span, std::move(fix)});
  }
  for (Finding& finding : review_document(document, schema, context)) findings.push_back(std::move(finding));
  return findings;
}

Edit mend(const AnnotatedDocument& document, const std::vector<Finding>& findings) {
  std::map<AnnotationId, AnnotationChange> changes;
  for (const Finding& finding : findings) {
    const AnnotationSet* const set = document.find_set(finding.set);
    const Annotation* const present = set != nullptr ? set->find(finding.annotation) : nullptr;
    if (present == nullptr || std::holds_alternative<std::monostate>(finding.fix)) continue;
    if (std::holds_alternative<DeleteAnnotation>(finding.fix)) {
      for (const Change& change : delete_annotation(document, present->id).changes) {
        const auto& deleted = std::get<AnnotationChange>(change);
        changes.insert_or_assign(deleted.before->id, deleted);
      }
      continue;
    }
    if (present->spans() != nullptr && present->spans()->hull() != finding.span) continue;  // it was moved since
    AnnotationChange& change =
        changes.try_emplace(present->id, AnnotationChange{finding.set, *present, *present}).first->second;
    if (!change.after) continue;
    if (const auto* const move = std::get_if<MoveSpan>(&finding.fix)) {
      change.after->anchor = move->to;
    } else if (const auto* const give = std::get_if<GiveValue>(&finding.fix)) {
      change.after->attributes.try_emplace(give->attribute, std::vector{give->value});
    }
  }
  Edit edit{"fix", {}};
  for (auto& [id, change] : changes) edit.changes.emplace_back(std::move(change));
  return edit;
}

}  // namespace mitjul
