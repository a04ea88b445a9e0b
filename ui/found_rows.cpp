#include "ui/found_rows.h"

#include <algorithm>

namespace mitjul {

void FoundRows::begin(std::vector<NamedDocument> documents) {
  *this = FoundRows();
  texts_.resize(documents.size());
  documents_ = std::move(documents);
}

bool FoundRows::add(FoundBatch batch) {
  for (auto& [document, text] : batch.texts) {
    if (!is_gone(document)) texts_[document] = std::move(text);
  }
  for (const TextHit& found : batch.hits) {
    if (is_gone(found.text)) continue;
    if (full()) {
      cut_ = true;
      return false;
    }
    rows_.push_back(size());
    hits_.push_back(found);
  }
  return true;
}

bool FoundRows::keep_only(const std::set<DocumentKey>& documents) {
  bool any = false;
  for (std::uint32_t i = 0; i < documents_.size(); ++i) {
    if (is_gone(i) || documents.count(documents_[i].key) != 0) continue;
    documents_[i] = {};
    texts_[i] = {};
    any = true;
  }
  if (!any) return false;
  const std::uint32_t before = size();
  // What stands where of those that stay, and where each of them comes to.
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> places(before);
  std::vector<TextHit> hits;
  for (std::uint32_t i = 0; i < before; ++i) {
    places[i] = static_cast<std::uint32_t>(hits.size());
    if (!is_gone(hits_[i].text)) hits.push_back(hits_[i]);
  }
  std::optional<std::uint32_t> current;
  for (std::uint32_t row = 0; row < before; ++row) {
    if (is_gone(hit(row).text)) continue;
    if (current_ == row) current = static_cast<std::uint32_t>(rows.size());
    rows.push_back(places[rows_[row]]);
  }
  hits_ = std::move(hits);
  rows_ = std::move(rows);
  current_ = current;
  return size() < before;
}

void FoundRows::sort(ConcordanceOrder order) {
  const std::optional<std::uint32_t> current = current_ ? std::optional(rows_[*current_]) : std::nullopt;
  order_ = order;
  rows_ =
      sorted_rows(size(), order, [this](std::uint32_t i) { return context_of(texts_[hits_[i].text], hits_[i].span); });
  if (current) current_ = static_cast<std::uint32_t>(std::find(rows_.begin(), rows_.end(), *current) - rows_.begin());
}

DocumentSpan FoundRows::place(std::uint32_t row) const { return {documents_[hit(row).text].key, hit(row).span}; }

std::vector<Span> FoundRows::spans_in(const DocumentKey& document) const {
  std::vector<Span> spans;
  for (const TextHit& each : hits_) {
    if (documents_[each.text].key == document) spans.push_back(each.span);
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

const std::string& FoundRows::document_name(std::uint32_t row) const { return documents_[hit(row).text].name; }

Context FoundRows::context(std::uint32_t row) const {
  const Context raw = context_of(texts_[hit(row).text], hit(row).span);
  return {on_one_line(raw.left), on_one_line(raw.hit), on_one_line(raw.right)};
}

std::optional<std::uint32_t> FoundRows::beside(const DocumentSpan& caret, bool forward) const {
  if (order_ != ConcordanceOrder::Place) return std::nullopt;
  const auto document = std::find_if(documents_.begin(), documents_.end(),
                                     [&](const NamedDocument& d) { return d.key == caret.document; });
  if (document == documents_.end()) return std::nullopt;
  const auto text = static_cast<std::uint32_t>(document - documents_.begin());
  const auto behind = std::lower_bound(hits_.begin(), hits_.end(), TextHit{text, {caret.span.start, caret.span.start}});
  const auto row = static_cast<std::uint32_t>(behind - hits_.begin());
  if (forward) return row % size();
  return (row + size() - 1) % size();
}

std::optional<std::uint32_t> FoundRows::step(bool forward, const std::optional<DocumentSpan>& caret) {
  if (size() == 0) return std::nullopt;
  if (current_) {
    current_ = (*current_ + (forward ? 1 : size() - 1)) % size();
  } else {
    current_ = forward ? 0 : size() - 1;
    if (caret) current_ = beside(*caret, forward).value_or(*current_);
  }
  return current_;
}

}  // namespace mitjul
