#pragma once

#include <gtest/gtest.h>
#include <zip.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace mitjul {

struct ZipOptions {
  bool encrypted = false;
};

/// An archive with these files, by name and bytes.
inline void write_zip(const std::filesystem::path& path, const std::vector<std::pair<std::string, std::string>>& files,
                      const ZipOptions& options = {}) {
  zip_t* const zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  ASSERT_NE(zip, nullptr);
  for (const auto& [name, bytes] : files) {
    zip_source_t* const source = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    ASSERT_GE(index, 0);
    const auto method = static_cast<zip_uint16_t>(options.encrypted ? ZIP_EM_TRAD_PKWARE : ZIP_EM_NONE);
    ASSERT_EQ(zip_file_set_encryption(zip, static_cast<zip_uint64_t>(index), method, "1234"), 0);
  }
  ASSERT_EQ(zip_close(zip), 0) << zip_strerror(zip);
}

}  // namespace mitjul
