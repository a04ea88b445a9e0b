#include "ui/problem_panel.h"

#include <wx/wrapsizer.h>

#include <algorithm>
#include <array>
#include <utility>

#include "ui/annotation_words.h"
#include "ui/cell_text.h"
#include "ui/key_press.h"
#include "ui/problem_words.h"
#include "ui/row_table.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kUsualHeight = 220;
/// Problems of other documents are shown when the arrow keys rest on them, and not while they run through the list.
constexpr int kRestMilliseconds = 80;
/// A check that is over before is not worth a bar that comes and goes.
constexpr int kSlowMilliseconds = 400;

enum Column { kSeverity, kDocument, kPlace, kSentence };
enum Where { kThisDocument, kProject };

}  // namespace

class ProblemPanel::Table : public RowTable {
 public:
  Table(ProblemPanel& panel)  // NOLINT(google-explicit-constructor)
      : RowTable(&panel, _("Problems"),
                 {{_("Severity"), 13}, {_("Document"), 16}, {_("Annotation"), 27}, {_("What is wrong"), 44}}),
        panel_(panel) {}

  wxString OnGetItemText(long row, long column) const override {
    const auto index = static_cast<std::size_t>(row);
    const ProblemRows& rows = panel_.review_.rows();
    if (row < 0 || index >= rows.size()) return {};
    const ProblemRow& problem = rows.row(index);
    switch (column) {
      case kSeverity: return severity_words(problem.finding.severity());
      case kDocument: return name_in_cell(*this, kDocument, to_wx(problem.finding.problem.place.document));
      case kPlace: return place_words(problem, panel_.editor_.schema());
      default: return problem_words(problem, panel_.editor_.schema());
    }
  }

 private:
  ProblemPanel& panel_;
};

ProblemPanel::ProblemPanel(wxWindow* parent, Editor& editor, ProblemReview& review, Host host)
    : wxPanel(parent),
      editor_(editor),
      review_(review),
      host_(std::move(host)),
      grip_(new HeightGrip(this, FromDIP(kUsualHeight))) {
  SetName(_("Problems"));
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
  progress_ = new TaskBar(this);
  table_ = new Table(*this);
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(grip_, wxSizerFlags().Expand());
  sizer->Add(head, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(4)));
  sizer->Add(progress_, wxSizerFlags().Expand());
  sizer->Add(table_, wxSizerFlags(1).Expand());
  SetSizer(sizer);

  table_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent&) {
    show_state();
    if (!filling_) show_later_.StartOnce(kRestMilliseconds);
  });
  slow_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { watch(); });
  show_later_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { go_to_current(); });
  table_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent&) {
    go_to_current();
    host_.go_to_text();
  });
  bind_keys();
  filter();
}

void ProblemPanel::build(wxSizer& controls) {
  const auto add = [&](wxWindow* control, const wxString& name, int share) {
    control->SetName(name);
    controls.Add(control, wxSizerFlags(share).CenterVertical().Border(wxALL, FromDIP(4)));
  };
  kind_ = new wxChoice(this, wxID_ANY);
  add(kind_, _("Kind of problem"), 0);
  const std::array<wxString, 2> places{_("This document"), _("Whole project")};
  where_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, 2, places.data());
  where_->SetSelection(kThisDocument);
  add(where_, _("Where to look"), 0);
  state_ =
      new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
  state_->SetMinSize({FromDIP(160), -1});
  add(state_, _("Number of problems"), 2);
  fix_ = new wxButton(this, wxID_ANY, _("Go there"));
  add(fix_, _("Quick fix"), 0);
  fix_all_ = new wxButton(this, wxID_ANY, _("Fix all of this kind"));
  add(fix_all_, _("Fix all of this kind"), 0);
  kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { filter(); });
  where_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { look_at(where_->GetSelection() == kProject); });
  fix_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { fix_current(); });
  fix_all_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { fix_all(); });
  fix_->SetToolTip("F");
  fix_all_->SetToolTip("Shift+F");
}

void ProblemPanel::bind_keys() {
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (KeyPress::from(event) == KeyPress{WXK_ESCAPE}) {
      host_.close();
    } else {
      event.Skip();
    }
  });
  table_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    const KeyPress press = KeyPress::from(event);
    if (press == KeyPress{'F'}) {
      fix_current();
    } else if (press == KeyPress{'F', false, true}) {
      fix_all();
    } else {
      event.Skip();
    }
  });
}

void ProblemPanel::look_at(bool project) {
  where_->SetSelection(project ? kProject : kThisDocument);
  if (project) {
    review_.check_all();
  } else {
    review_.check_shown();
  }
  filter();
}

