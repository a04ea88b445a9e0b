#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "ui/editor.h"

namespace mitjul {

/// The annotations of who works that wait for review, in all documents, as they are after each edit; and how far the
/// work has come. No window itself. Members that read throw `Error`.
class ReviewQueue {
 public:
  explicit ReviewQueue(Editor& editor);

  /// Told whenever others wait, or the filter changes; an edit may still be under way.
  void listen(std::function<void()> listener) { listeners_.push_back(std::move(listener)); }
  /// Everything anew: the schema, or what other programs wrote, has changed.
  void read();
  /// Follows an edit that was done.
  void take_in(const Edit& edit);

  /// What has been revised, whether anything waits for it or not.
  const std::vector<RevisedTag>& tags() const { return tags_; }
  /// How many wait for this reason.
  std::size_t count(std::size_t tag) const;
  std::size_t left() const { return all_.size(); }
  /// Those that wait, and those that have been confirmed since the last revision.
  std::size_t total() const { return left() + static_cast<std::size_t>(confirmed_); }

  /// The schema as it was published under a version; nullptr where there was none of that number. Read once.
  const Schema* schema_of(int version);

  /// Only what waits for this reason is listed; nothing: all of it.
  void set_reason(std::optional<std::size_t> tag);
  std::optional<std::size_t> reason() const { return reason_; }
  /// How many are listed.
  std::size_t size() const { return listed_.size(); }
  const WaitingAnnotation& operator[](std::size_t row) const { return all_[listed_[row]]; }
  /// Where it is listed.
  std::optional<std::size_t> row_of(const DocumentKey& document, const AnnotationId& id) const;

 private:
  bool is_own(const SetKey& set) const;
  bool take_in(const AnnotationChange& change);
  void list();
  void tell();

  Editor& editor_;
  std::vector<std::function<void()>> listeners_;
  std::vector<RevisedTag> tags_;
  int last_revision_ = 0;
  std::vector<WaitingAnnotation> all_;
  std::vector<std::size_t> listed_;  // places in `all_`
  std::int64_t confirmed_ = 0;
  std::optional<std::size_t> reason_;
  std::map<int, Schema> published_;
};

}  // namespace mitjul
