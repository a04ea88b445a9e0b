#include "import/brat_schema.h"

#include <algorithm>
#include <set>

#include "core/file_io.h"
#include "import/brat_config.h"
#include "import/brat_visual.h"
#include "import/decode.h"
#include "import/foreign_schema.h"
#include "import/normalise.h"

namespace mitjul {
namespace {

constexpr std::size_t kMostWrittenOut = std::size_t{16} << 20;

/// The text of a configuration file; a problem where bytes of it are no text.
std::string config_text(const std::filesystem::path& path, std::vector<Problem>& problems) {
  const Decoded decoded = decode(read_file(path, kLargestSchemaFile));
  const auto report = [&](ProblemCode code, std::vector<std::string> details, std::size_t index) {
    Problem problem = make_problem(code, std::move(details));
    problem.place.file = path_to_utf8(path.filename());
    const auto end = decoded.text.begin() + static_cast<std::ptrdiff_t>(index);
    problem.place.line = 1 + static_cast<std::size_t>(std::count(decoded.text.begin(), end, U'\n'));
    problems.push_back(std::move(problem));
  };
  NormalisedText text = normalise(decoded);
  if (!decoded.replaced.empty()) {
    report(ProblemCode::InvalidUtf8, {}, decoded.replaced.front().index);
  } else if (!text.substitutions.empty()) {
    report(ProblemCode::IllegalCharacter, {path_to_utf8(path.filename())}, text.substitutions.front().offset);
  }
  return std::move(text.utf8);
}

class BratReader {
 public:
  BratReader(const std::filesystem::path& path, const BratConfig& config, const BratVisual& visual)
      : out_(path), config_(config), visual_(visual) {}

  ForeignSchema& out() { return out_; }

  BratCollection run() {
    for (const BratConfig::Section& section : config_.sections) {
      if (!is_known(section.name)) out_.lose(SchemaFeature::Sections, section.line);
    }
    const std::vector<BratEntry> events = config_.entries("events");
    add_types(config_.entries("entities"), entities_);
    add_types(events, events_);
    for (const BratEntry& event : events) add_event_roles(event);
    const std::vector<BratEntry> relations = config_.entries("relations");
    add_relations(relations);
    for (const BratEntry& relation : relations) add_ends(relation);
    for (const BratEntry& attribute : config_.entries("attributes")) add_attribute(attribute);
    set_overlaps();
    return {out_.finish(), std::move(ids_)};
  }

 private:
  /// Labels that a list of types means.
  struct Targets {
    bool every_span = false;
    std::vector<std::string> ids;
  };

  static bool is_known(const std::string& section) {
    static const std::set<std::string> kSections{"entities", "relations", "events", "attributes"};
    return kSections.count(section) != 0;
  }

  /// The labels of a section, in the tree that the indentation says.
  void add_types(const std::vector<BratEntry>& entries, std::vector<std::string>& top) {
    std::vector<std::string> path;
    for (const BratEntry& entry : entries) {
      const std::string id = add_type(entry, LabelKind::Span, path);
      if (!id.empty() && entry.depth == 0) top.push_back(id);
    }
  }

  std::string add_type(const BratEntry& entry, LabelKind kind, std::vector<std::string>& path) {
    const std::string& type = entry.terms[0];
    if (entry.depth > path.size()) {
      out_.report(entry.line, ProblemCode::NothingAbove, {type});
      return "";
    }
    if (ids_.labels.count(type) != 0) {
      out_.report(entry.line, ProblemCode::DuplicateSchemaId, {type});
      return "";
    }
    Label label;
    label.name = visual_.name("", type);
    label.kind = kind;
    if (entry.depth > 0) label.parent = path[entry.depth - 1];
    if (const std::string* const color = visual_.color(type)) {
      label.color = hex_color(*color);
      if (label.color.empty()) out_.lose(SchemaFeature::Colors, entry.line);
    }
    if (entry.is_abstract) out_.lose(SchemaFeature::AbstractLabels, entry.line);
    if (entry.terms.size() > 1) out_.lose(SchemaFeature::OtherTerms, entry.line);
    std::string id = out_.add(std::move(label), type, entry.line);
    ids_.labels.emplace(type, id);
    path.resize(entry.depth);
    path.push_back(id);
    return id;
  }

