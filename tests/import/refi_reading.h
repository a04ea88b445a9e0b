#pragma once

// What the tests of the reader of REFI-QDA projects share.

#include "import/refi_project.h"
#include "tests/import/reading.h"
#include "tests/support/zip_file.h"

namespace mitjul {

struct RefiReading {
  StreamHeader header;
  std::vector<AnnotatedDocument> documents;
  std::vector<Problem> problems;

  /// Quotes with labels and annotators, in the order of ids: `화웨이 회사 하나`.
  std::vector<std::string> spans() const {
    std::vector<std::string> lines;
    for (const AnnotatedDocument& document : documents) {
      for (const auto& [key, set] : document.sets) {
        for (const auto& [id, annotation] : set.annotations()) {
          if (annotation.spans() == nullptr) continue;
          std::string line;
          for (const Span& segment : annotation.spans()->segments())
            line += std::string(document.document.text.slice(segment)) + "|";
          lines.push_back(line + annotation.label + "|" + name_of(key.annotator));
        }
      }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }
  std::string name_of(const AnnotatorKey& key) const {
    for (const Annotator& annotator : header.annotators)
      if (annotator.key == key) return annotator.name;
    return "?";
  }
};

inline RefiReading read_refi_file(const std::filesystem::path& path) {
  RefiReading project;
  project.problems = read_refi_project(
      path, [&](StreamHeader header) { project.header = std::move(header); },
      [&](AnnotatedDocument document) { project.documents.push_back(std::move(document)); });
  return project;
}

using ArchiveFiles = std::vector<std::pair<std::string, std::string>>;

inline RefiReading read_refi(const ArchiveFiles& files, const ZipOptions& options = {}) {
  const TempFolder folder;
  write_zip(folder / "🚀.qdpx", files, options);
  return read_refi_file(folder / "🚀.qdpx");
}

inline std::string refi_fixture(const std::string& file) {
  return bytes_of(std::string(MITJUL_FIXTURES) + "/refi-qda/" + file);
}

inline ArchiveFiles qualcoder_files() {
  return {{"Project.qde", refi_fixture("qualcoder/Project.qde")}, {"sources/글.txt", refi_fixture("qualcoder/글.txt")}};
}

/// A project with one source and these selections, each coded as ORG.
inline std::string refi_project_with(const std::string& source, const std::string& selections = "",
                                     const std::string& origin = "Test") {
  return "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"p\" origin=\"" + origin +
         "\" creationDateTime=\"2026-05-01T00:00:00Z\"><CodeBook><Codes>"
         "<Code guid=\"bbbbbbbb-0000-4000-8000-000000000001\" name=\"ORG\" isCodable=\"true\"/></Codes></CodeBook>"
         "<Sources><TextSource guid=\"eeeeeeee-0000-4000-8000-000000000001\" name=\"기사\" " +
         source + ">" + selections + "</TextSource></Sources></Project>";
}

inline std::string coded_selection(const std::string& start, const std::string& end, const std::string& name = "") {
  return "<PlainTextSelection guid=\"s" + start + "\" startPosition=\"" + start + "\" endPosition=\"" + end +
         "\" name=\"" + name +
         "\"><Coding guid=\"f\"><CodeRef targetGUID=\"bbbbbbbb-0000-4000-8000-000000000001\"/></Coding>"
         "</PlainTextSelection>";
}

inline constexpr const char* kInternalText = "plainTextPath=\"internal://1.txt\"";

inline RefiReading read_refi_text(const std::string& text, const std::string& selections,
                                  const std::string& origin = "Test") {
  return read_refi({{"project.qde", refi_project_with(kInternalText, selections, origin)}, {"Sources/1.txt", text}});
}

}  // namespace mitjul
