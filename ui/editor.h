#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/workspace.h"
#include "ui/annotation_filter.h"
#include "ui/relation_walk.h"
#include "ui/shown_sets.h"
#include "ui/suggestion_list.h"
#include "view/caret.h"

namespace mitjul {

/// What has to be drawn anew.
struct EditorEvent {
  bool document = false;                   ///< another document is shown, or none
  bool annotations = false;                ///< annotations of the shown document changed
  std::vector<AnnotationId> changed = {};  ///< which: those that were made, edited or deleted; empty: any of them
  /// Caret, selected text, annotation or suggestion, pen, or a relation that is being made.
  bool selection = false;
  bool schema = false;       ///< labels changed
  bool documents = false;    ///< the list of documents, their states and counts
  bool reveal = false;       ///< the caret, or the selected annotation, must be brought into sight
  bool suggestions = false;  ///< others are open in the shown document
  bool filter = false;       ///< other annotations are listed, or shown in the text
};

/// A relation on its way: where it starts, and which labels may still become of it.
struct RelationDraft {
  AnnotationId from;
  std::vector<std::string> labels;  ///< ids of relation labels that allow `from` at one end
  /// Of a relation that is there: its second end goes to the target. Nothing: a new one is made.
  std::optional<AnnotationId> moved = {};
};

/// What a window works on: a project, the document that is shown, the selection in it. No window itself: every
/// gesture becomes an `Edit` here and goes through the workspace. A refusal is returned for the window to show.
/// Members throw `Error` where the project file cannot be read or written; nothing has changed then.
class Editor {
 public:
  using Refusal = std::optional<Problem>;
  using Listener = std::function<void(const EditorEvent&)>;

  /// Works as this annotator where the project knows them, else as its first one.
  explicit Editor(std::unique_ptr<Store> store, const AnnotatorKey& annotator = {});

  Workspace& workspace() { return workspace_; }
  const Schema& schema() const { return workspace_.schema(); }
  void listen(Listener listener) { listeners_.push_back(std::move(listener)); }
  /// Told of every edit of this editor, as it was done: undone and redone ones too.
  using EditListener = std::function<void(const Edit&)>;
  void listen_to_edits(EditListener listener) { edit_listeners_.push_back(std::move(listener)); }
  /// Told of every edit of this editor that was done, once the document is shown that it is about.
  using OutcomeListener = std::function<void(const Outcome&)>;
  void listen_to_outcomes(OutcomeListener listener) { outcome_listeners_.push_back(std::move(listener)); }

  // --- The documents of the project ---
  /// Those outside the trash, by name, as they were at the last change.
  const std::vector<DocumentSummary>& documents() const { return documents_; }
  /// One of them; nullptr where it is in the trash, or not in the project.
  const DocumentSummary* find_document(const DocumentKey& key) const;
  /// Shows a document, with the caret where it was when it was last shown. An empty key shows none.
  void show(const DocumentKey& key);
  /// The same of a document that something refers to: it may be in the trash by now, or gone, and stays unread then.
  Refusal visit(const DocumentKey& key);
  /// nullptr where none is shown.
  const AnnotatedDocument* document() const { return document_; }
  /// The units of the text that is shown; found when they are first asked for. None where no document is shown.
  const std::vector<Span>& units();
  /// The set that the annotator works in; empty where it does not exist yet.
  SetKey set_key() const;
  /// nullptr where no document is shown or nothing was annotated yet.
  const AnnotationSet* set() const;
  /// Annotations of the set, and of those of others that are shown, in listing order. Pointers hold until the next
  /// change.
  const std::vector<const Annotation*>& listed() const { return listed_; }
  /// What the annotator has in a document; nullptr where nothing was begun.
  const SetSummary* own_set(const DocumentSummary& document) const;
  SetState state_of(const DocumentSummary& document) const;
  /// Takes in what other programs changed; cheap where they did not.
  void refresh();
  Refusal set_state(SetState state);

  // --- Other annotators ---
  /// Lists and draws sets of others, too: in every document that has them, until there is another choice. They can be
  /// read, and taken over; whatever else would change them is refused.
  void show_sets(const ShownSets& sets);
  /// What was chosen, as far as the shown document has such sets.
  const ShownSets& shown_sets() const { return shown_sets_; }
  /// The other sets of the document that have annotations, in the order of the project's annotators.
  std::vector<SetKey> other_sets() const;
  /// The sets that annotations are listed of, the own one among them.
  std::vector<const AnnotationSet*> listed_sets() const;
  /// Of these, the one that an annotation stands in; nullptr where it is in none.
  const AnnotationSet* set_of(const AnnotationId& id) const;
  const Annotation* find_listed(const AnnotationId& id) const;
  /// Those of `listed()` that stand in the own set; the same rules for the pointers.
  const std::vector<const Annotation*>& own_listed() const;
  /// Whose a set is, in words.
  wxString name_of(const SetKey& set) const { return set_name(set, workspace_.annotators()); }
  /// Whether it stands in the set that the annotator works in.
  bool is_own(const AnnotationId& id) const;
  /// Why an annotation of somebody else cannot be changed; nothing for one's own, and for what is not there.
  Refusal refuse_to_change(const AnnotationId& id) const;
  /// Copies the selected annotation of somebody else into the own set, and selects the copy, or what says the same
  /// there. Nothing where none of somebody else is selected.
  Refusal take_over();

