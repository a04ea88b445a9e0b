#include "ui/document_list.h"

#include <algorithm>
#include <array>

#include "ui/annotation_words.h"
#include "ui/cell_text.h"
#include "ui/drawn_sign.h"
#include "ui/key_press.h"
#include "ui/text_field.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

enum Column { kName, kState, kCount };
constexpr const char* kNumber = "#";  // instead of the heading of counts, where there is little room
constexpr std::array kStates{SetState::New, SetState::InProgress, SetState::Finished, SetState::Skipped};

wxString words_of(const DocumentOrder& order) {
  switch (order.by) {
    case DocumentSort::Name: return order.reversed ? _("by name, backwards") : _("by name");
    case DocumentSort::State: return order.reversed ? _("by state, backwards") : _("by state");
    case DocumentSort::Count: return order.reversed ? _("most annotations first") : _("fewest annotations first");
    case DocumentSort::Arrival: return order.reversed ? _("last import first") : _("in order of import");
  }
  return {};
}

/// A sign that is told from the others by its form: an empty ring, a half disc, a tick, a line through a ring.
void draw_state(wxGraphicsContext& context, SetState state, int size, const wxColour& faint) {
  const double width = size / 8.0;
  const double middle = size / 2.0;
  const double radius = middle - 1.5 * width;
  const wxColour colour = state == SetState::InProgress ? wxColour(58, 130, 205)
                          : state == SetState::Finished ? wxColour(46, 154, 92)
                                                        : faint;
  const auto pen = [&](const wxColour& of) {
    return context.CreatePen(wxGraphicsPenInfo(of).Width(width).Cap(wxCAP_ROUND).Join(wxJOIN_ROUND));
  };
  // On a disc of the list's own colour: the row may be selected.
  context.SetPen(*wxTRANSPARENT_PEN);
  context.SetBrush(wxBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOX)));
  context.DrawEllipse(0, 0, size, size);
  context.SetPen(pen(colour));
  context.SetBrush(state == SetState::Finished ? wxBrush(colour) : *wxTRANSPARENT_BRUSH);
  context.DrawEllipse(middle - radius, middle - radius, 2 * radius, 2 * radius);
  if (state == SetState::InProgress) {
    wxGraphicsPath half = context.CreatePath();
    half.AddArc(middle, middle, radius, M_PI / 2, 3 * M_PI / 2, true);
    half.CloseSubpath();
    context.SetBrush(wxBrush(colour));
    context.FillPath(half);
  } else if (state == SetState::Finished) {
    context.SetPen(pen(*wxWHITE));
    const std::array<wxPoint2DDouble, 3> tick{wxPoint2DDouble(0.30 * size, 0.52 * size),
                                              wxPoint2DDouble(0.44 * size, 0.66 * size),
                                              wxPoint2DDouble(0.70 * size, 0.36 * size)};
    context.StrokeLines(tick.size(), tick.data());
  } else if (state == SetState::Skipped) {
    context.StrokeLine(0.32 * size, middle, 0.68 * size, middle);
  }
}

}  // namespace

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
  }

  wxString OnGetItemText(long row, long column) const override {
    const DocumentSummary& document = list_.document_at(static_cast<std::size_t>(row));
    if (column == kName) return name_in_cell(*this, kName, to_wx(document.name));
    if (column == kState) return list_.names_states_ ? state_name(list_.editor_.state_of(document)) : wxString();
    const std::int64_t count = list_.count_of(document);
    return count == 0 ? wxString() : grouped(static_cast<std::uint64_t>(count));
  }

  int OnGetItemColumnImage(long row, long column) const override {
    if (column != kState) return -1;
    return static_cast<int>(list_.editor_.state_of(list_.document_at(static_cast<std::size_t>(row))));
  }

  wxItemAttr* OnGetItemAttr(long row) const override {
    faint_.SetTextColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
    return is_done(list_.editor_.state_of(list_.document_at(static_cast<std::size_t>(row)))) ? &faint_ : nullptr;
  }

 private:
  DocumentList& list_;
  mutable wxItemAttr faint_;
};

