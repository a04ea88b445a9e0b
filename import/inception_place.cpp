#include "import/inception_place.h"

#include <algorithm>

namespace mitjul {
namespace {

constexpr std::string_view kAnnotation = "annotation";
constexpr std::string_view kCuration = "curation";
constexpr std::string_view kInitial = "INITIAL_CAS";

/// Takes the last part off the path; empty where there is none.
std::string_view take_last(std::string_view& path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view last = path.substr(slash + 1);  // npos + 1 is 0
  path = slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
  return last;
}

/// What INCEpTION once called the archives of users: `webanno6151388004753565972export`.
bool is_makeshift(std::string_view name) {
  constexpr std::string_view kBefore = "webanno";
  constexpr std::string_view kBehind = "export";
  if (!name.starts_with(kBefore) || !name.ends_with(kBehind)) return false;
  if (name.size() <= kBefore.size() + kBehind.size()) return false;
  name.remove_prefix(kBefore.size());
  name.remove_suffix(kBehind.size());
  return name.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string_view without_ending(std::string_view name) { return name.substr(0, name.rfind('.')); }

bool is_archive(std::string_view name) { return name.ends_with(".zip"); }

}  // namespace

std::optional<InceptionPlace> inception_place(std::string_view path) {
  std::string_view annotator = without_ending(take_last(path));
  std::string_view document = take_last(path);
  std::string_view half = take_last(path);
  if (is_archive(document) || (half != kAnnotation && half != kCuration)) {
    const std::string_view folder = is_archive(document) ? without_ending(document) : document;
    if (!is_makeshift(folder)) annotator = folder;
    document = half;
    half = take_last(path);
  }
  if ((half != kAnnotation && half != kCuration) || document.empty() || annotator.empty()) return std::nullopt;
  InceptionPlace place{std::string(path) + "/", std::string(document), std::string(annotator)};
  place.curated = half == kCuration || annotator == kCurator;
  place.initial = annotator == kInitial;
  return place;
}

std::string stem_of(std::string_view path) { return std::string(without_ending(take_last(path))); }

}  // namespace mitjul
