#include "core/left_out.h"

#include "core/names.h"

namespace mitjul {
namespace {

constexpr auto kNames = std::to_array<std::string_view>({
    "place-no-number",
    "place-in-markup",
    "place-in-turns",
    "other-media",
    "other-text",
    "unlabelled",
    "unknown-results",
    "lost-answers",
    "lost-relations",
    "cancelled",
    "drafts",
    "numbers-only",
    "other-files",
});

}  // namespace

std::string_view to_string(LeftOut what) { return name_of(kNames, what); }

}  // namespace mitjul
