#pragma once

#include <functional>

#include "ui/editor.h"

namespace mitjul {

/// How panes call the editor: the window runs the call, and shows a refusal or an `Error` as a sentence.
using Attempt = std::function<void(const std::function<Editor::Refusal()>&)>;

}  // namespace mitjul
