#include "ui/schema_form.h"

#include <algorithm>
#include <utility>

#include "ui/annotation_words.h"
#include "ui/history_words.h"
#include "ui/schema_proposing.h"
#include "ui/wx_text.h"

namespace mitjul {

SchemaForm::SchemaForm(wxWindow* parent, const Workspace& workspace, Host host)
    : wxPanel(parent),
      workspace_(workspace),
      host_(std::move(host)),
      name_(new TextField(this, TextField::Lines::One,
                          [this](const std::string& name) {
                            const SchemaAnswer answer = host_.perform(rename_edit(workspace_, name));
                            name_note_->say(answer.why);
                            return answer.storing;
                          })),
      owner_(new wxChoice(this, wxID_ANY)),
      guideline_(new TextField(this, TextField::Lines::Several, [this](const std::string& text) {
        const SchemaAnswer answer = host_.change(ChangeGuideline{text});
        guideline_note_->say(answer.why);
        return answer.storing;
      })) {
  owner_->SetToolTip(_("The owner changes the schema; everybody else proposes changes, and the owner decides."));
  guideline_->SetToolTip(_("What all annotators should know, whatever the label. Markdown."));
  guideline_->SetMinSize(FromDIP(wxSize(120, 60)));
  FormRows rows(this);
  name_note_ = rows.add(_("Name of the schema"), name_);
  owner_note_ = rows.add(_("Who changes it"), owner_);
  guideline_note_ = rows.add(_("Guideline of the project"), guideline_, FormRows::Height::Grows);
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(rows.sizer(), wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
  SetSizer(sizer);
  owner_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_owner(); });
}

void SchemaForm::fill() {
  const bool proposes = only_proposes(workspace_);
  name_->set_stored(workspace_.schema().name);
  name_->Enable(!proposes);
  guideline_->set_stored(workspace_.schema().guideline);
  owners_ = {AnnotatorKey()};
  wxArrayString names;
  names.Add(_("Everybody"));
  for (const Annotator& annotator : workspace_.annotators()) {
    owners_.push_back(annotator.key);
    const bool own = annotator.key == workspace_.annotator();
    names.Add(own ? wxString::Format(_("%s (you)"), to_wx(annotator.name)) : to_wx(annotator.name));
  }
  owner_->Set(names);
  const auto owner = std::find(owners_.begin(), owners_.end(), workspace_.settings().schema_owner);
  owner_->SetSelection(owner == owners_.end() ? wxNOT_FOUND : static_cast<int>(owner - owners_.begin()));
  owner_->Enable(!proposes);
}

void SchemaForm::show_stored() {
  name_->put_back({workspace_.schema().name, false});
  guideline_->put_back({workspace_.schema().guideline, false});
}

bool SchemaForm::flush() {
  const bool stored = name_->flush();
  return guideline_->flush() && stored;
}

/// Asks first where it cannot be taken back: whoever hands it over does not own it any more.
void SchemaForm::choose_owner() {
  const AnnotatorKey& owner = owners_[static_cast<std::size_t>(owner_->GetSelection())];
  const bool hands_over = !owner.empty() && owner != workspace_.annotator();
  const wxString question =
      wxString::Format(_("%s alone will change the schema then, and you will propose. Only they can give it back."),
                       annotator_name(workspace_.annotators(), owner));
  SchemaAnswer answer{Storing::Refused};
  if (!hands_over || host_.ask(question, _("&Hand Over"))) answer = host_.perform(owner_edit(workspace_, owner));
  if (!answer.done()) fill();
  owner_note_->say(answer.why);
}

}  // namespace mitjul
