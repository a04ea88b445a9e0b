#include "import/native_xml.h"

#include <chrono>

#include "core/crypto.h"
#include "tests/import/reading.h"
#include "tests/support/cpu_clock.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// What reading the example with one thing changed finds.
std::vector<std::string> found_after(std::string_view from, std::string_view to) {
  return found(read_native(edited(contract_xml(), from, to)).problems);
}

TEST(NativeXmlReaderTest, TheExampleOfTheDocumentationIsReadWhole) {
  const NativeFile file = read_native(contract_xml());
  ASSERT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.headers, 1);
  EXPECT_EQ(file.header.schema.name, "claims-entities");
  EXPECT_EQ(file.header.schema.version, 3);
  ASSERT_EQ(file.header.schema.labels.size(), 3U);
  EXPECT_EQ(file.header.schema.labels[1].description, "…");
  ASSERT_EQ(file.header.annotators.size(), 1U);
  EXPECT_EQ(file.header.annotators[0].key.str(), "h4k2qa");
  EXPECT_EQ(file.header.annotators[0].name, "annotator01");

  ASSERT_EQ(file.documents.size(), 1U);
  const Document& document = file.documents[0].document;
  EXPECT_EQ(document.info.key.str(), "d3f7k2m5qa");
  EXPECT_EQ(document.info.name, "기사.txt");
  EXPECT_EQ(document.info.title, "화웨이 칩");
  EXPECT_EQ(document.info.language, "ko");
  EXPECT_EQ(document.text.utf8(), "🚀 화웨이가 칩을 확보했다.");
  EXPECT_EQ(document.info.sha256, sha256_hex(document.text.utf8()));
  EXPECT_EQ(document.info.code_points, 15U);
  EXPECT_EQ(document.info.utf16_units, 16U);
  using Metadata = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(document.info.metadata, (Metadata{{"url", "https://example.invalid/1"}}));
  EXPECT_EQ(document.info.zones, (std::vector<Zone>{{ZoneKind::Title, Span(0, 15)}}));

  ASSERT_EQ(file.documents[0].sets.size(), 1U);
  const AnnotationSet& set = file.documents[0].sets.begin()->second;
  EXPECT_EQ(set.state(), SetState::Finished);
  EXPECT_FALSE(set.key().curated);
  ASSERT_EQ(set.size(), 3U);
  const AnnotatorKey annotator = file.header.annotators[0].key;
  const Annotation* const org = set.find({annotator, 1});
  ASSERT_NE(org, nullptr);
  EXPECT_EQ(org->label, "ORG");
  EXPECT_EQ(*org->spans(), Spans(Span(2, 5)));
  EXPECT_EQ(to_string(org->provenance.created), "2026-11-21T00:00:00Z");
  EXPECT_EQ(org->provenance.method, Method::Hand);
  EXPECT_EQ(org->provenance.schema_version, 3);
  EXPECT_EQ(set.find({annotator, 2})->attributes, (Attributes{{"type", {"fact"}}}));
  const Relation expected{{{"claim", {{}, {annotator, 2}}}, {"target", {{}, {annotator, 1}}}}};
  ASSERT_NE(set.find({annotator, 3}), nullptr);
  EXPECT_EQ(*set.find({annotator, 3})->relation(), expected);
}

TEST(NativeXmlReaderTest, EveryQuoteIsCompared) {
  EXPECT_THAT(found_after(">화웨이</segment>", ">화웨가</segment>"), ElementsAre("17:quote-differs"));
  EXPECT_THAT(found_after(">화웨이</segment>", ">화웨이 </segment>"), ElementsAre("17:quote-differs"));
  EXPECT_THAT(found_after(">화웨이</segment>", "></segment>"), ElementsAre("17:quote-differs"));
  EXPECT_THAT(found_after("start=\"2\" end=\"5\"", "start=\"3\" end=\"6\""), ElementsAre("17:quote-differs"));
  EXPECT_THAT(found_after("start=\"2\" end=\"5\"", "start=\"2\" end=\"4\""), ElementsAre("17:quote-differs"));
}

TEST(NativeXmlReaderTest, QuotesThatDifferSayBothSides) {
  const NativeFile file = read_native(edited(contract_xml(), ">화웨이</segment>", ">삼성</segment>"));
  ASSERT_EQ(file.problems.size(), 1U);
  EXPECT_EQ(file.problems[0].details, (std::vector<std::string>{"삼성", "화웨이"}));
  EXPECT_EQ(file.problems[0].place.document, "기사.txt");
  EXPECT_EQ(file.problems[0].place.annotation, "h4k2qa-1");
}

