#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotation_loss.h"
#include "core/document.h"
#include "core/schema.h"
#include "export/replaced_text.h"
#include "export/surface_finder.h"

namespace mitjul {

/// What else went with the surfaces, and what stayed of them.
struct ReplacementCounts {
  std::map<AnnotationFeature, std::size_t> lost;
  std::map<std::size_t, std::size_t> inside_words;  ///< places of single letters in other words, by surface
  std::map<std::string, std::size_t> apart;         ///< surfaces with white space in them, as they stand there
};

/// Puts stand-ins in the place of surfaces, in texts and in everything else that a document or a schema says.
class PseudonymReplacer {
 public:
  /// `labels`: those whose spans are hidden, with those below them. `stand_ins`: by the numbers of the surfaces.
  /// `separator`: stands in no surface.
  PseudonymReplacer(SurfaceFinder finder, std::set<std::string> labels, std::vector<std::string> stand_ins,
                    std::string separator);

  const SurfaceFinder& finder() const { return finder_; }

  std::string in_text(std::string_view utf8) const { return replace(utf8, {}, nullptr).utf8(); }
  /// `schema`: as it was before its words were replaced. The name may be that of another document now.
  AnnotatedDocument in_document(const AnnotatedDocument& document, const Schema& schema,
                                ReplacementCounts& counts) const;
  Schema in_schema(Schema schema, ReplacementCounts& counts) const;

 private:
  using Stretches = std::vector<ReplacedText::Stretch>;

  /// `annotated`: places that are replaced even if the finder does not see them. `counts`: nullptr where nothing is
  /// counted.
  ReplacedText replace(std::string_view utf8, const std::vector<FoundSurface>& annotated,
                       ReplacementCounts* counts) const;
  std::string in_text(std::string_view utf8, ReplacementCounts& counts) const {
    return replace(utf8, {}, &counts).utf8();
  }
  static void count(std::string_view utf8, const LeftSurfaces& left, const std::vector<FoundSurface>& replaced,
                    ReplacementCounts& counts);
  std::vector<FoundSurface> annotated_in(const AnnotatedDocument& document) const;
  Stretches stretches_of(std::string_view utf8, const std::vector<FoundSurface>& places) const;
  void fit_particle(std::string_view utf8, const FoundSurface& place, std::size_t next, Stretches& stretches) const;
  static bool take_back(Stretches& stretches, const ReplacedText& text, const std::vector<FoundSurface>& come_about);
  void part(Stretches& stretches, const ReplacedText& text, const std::vector<FoundSurface>& come_about) const;
  void describe(DocumentInfo& info, const DocumentInfo& old, ReplacementCounts& counts) const;
  Attributes in_attributes(const Annotation& annotation, const Schema& schema, ReplacementCounts& counts) const;

  SurfaceFinder finder_;
  std::set<std::string> labels_;
  std::vector<std::string> stand_ins_;
  std::string separator_;
};

}  // namespace mitjul
