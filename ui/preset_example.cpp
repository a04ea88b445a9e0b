#include "ui/preset_example.h"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>

#include <algorithm>
#include <string>

#include "import/annotation_lines.h"
#include "ui/renderer.h"

namespace mitjul {
namespace {

constexpr double kTextSize = 15;  // pixels
constexpr double kLabelSize = 10.5;
constexpr int kScrollStep = 16;

}  // namespace

/// An example that is laid out.
struct PresetExample::Drawing {
  explicit Drawing(const Preset& preset)
      : schema(preset.schema),
        shaper(with_fonts(make_shaper())),
        page(Text(std::string(preset.example_text)), *shaper, page_labels(schema)),
        viewport(page),
        renderer(viewport, page, *shaper) {
    const AnnotationLines lines = read_annotation_lines(preset.example_lines, {});
    for (const Change& change : lines.edit.changes) {
      const auto* const made = std::get_if<AnnotationChange>(&change);
      if (made != nullptr && made->after) page.put(*made->after);
    }
  }

  static std::unique_ptr<RunShaper> with_fonts(std::unique_ptr<RunShaper> made) {
    made->set_fonts(TextFace::Sans, kTextSize, kLabelSize);
    return made;
  }

  Schema schema;
  std::unique_ptr<RunShaper> shaper;
  Page page;
  Viewport viewport;
  Renderer renderer;
};

PresetExample::PresetExample(wxWindow* parent, const Theme& theme)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxVSCROLL | wxBORDER_THEME | wxFULL_REPAINT_ON_RESIZE),
      theme_(theme) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetScrollRate(0, kScrollStep);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    lay_out();
  });
}

PresetExample::~PresetExample() = default;

void PresetExample::show(const Preset& preset) {
  drawing_ = std::make_unique<Drawing>(preset);
  drawing_->renderer.set_colours(drawing_->schema, theme_);
  Scroll(0, 0);
  lay_out();
  Refresh();
}

void PresetExample::lay_out() {
  if (drawing_ == nullptr) return;
  const wxSize size = GetClientSize();
  Viewport& viewport = drawing_->viewport;
  viewport.resize(std::max(size.x, 1), std::max(size.y, 1));
  // All of it is laid out, so that its height is exact.
  for (std::size_t block = 0; block < drawing_->page.blocks(); ++block) drawing_->page.layout(block);
  SetVirtualSize(size.x, static_cast<int>(viewport.page_height()));
}

void PresetExample::paint() {
  wxAutoBufferedPaintDC dc(this);
  dc.SetBackground(theme_.background);
  dc.Clear();
  if (drawing_ == nullptr) return;
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
  if (!context) return;
  drawing_->viewport.scroll_to(GetViewStart().y * kScrollStep);
  drawing_->renderer.render(*context, {}, 0, GetClientSize().y);
}

}  // namespace mitjul
