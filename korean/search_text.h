#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/text.h"

namespace mitjul {

/// A text as it is searched: compatibility forms, case, width and composition are folded away (NFKC_Casefold of
/// Unicode 15, section 3.13, which also drops what shows nothing: U+200B, U+00AD, variation selectors). Jamo that
/// stand alone are compatibility jamo (ㅎ), whatever they were, and are not composed. A value; copies share everything.
/// Takes as much memory again as the text, or none where folding changes nothing; see `memory`.
class SearchText {
 public:
  SearchText() : SearchText(Text()) {}
  explicit SearchText(Text text);

  const Text& text() const { return data_->text; }
  /// Valid UTF-8.
  std::string_view folded() const { return data_->same ? std::string_view(text().utf8()) : data_->folded; }
  /// Bytes that it takes beside the text.
  std::size_t memory() const { return data_->folded.capacity() + data_->exceptions.capacity(); }

 private:
  friend class OriginalPlaces;
  struct Data {
    Text text;
    bool same = false;
    std::string folded;
    std::string exceptions;  ///< see `OriginalPlaces`
  };
  std::shared_ptr<const Data> data_;
};

/// What a query becomes, so that it is compared with folded texts.
std::string folded_for_search(std::string_view utf8);

/// The way from places in a folded text back to the original. Walks on from the last place it was asked for: a pass
/// over all hits of a text costs no more than counting its characters once.
class OriginalPlaces {
 public:
  /// `text` lives as long as this.
  explicit OriginalPlaces(const SearchText& text) : text_(*text.data_), folded_(text.folded()) {}

  /// The smallest span of whole grapheme clusters that the bytes from `begin` to `end` of the folded text, which are
  /// whole characters, come from: a part of what one character became (the m of ㎞) is that character. `begin` never
  /// lies before the `begin` of an earlier call.
  Span span_of(std::size_t begin, std::size_t end);

 private:
  /// A place between two characters of the folded text that did not come from the same character.
  struct Place {
    std::size_t byte = 0;        ///< how far was counted
    std::uint32_t folded = 0;    ///< characters before it in the folded text
    std::uint32_t known = 0;     ///< characters before the end of the last exception that was passed
    std::uint32_t original = 0;  ///< the same in the original
    std::size_t exception = 0;   ///< where the next exception is stored
  };
  /// Characters that did not become one character each: `originals` became `folded`, `gap` behind those before.
  struct Exception {
    std::uint32_t gap = 0;
    std::uint32_t originals = 0;
    std::uint32_t folded = 0;
    std::size_t next = 0;
  };
  Exception read(std::size_t at) const;
  void count_to(Place& place, std::size_t byte) const;
  void pass(Place& place, const Exception& exception) const;
  bool certainly_whole(std::size_t begin, std::size_t end) const;

  const SearchText::Data& text_;
  std::string_view folded_;
  Place place_;
};

}  // namespace mitjul
