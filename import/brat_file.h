#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/annotation_stream.h"
#include "import/brat_labels.h"

namespace mitjul {

// One `.ann` file with the text beside it. It is read twice: for what its annotations use, and for the annotations.

/// Makes the labels known, and what is wrong with the lines. brat shows spans that overlap against its rules, so the
/// rules give way to them. Throws `Error`, TooLarge above 512 MB too.
void add_labels_of_brat_file(const std::filesystem::path& path, BratLabels& labels, std::vector<Problem>& problems);

/// The document with its annotations, by labels that are known; nothing, and a problem, where its text is missing.
std::optional<AnnotatedDocument> read_brat_file(const std::filesystem::path& path, BratLabels& labels,
                                                std::vector<Problem>& problems);

/// The text that belongs to an `.ann` file.
std::filesystem::path text_of_ann(std::filesystem::path ann);

}  // namespace mitjul
