#include <array>
#include <numeric>

#include "ui/accessible_names.h"
#include "ui/annotation_words.h"
#include "ui/key_words.h"
#include "ui/main_window.h"
#include "ui/open_project.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

enum StatusField { kHint, kProblems, kReview, kPosition, kSelected, kAnnotator, kSaved, kStatusFields };

/// That of wx has all that waits to be drawn in the window drawn at once, and waits for the screen, at every text of
/// every field; here a text is drawn in the next frame, with everything else.
class StatusBar : public wxStatusBar {
 public:
  using wxStatusBar::wxStatusBar;

#if !wxUSE_NATIVE_STATUSBAR
 protected:
  void DoUpdateStatusText(int field) override {
    wxRect place;
    if (GetFieldRect(field, place)) RefreshRect(place);
  }
#endif
};

}  // namespace

void MainWindow::make_status_bar() {
  auto* const status = new StatusBar(this, wxID_ANY, wxSTB_DEFAULT_STYLE & ~wxSTB_SIZEGRIP);
  status->SetFieldsCount(kStatusFields);
  const std::array<int, kStatusFields> styles{wxSB_FLAT, wxSB_FLAT, wxSB_FLAT, wxSB_FLAT,
                                              wxSB_FLAT, wxSB_FLAT, wxSB_FLAT};
  status->SetStatusStyles(kStatusFields, styles.data());
  SetStatusBar(status);
  // What is counted in a field is shown by a click on it.
  const auto field_at = [status](const wxPoint& place) {
    for (const StatusField field : {kProblems, kReview}) {
      wxRect area;
      const bool there = status->GetFieldRect(field, area) && area.Contains(place);
      if (there && !status->GetStatusText(field).empty()) return field;
    }
    return kStatusFields;
  };
  status->Bind(wxEVT_LEFT_UP, [this, field_at](wxMouseEvent& event) {
    event.Skip();
    const StatusField field = field_at(event.GetPosition());
    if (field == kReview) act(Action::Review);
    if (field != kProblems) return;
    CallAfter([this] {
      if (project_) project_->show_problems(false);
    });
  });
  status->Bind(wxEVT_MOTION, [status, field_at](wxMouseEvent& event) {
    event.Skip();
    status->SetCursor(field_at(event.GetPosition()) != kStatusFields ? wxCursor(wxCURSOR_HAND) : wxNullCursor);
  });
}

wxString MainWindow::hint() const {
  if (!project_) return {};
  const auto key = [this](Action action) { return key_words(settings_.keys(), action); };
  if (editor()->documents().empty()) {
    return wxString::Format(_("Import articles to begin: with %s, or drop them here."), key(Action::Import));
  }
  if (editor()->relation_draft() && editor()->relation_draft()->moved) {
    return wxString::Format(
        _("Choose where the relation shall end: click there, or go there with %s and press %s. %s lets go."),
        key(Action::NextAnnotation), key(Action::EditAttributes), key(Action::Escape));
  }
  if (editor()->relation_draft()) {
    return wxString::Format(_("Relation: click on its other end, or choose it with %s and press %s. %s lets go."),
                            key(Action::NextAnnotation), key(Action::EditAttributes), key(Action::Escape));
  }
  if (const Suggestion* const suggestion = editor()->selected_suggestion()) {
    return wxString::Format(_("%s? %s. %s accepts, %s refuses; all like it: %s, %s."),
                            label_name(editor()->schema(), suggestion->label),
                            reason_of(*suggestion, editor()->schema()), key(Action::EditAttributes),
                            key(Action::Delete), key(Action::AcceptLikeSuggestion), key(Action::RefuseLikeSuggestion));
  }
  if (!editor()->pen().empty()) {
    return wxString::Format(_("Pen: %s. Every drag annotates. %s puts it down."),
                            label_name(editor()->schema(), editor()->pen()), key(Action::Escape));
  }
  if (!editor()->kept_segments().empty()) {
    const auto count = static_cast<unsigned>(editor()->kept_segments().size());
    return wxString::Format(wxPLURAL("%s segment is kept. Select the next, then press a label's key.",
                                     "%s segments are kept. Select the next, then press a label's key.", count),
                            grouped(count));
  }
  if (!notice_->last_result().empty()) return notice_->last_result();
  const Annotation* const selected = editor()->selected();
  if (selected != nullptr && !editor()->is_own(selected->id)) {
    return wxString::Format(_("An annotation of %s, to be read. %s takes it over."),
                            editor()->name_of(editor()->set_of(selected->id)->key()), key(Action::TakeOver));
  }
  if (const wxString problem = project_->problem_of_selected(); !problem.empty()) return problem;
  if (selected != nullptr && selected->relation() != nullptr) {
    return wxString::Format(
        _("Relation: %s and %s go on, %s goes to an end, %s moves the end, %s turns it, %s deletes it."),
        key(Action::NextRelation), key(Action::PreviousRelation), key(Action::OtherEnd), key(Action::Relate),
        key(Action::TurnRelation), key(Action::Delete));
  }
  return {};
}

