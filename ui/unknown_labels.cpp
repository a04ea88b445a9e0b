#include "ui/unknown_labels.h"

#include <algorithm>

#include "core/error.h"
#include "core/file_io.h"
#include "import/formats.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

/// Thrown and caught in this file: the rest of a file is of no interest.
struct SaysItself {};

void list_below(const fs::path& path, std::vector<fs::path>& files) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    files.push_back(path);
    return;
  }
  for (fs::directory_iterator entry(path, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code unknown;
    if (path_to_utf8(entry->path().filename()).starts_with('.')) continue;
    if (!entry->is_symlink(unknown) || !entry->is_directory(unknown)) list_below(entry->path(), files);
  }
}

void read(const fs::path& file, UnknownLabels& labels, const std::function<void()>& go_on) {
  const ImportFormat* const format = recognise_format(file);
  if (format == nullptr || format->read_annotations == nullptr) return;
  format->read_annotations(
      file,
      [&](const StreamHeader& header) {
        if (!labels.begin(header)) throw SaysItself();
      },
      [&](const AnnotatedDocument& document) {
        go_on();
        labels.add(document);
      });
}

}  // namespace

bool UnknownLabels::begin(const StreamHeader& header) {
  if (!header.inferred) return false;
  for (const Label& label : header.schema.labels) {
    if (present_.find(label.id) != nullptr || !places_.emplace(label.id, labels_.size()).second) continue;
    labels_.push_back({label, 0});
  }
  return !places_.empty();
}

void UnknownLabels::add(const AnnotatedDocument& document) {
  for (const auto& [key, set] : document.sets) {
    for (const auto& [id, annotation] : set.annotations()) {
      const auto place = places_.find(annotation.label);
      if (place != places_.end()) ++labels_[place->second].annotations;
    }
  }
}

std::vector<UnknownLabel> UnknownLabels::list() const {
  std::vector<UnknownLabel> used = labels_;
  std::erase_if(used, [](const UnknownLabel& each) { return each.annotations == 0; });
  return used;
}

std::vector<UnknownLabel> find_unknown_labels(const Schema& present, const std::vector<fs::path>& paths,
                                              const Progress& progress) {
  std::vector<fs::path> files;
  for (const fs::path& path : paths) list_below(path, files);
  std::sort(files.begin(), files.end());
  UnknownLabels labels(present);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto continue_or_cancel = [&] {
      if (!go_on(progress, static_cast<double>(i) / static_cast<double>(files.size()))) {
        throw Error(ErrorKind::Cancelled, files[i]);
      }
    };
    try {
      continue_or_cancel();
      read(files[i], labels, continue_or_cancel);
    } catch (const SaysItself&) {
      continue;
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::Cancelled) throw;
    }
  }
  return labels.list();
}

}  // namespace mitjul
