#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/annotation.h"
#include "core/schema.h"
#include "import/foreign_ids.h"
#include "import/refi_codebook.h"
#include "import/xml_fields.h"

namespace mitjul {

struct RefiUser {
  AnnotatorKey key;
  std::string name;
  bool curated = false;
  bool used = false;
};

/// What a variable of sources is: `kind` is `title`, `language`, `metadata` in our files, empty in others.
struct RefiVariable {
  std::string name;
  std::string kind;
};

struct RefiNote {
  std::string text;
  std::string path;  ///< of the text, where it is a file in the archive
  std::string user;  ///< GUID
  std::string created;
  std::string modified;
  mutable bool used = false;  ///< somebody asked for it
};

/// GUIDs of what it ties together, and of its note.
struct RefiLink {
  std::string guid;
  std::string name;
  std::string origin;
  std::string target;
  std::string note;
};

/// What lines of ours behind a note say.
struct RefiMarks {
  std::string first;  ///< an id, or an address with roles; empty where there is none
  std::vector<std::pair<std::string, std::string>> values;  ///< of attributes
};

/// Takes these lines off.
RefiMarks take_marks(std::string& note);
/// Words between blanks.
std::vector<std::string> refi_words(std::string_view line);
/// The plain text of a source, with what was selected in it: a `TextSource` itself, else what a PDF or a picture has
/// for one. Empty where there is none.
pugi::xml_node refi_text_of(pugi::xml_node source);
/// The GUID in the attribute of a child: `<CodeRef targetGUID="…"/>`.
std::string guid_in(pugi::xml_node element, const char* child);

/// Everything in the `project.qde` of a REFI-QDA project but its sources. GUIDs are as `plain_guid` gives them.
class RefiParts {
 public:
  /// `file_time`: where the project does not say when it was made.
  RefiParts(const std::filesystem::path& path, std::vector<Problem>& problems, Time file_time);

  /// The attributes of the root.
  void take_project(pugi::xml_node element);
  /// An element of the container `where`.
  void take(std::string_view where, pugi::xml_node element, const XmlLines& lines, XmlFields& fields);

  /// Of the first of these GUIDs that is a user's; 0, for whoever is not named, where none is.
  std::size_t user_of(std::initializer_list<std::string> guids) const;
  const RefiNote* note(const std::string& guid) const;
  /// The texts of the notes that the element refers to, behind `note`.
  void add_notes(pugi::xml_node element, std::string& note) const;

  /// The label of a code; where it is used for whole documents and is a label of spans, another one beside it.
  std::string label_for(const std::string& label, bool on_document);
  /// Of a relation, by the name of links.
  std::string relation_label(const std::string& name);
  /// An attribute that no code stands for is a text.
  void know_attribute(const std::string& label, const std::string& attribute);
  /// `target`: the label at that end; empty where it is not known.
  void know_role(const std::string& label, const std::string& role, const std::string& target);

  void leave_out(const std::string& what) { ++left_out[what]; }
  /// The notes that nobody asked for.
  void leave_out_unused_notes();

  std::string name;
  bool ours = false;  ///< written by Mitjul
  bool counts_carriage_returns = true;
  std::string creator;  ///< GUID
  Time created{};
  std::vector<RefiUser> users;  ///< the first stands for whoever is not named
  Schema schema;
  RefiCodes codes;
  std::map<std::string, RefiVariable> variables;
  std::vector<RefiLink> links;
  std::map<std::string, RefiNote> notes;
  std::map<std::string, std::size_t> left_out;  ///< how many, by what

 private:
  void take_codebook(pugi::xml_node element, const XmlLines& lines);
  void take_user(pugi::xml_node element, XmlFields& fields);
  void take_note(pugi::xml_node element, XmlFields& fields);
  void take_link(pugi::xml_node element, XmlFields& fields);
  void leave_out_in(std::string_view where, pugi::xml_node element);
  void leave_out_selections_of(pugi::xml_node source);
  Label& add(Label label);
  Label& label_at(const std::string& id) { return schema.labels.at(places_.at(id)); }

  const std::filesystem::path& path_;
  std::vector<Problem>& problems_;
  Time file_time_;
  std::map<std::string, std::size_t> user_places_;
  ForeignIds ids_;
  std::map<std::string, std::size_t> places_;  // of labels
  std::map<std::string, std::string> other_kinds_;
  std::map<std::string, std::string> relation_labels_;
};

}  // namespace mitjul