TEST(NativeXmlReaderTest, PlacesMustHoldSomethingAndLieInTheText) {
  EXPECT_THAT(found_after("start=\"2\" end=\"5\"", "start=\"2\" end=\"2\""), ElementsAre("17:empty-span"));
  EXPECT_THAT(found_after("start=\"2\" end=\"5\"", "start=\"5\" end=\"2\""), ElementsAre("17:empty-span"));
  EXPECT_THAT(found_after("start=\"2\" end=\"5\"", "start=\"2\" end=\"16\""), ElementsAre("17:span-outside-text"));
  EXPECT_THAT(found_after("start=\"2\" end=\"5\"", "start=\"4294967294\" end=\"4294967295\""),
              ElementsAre("17:span-outside-text"));
  EXPECT_THAT(found_after("kind=\"title\" start=\"0\"", "kind=\"title\" start=\"15\""), ElementsAre("14:empty-span"));
  EXPECT_THAT(found_after("start=\"0\" end=\"15\"/>", "start=\"0\" end=\"16\"/>"), ElementsAre("14:span-outside-text"));
}

TEST(NativeXmlReaderTest, NumbersAreWholeAndNothingElse) {
  for (const std::string number :
       {"-1", "+2", " 2", "2.0", "2e0", "0x2", "", "４", "4294967296", "99999999999999999999"}) {
    EXPECT_THAT(found_after("start=\"2\" end=\"5\"", "start=\"" + number + "\" end=\"5\""),
                ElementsAre("17:invalid-xml-value"))
        << number;
  }
  EXPECT_THAT(
      found_after("schemaVersion=\"3\"><segment start=\"2\"", "schemaVersion=\"2147483648\"><segment start=\"2\""),
      ElementsAre("17:invalid-xml-value"));
}

TEST(NativeXmlReaderTest, TheHashAndTheLengthsAreThoseOfTheText) {
  EXPECT_THAT(found_after("sha256=\"c7", "sha256=\"c8"), ElementsAre("11:text-differs"));
  EXPECT_THAT(found_after("codepoints=\"15\"", "codepoints=\"14\""), ElementsAre("11:length-differs"));
  EXPECT_THAT(found_after("utf16units=\"16\"", "utf16units=\"15\""), ElementsAre("11:length-differs"));
  // One more blank is another text.
  EXPECT_THAT(found_after("확보했다.</text>", "확보했다. </text>"),
              ElementsAre("11:text-differs", "11:length-differs", "11:length-differs"));
}

TEST(NativeXmlReaderTest, IdsAndKeysAreNotUsedTwice) {
  EXPECT_THAT(found_after("id=\"h4k2qa-1\"", "id=\"h4k2qa-2\""), ElementsAre("17:duplicate-id"));
  const std::string annotator = "<annotator key=\"h4k2qa\" name=\"annotator01\"/>";
  EXPECT_THAT(found_after(annotator, annotator + annotator), ElementsAre("9:duplicate-id"));
  EXPECT_THAT(found_after("</set>", "</set>\n<set annotator=\"h4k2qa\" state=\"new\"/>"),
              ElementsAre("20:duplicate-id"));
  const std::string xml = contract_xml();
  const std::size_t begin = xml.find("    <document ");
  const std::string document = xml.substr(begin, xml.find("  </documents>") - begin);
  EXPECT_THAT(found_after("  </documents>", document + "  </documents>"), ElementsAre("21:duplicate-id"));
}

TEST(NativeXmlReaderTest, TheCuratedSetOfAnAnnotatorIsAnotherOne) {
  EXPECT_THAT(found_after("</set>", "</set><set annotator=\"h4k2qa\" state=\"new\" curated=\"true\"/>"), IsEmpty());
}

TEST(NativeXmlReaderTest, AnnotatorsMustBeKnown) {
  EXPECT_THAT(found_after("set annotator=\"h4k2qa\"", "set annotator=\"h4k2qb\""), ElementsAre("15:unknown-annotator"));
  EXPECT_THAT(found_after("id=\"h4k2qa-1\"", "confirmedBy=\"zzzzzz\" id=\"h4k2qa-1\""),
              ElementsAre("17:unknown-annotator"));
}

