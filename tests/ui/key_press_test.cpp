#include "ui/key_press.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

wxKeyEvent event_of(int code, wxUint32 hardware, bool ctrl = false, bool shift = false, bool alt = false) {
  wxKeyEvent event(wxEVT_KEY_DOWN);
  event.m_keyCode = code;
  event.m_rawFlags = hardware;
  event.SetControlDown(ctrl);
  event.SetShiftDown(shift);
  event.SetAltDown(alt);
  return event;
}

TEST(KeyPressTest, ParsesALetter) { EXPECT_EQ(KeyPress::parse("W"), (KeyPress{'W', false, false, false})); }

TEST(KeyPressTest, ParsesTheKeysOfASchemaWhichAreLowerCase) {
  EXPECT_EQ(KeyPress::parse("k"), KeyPress::parse("K"));
  EXPECT_EQ(KeyPress::parse("9"), (KeyPress{'9', false, false, false}));
}

TEST(KeyPressTest, ParsesModifiersInAnyOrder) {
  const KeyPress wanted{'Z', true, true, false};
  EXPECT_EQ(KeyPress::parse("Ctrl+Shift+Z"), wanted);
  EXPECT_EQ(KeyPress::parse("Shift+Ctrl+Z"), wanted);
  EXPECT_EQ(KeyPress::parse("Alt+1"), (KeyPress{'1', false, false, true}));
}

TEST(KeyPressTest, ParsesBracketsAndPunctuation) {
  EXPECT_EQ(KeyPress::parse("Ctrl+Shift+["), (KeyPress{'[', true, true, false}));
  EXPECT_EQ(KeyPress::parse(","), (KeyPress{',', false, false, false}));
  EXPECT_EQ(KeyPress::parse("Ctrl+-"), (KeyPress{'-', true, false, false}));
}

TEST(KeyPressTest, PlusIsTheKeyThatTypesItWithShift) {
  EXPECT_EQ(KeyPress::parse("Ctrl++"), (KeyPress{'=', true, true, false}));
  EXPECT_EQ(KeyPress::parse("Ctrl+="), (KeyPress{'=', true, false, false}));
}

TEST(KeyPressTest, ParsesNamedKeys) {
  EXPECT_EQ(KeyPress::parse("Shift+Tab"), (KeyPress{WXK_TAB, false, true, false}));
  EXPECT_EQ(KeyPress::parse("Enter"), (KeyPress{WXK_RETURN, false, false, false}));
  EXPECT_EQ(KeyPress::parse("Ctrl+PageDown"), (KeyPress{WXK_PAGEDOWN, true, false, false}));
  EXPECT_EQ(KeyPress::parse("F12"), (KeyPress{WXK_F12, false, false, false}));
}

TEST(KeyPressTest, RefusesWhatIsNoKey) {
  for (const char* const text : {"", "Ctrl+", "Hyper+W", "F13", "Ctrl", "가", "Tabulator"}) {
    EXPECT_FALSE(KeyPress::parse(text)) << text;
  }
}

TEST(KeyPressTest, ParsesSeveralKeys) {
  const auto keys = parse_keys("Ctrl++ Ctrl+=");
  ASSERT_EQ(keys.size(), 2u);
  EXPECT_TRUE(keys[0].shift);
  EXPECT_FALSE(keys[1].shift);
  EXPECT_TRUE(parse_keys("").empty());
}

TEST(KeyPressTest, OfSeveralKeysEveryOneHasToBeOne) {
  EXPECT_EQ(parse_key_list("Delete Backspace"), parse_keys("Delete Backspace"));
  EXPECT_FALSE(parse_key_list("Delete Backspice"));
  EXPECT_EQ(parse_key_list(""), std::vector<KeyPress>());
}

TEST(KeyPressTest, IsWrittenAsItIsRead) {
  for (const char* const text : {"W", "Ctrl+Shift+[", "Ctrl+Alt+1", "Ctrl++", "Ctrl+=", "Shift+Tab", "Ctrl+Space",
                                 "F12", "`", "Ctrl+-", "Shift+\\"}) {
    EXPECT_EQ(KeyPress::parse(text).value().name(), text);
  }
  EXPECT_EQ(names_of(parse_keys("Ctrl++ Ctrl+=")), "Ctrl++ Ctrl+=");
}

TEST(KeyPressTest, WhatHasNoNameIsWrittenAsNothing) {
  EXPECT_EQ(KeyPress().name(), "");
  EXPECT_EQ((KeyPress{0x3148, true}).name(), "");
  EXPECT_EQ((KeyPress{WXK_SHIFT, false, true}).name(), "");
}

#ifdef __WXGTK__
TEST(KeyPressTest, KnowsAKeyByItsPlaceWhateverItTypes) {
  // X key code 25 is the key W; with a Hangul layout it types ㅈ.
  EXPECT_EQ(KeyPress::from(event_of('W', 25)), (KeyPress{'W', false, false, false}));
  EXPECT_EQ(KeyPress::from(event_of(0x3148, 25)), (KeyPress{'W', false, false, false}));
  EXPECT_EQ(KeyPress::from(event_of('{', 34, true, true)), (KeyPress{'[', true, true, false}));
}

TEST(KeyPressTest, KnowsEveryDigitAndLetter) {
  const std::pair<wxUint32, char> places[] = {{10, '1'}, {18, '9'}, {19, '0'}, {24, 'Q'}, {33, 'P'},
                                              {34, '['}, {35, ']'}, {38, 'A'}, {46, 'L'}, {52, 'Z'},
                                              {58, 'M'}, {59, ','}, {20, '-'}, {21, '='}};
  for (const auto& [code, key] : places) EXPECT_EQ(KeyPress::from(event_of(0, code)).key, key) << key;
}
#endif

TEST(KeyPressTest, GoesByWhatAKeyTypesWhereItsPlaceIsUnknown) {
  EXPECT_EQ(KeyPress::from(event_of('w', 0)), (KeyPress{'W', false, false, false}));
  EXPECT_EQ(KeyPress::from(event_of(0x3148, 0)).key, 0x3148);
}

TEST(KeyPressTest, TheNumberPadCountsAsTheKeysThatDoTheSame) {
  EXPECT_EQ(KeyPress::from(event_of(WXK_NUMPAD3, 89)).key, '3');
  EXPECT_EQ(KeyPress::from(event_of(WXK_NUMPAD_ENTER, 104)).key, WXK_RETURN);
  EXPECT_EQ(KeyPress::from(event_of(WXK_NUMPAD_ADD, 86, true)), KeyPress::parse("Ctrl++"));
}

TEST(KeyPressTest, SpecialKeysGoByTheirCode) {
  EXPECT_EQ(KeyPress::from(event_of(WXK_TAB, 23, false, true)), KeyPress::parse("Shift+Tab"));
  EXPECT_EQ(KeyPress::from(event_of(WXK_DELETE, 119)), KeyPress::parse("Delete"));
}

}  // namespace
}  // namespace mitjul
