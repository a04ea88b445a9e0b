#pragma once

namespace mitjul {

/// By what documents are sorted; those that are alike in it come by name.
enum class DocumentSort { Name, State, Count, Arrival };

struct DocumentOrder {
  DocumentSort by = DocumentSort::Name;
  bool reversed = false;  ///< the last name, the most annotations first

  bool operator==(const DocumentOrder&) const = default;
};

/// The order that comes behind one for somebody who goes through all of them: each and its reverse, the more useful of
/// the two first.
DocumentOrder order_behind(const DocumentOrder& order);
/// What a click on the heading of a column makes of the present order: the other way round where it is sorted by this
/// already.
DocumentOrder order_clicked(const DocumentOrder& present, DocumentSort by);

}  // namespace mitjul