void ProblemPanel::take_focus() {
  table_->SetFocus();
  if (!current() && table_->GetItemCount() > 0) select(0);
}

/// Without going there.
void ProblemPanel::select(long row) {
  filling_ = true;
  table_->Select(row);
  table_->Focus(row);
  filling_ = false;
}

std::optional<std::size_t> ProblemPanel::current() const {
  const long row = table_->GetFirstSelected();
  if (row < 0 || static_cast<std::size_t>(row) >= review_.rows().size()) return std::nullopt;
  return static_cast<std::size_t>(row);
}

void ProblemPanel::filter() {
  std::optional<ProblemCode> kind;
  if (const int chosen = kind_->GetSelection(); chosen > 0) kind = kinds_[static_cast<std::size_t>(chosen - 1)];
  std::optional<DocumentKey> only;
  if (where_->GetSelection() == kThisDocument) only = editor_.set_key().document;
  review_.rows().show(kind, only);
  show_rows();
}

/// Those that there are, with their numbers; the one that is chosen stays, be there none of it.
void ProblemPanel::fill_kinds() {
  const std::optional<ProblemCode> chosen = review_.rows().kind();
  std::map<ProblemCode, std::size_t> kinds = review_.rows().kinds();
  if (chosen) kinds.try_emplace(*chosen, 0);
  wxArrayString names;
  names.Add(_("All problems"));
  kinds_.clear();
  int selected = 0;
  for (const auto& [kind, count] : kinds) {
    kinds_.push_back(kind);
    names.Add(wxString::Format("%s (%s)", kind_words(kind), grouped(count)));
    if (kind == chosen) selected = static_cast<int>(kinds_.size());
  }
  if (kind_->GetStrings() != names) kind_->Set(names);
  kind_->SetSelection(selected);
}

void ProblemPanel::show_rows() {
  const long before = table_->GetFirstSelected();
  const auto count = static_cast<long>(review_.rows().size());
  if (before >= 0) table_->Select(before, false);
  table_->SetItemCount(count);
  // What was mended is gone from the list: the next one is where it was.
  if (count > 0 && (before >= 0 || table_->HasFocus())) select(std::clamp(before, 0L, count - 1));
  table_->Refresh();
  fill_kinds();
  show_state();
  Layout();
}

void ProblemPanel::show_state() {
  const ProblemRows& rows = review_.rows();
  wxString state = counts_words(rows);
  if (state.empty()) state = review_.task() != nullptr ? _("Looking for problems...") : _("No problems");
  state_->SetLabelText(state);
  state_->SetToolTip(state);
  const auto at = current();
  fix_->Enable(at.has_value());
  if (at) fix_->SetLabel(fix_words(rows.row(*at)));
  const bool can_be_mended = at && !std::holds_alternative<std::monostate>(rows.row(*at).finding.fix);
  fix_all_->Enable(can_be_mended);
}

void ProblemPanel::go_to_current() {
  if (const auto at = current()) host_.go_to(ProblemRow(review_.rows().row(*at)));
}

void ProblemPanel::fix_current() {
  const auto at = current();
  if (!at) return;
  const ProblemRow row = review_.rows().row(*at);
  host_.go_to(row);
  if (!std::holds_alternative<std::monostate>(row.finding.fix)) {
    host_.mend({row.finding});
  } else if (row.finding.problem.code == ProblemCode::MissingAttribute) {
    host_.fill_in(row.finding.problem.details.front());
  } else {
    host_.go_to_text();
  }
}

void ProblemPanel::fix_all() {
  const auto at = current();
  if (!at) return;
  const ProblemCode kind = review_.rows().row(*at).finding.problem.code;
  std::vector<Finding> findings = review_.rows().shown_findings();
  findings.erase(std::remove_if(findings.begin(), findings.end(),
                                [kind](const Finding& finding) { return finding.problem.code != kind; }),
                 findings.end());
  host_.mend(findings);
}

void ProblemPanel::update(const EditorEvent& event) {
  if (event.document && where_->GetSelection() == kThisDocument) filter();
}

/// The check that is under way, or none.
void ProblemPanel::watch() {
  slow_.Stop();
  if (watched_ == review_.task()) return;
  watched_ = review_.task();
  if (watched_ != nullptr) {
    progress_->watch(*watched_, _("Looking for problems..."));
  } else {
    progress_->finish();
  }
}

void ProblemPanel::take_in_problems() {
  if (review_.task() == nullptr || watched_ != nullptr) {
    watch();
  } else if (!slow_.IsRunning()) {
    slow_.StartOnce(kSlowMilliseconds);
  }
  if (IsShown()) show_rows();
}

}  // namespace mitjul
