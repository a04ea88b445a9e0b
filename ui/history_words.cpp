#include "ui/history_words.h"

#include <wx/intl.h>

#include <algorithm>
#include <set>

#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr std::uint32_t kMostQuoted = 40;
constexpr std::size_t kMostNoted = 60;

wxString from_to(const wxString& what, const wxString& before, const wxString& after) {
  return wxString::Format(wxString::FromUTF8("%s: %s → %s"), what, before, after);
}

wxString quoted(const wxString& text) { return text.empty() ? wxString::FromUTF8("–") : in_quotes(text); }

wxString quoted_note(const std::string& note) {
  wxString text = to_wx(note);
  text.Replace("\n", " ");
  if (text.length() > kMostNoted) text = text.Left(kMostNoted) + wxString::FromUTF8("…");
  return quoted(text);
}

/// What it is about: the quoted text, the ends of a relation; nothing for the document itself.
wxString place_words(const Annotation& annotation, const Schema& schema, const AnnotatedDocument& document) {
  if (annotation.on_document()) return {};
  if (annotation.relation() != nullptr) return ends_of(annotation, document, schema, kMostQuoted);
  return quoted(quote_of(annotation, document, kMostQuoted));
}

void add_attributes(const Annotation& before, const Annotation& after, const Schema& schema,
                    std::vector<wxString>& lines) {
  std::set<std::string> ids;
  for (const Annotation* const side : {&before, &after}) {
    for (const auto& [id, values] : side->attributes) ids.insert(id);
  }
  for (const std::string& id : ids) {
    const auto was = values_of(before, id);
    const auto is = values_of(after, id);
    if (was == is) continue;
    const Attribute* known = schema.find_attribute(after.label, id);
    if (known == nullptr) known = schema.find_attribute(before.label, id);
    Attribute unknown;
    unknown.id = id;
    const Attribute& attribute = known == nullptr ? unknown : *known;
    lines.push_back(from_to(attribute_name(attribute), value_words(attribute, was), value_words(attribute, is)));
  }
}

wxString made(const Annotation& annotation, const Schema& schema, const AnnotatedDocument& document) {
  const wxString place = place_words(annotation, schema, document);
  wxString words = wxString::Format(_("Made: %s"), label_name(schema, annotation.label));
  if (!place.empty()) words += " " + place;
  if (annotation.provenance.method != Method::Hand) words += " (" + method_name(annotation.provenance.method) + ")";
  return words;
}

/// What kind of edit it was, behind the name of who did it.
wxString kind_words(EditKind kind) {
  switch (kind) {
    case EditKind::Undo: return _("undone");
    case EditKind::Redo: return _("redone");
    case EditKind::Do:
    case EditKind::Import:
    case EditKind::Purge: break;
  }
  return {};
}

wxString entry(Time time, const wxString& who, const wxString& kind, const std::vector<wxString>& lines) {
  wxString words = local_time(time) + "  " + who;
  if (!kind.empty()) words += " (" + kind + ")";
  for (const wxString& line : lines) words += "\n    " + line;
  return words + "\n";
}

}  // namespace

std::vector<wxString> words_of_change(const AnnotationChange& change, const Schema& schema,
                                      const AnnotatedDocument& document) {
  std::vector<wxString> lines;
  if (!change.after) {
    lines.push_back(_("Deleted"));
    return lines;
  }
  const Annotation& after = *change.after;
  if (!change.before) {
    lines.push_back(made(after, schema, document));
    Annotation bare = after;
    bare.attributes.clear();
    add_attributes(bare, after, schema, lines);
    if (!after.note.empty()) lines.push_back(from_to(_("Note"), quoted({}), quoted_note(after.note)));
    return lines;
  }
  const Annotation& before = *change.before;
  if (before.label != after.label) {
    lines.push_back(from_to(_("Label"), label_name(schema, before.label), label_name(schema, after.label)));
  }
  if (before.anchor != after.anchor) {
    lines.push_back(from_to(after.relation() != nullptr ? _("Ends") : _("Span"), place_words(before, schema, document),
                            place_words(after, schema, document)));
  }
  add_attributes(before, after, schema, lines);
  if (before.note != after.note) {
    lines.push_back(from_to(_("Note"), quoted_note(before.note), quoted_note(after.note)));
  }
  if (before.provenance.confirmed != after.provenance.confirmed) {
    lines.push_back(after.provenance.confirmed ? _("Confirmed") : _("No longer confirmed"));
  }
  if (before.provenance.method != after.provenance.method) {
    lines.push_back(from_to(_("Origin"), method_name(before.provenance.method), method_name(after.provenance.method)));
  }
  return lines;
}

wxString words_of_history(const std::vector<LoggedChange>& history, const Annotation& annotation,
                          const std::vector<Annotator>& annotators, const Schema& schema,
                          const AnnotatedDocument& document) {
  wxString words;
  for (auto each = history.rbegin(); each != history.rend(); ++each) {
    words += entry(each->header.time, annotator_name(annotators, each->header.annotator), kind_words(each->header.kind),
                   words_of_change(each->change, schema, document));
  }
  if (history.empty() || history.front().change.before) {
    const Annotation& first = history.empty() ? annotation : *history.front().change.before;
    wxString line = made(first, schema, document);
    if (!first.provenance.origin.empty()) line += ", " + to_wx(first.provenance.origin);
    words += entry(first.provenance.created, annotator_name(annotators, annotation.id.annotator), {}, {line});
  }
  return words;
}

wxString annotator_name(const std::vector<Annotator>& annotators, const AnnotatorKey& key) {
  const auto found =
      std::find_if(annotators.begin(), annotators.end(), [&](const Annotator& each) { return each.key == key; });
  return to_wx(found == annotators.end() || found->name.empty() ? std::string(key.view()) : found->name);
}

}  // namespace mitjul
