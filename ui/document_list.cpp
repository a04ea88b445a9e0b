#include "ui/document_list.h"

#include <algorithm>

#include "ui/annotation_words.h"
#include "ui/key_press.h"
#include "ui/name_filter.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

}  // namespace

bool is_done(SetState state) { return state == SetState::Finished || state == SetState::Skipped; }

/// Virtual: asks for what it shows, however many documents there are.
class DocumentList::Table : public wxListView {
 public:
  Table(DocumentList& list)  // NOLINT(google-explicit-constructor)
      : wxListView(&list, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                   wxLC_REPORT | wxLC_VIRTUAL | wxLC_SINGLE_SEL | wxBORDER_NONE),
        list_(list) {
    SetName(_("Documents"));
    AppendColumn(_("Name"));
    AppendColumn(_("State"));
    AppendColumn(_("Count"), wxLIST_FORMAT_RIGHT);
    faint_.SetTextColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  }

  wxString OnGetItemText(long row, long column) const override {
    const DocumentSummary& document = list_.document_at(static_cast<std::size_t>(row));
    if (column == 0) return to_wx(document.name);
    if (column == 1) return state_name(list_.editor_.state_of(document));
    const SetSummary* const own = list_.editor_.own_set(document);
    return own == nullptr || own->annotations == 0 ? wxString() : grouped(static_cast<std::uint64_t>(own->annotations));
  }

  wxItemAttr* OnGetItemAttr(long row) const override {
    faint_.SetTextColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
    return is_done(list_.editor_.state_of(list_.document_at(static_cast<std::size_t>(row)))) ? &faint_ : nullptr;
  }

 private:
  DocumentList& list_;
  mutable wxItemAttr faint_;
};

DocumentList::DocumentList(wxWindow* parent, Editor& editor, Attempt attempt, std::function<void()> go_to_text)
    : wxPanel(parent),
      editor_(editor),
      attempt_(std::move(attempt)),
      go_to_text_(std::move(go_to_text)),
      filter_(new wxTextCtrl(this, wxID_ANY)),
      table_(new Table(*this)),
      gauge_(new wxGauge(this, wxID_ANY, 1, wxDefaultPosition, wxDefaultSize, wxGA_HORIZONTAL | wxGA_SMOOTH)),
      progress_(new wxStaticText(this, wxID_ANY, "")) {
  SetName(_("Documents"));
  const int gap = FromDIP(8);
  auto* const title = new wxStaticText(this, wxID_ANY, _("Documents"));
  title->SetFont(title->GetFont().Bold());
  filter_->SetHint(_("Filter by name or initials"));
  filter_->SetName(_("Filter documents"));
  filter_->SetToolTip(_("Part of the name, or the initials of its syllables"));
  gauge_->SetName(_("Progress"));
  gauge_->SetMinSize({-1, FromDIP(6)});

  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(title, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  sizer->Add(filter_, wxSizerFlags().Expand().Border(wxALL, gap));
  sizer->Add(table_, wxSizerFlags(1).Expand());
  sizer->Add(gauge_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  sizer->Add(progress_, wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizer(sizer);

  filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { fill(); });
  filter_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    const KeyPress press = KeyPress::from(event);
    if (press.key == WXK_ESCAPE && !filter_->IsEmpty()) {
      filter_->Clear();
    } else if (press.key == WXK_DOWN && !press.ctrl) {
      table_->SetFocus();
    } else {
      event.Skip();
    }
  });
  table_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent& event) {
    if (selecting_ || show_row(static_cast<std::size_t>(event.GetIndex()))) return;
    // Later: the table is still at it.
    CallAfter([this] { show_current(); });
  });
  table_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent&) { go_to_text_(); });
  table_->Bind(wxEVT_CONTEXT_MENU, [this](wxContextMenuEvent&) { show_menu(); });
  table_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    resize_columns();
    event.Skip();
  });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const KeyPress press = KeyPress::from(event);
    if (press == KeyPress{WXK_DOWN, true, false, false}) {
      step(true, Which::Unfinished);
    } else if (press == KeyPress{WXK_UP, true, false, false}) {
      step(false, Which::Unfinished);
    } else {
      event.Skip();
    }
  });
  fill();
}

void DocumentList::update(const EditorEvent& event) {
  if (event.documents) fill();
  if (event.document && !event.documents) show_current();
}

void DocumentList::take_focus() { table_->SetFocus(); }

