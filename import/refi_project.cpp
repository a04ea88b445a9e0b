#include "import/refi_project.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "core/file_io.h"
#include "core/utf8.h"
#include "import/file_time.h"
#include "import/foreign_time.h"
#include "import/refi_codebook.h"
#include "import/refi_source.h"
#include "import/xml_fields.h"
#include "import/zip_archive.h"

namespace mitjul {
namespace {

constexpr std::size_t kLargestElement = std::size_t{512} << 20;
constexpr std::size_t kMostLinks = 2'000'000;
constexpr std::string_view kInternal = "internal://";

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  while (!line.empty()) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    if (blank != 0) words.emplace_back(line.substr(0, blank));
    line.remove_prefix(std::min(blank + 1, line.size()));
  }
  return words;
}

/// The inverse of the writer's: `\n` is a line end.
std::string unescaped(std::string_view line) {
  std::string value;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '\\' || i + 1 == line.size()) {
      value += line[i];
      continue;
    }
    ++i;
    value += line[i] == 'n' ? '\n' : line[i] == 'r' ? '\r' : line[i];
  }
  return value;
}

std::optional<std::uint64_t> parse_position(std::string_view text) {
  std::uint64_t number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || rest != text.data() + text.size()) return std::nullopt;
  return number;
}

/// What the lines of ours behind a note say.
struct Marks {
  std::string first;  ///< an id, an address with roles; empty where there is none
  std::vector<std::pair<std::string, std::string>> values;
};

Marks take_marks(std::string& note) {
  Marks marks;
  for (const std::string& line : take_refi_marks(note)) {
    const std::size_t blank = line.find(' ');
    if (line.substr(0, 1) != "@") {
      if (marks.first.empty()) marks.first = line;
    } else if (blank != std::string::npos && is_schema_id(std::string_view(line).substr(1, blank - 1))) {
      marks.values.emplace_back(line.substr(1, blank - 1), unescaped(std::string_view(line).substr(blank + 1)));
    }
  }
  return marks;
}

/// An annotation of a source, before its text is known.
struct Item {
  std::optional<AnnotationId> id;
  std::size_t user = 0;  ///< index
  std::string label;
  struct Piece {
    std::uint64_t start;
    std::uint64_t end;
    std::string quote;
    pugi::xml_node element;
  };
  std::vector<Piece> pieces{};  ///< none: it is about the document
  Attributes attributes{};
  std::string note{};
  Time created{};
  std::optional<Time> modified{};
  std::vector<std::string> guids{};
};

class RefiProject {
 public:
  RefiProject(const std::filesystem::path& path, const OnHeader& on_header, const OnDocument& on_document)
      : path_(path), on_header_(on_header), on_document_(on_document), fields_(problems_) {}

  std::vector<Problem> read() {
    try {
      archive_ = std::make_unique<ZipArchive>(path_);
      if (!find_project()) return std::move(problems_);
      users_.push_back({AnnotatorKey::made_from("annotator REFI-QDA"), "REFI-QDA", false});
      if (!pass(&RefiProject::take_part)) return std::move(problems_);
      if (!pass(&RefiProject::prepare_source)) return std::move(problems_);
      make_relations();
      give_header();
      report_left_out();
      documents_seen_.clear();
      pass(&RefiProject::give_source);
    } catch (const ArchiveProblem& found) {
      problems_.push_back(found.problem);
    }
    return std::move(problems_);
  }

 private:
  struct User {
    AnnotatorKey key;
    std::string name;
    bool curated;
    bool used = false;
  };
  struct Variable {
    std::string name;
    std::string kind;
  };
  struct Note {
    std::string text;
    std::string user;
    std::string created;
    std::string modified;
  };
  struct Link {
    std::string guid;
    std::string name;
    std::string origin;
    std::string target;
    std::string note;
  };
  /// What a link ends at.
  struct End {
    AnnotationRef ref;
    std::size_t user = 0;
    std::string label{};  ///< empty where it is not in the file
  };
  struct FoundRelation {
    Annotation annotation;
    std::size_t user = 0;
  };

