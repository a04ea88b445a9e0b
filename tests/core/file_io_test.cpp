#include "core/file_io.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <vector>

#include "core/error.h"
#include "tests/core/errors.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

std::size_t entries_of(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST(PathTest, GoesFromUtf8AndBack) {
  EXPECT_EQ(path_to_utf8(path_from_utf8("/tmp/🚀 기사.txt")), "/tmp/🚀 기사.txt");
  EXPECT_EQ(path_to_utf8(path_from_utf8("")), "");
}

TEST(PathTest, BytesThatAreNotUtf8BecomeReplacementCharacters) {
  EXPECT_EQ(path_to_utf8(fs::path("기사\xFF.txt")), "기사\uFFFD.txt");
  EXPECT_EQ(path_to_utf8(fs::path("\xB1\xE2\xBB\xE7.txt")), "\uFFFD\uFFFD\uFFFD\uFFFD.txt");  // CP949
  EXPECT_EQ(path_to_utf8(fs::path("🚀\xEA\xB0")), "🚀\uFFFD\uFFFD");
  EXPECT_EQ(path_to_utf8(fs::path("\xF0\x9F\x9A"
                                  "a🚀")),
            "\uFFFD\uFFFD\uFFFDa🚀");
}

TEST(ReadFileTest, GivesEveryByte) {
  const TempFolder folder;
  const std::string bytes("\xEF\xBB\xBF🚀\r\n\0\xFF", 11);
  EXPECT_EQ(read_file(folder.write("기사.txt", bytes), 100), bytes);
  EXPECT_EQ(read_file(folder.write("빈 파일", ""), 0), "");
  const std::string large(3 * 1024 * 1024 + 7, 'x');
  EXPECT_EQ(read_file(folder.write("큰 파일", large), large.size()), large);
}

TEST(ReadFileTest, StopsAtTheLimit) {
  const TempFolder folder;
  const fs::path path = folder.write("기사.txt", "12345");
  EXPECT_EQ(read_file(path, 5), "12345");
  EXPECT_EQ(error_of([&] { read_file(path, 4); }), ErrorKind::TooLarge);
  // Where nobody knows the size beforehand, too.
  EXPECT_EQ(error_of([&] { read_file("/dev/zero", 1000); }), ErrorKind::TooLarge);
}

TEST(ReadFileTest, SaysWhatIsWrong) {
  const TempFolder folder;
  folder.write("파일", "");
  EXPECT_EQ(error_of([&] { read_file(folder / "없음", 1); }), ErrorKind::NotFound);
  EXPECT_EQ(error_of([&] { read_file(folder / "없음/기사", 1); }), ErrorKind::FolderNotFound);
  EXPECT_EQ(error_of([&] { create_new_file(folder / "없음/기사"); }), ErrorKind::FolderNotFound);
  EXPECT_EQ(error_of([&] { read_file("없음", 1); }), ErrorKind::NotFound);
  EXPECT_EQ(error_of([&] { read_file(folder.path(), 1); }), ErrorKind::IsDirectory);
  EXPECT_EQ(error_of([&] { read_file(folder / "파일/기사", 1); }), ErrorKind::NotDirectory);
  EXPECT_EQ(error_of([&] { read_beginning(folder / "없음", 1); }), ErrorKind::NotFound);
  EXPECT_EQ(error_of([&] { read_beginning(folder.path(), 1); }), ErrorKind::IsDirectory);
}

TEST(ReadFileTest, TheBeginningIsAsLongAsAskedOrTheFile) {
  const TempFolder folder;
  const fs::path path = folder.write("기사.txt", "12345");
  EXPECT_EQ(read_beginning(path, 3), "123");
  EXPECT_EQ(read_beginning(path, 100), "12345");
  EXPECT_EQ(read_beginning(path, 0), "");
}

TEST(CreateNewFileTest, RefusesWhatIsThere) {
  const TempFolder folder;
  create_new_file(folder / "새 파일");
  EXPECT_EQ(bytes_of(folder / "새 파일"), "");
  EXPECT_EQ(error_of([&] { create_new_file(folder / "새 파일"); }), ErrorKind::AlreadyExists);
  EXPECT_EQ(error_of([&] { create_new_file(folder.path()); }), ErrorKind::AlreadyExists);
  fs::create_symlink(folder / "없음", folder / "링크");
  EXPECT_EQ(error_of([&] { create_new_file(folder / "링크"); }), ErrorKind::AlreadyExists);
  EXPECT_FALSE(fs::exists(folder / "없음"));
}

TEST(OutputFileTest, TheOldFileStaysUntilTheNewOneIsComplete) {
  const TempFolder folder;
  const fs::path place = folder.write("주석.xml", "old");
  OutputFile file(place);
  file.write("🚀 new");
  EXPECT_EQ(bytes_of(place), "old");
  file.finish();
  EXPECT_EQ(bytes_of(place), "old");
  EXPECT_EQ(bytes_of(file.written()), "🚀 new");
  file.put_in_place();
  EXPECT_EQ(bytes_of(place), "🚀 new");
  EXPECT_EQ(entries_of(folder.path()), 1U);
}

TEST(OutputFileTest, LeavesNothingBehindWhenItIsGivenUp) {
  const TempFolder folder;
  const fs::path place = folder.write("주석.xml", "old");
  {
    OutputFile unfinished(place);
    unfinished.write("new");
    EXPECT_EQ(entries_of(folder.path()), 2U);
  }
  {
    OutputFile finished(place);
    finished.write("new");
    finished.finish();
  }
  EXPECT_EQ(entries_of(folder.path()), 1U);
  EXPECT_EQ(bytes_of(place), "old");
}

TEST(OutputFileTest, ManySmallPiecesAndOneLargeOneComeOutInOrder) {
  const TempFolder folder;
  std::string expected;
  OutputFile file(folder / "주석.xml");
  for (int i = 0; i < 200000; ++i) {
    const std::string piece = std::to_string(i) + "🚀";
    file.write(piece);
    expected += piece;
    if (i == 1000) {
      const std::string large(2 * 1024 * 1024, 'x');
      file.write(large);
      expected += large;
    }
  }
  file.write("");
  file.finish();
  file.put_in_place();
  EXPECT_TRUE(bytes_of(folder / "주석.xml") == expected);
}

TEST(OutputFileTest, AnEmptyFileIsAFile) {
  const TempFolder folder;
  OutputFile file(folder / "빈 파일");
  file.finish();
  file.put_in_place();
  EXPECT_EQ(bytes_of(folder / "빈 파일"), "");
}

TEST(OutputFileTest, AFullDiskIsToldAsSuch) {
  OutputFile file("/dev/full");
  file.write("🚀");
  file.finish();
  EXPECT_EQ(error_of([&] { file.put_in_place(); }), ErrorKind::DiskFull);
}

TEST(OutputFileTest, ADeviceIsWrittenIntoAndStays) {
  OutputFile file("/dev/null");
  file.write("🚀");
  file.finish();
  const fs::path temporary = file.written();
  file.put_in_place();
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  EXPECT_NE(temporary.parent_path(), "/dev");
}

TEST(OutputFileTest, AFolderIsNoPlaceForAFile) {
  const TempFolder folder;
  EXPECT_EQ(error_of([&] { OutputFile file(folder.path()); }), ErrorKind::IsDirectory);
}

TEST(OutputFileTest, AMissingFolderIsNamed) {
  const TempFolder folder;
  try {
    OutputFile file(folder / "없음/주석.xml");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::FolderNotFound);
    EXPECT_EQ(error.path(), folder / "없음");
  }
  folder.write("파일", "");
  EXPECT_EQ(error_of([&] { OutputFile file(folder / "파일/주석.xml"); }), ErrorKind::NotDirectory);
}

