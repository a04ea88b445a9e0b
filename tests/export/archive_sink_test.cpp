#include "export/archive_sink.h"

#include "import/zip_archive.h"
#include "tests/export/exporting.h"

namespace mitjul {
namespace {

std::string read(const ZipArchive& archive, const char* name) { return archive.read(*archive.find(name)); }

TEST(ArchiveSinkTest, PartsStandInTheOrderOfTheirNumbers) {
  const TempFolder folder;
  OutputFile file(folder / "🚀.zip");
  ArchiveSink sink(file, example_time());
  sink.begin_part("안.xml", 2);
  sink.append("셋");
  sink.begin_file("글/🚀.txt");
  sink.append("🚀 ");
  sink.append("글");
  sink.begin_part("안.xml", 0);
  sink.append("하나");
  sink.begin_part("안.xml", 2);
  sink.append("넷");
  sink.begin_part("안.xml", 1);
  sink.append("둘");
  sink.begin_file("빈.txt");
  sink.finish();
  file.finish();
  file.put_in_place();
  const ZipArchive archive(folder / "🚀.zip");
  ASSERT_EQ(archive.entries().size(), 3U);
  EXPECT_EQ(archive.entries().front().name, "안.xml") << "begun first";
  EXPECT_EQ(read(archive, "안.xml"), "하나둘셋넷");
  EXPECT_EQ(read(archive, "글/🚀.txt"), "🚀 글");
  EXPECT_EQ(read(archive, "빈.txt"), "");
  EXPECT_EQ(names_in(folder.path()), (std::set<std::string>{"🚀.zip"}));
}

TEST(ArchiveSinkTest, FilesLargerThanItsBufferComeOutWhole) {
  const TempFolder folder;
  std::string large;
  while (large.size() < (std::size_t{5} << 20)) large += "🚀 " + std::to_string(large.size() * 2654435761U) + "\n";
  OutputFile file(folder / "🚀.zip");
  ArchiveSink sink(file, example_time());
  for (const char* const name : {"a", "b"}) {
    sink.begin_file(name);
    for (std::size_t at = 0; at < large.size(); at += 70'001) sink.append(std::string_view(large).substr(at, 70'001));
  }
  sink.finish();
  file.finish();
  file.put_in_place();
  const ZipArchive archive(folder / "🚀.zip");
  EXPECT_TRUE(read(archive, "a") == large);
  EXPECT_TRUE(read(archive, "b") == large);
}

TEST(ArchiveSinkTest, NothingIsLeftOfAnArchiveThatWasGivenUp) {
  const TempFolder folder;
  {
    OutputFile file(folder / "🚀.zip");
    ArchiveSink sink(file, example_time());
    sink.begin_file("a");
    sink.append("🚀");
  }
  EXPECT_EQ(names_in(folder.path()), std::set<std::string>());
}

/// Enough to be packed in many steps.
std::string large_file() {
  std::string large;
  while (large.size() < (std::size_t{1} << 20)) large += "🚀 " + std::to_string(large.size() * 2654435761U) + "\n";
  return large;
}

TEST(ArchiveSinkTest, PackingTellsHowFarItIsAndCanBeCancelledAnywhere) {
  const std::string large = large_file();
  const TempFolder folder;
  /// Packs two files; false where that was cancelled.
  const auto pack = [&](const Progress& progress) {
    OutputFile file(folder / "🚀.zip");
    ArchiveSink sink(file, example_time());
    for (const char* const name : {"a", "b"}) {
      sink.begin_file(name);
      sink.append(large);
    }
    if (!sink.finish(progress)) return false;
    file.finish();
    file.put_in_place();
    return true;
  };
  std::vector<double> told;
  EXPECT_TRUE(pack([&](double done) {
    told.push_back(done);
    return true;
  }));
  EXPECT_GT(told.size(), 20U);
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
  EXPECT_GE(told.front(), 0.0);
  EXPECT_LE(told.back(), 1.0);
  EXPECT_TRUE(read(ZipArchive(folder / "🚀.zip"), "b") == large);
  const std::string before = bytes_of(folder / "🚀.zip");
  for (std::size_t calls = 0; calls < told.size(); calls += told.size() / 7) {
    std::size_t left = calls;
    EXPECT_FALSE(pack([&](double) { return left-- > 0; })) << calls;
    EXPECT_TRUE(bytes_of(folder / "🚀.zip") == before);
    EXPECT_EQ(names_in(folder.path()), (std::set<std::string>{"🚀.zip"}));
  }
}

TEST(ArchiveSinkTest, WhatTheProgressThrowsComesThrough) {
  const TempFolder folder;
  OutputFile file(folder / "🚀.zip");
  ArchiveSink sink(file, example_time());
  sink.begin_file("a");
  sink.append("🚀");
  EXPECT_EQ(error_of([&] { sink.finish([](double) -> bool { throw Error(ErrorKind::Locked, "🚀"); }); }),
            ErrorKind::Locked);
}

TEST(ArchiveSinkTest, TimesOutsideOfWhatArchivesHoldAreTheNearest) {
  for (const char* const time : {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"}) {
    const TempFolder folder;
    OutputFile file(folder / "🚀.zip");
    ArchiveSink sink(file, *parse_time(time));
    sink.begin_file("a");
    sink.finish();
    file.finish();
    file.put_in_place();
    EXPECT_EQ(ZipArchive(folder / "🚀.zip").entries().size(), 1U);
  }
}

}  // namespace
}  // namespace mitjul
