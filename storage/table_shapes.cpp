#include "storage/table_shapes.h"

#include "core/keys.h"

namespace mitjul {
namespace {

std::string_view text_in(const StoredRow& row, std::size_t column) { return std::get<std::string>(row[column]); }

bool is_fact(const StoredRow& row) {
  const std::string_view key = text_in(row, 0);
  return key == "created" || key == "schema_version" || key == "last_proposal";
}

bool is_word(const StoredRow& row) { return !is_fact(row); }

// Members stand in the order of their names: a proposal begins with its annotator, which a schema has not.
constexpr std::string_view kProposal = R"({"annotator")";

bool is_proposal(const StoredRow& row) { return text_in(row, 1).substr(0, kProposal.size()) == kProposal; }

bool is_schema(const StoredRow& row) { return !is_proposal(row); }

bool is_annotator(const StoredRow& row) { return AnnotatorKey::parse(text_in(row, 0)).has_value(); }

bool is_document_key(const StoredRow& row) { return DocumentKey::parse(text_in(row, 0)).has_value(); }

bool is_set(const StoredRow& row) { return AnnotatorKey::parse(text_in(row, 1)).has_value(); }

bool fits_column(const StoredValue& value, char column) {
  switch (column) {
    case 'i': return std::holds_alternative<std::int64_t>(value);
    case 't': return std::holds_alternative<std::string>(value);
    case 'I': return std::holds_alternative<std::monostate>(value) || fits_column(value, 'i');
    case 'T': return std::holds_alternative<std::monostate>(value) || fits_column(value, 't');
    // A floating point number without a fraction is kept as an integer.
    default: return !std::holds_alternative<std::string>(value);
  }
}

}  // namespace

const std::vector<TableShape>& table_shapes() {
  static const std::vector<TableShape> shapes{
      {"project", false, "tt", 0, is_fact},
      {"annotator", false, "ttiii", 0, is_annotator},
      {"schema_version", true, "iti", 0, is_schema},
      {"document", true, "ittttiitittttti"},
      {"document_text", true, "it"},
      {"metadata", false, "iitt"},
      {"zone", false, "iitii"},
      {"substitution", false, "iit"},
      {"annotation_set", true, "iititii"},
      {"last_number", false, "iti"},
      {"annotation", false, "itiitttiIttRiIt"},
      {"segment", false, "itiiiit"},
      {"attribute", false, "ititit"},
      {"argument", false, "itiittti"},
      {"edit", true, "iitttiiii"},
      {"change", false, "iitItiTT"},
      {"undo_state", false, "tii"},
      {"settings", true, "iiiit", 1},
      {"gazetteer", false, "tt", 0, is_word},
      {"gazetteer_sum", true, "iii"},
      {"refusal", false, "itiitt"},
      {"refusal_sum", true, "iii"},
      {"schema_proposal", true, "iti", 0, is_proposal},
      {"export_profile", false, "tti"},
      {"pseudonym", true, "itti"},
      {"pseudonym_sum", true, "iii"},
  };
  return shapes;
}

const std::vector<TableShape>& index_shapes() {
  static const std::vector<TableShape> shapes{
      {"sqlite_autoindex_document_1", false, "ti", 0, is_document_key},
      {"document_name", false, "ti"},
      {"sqlite_autoindex_annotation_set_1", false, "itii", 0, is_set},
  };
  return shapes;
}

bool fits(const StoredRow& row, const TableShape& shape) {
  if (row.size() > shape.columns.size() || row.size() + shape.came_later < shape.columns.size()) return false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!fits_column(row[i], shape.columns[i])) return false;
  }
  return shape.is_row == nullptr || shape.is_row(row);
}

}  // namespace mitjul