  // --- Selection ---
  const Selection& selection() const { return selection_; }
  /// Selecting text unselects annotation and suggestion.
  void select(const Selection& selection);
  /// Brings the caret into sight.
  void reveal() { tell({.reveal = true}); }
  /// Segments selected before the present one, for a discontinuous span.
  const std::vector<Span>& kept_segments() const { return kept_; }
  /// Keeps the selected text as a segment; the next selection is another one.
  void keep_segment();
  /// All segments that are selected, kept ones included, without blanks at their edges; empty where there are none.
  std::vector<Span> selected_segments() const;

  const std::optional<AnnotationId>& selected_annotation() const { return selected_; }
  /// The annotation itself; nullptr where none is selected.
  const Annotation* selected() const;
  void select_annotation(const std::optional<AnnotationId>& id, bool reveal = true);
  void select_next_annotation();
  void select_previous_annotation();
  /// Ends relation draft, pen, kept segments, selected text, selected annotation or suggestion: the first of these
  /// that is there.
  void escape();
  /// Whether any of these is there.
  bool holds_anything() const;

  // --- Suggestions ---
  /// What is suggested in a document, computed elsewhere; nothing where it is no longer the one that is shown. Gone as
  /// soon as another document is shown. Labels that the schema does not have and spans outside the text are left out.
  void set_suggestions(const DocumentKey& document, std::vector<Suggestion> suggestions);
  /// Those not decided yet, in text order: what is annotated, or refused, is not among them. Pointers hold until the
  /// next `set_suggestions`, or until another document is shown.
  const std::vector<const Suggestion*>& suggestions() const { return suggestions_.open(); }
  /// nullptr where none is selected.
  const Suggestion* selected_suggestion() const { return suggestions_.selected(); }
  /// One of `suggestions()`; selecting it unselects annotation and text. nullptr selects none.
  void select_suggestion(const Suggestion* suggestion, bool reveal = true);
  /// From the selected one, or else the caret; on at the other end.
  void select_next_suggestion();
  void select_previous_suggestion();
  /// Those with the words and the label of the selected one, itself included; empty where none is selected.
  std::vector<const Suggestion*> suggestions_like_selected() const;
  /// Those with the label of the selected one.
  std::vector<const Suggestion*> suggestions_with_label_of_selected() const;
  /// Makes annotations of them, in one edit, and selects the suggestion behind the selected one. Of several, those that
  /// the schema does not let stand beside others are left, the less confident ones first; one alone is refused then.
  Refusal accept_suggestions(std::vector<const Suggestion*> suggestions);
  Refusal accept_suggestion();
  /// Annotates the span of the selected suggestion with another label, as by hand.
  Refusal accept_suggestion_as(const std::string& label);
  /// Remembers in the project that they are not wanted, in one edit, and selects the suggestion behind the selected
  /// one.
  Refusal refuse_suggestions(const std::vector<const Suggestion*>& suggestions);
  Refusal refuse_suggestion();

  // --- Filter ---
  /// Holds for every document that is shown, until there is another one.
  const AnnotationFilter& filter() const { return filter_; }
  void set_filter(AnnotationFilter filter);
  /// Whether the text shows only what the filter accepts, too.
  void filter_text(bool filter);
  bool filters_text() const { return filters_text_; }
  /// Whether anything that is listed may be left out: by the filter, or because the list has those of one other set.
  bool is_filtered() const { return !filter_.empty() || shown_sets_.which == ShownSets::Which::One; }
  bool is_text_filtered() const { return filters_text_ && is_filtered(); }
  bool accepts(const Annotation& annotation) const;
  /// Those of `listed()` that the filter accepts; the same rules for the pointers.
  const std::vector<const Annotation*>& filtered() const;
  /// Whether the text does not show it; what is selected is always shown.
  bool is_hidden(const Annotation& annotation) const;

