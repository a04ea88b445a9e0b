#include "storage/document_rows.h"
#include "storage/salvage_annotations.h"

namespace mitjul {
namespace {

struct BrokenRelation {
  std::int64_t row;
  std::string document;
  AnnotationId id;
};

std::vector<BrokenRelation> find_broken(Database& database) {
  std::vector<BrokenRelation> broken;
  Statement found = database.prepare(
      "SELECT DISTINCT d.id, d.name, g.annotator, g.number FROM argument g JOIN document d ON d.id = g.document"
      " WHERE NOT EXISTS (SELECT 1 FROM document t JOIN annotation a ON a.document = t.id"
      " WHERE t.key = iif(g.target_document = '', d.key, g.target_document)"
      " AND a.annotator = g.target_annotator AND a.number = g.target_number)");
  while (found.step()) {
    if (const auto annotator = AnnotatorKey::parse(found.text(2))) {
      broken.push_back({found.integer(0), std::string(found.text(1)), {*annotator, found.integer(3)}});
    }
  }
  return broken;
}

/// Whether it was there.
bool remove_relation(Salvage& salvage, const BrokenRelation& broken) {
  Database& database = salvage.database;
  std::vector<Problem> damage;
  const AnnotatedDocument document = read_document(database, broken.row, damage);
  const AnnotationSet* const set = document.set_of(broken.id);
  if (set == nullptr) return false;
  const Annotation& relation = *set->find(broken.id);
  delete_annotations(database, broken.row, broken.id.annotator, {broken.id.number});
  count_annotations(database, set_row(database, broken.row, set->key()), -1, 0 - fingerprint(relation));
  say_lost(salvage, broken.document, broken.id, {relation.label, "", relation.note});
  return true;
}

}  // namespace

void remove_broken_relations(Salvage& salvage) {
  if (salvage.report.everything()) return;
  bool removed = true;
  while (removed) {
    removed = false;
    for (const BrokenRelation& relation : find_broken(salvage.database)) {
      removed = remove_relation(salvage, relation) || removed;
    }
  }
}

}  // namespace mitjul
