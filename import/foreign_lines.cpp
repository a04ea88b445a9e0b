#include "import/foreign_lines.h"

#include <array>
#include <map>
#include <set>

#include "import/clean_name.h"
#include "import/foreign_set.h"
#include "import/json_fields.h"
#include "import/json_lines.h"
#include "import/json_members.h"
#include "import/used_schema.h"

namespace mitjul {
namespace {

using nlohmann::json;
using Names = std::initializer_list<const char*>;

bool is_position(const json& value) { return value.is_number_unsigned(); }

/// Members of a row that are read as what they are, and are no metadata.
bool is_known_member(const std::string& name) {
  static const std::set<std::string> kKnown{
      "text",     "data",     "content", "spans", "entities",   "label",      "labels",    "relations", "doc_id",
      "id",       "doc_name", "name",    "title", "meta",       "language",   "annotator", "tokens",    "annotator_key",
      "Comments", "cats",     "answer",  "ents",  "_task_hash", "_input_hash"};
  return kKnown.count(name) != 0;
}

/// One span as a row states it.
struct RowSpan {
  StatedSpan stated;
  std::string label;
  std::string id;
};

class ForeignLines {
 public:
  ForeignLines(const std::filesystem::path& path, const ForeignLinesFormat& format)
      : path_(path), file_(path), format_(format), fields_(problems_) {}

  std::vector<Problem> read(const OnHeader& on_header, const OnDocument& on_document) {
    read_rows({});
    StreamHeader header{used_.finish(std::string(format_.name)), annotators_.list(), true};
    if (on_header) on_header(std::move(header));
    problems_.clear();
    const std::vector<Problem> malformed = read_rows(on_document);
    problems_.insert(problems_.end(), malformed.begin(), malformed.end());
    return std::move(problems_);
  }

 private:
  std::vector<Problem> read_rows(const OnDocument& on_document) {
    row_ = 0;
    return read_json_lines(path_, [&](const json& row, std::size_t line) {
      ++row_;
      fields_.in_line(line);
      read_row(row, on_document);
      return true;
    });
  }

  void read_row(const json& row, const OnDocument& on_document) {
    const json* const text = member(row, {"text", "data", "content"});
    fields_.in_document({});
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
    info.key = DocumentKey::parse(either(row, meta, {"doc_id", "id"})).value_or(file_.key_of(row_));
    info.title = either(row, meta, {"title"});
    if (const std::string language = either(row, meta, {"language"}); !language.empty()) info.language = language;
    read_metadata(row, info);
    read_metadata(meta, info);

    const std::string annotator = either(row, meta, {"annotator"});
    const std::string key = either(row, meta, {"annotator_key"});
    annotator_ = annotators_.find(annotator.empty() ? std::string(format_.name) : annotator, key);
    // Numbers are ours only where the row says whose they are.
    ours_ = AnnotatorKey::parse(key).has_value();
    read_annotations(row, source, document);
    if (on_document) on_document(std::move(document));
  }

  static std::string either(const json& row, const json& meta, Names names) {
    std::string text = text_in(row, names);
    return text.empty() ? text_in(meta, names) : text;
  }

  std::string name_of(const json& row, const json& meta) const {
    std::string name = either(row, meta, {"doc_name", "name"});
    if (name.empty()) name = either(row, meta, {"doc_id", "id"});
    return name.empty() || name == std::to_string(row_) ? file_.stem + " " + std::to_string(row_) : name;
  }

  static void read_metadata(const json& object, DocumentInfo& info) {
    for (const auto& [name, value] : object.items()) {
      if (is_known_member(name)) continue;
      if (std::string text = text_in(&value); !text.empty() || value.is_string())
        info.metadata.emplace_back(clean_name(name), std::move(text));
    }
  }

  void read_annotations(const json& row, const SourceText& text, AnnotatedDocument& document) {
    ForeignSet set(document, annotator_, file_);
    ends_.clear();
    std::vector<RowSpan> spans;
    std::vector<std::string> labels;
    for (const char* const list : {"spans", "entities", "label", "labels"}) {
      const json* const items = member(row, {list});
      if (items == nullptr) continue;
      if (items->is_string()) {
        labels.push_back(text_in(items));
      } else if (items->is_array()) {
        for (const json& item : *items) read_item(item, list, spans, labels);
      } else {
        fields_.report(ProblemCode::WrongFieldType, {list});
      }
    }
    for (const RowSpan& span : spans) set.reserve(stated_id(span.id));
    if (const json* const relations = member(row, {"relations"}); relations != nullptr && relations->is_array()) {
      for (const json& item : *relations) {
        if (item.is_object()) set.reserve(stated_id(text_in(item, {"id"})));
      }
    }
    place(spans, text, set);
    for (const std::string& label : labels) set.add(used_.label(LabelKind::Document, label), WholeDocument{});
    read_relations(row, set);
  }

