#include "ui/pango_shaper.h"

#ifdef __WXGTK__

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <list>
#include <string>
#include <unordered_map>

#include "ui/advance_cache.h"

namespace mitjul {
namespace {

template <class Object>
struct Unref {
  void operator()(Object* object) const { g_object_unref(object); }
};
template <class Object>
using Owned = std::unique_ptr<Object, Unref<Object>>;

struct FreeFont {
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
struct UnrefAttributes {
  void operator()(PangoAttrList* attributes) const { pango_attr_list_unref(attributes); }
};
using Font = std::unique_ptr<PangoFontDescription, FreeFont>;

/// A tab is drawn as a blank: tab stops would make its width depend on where it stands.
std::string without_tabs(std::string_view text) {
  std::string shown(text);
  std::replace(shown.begin(), shown.end(), '\t', ' ');
  return shown;
}

float pixels(int units) { return static_cast<float>(units) / static_cast<float>(PANGO_SCALE); }

/// The layouts that were drawn last, by their text: building one takes longer than drawing it.
class LayoutCache {
 public:
  PangoLayout* find(const std::string& text) {
    const auto found = places_.find(text);
    if (found == places_.end()) return nullptr;
    recent_.splice(recent_.begin(), recent_, found->second);
    return found->second->second.get();
  }
  PangoLayout* put(std::string text, Owned<PangoLayout> layout) {
    recent_.emplace_front(std::move(text), std::move(layout));
    places_[recent_.front().first] = recent_.begin();
    if (recent_.size() > kMost) {
      places_.erase(recent_.back().first);
      recent_.pop_back();
    }
    return recent_.front().second.get();
  }
  void clear() {
    recent_.clear();
    places_.clear();
  }

 private:
  static constexpr std::size_t kMost = 512;  // some ten screens
  std::list<std::pair<std::string, Owned<PangoLayout>>> recent_;
  std::unordered_map<std::string, std::list<std::pair<std::string, Owned<PangoLayout>>>::iterator> places_;
};

void measure_run(PangoLayout* measuring, std::string_view run, const std::vector<std::uint8_t>& cluster_bytes,
                 std::vector<float>& advances) {
  const std::string shown = without_tabs(run);
  pango_layout_set_text(measuring, shown.data(), static_cast<int>(shown.size()));
  int byte = 0;
  for (std::size_t i = 0; i < cluster_bytes.size(); ++i) {
    // Pango's clusters may be smaller than ours (a flag that a font has only letters for): the sum of theirs.
    PangoRectangle first{};
    pango_layout_index_to_pos(measuring, byte, &first);
    byte += cluster_bytes[i];
    PangoRectangle next{};
    pango_layout_index_to_pos(measuring, byte, &next);
    const int width = std::abs(next.x - first.x);
    advances.push_back(pixels(width));
  }
}

/// A font of the text, and what was measured and drawn in it.
struct StyleFont {
  Font font;
  FontMetrics metrics;
  Owned<PangoLayout> measuring;
  AdvanceCache advances{
      [this](std::string_view run, const std::vector<std::uint8_t>& cluster_bytes, std::vector<float>& measured) {
        measure_run(measuring.get(), run, cluster_bytes, measured);
      }};
  LayoutCache layouts;

  StyleFont() = default;
  StyleFont(const StyleFont&) = delete;
  StyleFont& operator=(const StyleFont&) = delete;
};

class PangoShaper : public RunShaper {
 public:
  PangoShaper() : context_(pango_font_map_create_context(pango_cairo_font_map_get_default())) {
    // Without rounding, the widths of words add up to the width of their line.
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    cairo_font_options_t* const options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_language(context_.get(), pango_language_from_string("ko"));
    // A cluster is as wide wherever it stands. Otherwise blanks and stops are wider behind Hangul than behind Latin
    // letters (locl; the fonts' default forms are the Korean ones already), and letters move with their neighbours
    // where these have the same script (kern), which depends on the whole line.
    pango_attr_list_insert(attributes_.get(), pango_attr_font_features_new("locl=0,kern=0,liga=0,clig=0,calt=0"));
    set_fonts(TextFace::Sans, 17, 11);
  }

