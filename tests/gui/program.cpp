#include "tests/gui/program.h"

#include <gdk/gdk.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wx/bitmap.h>
#include <wx/uiaction.h>
#include <wx/utils.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string_view>

namespace mitjul {
namespace {

// The D-Bus interface of AT-SPI (at-spi2-core, xml/), without its client library, which locks up in its cache.
constexpr const char* kAccessible = "org.a11y.atspi.Accessible";

/// The answer of a call; nullptr where there is none.
using Answer = std::unique_ptr<GVariant, void (*)(GVariant*)>;

Answer call(GDBusConnection* bus, const std::string& name, const std::string& path, const char* interface,
            const char* method, GVariant* arguments = nullptr) {
  constexpr int kMilliseconds = 5000;
  GVariant* const answer =
      g_dbus_connection_call_sync(bus, name.c_str(), path.c_str(), interface, method, arguments, nullptr,
                                  G_DBUS_CALL_FLAGS_NONE, kMilliseconds, nullptr, nullptr);
  return {answer, [](GVariant* value) {
            if (value != nullptr) g_variant_unref(value);
          }};
}

GDBusConnection* open_bus() {
  GDBusConnection* const session = g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, nullptr);
  if (session == nullptr) return nullptr;
  const Answer address = call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress");
  g_object_unref(session);
  if (!address) return nullptr;
  const char* where = nullptr;
  g_variant_get(address.get(), "(&s)", &where);
  const auto flags = static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                       G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION);
  return g_dbus_connection_new_for_address_sync(where, flags, nullptr, nullptr, nullptr);
}

GDBusConnection* accessibility_bus() {
  static GDBusConnection* const bus = open_bus();
  return bus;
}

/// Something in another program: the program's name on the bus, and its path there.
struct Node {
  std::string program;
  std::string path;
};

std::vector<Node> children_of(const Node& node) {
  std::vector<Node> children;
  const Answer answer = call(accessibility_bus(), node.program, node.path, kAccessible, "GetChildren");
  if (!answer) return children;
  GVariantIter* each = nullptr;
  g_variant_get(answer.get(), "(a(so))", &each);
  const char* program = nullptr;
  const char* path = nullptr;
  while (g_variant_iter_next(each, "(&s&o)", &program, &path) != 0) children.push_back({program, path});
  g_variant_iter_free(each);
  return children;
}

std::string text_in(const Answer& answer, const char* format) {
  const char* text = "";
  if (answer) g_variant_get(answer.get(), format, &text);
  return text;
}

std::string role_of(const Node& node) {
  return text_in(call(accessibility_bus(), node.program, node.path, kAccessible, "GetRoleName"), "(&s)");
}

std::string name_of(const Node& node) {
  const Answer answer = call(accessibility_bus(), node.program, node.path, "org.freedesktop.DBus.Properties", "Get",
                             g_variant_new("(ss)", kAccessible, "Name"));
  if (!answer) return {};
  GVariant* value = nullptr;
  g_variant_get(answer.get(), "(v)", &value);
  std::string name = g_variant_get_string(value, nullptr);
  g_variant_unref(value);
  return name;
}

std::string content_of(const Node& node) {
  return text_in(call(accessibility_bus(), node.program, node.path, "org.a11y.atspi.Text", "GetText",
                      g_variant_new("(ii)", 0, -1)),
                 "(&s)");
}

/// The value of a combo box.
std::string chosen_in(const Node& node) {
  const Answer answer = call(accessibility_bus(), node.program, node.path, "org.a11y.atspi.Selection",
                             "GetSelectedChild", g_variant_new("(i)", 0));
  if (!answer) return {};
  const char* program = nullptr;
  const char* path = nullptr;
  g_variant_get(answer.get(), "((&s&o))", &program, &path);
  return name_of({program, path});
}

/// Bits of `AtspiStateType` (atspi-constants.h).
enum State { kActive = 1, kFocused = 12, kMultiLine = 17, kShowing = 25 };

