#include "ui/text_cache.h"

namespace mitjul {

AnnotatedDocument TextCache::load(const DocumentKey& key) {
  const std::lock_guard lock(store_mutex_);
  if (!store_) store_ = open_();
  return store_->load(key);
}

SearchText TextCache::text(const DocumentKey& key) {
  {
    const std::lock_guard lock(texts_mutex_);
    if (const auto found = texts_.find(key); found != texts_.end()) return found->second;
  }
  // Folded without a lock: the window may ask for other texts meanwhile.
  const SearchText text(load(key).document.text);
  const std::lock_guard lock(texts_mutex_);
  return texts_.emplace(key, text).first->second;
}

void TextCache::forget(const DocumentKey& key) {
  const std::lock_guard lock(texts_mutex_);
  texts_.erase(key);
}

}  // namespace mitjul
