#include "import/foreign_row.h"

#include <algorithm>

#include "core/jsonl_format.h"
#include "core/left_out.h"
#include "import/json_members.h"

namespace mitjul {
namespace {

using nlohmann::json;
using Names = std::initializer_list<const char*>;

bool is_triple(const json& item) { return item.is_array() && item.size() >= 3; }

bool is_name(const json& value) { return value.is_string() || value.is_number() || value.is_boolean(); }

template <class Call>
void each_in(const json& row, Names names, const Call& call) {
  for (const char* const name : names) {
    const json* const found = member(row, {name});
    if (found != nullptr && found->is_array()) std::for_each(found->begin(), found->end(), call);
  }
}

class RowReader {
 public:
  RowReader(const json& row, JsonFields& fields) : row_(row), fields_(fields) {}

  ForeignRow read() {
    if (was_refused()) return std::move(read_);
    for (const char* const list : {"spans", "entities", "ents", "label", "labels"}) {
      if (const json* const items = member(row_, {list})) read_items(*items, list);
    }
    if (const json* const categories = member(row_, {"cats"})) read_categories(*categories);
    if (const json* const relations = member(row_, {"relations"})) read_relations(*relations);
    return std::move(read_);
  }

 private:
  /// Prodigy keeps what an annotator has looked at and not accepted.
  bool was_refused() {
    const std::string answer = text_in(row_, {"answer"});
    if (answer != "reject" && answer != "ignore") return false;
    std::size_t count = 0;
    each_in(row_, {"spans", "entities", "relations"}, [&](const json&) { ++count; });
    if (count > 0) fields_.report(left_out(LeftOut::Cancelled, count));
    return true;
  }

  void read_items(const json& items, const char* list) {
    if (items.is_array()) {
      const auto any = [&](bool (json::*is)() const noexcept) {
        return std::any_of(items.begin(), items.end(), [&](const json& item) { return (item.*is)(); });
      };
      // A place without the brackets around it is no list of names.
      if (any(&json::is_number) && any(&json::is_string)) return fields_.report(ProblemCode::WrongFieldType, {list});
      for (const json& item : items) read_item(item, list);
    } else if (items.is_object()) {  // groups of spans, as spaCy has them
      for (const auto& [group, spans] : items.items()) {
        if (!spans.is_array()) {
          fields_.report(ProblemCode::WrongFieldType, {list});
        } else {
          for (const json& item : spans) read_item(item, list);
        }
      }
    } else {
      read_name(items, list);
    }
  }

  /// Of a label of the text; places have no names.
  void read_name(const json& name, const char* list) {
    const bool of_text = std::string_view(list).substr(0, 5) == "label";
    if (!of_text || !is_name(name)) return fields_.report(ProblemCode::WrongFieldType, {list});
    add_label(name);
  }

  /// A span as an object or a triple, or the name of a label of the text.
  void read_item(const json& item, const char* list) {
    if (!is_triple(item) && !item.is_object()) return read_name(item, list);
    static const json kNothing;
    const auto part = [&](std::size_t index, Names names) -> const json& {
      if (item.is_array()) return item[index];
      const json* const found = member(item, names);
      return found == nullptr ? kNothing : *found;
    };
    const json& start = part(0, {"start", "start_offset"});
    const json& end = part(1, {"end", "end_offset"});
    ForeignSpan span{{}, text_in(&part(2, {"label", "type"})), item.is_object() ? text_in(item, {"id"}) : ""};
    fields_.in_annotation(span.id);
    if (start.is_null() || end.is_null() || span.label.empty()) {
      fields_.report(ProblemCode::MissingField, {start.is_null() ? "start" : end.is_null() ? "end" : "label"});
    } else if (!start.is_number_unsigned() || !end.is_number_unsigned()) {
      fields_.report(ProblemCode::WrongFieldType, {start.is_number_unsigned() ? "end" : "start"});
    } else {
      span.stated = {start.get<std::uint64_t>(), end.get<std::uint64_t>(), {}};
      const json* const quote = item.is_object() ? member(item, {"text"}) : nullptr;
      if (quote != nullptr && quote->is_string()) span.stated.quote = quote->get_ref<const std::string&>();
      read_.spans.push_back(std::move(span));
    }
    fields_.in_annotation({});
  }

  void add_label(const json& name, std::optional<double> score = std::nullopt) {
    if (std::string text = text_in(&name); !text.empty()) read_.labels.push_back({std::move(text), score});
  }

  /// Names, or names with how much they fit: from a half on they do.
  void read_categories(const json& categories) {
    if (categories.is_array()) {
      for (const json& name : categories) add_label(name);
      return;
    }
    if (!categories.is_object()) return fields_.report(ProblemCode::WrongFieldType, {"cats"});
    for (const auto& [name, fits] : categories.items()) {
      const bool yes = fits.is_boolean() && fits.get<bool>();
      const double score = fits.is_number() ? fits.get<double>() : yes ? 1 : 0;
      if (!fits.is_number() && !fits.is_boolean()) {
        fields_.report(ProblemCode::WrongFieldType, {"cats"});
      } else if (score >= 0.5) {
        add_label(json(name), fits.is_number() && score < 1 ? std::optional(score) : std::nullopt);
      }
    }
  }

  void read_relations(const json& relations) {
    if (!relations.is_array()) return fields_.report(ProblemCode::WrongFieldType, {"relations"});
    for (const json& item : relations) {
      const std::string label = item.is_object() ? text_in(item, {"label", "type"}) : "";
      if (label.empty()) {
        fields_.report(ProblemCode::MissingField, {"label"});
        continue;
      }
      read_.relations.push_back(
          {label, text_in(item, {"head", "from_id"}), text_in(item, {"child", "to_id"}), text_in(item, {"id"})});
    }
  }

  const json& row_;
  JsonFields& fields_;
  ForeignRow read_;
};

}  // namespace

ForeignRow read_foreign_row(const json& row, JsonFields& fields) { return RowReader(row, fields).read(); }

std::optional<RowFamily> family_of(const json& row) {
  if (text_in(row, {"format"}).substr(0, kJsonlFamily.size()) == kJsonlFamily) return RowFamily::Ours;
  std::optional<RowFamily> family;
  each_in(row, {"spans", "entities", "ents"}, [&](const json&) { family = RowFamily::Other; });
  const json* const categories = member(row, {"cats"});
  bool doccano = member(row, {"Comments"}) != nullptr || (categories != nullptr && categories->is_array());
  each_in(row, {"label", "labels"}, [&](const json& item) { doccano = doccano || is_triple(item); });
  each_in(row, {"entities"}, [&](const json& item) {
    doccano = doccano || (item.is_object() && member(item, {"start_offset"}) != nullptr);
  });
  each_in(row, {"relations"},
          [&](const json& item) { doccano = doccano || (item.is_object() && member(item, {"from_id"}) != nullptr); });
  return doccano ? RowFamily::Doccano : family;
}

}  // namespace mitjul
