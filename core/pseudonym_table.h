#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mitjul {

/// What stands for a surface, a name or another wording that is to be kept secret, in exports: `인물1`.
struct Pseudonym {
  std::string surface;  ///< as it was met first, in NFC
  std::string label;    ///< the word in front of the number: the name its label had then, without blanks
  int number = 0;       ///< from 1; no two entries have the same label and number

  auto operator<=>(const Pseudonym&) const = default;
};

/// `인물1`.
std::string stand_in_of(const Pseudonym& pseudonym);

/// The key to the pseudonymised exports of a project: it tells which surface stands behind a stand-in, never leaves the
/// project, and grows from export to export, so that a surface has the same stand-in in all of them. Surfaces are
/// compared as they are; what counts as the same wording is up to who asks.
class PseudonymTable {
 public:
  PseudonymTable() = default;
  /// As it was stored. Of two entries with the same surface, or the same label and number, the first one counts.
  explicit PseudonymTable(const std::vector<Pseudonym>& entries);

  /// In the order in which they came.
  const std::vector<Pseudonym>& entries() const { return entries_; }
  /// nullptr where the surface has no entry.
  const Pseudonym* find(std::string_view surface) const;
  /// The lowest number above `behind` that no entry of the label has.
  int free_number(const std::string& label, int behind = 0) const;
  /// Adds the entry, or changes that of its surface. Its label and number are those of no other entry (asserted).
  void put(Pseudonym entry);

  bool operator==(const PseudonymTable& other) const { return entries_ == other.entries_; }

 private:
  std::vector<Pseudonym> entries_;
  std::map<std::string, std::size_t, std::less<>> places_;  // of the surfaces
  std::set<std::pair<std::string, int>> taken_;
};

}  // namespace mitjul
