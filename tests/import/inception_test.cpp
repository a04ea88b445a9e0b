// Exports of INCEpTION: folders and archives in which several files are one document.

#include <set>

#include "core/annotation_checks.h"
#include "core/file_io.h"
#include "core/schema_checks.h"
#include "import/formats.h"
#include "import/inception_place.h"
#include "import/xmi.h"
#include "tests/import/foreign_reading.h"
#include "tests/support/zip_file.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kText = "🚀 화웨이가 칩을 확보했다.";

constexpr std::string_view kTypes =
    "<typeSystemDescription><types><typeDescription><name>webanno.custom.Claim</name><supertypeName>"
    "uima.tcas.Annotation</supertypeName><features><featureDescription><name>weight</name><rangeTypeName>"
    "uima.cas.Integer</rangeTypeName></featureDescription></features></typeDescription></types>"
    "</typeSystemDescription>";

/// A file of a user, with a claim on 화웨이 and what else `elements` say.
std::string xmi(std::string_view user, std::string_view elements = "", std::string_view text = kText) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" "
         "xmlns:custom=\"http:///webanno/custom.ecore\" "
         "xmlns:type3=\"http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore\" xmi:version=\"2.0\">\n"
         "<type3:DocumentMetaData xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"0\" documentTitle=\"기사.txt\" "
         "documentId=\"" +
         std::string(user) + "\"/>\n" + std::string(elements) +
         "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\" sofaString=\"" +
         std::string(text) + "\"/>\n</xmi:XMI>\n";
}

std::string claim(int id, int begin, int end, std::string_view more = "") {
  return "<custom:Claim xmi:id=\"" + std::to_string(id) + "\" sofa=\"1\" begin=\"" + std::to_string(begin) +
         "\" end=\"" + std::to_string(end) + "\" " + std::string(more) + "/>\n";
}

ForeignReading read(const std::filesystem::path& path) {
  ForeignReading result;
  result.problems = read_xmi(
      path, [&](StreamHeader header) { result.header = std::move(header); },
      [&](AnnotatedDocument document) { result.documents.push_back(std::move(document)); });
  if (result.documents.empty()) return result;
  EXPECT_THAT(found(check_schema(result.header.schema)), IsEmpty());
  for (const AnnotatedDocument& document : result.documents)
    EXPECT_THAT(found(check_document(document, result.header.schema, {})), IsEmpty());
  return result;
}

/// The sets as `kim: Claim 화웨이, Claim 칩을`, a curated one with a star.
std::vector<std::string> sets_of(const ForeignReading& read, std::size_t document = 0) {
  std::vector<std::string> sets;
  for (const auto& [key, set] : read.documents.at(document).sets) {
    std::string said;
    for (const auto& annotator : read.header.annotators) {
      if (annotator.key == key.annotator) said = annotator.name + (key.curated ? "*:" : ":");
    }
    for (const auto& [id, annotation] : set.annotations()) {
      said += " " + annotation.label;
      if (annotation.spans() != nullptr)
        said += " " + std::string(read.documents[document].document.text.slice(annotation.spans()->hull()));
    }
    sets.push_back(said);
  }
  std::sort(sets.begin(), sets.end());
  return sets;
}

std::vector<std::string> names_of(const ForeignReading& read) {
  std::vector<std::string> names;
  for (const AnnotatedDocument& document : read.documents) names.push_back(document.document.info.name);
  return names;
}

/// An archive as bytes.
std::string zip(const std::vector<std::pair<std::string, std::string>>& files) {
  const TempFolder folder;
  write_zip(folder / "a.zip", files);
  return bytes_of(folder / "a.zip");
}

std::string archive_of(const std::string& user, const std::string& xmi_bytes) {
  return zip({{user + ".xmi", xmi_bytes}, {"TypeSystem.xml", std::string(kTypes)}});
}

