#include "import/tagged_lines.h"

#include <algorithm>

#include "core/file_io.h"
#include "core/utf8.h"
#include "import/decode.h"

namespace mitjul {
namespace {

constexpr std::uint64_t kLargest = std::uint64_t{64} << 20;
constexpr std::size_t kShown = 40;  // code points
constexpr std::string_view kMark = "\xEF\xBB\xBF";

}  // namespace

FileText read_file_text(const std::filesystem::path& path) {
  FileText text;
  text.utf8 = read_file(path, kLargest);
  if (is_valid_utf8(text.utf8)) {
    if (text.utf8.starts_with(kMark)) text.utf8.erase(0, kMark.size());
    return text;
  }
  const Decoded decoded = decode(text.utf8);
  text.utf8.clear();
  for (const char32_t c : decoded.text) append_utf8(text.utf8, c);
  text.undecodable = decoded.replaced.size();
  return text;
}

void each_line(std::string_view text, const std::function<bool(std::string_view line, std::size_t number)>& call) {
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!call(line, ++number)) return;
    begin = end + 1;
  }
}

std::string beginning_of(std::string_view line) {
  std::size_t byte = 0;
  for (std::size_t i = 0; i < kShown && byte < line.size(); ++i) next_code_point(line, byte);
  return byte < line.size() ? std::string(line.substr(0, byte)) + "…" : std::string(line);
}

std::vector<std::string_view> whole_lines(std::string_view beginning) {
  constexpr std::size_t kLooksCut = 4000;  // what is read of a file to recognise it is a little more
  if (beginning.starts_with(kMark)) beginning.remove_prefix(kMark.size());
  std::vector<std::string_view> lines;
  each_line(beginning, [&](std::string_view line, std::size_t) {
    lines.push_back(line);
    return true;
  });
  if (beginning.size() >= kLooksCut && !beginning.ends_with('\n') && lines.size() > 1) lines.pop_back();
  return lines;
}

}  // namespace mitjul
