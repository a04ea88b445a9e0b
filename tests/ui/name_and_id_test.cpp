#include "ui/name_and_id.h"

#include <gtest/gtest.h>

#include "core/schema.h"

namespace mitjul {
namespace {

TEST(IdForNameTest, ANameInLatinLettersIsItsOwnId) { EXPECT_EQ(id_for_name("Person", {"ORG"}), "Person"); }

TEST(IdForNameTest, AnyNameGivesAnId) {
  for (const char* const name : {"군부대 🪖", "🪖", "1분기", "a b", "-", "人物", "ㅈㅈ"}) {
    const std::string id = id_for_name(name, {});
    EXPECT_TRUE(is_schema_id(id)) << name << " gives " << id;
    EXPECT_EQ(id_for_name(name, {}), id);
  }
  EXPECT_EQ(id_for_name("주장", {}), "jujang");
}

TEST(IdForNameTest, WhatIsTakenIsNotGivenAgain) {
  const std::string id = id_for_name("주장 🗣", {});
  const std::string second = id_for_name("주장 🗣", {"ORG", id});
  EXPECT_NE(second, id);
  EXPECT_TRUE(is_schema_id(second));
  EXPECT_NE(id_for_name("주장 🗣", {id, second}), second);
}

}  // namespace
}  // namespace mitjul
