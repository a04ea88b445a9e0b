#pragma once

namespace mitjul {

/// How far relations on relations are followed: deeper than any schema means. What goes round in a circle ends here.
constexpr int kDeepestRelation = 8;

}  // namespace mitjul