/// An edit has several things to tell, one after the other.
void MainWindow::update_status_later() {
  if (status_due_) return;
  status_due_ = true;
  CallAfter([this] { update_status(); });
}

void MainWindow::update_status() {
  status_due_ = false;
  std::array<wxString, kStatusFields> texts;
  if (project_) {
    texts[kHint] = hint();
    if (editor()->document() != nullptr) {
      const Selection& selection = editor()->selection();
      texts[kPosition] = wxString::Format(_("Position %s / %s"), grouped(selection.caret.value()),
                                          grouped(editor()->document()->document.text.length()));
      const auto problems = static_cast<unsigned>(project_->count_of_problems());
      texts[kProblems] = problems == 0
                             ? _("No problems")
                             : wxString::Format(wxPLURAL("%s problem", "%s problems", problems), grouped(problems));
      if (!selection.empty()) {
        const std::uint32_t length = selection.span().length();
        texts[kSelected] = wxString::Format(wxPLURAL("%s character", "%s characters", length), grouped(length));
      }
    }
    for (const Annotator& annotator : editor()->workspace().annotators()) {
      if (annotator.key == editor()->workspace().annotator()) texts[kAnnotator] = to_wx(annotator.name);
    }
    if (const std::size_t left = project_->review_queue().left(); left > 0) {
      texts[kReview] =
          wxString::Format(_("%s to review (%s)"), grouped(left), key_words(settings_.keys(), Action::Review));
    }
    const bool unstored = workbench_ != nullptr && workbench_->has_unstored();
    texts[kSaved] = unstored ? _("Not saved") : _("Saved");
  }
  wxStatusBar* const status = GetStatusBar();
  const auto wanted = [&](StatusField field) { return status->GetTextExtent(texts[field]).x + FromDIP(24); };
  std::array<int, kStatusFields> widths{};
  for (const StatusField field : {kProblems, kPosition, kSelected, kAnnotator, kSaved}) {
    // A field does not shrink at every step of the caret: the others would dance.
    const int least = FromDIP(field == kPosition || field == kSelected ? 120 : 60);
    widths[field] = project_ ? std::max(wanted(field), least) : FromDIP(8);
  }
  widths[kReview] = texts[kReview].empty() ? 0 : wanted(kReview);
  // What to do next comes first; the rest gives way in this order. What is still too long is the field's tooltip.
  for (const StatusField field : {kAnnotator, kSelected, kPosition}) {
    const int room = status->GetClientSize().x - std::accumulate(widths.begin(), widths.end(), 0);
    if (texts[kHint].empty() || room >= wanted(kHint)) break;
    texts[field].clear();
    widths[field] = 0;
  }
  widths[kHint] = -1;
  status->SetStatusWidths(kStatusFields, widths.data());
  wxString all;
  for (int field = 0; field < kStatusFields; ++field) {
    const wxString& text = texts[static_cast<std::size_t>(field)];
    if (status->GetStatusText(field) != text) status->SetStatusText(text, field);
    if (!text.empty()) all += (all.empty() ? "" : ", ") + text;
  }
  set_accessible_name(*status, all);
}

}  // namespace mitjul
