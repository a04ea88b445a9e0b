#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/name_rules.h"
#include "core/progress.h"
#include "core/pseudonym_table.h"
#include "export/export.h"
#include "export/pseudonym_report.h"

namespace mitjul {

class PseudonymReplacer;
struct ReplacementCounts;

/// What is to be hidden.
struct PseudonymRequest {
  std::vector<std::string> labels;  ///< ids; those below them are meant, too
  /// Of the language of the texts: where a single letter is a name. A surface of one Hangul letter is replaced where it
  /// is a word, and in words of which the rules say that it is the name in them. Nobody is asked whether it should be
  /// replaced elsewhere, too: 김치 would be 인물1치 without anything being hidden by that, and whoever left a name as
  /// it is where it stands alone would betray it. `inside_words` says how often it was left.
  NameRules names{};
};

/// The surfaces of a project that are to be hidden, with what stands for them: turns an export into one in which none
/// of them can be read (docs/pseudonyms.md).
///
/// A surface is what a span, or a piece of one, of the chosen labels says, whoever annotated it; it is replaced
/// wherever it stands, annotated or not. Stand-ins hold no surface, and none comes about where they meet other text.
class Pseudonyms {
 public:
  /// `project`: all of it, also what is not exported: its documents are read once. Of documents in the trash nothing is
  /// hidden, but no stand-in is a word that stands in one. `known`: from earlier exports, which keeps what it says
  /// unless a stand-in now holds a surface or stands in a text. Throws `Error{Cancelled}`.
  Pseudonyms(const ExportSource& project, const PseudonymRequest& request, PseudonymTable known,
             const Progress& progress = {});

  /// To be kept in the project, in place of the one that was known.
  const PseudonymTable& table() const { return table_; }
  /// How many surfaces are replaced.
  std::size_t size() const;
  /// Stand-ins of earlier exports that had to change.
  const std::vector<ChangedStandIn>& changed() const { return changed_; }
  /// Surfaces of a single character that are replaced in the midst of words, too: such as 美, 🚀.
  std::vector<std::string> single_characters() const;
  /// Single Hangul letters that stood inside other words and stayed there, in what was asked for of the sources so far.
  std::vector<CountedWording> inside_words() const;
  /// Wordings that look like surfaces with white space in them, and stayed, in the same: 김 철 수.
  std::vector<CountedWording> apart() const;
  /// Surfaces that stand in ids of the schema, which cannot change: `ORG`.
  std::vector<std::string> kept_in_ids(const Schema& schema) const;

  /// The source with stand-ins in texts, names, titles, metadata, notes, values, origins and in the words of the
  /// schema, everything about places fitted to that. Ids and keys stay; hashes of the original files are left out. So
  /// are numbers, dates and truth values of attributes that hold a surface, and substitutions within one; these, and
  /// pieces of spans that became one, are counted as losses. The result shares what it needs of this.
  ExportSource applied_to(ExportSource source) const;
  /// A text that is no document's.
  std::string applied_to(std::string_view text) const;

 private:
  PseudonymTable table_;
  std::vector<ChangedStandIn> changed_;
  std::vector<std::string> surfaces_;  // by their numbers, as they were met
  std::shared_ptr<const PseudonymReplacer> replacer_;
  std::shared_ptr<ReplacementCounts> left_;  // of all sources, without losses
};

}  // namespace mitjul
