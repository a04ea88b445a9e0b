// The program from outside, as in program_test.cpp: words, occurrences, claims, suggestions, finding and the word list,
// by keys alone, but for the double click.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/defs.h>

#include <algorithm>

#include "core/schema.h"
#include "tests/gui/project_fixture.h"
#include "ui/theme.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const std::string kFirst = "🚀 화웨이가 왔다. 화웨이는 갔다. 정부는 화웨이를 조사한다.\n";
const std::string kSecond = "🚀 화웨이와 가온이 만났다. 시장은 화웨이를 반겼다.\n";

class WordsTest : public ProjectFixture {
 protected:
  struct Bars {
    int pixels = 0;   ///< with the colour of this label's bars
    int lines = 0;    ///< how many lines of text have some
    wxPoint topmost;  ///< the middle of the topmost row of them
  };
  static Bars bars(const std::string& label, const wxRect& place) {
    constexpr int kLineHeight = 12;  // no line is as low
    const wxColour colour = label_colours(preset("claims-entities").value(), label, light_theme()).bar;
    const wxImage picture = picture_of(place);
    Bars found;
    int top = -1;
    int last = -kLineHeight;
    int left = 0;
    int right = 0;
    for (int y = 0; y < picture.GetHeight(); ++y) {
      for (int x = 0; x < picture.GetWidth(); ++x) {
        const bool same = picture.GetRed(x, y) == colour.Red() && picture.GetGreen(x, y) == colour.Green() &&
                          picture.GetBlue(x, y) == colour.Blue();
        if (!same) continue;
        ++found.pixels;
        if (y - last > kLineHeight) ++found.lines;
        last = y;
        if (top < 0) {
          top = y;
          left = x;
        }
        if (y == top) right = x;
      }
    }
    found.topmost = place.GetPosition() + wxPoint((left + right) / 2, top);
    return found;
  }
};

TEST_F(WordsTest, ADoubleClickSelectsTheWordAndAgainTheEojeol) {
  open({{"가.txt", kFirst}});
  const auto text = editor_->wait_for_text();
  ASSERT_TRUE(text);
  go_to_eojeol(1);
  press_key('W');
  press_key('2');
  ASSERT_TRUE(become(ElementsAre("ORG 화웨이 @2 hand")));
  ASSERT_TRUE(comes_true([&] { return bars("ORG", *text).pixels > 0; }));
  // The bar lies below the word.
  const wxPoint word = bars("ORG", *text).topmost - wxPoint(0, 8);
  const auto begin_anew = [&] {
    press_key('Z', wxMOD_CONTROL);
    ASSERT_TRUE(become(IsEmpty()));
    press_key(WXK_HOME, wxMOD_CONTROL);
  };

  begin_anew();
  double_click(word);
  press_key('2');
  EXPECT_TRUE(become(ElementsAre("ORG 화웨이 @2 hand")));

  begin_anew();
  // Each at a place of its own in the word, where it is not taken for a third click.
  double_click(word - wxPoint(9, 0));
  double_click(word + wxPoint(9, 0));
  press_key('2');
  EXPECT_TRUE(become(ElementsAre("ORG 화웨이가 @2 hand")));
}

TEST_F(WordsTest, WSelectsMoreAndShiftWLess) {
  open({{"가.txt", kFirst}});
  const auto annotates = [&](const std::vector<int>& modifiers, const std::string& annotation) {
    go_to_eojeol(1);
    for (const int each : modifiers) press_key('W', each);
    press_key('2');
    EXPECT_TRUE(become(ElementsAre(annotation)));
    press_key('Z', wxMOD_CONTROL);
    ASSERT_TRUE(become(IsEmpty()));
  };
  annotates({0}, "ORG 화웨이 @2 hand");
  annotates({0, 0}, "ORG 화웨이가 @2 hand");
  annotates({0, 0, 0}, "ORG 화웨이가 왔다. @2 hand");
  annotates({0, 0, wxMOD_SHIFT}, "ORG 화웨이 @2 hand");
}

