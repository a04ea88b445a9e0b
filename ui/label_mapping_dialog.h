#pragma once

#include <wx/listctrl.h>
#include <wx/wx.h>

#include <optional>
#include <string>
#include <vector>

#include "core/schema.h"
#include "import/label_mapping.h"
#include "ui/theme.h"
#include "ui/unknown_labels.h"

namespace mitjul {

/// What becomes of a label that files bring and the project does not have.
struct MappedLabel {
  enum class Fate { New, Existing, LeftOut };
  UnknownLabel unknown;
  Fate fate = Fate::New;
  std::string existing{};  ///< id of the label of the project that it becomes

  /// `New label`, `기관 (ORG)`, `Left out`.
  wxString fate_in_words(const Schema& schema) const;
};

/// `New labels: 2 · existing labels: 1 · annotations left out: 12`.
wxString sum_in_words(const std::vector<MappedLabel>& labels);

/// The labels of files that the project does not have: each becomes a new label, one that there is, or is left out with
/// its annotations.
class LabelMappingDialog : public wxDialog {
 public:
  /// There are some.
  LabelMappingDialog(wxWindow* parent, const std::vector<UnknownLabel>& labels, const Schema& schema,
                     const Theme& theme);

  /// What is asked of an import; new labels are not in it.
  LabelMapping mapping() const;

 private:
  class Table;

  wxSizer* make_buttons();
  void on_key(wxKeyEvent& event);
  void set_fate(MappedLabel::Fate fate);
  void choose_existing();
  void update();

  const Schema& schema_;
  const Theme& theme_;
  std::vector<MappedLabel> labels_;
  Table* table_;
  wxStaticText* sum_;
};

}  // namespace mitjul
