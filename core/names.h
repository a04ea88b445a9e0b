#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace mitjul {

/// The index of `text` in a table of an enum's names in files, as that enum.
template <class Enum, std::size_t Count>
constexpr std::optional<Enum> enum_named(const std::array<std::string_view, Count>& names, std::string_view text) {
  for (std::size_t i = 0; i < Count; ++i) {
    if (names[i] == text) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

template <class Enum, std::size_t Count>
constexpr std::string_view name_of(const std::array<std::string_view, Count>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace mitjul
