#include "ui/text_cache.h"

#include <gtest/gtest.h>

#include <thread>

#include "storage/database.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

TEST(TextCacheTest, LoadsATextOnceAndFoldsIt) {
  const Project project;
  int opened = 0;
  TextCache cache([&] {
    ++opened;
    return std::make_unique<ProjectFile>(project.path);
  });
  EXPECT_EQ(opened, 0);
  const SearchText first = cache.text(project.document);
  const SearchText second = cache.text(project.document);
  EXPECT_EQ(first.text(), article().text);
  EXPECT_EQ(first.folded().data(), second.folded().data()) << "the same copy";
  EXPECT_EQ(opened, 1);
  cache.forget(project.document);
  EXPECT_EQ(cache.text(project.document).text(), article().text);
}

TEST(TextCacheTest, AnnotationsAreThoseOfNow) {
  Project project;
  TextCache cache([&] { return std::make_unique<ProjectFile>(project.path); });
  EXPECT_TRUE(cache.load(project.document).sets.empty());
  project.workspace().perform({"annotate", {project.made("ORG", span(kOrg))}});
  EXPECT_EQ(cache.load(project.document).sets.size(), 1U);
}

TEST(TextCacheTest, ADocumentThatIsNotThereIsAnError) {
  const Project project;
  TextCache cache([&] { return std::make_unique<ProjectFile>(project.path); });
  EXPECT_THROW(cache.text(document_key()), Error);
}

TEST(TextCacheTest, DamagedAnnotationsDoNotHideTheText) {
  Project project;
  project.workspace().perform({"annotate", {project.made("ORG", span(kOrg))}});
  Database(project.path).execute("UPDATE segment SET quote = 'x'");
  TextCache cache([&] { return std::make_unique<ProjectFile>(project.path); });
  EXPECT_EQ(cache.text(project.document).text(), article().text);
  EXPECT_THROW(cache.load(project.document), Error);
}

TEST(TextCacheTest, SeveralThreadsMayAsk) {
  const Project project;
  TextCache cache([&] { return std::make_unique<ProjectFile>(project.path); });
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 50; ++round) {
        EXPECT_EQ(cache.text(project.document).text(), article().text);
        if (round % 10 == 0) cache.forget(project.document);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace mitjul
