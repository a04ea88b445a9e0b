#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "cli/session.h"
#include "messages/language.h"

namespace mitjul {

/// The ids of a table of formats, for a sentence.
template <class Formats>
std::string ids_of(const Formats& formats) {
  std::vector<std::string_view> ids;
  for (const auto& format : formats) ids.push_back(format.id);
  return fmt::format("{}", fmt::join(ids, ", "));
}

[[noreturn]] inline void unknown_format(const std::string& id, const std::string& known) {
  throw WrongUsage{
      fill({"There is no format “{0}”; there are: {1}.", "‘{0}’ 형식이 없습니다. 있는 것: {1}."}, {id, known})};
}

/// That an option was not given, as the option parser says it.
inline std::string missing_option(const std::string& option) {
  return fill({"“{0}” is missing (see --help).", "‘{0}’ 인자가 빠졌습니다(--help 참고)."}, {option});
}

}  // namespace mitjul
