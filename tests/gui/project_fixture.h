#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/gui/program.h"
#include "tests/support/temp_folder.h"

namespace mitjul {

using Strings = std::vector<std::string>;

/// A project on the disk, and the program that has it open; what stands in the project is asked of `mitjul-cli`.
class ProjectFixture : public testing::Test {
 protected:
  explicit ProjectFixture(const std::string& name = "낱말") : project_(home_ / (name + ".mitjul")) {}

  /// A project with documents of these names.
  void make(const std::map<std::string, std::string>& documents, const Strings& settings = {"suggestions=off"}) const;
  /// The same, open in the editor at the first document.
  void open(const std::map<std::string, std::string>& documents, const Strings& settings = {"suggestions=off"});
  void start();
  /// Waits for the window and its text.
  bool is_back() const;
  bool shows(const std::string& words) const;

  /// What `mitjul-cli COMMAND PROJECT ARGUMENTS…` prints.
  std::string cli(const std::string& command, Strings arguments = {}, const std::string& input = {}) const;

  /// The annotations of the project: `ORG 화웨이 @2 hand`, `CLAIM … @2 suggestion type=fact note=…`, and relations as
  /// `source claim=CLAIM source=PERSON suggestion`.
  Strings annotations() const;
  /// Waits until the annotations of the project are these; fails the test where they are not in time.
  template <typename Matcher>
  bool become(const Matcher& matcher) const {
    const bool there = comes_true([&] { return testing::Value(annotations(), matcher); });
    if (!there) {
      EXPECT_THAT(annotations(), matcher);
    }
    return there;
  }

  /// From the beginning of the text, the caret goes to the beginning of the eojeol behind so many.
  static void go_to_eojeol(int number);

  const TempFolder home_;
  const std::filesystem::path project_;
  std::unique_ptr<EditorProgram> editor_;
};

}  // namespace mitjul
