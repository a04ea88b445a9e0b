#include "ui/document_actions.h"

#include <algorithm>
#include <utility>

#include "core/annotation_checks.h"
#include "core/document_edits.h"
#include "core/error.h"
#include "messages/sentences.h"
#include "ui/name_question.h"
#include "ui/named_problem.h"
#include "ui/trash_dialog.h"
#include "ui/wx_text.h"

namespace mitjul {

void DocumentActions::refuse(const Editor::Refusal& refusal) {
  if (refusal) host_.say(NoticeBar::Kind::Refusal, refusal_words(*refusal, editor_));
}

void DocumentActions::mark_and_go_on(SetState state) {
  if (editor_.document() == nullptr) return;
  if (state == SetState::Finished) {
    for (const Annotation* const annotation : editor_.own_listed()) {
      const std::vector<Problem> missing = missing_attributes(*annotation, editor_.schema());
      if (missing.empty()) continue;
      editor_.select_annotation(annotation->id);
      return refuse(missing.front());
    }
  }
  if (const Editor::Refusal refusal = editor_.set_state(state)) return refuse(refusal);
  go_to_unfinished();
}

void DocumentActions::go_to_unfinished() {
  if (!list_.step(true, DocumentList::Which::Unfinished)) {
    const auto& documents = editor_.documents();
    const auto left = std::count_if(documents.begin(), documents.end(), [this](const DocumentSummary& document) {
      return !is_done(editor_.state_of(document));
    });
    // Where there are others that cannot be read, that was said.
    if (left == 0) {
      host_.say(NoticeBar::Kind::Result, _("No unfinished document is left."));
    } else if (list_.is_filtered()) {
      host_.say(NoticeBar::Kind::Result, _("No unfinished document is left in this list."));
    }
  }
  host_.go_to_text();
}

void DocumentActions::rename() {
  if (editor_.document() == nullptr || !host_.may_edit()) return;
  const DocumentInfo info = editor_.document()->document.info;
  wxString name = to_wx(info.name);
  wxString message = _("The name of the document in this project:");
  while (true) {
    const auto typed = ask_for_name(wxGetTopLevelParent(&list_), message, _("Rename Document"), name);
    if (!typed || *typed == to_wx(info.name)) return;
    name = *typed;
    const Editor::Refusal refusal = editor_.perform(rename_document(info, to_utf8(name)));
    if (!refusal) return;
    message = to_wx(sentence(*refusal));
  }
}

/// One that cannot be read is passed over: why is said to who asks for it.
void DocumentActions::show_first_readable(const std::vector<DocumentKey>& documents) {
  for (const DocumentKey& key : documents) {
    try {
      return editor_.show(key);
    } catch (const Error&) {
      continue;
    }
  }
}

void DocumentActions::trash() {
  if (editor_.document() == nullptr || !host_.may_edit()) return;
  const DocumentInfo info = editor_.document()->document.info;
  const std::vector<DocumentKey> next = list_.neighbours();
  const Editor::Refusal refusal = editor_.perform(trash_document(info), [&] { show_first_readable(next); });
  if (refusal) refuse(refusal);
}

void DocumentActions::show_trash() {
  if (!host_.may_edit()) return;
  TrashDialog(wxGetTopLevelParent(&list_), editor_, host_.purged).ShowModal();
  // What was restored may be the only one.
  if (editor_.document() == nullptr) list_.step(true, DocumentList::Which::Any);
  host_.go_to_text();
}

}  // namespace mitjul
