#include "ui/find_panel.h"

#include <wx/wrapsizer.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "messages/sentences.h"
#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/cell_text.h"
#include "ui/key_press.h"
#include "ui/row_table.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

/// A syllable that is being composed is not in the field yet and sends nothing; this is the pause behind a finished
/// one.
constexpr int kPauseMilliseconds = 250;
constexpr int kUsualHeight = 220;

/// Hits of other documents are shown when the arrow keys rest on them, and not while they run through the list.
constexpr int kRestMilliseconds = 80;

enum Column { kDocument, kLeft, kHit, kRight };

ConcordanceOrder order_of(int column) {
  switch (column) {
    case kLeft: return ConcordanceOrder::Left;
    case kHit: return ConcordanceOrder::Hit;
    case kRight: return ConcordanceOrder::Right;
    default: return ConcordanceOrder::Place;
  }
}

int column_of(ConcordanceOrder order) {
  switch (order) {
    case ConcordanceOrder::Place: return kDocument;
    case ConcordanceOrder::Left: return kLeft;
    case ConcordanceOrder::Hit: return kHit;
    case ConcordanceOrder::Right: return kRight;
  }
  return kDocument;
}

/// Of `What`, those that can be chosen, in its order.
constexpr int kSearchableKinds = static_cast<int>(FindRequest::What::Given);
enum Where { kThisDocument, kProject };

}  // namespace

class FindPanel::Table : public RowTable {
 public:
  Table(FindPanel& panel)  // NOLINT(google-explicit-constructor)
      : RowTable(&panel, _("Hits"),
                 {{_("Document"), 16}, {_("Before"), 34, wxLIST_FORMAT_RIGHT}, {_("Hit"), 16}, {_("Behind"), 34}}),
        panel_(panel) {}

  wxString OnGetItemText(long row, long column) const override {
    const auto index = static_cast<std::uint32_t>(row);
    if (row < 0 || index >= panel_.rows_.size()) return {};
    if (column == kDocument) return to_wx(panel_.rows_.document_name(index));
    const Context context = panel_.rows_.context(index);
    switch (column) {
      case kLeft: return end_in_cell(*this, kLeft, to_wx(context.left));
      case kHit: return to_wx(context.hit);
      default: return to_wx(context.right);
    }
  }

 private:
  FindPanel& panel_;
};

FindPanel::FindPanel(wxWindow* parent, Host host)
    : wxPanel(parent), host_(std::move(host)), grip_(new HeightGrip(this, FromDIP(kUsualHeight))) {
  SetName(_("Find"));
  // In a narrow window they take two lines.
  auto* const controls = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
  build(*controls);
  auto* const close = new wxButton(this, wxID_CLOSE, wxString::FromUTF8("✕"), wxDefaultPosition, wxDefaultSize,
                                   wxBU_EXACTFIT | wxBORDER_NONE);
  close->SetName(_("Close"));
  close->SetToolTip(_("Close"));
  close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { host_.close(); });
  auto* const head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(controls, wxSizerFlags(1));
  head->Add(close, wxSizerFlags().Border(wxALL, FromDIP(4)));
  table_ = new Table(*this);
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(grip_, wxSizerFlags().Expand());
  sizer->Add(head, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(4)));
  sizer->Add(table_, wxSizerFlags(1).Expand());
  SetSizer(sizer);

  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { search(); });
  table_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent& event) {
    rows_.set_current(static_cast<std::uint32_t>(event.GetIndex()));
    // Chosen by the user, not by `step` or while sorting: those leave the focus where it is.
    if (table_->HasFocus()) show_later_.StartOnce(kRestMilliseconds);
  });
  show_later_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    if (const auto row = rows_.current()) go_to_row(*row);
  });
  table_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent& event) {
    go_to_row(static_cast<std::uint32_t>(event.GetIndex()));
    host_.go_to_text();
  });
  table_->Bind(wxEVT_LIST_COL_CLICK, [this](wxListEvent& event) { sort(order_of(event.GetColumn())); });
  bind_keys();
  fill_labels();
  show_choices();
  show_state();
}

