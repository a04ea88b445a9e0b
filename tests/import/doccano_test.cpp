#include "import/doccano.h"

#include "core/annotation_checks.h"
#include "import/jsonl.h"
#include "tests/import/foreign_reading.h"
#include "tests/support/zip_file.h"

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

TEST(DoccanoReaderTest, NamesAndCategoriesAreLabelsOfTheText) {
  const ForeignReading file = read(
      "{\"id\":1,\"text\":\"🚀 하나\",\"label\":[\"긍정\"],\"Comments\":[]}\n"
      "{\"id\":2,\"text\":\"🚀 둘\",\"cats\":[\"긍정\",\"경제\"],\"entities\":[[3,4,\"수\"]]}\n"
      "{\"id\":3,\"text\":\"🚀 셋\",\"cats\":{\"긍정\":0.75,\"부정\":0.25,\"경제\":true,\"문화\":false}}\n"
      "{\"id\":4,\"text\":\"🚀 넷\",\"label\":1}\n"
      "{\"id\":5,\"text\":\"🚀 다섯\",\"labels\":[1,2]}\n");
  EXPECT_THAT(found(file.problems), IsEmpty());
  ASSERT_EQ(file.documents.size(), 5U);
  const auto names = [&](std::size_t document) {
    std::vector<std::string> found;
    for (const std::string& label : labels_of(file.documents[document]))
      found.push_back(file.header.schema.find(label)->name);
    return found;
  };
  EXPECT_THAT(names(0), ElementsAre("긍정"));
  EXPECT_THAT(names(1), ElementsAre("긍정", "경제"));
  EXPECT_EQ(spans_of(file.documents[1]).size(), 1U);
  EXPECT_THAT(names(2), testing::UnorderedElementsAre("긍정", "경제"));
  for (const Annotation* const label : annotations_of(file.documents[2])) {
    const bool scored = file.header.schema.find(label->label)->name == "긍정";
    EXPECT_EQ(label->provenance.confidence, scored ? std::optional(0.75) : std::nullopt);
  }
  EXPECT_THAT(names(3), ElementsAre("1"));
  EXPECT_THAT(names(4), ElementsAre("1", "2"));
}

TEST(DoccanoReaderTest, APlaceThatIsNoListOfPlacesIsNoListOfNames) {
  EXPECT_THAT(found(read(R"({"text":"🚀 화웨이","label":[3,6,"ORG"]})").problems), ElementsAre("1:wrong-field-type"));
  EXPECT_THAT(found(read(R"({"text":"🚀 화웨이","entities":["ORG"]})").problems), ElementsAre("1:wrong-field-type"));
}

TEST(DoccanoReaderTest, AnIdMeansOneEntityAndOneRelation) {
  const std::string entity = R"({"id":1,"start_offset":3,"end_offset":6,"label":"ORG"})";
  const std::string other = R"({"id":2,"start_offset":3,"end_offset":6,"label":"ORG"})";
  const std::string relation = R"({"id":1,"from_id":1,"to_id":2,"type":"same"})";
  const auto problems_of = [](const std::string& entities, const std::string& relations) {
    return read(R"({"text":"🚀 화웨이","entities":[)" + entities + R"(],"relations":[)" + relations + "]}").problems;
  };
  EXPECT_THAT(problems_of(entity + "," + other, relation), IsEmpty());
  const std::vector<Problem> twice = problems_of(entity + "," + entity, "");
  EXPECT_THAT(found(twice), ElementsAre("1:duplicate-id"));
  EXPECT_THAT(twice[0].details, ElementsAre("1"));
  EXPECT_THAT(found(problems_of(entity + "," + other, relation + "," + relation)), ElementsAre("1:duplicate-id"));
}

TEST(DoccanoReaderTest, CommentsAndWhateverElseStandsThereAreMetadata) {
  const ForeignReading file = read(
      R"({"text":"🚀 화웨이","entities":[],"relations":[],"Comments":["첫 댓글","둘째"],"tags":["a"],"meta":"글","ok":false})");
  EXPECT_THAT(found(file.problems), IsEmpty());
  using testing::Pair;
  EXPECT_THAT(file.documents.at(0).document.info.metadata,
              ElementsAre(Pair("Comments", "첫 댓글"), Pair("Comments", "둘째"), Pair("meta", "글"),
                          Pair("ok", "false"), Pair("tags", "[\"a\"]")));
}

std::vector<std::string> names_of(const std::vector<Annotator>& annotators) {
  std::vector<std::string> names;
  for (const Annotator& annotator : annotators) names.push_back(annotator.name);
  return names;
}

