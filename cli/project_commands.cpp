#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>

#include "cli/commands.h"
#include "cli/session.h"
#include "core/annotation_checks.h"
#include "core/error.h"
#include "core/file_io.h"
#include "core/schema_checks.h"
#include "core/schema_operation.h"
#include "core/utf8.h"
#include "export/formats.h"
#include "export/schema_xml.h"
#include "import/formats.h"
#include "import/native_xml.h"
#include "import/schema_xml.h"
#include "messages/language.h"
#include "messages/sentences.h"

namespace mitjul {
namespace {

Schema schema_from(const std::filesystem::path& path) {
  SchemaFile file = read_schema_file(path);
  if (!file.problems.empty()) throw Refusal{std::move(file.problems)};
  return std::move(file.schema);
}

/// A preset, or else a file. What looks like neither is a preset that does not exist.
Schema schema_named(const std::string& name) {
  if (auto found = preset(name)) return *std::move(found);
  const std::filesystem::path path = path_from_utf8(name);
  std::error_code unknown;
  if (!path.has_extension() && !path.has_parent_path() && !std::filesystem::exists(path, unknown)) {
    throw WrongUsage{fill({"There is no preset “{0}”; there are: {1}.", "‘{0}’ 프리셋이 없습니다. 있는 것: {1}."},
                          {name, fmt::format("{}", fmt::join(preset_names(), ", "))})};
  }
  return schema_from(path);
}

void print(const Problem& problem, Output& output) {
  output.row({{"code", to_string(problem.code)},
              {"document", problem.place.document},
              {"annotation", problem.place.annotation},
              {"line", problem.place.line},
              {"message", sentence(problem)}},
             {{"details", problem.details}});
}

void append(std::vector<Problem>& problems, std::vector<Problem> more) {
  std::move(more.begin(), more.end(), std::back_inserter(problems));
}

/// Runs `check`; damage that ends it becomes a finding, so that the rest is looked at all the same.
template <class Check>
void collect_damage(std::vector<Problem>& problems, Check check) {
  try {
    check();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::Damaged) throw;
    problems.push_back(make_problem(ProblemCode::DatabaseDamaged, {error.detail()}));
  }
}

/// Finds annotations of other documents, keeping the last few documents it had to load.
class OtherDocuments {
 public:
  explicit OtherDocuments(ProjectFile& file) : file_(file) {}

  const Annotation* find(const AnnotationRef& ref) {
    auto place = loaded_.find(ref.document);
    if (place == loaded_.end()) {
      if (!file_.has(ref.document)) return nullptr;
      if (loaded_.size() >= kMost) loaded_.clear();
      std::vector<Problem> reported_there;
      place = loaded_.emplace(ref.document, file_.load(ref.document, reported_there)).first;
    }
    return place->second.find(ref.id);
  }

 private:
  static constexpr std::size_t kMost = 16;

  ProjectFile& file_;
  std::map<DocumentKey, AnnotatedDocument> loaded_;
};

std::vector<Problem> verify_project(const Arguments& arguments) {
  std::vector<Problem> problems;
  ProjectFile file(path_from_utf8(arguments.project));
  collect_damage(problems, [&] { append(problems, file.check_file()); });
  collect_damage(problems, [&] { file.annotators(); });
  Schema schema;
  collect_damage(problems, [&] {
    schema = file.schema();
    append(problems, check_schema(schema));
  });
  OtherDocuments others(file);
  collect_damage(problems, [&] {
    for (const DocumentSummary& summary : file.documents()) {
      collect_damage(problems, [&] {
        const AnnotatedDocument document = file.load(summary.key, problems);
        append(problems, check_document(document, schema, [&](const AnnotationRef& ref) { return others.find(ref); }));
      });
    }
  });
  return problems;
}

/// References between the documents of a file: what they mean must be there, unless the document is not in the file.
std::vector<Problem> check_references_between(const std::filesystem::path& path,
                                              const std::map<AnnotationRef, Place>& references) {
  std::set<DocumentKey> documents;
  std::set<AnnotationRef> found;
  read_native_xml(path, {}, [&](const AnnotatedDocument& document) {
    const DocumentKey& key = document.document.info.key;
    documents.insert(key);
    for (auto wanted = references.lower_bound({key, {}}); wanted != references.end() && wanted->first.document == key;
         ++wanted) {
      if (document.find(wanted->first.id) != nullptr) found.insert(wanted->first);
    }
  });
  std::vector<Problem> problems;
  for (const auto& [reference, place] : references) {
    if (documents.count(reference.document) == 0 || found.count(reference) != 0) continue;
    problems.push_back({ProblemCode::UnknownAnnotation, place, {to_string(reference)}});
  }
  return problems;
}

std::vector<Problem> verify_export(const std::filesystem::path& path) {
  Schema schema;
  std::vector<Problem> broken_rules;
  std::map<AnnotationRef, Place> references;
  std::vector<Problem> problems = read_native_xml(
      path,
      [&](StreamHeader header) {
        schema = std::move(header.schema);
        append(broken_rules, check_schema(schema));
      },
      [&](const AnnotatedDocument& document) {
        append(broken_rules, check_document(document, schema, {}));
        for (const auto& [key, set] : document.sets) {
          for (const auto& [id, annotation] : set.annotations()) {
            if (annotation.relation() == nullptr) continue;
            for (const Argument& argument : annotation.relation()->arguments) {
              if (argument.target.document.empty()) continue;
              references.try_emplace(argument.target, Place{{}, 0, 0, document.document.info.name, to_string(id)});
            }
          }
        }
      });
  append(problems, std::move(broken_rules));
  if (!references.empty()) append(problems, check_references_between(path, references));
  return problems;
}

/// Whether a file is to be checked as an export: it says so, or it is XML of some kind and no project.
bool is_xml(const std::filesystem::path& path) {
  const std::string beginning = read_beginning(path, 4096);
  if (looks_like_native_xml(beginning)) return true;
  const std::size_t first = beginning.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return first != std::string::npos && beginning[first] == '<';
}

void print_format(Output& output, const char* direction, std::string_view id, std::string_view name,
                  const std::string& extensions, std::string_view holds) {
  output.row({{"direction", direction}, {"id", id}, {"name", name}, {"extensions", extensions}, {"holds", holds}});
}

}  // namespace

