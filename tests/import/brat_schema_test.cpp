#include "import/brat_schema.h"

#include "core/file_io.h"
#include "tests/import/reading.h"
#include "tests/support/losses.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

SchemaFile read_brat(std::string_view config, std::string_view visual = "") {
  const TempFolder folder;
  if (!visual.empty()) folder.write("visual.conf", visual);
  return read_brat_schema(folder.write("annotation.conf", config));
}

std::vector<std::string> ids_of(const Schema& schema) {
  std::vector<std::string> ids;
  for (const Label& label : schema.labels)
    ids.push_back(label.parent.empty() ? label.id : label.parent + ">" + label.id);
  return ids;
}

using Ids = std::vector<std::string>;

TEST(BratSchemaTest, EverythingOfAConfigurationIsRead) {
  const SchemaFile file = read_brat_schema(std::string(MITJUL_FIXTURES) + "/brat-schema/everything/annotation.conf");
  ASSERT_THAT(found(file.problems), IsEmpty());
  const Schema& schema = file.schema;
  EXPECT_EQ(schema.name, "everything") << "the folder's name, for all such files are called annotation.conf";
  EXPECT_THAT(ids_of(schema), ElementsAre("Entity", "Entity>Person", "Entity>Org", "Claim", "Buy", "Buy>Steal",
                                          "Buy.event", "about", "same", "says", "any"));
  EXPECT_EQ(schema.find("Person")->name, "인물");
  EXPECT_EQ(schema.find("Person")->color, "#aabbcc");
  EXPECT_EQ(schema.find("Claim")->name, "주장");
  EXPECT_EQ(schema.find("Claim")->color, "#D62728");
  EXPECT_EQ(schema.find("Org")->color, "") << "names of colours are not known";
  EXPECT_EQ(schema.find("about")->color, "#0000FF");

  const Label& about = *schema.find("about");
  EXPECT_EQ(about.kind, LabelKind::Relation);
  EXPECT_EQ(about.roles, (std::vector<Role>{{"Arg1", "Arg1", {"Claim"}}, {"Arg2", "Arg2", {"Entity"}}}));
  EXPECT_EQ(schema.find("same")->roles.at(0).allowed, (Ids{"Person", "Org"}));
  EXPECT_EQ(schema.find("says")->roles.at(0).allowed, (Ids{"Person", "Org"})) << "an abbreviation";
  EXPECT_THAT(schema.find("any")->roles.at(0).allowed, IsEmpty());
  EXPECT_EQ(schema.find("any")->roles.at(1).allowed, (Ids{"Entity", "Claim"})) << "entities, and not events";

  const Label& buy = *schema.find("Buy.event");
  EXPECT_EQ(buy.name, "사다");
  EXPECT_EQ(buy.roles, (std::vector<Role>{{"trigger", "trigger", {"Buy"}},
                                          {"Buyer", "사는 사람", {"Person", "Org"}},
                                          {"Goods", "Goods", {"Entity", "Claim"}},
                                          {"Place", "Place", {"Buy"}}}));

  EXPECT_EQ(schema.find("Buy")->attributes,
            (std::vector<Attribute>{{"Negated", "Negated", AttributeType::Boolean, false, "", {}}}));
  EXPECT_EQ(schema.find("Claim")->attributes,
            (std::vector<Attribute>{{"Stance",
                                     "입장",
                                     AttributeType::Choice,
                                     false,
                                     "Neutral",
                                     {{"For", "찬성"}, {"Against", "반대"}, {"Neutral", "Neutral"}}}}));
  EXPECT_EQ(schema.find("Buy")->overlap, OverlapRule::None);
  EXPECT_EQ(schema.find("Claim")->overlap, OverlapRule::Any);
  EXPECT_THAT(lost(file.losses), ElementsAre("abstract-labels 1", "other-terms 1", "colors 1", "role-counts 1",
                                             "relation-kinds 2", "paired-ends 1"));
}

TEST(BratSchemaTest, ARuleForOverlapIsReadWhereALabelCanHaveIt) {
  const auto rules = [](const std::string& lines) {
    std::string words;
    for (const Label& label : read_brat("[entities]\nA\nB\nC\n[relations]\n" + lines).schema.labels) {
      words += std::string(to_string(label.overlap)) + " ";
    }
    return words;
  };
  EXPECT_EQ(rules(""), "any any any ");
  EXPECT_EQ(rules("<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n"), "any any any ");
  EXPECT_EQ(rules("<OVERLAP>\tArg1:A, Arg2:B, <OVL-TYPE>:<ANY>\n"), "not-itself not-itself none ");
  EXPECT_EQ(rules("<OVERLAP>\tArg1:A|B, Arg2:A|B|C, <OVL-TYPE>:<ANY>\n"), "any any not-itself ");
  EXPECT_EQ(rules("<OVERLAP>\tArg1:A, Arg2:<ENTITY>, <OVL-TYPE>:<NONE>\n"), "none none none ");
  const SchemaFile partly =
      read_brat("[entities]\nA\nB\nC\n[relations]\n<OVERLAP>\tArg1:A, Arg2:B|C, <OVL-TYPE>:contain");
  EXPECT_THAT(lost(partly.losses), ElementsAre("overlap-kinds 2"));
}

TEST(BratSchemaTest, KoreanTypesGetIdsAndKeepTheirNames) {
  const SchemaFile file = read_brat("[entities]\n주장\n\t근거\n[attributes]\n입장\tArg:주장, Value:찬성|반대\n");
  ASSERT_THAT(found(file.problems), IsEmpty());
  EXPECT_THAT(ids_of(file.schema), ElementsAre("jujang", "jujang>geungeo"));
  EXPECT_EQ(file.schema.labels[1].name, "근거");
  EXPECT_EQ(file.schema.labels[0].attributes.at(0).values,
            (std::vector<AttributeValue>{{"chanseong", "찬성"}, {"bandae", "반대"}}));
}

