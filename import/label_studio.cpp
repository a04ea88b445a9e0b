#include "import/label_studio.h"

#include <algorithm>
#include <map>
#include <set>

#include "import/clean_name.h"
#include "import/foreign_set.h"
#include "import/foreign_time.h"
#include "import/json_fields.h"
#include "import/json_members.h"
#include "import/json_text.h"
#include "import/label_studio_results.h"
#include "import/quote_places.h"
#include "import/used_schema.h"

namespace mitjul {
namespace {

using nlohmann::json;

constexpr std::string_view kName = "Label Studio";
// The group of choices whose values are labels of the document.
constexpr std::string_view kDocumentGroup = "document";

class LabelStudio {
 public:
  explicit LabelStudio(const std::filesystem::path& path) : path_(path), file_(path), fields_(problems_) {}

  std::vector<Problem> read(const OnHeader& on_header, const OnDocument& on_document) {
    read_tasks({});
    for (const auto& [label, attribute] : several_) {
      for (Attribute& each : used_.at(label).attributes) {
        if (each.id == attribute && each.type == AttributeType::Choice) each.type = AttributeType::Choices;
      }
    }
    StreamHeader header{used_.finish(std::string(kName)), annotators_.list(), true};
    if (on_header) on_header(std::move(header));
    problems_.clear();
    const std::vector<Problem> malformed = read_tasks(on_document);
    problems_.insert(problems_.end(), malformed.begin(), malformed.end());
    return std::move(problems_);
  }

 private:
  std::vector<Problem> read_tasks(const OnDocument& on_document) {
    task_ = 0;
    return read_json_list(path_, "tasks", [&](const json& task, std::size_t line) {
      ++task_;
      fields_.in_line(line);
      read_task(task, on_document);
      return true;
    });
  }

  void read_task(const json& task, const OnDocument& on_document) {
    fields_.in_document({});
    const json* const data = member(task, {"data"});
    if (data == nullptr || !data->is_object())
      return fields_.report(data == nullptr ? ProblemCode::MissingField : ProblemCode::WrongFieldType, {"data"});
    const std::string* const text = text_of(*data);
    if (text == nullptr) return fields_.report(ProblemCode::MissingField, {"data.text"});
    const SourceText source(*text);
    std::string name = text_in(*data, {"doc_name", "name", "title"});
    if (name.empty()) name = file_.stem + " " + std::to_string(task_);
    AnnotatedDocument document;
    document.document = document_of(source, std::move(name));
    DocumentInfo& info = document.document.info;
    fields_.in_document(info.name);
    info.key = DocumentKey::parse(text_in(*data, {"doc_id"})).value_or(file_.key_of(task_));
    info.title = text_in(*data, {"title"});
    if (const std::string language = text_in(*data, {"language"}); !language.empty()) info.language = language;
    for (const auto& [key, value] : data->items()) {
      static const std::set<std::string> kKnown{"doc_id", "doc_name", "name", "title", "language", "annotators"};
      if (&value == data_text_ || kKnown.count(key) != 0) continue;
      if (value.is_string() || value.is_number()) info.metadata.emplace_back(clean_name(key), text_in(&value));
    }
    for (const char* const list : {"annotations", "completions", "predictions"}) {
      const json* const entries = member(task, {list});
      if (entries == nullptr) continue;
      if (!entries->is_array()) {
        fields_.report(ProblemCode::WrongFieldType, {list});
        continue;
      }
      std::size_t cancelled = 0;
      for (const json& entry : *entries) {
        const json* const skipped = entry.is_object() ? member(entry, {"was_cancelled"}) : nullptr;
        if (skipped != nullptr && skipped->is_boolean() && skipped->get<bool>()) {
          ++cancelled;
        } else {
          read_entry(entry, *data, source, list[0] == 'p', document);
        }
      }
      if (cancelled > 0) fields_.report(ProblemCode::AnnotationsLeftOut, {"was_cancelled", std::to_string(cancelled)});
    }
    if (on_document) on_document(std::move(document));
  }

  /// The text that the task is about: what is called so, or else the longest.
  const std::string* text_of(const json& data) {
    data_text_ = nullptr;
    for (const auto& [key, value] : data.items()) {
      if (!value.is_string()) continue;
      const auto size = [](const json* text) { return text->get_ref<const std::string&>().size(); };
      if (key == "text") {
        data_text_ = &value;
        break;
      }
      if (data_text_ == nullptr || size(&value) > size(data_text_)) data_text_ = &value;
    }
    return data_text_ == nullptr ? nullptr : &data_text_->get_ref<const std::string&>();
  }