  void set_fonts(TextFace face, double text, double label) override {
    for (std::size_t i = 0; i < fonts_.size(); ++i) {
      StyleFont& style = fonts_[i];
      style.font = font(face, text * kLetters[i].size, kLetters[i].bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
      style.metrics = metrics(style.font.get());
      style.measuring = new_layout(style.font.get());
      style.advances.clear();
      style.layouts.clear();
    }
    label_font_ = font(TextFace::Sans, label, PANGO_WEIGHT_SEMIBOLD);
    label_metrics_ = metrics(label_font_.get());
    labels_.clear();
  }

  FontMetrics text_metrics(TextStyle style) const override { return fonts_[static_cast<std::size_t>(style)].metrics; }
  FontMetrics label_metrics() const override { return label_metrics_; }

  void measure(TextStyle style, std::string_view run, const std::vector<std::uint8_t>& cluster_bytes,
               std::vector<float>& advances) override {
    in(style).advances.measure(run, cluster_bytes, advances);
  }

  float text_width(TextStyle style, std::string_view line) override { return width(laid_out(style, line)); }
  float label_width(std::string_view label) override { return width(laid_out(labels_, label_font_.get(), label)); }

  void draw_text(wxGraphicsContext& context, TextStyle style, std::string_view line, double x, double baseline,
                 const wxColour& colour) override {
    draw(context, laid_out(style, line), x, baseline, colour);
  }
  void draw_label(wxGraphicsContext& context, std::string_view label, double x, double baseline,
                  const wxColour& colour) override {
    draw(context, laid_out(labels_, label_font_.get(), label), x, baseline, colour);
  }

 private:
  StyleFont& in(TextStyle style) { return fonts_[static_cast<std::size_t>(style)]; }

  static Font font(TextFace face, double size, PangoWeight weight) {
    // Korean first: a Japanese or Chinese font draws some characters in other forms.
    Font font(pango_font_description_from_string(face == TextFace::Serif
                                                     ? "Noto Serif CJK KR, Noto Serif KR, NanumMyeongjo, Batang, Serif"
                                                     : "Noto Sans CJK KR, Noto Sans KR, NanumGothic, Sans"));
    pango_font_description_set_absolute_size(font.get(), std::round(size * PANGO_SCALE));
    pango_font_description_set_weight(font.get(), weight);
    return font;
  }

  FontMetrics metrics(const PangoFontDescription* font) const {
    PangoFontMetrics* const found = pango_context_get_metrics(context_.get(), font, pango_language_from_string("ko"));
    // The space that Korean fonts leave above and below their letters is the page's to give.
    const float height = static_cast<float>(pango_font_description_get_size(font)) / static_cast<float>(PANGO_SCALE);
    const FontMetrics metrics{std::min(pixels(pango_font_metrics_get_ascent(found)), height * 1.0F),
                              std::min(pixels(pango_font_metrics_get_descent(found)), height * 0.3F)};
    pango_font_metrics_unref(found);
    return metrics;
  }

  static float width(PangoLayout* layout) {
    PangoRectangle extent{};
    pango_layout_get_extents(layout, nullptr, &extent);
    return pixels(extent.width);
  }

  Owned<PangoLayout> new_layout(const PangoFontDescription* font) const {
    Owned<PangoLayout> layout(pango_layout_new(context_.get()));
    pango_layout_set_font_description(layout.get(), font);
    pango_layout_set_attributes(layout.get(), attributes_.get());
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    return layout;
  }

  PangoLayout* laid_out(TextStyle style, std::string_view line) {
    return laid_out(in(style).layouts, in(style).font.get(), line);
  }

  PangoLayout* laid_out(LayoutCache& cache, const PangoFontDescription* font, std::string_view text) const {
    std::string key = without_tabs(text);
    if (PangoLayout* const known = cache.find(key)) return known;
    Owned<PangoLayout> layout = new_layout(font);
    pango_layout_set_text(layout.get(), key.data(), static_cast<int>(key.size()));
    return cache.put(std::move(key), std::move(layout));
  }

  static void draw(wxGraphicsContext& context, PangoLayout* layout, double x, double baseline, const wxColour& colour) {
    auto* const cairo = static_cast<cairo_t*>(context.GetNativeContext());
    cairo_save(cairo);
    cairo_set_source_rgba(cairo, colour.Red() / 255.0, colour.Green() / 255.0, colour.Blue() / 255.0,
                          colour.Alpha() / 255.0);
    cairo_move_to(cairo, x, baseline);
    pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(layout, 0));
    cairo_restore(cairo);
  }

  Owned<PangoContext> context_;
  std::unique_ptr<PangoAttrList, UnrefAttributes> attributes_{pango_attr_list_new()};
  std::array<StyleFont, kLetters.size()> fonts_;
  Font label_font_;
  FontMetrics label_metrics_;
  LayoutCache labels_;
};

}  // namespace

std::unique_ptr<RunShaper> make_pango_shaper() { return std::make_unique<PangoShaper>(); }

}  // namespace mitjul

#endif
