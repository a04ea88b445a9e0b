#pragma once

#include <gtest/gtest.h>
#include <wx/frame.h>
#include <wx/uiaction.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tests/gui/waiting.h"
#include "tests/storage/support.h"
#include "ui/key_map.h"
#include "ui/text_canvas.h"

namespace mitjul {

/// A document of a project in a frame of its own, with the text that mouse and keys go to.
class TextFrameTest : public testing::Test {
 protected:
  TextFrameTest(const std::string& name, const std::string& text, wxSize size);
  ~TextFrameTest() override;

  const Text& text() const { return editor_->document()->document.text; }
  AnnotationId annotate(Span span, const std::string& label);
  void click(wxPoint point);

  Project project_;
  DocumentKey document_;
  std::unique_ptr<Editor> editor_;
  const ProjectWords project_words_;
  const KeyMap keys_;
  std::unique_ptr<WordSelector> words_;
  wxFrame* frame_;
  TextCanvas* canvas_;
  std::vector<Action> acted_;
  Editor::Refusal refusal_;
  std::optional<AnnotationId> related_;
  wxUIActionSimulator mouse_;
};

}  // namespace mitjul
