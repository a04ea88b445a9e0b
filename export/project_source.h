#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/annotation_stream.h"
#include "core/export_profile.h"
#include "core/name_rules.h"
#include "core/problem.h"
#include "core/store.h"
#include "export/formats.h"
#include "export/pseudonym_report.h"

namespace mitjul {

/// What is exported of a project, how and where.
struct ProjectExport {
  ExportProfile profile;  ///< its format is one of the table, its options are allowed; the name does not matter
  /// The file or folder. With a split, files are called after it (`name-train.xml`, `-dev`, `-test`), and a folder has
  /// the three in it.
  std::filesystem::path out;
  Time created;             ///< the same moment gives the same bytes
  std::string generator;    ///< name and version of the program
  FindUnits units{};        ///< as in `ExportOptions`
  NameRules names{};        ///< as in `PseudonymRequest`
  AnnotationStream reader;  ///< reads back what was written (`annotation_reader`); a preview needs none
};

/// One export of those that a project was split into, or the only one.
struct ExportedPart {
  std::string name;           ///< `train`, `dev`, `test`; empty where nothing was split
  std::filesystem::path out;  ///< the file or folder
  ExportResult result;
};

struct ExportReport {
  std::vector<ExportedPart> parts;
  std::size_t pseudonyms = 0;  ///< wordings that stand-ins were put for
  /// Of these, those of a single character that were replaced in the midst of other words, too.
  std::vector<std::string> single_characters;
  std::vector<CountedWording> inside_words;       ///< single Hangul letters that stayed inside other words
  std::vector<CountedWording> apart;              ///< what looks like such a wording with white space in it
  std::vector<ChangedStandIn> changed_stand_ins;  ///< which texts say now, or which hold a new wording
  std::vector<std::string> kept_in_ids;           ///< wordings that stand in ids of the schema, which do not change
};

/// What all parts together lost.
std::vector<ExportLoss> losses_of(const ExportReport& report);

/// What a profile names and the project does not have: `UnknownLabel`, `UnknownAnnotator`, `UnknownDocument` and
/// `DocumentInTrash`.
std::vector<Problem> check_profile(const ExportProfile& profile, Store& store);

/// The documents that are chosen, by name and key.
std::vector<DocumentSummary> documents_to_export(Store& store, const ExportChoice& choice = {});

/// Where the parts of an export go: one without a split, or those of it whose share is not 0.
std::vector<std::filesystem::path> places_of(const ProjectExport& wanted);

/// Exports documents of a project on which other programs may go on writing, one document after another. What
/// annotators who were not there at its beginning add is left to the next export; where the schema changes or a
/// document goes, it begins anew, and gives up with `Error{Locked}` where that does not end. `project`: where the store
/// is, for that error. All parts of a split are written and verified before the first is put in its place. New
/// pseudonyms are kept in the project first: `Error{ReadOnly}` where that cannot be written.
ExportReport export_project(Store& store, const std::filesystem::path& project, const ProjectExport& wanted,
                            const Progress& progress);

/// What `export_project` would write, without writing it: the numbers and the losses.
ExportReport preview_project(Store& store, const std::filesystem::path& project, const ProjectExport& wanted,
                             const Progress& progress);

}  // namespace mitjul
