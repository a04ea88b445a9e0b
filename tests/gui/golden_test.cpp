// The renderer's pictures, compared with those that were looked at and found right: tests/fixtures/pictures/*.png.
// With MITJUL_UPDATE_PICTURES=1 the pictures are made anew: look at each before it is committed.

#include <gtest/gtest.h>
#include <wx/image.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

#include "tests/gui/scene.h"
#include "tests/support/contrast.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

// Fonts of another version, or another antialiasing, change a little everywhere; a chip that moved changes much in
// one place.
constexpr int kLoudest = 96;               // of 255: a pixel that differs by more counts
constexpr double kDifferingShare = 0.004;  // of all pixels

wxString in_wx(const fs::path& path) { return wxString::FromUTF8(path.string()); }

void expect_picture(const wxImage& image, const std::string& name) {
  const fs::path golden = fs::path(MITJUL_FIXTURES) / "pictures" / (name + ".png");
  if (std::getenv("MITJUL_UPDATE_PICTURES") != nullptr) {
    fs::create_directories(golden.parent_path());
    ASSERT_TRUE(image.SaveFile(in_wx(golden), wxBITMAP_TYPE_PNG));
    return;
  }
  const fs::path actual = fs::current_path() / ("actual-" + name + ".png");
  image.SaveFile(in_wx(actual), wxBITMAP_TYPE_PNG);
  wxImage expected;
  ASSERT_TRUE(expected.LoadFile(golden.string())) << golden;
  ASSERT_EQ(image.GetSize(), expected.GetSize()) << actual;
  const auto bytes = static_cast<std::size_t>(image.GetWidth()) * static_cast<std::size_t>(image.GetHeight()) * 3;
  std::size_t differing = 0;
  for (std::size_t i = 0; i < bytes; i += 3) {
    int loudest = 0;
    for (std::size_t c = i; c < i + 3; ++c)
      loudest = std::max(loudest, std::abs(image.GetData()[c] - expected.GetData()[c]));
    if (loudest > kLoudest) ++differing;
  }
  EXPECT_LE(static_cast<double>(differing) * 3, kDifferingShare * static_cast<double>(bytes))
      << differing << " pixels differ: compare " << actual << " with " << golden;
}

constexpr const char* kArticle =
    "🚀 화웨이가 1️⃣ 자체 개발한 AI 칩을 5월 24일부터 중국 선전 공장에서 양산한다고 "
    "로이터가 "
    "보도했다. "
    "업계 관계자는 “엔비디아의 H100과 견줄 만하다”라고 말했다.\n"
    "🇰🇷 한국반도체산업협회 김철수 전무는 이번 발표가 국내 업체에 미칠 영향은 제한적일 것으로 내다봤다.";

TEST(GoldenTest, OverlapsAndNesting) {
  Scene scene(kArticle);
  scene.mark(
      "CLAIM",
      {"화웨이가 1️⃣ 자체 개발한 AI 칩을 5월 24일부터 중국 선전 공장에서 양산한다"});
  scene.mark("ORG", {"화웨이"});
  scene.mark("PRODUCT", {"자체 개발한 AI 칩"});
  scene.mark("MISC", {"AI 칩을 5월"});
  scene.mark("DATE", {"5월 24일"});
  scene.mark("LOCATION", {"중국 선전"});
  scene.mark("ORG", {"로이터"});
  scene.mark("PERSON", {"김철수"});
  expect_picture(scene.draw(720, 330, light_theme()), "overlaps-and-nesting");
}

TEST(GoldenTest, FourLanes) {
  Scene scene(kArticle);
  scene.mark("CLAIM", {"화웨이가 1️⃣ 자체 개발한 AI 칩을 5월 24일부터"});
  scene.mark("PREMISE", {"자체 개발한 AI 칩을 5월 24일부터 중국"});
  scene.mark("PRODUCT", {"AI 칩을 5월 24일"});
  scene.mark("DATE", {"5월 24일"});
  expect_picture(scene.draw(720, 330, light_theme()), "four-lanes");
}

TEST(GoldenTest, DiscontinuousSpans) {
  Scene scene(kArticle);
  scene.mark("CLAIM", {"화웨이가", "AI 칩을", "양산한다"});
  scene.mark("ORG", {"화웨이"});
  scene.mark("PERSON", {"김철수", "전무"});
  RenderState state;
  state.kept = {Span(31, 33)};
  state.selection = Selection(TextPos(35), TextPos(40));
  expect_picture(scene.draw(720, 330, light_theme(), state), "discontinuous-spans");
}

