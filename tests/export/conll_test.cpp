#include "export/conll.h"

#include <gmock/gmock.h>

#include "korean/unit.h"
#include "tests/export/flat_exporting.h"
#include "tests/support/run_program.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(ConllExportTest, WritesTheExampleOfTheDocumentation) {
  const FlatExport written = exported_as("conll", example_delivery(), {}, units);
  EXPECT_EQ(written.bytes,
            "🚀\tO\n"
            "화웨이\tB-ORG\n"
            "가\tO\n"
            "칩을\tO\n"
            "확보했다\tO\n"
            ".\tO\n"
            "\n");
  EXPECT_THAT(written.losses, ElementsAre("blanks 2", "discontinuous-spans 1"));
  EXPECT_EQ(written.read.at(0).document.text.utf8(), "🚀 화웨이 가 칩을 확보했다 .");
  EXPECT_THAT(written.spans(), ElementsAre("ORG 화웨이"));
}

TEST(ConllExportTest, WritesBioes) {
  const Delivery delivery =
      delivery_of({annotated("d3f7k2m5qa", Text("🚀 존 손힐 기자, 화웨이는"),
                             {{"PERSON", Span(2, 6)}, {"ORG", Span(11, 14)}, {"CUE", Span(14, 15)}})});
  EXPECT_EQ(exported_as("conll", delivery, {{"scheme", "bioes"}}).bytes,
            "🚀\tO\n존\tB-PERSON\n손힐\tE-PERSON\n기자\tO\n,\tO\n화웨이\tS-ORG\n는\tS-CUE\n\n");
}

TEST(ConllExportTest, WritesFourColumnsAsConll2003Has) {
  const FlatExport written = exported_as("conll", example_delivery(), {{"scheme", "conll2003"}});
  EXPECT_EQ(written.bytes,
            "-DOCSTART- -X- -X- O\n\n"
            "🚀 -X- -X- O\n화웨이 -X- -X- B-ORG\n가 -X- -X- O\n칩을 -X- -X- O\n확보했다 -X- -X- O\n. -X- -X- O\n\n");
  EXPECT_THAT(written.spans(), ElementsAre("ORG 화웨이"));
}

TEST(ConllExportTest, PartsSpansThatTouchAndCutsThoseThatReachBeyondASentence) {
  const Delivery delivery =
      delivery_of({annotated("d3f7k2m5qa", Text("🚀 미중 갈등.\n화웨이"),
                             {{"LOCATION", Span(2, 3)}, {"LOCATION", Span(3, 4)}, {"CLAIM", Span(5, 12)}})});
  const FlatExport written = exported_as("conll", delivery);
  EXPECT_EQ(written.bytes, "🚀\tO\n미\tB-LOCATION\n중\tB-LOCATION\n갈등\tB-CLAIM\n.\tI-CLAIM\n\n화웨이\tB-CLAIM\n\n");
  EXPECT_THAT(written.losses, ElementsAre("blanks 2", "spans-across-units 1"));
}

TEST(ConllExportTest, BeginsEveryDocumentButTheFirstWithARow) {
  const Delivery delivery = delivery_of({annotated("d3f7k2m5qa", Text("🚀"), {}), annotated("e3f7k2m5qa", Text(""), {}),
                                         annotated("f3f7k2m5qa", Text("칩"), {{"PRODUCT", Span(0, 1)}})});
  const FlatExport written = exported_as("conll", delivery);
  EXPECT_EQ(written.bytes, "🚀\tO\n\n-DOCSTART-\tO\n\n-DOCSTART-\tO\n\n칩\tB-PRODUCT\n\n");
  ASSERT_EQ(written.read.size(), 3U);
  EXPECT_EQ(written.read[1].document.text.utf8(), "");
  EXPECT_THAT(written.read[1].sets, IsEmpty());
}

TEST(ConllExportTest, AnEmptyDocumentThatComesFirstHasItsRowToo) {
  const FlatExport written = exported_as(
      "conll", delivery_of({annotated("d3f7k2m5qa", Text(" \n"), {}), annotated("e3f7k2m5qa", Text("🚀"), {})}));
  EXPECT_EQ(written.bytes, "-DOCSTART-\tO\n\n-DOCSTART-\tO\n\n🚀\tO\n\n");
  EXPECT_THAT(written.losses, ElementsAre("blanks 1"));
}

TEST(ConllExportTest, WithTheTextEverythingIsReadAsItWas) {
  const std::string text = "\n🚀 화웨이가  \"칩\"을\t확보했다.\u0085\u2028# O\n\n-DOCSTART- 끝 \\ ";
  const Delivery delivery = delivery_of({annotated("d3f7k2m5qa", Text(text), {{"ORG", Span(3, 6)}}),
                                         annotated("e3f7k2m5qa", Text("# text = 🚀"), {{"MISC", Span(9, 10)}})});
  for (const char* const scheme : {"iob2", "bioes", "conll2003"}) {
    const FlatExport written = exported_as("conll", delivery, {{"scheme", scheme}, {"text", "yes"}});
    ASSERT_EQ(written.read.size(), 2U);
    EXPECT_EQ(written.read[0].document.text.utf8(), text);
    EXPECT_EQ(written.read[0].document.info.key, *DocumentKey::parse("d3f7k2m5qa"));
    EXPECT_EQ(written.read[0].document.info.name, "기사 🚀.txt");
    EXPECT_EQ(written.read[1].document.text.utf8(), "# text = 🚀");
    EXPECT_THAT(written.spans(), ElementsAre("ORG 화웨이", "MISC 🚀"));
    EXPECT_THAT(written.losses, IsEmpty());
  }
}

