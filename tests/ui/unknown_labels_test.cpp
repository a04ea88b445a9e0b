#include "ui/unknown_labels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "tests/core/values.h"
#include "tests/support/temp_folder.h"
#include "ui/label_mapping_dialog.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Schema schema_of(const std::vector<std::string>& ids) {
  Schema schema;
  for (const std::string& id : ids) {
    Label label;
    label.id = id;
    schema.labels.push_back(label);
  }
  return schema;
}

/// A document with an annotation of each of these labels.
AnnotatedDocument document_with(const std::vector<std::string>& labels) {
  AnnotatedDocument document{Document::make("가.txt", Text("🚀 화웨이가 왔다.")), {}};
  document.document.info.key = DocumentKey::generate();
  AnnotationSet& set = document.set({document.document.info.key, AnnotatorKey::generate()});
  std::int64_t number = 0;
  for (const std::string& label : labels) set.put(annotation(++number, label, Span(2, 5)));
  return document;
}

std::vector<std::string> told(const std::vector<UnknownLabel>& labels) {
  std::vector<std::string> words;
  for (const UnknownLabel& each : labels) words.push_back(each.label.id + " " + std::to_string(each.annotations));
  return words;
}

TEST(UnknownLabelsTest, CountsTheAnnotationsOfLabelsThatTheProjectDoesNotHave) {
  const Schema present = schema_of({"ORG"});
  UnknownLabels labels(present);
  EXPECT_TRUE(labels.begin({schema_of({"ORG", "PS", "LC", "NEVER"}), {}, true}));
  labels.add(document_with({"PS", "ORG", "LC", "PS"}));
  labels.add(document_with({"PS"}));
  EXPECT_THAT(told(labels.list()), ElementsAre("PS 3", "LC 1"));
}

TEST(UnknownLabelsTest, ALabelOfSeveralFilesIsAskedAboutOnce) {
  const Schema present;
  UnknownLabels labels(present);
  labels.begin({schema_of({"PS"}), {}, true});
  labels.add(document_with({"PS"}));
  labels.begin({schema_of({"LC", "PS"}), {}, true});
  labels.add(document_with({"LC", "PS"}));
  EXPECT_THAT(told(labels.list()), ElementsAre("PS 2", "LC 1"));
}

TEST(UnknownLabelsTest, NothingIsAskedAboutAFileWithASchemaOfItsOwn) {
  const Schema present;
  UnknownLabels labels(present);
  EXPECT_FALSE(labels.begin({schema_of({"PS"}), {}, false}));
  EXPECT_THAT(labels.list(), IsEmpty());
}

TEST(UnknownLabelsTest, WhatCannotBeReadIsLeftToTheImport) {
  const TempFolder folder;
  folder.write("글.txt", "🚀 화웨이");
  folder.write(".숨김", "");
  EXPECT_THAT(find_unknown_labels({}, {folder.path(), folder / "없음.xml"}, {}), IsEmpty());
}

TEST(UnknownLabelsTest, FilesOfFoldersAreLookedThrough) {
  const TempFolder folder;
  folder.write("아래/가.conll", "🚀\tO\n화웨이\tB-OG\n와\tO\n김민수\tB-PS\n씨\tO\n.\tO\n\n");
  folder.write("나.conll", "🚀\tO\n서울\tB-LC\n에서\tO\n가온\tB-OG\n이\tO\n");
  Schema present = schema_of({"LC"});
  EXPECT_THAT(told(find_unknown_labels(present, {folder.path()}, {})), ElementsAre("OG 2", "PS 1"));
}

TEST(UnknownLabelsTest, LookingCanBeCancelled) {
  const TempFolder folder;
  folder.write("글.txt", "🚀 화웨이");
  try {
    find_unknown_labels({}, {folder.path()}, [](double) { return false; });
    FAIL() << "not cancelled";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::Cancelled);
  }
}

TEST(UnknownLabelsTest, ItsFateIsSaidInWords) {
  Schema present = schema_of({"ORG"});
  present.labels[0].name = "기관";
  UnknownLabel unknown{schema_of({"OG"}).labels[0], 12};
  const MappedLabel added{unknown};
  const MappedLabel mapped{unknown, MappedLabel::Fate::Existing, "ORG"};
  const MappedLabel left_out{unknown, MappedLabel::Fate::LeftOut};
  EXPECT_EQ(added.fate_in_words(present), "New label");
  EXPECT_EQ(to_utf8(mapped.fate_in_words(present)), "기관 (ORG)");
  EXPECT_EQ(left_out.fate_in_words(present), "Left out");
  EXPECT_EQ(sum_in_words({added, mapped, left_out, left_out}),
            "New labels: 1, existing labels: 1, annotations left out: 24");
}

}  // namespace
}  // namespace mitjul
