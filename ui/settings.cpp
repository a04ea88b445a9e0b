#include "ui/settings.h"

#include <wx/filename.h>
#include <wx/log.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <array>

#include "core/file_io.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

/// Of the panes: a layout that another version stored is not taken up.
constexpr long kLayoutVersion = 1;

wxString key_entry(const ActionInfo& action) { return "keys/" + to_wx(action.id); }

/// As the file names them, in the order of `DocumentSort`.
constexpr std::array kDocumentSorts{"name", "state", "count", "arrival"};

wxString settings_file() {
  wxStandardPaths& paths = wxStandardPaths::Get();
  paths.SetFileLayout(wxStandardPaths::FileLayout_XDG);
  wxFileName file(paths.GetUserConfigDir(), "mitjul.conf");
  file.AppendDir("mitjul");
  // Where it cannot be made, nothing will be remembered; there is nobody to tell yet.
  const wxLogNull quiet;
  file.Mkdir(wxS_DIR_DEFAULT, wxPATH_MKDIR_FULL);
  return file.GetFullPath();
}

wxString key_of(Pane pane) {
  switch (pane) {
    case Pane::Documents: return "shown/documents";
    case Pane::Annotations: return "shown/annotations";
    case Pane::Labels: break;
  }
  return "shown/labels";
}

/// Of a project, in a group. Slashes make groups of entries.
wxString entry_of(const std::filesystem::path& project, const wxString& group) {
  wxString path = to_wx(path_to_utf8(project));
  path.Replace("/", "|");
  path.Replace("\\", "|");
  return group + "/" + path;
}

wxString annotator_entry(const std::filesystem::path& project) { return entry_of(project, "annotators"); }
wxString export_entry(const std::filesystem::path& project) { return entry_of(project, "exports"); }

}  // namespace

Settings::Settings()
    : first_start_(!wxFileExists(settings_file())),
      config_("mitjul", "", settings_file(), "", wxCONFIG_USE_LOCAL_FILE, wxConvUTF8) {
  config_.SetExpandEnvVars(false);
  config_.SetPath("/recent");
  recent_.Load(config_);
  config_.SetPath("/");
  keys_ = stored_keys();
  reading_style_ = stored_reading_style();
}

std::optional<Language> Settings::language() const {
  const wxString name = config_.Read("language", "");
  if (name == "ko") return Language::Korean;
  if (name == "en") return Language::English;
  return std::nullopt;
}

void Settings::set_language(std::optional<Language> language) {
  config_.Write("language", !language ? "system" : *language == Language::Korean ? "ko" : "en");
  config_.Flush();
}

Appearance Settings::appearance() const {
  const wxString name = config_.Read("appearance", "");
  if (name == "light") return Appearance::Light;
  if (name == "dark") return Appearance::Dark;
  return Appearance::System;
}

void Settings::set_appearance(Appearance appearance) {
  config_.Write("appearance", appearance == Appearance::Light  ? "light"
                              : appearance == Appearance::Dark ? "dark"
                                                               : "system");
  config_.Flush();
}

int Settings::text_size() const { return static_cast<int>(std::clamp(config_.ReadLong("textSize", 100), 50L, 400L)); }

void Settings::set_text_size(int percent) { config_.Write("textSize", percent); }

KeyMap Settings::stored_keys() const {
  KeyMap::Changes changes;
  for (const ActionInfo& action : actions()) {
    if (!config_.HasEntry(key_entry(action))) continue;
    auto keys = parse_key_list(to_utf8(config_.Read(key_entry(action), "")));
    if (keys) changes[action.action] = *std::move(keys);
  }
  return KeyMap(std::move(changes));
}

void Settings::set_keys(const KeyMap& keys) {
  for (const ActionInfo& action : actions()) {
    const auto change = keys.changes().find(action.action);
    if (change != keys.changes().end()) {
      config_.Write(key_entry(action), to_wx(names_of(change->second)));
    } else if (keys_.changes().count(action.action) != 0) {
      config_.DeleteEntry(key_entry(action));
    }
  }
  keys_ = keys;
  config_.Flush();
}

ReadingStyle Settings::stored_reading_style() const {
  const ReadingStyle usual;
  const auto number = [this](const char* key, int otherwise) {
    // No style comes near these, and an `int` holds them.
    return static_cast<int>(std::clamp(config_.ReadLong(key, otherwise), -1000L, 1000L));
  };
  ReadingStyle style;
  style.face = config_.Read("reading/face", "") == "serif" ? TextFace::Serif : TextFace::Sans;
  style.line_spacing = number("reading/lineSpacing", usual.line_spacing);
  style.column = number("reading/column", usual.column);
  style.paragraph_numbers = config_.ReadBool("reading/paragraphNumbers", usual.paragraph_numbers);
  return style.clamped();
}

void Settings::set_reading_style(const ReadingStyle& style) {
  reading_style_ = style.clamped();
  config_.Write("reading/face", reading_style_.face == TextFace::Serif ? "serif" : "sans");
  config_.Write("reading/lineSpacing", reading_style_.line_spacing);
  config_.Write("reading/column", reading_style_.column);
  config_.Write("reading/paragraphNumbers", reading_style_.paragraph_numbers);
  config_.Flush();
}

