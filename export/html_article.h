#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/document.h"
#include "export/html_highlights.h"
#include "export/html_labels.h"
#include "export/html_report_words.h"
#include "export/layers.h"
#include "export/xml_writer.h"

namespace mitjul {

/// A document of a report as one annotator sees it: what is known of it, its text with highlights, the list of its
/// annotations. `number`: of the article in the report, from 1; rows have it in their ids, `d1-3`.
class HtmlArticle {
 public:
  HtmlArticle(const Schema& schema, const HtmlLabels& labels, const ReportWords& words, XmlWriter& html,
              const AnnotatedDocument& document, const Layer& layer, std::size_t number);
  void write();
  /// Of the document, with the annotator's where there are several.
  std::string name() const;

 private:
  std::string annotator() const;
  std::string facts() const;
  void write_metadata();
  void write_counts();
  void write_text();
  void write_highlight(const HighlightedPiece& piece, std::string_view words);
  std::string tag_of(const HighlightedPiece& piece) const;
  std::string described(const Annotation& annotation) const;
  std::vector<std::pair<std::string, std::string>> said_of(const Annotation& annotation) const;
  std::string name_of(const Attribute* attribute, const std::string& value) const;
  void write_list();
  void write_row(std::size_t index);
  void write_ends(const std::string& label, const Relation& relation);
  void write_link(const AnnotationRef& target, const std::string& words);
  void write_relations_of(const AnnotationId& id);

  const Schema& schema_;
  const HtmlLabels& labels_;
  const ReportWords& words_;
  XmlWriter& html_;
  const AnnotatedDocument& document_;
  const Layer& layer_;
  const std::size_t number_;
  std::map<std::string, std::size_t> counts_;           // by label
  std::map<AnnotationId, std::size_t> rows_;            // in the list, from 1
  std::map<AnnotationId, std::set<std::size_t>> ends_;  // relations by their ends
};

/// `1,528`.
std::string grouped(std::size_t number);

}  // namespace mitjul
