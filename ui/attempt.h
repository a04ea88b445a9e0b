#pragma once

#include <functional>

#include "ui/editor.h"

namespace mitjul {

/// How panes call the editor: the window runs the call, and shows a refusal or an `Error` as a sentence.
using Attempt = std::function<void(const std::function<Editor::Refusal()>&)>;

/// How panes read what they show by themselves: the window shows an `Error` as a sentence, and nothing else happens to
/// what it says.
using Guarded = std::function<void(const std::function<void()>&)>;

}  // namespace mitjul
