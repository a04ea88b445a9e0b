#pragma once

#include <filesystem>

namespace mitjul {

// A small campaign to begin with: the articles of samples/, two of them annotated to the end, one to its middle, one
// new. Its annotations came in with the articles: undo takes back only what the user does.

/// The user's own sample project, below the folder for documents, or else below the folder for data; made where there
/// is none yet. One that is there is what the user left of it. Throws `Error`.
std::filesystem::path sample_project();

/// Makes the project at `place` from the folder of samples. Made beside it and renamed: it is there as a whole or not
/// at all. Throws `Error`: AlreadyExists too, and Damaged where the samples are not what they should be.
void make_sample_project(const std::filesystem::path& samples, const std::filesystem::path& place);

}  // namespace mitjul
