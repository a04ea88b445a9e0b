#include "import/conll.h"

#include "core/error.h"
#include "tests/import/flat_reading.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

FlatFile read(std::string_view bytes) { return read_flat("conll", bytes); }

std::string fixture(const std::string& name) { return std::string(MITJUL_FIXTURES) + "/conll/" + name; }

TEST(ConllImportTest, ReadsSentencesAsLines) {
  const FlatFile file = read("🚀\tO\n화웨이\tB-ORG\n가\tO\n\n\n존\tB-PERSON\n손힐\tI-PERSON\n.\tO");
  EXPECT_THAT(file.problems, IsEmpty());
  EXPECT_EQ(file.text(), "🚀 화웨이 가\n존 손힐 .");
  EXPECT_THAT(file.spans(), ElementsAre("ORG 화웨이", "PERSON 존 손힐"));
  EXPECT_EQ(file.documents[0].document.info.name, "말뭉치");
  EXPECT_EQ(file.headers, 1);
  EXPECT_TRUE(file.header.inferred);
  EXPECT_THAT(file.header.schema.labels, SizeIs(2));
  const AnnotationSet& set = file.documents[0].sets.begin()->second;
  EXPECT_EQ(set.key().annotator, file.header.annotators.at(0).key);
  EXPECT_EQ(file.header.annotators[0].name, "CoNLL");
  const Provenance& provenance = set.annotations().begin()->second.provenance;
  EXPECT_EQ(provenance.method, Method::Import);
  EXPECT_EQ(provenance.origin, "말뭉치");
  EXPECT_GT(provenance.created, Time());
}

TEST(ConllImportTest, ReadsFourColumnsOfConll2003InIob1) {
  const FlatFile file = read_flat_file("conll", fixture("conll2003/iob1.txt"));
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_THAT(file.documents, SizeIs(2));
  EXPECT_EQ(file.text(0), "🚀 Huawei and Samsung Electronics met in Seoul .\nKim Lee waited .");
  EXPECT_THAT(file.spans(0), ElementsAre("ORG Huawei", "ORG Samsung Electronics", "LOC Seoul", "PER Kim", "PER Lee"));
  EXPECT_EQ(file.text(1), "# 1");
  EXPECT_EQ(file.documents[1].document.info.name, "iob1.txt (2)");
}

TEST(ConllImportTest, ReadsBiluoAndBioes) {
  EXPECT_THAT(read("🚀 O\n화 B-ORG\n웨 I-ORG\n이 L-ORG\n칩 U-PRODUCT\n").spans(),
              ElementsAre("ORG 화 웨 이", "PRODUCT 칩"));
  EXPECT_THAT(read("🚀 O\n화 B-ORG\n웨 I-ORG\n이 E-ORG\n칩 S-PRODUCT\n").spans(),
              ElementsAre("ORG 화 웨 이", "PRODUCT 칩"));
}

TEST(ConllImportTest, SaysWhereASequenceIsBroken) {
  const FlatFile file = read("🚀\tO\n화웨이\tB-ORG\n칩\tI-PRODUCT\n\n미국\tI-LOC\n");
  EXPECT_THAT(found(file.problems), ElementsAre("3:broken-tag-sequence", "5:broken-tag-sequence"));
  EXPECT_THAT(file.problems[0].details, ElementsAre("I-PRODUCT"));
  EXPECT_EQ(file.problems[0].place.document, "말뭉치");
  EXPECT_THAT(file.spans(), ElementsAre("ORG 화웨이", "PRODUCT 칩", "LOC 미국"));
}

TEST(ConllImportTest, TakesTheTextOfASentenceFromItsComment) {
  const FlatFile file = read(
      "# newdoc id = a\n# sent_id = 1\n# text = 🚀 화웨이가 칩을.\n🚀\tO\n화웨이\tB-ORG\n가\tO\n칩을\tO\n.\tO\n\n"
      "# text = 다른 글\n미국\tB-LOC\n은\tO\n\n# newdoc id = b\n# text = 비타민 B-1 O\n비타민\tO\nB-1\tB-MISC\nO\tO\n");
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_THAT(file.documents, SizeIs(2));
  EXPECT_EQ(file.text(0), "🚀 화웨이가 칩을.\n미국 은");
  EXPECT_THAT(file.spans(0), ElementsAre("ORG 화웨이", "LOC 미국"));
  EXPECT_EQ(file.text(1), "비타민 B-1 O");
}

