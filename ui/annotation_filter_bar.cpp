#include "ui/annotation_filter_bar.h"

#include <algorithm>
#include <array>

#include "ui/annotation_words.h"
#include "ui/find_choices.h"
#include "ui/key_press.h"
#include "ui/text_field.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kPauseMilliseconds = 150;
constexpr std::array kMethods{Method::Hand,       Method::Occurrence, Method::Gazetteer,
                              Method::Suggestion, Method::Import,     Method::Curation};

}  // namespace

AnnotationFilterBar::AnnotationFilterBar(wxWindow* parent, Editor& editor, Attempt attempt, std::function<void()> go_on)
    : wxPanel(parent),
      editor_(editor),
      attempt_(std::move(attempt)),
      words_(new wxTextCtrl(this, wxID_ANY)),
      label_(new wxChoice(this, wxID_ANY)),
      method_(new wxChoice(this, wxID_ANY)),
      whose_(new wxChoice(this, wxID_ANY)),
      in_text_(new wxCheckBox(this, wxID_ANY, _("Filter the &text, too"))) {
  words_->SetHint(_("Filter by words or initials"));
  words_->SetName(_("Filter annotations"));
  words_->SetToolTip(_("In the quoted text, the note or the origin; also the initials of syllables"));
  fit_height(*words_);
  label_->SetName(_("Label of the annotations"));
  label_->SetToolTip(_("Only annotations with this label, or one below it"));
  method_->SetName(_("How annotations were made"));
  method_->SetToolTip(_("Only annotations that were made in this way"));
  whose_->SetName(_("Whose annotations"));
  whose_->SetToolTip(
      _("Lists the annotations of others and shows them in the text, too; they can be read and taken over"));
  in_text_->SetToolTip(_("The text shows only the annotations that the filter lets through"));
  method_->Append(_("Any method"));
  for (const Method method : kMethods) method_->Append(method_name(method));

  const int gap = FromDIP(4);
  auto* const choices = new wxBoxSizer(wxHORIZONTAL);
  for (wxChoice* const choice : {label_, method_}) {
    choice->SetMinSize({FromDIP(60), -1});
    choices->Add(choice, wxSizerFlags(1).Border(choice == method_ ? wxLEFT : 0, gap));
  }
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(words_, wxSizerFlags().Expand());
  sizer->Add(choices, wxSizerFlags().Expand().Border(wxTOP, gap));
  sizer->Add(whose_, wxSizerFlags().Expand().Border(wxTOP, gap));
  sizer->Add(in_text_, wxSizerFlags().Expand().Border(wxTOP, gap));
  SetSizer(sizer);

  words_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { later_.StartOnce(kPauseMilliseconds); });
  later_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { set_filter(); });
  label_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { set_filter(); });
  method_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { set_filter(); });
  whose_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    set_filter();
    const ShownSets chosen = sets_[static_cast<std::size_t>(event.GetSelection())];
    attempt_([&]() -> Editor::Refusal {
      editor_.show_sets(chosen);
      return {};
    });
  });
  in_text_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) {
    set_filter();
    attempt_([&]() -> Editor::Refusal {
      editor_.filter_text(event.IsChecked());
      return {};
    });
  });
  words_->Bind(wxEVT_CHAR_HOOK, [this, go_on](wxKeyEvent& event) {
    const KeyPress press = KeyPress::from(event);
    if (press.key == WXK_ESCAPE && !words_->IsEmpty()) {
      words_->Clear();
    } else if ((press.key == WXK_DOWN || press.key == WXK_RETURN) && !press.ctrl) {
      set_filter();
      go_on();
    } else {
      event.Skip();
    }
  });
  collect_labels();
  collect_sets();
  show_filter();
}

void AnnotationFilterBar::update(const EditorEvent& event) {
  if (event.schema) collect_labels();
  if (event.filter) later_.Stop();
  if (event.document || event.documents || event.annotations || event.filter) collect_sets();
  if (event.schema || event.filter) show_filter();
}

void AnnotationFilterBar::take_focus() {
  words_->SetFocus();
  words_->SelectAll();
}

void AnnotationFilterBar::collect_labels() {
  const Schema& schema = editor_.schema();
  labels_ = {std::string()};
  wxArrayString names;
  names.Add(_("Every label"));
  for (const LabelChoice& choice : label_choices(schema)) {
    labels_.push_back(choice.id);
    names.Add(wxString(' ', static_cast<std::size_t>(choice.depth) * 3) + label_name(schema, choice.id));
  }
  for (const LabelKind kind : {LabelKind::Relation, LabelKind::Document}) {
    for (const Label& label : schema.labels) {
      if (label.kind != kind) continue;
      labels_.push_back(label.id);
      names.Add(label_name(schema, label.id));
    }
  }
  label_->Set(names);
  const std::string& wanted = editor_.filter().label;
  if (std::find(labels_.begin(), labels_.end(), wanted) != labels_.end()) return;
  AnnotationFilter filter = editor_.filter();
  filter.label.clear();  // the schema has it no more
  editor_.set_filter(std::move(filter));
}

/// Nothing to choose from, and no room taken, where nobody else has annotated the document.
void AnnotationFilterBar::collect_sets() {
  using Which = ShownSets::Which;
  sets_ = {{}, {Which::Everybody}};
  wxArrayString names;
  names.Add(_("Mine"));
  names.Add(_("Everybody's"));
  for (const SetKey& other : editor_.other_sets()) {
    sets_.push_back({Which::One, other.annotator, other.curated});
    names.Add(editor_.name_of(other));
  }
  if (names != whose_->GetStrings()) whose_->Set(names);
  const auto shown = std::find(sets_.begin(), sets_.end(), editor_.shown_sets());
  whose_->SetSelection(shown == sets_.end() ? 0 : static_cast<int>(shown - sets_.begin()));
  const bool others = sets_.size() > 2;
  if (others == whose_->IsShown()) return;
  whose_->Show(others);
  GetParent()->Layout();
}

/// Nothing that is being typed is touched, be it taken in or not.
void AnnotationFilterBar::show_filter() {
  const AnnotationFilter& filter = editor_.filter();
  if (!later_.IsRunning() && to_utf8(words_->GetValue()) != filter.words) words_->ChangeValue(to_wx(filter.words));
  const auto label = std::find(labels_.begin(), labels_.end(), filter.label);
  label_->SetSelection(label == labels_.end() ? 0 : static_cast<int>(label - labels_.begin()));
  int method = 0;
  for (std::size_t i = 0; i < kMethods.size(); ++i) {
    if (filter.method == kMethods[i]) method = static_cast<int>(i) + 1;
  }
  method_->SetSelection(method);
  in_text_->SetValue(editor_.filters_text());
}

void AnnotationFilterBar::set_filter() {
  later_.Stop();
  AnnotationFilter filter;
  filter.words = to_utf8(words_->GetValue());
  filter.label = labels_[static_cast<std::size_t>(std::max(label_->GetSelection(), 0))];
  const int method = method_->GetSelection();
  if (method > 0) filter.method = kMethods[static_cast<std::size_t>(method) - 1];
  attempt_([&]() -> Editor::Refusal {
    editor_.set_filter(std::move(filter));
    return {};
  });
}

}  // namespace mitjul
