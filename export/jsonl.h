#pragma once

#include <string>
#include <vector>

#include "export/export_writer.h"
#include "export/json_writer.h"

namespace mitjul {

/// Writes JSON lines, one document a line, that hold everything (docs/formats/jsonl.md). All lines have the same keys
/// with values of the same types, so that DuckDB, pandas and Arrow see one table. The schema and the annotators stand
/// in the first line.
class JsonlWriter : public ExportWriter {
 public:
  explicit JsonlWriter(const ExportTask& task) : task_(task) {}

  void write(const AnnotatedDocument& document) override;
  void end() override;

 private:
  /// A set with its annotations in listing order.
  struct ListedSet {
    const AnnotationSet& set;
    std::vector<const Annotation*> annotations;
  };

  void write_facts(const DocumentInfo& info);
  void write_sets(const std::vector<ListedSet>& sets);
  void write_annotations(LabelKind kind, const std::vector<ListedSet>& sets, const Text& text);
  void write_spans(const Spans& spans, const Text& text);
  void write_relation(const Relation& relation, const Label* label);
  void write_what_all_have(const Annotation& annotation, const SetKey& set);
  void write_header();
  /// Annotations of one sitting share their seconds.
  const std::string& time(Time moment);

  ExportTask task_;
  JsonWriter json_;
  std::string quote_;
  bool first_ = true;
  Time last_time_{};
  std::string last_time_text_;
};

}  // namespace mitjul
