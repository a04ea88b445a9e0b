#include "import/xml_stream.h"

#include <chrono>
#include <sstream>
#include <stdexcept>

#include "core/error.h"
#include "tests/import/reading.h"
#include "tests/support/cpu_clock.h"

namespace mitjul {
namespace {

using testing::ElementsAre;

constexpr std::string_view kNamespace = "urn:test";

/// Everything that is handed over, as lines of text.
struct Streamed {
  std::vector<std::string> calls;
  std::vector<Problem> problems;
};

std::string printed(pugi::xml_node node) {
  std::ostringstream out;
  node.print(out, "", pugi::format_raw);
  return out.str();
}

Streamed stream_file(const std::filesystem::path& path) {
  Streamed streamed;
  XmlStreamHandler handler;
  handler.containers = {"root", "root/list"};
  handler.on_container = [&](std::string_view where, pugi::xml_node attributes, std::size_t line) {
    streamed.calls.push_back(std::string(where) + " " + printed(attributes) + " @" + std::to_string(line));
  };
  handler.on_element = [&](std::string_view where, pugi::xml_node element, const XmlLines& lines) {
    streamed.calls.push_back(std::string(where) + " < " + printed(element) + " @" +
                             std::to_string(lines.line(element)));
  };
  streamed.problems = read_xml_stream(path, kNamespace, handler);
  return streamed;
}

Streamed stream(std::string_view xml) {
  const TempFolder folder;
  return stream_file(folder.write("🚀 파일.xml", xml));
}

/// The text of the one element `<a>` in the root.
std::string text_in(const std::string& content) {
  const TempFolder folder;
  std::string text;
  XmlStreamHandler handler;
  handler.containers = {"root"};
  handler.on_container = [](std::string_view, pugi::xml_node, std::size_t) {};
  handler.on_element = [&](std::string_view, pugi::xml_node element, const XmlLines&) { text = text_of(element); };
  const auto path = folder.write("a.xml", "<root xmlns=\"urn:test\"><a>" + content + "</a></root>");
  EXPECT_THAT(found(read_xml_stream(path, kNamespace, handler)), ElementsAre());
  return text;
}

TEST(XmlStreamTest, ContainersAreWalkedThroughAndOtherElementsComeAsTrees) {
  const Streamed streamed = stream(
      "<root xmlns=\"urn:test\" x=\"🚀\">\n"
      "  <one y=\"1\">가<b/>나</one>\n"
      "  <list>\n"
      "    <one/>\n"
      "    <list>다</list>\n"
      "  </list>\n"
      "</root>\n");
  EXPECT_THAT(found(streamed.problems), ElementsAre());
  EXPECT_THAT(streamed.calls,
              ElementsAre("root <root x=\"🚀\"/> @1", "root < <one y=\"1\">가<b/>나</one> @2", "root/list <list/> @3",
                          "root/list < <one/> @4", "root/list < <list>다</list> @5"));
}

TEST(XmlStreamTest, LinesAreKnownForEveryElementOfATree) {
  const TempFolder folder;
  std::vector<std::size_t> seen;
  XmlStreamHandler handler;
  handler.on_element = [&](std::string_view, pugi::xml_node element, const XmlLines& lines) {
    seen = {lines.line(element), lines.line(element.first_child()), lines.line(element.last_child()),
            lines.line(element.parent())};
  };
  const auto path = folder.write("a.xml", "<a xmlns=\"urn:test\"\n  y=\"🚀\n\"><b>\n\n</b><c/></a>");
  EXPECT_THAT(read_xml_stream(path, kNamespace, handler), ElementsAre());
  EXPECT_THAT(seen, ElementsAre(1U, 3U, 5U, 0U));
}

TEST(XmlStreamTest, ThePrefixOfTheNamespaceDoesNotMatter) {
  const Streamed streamed = stream("<n:root xmlns:n=\"urn:test\"><n:one/><two xmlns=\"urn:test\"/></n:root>");
  EXPECT_THAT(found(streamed.problems), ElementsAre());
  EXPECT_THAT(streamed.calls, ElementsAre("root <root/> @1", "root < <one/> @1", "root < <two/> @1"));
}

TEST(XmlStreamTest, ElementsOfOtherNamespacesAreProblemsWithTheirLine) {
  EXPECT_THAT(found(stream("<root/>").problems), ElementsAre("1:unexpected-element"));
  EXPECT_THAT(found(stream("<root xmlns=\"urn:test:2\"/>").problems), ElementsAre("1:unexpected-element"));
  EXPECT_THAT(found(stream("<root xmlns=\"urn:test\">\n<one>\n<x xmlns=\"urn:other\"/></one></root>").problems),
              ElementsAre("3:unexpected-element"));
}

TEST(XmlStreamTest, AttributesOfOtherNamespacesArePassedOver) {
  const Streamed streamed =
      stream("<root xmlns=\"urn:test\" xmlns:o=\"urn:other\"><one xml:space=\"preserve\" o:y=\"1\" z=\"2\"/></root>");
  EXPECT_THAT(found(streamed.problems), ElementsAre());
  EXPECT_THAT(streamed.calls, ElementsAre("root <root/> @1", "root < <one z=\"2\"/> @1"));
}

TEST(XmlStreamTest, WhiteSpaceIsKept) {
  EXPECT_EQ(text_in("  "), "  ");
  EXPECT_EQ(text_in("\n\t🚀  가\n\n"), "\n\t🚀  가\n\n");
  EXPECT_EQ(text_in("🚀&#13;&#10;&#9;\u0085\u2028"), "🚀\r\n\t\u0085\u2028");
  // XML 1.0, 2.11: what stands there unescaped is a line end, however it is written.
  EXPECT_EQ(text_in("🚀\r\n나\r다"), "🚀\n나\n다");
}

TEST(XmlStreamTest, TextIsOneWhetherItIsCutByCommentsCdataOrReferences) {
  EXPECT_EQ(text_in("🚀 화<!-- 웨 -->웨<![CDATA[이 <&]]>가&#x1F680;<?pi?>&lt;&gt;&amp;&quot;&apos;"),
            "🚀 화웨이 <&가🚀<>&\"'");
}

TEST(XmlStreamTest, TextLongerThanAnyBufferIsWhole) {
  std::string text;
  for (int i = 0; text.size() < 3'000'000; ++i) text += "🚀 가나다\n" + std::to_string(i);
  EXPECT_EQ(text_in(text), text);
}

TEST(XmlStreamTest, TextBetweenElementsOfAContainerIsRefused) {
  EXPECT_THAT(found(stream("<root xmlns=\"urn:test\">\n 🚀 <one/></root>").problems),
              ElementsAre("2:unexpected-element"));
}

TEST(XmlStreamTest, ADocumentTypeIsRefused) {
  const Streamed streamed = stream("<?xml version=\"1.0\"?>\n<!DOCTYPE root>\n<root xmlns=\"urn:test\"/>");
  EXPECT_THAT(found(streamed.problems), ElementsAre("2:malformed-xml"));
  EXPECT_THAT(streamed.calls, ElementsAre());
}

TEST(XmlStreamTest, AnEntityBombIsRefusedAtOnce) {
  std::string bomb = "<!DOCTYPE root [<!ENTITY e0 \"🚀\">";
  for (int i = 1; i < 60; ++i) {
    const std::string inner = "&e" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY e" + std::to_string(i) + " \"" + inner + inner + "\">";
  }
  bomb += "]><root xmlns=\"urn:test\"><one>&e59;</one></root>";
  const auto start = CpuClock::now();
  EXPECT_THAT(found(stream(bomb).problems), ElementsAre("1:malformed-xml"));
  EXPECT_LT(CpuClock::now() - start, std::chrono::seconds(2));
}

TEST(XmlStreamTest, NothingIsFetched) {
  const TempFolder folder;
  const auto secret = folder.write("secret", "비밀");
  const Streamed streamed = stream("<!DOCTYPE root [<!ENTITY x SYSTEM \"file://" + secret.string() +
                                   "\">]><root xmlns=\"urn:test\"><one>&x;</one></root>");
  EXPECT_THAT(found(streamed.problems), ElementsAre("1:malformed-xml"));
  EXPECT_THAT(streamed.calls, ElementsAre());
}

TEST(XmlStreamTest, OnlyTheFiveEntitiesOfXmlAreKnown) {
  EXPECT_THAT(found(stream("<root xmlns=\"urn:test\">\n<one>&nbsp;</one></root>").problems),
              ElementsAre("2:malformed-xml"));
}

TEST(XmlStreamTest, CharactersThatXmlCannotHoldAreRefusedEvenAsReferences) {
  for (const std::string character :
       {"&#0;", "&#1;", "&#xFFFE;", "&#xD800;", "\x01", "\xEF\xBF\xBE", "\xED\xA0\x80", "\xC0\x80"}) {
    EXPECT_THAT(found(stream("<root xmlns=\"urn:test\">\n<one>🚀" + character + "</one></root>").problems),
                ElementsAre("2:malformed-xml"))
        << testing::PrintToString(character);
  }
}

TEST(XmlStreamTest, DeepNestingIsRefusedAtOnce) {
  std::string deep = "<root xmlns=\"urn:test\">\n";
  for (int i = 0; i < 200'000; ++i) deep += "<a>";
  const auto start = CpuClock::now();
  EXPECT_THAT(found(stream(deep).problems), ElementsAre("2:malformed-xml"));
  EXPECT_LT(CpuClock::now() - start, std::chrono::seconds(2));
}

TEST(XmlStreamTest, OfATruncatedFileTheCompleteElementsComeAndThenAProblem) {
  const Streamed streamed = stream("<root xmlns=\"urn:test\">\n<one>🚀</one>\n<two>잘");
  EXPECT_THAT(streamed.calls, ElementsAre("root <root/> @1", "root < <one>🚀</one> @2"));
  EXPECT_THAT(found(streamed.problems), ElementsAre("3:malformed-xml"));
}

TEST(XmlStreamTest, WhatIsNoXmlIsAProblemInItsLine) {
  for (const std::string bytes :
       {"", " ", "🚀 기사입니다.", "{\"a\":1}", "PK\x03\x04", "<root", "<root xmlns=\"urn:test\">",
        "<root xmlns=\"urn:test\"/><root xmlns=\"urn:test\"/>", "<root xmlns=\"urn:test\"></roof>"}) {
    EXPECT_THAT(found(stream(bytes).problems), ElementsAre("1:malformed-xml")) << bytes;
  }
}

TEST(XmlStreamTest, AHugeAttributeIsReadInReasonableTime) {
  const std::string value(20'000'000, 'x');
  const auto start = CpuClock::now();
  const Streamed streamed = stream("<root xmlns=\"urn:test\"><one y=\"" + value + "🚀\"/></root>");
  EXPECT_LT(CpuClock::now() - start, std::chrono::seconds(20));
  EXPECT_THAT(found(streamed.problems), ElementsAre());
  ASSERT_EQ(streamed.calls.size(), 2U);
  EXPECT_EQ(streamed.calls.back(), "root < <one y=\"" + value + "🚀\"/> @1");
}

TEST(XmlStreamTest, TheEncodingThatTheFileStatesIsRead) {
  // UTF-16 with a byte order mark, as some programs save XML.
  std::string utf16 = "\xFF\xFE";
  for (const char c : std::string("<root xmlns=\"urn:test\"><one>")) utf16 += {c, '\0'};
  utf16 += "\x3D\xD8\x80\xDE";  // 🚀
  for (const char c : std::string("</one></root>")) utf16 += {c, '\0'};
  const Streamed streamed = stream(utf16);
  EXPECT_THAT(found(streamed.problems), ElementsAre());
  EXPECT_THAT(streamed.calls, ElementsAre("root <root/> @1", "root < <one>🚀</one> @1"));
}

TEST(XmlStreamTest, WhatACallbackThrowsComesThrough) {
  const TempFolder folder;
  const auto path = folder.write("a.xml", "<root xmlns=\"urn:test\"><one/>\n<two/></root>");
  XmlStreamHandler handler;
  handler.containers = {"root"};
  handler.on_container = [](std::string_view, pugi::xml_node, std::size_t) {};
  int elements = 0;
  handler.on_element = [&](std::string_view, pugi::xml_node, const XmlLines&) {
    ++elements;
    throw std::out_of_range("🚀");
  };
  EXPECT_THROW(read_xml_stream(path, kNamespace, handler), std::out_of_range);
  EXPECT_EQ(elements, 1) << "reading went on";
  handler.on_container = [](std::string_view, pugi::xml_node, std::size_t) { throw Error(ErrorKind::Cancelled, {}); };
  EXPECT_THROW(read_xml_stream(path, kNamespace, handler), Error);
}

TEST(XmlStreamTest, WhatIsWrongWithThePathIsAnError) {
  const TempFolder folder;
  const auto kind_of = [](const std::filesystem::path& path) {
    try {
      stream_file(path);
    } catch (const Error& error) {
      EXPECT_EQ(error.path(), path);
      return error.kind();
    }
    ADD_FAILURE() << "no error";
    return ErrorKind::Cancelled;
  };
  EXPECT_EQ(kind_of(folder / "없음.xml"), ErrorKind::NotFound);
  EXPECT_EQ(kind_of(folder.path()), ErrorKind::IsDirectory);
}

}  // namespace
}  // namespace mitjul
