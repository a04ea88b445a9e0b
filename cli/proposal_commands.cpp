#include "cli/commands.h"
#include "cli/session.h"
#include "core/schema_proposal.h"

namespace mitjul {
namespace {

/// The ids that an operation is about, each with a blank before it.
struct Subjects {
  std::string operator()(const AddLabel& added) const { return " " + added.label.id; }
  std::string operator()(const ChangeLabel& change) const { return " " + change.label.id; }
  std::string operator()(const MoveLabel& move) const {
    return " " + move.label + (move.parent.empty() ? "" : " " + move.parent);
  }
  std::string operator()(const MergeLabels& merge) const { return " " + merge.from + " " + merge.into; }
  std::string operator()(const SplitLabel& split) const { return " " + split.label + " " + split.made.id; }
  std::string operator()(const DeleteLabel& deletion) const { return " " + deletion.label; }
  std::string operator()(const ChangeGuideline&) const { return {}; }
  std::string operator()(const ReplaceSchema&) const { return {}; }
};

}  // namespace

int run_proposals(const Arguments& arguments, Output& output) {
  Session session(arguments.project, {});
  for (const SchemaProposal& proposal : session.workspace().proposals()) {
    output.row({{"number", proposal.number},
                {"state", to_string(proposal.state)},
                {"annotator", session.annotator_name(proposal.annotator)},
                {"time", to_string(proposal.time)},
                {"what", std::string(name_of(proposal.operation)) + std::visit(Subjects(), proposal.operation)},
                {"comment", proposal.comment}},
               {{"decidedBy", proposal.decided_by.empty() ? "" : session.annotator_name(proposal.decided_by)},
                {"decided", proposal.decided ? to_string(*proposal.decided) : ""},
                {"answer", proposal.answer}});
  }
  return 0;
}

}  // namespace mitjul
