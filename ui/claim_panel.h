#pragma once

#include <wx/wx.h>

#include <functional>
#include <string>
#include <vector>

#include "ui/claim_edit.h"

namespace mitjul {

/// What is proposed for a claim, best first.
struct ClaimOffer {
  struct Source {
    std::optional<Span> span;  ///< nothing: the author
    std::string words;
    std::string label;  ///< what it is annotated with if it is not yet
  };
  Span claim;
  std::string words;
  std::string type;
  std::string attribution;
  std::vector<Source> sources;  ///< one or more; the first is chosen at first
  std::vector<Span> cues;
  std::string cue_words;
  std::vector<Span> parts;
  std::string parts_words;
  std::string restated;
  std::string present_restated;  ///< what the claim has already
};

/// Beside the text while a claim is made: what is proposed for it, to be taken with Enter, or chosen otherwise with the
/// arrow keys before.
class ClaimPanel : public wxPanel {
 public:
  struct Callbacks {
    std::function<void(const ClaimChoice&)> take;
    std::function<void()> cancel;
    std::function<void(const ClaimChoice&)> chosen;  ///< something else was chosen: for the marks in the text
  };
  ClaimPanel(wxWindow* parent, Callbacks callbacks);

  /// Shows the panel with an offer and takes the focus.
  void offer(const Schema& schema, ClaimOffer offer);
  /// Chooses a source, which is added in front where it is not among those that are offered.
  void choose(ClaimOffer::Source source);
  void take_focus() { sources_->SetFocus(); }
  /// What is chosen now.
  ClaimChoice choice() const;

 private:
  struct Values {
    wxRadioBox* box = nullptr;
    std::vector<std::string> ids;
  };

  void show_values(Values& values, const Schema& schema, const char* attribute, const wxString& title,
                   const std::string& chosen);
  void step(Values& values, int by);
  void add_source(const ClaimOffer::Source& source, unsigned place);
  void choose_source(int index);
  void take();
  void tell();
  void on_key(wxKeyEvent& event);
  bool arrows_choose() const;

  Callbacks callbacks_;
  ClaimOffer offer_;
  ClaimChoice first_;  // as it was when the panel was shown
  wxStaticText* words_;
  wxBoxSizer* values_;
  Values type_;
  Values attribution_;
  wxListBox* sources_;
  wxCheckBox* cue_;
  wxCheckBox* parts_;
  wxTextCtrl* restated_;
};

}  // namespace mitjul
