#pragma once

#include <wx/listctrl.h>
#include <wx/srchctrl.h>
#include <wx/timer.h>
#include <wx/wx.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ui/background_task.h"
#include "ui/editor.h"
#include "ui/find_choices.h"
#include "ui/found_rows.h"
#include "ui/height_grip.h"

namespace mitjul {

/// Finds in the shown document or in all of them, while the query is being typed, and lists what is found as a
/// concordance: what stands before, the hit, what stands behind. Looks for words of the texts, or for annotations.
/// Knows no other window: what it needs is given to it.
class FindPanel : public wxPanel {
 public:
  struct Host {
    /// All documents, by name.
    std::function<std::vector<NamedDocument>()> documents;
    /// The shown document, and what is selected in it; nothing where none is shown.
    std::function<std::optional<DocumentSpan>()> selection;
    std::function<const Schema&()> schema;
    /// Called from a worker.
    FindSource source;
    /// Shows a document and selects the span.
    std::function<void(const DocumentSpan&)> go_to;
    std::function<void()> go_to_text;
    /// Folds the panel away and goes to the text.
    std::function<void()> close;
    /// Runs a call; shows an `Error` that it throws as a sentence.
    std::function<void(const std::function<void()>&)> guarded;
    /// Others are listed, or none; told when a search is over, and not while it runs. May be empty.
    std::function<void()> rows_changed;
  };
  FindPanel(wxWindow* parent, Host host);
  ~FindPanel() override;

  /// Goes to the query, which becomes `query` if that is not empty; searches again where another document is shown.
  void take_focus(const std::string& query = {});
  /// Chooses between the shown document and all of them.
  void look_in(bool project);
  /// Goes to the next hit or the previous one, from the last to the first; the focus stays where it is. Where another
  /// document is shown than was searched, searches that one first.
  void step(bool forward);
  /// Lists these spans, in any order, under a title, until something is searched.
  void show_rows(const wxString& title, std::vector<DocumentSpan> rows);
  void update(const EditorEvent& event);
  /// Where the rows are that lie in a document, in text order.
  std::vector<Span> hits_in(const DocumentKey& document) const { return rows_.spans_in(document); }

  /// In pixels, as the user made it; 0: the usual height.
  int height() const { return grip_->height(); }
  void set_height(int height) { grip_->set_height(height); }

 private:
  class Table;

  void build(wxSizer& controls);
  void bind_keys();
  void fill_labels();
  void fill_attributes();
  void show_choices();
  FindRequest request() const;
  void search();
  void search_later();
  void run(FindRequest request);
  void take(unsigned run, const FoundBatch& batch);
  void finish(unsigned run, const BackgroundTask::Result& result);
  void show_state();
  void sort(ConcordanceOrder order);
  void go_to_row(std::uint32_t row);
  bool is_in_query(wxWindow* window) const;
  DocumentKey shown() const;
  bool is_stale() const;
  void search_if_stale();
  void drop_what_is_gone();
  bool is_searching() const { return task_ != nullptr; }

  Host host_;
  HeightGrip* grip_;
  wxSearchCtrl* query_ = nullptr;
  wxChoice* what_ = nullptr;
  wxChoice* where_ = nullptr;
  wxChoice* label_ = nullptr;
  wxChoice* attribute_ = nullptr;
  wxStaticText* state_ = nullptr;
  Table* table_ = nullptr;
  wxTimer timer_;       // until a pause in typing
  wxTimer show_later_;  // until the arrow keys rest on a hit

  std::vector<LabelChoice> labels_;
  std::vector<AttributeChoice> attributes_;
  FoundRows rows_;
  ConcordanceOrder order_ = ConcordanceOrder::Place;  // rows are sorted when all are there
  wxString title_;                                    // of rows that were given
  wxString problem_;
  bool asked_ = false;  // there was something to look for
  // What was searched last.
  int searched_where_ = wxNOT_FOUND;
  DocumentKey searched_document_;
  std::optional<bool> step_when_found_;  // forward or back, once all rows are there
  unsigned run_ = 0;                     // what an earlier run found comes too late
  std::unique_ptr<BackgroundTask> task_;
};

}  // namespace mitjul
