// Labels are told apart by their colours, also by the colour-blind.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "core/presets.h"

namespace mitjul {
namespace {

using Three = std::array<double, 3>;
using Matrix = std::array<Three, 3>;

Three product(const Matrix& matrix, const Three& vector) {
  Three result{};
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) result[row] += matrix[row][column] * vector[column];
  }
  return result;
}

/// Linear light of `#RRGGBB` (IEC 61966-2-1).
Three linear(const std::string& colour) {
  Three result{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16) / 255.0;
    result[i] = part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  }
  return result;
}

constexpr Matrix kToXyz{{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};

double luminance(const std::string& colour) { return product(kToXyz, linear(colour))[1]; }

/// CIE 1976 L*a*b*, white D65.
Three lab(Three light) {
  for (double& part : light) part = std::clamp(part, 0.0, 1.0);
  Three xyz = product(kToXyz, light);
  const Three white{0.9505, 1, 1.089};
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = xyz[i] / white[i];
    xyz[i] = part > 0.008856 ? std::cbrt(part) : 7.787 * part + 16.0 / 116;
  }
  return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

double lightness(const std::string& colour) { return lab(linear(colour))[0]; }

/// How people see: as most do, and without red, green or blue receptors (Machado, Oliveira, Fernandes 2009).
constexpr std::array<Matrix, 4> kEyes{{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}};

/// How far apart two colours are for the eyes that tell them worst; 2 is just seen side by side.
double difference(const std::string& a, const std::string& b) {
  double least = 1000;
  for (const Matrix& eyes : kEyes) {
    const Three first = lab(product(eyes, linear(a)));
    const Three second = lab(product(eyes, linear(b)));
    least = std::min(least, std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]));
  }
  return least;
}

/// The labels of spans that are in daily use: those without others below them.
std::vector<Label> span_labels(const Schema& schema) {
  std::set<std::string> parents;
  for (const Label& label : schema.labels) parents.insert(label.parent);
  std::vector<Label> labels;
  for (const Label& label : schema.labels) {
    if (label.kind == LabelKind::Span && parents.count(label.id) == 0) labels.push_back(label);
  }
  return labels;
}

TEST(PresetColoursTest, AreToldApartByEverybody) {
  for (const Preset& preset : presets()) {
    const std::vector<Label> labels = span_labels(preset.schema);
    for (auto first = labels.begin(); first != labels.end(); ++first) {
      for (auto second = first + 1; second != labels.end(); ++second) {
        EXPECT_GE(difference(first->color, second->color), 8) << preset.id << ": " << first->id << ", " << second->id;
      }
    }
  }
}

TEST(PresetColoursTest, EntitiesDifferInLightnessToo) {
  for (const Preset& preset : presets()) {
    std::vector<double> values;
    for (const Label& label : span_labels(preset.schema)) {
      if (label.parent == "ENTITY" || preset.id == "klue-ner" || preset.id == "tta") {
        values.push_back(lightness(label.color));
      }
    }
    std::sort(values.begin(), values.end());
    const double apart = values.size() > 10 ? 0.7 : 1.3;  // there is room for so many and no more
    for (std::size_t i = 1; i < values.size(); ++i) EXPECT_GE(values[i] - values[i - 1], apart) << preset.id;
  }
}

TEST(PresetColoursTest, StandOutFromLightAndDarkPagesAsTheyAre) {
  const double light = luminance("#FFFFFF");
  const double dark = luminance("#1E1F22");
  for (const Preset& preset : presets()) {
    for (const Label& label : span_labels(preset.schema)) {
      const double own = luminance(label.color);
      EXPECT_GE((light + 0.05) / (own + 0.05), 3) << preset.id << " " << label.id;
      EXPECT_GE((own + 0.05) / (dark + 0.05), 3) << preset.id << " " << label.id;
    }
  }
}

}  // namespace
}  // namespace mitjul
