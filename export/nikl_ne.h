#pragma once

#include "export/export_writer.h"
#include "export/flat_document.h"

namespace mitjul {

/// The JSON of the named entity corpus of the National Institute of Korean Language, as of 2020 (docs/formats/
/// nikl-ne.md): documents of sentences, each with its eojeols and entities, positions in code points from the beginning
/// of the sentence. Options: `flatten`, `map`, `units`. Ids have the form of the corpus, numbered from 1; of a
/// document's metadata `author`, `publisher`, `date`, `topic` and `url` are kept.
class NiklNeWriter : public ExportWriter {
 public:
  explicit NiklNeWriter(const ExportTask& task);
  void begin() override;
  void write(const AnnotatedDocument& document) override;
  void end() override;

 private:
  void write(const Document& document, const Layer& layer);

  ExportTask task_;
  FlatDocuments flat_;
  std::string year_;
  std::size_t documents_ = 0;
};

}  // namespace mitjul
