#include "ui/translations.h"

#include <wx/filename.h>
#include <wx/stdpaths.h>
#include <wx/translation.h>
#include <wx/utils.h>

namespace mitjul {

void speak(Language language) {
  set_language(language);
  const bool korean = language == Language::Korean;
  // For the system's own dialogs, which ask gettext.
  wxSetEnv("LANGUAGE", korean ? "ko" : "en");

  static bool known = false;
  if (!known) {
    const wxString program = wxPathOnly(wxStandardPaths::Get().GetExecutablePath());
    wxFileTranslationsLoader::AddCatalogLookupPathPrefix(program + "/locale");
    wxFileTranslationsLoader::AddCatalogLookupPathPrefix(program + "/../share/locale");
#ifdef MITJUL_LOCALE_DIR
    wxFileTranslationsLoader::AddCatalogLookupPathPrefix(wxString::FromUTF8(MITJUL_LOCALE_DIR));
#endif
    known = true;
  }
  auto* const translations = new wxTranslations;
  translations->SetLanguage(korean ? "ko" : "en");
  wxTranslations::Set(translations);
  translations->AddCatalog("mitjul");
}

}  // namespace mitjul
