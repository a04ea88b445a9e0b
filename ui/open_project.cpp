#include "ui/open_project.h"

#include <wx/clipbrd.h>

#include <algorithm>
#include <set>

#include "core/annotation_checks.h"
#include "core/annotation_edits.h"
#include "core/error.h"
#include "korean/occurrences.h"
#include "korean/word_selection.h"
#include "storage/project_file.h"
#include "ui/annotation_words.h"
#include "ui/document_list.h"
#include "ui/key_words.h"
#include "ui/kind_chooser.h"
#include "ui/label_chooser.h"
#include "ui/named_problem.h"
#include "ui/proposals_dialog.h"
#include "ui/publish_dialog.h"
#include "ui/schema_editor.h"
#include "ui/schema_proposing.h"
#include "ui/word_list_dialog.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kTextSizeStep = 10;
constexpr std::size_t kLongestQuery = 120;    // bytes
constexpr std::uint32_t kQuickText = 100000;  // code points
constexpr std::uint32_t kMostQuoted = 24;     // code points

/// What a label would be put on now, in a few words.
wxString purpose_of_label(const Editor& editor) {
  if (editor.document() == nullptr) return {};
  if (editor.relation_draft()) return _("Which relation is it?");
  std::vector<Span> segments = editor.selected_segments();
  if (const Suggestion* const suggestion = editor.selected_suggestion()) segments = {suggestion->span};
  if (!segments.empty()) {
    const Annotation words{{}, {}, Spans(segments), {}, {}, {}};
    return wxString::Format(_("Label for \"%s\""), quote_of(words, *editor.document(), kMostQuoted));
  }
  if (editor.selected() != nullptr) {
    return wxString::Format(_("Another label for \"%s\""),
                            quote_of(*editor.selected(), *editor.document(), kMostQuoted));
  }
  return _("Label for what is selected next");
}

}  // namespace

OpenProject::OpenProject(const std::filesystem::path& path, const AnnotatorKey& annotator)
    : path_(path),
      editor_(std::make_unique<ProjectFile>(path), annotator),
      reader_(path, editor_.workspace().annotator(),
              [this] {
                claims_.forget();
                suggester_.update_later();
                problems_.take_in_words();
              }),
      words_(editor_, reader_.words()),
      suggester_(editor_, reader_),
      reviews_(editor_, reader_),
      claims_(editor_, reader_),
      rules_(editor_, reader_,
             [this] {
               if (workbench_ != nullptr) workbench_->guideline().take_in_rules();
             }),
      queue_(editor_),
      texts_([path] { return std::make_unique<ProjectFile>(path); }),
      problems_(editor_, reader_, [this](const DocumentKey& key) { return texts_.load(key); }) {
  editor_.workspace().listen([this](const WorkspaceEvent& event) { take_in(event); });
  editor_.listen_to_edits([this](const Edit& edit) { take_in(edit); });
  take_in_settings();
  take_in_word_list();
  read();
}

void OpenProject::take_in(const WorkspaceEvent& event) {
  if (event.from_outside) {
    reader_.read(event.documents);
    forget_purged();
    problems_.take_in(event.documents);
    queue_.read();
  }
  if (event.settings_changed) take_in_settings();
  if (event.gazetteer_changed) take_in_word_list();
  if (!event.schema_changed) return;
  suggester_.update_later();
  problems_.take_in_schema();
}

/// Nothing stays in memory of documents that are no longer in the project.
void OpenProject::forget_purged() {
  std::set<DocumentKey> present;
  for (const DocumentSummary& document : editor_.documents()) present.insert(document.key);
  std::vector<DocumentKey> gone;
  for (const DocumentKey& key : reader_.words().documents()) {
    if (present.count(key) == 0) gone.push_back(key);
  }
  for (const DocumentKey& key : gone) texts_.forget(key);
  if (!gone.empty()) reader_.read(gone);
}

