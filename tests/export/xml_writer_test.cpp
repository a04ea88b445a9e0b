#include "export/xml_writer.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "core/utf8.h"
#include "core/xml_chars.h"

namespace mitjul {
namespace {

TEST(XmlWriterTest, MarkupCharactersInTextAreEscaped) {
  EXPECT_EQ(XmlWriter().text("🚀 <b> & \"x\" 'y' ]]> &amp;").str(), "🚀 &lt;b&gt; &amp; \"x\" 'y' ]]&gt; &amp;amp;");
}

TEST(XmlWriterTest, LineEndsAndTabsInTextStayButACarriageReturnIsEscaped) {
  EXPECT_EQ(XmlWriter().text("🚀\n\t \r\n").str(), "🚀\n\t &#13;\n");
}

TEST(XmlWriterTest, AttributesEscapeWhatAParserWouldMakeABlank) {
  EXPECT_EQ(XmlWriter().attribute("a", "🚀\n\t\r \"<&>'").str(), " a=\"🚀&#10;&#9;&#13; &quot;&lt;&amp;&gt;'\"");
}

TEST(XmlWriterTest, AnEmptyAttributeIsWrittenUnlessItIsOptional) {
  EXPECT_EQ(XmlWriter().attribute("a", "").optional_attribute("b", "").optional_attribute("c", "🚀").str(),
            " a=\"\" c=\"🚀\"");
}

TEST(XmlWriterTest, MarkupIsWrittenAsItIs) { EXPECT_EQ(XmlWriter().raw("<🚀/>&").str(), "<🚀/>&"); }

TEST(XmlWriterTest, AfterClearingNothingIsLeft) {
  XmlWriter xml;
  xml.text("🚀").clear();
  EXPECT_EQ(xml.raw("a").str(), "a");
}

TEST(XmlWriterTest, EveryCharacterThatXmlCanHoldComesBack) {
  std::string all = "🚀";
  for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61) {
    if (xml_allows(c)) append_utf8(all, c);
  }
  const std::string xml = XmlWriter().raw("<a").attribute("b", all).raw(">").text(all).raw("</a>").str();
  pugi::xml_document document;
  ASSERT_TRUE(document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata));
  EXPECT_EQ(document.child("a").text().get(), all);
  EXPECT_EQ(document.child("a").attribute("b").value(), all);
}

}  // namespace
}  // namespace mitjul
