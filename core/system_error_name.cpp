#include "core/system_error_name.h"

#include <array>
#include <cerrno>
#include <string_view>

namespace mitjul {
namespace {

struct Name {
  int code;
  std::string_view name;
};

constexpr std::array kNames{
    Name{EACCES, "EACCES"},       Name{EBUSY, "EBUSY"},
    Name{EEXIST, "EEXIST"},       Name{EFBIG, "EFBIG"},
    Name{EINVAL, "EINVAL"},       Name{EIO, "EIO"},
    Name{EISDIR, "EISDIR"},       Name{ELOOP, "ELOOP"},
    Name{EMFILE, "EMFILE"},       Name{ENAMETOOLONG, "ENAMETOOLONG"},
    Name{ENFILE, "ENFILE"},       Name{ENODEV, "ENODEV"},
    Name{ENOENT, "ENOENT"},       Name{ENOMEM, "ENOMEM"},
    Name{ENOSPC, "ENOSPC"},       Name{ENOTDIR, "ENOTDIR"},
    Name{ENOTEMPTY, "ENOTEMPTY"}, Name{ENXIO, "ENXIO"},
    Name{EPERM, "EPERM"},         Name{EPIPE, "EPIPE"},
    Name{EROFS, "EROFS"},         Name{ETIMEDOUT, "ETIMEDOUT"},
    Name{EXDEV, "EXDEV"},
};

}  // namespace

std::string system_error_name(const std::error_code& code) {
  return system_error_name(code.default_error_condition().value());
}

std::string system_error_name(int code) {
  for (const Name& each : kNames) {
    if (each.code == code) return std::string(each.name);
  }
  return "error " + std::to_string(code);
}

}  // namespace mitjul