DocumentList::DocumentList(wxWindow* parent, Editor& editor, Host host, Settings& settings)
    : wxPanel(parent),
      editor_(editor),
      host_(std::move(host)),
      settings_(settings),
      order_(new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                              wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE | wxALIGN_RIGHT)),
      filter_(new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER)),
      states_(new wxChoice(this, wxID_ANY)),
      table_(new Table(*this)),
      gauge_(new wxGauge(this, wxID_ANY, 1, wxDefaultPosition, wxDefaultSize, wxGA_HORIZONTAL | wxGA_SMOOTH)),
      progress_(new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE)),
      tips_(*table_, [this](long row) { return tip_of(row); }) {
  build();
  bind_keys();
  filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
    rows_.filter_names(to_utf8(filter_->GetValue()));
    show_rows();
  });
  // Later: what the input method was composing comes in behind Enter.
  filter_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { CallAfter([this] { open_first(); }); });
  states_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    rows_.filter_states(static_cast<StateFilter>(states_->GetSelection()));
    show_rows();
  });
  table_->Bind(wxEVT_LIST_COL_CLICK, [this](wxListEvent& event) {
    constexpr std::array kSorts{DocumentSort::Name, DocumentSort::State, DocumentSort::Count};
    const int column = event.GetColumn();
    if (column >= kName && column <= kCount) {
      sort(order_clicked(rows_.order(), kSorts[static_cast<std::size_t>(column)]));
    }
  });
  table_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent& event) {
    if (selecting_ || show_row(static_cast<std::size_t>(event.GetIndex()))) return;
    // Later: the table is still at it.
    CallAfter([this] { show_current(); });
  });
  table_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent&) { host_.go_to_text(); });
  table_->Bind(wxEVT_CONTEXT_MENU, [this](wxContextMenuEvent&) { show_menu(); });
  table_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    share_width();
    show_progress();
    event.Skip();
  });
  // The rows are a window in the table, beside that of the headings.
  rows_.sort(settings_.document_order());
  show_order();
  fill();
}

void DocumentList::build() {
  SetName(_("Documents"));
  const int gap = FromDIP(8);
  auto* const title = new wxStaticText(this, wxID_ANY, _("Documents"));
  title->SetFont(title->GetFont().Bold());
  order_->SetName(_("Order of the documents"));
  order_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  filter_->SetHint(_("Filter by name or initials"));
  filter_->SetName(_("Filter documents"));
  filter_->SetToolTip(_("Part of the name, or the initials of its syllables"));
  fit_height(*filter_);
  states_->SetName(_("Filter by state"));
  states_->Append(_("All states"));
  states_->Append(_("Unfinished"));
  for (const SetState state : kStates) states_->Append(state_name(state));
  states_->SetSelection(static_cast<int>(rows_.states()));
  states_->SetInitialSize();  // as the words need
  gauge_->SetName(_("Progress"));
  gauge_->SetMinSize({-1, FromDIP(6)});
  draw_states();

  auto* const head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(title, wxSizerFlags().CenterVertical());
  head->Add(order_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, gap));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(head, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  sizer->Add(filter_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  sizer->Add(states_, wxSizerFlags().Expand().Border(wxALL, gap));
  sizer->Add(table_, wxSizerFlags(1).Expand());
  sizer->Add(gauge_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  sizer->Add(progress_, wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizer(sizer);
}

void DocumentList::bind_keys() {
  filter_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (KeyPress::from(event) == KeyPress{WXK_DOWN}) {
      take_focus();
      if (table_->GetFirstSelected() < 0 && table_->GetItemCount() > 0) table_->Select(0);
    } else {
      event.Skip();
    }
  });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const KeyPress press = KeyPress::from(event);
    const ActionInfo* const action = settings_.keys().action_for(press);
    const bool trashes =
        press == KeyPress{WXK_DELETE} || (action != nullptr && action->action == Action::TrashDocument);
    if (press == KeyPress{WXK_DOWN, true, false, false}) {
      step(true, Which::Unfinished);
    } else if (press == KeyPress{WXK_UP, true, false, false}) {
      step(false, Which::Unfinished);
    } else if (press == KeyPress{WXK_ESCAPE} && filter_->HasFocus() && !filter_->IsEmpty()) {
      filter_->Clear();
    } else if (trashes && is_in_table(FindFocus())) {
      // The one that is shown is not meant where the filter leaves it out.
      if (current_row()) host_.act(Action::TrashDocument);
    } else {
      event.Skip();
    }
  });
}

int DocumentList::least_width() const { return states_->GetBestSize().x + 2 * FromDIP(8); }

void DocumentList::update(const EditorEvent& event) {
  if (event.document) rows_.hold(editor_.document() == nullptr ? DocumentKey() : editor_.document()->document.info.key);
  if (event.documents) {
    fill();
  } else if (event.document) {
    show_rows();
  }
}

