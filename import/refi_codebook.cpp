#include "import/refi_codebook.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/file_io.h"
#include "import/foreign_schema.h"
#include "import/xml_fields.h"

namespace mitjul {
namespace {

constexpr std::string_view kMark = "mitjul: ";
constexpr std::string_view kGuidelineMark = "mitjul: guideline\n";

/// What the last line of a description says: `CLAIM`, `TOPIC document`, `@type choice`, `=fact`.
struct CodeMark {
  std::string id;
  std::optional<AttributeType> attribute;
  bool value = false;
  LabelKind kind = LabelKind::Span;
};

/// Ends the text there, and takes off the empty line before it.
void cut_with_empty_line(std::string& text, std::size_t end) {
  text.resize(end);
  for (int i = 0; i < 2 && !text.empty() && text.back() == '\n'; ++i) text.pop_back();
}

/// Takes the mark off the description.
std::optional<CodeMark> take_mark(std::string& description) {
  const std::size_t line = description.rfind('\n') == std::string::npos ? 0 : description.rfind('\n') + 1;
  if (std::string_view(description).substr(line, kMark.size()) != kMark) return std::nullopt;
  std::string text = description.substr(line + kMark.size());
  const std::size_t blank = text.find(' ');
  const std::string word = blank == std::string::npos ? "" : text.substr(blank + 1);
  text.resize(std::min(blank, text.size()));
  CodeMark mark;
  if (text.substr(0, 1) == "=") {
    mark.value = true;
    mark.id = text.substr(1);
  } else if (text.substr(0, 1) == "@") {
    mark.attribute = parse_attribute_type(word);
    if (!mark.attribute) return std::nullopt;
    mark.id = text.substr(1);
  } else {
    mark.kind = parse_label_kind(word).value_or(LabelKind::Span);
    mark.id = text;
  }
  if (!is_schema_id(mark.id) || mark.kind == LabelKind::Relation) return std::nullopt;
  cut_with_empty_line(description, line);
  return mark;
}

/// What stands behind the mark of a guideline, taken off the description.
std::string take_guideline(std::string& description) {
  std::size_t mark = description.find(kGuidelineMark);
  while (mark != std::string::npos && mark != 0 && description[mark - 1] != '\n') {
    mark = description.find(kGuidelineMark, mark + 1);
  }
  if (mark == std::string::npos) return "";
  std::string guideline = description.substr(mark + kGuidelineMark.size());
  cut_with_empty_line(description, mark);
  return guideline;
}

class CodebookReader {
 public:
  explicit CodebookReader(ForeignSchema& out) : out_(out), fields_(out_.problems()) {}

  RefiCodes& codes() { return codes_; }

  void read(std::string_view name_space, pugi::xml_node root, const XmlLines& lines) {
    lines_ = &lines;
    fields_.in(lines);
    if (!is_known(name_space)) {
      return fields_.report(root, ProblemCode::UnsupportedFormatVersion, {std::string(name_space)});
    }
    const bool project = std::string_view(root.name()) == "Project";
    const pugi::xml_node codebook = project ? root.child("CodeBook") : root;
    if (std::string_view(codebook.name()) != "CodeBook") {
      return fields_.report(root, ProblemCode::UnexpectedElement, {root.name()});
    }
    fields_.expect_children(codebook, {"Codes", "Sets"});
    const pugi::xml_node codes = codebook.child("Codes");
    if (!codes) return fields_.report(codebook, ProblemCode::MissingField, {"Codes"});
    if (codes.next_sibling("Codes")) {
      fields_.report(codes.next_sibling("Codes"), ProblemCode::UnexpectedElement, {"Codes"});
    }
    for (const pugi::xml_node set : (project ? root : codebook).child("Sets").children("Set")) {
      out_.lose(SchemaFeature::CodeSets, lines.line(set));
    }
    fields_.expect_children(codes, {"Code"});
    for (const pugi::xml_node code : codes.children("Code")) add_label(code, "");
  }

 private:
  /// The codebook's own namespace, as the standard has it and as programs write it, and that of projects.
  static bool is_known(std::string_view name_space) {
    static const std::set<std::string_view> kKnown{"", "urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:1:0",
                                                   "urn:QDA-XML:codebook:0:4", "urn:QDA-XML:project:1.0"};
    return kKnown.count(name_space) != 0;
  }

  struct Code {
    std::string name;
    std::string description;
    std::optional<CodeMark> mark;
    std::string guid;
  };

