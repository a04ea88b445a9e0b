#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/document.h"

namespace mitjul {

/// Finds the units of a text (sentences, headings, cells …): in order, apart, none empty. `units` of `korean/unit.h`.
using FindUnits = std::function<std::vector<Span>(const Text&)>;

/// The units of a document's text, valid until the next call.
using UnitsOf = std::function<const std::vector<Span>&(const Document&)>;

/// The units of the documents that were asked for last: an edit of a long text does not find them anew. Holds places
/// alone, nothing of the texts.
class UnitCache {
 public:
  /// Without a function no text has units.
  explicit UnitCache(FindUnits find = {}) : find_(std::move(find)) {}

  /// Valid until the next call.
  const std::vector<Span>& of(const Document& document);
  /// The same as a function. It must not outlive this.
  UnitsOf function() {
    return [this](const Document& document) -> const std::vector<Span>& { return of(document); };
  }

 private:
  static constexpr std::size_t kMost = 16;

  FindUnits find_;
  std::map<std::string, std::vector<Span>> known_;  // by the hash of the text
};

}  // namespace mitjul
