#pragma once

#include <wx/string.h>

#include <vector>

namespace mitjul {

/// A sentence with a value for each `%s`, in order, whose Korean particles follow the values (`append_with_particles`):
/// what `wxString::Format` is for sentences that show `은(는)`. There must be as many values as places.
wxString filled_in(const wxString& sentence, const std::vector<wxString>& values);

}  // namespace mitjul
