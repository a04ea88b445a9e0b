#include "ui/document_rows.h"

#include <algorithm>

namespace mitjul {
namespace {

template <typename Value>
int three_way(const Value& a, const Value& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

}  // namespace

bool is_done(SetState state) { return state == SetState::Finished || state == SetState::Skipped; }

bool accepts(StateFilter filter, SetState state) {
  switch (filter) {
    case StateFilter::All: return true;
    case StateFilter::Unfinished: return !is_done(state);
    case StateFilter::New: return state == SetState::New;
    case StateFilter::InProgress: return state == SetState::InProgress;
    case StateFilter::Finished: return state == SetState::Finished;
    case StateFilter::Skipped: return state == SetState::Skipped;
  }
  return true;
}

void DocumentRows::set_documents(const std::vector<DocumentSummary>& documents, const SetOf& set_of) {
  entries_.resize(documents.size());
  done_ = 0;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    Entry& entry = entries_[i];
    const DocumentSummary& document = documents[i];
    // Folding and sort keys take longer than all the rest.
    if (entry.name != document.name || entry.sort_key.empty()) {
      entry.name = document.name;
      entry.folded = NameFilter::folded(document.name);
      entry.sort_key = collation_.sort_key(document.name);
    }
    const SetSummary* const set = set_of(document);
    entry.key = document.key;
    entry.state = set == nullptr ? SetState::New : set->state;
    entry.annotations = set == nullptr ? 0 : set->annotations;
    entry.arrival = document.arrival;
    if (is_done(entry.state)) ++done_;
  }
  if (held_ && !held_->known) hold_as_it_is();
  list();
}

void DocumentRows::hold(const DocumentKey& key) {
  if (held_ ? held_->key == key : key.empty()) return;
  held_.reset();
  if (!key.empty()) held_ = Held{key};
  hold_as_it_is();
  list();
}

void DocumentRows::filter_names(std::string_view query) {
  names_ = NameFilter(query);
  list();
}

void DocumentRows::filter_states(StateFilter filter) {
  states_ = filter;
  hold_as_it_is();
  list();
}

void DocumentRows::sort(const DocumentOrder& order) {
  order_ = order;
  hold_as_it_is();
  list();
}

/// Another view that was asked for shows things as they are.
void DocumentRows::hold_as_it_is() {
  if (!held_) return;
  const auto entry =
      std::find_if(entries_.begin(), entries_.end(), [this](const Entry& each) { return each.key == held_->key; });
  if (entry != entries_.end()) held_ = Held{entry->key, entry->state, entry->annotations, true};
}

void DocumentRows::list() {
  rows_.clear();
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (!accepts(states_, state_of(entries_[i]))) continue;
    if (names_.empty() || names_.accepts_folded(entries_[i].folded)) rows_.push_back(i);
  }
  std::sort(rows_.begin(), rows_.end(),
            [this](std::size_t a, std::size_t b) { return comes_before(entries_[a], entries_[b]); });
}

bool DocumentRows::comes_before(const Entry& a, const Entry& b) const {
  const int difference = compared(a, b);
  if (difference != 0) return (difference < 0) != order_.reversed;
  return a.sort_key < b.sort_key;
}

int DocumentRows::compared(const Entry& a, const Entry& b) const {
  switch (order_.by) {
    case DocumentSort::Name: return a.sort_key.compare(b.sort_key);
    case DocumentSort::State: return three_way(state_of(a), state_of(b));
    case DocumentSort::Count: return three_way(count_of(a), count_of(b));
    case DocumentSort::Arrival: return three_way(a.arrival, b.arrival);
  }
  return 0;
}

}  // namespace mitjul
