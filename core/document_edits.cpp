#include "core/document_edits.h"

#include "core/import_edit.h"

namespace mitjul {

Edit trash_document(const DocumentInfo& document) {
  DocumentInfo after = document;
  after.in_trash = true;
  return {"delete-document", {DocumentChange{document.key, document, after}}};
}

Edit restore_documents(const std::vector<DocumentInfo>& documents, std::set<std::string> taken) {
  Edit edit{"restore-document", {}};
  for (const DocumentInfo& document : documents) {
    DocumentInfo after = document;
    after.in_trash = false;
    after.name = free_name(document.name, taken);
    taken.insert(after.name);
    edit.changes.emplace_back(DocumentChange{document.key, document, after});
  }
  return edit;
}

Edit rename_document(const DocumentInfo& document, const std::string& name) {
  DocumentInfo after = document;
  after.name = name;
  return {"rename-document", {DocumentChange{document.key, document, after}}};
}

}  // namespace mitjul
