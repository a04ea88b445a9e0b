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
#include "import/label_studio_entry.h"
#include "import/label_studio_min.h"

namespace mitjul {
namespace {

using nlohmann::json;

constexpr std::string_view kName = "Label Studio";

/// An item of `annotations`, `completions` or `predictions` with its results.
struct Entry {
  const json* object;
  bool prediction;
  LabelStudioResults results;
};

class LabelStudio {
 public:
  explicit LabelStudio(const std::filesystem::path& path) : path_(path), file_(path), fields_(problems_) {}

  std::vector<Problem> read(const OnHeader& on_header, const OnDocument& on_document) {
    read_tasks({});
    StreamHeader header{labels_.finish(std::string(kName)), annotators_.list(), true};
    if (on_header) on_header(std::move(header));
    problems_.clear();
    const std::vector<Problem> malformed = read_tasks(on_document);
    problems_.insert(problems_.end(), malformed.begin(), malformed.end());
    return std::move(problems_);
  }

 private:
  std::vector<Problem> read_tasks(const OnDocument& on_document) {
    number_ = 0;
    return read_json_list(path_, {"tasks"}, [&](const json& task, std::size_t line) {
      ++number_;
      fields_.in_line(line);
      if (is_short_task(task)) {
        read_task(whole_task(task), on_document);
      } else {
        read_task(task, on_document);
      }
      return true;
    });
  }

  void read_task(const json& task, const OnDocument& on_document) {
    fields_.in_document({});
    const json* const data = member(task, {"data"});
    if (data == nullptr || !data->is_object())
      return fields_.report(data == nullptr ? ProblemCode::MissingField : ProblemCode::WrongFieldType, {"data"});
    std::string name = text_in(*data, {"doc_name", "name", "title"});
    if (name.empty()) name = file_.stem + " " + std::to_string(number_);
    fields_.in_document(name);
    const std::vector<Entry> entries = entries_of(task);
    std::vector<const LabelStudioRegion*> regions;
    for (const Entry& entry : entries) {
      for (const LabelStudioGroup& group : entry.results.groups) {
        for (const LabelStudioRegion& region : group.regions) regions.push_back(&region);
      }
    }
    const auto text = text_of_task(*data, regions);
    if (!text) return fields_.report(ProblemCode::MissingField, {"data.text"});
    const SourceText source(data->at(text->key).get_ref<const std::string&>());
    AnnotatedDocument document;
    document.document = document_of(source, std::move(name));
    read_facts(task, *data, text->key, document.document.info);
    names_.clear();
    for (const Entry& entry : entries) read_entry(entry, *data, source, text->name, document);
    if (on_document) on_document(std::move(document));
  }

  void read_facts(const json& task, const json& data, const std::string& text, DocumentInfo& info) {
    const std::string id = text_in(task, {"id"});
    info.key = DocumentKey::parse(text_in(data, {"doc_id"}))
                   .value_or(id.empty() ? file_.key_of(number_)
                                        : DocumentKey::made_from("Label Studio " + id + " " + info.sha256));
    info.title = text_in(data, {"title"});
    if (const std::string language = text_in(data, {"language"}); !language.empty()) info.language = language;
    for (const auto& [key, value] : data.items()) {
      static const std::set<std::string> kKnown{"doc_id", "doc_name", "name", "title", "language", "annotators"};
      if (key != text && kKnown.count(key) == 0) add_metadata(key, value, info);
    }
    const json* const meta = member(task, {"meta"});
    if (meta == nullptr || !meta->is_object()) return;
    for (const auto& [key, value] : meta->items()) add_metadata(key, value, info);
  }

  static void add_metadata(const std::string& key, const json& value, DocumentInfo& info) {
    if (!value.is_null()) info.metadata.emplace_back(clean_name(key), all_text_in(value));
  }

