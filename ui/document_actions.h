#pragma once

#include <functional>
#include <vector>

#include "ui/attempt.h"
#include "ui/document_list.h"
#include "ui/notice_bar.h"

namespace mitjul {

/// What is done with whole documents: finished, passed over, renamed, thrown away and brought back.
class DocumentActions {
 public:
  /// What the window does for it.
  struct Host {
    std::function<void(NoticeBar::Kind, const wxString&)> say;
    /// Whether the project can be changed now; says why where it cannot.
    std::function<bool()> may_edit;
    std::function<void()> go_to_text;
    std::function<void(const DocumentKey&)> purged;  ///< a document is gone for good
  };
  /// Editor and list outlive it.
  DocumentActions(Editor& editor, DocumentList& list, Host host)
      : editor_(editor), list_(list), host_(std::move(host)) {}

  /// Marks the document that is shown, and shows the next unfinished one.
  void mark_and_go_on(SetState state);
  void go_to_unfinished();
  void rename();
  /// Moves the document that is shown to the trash, and shows the one behind it.
  void trash();
  void show_trash();

 private:
  void refuse(const Editor::Refusal& refusal);
  void show_first_readable(const std::vector<DocumentKey>& documents);

  Editor& editor_;
  DocumentList& list_;
  Host host_;
};

}  // namespace mitjul
