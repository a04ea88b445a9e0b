#pragma once

#include <wx/wx.h>

#include <functional>
#include <optional>
#include <string>

namespace mitjul {

/// A text that is stored when it is left, and not at every letter: `store` is called with the new value when the
/// focus goes elsewhere, on Ctrl+Enter (Enter in a field of one line), and by `flush`. What the input method delivers
/// after the focus has gone is stored, too.
class TextField : public wxTextCtrl {
 public:
  /// Answers whether the value was taken. One that was refused stays in the field, and is not offered again until it
  /// is edited.
  using StoreValue = std::function<bool(const std::string&)>;

  enum class Lines { One, Several };
  TextField(wxWindow* parent, Lines lines, StoreValue store);

  /// The value that is stored now. What is being typed over it stays.
  void set_stored(const std::string& value);
  bool pending() const;
  void flush();

 private:
  StoreValue store_;
  std::string stored_;
  std::optional<std::string> refused_;
};

}  // namespace mitjul
