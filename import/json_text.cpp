#include "import/json_text.h"

#include <cstring>
#include <utility>

#include "core/utf8.h"
#include "import/json_input.h"

namespace mitjul {
namespace {

using nlohmann::json;

/// What stands there, where it can be shown.
std::string shown(std::string_view token) {
  constexpr std::size_t kLongest = 40;
  if (token.size() <= kLongest) return is_clean_text(token) ? std::string(token) : std::string();
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(token[end]) & 0xC0U) == 0x80U) --end;
  return is_clean_text(token.substr(0, end)) ? std::string(token.substr(0, end)) + "…" : std::string();
}

Problem invalid_utf8(std::size_t line) {
  Problem problem = make_problem(ProblemCode::InvalidUtf8);
  problem.place.line = line;
  return problem;
}

/// Takes what the parser finds, and knows why it ended.
class JsonEvents : public nlohmann::json_sax<json> {
 public:
  explicit JsonEvents(JsonInput& input) : input_(input) {}

  bool null() final { return value(nullptr, 0); }
  bool boolean(bool v) final { return value(v, 0); }
  bool number_integer(number_integer_t v) final { return value(v, 0); }
  bool number_unsigned(number_unsigned_t v) final { return value(v, 0); }
  bool number_float(number_float_t v, const string_t&) final { return value(v, 0); }
  bool string(string_t& v) final {
    const std::size_t size = v.size();
    return value(std::move(v), size);
  }
  bool binary(binary_t&) final { return false; }
  bool start_object(std::size_t) final { return deeper() && begin(json::value_t::object); }
  bool start_array(std::size_t) final { return deeper() && begin(json::value_t::array); }
  bool end_object() final { return end(); }
  bool end_array() final { return end(); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) final {
    const JsonInput::Token token = input_.token_after(position);
    const JsonInput::Place place = input_.place_after(position);
    const auto fault = fault_of(error, token.text.empty());
    if (!fault) {
      problem_ = invalid_utf8(place.line);
    } else if (fault == JsonFault::Unexpected || fault == JsonFault::Behind || fault == JsonFault::Number) {
      problem_ = invalid_json(*fault, token.place.line, token.place.column, token.text);
    } else {
      problem_ = invalid_json(*fault, place.line, place.column);
    }
    return false;
  }

  /// Why the text is no JSON, or is not read to its end; nothing where all is well, or the caller has heard enough.
  std::optional<Problem> take_problem() { return std::move(problem_); }

 protected:
  virtual bool begin(json::value_t kind) = 0;
  virtual bool value(json value, std::size_t size) = 0;
  /// An object or an array that is closed; `depth` is still that of what is in it.
  virtual void closed() = 0;

  bool refuse(JsonFault fault) {
    problem_ = problem_here(fault);
    return false;
  }
  bool refuse_size() {
    problem_ = make_problem(ProblemCode::FileTooLarge, {std::to_string(kLongestJson)});
    problem_->place.line = input_.place().line;
    return false;
  }
  Problem problem_here(JsonFault fault) { return invalid_json(fault, input_.place().line, input_.place().column); }
  std::size_t line() { return input_.place().line; }
  std::size_t depth() const { return depth_; }
  /// Ends the reading, without a problem.
  void stop() { stopped_ = true; }

 private:
  /// Nothing where the text is not UTF-8.
  std::optional<JsonFault> fault_of(const nlohmann::detail::exception& error, bool nothing) const {
    constexpr int kOutOfRange = 406;
    const auto says = [&](const char* words) { return std::strstr(error.what(), words) != nullptr; };
    if (error.id == kOutOfRange) return JsonFault::Number;
    if (depth_ == 0 && whole_) return JsonFault::Behind;
    if (input_.ended()) return nothing ? JsonFault::Nothing : JsonFault::Ends;
    if (says("ill-formed UTF-8")) return std::nullopt;
    if (!input_.in_string()) return JsonFault::Unexpected;
    return says("control character") ? JsonFault::ControlCharacter : JsonFault::Escape;
  }

  bool deeper() { return ++depth_ <= kDeepestJson || refuse(JsonFault::Deep); }
  bool end() {
    closed();
    whole_ = --depth_ == 0;
    return !stopped_;
  }

  JsonInput& input_;
  std::optional<Problem> problem_;
  std::size_t depth_ = 0;
  bool whole_ = false;
  bool stopped_ = false;
};

/// A value that is put together, within limits.
class JsonBuilder {
 public:
  /// Adds a value to what is open; nullptr where it has become too much.
  json* add(json value, std::size_t size) {
    size_ += size;
    if (++values_ > kMostJsonValues || size_ > kLongestJson) return nullptr;
    if (open_.empty()) {
      value_ = std::move(value);
      return &value_;
    }
    json& parent = *open_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    json& place = parent[key_];
    place = std::move(value);
    return &place;
  }
  bool open(json::value_t kind) {
    json* const added = add(json(kind), 0);
    if (added != nullptr) open_.push_back(added);
    return added != nullptr;
  }
  /// Whether the value is complete with that.
  bool close() {
    open_.pop_back();
    return open_.empty();
  }
  void name(std::string key) {
    size_ += key.size();
    key_ = std::move(key);
  }

