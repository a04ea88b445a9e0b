#include "ui/text_field.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

TypedValue stored(const std::string& value) {
  TypedValue typed;
  typed.set_stored(value);
  return typed;
}

TEST(TypedValueTest, WhatIsStoredIsNotStoredAgain) {
  const TypedValue value = stored("메모");
  EXPECT_FALSE(value.pending("메모"));
  EXPECT_EQ(value.unstored("메모"), std::nullopt);
}

TEST(TypedValueTest, WhatIsTypedIsPendingUntilItIsStored) {
  TypedValue value = stored("메모");
  EXPECT_TRUE(value.pending("메모 🚀"));
  EXPECT_EQ(value.unstored("메모 🚀"), (Unstored{"메모 🚀", false}));
  value.offered("메모 🚀", Storing::Done);
  EXPECT_FALSE(value.pending("메모 🚀"));
  EXPECT_EQ(value.stored(), "메모 🚀");
}

TEST(TypedValueTest, WhatCouldNotBeWrittenStaysPending) {
  TypedValue value = stored("");
  value.offered("메모", Storing::Failed);
  EXPECT_TRUE(value.pending("메모"));
  EXPECT_EQ(value.unstored("메모"), (Unstored{"메모", false}));
}

TEST(TypedValueTest, WhatWasRefusedIsNotOfferedAgainUntilItIsEdited) {
  TypedValue value = stored("3");
  value.offered("drei", Storing::Refused);
  EXPECT_FALSE(value.pending("drei"));
  EXPECT_EQ(value.unstored("drei"), (Unstored{"drei", true})) << "it is lost with the field all the same";
  EXPECT_TRUE(value.pending("dre"));
  EXPECT_FALSE(value.pending("3"));
}

TEST(TypedValueTest, WhatIsPutBackIsAsItWas) {
  TypedValue value = stored("3");
  value.put_back({"drei", true});
  EXPECT_FALSE(value.pending("drei"));
  value.put_back({"4", false});
  EXPECT_TRUE(value.pending("4"));
}

TEST(TypedValueTest, ARefusalIsOverWhenSomethingElseWasTaken) {
  TypedValue value = stored("3");
  value.offered("drei", Storing::Refused);
  value.offered("4", Storing::Done);
  EXPECT_TRUE(value.pending("drei"));
}

}  // namespace
}  // namespace mitjul
