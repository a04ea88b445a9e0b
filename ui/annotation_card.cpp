#include "ui/annotation_card.h"

#include <wx/intl.h>

#include <algorithm>

#include "ui/annotation_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr std::uint32_t kMostQuoted = 60;
constexpr std::uint32_t kMostOfNote = 300;
// More would not fit beside the text.
constexpr std::size_t kMostAnnotations = 5;

wxString name_or_id(const std::string& name, const std::string& id) { return to_wx(name.empty() ? id : name); }

wxString value_name(const Attribute* attribute, const std::string& value) {
  if (attribute == nullptr) return to_wx(value);
  if (attribute->type == AttributeType::Boolean) return value == "true" ? _("Yes") : _("No");
  const auto found = std::find_if(attribute->values.begin(), attribute->values.end(),
                                  [&](const AttributeValue& each) { return each.id == value; });
  return found == attribute->values.end() ? to_wx(value) : name_or_id(found->name, found->id);
}

wxString author_of(const AnnotationId& id, const std::vector<Annotator>& annotators) {
  const auto found = std::find_if(annotators.begin(), annotators.end(),
                                  [&](const Annotator& each) { return each.key == id.annotator; });
  return found == annotators.end() ? to_wx(id.annotator.view()) : to_wx(found->name);
}

/// At most as many code points, cut between grapheme clusters.
wxString shortened(const std::string& words, std::uint32_t most) {
  const Text text(words);
  if (text.length() <= most) return to_wx(words);
  return to_wx(text.slice({TextPos(0), text.previous_grapheme(TextPos(most + 1))})) + wxString::FromUTF8("…");
}

void add_ends(std::vector<CardLine>& lines, const Annotation& annotation, const AnnotatedDocument& document,
              const Schema& schema) {
  const Label* const label = schema.find(annotation.label);
  for (const Argument& argument : annotation.relation()->arguments) {
    wxString role = to_wx(argument.role);
    if (label != nullptr) {
      const auto found = std::find_if(label->roles.begin(), label->roles.end(),
                                      [&](const Role& each) { return each.id == argument.role; });
      if (found != label->roles.end()) role = name_or_id(found->name, found->id);
    }
    const Annotation* const target = argument.target.document.empty() ? document.find(argument.target.id) : nullptr;
    const wxString words =
        target == nullptr ? to_wx(to_string(argument.target))
                          : quote_of(*target, document, kMostQuoted) + " (" + label_name(schema, target->label) + ")";
    lines.push_back({CardLine::Kind::Fact, words, role});
  }
}

void add_attributes(std::vector<CardLine>& lines, const Annotation& annotation, const Schema& schema) {
  const auto add = [&](const wxString& name, const Attribute* attribute, const std::vector<std::string>& values) {
    wxString words;
    for (const std::string& value : values) {
      if (!words.empty()) words += ", ";
      words += value_name(attribute, value);
    }
    if (!words.empty()) lines.push_back({CardLine::Kind::Fact, words, name});
  };
  const std::vector<const Attribute*> known = schema.attributes_of(annotation.label);
  for (const Attribute* const attribute : known) {
    const auto values = annotation.attributes.find(attribute->id);
    if (values != annotation.attributes.end())
      add(name_or_id(attribute->name, attribute->id), attribute, values->second);
  }
  for (const auto& [id, values] : annotation.attributes) {
    if (schema.find_attribute(annotation.label, id) == nullptr) add(to_wx(id), nullptr, values);
  }
}

void add_annotation(std::vector<CardLine>& lines, const Annotation& annotation, bool with_quote,
                    const AnnotatedDocument& document, const Schema& schema, const std::vector<Annotator>& annotators) {
  const wxString between = wxString::FromUTF8(" · ");
  lines.push_back({CardLine::Kind::Title, full_label_name(schema, annotation.label), {}, annotation.label});
  if (annotation.relation() != nullptr) {
    add_ends(lines, annotation, document, schema);
  } else if (with_quote) {
    lines.push_back({CardLine::Kind::Quote, quote_of(annotation, document, kMostQuoted)});
  }
  add_attributes(lines, annotation, schema);
  if (!annotation.note.empty()) {
    lines.push_back({CardLine::Kind::Fact, shortened(annotation.note, kMostOfNote), _("Note")});
  }
  const Provenance& provenance = annotation.provenance;
  lines.push_back({CardLine::Kind::Faint, author_of(annotation.id, annotators) + between +
                                              local_time(provenance.modified.value_or(provenance.created)) + between +
                                              method_name(provenance.method)});
}

}  // namespace

wxString full_label_name(const Schema& schema, std::string_view label) {
  wxString name = label_name(schema, label);
  const Label* at = schema.find(label);
  for (std::size_t depth = 0; at != nullptr && !at->parent.empty() && depth < schema.labels.size(); ++depth) {
    name = label_name(schema, at->parent) + wxString::FromUTF8(" › ") + name;
    at = schema.find(at->parent);
  }
  return name;
}

std::vector<CardLine> annotation_card(const std::vector<AnnotationId>& ids, const AnnotatedDocument& document,
                                      const Schema& schema, const std::vector<Annotator>& annotators) {
  std::vector<const Annotation*> annotations;
  for (const AnnotationId& id : ids) {
    if (const Annotation* const annotation = document.find(id)) annotations.push_back(annotation);
  }
  std::vector<CardLine> lines;
  for (std::size_t i = 0; i < std::min(annotations.size(), kMostAnnotations); ++i) {
    add_annotation(lines, *annotations[i], annotations.size() > 1, document, schema, annotators);
  }
  if (annotations.size() > kMostAnnotations) {
    const auto more = static_cast<unsigned>(annotations.size() - kMostAnnotations);
    lines.push_back(
        {CardLine::Kind::Faint, wxString::Format(wxPLURAL("and %s more", "and %s more", more), grouped(more))});
  }
  return lines;
}

}  // namespace mitjul
