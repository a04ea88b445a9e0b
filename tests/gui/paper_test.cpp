// Documents on paper and in pictures: what is written is read again by others.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/dcmemory.h>
#include <wx/image.h>

#include <filesystem>

#include "core/error.h"
#include "core/file_io.h"
#include "tests/core/values.h"
#include "tests/support/temp_folder.h"
#include "ui/picture_job.h"
#include "ui/printing.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

constexpr std::uint64_t kMostRead = std::uint64_t{1} << 30;

/// Paragraphs of a sentence, each with an organisation and a claim.
PaperContent article(std::uint32_t paragraphs) {
  PaperContent content;
  content.name = "화웨이 보도.txt";
  content.title = "자체 칩 <양산> & 전망";
  content.schema = *preset("claims-entities");
  std::string text;
  const std::string paragraph =
      "🚀 화웨이가 1️⃣ 자체 개발한 AI 칩을 양산한다고 언론이 보도했다.\n";
  const std::uint32_t length = Text(paragraph).length();
  for (std::uint32_t i = 0; i < paragraphs; ++i) {
    text += paragraph;
    content.annotations.push_back(annotation(2 * i + 1, "ORG", Span(i * length + 2, i * length + 5)));
    content.annotations.push_back(annotation(2 * i + 2, "CLAIM", Span(i * length + 2, i * length + 26)));
  }
  content.text = Text(text);
  return content;
}

class PaperTest : public testing::Test {
 protected:
  PictureJob job(PictureFormat format, const fs::path& place, std::uint32_t paragraphs, double scale = 1) const {
    return {format, scale, {{[paragraphs] { return article(paragraphs); }, place}}};
  }
  static void run(PictureJob& job) {
    double share = 0;
    while (job.step()) {
      EXPECT_GE(job.share(), share);
      share = job.share();
    }
  }
  /// How often something stands in a file.
  static std::size_t count(const fs::path& file, const std::string& words) {
    const std::string bytes = read_file(file, kMostRead);
    std::size_t found = 0;
    for (std::size_t at = bytes.find(words); at != std::string::npos; at = bytes.find(words, at + 1)) ++found;
    return found;
  }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(home_.path()), fs::directory_iterator()));
  }

  const TempFolder home_;
};

TEST_F(PaperTest, APdfHasAsManyPagesAsTheDocumentHasSheets) {
  PaperDocument document(article(120), Paper());
  while (document.lay_out_some()) {
  }
  ASSERT_GT(document.sheets(), 4U);
  const fs::path place = home_ / "보도.pdf";
  PictureJob made = job(PictureFormat::Pdf, place, 120);
  run(made);
  EXPECT_EQ(made.written(), 1U);
  EXPECT_THAT(read_file(place, kMostRead), StartsWith("%PDF-1."));
  EXPECT_EQ(count(place, "/Type /Page") - count(place, "/Type /Pages"), document.sheets());
  EXPECT_EQ(files(), 1U);
}

TEST_F(PaperTest, TheTextOfAPdfIsText) {
  const fs::path place = home_ / "보도.pdf";
  PictureJob made = job(PictureFormat::Pdf, place, 3);
  run(made);
  // Which characters its glyphs are: what copies and searches in it go by.
  EXPECT_GT(count(place, "/ToUnicode"), 0U);
  EXPECT_GT(count(place, "/Title"), 0U);
}

TEST_F(PaperTest, AnSvgIsOnePictureAsHighAsTheText) {
  PaperDocument document(article(20), std::nullopt);
  while (document.lay_out_some()) {
  }
  const fs::path place = home_ / "보도.svg";
  PictureJob made = job(PictureFormat::Svg, place, 20);
  run(made);
  EXPECT_THAT(read_file(place, kMostRead), HasSubstr("height=\"" + std::to_string(document.picture_height()) + "px\""));
  EXPECT_EQ(std::system(("xmllint --noout '" + place.string() + "'").c_str()), 0);
}

TEST_F(PaperTest, APngHasThePixelsThatWereAskedFor) {
  PaperDocument document(article(10), std::nullopt);
  while (document.lay_out_some()) {
  }
  for (const int scale : {1, 2}) {
    const fs::path place = home_ / (std::to_string(scale) + ".png");
    PictureJob made = job(PictureFormat::Png, place, 10, scale);
    run(made);
    wxImage image;
    ASSERT_TRUE(image.LoadFile(place.string()));
    EXPECT_EQ(image.GetWidth(), document.picture_width() * scale);
    EXPECT_EQ(image.GetHeight(), document.picture_height() * scale);
    // Light at its edge, whatever the window looks like.
    EXPECT_EQ(image.GetRed(1, 1), 255);
    EXPECT_EQ(image.GetRed(1, image.GetHeight() - 2), 255);
  }
}

TEST_F(PaperTest, APngThatWouldBeTooHighIsRefusedWithItsHeight) {
  PictureJob made = job(PictureFormat::Png, home_ / "보도.png", 1200);
  run(made);
  EXPECT_EQ(made.written(), 0U);
  ASSERT_EQ(made.left_out().GetCount(), 1U);
  EXPECT_TRUE(made.left_out()[0].Contains("32,767")) << made.left_out()[0];
  EXPECT_EQ(files(), 0U);
}

TEST_F(PaperTest, AnExportThatIsCancelledLeavesNothing) {
  {
    PictureJob made = job(PictureFormat::Pdf, home_ / "보도.pdf", 200);
    while (made.step() && made.share() < 0.7) {
    }
    EXPECT_LT(made.share(), 1);
  }
  EXPECT_EQ(files(), 0U);
}

