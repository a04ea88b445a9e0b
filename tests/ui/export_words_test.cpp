#include "ui/export_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "ui/wx_text.h"

namespace mitjul {
namespace {

TEST(ExportWordsTest, EveryFormatSaysWhoReadsIt) {
  for (const ExportFormat& format : export_formats()) {
    EXPECT_TRUE(has_format_words(format.id)) << format.id;
    EXPECT_FALSE(readers_of(format).empty()) << format.id;
  }
  EXPECT_FALSE(has_format_words("punch-cards"));
}

TEST(ExportWordsTest, EveryOptionOfAFormatHasAName) {
  for (const ExportFormat& format : export_formats()) {
    for (const FormatOption& option : format.options) {
      EXPECT_TRUE(has_option_words(option.name)) << format.id << " " << option.name;
    }
  }
  EXPECT_EQ(option_name("colour-of-the-cards"), "colour-of-the-cards");
  EXPECT_EQ(option_value("🚀"), wxString::FromUTF8("🚀"));
}

TEST(ExportWordsTest, FormatsOfAGroupStandBesideOneAnother) {
  const std::vector<const ExportFormat*> formats = formats_by_group();
  EXPECT_EQ(formats.size(), export_formats().size());
  EXPECT_EQ(formats.front()->id, "mitjul-xml");
  EXPECT_TRUE(std::is_sorted(formats.begin(), formats.end(), [](const ExportFormat* a, const ExportFormat* b) {
    return group_of(a->id) < group_of(b->id);
  }));
  const std::set<const ExportFormat*> each(formats.begin(), formats.end());
  EXPECT_EQ(each.size(), formats.size());
}

TEST(ExportWordsTest, AFormatThatIsNotKnownSaysWhatItHolds) {
  ExportFormat format = export_formats().front();
  format.id = "punch-cards";
  format.holds = "spans";
  EXPECT_EQ(readers_of(format), "spans");
  EXPECT_EQ(group_of(format.id), FormatGroup::Programs);
}

TEST(ExportWordsTest, LossesAreSaidInALineWithTheirCounts) {
  EXPECT_EQ(losses_in_words({}), "");
  EXPECT_EQ(to_utf8(losses_in_words({{AnnotationFeature::Relations, 1200}, {AnnotationFeature::Notes, 3}})),
            "relations 1,200 · notes 3");
}

}  // namespace
}  // namespace mitjul
