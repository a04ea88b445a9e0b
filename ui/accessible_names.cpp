#include "ui/accessible_names.h"

#include <wx/listctrl.h>
#include <wx/stattext.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "ui/wx_text.h"

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

namespace mitjul {
namespace {

/// What wx calls windows that nobody gave a name.
bool is_default(const wxString& name) {
  static constexpr std::array<std::string_view, 24> kDefaults{
      "panel",        "text",        "listCtrl", "listctrlmainwindow", "wxlistctrlcolumntitles",
      "button",       "choice",      "gauge",    "staticText",         "check",
      "radioBox",     "radioButton", "listBox",  "searchCtrl",         "scrolledWindow",
      "splitter",     "dialog",      "frame",    "statusBar",          "staticLine",
      "staticBitmap", "spinCtrl",    "comboBox", "checkListBox"};
  const std::string utf8 = to_utf8(name);
  return name.empty() || utf8 == "wxSpinCtrl" ||
         std::find(kDefaults.begin(), kDefaults.end(), std::string_view(utf8)) != kDefaults.end();
}

wxString row_of(const wxListCtrl& list) {
  const long row = list.GetNextItem(-1, wxLIST_NEXT_ALL, wxLIST_STATE_FOCUSED);
  if (row < 0 || row >= list.GetItemCount()) return {};
  wxString words;
  for (int column = 0; column < list.GetColumnCount(); ++column) {
    const wxString cell = list.GetItemText(row, column);
    if (!cell.empty()) words += (words.empty() ? "" : ", ") + cell;
  }
  return words;
}

void name_list(const wxListCtrl& list) {
  const wxString row = row_of(list);
  // The part of it that has the focus.
  for (wxWindow* const part : list.GetChildren()) {
    if (part->AcceptsFocus()) set_accessible_name(*part, row.empty() ? list.GetName() : list.GetName() + ": " + row);
  }
}

}  // namespace

void set_accessible_name(wxWindow& window, const wxString& name) {
#ifdef __WXGTK__
  // What scrolls is a frame with something in it, and so is a window that draws itself; either may be looked at.
  GtkWidget* const outer = window.m_widget;
  GtkWidget* const inner = GTK_IS_SCROLLED_WINDOW(outer) ? gtk_bin_get_child(GTK_BIN(outer)) : window.m_wxwindow;
  for (GtkWidget* const widget : {outer, inner}) {
    if (widget != nullptr) atk_object_set_name(gtk_widget_get_accessible(widget), name.utf8_str());
  }
#endif
}

int AccessibleNames::FilterEvent(wxEvent& event) {
  const wxEventType type = event.GetEventType();
  if (type == wxEVT_IDLE) {
    name_noted();
  } else if (type == wxEVT_CREATE || type == wxEVT_LIST_ITEM_FOCUSED || type == wxEVT_LIST_ITEM_SELECTED) {
    noted_.emplace_back(dynamic_cast<wxWindow*>(event.GetEventObject()));
  } else if (type == wxEVT_SET_FOCUS) {
    auto* const part = dynamic_cast<wxWindow*>(event.GetEventObject());
    if (part != nullptr && dynamic_cast<wxListCtrl*>(part->GetParent()) != nullptr)
      noted_.emplace_back(part->GetParent());
  }
  return Event_Skip;
}

void AccessibleNames::name_noted() {
  for (const wxWeakRef<wxWindow>& window : std::exchange(noted_, {})) {
    // What a sentence says is its name.
    if (!window || is_default(window->GetName()) || dynamic_cast<wxStaticText*>(window.get()) != nullptr) continue;
    set_accessible_name(*window, window->GetName());
    if (const auto* const list = dynamic_cast<const wxListCtrl*>(window.get())) name_list(*list);
  }
}

}  // namespace mitjul
