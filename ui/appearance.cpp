#include "ui/appearance.h"

#include <wx/settings.h>
#include <wx/string.h>

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

namespace mitjul {

Appearance next_appearance(Appearance appearance) {
  switch (appearance) {
    case Appearance::Light: return Appearance::Dark;
    case Appearance::Dark: return Appearance::System;
    case Appearance::System: break;
  }
  return Appearance::Light;
}

#ifdef __WXGTK__
// wx 3.2 has no call for it (3.3 has wxApp::SetAppearance), and fields that stay white beside a dark text hurt.
void set_appearance(Appearance appearance) {
  GtkSettings* const settings = gtk_settings_get_default();
  if (settings == nullptr) return;
  static bool chosen = false;
  if (appearance == Appearance::System) {
    // Every setting makes all windows load their style anew.
    if (!chosen) return;
    chosen = false;
    gtk_settings_reset_property(settings, "gtk-application-prefer-dark-theme");
    gtk_settings_reset_property(settings, "gtk-theme-name");
    return;
  }
  chosen = true;
  const bool dark = appearance == Appearance::Dark;
  gchar* name = nullptr;
  g_object_get(settings, "gtk-theme-name", &name, nullptr);
  wxString theme = wxString::FromUTF8(name == nullptr ? "" : name);
  g_free(name);
  // A dark theme of its own name has a light sister.
  wxString light;
  if (!dark && (theme.EndsWith("-dark", &light) || theme.EndsWith("-Dark", &light))) {
    g_object_set(settings, "gtk-theme-name", light.utf8_str().data(), nullptr);
  }
  g_object_set(settings, "gtk-application-prefer-dark-theme", dark ? TRUE : FALSE, nullptr);
  // wx keeps the system's colours until the theme has another name.
  g_object_notify(G_OBJECT(settings), "gtk-theme-name");
}
#else
void set_appearance(Appearance /*appearance*/) {}
#endif

bool is_dark(Appearance appearance) {
  if (appearance == Appearance::System) return wxSystemSettings::GetAppearance().IsDark();
  return appearance == Appearance::Dark;
}

}  // namespace mitjul