TEST(ConllImportTest, TakesTheTextOfADocumentFromItsRow) {
  const std::string row =
      R"(-DOCSTART-	O	# {"document":"d3f7k2m5qa","name":"기사.txt","text":"🚀  화웨이가\n칩을"})";
  const std::string rows = "\n\n🚀\tO\n화웨이\tB-ORG\n가\tO\n\n칩을\tO\n";
  const FlatFile file = read(row + rows);
  EXPECT_EQ(file.text(), "🚀  화웨이가\n칩을");
  EXPECT_THAT(file.spans(), ElementsAre("ORG 화웨이"));
  EXPECT_EQ(file.documents[0].document.info.key.str(), "d3f7k2m5qa");
  EXPECT_EQ(file.documents[0].document.info.name, "기사.txt");
  // Somebody has changed the tokens: the text is what they say, and another document.
  const FlatFile changed = read(row + edited(rows, "칩을", "반도체를"));
  EXPECT_EQ(changed.text(), "🚀 화웨이 가\n반도체를");
  EXPECT_NE(changed.documents[0].document.info.key.str(), "d3f7k2m5qa");
}

TEST(ConllImportTest, ARowThatSaysSomethingElseIsARow) {
  for (const char* const said :
       {"# {", "# {}", "# []", R"(# {"text":1})", R"(# {"text":"칩","x":{}})", R"(# {"document":"x","text":null})"}) {
    const FlatFile file = read("-DOCSTART-\tO\t" + std::string(said) + "\n🚀\tO\n칩\tB-MISC\n");
    EXPECT_EQ(file.text(), "🚀 칩") << said;
  }
}

TEST(ConllImportTest, BracketsInTheTextOfARowAreText) {
  const FlatFile file =
      read("-DOCSTART-\tO\t# {\"text\":\"🚀[칩] \\\"{\"}\n🚀\tO\n[\tO\n칩\tB-MISC\n]\tO\n\"\tO\n{\tO\n");
  EXPECT_EQ(file.text(), "🚀[칩] \"{");
}

TEST(ConllImportTest, TwoDocumentsOfOneKeyAreTwo) {
  const std::string document = "-DOCSTART-\tO\t# {\"document\":\"d3f7k2m5qa\",\"text\":\"🚀\"}\n🚀\tB-MISC\n\n";
  const FlatFile file = read(document + document);
  ASSERT_THAT(file.documents, SizeIs(2));
  EXPECT_NE(file.documents[0].document.info.key, file.documents[1].document.info.key);
}

TEST(ConllImportTest, ReadsOtherLineEndsMarksAndEncodings) {
  EXPECT_EQ(read("\xEF\xBB\xBF🚀\tO\r\n화웨이\tB-ORG\r\n\r\n칩\tO\r\n").text(), "🚀 화웨이\n칩");
  // CP949: 화웨이 가.
  const FlatFile korean = read("\xC8\xAD\xBF\xFE\xC0\xCC\tB-ORG\n\xB0\xA1\tO\n\xB1\xD7\xB8\xAE\xB0\xED\tO\n");
  EXPECT_EQ(korean.text(), "화웨이 가 그리고");
}

TEST(ConllImportTest, ReplacesWhatATextCannotHoldInPlace) {
  const FlatFile file = read(std::string("🚀\tO\n화\x01웨\tB-ORG\n\xEF\xBF\xBE\tB-MISC\n"));
  EXPECT_EQ(file.text(), "🚀 화\uFFFD웨 \uFFFD");
  EXPECT_THAT(file.spans(), ElementsAre("ORG 화\uFFFD웨", "MISC \uFFFD"));
  EXPECT_THAT(file.documents[0].document.info.substitutions,
              ElementsAre(Substitution{TextPos(3), "0001"}, Substitution{TextPos(6), "FFFE"}));
}

