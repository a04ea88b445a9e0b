#include "core/json_fault.h"

#include "core/names.h"

namespace mitjul {
namespace {

constexpr auto kFaults = std::to_array<std::string_view>({
    "nothing",
    "ends",
    "unexpected",
    "control-character",
    "escape",
    "number",
    "deep",
    "many",
    "behind",
    "no-object",
});

}  // namespace

std::string_view to_string(JsonFault fault) { return name_of(kFaults, fault); }

}  // namespace mitjul
