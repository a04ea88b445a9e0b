#include "storage/purge.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/error.h"
#include "storage/document_rows.h"
#include "storage/edit_log.h"
#include "storage/export_rows.h"

namespace mitjul {
namespace {

class Purge {
 public:
  Purge(Database& database, const std::vector<DocumentKey>& keys) : database_(database) {
    for (const DocumentKey& key : keys) {
      const auto row = find_document_row(database, key);
      if (!row) throw Error(ErrorKind::Damaged, database.path(), key.str());
      documents_.emplace(*row, key);
    }
  }

  PurgeReport run(LogEntry& entry) {
    std::set<EditNumber> edits;
    for (const auto& [row, key] : documents_) remove_changes(row, key, edits);
    for (const auto& [row, key] : documents_) find_relations_elsewhere(key);
    for (const auto& [row, ids] : relations_) remove_relations(row, ids, entry);
    for (const auto& [row, key] : documents_) {
      database_.prepare("DELETE FROM annotation WHERE document = ?1").bind(row).run();
      database_.prepare("DELETE FROM document WHERE id = ?1").bind(row).run();
    }
    for (const auto& [row, key] : documents_) purge_from_profiles(database_, key);
    purge_from_pseudonyms(database_);
    mend_log_after_purge(database_, {edits.begin(), edits.end()});
    return report_;
  }

 private:
  /// Changes of the document, and of others where they name it; adds the edits that they are of. Keys are random: where
  /// the text of one stands in a change, it is meant.
  void remove_changes(std::int64_t row, const DocumentKey& key, std::set<EditNumber>& edits) {
    Statement removed = database_.prepare(
        "DELETE FROM change WHERE document = ?1 OR instr(coalesce(before, '') || coalesce(after, ''), ?2) RETURNING "
        "edit");
    removed.bind(row, key.view());
    while (removed.step()) edits.insert(removed.integer(0));
  }

  struct Relation {
    std::int64_t row;
    DocumentKey document;
    AnnotationId id;
  };

  void find_relations_elsewhere(const DocumentKey& key) {
    std::vector<Relation> found =
        relations_from(database_
                           .prepare("SELECT DISTINCT d.id, d.key, a.annotator, a.number FROM argument a JOIN document "
                                    "d ON d.id = a.document"
                                    " WHERE a.target_document = ?1 AND a.target_document <> ''")
                           .bind(key.view()));
    while (!found.empty()) {
      const Relation relation = found.back();
      found.pop_back();
      if (documents_.count(relation.row) != 0 || !relations_[relation.row].insert(relation.id).second) continue;
      for (Relation& next : relations_from(
               database_
                   .prepare("SELECT DISTINCT d.id, d.key, a.annotator, a.number FROM argument a JOIN document d ON "
                            "d.id = a.document"
                            " WHERE a.target_annotator = ?1 AND a.target_number = ?2"
                            " AND (a.target_document = ?3 OR (a.target_document = '' AND a.document = ?4))")
                   .bind(relation.id.annotator.view(), relation.id.number, relation.document.view(), relation.row))) {
        found.push_back(next);
      }
    }
  }

  static std::vector<Relation> relations_from(Statement& rows) {
    std::vector<Relation> relations;
    while (rows.step()) {
      const auto document = DocumentKey::parse(rows.text(1));
      const auto annotator = AnnotatorKey::parse(rows.text(2));
      if (document && annotator) relations.push_back({rows.integer(0), *document, {*annotator, rows.integer(3)}});
    }
    return relations;
  }

  void remove_relations(std::int64_t row, const std::set<AnnotationId>& ids, LogEntry& entry) {
    std::vector<Problem> damage;
    const AnnotatedDocument document = read_document(database_, row, damage);
    for (const auto& [key, set] : document.sets) {
      for (const AnnotationId& id : ids) {
        const Annotation* const relation = set.find(id);
        if (relation == nullptr) continue;
        delete_annotations(database_, row, id.annotator, {id.number});
        count_annotations(database_, set_row(database_, row, key), -1, 0 - fingerprint(*relation));
        entry.add(AnnotationChange{key, without_purged_ends(*relation), std::nullopt}, row);
        ++report_.relations_elsewhere;
      }
    }
  }

  Annotation without_purged_ends(Annotation relation) const {
    auto& arguments = std::get<mitjul::Relation>(relation.anchor).arguments;
    arguments.erase(std::remove_if(arguments.begin(), arguments.end(),
                                   [this](const Argument& argument) { return is_purged(argument.target.document); }),
                    arguments.end());
    return relation;
  }

  bool is_purged(const DocumentKey& key) const {
    return std::any_of(documents_.begin(), documents_.end(), [&](const auto& each) { return each.second == key; });
  }

  Database& database_;
  std::map<std::int64_t, DocumentKey> documents_;             // by their rows
  std::map<std::int64_t, std::set<AnnotationId>> relations_;  // by the row of their document
  PurgeReport report_;
};

}  // namespace

PurgeReport purge_documents(Database& database, const std::vector<DocumentKey>& keys, const EditHeader& header) {
  // What is deleted is overwritten at once; VACUUM then builds the file anew without its free pages.
  database.execute("PRAGMA secure_delete = ON");
  PurgeReport report;
  {
    Transaction transaction(database, Transaction::Kind::Write);
    Purge purge(database, keys);
    LogEntry entry(database, header);
    report = purge.run(entry);
    entry.finish();
    transaction.commit();
  }
  try {
    database.execute("VACUUM");
  } catch (const Error&) {
    report.compacted = false;  // no room for a second copy of the file; what was deleted is overwritten all the same
  }
  return report;
}

}  // namespace mitjul
