#pragma once

#include <functional>
#include <vector>

#include "core/annotation.h"
#include "core/text.h"
#include "korean/suggestion.h"
#include "view/suggested_mark.h"

namespace mitjul {

/// How a suggestion is drawn.
SuggestedMark suggested_mark(const Suggestion& suggestion);

/// What is suggested in one document and was not decided yet, in text order; one of it may be selected. Pointers into
/// it hold until `set`.
class SuggestionList {
 public:
  using IsRefused = std::function<bool(const Suggestion&)>;

  /// Replaces all. What was selected stays so where the same is suggested again.
  void set(std::vector<Suggestion> given);
  /// Leaves out what annotations decide that have the same span, or overlap and have the same label, and what was
  /// refused; what was left out before and no longer is to be comes back. `listed`: in listing order. False where that
  /// changes nothing. Linear in suggestions and annotations.
  bool leave_out(const std::vector<const Annotation*>& listed, const IsRefused& is_refused);
  /// The same where since then, or since it was called last, only annotations or refusals changed that had or have this
  /// span; to be called for each of these. Looks only at what may overlap it.
  bool leave_out_near(Span span, const std::vector<const Annotation*>& listed, const IsRefused& is_refused);

  bool empty() const { return given_.empty(); }
  const std::vector<const Suggestion*>& open() const { return open_; }
  /// nullptr where none is selected.
  const Suggestion* selected() const { return selected_; }
  void select(const Suggestion* suggestion) { selected_ = suggestion; }

  /// The one behind or before the selected one, or else a position; goes on at the other end. nullptr where none is
  /// left.
  const Suggestion* next(TextPos from) const;
  const Suggestion* previous(TextPos from) const;
  /// The first one left behind one that may be gone; goes on at the start.
  const Suggestion* behind(const Suggestion& gone) const;

  /// Those with the same label and the same words.
  std::vector<const Suggestion*> like(const Suggestion& one, const Text& text) const;

 private:
  using Given = std::vector<Suggestion>::const_iterator;
  using Listed = std::vector<const Annotation*>::const_iterator;
  std::vector<const Suggestion*> open_among(Given first, Given last, Listed annotation, Listed end,
                                            const IsRefused& is_refused) const;
  void let_selected_go();

  std::vector<Suggestion> given_;
  // How long one of them is at most, and an annotation.
  std::uint32_t longest_given_ = 0;
  std::uint32_t longest_listed_ = 0;
  std::vector<const Suggestion*> open_;
  const Suggestion* selected_ = nullptr;
};

/// Of suggestions in text order those that can be taken together: of two that would decide each other the more
/// confident one.
std::vector<const Suggestion*> without_rivals(const std::vector<const Suggestion*>& suggestions);

/// The annotation that a suggestion becomes, with a provisional id.
Annotation annotation_of(const Suggestion& suggestion, const AnnotationId& provisional);

}  // namespace mitjul
