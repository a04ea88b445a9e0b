#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/schema.h"

namespace mitjul {

/// How the labels of a schema look in a report. Each has three properties in its style sheet: its colour `--c3`, the
/// same thin, `--f3`, and what is legible on it, `--t3`; labels without a colour, or that the schema does not have, are
/// grey. On dark screens all are lighter.
class HtmlLabels {
 public:
  explicit HtmlLabels(const Schema& schema);

  /// The number behind the properties of the label: `3`; `x` for one that the schema does not have.
  std::string place_of(const std::string& label) const;
  const std::string& name_of(const std::string& label) const;
  /// What an element's `style` says so that `--c`, `--f`, `--t` are those of the label.
  std::string style_of(const std::string& label) const;
  /// The properties of all, for the style sheet.
  std::string properties() const;

 private:
  const Schema& schema_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace mitjul
