#include <wx/wx.h>

#include <clocale>
#include <cstdlib>

#include "core/file_io.h"
#include "ui/app.h"

wxIMPLEMENT_APP_NO_MAIN(mitjul::App);

#ifdef __WXMSW__
#include <wx/msw/wrapshl.h>

int WINAPI WinMain(HINSTANCE instance, HINSTANCE previous, wxCmdLineArgType, int show) {
  int count = 0;
  if (LPWSTR* const arguments = CommandLineToArgvW(GetCommandLineW(), &count); arguments != nullptr) {
    if (count > 1) mitjul::App::asked_for = arguments[1];
    LocalFree(arguments);
  }
  return wxEntry(instance, previous, nullptr, show);
}
#else
int main(int argc, char** argv) {
  // wx and GTK leave it at C: names of folders that are not ASCII are lost then, the user's own with the settings in
  // it, and input methods do not know the language.
  if (std::setlocale(LC_CTYPE, "") == nullptr || MB_CUR_MAX == 1) std::setlocale(LC_CTYPE, "C.UTF-8");
  // Taken before wx converts it: in the locale C that loses what is not ASCII.
  if (argc > 1) mitjul::App::asked_for = mitjul::path_from_utf8(argv[1]);
#ifdef __WXGTK__
  // Nothing here draws with OpenGL; GTK loads its driver all the same, which takes 44 MB where there is no GPU.
  wxSetEnv("GDK_GL", "disable");
#endif
  int only_program = 1;
  return wxEntry(only_program, argv);
}
#endif
