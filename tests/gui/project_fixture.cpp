#include "tests/gui/project_fixture.h"

#include <wx/defs.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/run_program.h"

namespace mitjul {

using Json = nlohmann::json;

void ProjectFixture::make(const std::map<std::string, std::string>& documents, const Strings& settings) const {
  cli("new", {"--schema", "claims-entities"});
  for (const auto& [name, text] : documents) cli("import", {home_.write(name, text)});
  for (const std::string& setting : settings) cli("settings", {"--set", setting});
}

void ProjectFixture::open(const std::map<std::string, std::string>& documents, const Strings& settings) {
  make(documents, settings);
  start();
}

void ProjectFixture::start() {
  editor_ = std::make_unique<EditorProgram>(home_.path(), Strings{project_});
  ASSERT_TRUE(is_back());
}

bool ProjectFixture::is_back() const {
  return editor_->wait_for_window(project_.stem().string() + " – Mitjul") && editor_->wait_for_text();
}

bool ProjectFixture::shows(const std::string& words) const {
  const std::vector<Widget> all = editor_->widgets();
  return std::any_of(all.begin(), all.end(),
                     [&](const Widget& each) { return each.text.find(words) != std::string::npos; });
}

std::string ProjectFixture::cli(const std::string& command, Strings arguments, const std::string& input) const {
  arguments.insert(arguments.begin(), {command, project_});
  RunOptions options;
  options.input = input;
  const ProgramResult result = run_cli(arguments, options);
  EXPECT_EQ(result.exit_code, 0) << command << ": " << result.err;
  return result.out;
}

Strings ProjectFixture::annotations() const {
  std::vector<Json> all;
  std::istringstream lines(cli("annotations", {"--json"}));
  for (std::string line; std::getline(lines, line);) all.push_back(Json::parse(line));
  const auto label_of = [&](const Json& id) -> std::string {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Json& each) { return each["id"] == id; });
    return found == all.end() ? "none" : (*found)["label"].get<std::string>();
  };
  Strings told;
  for (const Json& each : all) {
    std::string words = each["label"].get<std::string>();
    if (each.contains("args")) {
      for (const auto& [role, id] : each["args"].items()) words += " " + role + "=" + label_of(id);
    } else {
      words += " " + each["quote"].get<std::string>() + " @" + std::to_string(each["start"].get<int>());
    }
    words += " " + each["method"].get<std::string>();
    const Json attributes = each.value("attributes", Json::object());
    for (const auto& [id, value] : attributes.items()) words += " " + id + "=" + value.get<std::string>();
    const std::string note = each.value("note", std::string());
    if (!note.empty()) words += " note=" + note;
    told.push_back(words);
  }
  return told;
}

void ProjectFixture::go_to_eojeol(int number) {
  press_key(WXK_HOME, wxMOD_CONTROL);
  for (int i = 0; i < number; ++i) press_key(WXK_RIGHT, wxMOD_CONTROL);
}

}  // namespace mitjul
