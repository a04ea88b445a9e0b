#include "import/xmi_annotations.h"

#include <algorithm>
#include <initializer_list>

#include "core/utf8.h"

namespace mitjul {
namespace {

constexpr std::size_t kDeepestRelations = 64;
constexpr std::string_view kDkpro = "de.tudarmstadt.ukp.";

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view each) { return text.starts_with(each); });
}

/// What every file has, and is no annotation: sentences, tokens, descriptions of documents and layers.
bool is_given(std::string_view type) {
  return begins_with_any(
      type, {"de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.", "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.",
             "de.tudarmstadt.ukp.clarin.webanno.api.type.", "uima.", "mitjul."});
}

bool is_pair(const XmiStructure& each) { return each.node.attribute("Governor") && each.node.attribute("Dependent"); }

/// Whether the feature says where and what it is, and nothing beyond.
bool is_structural(const XmiStructure& each, std::string_view feature) {
  static const std::set<std::string_view> kNames{"xmi:id", "sofa", "begin", "end", "Governor", "Dependent"};
  return kNames.count(feature) != 0 || (feature == "value" && each.type == kNamedEntity);
}

}  // namespace

std::size_t XmiAnnotations::scan() {
  read(nullptr, nullptr);
  return known_.size();
}

void XmiAnnotations::read_into(AnnotationSet& set, const SourceText& source, std::set<AnnotationId>& taken) {
  ids_ = &taken;
  read(&set, &source);
}

void XmiAnnotations::read(AnnotationSet* set, const SourceText* source) {
  set_ = set;
  source_ = source;
  number_ = 0;
  known_.clear();
  taken_.clear();
  left_out_.clear();
  if (set != nullptr) collect_segments();
  for (const XmiStructure& each : file_.all()) {
    if (is_taken(each)) read_place(each);
  }
  read_relations();
  for (const XmiStructure& each : file_.all()) {
    if (known_.count(each.id()) != 0) read_links(each);
  }
  if (set == nullptr) return;
  for (auto& [id, annotation] : taken_) set->put(std::move(annotation));
  for (const auto& [what, count] : left_out_)
    report({}, ProblemCode::AnnotationsLeftOut, {what, std::to_string(count)});
}

void XmiAnnotations::report(pugi::xml_node node, ProblemCode code, std::vector<std::string> details) {
  file_.report(node, code, std::move(details), problems_);
}

/// Whether it is said of the text that is read, by somebody.
bool XmiAnnotations::is_taken(const XmiStructure& each) {
  if (is_given(each.type)) return false;
  const std::string sofa = xmi_value(each.node, "sofa");
  if (!sofa.empty() && sofa != file_.sofa()) {
    leave_out("sofa " + sofa);
    return false;
  }
  if (!file_.lists(each)) return false;  // deleted, or a part of another
  if (!sofa.empty() && each.type.starts_with(kDkpro) && each.type != kNamedEntity) {
    leave_out(each.name);
    return false;
  }
  return true;
}

/// Spans, and labels of the document.
void XmiAnnotations::read_place(const XmiStructure& each) {
  if (is_pair(each)) return;
  const bool has_place = each.node.attribute("begin") || each.node.attribute("end");
  if (xmi_value(each.node, "sofa").empty()) {
    if (has_place) leave_out(each.name);  // in no text
    return;
  }
  if (has_place) return read_span(each);
  take(each, labels_.label(each, LabelKind::Document), WholeDocument{});
}

void XmiAnnotations::read_span(const XmiStructure& each) {
  const auto begin = position(each, "begin");
  const auto end = position(each, "end");
  if (!begin || !end) return;
  if (*begin == *end) return leave_out(each.name + " (0)");
  const std::string label = labels_.label(each, LabelKind::Span);
  if (set_ == nullptr) return take(each, label, WholeDocument{});
  std::vector<Problem> problems;
  const auto place = source_->place(StatedSpan{*begin, *end, {}}, OffsetUnit::Utf16, problems);
  for (Problem& problem : problems) {
    if (problem.code == ProblemCode::SpanOutsideText)
      problem.details = {std::to_string(*begin), std::to_string(*end), std::to_string(source_->stated().utf16_length()),
                         std::string(to_string(OffsetUnit::Utf16))};
    report(each.node, problem.code, std::move(problem.details));
  }
  if (!place) return;
  const auto segments = segments_.find(each.id());
  take(each, label, segments == segments_.end() ? Anchor(Spans(*place)) : Anchor(Spans(segments->second)));
}

