#include "import/json_documents.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/error.h"
#include "core/file_io.h"

namespace mitjul {
namespace {

using nlohmann::json;

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kLargestObject = std::size_t{256} << 20;  // bytes, roughly
constexpr std::size_t kSizeOfValue = 96;                        // with its place in a map

/// The line of a byte, from 1, and the byte's place in it.
std::pair<std::size_t, std::size_t> line_of(const std::filesystem::path& path, std::size_t byte) {
  std::ifstream file(path, std::ios::binary);
  std::size_t line = 1;
  std::size_t begin = 0;
  std::vector<char> block(std::size_t{1} << 16);
  for (std::size_t at = 0; at < byte && file;) {
    file.read(block.data(), static_cast<std::streamsize>(std::min(block.size(), byte - at)));
    const auto count = static_cast<std::size_t>(file.gcount());
    for (std::size_t i = 0; i < count; ++i) {
      if (block[i] != '\n') continue;
      ++line;
      begin = at + i + 1;
    }
    at += count;
  }
  return {line, byte - std::min(begin, byte)};
}

/// Takes the events of the parser and builds the objects of the array, one at a time.
class ArrayObjects : public nlohmann::json_sax<json> {
 public:
  ArrayObjects(const JsonArrayFile& what, const std::function<void(const json&)>& call) : what_(what), call_(call) {}

  bool null() override { return value(nullptr, 0); }
  bool boolean(bool v) override { return value(v, 0); }
  bool number_integer(number_integer_t v) override { return value(v, 0); }
  bool number_unsigned(number_unsigned_t v) override { return value(v, 0); }
  bool number_float(number_float_t v, const string_t&) override { return value(v, 0); }
  bool string(string_t& v) override {
    const std::size_t size = v.size();
    return value(std::move(v), size);
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return begin(json::value_t::object); }
  bool start_array(std::size_t) override { return begin(json::value_t::array); }
  bool end_object() override { return end(); }
  bool end_array() override { return end(); }
  bool key(string_t& name) override {
    if (depth_ == 1) outer_key_ = name;
    if (building()) {
      size_ += name.size();
      key_ = std::move(name);
    }
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    invalid_at_ = position;
    return false;
  }

  bool array_seen() const { return array_seen_; }
  std::optional<std::size_t> invalid_at() const { return invalid_at_; }
  bool too_deep() const { return too_deep_; }
  bool too_large() const { return too_large_; }

 private:
  bool building() const { return !open_.empty() && skip_from_ == 0; }

  bool begin(json::value_t kind) {
    if (++depth_ > kDeepest) {
      too_deep_ = true;
      return false;
    }
    if (depth_ == 1) outer_is_object_ = kind == json::value_t::object;
    if (depth_ == 2) {
      in_array_ = outer_is_object_ && kind == json::value_t::array && outer_key_ == what_.array;
      array_seen_ = array_seen_ || in_array_;
    }
    if (open_.empty()) {
      if (depth_ == 3 && in_array_ && kind == json::value_t::object) {
        object_ = json(kind);
        size_ = 0;
        open_.push_back(&object_);
      }
      return true;
    }
    if (skip_from_ == 0 && open_.back()->is_object() && what_.passed_over.count(key_) != 0) skip_from_ = depth_;
    if (skip_from_ != 0) return true;
    open_.push_back(add(json(kind)));
    return grow(0);
  }

  bool end() {
    if (skip_from_ != 0) {
      if (depth_-- == skip_from_) skip_from_ = 0;
      return true;
    }
    --depth_;
    if (open_.empty()) return true;
    open_.pop_back();
    if (open_.empty()) {
      call_(object_);
      object_ = nullptr;
    }
    return true;
  }

  template <class Value>
  bool value(Value&& value, std::size_t size) {
    if (!building()) return true;
    add(json(std::forward<Value>(value)));
    return grow(size);
  }

  json* add(json value) {
    json& parent = *open_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    json& place = parent[key_];
    place = std::move(value);
    return &place;
  }

  bool grow(std::size_t size) {
    size_ += size + kSizeOfValue;
    too_large_ = size_ > kLargestObject;
    return !too_large_;
  }

  const JsonArrayFile& what_;
  const std::function<void(const json&)>& call_;
  std::size_t depth_ = 0;
  std::string outer_key_;
  bool outer_is_object_ = false;
  bool in_array_ = false;
  bool array_seen_ = false;
  // The object that is being built.
  json object_;
  std::vector<json*> open_;
  std::string key_;
  std::size_t skip_from_ = 0;  // the depth at which something passed over begins
  std::size_t size_ = 0;
  // Why it ended.
  std::optional<std::size_t> invalid_at_;
  bool too_deep_ = false;
  bool too_large_ = false;
};

}  // namespace

std::vector<Problem> each_in_json_array(const std::filesystem::path& path, const JsonArrayFile& what,
                                        const std::function<void(const json&)>& call) {
  require_file(path);  // says what is wrong with the path, which a stream does not
  std::ifstream file(path, std::ios::binary);
  ArrayObjects objects(what, call);
  const bool whole = json::sax_parse(file, &objects);
  if (file.bad()) throw Error(ErrorKind::InputOutput, path);
  std::vector<Problem> problems;
  if (objects.too_deep() || objects.invalid_at()) {
    const auto [line, byte] = line_of(path, objects.invalid_at().value_or(0));
    problems.push_back(make_problem(ProblemCode::InvalidJson, {std::to_string(byte)}));
    problems.back().place.line = line;
  } else if (objects.too_large()) {
    problems.push_back(make_problem(ProblemCode::FileTooLarge, {std::to_string(kLargestObject)}));
  } else if (whole && !objects.array_seen()) {
    problems.push_back(make_problem(ProblemCode::MissingField, {std::string(what.array)}));
  }
  return problems;
}

}  // namespace mitjul
