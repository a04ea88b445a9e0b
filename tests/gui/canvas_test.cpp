// Mouse and keys in the text: real events of the screen, on text whose characters are more than they seem.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "tests/gui/text_frame.h"
#include "view/caret.h"

namespace mitjul {
namespace {

constexpr const char* kText =
    "🚀 화웨이가 1️⃣ 자체 개발한 AI 칩을 🇨🇳 선전에서 양산한다고 🇰🇷🇺🇸 "
    "언론이 "
    "2️⃣ "
    "보도했다.\n"
    "각국 정부는 \u1112\u1161\u11AB\u1100\u116E\u11A8 기업\u1112\u1161\u11AB\u1110\u1166 👩‍💻 개발자 "
    "지원을 "
    "👍🏽 "
    "늘렸다. "
    "é와 o\u0308는 결합 문자다.\n\n"
    "3️⃣ “엔비디아의 H100과 견줄 만하다”라고 관계자는 말했다. "
    "\u1106\u1175\u11AE\u110C\u116E\u11AF "
    "긋기 "
    "🇪🇺의 "
    "규제, "
    "❤️ 그리고 𠮷野家.";

class CanvasTest : public TextFrameTest {
 protected:
  CanvasTest() : TextFrameTest("글자.txt", kText, wxSize(760, 600)) {}

  wxPoint point_of(TextPos pos) const {
    const wxRect caret = canvas_->caret_rectangle(pos).value();
    return canvas_->ClientToScreen(wxPoint(caret.x, caret.y + caret.height / 2));
  }
  TextPos random_boundary() {
    for (;;) {
      const TextPos pos(static_cast<std::uint32_t>(random_() % (text().length() + 1)));
      if (text().is_grapheme_boundary(pos)) return pos;
    }
  }
  /// Moves like a hand: not in one leap.
  void drag(TextPos from, TextPos to) {
    const wxPoint start = point_of(from);
    const wxPoint end = point_of(to);
    mouse_.MouseMove(start);
    mouse_.MouseDown();
    settle();
    mouse_.MouseMove((start + end) / 2);
    settle();
    mouse_.MouseMove(end);
    mouse_.MouseUp();
    settle();
  }
  std::string quote() const { return std::string(text().slice(editor_->selection().span())); }
  /// The middle of its chip, on the screen.
  std::optional<wxPoint> chip_of(const AnnotationId& id) const {
    for (const Viewport::VisibleBlock& visible : canvas_->viewport()->visible()) {
      for (const Line& line : canvas_->page()->layout(visible.block).lines) {
        for (const Chip& chip : line.chips) {
          if (chip.mark->id != id) continue;
          const float x = canvas_->viewport()->left() + (chip.x.left + chip.x.right) / 2;
          const int y = visible.y + line.lane_tops[static_cast<std::size_t>(chip.lane)] + 8;
          return canvas_->ClientToScreen(wxPoint(static_cast<int>(x), y));
        }
      }
    }
    return std::nullopt;
  }