  /// The labels that an argument names.
  Targets targets_of(const std::string& role, const std::vector<std::string>& types, std::size_t line) {
    Targets targets;
    bool entities = false;
    bool events = events_.empty();
    for (const std::string& type : types) {
      if (type == "<ANY>") {
        entities = events = true;
      } else if (type == "<ENTITY>") {
        entities = true;
        targets.ids.insert(targets.ids.end(), entities_.begin(), entities_.end());
      } else if (type == "<EVENT>") {
        events = true;
        targets.ids.insert(targets.ids.end(), events_.begin(), events_.end());
      } else if (type == "<RELATION>") {
        targets.ids.insert(targets.ids.end(), relations_.begin(), relations_.end());
      } else if (const auto found = ids_.labels.find(type); found != ids_.labels.end()) {
        targets.ids.push_back(found->second);
      } else {
        out_.report(line, ProblemCode::UnknownAllowedLabel, {role, type});
      }
    }
    targets.every_span = entities && events;
    targets.ids = out_.topmost(targets.ids);
    return targets;
  }

  /// The name of an argument without the mark of how often it may be there.
  std::string role_name(const BratArgument& argument, std::size_t line) {
    const std::size_t end = std::min(argument.name.find_first_of("?*+{"), argument.name.size());
    if (end < argument.name.size() && argument.name[end] != '?') out_.lose(SchemaFeature::RoleCounts, line);
    return argument.name.substr(0, end);
  }

  static bool is_mark(const BratArgument& argument) { return argument.name.front() == '<'; }

  void add_role(std::vector<Role>& roles, ForeignIds& ids, const std::string& owner, const BratArgument& argument,
                std::size_t line) {
    const std::string name = role_name(argument, line);
    const Targets targets = targets_of(name, argument.values, line);
    if (ids.taken(name)) return out_.report(line, ProblemCode::DuplicateSchemaId, {name});
    roles.push_back({ids.id_for(name), visual_.name(owner, name), {}});
    ids_.roles.emplace(std::pair(owner, name), roles.back().id);
    if (!targets.every_span && out_.has_room_for(targets.ids.size(), sizeof(std::string), line)) {
      roles.back().allowed = targets.ids;
    }
    out_.note_line(roles.back().id, line);
  }

  /// The arguments of an event become a relation between its trigger and them.
  void add_event_roles(const BratEntry& entry) {
    const auto event = ids_.labels.find(entry.terms[0]);
    if (entry.arguments.empty() || event == ids_.labels.end()) return;
    Label relation;
    relation.kind = LabelKind::Relation;
    relation.name = visual_.name("", entry.terms[0]);
    ForeignIds ids;
    relation.roles.push_back({ids.id_for("trigger"), "trigger", {event->second}});
    ids_.roles.emplace(std::pair(entry.terms[0], "trigger"), "trigger");
    for (const BratArgument& argument : entry.arguments) {
      if (is_mark(argument)) {
        out_.lose(SchemaFeature::Normalisations, entry.line);
      } else {
        add_role(relation.roles, ids, entry.terms[0], argument, entry.line);
      }
    }
    if (relation.roles.size() < 2) return;
    relations_.push_back(out_.add(relation, event->second + ".event", entry.line));
    ids_.events.emplace(entry.terms[0], relations_.back());
  }

  static bool is_rule(const BratEntry& entry) {
    return entry.terms[0] == "<OVERLAP>" || entry.terms[0] == "ENTITY-NESTING";
  }

  /// The labels first: ends may be relations that stand further down.
  void add_relations(const std::vector<BratEntry>& entries) {
    std::vector<std::string> path;
    for (const BratEntry& entry : entries) {
      const auto known = ids_.labels.find(entry.terms[0]);
      const bool again = known != ids_.labels.end() && out_.label(known->second).kind == LabelKind::Relation;
      if (is_rule(entry) || again) continue;
      const std::string id = add_type(entry, LabelKind::Relation, path);
      if (!id.empty() && entry.depth == 0) relations_.push_back(id);
    }
  }

  void add_ends(const BratEntry& entry) {
    if (is_rule(entry)) return add_overlap(entry);
    const auto found = ids_.labels.find(entry.terms[0]);
    if (found == ids_.labels.end()) return;
    std::vector<Role> roles;
    ForeignIds ids;
    for (const BratArgument& argument : entry.arguments) {
      if (is_mark(argument)) {
        out_.lose(SchemaFeature::RelationKinds, entry.line);
      } else {
        add_role(roles, ids, entry.terms[0], argument, entry.line);
      }
    }
    if (roles.size() < 2) return out_.report(entry.line, ProblemCode::RolesMissing, {entry.terms[0]});
    Label& label = out_.label(found->second);
    if (label.roles.empty()) {
      label.roles = std::move(roles);
    } else {
      merge_roles(label.roles, roles, entry.line);
    }
  }