TEST(ConllImportTest, ColumnsArePartedByTabsOrSeveralBlanks) {
  const FlatFile file = read("🚀   NNG  O\n  화웨이  NNP   B-ORG  \n칩을\tNNG\t_\tO\n미국 정부\tB-ORG\n은\tJX\tO");
  EXPECT_THAT(file.problems, IsEmpty());
  EXPECT_EQ(file.text(), "🚀 화웨이 칩을 미국 정부 은");
  EXPECT_THAT(file.spans(), ElementsAre("ORG 화웨이", "ORG 미국 정부")) << "with a tab, blanks are part of a column";
}

TEST(ConllImportTest, TheLastLineNeedsNoEnd) {
  EXPECT_THAT(read("🚀\tO\n화웨이\tB-ORG").spans(), ElementsAre("ORG 화웨이"));
  EXPECT_THAT(read("🚀\tO\r\n화웨이\tB-ORG\r\n\r\n# 끝").spans(), ElementsAre("ORG 화웨이"));
  EXPECT_THAT(read("🚀 O\r\n화웨이 B-ORG\r").spans(), ElementsAre("ORG 화웨이"));
}

TEST(ConllImportTest, AFileInWhichNothingIsAnnotatedIsATextAlone) {
  const FlatFile file = read("🚀\tO\n화웨이\tO\n\n칩\tO\n");
  EXPECT_THAT(file.problems, IsEmpty());
  EXPECT_EQ(file.text(), "🚀 화웨이\n칩");
  EXPECT_THAT(file.header.schema.labels, IsEmpty());
  EXPECT_THAT(file.documents[0].sets, IsEmpty());
}

TEST(ConllImportTest, AFileWhoseSpansAllBeginInsideIsIob1AndNotBroken) {
  const FlatFile file = read("🚀\tO\n화웨이\tI-ORG\n칩\tI-ORG\n미국\tB-ORG\n");
  EXPECT_THAT(file.problems, IsEmpty());
  EXPECT_THAT(file.spans(), ElementsAre("ORG 화웨이 칩", "ORG 미국"));
}

TEST(ConllImportTest, SaysWhatIsBrokenInBioes) {
  const FlatFile file = read(
      "🚀\tS-MISC\n화\tB-ORG\n웨\tI-ORG\n이\tO\n칩\tE-PRODUCT\n을\tB-ORG\n미국\tE-LOC\n은\tI-LOC\n\n"
      "정부\tB-ORG\n\n는\tE-ORG\n");
  EXPECT_THAT(found(file.problems), ElementsAre("5:broken-tag-sequence", "7:broken-tag-sequence",
                                                "8:broken-tag-sequence", "12:broken-tag-sequence"));
  EXPECT_THAT(file.spans(),
              ElementsAre("MISC 🚀", "ORG 화 웨", "PRODUCT 칩", "ORG 을", "LOC 미국", "LOC 은", "ORG 정부", "ORG 는"));
}

TEST(ConllImportTest, CommentsAndBeginningsOfDocumentsArePassedOver) {
  const FlatFile file =
      read("-DOCSTART-\n\n# 화웨이 기사\n🚀\tO\n#\tO\n\n-DOCSTART- -X- O O\r\n\r\n화웨이 NNP B-NP B-ORG\r\n");
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_THAT(file.documents, SizeIs(2));
  EXPECT_EQ(file.text(0), "🚀 #") << "a row of a number sign is a row";
  EXPECT_EQ(file.text(1), "화웨이");
  EXPECT_THAT(file.spans(1), ElementsAre("ORG 화웨이"));
}

TEST(ConllImportTest, ATagInAnotherColumnIsALineThatCannotBeRead) {
  EXPECT_THAT(found(read("B-ORG\t화웨이\nO\t칩\n").problems), ElementsAre("1:unreadable-line", "2:unreadable-line"));
  EXPECT_THAT(found(read("1\t화웨이\tB-ORG\t_\n").problems), ElementsAre("1:unreadable-line"));
}

