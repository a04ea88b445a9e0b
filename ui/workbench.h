#pragma once

#include <wx/aui/framemanager.h>
#include <wx/notebook.h>
#include <wx/splitter.h>
#include <wx/wx.h>

#include <array>
#include <functional>
#include <set>
#include <vector>

#include "ui/attempt.h"
#include "ui/claim_panel.h"
#include "ui/find_panel.h"
#include "ui/guideline_panel.h"
#include "ui/label_palette.h"
#include "ui/problem_panel.h"
#include "ui/review_panel.h"
#include "ui/settings.h"
#include "ui/text_canvas.h"
#include "ui/theme.h"
#include "ui/tour_panel.h"

namespace mitjul {

class AnnotationList;
class DocumentList;
class FilterNotice;
class Inspector;
class OverviewStrip;

/// The panes of an open project: documents, text under its palette, annotations over the inspector, which shares its
/// place with the guideline.
class Workbench : public wxPanel {
 public:
  /// How its parts call the project, and the window.
  struct Callbacks {
    Attempt attempt;
    Guarded guarded;
    TextCanvas::Callbacks text;
    ClaimPanel::Callbacks claims;
    FindPanel::Host find;
    ProblemPanel::Host problems;
    LabelPalette::Host labels;
    std::function<void()> shows_others;  ///< a pane was brought up that was hidden
    GuidelinePanel::Host guideline;
    std::function<wxString(const DocumentSummary&)> labels_of;  ///< as `DocumentList::Host`
  };
  Workbench(wxWindow* parent, Editor& editor, WordSelector& words, ProblemReview& problems, ReviewQueue& queue,
            Callbacks callbacks, Settings& settings);
  ~Workbench() override;

  TextCanvas& text() { return *text_; }
  ClaimPanel& claim() { return *claim_; }
  FindPanel& find() { return *find_; }
  ProblemPanel& problems() { return *problems_; }
  ReviewPanel& review() { return *review_; }
  TourPanel& tour() { return *tour_; }
  GuidelinePanel& guideline() { return *guideline_; }
  /// Brings the guideline to the front; the focus stays where it is.
  void show_guideline();
  /// The same, and goes there; from there, back to the text.
  void go_to_guideline();
  /// Folds the panel for finding out or away, and goes there or to the text. One panel is shown below it at a time.
  void show_find(bool show);
  /// The same of the panel with the problems, and of the one with what waits for review.
  void show_problems(bool show);
  void show_review(bool show);
  /// Gives the place below the text to the panel for a claim, or back to what was there before.
  void make_room_for_claim();
  void fold_claim();
  DocumentList& documents() { return *documents_; }
  /// Where the text begins, on the screen.
  wxPoint place_below_palette() const { return text_->GetScreenPosition(); }

  bool shows(Pane pane) const;
  /// Remembered, but for the reading mode, which begins with none of them each time.
  void show(Pane pane, bool shown);
  /// Nothing but the text, until it ends: what was shown before is shown again then.
  void set_reading(bool reading);
  bool is_reading() const { return reading_; }

  void set_theme(const Theme& theme);
  const Theme& theme() const { return *theme_; }
  void update(const EditorEvent& event);
  /// Other problems are known.
  void take_in_problems();
  /// Keys, or what the palette offers first, are others now.
  void take_in_settings();
  /// Stores what is being typed into a field.
  void flush();
  /// Everything as high and wide as it was at first.
  void reset_layout();
  /// Whether something that was typed is still to be stored.
  bool has_unstored() const;
  void edit_attributes();
  /// Goes to the field of an attribute of the selected annotation.
  void edit_attribute(const std::string& id);
  /// Goes to the labels of the document; false where there are none. No annotation is selected.
  bool edit_document_labels();
  void show_history();
  /// Goes to the filter of a list.
  void filter_documents();
  void filter_annotations();
  /// Whether a window is the table of annotations, or in it.
  bool is_in_annotations(wxWindow* window) const;
  void go_to_text() { text_->SetFocus(); }
  /// A place that the ring of panes goes through, as far as it is shown and enabled.
  struct Stop {
    wxWindow* window;
    std::function<void()> take_focus;
  };
  /// Goes round the panes, and through stops outside the workbench behind them.
  void next_pane(bool forward, const std::vector<Stop>& outside);

 private:
  /// Docks on both sides of the text, whose widths can be asked and set.
  class Docks : public wxAuiManager {
   public:
    using wxAuiManager::wxAuiManager;
    int width(int direction);
    void set_width(int direction, int width);
  };
  /// A pane beside the text, and how wide the user made it.
  struct Side {
    const char* pane;  // as the layout names it
    int direction;
    int least;
    int usual;
    int wanted = 0;
    int given = 0;
  };

  void share_width();
  bool is_shown(const Side& side);
  void put_on_show(Pane pane, bool shown);
  void bring_up(Pane pane);
  void show_panes();
  wxPanel* make_middle(Editor& editor, WordSelector& words, ProblemReview& problems, ReviewQueue& queue,
                       const Callbacks& callbacks);
  wxSplitterWindow* make_right(Editor& editor, const ProblemReview& problems, const Callbacks& callbacks);
  void show_inspector();
  void colour_docks();
  void show_hits();
  std::vector<wxWindow*> panels_below() const;
  void show_below(wxWindow* panel);

  Editor& editor_;
  Settings& settings_;
  std::function<void()> shows_others_;
  const Theme* theme_ = &light_theme();
  Docks panes_;
  std::array<Side, 2> sides_;
  bool reading_ = false;
  std::set<Pane> shown_in_reading_;
  DocumentList* documents_ = nullptr;
  LabelPalette* palette_ = nullptr;
  TextCanvas* text_ = nullptr;
  OverviewStrip* overview_ = nullptr;
  TourPanel* tour_ = nullptr;
  FilterNotice* filter_notice_ = nullptr;
  ClaimPanel* claim_ = nullptr;
  FindPanel* find_ = nullptr;
  ProblemPanel* problems_ = nullptr;
  ReviewPanel* review_ = nullptr;
  wxWindow* waiting_ = nullptr;  // the panel that comes back when the claim is made
  wxSplitterWindow* right_ = nullptr;
  AnnotationList* annotations_ = nullptr;
  wxNotebook* book_ = nullptr;  // below the annotations
  Inspector* inspector_ = nullptr;
  GuidelinePanel* guideline_ = nullptr;
};

}  // namespace mitjul
