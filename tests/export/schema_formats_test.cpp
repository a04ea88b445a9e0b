#include "export/schema_formats.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "core/schema_checks.h"
#include "export/refi_codebook.h"
#include "import/schema_formats.h"
#include "tests/export/exporting.h"
#include "tests/support/losses.h"
#include "tests/support/run_program.h"

namespace mitjul {
namespace {

using Labels = std::vector<Label>;

/// What the files of a format say when they are read again.
SchemaFile read_again(const SchemaExportFormat& format, const Schema& schema) {
  const TempFolder folder;
  put_in_place(format.write(schema), folder.path());
  return read_schema(folder / format.write(schema).files.front().name);
}

Labels by_id(Labels labels) {
  std::sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.id < b.id; });
  return labels;
}

/// Presets, and one with everything that a schema can hold.
Labels everything() {
  Labels labels(4);
  labels[0].id = "ENTITY";
  labels[0].name = "개체 🚀";
  labels[0].color = "#112233";
  labels[0].key = "1";
  labels[0].description = "설명 \"하나\" & <둘>\n둘째 줄";
  labels[0].guideline = "# 지침\n\n언제나";
  labels[0].attributes = {
      {"kind", "종류", AttributeType::Choice, true, "big", {{"big", "큼", 2}, {"small", "작음"}}, "k"},
      {"tags", "꼬리표", AttributeType::Choices, false, "", {{"big", "거대"}, {"CT+", "확실"}}},
      {"note", "메모", AttributeType::Text, true, "없음", {}},
      {"size", "크기", AttributeType::Number, false, "3.5", {}},
      {"day", "날", AttributeType::Date, false, "2026-11-21", {}},
      {"sure", "확실함", AttributeType::Boolean, false, "true", {}}};
  labels[1].id = "PERSON";
  labels[1].name = "사람";
  labels[1].parent = "ENTITY";
  labels[1].overlap = OverlapRule::NotItself;
  labels[1].may_be_discontinuous = false;
  labels[1].needs_relation = true;
  labels[1].revised = 2;
  labels[2].id = "link";
  labels[2].name = "잇기";
  labels[2].kind = LabelKind::Relation;
  labels[2].color = "#445566";
  labels[2].roles = {{"a", "앞", {"ENTITY"}}, {"b", "뒤", {}}};
  labels[3].id = "TOPIC";
  labels[3].name = "주제";
  labels[3].kind = LabelKind::Document;
  labels[3].attributes = {{"tone", "논조", AttributeType::Choice, false, "", {{"warm", "따뜻함"}, {"cold", "차가움"}}}};
  return labels;
}

std::vector<Schema> schemas() {
  std::vector<Schema> all{{"모든 것", 3, everything(), "전체 지침"}};
  for (const std::string_view name : preset_names()) all.push_back(*preset(name));
  return all;
}

/// What no foreign format holds.
Label without_rules(Label label) {
  label.may_be_discontinuous = label.may_cross_units = true;
  label.needs_relation = false;
  label.revised = 0;
  for (Attribute& attribute : label.attributes) {
    attribute.key.clear();
    for (AttributeValue& value : attribute.values) value.revised = 0;
  }
  return label;
}

/// The labels that brat keeps, as docs/formats/brat-schema.md says.
Labels kept_by_brat(const Schema& schema) {
  Labels kept;
  for (Label label : schema.labels) {
    if (label.kind == LabelKind::Document || label.roles.size() > 2) continue;
    label = without_rules(label);
    label.key = label.description = label.guideline = "";
    for (std::size_t i = 0; i < label.roles.size(); ++i) {
      label.roles[i].id = label.roles[i].name = "Arg" + std::to_string(i + 1);
    }
    std::erase_if(label.attributes, [&](const Attribute& attribute) {
      return label.kind == LabelKind::Relation || attribute.type == AttributeType::Text ||
             attribute.type == AttributeType::Number || attribute.type == AttributeType::Date;
    });
    for (Attribute& attribute : label.attributes) {
      if (attribute.type == AttributeType::Choices) attribute.type = AttributeType::Choice;
      attribute.required = false;
      attribute.default_value.clear();
    }
    kept.push_back(label);
  }
  return kept;
}

/// The same for Label Studio, which has neither a tree of labels nor rules for the ends of relations.
Labels kept_by_label_studio(const Schema& schema) {
  Labels kept;
  for (Label label : schema.labels) {
    if (label.roles.size() > 2) continue;
    label.attributes.clear();
    for (const Attribute* const attribute : schema.attributes_of(label.id)) label.attributes.push_back(*attribute);
    label = without_rules(label);
    label.guideline.clear();
    label.overlap = OverlapRule::Any;
    label.parent.clear();
    if (label.kind == LabelKind::Document) label.color.clear();
    if (label.kind == LabelKind::Relation) {
      label.roles = {{"from", "from", {}}, {"to", "to", {}}};
      label.attributes.clear();
      label.description = label.key = "";
    }
    for (Attribute& attribute : label.attributes) {
      if (attribute.type == AttributeType::Text || attribute.type == AttributeType::Date)
        attribute.default_value.clear();
    }
    kept.push_back(label);
  }
  return kept;
}

