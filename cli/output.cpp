#include "cli/output.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>

#include "core/system_error_name.h"

namespace mitjul {
namespace {

std::string field(const nlohmann::ordered_json& value) {
  if (value.is_string()) return escape_field(value.get<std::string>());
  if (value.is_null()) return {};
  if (!value.is_array()) return value.dump();
  std::vector<std::string> items;
  for (const auto& item : value) items.push_back(field(item));
  return fmt::format("{}", fmt::join(items, ", "));
}

}  // namespace

std::string escape_field(std::string_view value) {
  std::string escaped;
  for (const char c : value) {
    switch (c) {
      case '\\': escaped += "\\\\"; break;
      case '\n': escaped += "\\n"; break;
      case '\t': escaped += "\\t"; break;
      case '\r': escaped += "\\r"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

void Output::row(const Fields& fields, const Fields& more) {
  std::string line;
  if (json) {
    Fields object = fields;
    for (const auto& [name, value] : more.items()) object[name] = value;
    // JSON must be UTF-8; a path, or what stands in a damaged file, need not be.
    line = object.dump(-1, ' ', false, Fields::error_handler_t::replace);
  } else {
    bool first = true;
    for (const auto& [name, value] : fields.items()) {
      if (!first) line += '\t';
      line += field(value);
      first = false;
    }
  }
  line += '\n';
  raw(line);
}

void Output::raw(std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stdout); }

void Output::note(const std::string& message) {
  if (!quiet) refusal(message);
}

void Output::refusal(const std::string& message) {
  std::string line;
  for (const char c : message) {  // a name or quote with a line end in it leaves the message one line
    if (c == '\n' || c == '\r') {
      line += c == '\n' ? "\\n" : "\\r";
    } else {
      line += c;
    }
  }
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void Output::finish() {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return;
  const int code = errno;
  throw Error(code == ENOSPC ? ErrorKind::DiskFull : ErrorKind::InputOutput, "stdout", system_error_name(code));
}

}  // namespace mitjul