  void read_entry(const json& entry, const json& data, const SourceText& text, bool prediction,
                  AnnotatedDocument& document) {
    const json* const results = entry.is_object() ? member(entry, {"result"}) : nullptr;
    if (results == nullptr || !results->is_array())
      return fields_.report(results == nullptr ? ProblemCode::MissingField : ProblemCode::WrongFieldType, {"result"});
    ForeignSet set(document, annotator_of(entry, data, prediction), file_);
    set_ = &set;
    if (prediction) {
      set.provenance().origin = text_in(entry, {"model_version"});
      set.provenance().confidence = score_of(entry);
    }
    if (const auto created = parse_foreign_time(text_in(entry, {"created_at"}))) set.provenance().created = *created;
    const LabelStudioResults read = group_results(*results);
    left_out_ = read.left_out;
    ends_.clear();
    for (const LabelStudioGroup& group : read.groups) set.reserve(stated_id(group.id));
    read_regions(read.groups, text);
    for (const LabelStudioGroup& group : read.groups) {
      if (group.regions.empty()) read_answers(group);
    }
    for (const json* const relation : read.relations) read_relation(*relation);
    if (left_out_ > 0) fields_.report(ProblemCode::AnnotationsLeftOut, {"results", std::to_string(left_out_)});
  }

  AnnotatorKey annotator_of(const json& entry, const json& data, bool prediction) {
    if (prediction) {
      const std::string model = text_in(entry, {"model_version"});
      return annotators_.find(model.empty() ? std::string(kName) + " prediction" : model);
    }
    const json* by = member(entry, {"completed_by"});
    std::string name;
    if (by != nullptr && by->is_object()) {
      name = text_in(*by, {"email", "username"});
      by = member(*by, {"id"});
    }
    const std::string number = text_in(by);
    if (const json* const known = member(data, {"annotators"}); known != nullptr && known->is_array()) {
      for (const json& annotator : *known) {
        if (annotator.is_object() && !number.empty() && text_in(annotator, {"id"}) == number)
          return annotators_.find(text_in(annotator, {"name"}), text_in(annotator, {"key"}));
      }
    }
    if (name.empty()) name = number.empty() ? std::string(kName) : std::string(kName) + " " + number;
    return annotators_.find(name);
  }

  static std::optional<double> score_of(const json& object) {
    const json* const score = member(object, {"score"});
    if (score == nullptr || !score->is_number()) return std::nullopt;
    const double value = score->get<double>();
    return value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
  }

  /// All regions together, as their quotes tell the unit.
  void read_regions(const std::vector<LabelStudioGroup>& groups, const SourceText& text) {
    std::vector<StatedSpan> stated;
    for (const LabelStudioGroup& group : groups) {
      for (const LabelStudioRegion& region : group.regions) stated.push_back(region.stated);
    }
    const OffsetUnit unit = unit_of(text.stated(), stated, OffsetUnit::CodePoints);
    if (unit != OffsetUnit::CodePoints) {
      fields_.report(ProblemCode::OtherOffsetUnit,
                     {std::string(to_string(OffsetUnit::CodePoints)), std::string(to_string(unit))});
    }
    for (const LabelStudioGroup& group : groups) {
      for (const LabelStudioRegion& region : group.regions) read_region(group, region, text, unit);
    }
  }

  void read_region(const LabelStudioGroup& group, const LabelStudioRegion& region, const SourceText& text,
                   OffsetUnit unit) {
    fields_.in_annotation(group.id);
    std::vector<Problem> problems;
    const auto place = text.place(region.stated, unit, problems);
    for (Problem& problem : problems) fields_.report(std::move(problem));
    for (const std::string& name : region.labels) {
      if (!place) break;
      const std::string label = used_.label(LabelKind::Span, name);
      Attributes attributes;
      for (const LabelStudioAnswer& answer : group.answers) add_answer(label, answer.from, answer, attributes);
      const std::optional<double> whole = set_->provenance().confidence;
      if (region.score) set_->provenance().confidence = region.score;
      const AnnotationId id = set_->add(label, Spans(*place), stated_id(group.id), std::move(attributes), region.note);
      set_->provenance().confidence = whole;
      ends_.emplace(group.id, std::pair(id, label));
    }
    fields_.in_annotation({});
  }

  /// Ids of ours, of whoever they are: the set has its own annotator's alone.
  std::optional<AnnotationId> stated_id(const std::string& text) const {
    const auto id = parse_annotation_id(text);
    return id && id->annotator == set_->annotator() ? id : std::nullopt;
  }

