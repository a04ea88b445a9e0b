#include "storage/json_values.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>

#include "storage/schema_json.h"
#include "tests/core/values.h"

namespace mitjul {
namespace {

std::vector<Annotation> annotations() {
  std::vector<Annotation> made{
      annotation(1, "ORG", Spans(Span(2, 5))),
      annotation(2, "CLAIM", Spans({Span(2, 5), Span(7, 9)}),
                 {{"type", {"fact"}}, {"fields", {"a", "b"}}, {"text", {""}}}),
      annotation(3, "about",
                 Relation{{argument("claim", 1), {"target", {document_key(), annotation_id(2, "abcdef")}}}}),
      annotation(4, "TOPIC", WholeDocument{})};
  made[1].note = "🚀 '메모'\n\t\"둘\" \\ / \u2028";
  made[1].provenance = {
      time_at("2026-11-21T00:00:00Z"), time_at("2026-11-22T00:00:00Z"), Method::Suggestion,     "모델 1.0", 1.0 / 3,
      std::numeric_limits<int>::max(), time_at("2026-11-23T00:00:00Z"), annotator_key("abcdef")};
  made[0].provenance.confidence = 5e-324;
  made[3].provenance.confidence = 1.0;
  return made;
}

DocumentInfo document_info() {
  DocumentInfo info;
  info.key = document_key();
  info.name = "🚀 '기사'.txt";
  info.title = "제목\n둘";
  info.language = "";
  info.metadata = {{"url", "https://example.invalid"}, {"url", "둘"}, {"", ""}};
  info.zones = {{ZoneKind::ListItem, Span(2, 5)},
                {ZoneKind::Boilerplate, Span(0, std::numeric_limits<std::uint32_t>::max())}};
  info.substitutions = {{TextPos(3), "0000"}};
  info.origin = {"text", "기사.txt", "00ff", "windows-949", "crlf"};
  info.sha256 = "c7a8";
  info.code_points = 15;
  info.utf16_units = 16;
  info.in_trash = true;
  return info;
}

TEST(JsonValuesTest, AnnotationsComeBackAsTheyWent) {
  for (const Annotation& annotation : annotations()) {
    EXPECT_EQ(annotation_from_json(to_json(annotation)), annotation) << to_json(annotation);
  }
}

TEST(JsonValuesTest, SettingsWordsAndRefusalsComeBackAsTheyWent) {
  for (const ProjectSettings& settings :
       {ProjectSettings{true, false}, ProjectSettings{false, true, annotator_key()}}) {
    EXPECT_EQ(settings_from_json(to_json(settings)), settings);
  }
  const std::vector<GazetteerEntry> words{{"🚀 '낱말' \"둘\" \\", ""}, {"words", "ORG"}, {"삼성", "ORG"}};
  EXPECT_EQ(words_from_json(to_json(words)), words);
  EXPECT_EQ(words_from_json(to_json(std::vector<GazetteerEntry>())), std::vector<GazetteerEntry>());
  const RefusedSuggestion refused{annotator_key("abcdef"), Span(2, std::numeric_limits<std::uint32_t>::max()), "ORG"};
  EXPECT_EQ(refusal_from_json(to_json(refused), refused.annotator), refused);
}

TEST(JsonValuesTest, SettingsWordsAndRefusalsOfAnotherFormAreRefused) {
  EXPECT_THROW(settings_from_json(R"({"v":1,"suggestions":true})"), std::invalid_argument);
  EXPECT_THROW(settings_from_json(R"({"v":2,"suggestions":true,"particleInside":true})"), std::invalid_argument);
  EXPECT_THROW(settings_from_json(R"({"v":1,"suggestions":true,"particleInside":true,"schemaOwner":"h4"})"),
               std::invalid_argument);
  EXPECT_THROW(words_from_json(R"({"v":1,"words":[["삼성"]]})"), std::invalid_argument);
  EXPECT_THROW(words_from_json(R"({"v":1,"words":[["삼성",1]]})"), std::invalid_argument);
  EXPECT_THROW(refusal_from_json(R"({"v":1,"span":[2],"label":"ORG"})", annotator_key()), std::invalid_argument);
  EXPECT_THROW(refusal_from_json(R"({"v":1,"span":[2,5]})", annotator_key()), std::invalid_argument);
}

TEST(JsonValuesTest, DescriptionsComeBackAsTheyWent) {
  EXPECT_EQ(document_info_from_json(to_json(document_info())), document_info());
  EXPECT_EQ(
      document_info_from_json(to_json(DocumentInfo{document_key(), "", "", "", {}, {}, {}, {}, "", 0, 0, false})).key,
      document_key());
}

TEST(JsonValuesTest, SchemasComeBackAsTheyWent) {
  for (const std::string_view name : preset_names()) {
    EXPECT_EQ(schema_from_json(to_json(preset(name).value())), preset(name));
  }
  Schema schema = preset("claims-entities").value();
  schema.version = 42;
  Label& claim = schema.labels[9];
  claim.overlap = OverlapRule::NotItself;
  claim.may_be_discontinuous = false;
  claim.may_cross_units = false;
  claim.needs_relation = true;
  claim.attributes[0].required = true;
  claim.attributes[0].default_value = "fact";
  claim.attributes[0].key = "k";
  claim.attributes[0].values[1].revised = 41;
  claim.revised = 42;
  claim.guideline = "# 🚀 지침\n* 하나";
  schema.guideline = "전체 지침 🚀";
  schema.draft = true;
  claim.attributes.push_back(attribute("fields", AttributeType::Choices, {{"a", "가"}}));
  claim.description = "🚀 '설명'\n\"둘\"";
  schema.labels[10].overlap = OverlapRule::None;
  EXPECT_EQ(schema_from_json(to_json(schema)), schema);
}

TEST(JsonValuesTest, TheFormIsThatOfTheDocumentation) {
  // docs/project-file.md: what has been written to a log stays there.
  EXPECT_EQ(to_json(annotations()[0]),
            R"({"confidence":5e-324,"created":"2026-11-21T00:00:00Z","id":"h4k2qa-1","label":"ORG","method":"hand",)"
            R"("schemaVersion":1,"spans":[[2,5]],"v":1})");
  const std::string relation = to_json(annotations()[2]);
  EXPECT_NE(relation.find(R"("arguments":[["claim","h4k2qa-1"],["target","d3f7k2m5qa/abcdef-2"]])"), std::string::npos)
      << relation;
  EXPECT_NE(to_json(annotations()[3]).find(R"("document":true)"), std::string::npos);
}

TEST(JsonValuesTest, TheTextIsWhatTheLibraryWouldWrite) {
  Annotation nasty = annotations()[0];
  nasty.label = "A\"\\B";
  nasty.note = std::string("🚀 \"따옴표\" \\ \n\r\t\b\f\u0001\x7f ") + "\xff" + " 끝";
  nasty.attributes = {{"하나", {"🚀", "\"둘\""}}, {"셋", {"\t"}}};
  nasty.provenance.origin = "모델 1.0";
  nasty.provenance.modified = nasty.provenance.created;
  nasty.provenance.confirmed = nasty.provenance.created;
  nasty.provenance.confirmed_by = annotator_key();
  std::vector<Annotation> all = annotations();
  all.push_back(nasty);
  for (const Annotation& each : all) {
    const std::string text = to_json(each);
    EXPECT_EQ(nlohmann::json::parse(text).dump(), text);
  }
}

TEST(JsonValuesTest, WhatIsNoValueIsInvalid) {
  for (
      const char* const json :
      {"", " ", "{", "[]", "null", "1", "\"text\"", "{}", R"({"v":2})", R"({"v":"1"})", R"({"v":1})", "\xFF",
       R"({"v":1,"id":"h4k2qa-1","label":"ORG","method":"hand","created":"2026-11-21T00:00:00Z"})",
       R"({"v":1,"id":"h4k2qa-0","label":"ORG","method":"hand","created":"2026-11-21T00:00:00Z","schemaVersion":1})",
       R"({"v":1,"id":"h4k2qa-1","label":5,"method":"hand","created":"2026-11-21T00:00:00Z","schemaVersion":1})",
       R"({"v":1,"id":"h4k2qa-1","label":"ORG","method":"foot","created":"2026-11-21T00:00:00Z","schemaVersion":1})",
       R"({"v":1,"id":"h4k2qa-1","label":"ORG","method":"hand","created":"gestern","schemaVersion":1})",
       R"({"v":1,"id":"h4k2qa-1","label":"ORG","method":"hand","created":"2026-11-21T00:00:00Z","schemaVersion":"1"})"}) {
    EXPECT_THROW(annotation_from_json(json), std::invalid_argument) << json;
    EXPECT_THROW(schema_from_json(json), std::invalid_argument) << json;
    EXPECT_THROW(document_info_from_json(json), std::invalid_argument) << json;
  }
}

TEST(JsonValuesTest, SpansAndArgumentsOfTheWrongFormAreInvalid) {
  const std::string json = to_json(annotations()[0]);
  const auto with = [&](const std::string& anchor) {
    std::string changed = json;
    return changed.replace(changed.find(R"("spans":[[2,5]])"), 15, anchor);
  };
  EXPECT_EQ(annotation_from_json(with(R"("spans":[[2,6]])")).anchor, Anchor(Spans(Span(2, 6))));
  for (const char* const anchor :
       {R"("spans":[])", R"("spans":[[5,2]])", R"("spans":[[2,2]])", R"("spans":[[2]])", R"("spans":[["2","5"]])",
        R"("spans":[2,5])", R"("spans":5)", R"("spans":[[-3,5]])", R"("arguments":[["claim"]])",
        R"("arguments":[["claim","h4k2qa"]])", R"("arguments":[["claim",1]])", R"("arguments":"claim")"}) {
    EXPECT_THROW(annotation_from_json(with(anchor)), std::invalid_argument) << anchor;
  }
}

/// What `read` makes of it; nothing where it is invalid.
std::optional<Annotation> read_or_nothing(const std::string& json) {
  try {
    return annotation_from_json(json);
  } catch (const std::invalid_argument&) {
    return std::nullopt;
  }
}

TEST(JsonValuesTest, AnAnnotationIsReadTheSameHoweverItIsWritten) {
  std::vector<Annotation> all = annotations();
  all[0].provenance.confidence.reset();
  all[1].provenance.confidence.reset();
  all.push_back(all[1]);
  all.back().note = "🚀 메모";
  const std::string_view likely = "\"{}[]:,-.0129eEtfnuz\\ \n\xFF";
  for (const Annotation& each : all) {
    const std::string json = to_json(each);
    // A blank in front of it means nothing, but is not what `to_json` writes.
    EXPECT_EQ(annotation_from_json(" " + json), each);
    for (std::size_t at = 0; at < json.size(); ++at) {
      for (const char c : likely) {
        std::string changed = json;
        changed[at] = c;
        EXPECT_EQ(read_or_nothing(changed), read_or_nothing(" " + changed)) << changed;
        changed.insert(at, 1, c);
        EXPECT_EQ(read_or_nothing(changed), read_or_nothing(" " + changed)) << changed;
      }
    }
  }
}

/// Whatever was cut or changed: a value, or std::invalid_argument, and never anything else.
template <class Read>
void expect_value_or_invalid(const std::string& json, Read read) {
  for (std::size_t size = 0; size < json.size(); ++size) {
    EXPECT_THROW(read(std::string_view(json).substr(0, size)), std::invalid_argument) << size;
  }
  std::mt19937 random(5);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same changes in every run
  const std::string_view likely = "\"{}[]:,-.0129eEtfnu\\ \xFF";
  int read_all_the_same = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string changed = json;
    changed[random() % changed.size()] = likely[random() % likely.size()];
    try {
      read(changed);
      ++read_all_the_same;
    } catch (const std::invalid_argument&) {
      continue;
    }
  }
  EXPECT_GT(read_all_the_same, 0);
}

TEST(JsonValuesTest, BrokenAnnotationsAreInvalidAndNothingWorse) {
  for (const Annotation& annotation : annotations()) expect_value_or_invalid(to_json(annotation), annotation_from_json);
}

TEST(JsonValuesTest, BrokenSchemasAreInvalidAndNothingWorse) {
  Schema schema = schema_of({label("ENTITY"), relation_label("about", {{"a", "가", {"ENTITY"}}, {"b", "나", {}}})});
  schema.labels[0].attributes = {attribute("type", AttributeType::Choice, {{"fact", "사실"}})};
  expect_value_or_invalid(to_json(schema), schema_from_json);
}

TEST(JsonValuesTest, BrokenDescriptionsAreInvalidAndNothingWorse) {
  expect_value_or_invalid(to_json(document_info()), document_info_from_json);
}

}  // namespace
}  // namespace mitjul
