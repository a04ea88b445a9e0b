#include "ui/annotation_list.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ui/annotation_filter_bar.h"
#include "ui/annotation_words.h"
#include "ui/drawn_sign.h"
#include "ui/key_press.h"
#include "ui/problem_words.h"
#include "ui/severity_mark.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr std::uint32_t kMostQuoted = 80;
constexpr int kLeastWords = 9;  // syllables
constexpr std::array kSeverities{Severity::Error, Severity::Warning, Severity::Note};

// The last one takes no room: what a row says to who does not see its sign.
enum Column { kLabel, kWords, kTime, kAuthor, kProblems };

AnnotationOrder order_of(int column) {
  switch (column) {
    case kLabel: return AnnotationOrder::Label;
    case kWords: return AnnotationOrder::Words;
    case kAuthor: return AnnotationOrder::Author;
    default: return AnnotationOrder::Changed;
  }
}

/// The minute of today, or else the day.
wxString short_time(Time time) {
  const wxDateTime moment(std::chrono::system_clock::to_time_t(time));
  return moment.Format(moment.IsSameDate(wxDateTime::Now()) ? "%H:%M" : "%m-%d");
}

/// A square for spans, a disc for relations, a sheet for labels of the document.
void draw_swatch(wxGraphicsContext& context, LabelKind kind, const wxColour& colour, int size) {
  const double edge = size / 12.0;
  context.SetBrush(wxBrush(colour));
  context.SetPen(*wxTRANSPARENT_PEN);
  switch (kind) {
    case LabelKind::Span: context.DrawRoundedRectangle(edge, edge, size - 2 * edge, size - 2 * edge, 2 * edge); break;
    case LabelKind::Relation: context.DrawEllipse(edge, edge, size - 2 * edge, size - 2 * edge); break;
    case LabelKind::Document: context.DrawRectangle(2 * edge, 0, size - 4 * edge, size); break;
  }
}

}  // namespace

class AnnotationList::Table : public wxListView {
 public:
  Table(AnnotationList& list)  // NOLINT(google-explicit-constructor)
      : wxListView(&list, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                   wxLC_REPORT | wxLC_VIRTUAL | wxLC_SINGLE_SEL | wxBORDER_NONE),
        list_(list) {
    SetName(_("Annotations"));
    AppendColumn(_("Label"));
    AppendColumn(_("Text"));
    AppendColumn(_("Time"));
    AppendColumn(_("Annotator"));
    AppendColumn(_("Problems"));
  }

  /// How many characters there is room for in a column.
  std::uint32_t room(int column) const {
    return static_cast<std::uint32_t>(std::max(GetColumnWidth(column) / std::max(syllable_width_, 1), 1));
  }
  void measure() { syllable_width_ = GetTextExtent(wxString::FromUTF8("가")).x; }

  wxString OnGetItemText(long row, long column) const override {
    const Annotation* const annotation = at(row);
    if (annotation == nullptr) return {};
    const Schema& schema = list_.editor_.schema();
    const AnnotatedDocument& document = *list_.editor_.document();
    switch (column) {
      case kLabel: return label_name(schema, annotation->label);
      case kAuthor: return list_.author_of(*annotation);
      case kProblems: return full_words(list_.problems_of(*annotation), schema, ", ");
      case kTime: return short_time(annotation->provenance.modified.value_or(annotation->provenance.created));
      default: break;
    }
    return annotation->relation() != nullptr ? ends_of(*annotation, document, schema, room(kWords))
                                             : quote_of(*annotation, document, kMostQuoted);
  }

  int OnGetItemColumnImage(long row, long column) const override {
    const Annotation* const annotation = at(row);
    if (annotation == nullptr) return -1;
    if (column == kLabel) {
      const auto swatch = list_.swatch_of_.find(annotation->label);
      return swatch == list_.swatch_of_.end() ? -1 : swatch->second;
    }
    if (column != kWords || !list_.marks_) return -1;
    const auto problems = list_.problems_of(*annotation);
    const auto sign =
        problems.empty() ? kSeverities.size() : static_cast<std::size_t>(problems.front()->finding.severity());
    return list_.first_mark_ + static_cast<int>(sign);
  }

  const Annotation* at(long row) const {
    const auto& rows = list_.rows();
    if (row < 0 || static_cast<std::size_t>(row) >= rows.size()) return nullptr;
    return rows[static_cast<std::size_t>(row)];
  }

 private:
  AnnotationList& list_;
  int syllable_width_ = 1;
};

