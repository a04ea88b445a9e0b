#pragma once

#include <string>
#include <vector>

#include "export/export_writer.h"
#include "export/flat_document.h"

namespace mitjul {

/// CoNLL: a token a line with its tag, an empty line behind every sentence (docs/formats/conll.md). Options: `scheme`
/// (`iob2`: two columns, parted by a tab; `bioes`: the same; `conll2003`: `token -X- -X- tag`, parted by blanks),
/// `flatten`, `map`, `units`, and `text=yes`: the text of each document stands in the row `-DOCSTART-` before it, which
/// every reader passes over, so that it can be put together again as it was. A document begins with that row, but for
/// the first one where the scheme is not `conll2003`, `text` is not asked for and there are tokens.
class ConllWriter : public ExportWriter {
 public:
  explicit ConllWriter(const ExportTask& task);
  void begin() override { flat_.count_schema(); }
  void write(const AnnotatedDocument& document) override;

 private:
  void write(const Document& document, const Layer& layer);
  std::string document_row(const DocumentInfo& info, const Layer& layer, const std::string& text) const;

  ExportTask task_;
  FlatDocuments flat_;
  bool bioes_;
  bool four_columns_;
  bool with_text_;
  bool first_ = true;
};

}  // namespace mitjul
