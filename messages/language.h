#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mitjul {

/// A text for people in both languages of the program; `{0}`, `{1}` … stand for what is filled in.
struct Message {
  std::string_view english;
  std::string_view korean;
};

enum class Language { English, Korean };

/// The language of the environment (LC_ALL, LC_MESSAGES, LANG, in this order): Korean where it begins with `ko`.
Language language_of_environment();

/// The message in the language of the environment.
std::string_view tr(const Message& message);
/// The same with the placeholders replaced; one without a value becomes empty.
std::string fill(const Message& message, const std::vector<std::string>& values);

}  // namespace mitjul
