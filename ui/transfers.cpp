#include "ui/transfers.h"

#include <wx/intl.h>

#include <algorithm>

#include "core/file_io.h"
#include "export/split.h"
#include "korean/unit.h"
#include "messages/sentences.h"
#include "storage/project_file.h"
#include "ui/annotation_words.h"
#include "ui/export_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

/// A line about some wordings, where there are any.
void add_words(wxArrayString& sentences, const wxString& sentence, const std::vector<std::string>& words) {
  wxString all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + to_wx(word);
  if (!all.empty()) sentences.Add(wxString::Format(sentence, all));
}

void add(wxString& sentences, const wxString& sentence) { sentences += (sentences.empty() ? "" : " ") + sentence; }

}  // namespace

BackgroundTask::Work unknown_labels_work(const Schema& schema, const std::vector<std::filesystem::path>& paths,
                                         std::function<void(const std::vector<UnknownLabel>&)> done) {
  return [schema, paths, done = std::move(done)](const Progress& progress) {
    return [done, labels = find_unknown_labels(schema, paths, progress)] { done(labels); };
  };
}

BackgroundTask::Work import_work(const std::filesystem::path& project, const AnnotatorKey& annotator,
                                 const std::vector<std::filesystem::path>& paths, const LabelMapping& labels,
                                 std::function<void(const ImportReport&)> done) {
  return [project, annotator, paths, labels, done = std::move(done)](const Progress& progress) {
    Workspace workspace(std::make_unique<ProjectFile>(project), now, units);
    workspace.work_as(annotator);
    const ImportReport report = import_files(workspace, {paths, nullptr, "", labels}, progress);
    return [done, report] { done(report); };
  };
}

BackgroundTask::Work export_work(const std::filesystem::path& project, const ExportOrder& order, ExportDone done) {
  return [project, order, done = std::move(done)](const Progress& progress) {
    const ProjectExport wanted = order.wanted();
    for (const std::filesystem::path& place : places_of(wanted)) refuse_to_replace_project(place);
    ProjectFile file(project);
    const ExportReport report = export_project(file, project, wanted, progress);
    return [done, report] { done(report); };
  };
}

ExportPreview::Count preview_work(const std::filesystem::path& project, const ExportProfile& profile) {
  return [project, wanted = ExportOrder{profile, {}}.wanted()](const Progress& progress) {
    ProjectFile file(project);
    return preview_project(file, project, wanted, progress);
  };
}

ExportResult total_of(const ExportReport& report) {
  ExportResult total;
  for (const ExportedPart& part : report.parts) {
    total.documents += part.result.documents;
    total.annotations += part.result.annotations;
  }
  total.losses = losses_of(report);
  return total;
}

wxString numbers_of(const ExportResult& result) {
  const auto documents = static_cast<unsigned>(result.documents);
  return wxString::Format(wxPLURAL("%s document", "%s documents", documents), grouped(documents)) + ", " +
         count_of_annotations(result.annotations);
}

wxString part_name(const std::string& part) {
  if (part == to_string(SplitPart::Train)) return _("training");
  return part == to_string(SplitPart::Dev) ? _("development") : _("test");
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
    if (row.arrival.kind == Arrival::Kind::Added && row.arrival.info.code_points == 0)
      sentences.Add(to_wx(no_text_sentence(row.arrival.info.name)));
  }
  for (const Problem& problem : report.notices) sentences.Add(to_wx(sentence(problem)));
  for (const Problem& problem : report.skipped) sentences.Add(to_wx(sentence(problem)));
  return sentences;
}

wxString summary_of(const ExportReport& report) {
  const ExportResult total = total_of(report);
  const std::filesystem::path& first = report.parts.front().out;
  wxString sentences =
      wxString::Format(_("Exported to %s and verified: %s."),
                       to_wx(path_to_utf8(report.parts.size() == 1 ? first : first.parent_path())), numbers_of(total));
  if (!total.losses.empty()) add(sentences, _("The format could not hold everything."));
  return sentences;
}

wxArrayString details_of(const ExportReport& report) {
  wxArrayString sentences;
  for (const ExportedPart& part : report.parts) {
    sentences.Add(to_wx(path_to_utf8(part.out)) + ": " + numbers_of(part.result));
  }
  const ExportResult total = total_of(report);
  sentences.Add("");
  sentences.Add(total.losses.empty() ? _("Nothing is lost.") : _("What the format could not hold:"));
  for (const ExportLoss& loss : total.losses) sentences.Add(losses_in_words({loss}));
  add_words(sentences, _("Replaced wherever they stand, also within other words: %s"), report.single_characters);
  add_words(sentences, _("Single letters left inside other words, with how often: %s"), in_words(report.inside_words));
  add_words(sentences, _("Left, but perhaps replaced words with blanks in them, with how often: %s"),
            in_words(report.apart));
  add_words(sentences, _("Pseudonyms of earlier exports that changed, as texts say them now: %s"),
            in_words(report.changed_stand_ins));
  add_words(sentences, _("Left in ids of labels, which stay as they are: %s"), report.kept_in_ids);
  return sentences;
}

std::vector<std::filesystem::path> paths_from(const wxArrayString& names) {
  std::vector<std::filesystem::path> paths;
  for (const wxString& name : names) paths.push_back(path_from_utf8(to_utf8(name)));
  return paths;
}

}  // namespace mitjul