TEST(GoldenTest, ArcsOverALineEnd) {
  Scene scene(kArticle);
  const AnnotationId claim = scene.mark(
      "CLAIM",
      {"화웨이가 1️⃣ 자체 개발한 AI 칩을 5월 24일부터 중국 선전 공장에서 양산한다"});
  const AnnotationId maker = scene.mark("ORG", {"화웨이"});
  const AnnotationId chip = scene.mark("PRODUCT", {"AI 칩"});
  const AnnotationId reuters = scene.mark("ORG", {"로이터"});
  const AnnotationId cue = scene.mark("CUE", {"보도했다"});
  const AnnotationId person = scene.mark("PERSON", {"김철수"});
  scene.relate("source", claim, reuters);
  scene.relate("cue", claim, cue);
  scene.relate("about", chip, maker);
  scene.relate("about", person, chip);
  scene.relate_outside("supports", person);
  expect_picture(scene.draw(560, 420, light_theme()), "arcs-over-a-line-end");
}

TEST(GoldenTest, DarkWithSelectionAndCaret) {
  Scene scene(kArticle);
  const AnnotationId claim = scene.mark("CLAIM", {"이번 발표가 국내 업체에 미칠 영향은 제한적일 것으로"});
  const AnnotationId person = scene.mark("PERSON", {"김철수"});
  scene.mark("ORG", {"한국반도체산업협회"});
  scene.mark("QUANTITY", {"1️⃣"});
  scene.relate("source", claim, person);
  RenderState state;
  state.selection = Selection(TextPos(2), TextPos(14));
  state.caret = CaretPlace{TextPos(14)};
  state.selected = person;
  expect_picture(scene.draw(720, 330, dark_theme(), state), "dark-with-selection-and-caret");
}

/// Words and claims that are suggested, between two annotations; the claim and a word are returned.
struct Suggested {
  std::size_t claim;
  std::size_t word;
};
Suggested suggest_much(Scene& scene) {
  using Kind = SuggestedMark::Kind;
  scene.mark("PRODUCT", {"AI 칩"});
  scene.mark("PERSON", {"김철수"});
  scene.suggest(
      Kind::Passage, "CLAIM",
      "화웨이가 1️⃣ 자체 개발한 AI 칩을 5월 24일부터 중국 선전 공장에서 양산한다고 "
      "로이터가 보도했다.");
  scene.suggest(Kind::Word, "ORG", "화웨이");
  scene.suggest(Kind::Word, "DATE", "5월 24일");
  scene.suggest(Kind::Word, "LOCATION", "중국 선전");
  const std::size_t word = scene.suggest(Kind::Word, "ORG", "로이터");
  scene.suggest(Kind::Passage, "CLAIM", "업계 관계자는 “엔비디아의 H100과 견줄 만하다”라고 말했다.");
  scene.suggest(Kind::Word, "ORG", "엔비디아");
  scene.suggest(Kind::Word, "PRODUCT", "H100");
  scene.suggest(Kind::Word, "ORG", "한국반도체산업협회");
  const std::size_t claim =
      scene.suggest(Kind::Passage, "CLAIM",
                    "한국반도체산업협회 김철수 전무는 이번 발표가 국내 업체에 미칠 영향은 제한적일 것으로 내다봤다.");
  return {claim, word};
}

TEST(GoldenTest, SuggestionsBesideAnnotations) {
  Scene scene(kArticle);
  const Suggested suggested = suggest_much(scene);
  RenderState state;
  state.suggested = suggested.word;
  expect_picture(scene.draw(720, 330, light_theme(), state), "suggestions-beside-annotations");
}

TEST(GoldenTest, DarkWithASuggestedClaimSelected) {
  Scene scene(kArticle);
  const Suggested suggested = suggest_much(scene);
  RenderState state;
  state.suggested = suggested.claim;
  state.hovered_suggested = suggested.word;
  expect_picture(scene.draw(720, 330, dark_theme(), state), "dark-with-a-suggested-claim-selected");
}

