#include "export/klue_ner.h"

#include <fmt/format.h>

#include "core/utf8.h"

namespace mitjul {
namespace {

/// A sentence in rows.
class KlueSentence {
 public:
  KlueSentence(const Text& text, Span sentence, const std::vector<TaggedSpan>& spans, ExportLosses& losses) {
    const std::string_view utf8 = text.slice(sentence);
    auto span = spans.begin();
    std::size_t byte = 0;
    for (TextPos pos = sentence.start; pos < sentence.end; pos = pos + 1) {
      const std::size_t begin = byte;
      const char32_t c = next_code_point(utf8, byte);
      const bool line_end = c == '\n' || c == '\r';
      if (c == '\t') losses.add(AnnotationFeature::Characters);
      if (line_end) losses.add(AnnotationFeature::LineEnds);
      const std::string_view character = c == '\t' || line_end ? " " : utf8.substr(begin, byte - begin);
      const bool tagged = span != spans.end() && span->span.start <= pos;
      const bool first = tagged && span->span.start == pos;
      if (first) inline_ += '<';
      inline_ += character;
      text_ += character;
      rows_.append(character).append(tagged ? (first ? "\tB-" : "\tI-") + span->tag : "\tO").append("\n");
      if (tagged && span->span.end == pos + 1) {
        inline_.append(":").append(span->tag).append(">");
        ++span;
      }
    }
  }

  const std::string& marked() const { return inline_; }
  const std::string& text() const { return text_; }
  const std::string& rows() const { return rows_; }

 private:
  std::string inline_;
  std::string text_;
  std::string rows_;
};

}  // namespace

KlueNerWriter::KlueNerWriter(const ExportTask& task)
    : task_(task), flat_(task, TagMap(task.schema, klue_tags(), task.options.value("map")), "longest") {}

void KlueNerWriter::write(const AnnotatedDocument& document) {
  const std::vector<Layer> layers = layers_of(document, task_.annotators);
  for (const Layer& layer : layers) {
    std::string id = document.document.info.key.str();
    if (layers.size() > 1) {
      id += "-" + layer.set->key().annotator.str();
      if (layer.set->key().curated) id += "-curated";
    }
    write(document.document.text, layer, id);
  }
}

void KlueNerWriter::write(const Text& text, const Layer& layer, const std::string& id) {
  const FlatDocument flat = flat_.make(text, layer);
  if (flat.sentences.empty()) task_.sink.append(fmt::format("## {}_00000\t\n\n", id));
  ExpectedLines expected;
  for (std::size_t i = 0; i < flat.sentences.size(); ++i) {
    const KlueSentence sentence(text, flat.sentences[i], flat.spans[i], task_.losses);
    task_.sink.append(fmt::format("## {}_{:05}\t{}\n", id, i, sentence.marked()));
    task_.sink.append(sentence.rows());
    task_.sink.append("\n");
    expected.add(sentence.text(), flat.sentences[i], flat.spans[i]);
  }
  task_.losses.add(AnnotationFeature::Blanks, blanks_lost_between(text, flat.sentences));
  expected.tell(task_.expected);
}

}  // namespace mitjul
