#pragma once

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/storage/support.h"
#include "tests/support/run_program.h"

namespace mitjul {

/// The command that annotates 기사.txt again and again (tests/programs/annotate_loop.cpp).
inline std::vector<std::string> annotate_loop(const Project& project, const std::string& seconds,
                                              const AnnotatorKey& annotator) {
  return {MITJUL_ANNOTATE_LOOP, project.path.string(), project.document.str(), "ORG", seconds, annotator.str()};
}

/// The ids that it has printed. The last line may be cut off: it is none then.
inline std::vector<AnnotationId> printed_ids(const std::filesystem::path& out) {
  std::vector<AnnotationId> ids;
  std::string text = bytes_of(out);
  text.resize(text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto id = parse_annotation_id(line);
    EXPECT_TRUE(id) << line;
    if (id) ids.push_back(*id);
  }
  return ids;
}

}  // namespace mitjul
