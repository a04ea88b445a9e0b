#include "tests/gui/text_frame.h"

namespace mitjul {

TextFrameTest::TextFrameTest(const std::string& name, const std::string& text, wxSize size) {
  project_.close();
  {
    Workspace workspace(std::make_unique<ProjectFile>(project_.path));
    document_ = import_document(workspace, name, Text(text));
  }
  editor_ = std::make_unique<Editor>(std::make_unique<ProjectFile>(project_.path));
  editor_->show(document_);
  words_ = std::make_unique<WordSelector>(*editor_, project_words_);
  frame_ = new wxFrame(nullptr, wxID_ANY, "text", wxPoint(60, 40), size);
  canvas_ = new TextCanvas(frame_, *editor_, *words_, keys_,
                           {.act = [this](Action action) { acted_.push_back(action); },
                            .refused = [this](const Editor::Refusal& refusal) { refusal_ = refusal; },
                            .apply_label = [this](const std::string& label) { refusal_ = editor_->apply_label(label); },
                            .relate_to = [this](const AnnotationId& id) { related_ = id; },
                            .guarded = [](const std::function<void()>& call) { call(); }});
  editor_->listen([this](const EditorEvent& event) { canvas_->update(event); });
  frame_->Show();
  frame_->Raise();
  EXPECT_TRUE(comes_true([this] { return frame_->IsActive() && canvas_->GetSize().y > 300; }));
  canvas_->SetFocus();
  EXPECT_TRUE(comes_true([this] { return canvas_->HasFocus(); }));
}

TextFrameTest::~TextFrameTest() {
  // At once, or the next test's clicks land here.
  delete frame_;
  settle();
}

AnnotationId TextFrameTest::annotate(Span span, const std::string& label) {
  editor_->select(Selection(span.start, span.end));
  EXPECT_FALSE(editor_->apply_label(label));
  return editor_->selected_annotation().value();
}

void TextFrameTest::click(wxPoint point) {
  mouse_.MouseMove(point);
  mouse_.MouseClick();
  settle();
}

}  // namespace mitjul