TEST(InceptionPlaceTest, TheFolderIsTheDocumentAndTheFileTheUser) {
  const auto said = [](std::string_view path) -> std::string {
    const auto place = inception_place(path);
    if (!place) return "";
    return place->above + "|" + place->document + "|" + place->annotator + (place->curated ? "|curated" : "") +
           (place->initial ? "|initial" : "");
  };
  EXPECT_EQ(said("a/annotation/기사.txt/kim.xmi"), "a/|기사.txt|kim");
  EXPECT_EQ(said("annotation/기사.txt/kim.lee.xmi"), "/|기사.txt|kim.lee");
  EXPECT_EQ(said("annotation/기사.txt/kim.zip"), "/|기사.txt|kim");
  EXPECT_EQ(said("annotation/기사.txt/kim.zip/anything.xmi"), "/|기사.txt|kim");
  EXPECT_EQ(said("annotation/기사.txt/kim/kim.xmi"), "/|기사.txt|kim");
  EXPECT_EQ(said("annotation/기사.txt/webanno6151388004753565972export.zip/kim.xmi"), "/|기사.txt|kim");
  EXPECT_EQ(said("annotation/기사.txt/webanno6151388004753565972export/kim.xmi"), "/|기사.txt|kim");
  EXPECT_EQ(said("annotation/기사.txt/INITIAL_CAS.xmi"), "/|기사.txt|INITIAL_CAS|initial");
  EXPECT_EQ(said("annotation/기사.txt/CURATION_USER.xmi"), "/|기사.txt|CURATION_USER|curated");
  EXPECT_EQ(said("curation/기사.txt/CURATION_USER.zip"), "/|기사.txt|CURATION_USER|curated");
  EXPECT_EQ(said("annotation/kim.xmi"), "") << "no folder of a document";
  EXPECT_EQ(said("annotations/기사.txt/kim.xmi"), "");
  EXPECT_EQ(said("annotation/project.zip/kim.xmi"), "") << "the archive is no document";
  EXPECT_EQ(said("kim.xmi"), "");
  EXPECT_EQ(said(""), "");
}

TEST(InceptionImportTest, AProjectIsADocumentForEachFolderAndASetForEachUser) {
  const ForeignReading project = read(std::string(MITJUL_FIXTURES) + "/xmi/project");
  EXPECT_THAT(found(project.problems), IsEmpty());
  EXPECT_THAT(names_of(project), testing::UnorderedElementsAre("기사.txt", "둘째.txt"));
  const std::size_t first = names_of(project)[0] == "기사.txt" ? 0 : 1;
  EXPECT_THAT(sets_of(project, first), ElementsAre("CURATION_USER*: Claim 화웨이", "kim: Claim 화웨이",
                                                   "lee: Claim 🚀 화웨이가 칩을 확보했다. Claim 화웨이"));
  EXPECT_THAT(sets_of(project, 1 - first), ElementsAre("kim: Claim 🎈"));
  EXPECT_EQ(project.documents[first].document.text.utf8(), kText + "\n끝");
}

TEST(InceptionImportTest, TheArchiveOfTheProjectSaysTheSame) {
  const ForeignReading folder = read(std::string(MITJUL_FIXTURES) + "/xmi/project");
  const ForeignReading archive = read(std::string(MITJUL_FIXTURES) + "/xmi/project.zip");
  EXPECT_THAT(found(archive.problems), IsEmpty());
  std::set<DocumentKey> keys;
  for (const AnnotatedDocument& document : folder.documents) keys.insert(document.document.info.key);
  for (const AnnotatedDocument& document : archive.documents) EXPECT_EQ(keys.erase(document.document.info.key), 1U);
  EXPECT_THAT(keys, IsEmpty());
  EXPECT_EQ(archive.header.schema, folder.header.schema);
}

TEST(InceptionImportTest, TheFolderOfADocumentBringsWhatWasAgreedOnToo) {
  const ForeignReading document = read(std::string(MITJUL_FIXTURES) + "/xmi/project/annotation/기사.txt");
  EXPECT_THAT(names_of(document), ElementsAre("기사.txt"));
  EXPECT_THAT(sets_of(document), ElementsAre("CURATION_USER*: Claim 화웨이", "kim: Claim 화웨이",
                                             "lee: Claim 🚀 화웨이가 칩을 확보했다. Claim 화웨이"));
}

TEST(InceptionImportTest, OneFileThatIsNamedComesAlone) {
  const std::string folder = std::string(MITJUL_FIXTURES) + "/xmi/project/annotation/기사.txt";
  const ForeignReading file = read(folder + "/lee.xmi");
  EXPECT_THAT(names_of(file), ElementsAre("기사.txt"));
  EXPECT_THAT(sets_of(file), ElementsAre("lee: Claim 🚀 화웨이가 칩을 확보했다. Claim 화웨이"));
  EXPECT_EQ(file.documents[0].document.info.key, read(folder).documents[0].document.info.key)
      << "so that the others can come later";
}

