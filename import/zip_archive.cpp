#include "import/zip_archive.h"

#include <zip.h>

#include <algorithm>

#include "core/file_io.h"
#include "core/utf8.h"

namespace mitjul {
namespace {

constexpr std::uint64_t kMostEntries = 200'000;
constexpr std::uint64_t kMostExpanded = std::uint64_t{4} << 30;
constexpr std::uint64_t kLargestRead = std::uint64_t{512} << 20;
// Text that people write shrinks to a third, XML to a tenth.
constexpr std::uint64_t kUnsuspicious = std::uint64_t{64} << 20;
constexpr std::uint64_t kMostRatio = 100;

[[noreturn]] void fail(ProblemCode code, std::string detail) {
  throw ArchiveProblem{make_problem(code, {std::move(detail)})};
}

constexpr std::string_view kBeginning = "PK\x03\x04";  // APPNOTE.TXT, 4.3.7

/// Why libzip cannot open what begins like this.
[[noreturn]] void fail_to_open(std::string_view beginning, int code) {
  if (beginning.empty()) throw ArchiveProblem{make_problem(ProblemCode::EmptyFile)};
  if (code == ZIP_ER_NOZIP) {
    const bool begun = kBeginning.starts_with(beginning);
    throw ArchiveProblem{make_problem(begun ? ProblemCode::ArchiveCutShort : ProblemCode::NotAnArchive)};
  }
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  const std::string said = zip_error_strerror(&error);
  zip_error_fini(&error);
  fail(ProblemCode::BrokenArchive, said);
}

std::string in_lower_case(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

}  // namespace

struct ZipArchive::Handle {
  std::string bytes;  // of an archive in memory
  zip_t* zip = nullptr;

  explicit Handle(const std::filesystem::path& path) {
    int code = 0;
    zip = zip_open(path.string().c_str(), ZIP_RDONLY, &code);
    if (zip == nullptr) fail_to_open(read_beginning(path, kBeginning.size()), code);
  }
  explicit Handle(ArchiveBytes archive) : bytes(std::move(archive.bytes)) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    const int code = zip_error_code_zip(&error);
    zip_error_fini(&error);
    if (zip != nullptr) return;
    zip_source_free(source);
    fail_to_open(std::string_view(bytes).substr(0, kBeginning.size()), code);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { zip_discard(zip); }
};

ZipArchive::ZipArchive(const std::filesystem::path& path) {
  require_file(path);
  handle_ = std::make_unique<Handle>(path);
  list(std::filesystem::file_size(path));
}

ZipArchive::ZipArchive(ArchiveBytes archive) : handle_(std::make_unique<Handle>(std::move(archive))) {
  list(handle_->bytes.size());
}

std::uint64_t ZipArchive::most_expanded(std::uint64_t packed) {
  return std::min(kMostExpanded, std::max(kUnsuspicious, kMostRatio * packed));
}

void ZipArchive::list(std::uint64_t packed) {
  const auto count = static_cast<std::uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(handle_->zip, 0)));
  if (count > kMostEntries) fail(ProblemCode::BrokenArchive, "it holds too many files");
  for (std::uint64_t index = 0; index < count; ++index) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    const char* const name = zip_get_name(handle_->zip, index, ZIP_FL_ENC_GUESS);
    if (name == nullptr || zip_stat_index(handle_->zip, index, 0, &stat) != 0)
      fail(ProblemCode::BrokenArchive, zip_strerror(handle_->zip));
    const std::string clean = is_clean_text(name) ? name : "?";
    if (clean.empty()) fail(ProblemCode::BrokenArchive, "a file in it has no name");
    if (clean.find('\\') != std::string::npos) fail(ProblemCode::BackslashInName, clean);
    if (!stays_inside(name)) fail(ProblemCode::PathOutsideFolder, clean);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
      fail(ProblemCode::EncryptedArchive, clean);
    if (stat.size > kMostExpanded - expanded_) fail(ProblemCode::ArchiveExpandsTooFar, std::to_string(kMostExpanded));
    expanded_ += stat.size;
    if (clean.back() == '/') continue;
    places_.try_emplace(clean, entries_.size());
    lower_places_.try_emplace(in_lower_case(clean), entries_.size());
    entries_.push_back({index, clean, stat.size});
  }
  const std::uint64_t allowed = most_expanded(packed);
  if (expanded_ > allowed) fail(ProblemCode::ArchiveExpandsTooFar, std::to_string(allowed));
}

ZipArchive::~ZipArchive() = default;

const ZipArchive::Entry* ZipArchive::find(std::string_view name) const {
  if (const auto found = places_.find(name); found != places_.end()) return &entries_[found->second];
  const auto found = lower_places_.find(in_lower_case(name));
  return found == lower_places_.end() ? nullptr : &entries_[found->second];
}

ReadBytes ZipArchive::open(const Entry& entry) const {
  const std::shared_ptr<zip_file_t> file(zip_fopen_index(handle_->zip, entry.index, 0),
                                         [](zip_file_t* opened) { opened == nullptr ? 0 : zip_fclose(opened); });
  if (file == nullptr) fail(ProblemCode::BrokenArchive, entry.name + ": " + zip_strerror(handle_->zip));
  return [file, name = entry.name, left = entry.size](char* buffer, std::size_t size) mutable -> std::size_t {
    const zip_int64_t count = zip_fread(file.get(), buffer, size);
    if (count < 0) fail(ProblemCode::BrokenArchive, name + ": " + zip_file_strerror(file.get()));
    if (static_cast<std::uint64_t>(count) > left)
      fail(ProblemCode::BrokenArchive, name + ": it is longer than it says");
    left -= static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
  };
}

std::string ZipArchive::read(const Entry& entry) const {
  if (entry.size > kLargestRead) fail(ProblemCode::ArchiveExpandsTooFar, std::to_string(kLargestRead));
  const ReadBytes next = open(entry);
  std::string bytes;
  std::string part(std::size_t{1} << 16, '\0');
  while (const std::size_t count = next(part.data(), part.size())) bytes.append(part, 0, count);
  return bytes;
}

bool stays_inside(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.find('\\') != std::string_view::npos) return false;
  if (path.size() > 1 && path[1] == ':') return false;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    if (path.substr(0, slash) == "..") return false;
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return true;
}

}  // namespace mitjul
