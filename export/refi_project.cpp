#include "export/refi_project.h"

#include <algorithm>
#include <map>

#include "export/layers.h"
#include "export/refi_codebook.h"
#include "export/xml_writer.h"

namespace mitjul {
namespace {

constexpr const char* kProjectFile = "project.qde";

/// The order of the standard's schema: what is known at the end only comes first.
enum Part { kHead, kSources, kNotesBegin, kNotes, kLinksBegin, kLinks, kTail };

/// A value in one line.
std::string in_one_line(const std::string& value) {
  std::string line;
  for (const char c : value) {
    if (c == '\\') {
      line += "\\\\";
    } else if (c == '\n') {
      line += "\\n";
    } else if (c == '\r') {
      line += "\\r";
    } else {
      line += c;
    }
  }
  return line;
}

std::string value_mark(const std::string& attribute, const std::string& value) {
  return "mitjul: @" + attribute + " " + in_one_line(value);
}

/// What people read, and behind it what we read again.
std::string with_marks(const std::string& note, const std::vector<std::string>& marks) {
  std::string text = note;
  for (const std::string& mark : marks) text += (&mark == &marks.front() ? (note.empty() ? "" : "\n\n") : "\n") + mark;
  return text;
}

/// The label that has the attribute: the annotation's own, or one above it.
const Label* owner_of(const Schema& schema, const std::string& label, const std::string& attribute) {
  for (const Label* at = schema.find(label); at != nullptr; at = schema.find(at->parent)) {
    const bool has = std::any_of(at->attributes.begin(), at->attributes.end(),
                                 [&](const Attribute& each) { return each.id == attribute; });
    if (has) return at;
  }
  return nullptr;
}

}  // namespace

class RefiProjectWriter::Project {
 public:
  explicit Project(const ExportTask& task) : task_(task) {}

  void begin() {
    task_.losses.add(refi_code_losses(task_.schema));
    task_.sink.begin_part(kProjectFile, kHead);
  }

  void write(const AnnotatedDocument& document) {
    document_ = &document;
    const DocumentInfo& info = document.document.info;
    const std::string file = refi_guid("text " + info.key.str()) + ".txt";
    task_.sink.begin_file("Sources/" + file);
    task_.sink.append(document.document.text.utf8());
    task_.expected.begin_document(document.document.text.utf8());

    sources_.raw("    <TextSource").plain_attribute("guid", refi_guid("document " + info.key.str()));
    sources_.attribute("name", info.name).plain_attribute("plainTextPath", "internal://" + file);
    if (!task_.annotators.empty()) sources_.plain_attribute("creatingUser", user_of({{}, task_.annotators[0].key}));
    sources_.plain_attribute("creationDateTime", to_string(task_.options.created)).raw(">\n");
    sources_.raw("      <Description>mitjul: ").text(info.key.view()).raw("</Description>\n");
    for_each_annotation([this](const Annotation& annotation) {
      if (annotation.spans() != nullptr) add_selections(annotation);
    });
    for_each_annotation([this](const Annotation& annotation) {
      if (annotation.on_document()) add_document_label(annotation);
    });
    if (!info.title.empty()) add_variable("title", "title", info.title);
    if (!info.language.empty()) add_variable("language", "language", info.language);
    for (const auto& [key, value] : info.metadata) add_variable("metadata", key, value);
    sources_.raw("    </TextSource>\n");
    for_each_annotation([this](const Annotation& annotation) {
      if (annotation.relation() != nullptr) add_links(annotation);
    });
    has_sources_ = true;
    flush(kSources, sources_);
    flush(kNotes, notes_);
    flush(kLinks, links_);
  }