TEST_F(PaperTest, AFullDiskIsSaidAndLeavesNothing) {
  // Every write to it fails as on a full disk.
  const fs::path full = "/dev/full";
  if (!fs::exists(full)) GTEST_SKIP() << "no /dev/full";
  for (const PictureFormat format : {PictureFormat::Pdf, PictureFormat::Svg, PictureFormat::Png}) {
    PictureJob made = job(format, full, 5);
    try {
      run(made);
      FAIL() << "nothing was thrown";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::DiskFull);
    }
  }
}

TEST_F(PaperTest, AFolderThatIsNotThereIsSaid) {
  PictureJob made = job(PictureFormat::Pdf, home_ / "없음" / "보도.pdf", 5);
  EXPECT_THROW(run(made), Error);
}

TEST_F(PaperTest, ADocumentThatIsDamagedIsLeftOutAndTheOthersAreWritten) {
  const auto damaged = []() -> PaperContent { throw Error(ErrorKind::Damaged, "p.mitjul", "quote"); };
  PictureJob made(PictureFormat::Pdf, 1, {{damaged, home_ / "1.pdf"}, {[] { return article(1); }, home_ / "2.pdf"}});
  run(made);
  EXPECT_EQ(made.written(), 1U);
  EXPECT_EQ(made.left_out().GetCount(), 1U);
  EXPECT_TRUE(fs::exists(home_ / "2.pdf"));
}

TEST_F(PaperTest, AnEmptyDocumentHasOnePage) {
  PaperDocument document(PaperContent{}, Paper{});
  while (document.lay_out_some()) {
  }
  EXPECT_EQ(document.sheets(), 1U);
}

TEST_F(PaperTest, TheLegendTakesSheetsOfItsOwnWhereItIsLong) {
  PaperContent content = article(1);
  PaperDocument before(content, Paper());
  while (before.lay_out_some()) {
  }
  for (int i = 0; i < 400; ++i) {
    Label label;
    label.id = "L" + std::to_string(i);
    label.name =
        "이름이 한 줄을 거의 다 채울 만큼 아주아주 긴 라벨이어서 두 칸에 나란히 들어가지 않음 " + std::to_string(i);
    content.schema.labels.push_back(label);
    content.annotations.push_back(annotation(1000 + i, label.id, Span(2, 5)));
  }
  PaperDocument document(content, Paper());
  while (document.lay_out_some()) {
  }
  EXPECT_EQ(before.sheets(), 1U);
  EXPECT_GT(document.sheets(), 5U);
}

TEST_F(PaperTest, APrintoutHasTheSheetsOfThePdfAndDrawsThem) {
  PaperDocument document(article(120), Paper());
  while (document.lay_out_some()) {
  }
  PaperPrintout printout(article(120));
  printout.SetPageSizeMM(210, 297);
  printout.SetPageSizePixels(840, 1188);
  wxBitmap bitmap(840, 1188, 24);
  wxMemoryDC dc(bitmap);
  dc.SetBackground(*wxWHITE_BRUSH);
  dc.Clear();
  printout.SetDC(&dc);
  printout.OnPreparePrinting();
  int first = 0;
  int last = 0;
  int from = 0;
  int to = 0;
  printout.GetPageInfo(&first, &last, &from, &to);
  EXPECT_EQ(first, 1);
  EXPECT_EQ(last, static_cast<int>(document.sheets()));
  EXPECT_FALSE(printout.HasPage(0));
  EXPECT_FALSE(printout.HasPage(last + 1));
  ASSERT_TRUE(printout.OnPrintPage(2));
  dc.SelectObject(wxNullBitmap);
  const wxImage image = bitmap.ConvertToImage();
  // The margins are white all around, and what is between them is not.
  const auto is_white = [&](int x, int y) {
    return image.GetRed(x, y) + image.GetGreen(x, y) + image.GetBlue(x, y) == 765;
  };
  std::size_t coloured = 0;
  for (int y = 0; y < image.GetHeight(); ++y) {
    for (int x = 0; x < image.GetWidth(); ++x) {
      const bool margin = x < 65 || x > 840 - 65 || y < 65 || y > 1188 - 65;
      if (margin) {
        ASSERT_TRUE(is_white(x, y)) << x << ", " << y;
      }
      if (!is_white(x, y)) ++coloured;
    }
  }
  EXPECT_GT(coloured, 20000U);
}

TEST(PictureFileNameTest, IsTheDocumentsWithoutWhatFileSystemsRefuse) {
  std::set<std::string> taken;
  EXPECT_EQ(picture_file_name("기사.txt", "pdf", taken), "기사.pdf");
  EXPECT_EQ(picture_file_name("기사", "pdf", taken), "기사 (2).pdf");
  EXPECT_EQ(picture_file_name("5.24 기사", "pdf", taken), "5.24 기사.pdf");
  EXPECT_EQ(picture_file_name("a/b: c?", "svg", taken), "a_b_ c_.svg");
  EXPECT_EQ(picture_file_name(".숨김", "pdf", taken), "_.숨김.pdf");
  std::string longest;
  for (int i = 0; i < 200; ++i) longest += "가";
  EXPECT_LE(picture_file_name(longest, "pdf", taken).size(), 210U);
}

}  // namespace
}  // namespace mitjul
