#pragma once

#include <wx/timer.h>
#include <wx/wx.h>

#include <functional>
#include <optional>
#include <string>

namespace mitjul {

/// Makes a field of one line as high as its text needs, where the system has larger text than wx reckons with. Called
/// when it has its font.
void fit_height(wxTextCtrl& field);

/// What became of a value that was to be stored.
enum class Storing {
  Done,
  Refused,  ///< by a rule: not offered again until it is edited
  Failed,   ///< the project could not be written: to be offered again
};

/// What a field holds that is not stored.
struct Unstored {
  std::string value;
  bool refused = false;  ///< as in `Storing`
  bool operator==(const Unstored&) const = default;
};

/// What is known of the value that stands in a field: what of it is stored, and what was refused.
class TypedValue {
 public:
  const std::string& stored() const { return stored_; }
  void set_stored(const std::string& value) { stored_ = value; }
  /// Whether `typed` is still to be stored.
  bool pending(const std::string& typed) const { return typed != stored_ && typed != refused_; }
  /// Nothing where `typed` is stored.
  std::optional<Unstored> unstored(const std::string& typed) const;
  void put_back(const Unstored& unstored);
  /// `typed` was offered, with this result.
  void offered(const std::string& typed, Storing result);

 private:
  std::string stored_;
  std::optional<std::string> refused_;
};

/// A text that is stored when it is left, and not at every letter: `store` is called with the new value when the focus
/// goes elsewhere, on Ctrl+Enter (Enter in a field of one line), by `flush`, and, in a field of several lines, two
/// seconds after the last letter. What the input method delivers
/// after the focus has gone is stored, too.
class TextField : public wxTextCtrl {
 public:
  /// What was not stored stays in the field.
  using StoreValue = std::function<Storing(const std::string&)>;

  enum class Lines { One, Several };
  TextField(wxWindow* parent, Lines lines, StoreValue store);

  /// The value that is stored now. What is being typed over it stays.
  void set_stored(const std::string& value);
  bool pending() const;
  /// False where the project could not be written.
  bool flush();
  /// What would be lost with the field.
  std::optional<Unstored> unstored() const;
  void put_back(const Unstored& unstored);

  // GTK has no undo in text fields. Here it goes back to what is stored, and forth again.
  bool CanUndo() const override;
  void Undo() override;
  bool CanRedo() const override;
  void Redo() override;

 private:
  std::string typed() const;

  StoreValue store_;
  TypedValue value_;
  std::optional<std::string> undone_;
  wxTimer rest_;  // since the last letter
};

}  // namespace mitjul