  void end() {
    XmlWriter head;
    head.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Project");
    head.attribute("xmlns", "urn:QDA-XML:project:1.0");
    head.attribute("name", task_.schema.name.empty() ? "Mitjul" : task_.schema.name).attribute("origin", refi_origin());
    if (!task_.annotators.empty())
      head.plain_attribute("creatingUserGUID", user_of({{}, task_.annotators.front().key}));
    head.plain_attribute("creationDateTime", to_string(task_.options.created)).raw(">\n");
    if (!users_.empty()) head.raw("  <Users>\n");
    for (const auto& [id, user] : users_) {
      head.raw("    <User").plain_attribute("guid", user.guid).attribute("name", user.name).attribute("id", id);
      head.raw("/>\n");
    }
    if (!users_.empty()) head.raw("  </Users>\n");
    const bool has_codes = std::any_of(task_.schema.labels.begin(), task_.schema.labels.end(),
                                       [](const Label& label) { return label.kind != LabelKind::Relation; });
    if (has_codes) {
      head.raw("  <CodeBook>\n");
      write_refi_codes(head, task_.schema, "    ");
      head.raw("  </CodeBook>\n");
    }
    if (!variables_.empty()) head.raw("  <Variables>\n");
    for (const Variable& variable : variables_) {
      head.raw("    <Variable").plain_attribute("guid", variable.guid).attribute("name", variable.name);
      head.plain_attribute("typeOfVariable", "Text").raw(">");
      head.raw("<Description>mitjul: ").text(variable.kind).raw("</Description></Variable>\n");
    }
    if (!variables_.empty()) head.raw("  </Variables>\n");
    if (has_sources_) head.raw("  <Sources>\n");
    flush(kHead, head);
    head.raw(has_sources_ ? "  </Sources>\n" : "").raw(has_notes_ ? "  <Notes>\n" : "");
    flush(kNotesBegin, head);
    head.raw(has_notes_ ? "  </Notes>\n" : "").raw(has_links_ ? "  <Links>\n" : "");
    flush(kLinksBegin, head);
    head.raw(has_links_ ? "  </Links>\n" : "").raw("</Project>\n");
    flush(kTail, head);
  }

 private:
  struct User {
    std::string guid;
    std::string name;
  };

  struct Variable {
    std::string guid;
    std::string name;
    std::string kind;  ///< `title`, `language`, `metadata`
  };

  void flush(int part, XmlWriter& xml) {
    if (xml.str().empty()) return;
    task_.sink.begin_part(kProjectFile, part);
    task_.sink.append(xml.str());
    xml.clear();
  }

  template <class Take>
  void for_each_annotation(Take take) {
    for (const auto& [key, set] : document_->sets) {
      if (set.size() == 0) continue;
      user_ = &user_of(key);
      for (const Annotation* const annotation : listed(set)) take(*annotation);
    }
  }

  /// The GUID of the user that stands for a set: a curator is another one than the annotator of the same name.
  const std::string& user_of(const SetKey& set) {
    const std::string id = "mitjul:" + set.annotator.str() + (set.curated ? " curated" : "");
    const auto [place, fresh] = users_.try_emplace(id);
    if (fresh) {
      const Annotator* const annotator = find_annotator(task_.annotators, set.annotator);
      place->second.guid = refi_guid("user " + id);
      place->second.name =
          (annotator == nullptr ? set.annotator.str() : annotator->name) + (set.curated ? " (curated)" : "");
    }
    return place->second.guid;
  }

  /// `z234567abc/h4k2qa-17`.
  std::string address(const AnnotationRef& ref) const {
    return to_string(AnnotationRef{ref.document.empty() ? document_->document.info.key : ref.document, ref.id});
  }
  /// What relations point at: the first selection, the coding of the document, or the first link of an annotation.
  std::string guid_of(const AnnotationRef& ref) const { return refi_guid("annotation " + address(ref)); }

  void add_creation(XmlWriter& xml, const Provenance& provenance) const {
    xml.plain_attribute("creatingUser", *user_);
    xml.plain_attribute("creationDateTime", to_string(provenance.created));
  }

