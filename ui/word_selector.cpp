#include "ui/word_selector.h"

#include <algorithm>

#include "korean/glued_cells.h"
#include "korean/unit.h"
#include "view/caret.h"

namespace mitjul {

/// Every step there is, each once. One that selects no more than the word, in another way, comes before the larger
/// ones (국가들 → 국가 → 국가들은).
std::vector<Span> WordSelector::steps_at(TextPos pos) const {
  const Text& text = editor_.document()->document.text;
  std::vector<Span> steps = selection_steps(text, pos, words_.evidence(), words_.options);
  const auto insert = [&](std::size_t at, Span span) {
    if (span.empty() || std::find(steps.begin(), steps.end(), span) != steps.end()) return;
    steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(at), span);
  };
  const auto add = [&](Span span) { insert(steps.size(), span); };
  const auto attested = [this](std::string_view word) { return words_.attests(word); };
  for (const Span& cell : glued_cells(text, {pos, pos}, attested)) {
    if (!cell.contains(pos) || steps.empty()) continue;
    // The word may go on in the next cell: 구분미국 🇺🇸중국.
    insert(1, cell);
    insert(1, {std::max(cell.start, steps.front().start), std::min(cell.end, steps.front().end)});
  }
  if (const auto unit = unit_at(editor_.units(), pos)) add(*unit);
  add(trim_blanks(text, paragraph_at(text, pos)));
  return steps;
}

void WordSelector::select(std::size_t index) {
  index_ = index;
  editor_.select(Selection(steps_[index].start, steps_[index].end));
}

/// Whether the cycle is under way, and what it selected last is `selected`.
bool WordSelector::goes_on(Span selected) const {
  return !selected.empty() && document_ == editor_.set_key().document && index_ < steps_.size() &&
         steps_[index_] == selected;
}

void WordSelector::begin(std::vector<Span> steps) {
  document_ = editor_.set_key().document;
  steps_ = std::move(steps);
  index_ = 0;
}

Span WordSelector::select_at(TextPos pos, const Selection& before) {
  if (editor_.document() == nullptr) return {pos, pos};
  std::vector<Span> steps = steps_at(pos);
  if (steps.empty()) return {pos, pos};
  if (steps == steps_ && goes_on(before.span())) {
    select((index_ + 1) % steps_.size());
  } else {
    begin(std::move(steps));
    select(0);
  }
  return steps_[index_];
}

void WordSelector::step(bool forward) {
  if (editor_.document() == nullptr) return;
  const Span selected = editor_.selection().span();
  if (goes_on(selected)) return select((index_ + (forward ? 1 : steps_.size() - 1)) % steps_.size());
  begin(steps_at(selected.start));
  if (steps_.empty()) return;
  // From something that was selected in another way, the cycle goes to what is around it.
  const auto around = std::find_if(steps_.begin(), steps_.end(),
                                   [&](Span step) { return step.contains(selected) && step != selected; });
  select(selected.empty() || around == steps_.end() ? 0 : static_cast<std::size_t>(around - steps_.begin()));
}

Selection WordSelector::dragged(TextPos from, TextPos to) const {
  const Text& text = editor_.document()->document.text;
  const Span span = snap(text, from < to ? Span(from, to) : Span(to, from), words_.evidence(), words_.options);
  if (span.empty()) return Selection(to);
  return from < to ? Selection(span.start, span.end) : Selection(span.end, span.start);
}

}  // namespace mitjul