TEST(ConllImportTest, LabelsOfAnyNameBecomeIds) {
  const FlatFile file = read("🚀\tO\n화웨이\tB-기관\n칩\tB-MISC.X\n");
  ASSERT_THAT(file.header.schema.labels, SizeIs(2));
  EXPECT_EQ(file.header.schema.labels[0].name, "기관");
  EXPECT_TRUE(is_schema_id(file.header.schema.labels[0].id));
  EXPECT_EQ(file.header.schema.labels[1].id, "MISC.X");
}

TEST(ConllImportTest, RefusesLinesThatAreNoRows) {
  EXPECT_THAT(found(read("🚀\tO\n화웨이\n칩\tX\n미국\tB-LOC\n\tB-LOC\n").problems),
              ElementsAre("2:unreadable-line", "3:unreadable-line", "5:unreadable-line"));
  EXPECT_THAT(read(std::string(1000, '\n') + std::string("x\n") + std::string(100'000, 'y')).problems, SizeIs(2));
  std::string many;
  for (int i = 0; i < 10'000; ++i) many += "x\n";
  EXPECT_THAT(read(many).problems, SizeIs(100)) << "not without end";
}

TEST(ConllImportTest, AnEmptyFileHasNoDocuments) {
  for (const char* const bytes : {"", "\n\n", "# 🚀\n", "\xEF\xBB\xBF"}) {
    const FlatFile file = read(bytes);
    EXPECT_THAT(file.problems, IsEmpty());
    EXPECT_THAT(file.documents, IsEmpty());
    EXPECT_EQ(file.headers, 1);
  }
  EXPECT_THAT(read("-DOCSTART- -X- -X- O\n").documents, SizeIs(1));
}

TEST(ConllImportTest, TheSameFileGivesTheSameKeys) {
  const std::string bytes = "🚀\tB-MISC\n\n-DOCSTART-\tO\n🚀\tB-MISC\n";
  const FlatFile first = read(bytes);
  const FlatFile second = read(bytes);
  ASSERT_THAT(first.documents, SizeIs(2));
  EXPECT_NE(first.documents[0].document.info.key, first.documents[1].document.info.key);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(first.documents[i].document.info.key, second.documents[i].document.info.key);
  }
}

TEST(ConllImportTest, IsRecognisedByItsRows) {
  EXPECT_EQ(recognised_as("a.conll", "🚀\tO\n"), "conll");
  EXPECT_EQ(recognised_as("a.txt", "-DOCSTART- -X- -X- O\n\n🚀 -X- -X- O\n화웨이 -X- -X- B-ORG\n"), "conll");
  EXPECT_EQ(recognised_as("a.tsv", "화웨이\tB-ORG\n"), "conll");
  EXPECT_EQ(recognised_as("a.bio", "화웨이 B-ORG\n"), "conll");
  EXPECT_EQ(recognised_as("a.txt", "비타민 O\n"), "text") << "a line of prose";
  EXPECT_EQ(recognised_as("a.txt", "🚀\tO\n화웨이\n"), "text");
  EXPECT_EQ(recognised_as("a.conll", "# 🚀 화웨이\n"), "conll") << "reading it says that it has no document";
  EXPECT_EQ(recognised_as("a.conll", std::string("\xFF\xFE\x3D\xD8\x80\xDE\t\0O\0\n\0", 11)), "conll") << "in UTF-16";
  EXPECT_EQ(recognised_as("a.tsv", "이름\t값\n"), "");
  std::string many = "🚀\tO\n";
  while (many.size() < 4094) many += "화웨이\tB-ORG\n";
  EXPECT_EQ(recognised_as("a", many + "칩이라는것\tB-PRODUCT\n"), "conll") << "the last line that is looked at is cut";
}

TEST(ConllImportTest, AFileThatIsNotThereIsAnError) { EXPECT_THROW(read_conll("/없음/🚀.conll", {}, {}), Error); }

}  // namespace
}  // namespace mitjul
