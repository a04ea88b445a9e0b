#include "import/json_lines.h"

#include <algorithm>

#include "core/error.h"

namespace mitjul {
namespace {

using nlohmann::json;

constexpr std::size_t kBufferSize = std::size_t{1} << 18;
constexpr std::size_t kMostProblems = 1000;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// The lines of a file, one at a time.
class Lines {
 public:
  Lines(const ReadBytes& bytes, const std::filesystem::path& path)
      : bytes_(bytes), path_(path), buffer_(kBufferSize, '\0') {}

  /// False at the end.
  bool next() {
    line_.clear();
    while (!rest_.empty() || read_more()) {
      const std::size_t end = std::min(rest_.find('\n'), rest_.size());
      if (line_.size() + end > kLongestJson) throw Error(ErrorKind::TooLarge, path_, std::to_string(kLongestJson));
      line_ += rest_.substr(0, end);
      const bool ended = end < rest_.size();
      rest_.remove_prefix(end + (ended ? 1 : 0));
      if (ended) return begin_line();
    }
    return !line_.empty() && begin_line();
  }

  std::string_view line() const { return line_; }
  std::size_t number() const { return number_; }

 private:
  bool begin_line() {
    if (++number_ == 1 && line_.compare(0, kByteOrderMark.size(), kByteOrderMark) == 0)
      line_.erase(0, kByteOrderMark.size());
    return true;
  }
  bool read_more() {
    rest_ = std::string_view(buffer_).substr(0, bytes_(buffer_.data(), buffer_.size()));
    return !rest_.empty();
  }

  const ReadBytes& bytes_;
  const std::filesystem::path& path_;
  std::string buffer_;
  std::string_view rest_;
  std::string line_;
  std::size_t number_ = 0;
};

}  // namespace

std::vector<Problem> read_json_lines(const std::filesystem::path& path, const OnJson& on_json) {
  return read_json_lines(bytes_of_file(path), path, on_json);
}

std::vector<Problem> read_json_lines(const ReadBytes& bytes, const std::filesystem::path& path, const OnJson& on_json) {
  std::vector<Problem> problems;
  Lines lines(bytes, path);
  while (lines.next()) {
    if (std::all_of(lines.line().begin(), lines.line().end(), is_blank)) continue;
    std::vector<Problem> found;
    const std::optional<json> value = parse_json(lines.line(), found, lines.number());
    if (value && value->is_object()) {
      if (!on_json(*value, lines.number())) break;
    } else if (value) {
      found.push_back(invalid_json(JsonFault::NoObject, lines.number(), 1));
    }
    if (problems.size() < kMostProblems) problems.insert(problems.end(), found.begin(), found.end());
  }
  return problems;
}

}  // namespace mitjul
