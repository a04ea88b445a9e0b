#include <wx/dcmemory.h>
#include <wx/font.h>

#include <algorithm>
#include <cmath>

#include "core/utf8.h"
#include "ui/advance_cache.h"
#include "ui/pango_shaper.h"
#include "view/caret.h"

namespace mitjul {
namespace {

constexpr std::size_t kMostWords = 50'000;

wxString text_of(std::string_view utf8) { return wxString::FromUTF8(utf8.data(), utf8.size()); }

/// Measures clusters one by one and draws eojeol by eojeol, with nothing but wx: for systems without Pango. Letters of
/// a Latin word are not kerned for it.
class PortableShaper : public RunShaper {
 public:
  PortableShaper()
      : measuring_(wxGraphicsRenderer::GetDefaultRenderer()->CreateMeasuringContext()),
        cache_([this](std::string_view run, const std::vector<std::uint8_t>& cluster_bytes,
                      std::vector<float>& advances) { measure_run(run, cluster_bytes, advances); }) {
    set_fonts(TextFace::Sans, 17, 11);
  }

  void set_fonts(TextFace face, double text, double label) override {
    text_font_ = font(face, text, wxFONTWEIGHT_NORMAL);
    label_font_ = font(TextFace::Sans, label, wxFONTWEIGHT_SEMIBOLD);
    cache_.clear();
    words_.clear();
  }

  FontMetrics text_metrics() const override { return metrics(text_font_); }
  FontMetrics label_metrics() const override { return metrics(label_font_); }

  void measure(std::string_view run, const std::vector<std::uint8_t>& cluster_bytes,
               std::vector<float>& advances) override {
    cache_.measure(run, cluster_bytes, advances);
  }

  float text_width(std::string_view line) override {
    float width = 0;
    for_each_word(line, [&](std::string_view word, bool /*blank*/) { width += width_of_word(word); });
    return width;
  }

  float label_width(std::string_view label) override { return width_of(label_font_, label); }

  void draw_text(wxGraphicsContext& context, std::string_view line, double x, double baseline,
                 const wxColour& colour) override {
    context.SetFont(context.CreateFont(text_font_, colour));
    const double top = baseline - ascent(text_font_);
    for_each_word(line, [&](std::string_view word, bool blank) {
      if (!blank) context.DrawText(text_of(word), x, top);
      x += static_cast<double>(width_of_word(word));
    });
  }

  void draw_label(wxGraphicsContext& context, std::string_view label, double x, double baseline,
                  const wxColour& colour) override {
    context.SetFont(context.CreateFont(label_font_, colour));
    context.DrawText(text_of(label), x, baseline - ascent(label_font_));
  }

 private:
  /// Eojeols, and the blanks between them.
  template <class Use>
  static void for_each_word(std::string_view line, Use use) {
    for (std::size_t byte = 0; byte < line.size();) {
      std::size_t next = byte;
      const bool blank = is_blank(next_code_point(line, next));
      while (next < line.size()) {
        std::size_t behind = next;
        if (is_blank(next_code_point(line, behind)) != blank) break;
        next = behind;
      }
      use(line.substr(byte, next - byte), blank);
      byte = next;
    }
  }

  static wxFont font(TextFace face, double size, wxFontWeight weight) {
    const wxFontFamily family = face == TextFace::Serif ? wxFONTFAMILY_ROMAN : wxFONTFAMILY_SWISS;
    return wxFont(wxFontInfo(wxSize(0, static_cast<int>(std::lround(size)))).Family(family).Weight(weight));
  }

  FontMetrics metrics(const wxFont& font) const {
    measuring_->SetFont(font, *wxBLACK);
    double width = 0;
    double height = 0;
    double descent = 0;
    measuring_->GetTextExtent("한글Ag", &width, &height, &descent, nullptr);
    return {static_cast<float>(height - descent), static_cast<float>(descent)};
  }
  double ascent(const wxFont& font) const { return static_cast<double>(metrics(font).ascent); }

  float width_of(const wxFont& font, std::string_view text) const {
    measuring_->SetFont(font, *wxBLACK);
    double width = 0;
    measuring_->GetTextExtent(text_of(text), &width, nullptr, nullptr, nullptr);
    return static_cast<float>(width);
  }

  /// As the page has measured it, so that the next word begins where the page says.
  float width_of_word(std::string_view word) {
    if (words_.size() >= kMostWords) words_.clear();
    const auto [known, is_new] = words_.try_emplace(std::string(word), 0.F);
    if (is_new) {
      const Text text{std::string(word)};
      std::vector<std::uint8_t> sizes;
      for (TextPos pos(0); pos < text.end();) {
        const TextPos next = text.next_grapheme(pos);
        sizes.push_back(static_cast<std::uint8_t>(std::min(text.to_byte(next) - text.to_byte(pos), 255U)));
        pos = next;
      }
      std::vector<float> advances;
      cache_.measure(word, sizes, advances);
      for (const float advance : advances) known->second += advance;
    }
    return known->second;
  }

  void measure_run(std::string_view run, const std::vector<std::uint8_t>& cluster_bytes,
                   std::vector<float>& advances) const {
    std::size_t byte = 0;
    for (const std::uint8_t size : cluster_bytes) {
      advances.push_back(width_of(text_font_, run.substr(byte, size)));
      byte += size;
    }
  }

  std::unique_ptr<wxGraphicsContext> measuring_;
  wxFont text_font_;
  wxFont label_font_;
  AdvanceCache cache_;
  std::unordered_map<std::string, float> words_;
};

}  // namespace

std::unique_ptr<RunShaper> make_portable_shaper() { return std::make_unique<PortableShaper>(); }

std::unique_ptr<RunShaper> make_shaper() {
#ifdef __WXGTK__
  return make_pango_shaper();
#else
  return make_portable_shaper();
#endif
}

}  // namespace mitjul