std::uint32_t states_of(const Node& node) {
  const Answer answer = call(accessibility_bus(), node.program, node.path, kAccessible, "GetState");
  if (!answer) return 0;
  GVariantIter* words = nullptr;
  std::uint32_t first = 0;
  g_variant_get(answer.get(), "(au)", &words);
  g_variant_iter_next(words, "u", &first);
  g_variant_iter_free(words);
  return first;
}

wxRect place_of(const Node& node) {
  constexpr std::uint32_t kScreen = 0;
  const Answer answer = call(accessibility_bus(), node.program, node.path, "org.a11y.atspi.Component", "GetExtents",
                             g_variant_new("(u)", kScreen));
  wxRect place;
  if (answer) g_variant_get(answer.get(), "((iiii))", &place.x, &place.y, &place.width, &place.height);
  return place;
}

bool is_looked_into(std::string_view role) {
  constexpr std::array<std::string_view, 6> kClosed{"menu bar", "tree table", "table",
                                                    "list box", "scroll bar", "combo box"};
  return std::find(kClosed.begin(), kClosed.end(), role) == kClosed.end();
}

void collect(const Node& node, std::vector<Widget>& found) {
  const std::uint32_t states = states_of(node);
  const auto is = [states](State state) { return (states >> state & 1U) != 0; };
  if (!is(kShowing)) return;
  Widget widget;
  widget.path = node.path;
  widget.role = role_of(node);
  widget.text = widget.role == "text" ? content_of(node) : widget.role == "combo box" ? chosen_in(node) : name_of(node);
  widget.active = is(kActive);
  widget.focused = is(kFocused);
  widget.multi_line = is(kMultiLine);
  if (widget.focused || widget.role == "push button") widget.place = place_of(node);
  const bool closed = !is_looked_into(widget.role);
  found.push_back(std::move(widget));
  if (closed) return;
  for (const Node& child : children_of(node)) collect(child, found);
}

/// Those of somebody who has closed the tour long ago; nothing where there are settings.
void write_settings(const std::filesystem::path& file) {
  if (std::filesystem::exists(file)) return;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file) << "language=en\n";
}

/// The widest of what can have the focus.
bool is_text(const Widget& widget) {
  constexpr int kLeastWidth = 400;
  return widget.focused && widget.role == "panel" && widget.place.width > kLeastWidth;
}

}  // namespace

EditorProgram::EditorProgram(const std::filesystem::path& home, const std::vector<std::string>& arguments, Start start)
    : pid_(::fork()) {
  if (pid_ != 0) return;
  if (start == Start::Later) write_settings(home / "config/mitjul/mitjul.conf");
  ::setenv("HOME", home.c_str(), 1);
  ::setenv("XDG_CONFIG_HOME", (home / "config").c_str(), 1);
  ::setenv("LC_ALL", "C.UTF-8", 1);
  ::unsetenv("NO_AT_BRIDGE");
  std::vector<char*> words{const_cast<char*>(MITJUL_EDITOR)};
  for (const std::string& word : arguments) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  ::execv(words[0], words.data());
  ::_exit(127);
}

EditorProgram::~EditorProgram() {
  if (pid_ <= 0) return;
  kill();
  wait();
}

void EditorProgram::kill() { ::kill(pid_, SIGKILL); }

