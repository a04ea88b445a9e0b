#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/crypto.h"

namespace mitjul {

/// A random name that never changes: `Length` characters of `a-z2-7`, the first a letter. `Tag` keeps the keys of
/// documents and annotators apart. A default-made key is "no key" and equals none that was generated.
template <std::size_t Length, class Tag>
class Key {
 public:
  constexpr Key() = default;

  static Key generate() { return *parse(random_key(Length)); }
  /// The same key for the same bytes: for what comes from files that know no keys, so that it is known again.
  static Key made_from(std::string_view bytes) { return *parse(key_made_from(bytes, Length)); }
  /// Nothing where `text` does not have the form of such a key.
  static std::optional<Key> parse(std::string_view text) {
    if (text.size() != Length || text[0] < 'a' || text[0] > 'z') return std::nullopt;
    Key key;
    for (std::size_t i = 0; i < Length; ++i) {
      const char c = text[i];
      if ((c < 'a' || c > 'z') && (c < '2' || c > '7')) return std::nullopt;
      key.characters_[i] = c;
    }
    return key;
  }

  bool empty() const { return characters_[0] == '\0'; }
  std::string_view view() const { return {characters_.data(), empty() ? 0 : Length}; }
  std::string str() const { return std::string(view()); }

  auto operator<=>(const Key&) const = default;

 private:
  std::array<char, Length> characters_{};
};

using DocumentKey = Key<10, struct DocumentTag>;
using AnnotatorKey = Key<6, struct AnnotatorTag>;

/// The id of an annotation, unique in its document and never used again: who made it, and a number from 1.
/// A negative number is provisional: the name of a new annotation within one edit, until `Workspace::perform`
/// gives it its number.
struct AnnotationId {
  AnnotatorKey annotator;
  std::int64_t number = 0;

  bool provisional() const { return number < 0; }
  auto operator<=>(const AnnotationId&) const = default;
};

/// `h4k2qa-17`.
std::string to_string(const AnnotationId& id);
/// Nothing where `text` is not of that form (numbers: 1 to 10^15, no leading zero).
std::optional<AnnotationId> parse_annotation_id(std::string_view text);

}  // namespace mitjul