  bool find_project() {
    const ZipArchive::Entry* found = nullptr;
    for (const ZipArchive::Entry& entry : archive_->entries()) {
      if (extension_of_entry(entry.name) != "qde") continue;
      // The one that lies least deep.
      const auto depth = [](const ZipArchive::Entry& each) {
        return std::count(each.name.begin(), each.name.end(), '/');
      };
      if (found == nullptr || depth(entry) < depth(*found)) found = &entry;
    }
    if (found == nullptr) {
      problems_.push_back(make_problem(ProblemCode::MissingPart, {"project.qde"}));
      return false;
    }
    project_ = found;
    folder_ = found->name.substr(0, found->name.rfind('/') + 1);  // npos + 1 is 0
    return true;
  }

  static std::string extension_of_entry(const std::string& name) {
    const std::size_t dot = name.rfind('.');
    std::string extension = dot == std::string::npos ? "" : name.substr(dot + 1);
    for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return extension;
  }

  /// Reads `project.qde` from its beginning; false where nothing more can be made of it.
  bool pass(void (RefiProject::*take)(std::string_view, pugi::xml_node)) {
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
      if (where == "Project") take_project(element);
    };
    handler.on_element = [&](std::string_view where, pugi::xml_node element, const XmlLines& lines) {
      fields_.in(lines);
      lines_ = &lines;
      (this->*take)(where, element);
    };
    const std::size_t before = problems_.size();
    const std::vector<Problem> malformed = read_xml_stream(archive_->open(*project_), kAnyNamespace, handler);
    problems_.insert(problems_.end(), malformed.begin(), malformed.end());
    return problems_.size() == before;
  }

  void take_project(pugi::xml_node element) {
    const std::string origin = fields_.optional(element, "origin");
    ours_ = origin.starts_with("Mitjul");
    std::string upper = origin;
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    counts_carriage_returns_ = upper.find("ATLAS") == std::string::npos;
    name_ = fields_.optional(element, "name");
    creator_ = plain_guid(fields_.optional(element, "creatingUserGUID"));
    created_ = parse_foreign_time(fields_.optional(element, "creationDateTime")).value_or(time_of_file(path_));
  }

  // The first time: everything but the sources.

  void take_part(std::string_view where, pugi::xml_node element) {
    const std::string_view name = element.name();
    if (where == "Project/Users" && name == "User") {
      take_user(element);
    } else if (where == "Project" && name == "CodeBook") {
      ForeignSchema schema(path_);
      codes_ = read_refi_codes(element, *lines_, schema);
      SchemaFile file = schema.finish();
      schema_.labels = std::move(file.schema.labels);
      problems_.insert(problems_.end(), file.problems.begin(), file.problems.end());
      for (const Label& label : schema_.labels) ids_.id_for(label.id);
    } else if (where == "Project/Variables" && name == "Variable") {
      std::string description = fields_.child_text(element, "Description");
      const std::string kind = take_marks(description).first;
      variables_[plain_guid(fields_.required(element, "guid"))] = {fields_.optional(element, "name"), kind};
    } else if (where == "Project/Notes" && name == "Note") {
      if (notes_.size() >= kMostLinks) throw too_many();
      notes_[plain_guid(fields_.required(element, "guid"))] = {
          fields_.child_text(element, "PlainTextContent"), plain_guid(fields_.optional(element, "creatingUser")),
          fields_.optional(element, "creationDateTime"), fields_.optional(element, "modifiedDateTime")};
    } else if (where == "Project/Links" && name == "Link") {
      take_link(element);
    } else if (where == "Project/Sources" && name != "TextSource") {
      ++left_out_[std::string(name)];
    } else if (where == "Project" && (name == "Cases" || name == "Sets" || name == "Graphs")) {
      ++left_out_[std::string(name)];
    }
  }

  static ArchiveProblem too_many() {
    return {make_problem(ProblemCode::ExpandsTooFar, {std::to_string(kLargestElement)})};
  }

  void take_user(pugi::xml_node element) {
    User user{{}, fields_.optional(element, "name"), false};
    const std::vector<std::string> id = words_of(fields_.optional(element, "id"));
    constexpr std::string_view kOurs = "mitjul:";
    if (!id.empty() && id.front().starts_with(kOurs)) {
      user.key = AnnotatorKey::parse(std::string_view(id.front()).substr(kOurs.size())).value_or(AnnotatorKey());
      user.curated = id.size() > 1 && id[1] == "curated";
      constexpr std::string_view kCurated = " (curated)";
      if (user.curated && user.name.ends_with(kCurated)) user.name.resize(user.name.size() - kCurated.size());
    }
    if (user.name.empty()) user.name = users_.front().name;
    if (user.key.empty()) user.key = AnnotatorKey::made_from("annotator " + user.name);
    user_places_.try_emplace(plain_guid(fields_.required(element, "guid")), users_.size());
    users_.push_back(std::move(user));
  }

  void take_link(pugi::xml_node element) {
    if (links_.size() >= kMostLinks) throw too_many();
    Link link{plain_guid(fields_.required(element, "guid")), fields_.optional(element, "name"),
              plain_guid(fields_.optional(element, "originGUID")), plain_guid(fields_.optional(element, "targetGUID")),
              plain_guid(element.child("NoteRef").attribute("targetGUID").value())};
    if (link.name.empty()) link.name = "link";
    ends_.try_emplace(link.origin);
    ends_.try_emplace(link.target);
    links_.push_back(std::move(link));
  }

  /// Of the first of these GUIDs that is a user's.
  std::size_t user_of(std::initializer_list<std::string> guids) const {
    for (const std::string& guid : guids) {
      if (const auto found = user_places_.find(guid); found != user_places_.end()) return found->second;
    }
    return 0;
  }

  // The second time: what the sources use, and what the links end at.

  void prepare_source(std::string_view where, pugi::xml_node element) {
    if (where != "Project/Sources" || std::string_view(element.name()) != "TextSource") return;
    begin_source(element);
    const DocumentKey key = key_of(element);
    if (!documents_seen_.insert(key).second) {
      fields_.report(element, ProblemCode::DuplicateId, {fields_.optional(element, "guid")});
    }
    for (const Item& item : items_of(element, true)) {
      users_[item.user].used = true;
      for (const std::string& guid : item.guids) {
        if (const auto end = ends_.find(guid); end != ends_.end() && !end->second)
          end->second = {{key, *item.id}, item.user, item.label};
      }
      std::int64_t& last = last_numbers_[key];
      last = std::max(last, item.id->number);
    }
    fields_.in_document({});
  }

  void begin_source(pugi::xml_node element) { fields_.in_document(name_of(element)); }

  std::string name_of(pugi::xml_node element) const {
    const std::string name = element.attribute("name").value();
    return name.empty() ? path_to_utf8(path_.stem()) : name;
  }

  DocumentKey key_of(pugi::xml_node element) {
    std::string description = fields_.child_text(element, "Description");
    const std::string mark = take_marks(description).first;
    if (const auto key = DocumentKey::parse(mark)) return *key;
    return DocumentKey::made_from("refi-qda " + plain_guid(fields_.required(element, "guid")));
  }

  /// What is said of a source, each with an id: the same at every reading.
  std::vector<Item> items_of(pugi::xml_node element, bool first_time) {
    std::vector<Item> items;
    const std::string source_user = plain_guid(element.attribute("creatingUser").value());
    for (const pugi::xml_node selection : element.children("PlainTextSelection")) {
      const auto start = fields_.value(selection, "startPosition", parse_position);
      const auto end = fields_.value(selection, "endPosition", parse_position);
      if (!start || !end) continue;
      const std::size_t before = items.size();
      take_selection(selection, {*start, *end, fields_.optional(selection, "name"), selection}, source_user, items);
      if (first_time && items.size() == before && !selection.child("Coding")) ++left_out_["PlainTextSelection"];
    }
    const std::size_t spans = items.size();
    take_codings(element, Marks(), {}, source_user, spans, items);
    std::set<AnnotationId> taken;
    for (Item& item : items) {
      if (item.id && !taken.insert(*item.id).second) item.id.reset();
    }
    std::int64_t number = 0;
    for (Item& item : items) {
      while (!item.id) {
        const AnnotationId id{users_[item.user].key, ++number};
        if (taken.insert(id).second) item.id = id;
      }
      if (first_time) {
        for (const auto& [attribute, values] : item.attributes) know_attribute(item.label, attribute);
      }
    }
    return items;
  }

  void take_selection(pugi::xml_node selection, const Item::Piece& piece, const std::string& source_user,
                      std::vector<Item>& items) {
    std::string note = fields_.child_text(selection, "Description");
    const Marks marks = take_marks(note);
    add_notes(selection, note);
    const std::size_t before = items.size();
    std::string user = plain_guid(selection.attribute("creatingUser").value());
    if (user.empty()) user = source_user;
    take_codings(selection, marks, {piece}, user, before, items);
    if (items.size() == before) return;
    // What the selection says goes for its first annotation.
    Item& item = items[before];
    item.note = note;
    for (const auto& [attribute, value] : marks.values) item.attributes[attribute].push_back(value);
    item.guids.push_back(plain_guid(selection.attribute("guid").value()));
    item.modified = parse_foreign_time(selection.attribute("modifiedDateTime").value());
    // A further piece of an annotation of ours.
    const auto known =
        std::find_if(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(before),
                     [&](const Item& other) { return item.id && other.id == item.id && other.label == item.label; });
    if (known == items.begin() + static_cast<std::ptrdiff_t>(before)) return;
    known->pieces.push_back(piece);
    known->guids.insert(known->guids.end(), item.guids.begin(), item.guids.end());
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(before));
  }

  void add_notes(pugi::xml_node element, std::string& note) const {
    for (const pugi::xml_node ref : element.children("NoteRef")) {
      const auto found = notes_.find(plain_guid(ref.attribute("targetGUID").value()));
      if (found == notes_.end()) continue;
      note += (note.empty() || found->second.text.empty() ? "" : "\n\n") + found->second.text;
    }
  }

  /// The codings of a selection or of a source. A code that is an attribute or a value belongs to the annotation before
  /// it whose label has it; without one it makes one.
  void take_codings(pugi::xml_node element, const Marks& marks, const std::vector<Item::Piece>& pieces,
                    const std::string& other_user, std::size_t first, std::vector<Item>& items) {
    for (const pugi::xml_node coding : element.children("Coding")) {
      const std::string target = plain_guid(coding.child("CodeRef").attribute("targetGUID").value());
      const auto code = codes_.find(target);
      if (code == codes_.end()) {
        fields_.report(coding, ProblemCode::UnknownReference, {target});
        continue;
      }
      const std::size_t user = user_of({plain_guid(coding.attribute("creatingUser").value()), other_user, creator_});
      const RefiCode& says = code->second;
      Item* item = nullptr;
      for (std::size_t i = items.size(); i > first && !says.attribute.empty(); --i) {
        Item& candidate = items[i - 1];
        if (candidate.user != user || !schema_.is_a(candidate.label, label_of(says.label, pieces.empty()))) continue;
        item = &candidate;
        break;
      }
      if (item == nullptr) {
        items.push_back({{}, user, label_of(says.label, pieces.empty()), pieces});
        item = &items.back();
        begin_item(*item, coding, element, items.size() == first + 1 ? marks : Marks());
      }
      if (!says.attribute.empty()) item->attributes[says.attribute].push_back(says.value.empty() ? "true" : says.value);
    }
  }

  void begin_item(Item& item, pugi::xml_node coding, pugi::xml_node element, const Marks& marks) {
    Marks says = marks;
    std::string note;
    add_notes(coding, note);
    if (item.pieces.empty()) {
      says = take_marks(note);
      for (const auto& [attribute, value] : says.values) item.attributes[attribute].push_back(value);
      if (const auto found = notes_.find(plain_guid(coding.child("NoteRef").attribute("targetGUID").value()));
          found != notes_.end())
        item.modified = parse_foreign_time(found->second.modified);
    }
    item.note = note;
    item.id = parse_annotation_id(says.first);
    item.guids.push_back(plain_guid(coding.attribute("guid").value()));
    auto created = parse_foreign_time(coding.attribute("creationDateTime").value());
    if (!created) created = parse_foreign_time(element.attribute("creationDateTime").value());
    item.created = created.value_or(created_);
  }

  /// The label of a code; where it is used for whole documents and is a label of spans, another one beside it.
  std::string label_of(const std::string& label, bool on_document) {
    const Label* const known = schema_.find(label);
    if ((known->kind == LabelKind::Document) == on_document) return label;
    const auto [place, fresh] = other_kinds_.try_emplace(label);
    if (!fresh) return place->second;
    Label other;
    other.id = place->second = ids_.id_for(label);
    other.name = known->name;
    other.kind = on_document ? LabelKind::Document : LabelKind::Span;
    other.color = known->color;
    other.attributes = known->attributes;
    schema_.labels.push_back(std::move(other));
    return place->second;
  }

  Label& label_at(const std::string& id) {
    return *std::find_if(schema_.labels.begin(), schema_.labels.end(),
                         [&](const Label& label) { return label.id == id; });
  }

  void know_attribute(const std::string& label, const std::string& attribute) {
    if (schema_.find_attribute(label, attribute) == nullptr)
      label_at(label).attributes.push_back({attribute, attribute, AttributeType::Text, false, "", {}});
  }

  // Links.

  void make_relations() {
    std::map<std::string, std::vector<std::string>> told;  // by GUID of the link, what our mark says
    for (const Link& link : links_) {
      const auto note = notes_.find(link.note);
      std::string text = note == notes_.end() ? "" : note->second.text;
      std::vector<std::string> words = words_of(take_marks(text).first);
      if (words.size() != 3 || !is_schema_id(role_in(words[1])) || !is_schema_id(role_in(words[2]))) words.clear();
      const auto ref = words.empty() ? std::nullopt : parse_annotation_ref(words[0]);
      if (!ref || ref->document.empty() || documents_seen_.count(ref->document) == 0) continue;
      told[link.guid] = words;
      const std::size_t user = note->second.user.empty() ? 0 : user_of({note->second.user});
      if (const auto end = ends_.find(link.guid); end != ends_.end())
        end->second = {*ref, user, relation_label(link.name)};
    }
    for (const Link& link : links_) {
      const auto words = told.find(link.guid);
      if (!add_link(link, words == told.end() ? nullptr : &words->second)) ++left_out_["Link"];
    }
  }

  /// `to` of `to=z234567abc/h4k2qa-17`.
  static std::string role_in(const std::string& word) { return word.substr(0, word.find('=')); }

  std::optional<End> end_of(const std::string& guid, const std::string& word) const {
    const auto found = ends_.find(guid);
    if (found != ends_.end() && found->second) return found->second;
    const std::size_t equals = std::min(word.find('='), word.size());
    const auto ref = parse_annotation_ref(std::string_view(word).substr(std::min(equals + 1, word.size())));
    return ref ? std::optional(End{*ref}) : std::nullopt;
  }

  bool add_link(const Link& link, const std::vector<std::string>* words) {
    const auto origin = end_of(link.origin, words == nullptr ? "" : (*words)[1]);
    const auto target = end_of(link.target, words == nullptr ? "" : (*words)[2]);
    if (!origin || !target) return false;
    const auto note = notes_.find(link.note);
    AnnotationRef self;
    std::size_t user = origin->user;
    if (words != nullptr) {
      self = *parse_annotation_ref((*words)[0]);
      user = user_of({note->second.user});
    } else {
      self = {origin->ref.document, {users_[user].key, ++last_numbers_[origin->ref.document]}};
    }
    users_[user].used = true;
    const std::string from = words == nullptr ? "from" : role_in((*words)[1]);
    const std::string to = words == nullptr ? "to" : role_in((*words)[2]);
    const auto as_seen_from = [&](AnnotationRef ref) {
      if (ref.document == self.document) ref.document = {};
      return ref;
    };
    auto& relations = relations_[self.document];
    const auto known = std::find_if(relations.begin(), relations.end(),
                                    [&](const FoundRelation& relation) { return relation.annotation.id == self.id; });
    const std::string label = relation_label(link.name);
    know_role(label, from, origin->label);
    know_role(label, to, target->label);
    if (known != relations.end()) {
      std::get<Relation>(known->annotation.anchor).arguments.push_back({to, as_seen_from(target->ref)});
      return true;
    }
    const Relation ends{{{from, as_seen_from(origin->ref)}, {to, as_seen_from(target->ref)}}};
    FoundRelation relation{{self.id, label, ends, {}, "", {}}, user};
    Provenance& provenance = relation.annotation.provenance;
    provenance.created = created_;
    if (note != notes_.end()) {
      relation.annotation.note = note->second.text;
      for (const auto& [attribute, value] : take_marks(relation.annotation.note).values) {
        relation.annotation.attributes[attribute].push_back(value);
        know_attribute(label, attribute);
      }
      provenance.created = parse_foreign_time(note->second.created).value_or(created_);
      provenance.modified = parse_foreign_time(note->second.modified);
    }
    relations.push_back(std::move(relation));
    return true;
  }

  std::string relation_label(const std::string& name) {
    const auto [place, fresh] = relation_labels_.try_emplace(name);
    if (!fresh) return place->second;
    Label label;
    label.id = place->second = ids_.id_for(name);
    label.name = name;
    label.kind = LabelKind::Relation;
    schema_.labels.push_back(std::move(label));
    return place->second;
  }

  /// `target`: the label at that end; empty where it is not known.
  void know_role(const std::string& label, const std::string& id, const std::string& target) {
    std::vector<Role>& roles = label_at(label).roles;
    auto role = std::find_if(roles.begin(), roles.end(), [&](const Role& each) { return each.id == id; });
    if (role == roles.end()) role = roles.insert(roles.end(), {id, id, {}});
    std::vector<std::string>& allowed = role->allowed;
    if (!target.empty() && std::find(allowed.begin(), allowed.end(), target) == allowed.end())
      allowed.push_back(target);
  }

  // The last time: header and documents.

  void give_header() {
    StreamHeader header;
    for (Label& label : schema_.labels) {
      for (const char* const spare : {"from", "to"}) {
        if (label.kind == LabelKind::Relation && label.roles.size() < 2) know_role(label.id, spare, "");
      }
    }
    schema_.name = name_.empty() ? "REFI-QDA" : name_;
    header.schema = schema_;
    header.inferred = true;  // no codebook says all of a schema
    std::set<AnnotatorKey> given;
    for (const User& user : users_) {
      if ((user.used || &user != &users_.front()) && given.insert(user.key).second)
        header.annotators.push_back({user.key, user.name, true});
    }
    std::sort(header.annotators.begin(), header.annotators.end(),
              [](const Annotator& a, const Annotator& b) { return a.key < b.key; });
    if (on_header_) on_header_(std::move(header));
  }

  void report_left_out() {
    for (const auto& [what, count] : left_out_)
      problems_.push_back(make_problem(ProblemCode::AnnotationsLeftOut, {what, std::to_string(count)}));
  }

  void give_source(std::string_view where, pugi::xml_node element) {
    if (where != "Project/Sources" || std::string_view(element.name()) != "TextSource") return;
    begin_source(element);
    const DocumentKey key = key_of(element);
    AnnotatedDocument document;
    if (const auto source = source_of(element)) {
      document.document = Document::make(name_of(element), source->text());
      document.document.info.key = key;
      document.document.info.substitutions = source->substitutions();
      take_variables(element, document.document.info);
      place_items(items_of(element, false), *source, document);
      for (const FoundRelation& relation : relations_[key]) put(relation.annotation, relation.user, document);
      if (on_document_) on_document_(std::move(document));
    }
    fields_.in_document({});
  }

  std::optional<RefiSource> source_of(pugi::xml_node element) {
    const std::string stated = fields_.optional(element, "plainTextPath");
    if (stated.empty()) {
      const pugi::xml_node content = element.child("PlainTextContent");
      if (content) return RefiSource(text_of(content), counts_carriage_returns_);
      fields_.report(element, ProblemCode::MissingXmlAttribute, {"plainTextPath", "TextSource"});
      return std::nullopt;
    }
    if (!stated.starts_with(kInternal)) {  // elsewhere on somebody's disk
      fields_.report(element, ProblemCode::MissingPart, {stated});
      return std::nullopt;
    }
    const std::string file = stated.substr(kInternal.size());
    if (!stays_inside(file)) {
      fields_.report(element, ProblemCode::PathOutsideFolder, {file});
      return std::nullopt;
    }
    const ZipArchive::Entry* entry = archive_->find(folder_ + "Sources/" + file);
    if (entry == nullptr) {
      fields_.report(element, ProblemCode::MissingPart, {file});
      return std::nullopt;
    }
    // One text for many sources would make much of little.
    if (!texts_read_.insert(entry->index).second) {
      fields_.report(element, ProblemCode::DuplicateId, {file});
      return std::nullopt;
    }
    return RefiSource(archive_->read(*entry), counts_carriage_returns_);
  }

  void take_variables(pugi::xml_node element, DocumentInfo& info) {
    if (ours_) info.language.clear();
    for (const pugi::xml_node value : element.children("VariableValue")) {
      const auto variable = variables_.find(plain_guid(value.child("VariableRef").attribute("targetGUID").value()));
      if (variable == variables_.end()) continue;
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

  void place_items(const std::vector<Item>& items, const RefiSource& source, AnnotatedDocument& document) {
    std::vector<StatedSpan> stated;
    for (const Item& item : items) {
      for (const Item::Piece& piece : item.pieces) stated.push_back({piece.start, piece.end, piece.quote});
    }
    const OffsetUnit unit = unit_of(source.counted(), stated, OffsetUnit::CodePoints);
    if (unit != OffsetUnit::CodePoints) {
      Problem problem = make_problem(ProblemCode::OtherOffsetUnit,
                                     {std::string(to_string(OffsetUnit::CodePoints)), std::string(to_string(unit))});
      problem.place.document = document.document.info.name;
      problems_.push_back(std::move(problem));
    }
    std::size_t empty = 0;
    for (const Item& item : items) {
      Annotation annotation{*item.id, item.label, WholeDocument(), item.attributes, item.note, {}};
      annotation.provenance.created = item.created;
      annotation.provenance.modified = item.modified;
      std::vector<Span> segments;
      bool outside = false;
      for (const Item::Piece& piece : item.pieces) {
        fields_.in_annotation(to_string(*item.id));
        const auto span = place(piece, source, unit, outside);
        if (span) segments.push_back(*span);
      }
      fields_.in_annotation({});
      if (outside) continue;
      if (!segments.empty()) {
        annotation.anchor = Spans(std::move(segments));
      } else if (!item.pieces.empty()) {
        ++empty;
        continue;
      }
      put(std::move(annotation), item.user, document);
    }
    if (empty != 0) {
      Problem problem = make_problem(ProblemCode::AnnotationsLeftOut, {"PlainTextSelection", std::to_string(empty)});
      problem.place.document = document.document.info.name;
      problems_.push_back(std::move(problem));
    }
  }

  /// Nothing for an empty one, and for one that lies outside, of which a problem tells. What stands as the name of a
  /// selection is its text in our files, and often in others.
  std::optional<Span> place(const Item::Piece& piece, const RefiSource& source, OffsetUnit unit, bool& outside) {
    if (piece.start == piece.end) return std::nullopt;
    const StatedSpan stated{piece.start, piece.end, ours_ ? std::string_view(piece.quote) : std::string_view()};
    std::vector<Problem> found;
    const auto span = place_quote(source.counted(), stated, unit, found);
    for (const Problem& problem : found) fields_.report(piece.element, problem.code, problem.details);
    outside = outside || !span;
    return span ? source.in_text(*span) : std::nullopt;
  }

  void put(Annotation annotation, std::size_t user, AnnotatedDocument& document) {
    annotation.provenance.method = Method::Import;
    annotation.provenance.origin = path_to_utf8(path_.filename());
    AnnotationSet& set = document.set({document.document.info.key, users_[user].key, users_[user].curated});
    set.set_state(SetState::InProgress);
    set.put(std::move(annotation));
  }

  const std::filesystem::path& path_;
  const OnHeader& on_header_;
  const OnDocument& on_document_;
  std::vector<Problem> problems_;
  XmlFields fields_;
  const XmlLines* lines_ = nullptr;
  std::unique_ptr<ZipArchive> archive_;
  const ZipArchive::Entry* project_ = nullptr;
  std::string folder_;  // of the project in the archive, with a slash
  std::string name_;
  bool ours_ = false;
  bool counts_carriage_returns_ = true;
  std::string creator_;
  Time created_{};
  std::vector<User> users_;  // the first stands for whoever is not named
  std::map<std::string, std::size_t> user_places_;
  Schema schema_;
  ForeignIds ids_;
  RefiCodes codes_;
  std::map<std::string, std::string> other_kinds_;
  std::map<std::string, std::string> relation_labels_;
  std::map<std::string, Variable> variables_;
  std::map<std::string, Note> notes_;
  std::vector<Link> links_;
  std::map<std::string, std::optional<End>> ends_;
  std::map<std::string, std::size_t> left_out_;
  std::set<DocumentKey> documents_seen_;
  std::map<DocumentKey, std::int64_t> last_numbers_;
  std::map<DocumentKey, std::vector<FoundRelation>> relations_;
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