std::string archive_of(const std::vector<std::pair<std::string, std::string>>& files) {
  const TempFolder folder;
  write_zip(folder / "a.zip", files);
  return bytes_of(folder / "a.zip");
}

std::string row(const std::string& label) { return R"({"id":1,"text":"🚀 화웨이","label":[[3,6,")" + label + "\"]]}\n"; }

TEST(DoccanoReaderTest, AFileIsCalledAfterItsAnnotator) {
  const ForeignReading kim = read_foreign(read_doccano, "kim.jsonl", row("ORG"));
  const ForeignReading lee = read_foreign(read_doccano, "이.jsonl", row("A"));
  const ForeignReading all = read_foreign(read_doccano, "all.jsonl", row("A"));
  EXPECT_THAT(names_of(kim.header.annotators), ElementsAre("kim"));
  EXPECT_THAT(names_of(lee.header.annotators), ElementsAre("이"));
  EXPECT_THAT(names_of(all.header.annotators), ElementsAre("doccano"));
  EXPECT_EQ(kim.documents.at(0).document.info.key, lee.documents.at(0).document.info.key)
      << "the same text, by two annotators";
}

TEST(DoccanoReaderTest, TheSameTextTwiceIsTwoDocuments) {
  const ForeignReading ids = read("{\"id\":1,\"text\":\"🚀\"}\n{\"id\":2,\"text\":\"🚀\"}\n");
  EXPECT_NE(ids.documents.at(0).document.info.key, ids.documents.at(1).document.info.key);
  const ForeignReading bare = read("{\"text\":\"🚀\"}\n{\"text\":\"🚀\"}\n");
  EXPECT_NE(bare.documents.at(0).document.info.key, bare.documents.at(1).document.info.key);
  const ForeignReading people =
      read("{\"text\":\"🚀\",\"annotator\":\"kim\"}\n{\"text\":\"🚀\",\"annotator\":\"lee\"}\n");
  EXPECT_EQ(people.documents.at(0).document.info.key, people.documents.at(1).document.info.key);
}

TEST(DoccanoReaderTest, AnArchiveHasAFileForEachAnnotator) {
  const std::string zip = archive_of({{"kim.jsonl", row("ORG")},
                                      {"lee.jsonl", row("A") + "{\n"},
                                      {"unknown.jsonl", "{\"id\":2,\"text\":\"🚀 둘\",\"label\":[]}\n"},
                                      {"readme.txt", "🚀"}});
  const ForeignReading file = read_foreign(read_doccano, "export.zip", zip);
  EXPECT_THAT(found(file.problems), ElementsAre("2:invalid-json", "0:annotations-left-out"));
  EXPECT_EQ(file.problems[0].place.document, "lee");
  EXPECT_THAT(file.problems[1].details, ElementsAre("other-files", "1"));
  EXPECT_THAT(names_of(file.header.annotators), ElementsAre("kim", "lee"));
  ASSERT_EQ(file.documents.size(), 3U);
  EXPECT_THAT(spans_of(file.documents[0]), ElementsAre("ORG 화웨이"));
  EXPECT_THAT(spans_of(file.documents[1]), ElementsAre("A 화웨이"));
  EXPECT_EQ(file.documents[0].document.info.key, file.documents[1].document.info.key);
}

TEST(DoccanoReaderTest, ABrokenArchiveIsSaid) {
  EXPECT_THAT(found(read_foreign(read_doccano, "export.zip", "PK\x03\x04 🚀").problems),
              ElementsAre("0:archive-cut-short"));
}

TEST(DoccanoReaderTest, DoccanosLinesCountInUtf16AlsoWhereTheyWereTakenForOthers) {
  for (const char* const annotations :
       {R"("label":[[3,6,"ORG"]])", R"("entities":[{"id":1,"start_offset":3,"end_offset":6,"label":"ORG"}])",
        R"("entities":[[3,6,"ORG"]],"cats":["x"])"}) {
    const ForeignReading file = read_foreign(
        read_jsonl, "all.jsonl", "{\"text\":\"🚀\"}\n{\"text\":\"🚀 화웨이\"," + std::string(annotations) + "}\n");
    EXPECT_THAT(found(file.problems), IsEmpty()) << annotations;
    EXPECT_THAT(spans_of(file.documents.at(1)), ElementsAre("ORG 화웨이")) << annotations;
  }
}

}  // namespace
}  // namespace mitjul