AnnotationList::AnnotationList(wxWindow* parent, Editor& editor, const ProblemReview& problems, Attempt attempt,
                               std::function<void()> edit)
    : wxPanel(parent),
      editor_(editor),
      problems_(problems),
      attempt_(std::move(attempt)),
      theme_(&light_theme()),
      title_(new wxStaticText(this, wxID_ANY, _("Annotations"), wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE)),
      filter_(new AnnotationFilterBar(this, editor, attempt_, [this] { take_focus(); })),
      table_(new Table(*this)),
      tips_(*table_, [this](long row) {
        const Annotation* const annotation = table_->at(row);
        return annotation == nullptr ? wxString() : full_words(problems_of(*annotation), editor_.schema(), "\n");
      }) {
  SetName(_("Annotations"));
  title_->SetFont(title_->GetFont().Bold());
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  const int gap = FromDIP(8);
  sizer->Add(title_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  sizer->Add(filter_, wxSizerFlags().Expand().Border(wxALL, gap));
  sizer->Add(table_, wxSizerFlags(1).Expand());
  SetSizer(sizer);

  table_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent& event) {
    selected_row_ = event.GetIndex();
    const auto row = static_cast<std::size_t>(selected_row_);
    if (selecting_ || row >= rows().size()) return;
    const AnnotationId id = rows()[row]->id;
    attempt_([this, &id]() -> Editor::Refusal {
      editor_.select_annotation(id);
      return {};
    });
  });
  table_->Bind(wxEVT_LIST_ITEM_DESELECTED, [this](wxListEvent& event) {
    if (event.GetIndex() == selected_row_) selected_row_ = -1;
  });
  table_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [edit](wxListEvent&) { edit(); });
  table_->Bind(wxEVT_LIST_KEY_DOWN, [this](wxListEvent& event) {
    if (event.GetKeyCode() == WXK_DELETE) {
      attempt_([this] { return editor_.remove_selected(); });
    } else {
      event.Skip();
    }
  });
  table_->Bind(wxEVT_LIST_COL_CLICK, [this](wxListEvent& event) { on_header(event.GetColumn()); });
  table_->Bind(wxEVT_CONTEXT_MENU, [this](wxContextMenuEvent&) { show_menu(); });
  table_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    resize_columns();
    event.Skip();
  });
  draw_signs();
  fill();
}

void AnnotationList::set_theme(const Theme& theme) {
  theme_ = &theme;
  draw_signs();
  table_->Refresh();
}

void AnnotationList::update(const EditorEvent& event) {
  filter_->update(event);
  if (event.schema) draw_signs();
  if (event.document || event.annotations || event.schema || event.filter) {
    fill();
  } else if (event.selection) {
    show_selected();
  }
}

/// Those that are seen, in the time of a repaint.
void AnnotationList::take_in_problems() {
  tips_.forget();
  marks_ = problems_.count_in_shown() > 0;
  table_->Refresh();
  // Screen readers are told what stands in the current row when one becomes it.
  wxListEvent anew(wxEVT_LIST_ITEM_FOCUSED, table_->GetId());
  anew.SetEventObject(table_);
  table_->ProcessWindowEvent(anew);
}

std::vector<const ProblemRow*> AnnotationList::problems_of(const Annotation& annotation) const {
  return problems_.rows().of(editor_.set_key().document, annotation.id);
}

void AnnotationList::take_focus() { table_->SetFocus(); }

void AnnotationList::take_focus_to_filter() { filter_->take_focus(); }

bool AnnotationList::is_table(wxWindow* window) const { return window != nullptr && table_->IsDescendant(window); }

const std::vector<const Annotation*>& AnnotationList::rows() const {
  return order_ == AnnotationOrder::Place && !descending_ ? editor_.filtered() : sorted_;
}

void AnnotationList::fill() {
  sorted_.clear();
  if (editor_.document() != nullptr && (order_ != AnnotationOrder::Place || descending_)) {
    sorted_ = editor_.filtered();
    sort_annotations(sorted_, order_, descending_, editor_.schema(), *editor_.document());
  }
  marks_ = problems_.count_in_shown() > 0;
  const std::size_t count = rows().size();
  const std::size_t all = editor_.listed().size();
  const bool others = editor_.shown_sets().which != ShownSets::Which::Mine;
  if (std::exchange(others_, others) || others) resize_columns();
  table_->SetItemCount(static_cast<long>(count));
  if (selected_row_ >= static_cast<long>(count)) selected_row_ = -1;
  tips_.forget();
  table_->Refresh();
  wxString title = _("Annotations");
  if (editor_.is_filtered()) {
    title = wxString::Format(_("Annotations (%s of %s)"), grouped(count), grouped(all));
  } else if (count > 0) {
    title = wxString::Format(_("Annotations (%s)"), grouped(count));
  }
  if (title_->GetLabel() != title) title_->SetLabel(title);
  show_selected();
}

/// Once more turns it round, and a third time goes back to the order of the text.
void AnnotationList::on_header(int column) {
  const AnnotationOrder order = order_of(column);
  if (order != order_) {
    sort_by(order, false);
  } else {
    sort_by(descending_ ? AnnotationOrder::Place : order, !descending_);
  }
}

void AnnotationList::sort_by(AnnotationOrder order, bool descending) {
  order_ = order;
  descending_ = descending;
  switch (order_) {
    case AnnotationOrder::Place: table_->RemoveSortIndicator(); break;
    case AnnotationOrder::Label: table_->ShowSortIndicator(kLabel, !descending_); break;
    case AnnotationOrder::Words: table_->ShowSortIndicator(kWords, !descending_); break;
    case AnnotationOrder::Changed: table_->ShowSortIndicator(kTime, !descending_); break;
    case AnnotationOrder::Author: table_->ShowSortIndicator(kAuthor, !descending_); break;
  }
  fill();
}

