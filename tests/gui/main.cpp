// Runs the tests that need a screen, in a wx program with an event loop. `tests/gui/with_display` gives them one.

#include <gtest/gtest.h>
#include <wx/app.h>
#include <wx/evtloop.h>
#include <wx/image.h>
#include <wx/log.h>

#include <clocale>

namespace {

class TestProgram : public wxApp {
 public:
  bool OnInit() override {
    wxInitAllImageHandlers();
    // Nobody is there to close a window that says what went wrong.
    delete wxLog::SetActiveTarget(new wxLogStderr);
    return true;
  }
  int OnRun() override {
    wxEventLoop loop;
    const wxEventLoopActivator active(&loop);
    return RUN_ALL_TESTS();
  }
  /// What a test breaks must be seen, and not shown in a window.
  bool OnExceptionInMainLoop() override { throw; }
};

}  // namespace

int main(int argc, char** argv) {
  // Names of files may hold Hangul, also where the environment knows ASCII alone.
  std::setlocale(LC_CTYPE, "C.UTF-8");
  testing::InitGoogleTest(&argc, argv);
  wxApp::SetInstance(new TestProgram);
  return wxEntry(argc, argv);
}
