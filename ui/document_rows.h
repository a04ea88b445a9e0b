#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/store.h"
#include "korean/collation.h"
#include "ui/document_order.h"
#include "ui/name_filter.h"

namespace mitjul {

/// Whether nothing is left to do.
bool is_done(SetState state);

/// Documents in which states are listed.
enum class StateFilter { All, Unfinished, New, InProgress, Finished, Skipped };
bool accepts(StateFilter filter, SetState state);

/// Which documents a list shows, and in which order. The document that is worked on keeps its place while its state and
/// its annotations change: nothing jumps or goes under the annotator's hands.
class DocumentRows {
 public:
  /// The set of a document that counts; nullptr where there is none.
  using SetOf = std::function<const SetSummary*(const DocumentSummary&)>;

  /// Takes over names and states. Documents are known by their places in `documents`.
  void set_documents(const std::vector<DocumentSummary>& documents, const SetOf& set_of);
  /// The document that is worked on. An empty key: none.
  void hold(const DocumentKey& key);
  /// Only names that this filter accepts (see `NameFilter`).
  void filter_names(std::string_view query);
  void filter_states(StateFilter filter);
  void sort(const DocumentOrder& order);

  StateFilter states() const { return states_; }
  const DocumentOrder& order() const { return order_; }
  /// Places of the documents that are shown, in order.
  const std::vector<std::size_t>& rows() const { return rows_; }
  /// How many of all documents are done.
  std::size_t done() const { return done_; }

 private:
  struct Entry {
    DocumentKey key;
    std::string name;
    std::u32string folded;  ///< as the filter compares it
    std::string sort_key;
    SetState state = SetState::New;
    std::int64_t annotations = 0;
    std::int64_t arrival = 0;
  };
  /// As the document was when it was taken up.
  struct Held {
    DocumentKey key;
    SetState state = SetState::New;
    std::int64_t annotations = 0;
    bool known = false;  ///< it was among the documents when it was taken up, or came later
  };

  void hold_as_it_is();
  void list();
  bool comes_before(const Entry& a, const Entry& b) const;
  /// Below 0 where `a` comes first, whatever the names.
  int compared(const Entry& a, const Entry& b) const;
  SetState state_of(const Entry& entry) const { return is_held(entry) ? held_->state : entry.state; }
  std::int64_t count_of(const Entry& entry) const { return is_held(entry) ? held_->annotations : entry.annotations; }
  bool is_held(const Entry& entry) const { return held_ && held_->key == entry.key; }

  Collation collation_;
  std::vector<Entry> entries_;  ///< a document each, as they were given
  std::optional<Held> held_;
  NameFilter names_;
  StateFilter states_ = StateFilter::All;
  DocumentOrder order_;
  std::vector<std::size_t> rows_;
  std::size_t done_ = 0;
};

}  // namespace mitjul
