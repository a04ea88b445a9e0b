#include "export/html_colors.h"

#include <fmt/format.h>

#include <array>

namespace mitjul {
namespace {

constexpr std::string_view kNoColor = "#8A929B";

struct Rgb {
  std::array<unsigned, 3> parts;

  static Rgb parse(std::string_view color) {
    if (color.size() != 7) color = kNoColor;
    Rgb rgb{};
    for (std::size_t i = 0; i < 3; ++i)
      rgb.parts[i] = static_cast<unsigned>(std::stoul(std::string(color.substr(1 + 2 * i, 2)), nullptr, 16));
    return rgb;
  }
  /// For a dark ground: a third of white.
  Rgb lightened() const {
    Rgb light = *this;
    for (unsigned& part : light.parts) part = (2 * part + 255) / 3;
    return light;
  }
  /// Black or white, whichever is the more legible (ITU-R BT.601 luma).
  std::string_view ink() const {
    return 299 * parts[0] + 587 * parts[1] + 114 * parts[2] > 140 * 1000 ? "#000" : "#fff";
  }
};

std::string properties(const std::string& place, const Rgb& rgb, double alpha) {
  const auto& [red, green, blue] = rgb.parts;
  return fmt::format("--c{0}:#{1:02x}{2:02x}{3:02x};--f{0}:rgba({1},{2},{3},{4});--t{0}:{5};", place, red, green, blue,
                     alpha, rgb.ink());
}

}  // namespace

std::string html_colors(const std::vector<std::pair<std::string, std::string>>& labels) {
  std::string light;
  std::string dark;
  for (const auto& [place, color] : labels) {
    light += properties(place, Rgb::parse(color), 0.16);
    dark += properties(place, Rgb::parse(color).lightened(), 0.24);
  }
  return ":root{" + light + "}\n@media screen and (prefers-color-scheme:dark){:root{" + dark + "}}";
}

}  // namespace mitjul
