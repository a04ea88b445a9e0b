#include "import/brat.h"

#include "core/annotation_checks.h"
#include "core/schema_checks.h"
#include "tests/import/reading.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kText = "🚀 화웨이가 칩을 확보했다.";

struct BratFile {
  StreamHeader header;
  std::vector<AnnotatedDocument> documents;
  std::vector<Problem> problems;

  const Annotation& annotation(std::int64_t number) const {
    const AnnotationSet& set = documents.at(0).sets.begin()->second;
    return set.annotations().at({set.key().annotator, number});
  }
  std::string quote(std::int64_t number) const {
    std::string quotes;
    for (const Span& segment : annotation(number).spans()->segments())
      quotes += (quotes.empty() ? "" : "|") + std::string(documents.at(0).document.text.slice(segment));
    return quotes;
  }
};

BratFile read_path(const std::filesystem::path& path) {
  BratFile file;
  file.problems = read_brat(
      path, [&](StreamHeader header) { file.header = std::move(header); },
      [&](AnnotatedDocument document) { file.documents.push_back(std::move(document)); });
  if (!file.problems.empty()) return file;
  EXPECT_THAT(found(check_schema(file.header.schema)), IsEmpty());
  for (const AnnotatedDocument& document : file.documents)
    EXPECT_THAT(found(check_document(document, file.header.schema, {})), IsEmpty());
  return file;
}

BratFile read(std::string_view ann, std::string_view text = kText, std::string_view config = "") {
  const TempFolder folder;
  folder.write("기사.txt", text);
  if (!config.empty()) folder.write("annotation.conf", config);
  return read_path(folder.write("기사.ann", ann));
}

TEST(BratImportTest, AnnotationsOfEveryKindComeIn) {
  const BratFile file = read(
      "T1\tORG 2 5\t화웨이\n"
      "T2\t주장 0 15\t🚀 화웨이가 칩을 확보했다.\n"
      "T3\tAcquire 7 9;10 14\t칩을 확보했다\n"
      "E1\tAcquire:T3 Agent:T1\n"
      "R1\tAbout Arg1:T2 Arg2:T1\t\n"
      "*\tEquiv T1 T2 T3\n"
      "A1\tStance T2 Asserted\n"
      "A2\tNegated E1\n"
      "N1\tReference T1 Wikidata:Q160120\tHuawei\n"
      "#1\tAnnotatorNotes T2\t메모\n"
      "#2\tAnnotatorNotes R1\t관계 메모\n"
      "#3\tReviewed T2\t봤음\n");
  ASSERT_THAT(found(file.problems), IsEmpty());
  EXPECT_TRUE(file.header.inferred);
  ASSERT_EQ(file.documents.size(), 1U);
  EXPECT_EQ(file.documents[0].document.info.name, "기사.txt");
  EXPECT_EQ(file.documents[0].document.text.utf8(), kText);
  EXPECT_EQ(file.quote(1), "화웨이");
  EXPECT_EQ(file.annotation(1).note, "Wikidata:Q160120 Huawei");
  EXPECT_EQ(file.annotation(2).label, "jujang");
  EXPECT_EQ(file.header.schema.find("jujang")->name, "주장");
  EXPECT_EQ(file.quote(2), kText);
  EXPECT_EQ(file.annotation(2).note, "메모\nReviewed: 봤음");
  EXPECT_EQ(file.annotation(2).attributes, (Attributes{{"Stance", {"Asserted"}}}));
  EXPECT_EQ(file.quote(3), "칩을|확보했다");
  EXPECT_EQ(file.annotation(3).attributes, (Attributes{{"Negated", {"true"}}}));
  EXPECT_EQ(file.annotation(4).label, "Acquire.event");
  const auto ends = [&](std::int64_t number) {
    std::vector<std::string> words;
    for (const Argument& argument : file.annotation(number).relation()->arguments)
      words.push_back(argument.role + ":" + std::to_string(argument.target.id.number));
    return words;
  };
  EXPECT_THAT(ends(4), ElementsAre("trigger:3", "Agent:1"));
  EXPECT_EQ(file.annotation(5).label, "About");
  EXPECT_THAT(ends(5), ElementsAre("Arg1:2", "Arg2:1"));
  EXPECT_EQ(file.annotation(5).note, "관계 메모");
  EXPECT_THAT(ends(6), ElementsAre("Arg1:1", "Arg2:2"));
  EXPECT_THAT(ends(7), ElementsAre("Arg1:2", "Arg2:3"));
  EXPECT_EQ(file.annotation(1).provenance.method, Method::Import);
  EXPECT_EQ(file.annotation(1).provenance.origin, "기사.ann");
}

