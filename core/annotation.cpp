#include "core/annotation.h"

#include <bit>
#include <tuple>

#include "core/fingerprint.h"
#include "core/names.h"

namespace mitjul {
namespace {

constexpr std::array<std::string_view, 6> kMethods{"hand",       "occurrence", "gazetteer",
                                                   "suggestion", "import",     "curation"};

void add_anchor(Fingerprint& print, const Anchor& anchor) {
  print.add(std::uint64_t{anchor.index()});
  if (const auto* spans = std::get_if<Spans>(&anchor)) {
    print.add(std::uint64_t{spans->segments().size()});
    for (const Span& segment : spans->segments()) {
      print.add(std::uint64_t{segment.start.value()}).add(std::uint64_t{segment.end.value()});
    }
  } else if (const auto* relation = std::get_if<Relation>(&anchor)) {
    print.add(std::uint64_t{relation->arguments.size()});
    for (const Argument& argument : relation->arguments) {
      print.add(argument.role).add(argument.target.document.view()).add(argument.target.id.annotator.view());
      print.add(static_cast<std::uint64_t>(argument.target.id.number));
    }
  }
}

void add_provenance(Fingerprint& print, const Provenance& provenance) {
  print.add(std::optional<Time>(provenance.created)).add(provenance.modified);
  print.add(to_string(provenance.method)).add(provenance.origin);
  print.add(std::uint64_t{provenance.confidence ? 1U : 0U});
  // Plus 0 makes 0 of -0: they are equal, and SQLite keeps no -0.
  if (provenance.confidence) print.add(std::bit_cast<std::uint64_t>(*provenance.confidence + 0.0));
  print.add(static_cast<std::uint64_t>(provenance.schema_version));
  print.add(provenance.confirmed).add(provenance.confirmed_by.view());
}

}  // namespace

std::string_view to_string(Method method) { return name_of(kMethods, method); }

std::optional<Method> parse_method(std::string_view text) { return enum_named<Method>(kMethods, text); }

std::string to_string(const AnnotationRef& ref) {
  return ref.document.empty() ? to_string(ref.id) : ref.document.str() + "/" + to_string(ref.id);
}

std::optional<AnnotationRef> parse_annotation_ref(std::string_view text) {
  AnnotationRef ref;
  const std::size_t slash = text.find('/');
  if (slash != std::string_view::npos) {
    const auto document = DocumentKey::parse(text.substr(0, slash));
    if (!document) return std::nullopt;
    ref.document = *document;
    text.remove_prefix(slash + 1);
  }
  const auto id = parse_annotation_id(text);
  if (!id) return std::nullopt;
  ref.id = *id;
  return ref;
}

bool in_listing_order(const Annotation& a, const Annotation& b) {
  if (a.anchor.index() != b.anchor.index()) return a.anchor.index() < b.anchor.index();
  if (const Spans* const spans = a.spans()) {
    if (in_reading_order(*spans, *b.spans())) return true;
    if (in_reading_order(*b.spans(), *spans)) return false;
  }
  return std::tie(a.id.number, a.id.annotator) < std::tie(b.id.number, b.id.annotator);
}

std::uint64_t fingerprint(const Annotation& annotation) {
  Fingerprint print;
  print.add(annotation.id.annotator.view()).add(static_cast<std::uint64_t>(annotation.id.number));
  print.add(annotation.label);
  add_anchor(print, annotation.anchor);
  print.add(std::uint64_t{annotation.attributes.size()});
  for (const auto& [id, values] : annotation.attributes) {
    print.add(id).add(std::uint64_t{values.size()});
    for (const std::string& value : values) print.add(value);
  }
  print.add(annotation.note);
  add_provenance(print, annotation.provenance);
  return print.value();
}

}  // namespace mitjul