void OpenProject::take_in(const Edit& edit) {
  reader_.take_in(edit);
  queue_.take_in(edit);
  std::vector<DocumentKey> edited;
  for (const Change& change : edit.changes) {
    const bool annotations =
        std::holds_alternative<AnnotationChange>(change) || std::holds_alternative<RetaggingChange>(change);
    if (annotations) edited.push_back(document_of(change));
  }
  problems_.take_in(edited);
  // What is annotated in a document is left out of its suggestions at once; what else changes with it, or comes back,
  // is found anew where that takes no time.
  const DocumentKey shown = editor_.set_key().document;
  const bool quick = editor_.document() != nullptr && editor_.document()->document.text.length() <= kQuickText;
  const bool changes_suggestions = std::any_of(edit.changes.begin(), edit.changes.end(), [&](const Change& change) {
    return quick || document_of(change) != shown || std::holds_alternative<RefusalChange>(change);
  });
  if (changes_suggestions) suggester_.update_later();
}

void OpenProject::take_in_settings() {
  reader_.set_options({editor_.workspace().settings().particle_inside});
  if (window_.settings_changed) window_.settings_changed();
}

/// A word list that is damaged is said, and does not keep anybody from the articles.
void OpenProject::take_in_word_list() {
  std::vector<GazetteerEntry> words;
  word_list_damaged_ = false;
  try {
    const auto& gazetteer = editor_.workspace().gazetteer();
    words.assign(gazetteer.begin(), gazetteer.end());
  } catch (const Error&) {
    word_list_damaged_ = true;
  }
  reader_.set_word_list(std::move(words));
}

/// What tools know of the words of the project is gathered behind the window.
void OpenProject::read() {
  std::vector<DocumentKey> documents;
  for (const DocumentSummary& document : editor_.documents()) documents.push_back(document.key);
  reader_.read(documents);
}

Workbench& OpenProject::show_in(wxWindow* parent, Settings& settings, Window window) {
  settings_ = &settings;
  window_ = std::move(window);
  workbench_ = new Workbench(parent, editor_, words_, problems_, queue_,
                             {window_.attempt, window_.guarded, text_callbacks(), claim_callbacks(), find_host(),
                              problem_host(), palette_host(), window_.settings_changed, guideline_host(),
                              [this](const DocumentSummary& each) { return labels_of(each); }},
                             settings);
  documents_.emplace(editor_, workbench_->documents(), document_host());
  editor_.listen([this](const EditorEvent& event) {
    if (event.document || event.schema) let_claim_go();
    workbench_->update(event);
    problems_.update(event);
    if (event.selection) choose_selected_source();
    if (schema_editor_ != nullptr) schema_editor_->update(event);
    window_.changed(event);
    if (event.document) suggester_.update_later();
  });
  editor_.listen_to_outcomes([this](const Outcome& outcome) {
    window_.edited(outcome);
    if (schema_editor_ != nullptr) schema_editor_->take_in(outcome);
  });
  problems_.listen([this] {
    workbench_->take_in_problems();
    if (window_.problems_changed) window_.problems_changed();
  });
  if (word_list_damaged_) {
    workbench_->CallAfter([this] { say(_("The word list of this project is damaged and cannot be used.")); });
  }
  return *workbench_;
}

TextCanvas::Callbacks OpenProject::text_callbacks() {
  TextCanvas::Callbacks callbacks;
  callbacks.act = window_.act;
  callbacks.refused = [this](const Editor::Refusal& refusal) { refuse(refusal); };
  callbacks.apply_label = [this](const std::string& label) { window_.guarded([&] { apply_label(label); }); };
  callbacks.attribute_key = [this](const KeyPress& key) { return use_attribute_key(key); };
  callbacks.relate_to = [this](const AnnotationId& target) { window_.guarded([&] { relate_to(target); }); };
  callbacks.guarded = window_.guarded;
  return callbacks;
}

void OpenProject::show_document(const DocumentKey& key) {
  const auto& documents = editor_.documents();
  if (editor_.find_document(key) != nullptr) {
    window_.guarded([&] { editor_.show(key); });
  } else if (!workbench_->documents().step(true, DocumentList::Which::Unfinished) && !documents.empty()) {
    window_.guarded([&] { editor_.show(documents.front().key); });
  }
}

void OpenProject::refuse(const Editor::Refusal& refusal) {
  if (refusal) say(refusal_words(*refusal, editor_));
}

