#include "export/project_source.h"

#include <algorithm>
#include <set>

#include "core/error.h"
#include "export/write_export.h"

namespace mitjul {
namespace {

/// Annotators that the documents name, by key.
std::vector<Annotator> annotators_of(const std::vector<DocumentSummary>& documents, Store& store) {
  std::set<AnnotatorKey> needed;
  std::set<DocumentKey> chosen;
  for (const DocumentSummary& document : documents) {
    chosen.insert(document.key);
    for (const SetSummary& set : document.sets) {
      if (set.annotations > 0 || set.state != SetState::New) needed.insert(set.key.annotator);
    }
  }
  for (const auto& [document, annotator] : store.confirmers()) {
    if (chosen.count(document) != 0) needed.insert(annotator);
  }
  std::vector<Annotator> annotators = store.annotators();
  std::erase_if(annotators, [&](const Annotator& annotator) { return needed.count(annotator.key) == 0; });
  std::sort(annotators.begin(), annotators.end(), [](const Annotator& a, const Annotator& b) { return a.key < b.key; });
  return annotators;
}

/// Thrown and caught in this file: another program changed what an export has already written.
struct ChangedDuringExport {};

}  // namespace

std::vector<DocumentSummary> documents_to_export(Store& store) {
  std::vector<DocumentSummary> documents = store.documents();
  std::erase_if(documents, [](const DocumentSummary& document) { return document.in_trash; });
  return documents;
}

ExportResult export_project(Store& store, const std::filesystem::path& project, const ChooseDocuments& choose,
                            const ExportFormat& format, const std::filesystem::path& out, const ExportOptions& options,
                            const AnnotationStream& reader, const Progress& progress) {
  constexpr int kMostTries = 3;
  for (int tries = 0; tries < kMostTries; ++tries) {
    std::int64_t version = store.data_version();
    const std::vector<DocumentSummary> documents = choose();
    const Schema schema = store.schema();
    const std::vector<Annotator> annotators = annotators_of(documents, store);
    const auto load = [&](std::size_t index) {
      const DocumentKey& key = documents[index].key;
      // Read before what it tells about is looked at: what changes behind that is seen the next time.
      const std::int64_t present = store.data_version();
      if (present != version && (!store.has(key) || store.schema() != schema)) throw ChangedDuringExport();
      version = present;
      AnnotatedDocument document = store.load(key);
      if (document.document.info.in_trash != documents[index].in_trash) throw ChangedDuringExport();
      std::erase_if(document.sets, [&](const auto& entry) {
        return std::none_of(annotators.begin(), annotators.end(),
                            [&](const Annotator& annotator) { return annotator.key == entry.first.annotator; });
      });
      return document;
    };
    try {
      return write_export(format, {schema, annotators, documents.size(), load}, out, options, reader, progress);
    } catch (const ChangedDuringExport&) {
      continue;
    }
  }
  throw Error(ErrorKind::Locked, project);
}

}  // namespace mitjul
