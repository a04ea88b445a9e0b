#pragma once

#include <cstddef>

namespace mitjul {

/// Up to so many changes of an edit are followed one by one; behind more, looking at everything anew takes less time.
constexpr std::size_t kFewChanges = 50;

}  // namespace mitjul