TEST(NativeXmlReaderTest, KeysAndIdsHaveTheirForm) {
  EXPECT_THAT(found_after("document key=\"d3f7k2m5qa\"", "document key=\"d3f7k2m5q\""),
              ElementsAre("11:invalid-xml-value"));
  EXPECT_THAT(found_after("document key=\"d3f7k2m5qa\"", "document key=\"33f7k2m5qa\""),
              ElementsAre("11:invalid-xml-value"));
  EXPECT_THAT(found_after("annotator key=\"h4k2qa\"", "annotator key=\"H4K2QA\""),
              ElementsAre("9:invalid-xml-value", "15:unknown-annotator"));
  for (const std::string id :
       {"h4k2qa", "h4k2qa-", "h4k2qa-0", "h4k2qa-01", "h4k2qa--1", "h4k2qa-1x", "h4k2qa-9007199254740993"}) {
    EXPECT_THAT(found_after("id=\"h4k2qa-1\"", "id=\"" + id + "\""), ElementsAre("17:invalid-xml-value")) << id;
  }
  EXPECT_THAT(found_after("ref=\"h4k2qa-1\"", "ref=\"d3f7k2m5q/h4k2qa-1\""), ElementsAre("18:invalid-xml-value"));
}

TEST(NativeXmlReaderTest, WordsThatAreNoneOfTheKnownAreProblems) {
  EXPECT_THAT(found_after("state=\"finished\"", "state=\"done\""), ElementsAre("15:invalid-xml-value"));
  EXPECT_THAT(found_after("zone kind=\"title\"", "zone kind=\"headline\""), ElementsAre("14:invalid-xml-value"));
  const std::string span = "created=\"2026-11-21T00:00:00Z\" method=\"hand\" schemaVersion=\"3\"><segment start=\"2\"";
  EXPECT_THAT(found_after(span, edited(span, "hand", "mouse")), ElementsAre("17:invalid-xml-value"));
  for (const std::string time : {"2026-11-21", "2026-11-21T00:00:00", "2026-11-21T00:00:00+09:00",
                                 "2026-02-30T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21 00:00:00Z"}) {
    EXPECT_THAT(found_after(span, edited(span, "2026-11-21T00:00:00Z", time)), ElementsAre("17:invalid-xml-value"))
        << time;
  }
  for (const std::string confidence : {"1.5", "-0.1", "nan", "inf", "0,5", " 0.5", ""}) {
    EXPECT_THAT(found_after("id=\"h4k2qa-1\"", "id=\"h4k2qa-1\" confidence=\"" + confidence + "\""),
                ElementsAre("17:invalid-xml-value"))
        << confidence;
  }
  EXPECT_THAT(found_after("state=\"finished\"", "state=\"finished\" curated=\"yes\""),
              ElementsAre("15:invalid-xml-value"));
}

TEST(NativeXmlReaderTest, SegmentsAreInOrderAndApart) {
  const std::string segment = "<segment start=\"2\" end=\"5\">화웨이</segment>";
  EXPECT_THAT(found_after(segment, segment + "<segment start=\"7\" end=\"8\">칩</segment>"), IsEmpty());
  EXPECT_THAT(found_after(segment, segment + "<segment start=\"4\" end=\"6\">이가</segment>"),
              ElementsAre("17:invalid-xml-value"));
  EXPECT_THAT(found_after(segment, segment + "<segment start=\"5\" end=\"6\">가</segment>"),
              ElementsAre("17:invalid-xml-value"));
  EXPECT_THAT(found_after(segment, "<segment start=\"7\" end=\"8\">칩</segment>" + segment),
              ElementsAre("17:invalid-xml-value"));
  EXPECT_THAT(found_after(segment, ""), ElementsAre("17:missing-field"));
}

TEST(NativeXmlReaderTest, ElementsThatTheFormatDoesNotHaveAreProblems) {
  EXPECT_THAT(found_after("<annotators>", "<extra/><annotators>"), ElementsAre("9:unexpected-element"));
  EXPECT_THAT(found_after("<annotators>", "<annotators><robot/>"), ElementsAre("9:unexpected-element"));
  EXPECT_THAT(found_after("<document key", "<folder/><document key"), ElementsAre("11:unexpected-element"));
  EXPECT_THAT(found_after("<zone ", "<sentence/><zone "), ElementsAre("14:unexpected-element"));
  EXPECT_THAT(found_after("end=\"15\"/>", "end=\"15\"><x/></zone>"), ElementsAre("14:unexpected-element"));
  EXPECT_THAT(found_after("state=\"finished\">", "state=\"finished\"><event/>"),
              ElementsAre("15:unexpected-element", "15:missing-xml-attribute"));
  EXPECT_THAT(found_after(">화웨이</segment>", ">화웨이</segment><comment/>"), ElementsAre("17:unexpected-element"));
  EXPECT_THAT(found_after(">화웨이</segment>", ">화<b/>웨이</segment>"), ElementsAre("17:unexpected-element"));
}