  void add_answer(const std::string& label, const std::string& name, const LabelStudioAnswer& answer,
                  Attributes& attributes) {
    const std::string attribute = used_.attribute(label, name, answer.type);
    const bool choices = answer.type == AttributeType::Choice;
    std::vector<std::string>& values = attributes[attribute];
    for (const std::string& value : answer.values) {
      std::string text = choices ? used_.value(label, attribute, value) : value;
      if (std::find(values.begin(), values.end(), text) == values.end()) values.push_back(std::move(text));
    }
    if (choices && values.size() > 1) several_.emplace(label, attribute);
    if (values.empty()) attributes.erase(attribute);
  }

  /// What is about no region is about the document: choices are labels, and other answers values of a label.
  void read_answers(const LabelStudioGroup& group) {
    std::vector<std::string> labels;
    for (const LabelStudioAnswer& answer : group.answers) {
      if (answer.from != kDocumentGroup || answer.type != AttributeType::Choice) continue;
      for (const std::vector<std::string>& path : answer.paths) labels.push_back(label_of(path, ""));
    }
    const bool one = labels.size() == 1;
    Attributes attributes;
    std::vector<std::pair<std::string, Attributes>> others;
    for (const LabelStudioAnswer& answer : group.answers) {
      if (answer.from == kDocumentGroup && answer.type == AttributeType::Choice) continue;
      if (one) {
        add_answer(labels.front(), answer.from, answer, attributes);
      } else if (answer.type == AttributeType::Choice) {
        const std::string above = label_of({answer.from}, "");
        for (const std::vector<std::string>& path : answer.paths)
          others.emplace_back(label_of(path, above), Attributes());
      } else {
        const std::string label = label_of({answer.from}, "");
        Attributes value;
        add_answer(label, "value", answer, value);
        others.emplace_back(label, std::move(value));
      }
    }
    for (const std::string& label : labels) set_->add(label, WholeDocument{}, stated_id(group.id), attributes);
    for (auto& [label, values] : others) set_->add(label, WholeDocument{}, std::nullopt, std::move(values));
  }

  /// The label at the end of a path of names, below a label or at the top.
  std::string label_of(const std::vector<std::string>& path, std::string above) {
    for (const std::string& name : path) {
      const std::string label = used_.label(LabelKind::Document, name);
      // A label that stood elsewhere before stays there: above it may be one that comes behind it in the schema.
      if (placed_.insert(label).second) used_.at(label).parent = above;
      above = label;
    }
    return above;
  }

  void read_relation(const json& relation) {
    auto from = ends_.find(text_in(relation, {"from_id"}));
    auto to = ends_.find(text_in(relation, {"to_id"}));
    if (from == ends_.end() || to == ends_.end()) {
      ++left_out_;
      return;
    }
    if (text_in(relation, {"direction"}) == "left") std::swap(from, to);
    std::vector<std::string> labels = texts_in(member(relation, {"labels"}));
    if (labels.empty()) labels.emplace_back("relation");
    for (const std::string& name : labels) {
      const std::string label = used_.label(LabelKind::Relation, name);
      Relation ends;
      ends.arguments.push_back({used_.role(label, "from", from->second.second), {{}, from->second.first}});
      ends.arguments.push_back({used_.role(label, "to", to->second.second), {{}, to->second.first}});
      set_->add(label, std::move(ends));
    }
  }

  const std::filesystem::path& path_;
  const ForeignFile file_;
  std::vector<Problem> problems_;
  JsonFields fields_;
  UsedSchema used_;
  ForeignAnnotators annotators_;
  std::set<std::pair<std::string, std::string>> several_;  ///< labels and attributes that have several values somewhere
  std::set<std::string> placed_;                           ///< labels of the document that have their parent
  std::size_t task_ = 0;
  const json* data_text_ = nullptr;
  ForeignSet* set_ = nullptr;
  std::size_t left_out_ = 0;
  std::map<std::string, std::pair<AnnotationId, std::string>> ends_;  ///< spans of the entry, with their labels
};

}  // namespace

std::vector<Problem> read_label_studio(const std::filesystem::path& path, const OnHeader& on_header,
                                       const OnDocument& on_document) {
  return LabelStudio(path).read(on_header, on_document);
}

bool looks_like_label_studio(std::string_view extension, std::string_view beginning) {
  if (extension != "json") return false;
  const std::size_t first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || beginning[first] != '[') return false;
  const auto has = [&](std::string_view member) { return beginning.find(member) != std::string_view::npos; };
  // A long text may stand before all the rest.
  return has("\"data\"") || has("\"from_name\"") || has("\"completed_by\"") || has("\"completions\"");
}

}  // namespace mitjul
