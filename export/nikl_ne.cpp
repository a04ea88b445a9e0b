#include "export/nikl_ne.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/blanks.h"
#include "export/json_writer.h"

namespace mitjul {
namespace {

constexpr std::array<std::string_view, 5> kMetadata{"author", "publisher", "date", "topic", "url"};

/// The first value of a key, without the dashes of a day.
std::string metadata_value(const DocumentInfo& info, std::string_view key) {
  for (const auto& [known, value] : info.metadata) {
    if (known != key) continue;
    std::string kept = value;
    if (key == "date" && is_date(value)) kept.erase(std::remove(kept.begin(), kept.end(), '-'), kept.end());
    return kept;
  }
  return {};
}

/// How much of the metadata has no place.
std::size_t metadata_lost(const DocumentInfo& info) {
  std::size_t kept = 0;
  for (const std::string_view key : kMetadata) {
    kept +=
        std::any_of(info.metadata.begin(), info.metadata.end(), [&](const auto& entry) { return entry.first == key; })
            ? 1U
            : 0U;
  }
  return info.metadata.size() - kept;
}

/// A text without the carriage returns that a reader would take for line ends: blanks stand in their place.
std::string without_returns(std::string_view text) {
  std::string kept(text);
  std::replace(kept.begin(), kept.end(), '\r', ' ');
  return kept;
}

class NiklSentence {
 public:
  NiklSentence(JsonWriter& json, const Text& text, Span sentence) : json_(json), text_(text), sentence_(sentence) {}

  void write(const std::string& id, const std::vector<TaggedSpan>& spans) {
    json_.begin_object().field("id", id).field("form", without_returns(text_.slice(sentence_)));
    json_.key("word").begin_array();
    const std::vector<Span> words = eojeols();
    for (std::size_t i = 0; i < words.size(); ++i) {
      begin(i, words[i]);
      end(words[i]);
    }
    json_.end_array().key("NE").begin_array();
    for (std::size_t i = 0; i < spans.size(); ++i) {
      begin(i, spans[i].span);
      json_.field("label", spans[i].tag);
      end(spans[i].span);
    }
    json_.end_array().end_object();
  }

 private:
  void begin(std::size_t index, Span span) {
    json_.begin_object()
        .field("id", static_cast<std::int64_t>(index + 1))
        .field("form", without_returns(text_.slice(span)));
  }
  void end(Span span) {
    json_.field("begin", span.start - sentence_.start).field("end", span.end - sentence_.start).end_object();
  }

  /// What stands between blanks.
  std::vector<Span> eojeols() const {
    std::vector<Span> words;
    for (TextPos pos = sentence_.start; pos < sentence_.end; pos = pos + 1) {
      if (is_blank(text_.at(pos))) continue;
      if (words.empty() || words.back().end != pos) words.emplace_back(pos, pos);
      words.back().end = pos + 1;
    }
    return words;
  }

  JsonWriter& json_;
  const Text& text_;
  Span sentence_;
};

}  // namespace

NiklNeWriter::NiklNeWriter(const ExportTask& task)
    : task_(task),
      flat_(task, TagMap(task.schema, nikl_tags(), task.options.value("map")), "longest"),
      year_(to_string(task.options.created).substr(0, 4)) {}

void NiklNeWriter::begin() {
  flat_.count_schema();
  JsonWriter json;
  json.begin_object().field("id", "NXNE" + year_.substr(2) + "00000001").key("metadata").begin_object();
  json.field("title", "개체명 분석 말뭉치").field("creator", "").field("distributor", "").field("year", year_);
  json.field("category", "신문").key("annotation_level").begin_array().string("개체명 분석").end_array();
  json.field("sampling", "").end_object().key("document").begin_array();
  task_.sink.append(json.str());
}

void NiklNeWriter::write(const AnnotatedDocument& document) {
  for (const Layer& layer : layers_of(document, task_.annotators)) write(document.document, layer);
  const DocumentInfo& info = document.document.info;
  task_.losses.add(AnnotationFeature::Metadata, metadata_lost(info));
  if (info.language != "ko") task_.losses.add(AnnotationFeature::Titles);
}

void NiklNeWriter::write(const Document& document, const Layer& layer) {
  const Text& text = document.text;
  const FlatDocument flat = flat_.make(text, layer);
  const std::string id = fmt::format("NWRW{}00000001.{}", year_.substr(2), ++documents_);
  JsonWriter json;
  json.space(documents_ == 1 ? "\n " : ",\n ").begin_object().field("id", id).key("metadata").begin_object();
  json.field("title", document.info.title.empty() ? layer.name : document.info.title);
  for (const std::string_view key : kMetadata) json.field(key, metadata_value(document.info, key));
  json.end_object().key("sentence").begin_array();
  ExpectedLines expected;
  std::size_t paragraph = 1;
  std::size_t in_paragraph = 0;
  for (std::size_t i = 0; i < flat.sentences.size(); ++i) {
    const Span sentence = flat.sentences[i];
    if (i > 0 && between(text, flat.sentences[i - 1], sentence).find('\n') != std::string_view::npos) {
      ++paragraph;
      in_paragraph = 0;
    }
    NiklSentence(json, text, sentence).write(fmt::format("{}.{}.{}", id, paragraph, ++in_paragraph), flat.spans[i]);
    task_.sink.append(json.str());
    json.clear();
    const std::string_view form = text.slice(sentence);
    task_.losses.add(AnnotationFeature::LineEnds, static_cast<std::size_t>(std::count(form.begin(), form.end(), '\r')));
    expected.add(without_returns(form), sentence, flat.spans[i]);
  }
  json.end_array().end_object();
  task_.sink.append(json.str());
  task_.losses.add(AnnotationFeature::Blanks, blanks_lost_between(text, flat.sentences));
  expected.tell(task_.expected);
}

void NiklNeWriter::end() { task_.sink.append("\n]}\n"); }

}  // namespace mitjul
