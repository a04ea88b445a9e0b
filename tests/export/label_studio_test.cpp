#include "export/label_studio.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "export/label_studio_schema.h"
#include "import/label_studio.h"
#include "tests/export/example.h"

namespace mitjul {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::ElementsAre;

Delivery everything() { return read_delivery(std::string(MITJUL_FIXTURES) + "/mitjul-xml/everything/export.xml"); }

TEST(LabelStudioWriterTest, TheExampleIsWrittenByteForByte) {
  ExportResult result;
  EXPECT_EQ(exported_as("label-studio", example_sentence(), read_label_studio, &result),
            "[\n{\"data\":{\"text\":\"🚀 화웨이가 칩을 확보했다.\",\"doc_id\":\"d3f7k2m5qa\",\"doc_name\":\"기사.txt\","
            "\"title\":\"화웨이 칩\",\"language\":\"ko\",\"url\":\"https://example.invalid/1\","
            "\"annotators\":[{\"id\":1,\"key\":\"h4k2qa\",\"name\":\"annotator01\"}]},"
            "\"annotations\":[{\"completed_by\":1,\"result\":["
            "{\"id\":\"h4k2qa-2\",\"from_name\":\"label\",\"to_name\":\"text\",\"type\":\"labels\","
            "\"value\":{\"start\":0,\"end\":15,\"text\":\"🚀 화웨이가 칩을 확보했다.\",\"labels\":[\"CLAIM\"]}},"
            "{\"id\":\"h4k2qa-2\",\"from_name\":\"type\",\"to_name\":\"text\",\"type\":\"choices\","
            "\"value\":{\"start\":0,\"end\":15,\"text\":\"🚀 화웨이가 칩을 확보했다.\",\"choices\":[\"fact\"]}},"
            "{\"id\":\"h4k2qa-1\",\"from_name\":\"label\",\"to_name\":\"text\",\"type\":\"labels\","
            "\"value\":{\"start\":2,\"end\":5,\"text\":\"화웨이\",\"labels\":[\"ORG\"]}},"
            "{\"id\":\"h4k2qa-4\",\"from_name\":\"label\",\"to_name\":\"text\",\"type\":\"labels\","
            "\"value\":{\"start\":7,\"end\":9,\"text\":\"칩을\",\"labels\":[\"EVENT\"]}},"
            "{\"id\":\"h4k2qa-4.2\",\"from_name\":\"label\",\"to_name\":\"text\",\"type\":\"labels\","
            "\"value\":{\"start\":10,\"end\":14,\"text\":\"확보했다\",\"labels\":[\"EVENT\"]}},"
            "{\"type\":\"relation\",\"from_id\":\"h4k2qa-2\",\"to_id\":\"h4k2qa-1\",\"direction\":\"right\","
            "\"labels\":[\"about\"]}]}]}\n]\n");
  EXPECT_THAT(lost_in(result),
              ElementsAre("schema-details 4", "zones 1", "set-states 1", "discontinuous-spans 1", "provenance 4"));
}

/// The control of a configuration that has this name.
pugi::xml_node control_named(const pugi::xml_document& config, const std::string& name) {
  return config.find_node([&](pugi::xml_node node) { return node.attribute("name").value() == name; });
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// Every result must fit the configuration that `schema --format label-studio` writes for the same schema.
void expect_fitting(const Delivery& delivery) {
  pugi::xml_document config;
  ASSERT_TRUE(config.load_string(write_label_studio_schema(delivery.schema).files.at(0).bytes.c_str()));
  const auto aliases_of = [](pugi::xml_node control) {
    std::set<std::string> aliases;
    control.find_node([&](pugi::xml_node node) {
      aliases.insert(node.attribute("alias").value());
      return false;
    });
    return aliases;
  };
  std::size_t results = 0;
  for (const json& task : json::parse(exported_as("label-studio", delivery, read_label_studio))) {
    for (const json& annotation : task.at("annotations")) {
      for (const json& result : annotation.at("result")) {
        ++results;
        if (result.at("type") == "relation") {
          const std::string label = result.at("labels").at(0);
          EXPECT_TRUE(config.find_node([&](pugi::xml_node node) {
            return std::string(node.name()) == "Relation" && node.attribute("value").value() == label;
          })) << label;
          continue;
        }
        const pugi::xml_node control = control_named(config, result.at("from_name"));
        ASSERT_TRUE(control) << result.dump();
        EXPECT_EQ(result.at("to_name"), control.attribute("toName").value());
        EXPECT_EQ(result.at("type"), lower_case(control.name()));
        const json& value = result.at("value");
        const std::string type = result.at("type");
        if (type == "labels" || type == "choices") {
          for (const std::string id : value.at(type)) EXPECT_EQ(aliases_of(control).count(id), 1U) << id;
        }
        if (value.contains("start") && type != "textarea") {
          const Text text(task.at("data").at("text").get<std::string>());
          EXPECT_EQ(value.at("text"), text.slice(Span(value.at("start"), value.at("end"))));
        }
      }
    }
  }
  EXPECT_GT(results, 0U);
}

TEST(LabelStudioWriterTest, EveryResultFitsTheConfigurationOfTheSameSchema) {
  expect_fitting(example_sentence());
  expect_fitting(everything());
}

TEST(LabelStudioWriterTest, AttributesOfOneNameAndDifferentTypesAreTwoControls) {
  Delivery delivery = example_sentence();
  delivery.schema.labels[0].attributes = {{"type", "다른 유형", AttributeType::Text, false, "", {}}};
  Annotation org = example_annotation(1, "ORG", Spans(Span(2, 5)));
  org.attributes = {{"type", {"회사\n둘째 줄"}}};
  AnnotatedDocument& article = delivery.documents[0];
  article.set({kExampleDocument, kExampleAnnotator, false}).put(org);
  expect_fitting(delivery);
  const std::string tasks = exported_as("label-studio", delivery, read_label_studio);
  EXPECT_NE(tasks.find("\"from_name\":\"CLAIM.type\""), std::string::npos);
  EXPECT_NE(tasks.find("\"value\":{\"start\":2,\"end\":5,\"text\":[\"회사\\n둘째 줄\"]}"), std::string::npos);
}

/// Label Studio takes these words for yes and no wherever they stand but in `value`, and opens no configuration in
/// which a name or an alias is one of them.
TEST(LabelStudioWriterTest, NothingIsCalledTrueOrFalse) {
  Delivery delivery = everything();
  Label label;
  label.id = label.name = "true";
  label.attributes = {{"false", "거짓", AttributeType::Choice, false, "", {{"true", "참"}, {"false_", "글쎄"}}}};
  delivery.schema.labels.push_back(label);
  AnnotatedDocument& article = delivery.documents[0];
  Annotation claim = example_annotation(1, "true", Spans(Span(2, 4)));
  claim.attributes = {{"false", {"false_"}}};
  article.set({article.document.info.key, kExampleAnnotator, false}).put(claim);
  expect_fitting(delivery);

  pugi::xml_document config;
  ASSERT_TRUE(config.load_string(write_label_studio_schema(delivery.schema).files.at(0).bytes.c_str()));
  const std::set<std::string> switches{"perRegion", "required", "selected", "value"};
  config.find_node([&](pugi::xml_node node) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
      if (switches.count(attribute.name()) != 0) continue;
      EXPECT_NE(std::string(attribute.value()), "true") << attribute.name();
      EXPECT_NE(std::string(attribute.value()), "false") << attribute.name();
    }
    return false;
  });
  const std::string tasks = exported_as("label-studio", delivery, read_label_studio);
  EXPECT_NE(tasks.find("\"from_name\":\"alive\",\"to_name\":\"text\",\"type\":\"choices\",\"value\":{\"start\":22,"
                       "\"end\":25,\"text\":\"홍길동\",\"choices\":[\"false_\"]}"),
            std::string::npos);
  EXPECT_NE(tasks.find("\"from_name\":\"false_\",\"to_name\":\"text\",\"type\":\"choices\",\"value\":{\"start\":2,"
                       "\"end\":4,\"text\":\"다른\",\"choices\":[\"false__\"]}"),
            std::string::npos);
}

