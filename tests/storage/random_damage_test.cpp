// Single bytes of a project file that flip: what is read is told to be damaged, or is what it was.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "storage/edit_log.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

/// Everything that a program can get out of a project: its state, its log, and what would be undone and redone.
std::string all_of(const fs::path& path) {
  ProjectFile file(path);
  std::string words = to_string(file.created()) + in_words(file);
  for (const LoggedEdit& edit : file.log()) {
    words += std::to_string(edit.number) + " " + edit.header.name + " " + edit.header.annotator.str() + " " +
             to_string(edit.header.time) + " " + std::string(to_string(edit.header.kind)) + " " +
             std::to_string(edit.header.target);
    for (const std::string& document : edit.documents) words += " " + document;
    words += "\n";
  }
  for (const Annotator& annotator : file.annotators()) {
    for (const EditKind kind : {EditKind::Undo, EditKind::Redo}) {
      const auto transaction = file.begin({"step", annotator.key, Time(), kind, 0});
      const auto step =
          kind == EditKind::Undo ? transaction->next_undo(annotator.key) : transaction->next_redo(annotator.key);
      words +=
          step ? std::to_string(step->number) + " " + std::to_string(step->edit.changes.size()) + "\n" : "nothing\n";
    }
  }
  return words;
}

class RandomDamageTest : public testing::Test {
 protected:
  RandomDamageTest() {
    Project project;
    project.annotate_article();
    for (int i = 0; i < 15; ++i) {
      const std::string number = std::to_string(i);
      const DocumentKey key =
          import_document(project.workspace(), number + ".txt", Text("🚀 본문 " + number + std::string(300, 'x')));
      const SetKey set{key, project.workspace().annotator(), false};
      for (std::uint32_t start = 2; start < 20; start += 3) {
        Annotation made{project.id(-1),     "CLAIM", Spans(Span(start, start + 2)), {{"type", {"fact"}}},
                        "🚀 메모 " + number, {}};
        project.perform({AnnotationChange{set, std::nullopt, made}});
      }
    }
    project.perform({project.described([](DocumentInfo& info) {
      info.metadata = {{"url", "https://example.invalid"}};
      info.zones = {{ZoneKind::Title, Span(0, 6)}};
    })});
    GazetteerChange words;
    for (int i = 0; i < 60; ++i) words.added.push_back({"🚀 낱말 " + std::to_string(i), i % 2 == 0 ? "ORG" : ""});
    const RefusedSuggestion refused{project.workspace().annotator(), span(kOrg).hull(), "PERSON"};
    project.perform({words, SettingsChange{{}, {false, true}}, RefusalChange{project.document, refused}});
    project.file().add_annotator("주석자 둘");
    project.perform({project.schema_changed([](Schema& schema) { schema.labels[0].name = "새 이름"; })});
    project.workspace().undo();
    bytes_ = bytes_of(project.path);
    fs::copy_file(project.path, path_);
    all_ = all_of(path_);
  }

  /// Whether anything is told about the file with these bytes; the test fails where something wrong is not.
  bool is_told(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    try {
      const std::string read = all_of(path_);
      if (!problems_in(path_).empty()) return true;
      EXPECT_EQ(read, all_);
      return false;
    } catch (const Error&) {
      return true;
    }
  }

  const FastFolder folder_;
  const fs::path path_ = folder_ / "시험.mitjul";
  std::string bytes_;
  std::string all_;
};

TEST_F(RandomDamageTest, NoFlippedByteIsTakenForTheTruth) {
  std::mt19937 random(20261121);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same bytes in every run
  int told = 0;
  for (int i = 0; i < 300; ++i) {
    // Every second one where something is kept; much of a small project is empty pages.
    std::size_t at = random() % bytes_.size();
    while (i % 2 == 0 && bytes_[at] == 0) at = random() % bytes_.size();
    const auto mask = static_cast<unsigned char>(random() % 255 + 1);
    SCOPED_TRACE(testing::Message() << "byte " << at << " mask " << static_cast<int>(mask));
    std::string bytes = bytes_;
    bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ mask);
    if (is_told(bytes)) ++told;
  }
  EXPECT_GT(told, 150) << "the others lie where nothing is kept";
}

TEST_F(RandomDamageTest, NoPageOfZerosIsTakenForTheTruth) {
  constexpr std::size_t kPage = 4096;
  const std::int64_t free_pages = Database(path_).integer("PRAGMA freelist_count");
  std::int64_t not_told = 0;
  for (std::size_t at = 0; at < bytes_.size(); at += kPage) {
    std::string bytes = bytes_;
    bytes.replace(at, kPage, kPage, '\0');
    if (!is_told(bytes)) ++not_told;
  }
  EXPECT_LE(not_told, free_pages);
}

/// Pages from 0 that a project file keeps for later and that say nothing: SQLite file format, "The Freelist".
std::set<std::size_t> free_pages(const std::string& bytes, std::size_t page_size) {
  const auto number = [&](std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
  };
  std::set<std::size_t> pages;
  for (std::size_t trunk = number(32); trunk != 0; trunk = number((trunk - 1) * page_size)) {
    const std::size_t start = (trunk - 1) * page_size;
    for (std::size_t i = 0; i < number(start + 4); ++i) pages.insert(number(start + 8 + 4 * i) - 1);
  }
  return pages;
}

TEST_F(RandomDamageTest, NoPageOfAnotherPlaceIsTakenForTheTruth) {
  constexpr std::size_t kPage = 4096;
  const std::set<std::size_t> unused = free_pages(bytes_, kPage);
  int put = 0;
  std::mt19937 random(7);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same pages in every run
  const std::size_t pages = bytes_.size() / kPage;
  for (int i = 0; i < 40; ++i) {
    const std::size_t from = random() % pages;
    const std::size_t to = (from + 1 + random() % (pages - 1)) % pages;
    std::string bytes = bytes_;
    bytes.replace(to * kPage, kPage, bytes_, from * kPage, kPage);
    // Two empty tables look the same.
    if (unused.count(to) != 0 || bytes == bytes_) continue;
    ++put;
    EXPECT_TRUE(is_told(bytes)) << from << " " << to;
  }
  EXPECT_GT(put, 20);
}

}  // namespace
}  // namespace mitjul
