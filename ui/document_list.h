#pragma once

#include <wx/listctrl.h>
#include <wx/wx.h>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ui/action.h"
#include "ui/attempt.h"
#include "ui/document_rows.h"
#include "ui/row_tips.h"
#include "ui/settings.h"

namespace mitjul {

/// The documents of the project with their states, in an order that the analyst chooses; above them a filter for names
/// and one for states, below them the progress.
class DocumentList : public wxPanel {
 public:
  /// What the window does for it.
  struct Host {
    Attempt attempt;
    std::function<void()> go_to_text;  ///< a document was chosen to be worked on
    std::function<void(Action)> act;
    /// The labels that the annotator gave a document, in words; empty where it has none.
    std::function<wxString(const DocumentSummary&)> labels_of;
  };
  DocumentList(wxWindow* parent, Editor& editor, Host host, Settings& settings);

  /// In which nothing is cut off but names and sentences.
  int least_width() const;

  void update(const EditorEvent& event);
  void take_focus();
  /// To the filter for names.
  void filter();
  /// Goes on to the next order.
  void sort_differently();

  /// Which document comes behind the shown one, or before it.
  enum class Which { Any, Unfinished };
  /// Shows it; false where there is none that can be shown. `Unfinished` goes on at the other end of the list.
  bool step(bool forward, Which which);
  /// The documents behind the shown one, then those before it, the nearest first.
  std::vector<DocumentKey> neighbours() const;
  /// Whether a filter leaves documents out.
  bool is_filtered() const { return rows_.rows().size() < editor_.documents().size(); }
  /// Those that the filter shows.
  std::set<DocumentKey> listed() const;

 private:
  class Table;

  void build();
  void bind_keys();
  void fill();
  void show_rows();
  void show_progress();
  void show_order();
  void show_current();
  bool show_row(std::size_t row);
  void open_first();
  void sort(const DocumentOrder& order);
  void show_menu();
  void share_width();
  void head(int column, const wxString& words);
  void draw_states();
  wxString tip_of(long row) const;
  bool is_in_table(wxWindow* window) const;
  std::optional<std::size_t> current_row() const;
  const DocumentSummary& document_at(std::size_t row) const { return editor_.documents()[rows_.rows()[row]]; }
  /// Of the annotator.
  std::int64_t count_of(const DocumentSummary& document) const;

  Editor& editor_;
  Host host_;
  Settings& settings_;
  DocumentRows rows_;
  wxStaticText* order_;
  wxTextCtrl* filter_;
  wxChoice* states_;
  Table* table_;
  wxGauge* gauge_;
  wxStaticText* progress_;
  bool selecting_ = false;    ///< the row is being selected by us
  bool names_states_ = true;  ///< there is room for the names of states
  RowTips tips_;
};

}  // namespace mitjul
