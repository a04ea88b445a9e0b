#include "export/pseudonyms.h"

#include <zip.h>

#include <array>
#include <random>

#include "core/annotation_checks.h"
#include "export/surface_finder.h"
#include "import/formats.h"
#include "korean/name_rules.h"
#include "tests/export/exporting.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

const AnnotatorKey kFirst = *AnnotatorKey::parse("aaaaaa");
const AnnotatorKey kSecond = *AnnotatorKey::parse("b2b2b2");

Label label(std::string id, std::string name, std::string parent = {}) {
  Label made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.parent = std::move(parent);
  return made;
}

/// Labels ENTITY over PERSON and ORG, and CLAIM with attributes.
Schema example_schema() {
  Schema schema;
  schema.name = "예";
  schema.labels = {label("ENTITY", "개체"), label("PERSON", "인 물", "ENTITY"), label("ORG", "기관", "ENTITY"),
                   label("CLAIM", "주장")};
  schema.labels.back().attributes = {{"restated", "정리", AttributeType::Text, false, "", {}},
                                     {"type", "유형", AttributeType::Choice, false, "", {{"fact", "사실"}}},
                                     {"day", "날", AttributeType::Date, false, "", {}}};
  return schema;
}

/// Documents of texts in which spans are marked, with the labels of these, by two annotators in turn.
class Project {
 public:
  explicit Project(Schema schema = example_schema()) {
    delivery.schema = std::move(schema);
    delivery.annotators = {{kFirst, "annotator01", false}, {kSecond, "annotator02", false}};
  }

  AnnotatedDocument& add(std::string_view text, const std::vector<std::string>& labels, std::string name = {}) {
    const MarkedText taken = marked(text);
    const std::string number = std::to_string(delivery.documents.size());
    AnnotatedDocument document{Document::make(name.empty() ? "글" + number : name, taken.text), {}};
    document.document.info.key = DocumentKey::made_from(number);
    for (std::size_t i = 0; i < labels.size(); ++i) put(document, labels[i], taken.spans.at(i));
    delivery.documents.push_back(std::move(document));
    return delivery.documents.back();
  }

  void put(AnnotatedDocument& document, const std::string& id, Anchor anchor) {
    ++number_;
    const AnnotatorKey& annotator = number_ % 2 == 0 ? kSecond : kFirst;
    document.set({document.document.info.key, annotator, false})
        .put({{annotator, number_}, id, std::move(anchor), {}, {}, {}});
  }

  Pseudonyms pseudonyms(const std::vector<std::string>& labels, PseudonymTable known = {}) const {
    return Pseudonyms(delivery.source(), {labels, name_rules()}, std::move(known));
  }

  Delivery delivery;

 private:
  std::int64_t number_ = 0;
};

std::vector<std::string> quotes_of(const AnnotatedDocument& document) {
  std::map<std::int64_t, std::string> quotes;
  for (const auto& [key, set] : document.sets) {
    for (const auto& [id, annotation] : set.annotations()) {
      for (const Span& segment : annotation.spans()->segments()) {
        std::string& quote = quotes[id.number];
        quote += (quote.empty() ? "" : "…") + std::string(document.document.text.slice(segment));
      }
    }
  }
  std::vector<std::string> list;
  for (const auto& [number, quote] : quotes) list.push_back(quote);
  return list;
}

/// What is lost of all documents with stand-ins.
std::vector<ExportLoss> losses_of(const ExportSource& hidden) {
  for (std::size_t i = 0; i < hidden.size; ++i) hidden.document(i);
  ExportLosses losses;
  hidden.add_losses(losses);
  return losses.list();
}

using Quotes = std::vector<std::string>;

TEST(PseudonymsTest, PutsStandInsInThePlaceOfWhatIsAnnotatedAndKeepsEveryQuoteRight) {
  Project project;
  project.add("🚀 {{화웨이}가 {칩}을 확보했다}. {홍길동}의 말", {"CLAIM", "ORG", "CLAIM", "PERSON"});
  const Pseudonyms pseudonyms = project.pseudonyms({"PERSON", "ORG"});
  const AnnotatedDocument document = pseudonyms.applied_to(project.delivery.source()).document(0);
  EXPECT_EQ(document.document.text.utf8(), "🚀 기관1이 칩을 확보했다. 인물1의 말");
  EXPECT_EQ(quotes_of(document), (Quotes{"기관1이 칩을 확보했다", "기관1", "칩", "인물1"}));
  EXPECT_EQ(document.document.info.code_points, 22U);
  EXPECT_EQ(document.document.info.sha256, Document::make("", Text("🚀 기관1이 칩을 확보했다. 인물1의 말")).info.sha256);
  EXPECT_EQ(document.document.info.key, project.delivery.documents[0].document.info.key);
}

