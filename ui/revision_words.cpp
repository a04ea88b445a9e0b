#include "ui/revision_words.h"

#include <wx/intl.h>

#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/wx_text.h"

namespace mitjul {

wxString tag_name(const RevisedTag& tag, const Schema& schema) {
  const wxString label = label_name(schema, tag.owner);
  const Attribute* const attribute = tag.attribute.empty() ? nullptr : schema.find_attribute(tag.owner, tag.attribute);
  if (attribute == nullptr) return label;
  return label + wxString::FromUTF8(" · ") + attribute_name(*attribute) + ": " + value_words(*attribute, tag.value);
}

wxString meaning_of(const RevisedTag& tag, const Schema& schema) {
  const Label* const label = schema.find(tag.owner);
  if (label == nullptr) return _("There was no such label.");
  const Attribute* const attribute = tag.attribute.empty() ? nullptr : schema.find_attribute(tag.owner, tag.attribute);
  wxString words;
  if (attribute != nullptr) {
    for (const AttributeValue& value : attribute->values) {
      words += (words.empty() ? "" : ", ") + name_or_id(value.name, value.id);
    }
    words = attribute_name(*attribute) + ": " + words;
  }
  for (const std::string& text : {label->description, label->guideline}) {
    if (text.empty()) continue;
    words += (words.empty() ? "" : "\n\n") + to_wx(text);
  }
  return words.empty() ? wxString(_("Nothing is written of it.")) : words;
}

wxString reason_words(const RevisedTag& tag, int schema_version, const Schema& schema) {
  return wxString::Format(_("Made under version %d; \"%s\" was revised in version %d."), schema_version,
                          tag_name(tag, schema), tag.version);
}

}  // namespace mitjul