  // --- What gestures do ---
  /// A label's key or button: annotates the selected text or suggestion, relabels the selected annotation, labels the
  /// document, or makes the label the pen, whichever fits. With a relation draft and a relation label: chooses it.
  Refusal apply_label(const std::string& label);
  /// Empty where there is no pen.
  const std::string& pen() const { return pen_; }
  /// Annotates the selected text with the pen; nothing where there is no pen or no text.
  Refusal use_pen();
  /// Moves the start or the end of the selected annotation by one grapheme cluster, or one eojeol.
  enum class Edge { Start, End };
  enum class Step { Grapheme, Eojeol };
  Refusal move_edge(Edge edge, Step step, bool forward);
  /// Deletes the selected annotation with the relations that hang on it.
  Refusal remove_selected();
  /// Confirms the selected annotation as it is, under the version of the schema that is published.
  Refusal confirm_selected();
  /// Makes a version of the schema's draft; as `Workspace::publish_schema`.
  Refusal publish_schema(const std::set<std::string>& unchanged);
  /// Replaces label, attributes and note of an annotation by those of `changed`.
  Refusal change(const Annotation& changed, const std::string& name);
  /// An edit that was put together elsewhere. `then` comes behind it, before anybody is told.
  Refusal perform(Edit edit, const std::function<void()>& then = {});
  /// Changes the labels, with the annotations that this concerns.
  Refusal change_schema(const SchemaOperation& operation);
  Refusal undo();
  Refusal redo();

  // --- Relations ---
  /// Begins a relation at the selected annotation; nothing where no relation allows it. Where that is a relation that
  /// cannot be an end itself, begins to move its second end.
  Refusal begin_relation();
  const std::optional<RelationDraft>& relation_draft() const { return draft_; }
  /// Labels that the schema allows for a relation from the draft's start to `target`.
  std::vector<std::string> relations_to(const AnnotationId& target) const;
  /// Makes the relation, or moves its end; the draft ends.
  Refusal relate(const AnnotationId& target, const std::string& label);
  /// The selected relation with its ends changed over; refused where the schema does not allow it.
  Refusal turn_relation();
  /// Labels that the selected relation may have, its own included; empty where no relation is selected.
  std::vector<std::string> kinds_of_selected() const;
  /// Relations with an end at an annotation, in listing order; of an annotation of this document.
  std::vector<const Annotation*> relations_at(const AnnotationId& id) const;
  /// Selects the next relation of the selected annotation, or of the one whose relations are gone through; on at the
  /// other end. False where there is none.
  bool select_relation(bool forward);
  /// From the selected relation, or an annotation, to the end that one did not come from. False where it is not clear
  /// which: none is selected, or an annotation has none or several.
  bool select_other_end();

 private:
  void tell(EditorEvent event);
  void take_in(const WorkspaceEvent& event);
  Refusal carry_out(const std::function<Outcome()>& step, const std::function<void()>& then = {});
  void follow(const Outcome& outcome);
  Refusal make(const std::string& label, Anchor anchor);
  Refusal apply_relation_label(const Label& label);
  Refusal move_end(const AnnotationId& relation, const Annotation& target);
  void show_nothing();
  bool drop_what_is_gone();
  void find_shown_sets();
  bool lists(const SetKey& set) const { return set == set_key() || shown_sets_.hold(set); }
  bool is_left_out(const Annotation& annotation) const;
  const AnnotationMatcher& matcher() const;
  void forget_filtered();
  void select_neighbour(bool forward);
  void list_all();
  void list_changed(const std::vector<AnnotationId>& changed);
  void recount(const DocumentKey& key);
  void go_to(const Edit& edit);
  /// Behind an edit; without one, where anything may have changed.
  void update_suggestions(EditorEvent& event, const Edit* edit = nullptr);
  bool leave_out_decided(const Edit* edit = nullptr);
  std::vector<const Suggestion*> allowed(const std::vector<const Suggestion*>& suggestions) const;

  Workspace workspace_;
  std::vector<Listener> listeners_;
  std::vector<EditListener> edit_listeners_;
  std::vector<OutcomeListener> outcome_listeners_;
  std::vector<DocumentSummary> documents_;
  bool carrying_out_ = false;  // an edit of this editor: what changes is told when it is done
  EditorEvent pending_;
  const AnnotatedDocument* document_ = nullptr;
  DocumentKey last_shown_;  // its key
  std::vector<const Annotation*> listed_;
  std::vector<AnnotationId> listed_ids_;  // of the same: a deleted annotation cannot be asked for its id
  std::optional<std::vector<Span>> units_;
  std::map<DocumentKey, TextPos> last_carets_;
  Selection selection_;
  std::vector<Span> kept_;
  std::optional<AnnotationId> selected_;
  SuggestionList suggestions_;
  std::string pen_;
  std::optional<RelationDraft> draft_;
  RelationWalk walk_;
  ShownSets wanted_sets_;
  ShownSets shown_sets_;
  AnnotationFilter filter_;
  bool filters_text_ = false;
  // Made when they are first asked for.
  mutable std::optional<SearchText> search_text_;  // of the shown document
  mutable std::optional<AnnotationMatcher> matcher_;
  mutable std::optional<std::vector<const Annotation*>> filtered_;
  mutable std::optional<std::vector<const Annotation*>> own_listed_;  // where others are listed
};

}  // namespace mitjul