TEST(PseudonymsTest, ReplacesWhatIsNotAnnotatedTooInEveryDocument) {
  Project project;
  project.add("🚀 {홍길동}", {"PERSON"});
  project.add("🚀 홍길동이 왔다. \u1112\u1169\u11BC\u1100\u1175\u11AF\u1103\u1169\u11BC", {});
  const ExportSource hidden = project.pseudonyms({"PERSON"}).applied_to(project.delivery.source());
  EXPECT_EQ(hidden.document(1).document.text.utf8(), "🚀 인물1이 왔다. 인물1");
}

TEST(PseudonymsTest, HidesTheLabelsBelowAChosenOneAndNoOthers) {
  Project project;
  project.add("🚀 {홍길동} {화웨이} {주장이다}", {"PERSON", "ORG", "CLAIM"});
  const ExportSource hidden = project.pseudonyms({"ENTITY"}).applied_to(project.delivery.source());
  EXPECT_EQ(hidden.document(0).document.text.utf8(), "🚀 인물1 기관1 주장이다");
}

TEST(PseudonymsTest, HidesEachPieceOfADiscontinuousSpan) {
  Project project;
  AnnotatedDocument& document = project.add("🚀 김 철 수 박사", {});
  project.put(document, "PERSON", Spans(std::vector<Span>{{2, 3}, {4, 7}}));
  const AnnotatedDocument hidden = project.pseudonyms({"PERSON"}).applied_to(project.delivery.source()).document(0);
  EXPECT_EQ(hidden.document.text.utf8(), "🚀 인물1 인물2 박사");
  EXPECT_EQ(quotes_of(hidden), Quotes{"인물1…인물2"});
}

TEST(PseudonymsTest, WidensASpanThatBeginsOrEndsInsideASurface) {
  Project project;
  project.add("🚀 {홍길동}", {"PERSON"});
  project.add("🚀 저 홍{길동과 화}웨이", {"CLAIM"});
  const ExportSource hidden = project.pseudonyms({"PERSON"}).applied_to(project.delivery.source());
  EXPECT_EQ(quotes_of(hidden.document(1)), Quotes{"인물1과 화"});
}

TEST(PseudonymsTest, HidesEverythingThatIsSaidOfADocument) {
  Project project;
  AnnotatedDocument& document = project.add("🚀 {홍길동}은 {말한다}", {"PERSON", "CLAIM"}, "홍길동.txt");
  DocumentInfo& info = document.document.info;
  info.title = "홍길동 전";
  info.metadata = {{"기자", "홍길동 기자"}, {"홍길동", "🚀"}};
  info.origin = {"text", "홍길동.txt", "abc", "UTF-8", "lf"};
  document.refusals = {{kFirst, Span(2, 5), "PERSON"}};
  AnnotationSet& set = document.set({info.key, kSecond, false});
  Annotation claim = set.annotations().begin()->second;
  claim.note = "홍길동?";
  claim.provenance.origin = "홍길동 목록";
  claim.attributes = {{"restated", {"홍길동은 말했다"}}, {"type", {"fact"}}, {"day", {"2026-11-21"}}};
  set.put(claim);
  const AnnotatedDocument hidden = project.pseudonyms({"PERSON"}).applied_to(project.delivery.source()).document(0);
  EXPECT_EQ(hidden.document.info.name, "인물1.txt");
  EXPECT_EQ(hidden.document.info.title, "인물1 전");
  EXPECT_EQ(hidden.document.info.metadata,
            (std::vector<std::pair<std::string, std::string>>{{"기자", "인물1 기자"}, {"인물1", "🚀"}}));
  EXPECT_EQ(hidden.document.info.origin, (Origin{"text", "인물1.txt", "", "UTF-8", "lf"}));
  EXPECT_TRUE(hidden.refusals.empty());
  const Annotation& read = hidden.find_set({info.key, kSecond, false})->annotations().begin()->second;
  EXPECT_EQ(read.note, "인물1?");
  EXPECT_EQ(read.provenance.origin, "인물1 목록");
  EXPECT_EQ(read.attributes,
            (Attributes{{"restated", {"인물1은 말했다"}}, {"type", {"fact"}}, {"day", {"2026-11-21"}}}));
}