void DocumentList::take_focus() { table_->SetFocus(); }

void DocumentList::filter() {
  filter_->SetFocus();
  filter_->SelectAll();
}

void DocumentList::sort_differently() { sort(order_behind(rows_.order())); }

void DocumentList::sort(const DocumentOrder& order) {
  rows_.sort(order);
  settings_.set_document_order(order);
  show_order();
  show_rows();
}

void DocumentList::show_order() {
  const DocumentOrder& order = rows_.order();
  order_->SetLabel(words_of(order));
  order_->SetToolTip(words_of(order));
  if (order.by == DocumentSort::Arrival) {
    table_->RemoveSortIndicator();
  } else {
    table_->ShowSortIndicator(static_cast<int>(order.by), !order.reversed);
  }
}

void DocumentList::fill() {
  tips_.forget();
  rows_.set_documents(editor_.documents(),
                      [this](const DocumentSummary& document) { return editor_.own_set(document); });
  share_width();
  show_progress();
  show_rows();
}

void DocumentList::show_rows() {
  table_->SetItemCount(static_cast<long>(rows_.rows().size()));
  table_->Refresh();
  show_current();
}

void DocumentList::show_progress() {
  const std::size_t all = editor_.documents().size();
  gauge_->SetRange(std::max(1, static_cast<int>(all)));
  gauge_->SetValue(static_cast<int>(rows_.done()));
  const wxString text = wxString::Format(_("%s of %s documents done"), grouped(rows_.done()), grouped(all));
  const bool fits = GetTextExtent(text).x <= GetClientSize().x - 2 * FromDIP(8);
  progress_->SetLabel(fits ? text : grouped(rows_.done()) + " / " + grouped(all));
  progress_->SetToolTip(text);
}

std::int64_t DocumentList::count_of(const DocumentSummary& document) const {
  const SetSummary* const own = editor_.own_set(document);
  return own == nullptr ? 0 : own->annotations;
}

std::optional<std::size_t> DocumentList::current_row() const {
  if (editor_.document() == nullptr) return std::nullopt;
  const DocumentKey& key = editor_.document()->document.info.key;
  for (std::size_t row = 0; row < rows_.rows().size(); ++row) {
    if (document_at(row).key == key) return row;
  }
  return std::nullopt;
}

void DocumentList::show_current() {
  selecting_ = true;
  const std::optional<std::size_t> row = current_row();
  const long selected = table_->GetFirstSelected();
  if (!row) {
    if (selected >= 0) table_->Select(selected, false);
  } else if (selected != static_cast<long>(*row)) {
    if (selected >= 0) table_->Select(selected, false);
    table_->Select(static_cast<long>(*row));
    table_->Focus(static_cast<long>(*row));
  }
  selecting_ = false;
}

bool DocumentList::show_row(std::size_t row) {
  if (row >= rows_.rows().size()) return false;
  const DocumentKey key = document_at(row).key;
  host_.attempt([this, &key]() -> Editor::Refusal {
    editor_.show(key);
    return {};
  });
  return editor_.document() != nullptr && editor_.document()->document.info.key == key;
}

void DocumentList::open_first() {
  if (show_row(0)) host_.go_to_text();
}

std::vector<DocumentKey> DocumentList::neighbours() const {
  const std::optional<std::size_t> current = current_row();
  const std::size_t count = rows_.rows().size();
  std::vector<DocumentKey> keys;
  for (std::size_t row = current ? *current + 1 : 0; row < count; ++row) keys.push_back(document_at(row).key);
  for (std::size_t row = current.value_or(0); row-- > 0;) keys.push_back(document_at(row).key);
  return keys;
}

std::set<DocumentKey> DocumentList::listed() const {
  std::set<DocumentKey> keys;
  for (std::size_t row = 0; row < rows_.rows().size(); ++row) keys.insert(document_at(row).key);
  return keys;
}

bool DocumentList::step(bool forward, Which which) {
  const std::size_t count = rows_.rows().size();
  const std::optional<std::size_t> current = current_row();
  for (std::size_t steps = 1; steps <= count; ++steps) {
    std::size_t row = 0;
    if (!current) {
      row = forward ? steps - 1 : count - steps;
    } else if (forward) {
      row = *current + steps;
    } else {
      row = *current + count - steps;
    }
    const bool wrapped = current && (forward ? row >= count : row < count);
    if (which == Which::Any && wrapped) return false;
    row %= count;
    if (row == current) return false;
    const DocumentKey key = document_at(row).key;
    if (which == Which::Unfinished && is_done(editor_.state_of(document_at(row)))) continue;
    // One that cannot be read is passed over; why was said.
    if (show_row(row)) return true;
    if (row >= rows_.rows().size() || document_at(row).key != key) return false;  // the list changed meanwhile
  }
  return false;
}

