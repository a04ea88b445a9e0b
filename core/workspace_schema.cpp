// What a workspace does with its schema, and with what is proposed for it.

#include <algorithm>
#include <iterator>

#include "core/workspace.h"

namespace mitjul {
namespace {

/// An edit that is refused, or one that has nothing to do.
Outcome nothing_done(std::optional<Problem> refused = std::nullopt) {
  Outcome outcome;
  outcome.refused = std::move(refused);
  return outcome;
}

/// The schema that an operation makes; nothing where it leaves everything as it is. It may have problems.
std::optional<SchemaAfter> changed_by(const SchemaOperation& operation, const Schema& present) {
  SchemaAfter after = schema_after(present, operation);
  if (!after.problems.empty()) return after;
  after.schema.draft = present.draft;
  if (after.schema == present) return std::nullopt;
  after.schema.draft = true;
  return after;
}

}  // namespace

Outcome Workspace::schema_edit(const SchemaOperation& operation) {
  std::optional<SchemaAfter> after = changed_by(operation, schema_);
  if (!after) return nothing_done();
  if (!after->problems.empty()) return nothing_done(std::move(after->problems.front()));
  SchemaEditMaker maker(schema_, std::move(after->schema), operation);
  show_what_is_concerned(maker);
  Outcome outcome;
  outcome.edit = maker.take();
  return outcome;
}

Outcome Workspace::change_schema(const SchemaOperation& operation) {
  const std::string name(name_of(operation));
  const auto transaction = store_->begin({name, annotator_, clock_(), EditKind::Do, 0});
  refresh();
  const std::set<DocumentKey> open_before = open_documents();
  Outcome outcome = schema_edit(operation);
  if (outcome.done() && !outcome.edit.changes.empty()) {
    return carry_out(*transaction, std::move(outcome.edit), EditKind::Do, 0, open_before);
  }
  close_all_but(open_before);
  return outcome;
}

SchemaEffect Workspace::effect_of(const SchemaOperation& operation) {
  refresh();
  SchemaAfter after = schema_after(schema_, operation);
  if (!after.problems.empty()) return {};
  SchemaEditMaker maker(schema_, std::move(after.schema), operation);
  const std::set<DocumentKey> open_before = open_documents();
  show_what_is_concerned(maker);
  close_all_but(open_before);
  return maker.effect();
}

void Workspace::show_what_is_concerned(SchemaEditMaker& maker) {
  if (maker.labels().empty()) return;
  for (const DocumentKey& key : store_->documents_with(maker.labels())) maker.add(open(key));
  maker.add(gazetteer());
}

Outcome Workspace::publish_schema(const std::set<std::string>& unchanged) {
  refresh();
  if (!schema_.draft) return {};
  return perform({"publish-schema", {SchemaChange{schema_, published(schema_, store_->last_published(), unchanged)}}});
}

Outcome Workspace::propose(const SchemaOperation& operation, const std::string& comment) {
  const Time time = clock_();
  const auto transaction = store_->begin({"propose", annotator_, time, EditKind::Do, 0});
  refresh();
  const std::optional<SchemaAfter> after = changed_by(operation, schema_);
  if (!after) return nothing_done();
  if (!after->problems.empty()) return nothing_done(after->problems.front());
  const SchemaProposal proposal{transaction->take_proposal_number(), annotator_, time, comment, operation,
                                part_of(schema_, operation)};
  return carry_out(*transaction, {"propose", {ProposalChange{proposal.number, std::nullopt, proposal}}}, EditKind::Do,
                   0, open_documents());
}

Outcome Workspace::accept(std::int64_t proposal, const std::string& answer) {
  return decide(proposal, ProposalState::Accepted, answer);
}

Outcome Workspace::decline(std::int64_t proposal, const std::string& answer) {
  return decide(proposal, ProposalState::Declined, answer);
}

Outcome Workspace::decide(std::int64_t number, ProposalState state, const std::string& answer) {
  const bool accepts = state == ProposalState::Accepted;
  const Time time = clock_();
  const std::string name = accepts ? "accept-proposal" : "decline-proposal";
  const auto transaction = store_->begin({name, annotator_, time, EditKind::Do, 0});
  refresh();
  const auto found = std::find_if(proposals_.begin(), proposals_.end(),
                                  [&](const SchemaProposal& proposal) { return proposal.number == number; });
  if (found == proposals_.end()) {
    return nothing_done(make_problem(ProblemCode::UnknownProposal, {std::to_string(number)}));
  }
  if (found->state != ProposalState::Open) {
    return nothing_done(make_problem(ProblemCode::ProposalDecided, {std::to_string(number)}));
  }
  const std::set<DocumentKey> open_before = open_documents();
  Outcome made;
  if (accepts) {
    SchemaOperation operation = found->operation;
    if (auto outdated = bring_up_to_date(operation, found->seen, schema_)) return nothing_done(std::move(outdated));
    made = schema_edit(operation);
    if (!made.done()) {
      close_all_but(open_before);
      return made;
    }
  }
  made.edit.name = name;
  SchemaProposal decided = *found;
  decided.state = state;
  decided.decided_by = annotator_;
  decided.decided = time;
  decided.answer = answer;
  made.edit.changes.emplace_back(ProposalChange{number, *found, std::move(decided)});
  return carry_out(*transaction, std::move(made.edit), EditKind::Do, 0, open_before);
}

void Workspace::apply_to_proposals(const ProposalChange& change) {
  const auto place =
      std::lower_bound(proposals_.begin(), proposals_.end(), change.number,
                       [](const SchemaProposal& each, std::int64_t number) { return each.number < number; });
  if (!change.before) {
    proposals_.insert(place, *change.after);
  } else if (change.after) {
    *place = *change.after;
  } else {
    proposals_.erase(place);
  }
}

}  // namespace mitjul