TEST(PseudonymsTest, LeavesOutADateThatIsASurface) {
  Project project;
  AnnotatedDocument& document = project.add("🚀 {2026-11-21}에 {말한다}", {"PERSON", "CLAIM"});
  AnnotationSet& set = document.set({document.document.info.key, kSecond, false});
  Annotation claim = set.annotations().begin()->second;
  claim.attributes = {{"day", {"2026-11-21"}}};
  set.put(claim);
  const AnnotatedDocument hidden = project.pseudonyms({"PERSON"}).applied_to(project.delivery.source()).document(0);
  EXPECT_TRUE(hidden.find(claim.id)->attributes.empty());
}

TEST(PseudonymsTest, FitsZonesAndSubstitutions) {
  Project project;
  AnnotatedDocument& document = project.add("🚀 {홍길동} \uFFFD {김\uFFFD} \uFFFD", {"PERSON", "PERSON"});
  document.document.info.zones = {{ZoneKind::Title, Span(0, 3)}, {ZoneKind::Lead, Span(5, 11)}};
  document.document.info.substitutions = {{TextPos(6), "00"}, {TextPos(9), "01"}, {TextPos(11), "02"}};
  const DocumentInfo info =
      project.pseudonyms({"PERSON"}).applied_to(project.delivery.source()).document(0).document.info;
  // 🚀 인물1 � 인물2 �
  EXPECT_EQ(info.zones, (std::vector<Zone>{{ZoneKind::Title, Span(0, 5)}, {ZoneKind::Lead, Span(5, 12)}}));
  EXPECT_EQ(info.substitutions, (std::vector<Substitution>{{TextPos(6), "00"}, {TextPos(12), "02"}}));
  EXPECT_EQ(losses_of(project.pseudonyms({"PERSON"}).applied_to(project.delivery.source())),
            (std::vector<ExportLoss>{{AnnotationFeature::Substitutions, 1}}));
}

TEST(PseudonymsTest, ASurfaceKeepsItsStandInInLaterExports) {
  Project project;
  project.add("🚀 {홍길동} {화웨이} {김영희}", {"PERSON", "ORG", "PERSON"});
  const PseudonymTable known = project.pseudonyms({"PERSON"}).table();
  EXPECT_EQ(known.entries(), (std::vector<Pseudonym>{{"홍길동", "인물", 1}, {"김영희", "인물", 2}}));
  project.add("🚀 {이몽룡} {김영희}", {"PERSON", "PERSON"}, "ㄱ");
  std::swap(project.delivery.documents[0], project.delivery.documents[1]);
  project.delivery.schema.labels[1].name = "사람";
  const PseudonymTable grown = project.pseudonyms({"PERSON"}, known).table();
  EXPECT_EQ(grown.entries(),
            (std::vector<Pseudonym>{{"홍길동", "인물", 1}, {"김영희", "인물", 2}, {"이몽룡", "사람", 1}}));
}

TEST(PseudonymsTest, ANameOfALabelThatIsASurfaceStandsForNothing) {
  Project project;
  project.add("🚀 {기관}의 {화웨이}", {"ORG", "ORG"});
  const Pseudonyms pseudonyms = project.pseudonyms({"ORG"});
  const ExportSource hidden = pseudonyms.applied_to(project.delivery.source());
  EXPECT_EQ(hidden.document(0).document.text.utf8(), "🚀 ORG1의 ORG2");
  EXPECT_EQ(hidden.schema.find("ORG")->name, "ORG1");
}

TEST(PseudonymsTest, AStandInThatHoldsANewSurfaceIsChanged) {
  Project project;
  project.add("🚀 {홍길동} {인물}", {"PERSON", "PERSON"});
  const PseudonymTable known(std::vector<Pseudonym>{{"홍길동", "인물", 1}});
  const Pseudonyms pseudonyms = project.pseudonyms({"PERSON"}, known);
  EXPECT_EQ(pseudonyms.table().entries(),
            (std::vector<Pseudonym>{{"홍길동", "PERSON", 1}, {"인물1", "인물", 1}, {"인물", "PERSON", 2}}));
  EXPECT_EQ(pseudonyms.changed(), (std::vector<ChangedStandIn>{{"인물1", "PERSON1"}}));
}

