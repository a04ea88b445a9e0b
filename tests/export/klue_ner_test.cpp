#include "export/klue_ner.h"

#include <gmock/gmock.h>

#include "korean/unit.h"
#include "tests/export/flat_exporting.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(KlueNerExportTest, WritesTheExampleOfTheDocumentation) {
  const FlatExport written = exported_as("klue-ner", example_delivery(), {}, units);
  EXPECT_EQ(written.bytes,
            "## d3f7k2m5qa_00000\t🚀 <화웨이:OG>가 칩을 확보했다.\n"
            "🚀\tO\n \tO\n화\tB-OG\n웨\tI-OG\n이\tI-OG\n가\tO\n \tO\n칩\tO\n을\tO\n \tO\n확\tO\n보\tO\n했\tO\n다\tO\n"
            ".\tO\n\n");
  EXPECT_THAT(written.losses, ElementsAre("discontinuous-spans 1"));
  EXPECT_EQ(written.read.at(0).document.text.utf8(), "🚀 화웨이가 칩을 확보했다.");
  EXPECT_THAT(written.spans(), ElementsAre("OG 화웨이"));
  EXPECT_EQ(written.header.schema.labels.at(0).name, "기관");
}

TEST(KlueNerExportTest, OtherTagsThanThoseOfTheFormatAreWrongUsage) {
  for (const auto& [format, map] : {std::pair{"klue-ner", "PRODUCT:AF"},
                                    {"klue-ner", "ORG:OG,"},
                                    {"nikl-ne", "PRODUCT:AF_INVENTED"},
                                    {"conll", "ORG:조직"}}) {
    EXPECT_FALSE(allows(*find_option(*find_export_format(format), "map"), map)) << format << " " << map;
  }
  for (const char* const format : {"klue-ner", "nikl-ne", "conll"}) {
    EXPECT_TRUE(allows(*find_option(*find_export_format(format), "map"), "ORG:OG,PERSON:PS")) << format;
    EXPECT_FALSE(allows(*find_option(*find_export_format(format), "flatten"), "")) << format;
    EXPECT_FALSE(allows(*find_option(*find_export_format(format), "units"), "eojeol")) << format;
  }
}

TEST(KlueNerExportTest, CountsLabelsWithoutATag) {
  const Delivery delivery = delivery_of({annotated(
      "d3f7k2m5qa", Text("🚀 화웨이가 칩을"), {{"CLAIM", Span(0, 9)}, {"ORG", Span(2, 5)}, {"PRODUCT", Span(7, 8)}})});
  const FlatExport written = exported_as("klue-ner", delivery);
  EXPECT_THAT(written.spans(), ElementsAre("OG 화웨이"));
  EXPECT_THAT(written.losses, ElementsAre("unmapped-labels 2"));
  EXPECT_THAT(exported_as("klue-ner", delivery, {{"map", "PRODUCT:QT"}}).spans(), ElementsAre("QT 칩"));
}

TEST(KlueNerExportTest, MakesBlanksOfTabsAndLineEndsInASentence) {
  const Delivery delivery =
      delivery_of({annotated("d3f7k2m5qa", Text("🚀\t화웨이,\n칩\n"), {{"ORG", Span(2, 8)}, {"DATE", Span(0, 1)}})});
  const FlatExport written = exported_as("klue-ner", delivery, {{"units", "document"}});
  EXPECT_THAT(written.bytes, HasSubstr("## d3f7k2m5qa_00000\t<🚀:DT> <화웨이, 칩:OG>\n🚀\tB-DT\n \tO\n화\tB-OG\n"));
  EXPECT_EQ(written.read.at(0).document.text.utf8(), "🚀 화웨이, 칩");
  EXPECT_THAT(written.losses, ElementsAre("line-ends 1", "blanks 1", "characters 1"));
}

TEST(KlueNerExportTest, MarksOfTheInlineTextMayStandInTheTextItself) {
  const FlatExport written = exported_as(
      "klue-ner", delivery_of({annotated("d3f7k2m5qa", Text("🚀 <화웨이:OG> : # ## O"), {{"PERSON", Span(2, 6)}})}));
  EXPECT_THAT(written.bytes, HasSubstr("\t🚀 <<화웨이:PS>:OG> : # ## O\n"));
  EXPECT_EQ(written.read.at(0).document.text.utf8(), "🚀 <화웨이:OG> : # ## O");
  EXPECT_THAT(written.spans(), ElementsAre("PS <화웨이"));
  EXPECT_THAT(written.losses, IsEmpty());
}

TEST(KlueNerExportTest, DocumentsStayApartAndEmptyOnesStay) {
  AnnotatedDocument both = annotated("f3f7k2m5qa", Text("🚀 둘"), {{"ORG", Span(2, 3)}});
  const AnnotatorKey other = *AnnotatorKey::parse("b2b2b2");
  both.set({both.document.info.key, other, true}).put({{other, 1}, "DATE", Spans(Span(0, 1)), {}, {}, {}});
  const FlatExport written = exported_as("klue-ner", delivery_of({annotated("d3f7k2m5qa", Text("🚀 하나\n셋"), {}),
                                                                  annotated("e3f7k2m5qa", Text("\n"), {}), both}));
  ASSERT_EQ(written.read.size(), 4U);
  EXPECT_EQ(written.read[0].document.text.utf8(), "🚀 하나\n셋");
  EXPECT_EQ(written.read[1].document.text.utf8(), "");
  EXPECT_THAT(written.bytes, HasSubstr("## e3f7k2m5qa_00000\t\n\n## f3f7k2m5qa-b2b2b2-curated_00000\t<🚀:DT> 둘\n"));
  EXPECT_THAT(written.spans(), ElementsAre("DT 🚀", "OG 둘"));
}

}  // namespace
}  // namespace mitjul
