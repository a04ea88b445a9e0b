#pragma once

#include "export/export_writer.h"
#include "export/flat_document.h"

namespace mitjul {

/// KLUE-NER: a line a code point with its tag, blanks too; above each sentence `## <id>` TAB the sentence with its
/// entities marked, below it an empty line (docs/formats/klue-ner.md). Options: `flatten`, `map`, `units`. The id is
/// the document's key, with the annotator's where several annotated it, and the number of the sentence:
/// `d3f7k2m5qa_00000`. A tab or a line end inside a sentence, which the format cannot hold, becomes a blank. A document
/// without text is an id without lines.
class KlueNerWriter : public ExportWriter {
 public:
  explicit KlueNerWriter(const ExportTask& task);
  void begin() override { flat_.count_schema(); }
  void write(const AnnotatedDocument& document) override;

 private:
  void write(const Text& text, const Layer& layer, const std::string& id);

  ExportTask task_;
  FlatDocuments flat_;
};

}  // namespace mitjul
