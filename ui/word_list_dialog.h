#pragma once

#include <wx/listctrl.h>
#include <wx/wx.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gazetteer.h"
#include "core/problem.h"
#include "import/word_list.h"
#include "ui/editor.h"

namespace mitjul {

/// Of a word list that was pasted, the lines that could not be read, below its line with the names of columns; the
/// problems get the numbers that their lines have then. Where the whole list could not be read, all of it.
std::string lines_to_mend(std::string_view text, const Schema& schema, std::vector<Problem>& problems);

/// The word list of the project: words that are suggested with their label everywhere, and words that are never cut at
/// a particle. Words are pasted or come from a file; every change is an edit at once.
class WordListDialog : public wxDialog {
 public:
  /// The editor outlives the dialog. What goes wrong is said in the dialog itself: a notice of the window would stand
  /// behind it.
  WordListDialog(wxWindow* parent, Editor& editor);

 private:
  class Table;

  void fill();
  /// Calls what may throw; says what went wrong.
  void guarded(const std::function<void()>& call);
  WordList read(const std::string& bytes) const;
  /// How many of the words came in; nothing where the edit was refused, which is said.
  std::optional<std::size_t> add(const std::vector<GazetteerEntry>& entries);
  void say_result(std::size_t added, const std::vector<Problem>& problems);
  void paste();
  void read_file();
  void remove_selected();
  /// Whether it was done; says why not.
  bool change(GazetteerChange change);
  void say(const wxString& sentence);

  Editor& editor_;
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