TEST(NativeXmlReaderTest, NothingIsPassedOverInSilence) {
  const std::string quote = ">화웨이</segment>";
  EXPECT_THAT(found_after(quote, quote + "<note>하나</note>\n<note>둘</note>"), ElementsAre("18:unexpected-element"));
  EXPECT_THAT(found_after(quote, quote + "<note>하나<b>둘</b></note>"), ElementsAre("17:unexpected-element"));
  EXPECT_THAT(found_after(quote, quote + "글"), ElementsAre("17:unexpected-element"));
  EXPECT_THAT(found_after(">fact</attr>", "><b>fact</b></attr>"), ElementsAre("16:unexpected-element"));
  EXPECT_THAT(found_after("https:", "<a/>https:"), ElementsAre("12:unexpected-element"));
  EXPECT_THAT(found_after("<zone ", "<text/><zone "), ElementsAre("14:unexpected-element"));
  EXPECT_THAT(found_after("🚀 화웨이가 칩을 확보했다.</text>", "🚀 화웨이가 칩을 확보했다.<b/></text>"),
              ElementsAre("13:unexpected-element"));
  EXPECT_THAT(found_after("</documents>", "</documents>\n<documents/>"), ElementsAre("22:unexpected-element"));
  EXPECT_THAT(found_after("</documents>", "</documents>\n<annotators/>"), ElementsAre("22:unexpected-element"));
  EXPECT_THAT(found_after("  <annotators>", "  <schema name=\"x\" version=\"1\"/>\n<annotators>"),
              ElementsAre("9:unexpected-element"));
}

TEST(NativeXmlReaderTest, WhatIsMissingIsAProblem) {
  EXPECT_THAT(found_after(" offsetUnit=\"unicode-codepoint\"", ""),
              ElementsAre("2:missing-xml-attribute", "2:unsupported-offset-unit"));
  EXPECT_THAT(found_after(" sha256=\"c7a8a8dd24adcfedeada63ffacf2d2beecbf235be887b773e7f2eb11507c70d0\"", ""),
              ElementsAre("11:missing-xml-attribute", "11:text-differs"));
  EXPECT_THAT(found_after(" name=\"기사.txt\"", ""), ElementsAre("11:missing-xml-attribute"));
  EXPECT_THAT(found_after(" name=\"기사.txt\"", " name=\"\""), ElementsAre("11:invalid-xml-value"));
  EXPECT_THAT(found_after(" name=\"annotator01\"", " name=\"\""), ElementsAre("9:invalid-xml-value"));
  EXPECT_THAT(found_after(" key=\"url\"", ""), ElementsAre("12:missing-xml-attribute"));
  EXPECT_THAT(found_after(" label=\"ORG\"", ""), ElementsAre("17:missing-xml-attribute"));
  EXPECT_THAT(found_after(" role=\"target\"", ""), ElementsAre("18:missing-xml-attribute"));
  EXPECT_THAT(found_after("<attr id=\"type\">", "<attr>"), ElementsAre("16:missing-xml-attribute"));
  EXPECT_THAT(found_after("      <text xml:space=\"preserve\">🚀 화웨이가 칩을 확보했다.</text>\n", "").front(),
              "11:missing-field");
  EXPECT_THAT(found_after("<annotators><annotator key=\"h4k2qa\" name=\"annotator01\"/></annotators>", "").front(),
              "10:missing-field");
  EXPECT_THAT(found(read_native("<annotations xmlns=\"urn:mitjul:annotations:1\" formatVersion=\"1.0\" "
                                "offsetUnit=\"unicode-codepoint\"/>")
                        .problems),
              ElementsAre("0:missing-field"));
}

TEST(NativeXmlReaderTest, EveryVersionOneIsReadAndNoOther) {
  EXPECT_THAT(found_after("formatVersion=\"1.0\"", "formatVersion=\"1.7\""), IsEmpty());
  for (const std::string version : {"2.0", "0.9", "10.0", "1", ""}) {
    EXPECT_THAT(found_after("formatVersion=\"1.0\"", "formatVersion=\"" + version + "\""),
                ElementsAre("2:unsupported-format-version"))
        << version;
  }
  EXPECT_THAT(found_after("=\"unicode-codepoint\"", "=\"utf-16\""), ElementsAre("2:unsupported-offset-unit"));
}