  std::mt19937 random_{20261122};  // NOLINT: the same drags every time
};

TEST_F(CanvasTest, ThreeHundredDragsSelectWhatTheyTouch) {
  for (int i = 0; i < 300; ++i) {
    const TextPos from = random_boundary();
    const TextPos to = random_boundary();
    const wxPoint way = point_of(to) - point_of(from);
    if (std::abs(way.x) < 12 && std::abs(way.y) < 12) continue;
    const bool by_character = i % 2 == 0;
    editor_->select(Selection(TextPos(0)));
    if (by_character) mouse_.KeyDown(WXK_ALT);
    drag(from, to);
    if (by_character) mouse_.KeyUp(WXK_ALT);
    const Selection expected = by_character ? Selection(from, to) : words_->dragged(from, to);
    ASSERT_TRUE(comes_true([&] { return editor_->selection() == expected; }))
        << "drag " << i << " from " << from.value() << " to " << to.value() << ": expected "
        << text().slice(expected.span()) << ", got " << quote();
  }
}

TEST_F(CanvasTest, ThreeHundredKeySelectionsSelectWhatTheyPass) {
  int arrived = 0;
  canvas_->Bind(wxEVT_KEY_DOWN, [&](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_RIGHT || event.GetKeyCode() == WXK_LEFT) ++arrived;
    event.Skip();
  });
  int sent = 0;
  for (int i = 0; i < 300; ++i) {
    const TextPos start = random_boundary();
    editor_->select(Selection(start));
    Selection expected(start);
    std::string pressed;
    for (std::uint32_t presses = 1 + random_() % 4; presses > 0; --presses) {
      const bool forward = random_() % 2 == 0;
      const bool eojeol = random_() % 3 == 0;
      mouse_.Char(forward ? WXK_RIGHT : WXK_LEFT, wxMOD_SHIFT | (eojeol ? wxMOD_CONTROL : 0));
      ++sent;
      pressed += std::string(eojeol ? " eojeol" : " character") + (forward ? " on" : " back");
      const TextPos caret = expected.caret;
      if (eojeol) {
        expected.caret = forward ? next_eojeol(text(), caret) : previous_eojeol(text(), caret);
      } else {
        expected.caret = forward ? text().next_grapheme(caret) : text().previous_grapheme(caret);
      }
    }
    ASSERT_TRUE(comes_true([&] { return arrived == sent; })) << "selection " << i;
    ASSERT_EQ(editor_->selection(), expected) << "selection " << i << " from " << start.value() << pressed
                                              << ": expected " << text().slice(expected.span()) << ", got " << quote();
  }
}

TEST_F(CanvasTest, ADoubleClickSelectsTheWordWithoutItsParticleAndALabelKeyAnnotatesIt) {
  const TextPos in_word(5);  // 화웨|이가
  const wxPoint point = point_of(in_word);
  mouse_.MouseMove(point);
  mouse_.MouseDblClick();
  ASSERT_TRUE(comes_true([&] { return quote() == "화웨이"; })) << quote();
  mouse_.Char('2');
  ASSERT_TRUE(comes_true([&] { return editor_->selected_annotation().has_value(); }));
  EXPECT_EQ(editor_->selected()->label, "ORG");
  // In the file, not only on the screen.
  ProjectFile file(project_.path);
  EXPECT_EQ(file.load(document_).sets.begin()->second.size(), 1U);
}

TEST_F(CanvasTest, ADoubleClickOnTheSelectedWordSelectsWhatIsAroundIt) {
  const wxPoint point = point_of(TextPos(5));
  mouse_.MouseMove(point);
  for (const std::string_view expected : {"화웨이", "화웨이가"}) {
    mouse_.MouseDblClick();
    ASSERT_TRUE(comes_true([&] { return quote() == expected; })) << quote();
    wxMilliSleep(600);  // or the next click is the third
  }
  mouse_.MouseDblClick();
  ASSERT_TRUE(comes_true([&] { return quote().ends_with("보도했다."); })) << quote();
}

TEST_F(CanvasTest, ControlAndADragAddASegment) {
  drag(TextPos(2), TextPos(5));
  ASSERT_TRUE(comes_true([&] { return quote() == "화웨이"; }));
  mouse_.KeyDown(WXK_CONTROL);
  const std::size_t ai = text().utf8().find("AI");
  const TextPos second = text().from_byte(static_cast<std::uint32_t>(ai));
  drag(second, second + 2);
  mouse_.KeyUp(WXK_CONTROL);
  ASSERT_TRUE(comes_true([&] { return editor_->selected_segments().size() == 2; }));
  mouse_.Char('8');
  ASSERT_TRUE(comes_true([&] { return editor_->selected() != nullptr; }));
  EXPECT_TRUE(editor_->selected()->spans()->discontinuous());
}

TEST_F(CanvasTest, ClicksOnAStackGoOutwards) {
  editor_->select(Selection(TextPos(2), TextPos(6)));
  editor_->apply_label("CLAIM");
  const AnnotationId outer = editor_->selected_annotation().value();
  editor_->select(Selection(TextPos(2), TextPos(5)));
  editor_->apply_label("ORG");
  const AnnotationId inner = editor_->selected_annotation().value();
  editor_->select(Selection(TextPos(0)));
  const wxPoint point = point_of(TextPos(3)) + wxPoint(4, 0);
  click(point);
  EXPECT_TRUE(comes_true([&] { return editor_->selected_annotation() == inner; }));
  wxMilliSleep(600);  // or the second click is half of a double one
  click(point);
  EXPECT_TRUE(comes_true([&] { return editor_->selected_annotation() == outer; }));
}

TEST_F(CanvasTest, AClickOnAChipChoosesItsOwnerWhateverLiesInside) {
  const AnnotationId outer = annotate({TextPos(2), TextPos(20)}, "CLAIM");
  const AnnotationId inner = annotate({TextPos(2), TextPos(5)}, "ORG");
  for (const AnnotationId& id : {outer, inner, outer}) {
    const auto chip = chip_of(id);
    ASSERT_TRUE(chip);
    for (int clicks = 0; clicks < 2; ++clicks) {
      click(*chip);
      ASSERT_TRUE(comes_true([&] { return editor_->selected_annotation() == id; }));
      wxMilliSleep(600);  // or the next click is half of a double one
    }
  }
}

TEST_F(CanvasTest, EveryPieceOfADiscontinuousSpanStandsForAllOfIt) {
  editor_->select(Selection(TextPos(2), TextPos(6)));
  editor_->keep_segment();
  const AnnotationId joined = annotate({TextPos(11), TextPos(20)}, "CLAIM");
  ASSERT_TRUE(editor_->selected()->spans()->discontinuous());
  const AnnotationId word = annotate({TextPos(14), TextPos(16)}, "MISC");
  editor_->select(Selection(TextPos(0)));
  const std::vector<std::pair<TextPos, AnnotationId>> clicks{
      {TextPos(3), joined}, {TextPos(15), word}, {TextPos(15), joined}, {TextPos(15), word}};
  for (const auto& [pos, expected] : clicks) {
    click(point_of(pos) + wxPoint(3, 0));
    ASSERT_TRUE(comes_true([&] { return editor_->selected_annotation() == expected; })) << pos.value();
    wxMilliSleep(600);
  }
}

TEST_F(CanvasTest, ACardSaysWhatIsUnderAPointerThatRests) {
  annotate({TextPos(2), TextPos(20)}, "CLAIM");
  annotate({TextPos(2), TextPos(5)}, "ORG");
  editor_->select(Selection(TextPos(0)));
  const auto before = std::chrono::steady_clock::now();
  mouse_.MouseMove(point_of(TextPos(3)) + wxPoint(3, 0));
  ASSERT_TRUE(comes_true([&] { return canvas_->card().IsShown(); }));
  EXPECT_GE(std::chrono::steady_clock::now() - before, std::chrono::milliseconds(400));
  // The innermost first.
  const std::vector<CardLine>& lines = canvas_->card().lines();
  ASSERT_FALSE(lines.empty());
  EXPECT_EQ(lines.front().label, "ORG");
  EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const CardLine& line) { return line.label == "CLAIM"; }));
  mouse_.MouseMove(point_of(text().end()) + wxPoint(60, 0));
  EXPECT_TRUE(comes_true([&] { return !canvas_->card().IsShown(); }));
}