TEST(PseudonymsTest, NoSurfaceComesAboutWhereAStandInMeetsOtherText) {
  Project project;
  project.add("🚀 {한국인} 저 한국{홍길동}", {"PERSON", "PERSON"});
  const AnnotatedDocument hidden = project.pseudonyms({"PERSON"}).applied_to(project.delivery.source()).document(0);
  EXPECT_EQ(hidden.document.text.utf8(), "🚀 인물1 저 한국_인물2");
  EXPECT_EQ(quotes_of(hidden), (Quotes{"인물1", "인물2"}));
}

TEST(PseudonymsTest, ANumberBehindAStandInIsKeptApart) {
  Project project;
  project.add("🚀 {화웨이}2호", {"ORG"});
  EXPECT_EQ(project.pseudonyms({"ORG"}).applied_to(project.delivery.source()).document(0).document.text.utf8(),
            "🚀 기관1_2호");
}

TEST(PseudonymsTest, ASingleHangulLetterIsReplacedWhereItIsANameAndCountedElsewhere) {
  Project project;
  project.add("🚀 {김}은 김치를 김 의원과 먹었다, {김철수}도", {"PERSON", "PERSON"});
  project.add("🚀 돌{김}과 김씨, 美, 김치", {"PERSON"});
  const Pseudonyms pseudonyms = project.pseudonyms({"PERSON"});
  const ExportSource hidden = pseudonyms.applied_to(project.delivery.source());
  EXPECT_TRUE(pseudonyms.inside_words().empty()) << "nothing was asked for yet";
  EXPECT_EQ(hidden.document(0).document.text.utf8(), "🚀 인물1은 김치를 인물1 의원과 먹었다, 인물2도");
  EXPECT_EQ(hidden.document(1).document.text.utf8(), "🚀 돌인물1과 인물1씨, 美, 김치");
  EXPECT_EQ(pseudonyms.inside_words(), (std::vector<CountedWording>{{"김", 2}}));
  EXPECT_TRUE(pseudonyms.single_characters().empty());
}

TEST(PseudonymsTest, WhatLooksLikeASurfaceWithBlanksInItIsTold) {
  Project project;
  project.add("🚀 {김철수}는 김 철  수라고도 한다. {정 우성}은 {정우성}", {"PERSON", "PERSON", "PERSON"});
  project.add("🚀 김 철\n수", {}).document.info.title = "김 철수";
  const Pseudonyms pseudonyms = project.pseudonyms({"PERSON"});
  const ExportSource hidden = pseudonyms.applied_to(project.delivery.source());
  for (std::size_t i = 0; i < hidden.size; ++i) hidden.document(i);
  EXPECT_EQ(pseudonyms.apart(), (std::vector<CountedWording>{{"김 철 수", 2}, {"김 철수", 1}}));
}

TEST(PseudonymsTest, ASingleLetterOfAnotherScriptIsReplacedEverywhere) {
  Project project;
  project.add("🚀 {美}는 韓美 정상, {A}는 KAIST", {"ORG", "ORG"});
  const Pseudonyms pseudonyms = project.pseudonyms({"ORG"});
  EXPECT_EQ(pseudonyms.applied_to(project.delivery.source()).document(0).document.text.utf8(),
            "🚀 기관1은 韓기관1 정상, 기관2는 KAIST");
  EXPECT_EQ(pseudonyms.single_characters(), std::vector<std::string>{"美"});
}

