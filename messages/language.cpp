#include "cli/language.h"

#include <cstdlib>

namespace mitjul {

Language language_of_environment() {
  for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') {
      return std::string_view(value).substr(0, 2) == "ko" ? Language::Korean : Language::English;
    }
  }
  return Language::English;
}

std::string_view tr(const Message& message) {
  static const Language language = language_of_environment();
  return language == Language::Korean ? message.korean : message.english;
}

std::string fill(const Message& message, const std::vector<std::string>& values) {
  const std::string_view pattern = tr(message);
  std::string filled;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
      const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
      if (index < values.size()) filled += values[index];
      i += 2;
    } else {
      filled += pattern[i];
    }
  }
  return filled;
}

}  // namespace mitjul
