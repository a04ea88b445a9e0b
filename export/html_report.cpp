#include "export/html_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "export/html_article.h"
#include "export/html_report_style.h"
#include "export/html_report_words.h"
#include "export/layers.h"
#include "export/xml_writer.h"

namespace mitjul {
namespace {

/// `2026-11-21 00:00 (UTC)`.
std::string day(Time time) {
  const std::string text = to_string(time);
  return text.substr(0, 10) + " " + text.substr(11, 5) + " (UTC)";
}

}  // namespace

class HtmlReportWriter::Page {
 public:
  explicit Page(const ExportTask& task)
      : task_(task),
        words_(task.options.value("language", "ko") == "ko" ? kKoreanReport : kEnglishReport),
        labels_(task.schema) {}

  void begin() {
    html_.raw("<!DOCTYPE html>\n<html")
        .attribute("lang", words_.language)
        .raw(">\n<head>\n<meta charset=\"utf-8\"/>\n");
    html_.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"generator\"");
    html_.attribute("content", task_.options.generator).raw("/>\n<title>").text(words_.title).raw("</title>\n<style>");
    html_.raw("\n")
        .raw(labels_.properties())
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
    for (const Layer& layer : layers_of(document, task_.annotators)) write(layer);
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

  void write(const Layer& layer) {
    const std::size_t number = entries_.size() + 1;
    HtmlArticle article(task_.schema, labels_, words_, html_, *document_, layer, number);
    article.write();
    task_.expected.begin_document(document_->document.text.utf8());
    for (const Annotation* const annotation : layer.annotations) {
      task_.expected.add_plainly(*annotation);
      ++counts_[annotation->label];
      relations_ += annotation->relation() == nullptr ? 0U : 1U;
    }
    annotations_ += layer.annotations.size();
    if (layer.set != nullptr) annotators_.insert(layer.set->key().annotator);
    entries_.push_back({article.name(), layer.annotations.size()});
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
      html_.plain_attribute(
          "style", fmt::format("--c:var(--c{});margin-left:{}rem", labels_.place_of(label.id), depth_of(label)));
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
  HtmlLabels labels_;
  XmlWriter html_;
  const AnnotatedDocument* document_ = nullptr;
  std::map<std::string, std::size_t> counts_;
  std::set<AnnotatorKey> annotators_;
  std::vector<Entry> entries_;
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
