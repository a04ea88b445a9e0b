#include "import/json_lines.h"

#include <cstring>
#include <fstream>

#include "core/error.h"
#include "core/file_io.h"
#include "core/utf8.h"

namespace mitjul {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestPart = std::size_t{512} << 20;
constexpr std::size_t kBufferSize = std::size_t{1} << 18;
constexpr std::size_t kMostProblems = 1000;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The bytes of a file, some at a time.
class Bytes {
 public:
  explicit Bytes(const std::filesystem::path& path) : path_(path), buffer_(kBufferSize, '\0') {
    require_file(path);  // says what is wrong with the path, which a stream does not
    file_.open(path, std::ios::binary);
    read_more();
    if (rest_.substr(0, kByteOrderMark.size()) == kByteOrderMark) rest_.remove_prefix(kByteOrderMark.size());
  }

  /// What is there, and empty at the end of the file only.
  std::string_view rest() {
    if (rest_.empty()) read_more();
    return rest_;
  }
  void take(std::size_t size) { rest_.remove_prefix(size); }

  /// Adds bytes to a part, which must not grow beyond all measure.
  void append(std::string& part, std::string_view bytes) const {
    if (part.size() + bytes.size() > kLongestPart)
      throw Error(ErrorKind::TooLarge, path_, std::to_string(kLongestPart));
    part += bytes;
  }

 private:
  void read_more() {
    file_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    if (file_.bad()) throw Error(ErrorKind::InputOutput, path_);
    rest_ = std::string_view(buffer_).substr(0, static_cast<std::size_t>(file_.gcount()));
  }

  std::filesystem::path path_;
  std::ifstream file_;
  std::string buffer_;
  std::string_view rest_;
};

/// Follows JSON byte by byte as far as brackets and strings.
class Brackets {
 public:
  void take(char c) {
    if (in_string_) {
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"') {
        in_string_ = false;
      }
      return;
    }
    switch (c) {
      case '"': in_string_ = true; break;
      case '{':
      case '[':
        ++depth_;
        ++values_;
        break;
      case '}':
      case ']':
        if (depth_ > 0) --depth_;
        break;
      case ',':
      case ':': ++values_; break;
      default: break;
    }
  }

  std::size_t depth() const { return depth_; }
  std::size_t values() const { return values_; }
  bool in_string() const { return in_string_; }

