#include "export/json_writer.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

namespace mitjul {
namespace {

TEST(JsonWriterTest, ValuesStandInTheOrderInWhichTheyWereTold) {
  JsonWriter json;
  json.begin_object().field("b", "🚀").field("a", std::int64_t{-3}).key("list").begin_array();
  json.number(1.5).boolean(true).null().begin_object().end_object().begin_array().end_array();
  json.end_array().field("c", false).end_object();
  EXPECT_EQ(json.str(), R"({"b":"🚀","a":-3,"list":[1.5,true,null,{},[]],"c":false})");
}

TEST(JsonWriterTest, EveryCharacterIsReadAgain) {
  std::string all = "🚀 화웨이 \u2026 \u2028 \u2029 \uFFFD";
  for (char c = 1; c < 0x7F; ++c) all += c;
  all += '\x7F';
  all += '\0';
  JsonWriter json;
  json.string(all);
  EXPECT_EQ(nlohmann::json::parse(json.str()).get<std::string>(), all);
  EXPECT_EQ(json.str().find("\xE2\x80\xA8"), std::string::npos) << "some readers end a line there";
  EXPECT_EQ(json.str().find('\n'), std::string::npos);
}

TEST(JsonWriterTest, NumbersKeepTheirValue) {
  JsonWriter json;
  json.begin_array().number(0.1).number(1.0).number(1e300).number(std::numeric_limits<std::int64_t>::min()).end_array();
  const auto read = nlohmann::json::parse(json.str());
  EXPECT_EQ(read[0].get<double>(), 0.1);
  EXPECT_EQ(read[1].get<double>(), 1.0);
  EXPECT_EQ(read[2].get<double>(), 1e300);
  EXPECT_EQ(read[3].get<std::int64_t>(), std::numeric_limits<std::int64_t>::min());
}

TEST(JsonWriterTest, PartsCanBeTakenAwayWhileItGrows) {
  JsonWriter json;
  json.begin_array().string("가");
  std::string text = json.str();
  json.clear();
  json.string("나").end_array();
  EXPECT_EQ(text + json.str(), R"(["가","나"])");
}

}  // namespace
}  // namespace mitjul
