// The strip beside the scroll bar, on a screen.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/sizer.h>

#include "tests/gui/text_frame.h"
#include "ui/overview_strip.h"

namespace mitjul {
namespace {

constexpr std::uint32_t kParagraph = 9;  // code points, with the line end
constexpr std::uint32_t kParagraphs = 400;

std::string article() {
  std::string text;
  for (std::uint32_t i = 0; i < kParagraphs; ++i) text += "🚀 화웨이가 왔\n";
  return text;
}

class OverviewStripTest : public TextFrameTest {
 protected:
  OverviewStripTest()
      : TextFrameTest("긴 글.txt", article(), wxSize(700, 500)), strip_(new OverviewStrip(frame_, *canvas_, *editor_)) {
    canvas_->listen_to_view([this] { strip_->follow_text(); });
    editor_->listen([this](const EditorEvent& event) { strip_->update(event); });
    auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
    sizer->Add(canvas_, wxSizerFlags(1).Expand());
    sizer->Add(strip_, wxSizerFlags().Expand());
    frame_->SetSizer(sizer);
    frame_->Layout();
    EXPECT_TRUE(comes_true([this] { return strip_->GetSize().y > 300; }));
  }

  static Span word(std::uint32_t paragraph) { return Span(paragraph * kParagraph + 2, paragraph * kParagraph + 5); }
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

  OverviewStrip* strip_;
};

TEST_F(OverviewStripTest, AnAnnotationIsThereAsSoonAsItIsMadeAndGoesWithUndo) {
  EXPECT_EQ(marked_row(), -1);
  annotate(word(300), "ORG");
  const int row = marked_row();
  EXPECT_NEAR(row, strip_->GetClientSize().y * 3 / 4, 8);
  EXPECT_FALSE(editor_->undo());
  EXPECT_EQ(marked_row(), -1);
}

TEST_F(OverviewStripTest, AClickBringsWhatIsThereIntoSight) {
  annotate(word(300), "ORG");
  canvas_->scroll_to(0);
  settle();
  const auto in_sight = [&] { return canvas_->caret_rectangle(word(300).start).has_value(); };
  ASSERT_FALSE(in_sight());
  // The X server now and then keeps the first click from a window that has just come.
  EXPECT_TRUE(comes_true([&] {
    if (!in_sight()) click(at_row(marked_row()));
    return in_sight();
  }));
  // The frame around what is seen has followed.
  EXPECT_TRUE(strip_->visible_part().Contains(1, marked_row()));
}

TEST_F(OverviewStripTest, ADragScrollsAndTheWheelDoes) {
  canvas_->scroll_to(0);
  const auto is_in_the_middle = [&] {
    const std::int64_t middle = canvas_->viewport()->page_height() / 2;
    const std::int64_t seen = canvas_->viewport()->scrolled() + canvas_->GetClientSize().y / 2;
    return std::abs(seen - middle) < middle / 20;
  };
  // The X server now and then keeps the first press from a window that has just come.
  EXPECT_TRUE(comes_true([&] {
    if (is_in_the_middle()) return true;
    mouse_.MouseMove(at_row(20));
    mouse_.MouseDown();
    settle();
    mouse_.MouseMove(at_row(strip_->GetClientSize().y / 2));
    settle();
    mouse_.MouseUp();
    settle();
    return is_in_the_middle();
  }));
  const std::int64_t before = canvas_->viewport()->scrolled();
  wxMouseEvent wheel(wxEVT_MOUSEWHEEL);
  wheel.m_wheelRotation = -120;
  wheel.m_wheelDelta = 120;
  strip_->ProcessWindowEvent(wheel);
  EXPECT_GT(canvas_->viewport()->scrolled(), before);
}

TEST_F(OverviewStripTest, ATooltipCountsWhatIsThere) {
  annotate(word(200), "ORG");
  strip_->set_hits({word(200)});
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

TEST_F(OverviewStripTest, WhatTheTextDoesNotShowIsNotThere) {
  const AnnotationId person = annotate(word(100), "PERSON");
  annotate(word(300), "ORG");
  const int height = strip_->GetClientSize().y;
  EXPECT_NEAR(marked_row(), height / 4, 8);
  editor_->set_filter({"ORG"});
  EXPECT_NEAR(marked_row(), height / 4, 8) << "the list alone is filtered";
  editor_->filter_text(true);
  EXPECT_NEAR(marked_row(), height * 3 / 4, 8);
  editor_->select_annotation(person, false);
  EXPECT_NEAR(marked_row(), height / 4, 8) << "what is selected is shown";
  editor_->select_annotation(std::nullopt, false);
  EXPECT_NEAR(marked_row(), height * 3 / 4, 8);
  editor_->set_filter({});
  EXPECT_NEAR(marked_row(), height / 4, 8);
}

TEST_F(OverviewStripTest, AnotherDocumentHasItsOwn) {
  annotate(word(300), "ORG");
  editor_->show({});
  settle();
  EXPECT_EQ(strip_->overview().columns(), 0U);
  editor_->show(document_);
  EXPECT_GE(marked_row(), 0);
}

}  // namespace
}  // namespace mitjul
