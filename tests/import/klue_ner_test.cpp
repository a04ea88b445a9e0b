#include "import/klue_ner.h"

#include "tests/import/flat_reading.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

FlatFile read(std::string_view bytes) { return read_flat("klue-ner", bytes); }

std::string fixture(const std::string& name) { return std::string(MITJUL_FIXTURES) + "/klue-ner/" + name; }

TEST(KlueNerImportTest, ReadsTheExampleOfTheDocumentation) {
  const FlatFile file = read_flat_file("klue-ner", fixture("example/demo.tsv"));
  EXPECT_THAT(file.problems, IsEmpty());
  EXPECT_EQ(file.text(), "🚀 화웨이가 칩을 확보했다.");
  EXPECT_THAT(file.spans(), ElementsAre("OG 화웨이"));
  EXPECT_EQ(file.header.schema.labels.at(0).name, "기관");
  EXPECT_EQ(file.documents[0].document.info.name, "demo.tsv");
}

TEST(KlueNerImportTest, AFileOfTheBenchmarkIsOneDocument) {
  const FlatFile file = read_flat_file("klue-ner", fixture("klue/train.tsv"));
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_THAT(file.documents, SizeIs(1));
  EXPECT_EQ(file.text(), "🚀 화웨이가 왔다\n존 손힐은 #");
  EXPECT_THAT(file.spans(), ElementsAre("OG 화웨이", "PS 존 손힐"));
}

TEST(KlueNerImportTest, OurIdsPartDocuments) {
  const FlatFile file = read(
      "## d3f7k2m5qa_00000\t🚀\n🚀\tO\n\n## d3f7k2m5qa_00001\t칩\n칩\tB-QT\n\n## e3f7k2m5qa-h4k2qa_00000\t\n\n"
      "## e3f7k2m5qa-b2b2b2_00000\t칩\n칩\tB-QT\n\n");
  ASSERT_THAT(file.documents, SizeIs(3));
  EXPECT_EQ(file.text(0), "🚀\n칩");
  EXPECT_EQ(file.text(1), "");
  EXPECT_EQ(file.text(2), "칩");
  EXPECT_EQ(file.documents[2].document.info.name, "말뭉치 (3)");
}

TEST(KlueNerImportTest, ReadsRowsOfBlanksMarksAndSeveralCharacters) {
  const FlatFile file = read("## a\t…\n \tO\n🚀\tO\n#\tB-OG\n##\tI-OG\n\t\tO\n딥시크\tB-OG\n \tO\n");
  EXPECT_THAT(file.problems, IsEmpty());
  EXPECT_EQ(file.text(), " 🚀###\t딥시크 ");
  EXPECT_THAT(file.spans(), ElementsAre("OG ###", "OG 딥시크"));
}

TEST(KlueNerImportTest, SaysWhereASequenceIsBroken) {
  const FlatFile file = read("## a\t…\n🚀\tB-PS\n화\tI-OG\n\n## b\t…\n칩\tI-OG\n");
  EXPECT_THAT(found(file.problems), ElementsAre("3:broken-tag-sequence", "6:broken-tag-sequence"));
  EXPECT_THAT(file.spans(), ElementsAre("PS 🚀", "OG 화", "OG 칩"));
}

TEST(KlueNerImportTest, RefusesLinesThatAreNoRows) {
  EXPECT_THAT(found(read("## a\t🚀\n🚀\tO\n화\n웨\tB\n\tO\n").problems),
              ElementsAre("3:unreadable-line", "4:unreadable-line", "5:unreadable-line"));
}

TEST(KlueNerImportTest, TheLastLineNeedsNoEndAndNothingNeedsBeAnnotated) {
  EXPECT_THAT(read("## a\t…\n🚀\tO\n칩\tB-QT").spans(), ElementsAre("QT 칩"));
  const FlatFile file = read("## a\t…\n🚀\tO\n \tO\n칩\tO\n");
  EXPECT_THAT(file.problems, IsEmpty());
  EXPECT_EQ(file.text(), "🚀 칩");
  EXPECT_THAT(file.documents[0].sets, IsEmpty());
  EXPECT_THAT(file.header.schema.labels, IsEmpty());
}

TEST(KlueNerImportTest, ReadsIob1AndBioes) {
  const FlatFile iob1 = read("## a\t…\n🚀\tO\n화\tI-OG\n웨\tI-OG\n칩\tB-OG\n");
  EXPECT_THAT(iob1.problems, IsEmpty());
  EXPECT_THAT(iob1.spans(), ElementsAre("OG 화웨", "OG 칩"));
  const FlatFile bioes = read("## a\t…\n🚀\tS-PS\n화\tB-OG\n웨\tI-OG\n이\tE-OG\n칩\tE-QT\n");
  EXPECT_THAT(found(bioes.problems), ElementsAre("6:broken-tag-sequence"));
  EXPECT_THAT(bioes.spans(), ElementsAre("PS 🚀", "OG 화웨이", "QT 칩"));
}

TEST(KlueNerImportTest, OtherLabelsAreLabels) {
  const FlatFile file = read("## a\t🚀\n🚀\tB-상품\n칩\tB-PS\n");
  ASSERT_THAT(file.header.schema.labels, SizeIs(2));
  EXPECT_EQ(file.header.schema.labels[0].name, "상품");
}

TEST(KlueNerImportTest, ReadsOtherLineEndsAndAMark) {
  const FlatFile file = read("\xEF\xBB\xBF## a\t🚀칩\r\n🚀\tO\r\n칩\tB-QT\r\n\r\n## b\t칩\r\n칩\tO\r\n");
  EXPECT_EQ(file.text(), "🚀칩\n칩");
  EXPECT_THAT(read("").documents, IsEmpty());
}

TEST(KlueNerImportTest, IsRecognisedByItsFirstLine) {
  EXPECT_EQ(recognised_as("a.tsv", bytes_of(fixture("klue/train.tsv"))), "klue-ner");
  EXPECT_EQ(recognised_as("a.txt", "\xEF\xBB\xBF## a\t🚀\n🚀\tO\n"), "klue-ner");
  EXPECT_EQ(recognised_as("a.txt", "## 제목 🚀\n본문\n"), "text") << "Markdown";
  EXPECT_EQ(recognised_as("a.txt", "## 제목\t🚀\n본문\n"), "text");
}

}  // namespace
}  // namespace mitjul