TEST(BratSchemaTest, LineEndsMarksAndEncodingsDoNotMatter) {
  const std::string plain = "[entities]\nA\n\tB\n[relations]\nr\tArg1:A, Arg2:B\n";
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : plain) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  std::string utf16("\xFF\xFE");
  for (const char c : plain) utf16 += {c, '\0'};
  const std::vector<Label> labels = read_brat(plain).schema.labels;
  ASSERT_EQ(labels.size(), 3U);
  EXPECT_EQ(read_brat(windows).schema.labels, labels);
  EXPECT_EQ(read_brat(utf16).schema.labels, labels);
  EXPECT_EQ(read_brat("[entities]\nA\n B\n[relations]\nr Arg1:A,Arg2:B").schema.labels, labels);
}

TEST(BratSchemaTest, WhatIsWrongIsSaidWithItsLine) {
  const auto problems = [](const std::string& config) { return found(read_brat(config).problems); };
  EXPECT_THAT(problems("[entities]\nA\nB\nA\n"), ElementsAre("4:duplicate-schema-id"));
  EXPECT_THAT(problems("[entities]\n\tA\n"), ElementsAre("2:nothing-above"));
  EXPECT_THAT(problems("[entities]\nA\n\t\tB\n"), ElementsAre("3:nothing-above"));
  EXPECT_THAT(problems("A\n[entities]\n"), ElementsAre("1:unreadable-line"));
  EXPECT_THAT(problems("[entities]\nA\n[relations]\nr\tArg1 A\n"), ElementsAre("4:unreadable-line"));
  EXPECT_THAT(problems("[entities]\nA\n[relations]\nr\tArg1:A\n"), ElementsAre("4:roles-missing"));
  EXPECT_THAT(problems("[entities]\nA\n[relations]\nr\tArg1:A, Arg2:X\n"), ElementsAre("4:unknown-allowed-label"));
  EXPECT_THAT(problems("[entities]\nA\n[relations]\nr\tArg1:A, Arg1:A\n"),
              ElementsAre("4:duplicate-schema-id", "4:roles-missing"));
  EXPECT_THAT(problems("[entities]\nA\n[events]\nE\tTheme:X\n"), ElementsAre("4:unknown-allowed-label"));
  EXPECT_THAT(problems("[entities]\nA\n[attributes]\nx\tValue:a|b\n"), ElementsAre("4:missing-field"));
  EXPECT_THAT(problems("[entities]\nA\n[attributes]\nx\tArg:A, Value:a|a\n"), ElementsAre("4:duplicate-schema-id"));
  EXPECT_THAT(problems("[entities]\nA\n[attributes]\nx\tArg:A\nx\tArg:A\n"), ElementsAre("5:duplicate-schema-id"));
  EXPECT_THAT(problems("[entities]\nA\n[attributes]\nx\tArg:A, Arg3:A\n"), ElementsAre("4:unknown-role"));
  EXPECT_THAT(problems("[entities]\nA\nB\x01\n"), ElementsAre("3:illegal-character"));
  EXPECT_THAT(problems("[entities]\n<ENTITY>=A\n"), ElementsAre("2:unreadable-line"));
  std::string deep = "[entities]\n";
  for (std::size_t i = 0; i < 60; ++i) deep += std::string(i, '\t') + "A" + std::to_string(i) + "\n";
  EXPECT_THAT(problems(deep).at(0), "52:labels-too-deep");
}

TEST(BratSchemaTest, AbbreviationsOfAbbreviationsDoNotGrowWithoutLimit) {
  std::string bomb = "[entities]\nA\n[relations]\n<a>=A|A|A|A|A|A|A|A|A|A\n";
  for (char c = 'b'; c <= 'z'; ++c) {
    bomb += std::string("<") + c + ">=";
    for (int i = 0; i < 10; ++i) bomb += std::string("<") + static_cast<char>(c - 1) + ">|";
    bomb += "\n";
  }
  EXPECT_THAT(found(read_brat(bomb + "r\tArg1:<z>, Arg2:A\n").problems), ElementsAre("10:expands-too-far"));
  // An attribute of every label is as many attributes.
  std::string all = "[entities]\n";
  for (int i = 0; i < 5000; ++i) all += "A" + std::to_string(i) + "\n";
  all += "[attributes]\nx\tArg:<ANY>, Value:";
  for (int i = 0; i < 5000; ++i) all += "v" + std::to_string(i) + "|";
  EXPECT_THAT(found(read_brat(all + "\n").problems), ElementsAre("5003:expands-too-far"));
}

TEST(BratSchemaTest, ABrokenFileOfNamesIsNamedItself) {
  const SchemaFile file = read_brat("[entities]\nA\n", "[labels]\nA | 가\n[drawing]\nA\tbgColor\n");
  ASSERT_THAT(found(file.problems), ElementsAre("4:unreadable-line"));
  EXPECT_EQ(file.problems[0].place.file, "visual.conf");
}

TEST(BratSchemaTest, UnknownSectionsArePassedOverAndSaid) {
  const SchemaFile file = read_brat("[entities]\nA\n[normalization]\nX\tDB:x\n");
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.losses, (std::vector<SchemaLoss>{{SchemaFeature::Sections, 1, 3}}));
}

}  // namespace
}  // namespace mitjul
