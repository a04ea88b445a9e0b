#pragma once

#include <wx/listctrl.h>
#include <wx/wx.h>

#include <functional>
#include <vector>

#include "ui/place_review.h"
#include "ui/theme.h"

namespace mitjul {

/// A table of places that may be annotated, each with what is around it and a box to tick: one key takes them all.
class ReviewDialog : public wxDialog {
 public:
  /// What can be chosen between above the table: this document, all documents.
  struct Scope {
    wxString name;
    /// Looks for the places, and hands them over now or later; nothing may be called once the dialog is gone.
    std::function<void(std::function<void(PlaceReview)>)> find;
  };
  /// The first of the scopes is shown first; the schema outlives the dialog. `title` says what the places are.
  ReviewDialog(wxWindow* parent, const wxString& title, const Schema& schema, const Theme& theme,
               std::vector<Scope> scopes);

  /// Says below the table why what was chosen was not done, before the dialog is shown again.
  void say(const wxString& sentence);
  /// What was chosen when the dialog ended with wxID_OK.
  const PlaceReview& review() const { return review_; }

 private:
  class Table;

  void choose(std::size_t scope);
  void show(PlaceReview review);
  void update_sum();
  void toggle(const std::vector<std::size_t>& rows);
  void on_key(wxKeyEvent& event);

  std::vector<Scope> scopes_;
  std::size_t scope_ = 0;
  PlaceReview review_;
  wxRadioBox* choice_ = nullptr;
  Table* table_;
  wxStaticText* said_;
  wxStaticText* sum_;
  wxButton* take_;
};

}  // namespace mitjul
