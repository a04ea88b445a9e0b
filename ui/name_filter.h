#pragma once

#include <string>
#include <string_view>

namespace mitjul {

/// What a filter box finds names by: a part of the name in either case, or the initials of its syllables (`ㅎㅇㅇ`
/// finds 화웨이, `ㅎ웨` does too). Composed and decomposed Hangul are the same. Empty: every name.
class NameFilter {
 public:
  explicit NameFilter(std::string_view query = {});

  bool empty() const { return query_.empty(); }
  bool accepts(std::string_view name) const { return empty() || accepts_folded(folded(name)); }
  /// The same for a name that was folded before: folding thousands takes longer than comparing them.
  bool accepts_folded(const std::u32string& name) const;
  static std::u32string folded(std::string_view name);

 private:
  std::u32string query_;
};

}  // namespace mitjul