TEST(InceptionImportTest, WhatAllBeganWithIsTheTextAlone) {
  const TempFolder folder;
  folder.write("annotation/기사.txt/INITIAL_CAS.xmi", xmi("INITIAL_CAS", claim(3, 3, 6)));
  const ForeignReading lonely = read(folder.path());
  EXPECT_THAT(sets_of(lonely), ElementsAre("INITIAL_CAS: Claim 화웨이")) << "where nobody has annotated";
  folder.write("annotation/기사.txt/kim.xmi", xmi("kim", claim(3, 3, 6) + claim(4, 8, 10)));
  const ForeignReading file = read(folder.path());
  EXPECT_THAT(sets_of(file), ElementsAre("kim: Claim 화웨이 Claim 칩을"));
  ASSERT_THAT(found(file.problems), ElementsAre("0:annotations-left-out"));
  EXPECT_EQ(file.problems[0].details, (std::vector<std::string>{"INITIAL_CAS", "1"}));
  folder.write("annotation/기사.txt/INITIAL_CAS.xmi", xmi("INITIAL_CAS"));
  EXPECT_THAT(found(read(folder.path()).problems), IsEmpty()) << "nothing to tell of";
}

TEST(InceptionImportTest, ADocumentThatNobodyAnnotatedHasNoSets) {
  const TempFolder folder;
  folder.write("annotation/기사.txt/INITIAL_CAS.xmi", xmi("INITIAL_CAS"));
  const ForeignReading file = read(folder.path());
  EXPECT_THAT(found(file.problems), IsEmpty());
  ASSERT_THAT(names_of(file), ElementsAre("기사.txt"));
  EXPECT_THAT(file.documents[0].sets, IsEmpty());
  EXPECT_THAT(file.header.annotators, IsEmpty());
}

TEST(InceptionImportTest, AnotherTextIsADocumentOfItsOwnAndSaid) {
  const TempFolder folder;
  folder.write("annotation/기사.txt/kim.xmi", xmi("kim", claim(3, 3, 6)));
  const auto lee = folder.write("annotation/기사.txt/lee.xmi", xmi("lee", claim(3, 3, 6), kText + "!"));
  folder.write("annotation/기사.txt/park.xmi", xmi("park", claim(3, 0, 2)));
  const ForeignReading file = read(folder.path());
  EXPECT_THAT(names_of(file), ElementsAre("기사.txt", "기사.txt (lee)"));
  EXPECT_THAT(sets_of(file, 0), ElementsAre("kim: Claim 화웨이", "park: Claim 🚀"));
  EXPECT_THAT(sets_of(file, 1), ElementsAre("lee: Claim 화웨이"));
  EXPECT_NE(file.documents[0].document.info.key, file.documents[1].document.info.key);
  ASSERT_THAT(found(file.problems), ElementsAre("0:different-text"));
  EXPECT_EQ(file.problems[0].place.file, path_to_utf8(lee));
  EXPECT_EQ(file.problems[0].details, (std::vector<std::string>{"기사.txt", "기사.txt (lee)", "apart"}));
}

TEST(InceptionImportTest, ALineEndIsNoOtherText) {
  const TempFolder folder;
  folder.write("annotation/기사.txt/kim.xmi", xmi("kim", claim(3, 4, 7), "🚀&#13;&#10;화웨이"));
  folder.write("annotation/기사.txt/lee.xmi", xmi("lee", claim(3, 3, 6), "🚀&#10;화웨이"));
  const ForeignReading file = read(folder.path());
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_THAT(sets_of(file), ElementsAre("kim: Claim 화웨이", "lee: Claim 화웨이"));
}

TEST(InceptionImportTest, CopiesOfAnAnnotationGetIdsOfTheirOwn) {
  const TempFolder folder;
  folder.write("annotation/기사.txt/kim.xmi", xmi("kim", claim(3, 3, 6, "identifier=\"h4k2qa-1\"")));
  folder.write("annotation/기사.txt/lee.xmi", xmi("lee", claim(3, 3, 6, "identifier=\"h4k2qa-1\"")));
  const ForeignReading file = read(folder.path());
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_THAT(sets_of(file), ElementsAre("kim: Claim 화웨이", "lee: Claim 화웨이"));
}

TEST(InceptionImportTest, FoldersWithoutTheLayoutAreADocumentForEachFile) {
  const TempFolder folder;
  folder.write("묶음/kim.xmi", xmi("kim", claim(3, 3, 6)));
  folder.write("묶음/lee.xmi", xmi("lee", claim(3, 0, 2)));
  folder.write("annotation/park.xmi", xmi("park"));
  const ForeignReading file = read(folder.path());
  EXPECT_THAT(names_of(file), ElementsAre("park.xmi", "kim.xmi", "lee.xmi"));
  ASSERT_EQ(file.header.annotators.size(), 1U);
  EXPECT_EQ(file.header.annotators[0].name, "xmi");
}

