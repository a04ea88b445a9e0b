// The relations in the inspector, with a way to each of their ends.

#include <algorithm>

#include "ui/annotation_words.h"
#include "ui/inspector.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr std::uint32_t kMostLinked = 40;

}  // namespace

wxButton* Inspector::add_jump(wxWindow* parent, const AnnotationRef& target, const wxString& text) {
  wxClientDC dc(parent);
  dc.SetFont(parent->GetFont());
  const wxString shortened = wxControl::Ellipsize(
      text, dc, wxELLIPSIZE_END, std::max(GetClientSize().x - FromDIP(160), FromDIP(80)), wxELLIPSIZE_FLAGS_NONE);
  auto* const button = new wxButton(parent, wxID_ANY, wxControl::EscapeMnemonics(shortened), wxDefaultPosition,
                                    wxDefaultSize, wxBU_LEFT);
  button->SetToolTip(_("Go to this annotation"));
  button->SetMinSize({FromDIP(60), -1});
  button->Bind(wxEVT_BUTTON, [this, target](wxCommandEvent&) {
    attempt_([this, &target]() -> Editor::Refusal {
      Editor::Refusal refusal;
      if (!target.document.empty()) refusal = editor_.visit(target.document);
      if (!refusal) editor_.select_annotation(target.id);
      return refusal;
    });
  });
  return button;
}

void Inspector::add_relations(const Relations& relations) {
  const Annotation* const annotation = stored();
  if (annotation == nullptr || relations.empty()) return;
  const Schema& schema = editor_.schema();
  add_title(annotation->relation() != nullptr ? _("Ends") : _("Relations"));
  auto* const grid = new wxFlexGridSizer(2, {FromDIP(8), FromDIP(4)});
  grid->AddGrowableCol(1);
  for (const Annotation* const relation : relations) {
    for (const Argument& argument : relation->relation()->arguments) {
      const bool itself = argument.target.document.empty() && argument.target.id == annotation->id;
      if (itself) continue;
      const wxString role = role_name(schema, relation->label, argument.role);
      const Annotation* const target =
          argument.target.document.empty() ? editor_.document()->find(argument.target.id) : nullptr;
      const wxString quote =
          target != nullptr ? quote_of(*target, *editor_.document(), kMostLinked) : to_wx(to_string(argument.target));
      if (annotation->relation() != nullptr) {
        grid->Add(new wxStaticText(content_, wxID_ANY, role), wxSizerFlags().CenterVertical());
      } else {
        wxButton* const kind = add_jump(content_, {{}, relation->id}, label_name(schema, relation->label));
        kind->SetToolTip(_("Go to this relation"));
        grid->Add(kind, wxSizerFlags().CenterVertical().Expand());
      }
      grid->Add(add_jump(content_, argument.target, quote), wxSizerFlags().Expand().CenterVertical());
    }
  }
  content_->GetSizer()->Add(grid, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
}

}  // namespace mitjul
