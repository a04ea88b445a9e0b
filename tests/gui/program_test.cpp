// The program from outside: keys and mouse go in, what comes out is read from the screen and from the project file,
// by other programs.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/defs.h>

#include <chrono>
#include <csignal>
#include <filesystem>

#include "core/schema.h"
#include "tests/gui/program.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_folder.h"
#include "ui/theme.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;
using testing::AnyOf;
using testing::HasSubstr;

constexpr const char* kWord = "화웨이가 ";
constexpr std::uint32_t kFirstWord = 2;  // behind the emoji and a blank
constexpr std::uint32_t kWordLength = 5;
constexpr int kWords = 600;

/// One word that fills the screen, so that a double click finds it wherever it falls.
std::string article() {
  std::string text = "🚀 ";
  for (int i = 0; i < kWords; ++i) text += kWord;
  return text;
}

class ProgramTest : public testing::Test {
 protected:
  ProgramTest() { home_.write("article.txt", article()); }

  /// A project with the article.
  fs::path project() const {
    const fs::path path = home_ / "프로젝트.mitjul";
    EXPECT_EQ(run_cli({"new", path, "--schema", "claims-entities"}).exit_code, 0);
    EXPECT_EQ(run_cli({"import", path, home_ / "article.txt"}).exit_code, 0);
    return path;
  }
  static std::vector<std::vector<std::string>> annotations(const fs::path& project) {
    const ProgramResult result = run_cli({"annotations", project});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return rows_of(result.out);
  }
  static bool counts(const fs::path& project, std::size_t count) {
    return comes_true([&] { return annotations(project).size() == count; });
  }
  /// Annotates a word in the middle of the window as an organisation, and waits until it is in the file.
  static void annotate_in_the_middle(const EditorProgram& editor, const fs::path& project) {
    const auto text = editor.wait_for_text();
    ASSERT_TRUE(text);
    double_click(text->GetPosition() + text->GetSize() / 2);
    press_key('2');
    ASSERT_TRUE(comes_true([&] { return annotations(project).size() == 1; }, kSlowdown * std::chrono::seconds(2)));
  }
  /// One of the words of the article, with its particle or without.
  static void expect_a_word(std::uint32_t start, std::uint32_t end, const std::string& quote) {
    EXPECT_EQ((start - kFirstWord) % kWordLength, 0U) << start;
    EXPECT_EQ(quote, "화웨이");
    EXPECT_EQ(end - start, quote.size() / 3) << quote;
  }

  const TempFolder home_;
};

TEST_F(ProgramTest, ANewProjectAnArticleAndAnAnnotationByMouseAndKeys) {
  EditorProgram editor(home_.path());
  ASSERT_TRUE(editor.wait_for_words("Annotates Korean articles"));
  ASSERT_TRUE(editor.wait_for_window("Mitjul"));

  press_key('N', wxMOD_CONTROL);
  ASSERT_TRUE(editor.wait_for_window("New Project"));
  type_keys("first");
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor.wait_for_window("first – Mitjul"));
  const fs::path project = home_ / "first.mitjul";
  ASSERT_TRUE(fs::exists(project));

  press_key('I', wxMOD_CONTROL);
  ASSERT_TRUE(editor.wait_for_window("Import files"));
  type_keys("~/article.txt");
  ASSERT_TRUE(editor.wait_for([](const Widget& widget) { return widget.focused && widget.text == "~/article.txt"; }));
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor.wait_for_words("1 document came in"));

  annotate_in_the_middle(editor, project);
  const auto rows = annotations(project);
  ASSERT_EQ(rows.size(), 1U);
  ASSERT_EQ(rows[0].size(), 7U);
  EXPECT_EQ(rows[0][3], "ORG");
  const std::string& start = rows[0][4];
  const std::string& end = rows[0][5];
  const std::string& quote = rows[0][6];
  expect_a_word(static_cast<std::uint32_t>(std::stoul(start)), static_cast<std::uint32_t>(std::stoul(end)), quote);
  EXPECT_TRUE(editor.wait_for_words("Annotations (1)"));

  // The exported article says the same.
  const fs::path xml = home_ / "out.xml";
  ASSERT_EQ(run_cli({"export", project, "--format", "mitjul-xml", "--out", xml}).exit_code, 0);
  EXPECT_THAT(bytes_of(xml), HasSubstr("label=\"ORG\""));
  EXPECT_THAT(bytes_of(xml), HasSubstr("<segment start=\"" + start + "\" end=\"" + end + "\">" + quote + "</segment>"));

  press_key('Q', wxMOD_CONTROL);
  EXPECT_EQ(editor.wait(), 0);
  EXPECT_EQ(run_cli({"verify", project}).exit_code, 0);
}

TEST_F(ProgramTest, WhatWasAnnotatedSurvivesItsDeathAndCanBeUndoneAfterwards) {
  const fs::path path = project();
  {
    EditorProgram editor(home_.path(), {path});
    annotate_in_the_middle(editor, path);
    editor.kill();
    EXPECT_EQ(editor.wait(), 128 + SIGKILL);
  }
  EXPECT_EQ(annotations(path).size(), 1U);
  EXPECT_EQ(run_cli({"verify", path}).exit_code, 0);

  // Without being told, it opens what was open.
  EditorProgram again(home_.path());
  ASSERT_TRUE(again.wait_for_window("프로젝트 – Mitjul"));
  EXPECT_TRUE(again.wait_for_words("Annotations (1)"));
  EXPECT_EQ(annotations(path).size(), 1U);
  press_key('Z', wxMOD_CONTROL);
  EXPECT_TRUE(counts(path, 0));
  EXPECT_TRUE(again.wait_for([](const Widget& widget) { return widget.text == "Annotations"; }));
  press_key('Z', wxMOD_CONTROL | wxMOD_SHIFT);
  EXPECT_TRUE(counts(path, 1));
}

