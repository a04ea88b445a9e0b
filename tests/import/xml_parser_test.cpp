#include "import/xml_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "core/error.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

using testing::ElementsAre;

/// Notes what it meets: `<name`, `text`, `>` with its depth.
class Noted : public XmlEvents {
 public:
  explicit Noted(char separator = 0, XmlParser::Doctype doctype = XmlParser::Doctype::Refused)
      : parser(*this, separator, doctype) {}

  void start(std::string_view name, const char** attributes) override {
    std::string noted = "<" + std::string(name);
    for (; *attributes != nullptr; attributes += 2) noted += std::string(" ") + attributes[0] + "=" + attributes[1];
    events.push_back(noted);
    if (name == "stop") parser.stop();
    if (name == "throw") throw std::runtime_error("thrown");
  }
  void end() override { events.push_back(">" + std::to_string(parser.depth())); }
  void characters(std::string_view text) override { events.emplace_back(text); }

  /// Byte by byte. The problem as `line: words`; empty where there is none.
  std::string read(std::string_view xml) {
    const auto problem = parser.parse([xml](char* buffer, std::size_t) mutable {
      const std::size_t count = xml.copy(buffer, 1);
      xml.remove_prefix(count);
      return count;
    });
    if (!problem) return "";
    EXPECT_EQ(problem->code, ProblemCode::MalformedXml);
    return std::to_string(problem->place.line) + ": " + problem->details.at(0);
  }

  XmlParser parser;
  std::vector<std::string> events;
};

TEST(XmlParserTest, HandsOverWhatItMeetsInItsOrder) {
  Noted plain;
  EXPECT_EQ(plain.read("<a x='🚀'>글<b/></a>"), "");
  EXPECT_THAT(plain.events, ElementsAre("<a x=🚀", "글", "<b", ">2", ">1"));
  Noted spaces('|');
  EXPECT_EQ(spaces.read("<p:a xmlns:p='urn:x'/>"), "");
  EXPECT_THAT(spaces.events, ElementsAre("<urn:x|a", ">1"));
}

TEST(XmlParserTest, NothingFollowsAStop) {
  Noted noted;
  EXPECT_EQ(noted.read("<a><stop/>글<b></a>"), "") << "not even what is wrong behind it";
  EXPECT_THAT(noted.events, ElementsAre("<a", "<stop"));
}

TEST(XmlParserTest, WhatAnEventThrowsComesThrough) {
  Noted noted;
  EXPECT_THROW(noted.read("<a><throw/></a>"), std::runtime_error);
}

TEST(XmlParserTest, WhatIsNoXmlIsAProblemInItsLine) {
  EXPECT_EQ(Noted().read("<a>\n🚀\n</b>"), "3: mismatched tag");
  EXPECT_EQ(Noted().read(""), "1: no element found");
}

TEST(XmlParserTest, ADoctypeMayBePassedOverWhereItDeclaresNothing) {
  const std::string bare = "<!DOCTYPE html>\n<html/>";
  const std::string declaring = "<!DOCTYPE html [<!ENTITY a 'b'>]>\n<html>&a;</html>";
  EXPECT_NE(Noted().read(bare), "");
  EXPECT_EQ(Noted(0, XmlParser::Doctype::PassedOverIfBare).read(bare), "");
  EXPECT_EQ(Noted(0, XmlParser::Doctype::PassedOverIfBare).read(declaring),
            "1: it has a document type declaration (DOCTYPE)");
}

TEST(XmlParserTest, ElementsInMoreThanSixtyThreeOthersAreRefused) {
  const auto nested = [](int depth) {
    std::string xml;
    for (int i = 0; i < depth; ++i) xml += "<a>";
    for (int i = 0; i < depth; ++i) xml += "</a>";
    return xml;
  };
  EXPECT_EQ(Noted().read(nested(64)), "");
  EXPECT_EQ(Noted().read(nested(65)), "1: its elements are nested too deeply");
  EXPECT_EQ(Noted().read(nested(1'000'000)), "1: its elements are nested too deeply");
}

TEST(XmlParserTest, TheBytesOfAFileAreThoseOfTheFile) {
  const TempFolder folder;
  const ReadBytes next = bytes_of_file(folder.write("가.xml", "🚀<a/>"));
  std::string buffer(5, '\0');
  EXPECT_EQ(next(buffer.data(), 5), 5U);
  EXPECT_EQ(buffer, "🚀<");
  EXPECT_EQ(next(buffer.data(), 5), 3U);
  EXPECT_EQ(next(buffer.data(), 5), 0U);
  EXPECT_THROW(bytes_of_file(folder / "없음.xml"), Error);
}

}  // namespace
}  // namespace mitjul