TEST_F(WordsTest, AllOccurrencesAreAnnotatedWhereTheyAreTicked) {
  open({{"가.txt", kFirst}, {"나.txt", kSecond}});
  go_to_eojeol(1);
  press_key('W');
  press_key('2');
  ASSERT_TRUE(become(ElementsAre("ORG 화웨이 @2 hand")));

  press_key(WXK_RETURN, wxMOD_CONTROL);
  ASSERT_TRUE(editor_->wait_for_window("All Occurrences: 화웨이, 기관"));
  ASSERT_TRUE(editor_->wait_for_words("2 of 2 places are ticked, in documents: 1"));
  press_key(WXK_SPACE);
  ASSERT_TRUE(editor_->wait_for_words("1 of 2 places are ticked, in documents: 1"));
  press_key(WXK_RETURN);
  EXPECT_TRUE(become(UnorderedElementsAre("ORG 화웨이 @2 hand", "ORG 화웨이 @24 occurrence")));
  ASSERT_TRUE(is_back());
  press_key('Z', wxMOD_CONTROL);
  EXPECT_TRUE(become(ElementsAre("ORG 화웨이 @2 hand")));

  go_to_eojeol(1);
  press_key(WXK_TAB);
  press_key(WXK_RETURN, wxMOD_CONTROL);
  ASSERT_TRUE(editor_->wait_for_words("2 of 2 places are ticked, in documents: 1"));
  ASSERT_TRUE(editor_->wait_for_window("All Occurrences: 화웨이, 기관"));
  press_key(WXK_TAB, wxMOD_SHIFT);
  ASSERT_TRUE(editor_->wait_for([](const Widget& each) { return each.focused && each.text == "In this document"; }));
  press_key(WXK_DOWN);
  press_key(WXK_SPACE);
  ASSERT_TRUE(editor_->wait_for_words("4 of 4 places are ticked, in documents: 2"));
  press_key(WXK_RETURN);
  EXPECT_TRUE(
      become(UnorderedElementsAre("ORG 화웨이 @2 hand", "ORG 화웨이 @11 occurrence", "ORG 화웨이 @24 occurrence",
                                  "ORG 화웨이 @2 occurrence", "ORG 화웨이 @20 occurrence")));
  ASSERT_TRUE(is_back());
  press_key('Z', wxMOD_CONTROL);
  EXPECT_TRUE(become(ElementsAre("ORG 화웨이 @2 hand")));
}

TEST_F(WordsTest, AClaimIsMadeOfWhatItsPanelProposesAndTakenBackAtOnce) {
  open({{"가.txt", "🚀 가온이 왔다. “내년 매출이 크게 늘어날 것이다”라고 김민수 대표는 말했다. 다들 놀랐다.\n"}});
  const auto ask = [&] {
    go_to_eojeol(4);
    press_key('C');
    return editor_->wait_for([](const Widget& each) { return each.text == "Take  (Enter)"; }).has_value();
  };
  ASSERT_TRUE(ask());
  press_key(WXK_ESCAPE);
  ASSERT_TRUE(is_back());
  EXPECT_THAT(annotations(), IsEmpty());

  // The source with its title, and the type behind `prediction`.
  ASSERT_TRUE(ask());
  press_key(WXK_DOWN);
  press_key(WXK_RIGHT);
  press_key(WXK_RETURN);
  const std::string claim = "CLAIM “내년 매출이 크게 늘어날 것이다”라고 김민수 대표는 말했다. @10 suggestion ";
  EXPECT_TRUE(become(UnorderedElementsAre(
      claim + "attribution=explicit type=opinion", "PERSON 김민수 대표 @32 suggestion", "CUE 말했다 @40 suggestion",
      "source claim=CLAIM source=PERSON suggestion", "cue claim=CLAIM cue=CUE suggestion")));
  ASSERT_TRUE(is_back());
  press_key('Z', wxMOD_CONTROL);
  EXPECT_TRUE(become(IsEmpty()));

  ASSERT_TRUE(ask());
  press_key(WXK_RETURN);
  EXPECT_TRUE(become(UnorderedElementsAre(
      claim + "attribution=explicit type=prediction", "PERSON 김민수 @32 suggestion", "CUE 말했다 @40 suggestion",
      "source claim=CLAIM source=PERSON suggestion", "cue claim=CLAIM cue=CUE suggestion")));
}

TEST_F(WordsTest, AWordSelectedInTheTextIsWhoMakesTheClaim) {
  open({{"가.txt", "🚀 가온이 왔다. “내년 매출이 크게 늘어날 것이다”라고 김민수 대표는 말했다. 다들 놀랐다.\n"}});
  go_to_eojeol(4);
  press_key('C');
  ASSERT_TRUE(editor_->wait_for([](const Widget& each) { return each.text == "Take  (Enter)"; }));
  ASSERT_TRUE(editor_->go_to_text());
  go_to_eojeol(1);
  press_key('W');
  press_key(WXK_RETURN);
  EXPECT_TRUE(become(UnorderedElementsAre(
      "CLAIM “내년 매출이 크게 늘어날 것이다”라고 김민수 대표는 말했다. @10 suggestion attribution=explicit "
      "type=prediction",
      "ORG 가온 @2 suggestion", "CUE 말했다 @40 suggestion", "source claim=CLAIM source=ORG suggestion",
      "cue claim=CLAIM cue=CUE suggestion")));
}

