#include "tests/gui/waiting.h"

#include <wx/evtloop.h>

#include <thread>

namespace mitjul {

void settle() { wxEventLoopBase::GetActive()->YieldFor(wxEVT_CATEGORY_ALL); }

bool comes_true(const std::function<bool()>& condition, std::chrono::milliseconds limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    settle();
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return true;
}

}  // namespace mitjul
