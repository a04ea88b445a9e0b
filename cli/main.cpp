#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <iostream>
#include <map>

#include "cli/commands.h"
#include "cli/format_ids.h"
#include "cli/session.h"
#include "core/file_io.h"
#include "core/system_error_name.h"
#include "core/version.h"
#include "export/schema_formats.h"
#include "messages/language.h"
#include "messages/library_words.h"
#include "messages/sentences.h"

namespace mitjul {
namespace {

// docs: the exit codes are part of the contract with scripts.
constexpr int kDataSaysNo = 1;
constexpr int kWrongUsage = 2;
constexpr int kEnvironmentSaysNo = 3;
constexpr int kInterrupted = 130;

using Run = int (*)(const Arguments&, Output&);

std::string words(const Message& message) { return std::string(tr(message)); }

/// The commands with their options, and what was given.
class CommandLine {
 public:
  CommandLine()
      : app_(words({"Mitjul: annotate Korean articles offline", "밑줄: 한국어 기사에 주석을 다는 오프라인 프로그램"}),
             "mitjul-cli") {
    app_.set_help_flag("-h,--help", words({"print this help", "이 도움말을 보여 줍니다"}));
    app_.set_version_flag("--version", std::string("mitjul ") + kVersion,
                          words({"print the version", "버전을 보여 줍니다"}));
    app_.require_subcommand(1);
    add_commands();
  }

  int run(int argc, char** argv) {
    std::vector<std::string> words(argv + 1, argv + argc);
    const std::string first = words.empty() ? std::string() : words.front();
    // CLI11 takes the brackets off a file called `[단독]`, as if it were a list.
    for (std::string& word : words) {
      if (first == "import" && word.size() > 1 && word.front() == '[' && word.back() == ']') word.insert(0, "./");
    }
    std::reverse(words.begin(), words.end());
    try {
      app_.parse(std::move(words));
    } catch (const CLI::Success& asked) {  // --help, --version
      return guarded([&] { return app_.exit(asked); });
    } catch (const CLI::ParseError& error) {
      output_.refusal(usage_sentence(error, first));
      return kWrongUsage;
    }
    for (const auto& [command, function] : commands_) {
      if (command->parsed()) return guarded([this, run = function] { return run(arguments_, output_); });
    }
    return kWrongUsage;
  }

