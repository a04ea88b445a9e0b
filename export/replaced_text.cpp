#include "export/replaced_text.h"

#include <algorithm>

namespace mitjul {

ReplacedText::ReplacedText(std::string_view old, const std::vector<Stretch>& stretches) {
  std::size_t done = 0;
  for (const Stretch& stretch : stretches) {
    copy(old, done, stretch.start);
    utf8_ += stretch.before;
    const std::size_t start = utf8_.size();
    utf8_ += stretch.replacement;
    pieces_.push_back({stretch.start, stretch.end, start, utf8_.size(), true});
    utf8_ += stretch.behind;
    done = stretch.end;
  }
  copy(old, done, old.size());
}

void ReplacedText::copy(std::string_view old, std::size_t start, std::size_t end) {
  if (start == end) return;
  pieces_.push_back({start, end, utf8_.size(), utf8_.size() + (end - start), false});
  utf8_ += old.substr(start, end - start);
}

std::size_t ReplacedText::start_at(std::size_t byte) const {
  const auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), byte,
                                      [](std::size_t at, const Piece& p) { return at < p.old_end; });
  if (piece == pieces_.end()) return utf8_.size();
  return piece->replaced ? piece->new_start : piece->new_start + (byte - piece->old_start);
}

std::size_t ReplacedText::end_at(std::size_t byte) const {
  const auto piece = std::lower_bound(pieces_.begin(), pieces_.end(), byte,
                                      [](const Piece& p, std::size_t at) { return p.old_end < at; });
  if (piece == pieces_.end() || byte == 0) return 0;
  return piece->replaced ? piece->new_end : piece->new_start + (byte - piece->old_start);
}

bool ReplacedText::replaces(std::size_t byte) const {
  const auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), byte,
                                      [](std::size_t at, const Piece& p) { return at < p.old_end; });
  return piece != pieces_.end() && piece->replaced;
}

}  // namespace mitjul