  /// Several lines of one relation allow several pairs; a role here says what it allows for itself.
  void merge_roles(std::vector<Role>& known, const std::vector<Role>& more, std::size_t line) {
    out_.lose(SchemaFeature::PairedEnds, line);
    for (const Role& role : more) {
      const auto same =
          std::find_if(known.begin(), known.end(), [&](const Role& other) { return other.id == role.id; });
      if (same == known.end()) {
        known.push_back(role);
      } else if (same->allowed.empty() || role.allowed.empty()) {
        same->allowed.clear();
      } else {
        std::vector<std::string> both = same->allowed;
        both.insert(both.end(), role.allowed.begin(), role.allowed.end());
        same->allowed = out_.topmost(both);
      }
    }
  }

  void add_attribute(const BratEntry& entry) {
    Attribute attribute;
    attribute.type = AttributeType::Boolean;
    const std::string& type = entry.terms[0];
    attribute.name = visual_.name("", type);
    if (entry.depth > 0) out_.lose(SchemaFeature::Hierarchy, entry.line);
    Targets targets;
    bool has_targets = false;
    ForeignIds values;
    std::string standard;
    for (const BratArgument& argument : entry.arguments) {
      if (argument.name == "Arg") {
        targets = targets_of("Arg", argument.values, entry.line);
        has_targets = true;
      } else if (argument.name == "Value") {
        attribute.type = AttributeType::Choice;
        for (const std::string& value : argument.values) add_value(attribute, values, type, value, entry.line);
      } else if (argument.name == "<DEFAULT>") {
        standard = argument.values[0];
      } else {
        out_.report(entry.line, ProblemCode::UnknownRole, {argument.name, type});
      }
    }
    if (!has_targets) return out_.report(entry.line, ProblemCode::MissingField, {"Arg"});
    for (std::size_t i = 0; i < attribute.values.size(); ++i) {
      if (attribute_value(entry, i) == standard) attribute.default_value = attribute.values[i].id;
    }
    // The same attribute of other labels is the same.
    const auto known = ids_.attributes.find(type);
    attribute.id = known == ids_.attributes.end() ? attribute_names_.id_for(type) : known->second;
    ids_.attributes.emplace(type, attribute.id);
    if (targets.every_span) {
      targets.ids = entities_;
      targets.ids.insert(targets.ids.end(), events_.begin(), events_.end());
    }
    out_.add_attribute(attribute, targets.ids, entry.line);
  }

  static std::string attribute_value(const BratEntry& entry, std::size_t index) {
    for (const BratArgument& argument : entry.arguments) {
      if (argument.name == "Value" && index < argument.values.size()) return argument.values[index];
    }
    return "";
  }

  void add_value(Attribute& attribute, ForeignIds& ids, const std::string& type, const std::string& value,
                 std::size_t line) {
    if (ids.taken(value)) return out_.report(line, ProblemCode::DuplicateSchemaId, {value});
    attribute.values.push_back({ids.id_for(value), visual_.name(type, value)});
    ids_.values.emplace(std::pair(type, value), attribute.values.back().id);
    out_.note_line(attribute.values.back().id, line);
  }

  void add_overlap(const BratEntry& entry) {
    if (entry.terms[0] != "<OVERLAP>") return out_.lose(SchemaFeature::OverlapKinds, entry.line);
    std::vector<std::vector<std::string>> ends;
    bool nothing = false;
    for (const BratArgument& argument : entry.arguments) {
      if (argument.name == "<OVL-TYPE>") {
        nothing = argument.values == std::vector<std::string>{"<NONE>"};
        if (!nothing && argument.values != std::vector<std::string>{"<ANY>"})
          out_.lose(SchemaFeature::OverlapKinds, entry.line);
        continue;
      }
      ends.push_back(overlapping(argument, entry.line));
    }
    if (ends.size() != 2) return out_.report(entry.line, ProblemCode::RolesMissing, {entry.terms[0]});
    has_overlaps_ = true;
    overlap_line_ = entry.line;
    if (nothing) return;
    const std::size_t all = every_span().size();
    if (ends[0].size() == all && ends[1].size() == all) everything_overlaps_ = true;
    if (everything_overlaps_) return;
    if (!out_.has_room_for(2 * ends[0].size(), ends[1].size() * sizeof(std::string), entry.line)) return;
    for (const std::string& first : ends[0]) {
      auto& partners = overlaps_[first];
      partners.insert(ends[1].begin(), ends[1].end());
    }
    for (const std::string& second : ends[1]) {
      auto& partners = overlaps_[second];
      partners.insert(ends[0].begin(), ends[0].end());
    }
  }

