#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "export/export_writer.h"
#include "export/json_writer.h"
#include "export/label_studio_controls.h"
#include "export/layer_facts.h"

namespace mitjul {

/// Writes Label Studio tasks (docs/formats/label-studio.md): positions in code points, an entry of `annotations` for
/// each annotation set. The names of its controls are those of `write_label_studio_schema` for the same schema.
class LabelStudioWriter : public ExportWriter {
 public:
  explicit LabelStudioWriter(const ExportTask& task) : task_(task), controls_(label_studio_controls(task.schema)) {}

  void begin() override;
  void write(const AnnotatedDocument& document) override;
  void end() override;

 private:
  /// Labels of relations by what they tie, first end first. Label Studio keeps one relation of two spans, which may
  /// have several labels, and drops others.
  using Links = std::map<std::pair<AnnotationId, AnnotationId>, std::vector<std::string>>;

  void write_annotators(const std::vector<Layer>& layers);
  void write_layer(const Layer& layer, const AnnotatedDocument& document);
  void write_span(const Annotation& annotation, const Text& text);
  void write_attributes(const Annotation& annotation, const Text& text);
  void link(const Annotation& annotation, const Layer& layer, const AnnotatedDocument& document, Links& links);
  void write_links(const Links& links);
  void write_document_labels(const std::vector<const Annotation*>& labels);
  /// The question that asks for an attribute of a label, or nullptr.
  const LabelStudioControl* control_for(const std::string& label, const std::string& attribute) const;
  /// A result up to its value, which is open then.
  void begin_result(const std::string& id, std::string_view from, const char* type);
  void end_result() { json_.end_object().end_object(); }
  void write_place(const Span& place);
  void write_value(const Attribute& attribute, const std::vector<std::string>& values);
  void write_list(const char* key, const std::vector<std::string>& texts);
  /// Who made a set, as a number of the task.
  std::int64_t number_of(const Layer& layer) const;

  ExportTask task_;
  const std::vector<LabelStudioControl> controls_;
  JsonWriter json_;
  bool first_ = true;
};

}  // namespace mitjul
