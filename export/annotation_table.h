#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document.h"
#include "core/schema.h"
#include "core/store.h"

namespace mitjul {

/// What the cells of a column hold.
enum class CellKind { Text, Number, Moment };

struct TableColumn {
  std::string id;      ///< for programs: `label_name`, of an attribute `CLAIM.type`
  std::string korean;  ///< for people
  CellKind kind = CellKind::Text;
  unsigned width = 12;  ///< in characters
};

/// Annotations as rows of a table, one row each: what csv and xlsx write. Where an annotation has nothing to say in a
/// column, its cell is empty. Positions are code points of the document's text.
class AnnotationTable {
 public:
  /// `most`: columns that a table can have. Attributes behind them have none; see `values_left_out`.
  AnnotationTable(const Schema& schema, const std::vector<Annotator>& annotators, std::size_t most);

  /// The same for every row: fixed ones, then one for each attribute of the schema, under the label that declares it.
  const std::vector<TableColumn>& columns() const { return columns_; }
  /// The cells of a row, in the order of the columns. Segments are `86..99;105..110`, values of one attribute are
  /// parted by `;`, the ends of a relation are `role=id;role=document/id`.
  std::vector<std::string> row(const AnnotatedDocument& document, const AnnotationSet& set,
                               const Annotation& annotation) const;
  /// How many values of the annotation have no column.
  std::size_t values_left_out(const Annotation& annotation) const;

 private:
  using Key = std::pair<std::string, std::string>;  // label and attribute
  const std::size_t* column_of(const std::string& label, const std::string& attribute) const;

  const Schema& schema_;
  const std::vector<Annotator>& annotators_;
  std::vector<TableColumn> columns_;
  std::map<Key, std::size_t> places_;
};

/// What stands at the segments, ` … ` between two of them.
std::string quote_of(const Text& text, const Spans& spans);
/// What stands at the end of a relation: the quote, for ends without one their label or their address.
std::string words_of_end(const AnnotatedDocument& document, const AnnotationRef& target);

inline constexpr std::uint32_t kContext = 30;  ///< code points of context on either side

}  // namespace mitjul