TEST(InceptionImportTest, AnArchiveThatWasUnpackedWhereItLayIsReadOnce) {
  const TempFolder folder;
  const std::string said = xmi("kim", claim(3, 3, 6));
  folder.write("annotation/기사.txt/kim.zip", archive_of("kim", said));
  folder.write("annotation/기사.txt/kim.xmi", said);
  EXPECT_THAT(found(read(folder.path()).problems), IsEmpty());
  EXPECT_THAT(sets_of(read(folder.path())), ElementsAre("kim: Claim 화웨이"));
  folder.write("annotation/기사.txt/kim.zip", archive_of("kim", xmi("kim", claim(3, 0, 2))));
  const ForeignReading file = read(folder.path());
  EXPECT_THAT(sets_of(file), ElementsAre("kim: Claim 화웨이"));
  ASSERT_THAT(found(file.problems), ElementsAre("0:annotations-left-out"));
  EXPECT_EQ(file.problems[0].place.file, path_to_utf8(folder / "annotation/기사.txt/kim.zip/kim.xmi"));
}

TEST(InceptionImportTest, AFolderWithTheArchivesOfUsersIsReadToo) {
  const TempFolder folder;
  folder.write("annotation/기사.txt/webanno123export.zip", archive_of("kim", xmi("kim", claim(3, 3, 6))));
  folder.write("annotation/기사.txt/lee.zip", archive_of("lee", xmi("lee", claim(3, 0, 2, "weight=\"3\""))));
  folder.write("annotation/기사.txt/._lee.zip", "what another system adds");
  const ForeignReading file = read(folder.path());
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_THAT(sets_of(file), ElementsAre("kim: Claim 화웨이", "lee: Claim 🚀"));
  EXPECT_EQ(file.header.schema.find_attribute("Claim", "weight")->type, AttributeType::Number)
      << "by the type system in the archive";
}

std::vector<std::pair<std::string, std::string>> project() {
  return {{"exportedproject123.json", "{}"},
          {"source/기사.txt", kText},
          {"annotation_ser/기사.txt/kim.ser", "x"},
          {"annotation/기사.txt/INITIAL_CAS.zip", archive_of("INITIAL_CAS", xmi("INITIAL_CAS"))},
          {"annotation/기사.txt/kim.zip", archive_of("kim", xmi("kim", claim(3, 3, 6)))},
          {"annotation/기사.txt/lee.zip", archive_of("lee", xmi("lee", claim(3, 0, 2)))},
          {"curation/기사.txt/CURATION_USER.zip", archive_of("CURATION_USER", xmi("CURATION_USER", claim(3, 8, 10)))},
          {"annotation/둘째.txt/kim.zip", archive_of("kim", xmi("kim", claim(3, 0, 2), "🎈 둘째"))}};
}

TEST(InceptionImportTest, AProjectIsReadFromItsArchive) {
  const TempFolder folder;
  write_zip(folder / "🚀.zip", project());
  EXPECT_EQ(recognise_format(folder / "🚀.zip")->id, "xmi");
  const ForeignReading file = read(folder / "🚀.zip");
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_THAT(names_of(file), ElementsAre("기사.txt", "둘째.txt"));
  EXPECT_THAT(sets_of(file, 0), ElementsAre("CURATION_USER*: Claim 칩을", "kim: Claim 화웨이", "lee: Claim 🚀"));
  EXPECT_THAT(sets_of(file, 1), ElementsAre("kim: Claim 🎈"));
}

TEST(InceptionImportTest, AProjectThatWasPackedAgainIsReadToo) {
  std::vector<std::pair<std::string, std::string>> files{{"__MACOSX/프로젝트/annotation/기사.txt/._kim.zip", "x"}};
  for (const auto& [name, bytes] : project()) files.emplace_back("프로젝트/" + name, bytes);
  const TempFolder folder;
  write_zip(folder / "🚀.zip", files);
  const ForeignReading file = read(folder / "🚀.zip");
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_THAT(sets_of(file, 0), ElementsAre("CURATION_USER*: Claim 칩을", "kim: Claim 화웨이", "lee: Claim 🚀"));
}

