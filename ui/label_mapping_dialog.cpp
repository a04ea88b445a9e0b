#include "ui/label_mapping_dialog.h"

#include <algorithm>

#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/key_press.h"
#include "ui/label_chooser.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

enum Column { kName, kCount, kFate };

wxString name_and_id(const Label& label) {
  return label.name.empty() || label.name == label.id ? to_wx(label.id)
                                                      : to_wx(label.name) + " (" + to_wx(label.id) + ")";
}

}  // namespace

wxString MappedLabel::fate_in_words(const Schema& schema) const {
  switch (fate) {
    case Fate::New: return _("New label");
    case Fate::LeftOut: return _("Left out");
    case Fate::Existing: break;
  }
  const Label* const label = schema.find(existing);
  return label == nullptr ? to_wx(existing) : name_and_id(*label);
}

wxString sum_in_words(const std::vector<MappedLabel>& labels) {
  std::size_t added = 0;
  std::size_t mapped = 0;
  std::size_t left_out = 0;
  for (const MappedLabel& label : labels) {
    if (label.fate == MappedLabel::Fate::New) ++added;
    if (label.fate == MappedLabel::Fate::Existing) ++mapped;
    if (label.fate == MappedLabel::Fate::LeftOut) left_out += label.unknown.annotations;
  }
  return wxString::Format(_("New labels: %s, existing labels: %s, annotations left out: %s"), grouped(added),
                          grouped(mapped), grouped(left_out));
}

class LabelMappingDialog::Table : public wxListView {
 public:
  explicit Table(LabelMappingDialog& dialog)
      : wxListView(&dialog, wxID_ANY, wxDefaultPosition, dialog.FromDIP(wxSize(680, 300)),
                   wxLC_REPORT | wxLC_VIRTUAL | wxBORDER_THEME),
        dialog_(dialog) {
    SetName(_("Labels of the files"));
    AppendColumn(_("Label"));
    AppendColumn(_("Annotations"), wxLIST_FORMAT_RIGHT);
    AppendColumn(_("Becomes"));
    SetItemCount(static_cast<long>(dialog_.labels_.size()));
    Select(0);
    Focus(0);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
      share_width();
      event.Skip();
    });
  }

  wxString OnGetItemText(long row, long column) const override {
    const MappedLabel& label = dialog_.labels_[static_cast<std::size_t>(row)];
    switch (column) {
      case kName: return name_and_id(label.unknown.label);
      case kCount: return grouped(label.unknown.annotations);
      default: return label.fate_in_words(dialog_.schema_);
    }
  }

  std::vector<std::size_t> selected_rows() const {
    std::vector<std::size_t> rows;
    for (long row = GetFirstSelected(); row >= 0; row = GetNextSelected(row)) {
      rows.push_back(static_cast<std::size_t>(row));
    }
    return rows;
  }

 private:
  void share_width() {
    const int count = GetTextExtent(_("Annotations")).x + FromDIP(32);
    const int rest = std::max(GetClientSize().x - count, FromDIP(200));
    SetColumnWidth(kName, rest / 2);
    SetColumnWidth(kCount, count);
    SetColumnWidth(kFate, rest - rest / 2);
  }

  LabelMappingDialog& dialog_;
};