TEST(OutputFileTest, ALinkStaysALinkAndWhatItPointsToIsReplaced) {
  const TempFolder folder;
  const fs::path target = folder.write("안/주석.xml", "old");
  fs::create_symlink("안/주석.xml", folder / "링크");
  fs::create_symlink("링크", folder / "링크의 링크");
  OutputFile file(folder / "링크의 링크");
  file.write("new");
  file.finish();
  file.put_in_place();
  EXPECT_TRUE(fs::is_symlink(folder / "링크"));
  EXPECT_TRUE(fs::is_symlink(folder / "링크의 링크"));
  EXPECT_EQ(bytes_of(target), "new");
  EXPECT_EQ(entries_of(target.parent_path()), 1U);
}

TEST(OutputFileTest, ALinkToNothingIsFilled) {
  const TempFolder folder;
  fs::create_directory(folder / "안");
  fs::create_symlink("안/주석.xml", folder / "링크");
  OutputFile file(folder / "링크");
  file.write("new");
  file.finish();
  file.put_in_place();
  EXPECT_TRUE(fs::is_symlink(folder / "링크"));
  EXPECT_EQ(bytes_of(folder / "안/주석.xml"), "new");
}

TEST(OutputFileTest, PermissionsAreKept) {
  const TempFolder folder;
  const fs::path place = folder.write("주석.xml", "old");
  const auto own = fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read;
  fs::permissions(place, own);
  OutputFile file(place);
  file.write("new");
  file.finish();
  file.put_in_place();
  EXPECT_EQ(fs::status(place).permissions(), own);
}

