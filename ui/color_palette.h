#pragma once

#include <wx/wx.h>

#include <functional>
#include <string>

#include "core/schema.h"
#include "ui/form_rows.h"

namespace mitjul {

/// The colour of a label: one of those offered, where a dot marks those that another label has, or any that is typed.
class ColorPalette : public wxPanel {
 public:
  /// `choose` is called with `#RRGGBB`, or nothing for "as the label above".
  ColorPalette(wxWindow* parent, std::function<void(const std::string&)> choose);

  /// `label`: whose colour it is; empty for one that is not in the schema yet.
  void show(const Schema& schema, const std::string& label, const std::string& color);
  /// Takes what is typed; what is no colour is said in `note`.
  void flush();
  void set_note(FieldNote* note) { note_ = note; }
  const std::string& color() const { return color_; }

 private:
  class Swatches;

  void take(const std::string& color);

  std::function<void(const std::string&)> choose_;
  std::vector<wxString> owners_;  ///< of the offered colours; empty: nobody
  std::string color_;
  Swatches* swatches_;
  wxTextCtrl* typed_;
  FieldNote* note_ = nullptr;
};

}  // namespace mitjul
