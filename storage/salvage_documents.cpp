#include <algorithm>
#include <set>

#include "core/crypto.h"
#include "core/error.h"
#include "core/import_edit.h"
#include "core/utf8.h"
#include "storage/document_rows.h"
#include "storage/edit_log.h"
#include "storage/salvage.h"
#include "storage/salvage_annotations.h"
#include "storage/salvage_log.h"
#include "storage/schema_rows.h"

namespace mitjul {
namespace {

using State = RecoveryLoss::State;

/// Every document that any row speaks of, by its row.
std::set<std::int64_t> known_rows(Salvage& salvage) {
  std::set<std::int64_t> rows;
  Statement found = salvage.database.prepare(
      "SELECT id FROM document UNION SELECT document FROM document_text UNION SELECT document FROM annotation"
      " UNION SELECT document FROM annotation_set UNION SELECT document FROM change WHERE document IS NOT NULL");
  while (found.step()) rows.insert(found.integer(0));
  for (const auto& [row, key] : salvage.indexed.document_keys) rows.insert(row);
  return rows;
}

/// The text of a document, whatever its hash; nothing where it cannot be one.
std::optional<Text> text_in(Database& database, std::int64_t row) {
  Statement found = database.prepare("SELECT utf8 FROM document_text WHERE document = ?1");
  found.bind(row);
  if (!found.step() || !is_clean_text(found.text(0))) return std::nullopt;
  return Text(std::string(found.text(0)));
}

/// A description that stands in the row or in the log.
struct Described {
  DocumentInfo info;
  bool whole = true;
};

class DocumentMender {
 public:
  explicit DocumentMender(Salvage& salvage)
      : salvage_(salvage),
        database_(salvage.database),
        logged_(read_logged_descriptions(salvage.database)),
        unsealed_(read_unsealed_descriptions(salvage.database)) {}

  void run() {
    // Names are unique again in the end; until then, one that is damaged or old must not stand in the way of another.
    const std::string index = database_.text("SELECT sql FROM sqlite_schema WHERE name = 'document_name'");
    database_.execute("DROP INDEX document_name");
    std::vector<std::int64_t> others;
    for (const std::int64_t row : known_rows(salvage_)) {
      const auto text = text_in(database_, row);
      auto described = text ? description(row, *text) : std::nullopt;
      if (described && described->whole) {
        keep(row, *described);
      } else {
        others.push_back(row);
      }
    }
    for (const std::int64_t row : others) keep_or_lose(row);
    database_.execute(index);
    remove_what_hangs_on_nothing();
    if (!edits_.empty()) mend_log_after_purge(database_, {edits_.begin(), edits_.end()});
    const bool listed = salvage_.is_whole("document") || salvage_.is_whole("document_text") ||
                        salvage_.is_whole("sqlite_autoindex_document_1");
    if (!listed) salvage_.lose({"document", State::Unknown});
    salvage_.report.count("documents", saved_, lost_);
  }

 private:
  /// What is known of the document with this text.
  std::optional<Described> description(std::int64_t row, const Text& text) {
    const Document measured = Document::make("", text);
    const auto with_measures = [&](DocumentInfo info) {
      info.sha256 = measured.info.sha256;
      info.code_points = measured.info.code_points;
      info.utf16_units = measured.info.utf16_units;
      return info;
    };
    std::vector<Problem> damage;
    const DocumentInfo stored = read_document_info(database_, row, damage);
    const std::int64_t stored_print = stored_fingerprint(row);
    const auto is_stored = [&](const DocumentInfo& info) {
      return static_cast<std::int64_t>(fingerprint(info)) == stored_print;
    };
    const bool present = !stored.key.empty();
    // Also where only the hash itself is damaged.
    if (present && is_stored(with_measures(stored))) return Described{with_measures(stored)};
    const std::vector<DocumentInfo>& logged = logged_[row];
    const DocumentInfo* last = nullptr;
    for (const DocumentInfo& info : logged) {
      if (info.sha256 != measured.info.sha256) continue;
      last = &info;
      if (stored_print != 0 && is_stored(info)) return Described{info};
    }
    if (last != nullptr) return Described{*last, salvage_.log_is_whole};
    for (const DocumentInfo& info : unsealed_[row]) {
      if (!present && info.sha256 == measured.info.sha256) return Described{info, false};
    }
    if (!present || stored.sha256 != measured.info.sha256 || !is_clean_text(stored.name)) return std::nullopt;
    DocumentInfo part = with_measures(stored);
    // What stands on pages that are whole stays, where others explain what does not fit.
    const auto is_missing = [&](const char* table) { return salvage_.may_miss(table, {row}); };
    const bool explained =
        is_missing("document") || is_missing("metadata") || is_missing("zone") || is_missing("substitution");
    if (!explained || is_missing("metadata")) part.metadata.clear();
    if (!explained || is_missing("zone")) part.zones.clear();
    if (!explained || is_missing("substitution")) part.substitutions.clear();
    if (!is_clean_text(part.title)) part.title.clear();
    if (!is_clean_text(part.language)) part.language = DocumentInfo().language;
    return Described{part, false};
  }

