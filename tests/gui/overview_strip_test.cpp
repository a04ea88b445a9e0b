// The strip beside the scroll bar, on a screen.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/evtloop.h>
#include <wx/frame.h>
#include <wx/sizer.h>
#include <wx/uiaction.h>

#include <chrono>

#include "tests/storage/support.h"
#include "ui/overview_strip.h"

namespace mitjul {
namespace {

constexpr std::uint32_t kParagraph = 9;  // code points, with the line end
constexpr std::uint32_t kParagraphs = 400;

class OverviewStripTest : public testing::Test {
 protected:
  OverviewStripTest() {
    project_.close();
    std::string text;
    for (std::uint32_t i = 0; i < kParagraphs; ++i) text += "🚀 화웨이가 왔\n";
    {
      Workspace workspace(std::make_unique<ProjectFile>(project_.path));
      document_ = import_document(workspace, "긴 글.txt", Text(text));
    }
    editor_ = std::make_unique<Editor>(std::make_unique<ProjectFile>(project_.path));
    editor_->show(document_);
    words_ = std::make_unique<WordSelector>(*editor_, project_words_);
    frame_ = new wxFrame(nullptr, wxID_ANY, "overview", wxPoint(60, 40), wxSize(700, 500));
    text_ = new TextCanvas(frame_, *editor_, *words_,
                           {[](Action) {}, [](const Editor::Refusal&) {}, [](const std::string&) {},
                            [](const AnnotationId&) {}, [](const std::function<void()>& call) { call(); }});
    strip_ = new OverviewStrip(frame_, *text_, *editor_);
    text_->listen_to_view([this] { strip_->follow_text(); });
    editor_->listen([this](const EditorEvent& event) {
      text_->update(event);
      strip_->update(event);
    });
    auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
    sizer->Add(text_, wxSizerFlags(1).Expand());
    sizer->Add(strip_, wxSizerFlags().Expand());
    frame_->SetSizer(sizer);
    frame_->Show();
    frame_->Raise();
    frame_->Layout();
    EXPECT_TRUE(comes_true([this] { return frame_->IsActive() && strip_->GetSize().y > 300; }));
  }
  ~OverviewStripTest() override {
    delete frame_;
    settle();
  }

  static void settle() { wxEventLoopBase::GetActive()->YieldFor(wxEVT_CATEGORY_ALL); }
  static bool comes_true(const std::function<bool()>& condition) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(3);
    while (!condition()) {
      if (std::chrono::steady_clock::now() > end) return false;
      settle();
      wxMilliSleep(1);
    }
    return true;
  }
  /// Annotates the word of a paragraph.
  void annotate(std::uint32_t paragraph) {
    editor_->select(Selection(TextPos(paragraph * kParagraph + 2), TextPos(paragraph * kParagraph + 5)));
    EXPECT_FALSE(editor_->apply_label("ORG"));
  }
  /// The first row with a mark, in any column.
  int marked_row() {
    const Overview& overview = strip_->overview();
    for (int row = 0; row < strip_->GetClientSize().y; ++row) {
      for (std::size_t i = 0; i < overview.columns(); ++i) {
        if (overview.column(i)[static_cast<std::size_t>(row)] != Overview::kNothing) return row;
      }
    }
    return -1;
  }
  wxPoint at_row(int row) const { return strip_->ClientToScreen(wxPoint(strip_->GetClientSize().x / 2, row)); }

  Project project_;
  DocumentKey document_;
  std::unique_ptr<Editor> editor_;
  const ProjectWords project_words_;
  std::unique_ptr<WordSelector> words_;
  wxFrame* frame_;
  TextCanvas* text_;
  OverviewStrip* strip_;
  wxUIActionSimulator mouse_;
};

TEST_F(OverviewStripTest, AnAnnotationIsThereAsSoonAsItIsMadeAndGoesWithUndo) {
  EXPECT_EQ(marked_row(), -1);
  annotate(300);
  const int row = marked_row();
  EXPECT_NEAR(row, strip_->GetClientSize().y * 3 / 4, 8);
  EXPECT_FALSE(editor_->undo());
  EXPECT_EQ(marked_row(), -1);
}

TEST_F(OverviewStripTest, AClickBringsWhatIsThereIntoSight) {
  annotate(300);
  text_->scroll_to(0);
  settle();
  const auto in_sight = [&] { return text_->caret_rectangle(TextPos(300 * kParagraph + 2)).has_value(); };
  ASSERT_FALSE(in_sight());
  mouse_.MouseMove(at_row(marked_row()));
  mouse_.MouseClick();
  EXPECT_TRUE(comes_true(in_sight));
  // The frame around what is seen has followed.
  EXPECT_TRUE(strip_->visible_part().Contains(1, marked_row()));
}

TEST_F(OverviewStripTest, ADragScrollsAndTheWheelDoes) {
  text_->scroll_to(0);
  mouse_.MouseMove(at_row(20));
  mouse_.MouseDown();
  settle();
  mouse_.MouseMove(at_row(strip_->GetClientSize().y / 2));
  settle();
  mouse_.MouseUp();
  settle();
  const std::int64_t middle = text_->viewport()->page_height() / 2;
  EXPECT_NEAR(static_cast<double>(text_->viewport()->scrolled() + text_->GetClientSize().y / 2),
              static_cast<double>(middle), static_cast<double>(middle) / 20);
  const std::int64_t before = text_->viewport()->scrolled();
  wxMouseEvent wheel(wxEVT_MOUSEWHEEL);
  wheel.m_wheelRotation = -120;
  wheel.m_wheelDelta = 120;
  strip_->ProcessWindowEvent(wheel);
  EXPECT_GT(text_->viewport()->scrolled(), before);
}

TEST_F(OverviewStripTest, ATooltipCountsWhatIsThere) {
  annotate(200);
  strip_->set_hits({Span(200 * kParagraph + 2, 200 * kParagraph + 5)});
  int moves = 0;
  // The heights of what is painted for the first time move it by a row or two.
  const auto says = [&](const wxString& words, int below) {
    mouse_.MouseMove(at_row(marked_row() + below) + wxPoint(++moves % 2, 0));
    settle();
    return words.empty() ? strip_->GetToolTipText().empty() : strip_->GetToolTipText().Contains(words);
  };
  EXPECT_TRUE(comes_true([&] { return says("1 annotation", 0); })) << strip_->GetToolTipText();
  EXPECT_TRUE(comes_true([&] { return says("1 hit", 0); })) << strip_->GetToolTipText();
  EXPECT_TRUE(comes_true([&] { return says("", 60); })) << strip_->GetToolTipText();
}

TEST_F(OverviewStripTest, AnotherDocumentHasItsOwn) {
  annotate(300);
  editor_->show({});
  settle();
  EXPECT_EQ(strip_->overview().columns(), 0U);
  editor_->show(document_);
  EXPECT_GE(marked_row(), 0);
}

}  // namespace
}  // namespace mitjul