TEST(NativeXmlReaderTest, AttributesThatALaterVersionMayBringArePassedOver) {
  EXPECT_THAT(found_after("id=\"h4k2qa-1\"", "id=\"h4k2qa-1\" mood=\"🚀\""), IsEmpty());
}

/// A document of this text with these elements before it.
std::string document_xml(const Text& text, const std::string& before) {
  std::string xml = contract_xml();
  xml.resize(xml.find("    <document "));
  return xml + "<document key=\"aaaaaaaaaa\" name=\"🚀\" sha256=\"" + sha256_hex(text.utf8()) + "\" codepoints=\"" +
         std::to_string(text.length()) + "\" utf16units=\"" + std::to_string(text.utf16_length()) + "\">\n" + before +
         "<text>" + text.utf8() + "</text></document></documents></annotations>";
}

std::string substitution(const std::string& offset, const std::string& original) {
  return "<substitution offset=\"" + offset + "\" original=\"" + original + "\"/>";
}

TEST(NativeXmlReaderTest, SubstitutionsStandInOrderWhereThereIsAReplacementCharacter) {
  const Text text("🚀 \uFFFD 가 \uFFFD");
  const NativeFile good = read_native(document_xml(text, substitution("2", "0000") + substitution("6", "C3FF")));
  EXPECT_THAT(found(good.problems), IsEmpty());
  EXPECT_EQ(good.documents.at(0).document.info.substitutions,
            (std::vector<Substitution>{{TextPos(2), "0000"}, {TextPos(6), "C3FF"}}));
  for (const std::string& wrong :
       {substitution("6", "0000") + substitution("2", "0000"), substitution("2", "0000") + substitution("2", "0001"),
        substitution("0", "0000"), substitution("7", "0000"), substitution("8", "0000"), substitution("2", "0x00"),
        substitution("2", "ffff"), substitution("2", "000"), substitution("2", ""), substitution("-2", "0000")}) {
    EXPECT_THAT(found(read_native(document_xml(text, wrong)).problems), ElementsAre("12:invalid-xml-value")) << wrong;
  }
}

TEST(NativeXmlReaderTest, AnEmptyTextIsADocument) {
  const NativeFile file = read_native(document_xml(Text(""), ""));
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.documents.at(0).document.text.length(), 0U);
}

TEST(NativeXmlReaderTest, DocumentsAfterABrokenOneAreStillRead) {
  const std::string xml = contract_xml();
  const std::size_t begin = xml.find("    <document ");
  const std::string document = xml.substr(begin, xml.find("  </documents>") - begin);
  const std::string second = edited(document, "document key=\"d3f7k2m5qa\"", "document key=\"zzzzzzzzzz\"");
  const NativeFile file = read_native(
      edited(edited(xml, ">화웨이</segment>", ">화</segment>"), "  </documents>", second + "  </documents>"));
  EXPECT_THAT(found(file.problems), ElementsAre("17:quote-differs"));
  EXPECT_EQ(file.documents.size(), 2U);
}

TEST(NativeXmlReaderTest, AFileFullOfProblemsIsReadInReasonableTime) {
  std::string spans;
  for (int i = 10; i < 100'010; ++i) {
    spans += "<span id=\"h4k2qa-" + std::to_string(i) +
             "\" label=\"ORG\" created=\"2026-11-21T00:00:00Z\" method=\"hand\" schemaVersion=\"3\">"
             "<segment start=\"2\" end=\"5\">틀림</segment></span>\n";
  }
  const auto start = CpuClock::now();
  const NativeFile file = read_native(edited(contract_xml(), "      </set>", spans + "      </set>"));
  EXPECT_LT(CpuClock::now() - start, std::chrono::seconds(30));
  EXPECT_EQ(file.problems.size(), 1000U);
}

TEST(NativeXmlReaderTest, ItIsRecognisedByItsBeginning) {
  EXPECT_TRUE(looks_like_native_xml(contract_xml().substr(0, 300)));
  EXPECT_TRUE(looks_like_native_xml("<ns0:annotations xmlns:ns0=\"urn:mitjul:annotations:1\">"));
  EXPECT_FALSE(looks_like_native_xml("<schema xmlns=\"urn:mitjul:annotations:1\" name=\"🚀\" version=\"1\">"));
  EXPECT_FALSE(looks_like_native_xml("<annotations xmlns=\"urn:other\">"));
  EXPECT_FALSE(looks_like_native_xml("🚀 기사의 annotations 이야기"));
  EXPECT_FALSE(looks_like_native_xml(""));
}

}  // namespace
}  // namespace mitjul
