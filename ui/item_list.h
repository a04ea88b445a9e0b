#pragma once

#include <wx/wx.h>

#include <functional>
#include <optional>
#include <vector>

namespace mitjul {

/// A short list that is added to, taken from and put in order: attributes, values, roles.
class ItemList : public wxPanel {
 public:
  struct Host {
    std::function<void()> selected;
    std::function<void()> add;
    std::function<void()> remove;   ///< the selected one
    std::function<void(int)> move;  ///< the selected one by this many places
  };
  ItemList(wxWindow* parent, const wxString& name, Host host);

  /// The first `own` can be changed; the others only stand there.
  void show(const std::vector<wxString>& items, std::size_t own, std::optional<std::size_t> selected);
  std::optional<std::size_t> selected() const;

 private:
  wxButton* button(const wxString& words, const wxString& tip, std::function<void()> act);
  void update_buttons();
  bool may_move(int places) const;

  Host host_;
  wxListBox* list_;
  wxButton* remove_;
  wxButton* up_;
  wxButton* down_;
  std::size_t own_ = 0;
};

}  // namespace mitjul
