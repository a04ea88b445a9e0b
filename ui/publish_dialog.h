#pragma once

#include <wx/scrolwin.h>
#include <wx/wx.h>

#include <set>
#include <string>
#include <vector>

#include "core/schema_difference.h"
#include "core/workspace.h"
#include "ui/theme.h"

namespace mitjul {

/// What has changed in the schema since its version was published; for each label or value that means something else
/// now, how many annotations are to be reviewed, and a tick that a correction of mere words is spared it by.
class PublishDialog : public wxDialog {
 public:
  /// The schema is a draft.
  PublishDialog(wxWindow* parent, Workspace& workspace, const Theme& theme);

  /// What was unticked, as `Workspace::publish_schema` takes it.
  std::set<std::string> unchanged() const;

 private:
  struct Tick {
    RevisedTag tag;
    wxCheckBox* box;
  };

  void read_work();
  void add_changes();
  void add_label(const std::string& label, const std::vector<SchemaDifference>& changes);
  void add_heading(const wxString& words);
  void add_change(const SchemaDifference& change);
  void add_texts(const SchemaDifference& change);
  void add_tick(std::size_t tag);
  void show_sum();

  Workspace& workspace_;
  const Theme& theme_;
  const Schema before_;
  const std::vector<RevisedTag> tags_;
  std::vector<WaitingAnnotation> concerned_;  ///< of all annotators
  std::vector<Tick> ticks_;
  wxScrolledWindow* changes_;
  wxStaticText* sum_;
};

}  // namespace mitjul
