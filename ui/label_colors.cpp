#include "ui/label_colors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace mitjul {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// Machado, Oliveira and Fernandes 2009, full severity, on linear light.
constexpr Matrix kWithoutRed{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kWithoutGreen{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
// Okuda 2020.
constexpr Matrix kToCones{{{0.4122214708, 0.5363325363, 0.0514459929},
                           {0.2119034982, 0.6806995451, 0.1073969566},
                           {0.0883024619, 0.2817188376, 0.6299787005}}};
constexpr Matrix kToLab{{{0.2104542553, 0.7936177850, -0.0040720468},
                         {1.9779984951, -2.4285922050, 0.4505937099},
                         {0.0259040371, 0.7827717662, -0.8086757660}}};
// What is left to who does not see a colour is used less densely.
constexpr double kWorthOfRest = 1.75;

Triple times(const Matrix& matrix, const Triple& value) {
  Triple result{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) result[i] += matrix[i][j] * value[j];
  }
  return result;
}

/// Of `#RRGGBB`; anything else is black.
Triple linear(std::string_view color) {
  Triple light{};
  if (color.size() != 7) return light;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string digits(color.substr(1 + 2 * i, 2));
    const double part = static_cast<double>(std::strtol(digits.c_str(), nullptr, 16)) / 255;
    light[i] = part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  }
  return light;
}

Triple seen(Triple light) {
  for (double& part : light) part = std::clamp(part, 0.0, 1.0);
  Triple cones = times(kToCones, light);
  for (double& cone : cones) cone = std::cbrt(cone);
  return times(kToLab, cones);
}

double distance(const Triple& a, const Triple& b) { return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]); }

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); }

}  // namespace

const std::vector<std::string>& offered_colors() {
  static const std::vector<std::string> colors{"#A02E02", "#FF3E00", "#9F6550", "#FE8304", "#948302", "#AEA95A",
                                               "#076222", "#6A9A7C", "#00C18A", "#2683A8", "#07B6F0", "#005892",
                                               "#568AFF", "#4C03FA", "#7354FF", "#7B0DCB", "#A664D5", "#AA95B4",
                                               "#A30097", "#F67EE0", "#EA0BB9", "#B9548C", "#B40056", "#57565B"};
  return colors;
}

double color_distance(std::string_view a, std::string_view b) {
  const Triple one = linear(a);
  const Triple other = linear(b);
  double least = distance(seen(one), seen(other));
  for (const Matrix& sight : {kWithoutRed, kWithoutGreen}) {
    least = std::min(least, kWorthOfRest * distance(seen(times(sight, one)), seen(times(sight, other))));
  }
  return least;
}

std::optional<std::string> parse_color(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c != ' ') digits += static_cast<char>(c >= 'a' && c <= 'f' ? c - 'a' + 'A' : c);
  }
  if (!digits.empty() && digits.front() == '#') digits.erase(0, 1);
  if (!std::all_of(digits.begin(), digits.end(), is_hex)) return std::nullopt;
  if (digits.size() == 3) digits = {digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]};
  return digits.size() == 6 ? std::optional("#" + digits) : std::nullopt;
}

std::string next_color(const Schema& schema, LabelKind kind, std::string_view parent) {
  const auto uses = [&](const std::string& color) {
    return std::count_if(schema.labels.begin(), schema.labels.end(),
                         [&](const Label& label) { return parse_color(label.color) == color; });
  };
  const auto apart = [&](const std::string& color) {
    double least = 1;
    for (const Label& label : schema.labels) {
      const bool beside = label.kind == kind && (label.parent == parent || label.id == parent);
      if (beside && !label.color.empty()) least = std::min(least, color_distance(color, label.color));
    }
    return least;
  };
  const std::vector<std::string>& colors = offered_colors();
  return *std::max_element(colors.begin(), colors.end(), [&](const std::string& a, const std::string& b) {
    const auto uses_of_a = uses(a);
    const auto uses_of_b = uses(b);
    return uses_of_a != uses_of_b ? uses_of_a > uses_of_b : apart(a) < apart(b);
  });
}

}  // namespace mitjul
