#include "messages/language.h"

#include <cstdlib>

#include "messages/particle.h"

namespace mitjul {
namespace {

Language& chosen() {
  static Language language = language_of_environment();
  return language;
}

/// What stands for a placeholder: `0`, or `0|word|words`.
std::string_view filled_in(std::string_view placeholder, const std::vector<std::string>& values) {
  const auto index = static_cast<std::size_t>(placeholder.front() - '0');
  const std::string_view value = index < values.size() ? std::string_view(values[index]) : std::string_view();
  const std::size_t one = placeholder.find('|');
  if (one == std::string_view::npos) return value;
  const std::size_t several = placeholder.find('|', one + 1);
  return value == "1" ? placeholder.substr(one + 1, several - one - 1) : placeholder.substr(several + 1);
}

}  // namespace

Language language_of_environment() {
  for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') {
      return std::string_view(value).substr(0, 2) == "ko" ? Language::Korean : Language::English;
    }
  }
  return Language::English;
}

void set_language(Language language) { chosen() = language; }

Language language() { return chosen(); }

std::string_view tr(const Message& message) {
  return language() == Language::Korean ? message.korean : message.english;
}

std::string fill(const Message& message, const std::vector<std::string>& values) {
  std::string_view rest = tr(message);
  std::string filled;
  for (std::size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    const std::size_t close = rest.find('}', open);
    if (close == std::string_view::npos) break;  // no placeholder
    append_with_particles(filled, rest.substr(0, open));
    filled += filled_in(rest.substr(open + 1, close - open - 1), values);
    rest.remove_prefix(close + 1);
  }
  append_with_particles(filled, rest);
  return filled;
}

}  // namespace mitjul