int EditorProgram::wait() {
  int status = 0;
  if (!comes_true([&] { return ::waitpid(pid_, &status, WNOHANG) == pid_; })) return -1;
  pid_ = -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

std::vector<Widget> EditorProgram::widgets() const {
  if (accessibility_bus() == nullptr) {
    ADD_FAILURE() << "There is no accessibility bus (package at-spi2-core).";
    return {};
  }
  const std::string root = "/org/a11y/atspi/accessible/root";
  if (bus_name_.empty()) {
    for (const Node& program : children_of({"org.a11y.atspi.Registry", root})) {
      const Answer answer =
          call(accessibility_bus(), "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
               "GetConnectionUnixProcessID", g_variant_new("(s)", program.program.c_str()));
      std::uint32_t pid = 0;
      if (answer) g_variant_get(answer.get(), "(u)", &pid);
      if (pid == static_cast<std::uint32_t>(pid_)) bus_name_ = program.program;
    }
  }
  std::vector<Widget> found;
  if (bus_name_.empty()) return found;
  for (const Node& window : children_of({bus_name_, root})) collect(window, found);
  return found;
}

std::optional<Widget> EditorProgram::wait_for(const std::function<bool(const Widget&)>& fits) const {
  std::optional<Widget> found;
  std::vector<Widget> shown;
  comes_true([&] {
    shown = widgets();
    const auto first = std::find_if(shown.begin(), shown.end(), fits);
    if (first != shown.end()) found = *first;
    return found.has_value();
  });
  if (!found) {
    std::string all;
    for (const Widget& widget : shown) {
      if (widget.text.empty() && !widget.focused) continue;
      all += "\n  " + widget.role + " “" + widget.text + "”" + (widget.active ? " active" : "") +
             (widget.focused ? " focused" : "");
    }
    ADD_FAILURE() << "The editor does not show what is waited for, but:" << all;
  }
  return found;
}

bool EditorProgram::wait_for_window(const std::string& title) const {
  bool in_it = false;
  return wait_for([&](const Widget& widget) {
           const bool window = widget.role == "frame" || widget.role == "dialog" || widget.role == "file chooser";
           // GTK's file dialog holds another one.
           if (window && widget.text != "File Chooser Widget") in_it = widget.active && widget.text == title;
           return in_it && widget.focused;
         })
      .has_value();
}

bool EditorProgram::wait_for_words(const std::string& words) const {
  return wait_for([&](const Widget& widget) {
           return widget.role == "label" && widget.text.find(words) != std::string::npos;
         })
      .has_value();
}

std::optional<wxRect> EditorProgram::wait_for_text() const {
  const auto widget = wait_for(is_text);
  return widget ? std::optional(widget->place) : std::nullopt;
}

bool EditorProgram::go_to_text() const {
  constexpr int kMostPanes = 8;
  wxRect before;
  for (int pane = 0; pane < kMostPanes; ++pane) {
    press_key(WXK_F6);
    const auto focused =
        wait_for([&before](const Widget& each) { return each.focused && !each.multi_line && each.place != before; });
    if (!focused) return false;
    if (is_text(*focused)) return true;
    before = focused->place;
  }
  return false;
}

bool EditorProgram::put_text(const std::string& text) const {
  const auto field = wait_for([](const Widget& widget) { return widget.focused && widget.role == "text"; });
  if (!field) return false;
  const Answer answer = call(accessibility_bus(), bus_name_, field->path, "org.a11y.atspi.EditableText",
                             "SetTextContents", g_variant_new("(s)", text.c_str()));
  return wait_for([&](const Widget& widget) { return widget.focused && widget.text == text; }).has_value();
}

wxImage picture_of(const wxRect& place) {
  GdkPixbuf* const pixels =
      gdk_pixbuf_get_from_window(gdk_get_default_root_window(), place.x, place.y, place.width, place.height);
  return wxBitmap(pixels).ConvertToImage();
}

void press_key(int key, int modifiers) { wxUIActionSimulator().Char(key, modifiers); }

void type_keys(const std::string& keys) { wxUIActionSimulator().Text(keys.c_str()); }

void click(wxPoint point) {
  wxUIActionSimulator mouse;
  mouse.MouseMove(point);
  mouse.MouseClick();
}

void double_click(wxPoint point) {
  wxUIActionSimulator mouse;
  mouse.MouseMove(point);
  mouse.MouseDblClick();
}

}  // namespace mitjul
