#include "ui/export_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "core/error.h"
#include "core/time.h"
#include "storage/project_file.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

const ExportFormat& xml() { return *find_export_format("mitjul-xml"); }

ExportFormat folder_format() {
  ExportFormat format = xml();
  format.id = "brat";
  format.container = Container::Folder;
  return format;
}

ExportOrder order_to(const fs::path& place) {
  ExportOrder order;
  order.profile.format = "mitjul-xml";
  order.place = place;
  return order;
}

std::optional<ErrorKind> refusal_of(const ExportOrder& order) {
  try {
    check_places(order);
  } catch (const Error& error) {
    return error.kind();
  }
  return std::nullopt;
}

TEST(ExportOrderTest, AFileIsProposedWithTheEndingOfItsFormatAndAFolderWithItsName) {
  EXPECT_EQ(proposed_place("/자료/기사.v2", xml()), "/자료/기사.v2.xml");
  EXPECT_EQ(proposed_place("/자료/기사.v2", folder_format()), "/자료/기사.v2-brat");
}

TEST(ExportOrderTest, AnotherFormatIsProposedBesideTheOneBefore) {
  EXPECT_EQ(base_of("/자료/기사.v2.xml", xml()), "/자료/기사.v2");
  EXPECT_EQ(base_of("/자료/기사-brat", folder_format()), "/자료/기사");
  EXPECT_EQ(base_of("/자료/기사.txt", xml()), "/자료/기사.txt");
  EXPECT_EQ(base_of("", xml()), "");
}

TEST(ExportOrderTest, APlaceThatCanBeWrittenToIsLeftAsItIs) {
  const TempFolder folder;
  EXPECT_EQ(refusal_of(order_to(folder / "글.xml")), std::nullopt);
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(ExportOrderTest, SaysBeforehandWhyNothingCanBeWrittenThere) {
  const TempFolder folder;
  EXPECT_EQ(refusal_of(order_to(folder / "없음" / "글.xml")), ErrorKind::FolderNotFound);
  EXPECT_EQ(refusal_of(order_to(folder.path())), ErrorKind::IsDirectory);
  ProjectFile::create(folder / "p.mitjul", *preset("claims-entities"), now());
  EXPECT_EQ(refusal_of(order_to(folder / "p.mitjul")), ErrorKind::AlreadyExists);
}

TEST(ExportOrderTest, EveryPartOfASplitIsLookedAt) {
  const TempFolder folder;
  ExportOrder order = order_to(folder / "글.xml");
  order.profile.split = SplitOptions{90, 0, 10, 0};
  EXPECT_THAT(replaced_by(order), IsEmpty());
  folder.write("글-test.xml", "");
  folder.write("글-dev.xml", "");
  EXPECT_THAT(replaced_by(order), ElementsAre(folder / "글-test.xml"));
  fs::create_directory(folder / "글-train.xml");
  EXPECT_EQ(refusal_of(order), ErrorKind::IsDirectory);
}

}  // namespace
}  // namespace mitjul
