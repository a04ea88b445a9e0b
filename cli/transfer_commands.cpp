#include "cli/commands.h"
#include "cli/format_ids.h"
#include "cli/interruptible.h"
#include "cli/session.h"
#include "core/file_io.h"
#include "import/decode.h"
#include "import/import_files.h"
#include "messages/language.h"
#include "messages/sentences.h"

namespace mitjul {

namespace {

LabelMapping labels_of(const std::vector<std::string>& given) {
  LabelMapping labels;
  for (const std::string& each : given) {
    const std::size_t equals = each.find('=');
    if (equals == 0 || equals == std::string::npos) {
      throw WrongUsage{
          fill({"“{0}” is not of the form FOREIGN=LABEL.", "‘{0}’은(는) 파일의라벨=라벨 꼴이 아닙니다."}, {each})};
    }
    labels[each.substr(0, equals)] = each.substr(equals + 1);
  }
  return labels;
}

[[noreturn]] void unknown_labels(const std::vector<std::string>& labels) {
  std::string all;
  for (const std::string& label : labels) all += (all.empty() ? "" : ", ") + label;
  throw WrongUsage{fill({"No file has a label “{0}”, which --map names; nothing was imported.",
                         "--map에 적은 ‘{0}’ 라벨이 있는 파일이 없습니다. 아무것도 가져오지 않았습니다."},
                        {all})};
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
  request.labels = labels_of(arguments.labels_for);
  Session session(arguments.project, arguments.annotator);
  const Interruptible interruptible;
  const ImportReport report = import_files(session.workspace(), request, Interruptible::go_on);
  if (!report.refused.empty()) throw Refusal{report.refused};
  if (!report.unknown_labels.empty()) {
    for (const Problem& problem : report.skipped) output.note(sentence(problem));  // one of them may have the label
    unknown_labels(report.unknown_labels);
  }
  output.done = report.number != 0;
  for (const ImportedRow& row : report.rows) {
    const DocumentInfo& info = row.arrival.info;
    for (const Problem& problem : row.arrival.problems) output.note(sentence(problem));
    if (row.arrival.kind == Arrival::Kind::Added && info.code_points == 0) output.note(no_text_sentence(info.name));
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
  // The rest of the folder is in; a script must hear that these annotations are not.
  return report.annotations_skipped ? 1 : 0;
}

}  // namespace mitjul