TEST(GoldenTest, SourceAndCueAreProposedForAClaim) {
  using Kind = SuggestedMark::Kind;
  Scene scene(kArticle);
  scene.suggest(Kind::Passage, "CLAIM", "업계 관계자는 “엔비디아의 H100과 견줄 만하다”라고 말했다.");
  scene.suggest(Kind::Proposal, "CLAIM", "김철수 전무는 이번 발표가 국내 업체에 미칠 영향은 제한적일 것으로 내다봤다.",
                "주장");
  scene.suggest(Kind::Proposal, "PERSON", "김철수", "출처");
  scene.suggest(Kind::Proposal, "CUE", "내다봤다", "표지");
  expect_picture(scene.draw(720, 330, light_theme()), "source-and-cue-are-proposed");
}

TEST(GoldenTest, TwiceAsManyPixels) {
  Scene scene(kArticle);
  scene.mark("ORG", {"화웨이"});
  scene.mark("PRODUCT", {"AI 칩"});
  scene.mark("CLAIM", {"화웨이가 1️⃣ 자체 개발한 AI 칩을"});
  expect_picture(scene.draw(480, 260, light_theme(), {}, 2), "twice-as-many-pixels");
}

constexpr const char* kZonedArticle =
    "🚀 해오름 야시장, 석 달 만에 손님 21만 명 넘었다\n"
    "물결일보 고은별 기자 · 2026년 6월 29일\n"
    "매출 18억 원, 낮 손님은 줄어\n"
    "물결시는 석 달 동안 해오름 야시장에 21만 명이 다녀갔다고 밝혔다. 하루에 2,300명꼴이다.\n"
    "밤의 손님\n"
    "“국수 한 그릇을 먹으려고 멀리서 왔다”는 손님이 많았다. 상인들은 밤마다 재료가 모자란다고 했다.\n"
    "자릿세를 3개월 동안 받지 않음\n"
    "우듬지: 밤 장사를 시작하고 빚을 갚았습니다.\n"
    "달\t손님\t매출\n"
    "4월\t6만 명\t5억 원\n"
    "27일 밤 해오름시장에서 손님들이 줄을 서 있다. 물결시 제공\n"
    "ⓒ 물결일보, 무단전재 및 재배포 금지";

/// The same with all its zones and some annotations.
void zone(Scene& scene) {
  const auto lines = split_into_blocks(scene.text());
  std::vector<Zone> zones;
  const std::vector<ZoneKind> kinds{ZoneKind::Title,   ZoneKind::Byline,    ZoneKind::Lead,     ZoneKind::Boilerplate,
                                    ZoneKind::Heading, ZoneKind::Quotation, ZoneKind::ListItem, ZoneKind::Turn,
                                    ZoneKind::Table,   ZoneKind::Table,     ZoneKind::Caption,  ZoneKind::Boilerplate};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (i != 3) zones.push_back({kinds[i], lines.at(i).content()});
  }
  for (const char* const cell : {"달", "손님", "매출", "4월", "6만 명", "5억 원"}) {
    zones.push_back({ZoneKind::Cell, scene.find(cell, lines.at(8).span.start)});
  }
  std::sort(zones.begin(), zones.end(), [](const Zone& a, const Zone& b) { return a.span < b.span; });
  scene.page().set_zones(zones);
  scene.viewport().set_numbered(true);
  scene.mark("LOCATION", {"해오름 야시장"});
  scene.mark("PERSON", {"고은별"});
  scene.mark("ORG", {"물결시"});
  scene.mark("QUANTITY", {"5억 원"});
}

TEST(GoldenTest, TitleHeadingQuotationTableAndBoilerplate) {
  Scene scene(kZonedArticle);
  zone(scene);
  expect_picture(scene.draw(720, 720, light_theme()), "zones");
}

TEST(GoldenTest, DarkTitleHeadingQuotationTableAndBoilerplate) {
  Scene scene(kZonedArticle);
  zone(scene);
  expect_picture(scene.draw(720, 720, dark_theme()), "dark-zones");
}

TEST(GoldenTest, SerifLettersFarApartInANarrowColumn) {
  Scene scene(kZonedArticle);
  zone(scene);
  scene.shaper().set_fonts(TextFace::Serif, 18, 11.5);
  scene.page().set_font(170);
  scene.viewport().set_column(30);
  expect_picture(scene.draw(900, 720, light_theme()), "serif");
}

