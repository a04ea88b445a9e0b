// What an editor does with suggestions.

#include <algorithm>
#include <set>

#include "core/annotation_checks.h"
#include "core/annotation_edits.h"
#include "ui/editor.h"
#include "ui/few_changes.h"

namespace mitjul {
namespace {

/// Where what an edit changed in a document was and is.
std::vector<Span> spans_of(const Edit& edit, const DocumentKey& document) {
  std::vector<Span> found;
  const auto note = [&](const std::optional<Annotation>& annotation) {
    if (annotation && annotation->spans() != nullptr) found.push_back(annotation->spans()->hull());
  };
  for (const Change& change : edit.changes) {
    if (document_of(change) != document) continue;
    if (const auto* const made = std::get_if<AnnotationChange>(&change)) {
      note(made->before);
      note(made->after);
    } else if (const auto* const refusal = std::get_if<RefusalChange>(&change)) {
      found.push_back(refusal->refusal.span);
    }
  }
  return found;
}

}  // namespace

void Editor::set_suggestions(const DocumentKey& document, std::vector<Suggestion> suggestions) {
  if (document_ == nullptr || document != last_shown_) return;
  const Text& text = document_->document.text;
  std::erase_if(suggestions, [&](const Suggestion& each) {
    return each.span.empty() || !text.holds(each.span) || schema().find(each.label) == nullptr;
  });
  const bool had_selected = selected_suggestion() != nullptr;
  suggestions_.set(std::move(suggestions));
  leave_out_decided();
  tell({.selection = had_selected && selected_suggestion() == nullptr, .suggestions = true});
}

/// What was annotated or refused is suggested no longer; what was taken back is again.
bool Editor::leave_out_decided(const Edit* edit) {
  const auto is_refused = [this](const Suggestion& each) {
    return document_->refusals.count({workspace_.annotator(), each.span, each.label}) > 0;
  };
  if (edit == nullptr || edit->changes.size() > kFewChanges) return suggestions_.leave_out(own_listed(), is_refused);
  bool changed = false;
  for (const Span& span : spans_of(*edit, last_shown_)) {
    changed |= suggestions_.leave_out_near(span, own_listed(), is_refused);
  }
  return changed;
}

void Editor::update_suggestions(EditorEvent& event, const Edit* edit) {
  if (suggestions_.empty()) return;
  const bool had_selected = selected_suggestion() != nullptr;
  event.suggestions |= leave_out_decided(edit);
  event.selection |= had_selected && selected_suggestion() == nullptr;
}

void Editor::select_suggestion(const Suggestion* suggestion, bool reveal) {
  if (suggestion == nullptr && selected_suggestion() == nullptr) return;
  suggestions_.select(suggestion);
  EditorEvent event;
  event.selection = true;
  if (suggestion != nullptr) {
    selected_.reset();
    kept_.clear();
    selection_ = Selection(reveal ? suggestion->span.start : selection_.caret);
    event.reveal = reveal;
  }
  tell(event);
}

void Editor::select_next_suggestion() {
  if (const Suggestion* const next = suggestions_.next(selection_.caret)) select_suggestion(next);
}

void Editor::select_previous_suggestion() {
  if (const Suggestion* const previous = suggestions_.previous(selection_.caret)) select_suggestion(previous);
}

std::vector<const Suggestion*> Editor::suggestions_like_selected() const {
  if (selected_suggestion() == nullptr) return {};
  return suggestions_.like(*selected_suggestion(), document_->document.text);
}

std::vector<const Suggestion*> Editor::suggestions_with_label_of_selected() const {
  std::vector<const Suggestion*> found;
  const Suggestion* const selected = selected_suggestion();
  if (selected == nullptr) return found;
  std::copy_if(suggestions().begin(), suggestions().end(), std::back_inserter(found),
               [selected](const Suggestion* each) { return each->label == selected->label; });
  return found;
}

/// Those that may stand beside one another and beside what is annotated.
std::vector<const Suggestion*> Editor::allowed(const std::vector<const Suggestion*>& suggestions) const {
  std::vector<const Suggestion*> kept = without_rivals(suggestions);
  if (!restricts_overlap(schema())) return kept;
  std::vector<Annotation> made;
  made.reserve(kept.size());
  for (const Suggestion* const each : kept) made.push_back(annotation_of(*each, {workspace_.annotator(), -1}));
  std::vector<const Annotation*> spans;
  std::copy_if(own_listed().begin(), own_listed().end(), std::back_inserter(spans),
               [](const Annotation* each) { return each->spans() != nullptr; });
  for (const Annotation& each : made) spans.push_back(&each);
  std::set<const Annotation*> left_out;
  const auto is_made = [&](const Annotation& each) { return each.id.provisional(); };
  for_each_forbidden_overlap(std::move(spans), schema(), [&](const Annotation& first, const Annotation& second) {
    if (left_out.count(&first) + left_out.count(&second) > 0) return true;
    const bool first_goes =
        is_made(first) && (!is_made(second) || first.provenance.confidence < second.provenance.confidence);
    if (first_goes) {
      left_out.insert(&first);
    } else if (is_made(second)) {
      left_out.insert(&second);
    }
    return true;
  });
  std::vector<const Suggestion*> result;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (left_out.count(&made[i]) == 0) result.push_back(kept[i]);
  }
  return result;
}

Editor::Refusal Editor::accept_suggestions(std::vector<const Suggestion*> suggestions) {
  if (suggestions.empty()) return std::nullopt;
  // Where none may stand, the refusal of the first says why.
  std::vector<const Suggestion*> accepted = suggestions.size() == 1 ? suggestions : allowed(suggestions);
  if (accepted.empty()) accepted.push_back(suggestions.front());
  Edit edit{"accept", {}};
  for (const Suggestion* const each : accepted) {
    const AnnotationId provisional{workspace_.annotator(), -1 - static_cast<std::int64_t>(edit.changes.size())};
    edit.changes.emplace_back(AnnotationChange{set_key(), {}, annotation_of(*each, provisional)});
  }
  const Suggestion* const from = selected_suggestion();
  return perform(std::move(edit), [this, from] {
    if (const Suggestion* const next = from == nullptr ? nullptr : suggestions_.behind(*from)) select_suggestion(next);
  });
}

Editor::Refusal Editor::accept_suggestion() {
  const Suggestion* const selected = selected_suggestion();
  return selected == nullptr ? std::nullopt : accept_suggestions({selected});
}

Editor::Refusal Editor::accept_suggestion_as(const std::string& label) {
  const Suggestion* const selected = selected_suggestion();
  if (selected == nullptr) return std::nullopt;
  return perform(annotate(set_key(), label, Spans(selected->span)), [this, selected] {
    if (const Suggestion* const next = suggestions_.behind(*selected)) select_suggestion(next);
  });
}

Editor::Refusal Editor::refuse_suggestions(const std::vector<const Suggestion*>& suggestions) {
  if (suggestions.empty()) return std::nullopt;
  Edit edit{"refuse", {}};
  for (const Suggestion* const each : suggestions) {
    edit.changes.emplace_back(RefusalChange{last_shown_, {workspace_.annotator(), each->span, each->label}});
  }
  const Suggestion* const from = selected_suggestion();
  return perform(std::move(edit), [this, from] {
    if (const Suggestion* const next = from == nullptr ? nullptr : suggestions_.behind(*from)) select_suggestion(next);
  });
}

Editor::Refusal Editor::refuse_suggestion() {
  const Suggestion* const selected = selected_suggestion();
  return selected == nullptr ? std::nullopt : refuse_suggestions({selected});
}

}  // namespace mitjul
