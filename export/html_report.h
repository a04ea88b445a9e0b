#pragma once

#include <memory>

#include "export/export_writer.h"

namespace mitjul {

/// A report to be read in a browser, or printed: one file that needs nothing else, no network and no script. The texts
/// with their highlights, a table of contents with counts, labels, notes and relations. A document that several have
/// annotated stands there once for each. `language=ko|en`: of the words around the texts.
///
/// It is HTML and well-formed XML at once, so that any reader can take it apart: `data-start` and `data-end` of a
/// highlight are code points of the text in its `div class="text"`, `data-ids` the numbers of the annotations there.
class HtmlReportWriter : public ExportWriter {
 public:
  explicit HtmlReportWriter(const ExportTask& task);
  ~HtmlReportWriter() override;
  void begin() override;
  void write(const AnnotatedDocument& document) override;
  void end() override;

 private:
  class Page;

  ExportTask task_;
  std::unique_ptr<Page> page_;
};

}  // namespace mitjul
