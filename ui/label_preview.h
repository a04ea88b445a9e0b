#pragma once

#include <wx/wx.h>

#include <memory>
#include <string>

#include "core/schema.h"
#include "ui/run_shaper.h"
#include "ui/theme.h"

namespace mitjul {

/// How the text view draws a label, on some words, on a long passage, or between two marks, in one theme. A label of
/// the document has its chip alone.
class LabelPreview : public wxWindow {
 public:
  LabelPreview(wxWindow* parent, const Theme& theme);

  /// An id that the schema does not have shows nothing.
  void show(const Schema& schema, const std::string& label);

 private:
  void paint(wxPaintEvent& event);
  void draw_page(wxGraphicsContext& context);
  void draw_chip(wxGraphicsContext& context);

  const Theme& theme_;
  std::unique_ptr<RunShaper> shaper_;
  Schema schema_;
  std::string label_;
};

}  // namespace mitjul
