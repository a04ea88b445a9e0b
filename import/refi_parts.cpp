#include "import/refi_parts.h"

#include <algorithm>

#include "import/foreign_time.h"
#include "import/zip_archive.h"

namespace mitjul {
namespace {

// A project of so many is no work of people, and takes the memory of a large one.
constexpr std::size_t kMostLinks = 2'000'000;
constexpr std::size_t kMostNotes = 2'000'000;
constexpr std::size_t kMostLabels = 10'000;

void require_at_most(std::size_t limit, std::size_t count, const char* element) {
  if (count > limit) throw ArchiveProblem{make_problem(ProblemCode::TooManyElements, {element, std::to_string(limit)})};
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

std::string in_upper_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

}  // namespace

RefiMarks take_marks(std::string& note) {
  RefiMarks marks;
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

std::vector<std::string> refi_words(std::string_view line) {
  std::vector<std::string> words;
  while (!line.empty()) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    if (blank != 0) words.emplace_back(line.substr(0, blank));
    line.remove_prefix(std::min(blank + 1, line.size()));
  }
  return words;
}

pugi::xml_node refi_text_of(pugi::xml_node source) {
  if (std::string_view(source.name()) == "TextSource") return source;
  for (const char* const name : {"Representation", "TextDescription"}) {
    const pugi::xml_node text = source.child(name);
    if (text.attribute("plainTextPath") || text.child("PlainTextContent")) return text;
  }
  return {};
}

std::string guid_in(pugi::xml_node element, const char* child) {
  return plain_guid(element.child(child).attribute("targetGUID").value());
}

RefiParts::RefiParts(const std::filesystem::path& path, std::vector<Problem>& problems, Time file_time)
    : path_(path), problems_(problems), file_time_(file_time) {
  users.push_back({AnnotatorKey::made_from("annotator REFI-QDA"), "REFI-QDA"});
}

void RefiParts::take_project(pugi::xml_node element) {
  const std::string origin = element.attribute("origin").value();
  ours = origin.starts_with("Mitjul");
  counts_carriage_returns = in_upper_case(origin).find("ATLAS") == std::string::npos;
  name = element.attribute("name").value();
  creator = plain_guid(element.attribute("creatingUserGUID").value());
  created = parse_foreign_time(element.attribute("creationDateTime").value()).value_or(file_time_);
}

void RefiParts::take(std::string_view where, pugi::xml_node element, const XmlLines& lines, XmlFields& fields) {
  const std::string what = element.name();
  if (where == "Project/Users" && what == "User") {
    take_user(element, fields);
  } else if (where == "Project" && what == "CodeBook") {
    take_codebook(element, lines);
  } else if (where == "Project/Variables" && what == "Variable") {
    std::string description = fields.child_text(element, "Description");
    variables[plain_guid(fields.required(element, "guid"))] = {fields.optional(element, "name"),
                                                               take_marks(description).first};
  } else if (where == "Project/Notes" && what == "Note") {
    take_note(element, fields);
  } else if (where == "Project/Links" && what == "Link") {
    take_link(element, fields);
  } else {
    leave_out_in(where, element);
  }
}

void RefiParts::leave_out_in(std::string_view where, pugi::xml_node element) {
  const std::string what = element.name();
  if (where == "Project/Sources" && what != "TextSource") {
    leave_out_selections_of(element);
    if (refi_text_of(element)) return;
    leave_out(what);
    for (const pugi::xml_node text : element.children()) leave_out_selections_of(text);
  } else if (where == "Project" && (what == "Cases" || what == "Sets" || what == "Graphs")) {
    for (const pugi::xml_node child : element.children()) leave_out(child.name());
  } else if (where == "Project" && what == "Description" && element.first_child()) {
    leave_out("Project/Description");
  }
}

void RefiParts::leave_out_selections_of(pugi::xml_node source) {
  for (const pugi::xml_node child : source.children()) {
    if (std::string_view(child.name()).ends_with("Selection")) leave_out(child.name());
  }
}

void RefiParts::leave_out_unused_notes() {
  for (const auto& [guid, note] : notes) {
    if (!note.used) leave_out("Note");
  }
}

void RefiParts::take_codebook(pugi::xml_node element, const XmlLines& lines) {
  ForeignSchema codebook(path_);
  codes = read_refi_codes(element, lines, codebook);
  SchemaFile file = codebook.finish();
  problems_.insert(problems_.end(), file.problems.begin(), file.problems.end());
  for (Label& label : file.schema.labels) {
    ids_.id_for(label.id);
    add(std::move(label));
  }
}

void RefiParts::take_user(pugi::xml_node element, XmlFields& fields) {
  RefiUser user{{}, fields.optional(element, "name")};
  const std::vector<std::string> id = refi_words(fields.optional(element, "id"));
  constexpr std::string_view kOurs = "mitjul:";
  if (!id.empty() && id.front().starts_with(kOurs)) {
    user.key = AnnotatorKey::parse(std::string_view(id.front()).substr(kOurs.size())).value_or(AnnotatorKey());
    user.curated = id.size() > 1 && id[1] == "curated";
    constexpr std::string_view kCurated = " (curated)";
    if (user.curated && user.name.ends_with(kCurated)) user.name.resize(user.name.size() - kCurated.size());
  }
  if (user.name.empty()) user.name = users.front().name;
  if (user.key.empty()) user.key = AnnotatorKey::made_from("annotator " + user.name);
  user_places_.try_emplace(plain_guid(fields.required(element, "guid")), users.size());
  users.push_back(std::move(user));
}

void RefiParts::take_note(pugi::xml_node element, XmlFields& fields) {
  notes[plain_guid(fields.required(element, "guid"))] = {
      fields.child_text(element, "PlainTextContent"), fields.optional(element, "plainTextPath"),
      plain_guid(fields.optional(element, "creatingUser")), fields.optional(element, "creationDateTime"),
      fields.optional(element, "modifiedDateTime")};
  leave_out_selections_of(element);
  require_at_most(kMostNotes, notes.size(), "Note");
}

void RefiParts::take_link(pugi::xml_node element, XmlFields& fields) {
  RefiLink link{plain_guid(fields.required(element, "guid")), fields.optional(element, "name"),
                plain_guid(fields.optional(element, "originGUID")), plain_guid(fields.optional(element, "targetGUID")),
                guid_in(element, "NoteRef")};
  if (link.name.empty()) link.name = "link";
  links.push_back(std::move(link));
  require_at_most(kMostLinks, links.size(), "Link");
}

std::size_t RefiParts::user_of(std::initializer_list<std::string> guids) const {
  for (const std::string& guid : guids) {
    if (const auto found = user_places_.find(guid); found != user_places_.end()) return found->second;
  }
  return 0;
}

const RefiNote* RefiParts::note(const std::string& guid) const {
  const auto found = notes.find(guid);
  if (found == notes.end()) return nullptr;
  found->second.used = true;
  return &found->second;
}

void RefiParts::add_notes(pugi::xml_node element, std::string& text) const {
  for (const pugi::xml_node ref : element.children("NoteRef")) {
    const RefiNote* const found = note(plain_guid(ref.attribute("targetGUID").value()));
    if (found != nullptr && !found->text.empty()) text += (text.empty() ? "" : "\n\n") + found->text;
  }
}

Label& RefiParts::add(Label label) {
  if (schema.labels.size() >= kMostLabels)
    throw ArchiveProblem{make_problem(ProblemCode::TooManyLabels, {std::to_string(kMostLabels)})};
  places_.emplace(label.id, schema.labels.size());
  schema.labels.push_back(std::move(label));
  return schema.labels.back();
}

std::string RefiParts::label_for(const std::string& label, bool on_document) {
  if ((label_at(label).kind == LabelKind::Document) == on_document) return label;
  const auto [place, fresh] = other_kinds_.try_emplace(label);
  if (!fresh) return place->second;
  const Label& known = label_at(label);
  Label other;
  other.id = place->second = ids_.id_for(label);
  other.name = known.name;
  other.kind = on_document ? LabelKind::Document : LabelKind::Span;
  other.color = known.color;
  other.attributes = known.attributes;
  return add(std::move(other)).id;
}

std::string RefiParts::relation_label(const std::string& link) {
  const auto [place, fresh] = relation_labels_.try_emplace(link);
  if (!fresh) return place->second;
  Label label;
  label.id = place->second = ids_.id_for(link);
  label.name = link;
  label.kind = LabelKind::Relation;
  return add(std::move(label)).id;
}

void RefiParts::know_attribute(const std::string& label, const std::string& attribute) {
  if (schema.find_attribute(label, attribute) == nullptr)
    label_at(label).attributes.push_back({attribute, attribute, AttributeType::Text, false, "", {}});
}

void RefiParts::know_role(const std::string& label, const std::string& id, const std::string& target) {
  std::vector<Role>& roles = label_at(label).roles;
  auto role = std::find_if(roles.begin(), roles.end(), [&](const Role& each) { return each.id == id; });
  if (role == roles.end()) role = roles.insert(roles.end(), {id, id, {}});
  std::vector<std::string>& allowed = role->allowed;
  if (!target.empty() && std::find(allowed.begin(), allowed.end(), target) == allowed.end()) allowed.push_back(target);
}

}  // namespace mitjul
