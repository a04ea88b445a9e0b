#include "import/refi_project.h"

#include <algorithm>
#include <set>

#include "core/file_io.h"
#include "import/decode.h"
#include "import/file_time.h"
#include "import/formats.h"
#include "import/refi_relations.h"
#include "import/source_text.h"
#include "import/zip_archive.h"

namespace mitjul {
namespace {

constexpr std::size_t kLargestElement = std::size_t{512} << 20;
constexpr std::string_view kInternal = "internal://";

/// With one character for each line end.
std::u32string without_carriage_returns(const std::u32string& text) {
  std::u32string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != U'\r' || i + 1 == text.size() || text[i + 1] != U'\n') result += text[i];
  }
  return result;
}

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
      archive_ = std::make_unique<ZipArchive>(path_);
      if (find_project()) read_project();
    } catch (const ArchiveProblem& found) {
      problems_.push_back(found.problem);
    }
    return std::move(problems_);
  }

 private:
  /// The `.qde` that lies least deep.
  bool find_project() {
    const auto depth = [](const ZipArchive::Entry& entry) {
      return std::count(entry.name.begin(), entry.name.end(), '/');
    };
    for (const ZipArchive::Entry& entry : archive_->entries()) {
      if (extension_of(path_from_utf8(entry.name)) != "qde") continue;
      if (project_ == nullptr || depth(entry) < depth(*project_)) project_ = &entry;
    }
    if (project_ == nullptr) {
      problems_.push_back(make_problem(ProblemCode::MissingPart, {"project.qde"}));
      return false;
    }
    folder_ = project_->name.substr(0, project_->name.rfind('/') + 1);  // npos + 1 is 0
    return true;
  }

  /// Three times: what stands around the sources; what the sources use and links end at; the documents.
  void read_project() {
    if (!pass([this](auto where, auto element, const XmlLines& lines) { parts_.take(where, element, lines, fields_); }))
      return;
    RefiRelations relations(parts_);
    if (!pass_over_sources([&](pugi::xml_node source) { look_at(source, relations); })) return;
    relations.make();
    give_header();
    for (const auto& [what, count] : parts_.left_out) leave_out(what, count);
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
    const std::vector<Problem> malformed = read_xml_stream(archive_->open(*project_), kAnyNamespace, handler);
    problems_.insert(problems_.end(), malformed.begin(), malformed.end());
    return problems_.size() == before;
  }

  template <class Take>
  bool pass_over_sources(Take take) {
    return pass([&](std::string_view where, pugi::xml_node element, const XmlLines&) {
      if (where != "Project/Sources" || std::string_view(element.name()) != "TextSource") return;
      fields_.in_document(name_of(element));
      take(element);
      fields_.in_document({});
    });
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
    problems_.push_back(make_problem(ProblemCode::AnnotationsLeftOut, {what, std::to_string(count)}));
    problems_.back().place.document = document;
  }

  void give(pugi::xml_node element, const RefiRelations& relations) {
    const auto source = source_of(element);
    if (!source) return;
    AnnotatedDocument document;
    document.document = Document::make(name_of(element), source->text());
    document.document.info.key = key_of(element);
    document.document.info.substitutions = source->substitutions();
    take_variables(element, document.document.info);
    place(refi_items_of(element, parts_, fields_, false), *source, document);
    for (const RefiRelations::Found& relation : relations.of(document.document.info.key)) {
      const AnnotationId& id = relation.annotation.id;
      if (document.find(id) != nullptr) fields_.report(element, ProblemCode::DuplicateId, {to_string(id)});
      put(relation.annotation, relation.user, document);
    }
    if (on_document_) on_document_(std::move(document));
  }

  /// Positions count a carriage return before a line feed, as QualCoder does it, but not in projects of ATLAS.ti.
  std::optional<SourceText> source_of(pugi::xml_node element) {
    const auto none = [&](ProblemCode code, std::vector<std::string> details) {
      fields_.report(element, code, std::move(details));
      return std::optional<SourceText>();
    };
    const std::string stated = fields_.optional(element, "plainTextPath");
    const pugi::xml_node content = element.child("PlainTextContent");
    if (stated.empty() && content) return made_of(text_of(content), element);
    if (stated.empty()) return none(ProblemCode::MissingXmlAttribute, {"plainTextPath", "TextSource"});
    if (!stated.starts_with(kInternal)) return none(ProblemCode::MissingPart, {stated});  // elsewhere on a disk
    const std::string file = stated.substr(kInternal.size());
    if (!stays_inside(file)) return none(ProblemCode::PathOutsideFolder, {file});
    const ZipArchive::Entry* const entry = archive_->find(folder_ + "Sources/" + file);
    if (entry == nullptr) return none(ProblemCode::MissingPart, {file});
    // One text for many sources would make much of little.
    if (!texts_read_.insert(entry->index).second) return none(ProblemCode::DuplicateId, {file});
    return made_of(archive_->read(*entry), element);
  }

  /// A byte order mark is not counted.
  std::optional<SourceText> made_of(std::string_view bytes, pugi::xml_node element) {
    const Decoded decoded = decode(bytes);
    if (!decoded.replaced.empty()) {
      fields_.report(element, ProblemCode::InvalidUtf8, {});
      return std::nullopt;
    }
    return SourceText(parts_.counts_carriage_returns ? decoded.text : without_carriage_returns(decoded.text));
  }

  void take_variables(pugi::xml_node element, DocumentInfo& info) const {
    if (parts_.ours) info.language.clear();
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
        const auto stated = place(piece, source.stated(), unit);
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
      for (const RefiItem::Piece& piece : item.pieces) stated.push_back({piece.start, piece.end, piece.name});
    }
    const OffsetUnit unit = unit_of(source.stated(), stated, OffsetUnit::CodePoints);
    if (unit != OffsetUnit::CodePoints) {
      problems_.push_back(make_problem(ProblemCode::OtherOffsetUnit,
                                       {std::string(to_string(OffsetUnit::CodePoints)), std::string(to_string(unit))}));
      problems_.back().place.document = document;
    }
    return unit;
  }

  /// Nothing, and a problem, for one outside of the text. In our files the name is the text.
  std::optional<Span> place(const RefiItem::Piece& piece, const Text& text, OffsetUnit unit) {
    auto span = span_in(text, {piece.start, piece.end}, unit);
    // Other programs name a selection after its words, or after anything else: a name that is as long as the
    // selection, and stands in one place nearby, tells where it should be.
    if (span && !parts_.ours && text.slice(*span) != piece.name &&
        Text(piece.name).length() == span->end - span->start) {
      std::vector<Problem> moved;
      const auto found = place_quote(text, {piece.start, piece.end, piece.name}, unit, moved);
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
  std::unique_ptr<ZipArchive> archive_;
  const ZipArchive::Entry* project_ = nullptr;
  std::string folder_;  // of the project in the archive, with a slash
  std::set<DocumentKey> keys_;
  std::set<std::uint64_t> texts_read_;
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
  if (!beginning.starts_with(kArchive)) return false;
  if (extension == "qdpx") return true;
  if (beginning.size() < kName) return false;
  const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(beginning[at])); };
  const std::string_view name = beginning.substr(kName, byte(kNameLength) + (byte(kNameLength + 1) << 8));
  return name.ends_with(".qde") || name.ends_with(".QDE");
}

}  // namespace mitjul