TEST_F(CanvasTest, NoCardComesWhileSomethingIsDraggedOrTyped) {
  annotate({TextPos(2), TextPos(20)}, "CLAIM");
  editor_->select(Selection(TextPos(0)));
  mouse_.MouseMove(point_of(TextPos(3)) + wxPoint(3, 0));
  mouse_.MouseDown();
  settle();
  mouse_.MouseMove(point_of(TextPos(8)));
  const auto shown = [&] { return canvas_->card().IsShown(); };
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(900);
  while (std::chrono::steady_clock::now() < end) {
    settle();
    ASSERT_FALSE(shown());
  }
  mouse_.MouseUp();
  settle();
  mouse_.MouseMove(point_of(TextPos(9)));
  ASSERT_TRUE(comes_true(shown));
  mouse_.Char(WXK_RIGHT);
  EXPECT_TRUE(comes_true([&] { return !shown(); }));
}

/// A word of the first sentence, and the whole sentence as a claim.
std::vector<Suggestion> some_suggestions() {
  Suggestion word;
  word.span = Span(2, 5);  // 화웨이
  word.label = "ORG";
  word.reason = {SuggestionReason::Kind::Annotated, 3, 0, ""};
  Suggestion claim;
  claim.span = Span(2, 22);
  claim.label = "CLAIM";
  claim.reason = {SuggestionReason::Kind::Claim, 0, 8, ""};
  return {word, claim};
}

TEST_F(CanvasTest, AClickOnASuggestedWordSelectsItAndPutsTheCaretThere) {
  editor_->set_suggestions(document_, some_suggestions());
  click(point_of(TextPos(4)) + wxPoint(2, 0));
  ASSERT_TRUE(comes_true([&] { return editor_->selected_suggestion() != nullptr; }));
  EXPECT_EQ(editor_->selected_suggestion()->label, "ORG");
  EXPECT_EQ(editor_->selection(), Selection(TextPos(4)));
}

