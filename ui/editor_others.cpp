// The annotation sets of others: shown beside the own one, read, and taken over into it.

#include <algorithm>
#include <iterator>

#include "core/take_over.h"
#include "ui/editor.h"
#include "ui/wx_text.h"

namespace mitjul {

void Editor::show_sets(const ShownSets& sets) {
  if (sets == wanted_sets_) return;
  wanted_sets_ = sets;
  EditorEvent event{.annotations = true, .filter = true};
  list_all();
  event.selection = drop_what_is_gone();
  tell(event);
}

std::vector<SetKey> Editor::other_sets() const {
  std::vector<SetKey> others;
  if (document_ == nullptr) return others;
  for (const auto& [key, set] : document_->sets) {
    if (key != set_key() && set.size() > 0) others.push_back(key);
  }
  const auto place = [this](const SetKey& key) {
    const auto& annotators = workspace_.annotators();
    return std::find_if(annotators.begin(), annotators.end(),
                        [&](const Annotator& each) { return each.key == key.annotator; }) -
           annotators.begin();
  };
  std::stable_sort(others.begin(), others.end(), [&](const SetKey& a, const SetKey& b) { return place(a) < place(b); });
  return others;
}

/// What is chosen, as far as this document has it.
void Editor::find_shown_sets() {
  const std::vector<SetKey> others = other_sets();
  const bool any =
      std::any_of(others.begin(), others.end(), [this](const SetKey& key) { return wanted_sets_.hold(key); });
  shown_sets_ = any ? wanted_sets_ : ShownSets();
}

std::vector<const AnnotationSet*> Editor::listed_sets() const {
  std::vector<const AnnotationSet*> sets;
  if (document_ == nullptr) return sets;
  for (const auto& [key, set] : document_->sets) {
    if (lists(key)) sets.push_back(&set);
  }
  return sets;
}

const AnnotationSet* Editor::set_of(const AnnotationId& id) const {
  if (document_ == nullptr) return nullptr;
  const auto found = std::find_if(document_->sets.begin(), document_->sets.end(), [&](const auto& each) {
    return lists(each.first) && each.second.find(id) != nullptr;
  });
  return found == document_->sets.end() ? nullptr : &found->second;
}

const Annotation* Editor::find_listed(const AnnotationId& id) const {
  const AnnotationSet* const set = set_of(id);
  return set == nullptr ? nullptr : set->find(id);
}

const std::vector<const Annotation*>& Editor::own_listed() const {
  if (shown_sets_.which == ShownSets::Which::Mine) return listed_;
  if (!own_listed_) {
    own_listed_.emplace();
    const AnnotationSet* const own = set();
    if (own != nullptr) {
      std::copy_if(listed_.begin(), listed_.end(), std::back_inserter(*own_listed_),
                   [own](const Annotation* each) { return own->find(each->id) != nullptr; });
    }
  }
  return *own_listed_;
}

bool Editor::is_own(const AnnotationId& id) const { return set() != nullptr && set()->find(id) != nullptr; }

Editor::Refusal Editor::refuse_to_change(const AnnotationId& id) const {
  const AnnotationSet* const found = document_ == nullptr || is_own(id) ? nullptr : document_->set_of(id);
  if (found == nullptr) return std::nullopt;
  return make_problem(ProblemCode::AnnotationOfOther, {to_utf8(name_of(found->key()))});
}

/// Whether the list has those of one other set alone, and this is none of them.
bool Editor::is_left_out(const Annotation& annotation) const {
  if (shown_sets_.which != ShownSets::Which::One) return false;
  const AnnotationSet* const one = document_->find_set({last_shown_, shown_sets_.annotator, shown_sets_.curated});
  return one == nullptr || one->find(annotation.id) == nullptr;
}

Editor::Refusal Editor::take_over() {
  const Annotation* const annotation = selected();
  if (annotation == nullptr || is_own(annotation->id)) return std::nullopt;
  const std::string from = to_utf8(name_of(set_of(annotation->id)->key()));
  auto made = mitjul::take_over(*document_, set_key(), annotation->id, from);
  if (Edit* const edit = std::get_if<Edit>(&made)) return perform(std::move(*edit));
  const Problem& problem = std::get<Problem>(made);
  const Annotation* const mine = counterpart(*document_, set_key(), *annotation, from);
  if (problem.code == ProblemCode::AnnotationPresent && mine != nullptr) select_annotation(mine->id, false);
  return problem;
}

}  // namespace mitjul
