#include "ui/theme.h"

#include <wx/gdicmn.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace mitjul {
namespace {

// Told apart by most eyes, on white and on near-black (after Okabe and Ito, and ColorBrewer's Dark2).
constexpr std::array<const char*, 10> kPalette{"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#7570B3",
                                               "#B8860B", "#56B4E9", "#66A61E", "#E7298A", "#7A7A7A"};
// WCAG 2.1: 3 for what is large or no text, 4.5 for small text.
constexpr double kBarContrast = 3.0;
constexpr double kTextContrast = 4.5;
// How much of a label's colour the fill behind text has.
constexpr double kLightFill = 0.19;
constexpr double kDarkFill = 0.28;
constexpr double kFaintestFill = 0.1;

/// Relative luminance (WCAG 2.1).
double luminance(const wxColour& colour) {
  const auto linear = [](unsigned char value) {
    const double part = value / 255.0;
    return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.Red()) + 0.7152 * linear(colour.Green()) + 0.0722 * linear(colour.Blue());
}

double contrast(const wxColour& a, const wxColour& b) {
  const double one = luminance(a) + 0.05;
  const double other = luminance(b) + 0.05;
  return std::max(one, other) / std::min(one, other);
}

/// The colour, moved towards the text's until it stands out from the background.
wxColour readable(const wxColour& colour, const Theme& theme, double least) {
  const wxColour& end = theme.dark ? *wxWHITE : *wxBLACK;
  wxColour result = colour;
  for (int step = 1; step <= 10 && contrast(result, theme.background) < least; ++step) {
    result = blend(colour, end, step / 10.0);
  }
  return result;
}

/// As much as leaves the text readable, also where it is selected.
double fill_share(const wxColour& bar, const Theme& theme) {
  const auto readable_with = [&](double share) {
    const wxColour fill = blend(theme.background, bar, share);
    return contrast(theme.text, blend(fill, theme.selection, theme.selection.Alpha() / 255.0)) >= kTextContrast;
  };
  double share = theme.dark ? kDarkFill : kLightFill;
  while (share > kFaintestFill && !readable_with(share)) share -= 0.01;
  return share;
}

wxColour own_colour(const Schema& schema, std::string_view id) {
  const Label* label = schema.find(id);
  for (std::size_t depth = 0; label != nullptr && depth <= schema.labels.size(); ++depth) {
    const wxColour colour(label->color);
    if (!label->color.empty() && colour.IsOk()) return colour;
    label = label->parent.empty() ? nullptr : schema.find(label->parent);
  }
  const auto at =
      std::find_if(schema.labels.begin(), schema.labels.end(), [&](const Label& each) { return each.id == id; });
  return wxColour(kPalette[static_cast<std::size_t>(at - schema.labels.begin()) % kPalette.size()]);
}

}  // namespace

wxColour blend(const wxColour& from, const wxColour& to, double share) {
  const auto mix = [share](unsigned char a, unsigned char b) {
    return static_cast<unsigned char>(std::lround(a + (b - a) * share));
  };
  return {mix(from.Red(), to.Red()), mix(from.Green(), to.Green()), mix(from.Blue(), to.Blue())};
}

const Theme& light_theme() {
  static const Theme theme{false,
                           "#FFFFFF",
                           "#1F2328",
                           "#57606A",
                           "#6A737D",
                           "#ECEFF2",
                           "#BCC3CB",
                           {26, 115, 232, 76},
                           {26, 115, 232, 40},
                           "#0B57D0",
                           "#0B57D0",
                           {"#E3EEFA", "#1D1D1D"},
                           {"#FDF0D5", "#1D1D1D"},
                           {"#FFF0C2", "#3A2C00"}};
  return theme;
}

const Theme& dark_theme() {
  static const Theme theme{true,
                           "#1E1F22",
                           "#DFE1E5",
                           "#B0B5BC",
                           "#9297A0",
                           "#2D3035",
                           "#555A62",
                           {100, 160, 255, 96},
                           {100, 160, 255, 48},
                           "#8AB4F8",
                           "#8AB4F8",
                           {"#1F3346", "#F2F2F2"},
                           {"#46361C", "#F2F2F2"},
                           {"#5A4610", "#FFF3D0"}};
  return theme;
}

LabelColours label_colours(const Schema& schema, std::string_view label, const Theme& theme) {
  const wxColour own = own_colour(schema, label);
  LabelColours colours;
  colours.bar = readable(own, theme, kBarContrast);
  colours.words = readable(own, theme, kTextContrast);
  const double share = fill_share(colours.bar, theme);
  colours.fill = blend(theme.background, colours.bar, share);
  colours.wash = blend(theme.background, colours.bar, share / 2);
  const wxColour light("#FFFFFF");
  const wxColour dark("#14161A");
  colours.chip_text = contrast(colours.bar, light) >= contrast(colours.bar, dark) ? light : dark;
  return colours;
}

}  // namespace mitjul
