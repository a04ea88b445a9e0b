#include "core/annotation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "core/document.h"
#include "tests/core/values.h"

namespace mitjul {
namespace {

TEST(MethodTest, NamesAreThoseOfTheContract) {
  const std::vector<std::pair<Method, std::string>> methods{
      {Method::Hand, "hand"},           {Method::Occurrence, "occurrence"},
      {Method::Gazetteer, "gazetteer"}, {Method::Suggestion, "suggestion"},
      {Method::Import, "import"},       {Method::Curation, "curation"}};
  for (const auto& [method, name] : methods) {
    EXPECT_EQ(to_string(method), name);
    EXPECT_EQ(parse_method(name), method);
  }
  EXPECT_FALSE(parse_method("Hand"));
  EXPECT_FALSE(parse_method(""));
}

TEST(AnnotationRefTest, PrintsAndParsesTheSame) {
  const AnnotationRef here{{}, annotation_id(17)};
  const AnnotationRef elsewhere{document_key(), annotation_id(17)};
  EXPECT_EQ(to_string(here), "h4k2qa-17");
  EXPECT_EQ(to_string(elsewhere), "d3f7k2m5qa/h4k2qa-17");
  EXPECT_EQ(parse_annotation_ref("h4k2qa-17"), here);
  EXPECT_EQ(parse_annotation_ref("d3f7k2m5qa/h4k2qa-17"), elsewhere);
}

TEST(AnnotationRefTest, AnotherFormIsNoReference) {
  for (const char* const text : {"", "/", "/h4k2qa-17", "d3f7k2m5qa/", "d3f7k2m5q/h4k2qa-17", "d3f7k2m5qa/h4k2qa",
                                 "d3f7k2m5qa//h4k2qa-17", "d3f7k2m5qa/d3f7k2m5qa/h4k2qa-17"}) {
    EXPECT_FALSE(parse_annotation_ref(text)) << text;
  }
}

TEST(AnnotationTest, KnowsItsKindOfAnchor) {
  const Annotation span = annotation(1, "ORG", Spans(Span(2, 5)));
  const Annotation relation = annotation(2, "about", Relation{{argument("claim", 1), argument("target", 3)}});
  const Annotation topic = annotation(3, "TOPIC", WholeDocument{});
  EXPECT_NE(span.spans(), nullptr);
  EXPECT_EQ(span.relation(), nullptr);
  EXPECT_FALSE(span.on_document());
  EXPECT_NE(relation.relation(), nullptr);
  EXPECT_EQ(relation.spans(), nullptr);
  EXPECT_FALSE(relation.on_document());
  EXPECT_TRUE(topic.on_document());
}

TEST(ListingOrderTest, SpansAsTheyAreReadThenRelationsThenLabelsOfTheDocument) {
  std::vector<Annotation> annotations{
      annotation(1, "TOPIC", WholeDocument{}), annotation(2, "about", Relation{{argument("claim", 3)}}),
      annotation(3, "ORG", Spans(Span(7, 9))), annotation(4, "ORG", Spans(Span(2, 5))),
      annotation(6, "ORG", Spans(Span(2, 9))), annotation(5, "CLAIM", Spans(Span(2, 9))),
      annotation(7, "TOPIC", WholeDocument{}), annotation(10, "about", Relation{{argument("claim", 3)}})};
  std::sort(annotations.begin(), annotations.end(), in_listing_order);
  std::vector<std::int64_t> numbers;
  for (const Annotation& each : annotations) numbers.push_back(each.id.number);
  EXPECT_EQ(numbers, (std::vector<std::int64_t>{5, 6, 4, 3, 2, 10, 1, 7}));
}

TEST(ListingOrderTest, OfTwoWithOneNumberTheAnnotatorsKeyDecides) {
  Annotation first = annotation(1, "ORG", Spans(Span(2, 5)));
  Annotation second = first;
  first.id.annotator = annotator_key("aaaaaa");
  EXPECT_TRUE(in_listing_order(first, second));
  EXPECT_FALSE(in_listing_order(second, first));
  EXPECT_FALSE(in_listing_order(first, first));
}

/// An annotation with something in every field.
Annotation full() {
  Annotation made =
      annotation(17, "CLAIM", Spans({Span(2, 5), Span(7, 9)}), {{"type", {"fact"}}, {"field", {"a", "b"}}});
  made.note = "🚀 메모";
  made.provenance = {
      time_at("2026-11-21T00:00:00Z"), time_at("2026-11-22T00:00:00Z"), Method::Suggestion, "모델 1.0", 0.5, 3,
      time_at("2026-11-23T00:00:00Z"), annotator_key("abcdef")};
  return made;
}

TEST(AnnotationFingerprintTest, SaysTheSameOfTheSame) { EXPECT_EQ(fingerprint(full()), fingerprint(full())); }

TEST(AnnotationFingerprintTest, IsTheSameInEveryVersionOfTheProgram) {
  // Stored in project files: a change of this number needs a new version of the file.
  EXPECT_EQ(fingerprint(full()), 6855699380605318044U);
}

TEST(AnnotationFingerprintTest, EveryFieldChangesIt) {
  const std::vector<std::pair<std::string, std::function<void(Annotation&)>>> changes{
      {"annotator", [](Annotation& a) { a.id.annotator = annotator_key("h4k2qb"); }},
      {"number", [](Annotation& a) { ++a.id.number; }},
      {"label", [](Annotation& a) { a.label = "CLAIN"; }},
      {"start",
       [](Annotation& a) {
         a.anchor = Spans({Span(1, 5), Span(7, 9)});
       }},
      {"end",
       [](Annotation& a) {
         a.anchor = Spans({Span(2, 5), Span(7, 10)});
       }},
      {"gap",
       [](Annotation& a) {
         a.anchor = Spans({Span(2, 6), Span(7, 9)});
       }},
      {"segments", [](Annotation& a) { a.anchor = Spans(Span(2, 9)); }},
      {"whole document", [](Annotation& a) { a.anchor = WholeDocument{}; }},
      {"attribute id",
       [](Annotation& a) {
         a.attributes = {{"typo", {"fact"}}, {"field", {"a", "b"}}};
       }},
      {"attribute value", [](Annotation& a) { a.attributes["type"] = {"fakt"}; }},
      {"fewer values", [](Annotation& a) { a.attributes["field"] = {"a"}; }},
      {"order of values",
       [](Annotation& a) {
         a.attributes["field"] = {"b", "a"};
       }},
      {"values run together",
       [](Annotation& a) {
         a.attributes["field"] = {"ab", ""};
       }},
      {"attribute gone", [](Annotation& a) { a.attributes.erase("type"); }},
      {"note", [](Annotation& a) { a.note += "."; }},
      {"created", [](Annotation& a) { a.provenance.created += std::chrono::seconds(1); }},
      {"modified", [](Annotation& a) { *a.provenance.modified += std::chrono::seconds(1); }},
      {"not modified", [](Annotation& a) { a.provenance.modified.reset(); }},
      {"method", [](Annotation& a) { a.provenance.method = Method::Hand; }},
      {"origin", [](Annotation& a) { a.provenance.origin = "모델 1.1"; }},
      {"confidence", [](Annotation& a) { a.provenance.confidence = 0.25; }},
      {"no confidence", [](Annotation& a) { a.provenance.confidence.reset(); }},
      {"schema version", [](Annotation& a) { a.provenance.schema_version = 4; }},
      {"confirmed", [](Annotation& a) { *a.provenance.confirmed += std::chrono::seconds(1); }},
      {"not confirmed", [](Annotation& a) { a.provenance.confirmed.reset(); }},
      {"confirmed by", [](Annotation& a) { a.provenance.confirmed_by = annotator_key("abcdeg"); }},
      {"confirmed by nobody", [](Annotation& a) { a.provenance.confirmed_by = {}; }},
  };
  std::set<std::uint64_t> prints{fingerprint(full())};
  for (const auto& [field, change] : changes) {
    Annotation changed = full();
    change(changed);
    EXPECT_NE(changed, full()) << field;
    EXPECT_TRUE(prints.insert(fingerprint(changed)).second) << field;
  }
}

TEST(AnnotationFingerprintTest, EveryPartOfARelationChangesIt) {
  const auto relation = [](std::vector<Argument> arguments) {
    return fingerprint(annotation(5, "about", Relation{std::move(arguments)}));
  };
  const AnnotationRef elsewhere{document_key(), annotation_id(1)};
  const std::set<std::uint64_t> prints{
      relation({argument("claim", 1), argument("target", 2)}),
      relation({argument("clain", 1), argument("target", 2)}),
      relation({argument("claim", 3), argument("target", 2)}),
      relation({argument("target", 2), argument("claim", 1)}),
      relation({argument("claim", 1)}),
      relation({{"claim", elsewhere}, argument("target", 2)}),
      relation({{"claim", {{}, annotation_id(1, "h4k2qb")}}, argument("target", 2)}),
  };
  EXPECT_EQ(prints.size(), 7U);
}

TEST(AnnotationFingerprintTest, EqualAnnotationsHaveEqualFingerprints) {
  // 0 and -0 are equal numbers, and SQLite keeps them as the same.
  Annotation zero = full();
  zero.provenance.confidence = 0.0;
  Annotation minus_zero = full();
  minus_zero.provenance.confidence = -0.0;
  ASSERT_EQ(zero, minus_zero);
  EXPECT_EQ(fingerprint(zero), fingerprint(minus_zero));
}

}  // namespace
}  // namespace mitjul
