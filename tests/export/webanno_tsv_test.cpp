#include "import/webanno_tsv.h"

#include "tests/export/standoff.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(WebannoTsvExportTest, TheExampleIsWrittenToTheByte) {
  StandoffProject project;
  Schema& schema = project.delivery().schema;
  schema.labels.at(1).attributes.resize(1);
  project.add_document("기사.txt", kSentence);
  const AnnotationId org = project.add("ORG", at(2, 5));
  const AnnotationId claim = project.add("CLAIM", at(0, 15), {{"type", {"fact"}}});
  project.relate("about", {{"target", org}, {"claim", claim}});
  EXPECT_EQ(project.files("webanno-tsv").at("기사.tsv"),
            "#FORMAT=WebAnno TSV 3.3\n"
            "#T_SP=webanno.custom.ORG|\n"
            "#T_SP=webanno.custom.CLAIM|type\n"
            "#T_RL=webanno.custom.about|BT_webanno.custom.CLAIM\n"
            "\n\n"
            "#Text=🚀 화웨이가 칩을 확보했다.\n"
            "1-1\t0-2\t🚀\t_\tfact[1]\t_\t\n"
            "1-2\t3-7\t화웨이가\t_\tfact[1]\t_\t\n"
            "1-2.1\t3-6\t화웨이\t*\t_\t1-1[1_0]\t\n"
            "1-3\t8-10\t칩을\t_\tfact[1]\t_\t\n"
            "1-4\t11-15\t확보했다\t_\tfact[1]\t_\t\n"
            "1-5\t15-16\t.\t_\tfact[1]\t_\t\n");
}

TEST(WebannoTsvExportTest, WhatStandsAtOnePlaceIsStackedAndNumbered) {
  StandoffProject project;
  project.add_document("기사.txt", kSentence);
  project.add("CLAIM", at(7, 9), {{"restated", {"a|b_[c]*\t\\ ;->\n"}}});
  project.add("CLAIM", at(7, 9), {{"type", {"fact"}}});
  project.add("CLAIM", at(7, 8));
  EXPECT_THAT(
      project.files("webanno-tsv").at("기사.tsv"),
      HasSubstr("1-3\t8-10\t칩을\t*[1]|fact[2]\t*[1]|*[2]\ta\\|b\\_\\[c\\]\\*\\t\\\\ \\;\\->\\n[1]|*[2]\t*[1]|*[2]\t\n"
                "1-3.1\t8-9\t칩\t*\t*\t*\t*\t\n"));
  EXPECT_THAT(said_in(project.read_again("webanno-tsv").at(0)), ElementsAre("CLAIM 칩", "CLAIM 칩을", "CLAIM 칩을"));
}

TEST(WebannoTsvExportTest, ASentenceOfSeveralLinesHasSeveralTexts) {
  StandoffProject project;
  project.add_document("기사.txt", "🚀 첫\t줄\\\n\n  둘째. 셋째\n");
  project.add("CLAIM", at(2, 12));
  ExportOptions options = example_options();
  options.values = {{"units", "document"}};
  const TempFolder folder;
  write_export(*find_export_format("webanno-tsv"), project.delivery().source(), folder / "밖", options,
               annotation_reader("webanno-tsv"), {});
  EXPECT_THAT(bytes_of(folder / "밖/기사.tsv"),
              HasSubstr("\n#Text=🚀 첫\\t줄\\\\\n#Text=\n#Text=  둘째. 셋째\n#Text=\n1-1\t0-2\t🚀\t"));
}

TEST(WebannoTsvExportTest, EveryBlankBetweenSentencesComesBack) {
  StandoffProject project;
  const std::string text = "🚀 하나\n\n \t둘\n  셋 \n넷\r\n다섯\n\n";
  project.add_document("기사.txt", text);
  project.add("CLAIM", at(2, 14));
  const auto documents = project.read_again("webanno-tsv");
  EXPECT_EQ(documents.at(0).document.text.utf8(), "🚀 하나\n\n \t둘\n  셋 \n넷\n다섯\n\n");
  EXPECT_THAT(project.files("webanno-tsv").at("기사.tsv"), HasSubstr("#Text=둘\n2-1\t"))
      << "a line end and blanks need not be said";
}

TEST(WebannoTsvExportTest, BlanksAtEdgesAreLostAndCounted) {
  StandoffProject project;
  project.add_document("기사.txt", "\n\n🚀 화웨이가 칩을");
  project.add("ORG", at(0, 8));
  project.add("ORG", at(3, 4));
  const auto documents = project.read_again("webanno-tsv");
  EXPECT_EQ(documents.at(0).document.text.utf8(), "  🚀 화웨이가 칩을");
  EXPECT_THAT(said_in(documents.at(0)), ElementsAre("ORG 🚀 화웨이가"));
  EXPECT_THAT(project.losses("webanno-tsv"), testing::Contains("blanks 3"));
}

TEST(WebannoTsvExportTest, WhatIsLostIsCounted) {
  StandoffProject project;
  project.add_document("기사.txt", kSentence);
  const AnnotationId org = project.add("ORG", Spans({Span(2, 5), Span(7, 9)}));
  const AnnotationId cue = project.add("CT+", at(7, 9));
  const AnnotationId claim = project.add("CLAIM", at(0, 15), {{"topics", {"a", "b"}}}, "메모");
  const AnnotationId about = project.relate("about", {{"claim", claim}, {"target", org}});
  project.relate("attributed", {{"source", org}, {"cue", cue}, {"content", claim}});
  project.relate("because", {{"of", about}, {"by", claim}});
  project.add("TOPIC", WholeDocument{});
  EXPECT_THAT(project.losses("webanno-tsv"),
              ElementsAre("schema-details 1", "renamed-ids 3", "set-states 1", "annotators 1", "discontinuous-spans 1",
                          "several-values 1", "large-relations 1", "relations-on-relations 1", "document-labels 1",
                          "notes 1", "provenance 6"));
}

TEST(WebannoTsvExportTest, AnEmptyTextHasNoSentences) {
  StandoffProject project;
  project.add_document("빈 글.txt", "");
  EXPECT_EQ(project.files("webanno-tsv").at("빈 글.tsv"), "#FORMAT=WebAnno TSV 3.3\n\n");
}

TEST(WebannoTsvExportTest, WhatIsWrongWithAFileIsNoticed) {
  StandoffProject project;
  project.add_document("기사.txt", kSentence);
  project.add("ORG", at(2, 5));
  const std::string tsv = project.files("webanno-tsv").at("기사.tsv");
  const auto problems = [&](const std::string& from, const std::string& to) {
    const TempFolder folder;
    std::string changed = tsv;
    changed.replace(changed.find(from), from.size(), to);
    std::vector<std::string> codes;
    for (const Problem& problem : read_webanno_tsv(folder.write("a.tsv", changed), {}, {}))
      codes.emplace_back(to_string(problem.code));
    return codes;
  };
  EXPECT_THAT(problems("3-6", "3-6"), IsEmpty());
  EXPECT_THAT(problems("3-6\t화웨이", "2-5\t화웨이"), Not(IsEmpty())) << "code points";
  EXPECT_THAT(problems("3-6", "3-x"), ElementsAre("unreadable-line"));
  EXPECT_THAT(problems("#Text=🚀", "#Text="), Not(IsEmpty()));
}

}  // namespace
}  // namespace mitjul
