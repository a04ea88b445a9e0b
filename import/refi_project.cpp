#include "import/refi_project.h"

#include <algorithm>
#include <set>

#include "core/file_io.h"
#include "import/decode.h"
#include "import/file_time.h"
#include "import/line_end_count.h"
#include "import/refi_archive.h"
#include "import/refi_relations.h"

namespace mitjul {
namespace {

constexpr std::size_t kLargestElement = std::size_t{512} << 20;
// More files that nothing names are told of as a number.
constexpr std::size_t kMostNamed = 10;

class RefiProject {
 public:
  RefiProject(const std::filesystem::path& path, const OnHeader& on_header, const OnDocument& on_document)
      : path_(path),
        on_header_(on_header),
        on_document_(on_document),
        fields_(problems_),
        parts_(path, problems_, time_of_file(path)) {}

  std::vector<Problem> read() {
    try {
      archive_ = std::make_unique<RefiArchive>(path_);
      read_project();
    } catch (const ArchiveProblem& found) {
      problems_.push_back(found.problem);
    }
    return std::move(problems_);
  }

 private:
  /// Three times: what stands around the sources; what the sources use and links end at; the documents.
  void read_project() {
    const bool begun = pass([this](auto where, auto element, const XmlLines& lines) {
      parts_.take(where, element, lines, fields_);
      note_files(element);
    });
    if (!begun) return;
    read_notes();
    RefiRelations relations(parts_);
    if (!pass_over_sources([&](pugi::xml_node source) { look_at(source, relations); })) return;
    relations.make();
    parts_.leave_out_unused_notes();
    give_header();
    for (const auto& [what, count] : parts_.left_out) leave_out(what, count);
    leave_out_unnamed_files();
    pass_over_sources([&](pugi::xml_node source) { give(source, relations); });
  }

  /// Reads `project.qde` from its beginning; false where nothing more can be made of it.
  template <class Take>
  bool pass(Take take) {
    XmlStreamHandler handler;
    handler.containers = {"Project",         "Project/Users", "Project/Variables",
                          "Project/Sources", "Project/Notes", "Project/Links"};
    handler.largest_element = kLargestElement;
    handler.on_namespace = [this](std::string_view name_space, std::size_t line) {
      if (name_space.empty() || name_space.starts_with("urn:QDA-XML:project:")) return;
      problems_.push_back(make_problem(ProblemCode::UnsupportedFormatVersion, {std::string(name_space)}));
      problems_.back().place.line = line;
    };
    handler.on_container = [this](std::string_view where, pugi::xml_node element, std::size_t) {
      if (where == "Project") parts_.take_project(element);
    };
    handler.on_element = [&](std::string_view where, pugi::xml_node element, const XmlLines& lines) {
      fields_.in(lines);
      take(where, element, lines);
    };
    const std::size_t before = problems_.size();
    const std::vector<Problem> malformed = read_xml_stream(archive_->open_project(), kAnyNamespace, handler);
    problems_.insert(problems_.end(), malformed.begin(), malformed.end());
    return problems_.size() == before;
  }

  /// The files that the element, and what is in it, names.
  void note_files(pugi::xml_node element) {
    for (const char* const attribute : {"plainTextPath", "richTextPath", "path"})
      archive_->name(element.attribute(attribute).value());
    for (const pugi::xml_node child : element.children()) note_files(child);
  }

  /// Notes may be files, as texts are.
  void read_notes() {
    for (auto& [guid, note] : parts_.notes) {
      if (note.path.empty()) continue;
      const auto& entry = archive_->source(note.path, "plainTextPath");
      take_file(entry);
      note.text = SourceText(characters_in(archive_->read(entry))).text().utf8();
    }
  }

  template <class Take>
  bool pass_over_sources(Take take) {
    return pass([&](std::string_view where, pugi::xml_node element, const XmlLines&) {
      const pugi::xml_node source = where == "Project/Sources" ? refi_text_of(element) : pugi::xml_node();
      if (!source) return;
      if (source != element) take_over(element, source);
      fields_.in_document(name_of(source));
      take(source);
      fields_.in_document({});
    });
  }