int run_new(const Arguments& arguments, Output& output) {
  const Schema schema = schema_named(arguments.schema);
  ProjectFile::create(path_from_utf8(arguments.project), schema, now());
  output.done = true;
  return 0;
}

int run_info(const Arguments& arguments, Output& output) {
  Session session(arguments.project, {});
  const auto line = [&](const char* name, const Output::Fields& value) {
    output.row({{"name", name}, {"value", value}});
  };
  const Schema& schema = session.workspace().schema();
  std::int64_t annotations = 0;
  std::int64_t in_trash = 0;
  std::int64_t documents = 0;
  for (const DocumentSummary& document : session.file().documents()) {
    ++(document.in_trash ? in_trash : documents);
    if (document.in_trash) continue;
    for (const SetSummary& set : document.sets) annotations += set.annotations;
  }
  line("project", path_to_utf8(session.file().path()));
  line("created", to_string(session.file().created()));
  line("schema", schema.name);
  line("schemaVersion", schema.version);
  line("labels", schema.labels.size());
  line("annotators", session.workspace().annotators().size());
  line("documents", documents);
  line("documentsInTrash", in_trash);
  line("annotations", annotations);
  line("lastEdit", session.file().last_edit());
  line("bytes", std::filesystem::file_size(session.file().path()));
  return 0;
}

int run_schema(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  if (arguments.set.empty()) {
    output.raw(schema_to_xml(session.workspace().schema()));
    return 0;
  }
  const Schema& present = session.workspace().schema();
  Schema wanted = schema_from(path_from_utf8(arguments.set));
  const int version = wanted.version;
  wanted.version = present.version;
  // What annotations under it must be reviewed for is what the texts say, not the file.
  wanted = with_revisions(present, std::move(wanted));
  if (wanted == present) return 0;
  wanted.version = std::max(version, present.version + 1);
  const Outcome outcome = session.workspace().perform({"schema", {SchemaChange{present, std::move(wanted)}}});
  if (outcome.refused) throw Refusal{{*outcome.refused}};
  output.done = true;
  return 0;
}

int run_annotators(const Arguments& arguments, Output& output) {
  Session session(arguments.project, {});
  const auto print_annotator = [&](const Annotator& annotator) {
    output.row({{"key", annotator.key.view()}, {"name", annotator.name}, {"imported", annotator.imported}});
  };
  if (arguments.add.empty()) {
    for (const Annotator& annotator : session.workspace().annotators()) print_annotator(annotator);
    return 0;
  }
  for (const Annotator& annotator : session.workspace().annotators()) {
    if (annotator.name == arguments.add) {
      throw Refusal{{make_problem(ProblemCode::DuplicateId, {arguments.add})}};
    }
  }
  if (!is_clean_text(arguments.add)) throw Refusal{{make_problem(ProblemCode::IllegalCharacter, {"--add"})}};
  const Annotator added = session.file().add_annotator(arguments.add);
  output.done = true;
  print_annotator(added);
  return 0;
}

int run_verify(const Arguments& arguments, Output& output) {
  const std::filesystem::path path = path_from_utf8(arguments.project);
  const std::vector<Problem> problems = is_xml(path) ? verify_export(path) : verify_project(arguments);
  for (const Problem& problem : problems) print(problem, output);
  return problems.empty() ? 0 : 1;
}

int run_formats(const Arguments& /*arguments*/, Output& output) {
  for (const ImportFormat& format : import_formats()) {
    print_format(output, "import", format.id, format.name, fmt::format("{}", fmt::join(format.extensions, " ")),
                 format.holds);
  }
  for (const ExportFormat& format : export_formats()) {
    print_format(output, "export", format.id, format.name, std::string(format.extension), format.holds);
  }
  return 0;
}

}  // namespace mitjul
