#include "ui/transfers.h"

#include <wx/intl.h>

#include "core/file_io.h"
#include "core/version.h"
#include "export/project_source.h"
#include "import/formats.h"
#include "korean/unit.h"
#include "messages/export_words.h"
#include "messages/schema_words.h"
#include "messages/sentences.h"
#include "storage/project_file.h"
#include "ui/annotation_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

void add(wxString& sentences, const wxString& sentence) { sentences += (sentences.empty() ? "" : " ") + sentence; }

}  // namespace

BackgroundTask::Work import_work(const std::filesystem::path& project, const AnnotatorKey& annotator,
                                 const std::vector<std::filesystem::path>& paths,
                                 std::function<void(const ImportReport&)> done) {
  return [project, annotator, paths, done = std::move(done)](const Progress& progress) {
    Workspace workspace(std::make_unique<ProjectFile>(project), now, units);
    workspace.work_as(annotator);
    const ImportReport report = import_files(workspace, {paths, nullptr, ""}, progress);
    return [done, report] { done(report); };
  };
}

BackgroundTask::Work export_work(const std::filesystem::path& project, const ExportFormat& format,
                                 const std::filesystem::path& out, std::function<void(const ExportResult&)> done) {
  return [project, &format, out, done = std::move(done)](const Progress& progress) {
    refuse_to_replace_project(out);
    ProjectFile file(project);
    ProjectExport wanted{{}, out, now(), std::string("mitjul ") + kVersion, units, annotation_reader(format.id)};
    wanted.profile.format = format.id;
    const ExportResult result = export_project(file, project, wanted, progress).front().result;
    return [done, result] { done(result); };
  };
}

wxString summary_of(const ImportReport& report) {
  if (!report.refused.empty()) {
    return wxString::Format(_("Nothing was imported. %s"), to_wx(sentence(report.refused.front())));
  }
  unsigned added = 0;
  unsigned merged = 0;
  unsigned present = 0;
  for (const ImportedRow& row : report.rows) {
    switch (row.arrival.kind) {
      case Arrival::Kind::Added: ++added; break;
      case Arrival::Kind::Merged: ++merged; break;
      case Arrival::Kind::Present: ++present; break;
    }
  }
  wxString sentences;
  if (added > 0) {
    add(sentences, wxString::Format(wxPLURAL("%s document came in.", "%s documents came in.", added), grouped(added)));
  }
  if (merged > 0) {
    add(sentences, wxString::Format(wxPLURAL("%s document that was there got new annotations.",
                                             "%s documents that were there got new annotations.", merged),
                                    grouped(merged)));
  }
  if (present > 0) {
    add(sentences,
        wxString::Format(wxPLURAL("%s document was there already.", "%s documents were there already.", present),
                         grouped(present)));
  }
  const auto skipped = static_cast<unsigned>(report.skipped.size());
  if (skipped > 0) {
    add(sentences,
        wxString::Format(wxPLURAL("%s file was skipped.", "%s files were skipped.", skipped), grouped(skipped)));
  }
  if (sentences.empty()) sentences = _("There was nothing to import.");
  return sentences;
}

wxArrayString details_of(const ImportReport& report) {
  wxArrayString sentences;
  for (const Problem& problem : report.refused) sentences.Add(to_wx(sentence(problem)));
  for (const ImportedRow& row : report.rows) {
    for (const Problem& problem : row.arrival.problems) sentences.Add(to_wx(sentence(problem)));
  }
  for (const Problem& problem : report.notices) sentences.Add(to_wx(sentence(problem)));
  for (const Problem& problem : report.skipped) sentences.Add(to_wx(sentence(problem)));
  return sentences;
}

wxString summary_of(const ExportResult& result, const std::filesystem::path& out) {
  const auto annotations = static_cast<unsigned>(result.annotations);
  const auto documents = static_cast<unsigned>(result.documents);
  wxString sentences = wxString::Format(_("Exported to %s and verified:"), to_wx(path_to_utf8(out)));
  add(sentences, wxString::Format(wxPLURAL("%s document,", "%s documents,", documents), grouped(documents)));
  add(sentences, wxString::Format(wxPLURAL("%s annotation.", "%s annotations.", annotations), grouped(annotations)));
  if (!result.losses.empty()) add(sentences, _("The format could not hold everything."));
  return sentences;
}

wxArrayString details_of(const ExportResult& result) {
  wxArrayString sentences;
  for (const ExportLoss& loss : result.losses) {
    sentences.Add(to_wx(std::visit([](auto what) { return words(what); }, loss.what)) + ": " + grouped(loss.count));
  }
  return sentences;
}

std::vector<std::filesystem::path> paths_from(const wxArrayString& names) {
  std::vector<std::filesystem::path> paths;
  for (const wxString& name : names) paths.push_back(path_from_utf8(to_utf8(name)));
  return paths;
}

}  // namespace mitjul
