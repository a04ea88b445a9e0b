#include "ui/filled_in.h"

#include "messages/particle.h"
#include "ui/wx_text.h"

namespace mitjul {

wxString filled_in(const wxString& sentence, const std::vector<wxString>& values) {
  constexpr std::string_view kPlace = "%s";
  const std::string words = to_utf8(sentence);
  std::string_view rest = words;
  std::string filled;
  for (const wxString& value : values) {
    const std::size_t place = rest.find(kPlace);
    if (place == std::string_view::npos) break;
    append_with_particles(filled, rest.substr(0, place));
    filled += to_utf8(value);
    rest.remove_prefix(place + kPlace.size());
  }
  append_with_particles(filled, rest);
  return to_wx(filled);
}

}  // namespace mitjul