TEST(GoldenTest, ALongClaimHasBracketsAndLeavesItsWordsTheirFills) {
  Scene scene(kArticle);
  scene.mark(
      "CLAIM",
      {"화웨이가 1️⃣ 자체 개발한 AI 칩을 5월 24일부터 중국 선전 공장에서 양산한다고 "
       "로이터가 "
       "보도했다. "
       "업계 관계자는 “엔비디아의 H100과 견줄 만하다”라고 말했다."});
  scene.mark("ORG", {"화웨이"});
  scene.mark("PRODUCT", {"AI 칩"});
  scene.mark("LOCATION", {"중국 선전"});
  scene.mark("PRODUCT", {"엔비디아의 H100"});
  scene.mark("ORG", {"엔비디아"});
  expect_picture(scene.draw(500, 400, light_theme()), "long-claim");
}

TEST(GoldenTest, SegmentsInSeveralLinesAreJoinedByHooks) {
  Scene scene(kArticle);
  scene.mark("CLAIM", {"화웨이가", "AI 칩을", "양산한다"});
  scene.mark("PERSON", {"김철수", "전무"});
  scene.mark("PRODUCT", {"엔비디아", "견줄 만하다"});
  expect_picture(scene.draw(420, 480, light_theme()), "segments-in-several-lines");
}

TEST(GoldenTest, LongLabelNamesAreShortenedAndStillDiffer) {
  Schema schema;
  for (const char* const name : {"경제정책·통화금융 분야 정부 발표 주장", "경제정책·통화금융 분야 기업 발표 주장",
                                 "경제정책·통화금융 분야 정부 발표 전망", "국제기구와 외국 정부의 공식 발표", "장소"}) {
    Label label;
    label.id = "L" + std::to_string(schema.labels.size());
    label.name = name;
    schema.labels.push_back(label);
  }
  Scene scene(kArticle, schema);
  scene.mark("L0", {"화웨이"});
  scene.mark("L1", {"자체"});
  scene.mark("L2", {"AI 칩"});
  scene.mark("L3", {"5월 24일"});
  scene.mark("L4", {"선전"});
  scene.mark("L1", {"로이터"});
  scene.mark("L2", {"보도했다"});
  expect_picture(scene.draw(520, 400, light_theme()), "long-label-names");
}

TEST(GoldenTest, TheEndsOfTheSelectedRelationStandOut) {
  for (const Theme* const theme : {&light_theme(), &dark_theme()}) {
    Scene scene(kArticle);
    const AnnotationId maker = scene.mark("ORG", {"화웨이"});
    const AnnotationId chip = scene.mark("PRODUCT", {"AI 칩"});
    const AnnotationId person = scene.mark("PERSON", {"김철수"});
    scene.relate("about", person, chip);
    RenderState state;
    state.selected = scene.relate("about", chip, maker);
    expect_picture(scene.draw(720, 330, *theme, state), theme->dark ? "dark-selected-relation" : "selected-relation");
    // The pointer on an arc marks the same two.
    std::swap(state.selected, state.hovered);
    expect_picture(scene.draw(720, 330, *theme, state), theme->dark ? "dark-selected-relation" : "selected-relation");
  }
}

TEST(GoldenTest, TextOnFourFillsCanBeReadAndEachFillBeSeen) {
  for (const Theme* const theme : {&light_theme(), &dark_theme()}) {
    // Of blanks, so that nothing but fills is drawn.
    Scene scene(utf8(std::u32string(30, U'\u3000')) + ".");
    for (const auto& [label, span] : std::vector<std::pair<const char*, Span>>{
             {"CLAIM", Span(1, 28)}, {"PREMISE", Span(3, 24)}, {"ORG", Span(5, 20)}, {"PERSON", Span(7, 16)}}) {
      scene.mark(label, Spans(span));
    }
    const wxImage picture = scene.draw(720, 120, *theme);
    const Line& line = scene.page().layout(0).lines.front();
    const auto x = static_cast<int>(scene.viewport().left() + scene.page().x_of({TextPos(12)}));
    std::vector<std::array<unsigned char, 3>> colours;
    for (int y = line.text_top; y < line.text_bottom; ++y) {
      const std::array<unsigned char, 3> colour{picture.GetRed(x, y), picture.GetGreen(x, y), picture.GetBlue(x, y)};
      EXPECT_GE(contrast(theme->text, wxColour(colour[0], colour[1], colour[2])), 4.5) << theme->dark << " " << y;
      if (std::find(colours.begin(), colours.end(), colour) == colours.end()) colours.push_back(colour);
    }
    EXPECT_EQ(colours.size(), 4U) << "each of the four shows";
  }
}

}  // namespace
}  // namespace mitjul