/// The same for a codebook.
Labels kept_by_codebook(const Schema& schema) {
  Labels kept;
  for (Label label : schema.labels) {
    if (label.kind == LabelKind::Relation) continue;
    label = without_rules(label);
    label.key.clear();
    label.overlap = OverlapRule::Any;
    for (Attribute& attribute : label.attributes) {
      attribute.required = false;
      attribute.default_value.clear();
    }
    kept.push_back(label);
  }
  return kept;
}

void expect_kept(std::string_view id, Labels (*kept)(const Schema&)) {
  for (const Schema& schema : schemas()) {
    SCOPED_TRACE(schema.name);
    ASSERT_THAT(check_schema(schema), testing::IsEmpty());
    const SchemaFile again = read_again(*find_schema_export_format(id), schema);
    for (const Problem& problem : again.problems) {
      ADD_FAILURE() << problem.place.line << " " << to_string(problem.code) << " "
                    << (problem.details.empty() ? "" : problem.details[0]);
    }
    const Labels expected = by_id(kept(schema));
    const Labels read = by_id(again.schema.labels);
    ASSERT_EQ(read.size(), expected.size());
    for (std::size_t i = 0; i < read.size(); ++i)
      EXPECT_TRUE(read[i] == expected[i]) << read[i].id << " " << expected[i].id;
  }
}

TEST(SchemaExportFormatsTest, EveryFormatOfTheTableIsWholeAndCanBeReadBack) {
  std::set<std::string_view> ids;
  for (const SchemaExportFormat& format : schema_export_formats()) {
    EXPECT_TRUE(ids.insert(format.id).second) << format.id;
    EXPECT_FALSE(format.name.empty() || format.extension.empty() || format.holds.empty()) << format.id;
    EXPECT_EQ(find_schema_export_format(format.id), &format);
  }
  std::set<std::string_view> read;
  for (const SchemaImportFormat& format : schema_import_formats()) read.insert(format.id);
  EXPECT_EQ(ids, read);
  EXPECT_EQ(find_schema_export_format("🚀"), nullptr);
}

TEST(SchemaExportFormatsTest, TheNativeFormatKeepsEverything) {
  for (const Schema& schema : schemas()) {
    const SchemaExportFormat& native = *find_schema_export_format("mitjul-xml");
    EXPECT_TRUE(native.write(schema).losses.empty());
    EXPECT_EQ(read_again(native, schema).schema, schema);
  }
}

TEST(SchemaExportFormatsTest, BratKeepsWhatIsNotListedAsLost) { expect_kept("brat", kept_by_brat); }

TEST(SchemaExportFormatsTest, LabelStudioKeepsWhatIsNotListedAsLost) {
  expect_kept("label-studio", kept_by_label_studio);
}

TEST(SchemaExportFormatsTest, ACodebookKeepsWhatIsNotListedAsLost) { expect_kept("qdc", kept_by_codebook); }

TEST(SchemaExportFormatsTest, WhatIsLostIsCounted) {
  const Schema schema = schemas().front();
  const auto lost_in = [&](std::string_view id) { return lost(find_schema_export_format(id)->write(schema).losses); };
  using testing::UnorderedElementsAre;
  EXPECT_THAT(lost_in("brat"),
              UnorderedElementsAre("name-and-version 1", "guidelines 2", "descriptions 1", "keys 2", "span-rules 1",
                                   "revisions 2", "document-labels 1", "document-attributes 1", "free-attributes 3",
                                   "several-values 1", "required-attributes 2", "defaults 5", "role-names 1"));
  EXPECT_THAT(lost_in("label-studio"), UnorderedElementsAre("name-and-version 1", "guidelines 2", "overlap-rules 1",
                                                            "span-rules 1", "revisions 2", "allowed-ends 1",
                                                            "hierarchy 1", "role-names 1", "keys 1", "defaults 2"));
  EXPECT_THAT(lost_in("qdc"),
              UnorderedElementsAre("name-and-version 1", "keys 2", "overlap-rules 1", "span-rules 1", "revisions 2",
                                   "relations 1", "required-attributes 2", "defaults 5", "guidelines 1"));
}

