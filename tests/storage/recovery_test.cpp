// Projects that are damaged in every way we could think of: what is saved was there, what is not is said.

#include "storage/recovery.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "tests/storage/random_edits.h"
#include "tests/storage/raw_sql.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

constexpr std::size_t kPage = 4096;
const Time kNow = time_at("2026-11-23T00:00:00Z");

void write_bytes(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string address(const AnnotatedDocument& document, const Annotation& annotation) {
  return document.document.info.key.str() + " " + to_json(annotation);
}

/// The annotations of a document, with its key.
std::set<std::string> annotations_of(const AnnotatedDocument& document) {
  std::set<std::string> all;
  for (const auto& [key, set] : document.sets) {
    for (const auto& [id, annotation] : set.annotations()) all.insert(address(document, annotation));
  }
  return all;
}

std::set<std::string> annotations_of(ProjectFile& file) {
  std::set<std::string> all;
  for (const DocumentSummary& summary : file.documents()) all.merge(annotations_of(file.load(summary.key)));
  return all;
}

/// The first line in which they differ.
std::string difference(const std::string& a, const std::string& b) {
  std::istringstream first(a);
  std::istringstream second(b);
  std::string one;
  std::string two;
  while (std::getline(first, one)) {
    if (!std::getline(second, two) || one != two) return one + "\n" + two;
  }
  return std::getline(second, two) ? two : "";
}

std::int64_t lost_of(const RecoveryReport& report, const std::string& kind) {
  for (const RecoveryCount& count : report.counts) {
    if (count.kind == kind) return count.lost;
  }
  ADD_FAILURE() << "nothing is said of " << kind;
  return 0;
}

bool is_unknown(const RecoveryReport& report) {
  return std::any_of(report.losses.begin(), report.losses.end(), [](const RecoveryLoss& loss) {
    return loss.state == RecoveryLoss::State::Unknown || loss.kind == "document" || loss.kind == "annotation";
  });
}

/// Without guidelines, which every change of it would store again.
Schema small_schema() {
  Schema schema = preset("claims-entities").value();
  schema.guideline.clear();
  for (Label& label : schema.labels) {
    label.guideline.clear();
    label.description.clear();
  }
  return schema;
}

/// A project with everything in it, made once.
struct Whole {
  Whole() {
    Project project(small_schema());
    std::mt19937 random(20261122);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same project in every run
    std::vector<DocumentKey> documents{project.document};
    for (int i = 0; i < 9; ++i) {
      std::string text = "🚀 본문 " + std::to_string(i);
      for (int j = 0; j < 40 * (i % 3 + 1); ++j) text += " 😀 화웨이가 칩 " + std::to_string(j) + "을 확보했다.";
      documents.push_back(import_document(project.workspace(), std::to_string(i) + ".txt", Text(text)));
    }
    import_annotated(project.workspace());
    RandomEdits edits(random, documents);
    for (int done = 0; done < 400;) {
      auto edit = edits.next(project.workspace(), true);
      if (!edit) continue;
      std::set<DocumentKey> changed;
      for (const Change& change : edit->changes) changed.insert(document_of(change));
      if (!project.workspace().perform(*std::move(edit)).done()) continue;
      ++done;
      for (const DocumentKey& key : changed) {
        if (!key.empty()) ever.merge(annotations_of(project.file().load(key)));
      }
    }
    project.workspace().undo();
    ExportProfile profile;
    profile.name = "🚀 배포";
    profile.format = "jsonl";
    project.file().put_export_profile(profile);
    project.file().change_pseudonyms({}, PseudonymTable({{"김하나", "인물", 1}, {"화웨이", "기관", 1}}));
    const auto now = annotations_of(project.file());
    ever.insert(now.begin(), now.end());
    for (const DocumentSummary& summary : project.file().documents()) {
      texts[summary.key] = project.file().text(summary.key).utf8();
    }
    present = now;
    words = in_words(project.file());
    log = project.file().log().size();
    project.close();
    bytes = bytes_of(project.path);
  }

  static void import_annotated(Workspace& workspace) {
    std::string text = "🚀 남의 글";
    for (int i = 0; i < 200; ++i) text += " 😀 낱말 " + std::to_string(i);
    AnnotatedDocument delivered = without_sets("배달.txt", Text(text));
    AnnotationSet& set = delivered.set({delivered.document.info.key, annotator_key("abcdef"), false});
    set.set_state(SetState::Finished);
    for (int i = 1; i <= 150; ++i) {
      const auto start = static_cast<std::uint32_t>(8 + i * 5);
      Annotation org = annotation(i, i % 3 == 0 ? "CLAIM" : "ORG", Spans(Span(start, start + 3)));
      org.id = annotation_id(i, "abcdef");
      if (i % 3 == 0) org.attributes["type"] = {"fact"};
      org.note = "🚀 메모 " + std::to_string(i);
      set.put(org);
    }
    ImportEdit edit(workspace);
    edit.add_annotator({annotator_key("abcdef"), "다른 사람", true});
    edit.add_keyed(delivered);
    edit.commit();
  }

  std::string bytes;
  std::string words;
  std::size_t log = 0;
  std::set<std::string> ever;     ///< annotations that were there at any time
  std::set<std::string> present;  ///< those that are there at the end
  std::map<DocumentKey, std::string> texts;
};

class RecoveryTest : public testing::Test {
 protected:
  static const Whole& whole() {
    static const Whole kWhole;
    return kWhole;
  }

  struct Recovered {
    bool anything = false;
    RecoveryReport report;
    std::set<std::string> annotations;
    std::set<DocumentKey> documents;
  };

  /// Recovers a project of these bytes and holds what came of it against what was there.
  Recovered recover(const std::string& bytes) {
    write_bytes(damaged_, bytes);
    fs::remove(fresh_);
    Recovered recovered;
    try {
      recovered.report = recover_project(damaged_, fresh_, kNow);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::NotAProject);
      EXPECT_FALSE(fs::exists(fresh_));
    }
    EXPECT_TRUE(bytes_of(damaged_) == bytes) << "the damaged file was changed";
    recovered.anything = fs::exists(fresh_);
    if (!recovered.anything) return recovered;
    EXPECT_THAT(problems_in(fresh_), IsEmpty());
    ProjectFile file(fresh_);
    recovered.annotations = annotations_of(file);
    EXPECT_TRUE(std::includes(whole().ever.begin(), whole().ever.end(), recovered.annotations.begin(),
                              recovered.annotations.end()))
        << "an annotation that never was";
    for (const DocumentSummary& summary : file.documents()) {
      recovered.documents.insert(summary.key);
      const auto known = whole().texts.find(summary.key);
      EXPECT_TRUE(known != whole().texts.end() && known->second == file.text(summary.key).utf8()) << summary.name;
    }
    if (recovered.report.everything()) {
      EXPECT_EQ(difference(in_words(file), whole().words), "");
    } else {
      EXPECT_EQ(file.log().back().header.name, "recover");
    }
    // What is not there is in the list, or the list says that it does not know.
    const auto lost =
        static_cast<std::int64_t>(whole().present.size()) - static_cast<std::int64_t>(recovered.annotations.size());
    EXPECT_TRUE(lost <= lost_of(recovered.report, "annotations") || is_unknown(recovered.report)) << lost;
    return recovered;
  }

  static std::string without_page(std::size_t page) {
    std::string bytes = whole().bytes;
    return bytes.replace(page * kPage, kPage, kPage, '\0');
  }

  const FastFolder folder_;
  const fs::path damaged_ = folder_ / "손상.mitjul";
  const fs::path fresh_ = folder_ / "새 과제.mitjul";
};

