#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/problem.h"
#include "core/store.h"
#include "storage/database.h"

namespace mitjul {

/// A project: one SQLite file. docs/project-file.md describes it. One connection, for one thread; other programs may
/// work on the same file at the same time.
class ProjectFile : public Store {
 public:
  /// Makes a project with the schema and one annotator, `annotator01`. `Error{AlreadyExists}` where there is a file;
  /// nothing is left behind if it cannot be made.
  static void create(const std::filesystem::path& path, const Schema& schema, Time time, const char* vfs = nullptr);

  /// Opens a project, and brings an older one to the present version (storage/migration.h). A file that cannot be
  /// written is opened for reading. `vfs`: another SQLite file layer, for
  /// tests. Throws `Error`: NotFound, IsDirectory, NotAProject, NewerVersion …
  explicit ProjectFile(const std::filesystem::path& path, const char* vfs = nullptr);
  ~ProjectFile() override;

  const std::filesystem::path& path() const { return database_.path(); }

  Schema schema() override;
  Schema last_published() override;
  std::optional<Schema> schema_version(int version) override;
  std::vector<SchemaUse> schema_uses() override;
  std::vector<DocumentKey> documents_with(const std::set<std::string>& labels) override;
  ReviewWork review_work(const std::vector<RevisedTag>& tags, const AnnotatorKey& annotator) override;
  ProjectSettings settings() override;
  std::vector<SchemaProposal> proposals() override;
  GazetteerSum gazetteer_sum() override;
  GazetteerEntries gazetteer() override;
  std::vector<Annotator> annotators() override;
  std::vector<DocumentSummary> documents() override;
  /// The document of this key, or else those of this name, the one outside the trash first.
  std::vector<DocumentSummary> find(const std::string& key_or_name);
  bool has(const DocumentKey& key) override;
  AnnotatedDocument load(const DocumentKey& key) override;
  Text text(const DocumentKey& key) override;
  std::vector<std::pair<DocumentKey, AnnotatorKey>> confirmers() override;
  /// The same, but what is damaged is added to `damage`, and left out where it cannot be read.
  AnnotatedDocument load(const DocumentKey& key, std::vector<Problem>& damage);
  std::int64_t data_version() override;
  EditNumber last_edit() override;
  std::vector<LoggedChange> history(const DocumentKey& document, const AnnotationId& id) override;
  std::vector<DocumentKey> documents_changed_since(EditNumber edit) override;
  Annotator add_annotator(const std::string& name) override;
  std::vector<DocumentDescription> descriptions() override;
  std::vector<ExportProfile> export_profiles() override;
  void put_export_profile(const ExportProfile& profile) override;
  bool remove_export_profile(const std::string& name) override;
  PseudonymTable pseudonyms() override;
  bool change_pseudonyms(const PseudonymTable& before, const PseudonymTable& after) override;
  std::unique_ptr<StoreTransaction> begin(const EditHeader& header) override;
  PurgeReport purge(const std::vector<DocumentKey>& keys, const EditHeader& header) override;

  /// The whole log, oldest first.
  std::vector<LoggedEdit> log();
  std::optional<LoggedEdit> logged(EditNumber number);
  Time created();

  /// Everything that can be said to be wrong with the file without knowing the format of its values: SQLite's own
  /// check, references between tables, the log. Documents are checked when they are loaded.
  std::vector<Problem> check_file();

 private:
  std::vector<DocumentSummary> summaries(Statement documents);

  Database database_;
};

/// Throws `Error{AlreadyExists}` where there is a project: nobody exports over one on purpose.
void refuse_to_replace_project(const std::filesystem::path& out);

}  // namespace mitjul
