#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/left_out.h"
#include "core/schema.h"
#include "import/quote_places.h"

namespace mitjul {

/// A result that marks a piece of text.
struct LabelStudioRegion {
  StatedSpan stated;  ///< its quote lives in the JSON
  std::string to;     ///< the name of the text
  std::vector<std::string> labels;
  std::string note;
  std::optional<double> score;
};

/// A result that answers a question.
struct LabelStudioAnswer {
  std::string from;                             ///< the name of the control
  AttributeType type;                           ///< `Choice`, `Text`, `Number` or `Date`
  std::vector<std::string> values;              ///< of a taxonomy, steps joined by `/`
  std::vector<std::vector<std::string>> paths;  ///< of choices, the steps
};

/// Results of the same id: a region with what is said of it, or what is said of the document.
struct LabelStudioGroup {
  std::string id;
  std::vector<LabelStudioRegion> regions;
  std::vector<LabelStudioAnswer> answers;
};

/// A result that cannot be read.
struct LabelStudioLoss {
  LeftOut why;
  std::string id;  ///< empty where it has none
};

struct LabelStudioResults {
  std::vector<LabelStudioGroup> groups;  ///< in the order of their first results; those without an id are alone
  std::vector<const nlohmann::json*> relations;
  std::vector<LabelStudioLoss> left_out;
};

/// Takes the list of an annotation apart, whatever is in it.
LabelStudioResults group_results(const nlohmann::json& results);

}  // namespace mitjul
