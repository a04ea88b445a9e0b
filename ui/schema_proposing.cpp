#include "ui/schema_proposing.h"

#include <algorithm>

namespace mitjul {

bool only_proposes(const Workspace& workspace) {
  return !workspace.settings().may_change_schema(workspace.annotator());
}

SchemaStep change_or_propose(Editor& editor, const SchemaOperation& operation, const AskWhy& ask) {
  using Kind = SchemaStep::Kind;
  editor.workspace().refresh();
  const auto refused_or = [](Kind kind, Editor::Refusal refused) {
    return SchemaStep{refused ? Kind::Refused : kind, std::move(refused)};
  };
  if (!only_proposes(editor.workspace())) return refused_or(Kind::Performed, editor.change_schema(operation));
  // Before anybody gives reasons for what cannot be.
  const SchemaAfter after = schema_after(editor.schema(), operation);
  if (!after.problems.empty()) return {Kind::Refused, after.problems.front()};
  const std::optional<std::string> why = ask(operation);
  if (!why) return {Kind::LetGo};
  return refused_or(Kind::Proposed, editor.propose(operation, *why));
}

Edit owner_edit(const Workspace& workspace, const AnnotatorKey& owner) {
  SettingsChange change{workspace.settings(), workspace.settings()};
  change.after.schema_owner = owner;
  const bool locks = owner == workspace.annotator();
  return {owner.empty() ? "unlock-schema" : locks ? "lock-schema" : "hand-over-schema", {change}};
}

Edit rename_edit(const Workspace& workspace, const std::string& name) {
  SchemaChange change{workspace.schema(), workspace.schema()};
  change.after.name = name;
  change.after.draft = true;
  return {"rename-schema", {std::move(change)}};
}

Edit lock_edit(const Workspace& workspace) {
  const bool lock = workspace.settings().schema_owner.empty();
  return owner_edit(workspace, lock ? workspace.annotator() : AnnotatorKey());
}

std::size_t proposals_to_decide(const Workspace& workspace) {
  if (workspace.settings().schema_owner != workspace.annotator()) return 0;
  const auto& proposals = workspace.proposals();
  return static_cast<std::size_t>(std::count_if(proposals.begin(), proposals.end(), [](const SchemaProposal& proposal) {
    return proposal.state == ProposalState::Open;
  }));
}

}  // namespace mitjul
