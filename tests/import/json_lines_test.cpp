#include "import/json_lines.h"

#include "core/error.h"
#include "tests/import/reading.h"

namespace mitjul {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(JsonLinesTest, EveryLineThatIsNotBlankIsAnObject) {
  const TempFolder folder;
  std::vector<std::string> texts;
  const auto problems =
      read_json_lines(folder.write("🚀.jsonl", "\xEF\xBB\xBF{\"a\":\"🚀\"}\r\n\n \t\n{}\n[]\n{\n{\"b\":2}"),
                      [&](const json& object, std::size_t line) {
                        texts.push_back(std::to_string(line) + object.dump());
                        return true;
                      });
  EXPECT_THAT(texts, ElementsAre(R"(1{"a":"🚀"})", "4{}", R"(7{"b":2})"));
  EXPECT_THAT(found(problems), ElementsAre("5:invalid-json", "6:invalid-json"));
  EXPECT_EQ(problems[0].details[1], "no-object");
  EXPECT_EQ(problems[1].details[1], "ends");
}

TEST(JsonLinesTest, OfManyBrokenLinesAThousandAreTold) {
  const TempFolder folder;
  std::string lines;
  for (int i = 0; i < 2000; ++i) lines += "🚀\n";
  EXPECT_EQ(read_json_lines(folder.write("🚀.jsonl", lines), {}).size(), 1000U);
}

TEST(JsonLinesTest, AnEmptyFileHasNoLines) {
  const TempFolder folder;
  EXPECT_THAT(read_json_lines(folder.write("🚀.jsonl", ""), {}), IsEmpty());
}

TEST(JsonLinesTest, AFileThatIsNotThereIsAnError) { EXPECT_THROW(read_json_lines("/없음/🚀.jsonl", {}), Error); }

}  // namespace
}  // namespace mitjul