  /// What is said of a PDF or a picture as a whole goes for its text.
  static void take_over(pugi::xml_node element, pugi::xml_node text) {
    for (const char* const name : {"Coding", "NoteRef", "VariableValue"}) {
      for (const pugi::xml_node child : element.children(name)) text.append_copy(child);
    }
    if (const pugi::xml_node description = element.child("Description"); description && !text.child("Description"))
      text.append_copy(description);
    if (!text.attribute("name")) text.append_attribute("name").set_value(element.attribute("name").value());
  }

  std::string name_of(pugi::xml_node source) const {
    const std::string name = source.attribute("name").value();
    return name.empty() ? path_to_utf8(path_.stem()) : name;
  }

  DocumentKey key_of(pugi::xml_node source) {
    std::string description = fields_.child_text(source, "Description");
    const auto key = DocumentKey::parse(take_marks(description).first);
    return key ? *key : DocumentKey::made_from("refi-qda " + plain_guid(fields_.required(source, "guid")));
  }

  void look_at(pugi::xml_node source, RefiRelations& relations) {
    const DocumentKey key = key_of(source);
    if (!keys_.insert(key).second) fields_.report(source, ProblemCode::DuplicateId, {fields_.optional(source, "guid")});
    const std::vector<RefiItem> items = refi_items_of(source, parts_, fields_, true);
    for (const RefiItem& item : items) parts_.users[item.user].used = true;
    relations.see(key, items);
    std::string notes;
    parts_.add_notes(source, notes);  // they are used
    for (const pugi::xml_node value : source.children("VariableValue")) {
      if (parts_.variables.count(guid_in(value, "VariableRef")) == 0) parts_.leave_out("VariableValue");
    }
    look_at_text(source, key, items);
  }

  void look_at_text(pugi::xml_node source, const DocumentKey& key, const std::vector<RefiItem>& items) {
    const auto characters = characters_of(source, true);
    if (parts_.ours || !characters) return;
    std::vector<StatedSpan> stated;
    for (const RefiItem& item : items) {
      for (const RefiItem::Piece& piece : item.pieces) {
        stated.push_back({piece.first(), piece.last(), piece.name});
        stated.push_back({piece.first(), piece.last(), piece.description});
      }
    }
    line_ends_.see(key, *characters, stated);
  }

  void give_header() {
    Schema& schema = parts_.schema;
    for (const Label& label : schema.labels) {
      for (const char* const spare : {"from", "to"}) {
        if (label.kind == LabelKind::Relation && label.roles.size() < 2) parts_.know_role(label.id, spare, "");
      }
    }
    schema.name = parts_.name.empty() ? "REFI-QDA" : parts_.name;
    StreamHeader header{schema, {}, true};  // no codebook says all of a schema
    std::set<AnnotatorKey> given;
    for (const RefiUser& user : parts_.users) {
      if ((user.used || &user != &parts_.users.front()) && given.insert(user.key).second)
        header.annotators.push_back({user.key, user.name, true});
    }
    std::sort(header.annotators.begin(), header.annotators.end(),
              [](const Annotator& a, const Annotator& b) { return a.key < b.key; });
    if (on_header_) on_header_(std::move(header));
  }

  void leave_out(const std::string& what, std::size_t count, const std::string& document = {}) {
    say_of(document, ProblemCode::AnnotationsLeftOut, {what, std::to_string(count)});
  }

  /// Those of the archive that came with it for no reason that the project tells.
  void leave_out_unnamed_files() {
    const std::vector<std::string> names = archive_->unnamed();
    if (names.size() > kMostNamed) {
      leave_out(names.front() + " …", names.size());
    } else {
      for (const std::string& name : names) leave_out(name, 1);
    }
  }

  void give(pugi::xml_node element, const RefiRelations& relations) {
    const auto characters = characters_of(element, false);
    if (!characters) return;
    const DocumentKey key = key_of(element);
    const std::string name = name_of(element);
    const SourceText source(with_line_ends_of(line_end_in(key, *characters, name), *characters));
    AnnotatedDocument document;
    document.document = Document::make(name, source.text());
    document.document.info.key = key;
    document.document.info.substitutions = source.substitutions();
    take_variables(element, document.document.info);
    place(refi_items_of(element, parts_, fields_, false), source, document);
    for (const RefiRelations::Found& relation : relations.of(document.document.info.key)) {
      const AnnotationId& id = relation.annotation.id;
      if (document.find(id) != nullptr) fields_.report(element, ProblemCode::DuplicateId, {to_string(id)});
      put(relation.annotation, relation.user, document);
    }
    if (on_document_) on_document_(std::move(document));
  }