LabelMappingDialog::LabelMappingDialog(wxWindow* parent, const std::vector<UnknownLabel>& labels, const Schema& schema,
                                       const Theme& theme)
    : wxDialog(parent, wxID_ANY, _("Labels That the Project Does Not Have"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      schema_(schema),
      theme_(theme) {
  for (const UnknownLabel& label : labels) labels_.push_back({label});
  const int gap = FromDIP(8);
  auto* const title = new wxStaticText(
      this, wxID_ANY, _("The files have labels that this project does not have. What is to become of them?"));
  title->Wrap(FromDIP(660));
  table_ = new Table(*this);
  auto* const hint = new wxStaticText(
      this, wxID_ANY,
      _("In the list: Enter chooses a label of the project, Insert makes a new one, Delete leaves out. "
        "Several lines are selected with Shift and the arrow keys."));
  hint->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  hint->Wrap(FromDIP(660));
  sum_ = new wxStaticText(this, wxID_ANY, "");
  auto* const import = new wxButton(this, wxID_OK, _("&Import"));
  import->SetDefault();
  auto* const last = new wxBoxSizer(wxHORIZONTAL);
  last->Add(sum_, wxSizerFlags(1).CenterVertical());
  auto* const cancel = new wxButton(this, wxID_CANCEL, _("Cancel"));
  cancel->MoveBeforeInTabOrder(import);
  last->Add(cancel, wxSizerFlags().CenterVertical());
  last->Add(import, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  const wxSizerFlags row = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap * 3 / 2);
  sizer->Add(title, row);
  sizer->Add(table_, wxSizerFlags(row).Proportion(1));
  sizer->Add(make_buttons(), row);
  sizer->Add(hint, row);
  sizer->Add(last, wxSizerFlags().Expand().Border(wxALL, gap * 3 / 2));
  import->MoveAfterInTabOrder(cancel);
  update();
  SetSizerAndFit(sizer);
  SetMinSize(FromDIP(wxSize(480, 320)));
  Bind(wxEVT_CHAR_HOOK, &LabelMappingDialog::on_key, this);
  table_->SetFocus();
  CentreOnParent();
}

wxSizer* LabelMappingDialog::make_buttons() {
  auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
  wxWindow* before = table_;
  const auto add = [&](const wxString& words, const std::function<void()>& act) {
    auto* const button = new wxButton(this, wxID_ANY, words);
    button->MoveAfterInTabOrder(before);
    before = button;
    button->Bind(wxEVT_BUTTON, [act](wxCommandEvent&) { act(); });
    buttons->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
  };
  add(_("&New Label"), [this] { set_fate(MappedLabel::Fate::New); });
  add(_("&Label of the Project..."), [this] { choose_existing(); });
  add(_("Lea&ve Out"), [this] { set_fate(MappedLabel::Fate::LeftOut); });
  return buttons;
}

LabelMapping LabelMappingDialog::mapping() const {
  LabelMapping mapping;
  for (const MappedLabel& label : labels_) {
    if (label.fate != MappedLabel::Fate::New) mapping.emplace(label.unknown.label.id, label.existing);
  }
  return mapping;
}

void LabelMappingDialog::on_key(wxKeyEvent& event) {
  wxWindow* const focused = FindFocus();
  const bool in_table = focused != nullptr && (focused == table_ || table_->IsDescendant(focused));
  const KeyPress key = KeyPress::from(event);
  if (in_table && (key == KeyPress{WXK_RETURN} || key == KeyPress{WXK_NUMPAD_ENTER})) {
    choose_existing();
  } else if (in_table && key == KeyPress{WXK_INSERT}) {
    set_fate(MappedLabel::Fate::New);
  } else if (in_table && key == KeyPress{WXK_DELETE}) {
    set_fate(MappedLabel::Fate::LeftOut);
  } else {
    event.Skip();
  }
}

void LabelMappingDialog::set_fate(MappedLabel::Fate fate) {
  for (const std::size_t row : table_->selected_rows()) {
    labels_[row].fate = fate;
    labels_[row].existing.clear();
  }
  update();
}

/// Among those that can be put on the same things as all of the selected ones.
void LabelMappingDialog::choose_existing() {
  const std::vector<std::size_t> rows = table_->selected_rows();
  if (rows.empty()) return;
  LabelChooser::Offer offer{schema_, {}, {}, _("The label that it becomes")};
  for (const Label& label : schema_.labels) {
    const bool fits = std::all_of(rows.begin(), rows.end(),
                                  [&](std::size_t row) { return labels_[row].unknown.label.kind == label.kind; });
    if (fits) offer.labels.push_back(label.id);
  }
  LabelChooser chooser(this, std::move(offer), theme_, table_->GetScreenPosition() + FromDIP(wxPoint(24, 24)));
  const std::optional<std::string> chosen = chooser.choose();
  table_->SetFocus();
  if (!chosen) return;
  for (const std::size_t row : rows) {
    labels_[row].fate = MappedLabel::Fate::Existing;
    labels_[row].existing = *chosen;
  }
  update();
}

void LabelMappingDialog::update() {
  sum_->SetLabel(sum_in_words(labels_));
  table_->Refresh();
  Layout();
}

}  // namespace mitjul
