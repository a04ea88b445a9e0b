#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/annotation.h"
#include "core/schema.h"

namespace mitjul {

/// What a page says of a label: the text of its chips.
struct PageLabel {
  std::string id;
  std::string name;

  bool operator==(const PageLabel&) const = default;
};

/// The labels of a schema as a page shows them, in its order.
std::vector<PageLabel> page_labels(const Schema& schema);

/// A span annotation on a page.
struct Mark {
  AnnotationId id;
  std::size_t label = 0;  ///< index of a `PageLabel`
  Spans spans;
  std::size_t author = 0;  ///< 0: who works; otherwise another one of the page's, from 1

  bool operator==(const Mark&) const = default;
};

/// A relation on a page: arcs from its first end to each of the others.
struct Link {
  AnnotationId id;
  std::size_t label = 0;            ///< index of a `PageLabel`
  std::vector<AnnotationRef> ends;  ///< two or more, in the order of the roles
  std::size_t author = 0;           ///< as of a mark

  bool operator==(const Link&) const = default;
};

}  // namespace mitjul
