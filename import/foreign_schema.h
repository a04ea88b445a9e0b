#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "import/foreign_ids.h"
#include "import/schema_file.h"

namespace mitjul {

/// A schema that is put together from the file of another program: with the lines in which its parts stand, so that
/// what `check_schema` finds is said of a line.
class ForeignSchema {
 public:
  explicit ForeignSchema(const std::filesystem::path& path);

  /// `label.id` is set from `foreign`, the name that the file uses. Returns that id.
  std::string add(Label label, std::string_view foreign, std::size_t line);
  /// The label of an id that `add` returned; until the next one is added.
  Label& label(std::string_view id);
  const std::vector<Label>& labels() const { return file_.schema.labels; }
  /// `ids` without those that stand below another of them, or stand there twice.
  std::vector<std::string> topmost(const std::vector<std::string>& ids) const;

  /// The same attribute for each of these labels; a problem where one has an attribute of that id.
  void add_attribute(const Attribute& attribute, const std::vector<std::string>& labels, std::size_t line);
  /// A few words of a file may stand for much: `<ENTITY>`, an attribute of all labels. False, and a problem, where that
  /// gets too large.
  bool has_room_for(std::size_t count, std::size_t bytes, std::size_t line);

  /// Where an attribute, a value or a role stands.
  void note_line(const std::string& id, std::size_t line) { lines_.try_emplace(id, line); }

  void report(std::size_t line, ProblemCode code, std::vector<std::string> details = {});
  void lose(SchemaFeature what, std::size_t line) { add_loss(file_.losses, what, line); }
  std::vector<Problem>& problems() { return file_.problems; }

  /// The schema, checked.
  SchemaFile finish();

 private:
  std::string file_name_;
  SchemaFile file_;
  ForeignIds ids_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::map<std::string, std::size_t> lines_;
  std::size_t written_out_ = 0;  ///< bytes
};

/// `#RRGGBB` of a colour in either form that CSS has for digits; empty for every other.
std::string hex_color(const std::string& css);

}  // namespace mitjul
