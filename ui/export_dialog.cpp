#include "ui/export_dialog.h"

#include <wx/display.h>

#include <algorithm>

#include "core/file_io.h"
#include "messages/sentences.h"
#include "ui/annotation_words.h"
#include "ui/export_labels_page.h"
#include "ui/export_options_page.h"
#include "ui/export_words.h"
#include "ui/failure.h"
#include "ui/format_list.h"
#include "ui/transfers.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kLinesOfLosses = 3;

/// `12 documents, 345 annotations`; of the parts of a split, documents each.
wxString sum_of(const ExportReport& report, const ExportFormat& format) {
  if (format.schema_alone) return _("The labels alone are exported.");
  const wxString sum = numbers_of(total_of(report));
  if (report.parts.size() < 2) return sum;
  wxString split;
  for (const ExportedPart& part : report.parts) {
    split += (split.empty() ? "" : ", ") + part_name(part.name) + " " + grouped(part.result.documents);
  }
  return sum + " (" + split + ")";
}

/// Where the first place is proposed: as last time where that folder is still there, or else beside the project.
std::filesystem::path first_base(const ExportDialog::Offer& offer) {
  if (offer.last) return base_of(offer.last->place, offer.last->format());
  std::error_code unknown;
  const bool there = !offer.base.empty() && std::filesystem::is_directory(offer.base.parent_path(), unknown);
  return there ? offer.base : std::filesystem::path(offer.project).replace_extension();
}

}  // namespace

