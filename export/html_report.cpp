#include "export/html_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/utf8.h"
#include "export/annotation_table.h"
#include "export/html_colors.h"
#include "export/html_highlights.h"
#include "export/html_report_style.h"
#include "export/html_report_words.h"
#include "export/layers.h"
#include "export/xml_writer.h"

namespace mitjul {
namespace {

constexpr std::size_t kMostLanes = 4;       // that are drawn; who lies deeper shares the lowest
constexpr std::size_t kLongestQuote = 400;  // of the list, in code points: the text is above it
constexpr std::size_t kShortValue = 60;     // in bytes: shares its line with others

/// `2026-11-21 00:00 (UTC)`.
std::string day(Time time) {
  const std::string text = to_string(time);
  return text.substr(0, 10) + " " + text.substr(11, 5) + " (UTC)";
}

/// `1,528`.
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

std::string shortened(std::string text) {
  std::size_t byte = 0;
  for (std::size_t i = 0; i < kLongestQuote && byte < text.size(); ++i) next_code_point(text, byte);
  if (byte < text.size()) text = text.substr(0, byte) + " …";
  return text;
}

}  // namespace

class HtmlReportWriter::Page {
 public:
  explicit Page(const ExportTask& task)
      : task_(task), words_(task.options.value("language", "ko") == "ko" ? kKoreanReport : kEnglishReport) {
    for (std::size_t i = 0; i < task.schema.labels.size(); ++i) places_[task.schema.labels[i].id] = i;
  }

  void begin() {
    html_.raw("<!DOCTYPE html>\n<html")
        .attribute("lang", words_.language)
        .raw(">\n<head>\n<meta charset=\"utf-8\"/>\n");
    html_.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"generator\"");
    html_.attribute("content", task_.options.generator).raw("/>\n<title>").text(words_.title).raw("</title>\n<style>");
    html_.raw("\n")
        .raw(colors())
        .raw(kReportStyle)
        .raw("</style>\n</head>\n<body>\n<header><h1>")
        .text(words_.title)
        .raw("</h1><p>");
    html_.text(task_.schema.name).raw(task_.schema.name.empty() ? "" : " · ").text(day(task_.options.created));
    html_.raw("</p></header>\n<main>\n");
    flush();
  }

  void write(const AnnotatedDocument& document) {
    document_ = &document;
    for (const Layer& layer : layers_of(document, task_.annotators)) {
      layer_ = &layer;
      write_layer();
    }
    ++documents_;
    flush();
  }

  void end() {
    html_.raw("</main>\n<nav>\n");
    write_sums();
    write_labels();
    write_contents();
    html_.raw("</nav>\n</body>\n</html>\n");
    flush();
  }

 private:
  struct Entry {
    std::string name;
    std::size_t annotations;
  };

  void flush() {
    task_.sink.append(html_.str());
    html_.clear();
  }

  // What labels look like.

  std::string place_of(const std::string& label) const {
    const auto place = places_.find(label);
    return place == places_.end() ? "x" : std::to_string(place->second);
  }
  const std::string& name_of(const std::string& label) const {
    const Label* const found = task_.schema.find(label);
    return found == nullptr ? label : found->name;
  }
  std::string colors() const {
    std::vector<std::pair<std::string, std::string>> labels{{"x", ""}};
    for (const Label& label : task_.schema.labels) labels.emplace_back(place_of(label.id), label.color);
    return html_colors(labels);
  }
  /// The colours of a label, for what stands in the element.
  void write_style(const std::string& label, std::string_view more = {}) {
    html_.plain_attribute("style",
                          fmt::format("--c:var(--c{0});--f:var(--f{0});--t:var(--t{0}){1}", place_of(label), more));
  }

  // A document.

  void write_layer() {
    const Document& document = document_->document;
    const DocumentInfo& info = document.info;
    ++articles_;
    task_.expected.begin_document(document.text.utf8());
    count_labels();
    entries_.push_back({layer_->name, layer_->annotations.size()});
    html_.raw("<article")
        .plain_attribute("id", fmt::format("d{}", articles_))
        .plain_attribute("data-key", info.key.view());
    html_.raw(">\n<h2>").text(layer_->name).raw("</h2>\n");
    if (!info.title.empty()) html_.raw("<p class=\"sub\">").text(info.title).raw("</p>\n");
    html_.raw("<p class=\"facts\">").text(facts()).raw("</p>\n");
    write_metadata();
    write_counts();
    write_text();
    write_list();
    html_.raw("</article>\n");
  }