Settings::Window Settings::window() const {
  Window window;
  window.place = wxRect(
      static_cast<int>(config_.ReadLong("window/x", 0)), static_cast<int>(config_.ReadLong("window/y", 0)),
      static_cast<int>(config_.ReadLong("window/width", 0)), static_cast<int>(config_.ReadLong("window/height", 0)));
  window.maximized = config_.ReadBool("window/maximized", false);
  return window;
}

void Settings::set_window(const Window& window) {
  config_.Write("window/maximized", window.maximized);
  if (window.maximized) return;
  config_.Write("window/x", window.place.x);
  config_.Write("window/y", window.place.y);
  config_.Write("window/width", window.place.width);
  config_.Write("window/height", window.place.height);
}

wxString Settings::layout() const {
  return config_.ReadLong("layout/version", 0) == kLayoutVersion ? config_.Read("layout/panes", "") : wxString();
}

void Settings::set_layout(const wxString& layout) {
  config_.Write("layout/version", kLayoutVersion);
  config_.Write("layout/panes", layout);
}

bool Settings::shows(Pane pane) const { return config_.ReadBool(key_of(pane), true); }

void Settings::set_shows(Pane pane, bool shown) {
  config_.Write(key_of(pane), shown);
  config_.Flush();
}

int Settings::annotations_height() const { return static_cast<int>(config_.ReadLong("layout/annotations", 0)); }

void Settings::set_annotations_height(int height) { config_.Write("layout/annotations", height); }

int Settings::find_height() const { return static_cast<int>(config_.ReadLong("layout/find", 0)); }

void Settings::set_find_height(int height) { config_.Write("layout/find", height); }

int Settings::problems_height() const { return static_cast<int>(config_.ReadLong("layout/problems", 0)); }

void Settings::set_problems_height(int height) { config_.Write("layout/problems", height); }

int Settings::review_height() const { return static_cast<int>(config_.ReadLong("layout/review", 0)); }

void Settings::set_review_height(int height) { config_.Write("layout/review", height); }

DocumentOrder Settings::document_order() const {
  const wxString name = config_.Read("documents/order", "");
  const auto by = std::find(kDocumentSorts.begin(), kDocumentSorts.end(), name);
  if (by == kDocumentSorts.end()) return {};
  return {static_cast<DocumentSort>(by - kDocumentSorts.begin()), config_.ReadBool("documents/reversed", false)};
}

void Settings::set_document_order(const DocumentOrder& order) {
  config_.Write("documents/order", wxString(kDocumentSorts[static_cast<std::size_t>(order.by)]));
  config_.Write("documents/reversed", order.reversed);
  config_.Flush();
}

bool Settings::recent_labels() const { return config_.ReadBool("recentLabels", true); }

void Settings::set_recent_labels(bool offered) {
  config_.Write("recentLabels", offered);
  config_.Flush();
}

std::filesystem::path Settings::last_project() const {
  return path_from_utf8(to_utf8(config_.Read("last/project", "")));
}

void Settings::set_last_project(const std::filesystem::path& project) {
  config_.Write("last/project", to_wx(path_to_utf8(project)));
  config_.Flush();
}

DocumentKey Settings::last_document() const {
  return DocumentKey::parse(to_utf8(config_.Read("last/document", ""))).value_or(DocumentKey());
}

void Settings::set_last_document(const DocumentKey& key) {
  config_.Write("last/document", to_wx(key.view()));
  config_.Flush();
}

TextPos Settings::last_caret() const {
  return TextPos(static_cast<std::uint32_t>(std::max(0L, config_.ReadLong("last/caret", 0))));
}

void Settings::set_last_caret(TextPos caret) {
  config_.Write("last/caret", static_cast<long>(caret.value()));
  config_.Flush();
}

AnnotatorKey Settings::annotator(const std::filesystem::path& project) const {
  return AnnotatorKey::parse(to_utf8(config_.Read(annotator_entry(project), ""))).value_or(AnnotatorKey());
}

void Settings::set_annotator(const std::filesystem::path& project, const AnnotatorKey& key) {
  config_.Write(annotator_entry(project), to_wx(key.view()));
  config_.Flush();
}

std::filesystem::path Settings::export_place(const std::filesystem::path& project) const {
  return path_from_utf8(to_utf8(config_.Read(export_entry(project), "")));
}

void Settings::set_export_place(const std::filesystem::path& project, const std::filesystem::path& place) {
  config_.Write(export_entry(project), to_wx(path_to_utf8(place)));
  config_.Flush();
}

std::size_t Settings::export_page() const {
  return static_cast<std::size_t>(std::max(config_.ReadLong("export/page", 0), 0L));
}

void Settings::set_export_page(std::size_t page) {
  config_.Write("export/page", static_cast<long>(page));
  config_.Flush();
}

void Settings::add_recent(const std::filesystem::path& project) {
  recent_.AddFileToHistory(to_wx(path_to_utf8(project)));
  save_recent();
}

void Settings::forget_recent(const std::filesystem::path& project) {
  for (std::size_t i = recent_.GetCount(); i-- > 0;) {
    if (path_from_utf8(to_utf8(recent_.GetHistoryFile(i))) == project) recent_.RemoveFileFromHistory(i);
  }
  save_recent();
}

void Settings::save_recent() {
  config_.DeleteGroup("/recent");
  config_.SetPath("/recent");
  recent_.Save(config_);
  config_.SetPath("/");
  config_.Flush();
}

}  // namespace mitjul
