#include "core/document.h"

#include "core/crypto.h"
#include "core/fingerprint.h"
#include "core/names.h"

namespace mitjul {
namespace {

constexpr std::array<std::string_view, 13> kZones{"title",     "byline", "lead",       "heading", "list-item",
                                                  "quotation", "turn",   "table",      "row",     "cell",
                                                  "caption",   "note",   "boilerplate"};

}  // namespace

std::string_view to_string(ZoneKind kind) { return name_of(kZones, kind); }

std::optional<ZoneKind> parse_zone_kind(std::string_view text) { return enum_named<ZoneKind>(kZones, text); }

std::uint64_t fingerprint(const DocumentInfo& info) {
  Fingerprint print;
  print.add(info.key.view()).add(info.name).add(info.title).add(info.language);
  print.add(std::uint64_t{info.metadata.size()});
  for (const auto& [key, value] : info.metadata) print.add(key).add(value);
  print.add(std::uint64_t{info.zones.size()});
  for (const Zone& zone : info.zones) {
    print.add(to_string(zone.kind))
        .add(std::uint64_t{zone.span.start.value()})
        .add(std::uint64_t{zone.span.end.value()});
  }
  print.add(std::uint64_t{info.substitutions.size()});
  for (const Substitution& substitution : info.substitutions) {
    print.add(std::uint64_t{substitution.offset.value()}).add(substitution.original);
  }
  const Origin& origin = info.origin;
  print.add(origin.format).add(origin.file).add(origin.sha256).add(origin.encoding).add(origin.newlines);
  print.add(info.sha256).add(std::uint64_t{info.code_points}).add(std::uint64_t{info.utf16_units});
  print.add(std::uint64_t{info.in_trash ? 1U : 0U});
  return print.value();
}

Document Document::make(std::string name, Text text) {
  Document document;
  document.info.key = DocumentKey::generate();
  document.info.name = std::move(name);
  document.info.sha256 = sha256_hex(text.utf8());
  document.info.code_points = text.length();
  document.info.utf16_units = text.utf16_length();
  document.text = std::move(text);
  return document;
}

const Annotation* AnnotatedDocument::find(const AnnotationId& id) const {
  for (const auto& [key, set] : sets) {
    if (const Annotation* found = set.find(id)) return found;
  }
  return nullptr;
}

const AnnotationSet* AnnotatedDocument::set_of(const AnnotationId& id) const {
  for (const auto& [key, set] : sets) {
    if (set.find(id) != nullptr) return &set;
  }
  return nullptr;
}

AnnotationSet& AnnotatedDocument::set(const SetKey& key) { return sets.try_emplace(key, key).first->second; }

const AnnotationSet* AnnotatedDocument::find_set(const SetKey& key) const {
  const auto found = sets.find(key);
  return found == sets.end() ? nullptr : &found->second;
}

}  // namespace mitjul