  std::string facts() const {
    const DocumentInfo& info = document_->document.info;
    std::string facts;
    if (layer_->set != nullptr) {
      const SetKey& key = layer_->set->key();
      const std::string name = layer_->annotator == nullptr ? key.annotator.str() : layer_->annotator->name;
      facts += fmt::format("{}: {}{} · {} · ", words_.annotator, name,
                           key.curated ? fmt::format(" ({})", words_.curated) : "",
                           words_.states[static_cast<std::size_t>(layer_->set->state())]);
    }
    facts += grouped(info.code_points) + std::string(words_.characters);
    if (info.language != "ko" && !info.language.empty()) facts += " · " + info.language;
    return facts;
  }

  void write_metadata() {
    const auto& metadata = document_->document.info.metadata;
    if (metadata.empty()) return;
    html_.raw("<dl class=\"meta\">");
    for (const auto& [key, value] : metadata) html_.raw("<dt>").text(key).raw("</dt><dd>").text(value).raw("</dd>");
    html_.raw("</dl>\n");
  }

  void count_labels() {
    here_.clear();
    numbers_.clear();
    ends_.clear();
    for (std::size_t i = 0; i < layer_->annotations.size(); ++i) {
      const Annotation& annotation = *layer_->annotations[i];
      task_.expected.add_plainly(annotation);
      ++here_[annotation.label];
      ++counts_[annotation.label];
      numbers_[annotation.id] = i + 1;
      const Relation* const relation = annotation.relation();
      if (relation == nullptr) continue;
      ++relations_;
      for (const Argument& argument : relation->arguments) {
        if (argument.target.document.empty()) ends_[argument.target.id].insert(i);
      }
    }
    annotations_ += layer_->annotations.size();
    if (layer_->set != nullptr) annotators_.insert(layer_->set->key().annotator);
  }

  void write_counts() {
    if (here_.empty()) return;
    html_.raw("<ul class=\"chips\">");
    for (const Label& label : task_.schema.labels) {
      const auto count = here_.find(label.id);
      if (count == here_.end()) continue;
      html_.raw("<li");
      write_style(label.id);
      html_.raw(">").text(label.name).raw(fmt::format(" <b>{}</b></li>", count->second));
    }
    html_.raw("</ul>\n");
  }

  // Its text.

  void write_text() {
    const Text& text = document_->document.text;
    const std::vector<HighlightedPiece> pieces = highlighted_pieces(layer_->annotations, text.length());
    std::size_t lanes = 0;
    for (const HighlightedPiece& piece : pieces) lanes = std::max(lanes, lines_under(piece));
    html_.raw("<div class=\"text\"").attribute("lang", document_->document.info.language);
    html_.plain_attribute("style", fmt::format("--lanes:{}", lanes)).raw(">");
    for (const HighlightedPiece& piece : pieces) {
      if (piece.annotations.empty()) {
        html_.text(text.slice(piece.span));
      } else {
        write_highlight(piece, text.slice(piece.span));
      }
    }
    html_.raw("</div>\n");
  }

  static std::size_t lines_under(const HighlightedPiece& piece) {
    if (piece.lanes.empty()) return 0;
    return std::min(*std::max_element(piece.lanes.begin(), piece.lanes.end()) + 1, kMostLanes);
  }

  void write_highlight(const HighlightedPiece& piece, std::string_view words) {
    const auto inner = std::min_element(piece.lanes.begin(), piece.lanes.end()) - piece.lanes.begin();
    const std::size_t innermost = piece.annotations[static_cast<std::size_t>(inner)];
    const std::size_t lines = lines_under(piece);
    std::vector<std::string> colors(lines, "transparent");
    std::string ids;
    std::string title;
    for (std::size_t i = 0; i < piece.annotations.size(); ++i) {
      const Annotation& annotation = *layer_->annotations[piece.annotations[i]];
      colors[std::min(piece.lanes[i], lines - 1)] = fmt::format("var(--c{})", place_of(annotation.label));
      ids += (ids.empty() ? "" : " ") + std::to_string(piece.annotations[i] + 1);
      title += (title.empty() ? "" : "\n\n") + described(annotation);
    }
    std::string under;
    for (std::size_t i = 0; i < lines; ++i) under += fmt::format(";--u{}:{}", i + 1, colors[i]);
    html_.raw("<a").plain_attribute("class", fmt::format("h n{}", lines));
    html_.plain_attribute("href", fmt::format("#d{}-{}", articles_, innermost + 1));
    html_.number_attribute("data-start", piece.span.start.value()).number_attribute("data-end", piece.span.end.value());
    html_.plain_attribute("data-ids", ids);
    if (!piece.beginning.empty()) html_.attribute("data-tag", tag_of(piece));
    html_.attribute("title", title);
    write_style(layer_->annotations[innermost]->label, under);
    html_.raw(">").text(words).raw("</a>");
  }

