#pragma once

#include <wx/html/htmlwin.h>
#include <wx/wx.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/editor.h"
#include "ui/guideline_html.h"
#include "ui/key_map.h"
#include "ui/theme.h"
#include "ui/unit_rules.h"

namespace mitjul {

/// The guideline of the project and of its labels, to be read beside the text: follows the label that is selected, and
/// says which rule of the claim guideline decides about the unit at the caret.
class GuidelinePanel : public wxPanel {
 public:
  struct Host {
    /// Of the unit at the caret; nothing where there is none, or until it is known: see `take_in_rules`.
    std::function<std::optional<JudgedUnit>()> rule;
    std::function<void()> go_to_text;
    std::function<bool()> is_seen;  ///< whether the panel is in front
  };
  /// Editor and keys outlive it.
  GuidelinePanel(wxWindow* parent, Editor& editor, const KeyMap& keys, Host host);

  void set_theme(const Theme& theme);
  /// In per cent of the normal size, as that of the text.
  void set_text_size(int percent);
  void update(const EditorEvent& event);
  /// Another key goes to the rule.
  void show_keys();
  /// More is known of the units than before.
  void take_in_rules();
  void take_focus();
  /// Shows the guideline where it says the rule for the unit at the caret, as soon as that is known.
  void go_to_rule();
  /// Whether the project's guideline holds the rules that units are judged by; while the panel is seen.
  bool has_rules() const;

 private:
  class Pages;
  /// What can be chosen above the page.
  struct Place {
    std::string label;   ///< empty: the guideline of the project
    std::string anchor;  ///< of a heading in that; empty: its beginning
    bool operator==(const Place&) const = default;
  };

  void read();
  void list_places();
  void show(const Place& place);
  std::string words_of(const std::string& label) const;
  std::string page_of(const std::string& label) const;
  void tell_screen_readers();
  void follow_selection();
  void show_rule();
  void wrap_rule();
  void stay_in_place();
  void on_key(wxKeyEvent& event);

  Editor& editor_;
  const KeyMap& keys_;
  Host host_;
  const Theme* theme_;
  int percent_ = 100;
  GuidelinePage guideline_;  ///< of the project
  std::vector<Place> places_;
  Place shown_;
  wxPoint scrolled_;           ///< to what is shown; the page is elsewhere if somebody scrolled it
  std::string followed_;       ///< the label that was selected last
  bool stale_ = true;          ///< something changed while nobody saw it
  bool goes_to_rule_ = false;  ///< as soon as it is known
  wxString rule_words_;
  wxChoice* choice_;
  wxPanel* rule_;
  wxStaticText* rule_text_;
  wxButton* rule_button_;
  Pages* pages_;
};

}  // namespace mitjul
