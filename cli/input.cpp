#include "cli/input.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <sstream>

#include "cli/session.h"
#include "core/error.h"
#include "core/file_io.h"
#include "core/system_error_name.h"
#include "messages/language.h"

namespace mitjul {
namespace {

constexpr std::uint64_t kLargestInput = std::uint64_t{1} << 30;

TextPos read_offset(const std::string& word, const Text& text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  const bool all_digits = !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
  if (!all_digits) {
    throw WrongUsage{fill({"“{0}” is no offset: a number of code points is needed.",
                           "‘{0}’은(는) 자리가 아닙니다. 코드 포인트 수를 주십시오."},
                          {word})};
  }
  if (error != std::errc() || number > text.length()) {
    throw Refusal{{make_problem(ProblemCode::SpanOutsideText, {word, word, std::to_string(text.length())})}};
  }
  return TextPos(static_cast<std::uint32_t>(number));
}

}  // namespace

std::string read_input(const std::string& from) {
  if (from != "-") return read_file(path_from_utf8(from), kLargestInput);
  std::string bytes;
  std::array<char, 1 << 16> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), stdin)) {
    bytes.append(buffer.data(), count);
  }
  if (std::ferror(stdin) != 0) throw Error(ErrorKind::InputOutput, "stdin", system_error_name(errno));
  return bytes;
}

std::vector<TextPos> read_offsets(const std::vector<std::string>& offsets, const Text& text) {
  std::vector<TextPos> places;
  if (offsets.empty()) {
    for (TextPos at; at < text.end(); at = at + 1) places.push_back(at);
  }
  for (const std::string& offset : offsets) {
    if (offset != "-") {
      places.push_back(read_offset(offset, text));
      continue;
    }
    std::istringstream words(read_input("-"));
    for (std::string word; words >> word;) places.push_back(read_offset(word, text));
  }
  return places;
}

}  // namespace mitjul
