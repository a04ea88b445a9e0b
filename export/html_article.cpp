#include "export/html_article.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/utf8.h"
#include "export/annotation_table.h"

namespace mitjul {
namespace {

constexpr std::size_t kMostLanes = 4;       // that are drawn; who lies deeper shares the lowest
constexpr std::size_t kLongestQuote = 400;  // of the list, in code points: the text is above it
constexpr std::size_t kShortValue = 60;     // in bytes: shares its line with others

std::string shortened(std::string text) {
  std::size_t byte = 0;
  for (std::size_t i = 0; i < kLongestQuote && byte < text.size(); ++i) next_code_point(text, byte);
  if (byte < text.size()) text = text.substr(0, byte) + " …";
  return text;
}

/// The lines that are drawn under a piece.
std::size_t lines_under(const HighlightedPiece& piece) {
  if (piece.lanes.empty()) return 0;
  return std::min(*std::max_element(piece.lanes.begin(), piece.lanes.end()) + 1, kMostLanes);
}

}  // namespace

/// `1,528`.
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

HtmlArticle::HtmlArticle(const Schema& schema, const HtmlLabels& labels, const ReportWords& words, XmlWriter& html,
                         const AnnotatedDocument& document, const Layer& layer, std::size_t number)
    : schema_(schema),
      labels_(labels),
      words_(words),
      html_(html),
      document_(document),
      layer_(layer),
      number_(number) {
  for (std::size_t i = 0; i < layer.annotations.size(); ++i) {
    const Annotation& annotation = *layer.annotations[i];
    ++counts_[annotation.label];
    rows_[annotation.id] = i + 1;
    const Relation* const relation = annotation.relation();
    for (const Argument& argument : relation == nullptr ? std::vector<Argument>() : relation->arguments) {
      if (argument.target.document.empty()) ends_[argument.target.id].insert(i);
    }
  }
}

void HtmlArticle::write() {
  const DocumentInfo& info = document_.document.info;
  html_.raw("<article").plain_attribute("id", fmt::format("d{}", number_));
  html_.plain_attribute("aria-labelledby", fmt::format("h{}", number_));
  html_.plain_attribute("data-key", info.key.view()).raw(">\n<h2").plain_attribute("id", fmt::format("h{}", number_));
  html_.raw(">").text(name()).raw("</h2>\n");
  if (!info.title.empty()) html_.raw("<p class=\"sub\">").text(info.title).raw("</p>\n");
  html_.raw("<p class=\"facts\">").text(facts()).raw("</p>\n");
  write_metadata();
  write_counts();
  write_text();
  write_list();
  html_.raw("</article>\n");
}

std::string HtmlArticle::name() const {
  const std::string& document = document_.document.info.name;
  if (layer_.name == document) return document;
  const std::string curated = layer_.set->key().curated ? fmt::format(", {}", words_.curated) : "";
  return fmt::format("{} ({}{})", document, annotator(), curated);
}

std::string HtmlArticle::annotator() const {
  return layer_.annotator == nullptr ? layer_.set->key().annotator.str() : layer_.annotator->name;
}

std::string HtmlArticle::facts() const {
  const DocumentInfo& info = document_.document.info;
  std::string facts;
  if (layer_.set != nullptr) {
    const std::string curated = layer_.set->key().curated ? fmt::format(" ({})", words_.curated) : "";
    facts += fmt::format("{}: {}{} · {} · ", words_.annotator, annotator(), curated,
                         words_.states[static_cast<std::size_t>(layer_.set->state())]);
  }
  facts += grouped(info.code_points) + std::string(words_.characters);
  if (info.language != "ko" && !info.language.empty()) facts += " · " + info.language;
  return facts;
}

void HtmlArticle::write_metadata() {
  const auto& metadata = document_.document.info.metadata;
  if (metadata.empty()) return;
  html_.raw("<dl class=\"meta\">");
  for (const auto& [key, value] : metadata) html_.raw("<dt>").text(key).raw("</dt><dd>").text(value).raw("</dd>");
  html_.raw("</dl>\n");
}

void HtmlArticle::write_counts() {
  if (counts_.empty()) return;
  html_.raw("<ul class=\"chips\">");
  for (const Label& label : schema_.labels) {
    const auto count = counts_.find(label.id);
    if (count == counts_.end()) continue;
    html_.raw("<li");
    html_.plain_attribute("style", labels_.style_of(label.id));
    html_.raw(">").text(label.name).raw(fmt::format(" <b>{}</b></li>", count->second));
  }
  html_.raw("</ul>\n");
}

// Its text.

void HtmlArticle::write_text() {
  const Text& text = document_.document.text;
  const std::vector<HighlightedPiece> pieces = highlighted_pieces(layer_.annotations, text.length());
  std::size_t lanes = 0;
  for (const HighlightedPiece& piece : pieces) lanes = std::max(lanes, lines_under(piece));
  html_.raw("<div class=\"text\"").attribute("lang", document_.document.info.language);
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

void HtmlArticle::write_highlight(const HighlightedPiece& piece, std::string_view words) {
  const auto inner = std::min_element(piece.lanes.begin(), piece.lanes.end()) - piece.lanes.begin();
  const std::size_t innermost = piece.annotations[static_cast<std::size_t>(inner)];
  const std::size_t lines = lines_under(piece);
  std::vector<std::string> colors(lines, "transparent");
  std::string ids;
  std::string title;
  for (std::size_t i = 0; i < piece.annotations.size(); ++i) {
    const Annotation& annotation = *layer_.annotations[piece.annotations[i]];
    colors[std::min(piece.lanes[i], lines - 1)] = fmt::format("var(--c{})", labels_.place_of(annotation.label));
    ids += (ids.empty() ? "" : " ") + std::to_string(piece.annotations[i] + 1);
    title += (title.empty() ? "" : "\n\n") + described(annotation);
  }
  std::string under;
  for (std::size_t i = 0; i < lines; ++i) under += fmt::format(";--u{}:{}", i + 1, colors[i]);
  html_.raw("<a").plain_attribute("class", fmt::format("h n{}", lines));
  html_.plain_attribute("href", fmt::format("#d{}-{}", number_, innermost + 1));
  html_.number_attribute("data-start", piece.span.start.value()).number_attribute("data-end", piece.span.end.value());
  html_.plain_attribute("data-ids", ids);
  if (!piece.beginning.empty()) html_.attribute("data-tag", tag_of(piece));
  html_.attribute("title", title);
  html_.plain_attribute("style", labels_.style_of(layer_.annotations[innermost]->label) + under);
  html_.raw(">").text(words).raw("</a>");
}

std::string HtmlArticle::tag_of(const HighlightedPiece& piece) const {
  std::string tag;
  for (const std::size_t annotation : piece.beginning)
    tag += (tag.empty() ? "" : " › ") + labels_.name_of(layer_.annotations[annotation]->label);
  return tag;
}

/// What a browser shows beside the pointer.
std::string HtmlArticle::described(const Annotation& annotation) const {
  std::string text = labels_.name_of(annotation.label);
  for (const auto& [key, value] : said_of(annotation)) text += "\n" + key + ": " + value;
  return text;
}

/// Attributes, note and confidence, by their names.
std::vector<std::pair<std::string, std::string>> HtmlArticle::said_of(const Annotation& annotation) const {
  std::vector<std::pair<std::string, std::string>> said;
  for (const auto& [id, values] : annotation.attributes) {
    const Attribute* const attribute = schema_.find_attribute(annotation.label, id);
    std::string shown;
    for (const std::string& value : values) shown += (shown.empty() ? "" : ", ") + name_of(attribute, value);
    said.emplace_back(attribute == nullptr ? id : attribute->name, shown);
  }
  if (!annotation.note.empty()) said.emplace_back(words_.note, annotation.note);
  if (annotation.provenance.confidence)
    said.emplace_back(words_.confidence, fmt::format("{}", *annotation.provenance.confidence));
  return said;
}

std::string HtmlArticle::name_of(const Attribute* attribute, const std::string& value) const {
  if (attribute == nullptr) return value;
  if (attribute->type == AttributeType::Boolean) return std::string(value == "true" ? words_.yes : words_.no);
  for (const AttributeValue& known : attribute->values) {
    if (known.id == value) return known.name;
  }
  return value;
}

// The list below it.

void HtmlArticle::write_list() {
  if (layer_.annotations.empty()) {
    html_.raw("<p class=\"none\">").text(words_.nothing).raw("</p>\n");
    return;
  }
  html_.raw("<table>\n<thead><tr>");
  for (const std::string_view heading : {words_.number, words_.label, words_.quote, words_.more})
    html_.raw("<th>").text(heading).raw("</th>");
  html_.raw("</tr></thead>\n<tbody>\n");
  for (std::size_t i = 0; i < layer_.annotations.size(); ++i) write_row(i);
  html_.raw("</tbody>\n</table>\n");
}

void HtmlArticle::write_row(std::size_t index) {
  const Annotation& annotation = *layer_.annotations[index];
  const std::string_view kind = annotation.spans() != nullptr ? "span"
                                : annotation.on_document()    ? "document"
                                                              : "relation";
  html_.raw("<tr").plain_attribute("id", fmt::format("d{}-{}", number_, index + 1));
  html_.number_attribute("data-id", index + 1)
      .plain_attribute("data-kind", kind)
      .attribute("data-label", annotation.label);
  html_.raw(fmt::format("><td>{}</td><td class=\"label\"><span class=\"tag\"", index + 1));
  html_.plain_attribute("style", labels_.style_of(annotation.label));
  html_.raw(">").text(labels_.name_of(annotation.label)).raw("</span></td><td class=\"quote\">");
  if (const Spans* const spans = annotation.spans()) {
    html_.text(shortened(quote_of(document_.document.text, *spans)));
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

void HtmlArticle::write_ends(const std::string& label, const Relation& relation) {
  const Label* const found = schema_.find(label);
  for (const Argument& argument : relation.arguments) {
    std::string role = argument.role;
    for (const Role& known : found == nullptr ? std::vector<Role>() : found->roles) {
      if (known.id == argument.role) role = known.name;
    }
    html_.raw("<p><span class=\"key\">").text(role).raw("</span>");
    write_link(argument.target, shortened(words_of_end(document_, argument.target)));
    html_.raw("</p>");
  }
}

/// To the row of an annotation that stands in this list; else the words alone.
void HtmlArticle::write_link(const AnnotationRef& target, const std::string& words) {
  const auto number = target.document.empty() ? rows_.find(target.id) : rows_.end();
  if (number == rows_.end()) {
    html_.text(words);
  } else {
    html_.raw(fmt::format("<a href=\"#d{}-{}\">", number_, number->second)).text(words).raw("</a>");
  }
}

void HtmlArticle::write_relations_of(const AnnotationId& id) {
  const auto relations = ends_.find(id);
  if (relations == ends_.end()) return;
  html_.raw("<p><span class=\"key\">").text(words_.part_of).raw("</span>");
  for (const std::size_t index : relations->second) {
    const Annotation& relation = *layer_.annotations[index];
    html_.raw(fmt::format(" <a href=\"#d{}-{}\">", number_, index + 1)).text(labels_.name_of(relation.label));
    html_.raw(fmt::format(" {}</a>", index + 1));
  }
  html_.raw("</p>");
}

}  // namespace mitjul
