#include "ui/review_panel.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/annotation_edits.h"
#include "ui/annotation_words.h"
#include "ui/cell_text.h"
#include "ui/key_cap.h"
#include "ui/key_press.h"
#include "ui/key_words.h"
#include "ui/meaning_pair.h"
#include "ui/revision_words.h"
#include "ui/row_table.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kUsualHeight = 290;
constexpr int kMeaningLines = 3;

enum Column { kLabel, kWords, kDocument, kVersion };

/// The latest revision says most.
std::size_t main_reason(const WaitingAnnotation& waiting, const std::vector<RevisedTag>& tags) {
  return *std::max_element(waiting.reasons.begin(), waiting.reasons.end(),
                           [&](std::size_t a, std::size_t b) { return tags[a].version < tags[b].version; });
}

}  // namespace

class ReviewPanel::Table : public RowTable {
 public:
  Table(ReviewPanel& panel)  // NOLINT(google-explicit-constructor)
      : RowTable(&panel, _("Annotations to review"),
                 {{_("Label"), 18}, {_("Text"), 48}, {_("Document"), 24}, {_("Version"), 10, wxLIST_FORMAT_RIGHT}}),
        panel_(panel) {}

  wxString OnGetItemText(long row, long column) const override {
    const auto index = static_cast<std::size_t>(row);
    if (row < 0 || index >= panel_.queue_.size()) return {};
    const WaitingAnnotation& waiting = panel_.queue_[index];
    switch (column) {
      case kLabel: return label_name(panel_.editor_.schema(), waiting.label);
      case kWords: {
        wxString words = to_wx(waiting.quote);
        words.Replace("\n", " ");
        return words;
      }
      case kDocument: return name_in_cell(*this, kDocument, to_wx(waiting.document_name));
      default: return wxString::Format("%d", waiting.schema_version);
    }
  }

 private:
  ReviewPanel& panel_;
};

