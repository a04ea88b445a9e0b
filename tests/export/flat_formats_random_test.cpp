#include <gmock/gmock.h>

#include <random>

#include "export/read_text.h"
#include "export/sentences.h"
#include "korean/unit.h"
#include "tests/export/flat_exporting.h"
#include "tests/korean/gold_articles.h"

namespace mitjul {
namespace {

/// Documents at random, of all that is awkward in formats of sentences, tokens and characters.
class RandomDocuments {
 public:
  explicit RandomDocuments(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }

  Text text() {
    static const std::vector<std::string> pieces{
        "화웨이", "가",    "칩을",        " ",       " ",          " ",          ". ",        ".",      "\n", "\n\n",
        "\t",     "🚀",     "👩‍💻", "1️⃣", "한",         "🇰🇷",         "3.5",       "%",      "“",  "”",
        "O",      "#",     "##",          "\u0085",  "-DOCSTART-", "확보했다. ", "|",         "\u2028", "<",  ">",
        ":",      "B-ORG", "\\",          "\"",      "\u3000",     "e\u0301",    "# text = ", "\r\n",   "\r"};
    std::string utf8;
    for (std::size_t i = below(40); i > 0; --i) utf8 += pieces[below(pieces.size())];
    return Text(utf8);
  }

  std::vector<Said> said(const Text& text) {
    static const std::vector<std::string> labels{"PERSON", "ORG", "LOCATION", "PRODUCT", "CLAIM", "QUANTITY", "MISC"};
    std::vector<Said> all;
    if (text.length() < 4) return all;
    for (std::size_t i = below(8); i > 0; --i) {
      const auto start = static_cast<std::uint32_t>(below(text.length() - 2));
      const auto length = static_cast<std::uint32_t>(1 + below(below(4) == 0 ? text.length() - start : 3));
      const std::uint32_t end = std::min(start + length, text.length());
      if (end + 1 < text.length() && below(6) == 0) {
        all.push_back({labels[below(labels.size())], Spans({Span(start, end), Span(end + 1, end + 2)})});
      } else {
        all.push_back({labels[below(labels.size())], Span(start, end)});
      }
    }
    return all;
  }

