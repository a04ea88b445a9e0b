#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/annotation_set.h"
#include "core/refused_suggestion.h"
#include "core/text.h"

namespace mitjul {

/// What a stretch of a document is, apart from what it says. Made by import; `Boilerplate` also by the analyst.
enum class ZoneKind {
  Title,
  Byline,
  Lead,
  Heading,
  ListItem,
  Quotation,
  Turn,
  Table,
  Row,
  Cell,
  Caption,
  Note,
  Boilerplate
};

/// The name in files: `title`, `list-item` …
std::string_view to_string(ZoneKind kind);
std::optional<ZoneKind> parse_zone_kind(std::string_view text);

struct Zone {
  ZoneKind kind = ZoneKind::Boilerplate;
  Span span;

  auto operator<=>(const Zone&) const = default;
};

/// One character of the original that XML cannot hold or that could not be decoded; U+FFFD stands in its place.
struct Substitution {
  TextPos offset;
  std::string original;  ///< upper-case hex of the code point, or of the undecodable bytes

  auto operator<=>(const Substitution&) const = default;
};

/// The file a document came from, as it was before import changed anything.
struct Origin {
  std::string format;    ///< id of an import format
  std::string file;      ///< file name without its folder, which may be confidential
  std::string sha256;    ///< of the file's bytes
  std::string encoding;  ///< `UTF-8`, `windows-949` …; empty for formats that are not plain text
  std::string newlines;  ///< `lf`, `crlf`, `cr`, `mixed` or `none`

  bool operator==(const Origin&) const = default;
};

/// Everything about a document but its text.
struct DocumentInfo {
  DocumentKey key;
  std::string name;  ///< unique among the documents that are not in the trash
  std::string title;
  std::string language = "ko";
  std::vector<std::pair<std::string, std::string>> metadata;
  std::vector<Zone> zones;
  std::vector<Substitution> substitutions;
  Origin origin;
  std::string sha256;  ///< of the text's UTF-8
  std::uint32_t code_points = 0;
  std::uint32_t utf16_units = 0;
  bool in_trash = false;

  bool operator==(const DocumentInfo&) const = default;
};

/// A 64-bit fingerprint of everything a description says. Part of the project file's format.
std::uint64_t fingerprint(const DocumentInfo& info);

/// An article: its text, which never changes after import, and what is known about it.
struct Document {
  DocumentInfo info;
  Text text;

  /// Takes the text and fills in its hash and lengths.
  static Document make(std::string name, Text text);

  bool operator==(const Document&) const = default;
};

/// A document with all that annotators say about it.
struct AnnotatedDocument {
  Document document;
  std::map<SetKey, AnnotationSet> sets;
  std::set<RefusedSuggestion> refusals = {};  ///< of suggestions; they stay in the project

  /// Ids are unique in a document: the set it stands in does not matter.
  const Annotation* find(const AnnotationId& id) const;
  /// The set that it stands in; nullptr where there is none.
  const AnnotationSet* set_of(const AnnotationId& id) const;
  /// The set, made empty if it is not there yet.
  AnnotationSet& set(const SetKey& key);
  const AnnotationSet* find_set(const SetKey& key) const;
};

}  // namespace mitjul
