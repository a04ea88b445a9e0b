#include "export/archive_sink.h"

#include <zip.h>

#include <algorithm>
#include <cassert>
#include <exception>
#include <memory>
#include <utility>

#include "core/error.h"

namespace mitjul {
namespace {

constexpr std::size_t kBufferSize = std::size_t{1} << 20;
constexpr double kStep = 0.005;       // of the packing, from which on progress is told
constexpr double kPackedShare = 0.9;  // the rest is copying what was packed

/// A moment as archives keep it (MS-DOS: local time, two seconds, from 1980), here always of UTC.
std::pair<zip_uint16_t, zip_uint16_t> dos_time(Time moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(moment - day);
  const int year = std::clamp(static_cast<int>(date.year()), 1980, 2107) - 1980;
  const auto number = [](auto count) { return static_cast<unsigned>(count); };
  return {static_cast<zip_uint16_t>(number(time.hours().count()) << 11 | number(time.minutes().count()) << 5 |
                                    number(time.seconds().count()) / 2),
          static_cast<zip_uint16_t>(number(year) << 9 | number(date.month()) << 5 | number(date.day()))};
}

}  // namespace

/// What libzip asks for while it packs. It is C: an exception waits here until libzip has given up.
struct ArchiveSink::Packing {
  /// The bytes of one entry.
  struct Input {
    Packing& packing;
    std::vector<Slice> slices;
    std::size_t slice = 0;
    std::uint64_t place = 0;  ///< in the slice
  };

  SpoolFile& spool;
  SpoolFile packed;
  Progress progress;
  std::uint64_t place = 0;  ///< where the archive is written
  bool cancelled = false;
  std::exception_ptr thrown{};
  std::vector<std::unique_ptr<Input>> inputs{};

  template <class Call>
  zip_int64_t guarded(Call call) {
    try {
      return call();
    } catch (...) {
      if (!thrown) thrown = std::current_exception();
      return -1;
    }
  }

  void tell(double done) {
    if (cancelled || thrown) return;
    guarded([&] {
      cancelled = !go_on(progress, done * kPackedShare);
      return 0;
    });
  }

  /// Has libzip say how far it is, and ask whether it should give up.
  bool listen_to(zip_t* archive) {
    const auto told = [](zip_t*, double done, void* self) { static_cast<Packing*>(self)->tell(done); };
    const auto asked = [](zip_t*, void* self) {
      const Packing& packing = *static_cast<Packing*>(self);
      return packing.cancelled || packing.thrown ? 1 : 0;
    };
    return zip_register_progress_callback_with_state(archive, kStep, told, nullptr, this) == 0 &&
           zip_register_cancel_callback_with_state(archive, asked, nullptr, this) == 0;
  }

  static zip_int64_t tell_error(void* data, zip_uint64_t length) {
    zip_error_t error;
    zip_error_init_with_code(&error, ZIP_ER_WRITE);
    return zip_error_to_data(&error, data, length);
  }

  static zip_int64_t read_entry(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    Input& input = *static_cast<Input*>(self);
    switch (command) {
      case ZIP_SOURCE_OPEN:
        input.slice = 0;
        input.place = 0;
        return 0;
      case ZIP_SOURCE_READ: return input.packing.guarded([&] { return read_from(input, data, length); });
      case ZIP_SOURCE_STAT: {
        auto* const stat = static_cast<zip_stat_t*>(data);
        zip_stat_init(stat);
        stat->valid = ZIP_STAT_SIZE;
        for (const Slice& slice : input.slices) stat->size += slice.size;
        return sizeof *stat;
      }
      case ZIP_SOURCE_CLOSE:
      case ZIP_SOURCE_FREE: return 0;
      case ZIP_SOURCE_ERROR: return tell_error(data, length);
      case ZIP_SOURCE_SUPPORTS: return ZIP_SOURCE_SUPPORTS_READABLE;
      default: return -1;
    }
  }

  static zip_int64_t read_from(Input& input, void* data, zip_uint64_t length) {
    while (input.slice < input.slices.size() && input.place == input.slices[input.slice].size) {
      ++input.slice;
      input.place = 0;
    }
    if (input.slice == input.slices.size()) return 0;
    const Slice& slice = input.slices[input.slice];
    const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(length, slice.size - input.place));
    input.packing.spool.read(slice.begin + input.place, static_cast<char*>(data), count);
    input.place += count;
    return static_cast<zip_int64_t>(count);
  }

