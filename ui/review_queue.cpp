#include "ui/review_queue.h"

#include <algorithm>

#include "ui/few_changes.h"

namespace mitjul {
namespace {

bool waits_for(const WaitingAnnotation& waiting, std::size_t tag) {
  return std::find(waiting.reasons.begin(), waiting.reasons.end(), tag) != waiting.reasons.end();
}

}  // namespace

ReviewQueue::ReviewQueue(Editor& editor) : editor_(editor) { read(); }

void ReviewQueue::read() {
  Workspace& workspace = editor_.workspace();
  const std::vector<RevisedTag> tags = revised_tags(workspace.schema());
  ReviewWork work = workspace.store().review_work(tags, workspace.annotator());
  // A filter is a place among the tags.
  if (tags != tags_) reason_.reset();
  tags_ = tags;
  last_revision_ = last_revision(tags_);
  all_ = std::move(work.waiting);
  confirmed_ = work.confirmed;
  list();
  tell();
}

bool ReviewQueue::is_own(const SetKey& set) const {
  return set.annotator == editor_.workspace().annotator() && !set.curated;
}

void ReviewQueue::take_in(const Edit& edit) {
  // Documents come and go, labels change: where that is, and what comes back into the queue, is read.
  const bool other = std::any_of(edit.changes.begin(), edit.changes.end(), [](const Change& change) {
    return std::holds_alternative<SchemaChange>(change) || std::holds_alternative<RetaggingChange>(change) ||
           std::holds_alternative<DocumentChange>(change);
  });
  if (other) return read();
  if (tags_.empty()) return;
  if (edit.changes.size() > kFewChanges) return read();
  bool listed_anew = false;
  for (const Change& change : edit.changes) {
    const auto* const made = std::get_if<AnnotationChange>(&change);
    if (made == nullptr || !is_own(made->set)) continue;
    if (made->after && !reasons_to_review(tags_, *made->after).empty()) return read();
    listed_anew = take_in(*made) || listed_anew;
  }
  if (!listed_anew) return;
  list();
  tell();
}

/// Of an annotation that does not wait any more; whether anything is other than before.
bool ReviewQueue::take_in(const AnnotationChange& change) {
  const AnnotatorKey& annotator = editor_.workspace().annotator();
  const auto reviewed = [&](const std::optional<Annotation>& annotation) {
    return annotation && is_reviewed(*annotation, last_revision_, annotator) ? 1 : 0;
  };
  const std::int64_t before = confirmed_;
  confirmed_ += reviewed(change.after) - reviewed(change.before);
  if (!change.before || reasons_to_review(tags_, *change.before).empty()) return confirmed_ != before;
  const auto place = std::find_if(all_.begin(), all_.end(), [&](const WaitingAnnotation& each) {
    return each.id == change.before->id && each.document == change.set.document;
  });
  if (place != all_.end()) all_.erase(place);
  return true;
}

std::size_t ReviewQueue::count(std::size_t tag) const {
  return static_cast<std::size_t>(
      std::count_if(all_.begin(), all_.end(), [tag](const WaitingAnnotation& each) { return waits_for(each, tag); }));
}

const Schema* ReviewQueue::schema_of(int version) {
  const auto known = published_.find(version);
  if (known != published_.end()) return &known->second;
  std::optional<Schema> schema = editor_.workspace().store().schema_version(version);
  return schema ? &published_.emplace(version, *std::move(schema)).first->second : nullptr;
}

void ReviewQueue::set_reason(std::optional<std::size_t> tag) {
  reason_ = tag;
  list();
  tell();
}

void ReviewQueue::list() {
  listed_.clear();
  listed_.reserve(all_.size());
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (!reason_ || waits_for(all_[i], *reason_)) listed_.push_back(i);
  }
}

std::optional<std::size_t> ReviewQueue::row_of(const DocumentKey& document, const AnnotationId& id) const {
  for (std::size_t row = 0; row < listed_.size(); ++row) {
    const WaitingAnnotation& each = (*this)[row];
    if (each.id == id && each.document == document) return row;
  }
  return std::nullopt;
}

void ReviewQueue::tell() {
  for (const auto& listener : listeners_) listener();
}

}  // namespace mitjul