  /// As how many characters the positions count a line end: CR LF as two, as QualCoder does it, but as one in projects
  /// of ATLAS.ti, unless the annotations tell otherwise.
  std::size_t line_end_in(const DocumentKey& key, const std::u32string& characters, const std::string& document) {
    const std::size_t usual = has_line_end_pairs(characters) && parts_.counts_carriage_returns ? 2 : 1;
    const LineEndCounts::Count count = line_ends_.of(key, usual);
    if (!count.certain) {
      say_of(document, ProblemCode::LineEndCountUnclear, {std::to_string(count.characters)});
    } else if (count.characters != usual) {
      say_of(document, ProblemCode::OtherLineEndCount, {std::to_string(usual), std::to_string(count.characters)});
    }
    return count.characters;
  }

  void say_of(const std::string& document, ProblemCode code, std::vector<std::string> details) {
    problems_.push_back(make_problem(code, std::move(details)));
    problems_.back().place.document = document;
  }

  /// The text as its file has it, without a byte order mark. `first_time`: no other source may have the file.
  std::optional<std::u32string> characters_of(pugi::xml_node element, bool first_time) {
    const std::string stated = fields_.optional(element, "plainTextPath");
    const std::string rich = fields_.optional(element, "richTextPath");
    const pugi::xml_node content = element.child("PlainTextContent");
    try {
      if (stated.empty() && content) return characters_in(text_of(content));
      if (stated.empty() && !rich.empty()) throw ArchiveProblem{make_problem(ProblemCode::TextNotInside, {rich})};
      if (stated.empty())
        throw ArchiveProblem{make_problem(ProblemCode::MissingXmlAttribute, {"plainTextPath", "TextSource"})};
      const ZipArchive::Entry& entry = archive_->source(stated, "plainTextPath");
      if (first_time) take_file(entry);
      if (first_time && parts_.ours) return std::nullopt;
      return characters_in(archive_->read(entry));
    } catch (const ArchiveProblem& found) {
      fields_.report(element, found.problem.code, found.problem.details);
      return std::nullopt;
    }
  }

  /// One text for many sources would make much of little.
  void take_file(const ZipArchive::Entry& entry) {
    if (!files_taken_.insert(entry.index).second)
      throw ArchiveProblem{make_problem(ProblemCode::DuplicateId, {entry.name})};
  }

  static std::u32string characters_in(std::string_view bytes) {
    Decoded decoded = decode(bytes);
    if (!decoded.replaced.empty()) throw ArchiveProblem{make_problem(ProblemCode::InvalidUtf8)};
    return std::move(decoded.text);
  }

  void take_variables(pugi::xml_node element, DocumentInfo& info) {
    if (parts_.ours) info.language.clear();
    std::string description = fields_.child_text(element, "Description");
    take_marks(description);
    if (!description.empty()) info.metadata.emplace_back("Description", description);
    std::string notes;
    parts_.add_notes(element, notes);
    if (!notes.empty()) info.metadata.emplace_back("Note", notes);
    for (const pugi::xml_node value : element.children("VariableValue")) {
      const auto variable = parts_.variables.find(guid_in(value, "VariableRef"));
      if (variable == parts_.variables.end()) continue;
      const std::string text = text_of(value.child("VariableRef").next_sibling());
      if (variable->second.kind == "title") {
        info.title = text;
      } else if (variable->second.kind == "language") {
        info.language = text;
      } else {
        info.metadata.emplace_back(variable->second.name, text);
      }
    }
  }

  void place(const std::vector<RefiItem>& items, const SourceText& source, AnnotatedDocument& document) {
    const OffsetUnit unit = unit_in(items, source, document.document.info.name);
    std::size_t empty = 0;
    for (const RefiItem& item : items) {
      fields_.in_annotation(to_string(*item.id));
      Annotation annotation{*item.id, item.label, WholeDocument(), item.attributes, item.note, {}};
      annotation.provenance.created = item.created;
      annotation.provenance.modified = item.modified;
      std::vector<Span> segments;
      bool wrong = false;
      for (const RefiItem::Piece& piece : item.pieces) {
        if (piece.start == piece.end) continue;
        const auto stated = place(piece, source.stated(), unit, document.document.info.name);
        wrong = wrong || !stated;
        if (stated && !source.place(*stated).empty()) segments.push_back(source.place(*stated));
      }
      const bool is_empty = segments.empty() && !item.pieces.empty();
      if (!segments.empty()) annotation.anchor = Spans(std::move(segments));
      if (is_empty && !wrong) ++empty;
      if (!is_empty && !wrong) put(std::move(annotation), item.user, document);
    }
    fields_.in_annotation({});
    if (empty != 0) leave_out("PlainTextSelection", empty, document.document.info.name);
  }

