#include "import/source_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/utf8.h"
#include "core/xml_chars.h"

namespace mitjul {
namespace {

std::u32string characters_of(const std::string& utf8) {
  std::u32string characters;
  characters.reserve(utf8.size());
  for (std::size_t byte = 0; byte < utf8.size();) characters += next_code_point(utf8, byte);
  return characters;
}

/// Without line ends, also those that are written out as \n: what a page says of a text that it shows in several lines.
std::string run_together(std::string_view text) {
  std::string letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "\\n") {
      ++i;
    } else if (text[i] != '\r' && text[i] != '\n') {
      letters += text[i];
    }
  }
  return letters;
}

/// Whether a quote says what stands in the text, but for line ends.
bool agree(std::string_view text, std::string_view quote) {
  return text == quote || joined_lines(text) == joined_lines(quote) || run_together(text) == run_together(quote);
}

}  // namespace

SourceText::SourceText(const std::string& utf8) : SourceText(characters_of(utf8)) {}

SourceText::SourceText(const std::u32string& characters) {
  std::string stated;
  std::string text;
  stated.reserve(characters.size());
  text.reserve(characters.size());
  std::uint32_t offset = 0;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    char32_t c = characters[i];
    if (!xml_allows(c)) {
      substitutions_.push_back({TextPos(offset), fmt::format("{:04X}", static_cast<std::uint32_t>(c))});
      c = U'\uFFFD';
    }
    append_utf8(stated, c);
    if (c == U'\r' && i + 1 < characters.size() && characters[i + 1] == U'\n') {
      dropped_.emplace_back(static_cast<std::uint32_t>(i));
      continue;
    }
    append_utf8(text, c == U'\r' ? U'\n' : c);
    ++offset;
  }
  stated_ = Text(std::move(stated));
  text_ = Text(std::move(text));
}

Span SourceText::place(Span stated) const {
  const auto moved = [&](TextPos pos) {
    const auto before = std::lower_bound(dropped_.begin(), dropped_.end(), pos) - dropped_.begin();
    return pos - static_cast<std::uint32_t>(before);
  };
  return {moved(stated.start), moved(stated.end)};
}

std::optional<Span> SourceText::place(const StatedSpan& stated, OffsetUnit unit, std::vector<Problem>& problems) const {
  auto found = span_in(stated_, stated, unit);
  const bool stands = found && (stated.quote.empty() || agree(stated_.slice(*found), stated.quote));
  if (!stands) found = place_quote(stated_, stated, unit, problems);
  if (!found) return std::nullopt;
  const Span in_text = place(*found);
  if (!in_text.empty()) return in_text;
  problems.push_back(make_problem(ProblemCode::EmptySpan, {std::to_string(stated.start), std::to_string(stated.end)}));
  return std::nullopt;
}

std::string joined_lines(std::string_view text) {
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    line += text[i] == '\r' || text[i] == '\n' ? ' ' : text[i];
  }
  return line;
}

}  // namespace mitjul
