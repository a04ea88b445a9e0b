#pragma once

#include <chrono>
#include <functional>

namespace mitjul {

/// Lets the windows of this program take in what has happened.
void settle();

/// Asks until it is true, and says whether it became so in time. What is waited for is usually there in a moment.
bool comes_true(const std::function<bool()>& condition,
                std::chrono::milliseconds limit = std::chrono::milliseconds(10000));

}  // namespace mitjul