void OpenProject::carry_out(Action action) {
  using Edge = Editor::Edge;
  using Step = Editor::Step;
  const auto move = [this](Edge edge, Step step, bool forward) { refuse(editor_.move_edge(edge, step, forward)); };
  switch (action) {
    case Action::Undo: refuse(editor_.undo()); break;
    case Action::Redo: refuse(editor_.redo()); break;
    case Action::Delete: refuse(editor_.remove_selected()); break;
    case Action::Copy: copy(); break;
    case Action::SelectAll:
      if (editor_.document() != nullptr) {
        editor_.select(Selection(TextPos(0), editor_.document()->document.text.end()));
      }
      break;
    case Action::SelectWord: words_.step(true); break;
    case Action::SelectWordBack: words_.step(false); break;
    case Action::KeepSegment: editor_.keep_segment(); break;
    case Action::Escape:
      if (workbench_->claim().IsShown()) {
        let_claim_go();
      } else {
        editor_.escape();
      }
      break;
    case Action::NextAnnotation: editor_.select_next_annotation(); break;
    case Action::PreviousAnnotation: editor_.select_previous_annotation(); break;
    case Action::EditAttributes:
      if (workbench_->claim().IsShown()) {
        take_claim(workbench_->claim().choice());
      } else if (editor_.relation_draft() && editor_.selected_annotation()) {
        relate_to(*editor_.selected_annotation());
      } else if (editor_.selected() != nullptr) {
        workbench_->edit_attributes();
      }
      break;
    case Action::ShowHistory:
      if (editor_.selected() == nullptr) {
        say(_("Select an annotation first."));
      } else {
        workbench_->show_history();
      }
      break;
    case Action::StartBack: move(Edge::Start, Step::Grapheme, false); break;
    case Action::StartForward: move(Edge::Start, Step::Grapheme, true); break;
    case Action::EndForward: move(Edge::End, Step::Grapheme, true); break;
    case Action::EndBack: move(Edge::End, Step::Grapheme, false); break;
    case Action::StartBackByEojeol: move(Edge::Start, Step::Eojeol, false); break;
    case Action::StartForwardByEojeol: move(Edge::Start, Step::Eojeol, true); break;
    case Action::EndForwardByEojeol: move(Edge::End, Step::Eojeol, true); break;
    case Action::EndBackByEojeol: move(Edge::End, Step::Eojeol, false); break;
    case Action::NextSuggestion: editor_.select_next_suggestion(); break;
    case Action::PreviousSuggestion: editor_.select_previous_suggestion(); break;
    case Action::AcceptSuggestion: refuse(editor_.accept_suggestion()); break;
    case Action::RefuseSuggestion: refuse(editor_.refuse_suggestion()); break;
    case Action::AcceptLikeSuggestion: refuse(editor_.accept_suggestions(editor_.suggestions_like_selected())); break;
    case Action::RefuseLikeSuggestion: refuse(editor_.refuse_suggestions(editor_.suggestions_like_selected())); break;
    case Action::AcceptLabelSuggestions:
      refuse(editor_.accept_suggestions(editor_.suggestions_with_label_of_selected()));
      break;
    case Action::AcceptAllSuggestions: refuse(editor_.accept_suggestions(editor_.suggestions())); break;
    case Action::RefuseAllSuggestions: refuse(editor_.refuse_suggestions(editor_.suggestions())); break;
    case Action::Find:
    case Action::FindInProject: find(action == Action::FindInProject); break;
    case Action::FindNext: workbench_->find().step(true); break;
    case Action::FindPrevious: workbench_->find().step(false); break;
    case Action::FilterAnnotations: workbench_->filter_annotations(); break;
    case Action::ClearFilter: clear_filter(); break;
    case Action::TakeOver: take_over(); break;
    case Action::ListParticles: list_particles(); break;
    case Action::ShowProblems: show_problems(true); break;
    case Action::ChooseLabel: choose_label(); break;
    case Action::DocumentLabels: label_document(); break;
    case Action::ConfirmAnnotation:
      if (editor_.selected() == nullptr) {
        say(_("Select an annotation first."));
      } else {
        refuse(editor_.confirm_selected());
      }
      break;
    case Action::Review: review(); break;
    case Action::PublishSchema: publish_schema(); break;
    case Action::MakeClaim: make_claim(); break;
    case Action::AnnotateAll: annotate_occurrences(); break;
    case Action::AnnotateWordList: annotate_word_list(); break;
    case Action::WordList: show_word_list(); break;
    case Action::EditSchema: edit_schema(); break;
    case Action::LockSchema: lock_schema(); break;
    case Action::ShowProposals: show_proposals(); break;
    case Action::OfferSuggestions: switch_setting(&ProjectSettings::suggestions); break;
    case Action::ParticleInside: switch_setting(&ProjectSettings::particle_inside); break;
    case Action::Relate: begin_relation(); break;
    case Action::MoveRelationEnd: move_relation_end(); break;
    case Action::TurnRelation: turn_relation(); break;
    case Action::NextRelation: go_to_relation(true); break;
    case Action::PreviousRelation: go_to_relation(false); break;
    case Action::OtherEnd: go_to_other_end(); break;
    case Action::NextDocument: workbench_->documents().step(true, DocumentList::Which::Any); break;
    case Action::PreviousDocument: workbench_->documents().step(false, DocumentList::Which::Any); break;
    case Action::Finish: documents_->mark_and_go_on(SetState::Finished); break;
    case Action::Skip: documents_->mark_and_go_on(SetState::Skipped); break;
    case Action::NextUnfinished: documents_->go_to_unfinished(); break;
    case Action::FilterDocuments: workbench_->filter_documents(); break;
    case Action::SortDocuments: workbench_->documents().sort_differently(); break;
    case Action::RenameDocument: documents_->rename(); break;
    case Action::TrashDocument: documents_->trash(); break;
    case Action::ShowTrash: documents_->show_trash(); break;
    case Action::Reopen: window_.attempt([this] { return editor_.set_state(SetState::InProgress); }); break;
    case Action::Guideline: workbench_->go_to_guideline(); break;
    case Action::GuidelineRule: show_rule(); break;
    case Action::LargerText: change_text_size(workbench_->text().text_size() + kTextSizeStep); break;
    case Action::SmallerText: change_text_size(workbench_->text().text_size() - kTextSizeStep); break;
    case Action::NormalText: change_text_size(100); break;
    default: break;
  }
}