TEST(PseudonymsTest, NoStandInIsAWordThatStandsInTheProject) {
  Project project;
  project.add("🚀 {홍길동}과 {이몽룡}과 {성춘향}, 인물1, 인물 2", {"PERSON", "PERSON", "PERSON"});
  AnnotatedDocument& other = project.add("🚀 {인물３}", {"CLAIM"}, "인물6.txt");
  other.document.info.metadata = {{"기자", "인물4"}};
  project.add("🚀 {인물8}", {"PERSON"}).document.info.in_trash = true;
  project.delivery.schema.labels[0].description = "인물5";
  project.delivery.annotators[0].name = "인물10";
  const Pseudonyms pseudonyms = project.pseudonyms({"PERSON"});
  const ExportSource hidden = pseudonyms.applied_to(project.delivery.source());
  EXPECT_EQ(hidden.document(0).document.text.utf8(), "🚀 인물7과 인물11과 인물9, 인물1, 인물 2");
  EXPECT_TRUE(pseudonyms.changed().empty());
  const PseudonymTable again = project.pseudonyms({"PERSON"}, pseudonyms.table()).table();
  EXPECT_EQ(again, pseudonyms.table()) << "the same in later exports";
}

TEST(PseudonymsTest, AStandInThatATextSaysLaterIsChangedAndGivenToNobodyElse) {
  Project project;
  project.add("🚀 {홍길동}과 {이몽룡}", {"PERSON", "PERSON"});
  const PseudonymTable known = project.pseudonyms({"PERSON"}).table();
  project.add("🚀 인물1", {});
  const Pseudonyms changed = project.pseudonyms({"PERSON"}, known);
  EXPECT_EQ(changed.applied_to(project.delivery.source()).document(0).document.text.utf8(), "🚀 인물3과 인물2");
  EXPECT_EQ(changed.changed(), (std::vector<ChangedStandIn>{{"인물1", "인물3"}}));
  project.delivery.documents.pop_back();
  project.add("🚀 {성춘향}", {"PERSON"});
  const Pseudonyms later = project.pseudonyms({"PERSON"}, changed.table());
  EXPECT_EQ(later.applied_to(project.delivery.source()).document(1).document.text.utf8(), "🚀 인물4");
  EXPECT_TRUE(later.changed().empty());
}

TEST(PseudonymsTest, StandInsThatDifferInNothingButCaseAreNotGiven) {
  Project project;
  project.delivery.schema.labels[1].name = "Name";
  project.delivery.schema.labels[2].name = "NAME";
  project.add("🚀 {홍길동} {화웨이}", {"PERSON", "ORG"});
  EXPECT_EQ(project.pseudonyms({"ENTITY"}).applied_to(project.delivery.source()).document(0).document.text.utf8(),
            "🚀 Name1 NAME2");
}

TEST(PseudonymsTest, WhatIsLeftOutIsCounted) {
  Project project;
  Schema& schema = project.delivery.schema;
  schema.labels.back().attributes.push_back({"sum", "합", AttributeType::Number, false, "12", {}});
  schema.labels.push_back(label("about", "관련"));
  schema.labels.back().kind = LabelKind::Relation;
  schema.labels.back().attributes = {{"since", "부터", AttributeType::Date, false, "2026-11-22", {}}};
  AnnotatedDocument& document =
      project.add("🚀 {2026-11-21}, {12}, 홍길동 {홍길동} \uFFFD{말한다}", {"PERSON", "PERSON", "PERSON", "CLAIM"});
  document.document.info.substitutions = {{TextPos(26), "00"}};
  const AnnotationId claim_id{kSecond, 4};
  AnnotationSet& set = document.set({document.document.info.key, kSecond, false});
  Annotation claim = set.annotations().at(claim_id);
  claim.attributes = {{"day", {"2026-11-21"}}, {"sum", {"12"}}, {"restated", {"12"}}};
  set.put(claim);
  project.put(document, "CLAIM", Spans(std::vector<Span>{{18, 19}, {20, 21}}));
  project.put(document, "about", Relation{{{"a", {{}, claim_id}}, {"b", {{}, claim_id}}}});
  AnnotationSet& relations = document.set({document.document.info.key, kSecond, false});
  Annotation about = relations.annotations().at({kSecond, 6});
  about.attributes = {{"since", {"2026-11-21"}}};
  relations.put(about);
  const ExportSource hidden = project.pseudonyms({"PERSON"}).applied_to(project.delivery.source());
  EXPECT_EQ(losses_of(hidden), (std::vector<ExportLoss>{{AnnotationFeature::SchemaDetails, 1},
                                                        {AnnotationFeature::DiscontinuousSpans, 1},
                                                        {AnnotationFeature::AttributeValues, 2},
                                                        {AnnotationFeature::RelationAttributes, 1}}));
  EXPECT_EQ(hidden.schema.find_attribute("CLAIM", "sum")->default_value, "");
  EXPECT_EQ(hidden.schema.find_attribute("about", "since")->default_value, "2026-11-22");
  EXPECT_EQ(losses_of(hidden), (std::vector<ExportLoss>{{AnnotationFeature::DiscontinuousSpans, 1},
                                                        {AnnotationFeature::AttributeValues, 2},
                                                        {AnnotationFeature::RelationAttributes, 1}}))
      << "each is told once";
}