  void add_variable(const std::string& kind, const std::string& name, const std::string& value) {
    const std::string guid = refi_guid("variable " + kind + " " + name);
    const bool known = std::any_of(variables_.begin(), variables_.end(),
                                   [&](const Variable& variable) { return variable.guid == guid; });
    if (!known) variables_.push_back({guid, name, kind});
    sources_.raw("      <VariableValue><VariableRef").plain_attribute("targetGUID", guid);
    sources_.raw("/><TextValue>").text(value).raw("</TextValue></VariableValue>\n");
  }

  /// The path of the code that says that the attribute has this value; empty where no code does.
  std::string code_of(const Annotation& annotation, const std::string& id, const std::string& value) const {
    const Label* const owner = owner_of(task_.schema, annotation.label, id);
    if (owner == nullptr || owner->kind == LabelKind::Relation) return "";
    const Attribute& attribute = *task_.schema.find_attribute(owner->id, id);
    if (attribute.type == AttributeType::Boolean && value == "true") return owner->id + "/" + id;
    const bool listed = std::any_of(attribute.values.begin(), attribute.values.end(),
                                    [&](const AttributeValue& each) { return each.id == value; });
    return listed ? owner->id + "/" + id + "/" + value : "";
  }

  void add_coding(const std::string& indent, const std::string& guid, const std::string& code,
                  const Annotation& annotation, const std::string& note) {
    sources_.raw(indent).raw("<Coding").plain_attribute("guid", guid);
    add_creation(sources_, annotation.provenance);
    sources_.raw("><CodeRef").plain_attribute("targetGUID", refi_code_guid(code)).raw("/>");
    if (!note.empty()) sources_.raw("<NoteRef").plain_attribute("targetGUID", note).raw("/>");
    sources_.raw("</Coding>\n");
  }

  /// Codings of the values that are codes; behind that of the label.
  void add_value_codings(const std::string& indent, const std::string& target, const Annotation& annotation) {
    for (const auto& [attribute, values] : annotation.attributes) {
      for (const std::string& value : values) {
        const std::string code = code_of(annotation, attribute, value);
        if (!code.empty()) add_coding(indent, refi_guid("coding " + target + " " + code), code, annotation, "");
      }
    }
  }

  /// The values that are no codes.
  void add_value_marks(const Annotation& annotation, std::vector<std::string>& marks) const {
    for (const auto& [attribute, values] : annotation.attributes) {
      for (const std::string& value : values) {
        if (code_of(annotation, attribute, value).empty()) marks.push_back(value_mark(attribute, value));
      }
    }
  }

  void add_selections(const Annotation& annotation) {
    const std::vector<Span>& segments = annotation.spans()->segments();
    const Provenance& provenance = annotation.provenance;
    task_.expected.add_span(annotation.label, segments);
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const std::string first = guid_of({{}, annotation.id});
      const std::string guid = i == 0 ? first : refi_guid("piece " + first + " " + std::to_string(i + 1));
      sources_.raw("      <PlainTextSelection").plain_attribute("guid", guid);
      sources_.attribute("name", document_->document.text.slice(segments[i]));
      sources_.number_attribute("startPosition", segments[i].start.value());
      sources_.number_attribute("endPosition", segments[i].end.value());
      add_creation(sources_, provenance);
      if (provenance.modified) sources_.plain_attribute("modifiedDateTime", to_string(*provenance.modified));
      sources_.raw(">\n");
      std::vector<std::string> marks{"mitjul: " + to_string(annotation.id)};
      if (i == 0) add_value_marks(annotation, marks);
      sources_.raw("        <Description>").text(with_marks(i == 0 ? annotation.note : "", marks));
      sources_.raw("</Description>\n");
      add_coding("        ", refi_guid("coding " + guid), annotation.label, annotation, "");
      if (i == 0) add_value_codings("        ", guid, annotation);
      sources_.raw("      </PlainTextSelection>\n");
    }
  }

