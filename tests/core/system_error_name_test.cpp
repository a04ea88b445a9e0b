#include "core/system_error_name.h"

#include <gtest/gtest.h>

#include <cerrno>

namespace mitjul {
namespace {

TEST(SystemErrorNameTest, AnErrorHasTheSameNameHoweverItIsTold) {
  EXPECT_EQ(system_error_name(EIO), "EIO");
  EXPECT_EQ(system_error_name(std::error_code(ENAMETOOLONG, std::system_category())), "ENAMETOOLONG");
  EXPECT_EQ(system_error_name(std::make_error_code(std::errc::no_space_on_device)), "ENOSPC");
}

TEST(SystemErrorNameTest, ARareOneIsANumber) { EXPECT_EQ(system_error_name(9999), "error 9999"); }

}  // namespace
}  // namespace mitjul
