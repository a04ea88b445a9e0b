#pragma once

#include <wx/scrolwin.h>

#include <memory>

#include "core/presets.h"
#include "ui/theme.h"

namespace mitjul {

/// The example of a preset: a few sentences with their annotations, drawn as the text view draws them. Only to be
/// looked at; scrolls where it is higher than its place.
class PresetExample : public wxScrolledCanvas {
 public:
  /// The theme outlives it.
  PresetExample(wxWindow* parent, const Theme& theme);
  ~PresetExample() override;

  void show(const Preset& preset);

 private:
  struct Drawing;

  void lay_out();
  void paint();

  const Theme& theme_;
  std::unique_ptr<Drawing> drawing_;
};

}  // namespace mitjul