  Code read_code(pugi::xml_node code) {
    fields_.expect_children(code, {"Description", "NoteRef", "Code"});
    const std::string guid = fields_.required(code, "guid");
    if (!guid.empty() && !guids_.insert(guid).second) {
      fields_.report(code, ProblemCode::DuplicateSchemaId, {guid});
    }
    Code read;
    read.guid = plain_guid(guid);
    read.name = fields_.name(code);
    read.description = fields_.child_text(code, "Description");
    read.mark = take_mark(read.description);
    return read;
  }

  void add_label(pugi::xml_node code, const std::string& parent) { add_label(code, read_code(code), parent); }

  void add_label(pugi::xml_node element, Code code, const std::string& parent) {
    Label label;
    label.name = code.name;
    label.parent = parent;
    const std::string color = fields_.optional(element, "color");
    label.color = color.size() == 4 ? hex_color(color) : color;  // what is none is a problem of the schema
    if (!fields_.boolean(element, "isCodable", true)) out_.lose(SchemaFeature::AbstractLabels, lines_->line(element));
    if (code.mark) label.kind = code.mark->kind;
    // A code that was moved in another program goes with what is above it now.
    if (!parent.empty()) label.kind = out_.label(parent).kind;
    label.guideline = take_guideline(code.description);
    label.description = std::move(code.description);
    const std::string id = out_.add(std::move(label), code.mark ? code.mark->id : code.name, lines_->line(element));
    codes_[code.guid] = {id};
    for (const pugi::xml_node child : element.children("Code")) add_child(child, id);
  }

  void add_child(pugi::xml_node element, const std::string& label) {
    Code code = read_code(element);
    if (!code.mark || !code.mark->attribute) return add_label(element, std::move(code), label);
    Attribute attribute;
    attribute.id = code.mark->id;
    attribute.name = code.name;
    attribute.type = *code.mark->attribute;
    out_.note_line(attribute.id, lines_->line(element));
    codes_[code.guid] = {label, attribute.id};
    ForeignIds ids;
    for (const pugi::xml_node child : element.children("Code")) {
      const Code value = read_code(child);
      attribute.values.push_back({ids.id_for(value.mark ? value.mark->id : value.name), value.name});
      out_.note_line(attribute.values.back().id, lines_->line(child));
      codes_[value.guid] = {label, attribute.id, attribute.values.back().id};
      for (const pugi::xml_node below : child.children("Code")) {
        fields_.report(below, ProblemCode::UnexpectedElement, {below.name()});
      }
    }
    out_.add_attribute(attribute, {label}, lines_->line(element));
  }

  ForeignSchema& out_;
  XmlFields fields_;
  const XmlLines* lines_ = nullptr;
  std::set<std::string> guids_;
  RefiCodes codes_;
};

}  // namespace

SchemaFile read_refi_codebook(const std::filesystem::path& path) {
  ForeignSchema out(path);
  CodebookReader reader(out);
  std::vector<Problem> malformed =
      read_xml_tree(path, [&](std::string_view name_space, pugi::xml_node root, const XmlLines& lines) {
        reader.read(name_space, root, lines);
      });
  for (Problem& problem : malformed) out.problems().push_back(std::move(problem));
  return out.finish();
}

RefiCodes read_refi_codes(pugi::xml_node codebook, const XmlLines& lines, ForeignSchema& schema) {
  CodebookReader reader(schema);
  reader.read("", codebook, lines);
  return std::move(reader.codes());
}

std::string plain_guid(std::string_view guid) {
  std::string plain;
  for (const char c : guid) {
    if (c != '{' && c != '}') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return plain;
}

std::vector<std::string> take_refi_marks(std::string& text) {
  std::vector<std::string> marks;
  std::size_t block = text.size();  // where the lines begin
  while (block != 0) {
    const std::size_t end = block == text.size() ? block : block - 1;
    const std::size_t before = end == 0 ? std::string::npos : text.rfind('\n', end - 1);
    const std::size_t line = before == std::string::npos ? 0 : before + 1;
    if (std::string_view(text).substr(line, kMark.size()) != kMark) break;
    marks.insert(marks.begin(), text.substr(line + kMark.size(), end - line - kMark.size()));
    block = line;
  }
  if (!marks.empty()) cut_with_empty_line(text, block);
  return marks;
}

}  // namespace mitjul
