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

Problem left_out(LeftOut what, std::size_t count) {
  return make_problem(ProblemCode::AnnotationsLeftOut, {std::string(to_string(what)), std::to_string(count)});
}

}  // namespace mitjul
