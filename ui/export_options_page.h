#pragma once

#include <wx/scrolwin.h>
#include <wx/spinctrl.h>

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "export/formats.h"
#include "ui/export_page.h"

namespace mitjul {

/// What can be asked of the chosen format, and whether the documents are split for training.
class ExportOptionsPage : public ExportPage {
 public:
  ExportOptionsPage(wxWindow* parent, std::function<void()> changed);

  /// Offers the options of this format. What was set for another one comes back with it.
  void offer(const ExportFormat& format);
  /// The profile is one of the offered format.
  void show(const ExportProfile& profile) override;
  void put_into(ExportProfile& profile) const override;
  wxString objection() const override;
  void go_to_objection() override;

 private:
  /// A choice where the option has choices, else a text, which may offer some of its values in words.
  struct Field {
    const FormatOption* option;
    wxChoice* choice;
    wxComboBox* offered;
    wxTextCtrl* text;

    wxControl* control() const;
  };

  wxSizer* make_split();
  void add_field(const FormatOption& option);
  wxControl* make_control(Field& field);
  std::string value_of(const Field& field) const;
  void set_value(const Field& field, const std::map<std::string, std::string>& values);
  /// Those that differ from the usual ones.
  std::map<std::string, std::string> values() const;
  /// The first field whose value the format does not take; nullptr where there is none.
  const Field* wrong_field() const;
  SplitOptions split() const;
  std::optional<std::uint64_t> seed() const;
  void enable_split();

  std::function<void()> changed_;
  const ExportFormat* format_ = nullptr;
  std::map<const ExportFormat*, std::map<std::string, std::string>> kept_;  ///< values of formats offered before
  std::vector<Field> fields_;
  wxScrolledWindow* inside_;  ///< formats may have many options
  wxFlexGridSizer* rows_;
  wxStaticText* none_;
  wxCheckBox* splits_ = nullptr;
  std::array<wxSpinCtrl*, 3> shares_{};  ///< train, dev, test
  wxTextCtrl* seed_ = nullptr;
};

}  // namespace mitjul
