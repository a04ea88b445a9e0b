#include "import/nikl_ne.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "core/tta.h"
#include "import/assembled_text.h"
#include "import/clean_name.h"
#include "import/imported_spans.h"
#include "import/json_documents.h"
#include "import/quote_places.h"

namespace mitjul {
namespace {

using nlohmann::json;

constexpr std::size_t kMostProblems = 100;

const json& field(const json& object, const char* name) {
  static const json nothing;
  const auto found = object.find(name);
  return found == object.end() ? nothing : *found;
}

std::string text_of(const json& object, const char* name) {
  const json& value = field(object, name);
  return value.is_string() ? value.get<std::string>() : std::string();
}

/// An entity as the file states it.
struct Entity {
  std::string label;
  std::string form;
  std::string id;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;

  StatedSpan stated() const { return {begin, end, form}; }
};

/// The labels that entities use.
class NiklLabels {
 public:
  const std::string& id_of(const std::string& label) {
    const auto [place, fresh] = ids_.try_emplace(label);
    if (fresh) place->second = add(clean_name(label));
    return place->second;
  }
  Schema finish() { return schema_.finish("nikl-ne"); }

 private:
  std::string add(const std::string& name) {
    const auto coarse = tta_coarse(name);
    if (coarse && *coarse != name) id_of(*coarse);  // it stands before those below it
    const std::string id = schema_.label(LabelKind::Span, name);
    if (!coarse) return id;
    if (*coarse != name) schema_.at(id).parent = *coarse;
    if (const Label* const known = tta_.find(name)) schema_.at(id).name = known->name;
    const auto& fine = tta_fine_labels();
    const auto found = std::find_if(fine.begin(), fine.end(), [&](const auto& each) { return each.id == name; });
    if (found != fine.end()) schema_.at(id).name = found->name;
    return id;
  }

  Schema tta_ = *preset("tta");
  UsedSchema schema_;
  std::map<std::string, std::string> ids_;
};

class NiklReader {
 public:
  NiklReader(const std::filesystem::path& path, const OnHeader& on_header, const OnDocument& on_document)
      : path_(path), on_header_(on_header), on_document_(on_document), made_(path, "NIKL") {}

  std::vector<Problem> read() {
    each([this](const json& document) { look_at(document); });
    if (on_header_) on_header_({labels_.finish(), {made_.annotator()}, true});
    for (Problem& problem : each([this](const json& document) { make(document); })) {
      problems_.push_back(std::move(problem));
    }
    return std::move(problems_);
  }

 private:
  template <class Call>
  std::vector<Problem> each(Call call) {
    return each_in_json_array(path_, JsonArrayFile{.array = "document", .passed_over = {"word"}}, call);
  }

  void look_at(const json& document) {
    for (const json& sentence : field(document, "sentence")) {
      if (!sentence.is_object()) continue;
      for (const json& entity : field(sentence, "NE")) {
        if (!entity.is_object()) continue;
        const std::string label = text_of(entity, "label");
        if (!label.empty()) labels_.id_of(label);
      }
    }
  }

  void report(Problem problem, const std::string& annotation = {}) {
    if (problems_.size() >= kMostProblems) return;
    problem.place.document = document_;
    problem.place.annotation = annotation;
    problems_.push_back(std::move(problem));
  }
  void report(ProblemCode code, const char* field) { report(make_problem(code, {field})); }

  /// The array of a field; an empty one where there is none or another value, which is a problem unless it is null.
  const json& array(const json& object, const char* name, bool required) {
    static const json nothing = json::array();
    const json& value = field(object, name);
    if (value.is_array()) return value;
    if (!value.is_null()) {
      report(ProblemCode::WrongFieldType, name);
    } else if (required) {
      report(ProblemCode::MissingField, name);
    }
    return nothing;
  }