void AnnotationList::show_menu() {
  wxMenu menu;
  const auto add = [&](AnnotationOrder order, const wxString& name) {
    wxMenuItem* const item = menu.AppendRadioItem(wxID_ANY, name);
    if (order == order_) item->Check();
    menu.Bind(
        wxEVT_MENU, [this, order](wxCommandEvent&) { sort_by(order, descending_); }, item->GetId());
  };
  add(AnnotationOrder::Place, _("Sort by &Place"));
  add(AnnotationOrder::Label, _("Sort by &Label"));
  add(AnnotationOrder::Words, _("Sort by &Words"));
  add(AnnotationOrder::Changed, _("Sort by &Time"));
  if (others_) add(AnnotationOrder::Author, _("Sort by &Annotator"));
  menu.AppendSeparator();
  wxMenuItem* const reverse = menu.AppendCheckItem(wxID_ANY, _("&Reverse"));
  reverse->Check(descending_);
  menu.Bind(
      wxEVT_MENU, [this](wxCommandEvent&) { sort_by(order_, !descending_); }, reverse->GetId());
  table_->PopupMenu(&menu);
}

void AnnotationList::draw_signs() {
  wxVector<wxBitmapBundle> signs;
  const auto add = [&](const DrawSign& draw) {
    signs.push_back(drawn_sign(draw, FromDIP(12)));
    return static_cast<int>(signs.size()) - 1;
  };
  swatch_of_.clear();
  for (const Label& label : editor_.schema().labels) {
    const wxColour colour = label_colours(editor_.schema(), label.id, *theme_).bar;
    swatch_of_[label.id] =
        add([&](wxGraphicsContext& context, int size) { draw_swatch(context, label.kind, colour, size); });
  }
  first_mark_ = static_cast<int>(signs.size());
  for (const Severity severity : kSeverities) {
    add([&](wxGraphicsContext& context, int size) { draw_severity(context, severity, theme_->dark, size); });
  }
  add([](wxGraphicsContext& /*context*/, int /*size*/) {});
  table_->SetSmallImages(signs);
}

wxString AnnotationList::author_of(const Annotation& annotation) const {
  const AnnotationSet* const set = others_ ? editor_.set_of(annotation.id) : nullptr;
  return set == nullptr ? wxString() : editor_.name_of(set->key());
}

long AnnotationList::row_of_selected() const {
  const Annotation* const annotation = editor_.selected();
  if (annotation == nullptr) return -1;
  const auto& shown = rows();
  const auto found =
      &shown == &sorted_
          ? std::find(shown.begin(), shown.end(), annotation)
          : std::lower_bound(shown.begin(), shown.end(), annotation,
                             [](const Annotation* a, const Annotation* b) { return in_listing_order(*a, *b); });
  return found != shown.end() && (*found)->id == annotation->id ? static_cast<long>(found - shown.begin()) : -1;
}

void AnnotationList::show_selected() {
  const long row = row_of_selected();
  if (row == selected_row_) return;
  selecting_ = true;
  if (selected_row_ >= 0) table_->Select(selected_row_, false);
  selected_row_ = row;
  if (row >= 0) {
    table_->Select(row);
    table_->Focus(row);
  }
  selecting_ = false;
}

void AnnotationList::resize_columns() {
  wxClientDC dc(table_);
  dc.SetFont(table_->GetFont());
  int label_width = dc.GetTextExtent(_("Label")).x;
  for (const Label& label : editor_.schema().labels) {
    label_width = std::max(label_width, dc.GetTextExtent(label_name(editor_.schema(), label.id)).x);
  }
  label_width = std::min(label_width + FromDIP(36), FromDIP(140));
  const int width = table_->GetClientSize().x;
  // Where there is little room, it is the words'.
  const int wanted = dc.GetTextExtent("00-00").x + FromDIP(20);
  const int least_words = kLeastWords * dc.GetTextExtent(wxString::FromUTF8("가")).x;
  int author_width = 0;
  if (others_) {
    for (const AnnotationSet* const set : editor_.listed_sets()) {
      const wxString name = editor_.name_of(set->key());
      author_width = std::max(author_width, dc.GetTextExtent(name).x + FromDIP(20));
    }
    author_width = std::min(author_width, FromDIP(100));
  }
  const int left = width - label_width - author_width;
  const int time_width = left - wanted < least_words ? 0 : wanted;
  table_->SetColumnWidth(kLabel, label_width);
  table_->SetColumnWidth(kTime, time_width);
  table_->SetColumnWidth(kAuthor, author_width);
  table_->SetColumnWidth(kProblems, 0);
  table_->SetColumnWidth(kWords, std::max(left - time_width, FromDIP(80)));
  table_->measure();
}

}  // namespace mitjul