void DocumentList::show_menu() {
  if (!current_row()) return;
  const SetState present = editor_.set() == nullptr ? SetState::New : editor_.set()->state();
  wxMenu menu;
  for (const SetState state : kStates) {
    wxMenuItem* const item = menu.AppendRadioItem(wxID_ANY, state_name(state));
    if (state == present) item->Check();
    menu.Bind(
        wxEVT_MENU, [this, state](wxCommandEvent&) { host_.attempt([&] { return editor_.set_state(state); }); },
        item->GetId());
  }
  menu.AppendSeparator();
  for (const Action action : {Action::RenameDocument, Action::TrashDocument}) {
    const int id = menu.Append(wxID_ANY, wxGetTranslation(info(action).name))->GetId();
    menu.Bind(
        wxEVT_MENU, [this, action](wxCommandEvent&) { host_.act(action); }, id);
  }
  table_->PopupMenu(&menu);
}

/// In a narrow pane states lose their names first: they keep their signs, and the name can be read in the tip.
void DocumentList::share_width() {
  wxClientDC dc(table_);
  dc.SetFont(table_->GetFont());
  const auto width_of = [&dc](const wxString& words) { return dc.GetTextExtent(words).x; };
  const int sign = dc.GetCharHeight();
  const int arrow = FromDIP(14);
  int state_width = width_of(_("State")) + arrow;
  for (const SetState state : kStates) {
    state_width = std::max(state_width, sign + FromDIP(4) + width_of(state_name(state)));
  }
  std::int64_t most = 0;
  for (const DocumentSummary& document : editor_.documents()) most = std::max(most, count_of(document));
  state_width += FromDIP(20);
  const int number_width = width_of(grouped(static_cast<std::uint64_t>(most))) + FromDIP(16);
  int count_width = std::max(width_of(_("Count")) + arrow + FromDIP(16), number_width);
  const int width = table_->GetClientSize().x;
  const bool names_states = width - count_width - state_width >= 6 * sign;
  if (!names_states) {
    state_width = sign + FromDIP(20);
    count_width = std::max(width_of(kNumber) + arrow + FromDIP(16), number_width);
  }
  if (names_states != names_states_) {
    names_states_ = names_states;
    head(kState, names_states ? _("State") : wxString());
    head(kCount, names_states ? _("Count") : wxString(kNumber));
    table_->Refresh();
  }
  table_->SetColumnWidth(kName, std::max(width - count_width - state_width, 4 * sign));
  table_->SetColumnWidth(kState, state_width);
  table_->SetColumnWidth(kCount, count_width);
}

void DocumentList::head(int column, const wxString& words) {
  wxListItem heading;
  heading.SetMask(wxLIST_MASK_TEXT);
  heading.SetText(words);
  table_->SetColumn(column, heading);
}

void DocumentList::draw_states() {
  const wxColour faint = wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT);
  const int size = table_->GetCharHeight() * 4 / 5;
  wxVector<wxBitmapBundle> signs;
  for (const SetState state : kStates) {
    const auto draw = [&](wxGraphicsContext& context, int pixels) { draw_state(context, state, pixels, faint); };
    signs.push_back(drawn_sign(draw, size));
  }
  table_->SetSmallImages(signs);
}

/// Names that are cut, and states without a name, are said in full.
wxString DocumentList::tip_of(long row) const {
  if (row < 0 || static_cast<std::size_t>(row) >= rows_.rows().size()) return {};
  const DocumentSummary& document = document_at(static_cast<std::size_t>(row));
  const wxString labels = count_of(document) == 0 ? wxString() : host_.labels_of(document);
  return to_wx(document.name) + "\n" + state_name(editor_.state_of(document)) + ", " +
         count_of_annotations(static_cast<std::uint64_t>(count_of(document))) +
         (labels.empty() ? labels : "\n" + labels);
}

bool DocumentList::is_in_table(wxWindow* window) const { return window != nullptr && table_->IsDescendant(window); }

}  // namespace mitjul
