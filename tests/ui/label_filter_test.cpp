#include "ui/label_filter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ui/recent_labels.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Strings = std::vector<std::string>;

Label made(std::string id, std::string name, std::string parent = "", std::string key = "",
           LabelKind kind = LabelKind::Span) {
  Label label;
  label.id = std::move(id);
  label.name = std::move(name);
  label.parent = std::move(parent);
  label.key = std::move(key);
  label.kind = kind;
  return label;
}

class LabelFilterTest : public testing::Test {
 protected:
  LabelFilterTest() {
    schema_.labels = {made("PERSON", "인물", "", "1"),
                      made("ORG", "기관", "", "2"),
                      made("POLITICIAN", "정치인", "PERSON", "p"),
                      made("COMPANY", "기업 🏭", "ORG"),
                      made("JOURNALIST", "언론인", "PERSON"),
                      made("source", "출처", "", "s", LabelKind::Relation),
                      made("TOPIC", "주제", "", "", LabelKind::Document)};
  }

  Strings all() const {
    Strings ids;
    for (const Label& label : schema_.labels) ids.push_back(label.id);
    return ids;
  }
  Strings spans() const { return {"PERSON", "ORG", "POLITICIAN", "COMPANY", "JOURNALIST"}; }

  LabelRows find(std::string_view typed, const Strings& offered, const Strings& recent = {}) const {
    return LabelFilter(schema_, offered, recent).find(typed);
  }
  /// A line a row: headings as `# 2`, labels below others behind dots, those that cannot be chosen in brackets.
  Strings shown(const LabelRows& rows) const {
    Strings lines;
    for (const LabelRow& row : rows.rows) {
      if (!row.label) {
        lines.push_back("# " + std::to_string(static_cast<int>(row.section)));
        continue;
      }
      const std::string line = std::string(static_cast<std::size_t>(row.depth), '.') + schema_.labels[*row.label].id;
      lines.push_back(row.hit ? line : "(" + line + ")");
    }
    return lines;
  }
  std::string best(const LabelRows& rows) const {
    return rows.best ? schema_.labels[rows.rows[*rows.best].label.value()].id : "none";
  }

  Schema schema_;
};

TEST_F(LabelFilterTest, ChildrenStandBelowTheirParents) {
  const LabelRows rows = find("", spans());
  EXPECT_THAT(shown(rows), ElementsAre("PERSON", ".POLITICIAN", ".JOURNALIST", "ORG", ".COMPANY"));
  EXPECT_EQ(best(rows), "PERSON");
}

TEST_F(LabelFilterTest, RecentOnesComeFirstWhereNothingIsTyped) {
  const LabelRows rows = find(" ", spans(), {"COMPANY", "GONE", "PERSON"});
  EXPECT_THAT(shown(rows), ElementsAre("# 0", "COMPANY", "PERSON", "# 1", "PERSON", ".POLITICIAN", ".JOURNALIST", "ORG",
                                       ".COMPANY"));
  EXPECT_EQ(best(rows), "COMPANY");
  EXPECT_THAT(shown(find("ㄱㅇ", spans(), {"PERSON"})), ElementsAre("(ORG)", ".COMPANY"));
}

TEST_F(LabelFilterTest, KindsHaveHeadings) {
  EXPECT_THAT(shown(find("", {"ORG", "source", "TOPIC"})), ElementsAre("# 1", "ORG", "# 2", "source", "# 3", "TOPIC"));
}

TEST_F(LabelFilterTest, FindsByInitialsWithWhatStandsBelow) {
  const LabelRows rows = find("ㅇㅁ", all());
  EXPECT_THAT(shown(rows), ElementsAre("PERSON", ".POLITICIAN", ".JOURNALIST"));
  EXPECT_EQ(best(rows), "PERSON");
}

TEST_F(LabelFilterTest, FindsByPartOfTheNameAndByIdInEitherCase) {
  EXPECT_THAT(shown(find("론인", all())), ElementsAre("(PERSON)", ".JOURNALIST"));
  EXPECT_THAT(shown(find("polit", all())), ElementsAre("(PERSON)", ".POLITICIAN"));
  EXPECT_EQ(best(find("journalist", all())), "JOURNALIST");
}

TEST_F(LabelFilterTest, AKeyIsMeantBeforeNamesThatHoldTheLetter) {
  EXPECT_EQ(best(find("p", all())), "POLITICIAN");
  EXPECT_EQ(best(find("S", all())), "source");
  EXPECT_EQ(best(find("2", all())), "ORG");
}

TEST_F(LabelFilterTest, ABeginningIsMeantBeforeAPart) { EXPECT_EQ(best(find("정치", all())), "POLITICIAN"); }

TEST_F(LabelFilterTest, AWholeNameIsMeantBeforeALongerOneThatComesFirst) {
  schema_.labels.insert(schema_.labels.begin(), made("ORGANISER", "기관장"));
  EXPECT_EQ(best(find("기관", all())), "ORG");
  EXPECT_EQ(best(find("org", all())), "ORG");
}

TEST_F(LabelFilterTest, NothingFitsNothing) {
  const LabelRows rows = find("🚀", all());
  EXPECT_THAT(rows.rows, IsEmpty());
  EXPECT_EQ(best(rows), "none");
}

TEST_F(LabelFilterTest, WhatIsNotOfferedCannotBeChosen) {
  EXPECT_THAT(shown(find("", {"COMPANY"})), ElementsAre(".COMPANY"));
  EXPECT_THAT(shown(find("ㄱ", {"COMPANY"})), ElementsAre("(ORG)", ".COMPANY"));
  EXPECT_THAT(shown(find("인물", {"source"})), IsEmpty());
}

TEST_F(LabelFilterTest, StepsGoOverHeadingsAndOverWhatCannotBeChosen) {
  const std::vector<LabelRow> rows = find("론인", all()).rows;
  EXPECT_EQ(next_hit(rows, 1, true), 1U);
  EXPECT_EQ(next_hit(rows, 1, false), 1U);
  const std::vector<LabelRow> sections = find("", {"ORG", "source"}).rows;  // #, ORG, #, source
  EXPECT_EQ(next_hit(sections, 1, true), 3U);
  EXPECT_EQ(next_hit(sections, 3, false), 1U);
}

TEST(RecentLabelsTest, EachStandsOnceTheLatestFirst) {
  RecentLabels recent;
  for (const char* const id : {"ORG", "PERSON", "ORG"}) recent.note(id);
  EXPECT_THAT(recent.ids(), ElementsAre("ORG", "PERSON"));
}

TEST(RecentLabelsTest, TheOldestAreForgotten) {
  RecentLabels recent;
  for (std::size_t i = 0; i <= RecentLabels::kMost; ++i) recent.note("L" + std::to_string(i));
  EXPECT_EQ(recent.ids().size(), RecentLabels::kMost);
  EXPECT_EQ(recent.ids().back(), "L1");
}

}  // namespace
}  // namespace mitjul
