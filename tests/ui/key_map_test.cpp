#include "ui/key_map.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

KeyPress key(std::string_view text) { return KeyPress::parse(text).value(); }

TEST(KeyMapTest, BeginsWithTheKeysOfTheTable) {
  const KeyMap keys;
  for (const ActionInfo& action : actions()) {
    EXPECT_EQ(keys.keys(action.action), parse_keys(action.keys)) << action.id;
    EXPECT_TRUE(keys.is_standard(action.action)) << action.id;
    for (const KeyPress& press : parse_keys(action.keys)) EXPECT_EQ(keys.action_for(press), &action) << action.id;
  }
}

TEST(KeyMapTest, AKeyOfNoActionFindsNone) {
  EXPECT_EQ(KeyMap().action_for(KeyPress()), nullptr);
  EXPECT_EQ(KeyMap().action_for(key("Ctrl+Shift+Alt+Z")), nullptr);
}

TEST(KeyMapTest, AnActionHasTheKeysThatItIsGiven) {
  KeyMap keys;
  keys.set(Action::Undo, {key("Ctrl+Shift+F12"), key("F12")});
  EXPECT_EQ(keys.action_for(key("F12")), &info(Action::Undo));
  EXPECT_EQ(keys.action_for(key("Ctrl+Shift+F12")), &info(Action::Undo));
  EXPECT_EQ(keys.action_for(key("Ctrl+Z")), nullptr);
  EXPECT_FALSE(keys.is_standard(Action::Undo));
}

TEST(KeyMapTest, AnActionMayHaveNoKey) {
  KeyMap keys;
  keys.set(Action::Undo, {});
  EXPECT_TRUE(keys.keys(Action::Undo).empty());
  EXPECT_EQ(keys.action_for(key("Ctrl+Z")), nullptr);
}

TEST(KeyMapTest, WhoHadAKeyLosesItAndKeepsItsOthers) {
  KeyMap keys;
  keys.set(Action::Undo, {key("Backspace")});
  EXPECT_EQ(keys.keys(Action::Delete), parse_keys("Delete"));
  EXPECT_FALSE(keys.is_standard(Action::Delete));
  // What nobody changed is not stored.
  EXPECT_EQ(keys.changes().size(), 1u);
}

TEST(KeyMapTest, AKeyThatWasTakenComesBackWhenItIsLetGo) {
  KeyMap keys;
  keys.set(Action::Undo, {key("Ctrl+F")});
  EXPECT_TRUE(keys.keys(Action::Find).empty());
  keys.reset(Action::Undo);
  EXPECT_EQ(keys.action_for(key("Ctrl+F")), &info(Action::Find));
  EXPECT_TRUE(keys.changes().empty());
}

TEST(KeyMapTest, TheStandardTakesItsKeyBackFromWhoeverHasIt) {
  KeyMap keys;
  keys.set(Action::Undo, {key("Ctrl+F"), key("F12")});
  keys.reset(Action::Find);
  EXPECT_TRUE(keys.is_standard(Action::Find));
  EXPECT_EQ(keys.keys(Action::Undo), parse_keys("F12"));
}

TEST(KeyMapTest, TwoActionsCanChangePlaces) {
  KeyMap keys;
  keys.set(Action::Undo, {key("Ctrl+Shift+Z")});
  keys.set(Action::Redo, {key("Ctrl+Z")});
  EXPECT_EQ(keys.action_for(key("Ctrl+Z")), &info(Action::Redo));
  EXPECT_EQ(keys.action_for(key("Ctrl+Shift+Z")), &info(Action::Undo));
}

TEST(KeyMapTest, OfTwoChangesThatWantOneKeyTheFirstInTheTableGetsIt) {
  const KeyMap keys({{Action::Redo, {key("F12")}}, {Action::Undo, {key("F12")}}});
  EXPECT_EQ(keys.action_for(key("F12")), &info(Action::Undo));
  EXPECT_TRUE(keys.keys(Action::Redo).empty());
}

TEST(KeyMapTest, ChangesThatAreAgainstTheRulesAreLeftOut) {
  const KeyMap keys({{Action::Undo, {key("A")}}, {Action::Redo, {key("F12")}}});
  EXPECT_TRUE(keys.is_standard(Action::Undo));
  EXPECT_EQ(keys.keys(Action::Redo), parse_keys("F12"));
}

TEST(KeyMapTest, ThereIsNoObjectionToTheStandard) {
  for (const ActionInfo& action : actions()) {
    for (const KeyPress& press : parse_keys(action.keys)) {
      EXPECT_FALSE(objection(action.action, press)) << action.id << " " << press.name();
    }
  }
}

TEST(KeyMapTest, DigitsAndLettersAreForTheLabels) {
  for (const char* const text : {"1", "9", "0", "A", "Z"}) {
    EXPECT_EQ(objection(Action::Delete, key(text)), KeyObjection::OfLabels) << text;
    EXPECT_EQ(objection(Action::Undo, key(text)), KeyObjection::OfLabels) << text;
  }
  // But those that no label can have.
  EXPECT_FALSE(objection(Action::Delete, key("W")));
  EXPECT_FALSE(objection(Action::Delete, key("Shift+A")));
  EXPECT_FALSE(objection(Action::Undo, key("Ctrl+1")));
}

TEST(KeyMapTest, KeysThatTypeAreForTheTextAlone) {
  for (const char* const text : {",", "Shift+;", "Shift+A", "Tab", "Enter", "Space", "Delete", "Ctrl+V", "Ctrl+C"}) {
    EXPECT_EQ(objection(Action::Undo, key(text)), KeyObjection::Types) << text;
    EXPECT_FALSE(objection(Action::Relate, key(text))) << text;
  }
  EXPECT_FALSE(objection(Action::Undo, key("F5")));
  EXPECT_FALSE(objection(Action::Undo, key("Ctrl+Shift+V")));
}

TEST(KeyMapTest, ArrowsAndTheirKinMoveTheCaret) {
  for (const char* const text : {"Left", "Ctrl+Right", "Shift+Up", "Ctrl+Shift+Down", "Home", "Ctrl+End", "PageUp"}) {
    EXPECT_EQ(objection(Action::Relate, key(text)), KeyObjection::OfCaret) << text;
  }
  EXPECT_FALSE(objection(Action::Relate, key("Ctrl+PageUp")));
  EXPECT_FALSE(objection(Action::Relate, key("Alt+Left")));
}

TEST(KeyMapTest, MenusAndLettingGoKeepTheirKeys) {
  EXPECT_EQ(objection(Action::Undo, key("F10")), KeyObjection::OfMenus);
  EXPECT_EQ(objection(Action::Undo, key("Shift+F10")), KeyObjection::OfMenus);
  EXPECT_EQ(objection(Action::Undo, key("Ctrl+Alt+Z")), KeyObjection::OfMenus);
  EXPECT_EQ(objection(Action::Relate, key("Escape")), KeyObjection::LetsGo);
  EXPECT_FALSE(objection(Action::Escape, key("Escape")));
  EXPECT_EQ(objection(Action::Undo, KeyPress()), KeyObjection::NoKey);
  EXPECT_EQ(objection(Action::Undo, {WXK_VOLUME_UP}), KeyObjection::NoKey);
}

}  // namespace
}  // namespace mitjul