TEST_F(WordsTest, AClaimTakesThePlaceOfWhatWasFoundUntilItIsLetGo) {
  open({{"가.txt", kFirst}});
  press_key('F', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->put_text("ㅎㅇㅇ"));
  ASSERT_TRUE(editor_->wait_for_words("3 hits"));
  press_key(WXK_DOWN);
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor_->wait_for_text());
  press_key('C');
  ASSERT_TRUE(editor_->wait_for([](const Widget& each) { return each.text == "Take  (Enter)"; }));
  EXPECT_FALSE(shows(" hits"));
  // From the text it is let go as well.
  ASSERT_TRUE(editor_->go_to_text());
  press_key(WXK_ESCAPE);
  ASSERT_TRUE(editor_->wait_for_words("3 hits"));
  EXPECT_FALSE(shows("Take  (Enter)"));
  press_key('C');
  ASSERT_TRUE(editor_->wait_for([](const Widget& each) { return each.text == "Take  (Enter)"; }));
  press_key('F', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->wait_for_words("3 hits"));
  EXPECT_FALSE(shows("Take  (Enter)"));
  EXPECT_THAT(annotations(), IsEmpty());
}

TEST_F(WordsTest, SuggestionsAreAcceptedAndRefusedAndStayRefused) {
  open({{"가.txt", "🚀 화웨이 본사\n\n화웨이 지사\n\n화웨이 연구소\n"}}, {"suggestions=on"});
  editor_.reset();
  cli("words", {"--add", "-"}, "화웨이,ORG\n");
  const auto suggested = [&] {
    const std::string all = cli("suggest");
    return std::count(all.begin(), all.end(), '\n');
  };
  ASSERT_EQ(suggested(), 3) << cli("suggest");
  start();
  const auto text = editor_->wait_for_text();
  ASSERT_TRUE(text);
  ASSERT_TRUE(comes_true([&] { return bars("ORG", *text).pixels > 0; })) << "the suggestions are not shown";

  press_key('.');
  press_key(WXK_RETURN);
  EXPECT_TRUE(become(ElementsAre("ORG 화웨이 @2 gazetteer")));
  // The next one is selected already.
  press_key(WXK_DELETE);
  EXPECT_TRUE(comes_true([&] { return suggested() == 1; })) << cli("suggest");
  EXPECT_THAT(annotations(), ElementsAre("ORG 화웨이 @2 gazetteer"));

  press_key('Q', wxMOD_CONTROL);
  EXPECT_EQ(editor_->wait(), 0);
  start();
  // The line of the annotation, and that of what is left to suggest.
  ASSERT_TRUE(comes_true([&] { return bars("ORG", *text).lines == 2; })) << "the suggestion is not shown";
  press_key(WXK_HOME, wxMOD_CONTROL);
  press_key('.');
  press_key(WXK_RETURN);
  EXPECT_TRUE(become(ElementsAre("ORG 화웨이 @2 gazetteer", "ORG 화웨이 @18 gazetteer")));
}

TEST_F(WordsTest, NothingIsSuggestedWhereThatIsTurnedOff) {
  open({{"가.txt", "🚀 화웨이 본사\n\n화웨이 지사\n"}}, {"suggestions=on"});
  cli("words", {"--add", "-"}, "화웨이,ORG\n");
  const auto text = editor_->wait_for_text();
  ASSERT_TRUE(text);
  ASSERT_TRUE(comes_true([&] { return bars("ORG", *text).pixels > 0; })) << "the suggestions are not shown";
  press_key('S', wxMOD_ALT);
  press_key('S');
  EXPECT_TRUE(comes_true([&] { return cli("settings").rfind("suggestions\toff\nparticle\toutside\n", 0) == 0; }));
  EXPECT_TRUE(comes_true([&] { return bars("ORG", *text).pixels == 0; })) << "they are still shown";
  press_key(WXK_HOME, wxMOD_CONTROL);
  press_key('.');
  press_key(WXK_RETURN);
  // What was pressed did nothing before this came.
  press_key(WXK_RIGHT, wxMOD_CONTROL);
  press_key('W');
  press_key('4');
  EXPECT_TRUE(become(ElementsAre("PRODUCT 화웨이 @2 hand")));
}

TEST_F(WordsTest, WhatIsFoundByInitialsIsGoneTo) {
  open({{"가.txt", kFirst}, {"나.txt", kSecond}});
  press_key('F', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->put_text("ㅎㅇㅇ"));
  ASSERT_TRUE(editor_->wait_for_words("3 hits"));
  press_key(WXK_F3);
  press_key(WXK_F3);
  press_key(WXK_ESCAPE);
  ASSERT_TRUE(is_back());
  EXPECT_FALSE(shows(" hits"));
  press_key('2');
  EXPECT_TRUE(become(ElementsAre("ORG 화웨이 @11 hand")));

  press_key(WXK_HOME, wxMOD_CONTROL);
  press_key('F', wxMOD_CONTROL | wxMOD_SHIFT);
  ASSERT_TRUE(editor_->put_text("ㅅㅈ"));
  ASSERT_TRUE(editor_->wait_for_words("1 hit"));
  press_key(WXK_DOWN);
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor_->wait_for_text());
  press_key('2');
  EXPECT_TRUE(become(UnorderedElementsAre("ORG 화웨이 @11 hand", "ORG 시장 @16 hand")));
  EXPECT_TRUE(editor_->wait_for_words("1 hit")) << "the panel stays until it is folded away";
}