  OffsetUnit unit_in(const std::vector<RefiItem>& items, const SourceText& source, const std::string& document) {
    std::vector<StatedSpan> stated;
    for (const RefiItem& item : items) {
      for (const RefiItem::Piece& piece : item.pieces) stated.push_back({piece.first(), piece.last(), piece.name});
    }
    const OffsetUnit unit = unit_of(source.stated(), stated, OffsetUnit::CodePoints);
    if (unit != OffsetUnit::CodePoints) {
      say_of(document, ProblemCode::OtherOffsetUnit,
             {std::string(to_string(OffsetUnit::CodePoints)), std::string(to_string(unit))});
    }
    return unit;
  }

  /// Nothing, and a problem, for one outside of the text. In our files the name is the text.
  std::optional<Span> place(const RefiItem::Piece& piece, const Text& text, OffsetUnit unit,
                            const std::string& document) {
    if (piece.start > piece.end) {
      fields_.report(piece.element, ProblemCode::ReversedSpan,
                     {std::to_string(piece.start), std::to_string(piece.end)});
    }
    const StatedSpan stated{piece.first(), piece.last(), piece.name};
    auto span = span_in(text, stated, unit);
    // Other programs name a selection after its words, its document, or anything else: a name that is as long as the
    // selection, and stands in one place nearby, tells where it should be.
    if (span && !parts_.ours && text.slice(*span) != piece.name && piece.name != document &&
        Text(piece.name).length() == span->end - span->start) {
      std::vector<Problem> moved;
      const auto found = place_quote(text, stated, unit, moved);
      if (found) {
        fields_.report(piece.element, moved.front().code, moved.front().details);
        span = found;
      }
    }
    if (!span) {
      fields_.report(piece.element, ProblemCode::SpanOutsideText,
                     {std::to_string(piece.start), std::to_string(piece.end), std::to_string(text.length())});
    } else if (parts_.ours && text.slice(*span) != piece.name) {
      fields_.report(piece.element, ProblemCode::QuoteDiffers, {piece.name, std::string(text.slice(*span))});
    }
    return span;
  }

  void put(Annotation annotation, std::size_t user, AnnotatedDocument& document) const {
    annotation.provenance.method = Method::Import;
    annotation.provenance.origin = path_to_utf8(path_.filename());
    const RefiUser& by = parts_.users[user];
    AnnotationSet& set = document.set({document.document.info.key, by.key, by.curated});
    set.set_state(SetState::InProgress);
    set.put(std::move(annotation));
  }

  const std::filesystem::path& path_;
  const OnHeader& on_header_;
  const OnDocument& on_document_;
  std::vector<Problem> problems_;
  XmlFields fields_;
  RefiParts parts_;
  std::unique_ptr<RefiArchive> archive_;
  std::set<DocumentKey> keys_;
  std::set<std::uint64_t> files_taken_;
  LineEndCounts line_ends_;
};

}  // namespace

std::vector<Problem> read_refi_project(const std::filesystem::path& path, const OnHeader& on_header,
                                       const OnDocument& on_document) {
  return RefiProject(path, on_header, on_document).read();
}

bool looks_like_refi_project(std::string_view extension, std::string_view beginning) {
  constexpr std::string_view kArchive = "PK\x03\x04";
  constexpr std::size_t kNameLength = 26;  // APPNOTE.TXT, 4.3.7
  constexpr std::size_t kName = 30;
  if (extension == "qdpx") return true;
  if (!beginning.starts_with(kArchive) || beginning.size() < kName) return false;
  const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(beginning[at])); };
  const std::string_view name = beginning.substr(kName, byte(kNameLength) + (byte(kNameLength + 1) << 8));
  return name.ends_with(".qde") || name.ends_with(".QDE");
}

}  // namespace mitjul
