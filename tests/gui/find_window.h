#pragma once

#include <wx/window.h>

namespace mitjul {

/// The first window of a type in another, or that window itself; nullptr where there is none.
template <typename Type>
Type* find_window(wxWindow* in) {
  if (auto* const window = dynamic_cast<Type*>(in)) return window;
  for (wxWindow* const child : in->GetChildren()) {
    if (Type* const found = find_window<Type>(child)) return found;
  }
  return nullptr;
}

}  // namespace mitjul
