#include "import/json_lines.h"

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

Items list_of(std::string_view bytes) {
  const TempFolder folder;
  Items items;
  items.problems = read_json_list(folder.write("🚀.json", bytes), "items", [&](const json& object, std::size_t line) {
    items.texts.push_back(object.dump());
    items.lines.push_back(line);
    return true;
  });
  return items;
}

TEST(JsonLinesTest, AListIsAnArrayOrStandsInAnObject) {
  const Items array = list_of("\xEF\xBB\xBF [ {\"a\":\"🚀 ]}\\\"\"},\n\n{\"b\":[{}]} ]\n");
  EXPECT_THAT(array.texts, ElementsAre(R"({"a":"🚀 ]}\""})", R"({"b":[{}]})"));
  EXPECT_THAT(array.lines, ElementsAre(1U, 3U));
  EXPECT_THAT(array.problems, IsEmpty());
  const Items inside = list_of("{\"x\":{\"items\":[{}]},\"y\":\"items\",\"items\" : [{\"c\":1}],\"z\":0}");
  EXPECT_THAT(inside.texts, ElementsAre(R"({"c":1})"));
  EXPECT_THAT(inside.problems, IsEmpty());
  EXPECT_THAT(list_of("[]").problems, IsEmpty());
}

TEST(JsonLinesTest, WhatIsNoListIsSaid) {
  EXPECT_THAT(found(list_of("").problems), ElementsAre("1:invalid-json"));
  EXPECT_THAT(found(list_of("🚀").problems), ElementsAre("1:invalid-json"));
  EXPECT_THAT(found(list_of("{\"x\":[]}").problems), ElementsAre("1:missing-field"));
  EXPECT_THAT(found(list_of("{\"x\":[").problems), ElementsAre("1:invalid-json"));
  EXPECT_THAT(found(list_of("[").problems), ElementsAre("1:invalid-json"));
  EXPECT_THAT(found(list_of("[7]").problems), ElementsAre("1:invalid-json"));
  EXPECT_THAT(found(list_of("[{},]").problems), ElementsAre("1:invalid-json"));
  EXPECT_THAT(found(list_of("[{} {}]").problems), ElementsAre("1:invalid-json"));
  EXPECT_THAT(found(list_of("[{},\n{\"a\":}]").problems), ElementsAre("2:invalid-json"));
  EXPECT_THAT(found(list_of("[{\"a\":\"🚀").problems), ElementsAre("1:invalid-json"));
}

TEST(JsonLinesTest, WhatIsNestedWithoutEndIsRefusedBeforeItTakesMemory) {
  EXPECT_THAT(found(list_of("[{\"a\":" + std::string(1'000'000, '[')).problems), ElementsAre("1:invalid-json"));
  std::vector<Problem> problems;
  EXPECT_FALSE(parse_json("[" + std::string(100'000'000, ',') + "]", problems));
}

TEST(JsonLinesTest, AFileThatIsNotThereIsAnError) {
  EXPECT_THROW(read_json_list("/없음/🚀.json", "items", {}), Error);
  EXPECT_THROW(read_json_lines("/없음/🚀.jsonl", {}), Error);
}

}  // namespace
}  // namespace mitjul