  std::int64_t stored_fingerprint(std::int64_t row) {
    Statement found = database_.prepare("SELECT fingerprint FROM document WHERE id = ?1");
    found.bind(row);
    return found.step() ? found.integer(0) : 0;
  }

  void keep_or_lose(std::int64_t row) {
    const auto text = text_in(database_, row);
    auto described = text ? description(row, *text) : std::nullopt;
    if (described) {
      keep(row, *described);
    } else {
      lose(row);
    }
  }

  void keep(std::int64_t row, Described& described) {
    DocumentInfo& info = described.info;
    if (keys_.count(info.key) != 0) {  // an older copy of a row stands for a document that has another one
      lose(row);
      return;
    }
    keys_.insert(info.key);
    if (!info.in_trash) {
      const std::string free = free_name(info.name, names_);
      described.whole = described.whole && free == info.name;
      info.name = free;
      names_.insert(free);
    }
    write(row, info);
    ++saved_;
    if (!described.whole) salvage_.lose({"document", State::Part, info.name});
    mend_annotations(salvage_, row, info);
  }

  void write(std::int64_t row, const DocumentInfo& info) {
    database_.prepare("DELETE FROM document WHERE key = ?1 AND id <> ?2").bind(info.key.view(), row).run();
    database_
        .prepare(
            "INSERT OR REPLACE INTO document VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,"
            " ?14, 0)")
        .bind(row, info.key.view(), info.name, info.title, info.language, info.code_points, info.utf16_units,
              info.sha256, info.in_trash, info.origin.format, info.origin.file, info.origin.sha256,
              info.origin.encoding, info.origin.newlines)
        .run();
    update_document_info(database_, row, info);
  }

  /// What a document is called that cannot be saved.
  std::string name_of(std::int64_t row) {
    {
      Statement found = database_.prepare("SELECT name FROM document WHERE id = ?1");
      found.bind(row);
      if (found.step() && !found.text(0).empty()) return std::string(found.text(0));
    }
    const auto logged = logged_.find(row);
    if (logged != logged_.end() && !logged->second.empty()) return logged->second.back().name;
    const auto indexed = salvage_.indexed.document_names.find(row);
    if (indexed != salvage_.indexed.document_names.end()) return indexed->second;
    const auto key = salvage_.indexed.document_keys.find(row);
    return key != salvage_.indexed.document_keys.end() ? key->second.str() : std::string();
  }

  void lose(std::int64_t row) {
    const std::string name = name_of(row);
    salvage_.lose({"document", State::Lost, name});
    ++lost_;
    lose_annotations(salvage_, row, name);
    {
      Statement removed = database_.prepare("DELETE FROM change WHERE document = ?1 RETURNING edit");
      removed.bind(row);
      while (removed.step()) edits_.insert(removed.integer(0));
    }
    for (const std::string_view table :
         {"document_text", "metadata", "zone", "substitution", "annotation_set", "last_number", "annotation", "segment",
          "attribute", "argument", "refusal", "refusal_sum"}) {
      database_.prepare("DELETE FROM " + std::string(table) + " WHERE document = ?1").bind(row).run();
    }
    database_.prepare("DELETE FROM document WHERE id = ?1").bind(row).run();
  }

  void remove_what_hangs_on_nothing() {
    for (const std::string_view table :
         {"metadata", "zone", "substitution", "annotation_set", "last_number", "refusal", "refusal_sum"}) {
      database_.execute("DELETE FROM " + std::string(table) + " WHERE document NOT IN (SELECT id FROM document)");
    }
    for (const std::string_view table : {"segment", "attribute", "argument"}) {
      database_.execute("DELETE FROM " + std::string(table) +
                        " AS f WHERE NOT EXISTS (SELECT 1 FROM annotation a WHERE a.document = f.document"
                        " AND a.annotator = f.annotator AND a.number = f.number)");
    }
  }

  Salvage& salvage_;
  Database& database_;
  Descriptions logged_;
  Descriptions unsealed_;
  std::set<DocumentKey> keys_;
  std::set<std::string> names_;
  std::set<EditNumber> edits_;  // that named a document that is lost
  std::int64_t saved_ = 0;
  std::int64_t lost_ = 0;
};

}  // namespace

void mend_documents(Salvage& salvage) {
  if (salvage.schema_is_whole) salvage.schema = read_schema(salvage.database);
  restore_indexed_sets(salvage);
  DocumentMender(salvage).run();
  remove_broken_relations(salvage);
  count_annotation_rows(salvage);
}

}  // namespace mitjul
