#include "ui/guideline_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string html(std::string_view markdown) { return render_guideline(markdown).html; }

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(GuidelineHtmlTest, MarkdownIsRendered) {
  EXPECT_EQ(html("🚀 **쓸 때**: *이름*과 `코드`"), "<p>🚀 <b>쓸 때</b>: <i>이름</i>과 <code>코드</code></p>");
  EXPECT_EQ(html("- 하나\n- 둘"), "<ul><li>하나</li><li>둘</li></ul>");
  EXPECT_EQ(html("1. 하나"), "<ol><li>하나</li></ol>");
  EXPECT_EQ(html("> 인용"), "<blockquote><p>인용</p></blockquote>");
  EXPECT_THAT(html("| 가 | 나 |\n|---|---|\n| 1 | 2 |"), HasSubstr("<td>1</td><td>2</td>"));
}

TEST(GuidelineHtmlTest, HeadingsAreListedWithTheirPlaces) {
  const GuidelinePage page = render_guideline("# 🚀 지침\n\n## 규칙 1. *제목*은\n\n## 규칙 1. *제목*은\n");
  ASSERT_EQ(page.headings.size(), 3U);
  EXPECT_EQ(page.headings[1].text, "규칙 1. 제목은");
  EXPECT_EQ(page.headings[0].level, 1);
  EXPECT_EQ(page.headings[2].level, 2);
  for (const GuidelineHeading& heading : page.headings) {
    EXPECT_EQ(count(page.html, "<a name=\"" + heading.anchor + "\">"), 1U) << heading.text;
  }
  EXPECT_NE(page.headings[1].anchor, page.headings[2].anchor);
}

TEST(GuidelineHtmlTest, HtmlIsShownAsTheTextThatItIs) {
  for (const char* const hostile :
       {"<script>alert(1)</script>", "🚀 <img src=\"file:///etc/passwd\">", "<a href=\"https://example.invalid\">x</a>",
        "<!-- 몰래 -->", "<meta http-equiv=\"refresh\" content=\"0\">", "<div onclick=x>\n<b>굵게\n</div>",
        "[<img src=x>](#a)", "![<img src=x>](x)", "`<img src=x>`", "```\n<img src=x>\n```", "# <img src=x>",
        "&lt;img src=x&gt;", "&#60;img src=x&#62;"}) {
    const std::string page = html(hostile);
    for (const char* const element : {"<script", "<img", "<meta", "<div", "<!--", "<a href=\"http"}) {
      EXPECT_THAT(page, Not(HasSubstr(element))) << hostile;
    }
  }
  EXPECT_EQ(html("<b>굵게</b> & \"그대로\""), "<p>&lt;b&gt;굵게&lt;/b&gt; &amp; &quot;그대로&quot;</p>");
  EXPECT_EQ(html("&lt;b&gt; &#54620; &없음;"), "<p>&lt;b&gt; 한 &amp;없음;</p>");
}

TEST(GuidelineHtmlTest, OnlyLinksWithinTheGuidelineCanBeFollowed) {
  EXPECT_EQ(html("[여기](https://example.invalid/a)"), "<p>여기 (https://example.invalid/a)</p>");
  EXPECT_EQ(html("<https://example.invalid/a>"), "<p>https://example.invalid/a</p>");
  EXPECT_EQ(html("![그림](https://example.invalid/a.png)"), "<p>그림</p>");
  EXPECT_EQ(html("[규칙](#규칙-7\"><img>)"), "<p><a href=\"#규칙-7img\">규칙</a></p>");

  const GuidelinePage page = render_guideline("# Rule One!\n\n# 규칙 7. 말\n\n[말](#규칙-7-말)");
  ASSERT_NE(find_heading(page.headings, "#규칙-7-말"), nullptr);
  EXPECT_EQ(find_heading(page.headings, "#규칙-7-말")->text, "규칙 7. 말");
  EXPECT_EQ(find_heading(page.headings, "#rule-one")->text, "Rule One!");
  EXPECT_EQ(find_heading(page.headings, "#nowhere"), nullptr);
  EXPECT_EQ(find_heading(page.headings, "rule-one"), nullptr);
}

TEST(GuidelineHtmlTest, WhatIsNestedTooDeeplyKeepsItsWords) {
  const std::string deep = html(std::string(20000, '>') + " 🚀 바닥");
  EXPECT_THAT(deep, HasSubstr("🚀 바닥"));
  EXPECT_LE(count(deep, "<blockquote>"), 24U);
  EXPECT_EQ(count(deep, "<blockquote>"), count(deep, "</blockquote>"));
}

TEST(GuidelineHtmlTest, WhatIsTooLongIsCutAndSaysSo) {
  std::string markdown;
  while (markdown.size() < 300'000) markdown += "🚀 긴 지침입니다.\n\n";
  const GuidelinePage page = render_guideline(markdown);
  EXPECT_TRUE(page.cut);
  EXPECT_THAT(page.html, HasSubstr("긴 지침입니다."));
  EXPECT_THAT(page.html, Not(HasSubstr("\uFFFD")));
  EXPECT_FALSE(render_guideline("🚀 짧은 지침").cut);

  // A table of many columns, whose rows need not be written.
  std::string table = "|" + std::string(20000, '|') + "\n|";
  for (int i = 0; i < 20000; ++i) table += "-|";
  for (int i = 0; i < 20000; ++i) table += "\n|";
  EXPECT_LE(render_guideline(table).html.size(), 1'000'000U);
}

TEST(GuidelineHtmlTest, NothingIsAnEmptyPage) {
  EXPECT_EQ(html(""), "");
  EXPECT_EQ(html(std::string_view("\0", 1)), "<p>\uFFFD</p>");
}

}  // namespace
}  // namespace mitjul
