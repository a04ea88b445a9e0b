#include "import/label_mapping.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <set>

#include "core/annotation_removal.h"
#include "core/schema_edit.h"
#include "core/schema_operation.h"
#include "import/word_list.h"

namespace mitjul {
namespace {

/// Adds a label of another schema, with what it stands below and what its roles name. Keys stay there: they may be
/// taken.
void add_label(Schema& schema, const Schema& from, const std::string& id) {
  if (schema.find(id) != nullptr) return;
  Label label = *from.find(id);
  if (!label.parent.empty()) add_label(schema, from, label.parent);
  label.key.clear();
  for (Attribute& attribute : label.attributes) attribute.key.clear();
  schema.labels.push_back(label);
  for (const Role& role : label.roles) {
    for (const std::string& allowed : role.allowed) add_label(schema, from, allowed);
  }
}

/// A schema as it was before an operation, which did not make a draft of it.
Schema without_draft(Schema schema, const Schema& before) {
  schema.draft = before.draft;
  for (Label& label : schema.labels) {
    const Label* const known = before.find(label.id);
    label.revised = known != nullptr ? known->revised : 0;
  }
  return schema;
}

/// Maps the labels of one file.
class LabelMapper {
 public:
  LabelMapper(const LabelMapping& labels, const Schema& project) : labels_(labels), project_(project) {}

  Schema map(const Schema& file) {
    Schema schema = file;
    for (const auto& [foreign, label] : labels_) {
      const Label* const from = label_meant(file, foreign);
      if (from != nullptr && label.empty()) leave_out(schema, from->id);
    }
    for (const auto& [foreign, label] : labels_) {
      const Label* const from = label_meant(file, foreign);
      if (from != nullptr && !label.empty()) merge(schema, from->id, label);
    }
    return schema;
  }

  bool leaves_out() const { return !left_out_.empty(); }

  /// `is_there_elsewhere`: as of `remove_relations_without_ends`. Returns the annotations that went.
  std::vector<Annotation> map(AnnotatedDocument& document,
                              const std::function<bool(const AnnotationRef&)>& is_there_elsewhere) {
    std::vector<Annotation> gone;
    if (leaves_out()) {
      gone = remove_annotations(
          document, [this](const Annotation& annotation) { return left_out_.count(annotation.label) != 0; });
      std::vector<Annotation> relations = remove_relations_without_ends(document, is_there_elsewhere);
      std::move(relations.begin(), relations.end(), std::back_inserter(gone));
    }
    for (const Annotation& annotation : gone) ++lost_[annotation.label];
    for (const Step& step : steps_) retag(document, step);
    return gone;
  }

  /// What was wrong with the mapping, and what was left out.
  std::vector<Problem> problems() const {
    std::vector<Problem> problems = problems_;
    for (const auto& [what, count] : lost_) {
      problems.push_back(make_problem(ProblemCode::AnnotationsLeftOut, {what, std::to_string(count)}));
    }
    return problems;
  }

 private:
  struct Step {
    Schema before;
    Schema after;
    MergeLabels merge;
  };

  void leave_out(Schema& schema, const std::string& id) {
    if (schema.find(id) == nullptr) return;
    // A relation that has no label left for one of its ends cannot be.
    while (true) {
      const SchemaAfter after = schema_after(schema, DeleteLabel{id});
      if (after.problems.empty()) {
        left_out_.insert(id);
        schema = without_draft(after.schema, schema);
        return;
      }
      const Problem& problem = after.problems.front();
      const Label* const relation =
          problem.code == ProblemCode::LabelInRole ? relation_for(schema, id, problem.details[1]) : nullptr;
      if (relation == nullptr || relation->id == id) {
        problems_.push_back(problem);
        return;
      }
      const std::string hanging = relation->id;
      leave_out(schema, hanging);
      if (schema.find(hanging) != nullptr) return;
    }
  }

  static const Label* relation_for(const Schema& schema, const std::string& only, const std::string& role) {
    for (const Label& label : schema.labels) {
      for (const Role& each : label.roles) {
        if (each.id == role && each.allowed == std::vector<std::string>{only}) return &label;
      }
    }
    return nullptr;
  }

  void merge(Schema& schema, const std::string& from, const std::string& wanted) {
    if (schema.find(from) == nullptr) return;  // left out with a label that one of its roles needs
    const Label* into = label_meant(project_, wanted);
    if (into == nullptr) into = label_meant(schema, wanted);
    if (into == nullptr) {
      problems_.push_back(make_problem(ProblemCode::UnknownLabel, {wanted}));
      return;
    }
    const MergeLabels operation{from, into->id};
    if (from == operation.into) return;
    if (schema.find(operation.into) == nullptr) add_label(schema, project_, operation.into);
    SchemaAfter after = schema_after(schema, operation);
    if (!after.problems.empty()) {
      problems_.push_back(after.problems.front());
      return;
    }
    after.schema = without_draft(std::move(after.schema), schema);
    steps_.push_back({schema, after.schema, operation});
    schema = std::move(after.schema);
  }

  void retag(AnnotatedDocument& document, const Step& step) {
    SchemaEditMaker maker(step.before, step.after, step.merge);
    maker.add(document);
    for (const Change& change : maker.take().changes) {
      const auto* const tags = std::get_if<RetaggingChange>(&change);
      if (tags == nullptr) continue;
      AnnotationSet& set = document.set(tags->set);
      for (const AnnotationId& id : tags->annotations) set.put(retagged(*set.find(id), tags->after));
      for (const auto& [attribute, values] : tags->before.attributes) {
        const std::size_t kept = tags->after.attributes.at(attribute).size();
        if (kept < values.size()) lost_[step.merge.from + "/" + attribute] += tags->annotations.size();
      }
    }
  }

  const LabelMapping& labels_;
  const Schema& project_;
  std::set<std::string> left_out_;
  std::deque<Step> steps_;
  std::vector<Problem> problems_;
  std::map<std::string, std::size_t> lost_;
};

/// What of the documents goes, for relations that lead from one to another.
std::set<AnnotationRef> left_out_of(const AnnotationStream& stream, const std::filesystem::path& path,
                                    const LabelMapping& labels, const Schema& project) {
  LabelMapper mapper(labels, project);
  std::set<AnnotationRef> gone;
  stream(
      path, [&](const StreamHeader& header) { mapper.map(header.schema); },
      [&](AnnotatedDocument document) {
        const DocumentKey key = document.document.info.key;
        for (const Annotation& annotation : mapper.map(document, {})) gone.insert({key, annotation.id});
      });
  return gone;
}

}  // namespace

AnnotationStream with_labels(AnnotationStream stream, const LabelMapping& labels, const Schema& project) {
  if (labels.empty()) return stream;
  return [stream = std::move(stream), labels, project](const std::filesystem::path& path, const OnHeader& on_header,
                                                       const OnDocument& on_document) {
    LabelMapper mapper(labels, project);
    std::set<AnnotationRef> gone;
    std::vector<Problem> problems = stream(
        path,
        [&](StreamHeader header) {
          header.schema = mapper.map(header.schema);
          if (mapper.leaves_out()) gone = left_out_of(stream, path, labels, project);
          if (on_header) on_header(std::move(header));
        },
        [&](AnnotatedDocument document) {
          mapper.map(document, [&](const AnnotationRef& end) { return gone.count(end) == 0; });
          if (on_document) on_document(std::move(document));
        });
    std::vector<Problem> more = mapper.problems();
    std::move(more.begin(), more.end(), std::back_inserter(problems));
    return problems;
  };
}

}  // namespace mitjul
