#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.h"
#include "cli/format_ids.h"
#include "cli/session.h"
#include "core/file_io.h"
#include "core/schema_operation.h"
#include "core/utf8.h"
#include "export/formats.h"
#include "export/schema_formats.h"
#include "import/formats.h"
#include "import/schema_formats.h"
#include "messages/language.h"
#include "messages/schema_words.h"
#include "messages/sentences.h"

namespace mitjul {
namespace {

Schema schema_from(const std::filesystem::path& path, Output& output) {
  SchemaFile file = read_schema(path);
  if (!file.problems.empty()) throw Refusal{std::move(file.problems)};
  for (const SchemaLoss& loss : file.losses) output.note(sentence(loss, path_to_utf8(path.filename())));
  return std::move(file.schema);
}

void print_schema(const Schema& schema, const Arguments& arguments, Output& output) {
  const std::string id = arguments.format.empty() ? "mitjul-xml" : arguments.format;
  const SchemaExportFormat* const format = find_schema_export_format(id);
  if (format == nullptr) unknown_format(id, ids_of(schema_export_formats()));
  const WrittenSchema written = format->write(schema);
  if (arguments.out.empty()) {
    output.raw(written.files.front().bytes);
    for (const SchemaLoss& loss : written.losses) output.note(sentence(loss));
    for (std::size_t i = 1; i < written.files.size(); ++i) {
      output.note(
          fill({"With --out there is also a “{0}”.", "--out을 주면 ‘{0}’ 파일도 만듭니다."}, {written.files[i].name}));
    }
    return;
  }
  const std::filesystem::path out = path_from_utf8(arguments.out);
  refuse_to_replace_project(out);
  put_in_place(written, out);
  output.done = true;
  output.row({{"out", arguments.out}, {"format", id}, {"labels", schema.labels.size()}});
  for (const SchemaLoss& loss : written.losses) {
    output.row({{"loss", to_string(loss.what)}, {"count", loss.count}});
  }
}

/// A preset, or else a file. What looks like neither is a preset that does not exist.
Schema schema_named(const std::string& name, Output& output) {
  if (auto found = preset(name)) return *std::move(found);
  const std::filesystem::path path = path_from_utf8(name);
  std::error_code unknown;
  if (!path.has_extension() && !path.has_parent_path() && !std::filesystem::exists(path, unknown)) {
    throw WrongUsage{fill({"There is no preset “{0}”; there are: {1}.", "‘{0}’ 프리셋이 없습니다. 있는 것: {1}."},
                          {name, fmt::format("{}", fmt::join(preset_names(), ", "))})};
  }
  return schema_from(path, output);
}

void print_format(Output& output, const char* direction, std::string_view id, std::string_view name,
                  const std::string& extensions, std::string_view holds) {
  output.row({{"direction", direction}, {"id", id}, {"name", name}, {"extensions", extensions}, {"holds", holds}});
}

}  // namespace

int run_new(const Arguments& arguments, Output& output) {
  const Schema schema = schema_named(arguments.schema, output);
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
    print_schema(session.workspace().schema(), arguments, output);
    return 0;
  }
  const Schema& present = session.workspace().schema();
  Schema wanted = schema_from(path_from_utf8(arguments.set), output);
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
