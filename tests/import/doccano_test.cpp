#include "import/doccano.h"

#include "core/annotation_checks.h"
#include "tests/import/foreign_reading.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ForeignReading read(std::string_view lines) { return read_foreign(read_doccano, "doccano 🚀.jsonl", lines); }

TEST(DoccanoReaderTest, EntitiesAndRelationsCountInUtf16) {
  const ForeignReading file = read(
      R"({"id":17,"text":"🚀 화웨이가 칩을 확보했다.","entities":[{"id":1,"start_offset":3,"end_offset":6,"label":"ORG"},)"
      R"({"id":2,"start_offset":0,"end_offset":16,"label":"CLAIM"}],)"
      R"("relations":[{"id":1,"from_id":2,"to_id":1,"type":"about"}],"Comments":[],"url":"x"})");
  EXPECT_THAT(found(file.problems), IsEmpty());
  ASSERT_EQ(file.documents.size(), 1U);
  EXPECT_THAT(spans_of(file.documents[0]), ElementsAre("CLAIM 🚀 화웨이가 칩을 확보했다.", "ORG 화웨이"));
  EXPECT_THAT(check_document(file.documents[0], file.header.schema, {}), IsEmpty());
  EXPECT_EQ(file.documents[0].document.info.name, "17");
  EXPECT_THAT(relations_of(file.documents[0]), ElementsAre("about from=CLAIM to=ORG"));
}

TEST(DoccanoReaderTest, TheOlderFormHasTriples) {
  const ForeignReading file = read(
      "{\"id\":9,\"text\":\"🚀 화웨이\",\"label\":[[3,6,\"기관\"]]}\n"
      "{\"id\":10,\"data\":\"🚀 화웨이\",\"labels\":[[3,6,\"기관\"]]}\n");
  EXPECT_THAT(found(file.problems), IsEmpty());
  ASSERT_EQ(file.documents.size(), 2U);
  const std::string org = file.header.schema.labels.at(0).id;
  for (const AnnotatedDocument& document : file.documents)
    EXPECT_THAT(spans_of(document), ElementsAre(org + " 화웨이"));
}

TEST(DoccanoReaderTest, APlaceOutsideOfTheTextOrInsideACharacterIsSaid) {
  EXPECT_THAT(found(read(R"({"text":"🚀 화웨이","label":[[3,7,"ORG"]]})").problems), ElementsAre("1:span-outside-text"));
  EXPECT_THAT(found(read(R"({"text":"🚀 화웨이","label":[[1,6,"ORG"]]})").problems), ElementsAre("1:span-outside-text"));
}

TEST(DoccanoReaderTest, LinesThatWeWroteKeepTheirKeysAndIds) {
  const ForeignReading file =
      read(R"({"text":"🚀 화웨이","entities":[{"id":12,"start_offset":3,"end_offset":6,"label":"ORG"}],"relations":[],)"
           R"("doc_id":"d3f7k2m5qa","doc_name":"기사.txt","annotator":"annotator01","annotator_key":"h4k2qa"})");
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.documents.at(0).document.info.key.str(), "d3f7k2m5qa");
  EXPECT_EQ(file.documents[0].document.info.name, "기사.txt");
  EXPECT_NE(file.documents[0].find(*parse_annotation_id("h4k2qa-12")), nullptr);
  EXPECT_EQ(file.header.annotators.at(0).name, "annotator01");
}

}  // namespace
}  // namespace mitjul
