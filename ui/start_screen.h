#pragma once

#include <wx/filehistory.h>
#include <wx/wx.h>

#include <filesystem>
#include <functional>

#include "ui/action.h"

namespace mitjul {

/// What is shown while no project is open: new, open, the sample project, recent ones.
class StartScreen : public wxPanel {
 public:
  StartScreen(wxWindow* parent, const wxFileHistory& recent, std::function<void(Action)> act,
              std::function<void(const std::filesystem::path&)> open);
};

}  // namespace mitjul
