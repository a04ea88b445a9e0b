#include "tests/gui/scene.h"

#include <wx/dcmemory.h>
#include <wx/image.h>

#include <cmath>
#include <stdexcept>

namespace mitjul {

Scene::Scene(const std::string& text, Schema schema)
    : schema_(std::move(schema)),
      shaper_(make_shaper()),
      page_(Text(text), *shaper_, page_labels(schema_)),
      viewport_(page_),
      renderer_(viewport_, page_, *shaper_) {}

AnnotationId Scene::next_id() { return {*AnnotatorKey::parse("h4k2qa"), ++count_}; }

AnnotationId Scene::mark(const std::string& label, const std::vector<std::string>& quotes) {
  std::vector<Span> segments;
  TextPos from;
  for (const std::string& quote : quotes) {
    segments.push_back(find(quote, from));
    from = segments.back().end;
  }
  return mark(label, Spans(std::move(segments)));
}

Span Scene::find(const std::string& quote, TextPos from) const {
  const std::size_t at = text().utf8().find(quote, text().to_byte(from));
  if (at == std::string::npos) throw std::invalid_argument("not in the text: " + quote);
  return {text().from_byte(static_cast<std::uint32_t>(at)),
          text().from_byte(static_cast<std::uint32_t>(at + quote.size()))};
}

std::size_t Scene::suggest(SuggestedMark::Kind kind, const std::string& label, const std::string& quote,
                           const std::string& name) {
  suggested_.push_back({find(quote, TextPos(0)), label, kind, name});
  page_.suggest(suggested_);
  return suggested_.size() - 1;
}

AnnotationId Scene::mark(const std::string& label, Spans spans) {
  const AnnotationId id = next_id();
  page_.put({id, label, std::move(spans), {}, "", {}});
  return id;
}

AnnotationId Scene::relate(const std::string& label, const AnnotationId& from, const AnnotationId& to) {
  const AnnotationId id = next_id();
  page_.put({id, label, Relation{{{"from", {{}, from}}, {"to", {{}, to}}}}, {}, "", {}});
  return id;
}

AnnotationId Scene::relate_outside(const std::string& label, const AnnotationId& from) {
  const AnnotationId id = next_id();
  const AnnotationRef there{*DocumentKey::parse("d3f7k2m5qa"), {*AnnotatorKey::parse("h4k2qa"), 1}};
  page_.put({id, label, Relation{{{"from", {{}, from}}, {"to", there}}}, {}, "", {}});
  return id;
}

wxImage Scene::draw(int width, int height, const Theme& theme, const RenderState& state, double scale) {
  renderer_.set_colours(schema_, theme);
  viewport_.resize(width, height);
  wxBitmap bitmap(static_cast<int>(std::lround(width * scale)), static_cast<int>(std::lround(height * scale)), 24);
  {
    wxMemoryDC dc(bitmap);
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
    context->Scale(scale, scale);
    renderer_.render(*context, state, 0, height);
  }
  return bitmap.ConvertToImage();
}

}  // namespace mitjul
