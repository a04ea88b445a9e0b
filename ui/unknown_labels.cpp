#include "ui/unknown_labels.h"

#include "core/error.h"
#include "import/formats.h"
#include "import/found_files.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

/// Thrown and caught in this file: the rest of a file is of no interest.
struct SaysItself {};

/// The files that an import would read; nothing where it would say why it cannot.
std::vector<FoundFile> files_of(const fs::path& path) {
  try {
    return find_files({path});
  } catch (const Error&) {
    return {};
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
  for (const fs::path& path : paths) {
    for (const FoundFile& file : files_of(path)) {
      if (!file.unreadable) files.push_back(file.path);
    }
  }
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