void OpenProject::apply_label(const std::string& id) {
  if (!window_.may_edit()) return;
  workbench_->flush();
  const Label* const label = editor_.schema().find(id);
  const AnnotatedDocument* const document = editor_.document();
  if (label != nullptr && document != nullptr && label->kind == LabelKind::Relation) {
    const auto& draft = editor_.relation_draft();
    const Annotation* const from = draft ? document->find(draft->from) : editor_.selected();
    if (from == nullptr) {
      return say(_("Select the annotation where the relation begins first."));
    }
    if (const auto refusal = editor_.refuse_to_change(from->id)) return refuse(refusal);
    const std::vector<std::string> kinds = draft ? std::vector<std::string>() : editor_.kinds_of_selected();
    const bool is_kind = std::find(kinds.begin(), kinds.end(), id) != kinds.end();
    if (!is_kind && !may_take_part(editor_.schema(), *label, *from)) {
      const wxString sentence = from->relation() != nullptr
                                    ? _("The schema does not allow the relation %s between these two annotations.")
                                    : _("The schema does not allow the relation %s for this annotation.");
      return say(wxString::Format(sentence, label_name(editor_.schema(), id)));
    }
  }
  window_.attempt([&] {
    const Editor::Refusal refusal = editor_.apply_label(id);
    if (!refusal) recent_labels_.note(id);
    return refusal;
  });
}

std::vector<std::string> OpenProject::recent_labels() const {
  return settings_->recent_labels() ? recent_labels_.ids() : std::vector<std::string>();
}

LabelPalette::Host OpenProject::palette_host() {
  return {text_callbacks().apply_label, [this] { window_.act(Action::ChooseLabel); },
          [this] { return recent_labels(); }};
}

DocumentActions::Host OpenProject::document_host() {
  return {window_.say, window_.may_edit, [this] { workbench_->go_to_text(); },
          [this](const DocumentKey& key) { texts_.forget(key); }};
}

void OpenProject::choose_label() {
  if (editor_.document() == nullptr || !window_.may_edit()) return;
  LabelChooser::Offer offer{editor_.schema(), {}, recent_labels(), purpose_of_label(editor_)};
  if (editor_.relation_draft()) {
    offer.labels = editor_.relation_draft()->labels;
  } else {
    for (const Label& label : offer.schema.labels) offer.labels.push_back(label.id);
  }
  LabelChooser chooser(workbench_, std::move(offer), workbench_->theme(), workbench_->place_below_palette());
  const std::optional<std::string> chosen = chooser.choose();
  workbench_->go_to_text();
  if (chosen) apply_label(*chosen);
}