TEST(ConllExportTest, CountsBlanksAtTheEdgesOfSpans) {
  const Delivery delivery = delivery_of(
      {annotated("d3f7k2m5qa", Text("🚀 화웨이 칩"), {{"ORG", Span(1, 6)}, {"CUE", Span(6, 7)}, {"MISC", Span(0, 1)}})});
  const FlatExport written = exported_as("conll", delivery, {{"text", "yes"}});
  EXPECT_THAT(written.spans(), ElementsAre("MISC 🚀", "ORG 화웨이", "CUE 칩"));
  EXPECT_THAT(written.losses, ElementsAre("blanks 1"));
}

TEST(ConllExportTest, ASpanOfBlanksIsNotThere) {
  const FlatExport written = exported_as(
      "conll", delivery_of({annotated("d3f7k2m5qa", Text("🚀  칩"), {{"MISC", Span(1, 3)}})}), {{"text", "yes"}});
  EXPECT_THAT(written.spans(), IsEmpty());
  EXPECT_THAT(written.losses, ElementsAre("blanks 1"));
}

TEST(ConllExportTest, AMapChoosesAndRenamesLabels) {
  const Delivery delivery =
      delivery_of({annotated("d3f7k2m5qa", Text("🚀 화웨이가 칩을"), {{"CLAIM", Span(0, 9)}, {"ORG", Span(2, 5)}})});
  EXPECT_THAT(exported_as("conll", delivery).spans(), ElementsAre("ORG 화웨이"))
      << "entities stand first in the schema";
  const FlatExport longest = exported_as("conll", delivery, {{"flatten", "longest"}});
  EXPECT_THAT(longest.spans(), ElementsAre("CLAIM 🚀 화웨이가 칩을"));
  EXPECT_THAT(longest.losses, ElementsAre("overlapping-spans 1"));
  const FlatExport chosen = exported_as("conll", delivery, {{"map", "ORG:CORP"}});
  EXPECT_THAT(chosen.spans(), ElementsAre("CORP 화웨이"));
  EXPECT_THAT(chosen.losses, ElementsAre("blanks 1", "unmapped-labels 1"));
}

TEST(ConllExportTest, ADocumentOfSeveralAnnotatorsIsSeveralDocuments) {
  AnnotatedDocument document = annotated("d3f7k2m5qa", Text("🚀 화웨이"), {{"ORG", Span(2, 5)}});
  const AnnotatorKey other = *AnnotatorKey::parse("b2b2b2");
  document.set({document.document.info.key, other, false}).put({{other, 1}, "MISC", Spans(Span(0, 1)), {}, {}, {}});
  Delivery delivery = delivery_of({document});
  delivery.annotators.push_back({other, "둘째", false});
  const FlatExport written = exported_as("conll", delivery, {{"text", "yes"}});
  ASSERT_EQ(written.read.size(), 2U);
  EXPECT_EQ(written.read[0].document.info.name, "기사 🚀.txt (둘째)");
  EXPECT_EQ(written.read[1].document.info.name, "기사 🚀.txt (annotator01)");
  EXPECT_NE(written.read[0].document.info.key, written.read[1].document.info.key);
}

/// What NLTK reads: tokens and tags of each sentence, as Python shows them.
std::string read_by_nltk(const FlatExport& written, const std::string& columns) {
  const TempFolder folder;
  folder.write("a.conll", written.bytes);
  const ProgramResult result = run_program({"/usr/bin/python3", "-c",
                                            "import sys\n"
                                            "from nltk.corpus.reader.conll import ConllCorpusReader\n"
                                            "r = ConllCorpusReader(sys.argv[1], ['a.conll'], sys.argv[2].split(','))\n"
                                            "out = open(sys.argv[1] + '/out.txt', 'w', encoding='utf-8')\n"
                                            "for s in r.tagged_sents():\n"
                                            "    out.write(' '.join(w + '/' + t for w, t in s) + '\\n')\n",
                                            folder.path().string(), columns});
  if (result.exit_code == 127 || result.err.find("No module named 'nltk'") != std::string::npos) return "missing";
  EXPECT_EQ(result.exit_code, 0) << result.err;
  return bytes_of(folder / "out.txt");
}

TEST(ConllExportTest, NltkReadsEveryScheme) {
  const Delivery delivery =
      delivery_of({annotated("d3f7k2m5qa", Text("🚀 화웨이가\u0085 # 칩을\n# 둘째 -DOCSTART-"), {{"ORG", Span(2, 5)}}),
                   annotated("e3f7k2m5qa", Text("존 손힐은"), {{"PERSON", Span(0, 4)}})});
  for (const char* const scheme : {"iob2", "bioes", "conll2003"}) {
    for (const char* const text : {"no", "yes"}) {
      SCOPED_TRACE(std::string(scheme) + " " + text);
      const bool four = std::string_view(scheme) == "conll2003";
      const bool bioes = std::string_view(scheme) == "bioes";
      const std::string read = read_by_nltk(exported_as("conll", delivery, {{"scheme", scheme}, {"text", text}}),
                                            four ? "words,ignore,ignore,pos" : "words,pos");
      if (read == "missing") GTEST_SKIP() << "python3-nltk is not here";
      EXPECT_THAT(read, HasSubstr(bioes ? "🚀/O 화웨이/S-ORG 가/O #/O 칩을/O\n" : "🚀/O 화웨이/B-ORG 가/O #/O 칩을/O\n"));
      EXPECT_THAT(read, HasSubstr("#/O 둘째/O -/O DOCSTART/O -/O\n"));
      EXPECT_THAT(read, HasSubstr(bioes ? "존/B-PERSON 손힐/E-PERSON 은/O\n" : "존/B-PERSON 손힐/I-PERSON 은/O\n"));
    }
  }
}

}  // namespace
}  // namespace mitjul