TEST(PseudonymsTest, ParticlesFitTheStandInAndSpansFollow) {
  Project project;
  AnnotatedDocument& document = project.add("🚀 {{홍길동}으로}부터 {{김철수}{와}} ‘{한빛}’이, {홍길동}이",
                                            {"CLAIM", "PERSON", "CLAIM", "PERSON", "CLAIM", "ORG", "PERSON"});
  document.document.info.zones = {{ZoneKind::Lead, Span(6, 9)}};
  const AnnotatedDocument hidden =
      project.pseudonyms({"PERSON", "ORG"}).applied_to(project.delivery.source()).document(0);
  EXPECT_EQ(hidden.document.text.utf8(), "🚀 인물1로부터 인물2와 ‘기관1’이, 인물1이");
  EXPECT_EQ(quotes_of(hidden), (Quotes{"인물1로", "인물1", "인물2와", "인물2", "와", "기관1", "인물1"}));
  EXPECT_EQ(hidden.document.info.zones, (std::vector<Zone>{{ZoneKind::Lead, Span(5, 8)}})) << "로부터";
}

TEST(PseudonymsTest, ASpanThatEndsInsideAParticleIsWidenedToIt) {
  Project project;
  project.add("🚀 {홍길동}", {"PERSON"});
  project.add("🚀 {저 홍길동으}로", {"CLAIM"});
  const ExportSource hidden = project.pseudonyms({"PERSON"}).applied_to(project.delivery.source());
  EXPECT_EQ(quotes_of(hidden.document(1)), Quotes{"저 인물1로"});
}

TEST(PseudonymsTest, WhatIsNoParticleOrPartOfAnotherSurfaceStays) {
  Project project;
  project.add("🚀 {가}, {한빛}이노베이션, {한빛}이{순신}, {한빛}씨가", {"CLAIM", "ORG", "ORG", "ORG", "ORG"});
  EXPECT_EQ(project.pseudonyms({"ORG"}).applied_to(project.delivery.source()).document(0).document.text.utf8(),
            "🚀 가, 기관1이노베이션, 기관1이기관2, 기관1씨가");
}

TEST(PseudonymsTest, NoSurfaceComesAboutInAParticle) {
  Project project;
  project.add("🚀 {네이버}는 하나, {네이버}는 둘, {은 하나}", {"ORG", "ORG", "ORG"});
  EXPECT_EQ(project.pseudonyms({"ORG"}).applied_to(project.delivery.source()).document(0).document.text.utf8(),
            "🚀 기관1는 하나, 기관1은 둘, 기관2");
}

TEST(PseudonymsTest, NamesThatBecomeTheSameStayApart) {
  Project project;
  project.add("🚀 {Huawei}", {"ORG"}, "Huawei");
  project.add("🚀", {}, "HUAWEI");
  const ExportSource hidden = project.pseudonyms({"ORG"}).applied_to(project.delivery.source());
  EXPECT_EQ(hidden.document(0).document.info.name, "기관1");
  EXPECT_EQ(hidden.document(1).document.info.name, "기관1 (2)");
  EXPECT_EQ(hidden.document(0).document.info.name, "기관1") << "asked again";
}

TEST(PseudonymsTest, SaysWhichSurfacesStandInIds) {
  Project project;
  project.add("🚀 {ORG} {fact} {홍길동}", {"ORG", "ORG", "ORG"});
  EXPECT_EQ(project.pseudonyms({"ORG"}).kept_in_ids(project.delivery.schema),
            (std::vector<std::string>{"ORG", "fact"}));
}

TEST(PseudonymsTest, CanBeCancelled) {
  Project project;
  project.add("🚀 {홍길동}", {"PERSON"});
  EXPECT_EQ(error_of([&] { Pseudonyms(project.delivery.source(), {{"PERSON"}}, {}, [](double) { return false; }); }),
            ErrorKind::Cancelled);
}

