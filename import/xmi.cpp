#include "import/xmi.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "core/annotation_checks.h"
#include "core/file_io.h"
#include "core/utf8.h"
#include "import/clean_name.h"
#include "import/file_time.h"
#include "import/folder_files.h"
#include "import/source_text.h"
#include "import/uima_type_system.h"
#include "import/used_schema.h"
#include "import/xmi_structures.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostUses = 10'000;
constexpr std::size_t kDeepestRelations = 64;
constexpr std::string_view kDkpro = "de.tudarmstadt.ukp.";
constexpr std::string_view kNamedEntity = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

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

/// One `.xmi` file. Read twice: for what its annotations use, and for the annotations.
class XmiFile {
 public:
  XmiFile(const fs::path& path, const UimaTypeSystem& types, UsedSchema& used)
      : path_(path), types_(types), used_(used) {}

  /// Whether it can be read as XMI; `problems` says why not.
  bool load(std::vector<Problem>& problems) {
    problems_ = &problems;
    if (!file_.load(path_, problems)) return false;
    const auto key = AnnotatorKey::parse(xmi_value(file_.own(), "annotatorKey"));
    const std::string name = xmi_value(file_.own(), "annotatorName");
    if (key && !name.empty() && is_clean_text(name)) {
      annotator_ = *key;
      annotator_name_ = name;
    }
    return true;
  }

  Annotator annotator() const { return {annotator_, annotator_name_, true}; }

  /// Makes the labels known.
  void scan() { read(nullptr); }

  AnnotatedDocument document(std::vector<Problem>& problems) {
    problems_ = &problems;
    AnnotatedDocument document;
    source_.emplace(file_.text());
    document.document = Document::make(name(), source_->text());
    DocumentInfo& info = document.document.info;
    info.substitutions = source_->substitutions();
    const auto key = DocumentKey::parse(xmi_value(file_.own(), "documentKey"));
    info.key = key ? *key : DocumentKey::made_from("xmi " + info.name + " " + info.sha256);
    if (const std::string title = xmi_value(file_.metadata(), "documentTitle"); !title.empty() && title != info.name) {
      info.title = title;
    }
    const std::string language = xmi_value(file_.metadata(), "language");
    if (!language.empty() && language != "x-unspecified") info.language = language;
    AnnotationSet& set = document.set({info.key, annotator_, xmi_value(file_.own(), "curated") == "true"});
    read(&set);
    const auto state = parse_set_state(xmi_value(file_.own(), "state"));
    set.set_state(state ? *state : set.size() > 0 ? SetState::InProgress : SetState::New);
    if (!is_clean_text(info.title) || !is_clean_text(info.language)) info.title = info.language = "";
    return document;
  }

 private:
  void report(pugi::xml_node node, ProblemCode code, std::vector<std::string> details) {
    file_.report(node, code, std::move(details), *problems_);
  }

  std::string name() const {
    const std::string own = xmi_value(file_.own(), "documentName");
    return own.empty() || !is_clean_text(own) ? clean_name(path_to_utf8(path_.filename())) : own;
  }

  /// `set`: nullptr where only the labels are to be known.
  void read(AnnotationSet* set) {
    set_ = set;
    number_ = 0;
    taken_.clear();
    labels_.clear();
    left_out_.clear();
    if (set != nullptr) collect_segments();
    for (const XmiStructure& each : file_.all()) {
      if (is_taken(each)) read_place(each);
    }
    read_relations();
    for (const XmiStructure& each : file_.all()) {
      if (labels_.count(each.id()) != 0) read_links(each);
    }
    if (set == nullptr) return;
    for (auto& [id, annotation] : taken_) set->put(std::move(annotation));
    for (const auto& [what, count] : left_out_)
      report({}, ProblemCode::AnnotationsLeftOut, {what, std::to_string(count)});
  }

  void leave_out(const std::string& what) { ++left_out_[what]; }

