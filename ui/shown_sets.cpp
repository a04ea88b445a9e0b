#include "ui/shown_sets.h"

#include <wx/intl.h>

#include "ui/history_words.h"

namespace mitjul {

bool ShownSets::hold(const SetKey& other) const {
  switch (which) {
    case Which::Mine: return false;
    case Which::Everybody: return true;
    case Which::One: return other.annotator == annotator && other.curated == curated;
  }
  return false;
}

wxString set_name(const SetKey& set, const std::vector<Annotator>& annotators) {
  const wxString name = annotator_name(annotators, set.annotator);
  return set.curated ? wxString::Format(_("%s (curated)"), name) : name;
}

}  // namespace mitjul