// Everything at random, in every format.

/// A project of texts, names and values made from a few pieces, so that surfaces lie in each other, overlap and meet.
Project random_project(unsigned seed) {
  static constexpr std::array<std::string_view, 24> kPieces{
      "가", "나", "는", "으로", "홍", "길동", "인물", "인",           "관1",    "기관", " ",  "  ",
      "\n", "🚀",  "AI", "ai",   "1",  "_",    "-",    "\u1112\u1161", "\u11AB", "하",   "&<", "\u1100\u1161"};
  std::mt19937 random(seed);
  const auto below = [&](std::uint32_t limit) {
    return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random);
  };
  const auto words = [&](std::uint32_t most) {
    std::string made;
    for (std::uint32_t count = below(most) + 1; count > 0; --count) made += kPieces[below(kPieces.size())];
    return made;
  };
  Project project;
  project.delivery.schema.labels[1].description = words(9);
  for (std::uint32_t count = below(4) + 1; count > 0; --count) {
    const std::string text = "🚀" + words(60);
    AnnotatedDocument& document = project.add("", {}, "글 " + words(4) + std::to_string(count));
    const DocumentInfo old = document.document.info;
    document.document = Document::make(old.name, Text(text));
    DocumentInfo& info = document.document.info;
    info.key = old.key;
    info.title = words(5);
    info.metadata = {{words(2), words(6)}};
    const std::uint32_t length = info.code_points;
    const auto span = [&] {
      const std::uint32_t start = below(length);
      return Span(start, start + 1 + below(std::min(length - start, 5U)));
    };
    info.zones = {{ZoneKind::Lead, span()}};
    for (std::uint32_t i = below(7); i > 0; --i) {
      std::vector<Span> segments{span()};
      if (below(4) == 0) segments.push_back(span());
      project.put(document, std::array{"PERSON", "ORG", "CLAIM"}[below(3)], Spans(segments));
    }
    for (auto& [key, set] : document.sets) {
      for (Annotation annotation : std::vector<Annotation>{set.annotations().begin()->second}) {
        annotation.note = words(5);
        if (annotation.label == "CLAIM") annotation.attributes = {{"restated", {words(5)}}};
        set.put(annotation);
      }
    }
  }
  return project;
}

/// Whether line ends or signs of ASCII are in it, with which formats surround a text or a character.
bool has_signs(const std::string& surface) {
  return std::any_of(surface.begin(), surface.end(), [](char c) {
    return (c == '\n' || c > ' ') && c < 0x7F && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') &&
           !(c >= 'a' && c <= 'z');
  });
}

/// The surfaces that must not be readable anywhere: those that some letter beyond ASCII tells from the words of a
/// format, and that are no single Hangul letter.
std::set<std::string> secrets_of(const Delivery& delivery, const std::set<std::string>& labels) {
  std::set<std::string> secrets;
  for (const AnnotatedDocument& document : delivery.documents) {
    for (const auto& [key, set] : document.sets) {
      for (const auto& [id, annotation] : set.annotations()) {
        if (annotation.spans() == nullptr || labels.count(annotation.label) == 0) continue;
        for (const Span& segment : annotation.spans()->segments()) {
          const std::string surface(trimmed_surface(document.document.text.slice(segment)));
          const bool plain = std::all_of(surface.begin(), surface.end(), [](char c) { return c >= 0; });
          const std::u32string letters = ComparedText(surface).plain;
          const bool single = letters.size() == 1 && is_hangul_letter(letters.front());
          if (!plain && !single && is_telling(surface)) secrets.insert(surface);
        }
      }
    }
  }
  return secrets;
}

/// The files of an export by name, those of archives taken out.
std::map<std::string, std::string> contents_of(const std::filesystem::path& path) {
  std::map<std::string, std::string> files;
  for (const auto& [name, bytes] : all_bytes_of(path)) {
    files[name] = bytes;
    const std::filesystem::path file = name.empty() ? path : path / name;
    zip_t* const archive = zip_open(file.c_str(), ZIP_RDONLY, nullptr);
    if (archive == nullptr) continue;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
      zip_stat_t entry;
      zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &entry);
      zip_file_t* const part = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
      std::string content(entry.size, '\0');
      zip_fread(part, content.data(), content.size());
      zip_fclose(part);
      files[name + "/" + entry.name] = content;
    }
    zip_discard(archive);
  }
  return files;
}

