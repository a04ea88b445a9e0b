#pragma once

#include <cstdint>
#include <string>

#include "core/document.h"
#include "storage/salvage.h"

namespace mitjul {

/// Gives every set that the index speaks of its row, before others can take it.
void restore_indexed_sets(Salvage& salvage);

/// Sets, annotations and refusals of a document whose description and text stand in the tables: each set as it was
/// where number and fingerprint prove it; else what the log proves and what stands on pages that are whole.
void mend_annotations(Salvage& salvage, std::int64_t row, const DocumentInfo& info);

/// What can still be read of an annotation.
struct AnnotationRemains {
  std::string label;
  std::string quote;
  std::string note;
};

void say_lost(Salvage& salvage, const std::string& document, const AnnotationId& id, const AnnotationRemains& remains);

/// Says what annotations a document had that cannot be saved.
void lose_annotations(Salvage& salvage, std::int64_t row, const std::string& document);

/// Where anything was lost: takes out relations that have lost an end, and those that hang on them.
void remove_broken_relations(Salvage& salvage);

/// Tells the report how many sets, annotations and refusals there are.
void count_annotation_rows(Salvage& salvage);

}  // namespace mitjul
