#include "export/html_labels.h"

#include <fmt/format.h>

#include "export/rgb.h"

namespace mitjul {
namespace {

std::string properties_of(const std::string& place, const Rgb& rgb, double alpha) {
  const auto& [red, green, blue] = rgb.parts;
  return fmt::format("--c{0}:#{1:02x}{2:02x}{3:02x};--f{0}:rgba({1},{2},{3},{4});--t{0}:{5};", place, red, green, blue,
                     alpha, rgb.takes_black() ? "#000" : "#fff");
}

}  // namespace

HtmlLabels::HtmlLabels(const Schema& schema) : schema_(schema) {
  for (std::size_t i = 0; i < schema.labels.size(); ++i) places_[schema.labels[i].id] = i;
}

std::string HtmlLabels::place_of(const std::string& label) const {
  const auto place = places_.find(label);
  return place == places_.end() ? "x" : std::to_string(place->second);
}

const std::string& HtmlLabels::name_of(const std::string& label) const {
  const auto place = places_.find(label);
  return place == places_.end() ? label : schema_.labels[place->second].name;
}

std::string HtmlLabels::style_of(const std::string& label) const {
  return fmt::format("--c:var(--c{0});--f:var(--f{0});--t:var(--t{0})", place_of(label));
}

std::string HtmlLabels::properties() const {
  std::string light;
  std::string dark;
  const auto add = [&](const std::string& place, const std::string& color) {
    light += properties_of(place, Rgb::parse(color), 0.16);
    dark += properties_of(place, Rgb::parse(color).lightened(), 0.24);
  };
  add("x", "");
  for (const Label& label : schema_.labels) add(place_of(label.id), label.color);
  return ":root{" + light + "}\n@media screen and (prefers-color-scheme:dark){:root{" + dark + "}}";
}

}  // namespace mitjul
