#include "core/pseudonym_table.h"

#include <cassert>

namespace mitjul {

std::string stand_in_of(const Pseudonym& pseudonym) { return pseudonym.label + std::to_string(pseudonym.number); }

PseudonymTable::PseudonymTable(const std::vector<Pseudonym>& entries) {
  for (const Pseudonym& entry : entries) {
    if (find(entry.surface) == nullptr && taken_.count({entry.label, entry.number}) == 0) put(entry);
  }
}

const Pseudonym* PseudonymTable::find(std::string_view surface) const {
  const auto place = places_.find(surface);
  return place == places_.end() ? nullptr : &entries_[place->second];
}

int PseudonymTable::free_number(const std::string& label, int behind) const {
  int number = behind + 1;
  for (auto next = taken_.lower_bound({label, number}); next != taken_.end() && *next == std::pair(label, number);
       ++next) {
    ++number;
  }
  return number;
}

void PseudonymTable::put(Pseudonym entry) {
  const auto [place, is_new] = places_.try_emplace(entry.surface, entries_.size());
  if (!is_new) taken_.erase({entries_[place->second].label, entries_[place->second].number});
  [[maybe_unused]] const bool free = taken_.insert({entry.label, entry.number}).second;
  assert(free);
  if (is_new) {
    entries_.push_back(std::move(entry));
  } else {
    entries_[place->second] = std::move(entry);
  }
}

}  // namespace mitjul