 private:
  std::mt19937 random_;
};

/// What must be read of a document: the spans of the stated rules, in the order of the text, as label and quote.
std::vector<std::string> expected_spans(const Delivery& delivery, const ExportOptions& options, const TagMap& tags,
                                        bool tokens) {
  std::vector<std::string> words;
  ExportLosses losses;
  for (const AnnotatedDocument& document : delivery.documents) {
    const Text& text = document.document.text;
    const Layer layer = layers_of(document, {}).at(0);
    const auto spans =
        tagged_spans(layer, tags, Flattening(delivery.schema, options.value("flatten", "longest")), losses);
    for (const auto& sentence : in_sentences(spans, sentences_of(text, options), losses)) {
      for (const TaggedSpan& span : sentence) {
        const Span place = tokens ? without_blanks(text, span.span) : span.span;
        if (!place.empty()) words.push_back(span.tag + " " + std::string(text.slice(place)));
      }
    }
  }
  return words;
}

/// With blanks for these characters.
std::vector<std::string> with_blanks(std::string_view tabs, std::vector<std::string> words) {
  for (std::string& word : words) {
    for (char& c : word) c = tabs.find(c) != std::string_view::npos ? ' ' : c;
  }
  return words;
}

/// As they are in a text whose lines end in LF.
std::vector<std::string> with_line_feeds(std::vector<std::string> words) {
  for (std::string& word : words) word = ReadText(Text(word)).utf8();
  return words;
}

TEST(FlatFormatsRandomTest, WhatIsReadIsWhatWasFlattenedMappedAndCut) {
  RandomDocuments random(20261122);
  const char* const keys[] = {"d3f7k2m5qa", "e3f7k2m5qa", "f3f7k2m5qa"};
  for (int round = 0; round < 50; ++round) {
    SCOPED_TRACE(round);
    std::vector<AnnotatedDocument> documents;
    for (const char* const key : keys) {
      const Text text = random.text();
      documents.push_back(annotated(key, text, random.said(text)));
    }
    const Delivery delivery = delivery_of(std::move(documents));
    const auto one_of = [&](std::vector<std::string> values) { return values[random.below(values.size())]; };
    ExportOptions options = example_options();
    options.values = {{"flatten", one_of({"longest", "schema", "PRODUCT,ENTITY"})},
                      {"units", one_of({"sentence", "line", "document"})}};
    options.units = units;
    // Verified at every export: what the file says is what the writer said that it must say.
    const FlatExport klue = exported_as("klue-ner", delivery, options.values, units);
    EXPECT_EQ(klue.spans(), with_blanks("\t\n\r", expected_spans(delivery, options,
                                                                 TagMap(delivery.schema, klue_tags(), ""), false)));
    const FlatExport nikl = exported_as("nikl-ne", delivery, options.values, units);
    EXPECT_EQ(nikl.spans(),
              with_blanks("\r", expected_spans(delivery, options, TagMap(delivery.schema, nikl_tags(), ""), false)));
    options.values["scheme"] = one_of({"iob2", "bioes", "conll2003"});
    exported_as("conll", delivery, options.values, units);
    options.values["text"] = "yes";
    const FlatExport conll = exported_as("conll", delivery, options.values, units);
    EXPECT_EQ(conll.spans(), with_line_feeds(expected_spans(delivery, options, TagMap(delivery.schema, ""), true)));
    ASSERT_EQ(conll.read.size(), delivery.documents.size());
    for (std::size_t i = 0; i < conll.read.size(); ++i) {
      EXPECT_EQ(conll.read[i].document.text.utf8(), ReadText(delivery.documents[i].document.text).utf8());
    }
  }
}

/// The entities of rows of tokens and tags, put together without their blanks: `OG 화웨이`.
std::vector<std::string> entities_in_rows(const std::string& rows) {
  std::vector<std::string> words;
  for (const auto& row : rows_of(rows)) {
    if (row.size() != 2 || row[1] == "O" || row[0].starts_with("##")) continue;
    if (row[1].starts_with("B-")) words.push_back(row[1].substr(2) + " ");
    if (row[0] != " ") words.back() += row[0];
  }
  return words;
}

std::string without_spaces(std::string_view quote) {
  std::string kept(quote);
  kept.erase(std::remove(kept.begin(), kept.end(), ' '), kept.end());
  return kept;
}

TEST(FlatFormatsGoldTest, RowsOfEntitiesHoldNoParticle) {
  const std::vector<GoldArticle> articles = gold_articles();
  if (articles.empty()) GTEST_SKIP() << "the shared articles are not here";
  for (const GoldArticle& article : articles) {
    SCOPED_TRACE(article.name);
    std::vector<Said> said;
    for (const LabelledSpan& entity : article.entities) said.push_back({entity.label, entity.span});
    const Delivery delivery = delivery_of({annotated("d3f7k2m5qa", article.text, said)});
    const TagMap klue(delivery.schema, klue_tags(), "");
    std::vector<std::string> of_klue;
    std::vector<std::string> of_labels;
    for (const LabelledSpan& entity : article.entities) {
      const std::string quote = without_spaces(article.text.slice(entity.span));
      of_labels.push_back(entity.label + " " + quote);
      if (const auto tag = klue.tag_of(entity.label)) of_klue.push_back(*tag + " " + quote);
    }
    EXPECT_GT(of_klue.size(), 40U);
    EXPECT_EQ(entities_in_rows(exported_as("klue-ner", delivery, {}, units).bytes), of_klue);
    EXPECT_EQ(entities_in_rows(exported_as("conll", delivery, {}, units).bytes), of_labels);
  }
}

}  // namespace
}  // namespace mitjul