TEST_F(WordsTest, TheCaretIsWhereItWasAtTheNextStart) {
  open({{"가.txt", kFirst}});
  go_to_eojeol(3);
  press_key('Q', wxMOD_CONTROL);
  ASSERT_EQ(editor_->wait(), 0);
  start();
  press_key('W');
  press_key('2');
  EXPECT_TRUE(become(ElementsAre("ORG 화웨이 @11 hand")));
}

TEST_F(WordsTest, ArrowKeysInTheListOfHitsShowThem) {
  open({{"가.txt", kFirst}});
  press_key('F', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->put_text("ㅎㅇㅇ"));
  ASSERT_TRUE(editor_->wait_for_words("3 hits"));
  press_key(WXK_DOWN);
  press_key(WXK_DOWN);
  ASSERT_TRUE(editor_->go_to_text());
  press_key('2');
  EXPECT_TRUE(become(ElementsAre("ORG 화웨이 @11 hand")));
}

TEST_F(WordsTest, ThePanelForFindingIsPaintedBehindDialogs) {
  open({{"가.txt", kFirst}});
  // The menus are made anew while the dialogs are open.
  cli("settings", {"--set", "particle=inside"});
  cli("words", {"--add", "-"}, "화웨이,ORG\n");
  press_key('L', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->wait_for_window("Word List"));
  press_key(WXK_ESCAPE);
  ASSERT_TRUE(is_back());
  press_key('L', wxMOD_CONTROL | wxMOD_SHIFT);
  ASSERT_TRUE(editor_->wait_for_window("Annotate From the Word List"));
  press_key(WXK_ESCAPE);
  ASSERT_TRUE(is_back());
  press_key('F', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->put_text("ㅎㅇㅇ"));
  const auto query = editor_->wait_for([](const Widget& each) { return each.focused && each.text == "ㅎㅇㅇ"; });
  ASSERT_TRUE(query);
  // A field that is not painted has one colour.
  EXPECT_TRUE(comes_true([&] { return picture_of(query->place).CountColours() > 10; }));
}

TEST_F(WordsTest, TheWordListIsFilledAndAnnotatedFrom) {
  open({{"가.txt", kFirst}, {"나.txt", kSecond}});
  press_key('L', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->wait_for_window("Word List"));
  ASSERT_TRUE(editor_->put_text("화웨이, ORG"));
  press_key('A', wxMOD_ALT);
  ASSERT_TRUE(editor_->wait_for_words("1 word came in."));
  EXPECT_EQ(cli("words"), "화웨이\tORG\n");
  // Without a label: the choice behind the words says that it is never cut.
  ASSERT_TRUE(editor_->put_text("가온"));
  press_key(WXK_TAB);
  press_key(WXK_HOME);
  ASSERT_TRUE(editor_->wait_for([](const Widget& each) { return each.text == "never cut"; }));
  press_key('A', wxMOD_ALT);
  EXPECT_TRUE(comes_true([&] { return cli("words") == "가온\t\n화웨이\tORG\n"; })) << cli("words");
  // Before the words stands the list: 가온 is its first line.
  press_key(WXK_TAB, wxMOD_SHIFT);
  press_key(WXK_HOME);
  press_key(WXK_DELETE);
  EXPECT_TRUE(comes_true([&] { return cli("words") == "화웨이\tORG\n"; })) << cli("words");
  press_key(WXK_ESCAPE);
  ASSERT_TRUE(is_back());
  press_key('Z', wxMOD_CONTROL);
  EXPECT_TRUE(comes_true([&] { return cli("words") == "가온\t\n화웨이\tORG\n"; })) << cli("words");

  press_key('L', wxMOD_CONTROL | wxMOD_SHIFT);
  ASSERT_TRUE(editor_->wait_for_window("Annotate From the Word List"));
  ASSERT_TRUE(editor_->wait_for_words("3 of 3 places are ticked, in documents: 1"));
  press_key(WXK_RETURN);
  EXPECT_TRUE(
      become(UnorderedElementsAre("ORG 화웨이 @2 gazetteer", "ORG 화웨이 @11 gazetteer", "ORG 화웨이 @24 gazetteer")));
  ASSERT_TRUE(is_back());
  press_key('Z', wxMOD_CONTROL);
  EXPECT_TRUE(become(IsEmpty()));
}

}  // namespace
}  // namespace mitjul