ExportDialog::ExportDialog(wxWindow* parent, Workspace& workspace, ExportPreview& preview, Offer offer,
                           const Theme& theme)
    : wxDialog(parent, wxID_ANY, _("Export"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      workspace_(workspace),
      preview_(preview),
      project_(offer.project),
      base_(first_base(offer)) {
  preview_.show_with([this](const ExportPreview::Answer& answer) { show(answer); });
  const int gap = FromDIP(8);
  profiles_ = new ExportProfileBar(
      this, workspace_.store(),
      {[this] { return order().profile; }, [this](const ExportProfile& profile) { take_from_project(profile); },
       [this](const wxString& sentence) { say(sentence); }});
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  const wxSizerFlags row = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap * 3 / 2);
  sizer->Add(profiles_, row);
  sizer->Add(make_body(offer.documents, theme), wxSizerFlags(row).Proportion(1));
  sizer->Add(make_sum(), row);
  place_ = new PlaceField(this, _("&Place"));
  sizer->Add(place_, row);
  trouble_ = new FieldNote(this);
  sizer->Add(trouble_, row);
  sizer->Add(make_export_buttons(this, [this] { accept(); }), wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizer(sizer);
  Bind(wxEVT_CHAR_HOOK, &ExportDialog::on_key, this);

  if (offer.last) {
    take(offer.last->profile);
  } else if (profiles_->last() != nullptr) {
    take_from_project(*profiles_->last());
  } else {
    take({});
  }
  if (offer.last || profiles_->last() != nullptr) profiles_->select_last();
  if (offer.page < pages_.size()) book_->SetSelection(offer.page);
  fit_screen();
  formats_->SetFocus();
}

ExportDialog::~ExportDialog() { preview_.stop(); }

wxSizer* ExportDialog::make_body(const ExportDocumentsPage::Offer& documents, const Theme& theme) {
  formats_ = new FormatList(this, theme, [this] { choose_format(); });
  formats_->SetMinSize({formats_->best_width(FromDIP(360)), FromDIP(200)});
  book_ = new wxNotebook(this, wxID_ANY);
  book_->SetName(_("What is exported"));
  const auto changed = [this] { count(); };
  add_page(new ExportDocumentsPage(book_, documents, changed), _("Documents and Annotators"));
  add_page(new ExportLabelsPage(book_, workspace_.schema(), changed), _("Labels and Pseudonyms"));
  options_ = new ExportOptionsPage(book_, changed);
  add_page(options_, _("Options and Split"));
  auto* const columns = new wxBoxSizer(wxHORIZONTAL);
  columns->Add(formats_, wxSizerFlags().Expand());
  columns->Add(book_, wxSizerFlags(1).Expand().Border(wxLEFT, FromDIP(12)));
  return columns;
}

void ExportDialog::add_page(ExportPage* page, const wxString& name) {
  pages_.push_back(page);
  book_->AddPage(page, name);
}

wxSizer* ExportDialog::make_sum() {
  sum_ = new wxStaticText(this, wxID_ANY, "");
  losses_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                           wxTE_MULTILINE | wxTE_READONLY | wxTE_WORDWRAP);
  losses_->SetName(_("What the format loses"));
  losses_->SetMinSize({-1, kLinesOfLosses * losses_->GetCharHeight() + FromDIP(12)});
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(sum_, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
  sizer->Add(losses_, wxSizerFlags().Expand());
  return sizer;
}

/// As large as it needs to be, but no larger than the screen.
void ExportDialog::fit_screen() {
  wxSize best = GetBestSize();
  best.IncTo(FromDIP(wxSize(1080, 650)));
  best.DecTo(wxDisplay(GetParent()).GetClientArea().GetSize() - FromDIP(wxSize(40, 60)));
  SetMinSize(FromDIP(wxSize(640, 480)));
  SetSize(best);
  CentreOnParent();
}

void ExportDialog::on_key(wxKeyEvent& event) {
  const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
  if (!enter || FindFocus() != formats_) return event.Skip();
  accept();
}

// --- Choices ---

ExportOrder ExportDialog::order() const {
  ExportOrder order;
  order.profile.format = formats_->format().id;
  for (const ExportPage* const page : pages_) page->put_into(order.profile);
  order.place = place_->place();
  return order;
}

void ExportDialog::take(const ExportProfile& profile) {
  taking_ = true;
  const ExportFormat* const format = find_export_format(profile.format);
  formats_->select(format == nullptr ? export_formats().front() : *format);
  choose_format();
  for (ExportPage* const page : pages_) page->show(profile);
  taking_ = false;
  say({});
  count();
}

void ExportDialog::take_from_project(const ExportProfile& profile) {
  take(profile);
  try {
    wxString sentences;
    for (const Problem& problem : check_profile(profile, workspace_.store())) {
      sentences += (sentences.empty() ? "" : " ") + to_wx(sentence(problem));
    }
    say(sentences);
  } catch (...) {
    say(failure_sentence());
  }
}

void ExportDialog::choose_format() {
  const ExportFormat& format = formats_->format();
  options_->offer(format);
  book_->Enable(!format.schema_alone);
  if (format_ != nullptr) base_ = base_of(place_->place(), *format_);
  format_ = &format;
  propose_place();
  count();
}

void ExportDialog::propose_place() {
  const std::filesystem::path place = proposed_place(base_, *format_);
  if (format_->container == Container::Folder) return place_->offer_folder(place);
  const wxString extension = to_wx(format_->extension);
  place_->offer_file(place, name_of(*format_) + " (*." + extension + ")|*." + extension);
}

// --- What comes of it ---

void ExportDialog::count() {
  if (taking_) return;
  const auto wrong =
      std::find_if(pages_.begin(), pages_.end(), [](const ExportPage* page) { return !page->objection().empty(); });
  if (wrong == pages_.end()) return preview_.ask(preview_work(project_, order().profile));
  preview_.let_go();
  sum_->SetLabel("");
  losses_->ChangeValue((*wrong)->objection());
}

void ExportDialog::show(const ExportPreview::Answer& answer) {
  if (!answer.failure.empty()) {
    sum_->SetLabel("");
    losses_->ChangeValue(answer.failure);
  } else if (answer.report.parts.empty()) {
    sum_->SetLabel(_("Counting..."));
    losses_->ChangeValue("");
  } else {
    const wxString losses = losses_in_words(total_of(answer.report).losses);
    sum_->SetLabel(wxControl::EscapeMnemonics(sum_of(answer.report, formats_->format())));
    losses_->ChangeValue(losses.empty() ? _("Nothing is lost.") : wxString::Format(_("Lost: %s"), losses));
  }
}

void ExportDialog::say(const wxString& sentence) {
  trouble_->say(sentence);
  Layout();
}

bool ExportDialog::is_ready() {
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const wxString objection = pages_[i]->objection();
    if (objection.empty()) continue;
    book_->SetSelection(i);
    pages_[i]->go_to_objection();
    say(objection);
    return false;
  }
  try {
    check_places(order());
    return true;
  } catch (...) {
    place_->take_focus();
    say(failure_sentence());
    return false;
  }
}

bool ExportDialog::may_replace() {
  const std::vector<std::filesystem::path> files = replaced_by(order());
  if (files.empty()) return true;
  wxString names;
  for (const std::filesystem::path& file : files) names += (names.empty() ? "" : ", ") + to_wx(path_to_utf8(file));
  return confirm_replacing(this, wxString::Format(_("There is already a file %s. Replace it?"), names), GetTitle());
}

void ExportDialog::accept() {
  if (place_->place().empty()) {
    place_->take_focus();
    return say(_("Say where to export to."));
  }
  if (!is_ready()) return;
  say({});
  if (!may_replace()) return;
  EndModal(wxID_OK);
}

}  // namespace mitjul