  std::string tag_of(const HighlightedPiece& piece) const {
    std::string tag;
    for (const std::size_t annotation : piece.beginning)
      tag += (tag.empty() ? "" : " › ") + name_of(layer_->annotations[annotation]->label);
    return tag;
  }

  /// What a browser shows beside the pointer.
  std::string described(const Annotation& annotation) const {
    std::string text = name_of(annotation.label);
    for (const auto& [key, value] : said_of(annotation)) text += "\n" + key + ": " + value;
    return text;
  }

  /// Attributes, note and confidence, by their names.
  std::vector<std::pair<std::string, std::string>> said_of(const Annotation& annotation) const {
    std::vector<std::pair<std::string, std::string>> said;
    for (const auto& [id, values] : annotation.attributes) {
      const Attribute* const attribute = task_.schema.find_attribute(annotation.label, id);
      std::string shown;
      for (const std::string& value : values) shown += (shown.empty() ? "" : ", ") + name_of(attribute, value);
      said.emplace_back(attribute == nullptr ? id : attribute->name, shown);
    }
    if (!annotation.note.empty()) said.emplace_back(words_.note, annotation.note);
    if (annotation.provenance.confidence)
      said.emplace_back(words_.confidence, fmt::format("{}", *annotation.provenance.confidence));
    return said;
  }

  std::string name_of(const Attribute* attribute, const std::string& value) const {
    if (attribute == nullptr) return value;
    if (attribute->type == AttributeType::Boolean) return std::string(value == "true" ? words_.yes : words_.no);
    for (const AttributeValue& known : attribute->values) {
      if (known.id == value) return known.name;
    }
    return value;
  }

  // The list below it.

  void write_list() {
    if (layer_->annotations.empty()) {
      html_.raw("<p class=\"none\">").text(words_.nothing).raw("</p>\n");
      return;
    }
    html_.raw("<table>\n<thead><tr>");
    for (const std::string_view heading : {words_.number, words_.label, words_.quote, words_.more})
      html_.raw("<th>").text(heading).raw("</th>");
    html_.raw("</tr></thead>\n<tbody>\n");
    for (std::size_t i = 0; i < layer_->annotations.size(); ++i) write_row(i);
    html_.raw("</tbody>\n</table>\n");
  }

  void write_row(std::size_t index) {
    const Annotation& annotation = *layer_->annotations[index];
    const std::string_view kind = annotation.spans() != nullptr ? "span"
                                  : annotation.on_document()    ? "document"
                                                                : "relation";
    html_.raw("<tr").plain_attribute("id", fmt::format("d{}-{}", articles_, index + 1));
    html_.number_attribute("data-id", index + 1)
        .plain_attribute("data-kind", kind)
        .attribute("data-label", annotation.label);
    html_.raw(fmt::format("><td>{}</td><td class=\"label\"><span class=\"tag\"", index + 1));
    write_style(annotation.label);
    html_.raw(">").text(name_of(annotation.label)).raw("</span></td><td class=\"quote\">");
    if (const Spans* const spans = annotation.spans()) {
      html_.text(shortened(quote_of(document_->document.text, *spans)));
    } else if (const Relation* const relation = annotation.relation()) {
      write_ends(annotation.label, *relation);
    } else {
      html_.text(words_.whole_document);
    }
    html_.raw("</td><td>");
    for (const auto& [key, value] : said_of(annotation)) {
      const bool is_short = value.size() < kShortValue && value.find('\n') == std::string::npos;
      html_.raw(is_short ? "<p class=\"short\">" : "<p>")
          .raw("<span class=\"key\">")
          .text(key)
          .raw("</span><span class=\"value\">")
          .text(value)
          .raw("</span></p>");
    }
    write_relations_of(annotation.id);
    html_.raw("</td></tr>\n");
  }

  void write_ends(const std::string& label, const Relation& relation) {
    const Label* const found = task_.schema.find(label);
    for (const Argument& argument : relation.arguments) {
      std::string role = argument.role;
      for (const Role& known : found == nullptr ? std::vector<Role>() : found->roles) {
        if (known.id == argument.role) role = known.name;
      }
      html_.raw("<p><span class=\"key\">").text(role).raw("</span>");
      write_link(argument.target, shortened(words_of_end(*document_, argument.target)));
      html_.raw("</p>");
    }
  }

