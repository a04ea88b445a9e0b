#include "ui/guideline_html.h"

#include <md4c.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>

#include "core/utf8.h"

namespace mitjul {
namespace {

constexpr std::size_t kLongestMarkdown = 200'000;  // bytes
constexpr std::size_t kLongestHtml = 1'000'000;    // bytes
// The parser of wxHtml calls itself for each element in another.
constexpr int kDeepest = 24;
constexpr int kStop = 1;

/// As far as whole characters fit.
std::string_view head_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return text.substr(0, most);
}

std::string_view view(const MD_ATTRIBUTE& attribute) {
  return attribute.text == nullptr ? std::string_view() : std::string_view(attribute.text, attribute.size);
}

/// What a link to a heading calls it: in small letters, with hyphens for blanks, without other ASCII punctuation.
std::string link_name(std::string_view text) {
  std::string name;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80U || std::isalnum(byte) != 0 || c == '-' || c == '_') {
      name += static_cast<char>(byte < 0x80U ? std::tolower(byte) : byte);
    } else if (c == ' ') {
      name += '-';
    }
  }
  return name;
}

/// The character that an entity of HTML means; nothing where it is not one that people write.
std::optional<std::string> character_of(std::string_view entity) {
  if (entity == "&amp;") return "&";
  if (entity == "&lt;") return "<";
  if (entity == "&gt;") return ">";
  if (entity == "&quot;") return "\"";
  if (entity == "&nbsp;") return "\u00A0";
  if (!entity.starts_with("&#") || !entity.ends_with(';')) return std::nullopt;
  entity.remove_prefix(2);
  entity.remove_suffix(1);
  const bool hex = entity.starts_with('x') || entity.starts_with('X');
  if (hex) entity.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(entity.data(), entity.data() + entity.size(), code, hex ? 16 : 10);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (error != std::errc() || end != entity.data() + entity.size() || code < 0x20 || code > 0x10FFFF || surrogate) {
    return std::nullopt;
  }
  std::string character;
  append_utf8(character, static_cast<char32_t>(code));
  return character;
}

/// Takes in what the parser finds, and writes it with the few elements that a page may have.
class PageWriter {
 public:
  GuidelinePage page() && { return std::move(page_); }

  int enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE: return open("<blockquote>");
      case MD_BLOCK_UL: return open("<ul>");
      case MD_BLOCK_OL: return open("<ol>");
      case MD_BLOCK_LI: return open("<li>");
      case MD_BLOCK_HR: return open("<hr>");
      case MD_BLOCK_H: return enter_heading(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
      case MD_BLOCK_CODE: return open("<pre>");
      case MD_BLOCK_P: return open("<p>");
      case MD_BLOCK_TABLE: return open("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">");
      case MD_BLOCK_TR: return open("<tr>");
      case MD_BLOCK_TH: return open("<th>");
      case MD_BLOCK_TD: return open("<td>");
      default: return open("");
    }
  }

  int leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE: return close("</blockquote>");
      case MD_BLOCK_UL: return close("</ul>");
      case MD_BLOCK_OL: return close("</ol>");
      case MD_BLOCK_LI: return close("</li>");
      case MD_BLOCK_H: return leave_heading();
      case MD_BLOCK_CODE: return close("</pre>");
      case MD_BLOCK_P: return close("</p>");
      case MD_BLOCK_TABLE: return close("</table>");
      case MD_BLOCK_TR: return close("</tr>");
      case MD_BLOCK_TH: return close("</th>");
      case MD_BLOCK_TD: return close("</td>");
      default: return close("");
    }
  }

  int enter(MD_SPANTYPE type, void* detail) {
    switch (type) {
      case MD_SPAN_EM: return open("<i>");
      case MD_SPAN_STRONG: return open("<b>");
      case MD_SPAN_CODE: return open("<code>");
      case MD_SPAN_A: return enter_link(view(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href));
      default: return open("");
    }
  }

  int leave(MD_SPANTYPE type, void* detail) {
    switch (type) {
      case MD_SPAN_EM: return close("</i>");
      case MD_SPAN_STRONG: return close("</b>");
      case MD_SPAN_CODE: return close("</code>");
      case MD_SPAN_A: return leave_link(view(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href));
      default: return close("");
    }
  }

  int text(MD_TEXTTYPE type, std::string_view words) {
    switch (type) {
      case MD_TEXT_NULLCHAR: return say("\uFFFD");
      case MD_TEXT_BR: return write("<br>");
      case MD_TEXT_SOFTBR: return say(" ");
      case MD_TEXT_ENTITY: return say(character_of(words).value_or(std::string(words)));
      default: return say(words);
    }
  }

 private:
  int write(std::string_view html) {
    if (page_.html.size() + html.size() > kLongestHtml) {
      page_.cut = true;
      return kStop;
    }
    page_.html += html;
    return 0;
  }

  int open(std::string_view element) { return ++depth_ <= kDeepest ? write(element) : 0; }
  int close(std::string_view element) { return depth_-- <= kDeepest ? write(element) : 0; }

  int say(std::string_view words) {
    if (heading_) page_.headings.back().text += words;
    link_ += words;
    return write(escape_html(words));
  }

  int enter_heading(unsigned level) {
    const std::string anchor = "h" + std::to_string(page_.headings.size());
    page_.headings.push_back({static_cast<int>(level), {}, anchor});
    heading_ = true;
    const char* const size = level == 1 ? "+2" : level == 2 ? "+1" : "+0";
    return open("<a name=\"" + anchor + "\"></a><p><font size=\"" + size + "\"><b>");
  }

  int leave_heading() {
    heading_ = false;
    return close("</b></font></p>");
  }

  int enter_link(std::string_view address) {
    link_.clear();
    if (!address.starts_with('#')) return open("");
    return open("<a href=\"#" + link_name(address.substr(1)) + "\">");
  }

  int leave_link(std::string_view address) {
    if (address.starts_with('#')) return close("</a>");
    if (const int stop = close("")) return stop;
    return address.empty() || address == link_ ? 0 : write(escape_html(" (" + std::string(address) + ")"));
  }

  GuidelinePage page_;
  int depth_ = 0;
  bool heading_ = false;  // within one
  std::string link_;      // words of the last one
};

PageWriter& writer(void* data) { return *static_cast<PageWriter*>(data); }

}  // namespace

GuidelinePage render_guideline(std::string_view markdown) {
  const std::string_view read = head_of(markdown, kLongestMarkdown);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOHTML | MD_FLAG_TABLES;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) { return writer(data).enter(type, detail); };
  parser.leave_block = [](MD_BLOCKTYPE type, void* /*detail*/, void* data) { return writer(data).leave(type); };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* data) { return writer(data).enter(type, detail); };
  parser.leave_span = [](MD_SPANTYPE type, void* detail, void* data) { return writer(data).leave(type, detail); };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
    return writer(data).text(type, {text, size});
  };
  PageWriter out;
  md_parse(read.data(), static_cast<MD_SIZE>(read.size()), &parser, &out);
  GuidelinePage page = std::move(out).page();
  page.cut = page.cut || read.size() < markdown.size();
  return page;
}

const GuidelineHeading* find_heading(const std::vector<GuidelineHeading>& headings, std::string_view link) {
  if (!link.starts_with('#')) return nullptr;
  const auto found = std::find_if(headings.begin(), headings.end(),
                                  [&](const GuidelineHeading& each) { return link_name(each.text) == link.substr(1); });
  return found == headings.end() ? nullptr : &*found;
}

std::string escape_html(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

}  // namespace mitjul