void OpenProject::copy() {
  if (auto* const field = dynamic_cast<wxTextEntry*>(wxWindow::FindFocus())) return field->Copy();
  if (editor_.document() == nullptr || editor_.selection().empty()) return;
  const std::string_view text = editor_.document()->document.text.slice(editor_.selection().span());
  const wxClipboardLocker clipboard;
  if (!clipboard) return;
  wxTheClipboard->SetData(new wxTextDataObject(to_wx(text)));
}

void OpenProject::begin_relation() {
  if (!editor_.selected_annotation()) {
    return say(_("Select the annotation where the relation begins first."));
  }
  if (const auto refusal = editor_.begin_relation()) return refuse(refusal);
  if (!editor_.relation_draft()) {
    say(_("The schema has no relation for this annotation."));
  }
}

void OpenProject::relate_to(const AnnotationId& target) {
  if (!editor_.relation_draft()) return;
  if (const auto refusal = editor_.refuse_to_change(target)) return refuse(refusal);
  const std::vector<std::string> labels = editor_.relations_to(target);
  if (labels.empty()) {
    return say(_("The schema allows no relation between these two annotations."));
  }
  if (labels.size() == 1) return refuse(editor_.relate(target, labels.front()));
  // Not from within the event of the key or the click.
  workbench_->CallAfter([this, target, labels] { choose_relation(target, labels); });
}

void OpenProject::choose_relation(const AnnotationId& target, const std::vector<std::string>& labels) {
  wxArrayString names;
  for (const std::string& label : labels) names.Add(label_name(editor_.schema(), label));
  TextCanvas& text = workbench_->text();
  const wxPoint place = text.ClientToScreen(text.place_of(target).value_or(wxPoint()) + text.FromDIP(wxPoint(0, 14)));
  const auto chosen = KindChooser(workbench_, _("Relation"), names, place).choose();
  text.SetFocus();
  if (chosen) window_.attempt([&] { return editor_.relate(target, labels[*chosen]); });
}

bool OpenProject::has_relation_selected() {
  if (editor_.selected() != nullptr && editor_.selected()->relation() != nullptr) return true;
  say(wxString::Format(_("Select a relation first: %s goes through those of an annotation."),
                       key_words(settings_->keys(), Action::NextRelation)));
  return false;
}

void OpenProject::move_relation_end() {
  if (has_relation_selected()) begin_relation();
}

void OpenProject::turn_relation() {
  if (!has_relation_selected()) return;
  if (const auto refusal = editor_.refuse_to_change(editor_.selected()->id)) return refuse(refusal);
  if (editor_.turn_relation()) say(_("The schema does not allow this relation the other way round."));
}

void OpenProject::take_over() {
  const Annotation* const annotation = editor_.selected();
  if (annotation == nullptr || editor_.is_own(annotation->id)) {
    return say(editor_.other_sets().empty() ? _("Nobody else has annotated this document.")
                                            : _("Select an annotation of somebody else first."));
  }
  window_.attempt([this] { return editor_.take_over(); });
}

void OpenProject::clear_filter() {
  editor_.set_filter({});
  editor_.show_sets({});
}

void OpenProject::go_to_relation(bool forward) {
  if (editor_.select_relation(forward)) return;
  say(editor_.selected() == nullptr ? _("Select an annotation first.") : _("This annotation has no relations."));
}

void OpenProject::go_to_other_end() {
  if (editor_.select_other_end()) return;
  const Annotation* const selected = editor_.selected();
  if (selected == nullptr) {
    say(_("Select an annotation first."));
  } else if (editor_.relations_at(selected->id).empty()) {
    say(_("This annotation has no relations."));
  } else {
    say(wxString::Format(_("This annotation has several relations: choose one with %s first."),
                         key_words(settings_->keys(), Action::NextRelation)));
  }
}

void OpenProject::switch_setting(bool ProjectSettings::*setting) {
  ProjectSettings settings = editor_.workspace().settings();
  settings.*setting = !(settings.*setting);
  change_settings(settings);
}

void OpenProject::change_settings(const ProjectSettings& settings) {
  refuse(editor_.perform({"settings", {SettingsChange{editor_.workspace().settings(), settings}}}));
  // The menu has switched its tick, whatever came of it.
  window_.settings_changed();
}

