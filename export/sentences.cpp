#include "export/sentences.h"

#include <algorithm>

#include "core/blanks.h"

namespace mitjul {
namespace {

/// Cuts a text into stretches that together hold all of it, and keeps those that hold more than blanks.
class Cutter {
 public:
  explicit Cutter(const Text& text) : text_(text) {}

  void cut_at(TextPos pos) {
    const Span piece = without_blanks(text_, Span(from_, pos));
    if (!piece.empty()) pieces_.push_back(piece);
    from_ = pos;
  }
  void cut_at_line_ends(Span part) {
    for (const TextPos end : line_ends(part)) cut_at(end);
  }
  /// Behind the first line end of what stands between two units, and behind every other: what stands in the line of the
  /// unit before belongs to that, what stands in the line of the unit behind to that one.
  void cut_between(TextPos end_of_unit, TextPos next_unit) {
    const std::vector<TextPos> ends = line_ends(Span(end_of_unit, next_unit));
    if (ends.empty()) return cut_at(next_unit);
    for (const TextPos end : ends) cut_at(end);
  }
  std::vector<Span> finish() {
    cut_at(text_.end());
    return std::move(pieces_);
  }

 private:
  /// The places behind line ends.
  std::vector<TextPos> line_ends(Span part) const {
    std::vector<TextPos> ends;
    const std::string_view bytes = text_.slice(part);
    const std::uint32_t first = text_.to_byte(part.start);
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
      ends.push_back(text_.from_byte(first + static_cast<std::uint32_t>(at) + 1));
    }
    return ends;
  }

  const Text& text_;
  TextPos from_{0};
  std::vector<Span> pieces_;
};

}  // namespace

std::vector<Span> sentences_of(const Text& text, const ExportOptions& options) {
  const std::string by = options.value("units", "sentence");
  Cutter cutter(text);
  if (by == "line" || (by == "sentence" && !options.units)) {
    cutter.cut_at_line_ends(text.all());
  } else if (by == "sentence") {
    const std::vector<Span> units = options.units(text);
    TextPos before{0};
    for (const Span& unit : units) {
      if (before == TextPos(0)) {
        cutter.cut_at_line_ends(Span(before, unit.start));
      } else {
        cutter.cut_between(before, unit.start);
      }
      before = unit.end;
    }
    cutter.cut_at_line_ends(Span(before, text.end()));
  }
  return cutter.finish();
}

std::vector<std::vector<TaggedSpan>> in_sentences(const std::vector<TaggedSpan>& spans,
                                                  const std::vector<Span>& sentences, ExportLosses& losses) {
  std::vector<std::vector<TaggedSpan>> parts(sentences.size());
  std::size_t sentence = 0;
  for (const TaggedSpan& span : spans) {
    while (sentence < sentences.size() && sentences[sentence].end <= span.span.start) ++sentence;
    const bool inside = sentence < sentences.size() && sentences[sentence].contains(span.span);
    if (!inside) losses.add(AnnotationFeature::SpansAcrossUnits);
    for (std::size_t i = sentence; i < sentences.size() && sentences[i].start < span.span.end; ++i) {
      const Span part(std::max(sentences[i].start, span.span.start), std::min(sentences[i].end, span.span.end));
      parts[i].push_back({part, span.tag});
    }
  }
  return parts;
}

std::string_view between(const Text& text, Span before, Span behind) {
  return text.slice(Span(before.end, behind.start));
}

std::size_t blanks_lost_between(const Text& text, const std::vector<Span>& sentences) {
  if (sentences.empty()) return text.length() == 0 ? 0 : 1;
  std::size_t lost = sentences.front().start == TextPos(0) ? 0 : 1;
  for (std::size_t i = 1; i < sentences.size(); ++i) {
    if (between(text, sentences[i - 1], sentences[i]) != "\n") ++lost;
  }
  return lost + (sentences.back().end == text.end() ? 0 : 1);
}

Span without_blanks(const Text& text, Span span) {
  while (span.start < span.end && is_blank(text.at(span.start))) span.start = span.start + 1;
  while (span.end > span.start && is_blank(text.at(span.end - 1))) span.end = span.end - 1;
  return span;
}

}  // namespace mitjul