  /// What is left out of them is said.
  std::vector<Entry> entries_of(const json& task) {
    std::vector<Entry> entries;
    std::map<LeftOut, std::size_t> lost;
    for (const char* const list : {"annotations", "completions", "predictions"}) {
      const json* const items = member(task, {list});
      if (items == nullptr) continue;
      if (!items->is_array()) {
        fields_.report(ProblemCode::WrongFieldType, {list});
        continue;
      }
      for (const json& item : *items) {
        if (item.is_number()) {
          ++lost[LeftOut::NumbersOnly];
        } else if (item.is_object() && member(item, {"was_cancelled"}) != nullptr && item["was_cancelled"] == true) {
          ++lost[LeftOut::Cancelled];
        } else {
          add_entry(item, list[0] == 'p', entries);
        }
      }
    }
    if (const json* const drafts = member(task, {"drafts"});
        drafts != nullptr && drafts->is_array() && !drafts->empty())
      lost[LeftOut::Drafts] = drafts->size();
    for (const auto& [what, count] : lost) fields_.report(left_out(what, count));
    return entries;
  }

  void add_entry(const json& item, bool prediction, std::vector<Entry>& entries) {
    const json* const results = item.is_object() ? member(item, {"result"}) : nullptr;
    if (results == nullptr || !results->is_array())
      return fields_.report(results == nullptr ? ProblemCode::MissingField : ProblemCode::WrongFieldType, {"result"});
    entries.push_back({&item, prediction, group_results(*results)});
  }

  void read_entry(const Entry& entry, const json& data, const SourceText& text, const std::string& name,
                  AnnotatedDocument& document) {
    const json& object = *entry.object;
    ForeignSet set(document, annotator_of(entry, data), file_);
    if (entry.prediction) {
      set.provenance().origin = text_in(object, {"model_version"});
      set.provenance().confidence = score_of(object);
    }
    if (const auto created = parse_foreign_time(text_in(object, {"created_at"}))) set.provenance().created = *created;
    LabelStudioEntry(set, text, name, labels_, fields_).add(entry.results);
  }

  AnnotatorKey annotator_of(const Entry& entry, const json& data) {
    if (entry.prediction) {
      const std::string model = text_in(*entry.object, {"model_version"});
      return once(model.empty() ? std::string(kName) + " prediction" : model);
    }
    const json* const by = member(*entry.object, {"completed_by"});
    const bool person = by != nullptr && by->is_object();
    const std::string number = person ? text_in(*by, {"id"}) : text_in(by);
    if (const json* const known = member(data, {"annotators"}); known != nullptr && known->is_array()) {
      for (const json& annotator : *known) {
        if (annotator.is_object() && !number.empty() && text_in(annotator, {"id"}) == number)
          return annotators_.find(text_in(annotator, {"name"}), text_in(annotator, {"key"}));
      }
    }
    std::string name = person ? text_in(*by, {"email", "username"}) : "";
    if (name.empty() && by != nullptr && by->is_string()) name = number;
    if (name.empty()) name = number.empty() ? std::string(kName) : std::string(kName) + " " + number;
    return once(name);
  }

  /// Who has annotated a task twice is somebody else the second time: a document has one set of each.
  AnnotatorKey once(const std::string& name) {
    const int time = ++names_[name];
    return annotators_.find(time == 1 ? name : name + " (" + std::to_string(time) + ")");
  }

  static std::optional<double> score_of(const json& object) {
    const json* const score = member(object, {"score"});
    if (score == nullptr || !score->is_number()) return std::nullopt;
    const double value = score->get<double>();
    return value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
  }

  const std::filesystem::path& path_;
  const ForeignFile file_;
  std::vector<Problem> problems_;
  JsonFields fields_;
  LabelStudioLabels labels_;
  ForeignAnnotators annotators_;
  std::size_t number_ = 0;            ///< of the task
  std::map<std::string, int> names_;  ///< of those who annotated it, how often
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
  return has("\"data\"") || has("\"from_name\"") || has("\"completed_by\"") || has("\"completions\"") ||
         has("\"annotation_id\"") || has("\"lead_time\"");
}

}  // namespace mitjul