TEST_F(RecoveryTest, AWholeProjectIsSavedWithEverything) {
  const Recovered recovered = recover(whole().bytes);
  EXPECT_TRUE(recovered.report.everything());
  EXPECT_GT(recovered.annotations.size(), 250U);
  ProjectFile file(fresh_);
  EXPECT_EQ(file.log().size(), whole().log);
  EXPECT_EQ(file.export_profiles().size(), 1U);
  EXPECT_EQ(file.pseudonyms().entries().size(), 2U);
}

TEST_F(RecoveryTest, WhatWasMadeByHandSurvivesThePageThatIsLost) {
  for (std::size_t page = 0; page < whole().bytes.size() / kPage; ++page) {
    SCOPED_TRACE(testing::Message() << "page " << page + 1);
    const Recovered recovered = recover(without_page(page));
    ASSERT_TRUE(recovered.anything);
    // The log and the tables do not lie on one page: of documents whose text is there, all is.
    for (const std::string& annotation : whole().present) {
      const bool by_hand = annotation.find("\"id\":\"abcdef-") == std::string::npos;
      const bool text_is_there = recovered.documents.count(*DocumentKey::parse(annotation.substr(0, 10))) != 0;
      if (!by_hand || !text_is_there) continue;
      EXPECT_EQ(recovered.annotations.count(annotation), 1U) << annotation;
    }
    EXPECT_GE(recovered.documents.size() + 2, whole().texts.size());
    EXPECT_GT(recovered.annotations.size(), whole().present.size() / 3) << "two documents at most are lost";
  }
}

