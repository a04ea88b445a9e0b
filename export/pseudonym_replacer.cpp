#include "export/pseudonym_replacer.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/utf8.h"
#include "export/word_behind.h"

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

bool begins_with_digit(std::string_view utf8) {
  std::size_t byte = 0;
  return !utf8.empty() && u_isdigit(static_cast<UChar32>(next_code_point(utf8, byte))) != 0;
}

/// `places`: in order and apart.
bool overlaps_any(const std::vector<FoundSurface>& places, const FoundSurface& place) {
  const auto at = std::partition_point(places.begin(), places.end(),
                                       [&](const FoundSurface& each) { return each.end <= place.start; });
  return at != places.end() && at->start < place.end;
}

/// White space as one blank.
std::string in_one_line(std::string_view wording) {
  std::string line;
  for (const char32_t letter : ComparedText(wording).plain) append_utf8(line, letter);
  return line;
}

/// What it is to lose a value of an attribute.
AnnotationFeature value_of(const Annotation& annotation) {
  if (annotation.spans() != nullptr) return AnnotationFeature::AttributeValues;
  return annotation.relation() != nullptr ? AnnotationFeature::RelationAttributes
                                          : AnnotationFeature::DocumentAttributes;
}

/// Whether what holds a stand-in would be no value of it.
bool is_figure(AttributeType type) {
  return type == AttributeType::Number || type == AttributeType::Date || type == AttributeType::Boolean;
}

}  // namespace

PseudonymReplacer::PseudonymReplacer(SurfaceFinder finder, std::set<std::string> labels,
                                     std::vector<std::string> stand_ins, std::string separator)
    : finder_(std::move(finder)),
      labels_(std::move(labels)),
      stand_ins_(std::move(stand_ins)),
      separator_(std::move(separator)) {}

/// Counts what was left although it may be a surface.
void PseudonymReplacer::count(std::string_view utf8, const LeftSurfaces& left,
                              const std::vector<FoundSurface>& replaced, ReplacementCounts& counts) {
  for (const FoundSurface& place : left.inside_words) {
    if (!overlaps_any(replaced, place)) ++counts.inside_words[place.surface];
  }
  for (const FoundSurface& place : left.apart) {
    const std::string_view wording = utf8.substr(place.start, place.end - place.start);
    if (!overlaps_any(replaced, place)) ++counts.apart[in_one_line(wording)];
  }
}

ReplacedText PseudonymReplacer::replace(std::string_view utf8, const std::vector<FoundSurface>& annotated,
                                        ReplacementCounts* counts) const {
  LeftSurfaces left;
  std::vector<FoundSurface> found = finder_.find(utf8, counts == nullptr ? nullptr : &left);
  found.insert(found.end(), annotated.begin(), annotated.end());
  found = longest_of(std::move(found));
  if (counts != nullptr) count(utf8, left, found, *counts);
  Stretches stretches = stretches_of(utf8, found);
  ReplacedText text(utf8, stretches);
  if (stretches.empty()) return text;
  std::vector<FoundSurface> come_about = finder_.find(text.utf8());
  while (take_back(stretches, text, come_about)) {
    text = ReplacedText(utf8, stretches);
    come_about = finder_.find(text.utf8());
  }
  if (come_about.empty()) return text;
  part(stretches, text, come_about);
  return ReplacedText(utf8, stretches);
}

PseudonymReplacer::Stretches PseudonymReplacer::stretches_of(std::string_view utf8,
                                                             const std::vector<FoundSurface>& places) const {
  Stretches stretches;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const FoundSurface& place = places[i];
    stretches.push_back({place.start, place.end, stand_ins_[place.surface]});
    // `인물1` before a digit would be another one.
    if (begins_with_digit(utf8.substr(place.end))) stretches.back().behind = separator_;
    fit_particle(utf8, place, i + 1 < places.size() ? places[i + 1].start : utf8.size(), stretches);
  }
  return stretches;
}

/// 홍길동이 is 인물2가. What is before `next` may change.
void PseudonymReplacer::fit_particle(std::string_view utf8, const FoundSurface& place, std::size_t next,
                                     Stretches& stretches) const {
  if (!finder_.rules().fit) return;
  const WordBehind behind = word_behind(utf8, place.end);
  if (behind.letters.empty()) return;
  const std::u32string name = ComparedText(utf8.substr(place.start, place.end - place.start)).plain;
  const FittedParticle fitted = finder_.rules().fit(name, behind.letters, code_points_of(stand_ins_[place.surface]));
  if (fitted.letters == 0 || behind.ends[fitted.letters - 1] > next) return;
  std::string form;
  for (const char32_t letter : fitted.form) append_utf8(form, letter);
  stretches.push_back({behind.start, behind.ends[fitted.letters - 1], std::move(form)});
  stretches.back().needed = false;
}

/// Takes out what need not be and is part of a surface now; whether there was any.
bool PseudonymReplacer::take_back(Stretches& stretches, const ReplacedText& text,
                                  const std::vector<FoundSurface>& come_about) {
  return std::erase_if(stretches, [&](const ReplacedText::Stretch& stretch) {
           const std::size_t start = text.start_at(stretch.start);
           const std::size_t end = text.end_at(stretch.end);
           return !stretch.needed && std::any_of(come_about.begin(), come_about.end(), [&](const FoundSurface& place) {
             return place.start < end && start < place.end;
           });
         }) > 0;
}

