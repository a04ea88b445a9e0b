#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mitjul {

/// Looks for the same bytes in many texts. Compares two bytes of the needle, far apart in what they tell, with 64
/// places of the text at a time, in loops that compilers turn into vector instructions.
class ByteSearch {
 public:
  /// `needle` is valid UTF-8 and not empty.
  explicit ByteSearch(std::string needle);

  std::size_t size() const { return needle_.size(); }
  /// The first place from `from` on; npos if there is none.
  std::size_t find(std::string_view text, std::size_t from) const;

 private:
  bool stands_at(const char* place) const;

  std::string needle_;
  std::size_t first_ = 0;  ///< of the two bytes
  std::size_t second_ = 0;
};

}  // namespace mitjul
