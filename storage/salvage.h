#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "core/document.h"
#include "core/schema.h"
#include "storage/database.h"
#include "storage/page_scan.h"
#include "storage/recovery.h"

namespace mitjul {

/// What indexes repeat of rows, by the number of the row.
struct IndexedRows {
  struct Set {
    std::int64_t document = 0;
    AnnotatorKey annotator;
    bool curated = false;
  };
  std::map<std::int64_t, DocumentKey> document_keys;
  std::map<std::int64_t, std::string> document_names;
  std::map<std::int64_t, Set> sets;
};

/// A project in the making: `database` has the rows that could be read of a damaged one. The functions of recovery mend
/// it, table by table, until it is a project again, and tell `report` what they could not.
struct Salvage {
  Database& database;
  RecoveryReport report;
  std::map<std::string, TableGaps, std::less<>> gaps;  ///< by table or index
  std::set<std::string, std::less<>> tables;           ///< those that the damaged project had
  IndexedRows indexed;
  bool log_is_whole = false;
  bool schema_is_whole = false;
  std::optional<Schema> schema;       ///< where it is whole
  std::int64_t annotations_lost = 0;  ///< those in the list of losses, and those of which only the number is known

  bool is_whole(std::string_view table) const { return gaps.find(table)->second.none(); }
  /// Whether rows that begin with these columns may be missing.
  bool may_miss(std::string_view table, const StoredRow& row) const { return gaps.find(table)->second.may_miss(row); }
  bool has(std::string_view table) const { return tables.count(table) != 0; }
  void lose(RecoveryLoss loss) { report.losses.push_back(std::move(loss)); }
};

/// Puts what stands in the file into the tables of an empty project at `path`, as it is.
void pour_rows(const PageScan& scan, const std::filesystem::path& path, Salvage& salvage);

/// Leaves the edits in the log that fit their fingerprints.
void mend_log(Salvage& salvage);
/// Ends the log: where anything is lost, nothing can be undone, and an entry says so.
void end_log(Salvage& salvage, Time time);

/// Schema, settings and proposals; then, when it is known what the annotations use of it, what the schema lacks.
void mend_schema(Salvage& salvage);
void complete_schema(Salvage& salvage);
void mend_settings(Salvage& salvage, Time time);
/// The word list, export profiles and pseudonyms.
void mend_lists(Salvage& salvage);
/// Those who have sets or edits, too, where their own rows are lost.
void mend_annotators(Salvage& salvage);

/// Documents with all that hangs on them.
void mend_documents(Salvage& salvage);

}  // namespace mitjul
