#include "ui/review_note.h"

#include "core/review.h"
#include "ui/key_words.h"
#include "ui/revision_words.h"
#include "ui/wrapped_text.h"

namespace mitjul {

ReviewNote::ReviewNote(wxWindow* parent, const KeyMap& keys, std::function<void()> confirm)
    : wxPanel(parent), words_(new wxStaticText(this, wxID_ANY, "")) {
  SetName(_("Review"));
  auto* const button = new wxButton(this, wxID_ANY, _("Confirm"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
  button->SetToolTip(_("It is right as it is") + "  (" + key_words(keys, Action::ConfirmAnnotation) + ")");
  // The button may go with the annotation that is shown next.
  button->Bind(wxEVT_BUTTON, [this, confirm = std::move(confirm)](wxCommandEvent&) { CallAfter(confirm); });
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(words_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
  sizer->Add(button, wxSizerFlags().Border(wxTOP, FromDIP(4)));
  SetSizer(sizer);
  Hide();
}

void ReviewNote::show(const Annotation& annotation, const Schema& schema, int width) {
  const std::vector<RevisedTag> tags = revised_tags(schema);
  wxString words;
  for (const std::size_t reason : reasons_to_review(tags, annotation)) {
    words += (words.empty() ? "" : "\n") + reason_words(tags[reason], annotation.provenance.schema_version, schema);
  }
  Show(!words.empty());
  say_wrapped(*words_, words, width);
  InvalidateBestSize();
  Layout();
}

}  // namespace mitjul