  bool is_open() const { return !open_.empty(); }
  bool too_long() const { return size_ > kLongestJson; }
  json take() {
    values_ = 0;
    size_ = 0;
    return std::move(value_);
  }

 private:
  json value_;
  std::vector<json*> open_;
  std::string key_;
  std::size_t values_ = 0;
  std::size_t size_ = 0;
};

/// One value.
class JsonText : public JsonEvents {
 public:
  using JsonEvents::JsonEvents;

  bool key(string_t& name) override {
    builder_.name(std::move(name));
    return true;
  }
  json take() { return builder_.take(); }

 private:
  bool begin(json::value_t kind) override { return builder_.open(kind) || refuse_much(); }
  bool value(json value, std::size_t size) override {
    return builder_.add(std::move(value), size) != nullptr || refuse_much();
  }
  void closed() override { builder_.close(); }
  bool refuse_much() { return builder_.too_long() ? refuse_size() : refuse(JsonFault::Many); }

  JsonBuilder builder_;
};

/// The objects of a list.
class JsonList : public JsonEvents {
 public:
  JsonList(JsonInput& input, const JsonListFormat& format, const OnJson& on_json)
      : JsonEvents(input), format_(format), on_json_(on_json) {}

  bool key(string_t& name) override {
    if (skipped_from_ != 0) return true;
    if (builder_.is_open()) {
      skips_next_ = !format_.passed_over.empty() && name == format_.passed_over;
      if (!skips_next_) builder_.name(std::move(name));
    } else if (depth() == 1) {
      key_ = std::move(name);
    }
    return true;
  }

  bool list_seen() const { return seen_; }
  /// What stands in the list and is no object.
  std::vector<Problem> take_others() { return std::move(others_); }

 private:
  bool begin(json::value_t kind) override {
    if (std::exchange(skips_next_, false)) skipped_from_ = depth();
    if (skipped_from_ != 0) return true;
    const bool item = depth() == list_depth_ + 1 && list_depth_ != 0;
    if (builder_.is_open() || (item && kind == json::value_t::object)) {
      if (!builder_.is_open()) item_line_ = line();
      return builder_.open(kind) || refuse_much();
    }
    if (item) note_other();
    const bool array = kind == json::value_t::array;
    if (depth() == 1) outer_is_object_ = !array;
    if (array && (depth() == 1 || (depth() == 2 && outer_is_object_ && key_ == format_.list))) {
      list_depth_ = depth();
      seen_ = true;
    }
    return true;
  }

  bool value(json value, std::size_t size) override {
    if (std::exchange(skips_next_, false) || skipped_from_ != 0) return true;
    if (builder_.is_open()) return builder_.add(std::move(value), size) != nullptr || refuse_much();
    if (list_depth_ != 0 && depth() == list_depth_) note_other();
    return true;
  }

  void closed() override {
    if (skipped_from_ != 0) {
      if (depth() == skipped_from_) skipped_from_ = 0;
    } else if (builder_.is_open()) {
      if (builder_.close() && !on_json_(builder_.take(), item_line_)) stop();
    } else if (depth() == list_depth_) {
      list_depth_ = 0;
    }
  }

  bool refuse_much() { return builder_.too_long() ? refuse_size() : refuse(JsonFault::Many); }
  void note_other() {
    constexpr std::size_t kMost = 1000;
    if (others_.size() < kMost) others_.push_back(problem_here(JsonFault::NoObject));
  }

  const JsonListFormat& format_;
  const OnJson& on_json_;
  JsonBuilder builder_;
  std::string key_;
  std::size_t list_depth_ = 0;  // while in the list
  std::size_t item_line_ = 0;
  std::size_t skipped_from_ = 0;  // the depth of what is passed over
  bool skips_next_ = false;
  bool outer_is_object_ = false;
  bool seen_ = false;
  std::vector<Problem> others_;
};

}  // namespace

Problem invalid_json(JsonFault fault, std::size_t line, std::size_t column, std::string_view token) {
  Problem problem =
      make_problem(ProblemCode::InvalidJson, {std::to_string(column), std::string(to_string(fault)), shown(token)});
  problem.place.line = line;
  return problem;
}

std::optional<json> parse_json(std::string_view text, std::vector<Problem>& problems, std::size_t line) {
  if (!is_valid_utf8(text)) {
    problems.push_back(invalid_utf8(line));
    return std::nullopt;
  }
  JsonInput input(text, line);
  JsonText events(input);
  if (json::sax_parse(JsonBytes(input), JsonBytes(), &events)) return events.take();
  if (auto problem = events.take_problem()) problems.push_back(*std::move(problem));
  return std::nullopt;
}

std::vector<Problem> read_json_list(const std::filesystem::path& path, const JsonListFormat& format,
                                    const OnJson& on_json) {
  JsonInput input(bytes_of_file(path));
  JsonList events(input, format, on_json);
  const bool whole = json::sax_parse(JsonBytes(input), JsonBytes(), &events);
  std::vector<Problem> problems = events.take_others();
  if (auto problem = events.take_problem()) problems.push_back(*std::move(problem));
  if (whole && !events.list_seen()) {
    problems.push_back(make_problem(ProblemCode::MissingField, {std::string(format.list)}));
    problems.back().place.line = 1;
  }
  return problems;
}

}  // namespace mitjul
