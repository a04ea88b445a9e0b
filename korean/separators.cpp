#include "korean/separators.h"

namespace mitjul {

char32_t closing_bracket(char32_t open) {
  switch (open) {
    case '(': return ')';
    case '[': return ']';
    case U'（': return U'）';
    case U'［': return U'］';
    case U'〔': return U'〕';
    default: return 0;
  }
}

}  // namespace mitjul
