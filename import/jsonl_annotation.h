#pragma once

#include <optional>
#include <set>

#include "core/annotation.h"
#include "core/text.h"
#include "import/json_fields.h"

namespace mitjul {

/// Reads what rows of our JSON lines say of annotations (docs/formats/jsonl.md), and reports what does not fit.
class JsonlAnnotations {
 public:
  /// `annotators`: those that the file lists. Both outlive it.
  JsonlAnnotations(JsonFields& fields, const std::set<AnnotatorKey>& annotators)
      : fields_(fields), annotators_(annotators) {}

  /// The pieces of a span, with the quote compared.
  std::optional<Anchor> spans(const nlohmann::json& object, const Text& text);
  /// `document`: the one in which the relation stands.
  std::optional<Anchor> relation(const nlohmann::json& object, const DocumentKey& document);
  Attributes attributes(const nlohmann::json& object);
  Provenance provenance(const nlohmann::json& object);

  /// `start` and `end` within a text of this length.
  std::optional<Span> place(const nlohmann::json& object, std::uint32_t length);
  /// A problem where the file does not list this annotator.
  void expect_annotator(const AnnotatorKey& key);

 private:
  void expect_place(const nlohmann::json& object, const char* name, TextPos place);
  std::optional<Time> optional_time(const nlohmann::json& object, const char* name);

  JsonFields& fields_;
  const std::set<AnnotatorKey>& annotators_;
};

}  // namespace mitjul
