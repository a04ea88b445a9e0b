#pragma once

#include <wx/bitmap.h>

#include <memory>
#include <string>
#include <vector>

#include "core/schema.h"
#include "ui/renderer.h"
#include "ui/run_shaper.h"
#include "view/viewport.h"

namespace mitjul {

/// A page with annotations, to be drawn without a window.
class Scene {
 public:
  /// `text` holds the article.
  explicit Scene(const std::string& text, Schema schema = *preset("claims-entities"));

  /// Annotates every segment between these quotes: each is looked for behind the one before. Returns the id.
  AnnotationId mark(const std::string& label, const std::vector<std::string>& quotes);
  AnnotationId mark(const std::string& label, Spans spans);
  AnnotationId relate(const std::string& label, const AnnotationId& from, const AnnotationId& to);
  /// To an annotation of another document.
  AnnotationId relate_outside(const std::string& label, const AnnotationId& from);

  /// The first place of a quote at or behind a position.
  Span find(const std::string& quote, TextPos from) const;

  /// Suggests the first place of a quote. Returns its index.
  std::size_t suggest(SuggestedMark::Kind kind, const std::string& label, const std::string& quote,
                      const std::string& name = "");

  /// Draws it at a size in pixels of the page, each of which takes `scale` pixels of the picture.
  wxImage draw(int width, int height, const Theme& theme, const RenderState& state = {}, double scale = 1);

  Page& page() { return page_; }
  Viewport& viewport() { return viewport_; }
  const Text& text() const { return page_.text(); }
  RunShaper& shaper() { return *shaper_; }

 private:
  AnnotationId next_id();

  Schema schema_;
  std::unique_ptr<RunShaper> shaper_;
  Page page_;
  Viewport viewport_;
  Renderer renderer_;
  int count_ = 0;
  std::vector<SuggestedMark> suggested_;
};

}  // namespace mitjul
