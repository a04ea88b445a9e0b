#include "export/label_studio.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace mitjul {
namespace {

/// Of a decimal number: digits without those zeros that only place the point.
int significant_digits(std::string_view number) {
  std::string digits;
  for (const char c : number.substr(0, number.find_first_of("eE"))) {
    if (c >= '0' && c <= '9' && !(digits.empty() && c == '0')) digits += c;
  }
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  return static_cast<int>(digits.size());
}

const char* type_of(AttributeType type) {
  switch (type) {
    case AttributeType::Text: return "textarea";
    case AttributeType::Number: return "number";
    case AttributeType::Date: return "datetime";
    case AttributeType::Choice:
    case AttributeType::Choices:
    case AttributeType::Boolean: break;
  }
  return "choices";
}

}  // namespace

void LabelStudioWriter::begin() {
  lose_schema(task_.schema, task_.losses);
  task_.sink.append("[");
}

void LabelStudioWriter::write(const AnnotatedDocument& document) {
  const DocumentInfo& info = document.document.info;
  const Text& text = document.document.text;
  const std::vector<Layer> layers = layers_of(document, task_.annotators);
  task_.expected.begin_document(text.utf8());
  lose_metadata(info, task_.losses);
  task_.sink.append(first_ ? "\n" : ",\n");
  first_ = false;
  json_ = JsonWriter();
  json_.begin_object().key("data").begin_object().field("text", text.utf8());
  write_document_facts(json_, info);
  write_annotators(layers);
  json_.end_object().key("annotations").begin_array();
  for (const Layer& layer : layers) {
    if (layer.set != nullptr) write_layer(layer, document);
  }
  json_.end_array().end_object();
  task_.sink.append(json_.str());
}

void LabelStudioWriter::end() { task_.sink.append(first_ ? "]\n" : "\n]\n"); }

void LabelStudioWriter::write_annotators(const std::vector<Layer>& layers) {
  json_.key("annotators").begin_array();
  for (const Layer& layer : layers) {
    if (layer.set == nullptr) continue;
    const auto [name, key] = name_and_key(layer);
    json_.begin_object().field("id", number_of(layer)).field("key", key).field("name", name).end_object();
  }
  json_.end_array();
}

std::int64_t LabelStudioWriter::number_of(const Layer& layer) const {
  const auto place = layer.annotator == nullptr ? 0 : layer.annotator - task_.annotators.data();
  const auto several = static_cast<std::int64_t>(task_.annotators.size());
  return std::int64_t{place} + 1 + (layer.set->key().curated ? several : 0);
}

void LabelStudioWriter::write_layer(const Layer& layer, const AnnotatedDocument& document) {
  json_.begin_object().field("completed_by", number_of(layer)).key("result").begin_array();
  std::vector<const Annotation*> labels;
  Links links;
  for (const Annotation* const annotation : layer.annotations) {
    if (annotation->spans() != nullptr) {
      write_span(*annotation, document.document.text);
    } else if (annotation->relation() != nullptr) {
      link(*annotation, layer, document, links);
    } else {
      labels.push_back(annotation);
    }
    // Only a region has a place for a note.
    if (annotation->spans() == nullptr && !annotation->note.empty()) task_.losses.add(AnnotationFeature::Notes);
  }
  write_links(links);
  write_document_labels(labels);
  json_.end_array().end_object();
}

void LabelStudioWriter::begin_result(const std::string& id, std::string_view from, const char* type) {
  json_.begin_object().field("id", id).field("from_name", from).field("to_name", kLabelStudioText);
  json_.field("type", type).key("value").begin_object();
}

void LabelStudioWriter::write_place(const Span& place) {
  json_.field("start", place.start.value()).field("end", place.end.value());
}

void LabelStudioWriter::write_span(const Annotation& annotation, const Text& text) {
  std::string id = to_string(annotation.id);
  std::size_t pieces = 0;
  for (const Span& segment : annotation.spans()->segments()) {
    // What is said of a discontinuous span is said of its first piece.
    const bool first = pieces++ == 0;
    begin_result(first ? id : id + "." + std::to_string(pieces), kLabelStudioLabels, "labels");
    write_place(segment);
    json_.field("text", text.slice(segment)).key("labels").begin_array();
    json_.string(label_studio_alias(annotation.label)).end_array().end_object();
    if (first && !annotation.note.empty())
      json_.key("meta").begin_object().key("text").begin_array().string(annotation.note).end_array().end_object();
    json_.end_object();
    task_.expected.add_span(annotation.label, {segment});
  }
  write_attributes(annotation, text);
}

