#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mitjul {

/// Finds out which of many wordings stand in no text. White space is passed over on both sides, and composed and
/// decomposed letters are the same. Goes through each text once, however many wordings there are.
class SurfaceTraces {
 public:
  void look_for(const std::string& surface);
  void look_through(std::string_view utf8);
  /// Those that no text had so far.
  const std::set<std::string>& missing() const { return missing_; }

 private:
  struct Wanted {
    std::u16string letters;
    std::string surface;
  };

  static std::u16string letters_of(std::string_view utf8);

  std::unordered_map<char16_t, std::vector<Wanted>> wanted_;  // by their first letter
  std::set<std::string> missing_;
};

}  // namespace mitjul
