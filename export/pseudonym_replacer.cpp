#include "export/pseudonym_replacer.h"

#include <algorithm>

namespace mitjul {
namespace {

/// Places of a document's text before and after.
class Places {
 public:
  Places(const Text& old_text, const ReplacedText& replaced, const Text& new_text)
      : old_(old_text), replaced_(replaced), new_(new_text) {}

  Span of(Span span) const {
    return {new_.from_byte(static_cast<std::uint32_t>(replaced_.start_at(old_.to_byte(span.start)))),
            new_.from_byte(static_cast<std::uint32_t>(replaced_.end_at(old_.to_byte(span.end))))};
  }
  Spans of(const Spans& spans) const {
    std::vector<Span> segments;
    for (const Span& segment : spans.segments()) segments.push_back(of(segment));
    return Spans(std::move(segments));
  }
  bool replaces(TextPos pos) const { return replaced_.replaces(old_.to_byte(pos)); }

 private:
  const Text& old_;
  const ReplacedText& replaced_;
  const Text& new_;
};

}  // namespace

PseudonymReplacer::PseudonymReplacer(SurfaceFinder finder, std::set<std::string> labels,
                                     std::vector<std::string> stand_ins, std::string separator)
    : finder_(std::move(finder)),
      labels_(std::move(labels)),
      stand_ins_(std::move(stand_ins)),
      separator_(std::move(separator)) {}

ReplacedText PseudonymReplacer::replace(std::string_view utf8, const std::vector<FoundSurface>& annotated) const {
  std::vector<FoundSurface> found = finder_.find(utf8);
  found.insert(found.end(), annotated.begin(), annotated.end());
  std::vector<ReplacedText::Stretch> stretches;
  for (const FoundSurface& place : longest_of(std::move(found))) {
    stretches.push_back({place.start, place.end, stand_ins_[place.surface]});
    // `인물1` before a digit would be another one.
    if (place.end < utf8.size() && utf8[place.end] >= '0' && utf8[place.end] <= '9')
      stretches.back().behind = separator_;
  }
  ReplacedText text(utf8, stretches);
  if (stretches.empty()) return text;
  part(stretches, text);
  return ReplacedText(utf8, stretches);
}

/// A stand-in and what it meets may together be a surface: `한국` + `인물1` holds `한국인`. Something comes between.
void PseudonymReplacer::part(std::vector<ReplacedText::Stretch>& stretches, const ReplacedText& text) const {
  for (const FoundSurface& place : finder_.find(text.utf8())) {
    const auto lies_in = [&](std::size_t joint) { return place.start < joint && joint < place.end; };
    for (ReplacedText::Stretch& stretch : stretches) {
      if (lies_in(text.start_at(stretch.start))) stretch.before = separator_;
      if (lies_in(text.end_at(stretch.end))) stretch.behind = separator_;
    }
  }
}

std::string PseudonymReplacer::in_text(std::string_view utf8) const { return replace(utf8).utf8(); }

std::vector<FoundSurface> PseudonymReplacer::annotated_in(const AnnotatedDocument& document) const {
  const Text& text = document.document.text;
  std::vector<FoundSurface> places;
  for (const auto& [key, set] : document.sets) {
    for (const auto& [id, annotation] : set.annotations()) {
      const Spans* const spans = annotation.spans();
      if (spans == nullptr || labels_.count(annotation.label) == 0) continue;
      for (const Span& segment : spans->segments()) {
        const std::string_view surface = trimmed_surface(text.slice(segment));
        const auto number = finder_.number_of(surface);
        if (!number) continue;
        const auto start = static_cast<std::size_t>(surface.data() - text.utf8().data());
        places.push_back({start, start + surface.size(), *number});
      }
    }
  }
  return places;
}

AnnotatedDocument PseudonymReplacer::in_document(const AnnotatedDocument& document, const Schema& schema) const {
  const DocumentInfo& old = document.document.info;
  const Text& old_text = document.document.text;
  const ReplacedText replaced = replace(old_text.utf8(), annotated_in(document));
  AnnotatedDocument result{Document::make(in_text(old.name), Text(replaced.utf8())), {}};
  const Places places(old_text, replaced, result.document.text);
  DocumentInfo& info = result.document.info;
  info.key = old.key;
  info.title = in_text(old.title);
  info.language = old.language;
  for (const auto& [key, value] : old.metadata) info.metadata.emplace_back(in_text(key), in_text(value));
  for (const Zone& zone : old.zones) info.zones.push_back({zone.kind, places.of(zone.span)});
  for (const Substitution& substitution : old.substitutions) {
    if (places.replaces(substitution.offset)) continue;
    info.substitutions.push_back(
        {places.of(Span(substitution.offset, substitution.offset + 1)).start, substitution.original});
  }
  info.origin = {old.origin.format, in_text(old.origin.file), "", old.origin.encoding, old.origin.newlines};
  info.in_trash = old.in_trash;
  for (const auto& [key, set] : document.sets) {
    AnnotationSet& new_set = result.set(key);
    new_set.set_state(set.state());
    for (const auto& [id, annotation] : set.annotations()) {
      Annotation changed = annotation;
      if (const Spans* const spans = annotation.spans()) changed.anchor = places.of(*spans);
      changed.attributes = in_attributes(annotation, schema);
      changed.note = in_text(annotation.note);
      changed.provenance.origin = in_text(annotation.provenance.origin);
      new_set.put(std::move(changed));
    }
  }
  return result;
}

/// Ids of choices stay. A number or a date that holds a surface would be none with a stand-in: it is left out.
Attributes PseudonymReplacer::in_attributes(const Annotation& annotation, const Schema& schema) const {
  Attributes attributes;
  for (const auto& [id, values] : annotation.attributes) {
    const Attribute* const attribute = schema.find_attribute(annotation.label, id);
    const AttributeType type = attribute == nullptr ? AttributeType::Text : attribute->type;
    for (const std::string& value : values) {
      if (type == AttributeType::Choice || type == AttributeType::Choices) {
        attributes[id].push_back(value);
      } else if (type == AttributeType::Text) {
        attributes[id].push_back(in_text(value));
      } else if (finder_.find(value).empty()) {
        attributes[id].push_back(value);
      }
    }
  }
  return attributes;
}

Schema PseudonymReplacer::in_schema(Schema schema) const {
  const auto hide = [this](std::string& words) { words = in_text(words); };
  hide(schema.name);
  hide(schema.guideline);
  for (Label& label : schema.labels) {
    hide(label.name);
    hide(label.description);
    hide(label.guideline);
    for (Attribute& attribute : label.attributes) {
      hide(attribute.name);
      if (attribute.type == AttributeType::Text) hide(attribute.default_value);
      for (AttributeValue& value : attribute.values) hide(value.name);
    }
    for (Role& role : label.roles) hide(role.name);
  }
  return schema;
}

}  // namespace mitjul
