#include <wx/dirdlg.h>
#include <wx/filedlg.h>

#include "core/error.h"
#include "core/file_io.h"
#include "ui/annotation_words.h"
#include "ui/document_list.h"
#include "ui/export_dialog.h"
#include "ui/label_mapping_dialog.h"
#include "ui/list_dialog.h"
#include "ui/main_window.h"
#include "ui/open_project.h"
#include "ui/picture_export.h"
#include "ui/printing.h"
#include "ui/task_bar.h"
#include "ui/transfers.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

bool is_project(const std::filesystem::path& path) { return path.extension() == ".mitjul"; }

}  // namespace

void MainWindow::choose_files() {
  if (busy()) return;
  wxString all;
  wxString each;
  for (const ImportFormat& format : import_formats()) {
    wxString patterns;
    for (const std::string_view extension : format.extensions) {
      if (!patterns.empty()) patterns += ";";
      patterns += "*." + to_wx(extension);
    }
    if (!all.empty()) all += ";";
    all += patterns;
    each += "|" + wxGetTranslation(to_wx(format.name)) + " (" + patterns + ")|" + patterns;
  }
  wxFileDialog dialog(this, _("Import files"), to_wx(path_to_utf8(folder())), "",
                      _("All that can be imported") + "|" + all + each + "|" + _("All files") + "|*",
                      wxFD_OPEN | wxFD_MULTIPLE | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return;
  wxArrayString names;
  dialog.GetPaths(names);
  import(paths_from(names));
}

void MainWindow::choose_folder() {
  if (busy()) return;
  wxDirDialog dialog(this, _("Import a folder with all that is below it"), to_wx(path_to_utf8(folder())),
                     wxDD_DIR_MUST_EXIST);
  if (dialog.ShowModal() == wxID_OK) import({path_from_utf8(to_utf8(dialog.GetPath()))});
}

void MainWindow::drop(const std::vector<std::filesystem::path>& paths) {
  if (paths.empty() || busy()) return;
  if (paths.size() == 1 && is_project(paths.front())) return open_project(paths.front());
  if (!project_) {
    const std::filesystem::path made = new_project();
    if (!made.empty()) open_project(made);
  }
  if (project_) import(paths);
}

/// Labels that the project does not have are asked about first.
void MainWindow::import(const std::vector<std::filesystem::path>& paths) {
  start(unknown_labels_work(editor()->schema(), paths,
                            [this, paths](const std::vector<UnknownLabel>& labels) { ask_about(labels, paths); }),
        _("Looking through the files..."), false);
}

void MainWindow::ask_about(const std::vector<UnknownLabel>& labels, const std::vector<std::filesystem::path>& paths) {
  if (labels.empty()) return import(paths, LabelMapping());
  const wxRecursionGuard here(dialogs_);
  LabelMappingDialog dialog(this, labels, editor()->schema(), workbench_->theme());
  if (dialog.ShowModal() == wxID_OK) import(paths, dialog.mapping());
}

void MainWindow::import(const std::vector<std::filesystem::path>& paths, const LabelMapping& labels) {
  start(import_work(project_->path(), editor()->workspace().annotator(), paths, labels,
                    [this](const ImportReport& report) {
                      const wxArrayString details = details_of(report);
                      const auto show = [details](wxWindow* over) { show_list(over, _("Import"), details); };
                      say(report.refused.empty() ? NoticeBar::Kind::Result : NoticeBar::Kind::Refusal,
                          summary_of(report), details.empty() ? NoticeBar::Details() : show);
                      // What was there already may be in the trash.
                      const auto listed =
                          std::find_if(report.rows.begin(), report.rows.end(), [this](const ImportedRow& row) {
                            return editor()->find_document(row.arrival.info.key) != nullptr;
                          });
                      if (editor()->document() == nullptr && listed != report.rows.end()) {
                        editor()->show(listed->arrival.info.key);
                        workbench_->go_to_text();
                      }
                    }),
        _("Importing..."), true);
}

void MainWindow::export_all() {
  if (busy()) return;
  Workspace& workspace = editor()->workspace();
  ExportDocumentsPage::Offer documents{editor()->documents(), workspace.annotators()};
  if (editor()->document() != nullptr) documents.shown = editor()->document()->document.info.key;
  if (workbench_->documents().is_filtered()) documents.listed = workbench_->documents().listed();
  const std::filesystem::path& project = project_->path();
  ExportDialog dialog(this, workspace, project_->export_preview(),
                      {project, std::move(documents), project_->last_export(), settings_.export_place(project),
                       settings_.export_page()},
                      workbench_->theme());
  const bool taken = dialog.ShowModal() == wxID_OK;
  settings_.set_export_page(dialog.page());
  if (!taken) return;
  const ExportOrder order = dialog.order();
  project_->last_export() = order;
  settings_.set_export_place(project, base_of(order.place, order.format()));
  remember(order.profile);
  start(export_work(project_->path(), order,
                    [this](const ExportReport& report) {
                      workbench_->tour().take_in_export();
                      const wxArrayString details = details_of(report);
                      say(NoticeBar::Kind::Result, summary_of(report),
                          [details](wxWindow* over) { show_list(over, _("Export"), details); });
                    }),
        _("Exporting..."), false);
}

/// For the next time the project is exported. A project that cannot be written to is exported all the same.
void MainWindow::remember(ExportProfile profile) {
  profile.name = kLastExport;
  try {
    editor()->workspace().store().put_export_profile(profile);
  } catch (const Error&) {
    return;
  }
}

void MainWindow::export_picture() {
  if (is_written() && busy()) return;
  if (editor()->documents().empty()) return say(NoticeBar::Kind::Refusal, hint());
  const auto result = export_pictures(this, *editor(), project_->path());
  if (!result) return;
  const auto show = [left_out = result->left_out](wxWindow* over) { show_list(over, _("Export"), left_out); };
  say(result->written > 0 ? NoticeBar::Kind::Result : NoticeBar::Kind::Refusal, summary_of(*result),
      result->left_out.empty() ? NoticeBar::Details() : show);
}

void MainWindow::print() {
  if (editor()->document() == nullptr) return say(NoticeBar::Kind::Refusal, _("No document is shown."));
  if (print_document(this, *editor())) return;
  say(NoticeBar::Kind::Refusal, _("The document could not be printed. Is the printer switched on and connected?"));
}

bool MainWindow::busy() {
  if (task_) say(NoticeBar::Kind::Refusal, _("Please wait until the import or export is over, or cancel it."));
  return task_ != nullptr;
}

void MainWindow::start(BackgroundTask::Work work, const wxString& what, bool writes) {
  notice_->dismiss();
  focus_before_task_ = FindFocus();
  // While documents come in, nobody else can write: edits would have to wait.
  if (writes) {
    if (!store_typed()) return;
    workbench_->Disable();
  }
  task_writes_ = writes;
  task_ = std::make_unique<BackgroundTask>(*this, std::move(work),
                                           [this](const BackgroundTask::Result& result) { finish_task(result); });
  // What writes nothing into the project may end behind the window.
  task_bar_->watch(*task_, what, [this] {
    if (!task_writes_) leave_task();
  });
}

/// Gives the window back as it was before the task.
void MainWindow::leave_task() {
  wxWindow* const focused = FindFocus();
  const bool focus_goes = focused == nullptr || focused == this || task_bar_->IsDescendant(focused);
  task_bar_->finish();
  workbench_->Enable();
  if (focus_goes && focus_before_task_ && workbench_->IsDescendant(focus_before_task_)) {
    focus_before_task_->SetFocus();
  } else if (focus_goes) {
    workbench_->go_to_text();
  }
}

void MainWindow::finish_task(const BackgroundTask::Result& result) {
  leave_task();
  task_.reset();
  guarded([this] { editor()->refresh(); });
  workbench_->flush();  // what the input method delivered meanwhile
  guarded(result);
}

}  // namespace mitjul
