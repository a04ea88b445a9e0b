#include "ui/word_reviews.h"

#include <wx/choicdlg.h>

#include <algorithm>
#include <map>

#include "core/error.h"
#include "korean/listed_occurrences.h"
#include "messages/sentences.h"
#include "ui/annotation_words.h"
#include "ui/wx_text.h"

namespace mitjul {

/// The labels for spans; the one that the words have mostly had is chosen at first.
std::string WordReviews::ask_for_label(wxWindow* parent, const std::string& words) const {
  const Lexicon::Entry* const known = reader_.words().lexicon().find(surface_letters(words));
  std::vector<std::string> ids;
  wxArrayString names;
  int likely = 0;
  std::uint32_t most = 0;
  for (const Label& label : editor_.schema().labels) {
    if (label.kind != LabelKind::Span) continue;
    const std::uint32_t count = known == nullptr ? 0 : known->count(label.id);
    if (count > most) {
      most = count;
      likely = static_cast<int>(ids.size());
    }
    ids.push_back(label.id);
    names.Add(label_name(editor_.schema(), label.id));
  }
  if (ids.empty()) return {};
  wxSingleChoiceDialog dialog(parent, wxString::Format(_("Label for \"%s\""), to_wx(words)), _("All Occurrences"),
                              names);
  // wx says them in the language of the system.
  dialog.FindWindow(wxID_OK)->SetLabel(_("OK"));
  dialog.FindWindow(wxID_CANCEL)->SetLabel(_("Cancel"));
  dialog.SetSelection(likely);
  return dialog.ShowModal() == wxID_OK ? ids[static_cast<std::size_t>(dialog.GetSelection())] : std::string();
}

bool WordReviews::is_in_pieces() const {
  const Annotation* const annotation = editor_.selected();
  if (annotation != nullptr) return annotation->spans() != nullptr && annotation->spans()->discontinuous();
  return editor_.selected_suggestion() == nullptr && editor_.selected_segments().size() > 1;
}

/// The dialog that was asked for, which says why it has no places.
void WordReviews::show_nothing(wxWindow* parent, const Theme& theme, const wxString& why) {
  const ReviewDialog::Scope nowhere{wxString(), [](const std::function<void(PlaceReview)>& give) { give({}); }};
  ReviewDialog dialog(parent, _("All Occurrences"), editor_.schema(), theme, {nowhere});
  dialog.say(why);
  dialog.ShowModal();
}

/// Of an annotation on one span.
std::optional<WordReviews::Wanted> WordReviews::wanted(wxWindow* parent) const {
  if (editor_.document() == nullptr) return std::nullopt;
  const Text& text = editor_.document()->document.text;
  const auto words_of = [&](Span span) { return std::string(text.slice(span)); };
  if (const Annotation* const annotation = editor_.selected()) {
    return Wanted{words_of(annotation->spans()->hull()), annotation->label};
  }
  if (const Suggestion* const suggestion = editor_.selected_suggestion()) {
    return Wanted{words_of(suggestion->span), suggestion->label};
  }
  const std::vector<Span> segments = editor_.selected_segments();
  if (segments.size() != 1) return std::nullopt;
  const std::string words = words_of(segments.front());
  const std::string label = editor_.pen().empty() ? ask_for_label(parent, words) : editor_.pen();
  if (label.empty()) return std::nullopt;
  return Wanted{words, label};
}

ReviewDialog::Scope WordReviews::scope(const wxString& name, const DocumentKey& only, const FindIn& find) {
  // The names as they are now: the worker has no editor.
  std::map<DocumentKey, std::string> names;
  for (const DocumentSummary& document : editor_.documents()) {
    if (only.empty() || document.key == only) names[document.key] = document.name;
  }
  return {
      name, [this, names, find](const std::function<void(PlaceReview)>& give) {
        reader_.ask([names, find, give](const ProjectWords& words, const Progress& progress) -> ProjectReader::Answer {
          std::vector<ReviewPlace> places;
          double done = 0;
          for (const auto& [key, document_name] : names) {
            if (!go_on(progress, done / static_cast<double>(names.size()))) break;
            done += 1;
            const Text* const text = words.text(key);
            if (text == nullptr) continue;  // not read yet
            const std::size_t before = places.size();
            find(words, key, *text, words.annotations(key), places);
            for (std::size_t i = before; i < places.size(); ++i) places[i].document_name = document_name;
          }
          return [give, places] { give(PlaceReview(places)); };
        });
      }};
}

void WordReviews::review(wxWindow* parent, const wxString& title, const Theme& theme, const FindIn& find) {
  std::vector<ReviewDialog::Scope> scopes;
  if (editor_.document() != nullptr) {
    scopes.push_back(scope(_("In this document"), editor_.document()->document.info.key, find));
  }
  scopes.push_back(scope(_("In all documents"), {}, find));
  ReviewDialog dialog(parent, title, editor_.schema(), theme, std::move(scopes));
  const std::optional<AnnotationId> selected = editor_.selected_annotation();
  // What was ticked is not lost where it cannot be done: something else may be chosen of it.
  while (dialog.ShowModal() == wxID_OK) {
    const Editor::Refusal refusal =
        editor_.perform(dialog.review().edit(editor_.workspace().annotator(), editor_.schema()), [this, selected] {
          // What the others are like stays selected.
          if (selected) editor_.select_annotation(selected, false);
        });
    if (!refusal) break;
    dialog.say(to_wx(sentence(*refusal)));
  }
}

Editor::Refusal WordReviews::annotate_occurrences(wxWindow* parent, const Theme& theme) {
  const Annotation* const annotation = editor_.selected();
  if (annotation != nullptr && annotation->spans() == nullptr) {
    const LabelKind kind = annotation->on_document() ? LabelKind::Document : LabelKind::Relation;
    return make_problem(ProblemCode::WrongLabelKind, {annotation->label, std::string(to_string(kind)), "span"});
  }
  if (is_in_pieces()) {
    show_nothing(parent, theme, _("Only words in one piece can be looked for."));
    return std::nullopt;
  }
  const std::optional<Wanted> wanted = this->wanted(parent);
  if (!wanted) return std::nullopt;
  const wxString title =
      wxString::Format(_("All Occurrences: %s, %s"), to_wx(wanted->words), label_name(editor_.schema(), wanted->label));
  review(parent, title, theme,
         [wanted = *wanted](const ProjectWords& words, const DocumentKey& key, const Text& text,
                            const std::vector<LabelledSpan>& annotations, std::vector<ReviewPlace>& places) {
           for (const Occurrence& each :
                not_annotated(occurrences(text, wanted.words, words), annotations, wanted.label)) {
             places.push_back(review_place(key, {}, text, each.span, wanted.label, Method::Occurrence,
                                           each.trust == Trust::Certain));
           }
         });
  return std::nullopt;
}

void WordReviews::annotate_word_list(wxWindow* parent, const Theme& theme) {
  review(parent, _("Annotate From the Word List"), theme,
         [](const ProjectWords& words, const DocumentKey& key, const Text& text,
            const std::vector<LabelledSpan>& annotations, std::vector<ReviewPlace>& places) {
           for (const LabelledOccurrence& each : listed_occurrences(text, annotations, words)) {
             places.push_back(review_place(key, {}, text, each.occurrence.span, each.label, Method::Gazetteer,
                                           each.occurrence.trust == Trust::Certain));
           }
         });
}

}  // namespace mitjul
