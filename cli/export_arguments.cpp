#include "cli/export_arguments.h"

#include <algorithm>
#include <charconv>

#include "cli/format_ids.h"
#include "export/project_source.h"
#include "import/word_list.h"
#include "messages/language.h"

namespace mitjul {
namespace {

[[noreturn]] void wrong_value(const std::string& option, const std::string& value) {
  throw WrongUsage{
      fill({"{0} cannot be “{1}” (see --help).", "{0}에는 ‘{1}’을(를) 쓸 수 없습니다(--help 참고)."}, {option, value})};
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
          fill({"The option {0} of {1} cannot be “{2}”.", "{1} 형식의 {0} 옵션에는 ‘{2}’을(를) 쓸 수 없습니다."},
               {name, std::string(format.id), value})};
    }
    values[name] = value;
  }
  return values;
}

std::set<SetState> states_of(const Arguments& arguments) {
  std::set<SetState> states;
  for (const std::string& given : arguments.states) {
    const auto state = parse_set_state(given);
    if (!state) wrong_value("--state", given);
    states.insert(*state);
  }
  return states;
}

std::uint64_t seed_of(const std::string& given) {
  std::uint64_t seed = 0;
  const char* const end = given.data() + given.size();
  const auto [stopped, error] = std::from_chars(given.data(), end, seed);
  if (error != std::errc() || stopped != end) wrong_value("--seed", given);
  return seed;
}

std::set<std::string> labels_of(const std::vector<std::string>& given, const Schema& schema) {
  std::set<std::string> labels;
  for (const std::string& each : given) {
    const Label* const label = label_meant(schema, each);
    if (label == nullptr) throw Refusal{{make_problem(ProblemCode::UnknownLabel, {each})}};
    labels.insert(label->id);
  }
  return labels;
}

ExportProfile stored_profile(const std::string& name, Session& session) {
  for (ExportProfile& profile : session.file().export_profiles()) {
    if (profile.name == name) return std::move(profile);
  }
  throw Refusal{{make_problem(ProblemCode::UnknownProfile, {name})}};
}

void choose(ExportChoice& choice, const Arguments& arguments, Session& session) {
  if (!arguments.documents.empty()) {
    choice.documents.clear();
    for (const std::string& name : arguments.documents) choice.documents.insert(session.document(name).key);
  }
  if (!arguments.by.empty()) {
    choice.annotators.clear();
    for (const std::string& name : arguments.by) choice.annotators.insert(session.annotator(name).key);
  }
  if (!arguments.labels.empty()) choice.labels = labels_of(arguments.labels, session.workspace().schema());
  if (!arguments.states.empty()) choice.states = states_of(arguments);
  if (!arguments.filter.empty()) choice.filter = arguments.filter;
  if (!arguments.curated.empty()) choice.curated = *parse_curated_sets(arguments.curated);
  if (arguments.anonymous) choice.anonymous_annotators = true;
}

}  // namespace

const ExportFormat& export_format(const std::string& id) {
  const ExportFormat* const format = find_export_format(id);
  if (format == nullptr) unknown_format(id, ids_of(export_formats()));
  return *format;
}

void check_export_arguments(const Arguments& arguments) {
  if (!arguments.format.empty()) {
    options_for(export_format(arguments.format), arguments.options);
  } else if (arguments.profile.empty()) {
    throw WrongUsage{missing_option("--format")};
  }
  states_of(arguments);
  if (!arguments.curated.empty() && !parse_curated_sets(arguments.curated)) {
    wrong_value("--curated", arguments.curated);
  }
  if (!arguments.split.empty() && !parse_split(arguments.split)) wrong_value("--split", arguments.split);
  if (!arguments.seed.empty()) seed_of(arguments.seed);
}

ExportProfile profile_asked_for(const Arguments& arguments, Session& session) {
  ExportProfile profile;
  if (!arguments.profile.empty()) profile = stored_profile(arguments.profile, session);
  if (!arguments.format.empty() && arguments.format != profile.format) {
    profile.format = arguments.format;
    profile.options.clear();
  }
  for (auto& [name, value] : options_for(export_format(profile.format), arguments.options)) {
    profile.options[name] = value;
  }
  choose(profile.choice, arguments, session);
  if (!arguments.pseudonymise.empty()) {
    profile.pseudonymise = labels_of(arguments.pseudonymise, session.workspace().schema());
  }
  if (!arguments.split.empty()) {
    const std::uint64_t seed = profile.split ? profile.split->seed : 0;
    profile.split = parse_split(arguments.split);
    profile.split->seed = seed;
  }
  if (!arguments.seed.empty()) {
    if (!profile.split) throw WrongUsage{missing_option("--split")};
    profile.split->seed = seed_of(arguments.seed);
  }
  const std::vector<Problem> problems = check_profile(profile, session.file());
  if (!problems.empty()) throw Refusal{problems};
  return profile;
}

}  // namespace mitjul