  /// A span as an object or a triple, or the name of a label of the document.
  void read_item(const json& item, const char* list, std::vector<RowSpan>& spans, std::vector<std::string>& labels) {
    if (item.is_string()) {
      labels.push_back(text_in(&item));
      return;
    }
    const bool triple = item.is_array() && item.size() >= 3;
    if (!triple && !item.is_object()) return fields_.report(ProblemCode::WrongFieldType, {list});
    static const json kNothing;
    const auto part = [&](std::size_t index, Names names) -> const json& {
      if (triple) return item[index];
      const json* const found = member(item, names);
      return found == nullptr ? kNothing : *found;
    };
    const json& start = part(0, {"start", "start_offset"});
    const json& end = part(1, {"end", "end_offset"});
    const std::string label = text_in(&part(2, {"label", "type"}));
    if (start.is_null() || end.is_null() || label.empty())
      return fields_.report(ProblemCode::MissingField, {start.is_null() ? "start" : end.is_null() ? "end" : "label"});
    if (!is_position(start) || !is_position(end)) {
      if (!start.is_number() || !end.is_number()) return fields_.report(ProblemCode::WrongFieldType, {list});
      return fields_.report(ProblemCode::WrongFieldType, {is_position(start) ? "end" : "start"});
    }
    RowSpan span{{start.get<std::uint64_t>(), end.get<std::uint64_t>(), {}}, label, ""};
    if (!triple) {
      span.id = text_in(item, {"id"});
      const json* const quote = member(item, {"text"});
      if (quote != nullptr && quote->is_string()) span.stated.quote = quote->get_ref<const std::string&>();
    }
    spans.push_back(std::move(span));
  }

  void place(const std::vector<RowSpan>& spans, const SourceText& text, ForeignSet& set) {
    std::vector<StatedSpan> stated;
    stated.reserve(spans.size());
    for (const RowSpan& span : spans) stated.push_back(span.stated);
    const OffsetUnit unit = unit_of(text.stated(), stated, format_.usual);
    if (unit != format_.usual) {
      fields_.report(ProblemCode::OtherOffsetUnit,
                     {std::string(to_string(format_.usual)), std::string(to_string(unit))});
    }
    for (const RowSpan& span : spans) {
      fields_.in_annotation(span.id);
      std::vector<Problem> problems;
      const auto place = text.place(span.stated, unit, problems);
      for (Problem& problem : problems) fields_.report(std::move(problem));
      if (place) {
        const std::string label = used_.label(LabelKind::Span, span.label);
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

  void read_relations(const json& row, ForeignSet& set) {
    const json* const relations = member(row, {"relations"});
    if (relations == nullptr) return;
    if (!relations->is_array()) return fields_.report(ProblemCode::WrongFieldType, {"relations"});
    std::size_t left_out = 0;
    for (const json& item : *relations) {
      const std::string label = item.is_object() ? text_in(item, {"label", "type"}) : "";
      if (label.empty()) {
        fields_.report(ProblemCode::MissingField, {"label"});
        continue;
      }
      const auto head = ends_.find(text_in(item, {"head", "from_id"}));
      const auto child = ends_.find(text_in(item, {"child", "to_id"}));
      if (head == ends_.end() || child == ends_.end()) {
        ++left_out;
        continue;
      }
      const std::string id = used_.label(LabelKind::Relation, label);
      Relation relation;
      relation.arguments.push_back({used_.role(id, "from", head->second.second), {{}, head->second.first}});
      relation.arguments.push_back({used_.role(id, "to", child->second.second), {{}, child->second.first}});
      set.add(id, std::move(relation), stated_id(text_in(item, {"id"})));
    }
    if (left_out > 0) fields_.report(ProblemCode::AnnotationsLeftOut, {"relations", std::to_string(left_out)});
  }

  const std::filesystem::path& path_;
  const ForeignFile file_;
  const ForeignLinesFormat format_;
  std::vector<Problem> problems_;
  JsonFields fields_;
  UsedSchema used_;
  ForeignAnnotators annotators_;
  std::size_t row_ = 0;
  AnnotatorKey annotator_;
  bool ours_ = false;
  std::map<std::string, std::pair<AnnotationId, std::string>> ends_;  ///< spans of the row, with their labels
};

}  // namespace

std::vector<Problem> read_foreign_lines(const std::filesystem::path& path, const ForeignLinesFormat& format,
                                        const OnHeader& on_header, const OnDocument& on_document) {
  return ForeignLines(path, format).read(on_header, on_document);
}

}  // namespace mitjul
