#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"

namespace mitjul {

/// Something that was in a damaged project and is not in the new one, or not as it was.
struct RecoveryLoss {
  enum class State {
    Lost,
    Part,     ///< it is there, but not all that was said of it, or as the log knew it last
    Unknown,  ///< there may have been more of its kind: what lists them is damaged
  };
  std::string kind;  ///< `document`, `annotation` …
  State state = State::Lost;
  std::string document{};  ///< the name of the one it belongs to
  std::string name{};      ///< an id, a number or a name, as its kind has it
  std::string label{};     ///< of an annotation, as are the next two
  std::string quote{};     ///< as far as it can be read
  std::string note{};
};

std::string_view to_string(RecoveryLoss::State state);

struct RecoveryCount {
  std::string kind;  ///< `documents`, `annotations` …
  std::int64_t saved = 0;
  std::int64_t lost = 0;
};

/// What was saved of a damaged project, and what was not.
struct RecoveryReport {
  std::vector<RecoveryCount> counts;
  std::vector<RecoveryLoss> losses;

  bool everything() const;
  void count(const std::string& kind, std::int64_t saved, std::int64_t lost);
};

/// Makes a new project of all that can be read of a damaged one and proves to be what was stored: by a fingerprint, by
/// the log, or because it stands on pages that are whole. `damaged` and what lies beside it is only read. Where
/// anything is missing, the log says at its end that the project was recovered, and nothing can be undone.
/// Throws `Error`: AlreadyExists where there is anything called `fresh`, NotAProject where nothing can be read,
/// NewerVersion …
RecoveryReport recover_project(const std::filesystem::path& damaged, const std::filesystem::path& fresh, Time time);

}  // namespace mitjul
