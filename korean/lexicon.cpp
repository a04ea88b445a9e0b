#include "korean/lexicon.h"

#include <algorithm>

namespace mitjul {
namespace {

template <class Uses>
auto use_of(Uses& uses, std::string_view label) {
  return std::find_if(uses.begin(), uses.end(), [&](const Lexicon::Use& use) { return use.label == label; });
}

}  // namespace

std::uint32_t Lexicon::Entry::count() const {
  std::uint32_t sum = 0;
  for (const Use& use : uses) sum += use.count;
  return sum;
}

std::uint32_t Lexicon::Entry::count(std::string_view label) const {
  const auto use = use_of(uses, label);
  return use == uses.end() ? 0 : use->count;
}

bool Lexicon::takes(std::u32string_view surface) {
  if (surface.empty() || surface.size() > kLongestSurface) return false;
  const auto blanks = std::count(surface.begin(), surface.end(), U' ');
  return static_cast<std::size_t>(blanks) < kMostWords;
}

void Lexicon::add(std::u32string_view surface, std::string_view label, std::uint32_t count) {
  if (!takes(surface) || count == 0) return;
  std::uint32_t number = index_.find(surface);
  if (number == SurfaceIndex::kNone) {
    if (free_.empty()) {
      number = static_cast<std::uint32_t>(entries_.size());
      entries_.push_back({std::u32string(surface), {}});
    } else {
      number = free_.back();
      free_.pop_back();
      entries_[number].surface = surface;
    }
    index_.insert(surface, number);
  }
  std::vector<Use>& uses = entries_[number].uses;
  if (const auto use = use_of(uses, label); use != uses.end()) {
    use->count += count;
  } else {
    uses.push_back({std::string(label), count});
  }
}

void Lexicon::remove(std::u32string_view surface, std::string_view label, std::uint32_t count) {
  const std::uint32_t number = index_.find(surface);
  if (number == SurfaceIndex::kNone) return;
  std::vector<Use>& uses = entries_[number].uses;
  const auto use = use_of(uses, label);
  if (use == uses.end()) return;
  use->count -= std::min(use->count, count);
  if (use->count == 0) uses.erase(use);
  if (!uses.empty()) return;
  index_.erase(surface);
  entries_[number] = {};
  free_.push_back(number);
}

void Lexicon::merge(const Lexicon& other) {
  for (const Entry& entry : other.entries_) {
    for (const Use& use : entry.uses) add(entry.surface, use.label, use.count);
  }
}

const Lexicon::Entry* Lexicon::find(std::u32string_view surface) const {
  const std::uint32_t number = index_.find(surface);
  return number == SurfaceIndex::kNone ? nullptr : &entries_[number];
}

}  // namespace mitjul