TEST(LabelStudioWriterTest, RelationsOfTheSameTwoSpansAreOneWithSeveralLabels) {
  Delivery delivery = example_sentence();
  Label denies = *delivery.schema.find("about");
  denies.id = "denies";
  delivery.schema.labels.push_back(denies);
  const auto relation = [](std::int64_t number, const char* label, std::int64_t from, std::int64_t to) {
    const auto end = [](const char* role, std::int64_t of) {
      return Argument{role, {{}, AnnotationId{kExampleAnnotator, of}}};
    };
    return example_annotation(number, label, Relation{{end("claim", from), end("target", to)}});
  };
  AnnotationSet& set = delivery.documents[0].set({kExampleDocument, kExampleAnnotator, false});
  set.put(relation(5, "denies", 2, 1));
  set.put(relation(6, "denies", 1, 2));
  set.put(relation(7, "denies", 2, 1));
  ExportResult result;
  const std::string tasks = exported_as("label-studio", delivery, read_label_studio, &result);
  EXPECT_NE(tasks.find("{\"type\":\"relation\",\"from_id\":\"h4k2qa-1\",\"to_id\":\"h4k2qa-2\",\"direction\":\"right\","
                       "\"labels\":[\"denies\"]},"
                       "{\"type\":\"relation\",\"from_id\":\"h4k2qa-2\",\"to_id\":\"h4k2qa-1\",\"direction\":\"right\","
                       "\"labels\":[\"about\",\"denies\"]}]"),
            std::string::npos)
      << tasks;
  EXPECT_THAT(lost_in(result), Contains("relations 1")) << "what is said twice";
}