void DocumentList::fill() {
  const NameFilter filter(to_utf8(filter_->GetValue()));
  const auto& documents = editor_.documents();
  rows_.clear();
  names_.resize(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    auto& [name, folded] = names_[i];
    if (!filter.empty() && (name != documents[i].name || folded.empty())) {
      name = documents[i].name;
      folded = NameFilter::folded(name);
    }
    if (filter.empty() || filter.accepts_folded(folded)) rows_.push_back(i);
  }
  table_->SetItemCount(static_cast<long>(rows_.size()));
  table_->Refresh();
  count();
  show_current();
}

void DocumentList::count() {
  const auto& documents = editor_.documents();
  const auto done = std::count_if(documents.begin(), documents.end(), [this](const DocumentSummary& document) {
    return is_done(editor_.state_of(document));
  });
  gauge_->SetRange(std::max(1, static_cast<int>(documents.size())));
  gauge_->SetValue(static_cast<int>(done));
  const wxString text = wxString::Format(_("%s of %s documents done"), grouped(static_cast<std::uint64_t>(done)),
                                         grouped(documents.size()));
  if (progress_->GetLabel() != text) {
    progress_->SetLabel(text);
    Layout();
  }
}

std::size_t DocumentList::current_row() const {
  if (editor_.document() == nullptr) return kNone;
  const DocumentKey& key = editor_.document()->document.info.key;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (document_at(row).key == key) return row;
  }
  return kNone;
}

void DocumentList::show_current() {
  selecting_ = true;
  const std::size_t row = current_row();
  const long selected = table_->GetFirstSelected();
  if (row == kNone) {
    if (selected >= 0) table_->Select(selected, false);
  } else if (selected != static_cast<long>(row)) {
    if (selected >= 0) table_->Select(selected, false);
    table_->Select(static_cast<long>(row));
    table_->Focus(static_cast<long>(row));
  }
  selecting_ = false;
}

bool DocumentList::show_row(std::size_t row) {
  if (row >= rows_.size()) return false;
  const DocumentKey key = document_at(row).key;
  attempt_([this, &key]() -> Editor::Refusal {
    editor_.show(key);
    return {};
  });
  return editor_.document() != nullptr && editor_.document()->document.info.key == key;
}

bool DocumentList::step(bool forward, Which which) {
  const std::size_t count = rows_.size();
  const std::size_t current = current_row();
  for (std::size_t steps = 1; steps <= count; ++steps) {
    std::size_t row = 0;
    if (current == kNone) {
      row = forward ? steps - 1 : count - steps;
    } else if (forward) {
      row = current + steps;
    } else {
      row = current + count - steps;
    }
    const bool wrapped = current != kNone && (forward ? row >= count : row < count);
    if (which == Which::Any && wrapped) return false;
    row %= count;
    if (row == current) return false;
    if (which == Which::Unfinished && is_done(editor_.state_of(document_at(row)))) continue;
    // One that cannot be read is passed over; why was said.
    const std::size_t shown = rows_[row];
    if (show_row(row)) return true;
    if (row >= rows_.size() || rows_[row] != shown) return false;  // the list changed meanwhile
  }
  return false;
}

void DocumentList::show_menu() {
  if (editor_.document() == nullptr) return;
  const SetState present = editor_.set() == nullptr ? SetState::New : editor_.set()->state();
  wxMenu menu;
  for (const SetState state : {SetState::New, SetState::InProgress, SetState::Finished, SetState::Skipped}) {
    wxMenuItem* const item = menu.AppendRadioItem(wxID_ANY, state_name(state));
    if (state == present) item->Check();
    menu.Bind(
        wxEVT_MENU, [this, state](wxCommandEvent&) { attempt_([this, state] { return editor_.set_state(state); }); },
        item->GetId());
  }
  table_->PopupMenu(&menu);
}

void DocumentList::resize_columns() {
  wxClientDC dc(table_);
  dc.SetFont(table_->GetFont());
  int state_width = dc.GetTextExtent(_("State")).x;
  for (const SetState state : {SetState::New, SetState::InProgress, SetState::Finished, SetState::Skipped}) {
    state_width = std::max(state_width, dc.GetTextExtent(state_name(state)).x);
  }
  state_width += FromDIP(20);
  const int count_width = std::max(dc.GetTextExtent(_("Count")).x, dc.GetTextExtent("00,000").x) + FromDIP(16);
  const int name_width = table_->GetClientSize().x - state_width - count_width;
  table_->SetColumnWidth(0, std::max(name_width, FromDIP(96)));
  table_->SetColumnWidth(1, state_width);
  table_->SetColumnWidth(2, count_width);
}

}  // namespace mitjul
