#pragma once

#include <wx/listctrl.h>
#include <wx/wx.h>

#include <functional>
#include <string>
#include <vector>

#include "core/gazetteer.h"
#include "ui/editor.h"

namespace mitjul {

/// The word list of the project: words that are suggested with their label everywhere, and words that are never cut at
/// a particle. Words are pasted or come from a file; every change is an edit at once.
class WordListDialog : public wxDialog {
 public:
  /// The editor outlives the dialog. `guarded` calls its argument where an `Error` is caught and shown.
  WordListDialog(wxWindow* parent, Editor& editor, std::function<void(const std::function<void()>&)> guarded);

 private:
  class Table;

  void fill();
  void add(const std::string& bytes);
  void paste();
  void read_file();
  void remove_selected();
  void change(GazetteerChange change);
  void say(const wxString& sentence);

  Editor& editor_;
  std::function<void(const std::function<void()>&)> guarded_;
  std::vector<GazetteerEntry> entries_;  // those that the table shows
  // In the order in which Tab goes through them.
  wxTextCtrl* filter_;
  Table* table_;
  wxTextCtrl* words_;
  wxChoice* label_;
  std::vector<std::string> labels_;  // ids of the choice; the first is empty: none
  wxStaticText* said_;
};

}  // namespace mitjul
