// Whatever a project can hold is written and read again as the same values.

#include <array>

#include "core/schema_checks.h"
#include "tests/export/exporting.h"
#include "tests/support/chance.h"
#include "tests/support/run_program.h"

namespace mitjul {
namespace {

/// What has gone wrong in some program or other.
constexpr std::array<std::string_view, 30> kPieces{
    "가",   "화웨이",   " ",      "  ",      "\n",     "\r",     "\r\n",   "\t",
    "<",    ">",        "&",      "&amp;",   "\"",     "'",      "]]>",    "<![CDATA[",
    "<!--", "-->",      "\u0085", "\u2028",  "\u00A0", "\uFEFF", "\uFFFD", "\u1112\u1161\u11AB",
    "🚀",    "👩\u200D💻", "🇰🇷",     "3️⃣", "&#10;",  "x"};

std::string random_name(Chance& chance) { return chance.made_of(kPieces, 4) + "이름"; }

Time random_time(Chance& chance) {
  return Time(std::chrono::seconds(static_cast<std::int64_t>(chance.below(4'000'000'000U))));
}

const std::array<AnnotatorKey, 3> kAnnotators{*AnnotatorKey::parse("aaaaaa"), *AnnotatorKey::parse("bbbbb2"),
                                              *AnnotatorKey::parse("z7z7z7")};

Schema random_schema(Chance& chance) {
  Schema schema{random_name(chance), static_cast<int>(1 + chance.below(1000)), {}};
  const auto add = [&](std::string id, LabelKind kind) -> Label& {
    Label label;
    label.id = std::move(id);
    label.name = random_name(chance);
    label.kind = kind;
    label.description = chance.made_of(kPieces, 5);
    label.guideline = chance.made_of(kPieces, 5);
    if (chance.sometimes()) label.revised = static_cast<int>(1 + chance.below(1000));
    label.overlap = static_cast<OverlapRule>(chance.below(3));
    label.may_be_discontinuous = chance.sometimes();
    label.may_cross_units = chance.sometimes();
    label.needs_relation = chance.sometimes();
    if (chance.sometimes()) label.color = "#0aB9fF";
    return schema.labels.emplace_back(std::move(label));
  };
  add("SPAN", LabelKind::Span).attributes = {
      {"free", random_name(chance), AttributeType::Text, chance.sometimes(), chance.made_of(kPieces, 3), {}},
      {"many",
       random_name(chance),
       AttributeType::Choices,
       false,
       "",
       {{"a", random_name(chance)}, {"b+", random_name(chance), 9}},
       "m"}};
  schema.guideline = chance.made_of(kPieces, 9);
  add("BELOW", LabelKind::Span).parent = "SPAN";
  schema.labels.back().key = "z";
  add("LINK", LabelKind::Relation).roles = {{"from", random_name(chance), {}},
                                            {"to", random_name(chance), {"SPAN", "LINK"}},
                                            {"via", random_name(chance), {"BELOW"}}};
  add("PAGE", LabelKind::Document);
  return schema;
}

Annotation random_annotation(Chance& chance, const AnnotationId& id, std::uint32_t length) {
  Annotation made{id, "PAGE", WholeDocument{}, {}, chance.sometimes() ? chance.made_of(kPieces, 6) : "", {}};
  const std::uint32_t kind = chance.below(4);
  if (kind == 0) {
    made.label = "LINK";
    Relation relation;
    for (const char* const role : {"from", "to", "via"}) {
      AnnotationRef target{{}, {kAnnotators[chance.below(3)], 1 + chance.below(50)}};
      if (chance.sometimes()) target.document = *DocumentKey::parse("z234567abc");
      relation.arguments.push_back({role, target});
    }
    made.anchor = relation;
  } else if (kind < 3 && length > 0) {
    made.label = chance.sometimes() ? "BELOW" : "SPAN";
    std::vector<Span> segments{chance.span(length)};
    while (chance.sometimes()) segments.push_back(chance.span(length));
    made.anchor = Spans(segments);
  }
  if (chance.sometimes()) made.attributes["free"] = {chance.made_of(kPieces, 6)};
  if (chance.sometimes()) made.attributes["many"] = {"b+", "a"};
  Provenance& provenance = made.provenance;
  provenance.created = random_time(chance);
  if (chance.sometimes()) provenance.modified = random_time(chance);
  provenance.method = static_cast<Method>(chance.below(6));
  provenance.origin = chance.sometimes() ? chance.made_of(kPieces, 4) : "";
  if (chance.sometimes())
    provenance.confidence = static_cast<double>(chance.below(1'000'001)) / 1'000'000 / (1 + chance.below(7));
  provenance.schema_version = static_cast<int>(chance.below(1000));
  if (chance.sometimes()) provenance.confirmed = random_time(chance);
  if (chance.sometimes()) provenance.confirmed_by = kAnnotators[chance.below(3)];
  return made;
}

AnnotatedDocument random_document(Chance& chance) {
  AnnotatedDocument made;
  made.document = Document::make(random_name(chance), Text(chance.made_of(kPieces, 60)));
  DocumentInfo& info = made.document.info;
  info.title = chance.made_of(kPieces, 3);
  info.language = chance.sometimes() ? chance.made_of(kPieces, 2) : "ko";
  while (chance.sometimes()) info.metadata.emplace_back(chance.made_of(kPieces, 2), chance.made_of(kPieces, 5));
  for (std::uint32_t i = 0; i < info.code_points; ++i) {
    if (made.document.text.at(TextPos(i)) == U'\uFFFD' && chance.sometimes())
      info.substitutions.push_back({TextPos(i), "00FF"});
  }
  while (info.code_points > 0 && chance.sometimes()) {
    info.zones.push_back({static_cast<ZoneKind>(chance.below(13)), chance.span(info.code_points)});
  }
  std::int64_t number = 0;
  for (const AnnotatorKey& annotator : kAnnotators) {
    for (const bool curated : {false, true}) {
      if (chance.sometimes()) continue;
      AnnotationSet& set = made.set({info.key, annotator, curated});
      set.set_state(static_cast<SetState>(1 + chance.below(3)));
      for (std::uint32_t count = chance.below(12); count > 0; --count) {
        number += 1 + chance.below(3);
        set.put(random_annotation(chance, {annotator, number}, info.code_points));
      }
    }
  }
  return made;
}

Delivery random_delivery(unsigned seed) {
  Chance chance(seed);
  Delivery delivery;
  delivery.schema = random_schema(chance);
  for (const AnnotatorKey& key : kAnnotators) delivery.annotators.push_back({key, random_name(chance), true});
  for (std::uint32_t count = chance.below(5); count > 0; --count) delivery.documents.push_back(random_document(chance));
  return delivery;
}

TEST(NativeXmlRandomTest, WhateverIsWrittenIsReadAgainAsTheSameValues) {
  for (unsigned seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Delivery delivery = random_delivery(seed);
    ASSERT_TRUE(check_schema(delivery.schema).empty());
    const TempFolder folder;
    export_native_xml(delivery.source(), folder / "a.xml", example_options(), read_native_xml, {});
    const Delivery read = read_delivery(folder / "a.xml");
    EXPECT_EQ(read.schema, delivery.schema);
    EXPECT_EQ(read.annotators, delivery.annotators);
    ASSERT_EQ(read.documents.size(), delivery.documents.size());
    for (std::size_t i = 0; i < read.documents.size(); ++i) {
      EXPECT_EQ(read.documents[i].document, delivery.documents[i].document);
      EXPECT_EQ(read.documents[i].sets, delivery.documents[i].sets);
    }
    if (HasFailure()) break;  // one is enough to look at
  }
}

TEST(NativeXmlRandomTest, WhateverIsWrittenIsValid) {
  const TempFolder folder;
  std::vector<std::string> command{"xmllint", "--nonet", "--noout", "--schema",
                                   std::string(MITJUL_SOURCE) + "/export/mitjul-annotations-1.xsd"};
  for (unsigned seed = 1; seed <= 100; ++seed) {
    command.push_back(folder / (std::to_string(seed) + ".xml"));
    const Delivery delivery = random_delivery(seed);
    export_native_xml(delivery.source(), command.back(), example_options(), read_native_xml, {});
  }
  const ProgramResult result = run_program(command);
  if (result.exit_code == 127) GTEST_SKIP() << "there is no xmllint";
  EXPECT_EQ(result.exit_code, 0) << result.err.substr(0, 2000);
}

}  // namespace
}  // namespace mitjul
