#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/export_arguments.h"
#include "cli/format_ids.h"
#include "cli/interruptible.h"
#include "cli/session.h"
#include "core/file_io.h"
#include "core/version.h"
#include "export/project_source.h"
#include "import/formats.h"
#include "korean/name_rules.h"
#include "korean/unit.h"
#include "messages/language.h"

namespace mitjul {
namespace {

Time time_of_export(const std::string& given) {
  if (given.empty()) return now();
  const auto time = parse_time(given);
  if (!time) {
    throw WrongUsage{fill({"“{0}” is no time of the form 2026-11-21T00:00:00Z.",
                           "‘{0}’은(는) 2026-11-21T00:00:00Z 꼴의 시각이 아닙니다."},
                          {given})};
  }
  return *time;
}

void print(const ExportReport& report, const ProjectExport& wanted, Output& output) {
  for (const ExportedPart& part : report.parts) {
    Output::Fields more = Output::Fields::object();
    if (!part.name.empty()) more["part"] = part.name;
    // A preview need not know where to.
    output.row({{"out", wanted.out.empty() ? part.name : path_to_utf8(part.out)},
                {"format", wanted.profile.format},
                {"documents", part.result.documents},
                {"annotations", part.result.annotations}},
               more);
  }
  for (const ExportLoss& loss : losses_of(report)) {
    // What is lost of relations is something else than what is lost of labels for relations.
    const bool of_schema = std::holds_alternative<SchemaFeature>(loss.what);
    output.row({{"loss", (of_schema ? "schema: " : "") + std::string(to_string(loss))}, {"count", loss.count}});
  }
}

/// What the user should know of words that were replaced.
void tell_of_pseudonyms(const ExportReport& report, Output& output) {
  const auto tell = [&](const std::vector<std::string>& wordings, const Message& message) {
    if (!wordings.empty()) output.note(fill(message, {fmt::format("{}", fmt::join(wordings, ", "))}));
  };
  tell(report.single_characters,
       {"Words of a single character were replaced wherever they stand, also in other words: {0}.",
        "한 글자로 된 말은 다른 낱말 안에서도 모두 바뀌었습니다: {0}."});
  tell(in_words(report.inside_words), {"Words of a single letter were left inside other words, so often: {0}.",
                                       "한 글자로 된 말은 다른 낱말 안에서는 그대로 두었습니다(괄호 안은 횟수): {0}."});
  tell(in_words(report.apart), {"These look like replaced words with blanks in them and were left, so often: {0}.",
                                "바꾼 말을 띄어 쓴 것으로 보이는 말은 그대로 두었습니다(괄호 안은 횟수): {0}."});
  tell(in_words(report.changed_stand_ins),
       {"Stand-ins of earlier exports had to change, as texts say them now or a new word lies in them: {0}.",
        "글에 같은 말이 생겼거나 새로 가릴 말과 겹쳐, 전에 쓴 가명을 바꾸었습니다: {0}."});
  tell(report.kept_in_ids, {"These words stand in ids of the schema, which were left as they are: {0}.",
                            "이 말은 스키마의 아이디에 들어 있어 그대로 남았습니다: {0}."});
}

template <class Keys>
Output::Fields keys_in_words(const Keys& keys) {
  Output::Fields words = Output::Fields::array();
  for (const auto& key : keys) words.push_back(key.view());
  return words;
}

void print(const ExportProfile& profile, Output& output) {
  const ExportChoice& choice = profile.choice;
  Output::Fields options = Output::Fields::array();
  for (const auto& [name, value] : profile.options) options.push_back(name + "=" + value);
  Output::Fields states = Output::Fields::array();
  for (const SetState state : choice.states) states.push_back(to_string(state));
  output.row({{"name", profile.name},
              {"format", profile.format},
              {"options", options},
              {"documents", keys_in_words(choice.documents)},
              {"filter", choice.filter},
              {"states", states},
              {"annotators", keys_in_words(choice.annotators)},
              {"labels", choice.labels},
              {"curated", to_string(choice.curated)},
              {"anonymous", choice.anonymous_annotators},
              {"pseudonymise", profile.pseudonymise},
              {"split", profile.split ? to_string(*profile.split) : std::string()},
              {"seed", profile.split ? Output::Fields(profile.split->seed) : Output::Fields()}});
}

}  // namespace

int run_export(const Arguments& arguments, Output& output) {
  if (arguments.out.empty() && !arguments.preview) throw WrongUsage{missing_option("--out")};
  check_export_arguments(arguments);
  ProjectExport wanted;
  wanted.created = time_of_export(arguments.created);
  wanted.generator = std::string("mitjul ") + kVersion;
  wanted.units = units;
  wanted.names = name_rules();
  wanted.out = path_from_utf8(arguments.out);
  Session session(arguments.project, arguments.annotator);
  wanted.profile = profile_asked_for(arguments, session);
  wanted.reader = annotation_reader(wanted.profile.format);
  const Interruptible interruptible;
  ProjectFile& file = session.file();
  if (arguments.preview) {
    const ExportReport report = preview_project(file, file.path(), wanted, Interruptible::go_on);
    print(report, wanted, output);
    tell_of_pseudonyms(report, output);
    return 0;
  }
  for (const std::filesystem::path& place : places_of(wanted)) refuse_to_replace_project(place);
  const ExportReport report = export_project(file, file.path(), wanted, Interruptible::go_on);
  output.done = true;
  print(report, wanted, output);
  tell_of_pseudonyms(report, output);
  return 0;
}

int run_profiles(const Arguments& arguments, Output& output) {
  if (!arguments.save.empty()) {
    if (!is_profile_name(arguments.save)) {
      throw WrongUsage{fill({"“{0}” cannot be the name of an export profile: one line of at most 100 characters.",
                             "‘{0}’은(는) 내보내기 설정의 이름으로 쓸 수 없습니다. 100자까지 한 줄로 적습니다."},
                            {arguments.save})};
    }
    check_export_arguments(arguments);
  }
  Session session(arguments.project, arguments.annotator);
  if (!arguments.remove.empty()) {
    if (!session.file().remove_export_profile(arguments.remove)) {
      throw Refusal{{make_problem(ProblemCode::UnknownProfile, {arguments.remove})}};
    }
    output.done = true;
    return 0;
  }
  if (!arguments.save.empty()) {
    ExportProfile profile = profile_asked_for(arguments, session);
    profile.name = arguments.save;
    session.file().put_export_profile(profile);
    output.done = true;
    print(profile, output);
    return 0;
  }
  for (const ExportProfile& profile : session.file().export_profiles()) print(profile, output);
  return 0;
}

}  // namespace mitjul
