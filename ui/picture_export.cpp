#include "ui/picture_export.h"

#include <algorithm>
#include <memory>

#include "core/error.h"
#include "core/file_io.h"
#include "storage/project_file.h"
#include "ui/annotation_words.h"
#include "ui/picture_dialog.h"
#include "ui/picture_job.h"
#include "ui/run_in_steps.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (fs::is_directory(folder)) return;
  if (error == std::errc::permission_denied) throw Error(ErrorKind::NoPermission, folder);
  if (error == std::errc::no_space_on_device) throw Error(ErrorKind::DiskFull, folder);
  if (error == std::errc::read_only_file_system) throw Error(ErrorKind::ReadOnly, folder);
  throw Error(ErrorKind::NotDirectory, folder, error.message());
}

PictureJob::Item shown_document(const Editor& editor, bool with_suggestions, const fs::path& place) {
  PaperContent content = paper_content(editor.document()->document, editor.set(), editor.schema());
  if (with_suggestions) {
    for (const Suggestion* const suggestion : editor.suggestions()) {
      content.suggestions.push_back(suggested_mark(*suggestion));
    }
  }
  return {[content = std::move(content)] { return content; }, place};
}

/// They are read one by one, so that memory does not grow with them.
std::vector<PictureJob::Item> all_documents(const Editor& editor, const fs::path& project, PictureFormat format,
                                            const fs::path& folder) {
  const auto file = std::make_shared<ProjectFile>(project);
  std::vector<PictureJob::Item> items;
  std::set<std::string> taken;
  for (const DocumentSummary& document : editor.documents()) {
    SetKey set = editor.set_key();
    set.document = document.key;
    const auto load = [file, set, schema = editor.schema()] {
      const AnnotatedDocument loaded = file->load(set.document);
      return paper_content(loaded.document, loaded.find_set(set), schema);
    };
    items.push_back({load, folder / path_from_utf8(picture_file_name(document.name, extension_of(format), taken))});
  }
  return items;
}

}  // namespace

std::optional<PictureResult> export_pictures(wxWindow* parent, Editor& editor, const fs::path& project) {
  PictureDialog::Offer offer;
  offer.folder = project.parent_path();
  offer.project = path_to_utf8(project.stem());
  offer.documents = editor.documents().size();
  offer.has_suggestions = !editor.suggestions().empty();
  if (editor.document() != nullptr) offer.document = editor.document()->document.info.name;
  PictureDialog dialog(parent, std::move(offer));
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;

  const fs::path place = dialog.place();
  std::vector<PictureJob::Item> items;
  if (dialog.all_documents()) {
    make_folder(place);
    items = all_documents(editor, project, dialog.format(), place);
  } else if (editor.document() != nullptr) {
    items = {shown_document(editor, dialog.with_suggestions(), place)};
  }
  PictureJob job(dialog.format(), dialog.scale(), std::move(items));
  if (!run_in_steps(
          parent, _("Exporting..."), [&job] { return job.step(); }, [&job] { return job.share(); })) {
    throw Error(ErrorKind::Cancelled, place);
  }
  return PictureResult{job.written(), place, job.left_out()};
}

wxString summary_of(const PictureResult& result) {
  if (result.written == 0 && result.left_out.GetCount() == 1) return result.left_out.front();
  const auto written = static_cast<unsigned>(result.written);
  wxString sentences =
      wxString::Format(wxPLURAL("%s document was exported to %s.", "%s documents were exported to %s.", written),
                       grouped(written), to_wx(path_to_utf8(result.place)));
  const auto left_out = static_cast<unsigned>(result.left_out.GetCount());
  if (left_out > 0) {
    sentences += " " + wxString::Format(wxPLURAL("%s was left out.", "%s were left out.", left_out), grouped(left_out));
  }
  return sentences;
}

}  // namespace mitjul
