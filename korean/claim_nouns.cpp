#include "korean/claim_nouns.h"

#include <stdexcept>

#include "korean/embedded_table.h"
#include "korean/word_letters.h"

namespace mitjul {

const ClaimNouns& ClaimNouns::all() {
  static const ClaimNouns nouns = [] {
    ClaimNouns made;
    for (const auto& columns : korean_table_rows("claim_nouns")) {
      const std::string& kind = columns.at(0);
      WordSet& set = kind == "action" ? made.action : kind == "state" ? made.state : made.clausal;
      if (kind != "action" && kind != "state" && kind != "clausal") {
        throw std::invalid_argument("claim_nouns.tsv: " + kind);
      }
      set.insert(composed_letters(columns.at(1)));
    }
    return made;
  }();
  return nouns;
}

}  // namespace mitjul
