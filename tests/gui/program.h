#pragma once

#include <wx/gdicmn.h>
#include <wx/image.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/gui/waiting.h"

namespace mitjul {

/// What the system's accessibility interface (AT-SPI) says of something that a program shows on the screen.
struct Widget {
  std::string role;  ///< as AT-SPI names it: `frame`, `label`, `text`
  std::string text;  ///< its caption, or what stands in it
  bool active = false;
  bool focused = false;
  bool multi_line = false;
  wxRect place;      ///< on the screen, in pixels; only of buttons and of what has the focus
  std::string path;  ///< where AT-SPI has it
};

/// The editor itself as a program of its own, seen and used as by somebody at the screen: keys and mouse go to
/// whatever has the focus, what is shown is asked of AT-SPI. `home` is the user's folder, with the settings in it.
/// Speaks English. Killed with this object.
class EditorProgram {
 public:
  /// Whether somebody has used it before, who has settings.
  enum class Start { First, Later };
  explicit EditorProgram(const std::filesystem::path& home, const std::vector<std::string>& arguments = {},
                         Start start = Start::Later);
  EditorProgram(const EditorProgram&) = delete;
  EditorProgram& operator=(const EditorProgram&) = delete;
  ~EditorProgram();

  /// What it shows now, windows before what is in them, without the contents of menus, lists and tables.
  std::vector<Widget> widgets() const;
  /// Waits until it shows something that fits; nothing where it does not in time.
  std::optional<Widget> wait_for(const std::function<bool(const Widget&)>& fits) const;
  /// Waits for a window or dialog with this title that takes the keys, and for something in it that has the focus.
  bool wait_for_window(const std::string& title) const;
  /// Waits for a caption or sentence that holds these words.
  bool wait_for_words(const std::string& words) const;
  /// Waits until the text of the document has the focus; where it is.
  std::optional<wxRect> wait_for_text() const;
  /// Goes to the text from another pane, by keys.
  bool go_to_text() const;
  /// Waits for a field that has the focus, and puts this into it in place of what stood there: for Hangul, which keys
  /// of a US keyboard do not have.
  bool put_text(const std::string& text) const;

  /// Ends it with SIGKILL.
  void kill();
  /// Waits for its end; 128 + the signal's number where one ended it, -1 where it does not end in time.
  int wait();

 private:
  int pid_;
  mutable std::string bus_name_;  ///< where it answers AT-SPI; empty until it is known
};

/// All that is shown in a place on the screen.
wxImage picture_of(const wxRect& place);

void press_key(int key, int modifiers = 0);
/// Types characters of a US keyboard.
void type_keys(const std::string& keys);
void click(wxPoint point);
void double_click(wxPoint point);

/// How much slower the programs are than those that ship.
#if defined(__SANITIZE_ADDRESS__)
constexpr int kSlowdown = 2;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr int kSlowdown = 2;
#else
constexpr int kSlowdown = 1;
#endif
#else
constexpr int kSlowdown = 1;
#endif

}  // namespace mitjul