void expect_hidden(const ExportSource& hidden, const std::set<std::string>& secrets) {
  for (const ExportFormat& format : export_formats()) {
    SCOPED_TRACE(format.id);
    const TempFolder folder;
    const std::filesystem::path out = folder / "out";
    // Reads it back: every quote is where it is said to be.
    ExportOptions options = example_options();
    options.values = {{"headings", "en"}, {"language", "en"}};  // words of the format itself may be anything
    write_export(format, hidden, out, options, annotation_reader(format.id), {});
    for (const auto& [name, bytes] : contents_of(out)) {
      for (const std::string& secret : secrets) {
        EXPECT_EQ(bytes.find(secret), std::string::npos) << secret << " in " << name;
        EXPECT_EQ(name.find(secret), std::string::npos) << secret;
      }
    }
  }
}

TEST(PseudonymsTest, NoByteOfAnyFormatTellsASurface) {
  const std::filesystem::path folder = std::filesystem::path(MITJUL_FIXTURES) / "mitjul-xml";
  const Delivery everything = read_delivery(folder / "everything" / "export.xml");
  const Pseudonyms pseudonyms(everything.source(), {{"ENTITY"}, name_rules()}, {});
  const std::set<std::string> secrets = secrets_of(everything, {"ENTITY", "PERSON"});
  EXPECT_GE(secrets.size(), 5U);
  expect_hidden(pseudonyms.applied_to(everything.source()), secrets);
}

TEST(PseudonymsTest, NoByteOfAnyFormatTellsASurfaceOfAnyProject) {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Project project = random_project(seed);
    const Pseudonyms pseudonyms = project.pseudonyms({"PERSON", "ORG"});
    std::set<std::string> secrets = secrets_of(project.delivery, {"PERSON", "ORG"});
    std::erase_if(secrets, has_signs);
    expect_hidden(pseudonyms.applied_to(project.delivery.source()), secrets);
    if (testing::Test::HasFailure()) break;
  }
}

TEST(PseudonymsTest, WhateverIsHiddenStaysAProject) {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Project project = random_project(seed);
    const Pseudonyms pseudonyms = project.pseudonyms({"PERSON", "ORG"});
    const ExportSource hidden = pseudonyms.applied_to(project.delivery.source());
    const Pseudonyms again = project.pseudonyms({"PERSON", "ORG"}, pseudonyms.table());
    EXPECT_EQ(again.table(), pseudonyms.table());
    for (std::size_t i = 0; i < hidden.size; ++i) {
      const AnnotatedDocument document = hidden.document(i);
      EXPECT_EQ(again.applied_to(project.delivery.source()).document(i).document, document.document);
      EXPECT_TRUE(check_document(document, hidden.schema, {}).empty());
      ASSERT_EQ(document.sets.size(), project.delivery.documents[i].sets.size());
      for (const auto& [key, set] : project.delivery.documents[i].sets) {
        ASSERT_EQ(document.sets.at(key).size(), set.size());
        for (const auto& [id, annotation] : set.annotations()) {
          const Spans& now = *document.find(id)->spans();
          EXPECT_LE(now.segments().size(), annotation.spans()->segments().size());
          for (const auto& [other, beside] : set.annotations()) {
            // What came first comes first.
            const Spans& there = *document.find(other)->spans();
            EXPECT_TRUE(annotation.spans()->start() > beside.spans()->start() || now.start() <= there.start());
            EXPECT_TRUE(annotation.spans()->end() > beside.spans()->end() || now.end() <= there.end());
          }
          if (annotation.label == "CLAIM") continue;
          const std::string quote(document.document.text.slice(now.segments().front()));
          const auto stands = [&](const Pseudonym& entry) {
            return quote.find(stand_in_of(entry)) != std::string::npos;
          };
          const std::vector<Pseudonym>& table = pseudonyms.table().entries();
          EXPECT_TRUE(std::any_of(table.begin(), table.end(), stands) || !is_telling(quote)) << quote;
        }
      }
    }
    if (testing::Test::HasFailure()) break;
  }
}

}  // namespace
}  // namespace mitjul
