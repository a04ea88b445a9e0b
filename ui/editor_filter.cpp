// Which annotations the list shows, and the text where it is asked to.

#include "ui/editor.h"

namespace mitjul {

void Editor::set_filter(AnnotationFilter filter) {
  if (filter == filter_) return;
  filter_ = std::move(filter);
  forget_filtered();
  tell({.filter = true});
}

void Editor::filter_text(bool filter) {
  if (filter == filters_text_) return;
  filters_text_ = filter;
  tell({.filter = true});
}

void Editor::forget_filtered() {
  filtered_.reset();
  matcher_.reset();
}

const AnnotationMatcher& Editor::matcher() const {
  if (!matcher_) {
    if (!search_text_ && !filter_.words.empty()) search_text_ = SearchText(document_->document.text);
    matcher_.emplace(filter_, schema(), *document_, search_text_.value_or(SearchText()));
  }
  return *matcher_;
}

bool Editor::accepts(const Annotation& annotation) const {
  if (document_ == nullptr) return true;
  return !is_left_out(annotation) && (filter_.empty() || matcher().accepts(annotation));
}

const std::vector<const Annotation*>& Editor::filtered() const {
  if (!is_filtered() || document_ == nullptr) return listed_;
  if (!filtered_) {
    filtered_.emplace();
    for (const Annotation* const annotation : listed_) {
      if (accepts(*annotation)) filtered_->push_back(annotation);
    }
  }
  return *filtered_;
}

bool Editor::is_hidden(const Annotation& annotation) const {
  return is_text_filtered() && selected_ != annotation.id && !accepts(annotation);
}

}  // namespace mitjul
