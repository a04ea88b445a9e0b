#include "ui/sample_project.h"

#include <wx/filename.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <system_error>

#include "core/error.h"
#include "core/file_io.h"
#include "core/import_edit.h"
#include "core/system_error_name.h"
#include "core/time.h"
#include "import/annotation_lines.h"
#include "import/plain_text.h"
#include "import/schema_xml.h"
#include "korean/unit.h"
#include "storage/project_file.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolder = "밑줄 보기";
constexpr const char* kFile = "예제 기사.mitjul";
constexpr std::uint64_t kMostAnnotations = 1 << 20;  // bytes

/// How far an article has been annotated.
enum class Done { All, Half, Nothing };

struct Sample {
  const char* name;
  Done done;
};

constexpr std::array kSamples{Sample{"반도체-수출", Done::All}, Sample{"로봇-대담", Done::All},
                              Sample{"풍력-찬반", Done::Half}, Sample{"야시장-매출", Done::Nothing}};

SetState state_of(Done done) {
  return done == Done::All ? SetState::Finished : done == Done::Half ? SetState::InProgress : SetState::New;
}

fs::path samples_folder() {
  const wxString program = wxPathOnly(wxStandardPaths::Get().GetExecutablePath());
  fs::path folder;
  for (const wxString& each :
       {program + "/samples", program + "/../share/mitjul/samples", wxString::FromUTF8(MITJUL_SAMPLES_DIR)}) {
    folder = path_from_utf8(to_utf8(each));
    std::error_code unknown;
    if (fs::is_directory(folder, unknown)) break;
  }
  return folder;
}

/// Spans up to `end`, and relations between them; labels of the document are for who has read all of it.
std::vector<Annotation> up_to(const std::vector<Annotation>& annotations, TextPos end) {
  std::vector<Annotation> kept;
  std::set<AnnotationId> ids;
  for (const Annotation& annotation : annotations) {
    const Spans* const spans = annotation.spans();
    if (spans == nullptr || spans->end() > end) continue;
    ids.insert(annotation.id);
    kept.push_back(annotation);
  }
  for (const Annotation& annotation : annotations) {
    const Relation* const relation = annotation.relation();
    if (relation == nullptr) continue;
    const auto& arguments = relation->arguments;
    const bool is_tied = std::all_of(arguments.begin(), arguments.end(),
                                     [&](const Argument& each) { return ids.count(each.target.id) != 0; });
    if (is_tied) kept.push_back(annotation);
  }
  return kept;
}

/// The annotations of a file of annotation lines, with the provisional ids that they have there.
std::vector<Annotation> read_annotations(const fs::path& path, const SetKey& set) {
  const AnnotationLines lines = read_annotation_lines(read_file(path, kMostAnnotations), set);
  if (!lines.problems.empty()) throw Error(ErrorKind::Damaged, path);
  std::vector<Annotation> annotations;
  for (const Change& change : lines.edit.changes) annotations.push_back(*std::get<AnnotationChange>(change).after);
  return annotations;
}

/// The ids for good, of a document that has no other annotations.
void number(std::vector<Annotation>& annotations) {
  const auto settle = [](AnnotationId& id) { id.number = -id.number; };
  for (Annotation& annotation : annotations) {
    settle(annotation.id);
    auto* const relation = std::get_if<Relation>(&annotation.anchor);
    if (relation == nullptr) continue;
    for (Argument& argument : relation->arguments) settle(argument.target.id);
  }
}

AnnotatedDocument read_sample(const Sample& sample, const fs::path& samples, const AnnotatorKey& annotator) {
  const fs::path article = samples / "articles" / path_from_utf8(std::string(sample.name) + ".txt");
  ImportedDocument imported = read_plain_text(article, "");
  if (!imported.document) throw Error(ErrorKind::Damaged, article);
  AnnotatedDocument document;
  document.document = *std::move(imported.document);
  if (sample.done == Done::Nothing) return document;

  const SetKey key{document.document.info.key, annotator, false};
  const fs::path lines = samples / "annotations" / path_from_utf8(std::string(sample.name) + ".jsonl");
  std::vector<Annotation> annotations = read_annotations(lines, key);
  if (sample.done == Done::Half) {
    annotations = up_to(annotations, TextPos(document.document.text.length() / 2));
  }
  number(annotations);
  AnnotationSet& set = document.set(key);
  set.set_state(state_of(sample.done));
  const Time time = now();
  for (Annotation& annotation : annotations) {
    annotation.provenance.created = time;
    annotation.provenance.schema_version = 1;
    set.put(std::move(annotation));
  }
  return document;
}

void fill(const fs::path& project, const fs::path& samples) {
  Workspace workspace(std::make_unique<ProjectFile>(project), now, units);
  ImportEdit edit(workspace);
  for (const Sample& sample : kSamples) edit.add(read_sample(sample, samples, workspace.annotator()));
  edit.commit();
}

void remove_with_journal(const fs::path& project) {
  std::error_code ignored;
  fs::remove(project, ignored);
  fs::remove(fs::path(project) += "-journal", ignored);
}

fs::path place_in(const wxString& folder) {
  return path_from_utf8(to_utf8(folder)) / path_from_utf8(kFolder) / path_from_utf8(kFile);
}

}  // namespace

void make_sample_project(const fs::path& samples, const fs::path& place) {
  std::error_code error;
  if (fs::exists(place, error)) throw Error(ErrorKind::AlreadyExists, place);
  SchemaFile schema = read_schema_file(samples / "schema.xml");
  if (!schema.problems.empty()) throw Error(ErrorKind::Damaged, samples / "schema.xml");
  fs::create_directories(place.parent_path(), error);  // what cannot be made, the project will say
  const fs::path beside = fs::path(place) += ".new";
  remove_with_journal(beside);  // of a program that was ended in the middle
  ProjectFile::create(beside, schema.schema, now());
  try {
    fill(beside, samples);
    fs::rename(beside, place, error);
    if (error) throw Error(ErrorKind::InputOutput, place, system_error_name(error));
  } catch (...) {
    remove_with_journal(beside);
    throw;
  }
}

fs::path sample_project() {
  const wxStandardPaths& paths = wxStandardPaths::Get();
  const fs::path place = place_in(paths.GetDocumentsDir());
  const fs::path other_place = place_in(paths.GetUserDataDir());
  std::error_code unknown;
  for (const fs::path& each : {place, other_place}) {
    if (fs::exists(each, unknown)) return each;
  }
  const fs::path samples = samples_folder();
  try {
    make_sample_project(samples, place);
    return place;
  } catch (const Error& error) {
    // The samples themselves are not better elsewhere.
    if (error.kind() == ErrorKind::Damaged || error.kind() == ErrorKind::NotFound) throw;
  }
  make_sample_project(samples, other_place);
  return other_place;
}

}  // namespace mitjul
