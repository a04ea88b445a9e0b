#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/pseudonym_table.h"
#include "core/schema.h"
#include "export/pseudonym_report.h"
#include "export/surface_finder.h"
#include "export/taken_numbers.h"

namespace mitjul {

/// A surface as it was met first.
struct MetSurface {
  std::string surface;  ///< in NFC
  std::string label;
};

/// `preferred`, and behind them signs that are hardly ever part of a name.
std::vector<std::string> with_signs(std::vector<std::string> preferred);

/// The words that stand-ins of a label may begin with, the best first: its name without blanks, its id, other words,
/// and signs that are hardly ever part of a name.
std::vector<std::string> words_of_stand_ins(const Schema& schema, const std::string& label);

/// Makes the stand-ins of surfaces: those that are known, and new ones. None holds a surface, and none is taken for
/// what a text says itself.
class StandIns {
 public:
  /// `met`: by the numbers of the surfaces. `taken`: knows the words of all labels and of the table.
  StandIns(const Schema& schema, const SurfaceFinder& finder, const std::vector<MetSurface>& met,
           const TakenNumbers& taken, PseudonymTable known);

  /// By the numbers of the surfaces.
  const std::vector<std::string>& stand_ins() const { return stand_ins_; }
  const PseudonymTable& table() const { return table_; }
  const std::vector<ChangedStandIn>& changed() const { return changed_; }

 private:
  /// A word with the last number that was tried.
  struct Word {
    std::string word;
    int last = 0;
    bool given_up = false;
  };

  bool holds_none(const std::string& words) const { return finder_.find(words).empty(); }
  void keep_known();
  void change(std::size_t number, const Pseudonym& entry);
  void make(std::size_t number, const std::string& surface);
  bool make(std::size_t number, const std::string& surface, Word& word);
  void put(std::size_t number, Pseudonym entry);
  std::vector<Word*>& words_for(const std::string& label);

  const Schema& schema_;
  const SurfaceFinder& finder_;
  const std::vector<MetSurface>& met_;
  const TakenNumbers& taken_;
  PseudonymTable table_;
  std::vector<std::string> stand_ins_;
  std::vector<ChangedStandIn> changed_;
  std::set<std::u32string> given_;  // as they are compared
  std::map<std::string, Word> words_;
  std::map<std::string, std::vector<Word*>> words_of_labels_;
};

}  // namespace mitjul
