#include "ui/theme.h"

#include <gtest/gtest.h>

#include "core/presets.h"
#include "tests/support/contrast.h"

namespace mitjul {
namespace {

/// A colour with alpha over one without.
wxColour over(const wxColour& below, const wxColour& above) {
  return blend(below, wxColour(above.Red(), above.Green(), above.Blue()), above.Alpha() / 255.0);
}

TEST(ThemeTest, TextThatIsNotTheArticleCanBeRead) {
  for (const Theme* const theme : {&light_theme(), &dark_theme()}) {
    for (const wxColour& text : {theme->fainter, theme->faint}) {
      EXPECT_GE(contrast(text, theme->background), 4.5);
      EXPECT_LT(contrast(text, theme->background), contrast(theme->text, theme->background));
    }
    EXPECT_GE(contrast(theme->fainter, theme->ground), 4.5) << "in the cell of a table";
    EXPECT_GE(contrast(theme->text, theme->ground), 4.5);
  }
}

TEST(ThemeTest, BarsCanBeRead) {
  for (const Theme* const theme : {&light_theme(), &dark_theme()}) {
    for (const BarColours& bar : {theme->result, theme->refusal, theme->filter}) {
      EXPECT_GE(contrast(bar.words, bar.back), 4.5);
    }
  }
}

TEST(ThemeTest, EveryLabelCanBeSeenAndReadInBothThemes) {
  Schema schema;
  for (const Preset& preset : presets()) {
    for (Label label : preset.schema.labels) {
      label.id = preset.id + " " + label.id;
      label.parent.clear();
      schema.labels.push_back(std::move(label));
    }
  }
  // Colours that stand out from neither background as they are.
  for (const char* const colour : {"#FFFF00", "#FFFFFF", "#000080", "#1E1F22", "#777777"}) {
    Label label;
    label.id = colour;
    label.color = colour;
    schema.labels.push_back(label);
  }
  for (const Theme* const theme : {&light_theme(), &dark_theme()}) {
    for (const Label& label : schema.labels) {
      const LabelColours colours = label_colours(schema, label.id, *theme);
      EXPECT_GE(contrast(colours.bar, theme->background), 3.0) << label.id;
      EXPECT_GE(contrast(colours.words, theme->background), 4.5) << label.id;
      EXPECT_GE(contrast(theme->text, colours.fill), 4.5) << label.id;
      EXPECT_GE(contrast(theme->text, colours.wash), 4.5) << label.id;
      EXPECT_GE(contrast(theme->text, over(colours.fill, theme->selection)), 4.5) << label.id << ", selected";
    }
  }
}

}  // namespace
}  // namespace mitjul
