#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/progress.h"
#include "core/pseudonym_table.h"
#include "export/export.h"

namespace mitjul {

class PseudonymReplacer;

/// What is to be hidden.
struct PseudonymRequest {
  std::vector<std::string> labels;  ///< ids; those below them are meant, too
  /// Whether a surface of a single character is replaced wherever it stands, as all others are; else only where it is
  /// annotated, and it stays readable elsewhere. `천` is a name, and part of many words.
  bool single_characters_everywhere = true;
};

/// The surfaces of a project that are to be hidden, with what stands for them: turns an export into one in which none
/// of them can be read (docs/pseudonyms.md).
///
/// A surface is what a span, or a piece of one, of the chosen labels says, whoever annotated it; it is replaced
/// wherever it stands, annotated or not. Stand-ins hold no surface, and none comes about where they meet other text.
class Pseudonyms {
 public:
  /// `project`: all of it, also what is not exported: its documents are read once. `known`: from earlier exports, which
  /// keeps what it says unless a stand-in now holds a surface. Throws `Error{Cancelled}`.
  Pseudonyms(const ExportSource& project, const PseudonymRequest& request, PseudonymTable known,
             const Progress& progress = {});

  /// To be kept in the project, in place of the one that was known.
  const PseudonymTable& table() const { return table_; }
  /// How many surfaces are replaced.
  std::size_t size() const;
  /// Surfaces of a single character, of which the user should know what becomes of them.
  const std::vector<std::string>& single_characters() const { return single_characters_; }
  /// Surfaces that stand in ids of the schema, which cannot change: `ORG`.
  std::vector<std::string> kept_in_ids(const Schema& schema) const;

  /// The source with stand-ins in texts, names, titles, metadata, notes, values, origins and in the words of the
  /// schema, everything about places fitted to that. Ids and keys stay; hashes of the original files are left out, and
  /// so are numbers, dates and truth values of attributes that hold a surface. The result shares what it needs of this.
  ExportSource applied_to(ExportSource source) const;
  /// A text that is no document's.
  std::string applied_to(std::string_view text) const;

 private:
  PseudonymTable table_;
  std::vector<std::string> single_characters_;
  std::shared_ptr<const PseudonymReplacer> replacer_;
};

}  // namespace mitjul
