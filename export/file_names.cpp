#include "export/file_names.h"

#include <algorithm>
#include <array>

namespace mitjul {
namespace {

// File systems take 255 bytes or UTF-16 units; a number and extensions come behind.
constexpr std::size_t kLongest = 180;

/// In lower case where that is ASCII: all that file systems that ignore case agree about.
std::string folded(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

bool is_device(std::string_view name) {
  const std::string stem = folded(name.substr(0, name.find('.')));
  constexpr std::array<std::string_view, 4> kDevices{"con", "prn", "aux", "nul"};
  if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '0' && stem[3] <= '9';
}

std::string cleaned(std::string_view document) {
  if (folded(document).ends_with(".txt")) document.remove_suffix(4);
  std::string name;
  for (const char c : document) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    name += control || std::string_view("<>:\"/\\|?*").find(c) != std::string_view::npos ? '_' : c;
  }
  if (name.size() > kLongest) {
    std::size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    name.resize(end);
  }
  const auto is_edge = [](char c) { return c == ' ' || c == '.'; };
  if (!name.empty() && is_edge(name.front())) name.front() = '_';
  if (!name.empty() && is_edge(name.back())) name.back() = '_';
  if (name.empty() || is_device(name)) name.insert(name.begin(), '_');
  return name;
}

}  // namespace

std::string FileNames::name_for(std::string_view document) {
  const std::string name = cleaned(document);
  std::string free = name;
  for (int number = 2; !taken_.insert(folded(free)).second; ++number) free = name + " (" + std::to_string(number) + ")";
  return free;
}

}  // namespace mitjul
