#include "import/foreign_schema.h"

#include <algorithm>

#include "core/file_io.h"
#include "core/schema_checks.h"
#include "core/utf8.h"

namespace mitjul {
namespace {

constexpr std::size_t kMostWrittenOut = std::size_t{16} << 20;

/// Files of other programs do not say what their schema is called. Where they are always called the same, their folder
/// does.
std::string schema_name_from(const std::filesystem::path& path) {
  std::string name = path_to_utf8(path.stem());
  const std::string folder = path_to_utf8(path.parent_path().filename());
  if (name == "annotation" && !folder.empty() && folder != "." && folder != "..") name = folder;
  return is_clean_text(name) && !name.empty() ? name : "schema";
}

}  // namespace

ForeignSchema::ForeignSchema(const std::filesystem::path& path) : file_name_(path_to_utf8(path.filename())) {
  file_.schema.name = schema_name_from(path);
}

std::string ForeignSchema::add(Label label, std::string_view foreign, std::size_t line) {
  label.id = ids_.id_for(foreign);
  if (label.name.empty()) label.name = foreign;
  std::string id = label.id;
  note_line(id, line);
  places_.emplace(id, file_.schema.labels.size());
  file_.schema.labels.push_back(std::move(label));
  return id;
}

Label& ForeignSchema::label(std::string_view id) { return file_.schema.labels.at(places_.find(id)->second); }

void ForeignSchema::add_attribute(const Attribute& attribute, const std::vector<std::string>& labels,
                                  std::size_t line) {
  std::size_t bytes = attribute.name.size();
  for (const AttributeValue& value : attribute.values) bytes += sizeof value + value.name.size();
  note_line(attribute.id, line);
  if (!has_room_for(labels.size(), sizeof attribute + bytes, line)) return;
  for (const std::string& id : labels) {
    std::vector<Attribute>& attributes = label(id).attributes;
    if (std::any_of(attributes.begin(), attributes.end(),
                    [&](const auto& other) { return other.id == attribute.id; })) {
      report(line, ProblemCode::DuplicateSchemaId, {attribute.id});
    }
    attributes.push_back(attribute);
  }
}

bool ForeignSchema::has_room_for(std::size_t count, std::size_t bytes, std::size_t line) {
  if (written_out_ > kMostWrittenOut) return false;
  written_out_ += std::min(count, kMostWrittenOut) * std::min(bytes, kMostWrittenOut);
  if (written_out_ <= kMostWrittenOut) return true;
  report(line, ProblemCode::ExpandsTooFar, {std::to_string(kMostWrittenOut)});
  return false;
}

void ForeignSchema::report(std::size_t line, ProblemCode code, std::vector<std::string> details) {
  if (file_.problems.size() >= kMostSchemaProblems) return;
  Problem problem = make_problem(code, std::move(details));
  problem.place.line = line;
  problem.place.file = file_name_;
  file_.problems.push_back(std::move(problem));
}

SchemaFile ForeignSchema::finish() {
  for (Problem& problem : file_.problems) {
    if (problem.place.file.empty()) problem.place.file = file_name_;
  }
  // What could not be read leaves gaps that are not worth a second problem.
  if (file_.problems.empty()) {
    for (const Problem& problem : check_schema(file_.schema)) {
      const auto line = problem.details.empty() ? lines_.end() : lines_.find(problem.details.front());
      report(line == lines_.end() ? 1 : line->second, problem.code, problem.details);
    }
  }
  return std::move(file_);
}

std::vector<std::string> ForeignSchema::topmost(const std::vector<std::string>& ids) const {
  const std::set<std::string_view> all(ids.begin(), ids.end());
  std::set<std::string_view> seen;
  std::vector<std::string> top;
  for (const std::string& id : ids) {
    const auto parent_of = [&](std::string_view child) -> std::string_view {
      const auto place = places_.find(child);
      return place == places_.end() ? std::string_view() : file_.schema.labels[place->second].parent;
    };
    std::string_view above = parent_of(id);
    while (!above.empty() && all.count(above) == 0) above = parent_of(above);
    if (above.empty() && seen.insert(id).second) top.push_back(id);
  }
  return top;
}

std::string hex_color(const std::string& css) {
  if (css.size() == 7 && css[0] == '#') return css;
  if (css.size() != 4 || css[0] != '#') return "";
  std::string color = "#";
  for (const char digit : css.substr(1)) color.append(2, digit);
  return color;
}

}  // namespace mitjul