  static zip_int64_t write_archive(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    Packing& packing = *static_cast<Packing*>(self);
    switch (command) {
      case ZIP_SOURCE_WRITE:
        return packing.guarded([&] {
          packing.packed.write(packing.place, {static_cast<const char*>(data), length});
          packing.place += length;
          return static_cast<zip_int64_t>(length);
        });
      case ZIP_SOURCE_SEEK_WRITE: {
        zip_error_t error;
        zip_error_init(&error);
        const zip_int64_t place =
            zip_source_seek_compute_offset(packing.place, packing.packed.size(), data, length, &error);
        zip_error_fini(&error);
        if (place < 0) return -1;
        packing.place = static_cast<std::uint64_t>(place);
        return 0;
      }
      case ZIP_SOURCE_TELL_WRITE: return static_cast<zip_int64_t>(packing.place);
      case ZIP_SOURCE_STAT: zip_stat_init(static_cast<zip_stat_t*>(data)); return sizeof(zip_stat_t);
      case ZIP_SOURCE_ERROR: return tell_error(data, length);
      case ZIP_SOURCE_SUPPORTS: return ZIP_SOURCE_SUPPORTS_WRITABLE;
      case ZIP_SOURCE_READ:  // nothing is there that could be read
      case ZIP_SOURCE_SEEK:
      case ZIP_SOURCE_TELL: return -1;
      default: return 0;
    }
  }
};

ArchiveSink::ArchiveSink(OutputFile& file, Time created)
    : file_(file), created_(created), spool_(file.written().parent_path()) {}

void ArchiveSink::begin_part(const std::string& name, int part) {
  const auto [place, fresh] = places_.try_emplace(name, entries_.size());
  if (fresh) entries_.push_back({name, {}});
  slices_ = &entries_[place->second].parts[part];
  slices_->push_back({spool_.size() + buffer_.size(), 0});
}

void ArchiveSink::append(std::string_view bytes) {
  assert(slices_ != nullptr);
  slices_->back().size += bytes.size();
  buffer_ += bytes;
  if (buffer_.size() >= kBufferSize) flush();
}

void ArchiveSink::flush() {
  spool_.write(spool_.size(), buffer_);
  buffer_.clear();
}

bool ArchiveSink::finish(const Progress& progress) {
  flush();
  const std::filesystem::path folder = file_.written().parent_path();
  Packing packing{spool_, SpoolFile(folder), progress};
  zip_error_t error;
  zip_error_init(&error);
  const auto failed = [&](zip_error_t* said) {
    if (packing.thrown) std::rethrow_exception(packing.thrown);
    throw Error(ErrorKind::InputOutput, folder, zip_error_strerror(said));
  };
  zip_source_t* const target = zip_source_function_create(Packing::write_archive, &packing, &error);
  zip_t* const opened = target == nullptr ? nullptr : zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (opened == nullptr) failed(&error);
  std::unique_ptr<zip_t, decltype(&zip_discard)> archive(opened, zip_discard);
  const auto [time, date] = dos_time(created_);
  for (const Entry& entry : entries_) {
    packing.inputs.push_back(std::make_unique<Packing::Input>(Packing::Input{packing, {}}));
    for (const auto& [number, slices] : entry.parts) {
      std::vector<Slice>& all = packing.inputs.back()->slices;
      all.insert(all.end(), slices.begin(), slices.end());
    }
    zip_source_t* const source = zip_source_function(archive.get(), Packing::read_entry, packing.inputs.back().get());
    const zip_int64_t index = source == nullptr ? -1 : zip_file_add(archive.get(), entry.name.c_str(), source, 0);
    if (index < 0 || zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(index), time, date, 0) != 0)
      failed(zip_get_error(archive.get()));
  }
  if (!packing.listen_to(archive.get())) failed(zip_get_error(archive.get()));
  const bool closed = zip_close(archive.get()) == 0;
  if (closed) static_cast<void>(archive.release());
  if (packing.cancelled && !packing.thrown) return false;
  if (!closed) failed(zip_get_error(archive.get()));
  if (packing.thrown) std::rethrow_exception(packing.thrown);  // by the progress, when all was packed
  return copy(packing.packed, part_of(progress, kPackedShare, 1));
}

bool ArchiveSink::copy(SpoolFile& packed, const Progress& progress) {
  std::string bytes(kBufferSize, '\0');
  for (std::uint64_t place = 0; place < packed.size(); place += bytes.size()) {
    if (!go_on(progress, static_cast<double>(place) / static_cast<double>(packed.size()))) return false;
    bytes.resize(packed.read(place, bytes.data(), bytes.size()));
    file_.write(bytes);
  }
  return true;
}

}  // namespace mitjul
