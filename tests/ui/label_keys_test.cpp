#include "ui/label_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/schema_checks.h"

namespace mitjul {
namespace {

Label made(std::string id, std::string parent, std::string key, std::string attribute_key = {}) {
  Label label;
  label.id = std::move(id);
  label.name = "🏷";
  label.parent = std::move(parent);
  label.key = std::move(key);
  Attribute attribute;
  attribute.id = label.id + "-kind";
  attribute.name = "종류";
  attribute.key = std::move(attribute_key);
  label.attributes = {attribute};
  return label;
}

class LabelKeysTest : public testing::Test {
 protected:
  LabelKeysTest() {
    schema_.name = "test";
    schema_.labels = {made("PERSON", "", "1", "k"), made("POLITICIAN", "PERSON", "p", ""), made("ORG", "", "")};
  }
  Schema schema_;
};

TEST_F(LabelKeysTest, TheEditorsOwnKeysAreNone) {
  EXPECT_EQ(label_keys().size(), 9U + 23U);
  for (const char* const key : {"w", "r", "c", "0"}) {
    EXPECT_THAT(label_keys(), testing::Not(testing::Contains(key)));
  }
}

TEST_F(LabelKeysTest, AKeyBelongsToItsLabel) {
  EXPECT_EQ(key_owner(schema_, "1", {"ORG", {}}), (KeyUser{"PERSON", {}}));
  EXPECT_EQ(key_owner(schema_, "1", {"PERSON", {}}), std::nullopt);
  EXPECT_EQ(key_owner(schema_, "2", {"ORG", {}}), std::nullopt);
  EXPECT_EQ(key_owner(schema_, "", {"ORG", {}}), std::nullopt);
}

TEST_F(LabelKeysTest, ALabelCannotHaveTheKeyOfAnAttribute) {
  EXPECT_EQ(key_owner(schema_, "k", {"ORG", {}}), (KeyUser{"PERSON", "PERSON-kind"}));
}

TEST_F(LabelKeysTest, AttributesAreInTheWayWhereAnAnnotationHasBoth) {
  EXPECT_EQ(key_owner(schema_, "k", {"POLITICIAN", "POLITICIAN-kind"}), (KeyUser{"PERSON", "PERSON-kind"}));
  EXPECT_EQ(key_owner(schema_, "k", {"ORG", "ORG-kind"}), std::nullopt);
  EXPECT_EQ(key_owner(schema_, "p", {"ORG", "ORG-kind"}), (KeyUser{"POLITICIAN", {}}));
}

TEST_F(LabelKeysTest, EveryKeyThatIsOfferedCanBeHad) {
  for (const std::string& key : free_keys(schema_, {"ORG", "ORG-kind"})) {
    Schema schema = schema_;
    schema.labels[2].attributes[0].key = key;
    EXPECT_TRUE(check_schema(schema).empty()) << key;
  }
  EXPECT_EQ(free_keys(schema_, {"ORG", {}}).size(), label_keys().size() - 3);
}

TEST_F(LabelKeysTest, ADigitIsSuggestedThenALetterOfTheId) {
  EXPECT_EQ(suggested_key(schema_, "PLACE"), "2");
  Schema full = schema_;
  for (int digit = 2; digit <= 9; ++digit)
    full.labels.push_back(made("L" + std::to_string(digit), "", std::to_string(digit)));
  EXPECT_EQ(suggested_key(full, "PLACE"), "l") << "p is taken";
  for (const std::string& key : label_keys()) full.labels.push_back(made("X" + key, "", key));
  EXPECT_EQ(suggested_key(full, "PLACE"), "");
}

}  // namespace
}  // namespace mitjul