  /// Whether it is said of the text that is read, by somebody.
  bool is_taken(const XmiStructure& each) {
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

  bool is_pair(const XmiStructure& each) const {
    return each.node.attribute("Governor") && each.node.attribute("Dependent");
  }

  /// Spans, and labels of the document.
  void read_place(const XmiStructure& each) {
    if (xmi_value(each.node, "sofa").empty() || is_pair(each)) return;
    if (!each.node.attribute("begin")) return take(each, label_of(each, LabelKind::Document), WholeDocument{});
    const auto begin = xmi_number(each.node, "begin");
    const auto end = xmi_number(each.node, "end");
    if (!begin || !end) {
      if (set_ != nullptr) report(each.node, ProblemCode::InvalidXmlValue, {xmi_value(each.node, "end"), "begin, end"});
      return;
    }
    if (*begin == *end) return leave_out(each.name + " (0)");
    const std::string label = label_of(each, LabelKind::Span);
    if (set_ == nullptr) return take(each, label, WholeDocument{});
    std::vector<Problem> problems;
    const auto place = source_->place(StatedSpan{*begin, *end, {}}, OffsetUnit::Utf16, problems);
    for (Problem& problem : problems) report(each.node, problem.code, std::move(problem.details));
    if (!place) return;
    const auto segments = segments_.find(each.id());
    take(each, label, segments == segments_.end() ? Anchor(Spans(*place)) : Anchor(Spans(segments->second)));
  }

  void collect_segments() {
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

  /// The entity's kind is what INCEpTION's own layer of them says in its value.
  std::string label_of(const XmiStructure& each, LabelKind kind) {
    const std::string value = each.type == kNamedEntity ? xmi_value(each.node, "value") : "";
    const std::string& name = value.empty() || !is_clean_text(value) ? each.name : value;
    std::string label = used_.label(kind, name);
    return label;
  }

  Annotation made(const std::string& label, Anchor anchor) {
    Annotation annotation{{annotator_, ++number_}, label, std::move(anchor), {}, "", {}};
    annotation.provenance.method = Method::Import;
    annotation.provenance.created = time_;
    annotation.provenance.origin = clean_name(path_to_utf8(path_.filename()));
    return annotation;
  }

  void take(const XmiStructure& each, const std::string& label, Anchor anchor) {
    const std::string id = each.id();
    if (labels_.count(id) != 0) {
      if (set_ == nullptr) report(each.node, ProblemCode::DuplicateId, {id});
      return;
    }
    labels_.emplace(id, label);
    Annotation annotation = made(label, std::move(anchor));
    const auto own = parse_annotation_id(xmi_value(each.node, "identifier"));
    // Copied in INCEpTION, an annotation keeps the identifier of the other one.
    if (own && (file_.own() || ids_.count(*own) == 0)) annotation.id = *own;
    read_features(each, own.has_value(), annotation);
    if (set_ != nullptr) add_annotation(each, std::move(annotation));
  }

  void add_annotation(const XmiStructure& each, Annotation annotation) {
    if (!ids_.insert(annotation.id).second) report(each.node, ProblemCode::DuplicateId, {to_string(annotation.id)});
    taken_.emplace(each.id(), std::move(annotation));
  }

  static bool is_structural(std::string_view name) {
    static const std::set<std::string_view> kNames{"xmi:id", "sofa", "begin", "end", "Governor", "Dependent", "value"};
    return kNames.count(name) != 0;
  }

  void read_features(const XmiStructure& each, bool ours, Annotation& annotation) {
    for (const pugi::xml_attribute attribute : each.node.attributes()) {
      const std::string name = attribute.name();
      if (is_structural(name) && !(name == "value" && each.type != kNamedEntity)) continue;
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
  bool is_reference(const XmiStructure& each, pugi::xml_attribute attribute) const {
    const std::string range = types_.range(each.type, attribute.name());
    if (!range.empty()) return !is_value_range(range);
    const std::vector<std::string> ids = xmi_words(attribute.value());
    return !ids.empty() && std::all_of(ids.begin(), ids.end(), [&](const auto& id) { return is_link(id); });
  }

  static bool is_value_range(const std::string& range) {
    static const std::set<std::string> kValues{"uima.cas.String", "uima.cas.Boolean", "uima.cas.Integer",
                                               "uima.cas.Long",   "uima.cas.Short",   "uima.cas.Byte",
                                               "uima.cas.Float",  "uima.cas.Double",  "uima.cas.StringArray"};
    return kValues.count(range) != 0;
  }

  bool is_link(const std::string& id) const {
    const XmiStructure* const found = file_.find(id);
    return found != nullptr && found->node.attribute("target") && !found->node.attribute("begin");
  }

  void read_feature(const XmiStructure& each, const std::string& name, const std::string& value,
                    Annotation& annotation) {
    if (!is_clean_text(value)) {
      if (set_ != nullptr) report(each.node, ProblemCode::IllegalCharacter, {name});
      return;
    }
    if (!has_room_for(annotation.label, name, "")) return;
    const std::string range = types_.range(each.type, name);
    Attribute checked;
    checked.type = range == "uima.cas.Boolean"                   ? AttributeType::Boolean
                   : range.empty() || range == "uima.cas.String" ? AttributeType::Text
                                                                 : AttributeType::Number;
    if (!is_value_of(checked, value)) checked.type = AttributeType::Text;
    annotation.attributes[used_.attribute(annotation.label, name, checked.type)] = {value};
  }

  /// No schema has that many; a hostile file may.
  bool has_room_for(const std::string& label, const std::string& feature, const std::string& value) {
    if (uses_.size() < kMostUses) {
      uses_.insert({label, feature, value});
      return true;
    }
    if (uses_.count({label, feature, value}) != 0) return true;
    leave_out(feature);
    return false;
  }

  /// Strings of an array stand in elements.
  void read_several(const XmiStructure& each, Annotation& annotation) {
    for (const pugi::xml_node child : each.node.children()) {
      const std::string value = child.child_value();
      const std::string name = child.name();
      if (child.type() != pugi::node_element || value.empty() || !is_clean_text(value)) continue;
      if (!has_room_for(annotation.label, name, value)) continue;
      const std::string id = used_.attribute(annotation.label, name, AttributeType::Choices);
      std::vector<std::string>& values = annotation.attributes[id];
      const std::string said = used_.value(annotation.label, id, value);
      if (std::find(values.begin(), values.end(), said) == values.end()) values.push_back(said);
    }
  }

  /// Relations may be ends of relations: each is taken as soon as its ends are.
  void read_relations() {
    std::vector<const XmiStructure*> waiting;
    for (const XmiStructure& each : file_.all()) {
      if (labels_.count(each.id()) == 0 && !is_given(each.type) && is_taken_relation(each)) waiting.push_back(&each);
    }
    for (std::size_t round = 0; round < kDeepestRelations && !waiting.empty(); ++round) {
      std::vector<const XmiStructure*> later;
      for (const XmiStructure* const each : waiting) {
        const auto ends = ends_of(*each);
        if (std::all_of(ends.begin(), ends.end(), [&](const auto& end) { return labels_.count(end.second) != 0; })) {
          take_relation(*each);
        } else {
          later.push_back(each);
        }
      }
      waiting = std::move(later);
    }
    for (const XmiStructure* const each : waiting) leave_out(each->name);
  }

  bool is_taken_relation(const XmiStructure& each) {
    if (!file_.lists(each)) return false;
    const std::string sofa = xmi_value(each.node, "sofa");
    if (!sofa.empty() && sofa != file_.sofa()) return false;
    if (each.type.starts_with(kDkpro)) return false;
    return ends_of(each).size() > 1;
  }

  /// Roles and what plays them: of relations of INCEpTION, and of structures without a place that refer to others.
  std::vector<std::pair<std::string, std::string>> ends_of(const XmiStructure& each) const {
    std::vector<std::pair<std::string, std::string>> ends;
    if (is_pair(each)) {
      ends.emplace_back("Governor", xmi_value(each.node, "Governor"));
      ends.emplace_back("Dependent", xmi_value(each.node, "Dependent"));
    } else if (!each.node.attribute("sofa")) {
      for (const pugi::xml_attribute attribute : each.node.attributes()) {
        const std::string range = types_.range(each.type, attribute.name());
        if (!range.empty() && !is_value_range(range)) ends.emplace_back(attribute.name(), attribute.value());
      }
    }
    return ends;
  }

  void take_relation(const XmiStructure& each) {
    Relation relation;
    const std::string label = label_of(each, LabelKind::Relation);
    for (const auto& [name, id] : ends_of(each)) add_end(relation, label, name, id);
    take(each, label, std::move(relation));
  }

  void add_end(Relation& relation, const std::string& label, const std::string& name, const std::string& id) {
    const std::string role = used_.role(label, name, labels_.at(id));
    AnnotationId target;
    if (const auto found = taken_.find(id); found != taken_.end()) target = found->second.id;
    relation.arguments.push_back({role, {{}, target}});
  }

  /// The slots of a span become a relation between it and what is in them.
  void read_links(const XmiStructure& each) {
    for (const pugi::xml_attribute attribute : each.node.attributes()) {
      const std::string feature = attribute.name();
      if (is_structural(feature) || !is_reference(each, attribute)) continue;
      std::vector<std::pair<std::string, std::string>> ends;
      for (const std::string& id : xmi_words(attribute.value())) {
        if (!is_link(id)) continue;
        const pugi::xml_node link = file_.find(id)->node;
        const std::string target = xmi_value(link, "target");
        if (labels_.count(target) == 0) continue;
        const std::string role = xmi_value(link, "role");
        ends.emplace_back(role.empty() || !is_clean_text(role) ? "target" : role, target);
      }
      if (!ends.empty()) take_links(each, feature, ends);
    }
  }

  void take_links(const XmiStructure& each, const std::string& feature,
                  const std::vector<std::pair<std::string, std::string>>& ends) {
    Relation relation;
    const std::string label = used_.label(LabelKind::Relation, each.name + "." + feature);
    add_end(relation, label, "slots of", each.id());
    std::map<std::string, int> seen;
    for (const auto& [role, target] : ends) {
      const int number = ++seen[role];
      add_end(relation, label, number == 1 ? role : role + " " + std::to_string(number), target);
    }
    if (set_ == nullptr) return;
    Annotation annotation = made(label, std::move(relation));
    if (ids_.insert(annotation.id).second) set_->put(std::move(annotation));
  }

  const fs::path& path_;
  const UimaTypeSystem& types_;
  UsedSchema& used_;
  std::vector<Problem>* problems_ = nullptr;
  const Time time_ = time_of_file(path_);
  XmiStructures file_;
  AnnotatorKey annotator_ = AnnotatorKey::made_from("annotator xmi");
  std::string annotator_name_ = "xmi";
  std::optional<SourceText> source_;
  AnnotationSet* set_ = nullptr;
  std::int64_t number_ = 0;
  std::map<std::string, std::string> labels_;  ///< by xmi:id
  std::map<std::string, Annotation> taken_;    ///< by xmi:id
  std::set<AnnotationId> ids_;
  std::set<std::array<std::string, 3>> uses_;
  std::map<std::string, std::vector<Span>> segments_;
  std::map<std::string, std::size_t> left_out_;
};

UimaTypeSystem type_system_for(const fs::path& path, std::vector<Problem>& problems) {
  std::error_code unknown;
  for (const fs::path& beside : companions_of_xmi(path)) {
    if (fs::is_regular_file(beside, unknown)) return {beside, problems};
  }
  return {};
}

}  // namespace

std::vector<Problem> read_xmi(const fs::path& path, const OnHeader& on_header, const OnDocument& on_document) {
  std::vector<Problem> problems;
  const std::vector<fs::path> files = files_in(path, ".xmi");
  UsedSchema used;
  std::vector<Annotator> annotators;
  for (const fs::path& file : files) {
    const UimaTypeSystem types = type_system_for(file, problems);
    XmiFile read(file, types, used);
    if (!read.load(problems)) continue;
    read.scan();
    if (std::find(annotators.begin(), annotators.end(), read.annotator()) == annotators.end())
      annotators.push_back(read.annotator());
  }
  if (on_header) on_header({used.finish("xmi"), annotators, true});
  if (!on_document) return problems;
  for (const fs::path& file : files) {
    std::vector<Problem> said;  // of the file's form and its type system, above
    const UimaTypeSystem types = type_system_for(file, said);
    XmiFile read(file, types, used);
    if (read.load(said)) on_document(read.document(problems));
  }
  return problems;
}

bool looks_like_xmi(std::string_view /*extension*/, std::string_view beginning) {
  return beginning.find("\"http://www.omg.org/XMI\"") != std::string_view::npos &&
         beginning.find(":XMI") != std::string_view::npos;
}

std::vector<fs::path> companions_of_xmi(const fs::path& path) {
  return {path.parent_path() / "TypeSystem.xml", path.parent_path() / "typesystem.xml"};
}

}  // namespace mitjul