TEST(BratImportTest, TheConfigurationSaysWhatLabelsThereAre) {
  const BratFile file =
      read("T1\tOrg 2 5\t화웨이\nT2\tClaim 0 15\t🚀 화웨이가 칩을 확보했다.\nA1\tStance T2 찬성\n", kText,
           "[entities]\nEntity\n\tOrg\nClaim\n[attributes]\nStance\tArg:Claim, Value:찬성|반대\n");
  ASSERT_THAT(found(file.problems), IsEmpty());
  EXPECT_TRUE(file.header.inferred) << "what the project knows of its labels stays true";
  EXPECT_EQ(file.header.schema.find("Org")->parent, "Entity");
  EXPECT_EQ(file.annotation(2).attributes, (Attributes{{"Stance", {"chanseong"}}}));
}

TEST(BratImportTest, EventsHaveTheRolesOfTheConfiguration) {
  const BratFile file = read("T1\tOrg 2 5\t화웨이\nT2\tBuy 10 14\t확보했다\nE1\tBuy:T2 Who:T1\n", kText,
                             "[entities]\nOrg\n[events]\nBuy\tWho:Org\n");
  ASSERT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.header.schema.find("Buy.event")->roles.size(), 2U) << "and no more";
  EXPECT_EQ(file.annotation(3).relation()->arguments.at(0).role, "trigger");
}

TEST(BratImportTest, WhatTheConfigurationDoesNotKnowIsAddedToIt) {
  const BratFile file = read(
      "T1\tOrg 2 5\t화웨이\nT2\tNew 7 9\t칩을\nR1\tabout Arg1:T1 Arg2:T2\nA1\tSize T1 big\nA2\tSize T2 small\n", kText,
      "[entities]\nEntity\n\tOrg\nClaim\n[relations]\nabout\tArg1:Org, Arg2:Claim\n"
      "[attributes]\nSize\tArg:Claim, Value:big\n");
  ASSERT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.header.schema.find("about")->roles.at(1).allowed, (std::vector<std::string>{"Claim", "New"}));
  EXPECT_NE(file.header.schema.find_attribute("Entity", "Size"), nullptr);
}

TEST(BratImportTest, AConfigurationAboveIsFoundAndABrokenOneIsNotUsed) {
  const TempFolder folder;
  folder.write("annotation.conf", "[entities]\nOrg\nCity\n");
  folder.write("가/나/기사.txt", kText);
  const auto path = folder.write("가/나/기사.ann", "T1\tOrg 2 5\t화웨이\n");
  EXPECT_EQ(read_path(path).header.schema.labels.size(), 2U);
  folder.write("가/annotation.conf", "[entities]\nOrg\nOrg\n");
  const BratFile file = read_path(path);
  EXPECT_THAT(found(file.problems), ElementsAre("0:annotations-left-out"));
  EXPECT_TRUE(file.header.inferred);
  EXPECT_EQ(file.quote(1), "화웨이");
}

TEST(BratImportTest, PiecesThatOnlyALineEndPartsAreOne) {
  const BratFile file = read("T1\tClaim 0 3;4 6\t🚀 가 나다\nT2\tClaim 0 6\t🚀 가 나다\n", "🚀 가\n나다");
  ASSERT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.quote(1), "🚀 가\n나다");
  EXPECT_EQ(file.quote(2), "🚀 가\n나다") << "other programs write a blank for the line end";
}

TEST(BratImportTest, CarriageReturnsAndByteOrderMarksCount) {
  const BratFile crlf = read("T1\tOrg 3 6\t화웨이\nT2\tOrg 0 1;3 6\t🚀 화웨이\n", "🚀\r\n화웨이");
  ASSERT_THAT(found(crlf.problems), IsEmpty());
  EXPECT_EQ(crlf.documents.at(0).document.text.utf8(), "🚀\n화웨이");
  EXPECT_EQ(crlf.quote(1), "화웨이");
  EXPECT_EQ(crlf.quote(2), "🚀\n화웨이");
  const BratFile counted = read("T1\tOrg 3 6\t화웨이\n", "\xEF\xBB\xBF🚀 화웨이");
  ASSERT_THAT(found(counted.problems), IsEmpty());
  EXPECT_EQ(counted.quote(1), "화웨이");
  const BratFile passed_over = read("T1\tOrg 2 5\t화웨이\n", "\xEF\xBB\xBF🚀 화웨이");
  ASSERT_THAT(found(passed_over.problems), IsEmpty());
  EXPECT_EQ(passed_over.quote(1), "화웨이");
}

