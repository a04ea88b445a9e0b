#include "import/label_studio_entry.h"

#include "import/json_members.h"

namespace mitjul {
namespace {

using nlohmann::json;

// The group of choices whose values are labels of the document.
constexpr std::string_view kDocumentGroup = "document";

}  // namespace

void LabelStudioEntry::add(const LabelStudioResults& results) {
  for (const LabelStudioLoss& loss : results.left_out) lose(loss.why, loss.id);
  for (const LabelStudioGroup& group : results.groups) set_.reserve(stated_id(group.id));
  add_regions(results.groups);
  for (const LabelStudioGroup& group : results.groups) {
    if (group.regions.empty()) add_document_answers(group);
  }
  for (const json* const relation : results.relations) add_relation(*relation);
  for (const auto& [why, count] : lost_) fields_.report(left_out(why, count));
}

void LabelStudioEntry::lose(LeftOut why, const std::string& id) {
  if (id.empty()) {
    ++lost_[why];
    return;
  }
  fields_.in_annotation(id);
  fields_.report(left_out(why, 1));
  fields_.in_annotation({});
}

/// All regions together, as their quotes tell the unit.
void LabelStudioEntry::add_regions(const std::vector<LabelStudioGroup>& groups) {
  std::vector<StatedSpan> stated;
  for (const LabelStudioGroup& group : groups) {
    for (const LabelStudioRegion& region : group.regions) {
      if (region.to == name_) stated.push_back(region.stated);
    }
  }
  const OffsetUnit unit = unit_of(text_.stated(), stated, OffsetUnit::CodePoints);
  if (unit != OffsetUnit::CodePoints) {
    fields_.report(ProblemCode::OtherOffsetUnit,
                   {std::string(to_string(OffsetUnit::CodePoints)), std::string(to_string(unit))});
  }
  for (const LabelStudioGroup& group : groups) {
    for (const LabelStudioRegion& region : group.regions) add_region(group, region, unit);
  }
}

/// A task may have several texts; one of another name may still be the same.
bool LabelStudioEntry::is_of_text(const LabelStudioRegion& region, OffsetUnit unit) const {
  if (region.to == name_) return true;
  const auto span = span_in(text_.stated(), region.stated, unit);
  return span && !region.stated.quote.empty() && text_.stated().slice(*span) == region.stated.quote;
}

void LabelStudioEntry::add_region(const LabelStudioGroup& group, const LabelStudioRegion& region, OffsetUnit unit) {
  if (!is_of_text(region, unit)) return lose(LeftOut::OtherText, group.id);
  fields_.in_annotation(group.id);
  std::vector<Problem> problems;
  const auto place = text_.place(region.stated, unit, problems);
  for (Problem& problem : problems) fields_.report(std::move(problem));
  for (const std::string& name : region.labels) {
    if (!place) break;
    const std::string label = labels_.span(name);
    Attributes attributes;
    for (const LabelStudioAnswer& answer : group.answers) labels_.add_answer(label, answer.from, answer, attributes);
    const std::optional<double> whole = set_.provenance().confidence;
    if (region.score) set_.provenance().confidence = region.score;
    const AnnotationId id = set_.add(label, Spans(*place), stated_id(group.id), std::move(attributes), region.note);
    set_.provenance().confidence = whole;
    if (!group.id.empty()) ends_.emplace(group.id, std::pair(id, label));
  }
  fields_.in_annotation({});
}

/// Ids of ours, of whoever they are: the set has its own annotator's alone.
std::optional<AnnotationId> LabelStudioEntry::stated_id(const std::string& text) const {
  const auto id = parse_annotation_id(text);
  return id && id->annotator == set_.annotator() ? id : std::nullopt;
}

/// What is about no region is about the document: choices are labels, and other answers values of a label.
void LabelStudioEntry::add_document_answers(const LabelStudioGroup& group) {
  std::vector<std::string> labels;
  for (const LabelStudioAnswer& answer : group.answers) {
    if (answer.from != kDocumentGroup || answer.type != AttributeType::Choice) continue;
    for (const std::vector<std::string>& path : answer.paths) labels.push_back(labels_.document(path));
  }
  const bool one = labels.size() == 1;
  Attributes attributes;
  std::vector<std::pair<std::string, Attributes>> others;
  for (const LabelStudioAnswer& answer : group.answers) {
    if (answer.from == kDocumentGroup && answer.type == AttributeType::Choice) continue;
    if (one) {
      labels_.add_answer(labels.front(), answer.from, answer, attributes);
    } else if (answer.type == AttributeType::Choice) {
      const std::string above = labels_.document({answer.from});
      for (const std::vector<std::string>& path : answer.paths)
        others.emplace_back(labels_.document(path, above), Attributes());
    } else {
      const std::string label = labels_.document({answer.from});
      Attributes value;
      labels_.add_answer(label, "value", answer, value);
      others.emplace_back(label, std::move(value));
    }
  }
  for (const std::string& label : labels) set_.add(label, WholeDocument{}, stated_id(group.id), attributes);
  for (auto& [label, values] : others) set_.add(label, WholeDocument{}, std::nullopt, std::move(values));
}

void LabelStudioEntry::add_relation(const json& relation) {
  const std::string first = text_in(relation, {"from_id"});
  auto from = ends_.find(first);
  auto to = ends_.find(text_in(relation, {"to_id"}));
  if (from == ends_.end() || to == ends_.end()) return lose(LeftOut::LostRelations, first);
  const std::string direction = text_in(relation, {"direction"});
  if (direction == "left") std::swap(from, to);
  std::vector<std::string> names = texts_in(member(relation, {"labels"}));
  if (names.empty()) names.emplace_back("relation");
  for (const std::string& name : names) {
    const std::string label = labels_.relation(name);
    const auto tie = [&](const auto& one, const auto& other) {
      Relation ends;
      ends.arguments.push_back({labels_.role(label, "from", one->second.second), {{}, one->second.first}});
      ends.arguments.push_back({labels_.role(label, "to", other->second.second), {{}, other->second.first}});
      set_.add(label, std::move(ends));
    };
    tie(from, to);
    if (direction == "bi") tie(to, from);
  }
}

}  // namespace mitjul
