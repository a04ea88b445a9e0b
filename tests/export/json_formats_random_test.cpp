// Whatever a project can hold goes through doccano and Label Studio, up to the losses that the export tells.

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/annotation_checks.h"
#include "core/schema_checks.h"
#include "import/doccano.h"
#include "import/label_studio.h"
#include "tests/export/example.h"
#include "tests/support/chance.h"

namespace mitjul {
namespace {

const std::array<AnnotatorKey, 3> kAnnotators{*AnnotatorKey::parse("aaaaaa"), *AnnotatorKey::parse("bbbbb2"),
                                              *AnnotatorKey::parse("z7z7z7")};

/// What has gone wrong in some program or other.
constexpr std::array<std::string_view, 22> kPieces{"가",
                                                   "화웨이",
                                                   " ",
                                                   "\n",
                                                   "\t",
                                                   "\"",
                                                   "\\",
                                                   "\u0085",
                                                   "\u2028",
                                                   "\uFFFD",
                                                   "\u1112\u1161\u11AB",
                                                   "🚀",
                                                   "👩\u200D💻",
                                                   "🇰🇷",
                                                   "3️⃣",
                                                   "<",
                                                   "e\u0301",
                                                   "\uFEFF",
                                                   "𝒜",
                                                   "]}",
                                                   "{\"id\":1}",
                                                   "x"};

Spans random_spans(Chance& chance, std::uint32_t length) {
  std::vector<Span> segments{chance.span(length)};
  while (chance.sometimes()) segments.push_back(chance.span(length));
  return Spans(segments);
}

Schema every_type() {
  Schema schema{"무작위", 1, {}};
  const auto add = [&](const char* id, LabelKind kind) -> Label& {
    Label label;
    label.id = id;
    label.name = std::string("이름 🚀 ") + id;
    label.kind = kind;
    return schema.labels.emplace_back(std::move(label));
  };
  const std::vector<AttributeValue> values{{"a", "가"}, {"b+", "나 🚀"}, {"c.1", "다"}};
  add("SPAN", LabelKind::Span).attributes = {{"one", "하나", AttributeType::Choice, false, "", values},
                                             {"many", "여럿", AttributeType::Choices, false, "", values},
                                             {"free", "글", AttributeType::Text, false, "", {}},
                                             {"count", "수", AttributeType::Number, false, "", {}},
                                             {"day", "날", AttributeType::Date, false, "", {}},
                                             {"yes", "예", AttributeType::Boolean, false, "", {}}};
  add("BELOW", LabelKind::Span).parent = "SPAN";
  add("BARE", LabelKind::Span);
  add("LINK", LabelKind::Relation).roles = {{"head", "머리", {}}, {"child", "아이", {}}};
  add("LARGE", LabelKind::Relation).roles = {{"one", "하나", {}}, {"two", "둘", {}}, {"three", "셋", {}}};
  add("PAGE", LabelKind::Document);
  add("TOPIC", LabelKind::Document);
  return schema;
}

Attributes random_attributes(Chance& chance) {
  Attributes made;
  if (chance.sometimes()) made["one"] = {"b+"};
  if (chance.sometimes())
    made["many"] = chance.sometimes() ? std::vector<std::string>{"c.1", "a"} : std::vector<std::string>{"a"};
  if (chance.sometimes()) made["free"] = {"글" + chance.made_of(kPieces, 6)};
  if (chance.sometimes()) made["count"] = {std::array{"0", "-7", "3.5", "1200"}[chance.below(4)]};
  if (chance.sometimes()) made["day"] = {"2026-11-21"};
  if (chance.sometimes()) made["yes"] = {chance.sometimes() ? "true" : "false"};
  return made;
}

Annotation random_annotation(Chance& chance, const AnnotationId& id, std::uint32_t length) {
  Annotation made{id, chance.sometimes() ? "PAGE" : "TOPIC", WholeDocument{}, {}, "", {}};
  made.provenance.created = example_time();
  if (chance.sometimes()) made.note = "쪽지" + chance.made_of(kPieces, 4);
  const std::uint32_t kind = chance.below(8);
  if (kind < 2) {
    const bool large = chance.sometimes();
    made.label = large ? "LARGE" : "LINK";
    Relation relation;
    for (const char* const role : large ? std::vector{"one", "two", "three"} : std::vector{"head", "child"})
      relation.arguments.push_back({role, {{}, {kAnnotators[chance.below(3)], 1 + chance.below(20)}}});
    made.anchor = relation;
  } else if (kind < 7 && length > 0) {
    made.label = std::array{"SPAN", "BELOW", "BARE"}[chance.below(3)];
    made.anchor = random_spans(chance, length);
    if (made.label != "BARE") made.attributes = random_attributes(chance);
  }
  return made;
}

Delivery random_delivery(unsigned seed) {
  Chance chance(seed);
  Delivery delivery;
  delivery.schema = every_type();
  for (const AnnotatorKey& key : kAnnotators) delivery.annotators.push_back({key, "이름 🚀 " + key.str(), true});
  for (std::uint32_t count = chance.below(4); count > 0; --count) {
    AnnotatedDocument made;
    made.document = Document::make("기사 " + std::to_string(count), Text(chance.made_of(kPieces, 40)));
    DocumentInfo& info = made.document.info;
    info.title = chance.made_of(kPieces, 3);
    while (chance.sometimes())
      info.metadata.emplace_back("열쇠 " + std::to_string(info.metadata.size()), chance.made_of(kPieces, 4));
    std::int64_t number = 0;
    for (const AnnotatorKey& annotator : kAnnotators) {
      if (chance.sometimes()) continue;
      AnnotationSet& set = made.set({info.key, annotator, false});
      set.set_state(SetState::InProgress);
      for (std::uint32_t each = chance.below(12); each > 0; --each)
        set.put(random_annotation(chance, {annotator, number += 1 + chance.below(3)}, info.code_points));
    }
    delivery.documents.push_back(std::move(made));
  }
  return delivery;
}

std::string words_of(const Attributes& attributes) {
  std::string words;
  for (const auto& [id, values] : attributes) {
    words += " " + id + "=";
    for (const std::string& value : values) words += value + ";";
  }
  return words;
}

std::string words_of(const Span& span, const Text& text) {
  return std::to_string(span.start.value()) + "-" + std::to_string(span.end.value()) + "‘" +
         std::string(text.slice(span)) + "’";
}

/// What an annotator says of a document, an annotation a line.
using Sayings = std::map<std::string, std::vector<std::string>>;

/// What the formats hold.
struct Holds {
  bool attributes;
  bool notes;
  bool document_labels;
};

/// What must come back: of a span in pieces each, what is said of it with the first; relations of two spans of the set.
Sayings expected(const AnnotatedDocument& document, const Holds& holds) {
  Sayings sayings;
  const Text& text = document.document.text;
  for (const auto& [key, set] : document.sets) {
    std::vector<std::string>& lines = sayings[key.annotator.str()];
    std::set<std::string> labels;
    for (const auto& [id, annotation] : set.annotations()) {
      if (const Spans* const spans = annotation.spans()) {
        bool first = true;
        for (const Span& segment : spans->segments()) {
          lines.push_back(annotation.label + " " + words_of(segment, text));
          if (first) lines.back() += " " + to_string(id);
          if (first && holds.attributes) lines.back() += words_of(annotation.attributes);
          if (first && holds.notes) lines.back() += " " + annotation.note;
          first = false;
        }
      } else if (const Relation* const relation = annotation.relation()) {
        const auto is_span = [&own = set](const Argument& end) {
          const Annotation* const target = own.find(end.target.id);
          return target != nullptr && target->spans() != nullptr;
        };
        const auto& ends = relation->arguments;
        if (ends.size() == 2 && std::all_of(ends.begin(), ends.end(), is_span))
          lines.push_back("LINK " + to_string(ends[0].target.id) + " " + to_string(ends[1].target.id));
      } else if (holds.document_labels && labels.insert(annotation.label).second) {
        lines.push_back(annotation.label);
      }
    }
    std::sort(lines.begin(), lines.end());
    if (lines.empty()) sayings.erase(key.annotator.str());
  }
  return sayings;
}

/// The same of what was read. Pieces behind the first have ids of their own.
Sayings read_sayings(const AnnotatedDocument& document, const std::set<AnnotationId>& known, const Holds& holds) {
  Sayings sayings;
  for (const auto& [key, set] : document.sets) {
    std::vector<std::string>& lines = sayings[key.annotator.str()];
    for (const auto& [id, annotation] : set.annotations()) {
      if (annotation.spans() != nullptr) {
        lines.push_back(annotation.label + " " + words_of(annotation.spans()->hull(), document.document.text));
        const bool first = known.count(id) != 0;
        if (first) lines.back() += " " + to_string(id);
        lines.back() += words_of(annotation.attributes);
        if (first && holds.notes) lines.back() += " ";
        lines.back() += annotation.note;
      } else if (const Relation* const relation = annotation.relation()) {
        const auto& ends = relation->arguments;
        lines.push_back(annotation.label + " " + to_string(ends.at(0).target.id) + " " +
                        to_string(ends.at(1).target.id));
      } else {
        lines.push_back(annotation.label + words_of(annotation.attributes));
      }
    }
    std::sort(lines.begin(), lines.end());
  }
  return sayings;
}

std::size_t lost(const ExportResult& result, std::initializer_list<std::string_view> features) {
  std::size_t count = 0;
  for (const ExportLoss& loss : result.losses) {
    for (const std::string_view feature : features) count += to_string(loss) == feature ? loss.count : 0;
  }
  return count;
}

struct Counts {
  std::size_t relations = 0;
  std::size_t labels = 0;
  std::size_t notes = 0;
  std::size_t in_pieces = 0;
};

Counts counts_of(const std::vector<AnnotatedDocument>& documents, const Holds& holds) {
  Counts counts;
  for (const AnnotatedDocument& document : documents) {
    for (const auto& [key, set] : document.sets) {
      for (const auto& [id, annotation] : set.annotations()) {
        if (annotation.relation() != nullptr) ++counts.relations;
        if (annotation.on_document()) ++counts.labels;
        // The note of a label that is lost goes with it.
        const bool kept = holds.document_labels || !annotation.on_document();
        if (kept && !annotation.note.empty()) ++counts.notes;
        if (annotation.spans() != nullptr && annotation.spans()->segments().size() > 1) ++counts.in_pieces;
      }
    }
  }
  return counts;
}

void expect_everything_back(const std::string& format, const AnnotationStream& reader, const Holds& holds) {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(format + " " + std::to_string(seed));
    const Delivery delivery = random_delivery(seed);
    const TempFolder folder;
    const std::filesystem::path path = folder / "🚀 내보냄";
    const ExportResult result =
        write_export(*find_export_format(format), delivery.source(), path, example_options(), reader, {});
    Delivery read;
    std::map<DocumentKey, AnnotatedDocument> together;  // formats without sets have a document for each
    const std::vector<Problem> problems = reader(
        path, [&](StreamHeader header) { read.schema = std::move(header.schema); },
        [&](AnnotatedDocument document) {
          EXPECT_TRUE(check_document(document, read.schema, {}).empty());
          const auto [place, fresh] = together.try_emplace(document.document.info.key, document);
          EXPECT_EQ(place->second.document, document.document);
          read.documents.push_back(document);
          if (!fresh) place->second.sets.merge(document.sets);
        });
    EXPECT_TRUE(problems.empty());
    EXPECT_TRUE(check_schema(read.schema).empty());
    ASSERT_EQ(together.size(), delivery.documents.size());
    for (const AnnotatedDocument& document : delivery.documents) {
      const AnnotatedDocument& back = together.at(document.document.info.key);
      EXPECT_EQ(back.document.text.utf8(), document.document.text.utf8());
      EXPECT_EQ(back.document.info.name, document.document.info.name);
      EXPECT_EQ(back.document.info.title, document.document.info.title);
      EXPECT_EQ(back.document.info.metadata, document.document.info.metadata);
      std::set<AnnotationId> known;
      for (const auto& [key, set] : document.sets) {
        for (const auto& [id, annotation] : set.annotations()) {
          if (annotation.spans() != nullptr) known.insert(id);
        }
      }
      EXPECT_EQ(read_sayings(back, known, holds), expected(document, holds));
    }
    const Counts before = counts_of(delivery.documents, holds);
    const Counts after = counts_of(read.documents, holds);
    EXPECT_EQ(before.relations, after.relations + lost(result, {"relations", "large-relations",
                                                                "relations-on-relations", "distant-relations"}))
        << testing::PrintToString(lost_in(result));
    EXPECT_EQ(before.labels, after.labels + lost(result, {"document-labels", "labels-beside"}));
    EXPECT_EQ(before.notes, after.notes + lost(result, {"notes"}));
    EXPECT_EQ(before.in_pieces, lost(result, {"discontinuous-spans"}));
    if (testing::Test::HasFailure()) break;  // one is enough to look at
  }
}

TEST(JsonFormatsRandomTest, DoccanoGivesBackSpansAndRelations) {
  expect_everything_back("doccano", read_doccano, {false, false, false});
}

TEST(JsonFormatsRandomTest, LabelStudioGivesBackAttributesNotesAndLabelsOfTheDocumentToo) {
  expect_everything_back("label-studio", read_label_studio, {true, true, true});
}

}  // namespace
}  // namespace mitjul
