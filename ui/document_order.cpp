#include "ui/document_order.h"

#include <algorithm>
#include <array>

namespace mitjul {

DocumentOrder order_behind(const DocumentOrder& order) {
  using enum DocumentSort;
  static constexpr std::array<DocumentOrder, 8> kOrders{{{Name, false},
                                                         {Name, true},
                                                         {State, false},
                                                         {State, true},
                                                         {Count, true},
                                                         {Count, false},
                                                         {Arrival, false},
                                                         {Arrival, true}}};
  const auto present = std::find(kOrders.begin(), kOrders.end(), order);
  return present == kOrders.end() || present + 1 == kOrders.end() ? kOrders.front() : present[1];
}

DocumentOrder order_clicked(const DocumentOrder& present, DocumentSort by) {
  // Who clicks on the count looks for the document with the most.
  return {by, present.by == by ? !present.reversed : by == DocumentSort::Count};
}

}  // namespace mitjul
