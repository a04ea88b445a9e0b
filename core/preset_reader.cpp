#include "core/preset_reader.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "core/table_rows.h"

namespace mitjul {
namespace {

using Row = std::vector<std::string>;

class PresetReader {
 public:
  explicit PresetReader(std::string_view id) {
    preset_.id = id;
    preset_.schema.name = id;
  }

  void read(const Row& row) {
    const std::string& what = row.front();
    if (what == "preset") {
      preset_.name = column(row, 1);
      preset_.english_name = column(row, 2);
    } else if (what == "for") {
      preset_.description = column(row, 1);
      preset_.english_description = column(row, 2);
    } else if (const auto kind = parse_label_kind(what)) {
      add_label(*kind, row);
    } else if (what == "overlap") {
      label(row).overlap = known(parse_overlap_rule(column(row, 1)), row);
    } else if (what == "attribute") {
      add_attribute(row);
    } else if (what == "value") {
      attribute(row).values.push_back({column(row, 1), column(row, 2)});
    } else if (what == "role") {
      std::istringstream ids(column(row, 3));
      Role role{column(row, 1), column(row, 2), {}};
      for (std::string id; ids >> id;) role.allowed.push_back(id);
      label(row).roles.push_back(std::move(role));
    } else {
      refuse(row);
    }
  }

  void read_guidelines(std::string_view markdown) {
    constexpr std::string_view kOpens = "<!-- ";
    constexpr std::string_view kCloses = " -->\n";
    std::string* guideline = &preset_.schema.guideline;
    while (!markdown.empty()) {
      const std::size_t end = std::min(markdown.find('\n'), markdown.size() - 1) + 1;
      const std::string_view line = markdown.substr(0, end);
      markdown.remove_prefix(end);
      if (line.starts_with(kOpens) && line.ends_with(kCloses)) {
        guideline = &guideline_of(line.substr(kOpens.size(), line.size() - kOpens.size() - kCloses.size()));
      } else if (!guideline->empty() || line != "\n") {
        *guideline += line;
      }
    }
    trim(preset_.schema.guideline);
    for (Label& each : preset_.schema.labels) trim(each.guideline);
  }

  Preset take() { return std::move(preset_); }

 private:
  [[noreturn]] void refuse(const Row& row) const {
    throw std::invalid_argument("preset " + preset_.id + ": " + row.front() + " " + (row.size() > 1 ? row[1] : ""));
  }

  const std::string& column(const Row& row, std::size_t index) const {
    if (index >= row.size()) refuse(row);
    return row[index];
  }

  template <class Value>
  Value known(const std::optional<Value>& value, const Row& row) const {
    if (!value) refuse(row);
    return *value;
  }

  void add_label(LabelKind kind, const Row& row) {
    Label made;
    made.kind = kind;
    made.id = column(row, 1);
    made.name = column(row, 2);
    made.parent = column(row, 3);
    made.color = column(row, 4);
    made.key = column(row, 5);
    made.description = column(row, 6);
    preset_.schema.labels.push_back(std::move(made));
  }

  void add_attribute(const Row& row) {
    Attribute made;
    made.id = column(row, 1);
    made.name = column(row, 2);
    made.type = known(parse_attribute_type(column(row, 3)), row);
    made.required = row.size() > 4 && row[4] == "required";
    label(row).attributes.push_back(std::move(made));
  }

  Label& label(const Row& row) {
    if (preset_.schema.labels.empty()) refuse(row);
    return preset_.schema.labels.back();
  }

  Attribute& attribute(const Row& row) {
    if (label(row).attributes.empty()) refuse(row);
    return label(row).attributes.back();
  }

  std::string& guideline_of(std::string_view id) {
    auto& labels = preset_.schema.labels;
    const auto found = std::find_if(labels.begin(), labels.end(), [&](const Label& each) { return each.id == id; });
    if (found == labels.end()) refuse({"guideline", std::string(id)});
    return found->guideline;
  }

  static void trim(std::string& text) { text.erase(text.find_last_not_of('\n') + 1); }

  Preset preset_;
};

}  // namespace

Preset read_preset(std::string_view id, std::string_view table, std::string_view guidelines) {
  PresetReader reader(id);
  for (const Row& row : table_rows(table)) reader.read(row);
  reader.read_guidelines(guidelines);
  return reader.take();
}

}  // namespace mitjul