TEST_F(CanvasTest, TheTextOfASuggestedClaimIsForTheCaretAndItsUnderlineForTheClaim) {
  editor_->set_suggestions(document_, some_suggestions());
  const wxPoint inside = point_of(TextPos(12)) + wxPoint(2, 0);
  click(inside);
  ASSERT_TRUE(comes_true([&] { return editor_->selection() == Selection(TextPos(12)); }));
  EXPECT_EQ(editor_->selected_suggestion(), nullptr);
  wxMilliSleep(600);  // or the second click is half of a double one
  click(inside + wxPoint(0, canvas_->caret_rectangle(TextPos(12))->height / 2 - 1));
  ASSERT_TRUE(comes_true([&] { return editor_->selected_suggestion() != nullptr; }));
  EXPECT_EQ(editor_->selected_suggestion()->label, "CLAIM");
}

TEST_F(CanvasTest, ASuggestionUnderAnAnnotationIsTheOutermostOfTheStack) {
  editor_->set_suggestions(document_, some_suggestions());
  editor_->select(Selection(TextPos(2), TextPos(8)));
  editor_->apply_label("MISC");
  const AnnotationId outer = editor_->selected_annotation().value();
  editor_->select(Selection(TextPos(0)));
  const wxPoint point = point_of(TextPos(3)) + wxPoint(4, 0);
  click(point);
  ASSERT_TRUE(comes_true([&] { return editor_->selected_annotation() == outer; }));
  EXPECT_EQ(editor_->selected_suggestion(), nullptr);
  wxMilliSleep(600);
  click(point);
  EXPECT_TRUE(comes_true([&] { return editor_->selected_suggestion() != nullptr; }));
  EXPECT_FALSE(editor_->selected_annotation());
}

TEST_F(CanvasTest, AClickOnTheChipOfASuggestionKeepsItSelected) {
  editor_->set_suggestions(document_, some_suggestions());
  editor_->select_next_suggestion();
  editor_->select_next_suggestion();
  ASSERT_EQ(editor_->selected_suggestion()->label, "ORG");
  const auto chips = canvas_->viewport()->suggested_chips(1);
  ASSERT_EQ(chips.size(), 1U);
  const ViewRect& place = chips[0].place;
  click(canvas_->ClientToScreen(wxPoint(static_cast<int>(place.x) + 6, place.y + place.height - 3)));
  settle();
  ASSERT_NE(editor_->selected_suggestion(), nullptr);
  EXPECT_EQ(editor_->selected_suggestion()->label, "ORG");
}

TEST_F(CanvasTest, DragsAndDoubleClicksOnSuggestionsSelectText) {
  editor_->set_suggestions(document_, some_suggestions());
  drag(TextPos(2), TextPos(5));
  ASSERT_TRUE(comes_true([&] { return quote() == "화웨이"; })) << quote();
  EXPECT_EQ(editor_->selected_suggestion(), nullptr);
  wxMilliSleep(600);
  editor_->select(Selection(TextPos(0)));
  mouse_.MouseMove(point_of(TextPos(4)));
  mouse_.MouseDblClick();
  EXPECT_TRUE(comes_true([&] { return quote() == "화웨이"; })) << quote();
  EXPECT_EQ(editor_->selected_suggestion(), nullptr);
}

TEST_F(CanvasTest, EnterAndDeleteAreForTheSelectedSuggestion) {
  editor_->set_suggestions(document_, some_suggestions());
  const auto pressed = [&](int key, int modifiers = 0) {
    acted_.clear();
    mouse_.Char(key, modifiers);
    return comes_true([&] { return !acted_.empty(); }) ? acted_.back() : Action::About;
  };
  EXPECT_EQ(pressed('.'), Action::NextSuggestion);
  EXPECT_EQ(pressed(WXK_RETURN), Action::EditAttributes);
  EXPECT_EQ(pressed(WXK_DELETE), Action::Delete);
  editor_->select_next_suggestion();
  EXPECT_EQ(pressed(WXK_RETURN), Action::AcceptSuggestion);
  EXPECT_EQ(pressed(WXK_DELETE), Action::RefuseSuggestion);
  EXPECT_EQ(pressed(WXK_BACK), Action::RefuseSuggestion);
  EXPECT_EQ(pressed(WXK_RETURN, wxMOD_SHIFT), Action::AcceptLikeSuggestion);
  EXPECT_EQ(pressed(WXK_DELETE, wxMOD_SHIFT), Action::RefuseLikeSuggestion);
  EXPECT_EQ(pressed(WXK_RETURN, wxMOD_SHIFT | wxMOD_CONTROL), Action::AcceptLabelSuggestions);
}