TEST(InceptionImportTest, ADocumentIsReadFromItsArchive) {
  const TempFolder folder;
  folder.write("내려받은 것.zip", archive_of("kim", xmi("kim", claim(3, 3, 6, "weight=\"3\""))));
  EXPECT_EQ(recognise_format(folder / "내려받은 것.zip")->id, "xmi");
  const ForeignReading file = read(folder / "내려받은 것.zip");
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_THAT(names_of(file), ElementsAre("기사.txt"));
  EXPECT_THAT(sets_of(file), ElementsAre("kim: Claim 화웨이"));
  EXPECT_EQ(file.header.schema.find_attribute("Claim", "weight")->type, AttributeType::Number);
}

TEST(InceptionImportTest, AFileThatIsCalledAfterItsDocumentSaysNoUser) {
  const TempFolder folder;
  folder.write("a.zip", archive_of("기사", xmi("기사", claim(3, 3, 6))));
  const ForeignReading file = read(folder / "a.zip");
  EXPECT_THAT(names_of(file), ElementsAre("기사.txt"));
  EXPECT_THAT(sets_of(file), ElementsAre("xmi: Claim 화웨이"));
}

TEST(InceptionImportTest, AnArchiveOfAFolderIsReadAsTheFolder) {
  const TempFolder folder;
  write_zip(folder / "a.zip", {{"가.xmi", xmi("가", claim(3, 3, 6))}, {"나.xmi", xmi("나")}});
  const ForeignReading file = read(folder / "a.zip");
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_THAT(names_of(file), ElementsAre("가.xmi", "나.xmi"));
}

TEST(InceptionImportTest, AProblemIsWhereItIsInTheArchive) {
  const TempFolder folder;
  auto files = project();
  files[5].second = archive_of("lee", xmi("lee", claim(3, 0, 99)));
  write_zip(folder / "🚀.zip", files);
  const ForeignReading file = read(folder / "🚀.zip");
  ASSERT_THAT(found(file.problems), ElementsAre("4:span-outside-text"));
  EXPECT_EQ(file.problems[0].place.file, path_to_utf8(folder / "🚀.zip/annotation/기사.txt/lee.zip/lee.xmi"));
}

TEST(InceptionImportTest, AnArchiveWithoutXmiSaysSo) {
  const TempFolder folder;
  write_zip(folder / "🚀.zip", {{"exportedproject123.json", "{}"}, {"annotation/기사.txt/kim.tsv", "x"}});
  EXPECT_EQ(recognise_format(folder / "🚀.zip")->id, "xmi");
  const ForeignReading file = read(folder / "🚀.zip");
  EXPECT_THAT(found(file.problems), ElementsAre("0:unsupported-format"));
  EXPECT_THAT(file.documents, IsEmpty());
}

TEST(InceptionImportTest, HostileArchivesAreRefused) {
  const auto said = [](const std::vector<std::pair<std::string, std::string>>& files) {
    const TempFolder folder;
    write_zip(folder / "🚀.zip", files);
    EXPECT_EQ(recognise_format(folder / "🚀.zip")->id, "xmi");
    return found(read(folder / "🚀.zip").problems);
  };
  EXPECT_THAT(said({{"../annotation/기사.txt/kim.xmi", xmi("kim")}}), ElementsAre("0:path-outside-folder"));
  EXPECT_THAT(said({{"annotation/기사.txt/kim.zip", zip({{"../kim.xmi", xmi("kim")}})}}),
              ElementsAre("0:path-outside-folder"));
  EXPECT_THAT(said({{"annotation/기사.txt/kim.zip", "PK\x03\x04 no archive"}}), ElementsAre("0:archive-cut-short"));
  const std::string much(std::size_t{65} << 20, ' ');
  EXPECT_THAT(said({{"kim.xmi", much}}), ElementsAre("0:archive-expands-too-far"));
  EXPECT_THAT(said({{"annotation/기사.txt/kim.zip", zip({{"kim.xmi", much}})}}),
              ElementsAre("0:archive-expands-too-far"));
}

TEST(InceptionImportTest, ArchivesThatAreSmallEachAreCountedTogether) {
  const TempFolder folder;
  const std::string half = zip({{"kim.xmi", std::string(std::size_t{33} << 20, ' ')}});
  write_zip(folder / "🚀.zip", {{"annotation/기사.txt/kim.zip", half}, {"annotation/기사.txt/lee.zip", half}});
  EXPECT_THAT(found(read(folder / "🚀.zip").problems), ElementsAre("0:archive-expands-too-far"));
}

}  // namespace
}  // namespace mitjul
