#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mitjul {

/// Under this name INCEpTION keeps what was agreed on.
inline constexpr std::string_view kCurator = "CURATION_USER";

/// What the place of a file says in an export of a project of INCEpTION: `annotation/기사.txt/kim.xmi`. The file may
/// lie in an archive or a folder of its own there (`kim.zip/kim.xmi`, `webanno123export/kim.xmi`).
struct InceptionPlace {
  std::string above;      ///< the path of the export, with a slash
  std::string document;   ///< `기사.txt`
  std::string annotator;  ///< `kim`
  bool curated = false;   ///< what was agreed on: `curation/기사.txt/CURATION_USER.xmi`
  bool initial = false;   ///< what all annotators began with: `annotation/기사.txt/INITIAL_CAS.xmi`
};

/// Nothing where the path, with slashes, is of no such place.
std::optional<InceptionPlace> inception_place(std::string_view path);

/// The last part of a path, without what follows its last dot: `kim` of `a/kim.xmi`.
std::string stem_of(std::string_view path);

}  // namespace mitjul
