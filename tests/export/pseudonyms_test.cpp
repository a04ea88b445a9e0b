#include "export/pseudonyms.h"

#include <zip.h>

#include <array>
#include <random>

#include "core/annotation_checks.h"
#include "export/surface_finder.h"
#include "import/formats.h"
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

  Pseudonyms pseudonyms(const std::vector<std::string>& labels, PseudonymTable known = {}, bool single = true) const {
    return Pseudonyms(delivery.source(), {labels, single}, std::move(known));
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

using Quotes = std::vector<std::string>;

TEST(PseudonymsTest, PutsStandInsInThePlaceOfWhatIsAnnotatedAndKeepsEveryQuoteRight) {
  Project project;
  project.add("🚀 {{화웨이}가 {칩}을 확보했다}. {홍길동}의 말", {"CLAIM", "ORG", "CLAIM", "PERSON"});
  const Pseudonyms pseudonyms = project.pseudonyms({"PERSON", "ORG"});
  const AnnotatedDocument document = pseudonyms.applied_to(project.delivery.source()).document(0);
  EXPECT_EQ(document.document.text.utf8(), "🚀 기관1가 칩을 확보했다. 인물1의 말");
  EXPECT_EQ(quotes_of(document), (Quotes{"기관1가 칩을 확보했다", "기관1", "칩", "인물1"}));
  EXPECT_EQ(document.document.info.code_points, 22U);
  EXPECT_EQ(document.document.info.sha256, Document::make("", Text("🚀 기관1가 칩을 확보했다. 인물1의 말")).info.sha256);
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
  EXPECT_EQ(pseudonyms.table().entries(), (std::vector<Pseudonym>{{"홍길동", "PERSON", 1}, {"인물", "PERSON", 2}}));
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

TEST(PseudonymsTest, SingleCharactersAreReplacedEverywhereOrWhereTheyAreAnnotated) {
  Project project;
  project.add("🚀 {천}은 추천했다", {"PERSON"});
  const Pseudonyms everywhere = project.pseudonyms({"PERSON"});
  EXPECT_EQ(everywhere.applied_to(project.delivery.source()).document(0).document.text.utf8(), "🚀 인물1은 추인물1했다");
  EXPECT_EQ(everywhere.single_characters(), std::vector<std::string>{"천"});
  const Pseudonyms annotated = project.pseudonyms({"PERSON"}, {}, false);
  const AnnotatedDocument hidden = annotated.applied_to(project.delivery.source()).document(0);
  EXPECT_EQ(hidden.document.text.utf8(), "🚀 인물1은 추천했다");
  EXPECT_EQ(quotes_of(hidden), Quotes{"인물1"});
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
  static constexpr std::array<std::string_view, 22> kPieces{
      "가", "나", "홍", "길동", "인물", "인", "관1",          "기관",   " ",  "  ", "\n",
      "🚀",  "AI", "ai", "1",    "_",    "-",  "\u1112\u1161", "\u11AB", "하", "&<", "\u1100\u1161"};
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

/// Whether signs of ASCII are in it, with which formats surround a text.
bool has_signs(const std::string& surface) {
  return std::any_of(surface.begin(), surface.end(), [](char c) {
    return c > ' ' && c < 0x7F && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z');
  });
}

/// The surfaces that must not be readable: those that some letter beyond ASCII tells from the words of a format.
std::set<std::string> secrets_of(const Delivery& delivery, const std::set<std::string>& labels) {
  std::set<std::string> secrets;
  for (const AnnotatedDocument& document : delivery.documents) {
    for (const auto& [key, set] : document.sets) {
      for (const auto& [id, annotation] : set.annotations()) {
        if (annotation.spans() == nullptr || labels.count(annotation.label) == 0) continue;
        for (const Span& segment : annotation.spans()->segments()) {
          const std::string surface(trimmed_surface(document.document.text.slice(segment)));
          const bool plain = std::all_of(surface.begin(), surface.end(), [](char c) { return c >= 0; });
          if (!plain && is_telling(surface)) secrets.insert(surface);
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
  const Pseudonyms pseudonyms(everything.source(), {{"ENTITY"}}, {});
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