TEST(LabelStudioWriterTest, LabelsOfTheDocumentAreChoicesWithoutAPlace) {
  const std::string plain = exported_as("label-studio", everything(), read_label_studio);
  EXPECT_NE(plain.find("\"type\":\"choices\",\"value\":{\"choices\":[\"TOPIC\"]}"), std::string::npos);
  EXPECT_NE(
      plain.find("\"from_name\":\"tone\",\"to_name\":\"text\",\"type\":\"choices\",\"value\":{\"choices\":[\"cold\"]}"),
      std::string::npos);
  Delivery tree = everything();
  Label below;
  below.id = "ECONOMY";
  below.name = "경제";
  below.kind = LabelKind::Document;
  below.parent = "TOPIC";
  tree.schema.labels.push_back(below);
  AnnotatedDocument& article = tree.documents[0];
  article.set({article.document.info.key, kExampleAnnotator, false})
      .put(example_annotation(1, "ECONOMY", WholeDocument{}));
  // Of a tree, too: a `Taxonomy` of Label Studio gives names back where choices give aliases.
  EXPECT_NE(exported_as("label-studio", tree, read_label_studio).find("\"value\":{\"choices\":[\"ECONOMY\"]}"),
            std::string::npos);
  const std::string config = write_label_studio_schema(tree.schema).files.at(0).bytes;
  EXPECT_NE(config.find("<Choice value=\"경제\" alias=\"ECONOMY\" style=\"margin-left: 2em\"/>"), std::string::npos);
  EXPECT_NE(config.find("<Choices name=\"tone\" toName=\"text\" visibleWhen=\"choice-selected\" "
                        "whenTagName=\"document\" whenChoiceValue=\"TOPIC,ECONOMY\""),
            std::string::npos)
      << "labels below one have its attributes";
  expect_fitting(tree);
}

TEST(LabelStudioWriterTest, EveryAnnotatorHasAnEntryOfHisOwn) {
  const json tasks = json::parse(exported_as("label-studio", everything(), read_label_studio));
  std::vector<int> numbers;
  for (const json& annotation : tasks.at(1).at("annotations")) numbers.push_back(annotation.at("completed_by"));
  EXPECT_THAT(numbers, ElementsAre(1, 4, 2)) << "of three annotators the first, his curation, and the second";
}

TEST(LabelStudioWriterTest, WhatTasksCannotHoldIsCounted) {
  ExportResult result;
  exported_as("label-studio", everything(), read_label_studio, &result);
  EXPECT_THAT(lost_in(result),
              ElementsAre("schema-details 6", "metadata 1", "zones 13", "substitutions 2", "set-states 4",
                          "discontinuous-spans 1", "labels-beside 1", "large-relations 2", "notes 2", "provenance 15",
                          "confirmations 1", "confidence 3"));
}

}  // namespace
}  // namespace mitjul