 private:
  std::size_t depth_ = 0;
  std::size_t values_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

bool bounded(std::string_view text) {
  Brackets brackets;
  for (const char c : text) {
    brackets.take(c);
    if (brackets.depth() > kDeepestJson || brackets.values() > kMostJsonValues) return false;
  }
  return true;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Finds the objects of a list in a file and hands them over one by one.
class ListReader {
 public:
  ListReader(const std::filesystem::path& path, std::string_view list, const OnJson& on_json)
      : bytes_(path), list_(list), on_json_(on_json) {}

  std::vector<Problem> run() {
    if (!find_list()) {
      if (problems_.empty()) refuse(ProblemCode::MissingField, {std::string(list_)});
      return std::move(problems_);
    }
    read_items();
    return std::move(problems_);
  }

 private:
  void refuse(ProblemCode code, std::vector<std::string> details) {
    Problem problem = make_problem(code, std::move(details));
    problem.place.line = line_;
    problems_.push_back(std::move(problem));
  }

  std::optional<char> next() {
    const std::string_view rest = bytes_.rest();
    if (rest.empty()) return std::nullopt;
    const char c = rest.front();
    bytes_.take(1);
    if (c == '\n') ++line_;
    return c;
  }

  std::optional<char> next_not_blank() {
    auto c = next();
    while (c && is_blank(*c)) c = next();
    return c;
  }

  /// Moves behind the `[` of the list.
  bool find_list() {
    const auto first = next_not_blank();
    if (first == '[') return true;
    if (first != '{') {
      refuse(ProblemCode::InvalidJson, {"1"});
      return false;
    }
    Brackets brackets;
    brackets.take('{');
    std::string last;  // the last string at the top of the object, the key before a value
    while (const auto c = next()) {
      const bool before = brackets.in_string();
      brackets.take(*c);
      if (brackets.depth() == 0) return false;
      if (brackets.depth() == 2 && *c == '[' && !brackets.in_string() && last == list_) return true;
      if (brackets.depth() != 1) continue;
      if (!before && brackets.in_string()) {
        last.clear();
      } else if (brackets.in_string() && last.size() <= list_.size()) {
        last += *c;
      }
    }
    refuse(ProblemCode::InvalidJson, {"1"});
    return false;
  }

  void read_items() {
    for (auto c = next_not_blank(); c != ']'; c = next_not_blank()) {
      if (c == ',' && after_item_) {
        c = next_not_blank();
        after_item_ = false;
      }
      if (c != '{' || after_item_) return refuse(ProblemCode::InvalidJson, {"1"});
      if (!read_item()) return;
      after_item_ = true;
    }
  }

  /// An object whose `{` is taken.
  bool read_item() {
    const std::size_t line = line_;
    std::string item = "{";
    Brackets brackets;
    brackets.take('{');
    while (brackets.depth() > 0) {
      const std::string_view rest = bytes_.rest();
      if (rest.empty()) {
        refuse(ProblemCode::InvalidJson, {std::to_string(item.size())});
        return false;
      }
      std::size_t size = 0;
      while (size < rest.size() && brackets.depth() > 0) {
        if (rest[size] == '\n') ++line_;
        brackets.take(rest[size++]);
      }
      bytes_.append(item, rest.substr(0, size));
      bytes_.take(size);
    }
    const std::optional<json> object = parse_json(item, problems_);
    if (!object) {
      problems_.back().place.line = line;
      return false;
    }
    return on_json_(*object, line);
  }

  Bytes bytes_;
  std::string_view list_;
  const OnJson& on_json_;
  std::vector<Problem> problems_;
  std::size_t line_ = 1;
  bool after_item_ = false;
};

}  // namespace

std::optional<json> parse_json(std::string_view text, std::vector<Problem>& problems) {
  const auto refuse = [&](ProblemCode code, std::vector<std::string> details = {}) {
    if (problems.size() < kMostProblems) problems.push_back(make_problem(code, std::move(details)));
    return std::nullopt;
  };
  if (!is_valid_utf8(text)) return refuse(ProblemCode::InvalidUtf8);
  if (!bounded(text)) return refuse(ProblemCode::InvalidJson, {std::to_string(text.size())});
  try {
    return json::parse(text);
  } catch (const json::parse_error& error) {
    return refuse(ProblemCode::InvalidJson, {std::to_string(error.byte)});
  } catch (const json::exception&) {  // a number that no double holds
    return refuse(ProblemCode::InvalidJson, {std::to_string(text.size())});
  }
}

std::vector<Problem> read_json_lines(const std::filesystem::path& path, const OnJson& on_json) {
  std::vector<Problem> problems;
  Bytes bytes(path);
  std::string line;
  for (std::size_t number = 1; !bytes.rest().empty(); ++number) {
    line.clear();
    bool ended = false;
    while (!ended && !bytes.rest().empty()) {
      const std::string_view rest = bytes.rest();
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      bytes.append(line, rest.substr(0, end));
      ended = end < rest.size();
      bytes.take(end + (ended ? 1 : 0));
    }
    if (std::all_of(line.begin(), line.end(), is_blank)) continue;
    const std::size_t known = problems.size();
    const std::optional<json> value = parse_json(line, problems);
    if (value && value->is_object()) {
      if (!on_json(*value, number)) break;
    } else if (value && problems.size() < kMostProblems) {
      problems.push_back(make_problem(ProblemCode::WrongFieldType, {"{}"}));
    }
    if (problems.size() > known) problems.back().place.line = number;
  }
  return problems;
}

std::vector<Problem> read_json_list(const std::filesystem::path& path, std::string_view list, const OnJson& on_json) {
  return ListReader(path, list, on_json).run();
}

}  // namespace mitjul