TEST(OutputFileTest, APlaceWithoutAFolderIsInTheCurrentOne) {
  const TempFolder folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  OutputFile file(path_from_utf8("주석.xml"));
  file.write("new");
  file.finish();
  file.put_in_place();
  fs::current_path(before);
  EXPECT_EQ(bytes_of(folder / "주석.xml"), "new");
}

/// The temporary files in a folder.
std::vector<fs::path> temporaries_of(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".part") found.push_back(entry.path());
  }
  return found;
}

TEST(OutputFileTest, WhatAKilledProgramLeftIsRemovedByTheNextOneForThatPlace) {
  const TempFolder folder;
  const fs::path place = folder.write("주석.xml", "old");
  const pid_t pid = ::fork();
  if (pid == 0) {
    OutputFile file(place);
    OutputFile other(folder / "다른 주석.xml");
    file.write("🚀 half");
    ::_exit(0);  // without a destructor, as when it is killed
  }
  ASSERT_EQ(::waitpid(pid, nullptr, 0), pid);
  ASSERT_EQ(temporaries_of(folder.path()).size(), 2U);
  {
    const OutputFile next(place);
    EXPECT_EQ(temporaries_of(folder.path()).size(), 2U) << "its own, and that of another place";
    EXPECT_TRUE(fs::exists(next.written()));
  }
  { const OutputFile next(folder / "다른 주석.xml"); }
  EXPECT_EQ(entries_of(folder.path()), 1U);
  EXPECT_EQ(bytes_of(place), "old");
}

TEST(OutputFileTest, WhatAnotherOneIsWritingIsLeftAlone) {
  const TempFolder folder;
  const fs::path place = folder / "주석.xml";
  OutputFile first(place);
  first.write("🚀 1");
  { const OutputFile given_up(place); }
  EXPECT_TRUE(fs::exists(first.written()));
  first.finish();
  OutputFile second(place);
  second.write("🚀 2");
  second.finish();
  EXPECT_EQ(bytes_of(first.written()), "🚀 1") << "closed, but not in its place yet";
  first.put_in_place();
  EXPECT_EQ(bytes_of(place), "🚀 1");
  second.put_in_place();
  EXPECT_EQ(bytes_of(place), "🚀 2");
  EXPECT_EQ(entries_of(folder.path()), 1U);
}

TEST(OutputFileTest, WhatOnlyLooksLikeATemporaryFileStays) {
  const TempFolder folder;
  const fs::path place = folder / "주석.xml";
  std::string temporary;
  {
    const OutputFile file(place);
    temporary = file.written().filename();
  }
  const std::string prefix = temporary.substr(0, temporary.rfind('-') + 1);
  folder.write(".mitjul-abcdefghijkl.part", "🚀");
  folder.write(prefix + "abc.xml", "🚀");
  folder.write("남의 것", "🚀");
  fs::create_symlink("남의 것", folder / (prefix + "link.part"));
  fs::create_directory(folder / (prefix + "folder"));
  { const OutputFile file(place); }
  EXPECT_EQ(entries_of(folder.path()), 5U);
  EXPECT_EQ(bytes_of(folder / "남의 것"), "🚀");
}

}  // namespace
}  // namespace mitjul
