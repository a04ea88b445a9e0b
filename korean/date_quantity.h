#pragma once

#include <vector>

#include "core/text.h"

namespace mitjul {

/// What a stretch of text has the form of.
enum class PatternKind {
  Date,       ///< 2025년 3월 11일, 3월, 2025.02.01, 1분기, 21세기, 올해 초
  TimeOfDay,  ///< 오전 10시 30분
  Days,       ///< a length of time in days or longer: 20여 년
  Hours,      ///< a shorter one: 1시간 20분
  Quantity,   ///< 69.7%, 200만 개, 1조 2천억 원, $12,000, 수십만 명
};

struct FoundPattern {
  Span span;
  PatternKind kind = PatternKind::Date;

  bool operator==(const FoundPattern&) const = default;
};

/// Dates and quantities by their form, in order, apart from each other. 약, 이상 and particles stay outside; numbers
/// without figures are none but those from 수만 up; of times told by words alone, years are dates (올해, 지난해) and
/// others are none (최근, 매년, 같은 해, 이달). Units in tables/quantity_units.tsv. Linear in the text.
std::vector<FoundPattern> dates_and_quantities(const Text& text);

}  // namespace mitjul