 private:
  /// What CLI11 says, in the language of the environment.
  std::string usage_sentence(const CLI::ParseError& error, const std::string& first) const {
    const std::string words = error.what();
    const auto before = [&](std::string_view end) { return words.substr(0, words.find(end)); };
    const auto behind = [&](std::string_view end) { return words.substr(words.find(end) + end.size()); };
    constexpr std::string_view kExcludes = " excludes ";
    constexpr std::string_view kRequires = " requires ";
    const bool required = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
      return fill({"“{0}” is one word too many here (see mitjul-cli --help).",
                   "‘{0}’은(는) 여기에 쓸 수 없습니다(mitjul-cli --help 참고)."},
                  app_.remaining(true));
    }
    if (required && app_.get_subcommands().empty()) {
      if (first.empty() || first[0] == '-') {
        return fill({"A command is missing (see mitjul-cli --help).", "명령이 없습니다(mitjul-cli --help 참고)."}, {});
      }
      return fill(
          {"There is no command “{0}” (see mitjul-cli --help).", "‘{0}’ 명령이 없습니다(mitjul-cli --help 참고)."},
          {first});
    }
    if (required) {
      return missing_option(before(" is required"));
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
      return fill({"“{0}” takes exactly one value (see --help).", "‘{0}’에는 값이 하나 있어야 합니다(--help 참고)."},
                  {before(":")});
    }
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
      return fill({"“{0}” and “{1}” cannot be given together (see --help).",
                   "‘{0}’ 옵션과 ‘{1}’ 옵션은 함께 쓸 수 없습니다(--help 참고)."},
                  {before(kExcludes), behind(kExcludes)});
    }
    if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr) {
      return fill({"“{0}” can only be given together with “{1}” (see --help).",
                   "‘{0}’ 옵션은 ‘{1}’ 옵션과 함께 써야 합니다(--help 참고)."},
                  {before(kRequires), behind(kRequires)});
    }
    return fill({"The call cannot be understood: {0}.", "명령을 이해할 수 없습니다: {0}."}, {library_words(words)});
  }

  CLI::App& command(const char* name, const Message& help, Run function, bool needs_project = true) {
    CLI::App* const made = app_.add_subcommand(name, words(help));
    made->set_help_flag("-h,--help", words({"print this help", "이 도움말을 보여 줍니다"}));
    made->add_flag("--json", output_.json, words({"results as JSON lines", "결과를 JSON 줄로 냅니다"}));
    made->add_flag("--quiet", output_.quiet, words({"no messages but refusals", "거부 메시지만 냅니다"}));
    if (needs_project) {
      made->add_option("PROJECT", arguments_.project, words({"the project file", "프로젝트 파일"}))->required();
    }
    commands_.emplace_back(made, function);
    return *made;
  }

  void add_annotator(CLI::App& command) {
    command.add_option(
        "--annotator", arguments_.annotator,
        words({"name or key of the annotator (default: the first)", "작업자의 이름이나 키(기본값: 첫 작업자)"}));
  }

  CLI::Option* add_document(CLI::App& command) {
    return command.add_option("DOCUMENT", arguments_.document,
                              words({"key or name of a document", "문서의 키나 이름"}));
  }

  void add_commands() {
    add_project_commands();
    add_document_commands();
    add_edit_commands();
    add_language_commands();
    add_transfer_commands();
  }

  void add_project_commands() {
    arguments_.schema = "claims-entities";
    command("new", {"make a project", "프로젝트를 만듭니다"}, run_new)
        .add_option("--schema", arguments_.schema,
                    words({"a preset or a schema file (default: claims-entities)",
                           "프리셋이나 스키마 파일(기본값: claims-entities)"}));
    command("info", {"say what is in a project", "프로젝트에 무엇이 있는지 보여 줍니다"}, run_info);
    CLI::App& schema = command("schema", {"print or replace the schema", "스키마를 보여 주거나 바꿉니다"}, run_schema);
    add_annotator(schema);
    CLI::Option* const set = schema.add_option(
        "--set", arguments_.set,
        words({"the schema file to take: Mitjul XML, brat, Label Studio or REFI-QDA, recognised by what is in it",
               "쓸 스키마 파일. 밑줄 XML, brat, Label Studio, REFI-QDA를 내용으로 알아봅니다"}));
    schema
        .add_option("--format", arguments_.format,
                    fill({"how to print it: {0} (default: mitjul-xml)", "보여 줄 형식: {0}(기본값: mitjul-xml)"},
                         {ids_of(schema_export_formats())}))
        ->excludes(set);
    schema
        .add_option("--out", arguments_.out,
                    words({"the file or folder to write instead of printing", "보여 주는 대신 쓸 파일이나 폴더"}))
        ->excludes(set);
    command("annotators", {"list the annotators, or add one", "작업자를 보여 주거나 더합니다"}, run_annotators)
        .add_option("--add", arguments_.add, words({"the name of a new annotator", "새 작업자의 이름"}));
    add_words();
    command("proposals", {"list the proposals for the schema", "스키마 변경 제안을 보여 줍니다"}, run_proposals);
    command("verify", {"check a project or an exported XML file", "프로젝트나 내보낸 XML을 검사합니다"}, run_verify);
    add_recover();
    command("formats", {"list the formats", "형식을 보여 줍니다"}, run_formats, false);
  }

  void add_recover() {
    CLI::App& recover = command("recover",
                                {"save what can be read of a damaged project into a new one",
                                 "손상된 프로젝트에서 읽을 수 있는 것을 새 프로젝트에 살립니다"},
                                run_recover, false);
    recover
        .add_option("DAMAGED", arguments_.project,
                    words({"the damaged project; it is only read", "손상된 프로젝트. 읽기만 함"}))
        ->required();
    recover.add_option("NEW", arguments_.out, words({"the project to make", "새로 만들 프로젝트"}))->required();
  }

  void add_words() {
    CLI::App& list =
        command("words", {"print the word list, or change it", "낱말 목록을 보여 주거나 바꿉니다"}, run_words);
    add_annotator(list);
    CLI::Option* const add =
        list.add_option("--add", arguments_.add,
                        words({"a file with `word` or `word,label` in each line, or - for standard input",
                               "줄마다 `낱말`이나 `낱말,라벨`이 있는 파일. -는 표준 입력"}));
    list.add_option("--remove", arguments_.remove,
                    words({"such a file; a word without a label goes with all of its labels",
                           "같은 꼴의 파일. 라벨이 없는 낱말은 모든 라벨과 함께 빠집니다"}))
        ->excludes(add);
    list.add_option("--label", arguments_.label,
                    words({"the label of words without one, or of those to print",
                           "라벨이 없는 낱말의 라벨. 목록을 볼 때는 이 라벨의 낱말만"}));
    CLI::App& settings = command(
        "settings", {"print the settings of a project, or change them", "프로젝트의 설정을 보여 주거나 바꿉니다"},
        run_settings);
    add_annotator(settings);
    settings
        .add_option(
            "--set", arguments_.options,
            words({"suggestions=on|off, particle=inside|outside or schema-owner=ANNOTATOR|none, who alone changes the "
                   "schema (may be repeated)",
                   "suggestions=on|off, particle=inside|outside, schema-owner=작업자|none(혼자 스키마를 바꾸는 "
                   "작업자). 여러 번 쓸 수 있음"}))
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false);
  }

  void add_document_commands() {
    CLI::App& documents = command("documents", {"list the documents", "문서 목록을 보여 줍니다"}, run_documents);
    add_annotator(documents);
    documents.add_flag("--trash", arguments_.trash, words({"those in the trash", "휴지통에 있는 문서"}));
    add_document(command("text", {"print a document's text", "문서의 본문을 냅니다"}, run_text))->required();
    CLI::App& annotations = command("annotations", {"print annotations", "주석을 보여 줍니다"}, run_annotations);
    add_annotator(annotations);
    add_document(annotations);
    CLI::App& trash = command("delete", {"move a document to the trash", "문서를 휴지통으로 옮깁니다"}, run_delete);
    add_annotator(trash);
    add_document(trash)->required();
    CLI::App& restore =
        command("restore", {"take a document out of the trash", "문서를 휴지통에서 꺼냅니다"}, run_restore);
    add_annotator(restore);
    add_document(restore)->required();
    CLI::App& purge = command(
        "purge", {"remove a document and every trace of it for good", "문서와 모든 흔적을 완전히 지웁니다"}, run_purge);
    add_annotator(purge);
    add_document(purge)->required();
  }

  void add_edit_commands() {
    CLI::App& annotate =
        command("annotate", {"add annotations from JSON lines", "JSON 줄로 주석을 답니다"}, run_annotate);
    add_annotator(annotate);
    add_document(annotate)->required();
    annotate.add_option("--from", arguments_.from, words({"the file, or - for standard input", "파일. -는 표준 입력"}))
        ->required();
    add_annotator(command("history", {"print the log", "작업 기록을 보여 줍니다"}, run_history));
    add_annotator(command("review",
                          {"print the annotations whose label has changed its meaning since",
                           "그 뒤에 라벨의 뜻이 바뀐 주석을 보여 줍니다"},
                          run_review));
    add_annotator(command("undo", {"undo the annotator's last edit", "작업자의 마지막 작업을 되돌립니다"}, run_undo));
    add_annotator(command("redo", {"redo what was undone", "되돌린 작업을 다시 합니다"}, run_redo));
  }

  void add_offsets(CLI::App& command) {
    command.add_option("OFFSET", arguments_.offsets,
                       words({"places in code points, or - for standard input (default: everywhere)",
                              "코드 포인트로 센 자리. -는 표준 입력(기본값: 모든 자리)"}));
  }

  void add_language_commands() {
    CLI::App& select = command(
        "select", {"say what a double click selects", "두 번 누르면 무엇이 선택되는지 보여 줍니다"}, run_select);
    add_annotator(select);
    add_document(select)->required();
    arguments_.level = "word";
    select.add_option("--level", arguments_.level,
                      words({"word, stem, eojeol, gloss, unit or paragraph (default: word)",
                             "word, stem, eojeol, gloss, unit, paragraph 가운데 하나(기본값: word)"}));
    add_offsets(select);
    CLI::App& units =
        command("units", {"print sentences and other units", "문장과 그 밖의 단위를 보여 줍니다"}, run_units);
    add_document(units)->required();
    units.add_flag("--cells", arguments_.cells, words({"glued table cells, too", "붙어 버린 표의 칸도"}));
    CLI::App& find = command("find", {"search the texts", "본문에서 찾습니다"}, run_find);
    find.add_option("QUERY", arguments_.query, words({"what to find", "찾을 말"}))->required();
    find.add_option("--mode", arguments_.mode,
                    words({"text, word, initials or regex (default: text, or initials for lone consonants)",
                           "text, word, initials, regex 가운데 하나(기본값: text. 낱자음이 있으면 initials)"}));
    find.add_option("--document", arguments_.document, words({"only this document", "이 문서만"}));
    CLI::App& occurrences = command(
        "occurrences", {"find the same words elsewhere", "같은 말이 나오는 곳을 모두 찾습니다"}, run_occurrences);
    add_annotator(occurrences);
    add_document(occurrences)->required();
    occurrences.add_option("START", arguments_.start, words({"where the words start", "말이 시작하는 자리"}))
        ->required();
    occurrences.add_option("END", arguments_.end, words({"where they end", "끝나는 자리"}))->required();
    occurrences.add_flag("--all-documents", arguments_.all_documents, words({"in all documents", "모든 문서에서"}));
    CLI::App& suggest = command("suggest", {"suggest annotations", "주석을 제안합니다"}, run_suggest);
    add_annotator(suggest);
    add_document(suggest);
    CLI::App& claim = command("claim",
                              {"say whose claim it seems to be (without places: of every unit)",
                               "주장과 그 출처를 제안합니다(자리를 주지 않으면 단위마다)"},
                              run_claim);
    add_annotator(claim);
    add_document(claim)->required();
    add_offsets(claim);
  }

  void add_transfer_commands() {
    CLI::App& import = command("import", {"bring files into the project", "파일을 프로젝트로 가져옵니다"}, run_import);
    add_annotator(import);
    import.add_option("FILE", arguments_.paths, words({"files and folders", "파일과 폴더"}))->required();
    import.add_option("--format", arguments_.format, words({"an id from `formats`", "`formats`의 형식 아이디"}));
    import.add_option("--encoding", arguments_.encoding, words({"the encoding of text files", "텍스트 파일의 인코딩"}));
    add_list(import, "--map", arguments_.labels_for,
             {"FOREIGN=LABEL, the label for annotations of that label in the files; FOREIGN= leaves them out (may be "
              "repeated)",
              "파일의라벨=라벨, 파일의 그 라벨로 된 주석에 붙일 라벨. 파일의라벨=는 그 주석을 뺌(여러 번 쓸 수 있음)"});
    CLI::App& exporting =
        command("export", {"write the annotations to a file", "주석을 파일로 내보냅니다"}, run_export);
    add_annotator(exporting);
    exporting.add_option("--out", arguments_.out,
                         words({"the file or folder to write; with --split its name is followed by -train, -dev, -test",
                                "쓸 파일이나 폴더. --split이 있으면 이름 뒤에 -train, -dev, -test가 붙음"}));
    exporting.add_option("--created", arguments_.created,
                         words({"the time to state, for repeatable files", "파일에 적을 시각"}));
    exporting.add_option("--profile", arguments_.profile,
                         words({"a named export profile; other options go before what it says",
                                "내보내기 설정의 이름. 함께 준 옵션이 먼저 쓰임"}));
    exporting.add_flag("--preview", arguments_.preview,
                       words({"write nothing, say what would be written and lost",
                              "쓰지 않고 무엇을 쓰고 무엇을 잃는지만 보여 줍니다"}));
    add_export_choice(exporting);
    CLI::App& profiles = command(
        "profiles", {"list the export profiles, save or remove one", "내보내기 설정을 보여 주거나 저장하고 지웁니다"},
        run_profiles);
    CLI::Option* const save = profiles.add_option("--save", arguments_.save,
                                                  words({"the name of a profile to make of the options, or to replace",
                                                         "옵션을 저장할 설정의 이름. 있으면 바꿈"}));
    profiles.add_option("--remove", arguments_.remove, words({"the name of a profile to remove", "지울 설정의 이름"}))
        ->excludes(save);
    profiles
        .add_option("--profile", arguments_.profile,
                    words({"a profile to begin with", "바탕으로 쓸 내보내기 설정의 이름"}))
        ->needs(save);
    for (CLI::Option* const option : add_export_choice(profiles)) option->needs(save);
  }

  CLI::Option* add_list(CLI::App& command, const char* name, std::vector<std::string>& values, const Message& help) {
    return command.add_option(name, values, words(help))->take_all()->expected(1)->allow_extra_args(false);
  }

  /// What is exported, and how: for an export, and for what is saved of one.
  std::vector<CLI::Option*> add_export_choice(CLI::App& command) {
    return {
        command.add_option("--format", arguments_.format, words({"an id from `formats`", "`formats`의 형식 아이디"})),
        add_list(command, "--option", arguments_.options, {"K=V, an option of the format", "형식의 옵션 K=V"}),
        add_list(command, "--document", arguments_.documents,
                 {"only this document (may be repeated)", "이 문서만(여러 번 쓸 수 있음)"}),
        command.add_option("--filter", arguments_.filter,
                           words({"only documents with this text in name, title or metadata",
                                  "이름, 제목, 메타데이터에 이 말이 있는 문서만"})),
        add_list(command, "--state", arguments_.states,
                 {"only annotation sets in this state: new, in-progress, finished or skipped (may be repeated)",
                  "이 상태의 주석만: new, in-progress, finished, skipped(여러 번 쓸 수 있음)"}),
        add_list(command, "--by", arguments_.by,
                 {"only what this annotator says (may be repeated)", "이 작업자의 주석만(여러 번 쓸 수 있음)"}),
        add_list(command, "--label", arguments_.labels,
                 {"only annotations of this label and those below it (may be repeated)",
                  "이 라벨과 그 아래 라벨의 주석만(여러 번 쓸 수 있음)"}),
        command.add_option("--curated", arguments_.curated,
                           words({"curated annotations: also, only or not (default: also)",
                                  "검수한 주석: also(함께), only(그것만), not(빼고). 기본값: also"})),
        command.add_flag(
            "--anonymous", arguments_.anonymous,
            words({"annotators as annotator01, annotator02 …", "작업자 이름 대신 annotator01, annotator02 …"})),
        add_list(command, "--pseudonymise", arguments_.pseudonymise,
                 {"stand-ins for the words of this label, wherever they stand (may be repeated)",
                  "이 라벨의 말을 어디에 있든 가명으로 바꿈(여러 번 쓸 수 있음)"}),
        command.add_option(
            "--split", arguments_.split,
            words({"shares of train, dev and test in percent, such as 80:10:10; near duplicates stay together",
                   "train, dev, test의 비율(%). 예: 80:10:10. 거의 같은 글은 한쪽에 모임"})),
        command.add_option("--seed", arguments_.seed,
                           words({"a number; another one splits otherwise (default: 0)",
                                  "숫자. 다른 숫자는 다르게 나눔(기본값: 0)"}))};
  }

  /// The one place where what a command throws becomes a sentence and an exit code.
  int guarded(const std::function<int()>& work) {
    try {
      const int code = work();
      output_.finish();
      return code;
    } catch (const Refusal& refusal) {
      for (const Problem& problem : refusal.problems) output_.refusal(sentence(problem));
      return kDataSaysNo;
    } catch (const WrongUsage& wrong) {
      output_.refusal(wrong.message);
      return kWrongUsage;
    } catch (const Error& error) {
      refuse(error);
      return error.kind() == ErrorKind::Cancelled ? kInterrupted : kEnvironmentSaysNo;
    } catch (const std::filesystem::filesystem_error& error) {
      refuse(Error(ErrorKind::InputOutput, error.path1(), system_error_name(error.code())));
      return kEnvironmentSaysNo;
    } catch (const std::bad_alloc&) {
      output_.refusal(output_.done ? output_lost(words({"not enough memory", "메모리 부족"}))
                                   : words({"There is not enough memory; nothing was changed.",
                                            "메모리가 부족합니다. 아무것도 바뀌지 않았습니다."}));
      return kEnvironmentSaysNo;
    }
  }

  /// Nothing has changed where an `Error` is thrown, but for one that comes when the work is done: mostly that stdout
  /// takes no more.
  void refuse(const Error& error) {
    const std::string place = path_to_utf8(error.path());
    output_.refusal(output_.done
                        ? output_lost(error.detail().empty() ? place : place + ": " + library_words(error.detail()))
                        : sentence(error));
  }

  static std::string output_lost(const std::string& why) {
    return fill({"What was asked for is done and stored, but the output could not be written ({0}).",
                 "요청한 작업은 마치고 저장했으나 결과를 출력하지 못했습니다({0})."},
                {why});
  }

  CLI::App app_;
  Arguments arguments_;
  Output output_;
  std::vector<std::pair<CLI::App*, Run>> commands_;
};

}  // namespace
}  // namespace mitjul

int main(int argc, char** argv) { return mitjul::CommandLine().run(argc, argv); }
