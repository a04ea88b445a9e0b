#include "ui/suggester.h"

#include <new>

#include "korean/document_suggestions.h"

namespace mitjul {
namespace {

// Long enough that a burst of changes asks once, and short enough to seem at once.
constexpr int kDelayMilliseconds = 120;

}  // namespace

Suggester::Suggester(Editor& editor, ProjectReader& reader) : editor_(editor), reader_(reader) {
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { ask(); });
}

Suggester::~Suggester() { timer_.Stop(); }

void Suggester::update_later() {
  if (!timer_.IsRunning()) timer_.StartOnce(kDelayMilliseconds);
}

void Suggester::ask() {
  again_ = asked_;
  const AnnotatedDocument* const document = editor_.document();
  if (asked_ || document == nullptr) return;
  const DocumentKey key = document->document.info.key;
  if (!editor_.workspace().settings().suggestions) return editor_.set_suggestions(key, {});
  const SuggestionRequest request(*document, editor_.workspace().annotator(), editor_.schema());
  asked_ = true;
  reader_.ask([this, key, request](const ProjectWords& words, const Progress& progress) -> ProjectReader::Answer {
    std::vector<Suggestion> suggestions;
    try {
      suggestions = suggest(request, words, progress);
    } catch (const std::bad_alloc&) {
      // None is no reason to stop an analyst.
      suggestions.clear();
    }
    return [this, key, suggestions = std::move(suggestions)] {
      asked_ = false;
      editor_.set_suggestions(key, suggestions);
      if (again_) ask();
    };
  });
}

}  // namespace mitjul