FindPanel::Host OpenProject::find_host() {
  FindPanel::Host host;
  host.documents = [this] {
    std::vector<NamedDocument> documents;
    for (const DocumentSummary& document : editor_.documents()) documents.push_back({document.key, document.name});
    return documents;
  };
  host.selection = [this]() -> std::optional<DocumentSpan> {
    if (editor_.document() == nullptr) return std::nullopt;
    return DocumentSpan{editor_.document()->document.info.key, editor_.selection().span()};
  };
  host.schema = [this]() -> const Schema& { return editor_.schema(); };
  host.source.text = [this](const DocumentKey& key) { return texts_.text(key); };
  host.source.load = [this](const DocumentKey& key) { return texts_.load(key); };
  host.go_to = [this](const DocumentSpan& place) { go_to(place); };
  host.go_to_text = [this] { workbench_->go_to_text(); };
  host.close = [this] { workbench_->show_find(false); };
  host.guarded = window_.guarded;
  return host;
}

void OpenProject::find(bool in_project) {
  let_claim_go();
  workbench_->show_find(true);
  std::string words;
  if (editor_.document() != nullptr) words = editor_.document()->document.text.slice(editor_.selection().span());
  // Something longer is no query, but where one was reading.
  if (words.size() > kLongestQuery || words.find('\n') != std::string::npos) words.clear();
  workbench_->find().look_in(in_project);
  workbench_->find().take_focus(words);
}

void OpenProject::go_to(const DocumentSpan& place) {
  window_.guarded([&] {
    if (const Editor::Refusal refusal = editor_.visit(place.document)) return refuse(refusal);
    editor_.select(Selection(place.span.start, place.span.end));
    editor_.reveal();
  });
}

/// Spans of the annotator that end in a particle although the rules say otherwise: to be looked at again.
void OpenProject::list_particles() {
  reader_.ask(
      [this](const ProjectWords& words, const Progress& progress) -> ProjectReader::Answer {
        std::vector<DocumentSpan> found;
        // What was annotated counts as a word: with its particle, too.
        const WordEvidence evidence = words.evidence().without_lexicon();
        for (const DocumentKey& key : words.documents()) {
          if (!go_on(progress, 0)) break;
          for (const LabelledSpan& each : words.annotations(key)) {
            // Claims end in what they end in.
            if (each.span.length() > kLongestName) continue;
            if (ends_in_particle(*words.text(key), each.span, evidence)) found.push_back({key, each.span});
          }
        }
        return [this, found] {
          let_claim_go();
          workbench_->show_find(true);
          workbench_->find().show_rows(_("Spans that end in a particle"), found);
        };
      },
      ProjectReader::Needs::AllDocuments);
}

ClaimPanel::Callbacks OpenProject::claim_callbacks() {
  ClaimPanel::Callbacks callbacks;
  callbacks.take = [this](const ClaimChoice& choice) { take_claim(choice); };
  callbacks.cancel = [this] { let_claim_go(); };
  callbacks.chosen = [this](const ClaimChoice& choice) { mark_claim(choice); };
  return callbacks;
}

void OpenProject::make_claim() {
  if (claim_label(editor_.schema()).empty()) return say(_("The schema has no label for claims."));
  if (auto offer = claims_.offer()) {
    workbench_->make_room_for_claim();
    workbench_->claim().offer(editor_.schema(), *std::move(offer));
    // The panel takes room from the text, which may have shown the sentence there.
    workbench_->CallAfter([this] { editor_.reveal(); });
  } else {
    say(_("Put the caret into a sentence first."));
  }
}

/// Words that are selected in the text while a claim is made are who says it.
void OpenProject::choose_selected_source() {
  if (!workbench_->claim().IsShown() || editor_.document() == nullptr) return;
  const Annotation* const annotation = editor_.selected();
  std::vector<Span> segments = editor_.selected_segments();
  if (annotation != nullptr && annotation->spans() != nullptr &&
      !editor_.schema().is_a(annotation->label, claim_label(editor_.schema()))) {
    segments = annotation->spans()->segments();
  }
  if (segments.size() != 1 || segments.front() == workbench_->claim().choice().claim) return;
  workbench_->claim().choose(claims_.source(segments.front()));
}

