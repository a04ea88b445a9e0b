#include "export/expected_reading.h"

#include <algorithm>

#include "core/fingerprint.h"

namespace mitjul {
namespace {

std::uint64_t print_of_text(std::string_view text) { return Fingerprint().add(text).value(); }

std::uint64_t print_of_span(std::string_view label, const std::vector<Span>& segments) {
  Fingerprint print;
  print.add("span").add(label);
  for (const Span& segment : segments) {
    print.add(std::uint64_t{segment.start.value()}).add(std::uint64_t{segment.end.value()});
  }
  return print.value();
}

std::uint64_t print_of_relation(std::string_view label) { return Fingerprint().add("relation").add(label).value(); }

std::uint64_t print_of_document_label(std::string_view label) {
  return Fingerprint().add("document").add(label).value();
}

std::uint64_t print_of(const Annotation& annotation) {
  if (const Spans* const spans = annotation.spans()) return print_of_span(annotation.label, spans->segments());
  if (annotation.relation() != nullptr) return print_of_relation(annotation.label);
  return print_of_document_label(annotation.label);
}

}  // namespace

bool says_something(const AnnotationSet& set) { return set.size() > 0 || set.state() != SetState::New; }

void ExpectedReading::add_exactly(const AnnotatedDocument& document) { documents_.push_back(exact_reading(document)); }

void ExpectedReading::begin_document(std::string_view text) { documents_.push_back(print_of_text(text)); }

void ExpectedReading::add_span(std::string_view label, const std::vector<Span>& segments) {
  documents_.back() += print_of_span(label, segments);
}

void ExpectedReading::add_relation(std::string_view label) { documents_.back() += print_of_relation(label); }

void ExpectedReading::add_document_label(std::string_view label) {
  documents_.back() += print_of_document_label(label);
}

void ExpectedReading::add_plainly(const Annotation& annotation) { documents_.back() += print_of(annotation); }

std::vector<std::uint64_t> ExpectedReading::sorted() const {
  std::vector<std::uint64_t> sorted = documents_;
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

std::uint64_t exact_reading(const AnnotatedDocument& document) {
  const DocumentInfo& info = document.document.info;
  Fingerprint print;
  print.add(info.key.view()).add(info.name).add(info.title).add(info.language).add(info.sha256);
  print.add(std::uint64_t{info.code_points}).add(std::uint64_t{info.utf16_units});
  for (const auto& [key, value] : info.metadata) print.add(key).add(value);
  for (const Substitution& substitution : info.substitutions) {
    print.add(std::uint64_t{substitution.offset.value()}).add(substitution.original);
  }
  for (const Zone& zone : info.zones) {
    print.add(to_string(zone.kind))
        .add(std::uint64_t{zone.span.start.value()})
        .add(std::uint64_t{zone.span.end.value()});
  }
  for (const auto& [key, set] : document.sets) {
    if (!says_something(set)) continue;
    print.add(key.annotator.view()).add(std::uint64_t{key.curated ? 1U : 0U}).add(to_string(set.state()));
    print.add(std::uint64_t{set.size()}).add(set.fingerprint());
  }
  return print.value();
}

std::uint64_t plain_reading(const AnnotatedDocument& document) {
  std::uint64_t print = print_of_text(document.document.text.utf8());
  for (const auto& [key, set] : document.sets) {
    for (const auto& [id, annotation] : set.annotations()) print += print_of(annotation);
  }
  return print;
}

}  // namespace mitjul
