#include "ui/word_list_dialog.h"

#include <wx/filedlg.h>

#include <algorithm>
#include <optional>

#include "core/file_io.h"
#include "import/normalise.h"
#include "messages/sentences.h"
#include "ui/annotation_words.h"
#include "ui/failure.h"
#include "ui/name_filter.h"
#include "ui/text_field.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr std::uint64_t kLargestFile = 64ULL << 20U;
constexpr std::size_t kMostSaid = 3;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

bool has_odd_quote(std::string_view line) { return std::count(line.begin(), line.end(), '"') % 2 != 0; }

/// The line behind a row, which goes on to the line that closes its quotation mark.
std::size_t end_of_row(const std::vector<std::string_view>& lines, std::size_t first, const Problem& problem) {
  if (problem.code == ProblemCode::UnclosedQuote || !has_odd_quote(lines[first])) return first + 1;
  const auto rest = lines.begin() + static_cast<std::ptrdiff_t>(first) + 1;
  const auto last = std::find_if(rest, lines.end(), has_odd_quote);
  return last == lines.end() ? first + 1 : static_cast<std::size_t>(last - lines.begin()) + 1;
}

/// The line with the names of the columns: neither word nor problem.
std::optional<std::size_t> line_of_names(const std::vector<std::string_view>& lines, const Schema& schema) {
  const auto first = std::find_if(lines.begin(), lines.end(), [](std::string_view line) {
    return line.find_first_not_of(" \t,\"") != std::string_view::npos;
  });
  if (first == lines.end()) return std::nullopt;
  const WordList alone = read_word_list(*first, schema, {});
  if (!alone.entries.empty() || !alone.problems.empty()) return std::nullopt;
  return static_cast<std::size_t>(first - lines.begin());
}

}  // namespace

std::string lines_to_mend(std::string_view text, const Schema& schema, std::vector<Problem>& problems) {
  if (problems.empty()) return {};
  if (problems.front().place.line == 0) return std::string(text);
  // As the lines were numbered.
  const std::string normalised = normalise(decode(text)).utf8;
  const std::vector<std::string_view> lines = lines_of(normalised);
  std::string left;
  std::size_t count = 0;
  std::size_t next = 0;  // the first line that may still be kept
  const auto keep = [&](std::size_t first, std::size_t end) {
    for (next = std::max(first, next); next < end; ++next, ++count) left += std::string(lines[next]) + "\n";
  };
  if (const auto names = line_of_names(lines, schema)) keep(*names, *names + 1);
  for (Problem& problem : problems) {
    const std::size_t first = problem.place.line - 1;
    problem.place.line = count + 1;
    keep(first, end_of_row(lines, first, problem));
  }
  left.pop_back();
  return left;
}

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

WordListDialog::WordListDialog(wxWindow* parent, Editor& editor)
    : wxDialog(parent, wxID_ANY, _("Word List"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      editor_(editor),
      filter_(new wxTextCtrl(this, wxID_ANY)),
      table_(new Table(*this)),
      words_(new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize(260, 120)), wxTE_MULTILINE)),
      label_(new wxChoice(this, wxID_ANY)),
      said_(new wxStaticText(this, wxID_ANY, "")) {
  const int gap = FromDIP(8);
  filter_->SetHint(_("Filter"));
  filter_->SetName(_("Filter"));
  fit_height(*filter_);
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

  filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { guarded([this] { fill(); }); });
  add_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded([this] { paste(); }); });
  file_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded([this] { read_file(); }); });
  remove_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded([this] { remove_selected(); }); });
  table_->Bind(wxEVT_LIST_KEY_DOWN, [this](wxListEvent& event) {
    if (event.GetKeyCode() != WXK_DELETE) return event.Skip();
    guarded([this] { remove_selected(); });
  });
  guarded([this] { fill(); });
  words_->SetFocus();
  CentreOnParent();
}

void WordListDialog::fill() {
  entries_.clear();
  const NameFilter filter(to_utf8(filter_->GetValue()));
  for (const GazetteerEntry& entry : editor_.workspace().gazetteer()) {
    if (filter.accepts(entry.word)) entries_.push_back(entry);
  }
  // Row numbers mean other words now.
  table_->SetItemState(-1, 0, wxLIST_STATE_SELECTED);
  table_->SetItemCount(static_cast<long>(entries_.size()));
  table_->Refresh();
}

void WordListDialog::say(const wxString& sentence) {
  said_->SetLabel(wxControl::EscapeMnemonics(sentence));
  said_->Wrap(GetClientSize().x - FromDIP(16));
  Layout();
}

void WordListDialog::guarded(const std::function<void()>& call) {
  try {
    call();
  } catch (...) {
    say(failure_sentence());
  }
}

bool WordListDialog::change(GazetteerChange change) {
  const Editor::Refusal refusal = editor_.perform({"word-list", {std::move(change)}});
  if (refusal) say(to_wx(sentence(*refusal)));
  fill();
  return !refusal;
}

WordList WordListDialog::read(const std::string& bytes) const {
  return read_word_list(bytes, editor_.schema(), labels_[static_cast<std::size_t>(label_->GetSelection())]);
}

std::optional<std::size_t> WordListDialog::add(const std::vector<GazetteerEntry>& entries) {
  const std::size_t before = editor_.workspace().gazetteer().size();
  if (!entries.empty() && !change({{}, entries})) return std::nullopt;
  return editor_.workspace().gazetteer().size() - before;
}

void WordListDialog::say_result(std::size_t added, const std::vector<Problem>& problems) {
  const auto count = static_cast<unsigned>(added);
  wxString result = wxString::Format(wxPLURAL("%s word came in.", "%s words came in.", count), grouped(count));
  for (std::size_t i = 0; i < std::min(problems.size(), kMostSaid); ++i) result += "\n" + to_wx(sentence(problems[i]));
  if (problems.size() > kMostSaid) {
    result += "\n" + wxString::Format(_("And %s more."), grouped(problems.size() - kMostSaid));
  }
  say(result);
}

void WordListDialog::paste() {
  const std::string text = to_utf8(words_->GetValue());
  WordList list = read(text);
  words_->SetFocus();
  const std::optional<std::size_t> added = add(list.entries);
  if (!added) return;
  words_->ChangeValue(to_wx(lines_to_mend(text, editor_.schema(), list.problems)));
  say_result(*added, list.problems);
}

void WordListDialog::read_file() {
  wxFileDialog dialog(this, _("Word List"), "", "",
                      _("Word lists") + " (*.csv, *.tsv, *.txt)|*.csv;*.tsv;*.txt|" + _("All files") + "|*",
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return;
  const WordList list = read(mitjul::read_file(path_from_utf8(to_utf8(dialog.GetPath())), kLargestFile));
  if (const auto added = add(list.entries)) say_result(*added, list.problems);
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
