#include "import/nikl_ne.h"

#include <algorithm>
#include <map>

#include "core/tta.h"
#include "import/assembled_text.h"
#include "import/clean_name.h"
#include "import/imported_spans.h"
#include "import/json_fields.h"
#include "import/json_members.h"
#include "import/json_text.h"
#include "import/quote_places.h"

namespace mitjul {
namespace {

using nlohmann::json;

/// A string as it is; empty where it is none.
std::string string_in(const json& object, const char* name) {
  const json* const value = member(object, {name});
  return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
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
      : path_(path), on_header_(on_header), on_document_(on_document), made_(path, "NIKL"), fields_(problems_) {}

  std::vector<Problem> read() {
    each([this](const json& document, std::size_t) { look_at(document); });
    problems_.clear();
    if (on_header_) on_header_({labels_.finish(), {made_.annotator()}, true});
    const std::vector<Problem> malformed = each([this](const json& document, std::size_t line) {
      fields_.in_line(line);
      make(document);
    });
    problems_.insert(problems_.end(), malformed.begin(), malformed.end());
    return std::move(problems_);
  }

 private:
  template <class Call>
  std::vector<Problem> each(Call call) {
    return read_json_list(path_, {"document", "word"}, [&](const json& document, std::size_t line) {
      call(document, line);
      return true;
    });
  }

  void look_at(const json& document) {
    for (const json& sentence : array(document, "sentence", false)) {
      if (!sentence.is_object()) continue;
      for (const json& entity : array(sentence, "NE", false)) {
        if (!entity.is_object()) continue;
        const std::string label = string_in(entity, "label");
        if (!label.empty()) labels_.id_of(label);
      }
    }
  }

  /// The array of a field; an empty one where there is none or another value, which is a problem unless it is null.
  const json& array(const json& object, const char* name, bool required) {
    static const json nothing = json::array();
    const json* const value = member(object, {name});
    if (value != nullptr && value->is_array()) return *value;
    if (value != nullptr) {
      fields_.report(ProblemCode::WrongFieldType, {name});
    } else if (required) {
      fields_.report(ProblemCode::MissingField, {name});
    }
    return nothing;
  }

  void make(const json& document) {
    std::string name = clean_name(string_in(document, "id"));
    if (name.empty()) name = made_.next_name();
    fields_.in_document(name);
    AssembledText text;
    std::vector<ImportedSpan> spans;
    std::size_t number = 0;
    for (const json& sentence : array(document, "sentence", true)) {
      if (!sentence.is_object()) {
        fields_.report(ProblemCode::WrongFieldType, {"sentence"});
        continue;
      }
      if (number++ > 0) text.append("\n");
      add(sentence, text, spans);
    }
    Document made = text.finish(name);
    if (const json* const metadata = member(document, {"metadata"})) take_metadata(*metadata, made.info);
    if (on_document_) on_document_(made_.make(std::move(made), spans));
  }

  void add(const json& sentence, AssembledText& text, std::vector<ImportedSpan>& spans) {
    const json* const form = member(sentence, {"form"});
    if (form == nullptr || !form->is_string())
      return fields_.report(form == nullptr ? ProblemCode::MissingField : ProblemCode::WrongFieldType, {"form"});
    const Text said(form->get<std::string>());
    const TextPos start = text.append(said.utf8()).start;
    std::vector<Entity> entities;
    for (const json& each : array(sentence, "NE", false)) {
      if (auto entity = entity_of(each, string_in(sentence, "id"))) entities.push_back(*std::move(entity));
    }
    std::vector<StatedSpan> stated;
    for (const Entity& entity : entities) stated.push_back(entity.stated());
    const OffsetUnit unit = unit_of(said, stated, OffsetUnit::CodePoints);
    if (unit != OffsetUnit::CodePoints) {
      fields_.report(ProblemCode::OtherOffsetUnit,
                     {std::string(to_string(OffsetUnit::CodePoints)), std::string(to_string(unit))});
    }
    for (const Entity& entity : entities) {
      fields_.in_annotation(clean_name(entity.id));
      std::vector<Problem> problems;
      const auto place = place_quote(said, entity.stated(), unit, problems);
      for (Problem& problem : problems) fields_.report(std::move(problem));
      if (place)
        spans.push_back({labels_.id_of(entity.label), Span(start + place->start.value(), start + place->end.value())});
      fields_.in_annotation({});
    }
  }

  std::optional<Entity> entity_of(const json& said, const std::string& sentence) {
    if (!said.is_object()) {
      fields_.report(ProblemCode::WrongFieldType, {"NE"});
      return std::nullopt;
    }
    Entity entity;
    entity.id = sentence;
    if (const std::string number = text_in(said, {"id"}); !number.empty()) entity.id += " " + number;
    fields_.in_annotation(clean_name(entity.id));
    entity.label = string_in(said, "label");
    entity.form = string_in(said, "form");
    const bool whole = take_place(said, "begin", entity.begin) && take_place(said, "end", entity.end);
    if (whole && entity.label.empty()) fields_.report(ProblemCode::MissingField, {"label"});
    fields_.in_annotation({});
    return whole && !entity.label.empty() ? std::optional(std::move(entity)) : std::nullopt;
  }

  bool take_place(const json& said, const char* name, std::uint64_t& place) {
    const json* const value = member(said, {name});
    if (value == nullptr || !value->is_number_unsigned()) {
      fields_.report(value == nullptr ? ProblemCode::MissingField : ProblemCode::WrongFieldType, {name});
      return false;
    }
    place = value->get<std::uint64_t>();
    return true;
  }

  static void take_metadata(const json& said, DocumentInfo& info) {
    if (!said.is_object()) return;
    info.title = clean_name(string_in(said, "title"));
    for (const char* const key : {"author", "publisher", "date", "topic", "original_topic", "url"}) {
      const std::string value = clean_name(string_in(said, key));
      if (!value.empty()) info.metadata.emplace_back(key, value);
    }
  }

  const std::filesystem::path& path_;
  const OnHeader& on_header_;
  const OnDocument& on_document_;
  ImportedSpans made_;
  NiklLabels labels_;
  std::vector<Problem> problems_;
  JsonFields fields_;
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
