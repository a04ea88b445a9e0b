#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mitjul {

/// A heading of a guideline.
struct GuidelineHeading {
  int level = 1;  ///< 1 to 6, 1 the largest
  std::string text;
  std::string anchor;  ///< where it stands in the page; no other heading has it
};

/// A guideline as it is read.
struct GuidelinePage {
  std::string html;  ///< what belongs between `<body>` and `</body>`, of elements that wxHtml knows
  std::vector<GuidelineHeading> headings;
  bool cut = false;  ///< there was more than a page may hold
};

/// Renders Markdown (CommonMark with tables). Nothing in it runs or is fetched: HTML is shown as the text that it is,
/// of a picture its words are shown, of a link its words and its address; only links to headings of the same guideline
/// (`#…`) can be followed. What is nested too deeply to be drawn is drawn less deeply.
GuidelinePage render_guideline(std::string_view markdown);

/// The first heading that a link of the page (`#…`) leads to; nullptr where there is none.
const GuidelineHeading* find_heading(const std::vector<GuidelineHeading>& headings, std::string_view link);

/// Text as it has to stand in HTML.
std::string escape_html(std::string_view text);

}  // namespace mitjul
