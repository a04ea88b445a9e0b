#pragma once

#include <wx/collpane.h>
#include <wx/scrolwin.h>
#include <wx/timer.h>
#include <wx/wx.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ui/attempt.h"
#include "ui/text_field.h"

namespace mitjul {

class KeyMap;
struct KeyPress;
class DocumentLabels;
class ProblemNote;
class ProblemReview;
class ReviewNote;

/// The selected annotation in full: label, quote, attributes, note, relations, where it comes from, and what happened
/// to it; the labels of the document where none is selected. Every change is an edit as soon as it is made; texts are
/// stored when they are left. In a choice, digits choose.
class Inspector : public wxScrolledWindow {
 public:
  /// Editor, problems and keys outlive it.
  Inspector(wxWindow* parent, Editor& editor, const ProblemReview& problems, const KeyMap& keys, Attempt attempt,
            Guarded guarded);

  void update(const EditorEvent& event);
  /// Other problems are known.
  void take_in_problems();
  /// Stores what is being typed, and what could not be stored before.
  void flush();
  /// Whether something that was typed is still to be stored. What was refused is not: that was said.
  bool has_unstored() const;
  /// Goes to the first attribute, or to the note where the label has none.
  void take_focus();
  /// Goes to the field of an attribute of the selected annotation.
  void take_focus_to(const std::string& attribute);
  /// Goes to the labels of the document, which are there where no annotation is selected; false where the schema has
  /// none, or no document is shown.
  bool take_focus_to_document_labels();
  /// Unfolds the history of the annotation and goes there.
  void show_history();

 private:
  struct Subject {
    DocumentKey document;
    SetKey set;
    AnnotationId id;
    auto operator<=>(const Subject&) const = default;
  };
  /// A field that shows one thing, and how it takes in what is stored.
  struct Field {
    wxWindow* control;
    std::function<void(const Annotation&)> show;
  };
  /// A text field, and what it stores: an attribute's id; empty: the note.
  struct TextOf {
    std::string field;
    TextField* control;
  };
  using Relations = std::vector<const Annotation*>;
  using Alter = std::function<void(Annotation&)>;

  void settle();
  std::optional<Subject> wanted() const;
  bool is_typed_in() const;
  bool touches_relations(const std::vector<AnnotationId>& changed) const;
  void keep_unstored();
  void put_back_unstored();
  void build(const Relations& relations);
  void fill();
  void lay_out();
  int width_of_lines() const;
  wxStaticText* add_title(const wxString& text);
  void add_title(const Attribute& attribute);
  void add_field(const wxString& name, wxWindow* control, std::function<void(const Annotation&)> show);
  void bring_into_sight(const wxWindow* window);
  void keep_wheel_from(wxWindow* control);
  void add_document_labels();
  bool is_own() const;
  void add_reason_to_read();
  void add_label();
  void add_quote();
  void add_notes();
  void show_problems();
  void add_attribute(const Attribute& attribute);
  void add_text_attribute(const Attribute& attribute);
  void add_choice_attribute(const Attribute& attribute, const std::vector<AttributeValue>& values);
  void add_choices_attribute(const Attribute& attribute);
  void add_note();
  void add_text(const std::string& field, const wxString& name, TextField::Lines lines, int rows, const wxString& hint);
  void add_relations(const Relations& relations);
  void add_origin();
  void add_history();
  void fill_history();
  void on_key(wxKeyEvent& event);
  std::optional<int> label_with_key(const KeyPress& press) const;
  wxButton* add_jump(wxWindow* parent, const AnnotationRef& target, const wxString& text);

  /// The annotation that the fields are about, as it is stored.
  const Annotation* stored() const;
  bool is_shown(const Subject& subject) const;
  static const Annotation* find(const AnnotatedDocument& document, const Subject& subject);
  /// Makes an edit of what `alter` does to it.
  Storing change(const Subject& subject, const char* name, const Alter& alter);
  Storing set_attribute(const Subject& subject, const std::string& attribute, std::vector<std::string> values);
  Storing store(const Subject& subject, const std::string& field, const std::string& value);

  Editor& editor_;
  const ProblemReview& problems_;
  const KeyMap& keys_;
  Attempt attempt_;
  Guarded guarded_;
  std::optional<Subject> subject_;
  std::vector<std::string> labels_;  ///< ids of the choice of labels
  std::string label_;                ///< that the fields were built for
  std::string links_;                ///< ids of relations that are shown, with their ends
  std::vector<AnnotationId> shown_relations_;
  /// Texts whose fields went before they could be stored.
  std::map<std::pair<Subject, std::string>, Unstored> unstored_;
  wxPanel* content_ = nullptr;  ///< the fields of `subject_`
  wxStaticText* origin_ = nullptr;
  wxStaticText* quote_ = nullptr;
  DocumentLabels* document_labels_ = nullptr;
  ReviewNote* review_note_ = nullptr;
  ProblemNote* problem_note_ = nullptr;
  wxCollapsiblePane* history_pane_ = nullptr;
  wxTextCtrl* history_ = nullptr;
  bool history_open_ = false;
  EditNumber history_read_at_ = -1;  ///< the last edit then
  std::vector<Field> fields_;
  std::vector<TextOf> texts_;
  std::map<std::string, wxWindow*> attribute_fields_;  ///< by the attribute's id
  wxWindow* first_ = nullptr;
  bool settling_ = false;  ///< asked for and not yet done
  wxTimer settle_later_;
  bool rebuild_ = false;
  bool relations_changed_ = false;
};

}  // namespace mitjul