/// A problem, and nothing, where it is missing or no whole number.
std::optional<std::uint64_t> XmiAnnotations::position(const XmiStructure& each, const char* name) {
  const auto number = xmi_number(each.node, name);
  if (number || set_ == nullptr) return number;
  if (each.node.attribute(name)) {
    report(each.node, ProblemCode::InvalidXmlValue, {xmi_value(each.node, name), name});
  } else {
    report(each.node, ProblemCode::MissingXmlAttribute, {name, each.node.name()});
  }
  return std::nullopt;
}

void XmiAnnotations::collect_segments() {
  segments_.clear();
  for (const XmiStructure& each : file_.all()) {
    if (each.type != "mitjul.Segment") continue;
    const auto begin = xmi_number(each.node, "begin");
    const auto end = xmi_number(each.node, "end");
    std::vector<Problem> ignored;  // its annotation has the place of all
    if (!begin || !end) continue;
    const auto place = source_->place(StatedSpan{*begin, *end, {}}, OffsetUnit::Utf16, ignored);
    if (place) segments_[xmi_value(each.node, "of")].push_back(*place);
  }
}

Annotation XmiAnnotations::made(const std::string& label, Anchor anchor) {
  const AnnotatorKey annotator = set_ == nullptr ? AnnotatorKey() : set_->key().annotator;
  return {{annotator, ++number_}, label, std::move(anchor), {}, "", provenance_};
}

void XmiAnnotations::take(const XmiStructure& each, const std::string& label, Anchor anchor) {
  const std::string id = each.id();
  if (known_.count(id) != 0) {
    if (set_ == nullptr) report(each.node, ProblemCode::DuplicateId, {id});
    return;
  }
  known_.emplace(id, label);
  Annotation annotation = made(label, std::move(anchor));
  const auto own = parse_annotation_id(xmi_value(each.node, "identifier"));
  if (own && set_ != nullptr && (file_.own() || ids_->count(*own) == 0)) annotation.id = *own;
  read_features(each, own.has_value(), annotation);
  if (set_ != nullptr) put(each, std::move(annotation));
}

void XmiAnnotations::put(const XmiStructure& each, Annotation annotation) {
  if (!ids_->insert(annotation.id).second) report(each.node, ProblemCode::DuplicateId, {to_string(annotation.id)});
  taken_.emplace(each.id(), std::move(annotation));
}

void XmiAnnotations::read_features(const XmiStructure& each, bool ours, Annotation& annotation) {
  for (const pugi::xml_attribute attribute : each.node.attributes()) {
    const std::string name = attribute.name();
    if (is_structural(each, name)) continue;
    if (ours && name == "identifier") continue;
    if (ours && name == "note") {
      if (is_clean_text(attribute.value())) annotation.note = attribute.value();
      continue;
    }
    if (!is_reference(each, attribute)) read_feature(each, name, attribute.value(), annotation);
  }
  read_several(each, annotation);
}

/// By the type system; without one, what looks like a reference to links.
bool XmiAnnotations::is_reference(const XmiStructure& each, pugi::xml_attribute attribute) const {
  const std::string range = labels_.types().range(each.type, attribute.name());
  if (!range.empty()) return !is_value_range(range);
  const std::vector<std::string> ids = xmi_words(attribute.value());
  return !ids.empty() && std::all_of(ids.begin(), ids.end(), [&](const auto& id) { return is_link(id); });
}

bool XmiAnnotations::is_link(const std::string& id) const {
  const XmiStructure* const found = file_.find(id);
  return found != nullptr && found->node.attribute("target") && !found->node.attribute("begin");
}

void XmiAnnotations::read_feature(const XmiStructure& each, const std::string& name, const std::string& value,
                                  Annotation& annotation) {
  if (!is_clean_text(value)) {
    if (set_ != nullptr) report(each.node, ProblemCode::IllegalCharacter, {name});
    return;
  }
  const auto id = labels_.attribute(annotation.label, each, name, value);
  if (!id) return leave_out(name);
  annotation.attributes[*id] = {value};
}

/// Strings of an array stand in elements.
void XmiAnnotations::read_several(const XmiStructure& each, Annotation& annotation) {
  for (const pugi::xml_node child : each.node.children()) {
    const std::string value = child.child_value();
    if (child.type() != pugi::node_element || value.empty() || !is_clean_text(value)) continue;
    const auto choice = labels_.choice(annotation.label, each, child.name(), value);
    if (!choice) {
      leave_out(child.name());
      continue;
    }
    std::vector<std::string>& values = annotation.attributes[choice->attribute];
    if (std::find(values.begin(), values.end(), choice->value) == values.end()) values.push_back(choice->value);
  }
}

