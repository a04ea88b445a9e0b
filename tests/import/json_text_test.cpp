#include "import/json_text.h"

#include "core/error.h"
#include "tests/import/reading.h"

namespace mitjul {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::IsEmpty;

struct Items {
  std::vector<std::string> texts;
  std::vector<std::size_t> lines;
  std::vector<Problem> problems;
};

Items list_of(std::string_view bytes, std::size_t most = 1000) {
  const TempFolder folder;
  Items items;
  items.problems =
      read_json_list(folder.write("🚀.json", bytes), {"items", "deep"}, [&](const json& object, std::size_t line) {
        items.texts.push_back(object.dump());
        items.lines.push_back(line);
        return items.texts.size() < most;
      });
  return items;
}

/// Line, character, why and what stands there: `2:6 unexpected }`.
std::vector<std::string> faults_in(const std::vector<Problem>& problems) {
  std::vector<std::string> faults;
  for (const Problem& problem : problems) {
    faults.push_back(std::to_string(problem.place.line) + ":");
    if (problem.code != ProblemCode::InvalidJson) faults.back() += to_string(problem.code);
    const char* between = "";
    for (const std::string& detail : problem.details) {
      if (!detail.empty()) faults.back() += between + detail;
      between = " ";
    }
  }
  return faults;
}

std::vector<std::string> faults_of_list(std::string_view bytes) { return faults_in(list_of(bytes).problems); }

std::string fault_of(std::string_view text) {
  std::vector<Problem> problems;
  EXPECT_FALSE(parse_json(text, problems, 7));
  return problems.size() == 1 ? faults_in(problems)[0] : "not one problem";
}

TEST(JsonTextTest, AListIsAnArrayOrStandsInAnObject) {
  const Items array = list_of("\xEF\xBB\xBF [ {\"a\":\"🚀 ]}\\\"\"},\n\n{\"b\":[{}]} ]\n");
  EXPECT_THAT(array.texts, ElementsAre(R"({"a":"🚀 ]}\""})", R"({"b":[{}]})"));
  EXPECT_THAT(array.lines, ElementsAre(1U, 3U));
  EXPECT_THAT(array.problems, IsEmpty());
  const Items inside = list_of("{\"x\":{\"items\":[{}]},\"y\":\"items\",\"items\" : [{\"c\":1}],\"z\":[{}]}");
  EXPECT_THAT(inside.texts, ElementsAre(R"({"c":1})"));
  EXPECT_THAT(inside.problems, IsEmpty());
  EXPECT_THAT(list_of("[]").problems, IsEmpty());
}

TEST(JsonTextTest, AMemberThatNobodyNeedsIsPassedOver) {
  const Items items = list_of(
      "{\"deep\":0,\"items\":[{\"deep\":[{\"a\":[1]},{}],\"b\":{\"deep\":7,\"c\":\"🚀\"}},{\"deep\":{},\"d\":[{\"deep\":"
      "null}]}]}");
  EXPECT_THAT(items.texts, ElementsAre(R"({"b":{"c":"🚀"}})", R"({"d":[{}]})"));
  EXPECT_THAT(items.problems, IsEmpty());
}

TEST(JsonTextTest, AFalseAnswerEndsTheReading) {
  const Items items = list_of("[{},{},}", 1);
  EXPECT_THAT(items.texts, ElementsAre("{}"));
  EXPECT_THAT(items.problems, IsEmpty());
}

