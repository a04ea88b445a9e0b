#pragma once

#include <wx/string.h>

#include <string>
#include <vector>

#include "core/annotation.h"
#include "core/document.h"
#include "core/schema.h"
#include "core/store.h"

namespace mitjul {

/// A line of what is said about annotations under the pointer.
struct CardLine {
  enum class Kind {
    Title,  ///< the name of a label
    Quote,  ///< words of the text
    Fact,   ///< a name and what it is
    Faint,  ///< who made it, when and how
  };
  Kind kind = Kind::Fact;
  wxString text;
  wxString name = {};      ///< of a fact
  std::string label = {};  ///< id, of a title
};

/// Everything that is to be known of these annotations, which are in the order in which they are given: label with its
/// parents, attributes, note, who made it, when and how; of a relation both ends with their roles. Ids that the
/// document does not have are passed over. Of several, each has its words, too.
std::vector<CardLine> annotation_card(const std::vector<AnnotationId>& ids, const AnnotatedDocument& document,
                                      const Schema& schema, const std::vector<Annotator>& annotators);

/// The names of a label's parents and its own: `개체 › 기관`.
wxString full_label_name(const Schema& schema, std::string_view label);

}  // namespace mitjul
