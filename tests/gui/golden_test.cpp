// The renderer's pictures, compared with those that were looked at and found right: tests/fixtures/pictures/*.png.
// With MITJUL_UPDATE_PICTURES=1 the pictures are made anew: look at each before it is committed.

#include <gtest/gtest.h>
#include <wx/image.h>

#include <cstdlib>
#include <filesystem>

#include "tests/gui/scene.h"

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

}  // namespace
}  // namespace mitjul
