#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "import/json_fields.h"
#include "import/quote_places.h"

namespace mitjul {

/// A span as a row of another program states it.
struct ForeignSpan {
  StatedSpan stated;  ///< its quote lives in the JSON
  std::string label;
  std::string id;  ///< empty where it has none
};

/// A label of the whole text.
struct ForeignLabel {
  std::string name;
  std::optional<double> score;  ///< how sure a program was of it, 0–1
};

struct ForeignRelation {
  std::string label;
  std::string head;  ///< ids of spans
  std::string child;
  std::string id;
};

/// What a row says of its text.
struct ForeignRow {
  std::vector<ForeignSpan> spans;
  std::vector<ForeignLabel> labels;
  std::vector<ForeignRelation> relations;
};

/// Takes a row apart, in any of the forms that docs/formats/jsonl.md lists. What is in none of them is reported.
ForeignRow read_foreign_row(const nlohmann::json& row, JsonFields& fields);

/// Of which family a row is, as far as it tells: doccano counts in UTF-16, others in code points.
enum class RowFamily { Ours, Doccano, Other };
/// Nothing where the row holds no annotations.
std::optional<RowFamily> family_of(const nlohmann::json& row);

}  // namespace mitjul
