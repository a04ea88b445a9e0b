// The part of a page that is about the names of labels.

#include <cmath>

#include "view/page.h"
#include "view/short_names.h"

namespace mitjul {
namespace {

// A name that is wider is shortened, in syllables of its font.
constexpr float kLongestName = 12;
constexpr float kLongestAuthor = 6;

}  // namespace

const std::string& Page::short_name(std::size_t label) {
  if (short_names_.empty()) {
    std::vector<std::string> names;
    names.reserve(labels_.size());
    for (const PageLabel& each : labels_) names.push_back(each.name);
    short_names_ = short_names(names, kLongestName * shaper_.label_width("가"),
                               [this](std::string_view text) { return shaper_.label_width(text); });
  }
  return short_names_[label];
}

void Page::shorten_authors() {
  short_authors_ = short_names(authors_, kLongestAuthor * shaper_.label_width("가"),
                               [this](std::string_view text) { return shaper_.label_width(text); });
}

std::string Page::with_author(const std::string& name, std::size_t author) const {
  return author == 0 || author > short_authors_.size() ? name : name + " · " + short_authors_[author - 1];
}

std::string Page::name_of(const Chip& chip) {
  const std::string& label = short_name(chip.mark->label);
  return with_author(chip.continued ? "…" + label : label, chip.mark->author);
}

float Page::name_width(const std::string& name) {
  return std::ceil(shaper_.label_width(name)) + static_cast<float>(2 * style_.chip_padding);
}

float Page::chip_width(std::size_t label, std::size_t author) {
  if (author != 0) return name_width(with_author(short_name(label), author));
  float& width = chip_widths_[label];
  if (width < 0) width = name_width(short_name(label));
  return width;
}

/// In a column that is narrower than the name, as much of it as fits.
std::string Page::chip_name(const Chip& chip) {
  std::string name = name_of(chip);
  if (!chip.cut) return name;
  return shortened(name, chip.x.length() - static_cast<float>(2 * style_.chip_padding),
                   [this](std::string_view text) { return std::ceil(shaper_.label_width(text)); });
}

std::string Page::arc_name(const Arc& arc) {
  const std::string name = with_author(short_name(arc.link->label), arc.link->author);
  return arc.bundled > 1 ? name + " ×" + std::to_string(arc.bundled) : name;
}

}  // namespace mitjul