TEST_F(RecoveryTest, AFileThatEndsEarlyGivesWhatItStillHolds) {
  for (std::size_t size = 0; size < whole().bytes.size(); size += kPage) {
    SCOPED_TRACE(testing::Message() << size << " bytes");
    const Recovered recovered = recover(whole().bytes.substr(0, size));
    EXPECT_EQ(recovered.anything, size > 2 * kPage) << "the first annotator stands on the third page";
    // The last pages may hold an index, or nothing.
    EXPECT_FALSE(size < whole().bytes.size() / 2 && recovered.anything && recovered.report.everything());
  }
}

TEST_F(RecoveryTest, DamageOfEveryKindInventsNothing) {
  std::mt19937 random(7);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same damage in every run
  const std::size_t pages = whole().bytes.size() / kPage;
  std::size_t saved = 0;
  constexpr int kRuns = 150;
  for (int run = 0; run < kRuns; ++run) {
    SCOPED_TRACE(testing::Message() << "run " << run);
    std::string bytes = whole().bytes;
    for (std::size_t times = random() % 4 * 3 + 1; times > 0; --times) {
      const std::size_t page = random() % pages * kPage;
      const auto noise = [&](std::size_t at, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i) bytes[at + i] = static_cast<char>(random());
      };
      switch (run % 5) {
        case 0: bytes.replace(page, kPage, kPage, '\0'); break;
        case 1: noise(page, kPage); break;
        case 2: noise(page + random() % 8 * 512, 512); break;
        case 3: noise(page + random() % kPage, 1); break;
        default: bytes.replace(page, kPage, whole().bytes, random() % pages * kPage, kPage);
      }
    }
    saved += recover(bytes).annotations.size();
  }
  EXPECT_GT(saved, whole().present.size() * kRuns / 2);
}

TEST_F(RecoveryTest, ABrokenHeaderLosesNothing) {
  std::string bytes = whole().bytes;
  bytes.replace(0, 100, 100, 'x');
  EXPECT_TRUE(recover(bytes).report.everything());
  EXPECT_TRUE(recover(without_page(0)).report.everything());
}

TEST_F(RecoveryTest, ARowThatWasChangedIsTakenFromTheLog) {
  write_bytes(damaged_, whole().bytes);
  raw_sql(damaged_, "UPDATE annotation SET note = '거짓' WHERE number = 1");
  const Recovered recovered = recover(bytes_of(damaged_));
  for (const std::string& annotation : recovered.annotations) EXPECT_EQ(annotation.find("거짓"), std::string::npos);
}

TEST_F(RecoveryTest, ADocumentWithoutItsTextIsNamedWithItsQuotes) {
  write_bytes(damaged_, whole().bytes);
  raw_sql(damaged_,
          "UPDATE document_text SET utf8 = utf8 || '!' WHERE document ="
          " (SELECT id FROM document WHERE name = '배달.txt')");
  const Recovered recovered = recover(bytes_of(damaged_));
  EXPECT_EQ(lost_of(recovered.report, "documents"), 1);
  EXPECT_EQ(lost_of(recovered.report, "annotations"), 150);
  int quoted = 0;
  for (const RecoveryLoss& loss : recovered.report.losses) {
    if (loss.kind == "annotation" && loss.document == "배달.txt" && !loss.quote.empty()) ++quoted;
  }
  EXPECT_EQ(quoted, 150);
}

TEST_F(RecoveryTest, NumbersThatWereSeenAreNotGivenAgain) {
  write_bytes(damaged_, whole().bytes);
  raw_sql(damaged_, "DELETE FROM last_number; DELETE FROM edit");
  recover(bytes_of(damaged_));
  ProjectFile file(fresh_);
  for (const DocumentSummary& summary : file.documents()) {
    std::map<AnnotatorKey, std::int64_t> highest;
    const AnnotatedDocument document = file.load(summary.key);
    for (const auto& [key, set] : document.sets) {
      for (const auto& [id, annotation] : set.annotations()) {
        highest[id.annotator] = std::max(highest[id.annotator], id.number);
      }
    }
    const auto transaction = file.begin({"edit", AnnotatorKey(), kNow});
    for (const auto& [annotator, number] : highest) {
      EXPECT_GT(transaction->take_number(summary.key, annotator), number + 999);
    }
  }
}