void LabelStudioWriter::write_attributes(const Annotation& annotation, const Text& text) {
  const Span place = annotation.spans()->segments().front();
  for (const auto& [id, values] : annotation.attributes) {
    const LabelStudioControl* const control = control_for(annotation.label, id);
    if (control == nullptr) {  // of no schema that the configuration knows
      task_.losses.add(AnnotationFeature::AttributeValues, values.size());
      continue;
    }
    begin_result(to_string(annotation.id), control->name, type_of(control->attribute->type));
    write_place(place);
    // The text of a text area stands where the quote of other results does.
    if (control->attribute->type != AttributeType::Text) json_.field("text", text.slice(place));
    write_value(*control->attribute, values);
    end_result();
  }
}

const LabelStudioControl* LabelStudioWriter::control_for(const std::string& label, const std::string& attribute) const {
  const auto found = std::find_if(controls_.begin(), controls_.end(), [&](const LabelStudioControl& control) {
    return control.attribute->id == attribute &&
           std::any_of(control.labels.begin(), control.labels.end(),
                       [&](const Label* of) { return task_.schema.is_a(label, of->id); });
  });
  return found == controls_.end() ? nullptr : &*found;
}

void LabelStudioWriter::write_value(const Attribute& attribute, const std::vector<std::string>& values) {
  switch (attribute.type) {
    case AttributeType::Text: return write_list("text", values);
    case AttributeType::Date: json_.field("datetime", values.empty() ? std::string() : values.front()); return;
    case AttributeType::Number: {
      const std::string value = values.empty() ? "" : values.front();
      double number = 0;
      std::from_chars(value.data(), value.data() + value.size(), number);
      // JSON has no more digits than its readers, which take it for a double.
      if (significant_digits(value) > std::numeric_limits<double>::digits10)
        task_.losses.add(AnnotationFeature::AttributeValues);
      json_.key("number").number(number);
      return;
    }
    case AttributeType::Choice:
    case AttributeType::Choices:
    case AttributeType::Boolean: break;
  }
  std::vector<std::string> aliases;
  std::transform(values.begin(), values.end(), std::back_inserter(aliases), label_studio_alias);
  write_list("choices", aliases);
}

void LabelStudioWriter::write_list(const char* key, const std::vector<std::string>& texts) {
  json_.key(key).begin_array();
  for (const std::string& text : texts) json_.string(text);
  json_.end_array();
}

void LabelStudioWriter::link(const Annotation& annotation, const Layer& layer, const AnnotatedDocument& document,
                             Links& links) {
  const Label* const label = task_.schema.find(annotation.label);
  // The configuration does not offer it, however few ends this one has.
  if (label != nullptr && label->roles.size() != 2) return task_.losses.add(AnnotationFeature::LargeRelations);
  const SpanPair pair = span_pair(annotation, layer, document, task_.schema);
  if (!pair.whole()) return task_.losses.add(pair.lost);
  std::vector<std::string>& said = links[{pair.head->id, pair.child->id}];
  if (std::find(said.begin(), said.end(), annotation.label) != said.end())
    return task_.losses.add(AnnotationFeature::Relations);
  said.push_back(annotation.label);
  task_.expected.add_relation(annotation.label);
}

void LabelStudioWriter::write_links(const Links& links) {
  for (const auto& [ends, labels] : links) {
    json_.begin_object().field("type", "relation").field("from_id", to_string(ends.first));
    json_.field("to_id", to_string(ends.second)).field("direction", "right");
    write_list("labels", labels);
    json_.end_object();
  }
}

void LabelStudioWriter::write_document_labels(const std::vector<const Annotation*>& labels) {
  if (labels.empty()) return;
  std::vector<std::string> ids;
  for (const Annotation* const annotation : labels) {
    std::string alias = label_studio_alias(annotation->label);
    if (std::find(ids.begin(), ids.end(), alias) != ids.end()) {
      task_.losses.add(AnnotationFeature::LabelsBeside);
      continue;
    }
    ids.push_back(std::move(alias));
    task_.expected.add_document_label(annotation->label);
  }
  const std::string id = to_string(labels.front()->id);
  begin_result(id, kLabelStudioDocument, "choices");
  write_list("choices", ids);
  end_result();
  bool said = false;
  for (const Annotation* const annotation : labels) {
    for (const auto& [attribute, values] : annotation->attributes) {
      const LabelStudioControl* const control = control_for(annotation->label, attribute);
      // Answers do not say which of several labels they are about, nor which of two that are the same.
      if (control == nullptr || ids.size() > 1 || said) {
        task_.losses.add(AnnotationFeature::DocumentAttributes, values.size());
        continue;
      }
      begin_result(id, control->name, type_of(control->attribute->type));
      write_value(*control->attribute, values);
      end_result();
    }
    said = said || !annotation->attributes.empty();
  }
}

}  // namespace mitjul
