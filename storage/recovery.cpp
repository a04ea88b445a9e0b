#include "storage/recovery.h"

#include <algorithm>
#include <array>
#include <memory>

#include "core/error.h"
#include "core/file_io.h"
#include "storage/migration.h"
#include "storage/salvage.h"
#include "storage/tables.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestFile = std::uint64_t{1} << 34U;
constexpr std::array<const char*, 2> kBeside{"-journal", "-wal"};

fs::path beside(fs::path path, const char* ending) {
  path += ending;
  return path;
}

/// What lies beside `fresh` would be taken for a part of it.
void refuse_to_replace(const fs::path& fresh) {
  std::error_code ignored;
  for (const char* const ending : {"", kBeside[0], kBeside[1]}) {
    const fs::path path = beside(fresh, ending);
    if (fs::exists(fs::symlink_status(path, ignored))) throw Error(ErrorKind::AlreadyExists, path);
  }
}

/// What lies beside the file and is not empty; where it is left alone, nobody knows what it holds.
std::vector<RecoveryLoss> beside_it(const fs::path& damaged) {
  std::vector<RecoveryLoss> files;
  for (const char* const ending : kBeside) {
    const fs::path path = beside(damaged, ending);
    std::error_code unknown;
    if (!fs::is_regular_file(path, unknown) || fs::file_size(path, unknown) == 0) continue;
    files.push_back({"journal", RecoveryLoss::State::Unknown, "", path_to_utf8(path.filename())});
  }
  return files;
}

/// The file as SQLite would see it with the journal or log that lies beside it: of copies, which it may change. Nothing
/// where nothing lies there.
std::optional<std::string> settled(const fs::path& damaged, const fs::path& fresh) {
  constexpr std::string_view kName = "project";
  OutputFolder folder(beside(fresh, ".copy"));
  const auto copy = [&](const char* ending) {
    const fs::path path = beside(damaged, ending);
    std::error_code unknown;
    if (!fs::is_regular_file(path, unknown) || fs::file_size(path, unknown) == 0) return false;
    folder.begin_file(std::string(kName) + ending);
    folder.append(read_file(path, kLargestFile));
    folder.end_file();
    return true;
  };
  const bool any = static_cast<int>(copy(kBeside[0])) + static_cast<int>(copy(kBeside[1])) > 0;
  if (!any || !copy("")) return std::nullopt;
  const fs::path path = folder.written() / kName;
  try {
    Database database(path);
    database.integer("SELECT count(*) FROM sqlite_schema");
    database.text("PRAGMA journal_mode = DELETE");
  } catch (const Error&) {
    return std::nullopt;  // too damaged for SQLite: what lies beside it cannot be told to belong to it
  }
  return read_file(path, kLargestFile);
}

/// A new project is nobody's before it is put in its place: what a killed program leaves of it is thrown away, and no
/// journal may stay beside it. (OFF is ignored by a connection that is on its guard.)
void write_without_files_beside(Database& database) {
  database.execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
}

void make_empty_project(const fs::path& path) {
  Database database(path);
  write_without_files_beside(database);
  Transaction transaction(database, Transaction::Kind::Write);
  database.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
  make_tables(database);
  transaction.commit();
}

bool holds_anything(Database& database) {
  return database.integer(
             "SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM annotator)"
             " + (SELECT count(*) FROM schema_version) + (SELECT count(*) FROM edit)") > 0;
}

/// A new project, not yet in its place.
struct Attempt {
  std::unique_ptr<OutputFile> file;
  RecoveryReport report;
};

/// Calls `write`, whose errors about `temporary` are told of `place`, which people know.
template <class Write>
void in_the_name_of(const fs::path& place, const fs::path& temporary, Write write) {
  try {
    write();
  } catch (const Error& error) {
    if (error.path() != temporary) throw;
    throw Error(error.kind(), place, error.detail());
  }
}

/// `losses`: what is lost before anything is read.
Attempt recover_from(std::string bytes, std::vector<RecoveryLoss> losses, const fs::path& damaged,
                     const fs::path& fresh, Time time) {
  const PageScan scan(std::move(bytes));
  if (scan.names_a_project() == std::optional(false)) throw Error(ErrorKind::NotAProject, damaged);
  if (scan.names_a_project() && scan.stated_version() > kFileVersion) {
    throw Error(ErrorKind::NewerVersion, damaged, std::to_string(scan.stated_version()));
  }
  Attempt attempt{std::make_unique<OutputFile>(fresh), {}};
  const fs::path path = attempt.file->written();
  in_the_name_of(fresh, path, [&] {
    make_empty_project(path);
    Database database(path);
    write_without_files_beside(database);
    database.set_foreign_keys(false);
    Salvage salvage{database, {{}, std::move(losses)}, {}, {}, {}, false, false, {}, 0};
    pour_rows(scan, path, salvage);
    Transaction transaction(database, Transaction::Kind::Write);
    mend_log(salvage);
    mend_schema(salvage);
    mend_documents(salvage);
    if (!holds_anything(database)) throw Error(ErrorKind::NotAProject, damaged);
    mend_annotators(salvage);
    mend_settings(salvage, time);
    mend_lists(salvage);
    complete_schema(salvage);
    end_log(salvage, time);
    transaction.commit();
    attempt.report = std::move(salvage.report);
  });
  attempt.file->finish();
  return attempt;
}

}  // namespace

std::string_view to_string(RecoveryLoss::State state) {
  switch (state) {
    case RecoveryLoss::State::Lost: return "lost";
    case RecoveryLoss::State::Part: return "part";
    case RecoveryLoss::State::Unknown: return "unknown";
  }
  return {};
}

bool RecoveryReport::everything() const { return losses.empty(); }

void RecoveryReport::count(const std::string& kind, std::int64_t saved, std::int64_t lost) {
  counts.push_back({kind, saved, lost});
}

RecoveryReport recover_project(const fs::path& damaged, const fs::path& fresh, Time time) {
  require_file(damaged);
  refuse_to_replace(fresh);
  Attempt best;
  if (auto bytes = settled(damaged, fresh)) {
    try {
      best = recover_from(*std::move(bytes), {}, damaged, fresh, time);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::NotAProject) throw;
    }
  }
  // What lies beside it may be another file's, or older: the file alone may be the better project.
  if (!best.file || !best.report.everything()) {
    try {
      Attempt alone = recover_from(read_file(damaged, kLargestFile), beside_it(damaged), damaged, fresh, time);
      if (!best.file || alone.report.losses.size() < best.report.losses.size()) best = std::move(alone);
    } catch (const Error& error) {
      if (!best.file || error.kind() != ErrorKind::NotAProject) throw;
    }
  }
  create_new_file(fresh);
  best.file->put_in_place();
  return std::move(best.report);
}

}  // namespace mitjul