/// Relations may be ends of relations: each is taken as soon as its ends are.
void XmiAnnotations::read_relations() {
  std::vector<const XmiStructure*> waiting;
  for (const XmiStructure& each : file_.all()) {
    if (known_.count(each.id()) == 0 && !is_given(each.type) && is_taken_relation(each)) waiting.push_back(&each);
  }
  for (std::size_t round = 0; round < kDeepestRelations && !waiting.empty(); ++round) {
    std::vector<const XmiStructure*> later;
    for (const XmiStructure* const each : waiting) {
      const auto ends = ends_of(*each);
      if (std::all_of(ends.begin(), ends.end(), [&](const auto& end) { return known_.count(end.second) != 0; })) {
        take_relation(*each);
      } else {
        later.push_back(each);
      }
    }
    waiting = std::move(later);
  }
  for (const XmiStructure* const each : waiting) leave_out(each->name);
}

bool XmiAnnotations::is_taken_relation(const XmiStructure& each) const {
  if (!file_.lists(each)) return false;
  const std::string sofa = xmi_value(each.node, "sofa");
  if (!sofa.empty() && sofa != file_.sofa()) return false;
  if (each.type.starts_with(kDkpro)) return false;
  return ends_of(each).size() > 1;
}

/// Of relations of INCEpTION, and of structures without a place that refer to others.
XmiAnnotations::Ends XmiAnnotations::ends_of(const XmiStructure& each) const {
  if (is_pair(each))
    return {{"Governor", xmi_value(each.node, "Governor")}, {"Dependent", xmi_value(each.node, "Dependent")}};
  Ends ends;
  if (each.node.attribute("sofa")) return ends;
  for (const pugi::xml_attribute attribute : each.node.attributes()) {
    const std::string range = labels_.types().range(each.type, attribute.name());
    if (!range.empty() && !is_value_range(range)) ends.emplace_back(attribute.name(), attribute.value());
  }
  return ends;
}

void XmiAnnotations::take_relation(const XmiStructure& each) {
  Relation relation;
  const std::string label = labels_.label(each, LabelKind::Relation);
  for (const auto& [feature, id] : ends_of(each))
    add_end(relation, labels_.role(label, each, feature, known_.at(id)), id);
  take(each, label, std::move(relation));
}

void XmiAnnotations::add_end(Relation& relation, std::string role, const std::string& id) {
  const auto found = taken_.find(id);
  const AnnotationId target = found == taken_.end() ? AnnotationId() : found->second.id;
  relation.arguments.push_back({std::move(role), {{}, target}});
}

/// The slots of a span become a relation between it and what is in them.
void XmiAnnotations::read_links(const XmiStructure& each) {
  for (const pugi::xml_attribute attribute : each.node.attributes()) {
    const std::string feature = attribute.name();
    if (is_structural(each, feature) || !is_reference(each, attribute)) continue;
    Ends ends;
    for (const std::string& id : xmi_words(attribute.value())) {
      if (!is_link(id)) continue;
      const pugi::xml_node link = file_.find(id)->node;
      const std::string target = xmi_value(link, "target");
      if (known_.count(target) == 0) continue;
      const std::string role = xmi_value(link, "role");
      ends.emplace_back(role.empty() || !is_clean_text(role) ? "target" : role, target);
    }
    if (!ends.empty()) take_links(each, feature, ends);
  }
}

void XmiAnnotations::take_links(const XmiStructure& each, const std::string& feature, const Ends& ends) {
  Relation relation;
  const std::string label = labels_.label_of_slots(each, feature);
  const auto add = [&](const std::string& role, const std::string& target) {
    add_end(relation, labels_.role(label, role, known_.at(target)), target);
  };
  add("slots of", each.id());
  std::map<std::string, int> seen;
  for (const auto& [role, target] : ends) {
    const int number = ++seen[role];
    add(number == 1 ? role : role + " " + std::to_string(number), target);
  }
  if (set_ == nullptr) return;
  Annotation annotation = made(label, std::move(relation));
  if (ids_->insert(annotation.id).second) set_->put(std::move(annotation));
}

}  // namespace mitjul