TEST(SchemaExportFormatsTest, BratDeclaresEveryTypeAndValueAndEachNameOnce) {
  const WrittenSchema written = find_schema_export_format("brat")->write(schemas().front());
  EXPECT_EQ(written.files.at(0).bytes,
            "[entities]\nENTITY\n\tPERSON\n"
            "\n[relations]\nlink\tArg1:ENTITY|PERSON, Arg2:<ENTITY>\n"
            "<OVERLAP>\tArg1:ENTITY, Arg2:ENTITY|PERSON, <OVL-TYPE>:<ANY>\n"
            "\n[events]\n"
            "\n[attributes]\nkind\tArg:ENTITY|PERSON, Value:big|small\ntags\tArg:ENTITY|PERSON, Value:big|CT+\n"
            "sure\tArg:ENTITY|PERSON\n");
  const std::string& visual = written.files.at(1).bytes;
  for (const char* const line : {"\nENTITY | 개체 🚀\n", "\nbig | 큼\n", "\ntags:big | 거대\n",
                                 "\nENTITY\tbgColor:#112233, fgColor:white\n", "\nlink\tcolor:#445566\n"}) {
    EXPECT_NE(visual.find(line), std::string::npos) << line << " in\n" << visual;
  }
}

TEST(SchemaExportFormatsTest, EventsOfBratAreWrittenAsEvents) {
  const std::string fixture = std::string(MITJUL_FIXTURES) + "/brat-schema/everything/annotation.conf";
  Schema schema = read_schema(fixture).schema;
  for (Label& label : schema.labels) {
    for (Attribute& attribute : label.attributes) attribute.default_value.clear();  // is listed as lost
  }
  const SchemaFile again = read_again(*find_schema_export_format("brat"), schema);
  EXPECT_TRUE(again.problems.empty());
  EXPECT_EQ(by_id(again.schema.labels), by_id(schema.labels));
}

TEST(SchemaExportFormatsTest, ControlsOfLabelStudioAreCalledByTheirIds) {
  Schema schema = schemas().front();
  schema.labels[1].attributes = {{"label", "라벨", AttributeType::Boolean, false, "", {}}};
  const std::string xml = find_schema_export_format("label-studio")->write(schema).files.at(0).bytes;
  for (const char* const part : {"<Labels name=\"label\" toName=\"text\">", "<Text name=\"text\" value=\"$text\"/>",
                                 " name=\"kind\" toName=\"text\" perRegion=\"true\"", " name=\"PERSON.label\"",
                                 "whenLabelValue=\"ENTITY,PERSON\"", "<Relation value=\"link\"", "alias=\"PERSON\"",
                                 "choice=\"multiple\"", "<Choice value=\"주제\" alias=\"TOPIC\"/>"}) {
    EXPECT_NE(xml.find(part), std::string::npos) << part << " in\n" << xml;
  }
}

/// Whether xmllint finds the file valid against this schema; 127: there is no xmllint.
int validity(const std::filesystem::path& xsd, const std::filesystem::path& xml) {
  const ProgramResult result = run_program({"xmllint", "--nonet", "--noout", "--schema", xsd, xml});
  if (result.exit_code != 0 && result.exit_code != 127) ADD_FAILURE() << result.err.substr(0, 2000);
  return result.exit_code;
}

TEST(RefiCodebookWriterTest, ItIsValid) {
  for (const Schema& schema : schemas()) {
    if (schema.labels.empty()) continue;  // the standard wants one code at least
    const TempFolder folder;
    const std::string xml = write_refi_codebook(schema).files.at(0).bytes;
    if (validity(std::string(MITJUL_FIXTURES) + "/refi-codebook/codebook.xsd", folder.write("a.qdc", xml)) == 127) {
      GTEST_SKIP() << "there is no xmllint";
    }
  }
}

TEST(RefiCodebookWriterTest, ItIsValidInAProject) {
  const std::string xsd = std::string(MITJUL_SHARED) + "/schemas/REFI-QDA-Project.xsd";
  if (!std::filesystem::exists(xsd)) GTEST_SKIP() << "there is no " << xsd;
  for (const Schema& schema : schemas()) {
    if (schema.labels.empty()) continue;
    const TempFolder folder;
    std::string xml = write_refi_codebook(schema).files.at(0).bytes;
    const std::size_t codes = xml.find("<Codes>");
    xml = "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"x\"><CodeBook>" + xml.substr(codes) + "</Project>";
    if (validity(xsd, folder.write("a.qde", xml)) == 127) GTEST_SKIP() << "there is no xmllint";
  }
}

TEST(RefiCodebookWriterTest, GuidsBelongToWhatTheyName) {
  EXPECT_EQ(refi_code_guid("CLAIM"), refi_code_guid("CLAIM"));
  EXPECT_NE(refi_code_guid("CLAIM"), refi_code_guid("CLAIM/type"));
  EXPECT_EQ(refi_code_guid("CLAIM").size(), 36U);
}

}  // namespace
}  // namespace mitjul