TEST_F(ProgramTest, WhatAnotherProgramAnnotatesIsSeenWithinASecond) {
  const fs::path path = project();
  // What is suggested has the colours of claims, too.
  ASSERT_EQ(run_cli({"settings", path, "--set", "suggestions=off"}).exit_code, 0);
  EditorProgram editor(home_.path(), {path});
  const auto text = editor.wait_for_text();
  ASSERT_TRUE(text);
  const wxColour bar = label_colours(preset("claims-entities").value(), "CLAIM", light_theme()).bar;
  const auto pixels = [&] {
    const wxImage picture = picture_of(*text);
    const unsigned char* const colours = picture.GetData();
    int count = 0;
    for (int i = 0; i < picture.GetWidth() * picture.GetHeight(); ++i) {
      const unsigned char* const colour = colours + 3 * static_cast<std::ptrdiff_t>(i);
      if (colour[0] == bar.Red() && colour[1] == bar.Green() && colour[2] == bar.Blue()) ++count;
    }
    return count;
  };
  ASSERT_EQ(pixels(), 0);
  ASSERT_TRUE(editor.wait_for([](const Widget& widget) { return widget.text == "Annotations"; }));

  // A claim that fills the screen.
  RunOptions line;
  line.input = R"({"label":"CLAIM","start":2,"end":3001})";
  ASSERT_EQ(run_cli({"annotate", path, "article.txt", "--from", "-"}, line).exit_code, 0);
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_TRUE(comes_true([&] { return pixels() > 2000; }));
  const auto drawn = std::chrono::steady_clock::now() - begin;
  EXPECT_TRUE(editor.wait_for_words("Annotations (1)"));
  const auto listed = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(drawn, kSlowdown * std::chrono::seconds(1));
  EXPECT_LT(listed, kSlowdown * std::chrono::seconds(1));
  RecordProperty("drawn_ms", static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(drawn).count()));

  // And that it is gone again.
  ASSERT_EQ(run_cli({"undo", path}).exit_code, 0);
  EXPECT_TRUE(comes_true([&] { return pixels() == 0; }, kSlowdown * std::chrono::seconds(1)));
}

TEST_F(ProgramTest, TheKeysGoToTheTextAgainWhenANoticeIsClosed) {
  const fs::path path = project();
  EditorProgram editor(home_.path(), {path});
  ASSERT_TRUE(editor.wait_for_text());
  press_key('R');
  ASSERT_TRUE(editor.wait_for_words("Select the annotation"));
  const auto close = editor.wait_for([](const Widget& widget) { return widget.text == "Close this notice"; });
  ASSERT_TRUE(close);
  click(close->place.GetPosition() + close->place.GetSize() / 2);
  ASSERT_TRUE(editor.wait_for_text());
  press_key(WXK_RIGHT, wxMOD_CONTROL);
  press_key('W');
  press_key('2');
  EXPECT_TRUE(counts(path, 1));
}

/// What is no project is told of in the window, which then works as usual.
class BadStartProgramTest : public ProgramTest,
                            public testing::WithParamInterface<std::pair<const char*, const char*>> {
 protected:
  fs::path path(const std::string& kind) const {
    if (kind == "missing") return home_ / "none.mitjul";
    if (kind == "text") return home_ / "article.txt";
    if (kind == "folder") return home_.path();
    if (kind == "empty") return home_.write("empty.mitjul", "");
    const fs::path good = project();
    std::string bytes = bytes_of(good);
    if (kind == "truncated") {
      bytes.resize(bytes.size() / 2);
    } else if (kind == "damaged") {
      // All but the first page, which says that it is a project.
      constexpr std::size_t kPage = 4096;
      std::fill(bytes.begin() + kPage, bytes.end(), '\x5A');
    } else if (kind == "scribbled") {
      for (std::size_t at = 5000; at < bytes.size(); at += 977) bytes[at] = '\x5A';
    }
    return home_.write(kind + ".mitjul", bytes);
  }
};

TEST_P(BadStartProgramTest, IsToldInASentence) {
  const auto& [kind, words] = GetParam();
  const fs::path bad = path(kind);
  EditorProgram editor(home_.path(), {bad});
  EXPECT_TRUE(editor.wait_for_words(words));
  EXPECT_TRUE(editor.wait_for_words("Annotates Korean articles"));
  ASSERT_TRUE(editor.wait_for_window("Mitjul"));
  press_key('N', wxMOD_CONTROL);
  ASSERT_TRUE(editor.wait_for_window("New Project"));
  type_keys("next");
  press_key(WXK_RETURN);
  EXPECT_TRUE(editor.wait_for_window("next – Mitjul"));
  press_key('Q', wxMOD_CONTROL);
  EXPECT_EQ(editor.wait(), 0);
}

INSTANTIATE_TEST_SUITE_P(Files, BadStartProgramTest,
                         testing::Values(std::pair("missing", "none.mitjul” does not exist"),
                                         std::pair("text", "article.txt” is not a Mitjul project"),
                                         std::pair("folder", "is a folder"),
                                         std::pair("empty", "empty.mitjul” is not a Mitjul project"),
                                         std::pair("truncated", "truncated.mitjul"),
                                         std::pair("damaged", "damaged.mitjul"),
                                         std::pair("scribbled", "scribbled.mitjul")),
                         [](const auto& each) { return std::string(each.param.first); });

}  // namespace
}  // namespace mitjul