FindPanel::~FindPanel() { task_.reset(); }

void FindPanel::build(wxSizer& controls) {
  const auto add = [&](wxWindow* control, const wxString& name, int share) {
    control->SetName(name);
    controls.Add(control, wxSizerFlags(share).CenterVertical().Border(wxALL, FromDIP(4)));
  };
  query_ = new wxSearchCtrl(this, wxID_ANY);
  query_->ShowCancelButton(true);
  query_->SetDescriptiveText(_("Words or initials"));
  query_->SetMinSize({FromDIP(160), -1});
  add(query_, _("Find"), 2);
  const std::array<wxString, kSearchableKinds> kinds{_("Text"), _("Whole word"), _("Initials"), _("Regular expression"),
                                                     _("Annotations")};
  what_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, kSearchableKinds, kinds.data());
  what_->SetSelection(0);
  add(what_, _("What to find"), 0);
  label_ = new wxChoice(this, wxID_ANY);
  add(label_, _("Label"), 0);
  attribute_ = new wxChoice(this, wxID_ANY);
  add(attribute_, _("Attribute"), 0);
  const std::array<wxString, 2> places{_("This document"), _("Whole project")};
  where_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, 2, places.data());
  where_->SetSelection(kThisDocument);
  add(where_, _("Where to find"), 0);
  state_ =
      new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
  state_->SetMinSize({FromDIP(120), -1});  // a long sentence is cut, and shown in full as a tip
  add(state_, _("Number of hits"), 2);
  query_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { search_later(); });
  query_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { query_->Clear(); });
  query_->Bind(wxEVT_SEARCH, [this](wxCommandEvent&) {
    // Later: what the input method was composing comes in behind Enter.
    CallAfter([this] {
      if (timer_.IsRunning() || !asked_) {
        search();
      } else {
        step(true);
      }
    });
  });
  what_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    show_choices();
    search();
  });
  label_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    fill_attributes();
    search();
  });
  attribute_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { search(); });
  where_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { search(); });
}

void FindPanel::bind_keys() {
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const KeyPress press = KeyPress::from(event);
    if (press == KeyPress{WXK_ESCAPE}) {
      host_.close();
    } else if (press == KeyPress{WXK_DOWN} && is_in_query(FindFocus()) && rows_.size() > 0) {
      table_->SetFocus();
      if (!rows_.current()) table_->Select(0);
    } else {
      event.Skip();
    }
  });
  table_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    const KeyPress press = KeyPress::from(event);
    if (press == KeyPress{'D'}) {
      sort(ConcordanceOrder::Place);
    } else if (press == KeyPress{'L'}) {
      sort(ConcordanceOrder::Left);
    } else if (press == KeyPress{'H'}) {
      sort(ConcordanceOrder::Hit);
    } else if (press == KeyPress{'R'}) {
      sort(ConcordanceOrder::Right);
    } else {
      event.Skip();
    }
  });
}

bool FindPanel::is_in_query(wxWindow* window) const {
  return window != nullptr && (window == query_ || query_->IsDescendant(window));
}

void FindPanel::look_in(bool project) {
  where_->SetSelection(project ? kProject : kThisDocument);
  search_if_stale();
}

/// Empty where none is.
DocumentKey FindPanel::shown() const {
  const std::optional<DocumentSpan> selection = host_.selection();
  return selection ? selection->document : DocumentKey();
}

/// Whether the rows are those of another place than is chosen now. Rows that were given stay.
bool FindPanel::is_stale() const {
  if (!asked_ || !title_.empty()) return false;
  const int where = where_->GetSelection();
  return where != searched_where_ || (where == kThisDocument && shown() != searched_document_);
}

void FindPanel::search_if_stale() {
  if (is_stale()) search();
}

void FindPanel::take_focus(const std::string& query) {
  if (!query.empty()) {
    query_->ChangeValue(to_wx(query));
    search();
  } else {
    search_if_stale();
  }
  query_->SetFocus();
  query_->SelectAll();
}

