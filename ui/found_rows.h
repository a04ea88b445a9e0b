#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "korean/concordance.h"
#include "ui/find_job.h"

namespace mitjul {

/// What was found, as the rows of a concordance: they come in the order of their places, and can be sorted; one of them
/// may be the current one. No window itself.
class FoundRows {
 public:
  /// More are not shown.
  static constexpr std::uint32_t kMost = 100'000;

  /// Begins anew, in the order of places; hits come in these documents.
  void begin(std::vector<NamedDocument> documents);
  /// Adds hits, which stand behind those that are there until all are sorted. False once there is no room for more.
  bool add(FoundBatch batch);

  /// Lets go of hits and texts of all but these documents, also of those that are still added. The current hit is none
  /// any more where it goes. Whether any hit went.
  bool keep_only(const std::set<DocumentKey>& documents);

  std::uint32_t size() const { return static_cast<std::uint32_t>(hits_.size()); }
  bool full() const { return size() >= kMost; }
  /// Whether hits were left out.
  bool cut() const { return cut_; }

  /// The order of rows; the current hit stays the current one.
  void sort(ConcordanceOrder order);
  ConcordanceOrder order() const { return order_; }

  DocumentSpan place(std::uint32_t row) const;
  /// Those in one document, in text order.
  std::vector<Span> spans_in(const DocumentKey& document) const;
  const std::string& document_name(std::uint32_t row) const;
  /// What stands there, on one line.
  Context context(std::uint32_t row) const;

  const std::optional<std::uint32_t>& current() const { return current_; }
  void set_current(std::optional<std::uint32_t> row) { current_ = row; }
  /// Goes to the next or previous row, from the last to the first. Without a current row: to the first row behind
  /// `caret`, or before it, if the rows are in the order of their places and it is in a document of theirs. Nothing
  /// where there are no rows.
  std::optional<std::uint32_t> step(bool forward, const std::optional<DocumentSpan>& caret = {});

 private:
  const TextHit& hit(std::uint32_t row) const { return hits_[rows_[row]]; }
  std::optional<std::uint32_t> beside(const DocumentSpan& caret, bool forward) const;

  bool is_gone(std::uint32_t document) const { return documents_[document].key.empty(); }

  std::vector<NamedDocument> documents_;  // those that are gone are empty
  std::vector<Text> texts_;               // of the documents; empty where nothing was found
  std::vector<TextHit> hits_;             // as they came
  std::vector<std::uint32_t> rows_;       // which hit stands where
  ConcordanceOrder order_ = ConcordanceOrder::Place;
  bool cut_ = false;
  std::optional<std::uint32_t> current_;
};

}  // namespace mitjul
