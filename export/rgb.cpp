#include "export/rgb.h"

#include <string>

namespace mitjul {
namespace {

constexpr std::string_view kNoColor = "#8A929B";

}  // namespace

Rgb Rgb::parse(std::string_view color) {
  if (color.size() != 7) color = kNoColor;
  Rgb rgb{};
  for (std::size_t i = 0; i < 3; ++i)
    rgb.parts[i] = static_cast<unsigned>(std::stoul(std::string(color.substr(1 + 2 * i, 2)), nullptr, 16));
  return rgb;
}

Rgb Rgb::lightened() const {
  Rgb light = *this;
  for (unsigned& part : light.parts) part = (2 * part + 255) / 3;
  return light;
}

bool Rgb::takes_black() const { return 299 * parts[0] + 587 * parts[1] + 114 * parts[2] > 140 * 1000; }

}  // namespace mitjul
