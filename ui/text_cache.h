#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>

#include "core/store.h"
#include "korean/search_text.h"

namespace mitjul {

/// The texts of a project, folded for searching, each loaded when it is first asked for. Has a connection of its own to
/// the project, which is opened then. Texts never change, so nothing here grows old. Several threads may use it.
class TextCache {
 public:
  using OpenStore = std::function<std::unique_ptr<Store>()>;
  explicit TextCache(OpenStore open) : open_(std::move(open)) {}

  /// Throws `Error` where the document is not there or its text is damaged; its annotations are not read.
  SearchText text(const DocumentKey& key);
  /// A document as it is stored now, with its annotations, which are not kept. Throws `Error` where the document is not
  /// there or anything of it is damaged.
  AnnotatedDocument load(const DocumentKey& key);
  /// Keeps nothing of a document that was purged.
  void forget(const DocumentKey& key);

 private:
  Store& store();  // opened when it is first used; with `store_mutex_` held

  std::mutex store_mutex_;  // never held together with the other
  std::unique_ptr<Store> store_;
  OpenStore open_;
  std::mutex texts_mutex_;
  std::map<DocumentKey, SearchText> texts_;
};

}  // namespace mitjul
