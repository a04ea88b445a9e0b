#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mitjul {

/// A text for people in both languages of the program; `{0}`, `{1}` … stand for what is filled in, and
/// `{0|word|words}` for one of the two words: the first where value 0 is `1`.
struct Message {
  std::string_view english;
  std::string_view korean;
};

enum class Language { English, Korean };

/// The language of the environment (LC_ALL, LC_MESSAGES, LANG, in this order): Korean where it begins with `ko`.
Language language_of_environment();

/// The language of everything that is said from now on, until it is set again; that of the environment before. To be
/// called before other threads speak.
void set_language(Language language);
/// The language in which the program speaks.
Language language();

/// The message in the language of the program.
std::string_view tr(const Message& message);
/// The same with the placeholders replaced; one without a value becomes empty. Korean particles that stand there in
/// both forms follow the value (`append_with_particles`).
std::string fill(const Message& message, const std::vector<std::string>& values);

}  // namespace mitjul