void FindPanel::fill_labels() {
  const int selected = label_->GetSelection();
  const std::string before = selected > 0 ? labels_[static_cast<std::size_t>(selected - 1)].id : std::string();
  labels_ = label_choices(host_.schema());
  label_->Clear();
  label_->Append(_("All labels"));
  label_->SetSelection(0);
  for (const LabelChoice& choice : labels_) {
    label_->Append(wxString(' ', static_cast<std::size_t>(choice.depth) * 3) + label_name(host_.schema(), choice.id));
    if (choice.id == before) label_->SetSelection(static_cast<int>(label_->GetCount()) - 1);
  }
  fill_attributes();
}

void FindPanel::fill_attributes() {
  const int selected = label_->GetSelection();
  const std::string label = selected > 0 ? labels_[static_cast<std::size_t>(selected - 1)].id : std::string();
  attributes_ = attribute_choices(host_.schema(), label);
  attribute_->Clear();
  attribute_->Append(_("Any attribute"));
  attribute_->SetSelection(0);
  for (const AttributeChoice& choice : attributes_) {
    const Attribute* const attribute = host_.schema().find_attribute(label, choice.attribute);
    wxString name = attribute_name(*attribute);
    if (!choice.value.empty()) name += ": " + value_words(*attribute, choice.value);
    attribute_->Append(name);
  }
  show_choices();
}

void FindPanel::show_choices() {
  const bool annotations = what_->GetSelection() == static_cast<int>(FindRequest::What::Annotations);
  label_->Show(annotations);
  attribute_->Show(annotations && !attributes_.empty());
  Layout();
}

FindRequest FindPanel::request() const {
  FindRequest wanted;
  wanted.what = static_cast<FindRequest::What>(what_->GetSelection());
  wanted.query = to_utf8(query_->GetValue());
  if (wanted.what == FindRequest::What::Annotations) {
    wanted.schema = host_.schema();
    if (const int label = label_->GetSelection(); label > 0) {
      wanted.annotations.label = labels_[static_cast<std::size_t>(label - 1)].id;
    }
    if (const int choice = attribute_->GetSelection(); choice > 0) {
      const AttributeChoice& chosen = attributes_[static_cast<std::size_t>(choice - 1)];
      wanted.annotations.attribute = chosen.attribute;
      wanted.annotations.value = chosen.value;
    }
  }
  wanted.documents = host_.documents();
  if (where_->GetSelection() == kThisDocument) {
    const std::optional<DocumentSpan> shown = host_.selection();
    const auto other = [&](const NamedDocument& document) { return !shown || document.key != shown->document; };
    wanted.documents.erase(std::remove_if(wanted.documents.begin(), wanted.documents.end(), other),
                           wanted.documents.end());
  }
  return wanted;
}

void FindPanel::search_later() { timer_.StartOnce(kPauseMilliseconds); }

void FindPanel::search() {
  title_.clear();
  host_.guarded([this] { run(request()); });
}

void FindPanel::show_rows(const wxString& title, std::vector<DocumentSpan> rows) {
  title_ = title;
  host_.guarded([&] {
    FindRequest given;
    given.what = FindRequest::What::Given;
    given.given = std::move(rows);
    given.documents = host_.documents();
    run(std::move(given));
  });
}

void FindPanel::run(FindRequest request) {
  timer_.Stop();
  show_later_.Stop();
  task_.reset();  // cancels, and waits for what is a matter of milliseconds
  const unsigned run = ++run_;
  problem_.clear();
  step_when_found_.reset();
  searched_where_ = where_->GetSelection();
  searched_document_ = shown();
  asked_ = !request.empty();
  rows_.begin(request.documents);
  table_->SetItemCount(0);
  table_->Refresh();
  if (!asked_ && host_.rows_changed) host_.rows_changed();
  if (asked_) {
    BackgroundTask::Work work = [this, run, request = std::move(request),
                                 source = host_.source](const Progress& progress) -> BackgroundTask::Result {
      std::size_t found = 0;
      const auto problem = run_find(
          request, source,
          [&](FoundBatch batch) {
            found += batch.hits.size();
            const auto shared = std::make_shared<const FoundBatch>(std::move(batch));
            CallAfter([this, run, shared] { take(run, *shared); });
            return found <= FoundRows::kMost;
          },
          progress);
      return [this, problem] {
        if (problem) problem_ = to_wx(sentence(*problem));
      };
    };
    task_ = std::make_unique<BackgroundTask>(
        *this, std::move(work), [this, run](const BackgroundTask::Result& result) { finish(run, result); });
  }
  show_state();
}