TEST(BratImportTest, AFileThatCountsOtherwiseIsReadAsItCounts) {
  const BratFile file = read("T1\tOrg 3 6\t화웨이\nT2\tOrg 8 10\t칩을\n");
  EXPECT_THAT(found(file.problems), ElementsAre("0:other-offset-unit"));
  EXPECT_EQ(file.quote(1), "화웨이");
  EXPECT_EQ(file.quote(2), "칩을");
}

TEST(BratImportTest, WordsThatStandElsewhereAreFoundOrRefused) {
  const BratFile moved = read("T1\tOrg 3 6\t화웨이\nT2\tOrg 0 1\t🚀\nT3\tOrg 6 7\t \n");
  EXPECT_THAT(found(moved.problems), ElementsAre("1:quote-moved"));
  EXPECT_EQ(moved.quote(1), "화웨이");
  EXPECT_THAT(found(read("T1\tOrg 2 5\t삼성\n").problems), ElementsAre("1:quote-differs"));
  EXPECT_THAT(found(read("T1\tOrg 2 500\t삼성\n").problems), ElementsAre("1:span-outside-text"));
}

TEST(BratImportTest, AFileThatCountsBytesIsReadAsItCounts) {
  const BratFile file = read("T1\tOrg 5 14\t화웨이\nT2\tAcquire 18 24;25 37\t칩을 확보했다\n");
  EXPECT_THAT(found(file.problems), ElementsAre("0:other-offset-unit"));
  EXPECT_THAT(file.problems[0].details, ElementsAre("code points", "bytes"));
  EXPECT_EQ(file.quote(1), "화웨이");
  EXPECT_EQ(file.quote(2), "칩을|확보했다");
}

TEST(BratImportTest, BlanksAtTheEndsOfASpanNeedNotStandInItsWords) {
  const BratFile file = read("T1\tOrg 2 6\t화웨이\nT2\tOrg 8 11\t 화웨이 \n", "🚀 화웨이 와 화웨이.  ");
  ASSERT_THAT(found(file.problems), IsEmpty()) << "though the words stand in two places";
  EXPECT_EQ(file.quote(1), "화웨이");
  EXPECT_EQ(file.quote(2), "화웨이");
  EXPECT_EQ(file.documents.at(0).document.text.utf8(), "🚀 화웨이 와 화웨이.  ");
}

TEST(BratImportTest, WhatOtherProgramsWriteIsRead) {
  const BratFile file = read(
      "\xEF\xBB\xBFT1a\tOrg 2 5\t화웨이\r\n"
      "T2\tOrg 10 14;7 9\t확보했다 칩을\r\n"
      "T3\tOrg 7 9\r\n"
      "R1\tAbout Arg1:T1a Arg2:T2\r\n"
      "*\tEquiv T1a T2\r\n"
      "M1\tNegated T1a\r\n"
      "A1\tSure R1\r\n"
      "#1\tAnnotatorNotes T1a\r\n"
      "#2\tNormalized T1a\t華為\r\n"
      "N1\tReference T1a Wikidata:Q160120\tHuawei\r\n");
  ASSERT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.quote(1), "화웨이");
  EXPECT_EQ(file.quote(2), "칩을|확보했다") << "pieces in any order";
  EXPECT_EQ(file.quote(3), "칩을") << "words may be missing";
  EXPECT_EQ(file.annotation(1).attributes.at("Negated"), std::vector<std::string>{"true"});
  EXPECT_EQ(file.annotation(4).attributes.at("Sure"), std::vector<std::string>{"true"}) << "on a relation";
  EXPECT_EQ(file.annotation(1).note, "Normalized: 華為\nWikidata:Q160120 Huawei");
}

TEST(BratImportTest, ATextWithoutAnnotationsAndAnEmptyOneAreDocuments) {
  const BratFile blank = read("\r\n \n", "🚀 글\n");
  ASSERT_THAT(found(blank.problems), IsEmpty());
  EXPECT_EQ(blank.documents.at(0).document.text.utf8(), "🚀 글\n");
  const BratFile empty = read("", "");
  ASSERT_THAT(found(empty.problems), IsEmpty());
  EXPECT_EQ(empty.documents.at(0).document.text.length(), 0U);
}

