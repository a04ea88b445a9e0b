#pragma once

#include <wx/string.h>

#include <string>
#include <vector>

#include "core/annotation.h"
#include "core/schema.h"

namespace mitjul {

// Attributes of annotations, their values, and how both are called in the window.

std::vector<std::string> values_of(const Annotation& annotation, const std::string& attribute);
/// Empty where it has none.
std::string only_value(const Annotation& annotation, const std::string& attribute);

/// A name from the schema, or the id where it has none.
wxString name_or_id(const std::string& name, const std::string& id);
wxString attribute_name(const Attribute& attribute);
/// A value as it is shown: the name of a choice, yes or no; text as it is.
wxString value_words(const Attribute& attribute, const std::string& value);
/// Several, separated by commas; a dash where there are none.
wxString value_words(const Attribute& attribute, const std::vector<std::string>& values);

}  // namespace mitjul