void OpenProject::take_claim(const ClaimChoice& choice) {
  if (!window_.may_edit()) return;
  window_.attempt([&]() -> Editor::Refusal {
    const Editor::Refusal refusal =
        editor_.perform(claim_edit(editor_.schema(), editor_.set_key(), editor_.set(), choice));
    if (!refusal) let_claim_go();
    return refusal;
  });
}

void OpenProject::let_claim_go() {
  if (!workbench_->claim().IsShown()) return;
  workbench_->fold_claim();
  workbench_->text().propose({});
  workbench_->go_to_text();
}

/// Shows in the text what is chosen beside it.
void OpenProject::mark_claim(const ClaimChoice& choice) {
  using Kind = SuggestedMark::Kind;
  std::vector<SuggestedMark> marks{{choice.claim, claim_label(editor_.schema()), Kind::Frame, {}}};
  const auto name = [this](const char* relation) { return to_utf8(label_name(editor_.schema(), relation)); };
  if (choice.source) marks.push_back({*choice.source, choice.source_label, Kind::Proposal, name("source")});
  for (const Span& cue : choice.cues) marks.push_back({cue, "CUE", Kind::Proposal, name("cue")});
  for (const Span& part : choice.parts) {
    marks.push_back({part, claim_label(editor_.schema()), Kind::Proposal, name("part")});
  }
  workbench_->text().propose(std::move(marks));
}

void OpenProject::annotate_occurrences() {
  if (!window_.may_edit()) return;
  if (editor_.selected() == nullptr && editor_.selected_suggestion() == nullptr &&
      editor_.selected_segments().empty()) {
    return say(_("Select an annotation or words first."));
  }
  refuse(reviews_.annotate_occurrences(workbench_, workbench_->theme()));
  workbench_->go_to_text();
}

void OpenProject::annotate_word_list() {
  if (!window_.may_edit()) return;
  if (editor_.workspace().gazetteer().empty()) return say(_("The word list of this project is empty."));
  reviews_.annotate_word_list(workbench_, workbench_->theme());
  workbench_->go_to_text();
}

void OpenProject::show_word_list() {
  if (!window_.may_edit()) return;
  WordListDialog(workbench_, editor_).ShowModal();
  workbench_->go_to_text();
}

void OpenProject::edit_schema() {
  if (!window_.may_edit()) return;
  SchemaEditor dialog(workbench_, editor_, settings_->keys(), workbench_->theme());
  schema_editor_ = &dialog;
  const int ended = dialog.ShowModal();
  schema_editor_ = nullptr;
  workbench_->go_to_text();
  if (ended == SchemaEditor::kPublish) window_.act(Action::PublishSchema);
}

void OpenProject::review() {
  let_claim_go();
  workbench_->show_review(true);
}

void OpenProject::publish_schema() {
  if (!window_.may_edit()) return;
  if (!editor_.schema().draft) return say(_("The schema has not changed since its version was published."));
  PublishDialog dialog(workbench_, editor_.workspace(), workbench_->theme());
  const bool published = dialog.ShowModal() == wxID_OK;
  workbench_->go_to_text();
  if (!published) return;
  window_.attempt([&] { return editor_.publish_schema(dialog.unchanged()); });
  if (editor_.schema().draft) return;  // that was refused
  wxString sentence = wxString::Format(_("Version %d of the schema is published."), editor_.schema().version);
  if (const auto left = static_cast<unsigned>(queue_.left()); left > 0) {
    sentence += " " + wxString::Format(
                          wxPLURAL("%s annotation waits for review: %s.", "%s annotations wait for review: %s.", left),
                          grouped(left), key_words(settings_->keys(), Action::Review));
  }
  window_.say(NoticeBar::Kind::Result, sentence);
}

void OpenProject::lock_schema() {
  window_.attempt([this] { return editor_.perform(lock_edit(editor_.workspace())); });
  // Also where it was refused: the menu has ticked itself.
  window_.settings_changed();
}

void OpenProject::show_proposals() {
  if (!window_.may_edit()) return;
  ProposalsDialog dialog(workbench_, editor_);
  dialog.ShowModal();
  workbench_->go_to_text();
}

void OpenProject::change_text_size(int percent) {
  workbench_->text().set_text_size(percent);
  settings_->set_text_size(workbench_->text().text_size());
}

}  // namespace mitjul
