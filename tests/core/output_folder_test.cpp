#include <fstream>

#include "core/error.h"
#include "core/file_io.h"
#include "tests/core/errors.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

std::size_t entries(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

void fill(OutputFolder& folder) {
  folder.begin_file(path_from_utf8("🚀 기사.txt"));
  folder.append("가");
  folder.begin_file(path_from_utf8("안/쪽.txt"));
  folder.append("나");
}

TEST(OutputFolderTest, IsPutInPlaceWithAllThatIsInIt) {
  const TempFolder folder;
  OutputFolder output(folder / "내보냄");
  fill(output);
  EXPECT_FALSE(fs::exists(folder / "내보냄"));
  output.put_in_place();
  EXPECT_EQ(bytes_of(folder / "내보냄/🚀 기사.txt"), "가");
  EXPECT_EQ(bytes_of(folder / "내보냄/안/쪽.txt"), "나");
  EXPECT_EQ(entries(folder.path()), 1U);
}

TEST(OutputFolderTest, TakesThePlaceOfAnEmptyFolder) {
  const TempFolder folder;
  fs::create_directory(folder / "내보냄");
  OutputFolder output(folder / "내보냄/");
  fill(output);
  output.put_in_place();
  EXPECT_EQ(entries(folder / "내보냄"), 2U);
}

TEST(OutputFolderTest, LeavesAFolderAloneThatIsNotEmptyOrIsFilledMeanwhile) {
  const TempFolder folder;
  fs::create_directory(folder / "내보냄");
  folder.write("내보냄/예전 것.txt", "🚀");
  EXPECT_EQ(error_of([&] { OutputFolder output(folder / "내보냄"); }), ErrorKind::FolderNotEmpty);
  folder.write("파일", "🚀");
  EXPECT_EQ(error_of([&] { OutputFolder output(folder / "파일"); }), ErrorKind::AlreadyExists);
  OutputFolder output(folder / "새 것");
  fs::create_directory(folder / "새 것");
  folder.write("새 것/남의 것.txt", "🚀");
  EXPECT_EQ(error_of([&] { output.put_in_place(); }), ErrorKind::FolderNotEmpty);
  EXPECT_EQ(bytes_of(folder / "새 것/남의 것.txt"), "🚀");
}

TEST(OutputFolderTest, LeavesNothingBehindThatWasNotPutInPlace) {
  const TempFolder folder;
  {
    OutputFolder output(folder / "내보냄");
    fill(output);
  }
  EXPECT_EQ(entries(folder.path()), 0U);
}

TEST(OutputFolderTest, RemovesWhatAKilledProgramLeftAndNothingThatIsInUse) {
  const TempFolder folder;
  OutputFolder used(folder / "내보냄");
  const fs::path abandoned = used.written().parent_path() / (used.written().stem().string() + "x.part");
  fs::create_directory(abandoned);
  std::ofstream(abandoned / "반쪽.txt") << "🚀";
  const OutputFolder next(folder / "내보냄");
  EXPECT_FALSE(fs::exists(abandoned));
  EXPECT_TRUE(fs::exists(used.written()));
}

TEST(OutputFolderTest, ANameIsTakenOnce) {
  const TempFolder folder;
  OutputFolder output(folder / "내보냄");
  fill(output);
  EXPECT_EQ(error_of([&] { output.begin_file(path_from_utf8("🚀 기사.txt")); }), ErrorKind::AlreadyExists);
}

TEST(OutputFolderTest, SaysThatItsFolderIsMissing) {
  const TempFolder folder;
  EXPECT_EQ(error_of([&] { OutputFolder output(folder / "없음/내보냄"); }), ErrorKind::FolderNotFound);
}

}  // namespace
}  // namespace mitjul