  /// To the row of an annotation that stands in this list; else the words alone.
  void write_link(const AnnotationRef& target, const std::string& words) {
    const auto number = target.document.empty() ? numbers_.find(target.id) : numbers_.end();
    if (number == numbers_.end()) {
      html_.text(words);
    } else {
      html_.raw(fmt::format("<a href=\"#d{}-{}\">", articles_, number->second)).text(words).raw("</a>");
    }
  }

  void write_relations_of(const AnnotationId& id) {
    const auto relations = ends_.find(id);
    if (relations == ends_.end()) return;
    html_.raw("<p><span class=\"key\">").text(words_.part_of).raw("</span>");
    for (const std::size_t index : relations->second) {
      const Annotation& relation = *layer_->annotations[index];
      html_.raw(fmt::format(" <a href=\"#d{}-{}\">", articles_, index + 1)).text(name_of(relation.label));
      html_.raw(fmt::format(" {}</a>", index + 1));
    }
    html_.raw("</p>");
  }

  // What stands beside the documents.

  void write_sums() {
    html_.raw("<section><dl class=\"sum\">");
    const std::pair<std::string_view, std::size_t> kSums[] = {{words_.documents, documents_},
                                                              {words_.annotations, annotations_},
                                                              {words_.relations, relations_},
                                                              {words_.annotators, annotators_.size()}};
    for (const auto& [name, count] : kSums)
      html_.raw("<dt>").text(name).raw("</dt><dd>").text(grouped(count)).raw("</dd>");
    html_.raw("</dl></section>\n");
  }

  void write_labels() {
    html_.raw("<section><h2>").text(words_.labels).raw("</h2>\n<ul>\n");
    for (const Label& label : task_.schema.labels) {
      const std::size_t count = counts_[label.id];
      html_.raw("<li")
          .raw(count == 0 ? " class=\"unused\"" : "")
          .optional_attribute("title", label.description)
          .raw("><span class=\"swatch\"");
      html_.plain_attribute("style",
                            fmt::format("--c:var(--c{});margin-left:{}rem", place_of(label.id), depth_of(label)));
      html_.raw("></span><span class=\"name\">").text(label.name);
      html_.raw(fmt::format("</span><span class=\"count\">{}</span></li>\n", count));
    }
    html_.raw("</ul></section>\n");
  }

  std::size_t depth_of(const Label& label) const {
    std::size_t depth = 0;
    for (const Label* at = &label; at != nullptr && !at->parent.empty(); at = task_.schema.find(at->parent)) ++depth;
    return depth;
  }

  void write_contents() {
    html_.raw("<section><h2>").text(words_.documents).raw("</h2>\n<ol>\n");
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      html_.raw(fmt::format("<li><a href=\"#d{}\">", i + 1)).text(entries_[i].name);
      html_.raw(fmt::format("</a><span class=\"count\">{}</span></li>\n", entries_[i].annotations));
    }
    html_.raw("</ol></section>\n");
  }

  const ExportTask& task_;
  const ReportWords& words_;
  XmlWriter html_;
  std::map<std::string, std::size_t> places_;  // of labels in the schema
  const AnnotatedDocument* document_ = nullptr;
  const Layer* layer_ = nullptr;
  std::map<std::string, std::size_t> here_;             // annotations by label, in the layer
  std::map<AnnotationId, std::size_t> numbers_;         // in the list, from 1
  std::map<AnnotationId, std::set<std::size_t>> ends_;  // relations by their ends
  std::map<std::string, std::size_t> counts_;
  std::set<AnnotatorKey> annotators_;
  std::vector<Entry> entries_;
  std::size_t articles_ = 0;
  std::size_t documents_ = 0;
  std::size_t annotations_ = 0;
  std::size_t relations_ = 0;
};

HtmlReportWriter::HtmlReportWriter(const ExportTask& task) : task_(task), page_(std::make_unique<Page>(task_)) {}

HtmlReportWriter::~HtmlReportWriter() = default;

void HtmlReportWriter::begin() {
  page_->begin();
  if (!task_.schema.labels.empty()) task_.losses.add(AnnotationFeature::SchemaDetails);
}

void HtmlReportWriter::write(const AnnotatedDocument& document) { page_->write(document); }

void HtmlReportWriter::end() { page_->end(); }

}  // namespace mitjul