TEST_F(RecoveryTest, WhatCannotBeUndoneAnyMoreIsNot) {
  write_bytes(damaged_, whole().bytes);
  raw_sql(damaged_, "DELETE FROM edit WHERE number = 100");
  const Recovered recovered = recover(bytes_of(damaged_));
  EXPECT_EQ(lost_of(recovered.report, "edits"), 1);
  EXPECT_EQ(recovered.annotations, whole().present);
  Workspace workspace(std::make_unique<ProjectFile>(fresh_), ticking_clock());
  EXPECT_EQ(workspace.undo().refused->code, ProblemCode::NothingToUndo);
}

TEST_F(RecoveryTest, AJournalThatLiesBesideIsRolledBackInACopy) {
  write_bytes(damaged_, whole().bytes);
  const fs::path journal = folder_ / "손상.mitjul-journal";
  std::string torn;
  std::string kept;
  {
    Database database(damaged_);
    database.execute("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN; UPDATE annotation SET note = '반쪽'");
    torn = bytes_of(damaged_);
    kept = bytes_of(journal);
  }
  ASSERT_NE(torn, whole().bytes);
  write_bytes(journal, kept);
  EXPECT_TRUE(recover(torn).report.everything());
  EXPECT_TRUE(bytes_of(journal) == kept);
}

TEST_F(RecoveryTest, AWriteAheadLogIsReadFromACopyAndMayBeMissing) {
  write_bytes(damaged_, whole().bytes);
  const fs::path log = folder_ / "손상.mitjul-wal";
  std::string alone;
  std::string kept;
  {
    Database database(damaged_);
    database.text("PRAGMA journal_mode = WAL");
    database.execute(
        "PRAGMA wal_checkpoint(TRUNCATE); INSERT INTO export_profile SELECT '둘째', content, 0"
        " FROM export_profile");
    alone = bytes_of(damaged_);
    kept = bytes_of(log);
  }
  ASSERT_FALSE(kept.empty());
  fs::remove(log);
  EXPECT_TRUE(recover(alone).report.everything()) << "what was in the log alone is gone, the rest is as it was";
  write_bytes(log, kept);
  const Recovered recovered = recover(alone);
  EXPECT_TRUE(bytes_of(log) == kept);
  ASSERT_EQ(recovered.report.losses.size(), 1U) << "what the log holds was read, and does not fit";
  EXPECT_EQ(recovered.report.losses[0].name, "둘째");
}

TEST_F(RecoveryTest, AJournalThatCannotBeAppliedIsSaid) {
  write_bytes(folder_ / "손상.mitjul-journal", "🚀 " + std::string(kPage, 'x'));
  const Recovered recovered = recover(without_page(0));
  ASSERT_EQ(recovered.report.losses.size(), 1U);
  EXPECT_EQ(recovered.report.losses[0].name, "손상.mitjul-journal");
  EXPECT_EQ(recovered.annotations, whole().present);
}

TEST_F(RecoveryTest, ALogBesideItThatIsAnotherFilesIsNotBelieved) {
  const fs::path log = folder_ / "손상.mitjul-wal";
  write_bytes(log, std::string(3 * kPage, 'x'));
  EXPECT_TRUE(recover(whole().bytes).report.everything());
}

TEST_F(RecoveryTest, WhatIsThereIsNotReplacedAndWhatIsNoProjectIsRefused) {
  write_bytes(damaged_, whole().bytes);
  write_bytes(fresh_, "x");
  EXPECT_EQ(error_of([&] { recover_project(damaged_, fresh_, kNow); }), ErrorKind::AlreadyExists);
  EXPECT_EQ(bytes_of(fresh_), "x");
  EXPECT_FALSE(recover("").anything);
  EXPECT_FALSE(recover("🚀 본문").anything);
  EXPECT_FALSE(recover(std::string(10 * kPage, '\x0D')).anything);
}

}  // namespace
}  // namespace mitjul
