#include "ui/publish_words.h"

#include <wx/intl.h>

#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

using Kind = SchemaDifference::Kind;

wxString above(const Schema& schema, const std::string& label) {
  return label.empty() ? wxString(_("the top")) : label_name(schema, label);
}

/// `유형`, of the version that has it.
wxString attribute_words(const SchemaDifference& difference, const Schema& before, const Schema& after) {
  const Attribute* found = after.find_attribute(difference.label, difference.attribute);
  if (found == nullptr) found = before.find_attribute(difference.label, difference.attribute);
  return found == nullptr ? to_wx(difference.attribute) : attribute_name(*found);
}

/// `유형: 사실`, by the name that is given.
wxString value_of(const SchemaDifference& difference, const std::string& name, const Schema& before,
                  const Schema& after) {
  return attribute_words(difference, before, after) + ": " + name_or_id(name, difference.value);
}

wxString revised_value(const SchemaDifference& difference, const Schema& before, const Schema& after) {
  const Attribute* const attribute = after.find_attribute(difference.label, difference.attribute);
  return attribute_words(difference, before, after) + ": " +
         (attribute == nullptr ? to_wx(difference.value) : value_words(*attribute, difference.value));
}

}  // namespace

bool is_of_texts(const SchemaDifference& difference) {
  return difference.kind == Kind::Description || difference.kind == Kind::LabelGuideline ||
         difference.kind == Kind::Guideline;
}

wxString difference_words(const SchemaDifference& difference, const Schema& before, const Schema& after) {
  const auto from_to = [&](const wxString& words) {
    return wxString::Format(words, name_or_id(difference.before, difference.label),
                            name_or_id(difference.after, difference.label));
  };
  const auto with_value = [&](const wxString& words, const std::string& name) {
    return wxString::Format(words, value_of(difference, name, before, after));
  };
  const auto with_attribute = [&](const wxString& words) {
    return wxString::Format(words, attribute_words(difference, before, after));
  };
  switch (difference.kind) {
    case Kind::LabelAdded: return _("New label");
    case Kind::LabelRemoved: return _("Removed");
    case Kind::LabelRenamed: return from_to(_("Renamed: %s, now %s"));
    case Kind::LabelMoved:
      return wxString::Format(_("Moved: from %s to %s"), above(before, difference.before),
                              above(after, difference.after));
    case Kind::Description: return _("Described anew");
    case Kind::LabelGuideline: return _("Guideline of the label changed");
    case Kind::LabelLook: return _("Colour or key changed");
    case Kind::LabelRules: return _("Rules changed");
    case Kind::LabelRevised: return _("Merged or split");
    case Kind::AttributeAdded: return with_attribute(_("New attribute: %s"));
    case Kind::AttributeRemoved: return with_attribute(_("Attribute removed: %s"));
    case Kind::AttributeRenamed:
      return wxString::Format(_("Attribute renamed: %s, now %s"), name_or_id(difference.before, difference.attribute),
                              name_or_id(difference.after, difference.attribute));
    case Kind::AttributeRules: return with_attribute(_("Attribute changed: %s"));
    case Kind::ValueAdded: return with_value(_("New value: %s"), difference.after);
    case Kind::ValueRemoved: return with_value(_("Value removed: %s"), difference.before);
    case Kind::ValueRenamed:
      return wxString::Format(_("Value renamed: %s, now %s"), value_of(difference, difference.before, before, after),
                              name_or_id(difference.after, difference.value));
    case Kind::ValueRevised:
      return wxString::Format(_("Merged with another value: %s"), revised_value(difference, before, after));
    case Kind::SchemaRenamed: return from_to(_("Renamed: %s, now %s"));
    case Kind::Guideline: return _("Guideline of the project changed");
  }
  return {};
}

}  // namespace mitjul
