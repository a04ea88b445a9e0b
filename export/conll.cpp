#include "export/conll.h"

#include "export/json_writer.h"
#include "export/read_text.h"
#include "export/tokens.h"

namespace mitjul {
namespace {

/// Tokens of a sentence with what becomes of the spans there.
class TokenSentence {
 public:
  TokenSentence(const Text& text, Span sentence, const std::vector<TaggedSpan>& spans, ExportLosses& losses)
      : tokens_(tokens_of(text, sentence, spans)) {
    std::size_t first = 0;
    for (const TaggedSpan& span : spans) {
      while (first < tokens_.size() && tokens_[first].start < span.span.start) ++first;
      std::size_t end = first;
      while (end < tokens_.size() && tokens_[end].end <= span.span.end) ++end;
      // Blanks at the edges of a span are in no token; one that holds nothing else is not in the file.
      if (end == first || Span(tokens_[first].start, tokens_[end - 1].end) != span.span)
        losses.add(AnnotationFeature::Blanks);
      if (end > first) spans_.push_back({first, end, span.tag});
      first = end;
    }
  }

  struct Tagged {
    std::size_t first;
    std::size_t end;
    std::string tag;
  };
  const std::vector<Span>& tokens() const { return tokens_; }
  const std::vector<Tagged>& spans() const { return spans_; }

  /// The tag of every token.
  std::vector<std::string> tags(bool bioes) const {
    std::vector<std::string> tags(tokens_.size(), "O");
    for (const Tagged& span : spans_) {
      for (std::size_t i = span.first; i < span.end; ++i) tags[i] = (i == span.first ? "B-" : "I-") + span.tag;
      if (bioes) tags[span.end - 1][0] = span.end - span.first == 1 ? 'S' : 'E';
    }
    return tags;
  }

 private:
  std::vector<Span> tokens_;
  std::vector<Tagged> spans_;
};

/// The text that a reader puts together from tokens alone: one blank between them, a line a sentence.
class JoinedText {
 public:
  /// The places of the tokens in it.
  std::vector<Span> add(const Text& text, const std::vector<Span>& tokens) {
    std::vector<Span> places;
    append(sentences_++ == 0 ? "" : "\n");
    for (const Span& token : tokens) {
      append(places.empty() ? "" : " ");
      const TextPos start(length_);
      utf8_ += text.slice(token);
      length_ += token.length();
      places.emplace_back(start, TextPos(length_));
    }
    return places;
  }
  const std::string& utf8() const { return utf8_; }

 private:
  void append(std::string_view ascii) {
    utf8_ += ascii;
    length_ += static_cast<std::uint32_t>(ascii.size());
  }

  std::string utf8_;
  std::uint32_t length_ = 0;
  std::size_t sentences_ = 0;
};

/// How many blanks between tokens do not come out where there is always one.
std::size_t blanks_lost_between_tokens(const Text& text, const std::vector<Span>& tokens) {
  std::size_t lost = 0;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (between(text, tokens[i - 1], tokens[i]) != " ") ++lost;
  }
  return lost;
}

/// U+0085 ends a line for some readers, and JSON does not ask for its escape.
std::string without_next_line(const std::string& json) {
  std::string out;
  constexpr std::string_view kNextLine = "\xC2\x85";
  std::size_t from = 0;
  for (std::size_t at = json.find(kNextLine); at != std::string::npos; at = json.find(kNextLine, from)) {
    out.append(json, from, at - from).append("\\u0085");
    from = at + kNextLine.size();
  }
  return out.append(json, from);
}

}  // namespace

ConllWriter::ConllWriter(const ExportTask& task)
    : task_(task),
      flat_(task, TagMap(task.schema, task.options.value("map")), "schema"),
      bioes_(task.options.value("scheme") == "bioes"),
      four_columns_(task.options.value("scheme") == "conll2003"),
      with_text_(task.options.value("text") == "yes") {}

void ConllWriter::write(const AnnotatedDocument& document) {
  for (const Layer& layer : layers_of(document, task_.annotators)) write(document.document, layer);
}

void ConllWriter::write(const Document& document, const Layer& layer) {
  const Text& text = document.text;
  const ReadText read(text);
  const FlatDocument flat = flat_.make(text, layer);
  if (four_columns_ || with_text_ || !first_ || flat.sentences.empty()) {
    task_.sink.append(document_row(document.info, layer, read.utf8()));
  }
  first_ = false;
  JoinedText joined;
  std::vector<std::pair<std::string, Span>> expected;
  for (std::size_t i = 0; i < flat.sentences.size(); ++i) {
    const TokenSentence sentence(text, flat.sentences[i], flat.spans[i], task_.losses);
    const std::vector<Span>& tokens = sentence.tokens();
    const std::vector<std::string> tags = sentence.tags(bioes_);
    std::string rows;
    for (std::size_t j = 0; j < tokens.size(); ++j) {
      rows.append(text.slice(tokens[j])).append(four_columns_ ? " -X- -X- " : "\t").append(tags[j]).append("\n");
    }
    task_.sink.append(rows.append("\n"));
    const std::vector<Span> places = with_text_ ? read.places(tokens) : joined.add(text, tokens);
    for (const auto& span : sentence.spans()) {
      expected.emplace_back(span.tag, Span(places[span.first].start, places[span.end - 1].end));
    }
    if (!with_text_) task_.losses.add(AnnotationFeature::Blanks, blanks_lost_between_tokens(text, tokens));
  }
  if (!with_text_) task_.losses.add(AnnotationFeature::Blanks, blanks_lost_between(text, flat.sentences));
  task_.expected.begin_document(with_text_ ? read.utf8() : joined.utf8());
  for (const auto& [tag, span] : expected) task_.expected.add_span(tag, {span});
}

std::string ConllWriter::document_row(const DocumentInfo& info, const Layer& layer, const std::string& text) const {
  std::string row = four_columns_ ? "-DOCSTART- -X- -X- O" : "-DOCSTART-\tO";
  if (with_text_) {
    JsonWriter json;
    json.begin_object().field("document", info.key.view()).field("name", layer.name);
    json.field("text", text).end_object();
    row += (four_columns_ ? " # " : "\t# ") + without_next_line(json.str());
  }
  return row + "\n\n";
}

}  // namespace mitjul