/// A stand-in and what it meets may together be a surface: `한국` + `인물1` holds `한국인`. Something comes between.
void PseudonymReplacer::part(Stretches& stretches, const ReplacedText& text,
                             const std::vector<FoundSurface>& come_about) const {
  for (const FoundSurface& place : come_about) {
    const auto lies_in = [&](std::size_t joint) { return place.start < joint && joint < place.end; };
    auto stretch = std::partition_point(stretches.begin(), stretches.end(), [&](const ReplacedText::Stretch& each) {
      return text.end_at(each.end) <= place.start;
    });
    for (; stretch != stretches.end() && text.start_at(stretch->start) < place.end; ++stretch) {
      if (lies_in(text.start_at(stretch->start))) stretch->before = separator_;
      if (lies_in(text.end_at(stretch->end))) stretch->behind = separator_;
    }
  }
}

std::vector<FoundSurface> PseudonymReplacer::annotated_in(const AnnotatedDocument& document) const {
  const Text& text = document.document.text;
  std::vector<FoundSurface> places;
  for (const auto& [key, set] : document.sets) {
    for (const auto& [id, annotation] : set.annotations()) {
      const Spans* const spans = annotation.spans();
      if (spans == nullptr || labels_.count(annotation.label) == 0) continue;
      for (const Span& segment : spans->segments()) {
        const std::string_view surface = trimmed_surface(text.slice(segment));
        const auto number = finder_.surfaces().number_of(surface);
        if (!number) continue;
        const auto start = static_cast<std::size_t>(surface.data() - text.utf8().data());
        places.push_back({start, start + surface.size(), *number});
      }
    }
  }
  return places;
}

AnnotatedDocument PseudonymReplacer::in_document(const AnnotatedDocument& document, const Schema& schema,
                                                 ReplacementCounts& counts) const {
  const DocumentInfo& old = document.document.info;
  const Text& old_text = document.document.text;
  const ReplacedText replaced = replace(old_text.utf8(), annotated_in(document), &counts);
  AnnotatedDocument result{Document::make(in_text(old.name, counts), Text(replaced.utf8())), {}};
  const Places places(old_text, replaced, result.document.text);
  DocumentInfo& info = result.document.info;
  describe(info, old, counts);
  for (const Zone& zone : old.zones) info.zones.push_back({zone.kind, places.of(zone.span)});
  for (const Substitution& substitution : old.substitutions) {
    if (places.replaces(substitution.offset)) {
      ++counts.lost[AnnotationFeature::Substitutions];
      continue;
    }
    info.substitutions.push_back(
        {places.of(Span(substitution.offset, substitution.offset + 1)).start, substitution.original});
  }
  for (const auto& [key, set] : document.sets) {
    AnnotationSet& new_set = result.set(key);
    new_set.set_state(set.state());
    for (const auto& [id, annotation] : set.annotations()) {
      Annotation changed = annotation;
      if (const Spans* const spans = annotation.spans()) {
        Spans moved = places.of(*spans);
        // Pieces within one surface are one piece now.
        if (moved.segments().size() < spans->segments().size()) ++counts.lost[AnnotationFeature::DiscontinuousSpans];
        changed.anchor = std::move(moved);
      }
      changed.attributes = in_attributes(annotation, schema, counts);
      changed.note = in_text(annotation.note, counts);
      changed.provenance.origin = in_text(annotation.provenance.origin, counts);
      new_set.put(std::move(changed));
    }
  }
  return result;
}

/// What is known of a document beside its name and its text.
void PseudonymReplacer::describe(DocumentInfo& info, const DocumentInfo& old, ReplacementCounts& counts) const {
  info.key = old.key;
  info.title = in_text(old.title, counts);
  info.language = old.language;
  for (const auto& [key, value] : old.metadata)
    info.metadata.emplace_back(in_text(key, counts), in_text(value, counts));
  info.origin = {old.origin.format, in_text(old.origin.file, counts), "", old.origin.encoding, old.origin.newlines};
  info.in_trash = old.in_trash;
}

/// Ids of choices stay. A number or a date that holds a surface would be none with a stand-in: it is left out.
Attributes PseudonymReplacer::in_attributes(const Annotation& annotation, const Schema& schema,
                                            ReplacementCounts& counts) const {
  Attributes attributes;
  for (const auto& [id, values] : annotation.attributes) {
    const Attribute* const attribute = schema.find_attribute(annotation.label, id);
    const AttributeType type = attribute == nullptr ? AttributeType::Text : attribute->type;
    for (const std::string& value : values) {
      if (type == AttributeType::Text) {
        attributes[id].push_back(in_text(value, counts));
      } else if (is_figure(type) && !finder_.find(value).empty()) {
        ++counts.lost[value_of(annotation)];
      } else {
        attributes[id].push_back(value);
      }
    }
  }
  return attributes;
}

Schema PseudonymReplacer::in_schema(Schema schema, ReplacementCounts& counts) const {
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
      if (is_figure(attribute.type) && !finder_.find(attribute.default_value).empty()) {
        attribute.default_value.clear();
        ++counts.lost[AnnotationFeature::SchemaDetails];
      }
      for (AttributeValue& value : attribute.values) hide(value.name);
    }
    for (Role& role : label.roles) hide(role.name);
  }
  return schema;
}

}  // namespace mitjul
