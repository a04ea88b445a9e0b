#include "korean/project_words.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "korean/word_letters.h"

namespace mitjul {
namespace {

/// Behind the line end that follows a place; the end of the text at last.
TextPos behind_line(const Text& text, TextPos pos) {
  const std::size_t end = text.utf8().find('\n', text.to_byte(pos));
  return end == std::string::npos ? text.end() : text.from_byte(static_cast<std::uint32_t>(end)) + 1;
}

Text part(const Text& text, Span span) { return Text(std::string(text.slice(span))); }

TextPos furthest_of(const std::vector<LabelledSpan>& annotations) {
  TextPos end;
  for (const LabelledSpan& annotation : annotations) end = std::max(end, annotation.span.end);
  return end;
}

/// Of annotations in reading order, those that others have not, or not as often.
std::vector<LabelledSpan> difference(const std::vector<LabelledSpan>& annotations,
                                     const std::vector<LabelledSpan>& others) {
  std::vector<LabelledSpan> only;
  std::set_difference(annotations.begin(), annotations.end(), others.begin(), others.end(), std::back_inserter(only));
  return only;
}

/// Takes some out of the annotations, both in reading order; those that were there.
std::vector<LabelledSpan> take_out(std::vector<LabelledSpan>& annotations, const std::vector<LabelledSpan>& removed) {
  std::vector<LabelledSpan> taken;
  if (removed.empty()) return taken;
  auto kept = std::lower_bound(annotations.begin(), annotations.end(), removed.front());
  auto wanted = removed.begin();
  for (auto each = kept; each != annotations.end(); ++each) {
    while (wanted != removed.end() && *wanted < *each) ++wanted;
    if (wanted != removed.end() && *wanted == *each) {
      taken.push_back(std::move(*each));
      ++wanted;
    } else {
      if (kept != each) *kept = std::move(*each);
      ++kept;
    }
  }
  annotations.erase(kept, annotations.end());
  return taken;
}

/// Adds some to the annotations, both in reading order.
void put_in(std::vector<LabelledSpan>& annotations, std::vector<LabelledSpan> added) {
  if (added.empty()) return;
  const auto first = std::upper_bound(annotations.begin(), annotations.end(), added.front()) - annotations.begin();
  const auto size = static_cast<std::ptrdiff_t>(annotations.size());
  annotations.insert(annotations.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  std::inplace_merge(annotations.begin() + first, annotations.begin() + size, annotations.end());
}

}  // namespace

std::vector<LabelledSpan> labelled_spans(const AnnotationSet& set) {
  std::vector<LabelledSpan> found;
  for (const auto& [id, annotation] : set.annotations()) {
    const Spans* const spans = annotation.spans();
    if (spans != nullptr && !spans->discontinuous()) found.push_back({spans->hull(), annotation.label});
  }
  std::sort(found.begin(), found.end());
  return found;
}

void ProjectWords::put(const DocumentKey& document, const Text& text, const std::vector<LabelledSpan>& annotations) {
  std::vector<LabelledSpan> sorted = annotations;
  std::sort(sorted.begin(), sorted.end());
  if (const auto found = documents_.find(document); found != documents_.end() && found->second.text == text) {
    const std::vector<LabelledSpan>& known = found->second.annotations;
    std::vector<LabelledSpan> removed = difference(known, sorted);
    change(document, std::move(removed), difference(sorted, known));
    return;
  }
  remove(document);
  documents_[document].text = text;
  evidence_.add(text);
  change(document, {}, std::move(sorted));
}

void ProjectWords::remove(const DocumentKey& document) {
  const auto found = documents_.find(document);
  if (found == documents_.end()) return;
  change(document, found->second.annotations, {});
  evidence_.remove(found->second.text);
  documents_.erase(found);
}

void ProjectWords::change(const DocumentKey& document, std::vector<LabelledSpan> removed,
                          std::vector<LabelledSpan> added) {
  const auto found = documents_.find(document);
  if (found == documents_.end()) return;
  Words& words = found->second;
  std::sort(removed.begin(), removed.end());
  std::sort(added.begin(), added.end());
  bool furthest_gone = false;
  for (const LabelledSpan& annotation : take_out(words.annotations, removed)) {
    count(words.text, annotation, false);
    furthest_gone = furthest_gone || annotation.span.end == words.furthest;
  }
  for (const LabelledSpan& annotation : added) count(words.text, annotation, true);
  if (furthest_gone) words.furthest = furthest_of(words.annotations);
  words.furthest = std::max(words.furthest, furthest_of(added));
  put_in(words.annotations, std::move(added));
  move_worked_to(words);
}

void ProjectWords::annotate(const DocumentKey& document, const LabelledSpan& annotation) {
  change(document, {}, {annotation});
}

void ProjectWords::unannotate(const DocumentKey& document, const LabelledSpan& annotation) {
  change(document, {annotation}, {});
}

void ProjectWords::count(const Text& text, const LabelledSpan& annotation, bool add) {
  assert(text.holds(annotation.span));
  // What is longer than any name is not even looked at.
  if (annotation.span.length() > 4 * Lexicon::kLongestSurface) return;
  const std::string_view quote = text.slice(annotation.span);
  const std::u32string surface = surface_letters(quote);
  if (!Lexicon::takes(surface)) return;
  if (add) {
    lexicon_.add(surface, annotation.label);
    evidence_.learn(quote);
  } else {
    lexicon_.remove(surface, annotation.label);
    evidence_.forget(quote);
  }
}

void ProjectWords::move_worked_to(Words& words) {
  const TextPos end = words.furthest > TextPos(0) ? behind_line(words.text, words.furthest) : TextPos(0);
  if (end > words.worked_to) {
    worked_through_.add(part(words.text, {words.worked_to, end}));
  } else if (end < words.worked_to) {
    worked_through_.remove(part(words.text, {end, words.worked_to}));
  }
  words.worked_to = end;
}

void ProjectWords::merge(ProjectWords other) {
  evidence_.merge(std::move(other.evidence_));
  worked_through_.merge(std::move(other.worked_through_));
  lexicon_.merge(other.lexicon_);
  documents_.merge(other.documents_);
  assert(other.documents_.empty());
}

void ProjectWords::set_word_list(std::vector<GazetteerEntry> words) {
  for (const GazetteerEntry& listed : word_list_) evidence_.allow_cut(listed.word);
  listed_ = {};
  word_list_ = std::move(words);
  for (std::size_t i = 0; i < word_list_.size(); ++i) {
    const std::u32string surface = surface_letters(word_list_[i].word);
    if (surface.empty()) continue;
    listed_.insert(surface, static_cast<std::uint32_t>(i));
    evidence_.never_cut(word_list_[i].word);
  }
}

bool ProjectWords::attests(std::string_view word) const { return evidence_.count(hash_of(composed_letters(word))) > 1; }

const Text* ProjectWords::text(const DocumentKey& document) const {
  const auto found = documents_.find(document);
  return found == documents_.end() ? nullptr : &found->second.text;
}

const std::vector<LabelledSpan>& ProjectWords::annotations(const DocumentKey& document) const {
  static const std::vector<LabelledSpan> kNone;
  const auto found = documents_.find(document);
  return found == documents_.end() ? kNone : found->second.annotations;
}

std::vector<DocumentKey> ProjectWords::documents() const {
  std::vector<DocumentKey> keys;
  keys.reserve(documents_.size());
  for (const auto& [key, words] : documents_) keys.push_back(key);
  return keys;
}

ProjectWords::Elsewhere ProjectWords::elsewhere(const DocumentKey& but) const {
  Elsewhere made;
  made.words_ = this;
  const auto found = documents_.find(but);
  if (found == documents_.end()) return made;
  const Words& own = found->second;
  for (const LabelledSpan& annotation : own.annotations) {
    made.own_.add(surface_letters(own.text.slice(annotation.span)), annotation.label);
  }
  made.worked_through_.add(part(own.text, {TextPos(0), own.worked_to}));
  return made;
}

std::vector<Lexicon::Use> ProjectWords::Elsewhere::uses(std::u32string_view surface) const {
  const Lexicon::Entry* const all = words_->lexicon_.find(surface);
  if (all == nullptr) return {};
  std::vector<Lexicon::Use> uses = all->uses;
  if (const Lexicon::Entry* const own = own_.find(surface); own != nullptr) {
    for (Lexicon::Use& use : uses) use.count -= own->count(use.label);
    uses.erase(std::remove_if(uses.begin(), uses.end(), [](const Lexicon::Use& use) { return use.count == 0; }),
               uses.end());
  }
  std::sort(uses.begin(), uses.end(), [](const Lexicon::Use& a, const Lexicon::Use& b) {
    return a.count != b.count ? a.count > b.count : a.label < b.label;
  });
  return uses;
}

std::uint32_t ProjectWords::Elsewhere::occurrences(std::u32string_view surface) const {
  const std::uint64_t word = hash_of(surface);
  return words_->worked_through_.count(word) - worked_through_.count(word);
}

}  // namespace mitjul
