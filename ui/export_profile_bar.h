#pragma once

#include <wx/wx.h>

#include <functional>
#include <string_view>
#include <vector>

#include "core/store.h"

namespace mitjul {

/// The name under which a project keeps how it was exported last.
inline constexpr std::string_view kLastExport = "last";

/// The settings of exports that a project keeps: one of them is taken, the present ones are kept under a name, one is
/// removed. The usual settings and those of the last export stand before those that have names.
class ExportProfileBar : public wxPanel {
 public:
  struct Host {
    std::function<ExportProfile()> present;
    std::function<void(const ExportProfile&)> take;
    std::function<void(const wxString&)> say;  ///< why something cannot be done
  };
  /// Throws `Error` where the project cannot be read.
  ExportProfileBar(wxWindow* parent, Store& store, Host host);

  /// nullptr where nothing was exported yet.
  const ExportProfile* last() const;
  /// Shows the last export as the one that was taken.
  void select_last();

 private:
  void guarded(const std::function<void()>& call);
  void fill(const std::string& selected);
  void take();
  void save();
  void remove();
  bool may_replace(const std::string& name);
  /// The one that is selected; nullptr for the usual settings.
  const ExportProfile* selected() const;
  void update_buttons();

  Store& store_;
  Host host_;
  std::vector<ExportProfile> profiles_;  ///< the last export first, where there was one
  wxChoice* choice_;
  wxButton* remove_;
};

}  // namespace mitjul
