#include "import/foreign_lines.h"

#include <map>
#include <set>

#include "core/file_io.h"
#include "core/left_out.h"
#include "import/clean_name.h"
#include "import/foreign_row.h"
#include "import/foreign_set.h"
#include "import/json_fields.h"
#include "import/json_lines.h"
#include "import/json_members.h"
#include "import/used_schema.h"

namespace mitjul {
namespace {

using nlohmann::json;
using Names = std::initializer_list<const char*>;

/// Members of a row that are read as what they are, and are no metadata.
bool is_known_member(const std::string& name) {
  static const std::set<std::string> kKnown{
      "text", "data",     "content", "spans",      "entities",   "label",    "labels",    "relations", "doc_id",
      "id",   "doc_name", "name",    "title",      "meta",       "language", "annotator", "tokens",    "annotator_key",
      "cats", "answer",   "ents",    "_task_hash", "_input_hash"};
  return kKnown.count(name) != 0;
}

class ForeignLines {
 public:
  ForeignLines(const std::filesystem::path& path, const ForeignLinesFormat& format,
               const std::vector<ForeignPart>& parts)
      : path_(path), file_(path), format_(format), parts_(parts), fields_(problems_) {}

  std::vector<Problem> read(const OnHeader& on_header, const OnDocument& on_document) {
    read_parts({});
    StreamHeader header{used_.finish(std::string(format_.name)), annotators_.list(), true};
    if (on_header) on_header(std::move(header));
    problems_.clear();
    const std::vector<Problem> malformed = read_parts(on_document);
    problems_.insert(problems_.end(), malformed.begin(), malformed.end());
    return std::move(problems_);
  }

 private:
  std::vector<Problem> read_parts(const OnDocument& on_document) {
    std::vector<Problem> malformed;
    times_.clear();
    for (const ForeignPart& part : parts_) {
      part_ = &part;
      row_ = 0;
      // Lines are those of the part.
      const std::string where = parts_.size() > 1 ? part.name : "";
      auto found = read_json_lines(part.open(), path_, [&](const json& row, std::size_t line) {
        ++row_;
        fields_.in_line(line);
        fields_.in_document(where);
        read_row(row, on_document);
        return true;
      });
      for (Problem& problem : found) problem.place.document = where;
      malformed.insert(malformed.end(), found.begin(), found.end());
    }
    return malformed;
  }

  void read_row(const json& row, const OnDocument& on_document) {
    const json* const text = member(row, {"text", "data", "content"});
    fields_.in_annotation({});
    if (text == nullptr || !text->is_string()) {
      return fields_.report(text == nullptr ? ProblemCode::MissingField : ProblemCode::WrongFieldType, {"text"});
    }
    static const json kNothing = json::object();
    const json* const stated = member(row, {"meta"});
    const json& meta = stated != nullptr && stated->is_object() ? *stated : kNothing;
    const SourceText source(text->get_ref<const std::string&>());
    AnnotatedDocument document;
    document.document = document_of(source, name_of(row, meta));
    DocumentInfo& info = document.document.info;
    fields_.in_document(info.name);
    info.title = either(row, meta, {"title"});
    if (const std::string language = either(row, meta, {"language"}); !language.empty()) info.language = language;
    read_metadata(row, info);
    read_metadata(meta, info);

    std::string annotator = either(row, meta, {"annotator"});
    if (annotator.empty()) annotator = part_->annotator;
    info.key = key_of(either(row, meta, {"doc_id", "id"}), annotator, info.sha256);
    const ForeignRow said = read_foreign_row(row, fields_);
    if (!said.spans.empty() || !said.labels.empty()) {
      const std::string key = either(row, meta, {"annotator_key"});
      annotator_ = annotators_.find(annotator, key);
      // Numbers are ours only where the row says whose they are.
      ours_ = AnnotatorKey::parse(key).has_value();
    }
    read_annotations(said, source, document);
    if (on_document) on_document(std::move(document));
  }

  static std::string either(const json& row, const json& meta, Names names) {
    std::string text = text_in(row, names);
    return text.empty() ? text_in(meta, names) : text;
  }

  std::string name_of(const json& row, const json& meta) const {
    std::string name = either(row, meta, {"doc_name", "name"});
    if (name.empty()) name = either(row, meta, {"doc_id", "id"});
    return name.empty() || name == std::to_string(row_) ? part_->name + " " + std::to_string(row_) : name;
  }

  /// The key that a row has of us, or one of its id and text; where an annotator has the same text several times
  /// without an id, these are several documents.
  DocumentKey key_of(const std::string& id, const std::string& annotator, const std::string& text) {
    if (const auto ours = DocumentKey::parse(id)) return *ours;
    const std::string same = std::string(format_.name) + " " + id + " " + text;
    const int time = ++times_[DocumentKey::made_from(annotator + " " + same)];
    return DocumentKey::made_from(same + " " + std::to_string(time));
  }

