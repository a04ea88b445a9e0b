#include "ui/action.h"

#include <gtest/gtest.h>

#include <cctype>
#include <map>
#include <set>

#include "ui/key_press.h"

namespace mitjul {
namespace {

TEST(ActionTest, EveryActionStandsOnceInTheTable) {
  std::set<Action> seen;
  std::set<std::string_view> ids;
  for (const ActionInfo& action : actions()) {
    EXPECT_TRUE(seen.insert(action.action).second) << action.id;
    EXPECT_TRUE(ids.insert(action.id).second) << action.id;
    EXPECT_EQ(&info(action.action), &action);
  }
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(Action::About) + 1);
}

TEST(ActionTest, EveryActionOfAMenuHasAName) {
  for (const ActionInfo& action : actions()) {
    EXPECT_TRUE(action.menu == MenuOf::None || !std::string_view(action.name).empty()) << action.id;
  }
}

TEST(ActionTest, EveryKeyIsOne) {
  for (const ActionInfo& action : actions()) {
    std::size_t words = action.keys.empty() ? 0 : 1;
    for (const char c : action.keys) words += c == ' ' ? 1u : 0u;
    std::size_t parsed = 0;
    for (const KeyPress& press : parse_keys(action.keys)) parsed += press.key != 0 ? 1u : 0u;
    EXPECT_EQ(parsed, words) << action.id;
  }
}

TEST(ActionTest, NoTwoActionsHaveOneKey) {
  // The text sees the keys of the window, too: both share one space.
  std::map<std::string, std::string_view> taken;
  for (const ActionInfo& action : actions()) {
    for (const KeyPress& press : parse_keys(action.keys)) {
      const std::string name =
          std::to_string(press.key) + (press.ctrl ? "c" : "") + (press.shift ? "s" : "") + (press.alt ? "a" : "");
      const auto [other, fresh] = taken.emplace(name, action.id);
      EXPECT_TRUE(fresh) << action.id << " and " << other->second;
    }
  }
}

TEST(ActionTest, DigitsAndLettersAreLeftToLabels) {
  // A label may have any of 1-9 and a-z but these three.
  const std::set<int> reserved{'W', 'R', 'C'};
  for (const ActionInfo& action : actions()) {
    for (const KeyPress& press : parse_keys(action.keys)) {
      if (press.ctrl || press.alt || press.shift || press.key > 127) continue;
      const bool of_labels = std::isalnum(press.key) != 0 && press.key != '0' && reserved.count(press.key) == 0;
      EXPECT_FALSE(of_labels) << action.id;
    }
  }
}

TEST(ActionTest, KeysThatTypeSomethingBelongToTheText) {
  for (const ActionInfo& action : actions()) {
    for (const KeyPress& press : parse_keys(action.keys)) {
      const bool types = !press.ctrl && !press.alt && (press.key < 127 || press.key == WXK_TAB);
      EXPECT_TRUE(!types || action.in_text_only()) << action.id;
    }
  }
}

TEST(ActionTest, EveryActionHasAKey) {
  for (const ActionInfo& action : actions()) EXPECT_FALSE(action.keys.empty()) << action.id;
}

}  // namespace
}  // namespace mitjul
