#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "core/schema.h"
#include "export/replaced_text.h"
#include "export/surface_finder.h"

namespace mitjul {

/// Puts stand-ins in the place of surfaces, in texts and in everything else that a document or a schema says.
class PseudonymReplacer {
 public:
  /// `labels`: those whose spans are hidden, with those below them. `stand_ins`: by the numbers of the surfaces.
  /// `separator`: stands in no surface.
  PseudonymReplacer(SurfaceFinder finder, std::set<std::string> labels, std::vector<std::string> stand_ins,
                    std::string separator);

  const SurfaceFinder& finder() const { return finder_; }

  /// `annotated`: places that are replaced even if the finder does not see them.
  ReplacedText replace(std::string_view utf8, const std::vector<FoundSurface>& annotated = {}) const;
  std::string in_text(std::string_view utf8) const;
  /// `schema`: as it was before its words were replaced. The name may be that of another document now.
  AnnotatedDocument in_document(const AnnotatedDocument& document, const Schema& schema) const;
  Schema in_schema(Schema schema) const;

 private:
  std::vector<FoundSurface> annotated_in(const AnnotatedDocument& document) const;
  void part(std::vector<ReplacedText::Stretch>& stretches, const ReplacedText& text) const;
  Attributes in_attributes(const Annotation& annotation, const Schema& schema) const;

  SurfaceFinder finder_;
  std::set<std::string> labels_;
  std::vector<std::string> stand_ins_;
  std::string separator_;
};

}  // namespace mitjul
