#include "ui/annotation_card.h"

#include <wx/intl.h>

#include <algorithm>

#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/shown_sets.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr std::uint32_t kMostQuoted = 60;
constexpr std::uint32_t kMostOfNote = 300;
// More would not fit beside the text.
constexpr std::size_t kMostAnnotations = 5;

/// At most as many code points, cut between grapheme clusters.
wxString shortened(const std::string& words, std::uint32_t most) {
  const Text text(words);
  if (text.length() <= most) return to_wx(words);
  return to_wx(text.slice({TextPos(0), text.previous_grapheme(TextPos(most + 1))})) + wxString::FromUTF8("…");
}

void add_ends(std::vector<CardLine>& lines, const Annotation& annotation, const AnnotatedDocument& document,
              const Schema& schema) {
  for (const Argument& argument : annotation.relation()->arguments) {
    const Annotation* const target = argument.target.document.empty() ? document.find(argument.target.id) : nullptr;
    const wxString words =
        target == nullptr ? to_wx(to_string(argument.target))
                          : quote_of(*target, document, kMostQuoted) + " (" + label_name(schema, target->label) + ")";
    lines.push_back({CardLine::Kind::Fact, words, role_name(schema, annotation.label, argument.role)});
  }
}

void add_attributes(std::vector<CardLine>& lines, const Annotation& annotation, const Schema& schema) {
  const auto add = [&](const Attribute& attribute) {
    const std::vector<std::string> values = values_of(annotation, attribute.id);
    const wxString words = values.empty() ? wxString() : value_words(attribute, values);
    if (!words.empty()) lines.push_back({CardLine::Kind::Fact, words, attribute_name(attribute)});
  };
  for (const Attribute* const attribute : schema.attributes_of(annotation.label)) add(*attribute);
  for (const auto& [id, values] : annotation.attributes) {
    if (schema.find_attribute(annotation.label, id) != nullptr) continue;
    Attribute unknown;
    unknown.id = id;
    add(unknown);
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
  lines.push_back({CardLine::Kind::Faint, set_name(document.set_of(annotation.id)->key(), annotators) + between +
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
