#include <algorithm>
#include <csignal>
#include <map>
#include <set>

#include "cli/commands.h"
#include "cli/format_ids.h"
#include "cli/session.h"
#include "core/file_io.h"
#include "core/version.h"
#include "export/formats.h"
#include "export/project_source.h"
#include "import/decode.h"
#include "import/import_files.h"
#include "korean/unit.h"
#include "messages/language.h"
#include "messages/sentences.h"

namespace mitjul {
namespace {

volatile std::sig_atomic_t interrupted = 0;

/// While it lives, Ctrl+C cancels what is under way instead of ending the program in the middle of it.
class Interruptible {
 public:
  Interruptible() : previous_(std::signal(SIGINT, [](int) { interrupted = 1; })) {}
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;
  ~Interruptible() { std::signal(SIGINT, previous_); }

  static bool go_on(double /*done*/) { return interrupted == 0; }

 private:
  void (*previous_)(int);
};

Time time_of_export(const std::string& given) {
  if (given.empty()) return now();
  const auto time = parse_time(given);
  if (!time) {
    throw WrongUsage{fill({"“{0}” is no time of the form 2026-11-21T00:00:00Z.",
                           "‘{0}’ 은(는) 2026-11-21T00:00:00Z 꼴의 시각이 아닙니다."},
                          {given})};
  }
  return *time;
}

std::map<std::string, std::string> options_for(const ExportFormat& format, const std::vector<std::string>& given) {
  std::map<std::string, std::string> values;
  for (const std::string& each : given) {
    const std::size_t equals = std::min(each.find('='), each.size());
    const std::string name = each.substr(0, equals);
    const std::string value = each.substr(std::min(equals + 1, each.size()));
    const FormatOption* const option = find_option(format, name);
    if (option == nullptr) {
      throw WrongUsage{fill({"The format {0} has no option “{1}”.", "{0} 형식에는 ‘{1}’ 옵션이 없습니다."},
                            {std::string(format.id), name})};
    }
    if (!allows(*option, value)) {
      throw WrongUsage{
          fill({"The option {0} of {1} cannot be “{2}”.", "{1} 형식의 {0} 옵션에는 ‘{2}’ 을(를) 쓸 수 없습니다."},
               {name, std::string(format.id), value})};
    }
    values[name] = value;
  }
  return values;
}

/// The documents of the call, or all, by name and key.
std::vector<DocumentSummary> chosen_documents(const Arguments& arguments, Session& session) {
  if (arguments.documents.empty()) return documents_to_export(session.file());
  std::vector<DocumentSummary> documents;
  std::set<DocumentKey> chosen;
  for (const std::string& name : arguments.documents) {
    DocumentSummary document = session.document(name);
    if (chosen.insert(document.key).second) documents.push_back(std::move(document));
  }
  std::sort(documents.begin(), documents.end(), [](const DocumentSummary& a, const DocumentSummary& b) {
    return std::tie(a.name, a.key) < std::tie(b.name, b.key);
  });
  return documents;
}

}  // namespace

int run_import(const Arguments& arguments, Output& output) {
  ImportRequest request;
  for (const std::string& path : arguments.paths) request.paths.push_back(path_from_utf8(path));
  request.encoding = arguments.encoding;
  if (!arguments.encoding.empty() && !decode_as("", arguments.encoding)) {
    throw WrongUsage{fill({"There is no encoding “{0}”.", "‘{0}’ 인코딩이 없습니다."}, {arguments.encoding})};
  }
  if (!arguments.format.empty()) {
    request.format = find_import_format(arguments.format);
    if (request.format == nullptr) unknown_format(arguments.format, ids_of(import_formats()));
  }
  Session session(arguments.project, arguments.annotator);
  const Interruptible interruptible;
  const ImportReport report = import_files(session.workspace(), request, Interruptible::go_on);
  if (!report.refused.empty()) throw Refusal{report.refused};
  output.done = report.number != 0;
  for (const ImportedRow& row : report.rows) {
    const DocumentInfo& info = row.arrival.info;
    for (const Problem& problem : row.arrival.problems) output.note(sentence(problem));
    // A file whose text is there already is no document of its own; one that came with its key is.
    if (row.arrival.kind == Arrival::Kind::Present && find_import_format(row.format)->read_document != nullptr)
      continue;
    std::vector<std::string> codes;
    for (const Problem& problem : row.arrival.problems) codes.emplace_back(to_string(problem.code));
    output.row({{"key", info.key.view()},
                {"name", info.name},
                {"format", row.format},
                {"encoding", info.origin.encoding},
                {"codepoints", info.code_points},
                {"problems", row.arrival.problems.size()}},
               {{"problemCodes", codes}});
  }
  for (const Problem& problem : report.notices) output.note(sentence(problem));
  for (const Problem& problem : report.skipped) output.note(sentence(problem));
  return 0;
}

int run_export(const Arguments& arguments, Output& output) {
  const ExportFormat* const format = find_export_format(arguments.format);
  if (format == nullptr) unknown_format(arguments.format, ids_of(export_formats()));
  const ExportOptions options{time_of_export(arguments.created), std::string("mitjul ") + kVersion,
                              options_for(*format, arguments.options), units};
  Session session(arguments.project, arguments.annotator);
  if (!arguments.profile.empty()) throw Refusal{{make_problem(ProblemCode::UnknownProfile, {arguments.profile})}};
  const std::filesystem::path out = path_from_utf8(arguments.out);
  refuse_to_replace_project(out);
  const Interruptible interruptible;
  const ExportResult result = export_project(
      session.file(), session.file().path(), [&] { return chosen_documents(arguments, session); }, *format, out,
      options, annotation_reader(format->id), Interruptible::go_on);
  output.done = true;
  output.row({{"out", arguments.out},
              {"format", format->id},
              {"documents", result.documents},
              {"annotations", result.annotations}});
  for (const ExportLoss& loss : result.losses) output.row({{"loss", to_string(loss)}, {"count", loss.count}});
  return 0;
}

}  // namespace mitjul
