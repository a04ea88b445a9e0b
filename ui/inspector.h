#pragma once

#include <wx/scrolwin.h>
#include <wx/wx.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ui/attempt.h"
#include "ui/text_field.h"

namespace mitjul {

/// The selected annotation in full: label, quote, attributes, note, relations, where it comes from. Every change is
/// an edit as soon as it is made; texts are stored when they are left.
class Inspector : public wxScrolledWindow {
 public:
  Inspector(wxWindow* parent, Editor& editor, Attempt attempt);

  void update(const EditorEvent& event);
  /// Stores what is being typed.
  void flush();
  /// Goes to the first attribute, or to the note where the label has none.
  void take_focus();

 private:
  struct Subject {
    DocumentKey document;
    SetKey set;
    AnnotationId id;
    bool operator==(const Subject&) const = default;
  };
  /// A field that shows one thing, and how it takes in what is stored.
  struct Field {
    wxWindow* control;
    std::function<void(const Annotation&)> show;
  };
  using Alter = std::function<void(Annotation&)>;

  void settle();
  void build();
  void fill();
  void add_title(const wxString& text);
  void add_field(const wxString& name, wxWindow* control, std::function<void(const Annotation&)> show);
  void bring_into_sight(const wxWindow* window);
  void keep_wheel_from(wxWindow* control);
  void add_label();
  void add_quote();
  void add_attribute(const Attribute& attribute);
  void add_text_attribute(const Attribute& attribute);
  void add_choice_attribute(const Attribute& attribute, const std::vector<AttributeValue>& values);
  void add_choices_attribute(const Attribute& attribute);
  void add_note();
  void add_relations();
  void add_origin();
  wxButton* add_jump(wxWindow* parent, const AnnotationRef& target, const wxString& text);

  /// The annotation that the fields are about, as it is stored.
  const Annotation* stored() const;
  bool is_shown(const Subject& subject) const;
  static const Annotation* find(const AnnotatedDocument& document, const Subject& subject);
  /// Makes an edit of what `alter` does to it; false where it was refused.
  bool change(const Subject& subject, const char* name, const Alter& alter);
  bool set_attribute(const Subject& subject, const std::string& attribute, std::vector<std::string> values);

  Editor& editor_;
  Attempt attempt_;
  std::optional<Subject> subject_;
  std::string label_;               ///< that the fields were built for
  std::vector<std::string> links_;  ///< ids of relations that are shown, with their ends
  wxPanel* content_ = nullptr;      ///< the fields of `subject_`
  wxStaticText* origin_ = nullptr;
  wxStaticText* quote_ = nullptr;
  std::vector<Field> fields_;
  std::vector<TextField*> texts_;
  wxWindow* first_ = nullptr;
  bool settling_ = false;  ///< asked for and not yet done
  bool rebuild_ = false;
};

}  // namespace mitjul