  void add_document_label(const Annotation& annotation) {
    task_.expected.add_document_label(annotation.label);
    const std::string guid = guid_of({{}, annotation.id});
    std::vector<std::string> marks{"mitjul: " + to_string(annotation.id)};
    add_value_marks(annotation, marks);
    add_coding("      ", guid, annotation.label, annotation, add_note(guid, annotation, annotation.note, marks));
    add_value_codings("      ", guid, annotation);
  }

  /// Returns its GUID.
  std::string add_note(const std::string& about, const Annotation& annotation, const std::string& note,
                       const std::vector<std::string>& marks) {
    std::string guid = refi_guid("note " + about);
    notes_.raw("    <Note").plain_attribute("guid", guid).plain_attribute("name", annotation.label);
    add_creation(notes_, annotation.provenance);
    if (annotation.provenance.modified)
      notes_.plain_attribute("modifiedDateTime", to_string(*annotation.provenance.modified));
    notes_.raw("><PlainTextContent>").text(with_marks(note, marks)).raw("</PlainTextContent></Note>\n");
    has_notes_ = true;
    return guid;
  }

  /// A link from the end with the first role of the label to each other one.
  void add_links(const Annotation& annotation) {
    task_.expected.add_relation(annotation.label);
    const Label* const label = task_.schema.find(annotation.label);
    std::vector<Argument> ends = annotation.relation()->arguments;
    const auto place_of = [&](const Argument& end) {
      std::size_t place = 0;
      while (label != nullptr && place < label->roles.size() && label->roles[place].id != end.role) ++place;
      return place;
    };
    std::stable_sort(ends.begin(), ends.end(),
                     [&](const Argument& a, const Argument& b) { return place_of(a) < place_of(b); });
    for (std::size_t i = 1; i < ends.size(); ++i) {
      const std::string first = guid_of({{}, annotation.id});
      const std::string guid = i == 1 ? first : refi_guid("piece " + first + " " + std::to_string(i));
      std::vector<std::string> marks{"mitjul: " + address({{}, annotation.id}) + role_mark(ends[0]) +
                                     role_mark(ends[i])};
      if (i == 1) add_value_marks(annotation, marks);
      const std::string note = add_note(guid, annotation, i == 1 ? annotation.note : "", marks);
      links_.raw("    <Link").plain_attribute("guid", guid).attribute("name", annotation.label);
      links_.plain_attribute("direction", "OneWay");
      if (label != nullptr) links_.optional_attribute("color", label->color);
      links_.plain_attribute("originGUID", guid_of(ends[0].target));
      links_.plain_attribute("targetGUID", guid_of(ends[i].target));
      links_.raw("><NoteRef").plain_attribute("targetGUID", note).raw("/></Link>\n");
      has_links_ = true;
    }
  }

  /// The end's role; with the address of what lies in another document, which need not be in the file.
  static std::string role_mark(const Argument& end) {
    return " " + end.role + (end.target.document.empty() ? "" : "=" + to_string(end.target));
  }

  ExportTask task_;
  std::map<std::string, User> users_;  // by what stands as their id
  std::vector<Variable> variables_;
  bool has_sources_ = false;
  bool has_notes_ = false;
  bool has_links_ = false;
  const AnnotatedDocument* document_ = nullptr;  // that is written now
  const std::string* user_ = nullptr;            // of the set that is written now
  XmlWriter sources_;
  XmlWriter notes_;
  XmlWriter links_;
};

RefiProjectWriter::RefiProjectWriter(const ExportTask& task) : project_(std::make_unique<Project>(task)) {}

RefiProjectWriter::~RefiProjectWriter() = default;

void RefiProjectWriter::begin() { project_->begin(); }

void RefiProjectWriter::write(const AnnotatedDocument& document) { project_->write(document); }

void RefiProjectWriter::end() { project_->end(); }

}  // namespace mitjul
