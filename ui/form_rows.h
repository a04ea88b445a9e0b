#pragma once

#include <wx/wx.h>

#include <functional>

namespace mitjul {

/// A sentence below a field, why what stands in it was not taken; takes no room while there is none.
class FieldNote : public wxStaticText {
 public:
  explicit FieldNote(wxWindow* parent);
  void say(const wxString& sentence);
};

/// Fields below one another, each with its name at the left and a note below it.
class FormRows {
 public:
  explicit FormRows(wxWindow* parent);
  enum class Height { Own, Grows };
  /// The name is also what screen readers call the field.
  FieldNote* add(const wxString& name, wxWindow* field, Height height = Height::Own);
  /// The same for several windows, which have names of their own.
  FieldNote* add(const wxString& name, wxSizer* fields);
  wxSizer* sizer() { return sizer_; }

 private:
  FieldNote* add_row(const wxString& name, const std::function<void(wxSizer&)>& put, Height height);

  wxWindow* parent_;
  wxFlexGridSizer* sizer_;
};

}  // namespace mitjul