  /// Here a type means itself alone.
  std::vector<std::string> overlapping(const BratArgument& argument, std::size_t line) {
    std::vector<std::string> ids;
    for (const std::string& type : argument.values) {
      const Targets targets = targets_of(argument.name, {type}, line);
      if (targets.every_span) return every_span();
      const std::vector<std::string> all = type.front() == '<' ? with_those_below(targets.ids) : targets.ids;
      ids.insert(ids.end(), all.begin(), all.end());
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  }

  std::vector<std::string> every_span() const {
    std::vector<std::string> ids;
    for (const Label& label : out_.labels()) {
      if (label.kind == LabelKind::Span) ids.push_back(label.id);
    }
    return ids;
  }

  std::vector<std::string> with_those_below(const std::vector<std::string>& ids) const {
    std::set<std::string_view> found(ids.begin(), ids.end());
    std::vector<std::string> all;
    for (const Label& label : out_.labels()) {  // parents stand before their children
      if (label.kind != LabelKind::Span) continue;
      if (found.count(label.parent) != 0) found.insert(label.id);
      if (found.count(label.id) != 0) all.push_back(label.id);
    }
    return all;
  }

  /// brat lists who may overlap whom; a label here says it for all others together, or for itself.
  void set_overlaps() {
    if (!has_overlaps_ || everything_overlaps_) return;
    std::size_t free = 0;  // labels that overlap something
    for (const auto& [id, partners] : overlaps_) free += partners.empty() ? 0U : 1U;
    bool exact = true;
    for (const std::string& id : every_span()) {
      const auto found = overlaps_.find(id);
      Label& label = out_.label(id);
      if (found == overlaps_.end() || found->second.empty()) {
        label.overlap = OverlapRule::None;
      } else {
        const bool itself = found->second.count(id) != 0;
        label.overlap = itself ? OverlapRule::Any : OverlapRule::NotItself;
        exact = exact && found->second.size() + (itself ? 0U : 1U) == free;
      }
    }
    if (!exact) out_.lose(SchemaFeature::OverlapKinds, overlap_line_);
  }

  ForeignSchema out_;
  const BratConfig& config_;
  const BratVisual& visual_;
  BratIds ids_;
  std::vector<std::string> entities_;  ///< ids of labels at the top, by section
  std::vector<std::string> events_;
  std::vector<std::string> relations_;
  ForeignIds attribute_names_;
  bool has_overlaps_ = false;
  bool everything_overlaps_ = false;
  std::size_t overlap_line_ = 0;
  std::map<std::string, std::set<std::string>> overlaps_;
};

/// A configuration file, with what is wrong with it.
BratConfig read_config(const std::filesystem::path& path, std::vector<Problem>& problems) {
  const std::size_t before = problems.size();
  const std::string text = config_text(path, problems);
  BratConfig config;
  if (problems.size() == before) config = parse_brat_config(text, kMostWrittenOut, problems);
  for (std::size_t i = before; i < problems.size(); ++i) problems[i].place.file = path_to_utf8(path.filename());
  return config;
}

}  // namespace

SchemaFile read_brat_schema(const std::filesystem::path& path) { return read_brat_collection(path).file; }

BratCollection read_brat_collection(const std::filesystem::path& path) {
  std::vector<Problem> problems;
  const BratConfig config = read_config(path, problems);
  const std::filesystem::path beside = path.parent_path() / "visual.conf";
  BratConfig visual_config;
  std::error_code ignored;
  if (std::filesystem::is_regular_file(beside, ignored)) visual_config = read_config(beside, problems);
  const BratVisual visual(visual_config);
  BratReader reader(path, config, visual);
  reader.out().problems() = std::move(problems);
  return reader.run();
}

}  // namespace mitjul
