#pragma once

#include <wx/wx.h>

#include <functional>
#include <string>
#include <vector>

#include "core/workspace.h"
#include "ui/form_rows.h"
#include "ui/schema_access.h"

namespace mitjul {

/// The page of what belongs to the schema as a whole: its name, who may change it, and the guideline of the project.
class SchemaForm : public wxPanel {
 public:
  /// How it changes things, at once.
  struct Host {
    std::function<SchemaAnswer(const SchemaOperation&)> change;
    std::function<SchemaAnswer(const Edit&)> perform;
    std::function<bool(const wxString& question, const wxString& yes)> ask;
  };
  /// The workspace outlives it.
  SchemaForm(wxWindow* parent, const Workspace& workspace, Host host);

  /// Shows what is stored; what is being typed over it stays.
  void fill();
  /// What stands in fields and is not stored goes.
  void show_stored();
  /// Stores what is being typed. False where the project could not be written.
  bool flush();

 private:
  void choose_owner();

  const Workspace& workspace_;
  Host host_;
  TextField* name_;
  wxChoice* owner_;
  TextField* guideline_;
  FieldNote* name_note_ = nullptr;
  FieldNote* owner_note_ = nullptr;
  FieldNote* guideline_note_ = nullptr;
  std::vector<AnnotatorKey> owners_;  ///< as they stand in the choice; the first is nobody
};

}  // namespace mitjul
