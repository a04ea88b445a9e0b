#include "cli/commands.h"
#include "core/file_io.h"
#include "core/time.h"
#include "messages/language.h"
#include "messages/sentences.h"
#include "storage/recovery.h"

namespace mitjul {

int run_recover(const Arguments& arguments, Output& output) {
  const std::filesystem::path damaged = path_from_utf8(arguments.project);
  const RecoveryReport report = recover_project(damaged, path_from_utf8(arguments.out), now());
  output.done = true;
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
  if (report.everything()) {
    output.note(fill(
        {"Everything that was in “{0}” is in the new project.", "‘{0}’ 에 있던 것을 모두 새 프로젝트에 담았습니다."},
        {arguments.project}));
    return 0;
  }
  output.note(fill({"Not everything in “{0}” could be saved: the lines with lost, part or unknown say what. In the new "
                    "project, edits made before cannot be undone.",
                    "‘{0}’ 에서 살리지 못한 것이 있습니다. lost, part, unknown이라고 적힌 줄을 확인해 주세요. 새 "
                    "프로젝트에서는 이전 작업을 되돌릴 수 없습니다."},
                   {arguments.project}));
  return 1;
}

}  // namespace mitjul
