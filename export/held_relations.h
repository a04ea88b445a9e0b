#pragma once

#include <set>
#include <vector>

#include "core/annotation.h"

namespace mitjul {

/// The relations of a file of one document whose ends all stand in it: those of `annotations`, in their order, without
/// those that have an end elsewhere, or on what is left out itself. `present`: what stands in the file besides them.
std::vector<const Annotation*> held_relations(const std::vector<const Annotation*>& annotations,
                                              const std::set<AnnotationId>& present);

}  // namespace mitjul
