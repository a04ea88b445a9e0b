#pragma once

#include <wx/notebook.h>
#include <wx/wx.h>

#include <functional>
#include <string>
#include <vector>

#include "core/schema_loss.h"
#include "ui/editor.h"
#include "ui/key_map.h"
#include "ui/new_label_dialog.h"
#include "ui/schema_access.h"
#include "ui/theme.h"

namespace mitjul {

class AttributeForm;
class LabelForm;
class LabelPage;
class LabelPreview;
class RolesForm;
class RulesForm;
class SchemaForm;
class SchemaTree;

/// The window in which the labels of a project are shaped while annotations have them: at the left all labels, at the
/// right the chosen one. Every change is an edit at once, and can be undone here; there is nothing to be saved.
class SchemaEditor : public wxDialog {
 public:
  /// With this the dialog ends where the schema is to be published.
  static constexpr int kPublish = wxID_HIGHEST + 1;

  /// Editor and keys outlive it.
  SchemaEditor(wxWindow* parent, Editor& editor, const KeyMap& keys, const Theme& theme);

  /// Other programs may have changed the schema, or annotations, too.
  void update(const EditorEvent& event);
  /// Says what was done.
  void take_in(const Outcome& outcome);

  SchemaTree& tree() { return *tree_; }
  LabelForm& form() { return *form_; }
  AttributeForm& attributes() { return *attributes_; }

  enum class Place { Beside, Below };
  /// Asks for a label that comes in beside the chosen one, or below it.
  void add(Place place);
  void split();
  /// Asks into which label the chosen one goes.
  void merge();
  void merge_into(const std::string& label);
  /// Asks where annotations have the chosen label.
  void remove();
  /// Performs at once, asking first where annotations would lose something; proposes where the schema is locked.
  SchemaAnswer change(const SchemaOperation& operation, AskFirst ask);
  /// Performs an edit of the schema as a whole.
  SchemaAnswer perform(const Edit& edit);
  void step_back(bool undo);

 private:
  wxSizer* make_left();
  wxSizer* make_right();
  wxSizer* make_bottom();
  wxButton* button(const wxString& words, const wxString& tip, std::function<void()> act);
  void bind();
  void on_key(wxKeyEvent& event);
  bool take_key_in_search(const KeyPress& key);
  void fill();
  void show_label();
  /// What stands in fields and is not stored goes.
  void show_stored();
  void show_state();
  /// False where the project could not be written.
  bool flush();
  void close(int code);
  SchemaAnswer refused(const Problem& problem) const;
  bool agrees_to(const SchemaOperation& operation);
  bool ask(const wxString& question, const wxString& yes);
  void say(const wxString& sentence);
  void say(const SchemaAnswer& answer);
  const Label* chosen() const;
  void say_losses(const wxString& title, const std::vector<SchemaLoss>& losses);
  /// Asks for a new label, and chooses it.
  void make(NewLabelDialog::Plan plan, const std::function<SchemaOperation(const Label&)>& operation);
  void import_schema();
  void export_schema();

  Editor& editor_;
  const KeyMap& keys_;
  const Theme& theme_;
  SchemaCounts counts_;
  SchemaAccess access_;
  bool changing_ = false;          ///< an edit of this window is under way
  bool told_of_unstored_ = false;  ///< that keeps the window from being closed
  wxTextCtrl* search_;
  SchemaTree* tree_;
  LabelPreview* light_;
  LabelPreview* dark_;
  wxNotebook* pages_;
  LabelForm* form_;
  RulesForm* rules_;
  AttributeForm* attributes_;
  RolesForm* roles_;
  std::vector<LabelPage*> label_pages_;  ///< all of these
  SchemaForm* whole_;
  wxStaticText* state_;
  wxStaticText* said_;
  wxButton* publish_;
  std::vector<wxButton*> of_label_;  ///< what can be done with the chosen label
};

}  // namespace mitjul