TEST(JsonTextTest, WhatIsWrongIsSaidWithItsPlaceInCharacters) {
  EXPECT_EQ(fault_of(R"({"🚀":"화웨이",})"), "7:12 unexpected }");
  EXPECT_EQ(fault_of(R"({"🚀" "화웨이"})"), "7:6 unexpected \"화웨이\"");
  EXPECT_EQ(fault_of("{'a':1}"), "7:2 unexpected '");
  EXPECT_EQ(fault_of("[1 2]"), "7:4 unexpected 2");
  EXPECT_EQ(fault_of("[NaN]"), "7:2 unexpected N");
  EXPECT_EQ(fault_of("{\"🚀\":\"화"), "7:7 ends");
  EXPECT_EQ(fault_of("{\"🚀\":["), "7:6 ends");
  EXPECT_EQ(fault_of("  "), "7:2 nothing");
  EXPECT_EQ(fault_of("{} {}"), "7:4 behind {");
  EXPECT_EQ(fault_of("\"🚀\t\""), "7:3 control-character");
  EXPECT_EQ(fault_of(R"("🚀\x")"), "7:4 escape");
  EXPECT_EQ(fault_of("[1e999]"), "7:2 number 1e999");
  EXPECT_EQ(fault_of("\"\xFF\""), "7:invalid-utf8");
}

TEST(JsonTextTest, AnythingInAListThatIsNoJsonEndsIt) {
  EXPECT_THAT(faults_of_list(""), ElementsAre("1:0 nothing"));
  EXPECT_THAT(faults_of_list("{\"x\":["), ElementsAre("1:6 ends"));
  EXPECT_THAT(faults_of_list("["), ElementsAre("1:1 ends"));
  EXPECT_THAT(faults_of_list("[{},]"), ElementsAre("1:5 unexpected ]"));
  EXPECT_THAT(faults_of_list("[{} {}]"), ElementsAre("1:5 unexpected {"));
  EXPECT_THAT(faults_of_list("[{},\n{\"🚀\":}]"), ElementsAre("2:6 unexpected }"));
  EXPECT_THAT(faults_of_list("[{\"a\":\"\xC0\xC0\"}]"), ElementsAre("1:invalid-utf8"));
  EXPECT_THAT(faults_of_list("🚀"), ElementsAre("1:1 unexpected")) << "a byte of it cannot be shown";
}

TEST(JsonTextTest, WhatStandsBehindAListIsSaidWithItsLine) {
  const Items array = list_of("[{}]\n\n garbage");
  EXPECT_THAT(array.texts, ElementsAre("{}"));
  EXPECT_THAT(faults_in(array.problems), ElementsAre("3:2 behind g"));
  EXPECT_THAT(faults_of_list("[{}]\n[{}]"), ElementsAre("2:1 behind ["));
  EXPECT_THAT(faults_of_list("{\"items\":[{}]\n,x}"), ElementsAre("2:2 unexpected x"));
  EXPECT_THAT(faults_of_list("{\"items\":[{}]\n"), ElementsAre("1:14 ends"));
}

TEST(JsonTextTest, WhatIsNoObjectIsSaidAndTheRestRead) {
  const Items items = list_of("[{},7,\n\"🚀\",[{}],null,{\"a\":[1]}]");
  EXPECT_THAT(items.texts, ElementsAre("{}", R"({"a":[1]})"));
  EXPECT_THAT(found(items.problems),
              ElementsAre("1:invalid-json", "2:invalid-json", "2:invalid-json", "2:invalid-json"));
  EXPECT_EQ(items.problems[0].details[1], "no-object");
  EXPECT_THAT(found(list_of("{\"x\":[]}").problems), ElementsAre("1:missing-field"));
  EXPECT_THAT(found(list_of("7").problems), ElementsAre("1:missing-field"));
}

TEST(JsonTextTest, WhatIsNestedWithoutEndIsRefusedBeforeItTakesMemory) {
  EXPECT_THAT(faults_of_list("[{\"a\":" + std::string(1'000'000, '[')), ElementsAre("1:69 deep"));
  EXPECT_EQ(fault_of(std::string(1'000'000, '[')), "7:65 deep");
  EXPECT_EQ(fault_of("[" + std::string(100'000'000, ',') + "]"), "7:2 unexpected ,");
  std::string many = "[0";
  for (std::size_t i = 0; i < kMostJsonValues; ++i) many += ",0";
  EXPECT_EQ(fault_of(many + "]").substr(10), " many");
}

TEST(JsonTextTest, AFileThatIsNotThereIsAnError) { EXPECT_THROW(read_json_list("/없음/🚀.json", {"items"}, {}), Error); }

}  // namespace
}  // namespace mitjul
