#include "ui/review_dialog.h"

#include <wx/weakref.h>

#include <algorithm>

#include "ui/annotation_words.h"
#include "ui/cell_text.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

enum Column { kDocument, kLeft, kHit, kRight, kLabel };

}  // namespace

class ReviewDialog::Table : public wxListView {
 public:
  Table(ReviewDialog& dialog, const Schema& schema, const Theme& theme)
      : wxListView(&dialog, wxID_ANY, wxDefaultPosition, dialog.FromDIP(wxSize(900, 420)),
                   wxLC_REPORT | wxLC_VIRTUAL | wxBORDER_THEME),
        dialog_(dialog),
        schema_(schema) {
    SetName(_("Places"));
    EnableCheckBoxes();
    AppendColumn(_("Document"));
    AppendColumn(_("Before"), wxLIST_FORMAT_RIGHT);
    AppendColumn(_("Text"));
    AppendColumn(_("Behind"));
    AppendColumn(_("Label"));
    uncertain_.SetTextColour(blend(theme.text, theme.background, 0.45));
    hit_.SetFont(GetFont().Bold());
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
      resize_columns();
      event.Skip();
    });
  }

  wxString OnGetItemText(long row, long column) const override {
    const ReviewPlace& place = dialog_.review_[static_cast<std::size_t>(row)];
    switch (column) {
      case kDocument: return to_wx(place.document_name);
      case kLeft: return end_in_cell(*this, kLeft, to_wx(place.left));
      case kHit: return to_wx(place.hit);
      case kRight: return to_wx(place.right);
      default: return label_name(schema_, place.label) + (place.certain ? wxString() : " (" + _("uncertain") + ")");
    }
  }
  bool OnGetItemIsChecked(long row) const override { return dialog_.review_[static_cast<std::size_t>(row)].ticked; }
  wxItemAttr* OnGetItemAttr(long row) const override {
    return dialog_.review_[static_cast<std::size_t>(row)].certain ? nullptr : &uncertain_;
  }
  wxItemAttr* OnGetItemColumnAttr(long row, long column) const override {
    return column == kHit ? &hit_ : OnGetItemAttr(row);
  }

  std::vector<std::size_t> selected_rows() const {
    std::vector<std::size_t> rows;
    for (long row = GetFirstSelected(); row >= 0; row = GetNextSelected(row)) {
      rows.push_back(static_cast<std::size_t>(row));
    }
    return rows;
  }

 private:
  void resize_columns() {
    const int document = FromDIP(150);
    const int label = FromDIP(150);
    const int hit = FromDIP(150);
    const int context = std::max((GetClientSize().x - document - label - hit) / 2, FromDIP(100));
    SetColumnWidth(kDocument, document);
    SetColumnWidth(kLeft, context);
    SetColumnWidth(kHit, hit);
    SetColumnWidth(kRight, context);
    SetColumnWidth(kLabel, label);
  }

  ReviewDialog& dialog_;
  const Schema& schema_;
  mutable wxItemAttr uncertain_;  // wx takes it as a pointer to what may be changed
  mutable wxItemAttr hit_;
};

