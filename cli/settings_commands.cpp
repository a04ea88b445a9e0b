#include <algorithm>
#include <array>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/session.h"
#include "import/word_list.h"
#include "messages/language.h"
#include "messages/sentences.h"

namespace mitjul {
namespace {

/// The id of the span label that `--label` means; empty where there is none.
std::string label_of(const Arguments& arguments, const Schema& schema) {
  if (arguments.label.empty()) return {};
  const Label* const label = label_meant(schema, arguments.label);
  if (label == nullptr) throw Refusal{{make_problem(ProblemCode::UnknownLabel, {arguments.label})}};
  if (label->kind != LabelKind::Span) {
    throw Refusal{
        {make_problem(ProblemCode::WrongLabelKind, {arguments.label, std::string(to_string(label->kind)), "span"})}};
  }
  return label->id;
}

void print(const GazetteerEntry& entry, Output& output) { output.row({{"word", entry.word}, {"label", entry.label}}); }

/// The entries of the list that those of a file mean: of a word without a label, all.
std::vector<GazetteerEntry> present_ones(const GazetteerEntries& gazetteer, const std::vector<GazetteerEntry>& wanted) {
  std::vector<GazetteerEntry> present;
  for (const GazetteerEntry& entry : wanted) {
    for (auto found = gazetteer.lower_bound(entry); found != gazetteer.end() && found->word == entry.word; ++found) {
      if (entry.label.empty() || found->label == entry.label) present.push_back(*found);
    }
  }
  return present;
}

int change_words(const Arguments& arguments, Session& session, const std::string& label, Output& output) {
  const bool adding = !arguments.add.empty();
  const std::string& from = adding ? arguments.add : arguments.remove;
  Workspace& workspace = session.workspace();
  WordList list = read_word_list(read_input(from), workspace.schema(), label);
  for (Problem& problem : list.problems) {
    if (from != "-") problem.place.file = from;
    output.refusal(sentence(problem));
  }
  const std::size_t read = list.entries.size();
  GazetteerChange change;
  if (adding) {
    change.added = std::move(list.entries);
  } else {
    change.removed = present_ones(workspace.gazetteer(), list.entries);
  }
  const Outcome outcome = workspace.perform({adding ? "add-words" : "remove-words", {std::move(change)}});
  if (outcome.refused) throw Refusal{{*outcome.refused}};
  output.done = true;
  if (outcome.number != 0) {
    const auto& done = std::get<GazetteerChange>(outcome.edit.changes.front());
    for (const GazetteerEntry& entry : adding ? done.added : done.removed) print(entry, output);
  }
  return read == 0 && !list.problems.empty() ? 1 : 0;
}

/// A setting with the names of its two values.
struct Setting {
  std::string_view name;
  bool ProjectSettings::*member;
  std::string_view when_true;
  std::string_view when_false;
};

constexpr std::array<Setting, 2> kSettings{{{"suggestions", &ProjectSettings::suggestions, "on", "off"},
                                            {"particle", &ProjectSettings::particle_inside, "inside", "outside"}}};

constexpr std::string_view kSchemaOwner = "schema-owner";
constexpr std::string_view kNobody = "none";

/// Changes what `KEY=VALUE` says.
void set(ProjectSettings& settings, std::string_view assignment, const Session& session) {
  const std::size_t equals = std::min(assignment.find('='), assignment.size());
  const std::string_view value = assignment.substr(std::min(equals + 1, assignment.size()));
  if (assignment.substr(0, equals) == kSchemaOwner && !value.empty()) {
    settings.schema_owner = value == kNobody ? AnnotatorKey() : session.annotator(std::string(value)).key;
    return;
  }
  for (const Setting& setting : kSettings) {
    if (setting.name != assignment.substr(0, equals)) continue;
    if (value != setting.when_true && value != setting.when_false) continue;
    settings.*setting.member = value == setting.when_true;
    return;
  }
  throw WrongUsage{fill({"“{0}” is no setting; there are: suggestions=on|off, particle=inside|outside, "
                         "schema-owner=ANNOTATOR|none.",
                         "‘{0}’ 설정이 없습니다. 있는 것: suggestions=on|off, particle=inside|outside, "
                         "schema-owner=작업자|none."},
                        {std::string(assignment)})};
}

}  // namespace

int run_words(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  const std::string label = label_of(arguments, session.workspace().schema());
  if (!arguments.add.empty() || !arguments.remove.empty()) return change_words(arguments, session, label, output);
  for (const GazetteerEntry& entry : session.workspace().gazetteer()) {
    if (label.empty() || entry.label == label) print(entry, output);
  }
  return 0;
}

int run_settings(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  Workspace& workspace = session.workspace();
  SettingsChange change{workspace.settings(), workspace.settings()};
  for (const std::string& assignment : arguments.options) set(change.after, assignment, session);
  if (change.before != change.after) {
    const Outcome outcome = workspace.perform({"settings", {change}});
    if (outcome.refused) throw Refusal{{*outcome.refused}};
    output.done = true;
  }
  for (const Setting& setting : kSettings) {
    const bool value = workspace.settings().*setting.member;
    output.row({{"name", setting.name}, {"value", value ? setting.when_true : setting.when_false}});
  }
  const AnnotatorKey& owner = workspace.settings().schema_owner;
  output.row({{"name", kSchemaOwner}, {"value", owner.empty() ? std::string(kNobody) : session.annotator_name(owner)}},
             {{"key", owner.view()}});
  return 0;
}

}  // namespace mitjul