  void make(const json& document) {
    document_ = clean_name(text_of(document, "id"));
    if (document_.empty()) document_ = made_.next_name();
    AssembledText text;
    std::vector<ImportedSpan> spans;
    std::size_t number = 0;
    for (const json& sentence : array(document, "sentence", true)) {
      if (!sentence.is_object()) {
        report(ProblemCode::WrongFieldType, "sentence");
        continue;
      }
      if (number++ > 0) text.append("\n");
      add(sentence, text, spans);
    }
    Document made = text.finish(document_);
    take_metadata(field(document, "metadata"), made.info);
    if (on_document_) on_document_(made_.make(std::move(made), spans));
  }

  void add(const json& sentence, AssembledText& text, std::vector<ImportedSpan>& spans) {
    const json& form = field(sentence, "form");
    if (!form.is_string()) {
      return report(form.is_null() ? ProblemCode::MissingField : ProblemCode::WrongFieldType, "form");
    }
    const Text said(form.get<std::string>());
    const TextPos start = text.append(said.utf8()).start;
    std::vector<Entity> entities;
    for (const json& each : array(sentence, "NE", false)) {
      if (auto entity = entity_of(each, text_of(sentence, "id"))) entities.push_back(*std::move(entity));
    }
    std::vector<StatedSpan> stated;
    for (const Entity& entity : entities) stated.push_back(entity.stated());
    const OffsetUnit unit = unit_of(said, stated, OffsetUnit::CodePoints);
    if (unit != OffsetUnit::CodePoints) {
      report(make_problem(ProblemCode::OtherOffsetUnit,
                          {std::string(to_string(OffsetUnit::CodePoints)), std::string(to_string(unit))}));
    }
    for (const Entity& entity : entities) {
      std::vector<Problem> problems;
      const auto place = place_quote(said, entity.stated(), unit, problems);
      for (Problem& problem : problems) report(std::move(problem), entity.id);
      if (place)
        spans.push_back({labels_.id_of(entity.label), Span(start + place->start.value(), start + place->end.value())});
    }
  }

  std::optional<Entity> entity_of(const json& said, const std::string& sentence) {
    if (!said.is_object()) {
      report(ProblemCode::WrongFieldType, "NE");
      return std::nullopt;
    }
    for (const char* const name : {"begin", "end"}) {
      const json& value = field(said, name);
      if (value.is_number_unsigned()) continue;
      report(value.is_null() ? ProblemCode::MissingField : ProblemCode::WrongFieldType, name);
      return std::nullopt;
    }
    Entity entity;
    entity.label = text_of(said, "label");
    entity.form = text_of(said, "form");
    const json& id = field(said, "id");
    entity.id = sentence + (id.is_number_integer() ? " " + std::to_string(id.get<std::int64_t>()) : "");
    entity.begin = field(said, "begin").get<std::uint64_t>();
    entity.end = field(said, "end").get<std::uint64_t>();
    if (entity.label.empty()) {
      report(ProblemCode::MissingField, "label");
      return std::nullopt;
    }
    return entity;
  }

  static void take_metadata(const json& said, DocumentInfo& info) {
    if (!said.is_object()) return;
    info.title = clean_name(text_of(said, "title"));
    for (const char* const key : {"author", "publisher", "date", "topic", "original_topic", "url"}) {
      const std::string value = clean_name(text_of(said, key));
      if (!value.empty()) info.metadata.emplace_back(key, value);
    }
  }

  const std::filesystem::path& path_;
  const OnHeader& on_header_;
  const OnDocument& on_document_;
  ImportedSpans made_;
  NiklLabels labels_;
  std::vector<Problem> problems_;
  std::string document_;  // the name of the one that is read
};

}  // namespace

std::vector<Problem> read_nikl_ne(const std::filesystem::path& path, const OnHeader& on_header,
                                  const OnDocument& on_document) {
  return NiklReader(path, on_header, on_document).read();
}

bool looks_like_nikl_ne(std::string_view /*extension*/, std::string_view beginning) {
  const std::size_t first = beginning.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (first == std::string_view::npos || beginning[first] != '{') return false;
  const auto has = [&](std::string_view word) { return beginning.find(word) != std::string_view::npos; };
  const bool of_entities = has("\"NE\"") || has("XNE") || has("개체명");
  return has("\"document\"") && of_entities && (has("\"annotation_level\"") || has("\"sentence\""));
}

}  // namespace mitjul