  static void read_metadata(const json& object, DocumentInfo& info) {
    for (const auto& [name, value] : object.items()) {
      if (value.is_null() || (is_known_member(name) && !(name == "meta" && !value.is_object()))) continue;
      // What people said of the text in doccano is a list, and each of them one.
      const bool several = name == "Comments" && value.is_array();
      for (const json& each : several ? value : json::array({value}))
        info.metadata.emplace_back(clean_name(name), all_text_in(each));
    }
  }

  void read_annotations(const ForeignRow& row, const SourceText& text, AnnotatedDocument& document) {
    ForeignSet set(document, annotator_, file_);
    ends_.clear();
    for (const ForeignSpan& span : row.spans) set.reserve(stated_id(span.id));
    for (const ForeignRelation& relation : row.relations) set.reserve(stated_id(relation.id));
    place(row.spans, text, set);
    for (const ForeignLabel& label : row.labels) {
      set.provenance().confidence = label.score;
      set.add(used_.label(LabelKind::Document, label.name), WholeDocument{});
    }
    set.provenance().confidence = std::nullopt;
    add_relations(row.relations, set);
  }

  void place(const std::vector<ForeignSpan>& spans, const SourceText& text, ForeignSet& set) {
    std::vector<StatedSpan> stated;
    stated.reserve(spans.size());
    for (const ForeignSpan& span : spans) stated.push_back(span.stated);
    const OffsetUnit unit = unit_of(text.stated(), stated, format_.usual);
    if (unit != format_.usual) {
      fields_.report(ProblemCode::OtherOffsetUnit,
                     {std::string(to_string(format_.usual)), std::string(to_string(unit))});
    }
    std::map<std::string, std::string> labels;  // of ids
    for (const ForeignSpan& span : spans) {
      fields_.in_annotation(span.id);
      std::vector<Problem> problems;
      const auto place = text.place(span.stated, unit, problems);
      for (Problem& problem : problems) fields_.report(std::move(problem));
      const std::string label = used_.label(LabelKind::Span, span.label);
      if (!span.id.empty() && !labels.emplace(span.id, label).second &&
          (format_.ids_once || labels.at(span.id) != label)) {
        fields_.report(ProblemCode::DuplicateId, {span.id});
      } else if (place) {
        const AnnotationId id = set.add(label, Spans(*place), stated_id(span.id));
        if (!span.id.empty()) ends_.emplace(span.id, std::pair(id, label));
      }
      fields_.in_annotation({});
    }
  }

  std::optional<AnnotationId> stated_id(const std::string& text) const {
    if (!ours_) return std::nullopt;
    auto id = parse_annotation_id(text);
    if (!id) id = parse_annotation_id(annotator_.str() + "-" + text);
    return id && id->annotator == annotator_ ? id : std::nullopt;
  }

  void add_relations(const std::vector<ForeignRelation>& relations, ForeignSet& set) {
    std::size_t lost = 0;
    std::set<std::string> ids;
    for (const ForeignRelation& relation : relations) {
      if (!relation.id.empty() && !ids.insert(relation.id).second) {
        fields_.report(ProblemCode::DuplicateId, {relation.id});
        continue;
      }
      const auto head = ends_.find(relation.head);
      const auto child = ends_.find(relation.child);
      if (head == ends_.end() || child == ends_.end()) {
        ++lost;
        continue;
      }
      const std::string label = used_.label(LabelKind::Relation, relation.label);
      Relation ends;
      ends.arguments.push_back({used_.role(label, "from", head->second.second), {{}, head->second.first}});
      ends.arguments.push_back({used_.role(label, "to", child->second.second), {{}, child->second.first}});
      set.add(label, std::move(ends), stated_id(relation.id));
    }
    if (lost > 0) fields_.report(left_out(LeftOut::LostRelations, lost));
  }

  const std::filesystem::path& path_;
  const ForeignFile file_;
  const ForeignLinesFormat& format_;
  const std::vector<ForeignPart>& parts_;
  std::vector<Problem> problems_;
  JsonFields fields_;
  UsedSchema used_;
  ForeignAnnotators annotators_;
  const ForeignPart* part_ = nullptr;
  std::size_t row_ = 0;               ///< in the part
  std::map<DocumentKey, int> times_;  ///< how often an annotator has had a text of an id
  AnnotatorKey annotator_;
  bool ours_ = false;
  std::map<std::string, std::pair<AnnotationId, std::string>> ends_;  ///< spans of the row, with their labels
};

}  // namespace

std::vector<Problem> read_foreign_lines(const std::filesystem::path& path, const ForeignLinesFormat& format,
                                        const std::vector<ForeignPart>& parts, const OnHeader& on_header,
                                        const OnDocument& on_document) {
  return ForeignLines(path, format, parts).read(on_header, on_document);
}

std::vector<Problem> read_foreign_lines(const std::filesystem::path& path, const ForeignLinesFormat& format,
                                        const OnHeader& on_header, const OnDocument& on_document) {
  const ForeignPart whole{clean_name(path_to_utf8(path.stem())), std::string(format.name),
                          [&] { return bytes_of_file(path); }};
  return read_foreign_lines(path, format, {whole}, on_header, on_document);
}

}  // namespace mitjul
