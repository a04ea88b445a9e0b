#include "ui/failure.h"

#include <wx/intl.h>

#include <exception>

#include "core/error.h"
#include "messages/sentences.h"
#include "ui/wx_text.h"

namespace mitjul {

wxString failure_sentence() {
  try {
    throw;
  } catch (const Error& error) {
    return to_wx(sentence(error));
  } catch (const std::exception& error) {
    return wxString::Format(_("Something went wrong that should not: %s"), wxString::FromUTF8(error.what()));
  } catch (...) {
    return wxString::Format(_("Something went wrong that should not: %s"), "?");
  }
}

}  // namespace mitjul
