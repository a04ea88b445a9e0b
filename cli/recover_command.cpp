#include "cli/commands.h"
#include "core/error.h"
#include "core/file_io.h"
#include "core/time.h"
#include "messages/language.h"
#include "messages/sentences.h"
#include "storage/recovery.h"

namespace mitjul {

namespace {

void print(const RecoveryReport& report, Output& output) {
  for (const RecoveryCount& count : report.counts) {
    output.row(
        {{"kind", count.kind}, {"known", count.saved + count.lost}, {"saved", count.saved}, {"lost", count.lost}});
  }
  for (const RecoveryLoss& loss : report.losses) {
    output.row({{"kind", loss.kind},
                {"state", to_string(loss.state)},
                {"document", loss.document},
                {"name", loss.name},
                {"label", loss.label},
                {"quote", loss.quote},
                {"note", loss.note}});
  }
}

}  // namespace

int run_recover(const Arguments& arguments, Output& output) {
  RecoveryReport report;
  try {
    report = recover_project(path_from_utf8(arguments.project), path_from_utf8(arguments.out), now());
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::NotAProject) throw;  // its sentence names the command that this is
    output.refusal(fill({"Nothing of a project can be read in “{0}”; no new one was made.",
                         "‘{0}’에서 프로젝트로 읽을 수 있는 것이 없어 새 프로젝트를 만들지 않았습니다."},
                        {arguments.project}));
    return 3;
  }
  output.done = true;
  print(report, output);
  if (report.everything()) {
    output.note(fill(
        {"Everything that was in “{0}” is in the new project.", "‘{0}’에 있던 것을 모두 새 프로젝트에 담았습니다."},
        {arguments.project}));
    return 0;
  }
  output.note(fill({"Not everything in “{0}” could be saved: the lines with lost, part or unknown say what. In the new "
                    "project, edits made before cannot be undone.",
                    "‘{0}’에서 살리지 못한 것이 있습니다. lost, part, unknown이라고 적힌 줄을 확인해 주세요. 새 "
                    "프로젝트에서는 이전 작업을 되돌릴 수 없습니다."},
                   {arguments.project}));
  return 1;
}

}  // namespace mitjul
