#include "korean/listed_occurrences.h"

#include <algorithm>
#include <map>

namespace mitjul {

std::vector<LabelledOccurrence> listed_occurrences(const Text& text, const std::vector<LabelledSpan>& annotations,
                                                   const ProjectWords& words, const std::set<LabelledSpan>& refused) {
  std::map<std::string, std::vector<Occurrence>> by_label;
  const WordsInText in_text(surface_text(text), words);
  const std::u32string_view letters = in_text.text().letters;
  SpansWithParticles spans(text, words.options);
  TextPos taken;  // up to where a place is found
  for (std::size_t begin = 0; begin < letters.size();) {
    std::size_t longest = 0;
    const std::string* label = nullptr;
    if (in_text.begins_at(begin)) {
      words.listed().for_each_beginning(letters.substr(begin), [&](std::size_t length, std::uint32_t number) {
        longest = length;
        label = &words.word_list()[number].label;
      });
    }
    // A word that is only never to be cut hides shorter ones in it.
    if (label != nullptr && !label->empty()) {
      const Span span = in_text.text().span(begin, begin + longest);
      if (span.start >= taken && text.snap_to_graphemes(span) == span) {
        by_label[*label].push_back({spans.with_particle(span), in_text.trust(begin, begin + longest)});
        taken = by_label[*label].back().span.end;
      }
    }
    begin += std::max<std::size_t>(longest, 1);
  }
  std::vector<LabelledOccurrence> found;
  for (auto& [label, occurrences] : by_label) {
    for (Occurrence& left : not_annotated(std::move(occurrences), annotations, label)) {
      if (refused.contains({left.span, label})) left.trust = Trust::Uncertain;
      found.push_back({left, label});
    }
  }
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.occurrence.span < b.occurrence.span; });
  return found;
}

}  // namespace mitjul
