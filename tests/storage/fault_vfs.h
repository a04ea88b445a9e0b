#pragma once

#include <sqlite3.h>

#include <csignal>
#include <string>

#include "core/crypto.h"

namespace mitjul {

/// A SQLite file layer over the usual one in which a write, or a sync, fails when it is told to, or the process is
/// killed.
/// https://www.sqlite.org/vfs.html
class FaultVfs {
 public:
  /// `Kill`: the process ends at once, at the n-th read, write or sync; a write is cut off in its middle.
  enum class Fault { DiskFull, WriteError, SyncError, Kill };

  FaultVfs() : name_("fault-" + random_key(8)), base_(sqlite3_vfs_find(nullptr)) {
    // Whatever is not overridden here runs as in the layer below, which keeps its data in `pAppData`.
    static_cast<sqlite3_vfs&>(layer_) = *base_;
    layer_.owner = this;
    layer_.zName = name_.c_str();
    layer_.pNext = nullptr;
    layer_.szOsFile = static_cast<int>(sizeof(File)) + base_->szOsFile;
    layer_.xOpen = &open;
    sqlite3_vfs_register(&layer_, 0);
  }
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;
  ~FaultVfs() { sqlite3_vfs_unregister(&layer_); }

  const char* name() const { return name_.c_str(); }

  /// Lets the `n`-th write or sync from now on fail, from 1; `for_good`: and all that follow.
  void fail(Fault fault, int n, bool for_good) {
    fault_ = fault;
    left_ = n;
    for_good_ = for_good;
    failed_ = false;
  }
  void heal() {
    left_ = 0;
    for_good_ = false;
  }
  /// Whether anything has failed since `fail`.
  bool failed() const { return failed_; }

 private:
  struct Layer : sqlite3_vfs {
    FaultVfs* owner = nullptr;
  };
  /// The file of the layer below lies behind it, in memory that SQLite gives.
  struct File : sqlite3_file {
    FaultVfs* owner = nullptr;
    sqlite3_file* below = nullptr;
  };

  bool is_last() { return fault_ == Fault::Kill && left_ > 0 && --left_ == 0; }
  void end_if_last() {
    if (is_last()) ::raise(SIGKILL);
  }

  bool hits(bool sync) {
    if (fault_ == Fault::Kill) return false;
    if (sync != (fault_ == Fault::SyncError) || (left_ == 0 && !(for_good_ && failed_))) return false;
    if (left_ > 0 && --left_ > 0) return false;
    return failed_ = true;
  }

  static File* file(sqlite3_file* opened) { return static_cast<File*>(opened); }
  static sqlite3_file* below(sqlite3_file* opened) { return file(opened)->below; }

  static int open(sqlite3_vfs* layer, const char* path, sqlite3_file* opened, int flags, int* out_flags) {
    FaultVfs* const owner = static_cast<Layer*>(layer)->owner;
    auto* const made = file(opened);
    made->pMethods = nullptr;
    made->owner = owner;
    made->below = reinterpret_cast<sqlite3_file*>(made + 1);
    made->below->pMethods = nullptr;
    const int code = owner->base_->xOpen(owner->base_, path, made->below, flags, out_flags);
    if (made->below->pMethods != nullptr) made->pMethods = &kMethods;
    return code;
  }

  static int write(sqlite3_file* opened, const void* bytes, int size, sqlite3_int64 offset) {
    FaultVfs& owner = *file(opened)->owner;
    if (owner.is_last()) {
      below(opened)->pMethods->xWrite(below(opened), bytes, size / 2, offset);
      ::raise(SIGKILL);
    }
    if (!owner.hits(false)) return below(opened)->pMethods->xWrite(below(opened), bytes, size, offset);
    // As much as there is room for: a torn page.
    below(opened)->pMethods->xWrite(below(opened), bytes, size / 2, offset);
    return owner.fault_ == Fault::DiskFull ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  }

  static int sync(sqlite3_file* opened, int flags) {
    file(opened)->owner->end_if_last();
    if (file(opened)->owner->hits(true)) return SQLITE_IOERR_FSYNC;
    return below(opened)->pMethods->xSync(below(opened), flags);
  }

  // Version 1: neither shared memory nor mapping, which a rollback journal does not need.
  static constexpr sqlite3_io_methods kMethods{
      1,
      [](sqlite3_file* f) { return below(f)->pMethods->xClose(below(f)); },
      [](sqlite3_file* f, void* bytes, int size, sqlite3_int64 at) {
        file(f)->owner->end_if_last();
        return below(f)->pMethods->xRead(below(f), bytes, size, at);
      },
      &write,
      [](sqlite3_file* f, sqlite3_int64 size) { return below(f)->pMethods->xTruncate(below(f), size); },
      &sync,
      [](sqlite3_file* f, sqlite3_int64* size) { return below(f)->pMethods->xFileSize(below(f), size); },
      [](sqlite3_file* f, int lock) { return below(f)->pMethods->xLock(below(f), lock); },
      [](sqlite3_file* f, int lock) { return below(f)->pMethods->xUnlock(below(f), lock); },
      [](sqlite3_file* f, int* result) { return below(f)->pMethods->xCheckReservedLock(below(f), result); },
      [](sqlite3_file* f, int operation, void* argument) {
        return below(f)->pMethods->xFileControl(below(f), operation, argument);
      },
      [](sqlite3_file* f) { return below(f)->pMethods->xSectorSize(below(f)); },
      [](sqlite3_file* f) { return below(f)->pMethods->xDeviceCharacteristics(below(f)); },
      nullptr,
      nullptr,
      nullptr,
      nullptr,
      nullptr,
      nullptr};

  const std::string name_;
  sqlite3_vfs* const base_;
  Layer layer_;
  Fault fault_ = Fault::DiskFull;
  int left_ = 0;
  bool for_good_ = false;
  bool failed_ = false;
};

}  // namespace mitjul
