#include "ui/word_list_dialog.h"

#include <wx/filedlg.h>

#include "core/file_io.h"
#include "import/word_list.h"
#include "messages/sentences.h"
#include "ui/annotation_words.h"
#include "ui/name_filter.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr std::uint64_t kLargestFile = 64ULL << 20U;
constexpr std::size_t kMostSaid = 3;

}  // namespace

class WordListDialog::Table : public wxListView {
 public:
  explicit Table(WordListDialog& dialog)
      : wxListView(&dialog, wxID_ANY, wxDefaultPosition, dialog.FromDIP(wxSize(460, 300)),
                   wxLC_REPORT | wxLC_VIRTUAL | wxBORDER_THEME),
        dialog_(dialog) {
    SetName(_("Word List"));
    AppendColumn(_("Word"), wxLIST_FORMAT_LEFT, FromDIP(260));
    AppendColumn(_("Label"), wxLIST_FORMAT_LEFT, FromDIP(180));
  }

  wxString OnGetItemText(long row, long column) const override {
    const GazetteerEntry& entry = dialog_.entries_[static_cast<std::size_t>(row)];
    if (column == 0) return to_wx(entry.word);
    return entry.label.empty() ? _("never cut") : label_name(dialog_.editor_.schema(), entry.label);
  }

 private:
  WordListDialog& dialog_;
};

WordListDialog::WordListDialog(wxWindow* parent, Editor& editor,
                               std::function<void(const std::function<void()>&)> guarded)
    : wxDialog(parent, wxID_ANY, _("Word List"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      editor_(editor),
      guarded_(std::move(guarded)),
      filter_(new wxTextCtrl(this, wxID_ANY)),
      table_(new Table(*this)),
      words_(new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize(260, 120)), wxTE_MULTILINE)),
      label_(new wxChoice(this, wxID_ANY)),
      said_(new wxStaticText(this, wxID_ANY, "")) {
  const int gap = FromDIP(8);
  filter_->SetHint(_("Filter"));
  filter_->SetName(_("Filter"));
  words_->SetName(_("Words to Add"));
  label_->SetName(_("Label"));
  labels_.emplace_back();
  label_->Append(_("never cut"));
  for (const Label& label : editor_.schema().labels) {
    if (label.kind != LabelKind::Span) continue;
    labels_.push_back(label.id);
    label_->Append(label_name(editor_.schema(), label.id));
  }
  label_->SetSelection(labels_.size() > 1 ? 1 : 0);

  auto* const add_button = new wxButton(this, wxID_ANY, _("&Add"));
  auto* const file_button = new wxButton(this, wxID_ANY, _("From a &File..."));
  auto* const remove_button = new wxButton(this, wxID_ANY, _("&Remove"));
  auto* const adding = new wxBoxSizer(wxVERTICAL);
  adding->Add(new wxStaticText(this, wxID_ANY, _("Words to Add")));
  auto* const form = new wxStaticText(this, wxID_ANY, _("One word a line, or: word, label"));
  form->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  adding->Add(form);
  adding->Add(words_, wxSizerFlags(1).Expand().Border(wxTOP | wxBOTTOM, gap / 2));
  adding->Add(new wxStaticText(this, wxID_ANY, _("Label where a line has none")));
  adding->Add(label_, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, gap / 2));
  adding->Add(add_button, wxSizerFlags().Expand().Border(wxBOTTOM, gap / 2));
  adding->Add(file_button, wxSizerFlags().Expand());
  auto* const listed = new wxBoxSizer(wxVERTICAL);
  listed->Add(filter_, wxSizerFlags().Expand().Border(wxBOTTOM, gap / 2));
  listed->Add(table_, wxSizerFlags(1).Expand());
  auto* const columns = new wxBoxSizer(wxHORIZONTAL);
  columns->Add(listed, wxSizerFlags(1).Expand());
  columns->Add(adding, wxSizerFlags().Expand().Border(wxLEFT, gap));
  auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(remove_button);
  buttons->AddStretchSpacer();
  buttons->Add(new wxButton(this, wxID_CANCEL, _("&Close")));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(columns, wxSizerFlags(1).Expand().Border(wxALL, gap));
  sizer->Add(said_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
  sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizerAndFit(sizer);

  filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { guarded_([this] { fill(); }); });
  add_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded_([this] { paste(); }); });
  file_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded_([this] { read_file(); }); });
  remove_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded_([this] { remove_selected(); }); });
  table_->Bind(wxEVT_LIST_KEY_DOWN, [this](wxListEvent& event) {
    if (event.GetKeyCode() != WXK_DELETE) return event.Skip();
    guarded_([this] { remove_selected(); });
  });
  guarded_([this] { fill(); });
  words_->SetFocus();
  CentreOnParent();
}

void WordListDialog::fill() {
  entries_.clear();
  const NameFilter filter(to_utf8(filter_->GetValue()));
  for (const GazetteerEntry& entry : editor_.workspace().gazetteer()) {
    if (filter.accepts(entry.word)) entries_.push_back(entry);
  }
  table_->SetItemCount(static_cast<long>(entries_.size()));
  table_->Refresh();
}

void WordListDialog::say(const wxString& sentence) {
  said_->SetLabel(wxControl::EscapeMnemonics(sentence));
  said_->Wrap(GetClientSize().x - FromDIP(16));
  Layout();
}

void WordListDialog::change(GazetteerChange change) {
  const Editor::Refusal refusal = editor_.perform({"word-list", {std::move(change)}});
  if (refusal) say(to_wx(sentence(*refusal)));
  fill();
}

void WordListDialog::add(const std::string& bytes) {
  const WordList list =
      read_word_list(bytes, editor_.schema(), labels_[static_cast<std::size_t>(label_->GetSelection())]);
  const std::size_t before = editor_.workspace().gazetteer().size();
  say("");
  if (!list.entries.empty()) change({{}, list.entries});
  const std::size_t added = editor_.workspace().gazetteer().size() - before;
  if (said_->GetLabel().empty()) {
    const auto count = static_cast<unsigned>(added);
    wxString result = wxString::Format(wxPLURAL("%s word came in.", "%s words came in.", count), grouped(count));
    for (std::size_t i = 0; i < std::min(list.problems.size(), kMostSaid); ++i) {
      result += "\n" + to_wx(sentence(list.problems[i]));
    }
    if (list.problems.size() > kMostSaid) {
      result += "\n" + wxString::Format(_("And %s more."), grouped(list.problems.size() - kMostSaid));
    }
    say(result);
  }
}

void WordListDialog::paste() {
  add(to_utf8(words_->GetValue()));
  words_->Clear();
  words_->SetFocus();
}

void WordListDialog::read_file() {
  wxFileDialog dialog(this, _("Word List"), "", "",
                      _("Word lists") + " (*.csv, *.tsv, *.txt)|*.csv;*.tsv;*.txt|" + _("All files") + "|*",
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() == wxID_OK) add(mitjul::read_file(path_from_utf8(to_utf8(dialog.GetPath())), kLargestFile));
}

void WordListDialog::remove_selected() {
  GazetteerChange change;
  for (long row = table_->GetFirstSelected(); row >= 0; row = table_->GetNextSelected(row)) {
    change.removed.push_back(entries_[static_cast<std::size_t>(row)]);
  }
  say("");
  if (!change.removed.empty()) this->change(std::move(change));
}

}  // namespace mitjul