TEST_F(CanvasTest, TheTooltipSaysWhatIsSuggestedAndWhy) {
  editor_->set_suggestions(document_, some_suggestions());
  mouse_.MouseMove(point_of(TextPos(3)) + wxPoint(3, 0));
  EXPECT_TRUE(comes_true([&] { return canvas_->GetToolTipText().Contains("3"); })) << canvas_->GetToolTipText();
  mouse_.MouseMove(point_of(text().end()) + wxPoint(60, 0));
  EXPECT_TRUE(comes_true([&] { return canvas_->GetToolTipText().empty(); })) << canvas_->GetToolTipText();
}

TEST_F(CanvasTest, AClickEndsARelation) {
  editor_->select(Selection(TextPos(2), TextPos(5)));
  editor_->apply_label("ORG");
  const AnnotationId org = editor_->selected_annotation().value();
  editor_->select(Selection(TextPos(9), TextPos(20)));
  editor_->apply_label("CLAIM");
  editor_->begin_relation();
  click(canvas_->ClientToScreen(canvas_->place_of(org).value()));
  EXPECT_TRUE(comes_true([&] { return related_ == org; }));
}

TEST_F(CanvasTest, SentencesAreSelectedByKeys) {
  editor_->select(Selection(TextPos(3)));
  mouse_.Char(WXK_DOWN, wxMOD_CONTROL);
  ASSERT_TRUE(comes_true([&] { return text().slice({editor_->selection().caret, text().end()}).starts_with("각국"); }));
  mouse_.Char(WXK_DOWN, wxMOD_CONTROL | wxMOD_SHIFT);
  EXPECT_TRUE(comes_true([&] { return quote().ends_with("늘렸다."); })) << quote();
  mouse_.Char(WXK_DOWN, wxMOD_CONTROL | wxMOD_SHIFT);
  EXPECT_TRUE(comes_true([&] { return quote().ends_with("문자다."); })) << quote();
}

TEST_F(CanvasTest, ThePenAnnotatesEveryDrag) {
  editor_->select(Selection(TextPos(0)));
  mouse_.Char('2');
  ASSERT_TRUE(comes_true([&] { return editor_->pen() == "ORG"; }));
  drag(TextPos(2), TextPos(5));
  ASSERT_TRUE(comes_true([&] { return editor_->listed().size() == 1; }));
  const TextPos other = text().end() - 6;
  drag(other, text().end());
  EXPECT_TRUE(comes_true([&] { return editor_->listed().size() == 2; }));
}

TEST_F(CanvasTest, AnEndOfTheSelectionIsMovedByCharacters) {
  drag(TextPos(2), TextPos(4));
  ASSERT_TRUE(comes_true([&] { return quote() == "화웨이"; }));
  wxMilliSleep(600);
  drag(TextPos(5), TextPos(6));
  EXPECT_TRUE(comes_true([&] { return quote() == "화웨이가"; })) << quote();
}

TEST_F(CanvasTest, KeysOfTheTextAreNotTakenByTheMenu) {
  mouse_.Char(WXK_DELETE);
  ASSERT_TRUE(comes_true([&] { return !acted_.empty(); }));
  EXPECT_EQ(acted_.back(), Action::Delete);
  mouse_.Char('r');
  ASSERT_TRUE(comes_true([&] { return acted_.size() == 2; }));
  EXPECT_EQ(acted_.back(), Action::Relate);
}

TEST_F(CanvasTest, ScrollingKeepsWhatIsReadWhenAnnotationsComeAbove) {
  frame_->SetClientSize(500, 120);
  ASSERT_TRUE(comes_true([this] { return canvas_->GetSize().y == 120; }));
  canvas_->viewport()->scroll_to(canvas_->viewport()->page_height());
  ASSERT_FALSE(canvas_->caret_rectangle(TextPos(0)));
  const TextPos last = text().end();
  const int before = canvas_->caret_rectangle(last).value().y;
  // Somewhere above what is seen at the top.
  editor_->select(Selection(TextPos(0), TextPos(1)));
  editor_->apply_label("MISC");
  settle();
  EXPECT_EQ(canvas_->caret_rectangle(last).value().y, before);
}

}  // namespace
}  // namespace mitjul
