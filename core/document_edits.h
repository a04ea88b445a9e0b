#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/change.h"

namespace mitjul {

/// Edits on whole documents, as values for `Workspace::perform`.

Edit trash_document(const DocumentInfo& document);

/// Brings documents back from the trash. One whose name is among `taken`, or is that of another of them, gets a number
/// behind its name.
Edit restore_documents(const std::vector<DocumentInfo>& documents, std::set<std::string> taken);

Edit rename_document(const DocumentInfo& document, const std::string& name);

}  // namespace mitjul
