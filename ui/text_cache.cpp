#include "ui/text_cache.h"

namespace mitjul {

Store& TextCache::store() {
  if (!store_) store_ = open_();
  return *store_;
}

AnnotatedDocument TextCache::load(const DocumentKey& key) {
  const std::lock_guard lock(store_mutex_);
  return store().load(key);
}

SearchText TextCache::text(const DocumentKey& key) {
  {
    const std::lock_guard lock(texts_mutex_);
    if (const auto found = texts_.find(key); found != texts_.end()) return found->second;
  }
  const auto stored = [&] {
    const std::lock_guard lock(store_mutex_);
    return store().text(key);
  };
  // Folded without a lock: the window may ask for other texts meanwhile.
  const SearchText text(stored());
  const std::lock_guard lock(texts_mutex_);
  return texts_.emplace(key, text).first->second;
}

void TextCache::forget(const DocumentKey& key) {
  const std::lock_guard lock(texts_mutex_);
  texts_.erase(key);
}

}  // namespace mitjul