TEST(BratImportTest, LinesOfAKindWithoutWhatBelongsToItAreNamed) {
  EXPECT_THAT(found(read("T1\tOrg 2 5\t화웨이\nE1\t\nE2\tOrg\nN1\tReference\n*\tEquiv T1\nA1\tSure\nR1\tr\n").problems),
              ElementsAre("2:unreadable-line", "3:unreadable-line", "5:unreadable-line", "7:unreadable-line",
                          "6:unreadable-line", "4:unreadable-line"));
}

TEST(BratImportTest, BrokenLinesAreNamedAndNothingCrashes) {
  EXPECT_THAT(found(read("T1 Org 2 5 화웨이\nT1\n\tOrg 2 5\nX1\tOrg\nT1\tOrg a b\t화웨이\nT2\tOrg 2\t화\n").problems),
              ElementsAre("1:unreadable-line", "2:unreadable-line", "3:unreadable-line", "4:unreadable-line",
                          "5:unreadable-line", "6:unreadable-line"));
  EXPECT_THAT(found(read("T1\tOrg 2 5\t화웨이\nT1\tOrg 2 5\t화웨이\nR1\tr Arg1:T1 Arg2:T9\nE1\tOrg:T7\nA1\ta T8\n"
                         "R2\tr Arg1:T1\nR3\tr Arg1:R2 Arg2:T1\n#1\tAnnotatorNotes T9\tx\n")
                        .problems),
              ElementsAre("2:duplicate-id", "4:unknown-reference", "3:unknown-reference", "6:unreadable-line",
                          "7:unknown-reference", "5:unknown-reference", "8:unknown-reference"));
  for (const std::string& numbers :
       {std::string("18446744073709551615 18446744073709551615"), std::string("99999999999999999999 3"),
        std::string("-1 3"), std::string("5 2"), std::string("0 0"), std::string("0 18446744073709551615;3 4")})
    EXPECT_FALSE(read("T1\tOrg " + numbers + "\t화웨이가 칩\n").problems.empty()) << numbers;
  const TempFolder folder;
  EXPECT_THAT(found(read_path(folder.write("홀로.ann", "T1\tOrg 2 5\t화웨이\n")).problems),
              ElementsAre("0:missing-part"));
}

TEST(BratImportTest, AnAttributeThatIsSaidTwiceIsRefused) {
  EXPECT_THAT(found(read("T1\tOrg 2 5\t화웨이\nA1\tSize T1 big\nA2\tSize T1 small\n").problems),
              ElementsAre("3:several-values"));
}

TEST(BratImportTest, MoreLabelsThanASchemaHoldsAreRefusedSoon) {
  std::string ann;
  for (int i = 0; i < 20'000; ++i) ann += "T" + std::to_string(i) + "\tL" + std::to_string(i) + " 2 5\t화웨이\n";
  EXPECT_THAT(found(read(ann).problems), ElementsAre("0:too-many-labels"));
}

TEST(BratImportTest, TheFixtureIsReadWhole) {
  const BratFile file = read_path(std::string(MITJUL_FIXTURES) + "/brat/events");
  ASSERT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.quote(2), "🚀 화웨이가 칩을 확보했다.\n미국은 반발했다.");
  EXPECT_EQ(file.header.schema.find("Acquire")->overlap, OverlapRule::Any) << "it lies in a claim, against the rules";
}

TEST(BratImportTest, ItIsRecognisedByItsFirstLine) {
  EXPECT_TRUE(looks_like_brat("ann", "T1\tORG 2 5\t화웨이"));
  EXPECT_TRUE(looks_like_brat("ann", ""));
  EXPECT_TRUE(looks_like_brat("ann", "\n*\tEquiv T1 T2"));
  EXPECT_TRUE(looks_like_brat("ann", "\xEF\xBB\xBFT1a\tORG 2 5\t화웨이"));
  EXPECT_FALSE(looks_like_brat("ann", "Title\tORG 2 5"));
  EXPECT_FALSE(looks_like_brat("ann", "Dear Ann,\nhow are you?"));
  EXPECT_FALSE(looks_like_brat("ann", "<xml/>"));
  EXPECT_FALSE(looks_like_brat("txt", "T1\tORG 2 5\t화웨이"));
}

}  // namespace
}  // namespace mitjul
