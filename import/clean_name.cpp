#include "import/clean_name.h"

#include "core/utf8.h"
#include "import/assembled_text.h"

namespace mitjul {

std::string clean_name(std::string_view text) {
  if (is_clean_text(text) && text.find('\r') == std::string_view::npos) return std::string(text);
  AssembledText clean;
  clean.append(text);
  return clean.finish("").text.utf8();
}

}  // namespace mitjul