ReviewPanel::ReviewPanel(wxWindow* parent, Editor& editor, ReviewQueue& queue, const KeyMap& keys, Host host)
    : wxPanel(parent),
      editor_(editor),
      queue_(queue),
      keys_(keys),
      host_(std::move(host)),
      grip_(new HeightGrip(this, FromDIP(kUsualHeight))) {
  SetName(_("Review"));
  const int gap = FromDIP(8);
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(grip_, wxSizerFlags().Expand());
  sizer->Add(make_head(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
  why_ =
      new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
  why_->SetName(_("Why it waits"));
  sizer->Add(why_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  meaning_ = new MeaningPair(this, kMeaningLines);
  sizer->Add(meaning_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  table_ = new Table(*this);
  sizer->Add(table_, wxSizerFlags(1).Expand().Border(wxTOP, gap));
  hints_ = new wxWrapSizer(wxHORIZONTAL, 0);
  sizer->Add(hints_, wxSizerFlags().Expand().Border(wxLEFT | wxTOP, gap));
  SetSizer(sizer);

  table_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent& event) {
    if (!selecting_) go_to(static_cast<std::size_t>(event.GetIndex()));
  });
  Bind(wxEVT_CHAR_HOOK, &ReviewPanel::on_key, this);
  queue_.listen([this] { take_in_queue(); });
  take_in_queue();
}

wxSizer* ReviewPanel::make_head() {
  const int gap = FromDIP(8);
  auto* const title = new wxStaticText(this, wxID_ANY, _("Review"));
  title->SetFont(title->GetFont().Bold());
  count_ = new wxStaticText(this, wxID_ANY, "");
  count_->SetName(_("How many are left"));
  progress_ = new wxGauge(this, wxID_ANY, 100, wxDefaultPosition, FromDIP(wxSize(120, 8)), wxGA_SMOOTH);
  progress_->SetName(_("Progress of the review"));
  reasons_ = new wxChoice(this, wxID_ANY);
  reasons_->SetName(_("What was revised"));
  reasons_->SetMinSize({FromDIP(160), -1});
  reasons_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_reason(); });
  all_ = new wxButton(this, wxID_ANY, _("Confirm &All..."), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
  all_->SetToolTip(_("Confirm all that are left of this label") + "  (" +
                   key_words(KeyPress{.key = WXK_RETURN, .shift = true}) + ")");
  all_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { ask_to_confirm_all(); });
  auto* const close = new wxButton(this, wxID_CLOSE, wxString::FromUTF8("✕"), wxDefaultPosition, wxDefaultSize,
                                   wxBU_EXACTFIT | wxBORDER_NONE);
  close->SetName(_("Close"));
  close->SetToolTip(_("Close"));
  close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { host_.close(); });
  auto* const head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(title, wxSizerFlags().CenterVertical());
  head->Add(count_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  head->Add(progress_, wxSizerFlags(1).CenterVertical().Border(wxLEFT | wxRIGHT, gap));
  head->Add(reasons_, wxSizerFlags().CenterVertical());
  head->Add(all_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
  head->Add(close, wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
  return head;
}

void ReviewPanel::show_keys() {
  hints_->Clear(true);
  const int gap = FromDIP(8);
  const std::array<std::pair<wxString, wxString>, 6> all{{
      {key_words(KeyPress{WXK_RETURN}), _("right")},
      {_("Label key"), _("relabel")},
      {key_words(KeyPress{WXK_DELETE}), _("delete")},
      {key_words(KeyPress{WXK_TAB}), _("attributes")},
      {wxString::FromUTF8("↑ ↓"), _("go on")},
      {key_words(keys_, Action::Undo), _("take back")},
  }};
  for (const auto& [key, words] : all) {
    auto* const pair = new wxBoxSizer(wxHORIZONTAL);
    pair->Add(new KeyCap(this, key, *theme_), wxSizerFlags().CenterVertical());
    pair->Add(new wxStaticText(this, wxID_ANY, words), wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
    hints_->Add(pair, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, gap));
  }
  Layout();
}

void ReviewPanel::set_theme(const Theme& theme) {
  theme_ = &theme;
  meaning_->set_theme(theme);
  show_keys();
}

// --- What is shown ---

void ReviewPanel::take_in_queue() {
  fill_reasons();
  table_->SetItemCount(static_cast<long>(queue_.size()));
  row_ = std::min(row_, queue_.size() == 0 ? 0 : queue_.size() - 1);
  mark_row();
  table_->Refresh();
  show_state();
}

/// Those for which something waits, and the one that is chosen.
void ReviewPanel::fill_reasons() {
  offered_.clear();
  wxArrayString names;
  names.Add(_("Everything"));
  int chosen = 0;
  for (std::size_t tag = 0; tag < queue_.tags().size(); ++tag) {
    const std::size_t count = queue_.count(tag);
    if (count == 0 && queue_.reason() != tag) continue;
    offered_.push_back(tag);
    names.Add(tag_name(queue_.tags()[tag], editor_.schema()) + " (" + grouped(count) + ")");
    if (queue_.reason() == tag) chosen = static_cast<int>(offered_.size());
  }
  if (names.size() != reasons_->GetCount()) {
    reasons_->Set(names);
  } else {
    for (unsigned i = 0; i < names.size(); ++i) {
      if (reasons_->GetString(i) != names[i]) reasons_->SetString(i, names[i]);
    }
  }
  reasons_->SetSelection(chosen);
}

void ReviewPanel::choose_reason() {
  const int chosen = reasons_->GetSelection();
  row_ = 0;
  queue_.set_reason(chosen > 0 ? std::optional(offered_[static_cast<std::size_t>(chosen - 1)]) : std::nullopt);
  go_on();
}

void ReviewPanel::show_state() {
  const std::size_t total = queue_.total();
  const std::size_t left = queue_.left();
  wxString words = wxString::Format(_("%s of %s left"), grouped(left), grouped(total));
  if (left == 0) words = total > 0 ? _("everything is reviewed") : _("nothing waits");
  if (count_->GetLabelText() != words) {
    count_->SetLabelText(words);
    Layout();
  }
  progress_->SetRange(std::max(static_cast<int>(total), 1));
  progress_->SetValue(static_cast<int>(total - left));
  all_->Enable(queue_.size() > 0);
  show_meaning();
}

void ReviewPanel::show_meaning() {
  if (row_ >= queue_.size()) {
    why_->SetLabelText(queue_.left() > 0 ? _("Nothing is left of this. Choose another reason above.")
                                         : _("No annotation waits. When a label changes its meaning and the schema is "
                                             "published, its annotations wait here."));
    return meaning_->show({}, {});
  }
  const WaitingAnnotation& waiting = queue_[row_];
  const std::size_t reason = queue_.reason() ? *queue_.reason() : main_reason(waiting, queue_.tags());
  const RevisedTag& tag = queue_.tags()[reason];
  why_->SetLabelText(reason_words(tag, waiting.schema_version, editor_.schema()));
  host_.guarded([&] {
    const Schema* const before = queue_.schema_of(waiting.schema_version);
    meaning_->show(before != nullptr ? meaning_of(tag, *before) : _("That version is not in this project."),
                   meaning_of(tag, editor_.schema()));
  });
}

/// The row is marked in the table, whatever the text shows.
void ReviewPanel::mark_row() {
  selecting_ = true;
  const long before = table_->GetFirstSelected();
  const auto row = static_cast<long>(row_);
  if (before >= 0 && before != row) table_->Select(before, false);
  if (row_ < queue_.size()) {
    table_->Select(row);
    table_->Focus(row);
  }
  selecting_ = false;
}

void ReviewPanel::update(const EditorEvent& event) {
  if (event.schema) {
    fill_reasons();
    table_->Refresh();
  }
  if (!IsShown() || !event.selection || editor_.document() == nullptr || !editor_.selected_annotation()) return;
  const auto row = queue_.row_of(editor_.document()->document.info.key, *editor_.selected_annotation());
  if (!row) return;
  row_ = *row;
  mark_row();
  show_meaning();
}

// --- What is done ---

void ReviewPanel::take_focus() { table_->SetFocus(); }

void ReviewPanel::go_on() {
  take_focus();
  if (present() == nullptr && row_ < queue_.size()) go_to(row_);
}

const Annotation* ReviewPanel::present() const {
  if (row_ >= queue_.size() || editor_.document() == nullptr) return nullptr;
  const WaitingAnnotation& waiting = queue_[row_];
  if (editor_.document()->document.info.key != waiting.document) return nullptr;
  const Annotation* const selected = editor_.selected();
  return selected != nullptr && selected->id == waiting.id ? selected : nullptr;
}

void ReviewPanel::go_to(std::size_t row) {
  if (row >= queue_.size()) return show_state();
  row_ = row;
  Editor::Refusal refusal;
  // Going on lets the notice stand that says what was done before.
  host_.guarded([&] {
    const WaitingAnnotation waiting = queue_[row];
    const AnnotatedDocument* const shown = editor_.document();
    if (shown == nullptr || shown->document.info.key != waiting.document) refusal = editor_.visit(waiting.document);
    if (!refusal) editor_.select_annotation(waiting.id);
  });
  if (refusal) host_.attempt([&] { return refusal; });
  mark_row();
  show_meaning();
}

void ReviewPanel::step(bool forward) {
  if (queue_.size() == 0) return;
  if (present() == nullptr) return go_to(row_);
  if (!forward && row_ == 0) return;
  go_to(std::min(forward ? row_ + 1 : row_ - 1, queue_.size() - 1));
}

void ReviewPanel::decide(const std::function<Editor::Refusal(const Annotation&)>& decision) {
  const Annotation* const annotation = present();
  if (annotation == nullptr) return go_to(row_);
  bool done = false;
  host_.attempt([&] {
    const Editor::Refusal refusal = decision(*annotation);
    done = !refusal;
    return refusal;
  });
  // The row has gone, and the next one stands in its place.
  if (done && present() == nullptr) go_to(std::min(row_, queue_.size() == 0 ? 0 : queue_.size() - 1));
}

void ReviewPanel::confirm() {
  decide([this](const Annotation&) { return editor_.confirm_selected(); });
}

void ReviewPanel::remove() {
  decide([this](const Annotation&) { return editor_.remove_selected(); });
}

/// Who gives it another label has looked at it, too.
void ReviewPanel::relabel(const std::string& label) {
  decide([&](const Annotation& annotation) -> Editor::Refusal {
    if (annotation.label == label) return editor_.confirm_selected();
    if (annotation.spans() == nullptr) return editor_.apply_label(label);
    const Annotation changed = with_label(annotation, label, editor_.schema());
    return editor_.change(confirmed(changed, editor_.workspace().annotator()), "relabel");
  });
}

void ReviewPanel::ask_to_confirm_all() {
  if (row_ >= queue_.size()) return;
  const std::string label = queue_[row_].label;
  std::size_t count = 0;
  for (std::size_t row = 0; row < queue_.size(); ++row) count += queue_[row].label == label ? 1U : 0U;
  wxMessageDialog dialog(
      this,
      wxString::Format(_("Confirm all %s annotations with the label \"%s\" that are left, without looking at each?"),
                       grouped(count), label_name(editor_.schema(), label)),
      _("Review"), wxOK | wxCANCEL | wxCANCEL_DEFAULT | wxICON_QUESTION);
  dialog.SetOKCancelLabels(_("&Confirm All"), _("Cancel"));
  if (dialog.ShowModal() == wxID_OK) {
    const wxBusyCursor busy;
    host_.attempt([&] { return confirm_all(label); });
    row_ = 0;
  }
  go_on();
}

/// As one edit; of those that are listed.
Editor::Refusal ReviewPanel::confirm_all(const std::string& label) {
  Workspace& workspace = editor_.workspace();
  Edit edit{kConfirm, {}};
  for (std::size_t row = 0; row < queue_.size(); ++row) {
    const WaitingAnnotation& waiting = queue_[row];
    if (waiting.label != label) continue;
    const SetKey set{waiting.document, workspace.annotator(), false};
    const AnnotationSet* const present = workspace.open(waiting.document).find_set(set);
    const Annotation* const annotation = present == nullptr ? nullptr : present->find(waiting.id);
    if (annotation != nullptr) edit.changes.emplace_back(confirmation(set, *annotation, workspace.annotator()));
  }
  return editor_.perform(std::move(edit));
}

/// Of the kind that the annotation has.
const Label* ReviewPanel::label_with_key(const KeyPress& press) const {
  const Annotation* const annotation = present();
  if (annotation == nullptr || annotation->on_document()) return nullptr;
  const LabelKind kind = annotation->relation() != nullptr ? LabelKind::Relation : LabelKind::Span;
  const auto& labels = editor_.schema().labels;
  const auto found = std::find_if(labels.begin(), labels.end(), [&](const Label& label) {
    return label.kind == kind && !label.key.empty() && KeyPress::parse(label.key) == press;
  });
  return found == labels.end() ? nullptr : &*found;
}

void ReviewPanel::on_key(wxKeyEvent& event) {
  const KeyPress press = KeyPress::from(event);
  if (press == KeyPress{WXK_ESCAPE}) return host_.close();
  // Choice and buttons have keys of their own.
  if (!table_->IsDescendant(FindFocus())) return event.Skip();
  const bool enter = press.key == WXK_RETURN || press.key == WXK_NUMPAD_ENTER;
  if (enter && press.shift && !press.ctrl) return CallAfter([this] { ask_to_confirm_all(); });
  if (press.ctrl || press.alt || press.shift) return event.Skip();
  if (enter || press.key == WXK_SPACE) return confirm();
  // Labels have the first say of the letters: those that go on have arrow keys, too.
  if (const Label* const label = label_with_key(press)) return relabel(label->id);
  switch (press.key) {
    case WXK_DELETE:
    case WXK_BACK: return remove();
    case 'N':
    case WXK_DOWN: return step(true);
    case 'P':
    case WXK_UP: return step(false);
    case 'E':
    case WXK_TAB:
      if (present() == nullptr) return go_to(row_);
      return host_.edit_attributes();
    default: event.Skip();
  }
}

}  // namespace mitjul