ReviewDialog::ReviewDialog(wxWindow* parent, const wxString& title, const Schema& schema, const Theme& theme,
                           std::vector<Scope> scopes)
    : wxDialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      scopes_(std::move(scopes)),
      table_(new Table(*this, schema, theme)),
      said_(new wxStaticText(this, wxID_ANY, "")),
      sum_(new wxStaticText(this, wxID_ANY, "")),
      take_(new wxButton(this, wxID_OK, _("&Annotate"))) {
  const int gap = FromDIP(8);
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  if (scopes_.size() > 1) {
    wxArrayString names;
    for (const Scope& scope : scopes_) names.Add(scope.name);
    choice_ = new wxRadioBox(this, wxID_ANY, _("Where"), wxDefaultPosition, wxDefaultSize, names, 0, wxRA_SPECIFY_ROWS);
    choice_->Bind(wxEVT_RADIOBOX,
                  [this](wxCommandEvent& event) { choose(static_cast<std::size_t>(event.GetSelection())); });
    choice_->MoveBeforeInTabOrder(table_);
    sizer->Add(choice_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  }
  auto* const hint = new wxStaticText(
      this, wxID_ANY, _("Space ticks and unticks, Ctrl+A selects every line, Enter annotates what is ticked."));
  hint->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(sum_, wxSizerFlags(1).CenterVertical());
  auto* const cancel = new wxButton(this, wxID_CANCEL, _("Cancel"));
  cancel->MoveBeforeInTabOrder(take_);
  buttons->Add(cancel, wxSizerFlags().CenterVertical());
  buttons->Add(take_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  sizer->Add(table_, wxSizerFlags(1).Expand().Border(wxALL, gap));
  sizer->Add(hint, wxSizerFlags().Border(wxLEFT | wxRIGHT, gap));
  sizer->Add(said_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  said_->Hide();
  sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizerAndFit(sizer);
  SetMinSize(FromDIP(wxSize(560, 320)));
  take_->SetDefault();

  table_->Bind(wxEVT_LIST_ITEM_CHECKED,
               [this](wxListEvent& event) { toggle({static_cast<std::size_t>(event.GetIndex())}); });
  table_->Bind(wxEVT_LIST_ITEM_UNCHECKED,
               [this](wxListEvent& event) { toggle({static_cast<std::size_t>(event.GetIndex())}); });
  Bind(wxEVT_CHAR_HOOK, &ReviewDialog::on_key, this);
  choose(0);
  table_->SetFocus();
  CentreOnParent();
}

void ReviewDialog::say(const wxString& sentence) {
  said_->SetLabel(wxControl::EscapeMnemonics(sentence));
  said_->Wrap(GetClientSize().x - FromDIP(16));
  said_->Show();
  Layout();
}

void ReviewDialog::choose(std::size_t scope) {
  scope_ = scope;
  show({});
  sum_->SetLabel(_("Searching..."));
  scopes_[scope].find([dialog = wxWeakRef<ReviewDialog>(this), scope](PlaceReview review) {
    if (dialog && dialog->scope_ == scope) dialog->show(std::move(review));
  });
}

void ReviewDialog::show(PlaceReview review) {
  review_ = std::move(review);
  table_->SetItemCount(static_cast<long>(review_.size()));
  if (review_.size() > 0) {
    table_->Select(0);
    table_->Focus(0);
  }
  table_->Refresh();
  update_sum();
}

void ReviewDialog::update_sum() {
  const std::size_t ticked = review_.ticked();
  sum_->SetLabel(review_.size() == 0
                     ? _("No other place was found.")
                     : wxString::Format(_("%s of %s places are ticked, in documents: %s"), grouped(ticked),
                                        grouped(review_.size()), grouped(review_.documents())));
  take_->Enable(ticked > 0);
  Layout();
}

/// Of several lines, all become what the first one was not.
void ReviewDialog::toggle(const std::vector<std::size_t>& rows) {
  if (rows.empty()) return;
  const bool ticked = !review_[rows.front()].ticked;
  for (const std::size_t row : rows) review_.tick(row, ticked);
  table_->Refresh();
  update_sum();
}

void ReviewDialog::on_key(wxKeyEvent& event) {
  const bool in_table = FindFocus() != nullptr && (FindFocus() == table_ || table_->IsDescendant(FindFocus()));
  if (in_table && event.GetKeyCode() == WXK_SPACE) return toggle(table_->selected_rows());
  if (in_table && event.GetKeyCode() == 'A' && event.ControlDown()) {
    table_->SetItemState(-1, wxLIST_STATE_SELECTED, wxLIST_STATE_SELECTED);  // -1: every row
    return;
  }
  const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
  if (in_table && enter) {
    if (take_->IsEnabled()) EndModal(wxID_OK);
    return;
  }
  event.Skip();
}

}  // namespace mitjul
