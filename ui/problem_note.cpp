#include "ui/problem_note.h"

#include "ui/key_words.h"
#include "ui/problem_words.h"
#include "ui/severity_mark.h"
#include "ui/wrapped_text.h"

namespace mitjul {

ProblemNote::ProblemNote(wxWindow* parent, const KeyMap& keys)
    : wxPanel(parent), words_(new wxStaticText(this, wxID_ANY, "")) {
  SetName(_("Problems"));
  words_->SetToolTip(wxString::Format(_("%s lists all problems, and mends what can be mended."),
                                      key_words(keys, Action::ShowProblems)));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(words_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
  SetSizer(sizer);
  Hide();
}

void ProblemNote::show(const std::vector<const ProblemRow*>& problems, const Schema& schema, int width) {
  const wxString words = full_words(problems, schema, "\n");
  Show(!words.empty());
  if (words.empty()) return;
  words_->SetForegroundColour(severity_colour(problems.front()->finding.severity(), is_dark(*this)));
  say_wrapped(*words_, words, width);
  InvalidateBestSize();
  Layout();
}

}  // namespace mitjul
