#include "ui/key_rows.h"

#include <wx/translation.h>

#include "ui/annotation_words.h"
#include "ui/key_words.h"
#include "ui/menus.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

class Rows {
 public:
  explicit Rows(const NameFilter& filter) : filter_(filter) {}

  void begin(const wxString& group) { group_ = group; }
  void add(KeyRow row) {
    if (!filter_.accepts(to_utf8(row.name)) && !filter_.accepts(to_utf8(row.keys))) return;
    if (!group_.empty()) {
      KeyRow head;
      head.heading = true;
      std::swap(head.name, group_);
      rows_.push_back(std::move(head));
    }
    rows_.push_back(std::move(row));
  }
  void add(const wxString& keys, const wxString& name) {
    KeyRow row;
    row.name = name;
    row.keys = keys;
    add(std::move(row));
  }
  std::vector<KeyRow> take() { return std::move(rows_); }

 private:
  const NameFilter& filter_;
  wxString group_;  ///< not in the rows yet
  std::vector<KeyRow> rows_;
};

void add_actions(Rows& rows, const KeyMap& keys, MenuOf menu) {
  for (const ActionInfo& action : actions()) {
    if (action.menu != menu) continue;
    KeyRow row;
    row.action = action.action;
    row.name = action_words(action);
    row.keys = key_words(keys.keys(action.action));
    row.changed = !keys.is_standard(action.action);
    rows.add(std::move(row));
  }
}

void add_labels(Rows& rows, const Schema& schema) {
  rows.begin(_("Labels of this project"));
  for (const Label& label : schema.labels) {
    if (!label.key.empty()) rows.add(to_wx(label.key).Upper(), label_name(schema, label.id));
  }
}

void add_gestures(Rows& rows, const KeyMap& keys) {
  const wxString labels = _("1-9, letters");
  rows.begin(_("Keys of labels"));
  rows.add(labels, _("Annotates the selected text with the label of that key"));
  rows.add(labels, _("With an annotation selected: gives it that label"));
  rows.add(labels, wxString::Format(_("With nothing selected: makes the label the pen, until %s"),
                                    key_words(keys, Action::Escape)));
  rows.add(labels, _("With a suggestion selected: annotates its words with that label"));
  rows.add(key_words(keys, Action::EditAttributes), _("With a suggestion selected: accepts it"));
  rows.add(key_words(keys, Action::Delete), _("With a suggestion selected: refuses it"));
  rows.begin(_("Mouse"));
  rows.add(_("Double click"), _("Selects a word without its particle; again, more and more"));
  rows.add(_("Drag"), _("Selects whole words"));
  rows.add(_("Alt+drag"), _("Selects by character"));
  rows.add(_("Ctrl+drag"), _("Keeps what is selected and selects another segment"));
  rows.add(_("Ctrl+wheel"), _("Text size"));
  rows.begin(_("Keys that stay as they are"));
  rows.add(_("Arrow keys"), _("Move the caret; with Ctrl by eojeol and sentence, with Shift they select"));
  rows.add("Home, End, Page Up, Page Down", _("Move the caret to an end of the line or by a screen"));
  rows.add("F10, Alt", _("Open the menus"));
  rows.add(_("Ctrl+Down, Ctrl+Up"), _("In the list of documents: next or previous unfinished document"));
  rows.add(_("Hits"),
           _("Enter goes to the hit. D, L, H and R sort by place, by what stands before, by the hit, by what stands "
             "behind."));
}

}  // namespace

std::vector<KeyRow> key_rows(const KeyMap& keys, const Schema* schema, const NameFilter& filter) {
  Rows rows(filter);
  for (const MenuOf menu : menus()) {
    rows.begin(without_letter(title_of(menu)));
    add_actions(rows, keys, menu);
  }
  rows.begin(_("Elsewhere"));
  add_actions(rows, keys, MenuOf::None);
  if (schema != nullptr) add_labels(rows, *schema);
  add_gestures(rows, keys);
  return rows.take();
}

}  // namespace mitjul
