#include "core/schema_loss.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace mitjul {
namespace {

TEST(SchemaLossTest, EveryFeatureHasItsNameInKebabCase) {
  std::ifstream header(MITJUL_SOURCE "/core/schema_loss.h");
  bool within = false;
  int index = 0;
  for (std::string line; std::getline(header, line);) {
    if (line.find("enum class SchemaFeature") == 0) within = true;
    if (line == "};") within = false;
    const std::size_t comma = line.find(',');
    if (!within || line.substr(0, 2) != "  " || line[2] == '/' || comma == std::string::npos) continue;
    std::string kebab;
    for (const char c : line.substr(2, comma - 2)) {
      if (c >= 'A' && c <= 'Z' && !kebab.empty()) kebab += '-';
      kebab += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    EXPECT_EQ(to_string(static_cast<SchemaFeature>(index++)), kebab);
  }
  EXPECT_EQ(index, static_cast<int>(SchemaFeature::AllowedValues) + 1);
}

TEST(SchemaLossTest, LossesAreCountedAndKeepTheLineOfTheFirst) {
  std::vector<SchemaLoss> losses;
  add_loss(losses, SchemaFeature::Colors, 3);
  add_loss(losses, SchemaFeature::Keys, 4);
  add_loss(losses, SchemaFeature::Colors, 5);
  EXPECT_EQ(losses, (std::vector<SchemaLoss>{{SchemaFeature::Colors, 2, 3}, {SchemaFeature::Keys, 1, 4}}));
}

}  // namespace
}  // namespace mitjul