void FindPanel::take(unsigned run, const FoundBatch& batch) {
  if (run != run_) return;
  rows_.add(batch);
  table_->SetItemCount(static_cast<long>(rows_.size()));
  table_->Refresh();
  show_state();
}

void FindPanel::finish(unsigned run, const BackgroundTask::Result& result) {
  if (run != run_) return;
  task_.reset();
  host_.guarded(result);
  if (host_.rows_changed) host_.rows_changed();
  sort(order_);
  show_state();
  if (const auto forward = std::exchange(step_when_found_, std::nullopt)) step(*forward);
}

void FindPanel::show_state() {
  wxString state = problem_;
  const std::uint32_t count = rows_.size();
  if (state.empty() && (asked_ || !title_.empty())) {
    if (count > 0) {
      state = wxString::Format(wxPLURAL("%s hit", "%s hits", count), grouped(count));
      if (rows_.cut()) state = wxString::Format(_("the first %s hits"), grouped(count));
    } else {
      state = is_searching() ? _("Searching...") : _("Nothing found");
    }
    if (!title_.empty()) state = title_ + ": " + state;
  }
  state_->SetLabelText(state);
  state_->SetToolTip(state);
  table_->ShowSortIndicator(column_of(order_));
}

void FindPanel::sort(ConcordanceOrder order) {
  order_ = order;
  // While rows come in they stay in the order in which they come.
  if (!is_searching() && rows_.order() != order) {
    const wxBusyCursor busy;
    const std::optional<std::uint32_t> before = rows_.current();
    rows_.sort(order);
    if (before) {
      table_->Select(static_cast<long>(*before), false);
      table_->Select(static_cast<long>(*rows_.current()));
      table_->Focus(static_cast<long>(*rows_.current()));
    }
    table_->Refresh();
  }
  show_state();
}

void FindPanel::step(bool forward) {
  if (is_stale()) {
    search();
    step_when_found_ = forward;
    return;
  }
  step_when_found_.reset();
  const std::optional<std::uint32_t> before = rows_.current();
  const std::optional<std::uint32_t> row = rows_.step(forward, host_.selection());
  if (!row) return;
  if (before) table_->Select(static_cast<long>(*before), false);
  table_->Select(static_cast<long>(*row));
  table_->Focus(static_cast<long>(*row));
  go_to_row(*row);
}

void FindPanel::go_to_row(std::uint32_t row) {
  if (row >= rows_.size()) return;
  rows_.set_current(row);
  host_.guarded([&] { host_.go_to(rows_.place(row)); });
}

/// Documents may have gone to the trash, or for good: nothing of them stays to be read.
void FindPanel::drop_what_is_gone() {
  if (!asked_) return;
  const std::optional<std::uint32_t> before = rows_.current();
  std::set<DocumentKey> present;
  for (const NamedDocument& document : host_.documents()) present.insert(document.key);
  if (!rows_.keep_only(present)) return;
  show_later_.Stop();
  if (before) table_->Select(static_cast<long>(*before), false);
  table_->SetItemCount(static_cast<long>(rows_.size()));
  if (const auto row = rows_.current()) table_->Select(static_cast<long>(*row));
  table_->Refresh();
  show_state();
  if (host_.rows_changed) host_.rows_changed();
}

void FindPanel::update(const EditorEvent& event) {
  if (event.documents) drop_what_is_gone();
  if (event.schema) fill_labels();
  const bool annotations =
      event.annotations && what_->GetSelection() == static_cast<int>(FindRequest::What::Annotations);
  // Found in one document, which is another one now. Rows that were given, and those of all documents, stay.
  const bool changed = annotations && where_->GetSelection() == kThisDocument && asked_ && title_.empty();
  if ((changed || is_stale()) && IsShown()) search_later();
}

}  // namespace mitjul
