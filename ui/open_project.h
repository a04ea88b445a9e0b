#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ui/action.h"
#include "ui/attempt.h"
#include "ui/claim_maker.h"
#include "ui/document_actions.h"
#include "ui/editor.h"
#include "ui/export_order.h"
#include "ui/export_preview.h"
#include "ui/notice_bar.h"
#include "ui/problem_review.h"
#include "ui/project_reader.h"
#include "ui/recent_labels.h"
#include "ui/review_queue.h"
#include "ui/settings.h"
#include "ui/suggester.h"
#include "ui/text_cache.h"
#include "ui/unit_rules.h"
#include "ui/word_reviews.h"
#include "ui/word_selector.h"
#include "ui/workbench.h"

namespace mitjul {

class SchemaEditor;

/// The project that a window shows: its editor, what is known of its words, its panes; carries out the actions on its
/// texts and annotations.
class OpenProject {
 public:
  /// What the window does for it.
  struct Window {
    std::function<void(Action)> act;
    Attempt attempt;
    Guarded guarded;
    std::function<void(NoticeBar::Kind, const wxString&)> say;
    /// Whether the project can be changed now; says why where it cannot.
    std::function<bool()> may_edit;
    /// Something was changed or selected; told after the panes.
    std::function<void(const EditorEvent&)> changed;
    /// An edit was done; told after `changed`.
    std::function<void(const Outcome&)> edited;
    std::function<void()> settings_changed;
    /// There are other problems, or another number of them.
    std::function<void()> problems_changed;
  };

  /// `annotator` works on it; where the project does not know them, its first one. Throws `Error` where there is no
  /// such project.
  OpenProject(const std::filesystem::path& path, const AnnotatorKey& annotator);
  /// Makes the panes, which `parent` owns and destroys before this.
  Workbench& show_in(wxWindow* parent, Settings& settings, Window window);

  const std::filesystem::path& path() const { return path_; }
  Editor& editor() { return editor_; }
  Workbench& workbench() { return *workbench_; }
  /// What waits for review, of who works.
  ReviewQueue& review_queue() { return queue_; }

  /// Shows the document of this key, or else the first that is not finished.
  void show_document(const DocumentKey& key);
  /// Actions that are not about a text are none of its.
  void carry_out(Action action);
  /// In one edit; what speaks against it is said.
  void change_settings(const ProjectSettings& settings);
  /// What was asked of the last export since the project was opened, be it that it came to nothing.
  std::optional<ExportOrder>& last_export() { return last_export_; }
  /// Counts what an export would hold, also behind the dialog that asked.
  ExportPreview& export_preview() { return export_preview_; }
  /// Brings the list of problems up, of the shown document or of all.
  void show_problems(bool project);
  /// In the shown document.
  std::size_t count_of_problems() const { return problems_.count_in_shown(); }
  /// What is wrong with the selected annotation, in a sentence; empty where nothing is.
  wxString problem_of_selected() const;
  /// As the key of the label does.
  void apply_label(const std::string& id);

 private:
  void take_in(const WorkspaceEvent& event);
  void take_in(const Edit& edit);
  void take_in_settings();
  void take_in_word_list();
  void forget_purged();
  void read();
  void refuse(const Editor::Refusal& refusal);
  void say(const wxString& refusal) { window_.say(NoticeBar::Kind::Refusal, refusal); }
  TextCanvas::Callbacks text_callbacks();

  void copy();
  void begin_relation();
  void relate_to(const AnnotationId& target);
  std::vector<std::string> recent_labels() const;
  LabelPalette::Host palette_host();
  void choose_label();
  DocumentActions::Host document_host();
  void switch_setting(bool ProjectSettings::*setting);
  void choose_relation(const AnnotationId& target, const std::vector<std::string>& labels);
  /// Says it where none is.
  bool has_relation_selected();
  void move_relation_end();
  void turn_relation();
  void take_over();
  void clear_filter();
  void go_to_relation(bool forward);
  void go_to_other_end();
  ClaimPanel::Callbacks claim_callbacks();
  FindPanel::Host find_host();
  void find(bool in_project);
  void go_to(const DocumentSpan& place);
  void list_particles();
  ProblemPanel::Host problem_host();
  void go_to_problem(const ProblemRow& row);
  void mend_problems(const std::vector<Finding>& findings);
  void make_claim();
  void choose_selected_source();
  void take_claim(const ClaimChoice& choice);
  void let_claim_go();
  void mark_claim(const ClaimChoice& choice);
  void annotate_occurrences();
  void annotate_word_list();
  void show_word_list();
  void edit_schema();
  void review();
  void publish_schema();
  void lock_schema();
  void show_proposals();
  void change_text_size(int percent);
  void label_document();
  wxString labels_of(const DocumentSummary& document);
  bool use_attribute_key(const KeyPress& key);
  GuidelinePanel::Host guideline_host();
  void show_rule();

  std::filesystem::path path_;
  Editor editor_;
  ProjectReader reader_;
  WordSelector words_;
  Suggester suggester_;
  WordReviews reviews_;
  ClaimMaker claims_;
  UnitRules rules_;
  ReviewQueue queue_;
  TextCache texts_;
  ProblemReview problems_;
  Settings* settings_ = nullptr;
  Window window_;
  Workbench* workbench_ = nullptr;
  std::optional<DocumentActions> documents_;  ///< as soon as there is a list of them
  RecentLabels recent_labels_;
  std::optional<ExportOrder> last_export_;
  ExportPreview export_preview_;
  bool word_list_damaged_ = false;
  SchemaEditor* schema_editor_ = nullptr;  ///< while it is shown
};

}  // namespace mitjul
