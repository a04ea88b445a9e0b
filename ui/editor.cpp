#include "ui/editor.h"

#include <algorithm>
#include <limits>
#include <set>

#include "core/annotation_edits.h"
#include "core/relation_depth.h"
#include "core/review.h"
#include "core/take_over.h"
#include "korean/unit.h"
#include "ui/few_changes.h"

namespace mitjul {
namespace {

std::vector<AnnotationId> ids_in(const Edit& edit, const DocumentKey& document) {
  std::vector<AnnotationId> ids;
  for (const Change& change : edit.changes) {
    if (document_of(change) != document) continue;
    if (const auto* const made = std::get_if<AnnotationChange>(&change)) {
      ids.push_back(made->after ? made->after->id : made->before->id);
    } else if (const auto* const tags = std::get_if<RetaggingChange>(&change)) {
      ids.insert(ids.end(), tags->annotations.begin(), tags->annotations.end());
    }
  }
  return ids;
}

/// The next place for an edge of a span in a direction; blanks are passed over, for no span begins or ends with one.
TextPos next_edge(const Text& text, TextPos pos, Editor::Edge edge, Editor::Step step, bool forward) {
  const bool start = edge == Editor::Edge::Start;
  if (step == Editor::Step::Eojeol) {
    if (start) return forward ? next_eojeol(text, pos) : previous_eojeol(text, pos);
    if (forward) return eojeol_end(text, pos);
    const TextPos begin = previous_eojeol(text, pos);
    return trim_blanks(text, {TextPos(0), begin}).end;
  }
  const auto touches_blank = [&](TextPos at) {
    if (start) return at < text.end() && is_blank(text.at(at));
    return at > TextPos(0) && is_blank(text.at(at - 1));
  };
  TextPos next = forward ? text.next_grapheme(pos) : text.previous_grapheme(pos);
  while (touches_blank(next) && next > TextPos(0) && next < text.end()) {
    next = forward ? text.next_grapheme(next) : text.previous_grapheme(next);
  }
  return next;
}

}  // namespace

Editor::Editor(std::unique_ptr<Store> store, const AnnotatorKey& annotator)
    : workspace_(std::move(store), now, mitjul::units) {
  for (const Annotator& known : workspace_.annotators()) {
    if (known.key == annotator) workspace_.work_as(annotator);
  }
  workspace_.listen([this](const WorkspaceEvent& event) { take_in(event); });
  take_in({.documents = {}, .schema_changed = true});
}

void Editor::tell(EditorEvent event) {
  if (carrying_out_) {
    pending_.document |= event.document;
    // Which annotations is known only where all of them are known.
    const bool all = (pending_.annotations && pending_.changed.empty()) || (event.annotations && event.changed.empty());
    pending_.annotations |= event.annotations;
    if (all) {
      pending_.changed.clear();
    } else {
      pending_.changed.insert(pending_.changed.end(), event.changed.begin(), event.changed.end());
    }
    pending_.selection |= event.selection;
    pending_.schema |= event.schema;
    pending_.documents |= event.documents;
    pending_.reveal |= event.reveal;
    pending_.suggestions |= event.suggestions;
    pending_.filter |= event.filter;
    return;
  }
  for (const Listener& listener : listeners_) listener(event);
}

// --- Documents ---

/// What another program changed, or this one in passing; edits of this editor are followed one by one instead.
void Editor::take_in(const WorkspaceEvent& event) {
  if (!event.from_outside && !event.schema_changed && carrying_out_) return;
  EditorEvent told;
  told.schema = event.schema_changed;
  told.documents = true;
  try {
    documents_ = workspace_.store().documents();
    std::erase_if(documents_, [](const DocumentSummary& document) { return document.in_trash; });
    const bool there = find_document(last_shown_) != nullptr;
    const bool touched =
        std::find(event.documents.begin(), event.documents.end(), last_shown_) != event.documents.end();
    if (document_ != nullptr && !there) {
      show_nothing();
      told.document = told.suggestions = true;
    } else if (document_ != nullptr && (touched || event.schema_changed)) {
      document_ = &workspace_.open(last_shown_);
      list_all();
      told.annotations = true;
      told.selection = drop_what_is_gone();
      update_suggestions(told);
    }
  } catch (...) {
    // What was shown may be no longer there.
    show_nothing();
    told.document = told.suggestions = true;
    tell(told);
    throw;
  }
  tell(told);
}

void Editor::show_nothing() {
  document_ = nullptr;
  last_shown_ = {};
  units_.reset();
  search_text_.reset();
  selected_.reset();
  selection_ = {};
  kept_.clear();
  draft_.reset();
  suggestions_.set({});
  list_all();
}

/// Selected annotation, pen and relation draft, where they or their labels are no longer there; whether any was.
bool Editor::drop_what_is_gone() {
  bool dropped = false;
  if (selected_ && selected() == nullptr) {
    selected_.reset();
    dropped = true;
  }
  if (!pen_.empty() && schema().find(pen_) == nullptr) {
    pen_.clear();
    dropped = true;
  }
  if (draft_) {
    const auto known = draft_->labels.size();
    std::erase_if(draft_->labels, [this](const std::string& label) { return schema().find(label) == nullptr; });
    const auto is_there = [this](const AnnotationId& id) { return set() != nullptr && set()->find(id) != nullptr; };
    const bool there = is_there(draft_->from) && (!draft_->moved || is_there(*draft_->moved));
    if (!there || draft_->labels.empty()) draft_.reset();
    dropped = dropped || !draft_ || draft_->labels.size() != known;
  }
  return dropped;
}

void Editor::show(const DocumentKey& key) {
  if (document_ != nullptr) {
    if (last_shown_ == key) return;
    last_carets_[last_shown_] = selection_.caret;
  }
  const DocumentKey before = document_ == nullptr ? DocumentKey() : last_shown_;
  const AnnotatedDocument* const opened = key.empty() ? nullptr : &workspace_.open(key);
  document_ = opened;
  last_shown_ = key;
  units_.reset();
  search_text_.reset();
  selected_.reset();
  draft_.reset();
  kept_.clear();
  suggestions_.set({});
  const auto last = last_carets_.find(key);
  selection_ = Selection(last == last_carets_.end() ? TextPos(0) : last->second);
  list_all();
  EditorEvent event;
  event.document = event.annotations = event.selection = event.reveal = event.suggestions = true;
  tell(event);
  // Not earlier: those who were told pointed into it until now. While an edit is carried out they are told later.
  if (!before.empty() && !carrying_out_) workspace_.close(before);
}

const DocumentSummary* Editor::find_document(const DocumentKey& key) const {
  const auto found = std::find_if(documents_.begin(), documents_.end(),
                                  [&](const DocumentSummary& document) { return document.key == key; });
  return found == documents_.end() ? nullptr : &*found;
}

Editor::Refusal Editor::visit(const DocumentKey& key) {
  if (find_document(key) != nullptr) {
    show(key);
    return std::nullopt;
  }
  for (const DocumentSummary& document : workspace_.store().documents()) {
    if (document.key == key) return make_problem(ProblemCode::DocumentInTrash, {document.name});
  }
  return make_problem(ProblemCode::UnknownDocument, {std::string(key.view())});
}

const std::vector<Span>& Editor::units() {
  if (!units_) units_ = document_ == nullptr ? std::vector<Span>() : mitjul::units(document_->document.text);
  return *units_;
}

SetKey Editor::set_key() const { return {last_shown_, workspace_.annotator(), false}; }

const AnnotationSet* Editor::set() const { return document_ == nullptr ? nullptr : document_->find_set(set_key()); }

const SetSummary* Editor::own_set(const DocumentSummary& document) const {
  const auto own = std::find_if(document.sets.begin(), document.sets.end(), [this](const SetSummary& set) {
    return set.key.annotator == workspace_.annotator() && !set.key.curated;
  });
  return own == document.sets.end() ? nullptr : &*own;
}

SetState Editor::state_of(const DocumentSummary& document) const {
  const SetSummary* const own = own_set(document);
  return own == nullptr ? SetState::New : own->state;
}

void Editor::refresh() { workspace_.refresh(); }

Editor::Refusal Editor::set_state(SetState state) {
  if (document_ == nullptr) return std::nullopt;
  const AnnotationSet* const present = set();
  const SetState before = present == nullptr ? SetState::New : present->state();
  if (before == state) return std::nullopt;
  return perform({"set-state", {SetStateChange{set_key(), before, state}}});
}

void Editor::list_all() {
  forget_filtered();
  own_listed_.reset();
  listed_.clear();
  listed_ids_.clear();
  find_shown_sets();
  for (const AnnotationSet* const set : listed_sets()) {
    listed_.reserve(listed_.size() + set->size());
    for (const auto& [id, annotation] : set->annotations()) listed_.push_back(&annotation);
  }
  std::sort(listed_.begin(), listed_.end(),
            [](const Annotation* a, const Annotation* b) { return in_listing_order(*a, *b); });
  listed_ids_.reserve(listed_.size());
  for (const Annotation* const annotation : listed_) listed_ids_.push_back(annotation->id);
}

/// Sorting tens of thousands again would take longer than a frame, and looking for hundreds one by one still longer.
void Editor::list_changed(const std::vector<AnnotationId>& changed) {
  const ShownSets before = shown_sets_;
  find_shown_sets();
  if (changed.size() > kFewChanges || shown_sets_ != before) return list_all();
  filtered_.reset();
  own_listed_.reset();
  for (const AnnotationId& id : changed) {
    // The number first: that of the annotator is mostly the same.
    const auto known = std::find_if(listed_ids_.begin(), listed_ids_.end(), [&](const AnnotationId& each) {
      return each.number == id.number && each.annotator == id.annotator;
    });
    if (known != listed_ids_.end()) {
      listed_.erase(listed_.begin() + (known - listed_ids_.begin()));
      listed_ids_.erase(known);
    }
  }
  for (const AnnotationId& id : changed) {
    const Annotation* const annotation = find_listed(id);
    if (annotation == nullptr) continue;
    const auto place =
        std::lower_bound(listed_.begin(), listed_.end(), annotation,
                         [](const Annotation* a, const Annotation* b) { return in_listing_order(*a, *b); });
    listed_ids_.insert(listed_ids_.begin() + (place - listed_.begin()), id);
    listed_.insert(place, annotation);
  }
}

/// The numbers that the list of documents shows; reading all of them again takes longer than a frame.
void Editor::recount(const DocumentKey& key) {
  const DocumentSummary* const known = find_document(key);
  if (known == nullptr) return;
  DocumentSummary* const summary = &documents_[static_cast<std::size_t>(known - documents_.data())];
  summary->sets.clear();
  for (const auto& [set_key, set] : workspace_.open(key).sets) {
    summary->sets.push_back({set_key, set.state(), static_cast<std::int64_t>(set.size())});
  }
}

// --- Edits ---

Editor::Refusal Editor::carry_out(const std::function<Outcome()>& step, const std::function<void()>& then) {
  carrying_out_ = true;
  pending_ = {};
  const DocumentKey before = document_ == nullptr ? DocumentKey() : last_shown_;
  // Whatever is thrown on the way: what has happened is told.
  const auto tell_at_last = [this] {
    carrying_out_ = false;
    tell(std::exchange(pending_, {}));
  };
  Outcome outcome;
  try {
    outcome = step();
    follow(outcome);
    if (then && outcome.done()) then();
  } catch (...) {
    tell_at_last();
    throw;
  }
  tell_at_last();
  // Only what is shown stays in memory.
  const auto close = [this](const DocumentKey& key) {
    if (!key.empty() && (document_ == nullptr || key != last_shown_)) workspace_.close(key);
  };
  close(before);
  for (const Change& change : outcome.edit.changes) close(document_of(change));
  if (outcome.done() && !outcome.edit.changes.empty()) {
    for (const OutcomeListener& listener : outcome_listeners_) listener(outcome);
  }
  return outcome.refused;
}

/// Takes over what an edit of this editor has changed.
void Editor::follow(const Outcome& outcome) {
  if (!outcome.done()) return;
  for (const EditListener& listener : edit_listeners_) listener(outcome.edit);
  std::vector<DocumentKey> renewed;
  std::set<DocumentKey> recounted;
  for (const Change& change : outcome.edit.changes) {
    const DocumentKey key = document_of(change);
    if (std::holds_alternative<AnnotatorNameChange>(change)) {
      // Lists and chips say it.
      pending_.documents = true;
      pending_.annotations = pending_.annotations || shown_sets_.which != ShownSets::Which::Mine;
    }
    if (key.empty()) continue;
    if (std::holds_alternative<DocumentChange>(change)) {
      renewed.push_back(key);
    } else if (recounted.insert(key).second) {
      recount(key);
    }
    pending_.documents = true;
  }
  // Documents came from the trash or went there.
  if (!renewed.empty()) take_in({.documents = std::move(renewed), .from_outside = true});
  if (document_ != nullptr) {
    EditorEvent event;
    event.changed = ids_in(outcome.edit, last_shown_);
    event.annotations = !event.changed.empty();
    if (event.annotations) list_changed(event.changed);
    update_suggestions(event, &outcome.edit);
    if (event.annotations || event.suggestions) tell(event);
    if (drop_what_is_gone()) pending_.selection = true;
  }
  if (outcome.kind != EditKind::Do) {
    go_to(outcome.edit);
    return;
  }
  for (const Change& change : outcome.edit.changes) {
    const auto* const made = std::get_if<AnnotationChange>(&change);
    if (made != nullptr && made->after && !made->before && made->set == set_key()) {
      return select_annotation(made->after->id, false);
    }
  }
}

Editor::Refusal Editor::perform(Edit edit, const std::function<void()>& then) {
  return carry_out([&] { return workspace_.perform(std::move(edit)); }, then);
}

Editor::Refusal Editor::change_schema(const SchemaOperation& operation) {
  return carry_out([&] { return workspace_.change_schema(operation); });
}

Editor::Refusal Editor::propose(const SchemaOperation& operation, const std::string& comment) {
  return carry_out([&] { return workspace_.propose(operation, comment); });
}

Editor::Refusal Editor::decide(std::int64_t proposal, ProposalState state, const std::string& answer) {
  const bool accepts = state == ProposalState::Accepted;
  return carry_out(
      [&] { return accepts ? workspace_.accept(proposal, answer) : workspace_.decline(proposal, answer); });
}

Editor::Refusal Editor::undo() {
  return carry_out([&] { return workspace_.undo(); });
}

Editor::Refusal Editor::redo() {
  return carry_out([&] { return workspace_.redo(); });
}

/// Shows what an undone or redone edit changed.
void Editor::go_to(const Edit& edit) {
  const auto known = [&](const Change& change) { return find_document(document_of(change)) != nullptr; };
  // Annotations say more exactly where it was than states do.
  auto change = std::find_if(edit.changes.begin(), edit.changes.end(), [&](const Change& each) {
    return std::holds_alternative<AnnotationChange>(each) && known(each);
  });
  if (change == edit.changes.end()) change = std::find_if(edit.changes.begin(), edit.changes.end(), known);
  if (change == edit.changes.end()) return;
  show(document_of(*change));
  const auto* const annotation = std::get_if<AnnotationChange>(&*change);
  if (annotation == nullptr) return;
  if (annotation->after) {
    select_annotation(annotation->after->id);
  } else if (const Spans* const spans = annotation->before->spans()) {
    select(Selection(spans->start()));
    tell({.reveal = true});
  }
}

// --- Selection ---

void Editor::select(const Selection& selection) {
  selection_ = selection;
  if (!draft_) selected_.reset();
  suggestions_.select(nullptr);
  tell({.selection = true});
}

void Editor::keep_segment() {
  const Span span = document_ == nullptr ? Span() : trim_blanks(document_->document.text, selection_.span());
  if (span.empty()) return;
  kept_.push_back(span);
  selection_ = Selection(selection_.caret);
  tell({.selection = true});
}

std::vector<Span> Editor::selected_segments() const {
  std::vector<Span> segments = kept_;
  if (document_ != nullptr && !selection_.empty()) {
    const Span span = trim_blanks(document_->document.text, selection_.span());
    if (!span.empty()) segments.push_back(span);
  }
  return segments;
}

const Annotation* Editor::selected() const { return selected_ ? find_listed(*selected_) : nullptr; }

void Editor::select_annotation(const std::optional<AnnotationId>& id, bool reveal) {
  selected_ = id;
  suggestions_.select(nullptr);
  kept_.clear();
  EditorEvent event;
  event.selection = true;
  if (selected() != nullptr) walk_.stand(*selected(), *document_);
  if (const Annotation* const annotation = selected(); annotation != nullptr && reveal) {
    // A relation is where it begins.
    const Annotation* at = annotation;
    for (int depth = 0; at != nullptr && at->relation() != nullptr && depth < kDeepestRelation; ++depth) {
      at = document_->find(at->relation()->arguments.front().target.id);
    }
    if (at != nullptr && at->spans() != nullptr) selection_ = Selection(at->spans()->start());
    event.reveal = true;
  } else {
    selection_ = Selection(selection_.caret);
  }
  tell(event);
}

void Editor::select_next_annotation() { select_neighbour(true); }

void Editor::select_previous_annotation() { select_neighbour(false); }

/// Among those that the text shows; of somebody else's, where only those are listed.
void Editor::select_neighbour(bool forward) {
  const bool of_one = shown_sets_.which == ShownSets::Which::One;
  const auto& shown = of_one || is_text_filtered() ? filtered() : listed_;
  if (shown.empty()) return;
  const Annotation* const present = selected();
  const auto at =
      present != nullptr
          ? std::lower_bound(shown.begin(), shown.end(), present,
                             [](const Annotation* a, const Annotation* b) { return in_listing_order(*a, *b); })
          : std::find_if(shown.begin(), shown.end(), [&](const Annotation* each) {
              return each->spans() == nullptr || each->spans()->start() >= selection_.caret;
            });
  const auto index = static_cast<std::size_t>(at - shown.begin());
  const bool on_it = at != shown.end() && *at == present;
  const std::size_t next = forward ? index + (on_it ? 1 : 0) : index + shown.size() - 1;
  select_annotation(shown[next % shown.size()]->id);
}

void Editor::escape() {
  if (draft_) {
    draft_.reset();
  } else if (!pen_.empty()) {
    pen_.clear();
  } else if (!kept_.empty()) {
    kept_.clear();
  } else if (!selection_.empty()) {
    selection_ = Selection(selection_.caret);
  } else {
    selected_.reset();
    suggestions_.select(nullptr);
  }
  tell({.selection = true});
}

bool Editor::holds_anything() const {
  return draft_ || !pen_.empty() || !kept_.empty() || !selection_.empty() || selected_ ||
         selected_suggestion() != nullptr;
}

// --- Gestures ---

Editor::Refusal Editor::apply_label(const std::string& id) {
  const Label* const label = schema().find(id);
  if (label == nullptr || document_ == nullptr) return std::nullopt;
  if (label->kind == LabelKind::Relation) return apply_relation_label(*label);
  if (label->kind == LabelKind::Document) return make(id, WholeDocument{});

  std::vector<Span> segments = selected_segments();
  if (!segments.empty()) return make(id, Spans(std::move(segments)));
  if (!selection_.empty()) {
    const Span blanks = selection_.span();
    return make_problem(ProblemCode::EmptySpan,
                        {std::to_string(blanks.start.value()), std::to_string(blanks.end.value())});
  }
  if (selected_suggestion() != nullptr) return accept_suggestion_as(id);
  if (const Annotation* const annotation = selected(); annotation != nullptr && annotation->spans() != nullptr) {
    if (const Refusal refusal = refuse_to_change(annotation->id)) return refusal;
    if (annotation->label == id) return std::nullopt;
    return perform(relabel(set_key(), *annotation, id, schema()));
  }
  pen_ = pen_ == id ? std::string() : id;
  tell({.selection = true});
  return std::nullopt;
}

/// What is there already is selected, and not made twice.
Editor::Refusal Editor::make(const std::string& label, Anchor anchor) {
  using Numbers = std::numeric_limits<std::int64_t>;
  const auto comes_before = [](const Annotation* a, const Annotation* b) { return in_listing_order(*a, *b); };
  const Annotation first{{{}, Numbers::min()}, label, anchor, {}, {}, {}};
  const Annotation last{{{}, Numbers::max()}, label, anchor, {}, {}, {}};
  const std::vector<const Annotation*>& own = own_listed();
  const auto begin = std::lower_bound(own.begin(), own.end(), &first, comes_before);
  const auto end = std::upper_bound(begin, own.end(), &last, comes_before);
  const auto same =
      std::find_if(begin, end, [&](const Annotation* each) { return each->label == label && each->anchor == anchor; });
  if (same == end) return perform(annotate(set_key(), label, std::move(anchor)));
  select_annotation((*same)->id, false);
  return std::nullopt;
}

Editor::Refusal Editor::use_pen() {
  if (pen_.empty() || selected_segments().empty()) return std::nullopt;
  return apply_label(pen_);
}

Editor::Refusal Editor::move_edge(Edge edge, Step step, bool forward) {
  const Annotation* const annotation = selected();
  const Spans* const spans = annotation == nullptr ? nullptr : annotation->spans();
  if (spans == nullptr) return std::nullopt;
  if (const Refusal refusal = refuse_to_change(annotation->id)) return refusal;
  const Text& text = document_->document.text;
  std::vector<Span> segments = spans->segments();
  if (edge == Edge::Start) {
    TextPos& start = segments.front().start;
    start = next_edge(text, start, edge, step, forward);
  } else {
    TextPos& end = segments.back().end;
    end = next_edge(text, end, edge, step, forward);
  }
  // The segment that was moved must stay something.
  const Span moved = edge == Edge::Start ? segments.front() : segments.back();
  if (moved.start >= moved.end || trim_blanks(text, moved).empty()) return std::nullopt;
  Spans changed(std::move(segments));
  if (changed == *spans) return std::nullopt;
  return perform(move_span(set_key(), *annotation, std::move(changed)));
}

Editor::Refusal Editor::remove_selected() {
  const Annotation* const annotation = selected();
  if (annotation == nullptr) return std::nullopt;
  if (const Refusal refusal = refuse_to_change(annotation->id)) return refusal;
  return perform(delete_annotation(*document_, annotation->id));
}

Editor::Refusal Editor::confirm_selected() {
  const Annotation* const annotation = selected();
  if (annotation == nullptr) return std::nullopt;
  return perform({kConfirm, {confirmation(set_key(), *annotation, workspace_.annotator())}});
}

Editor::Refusal Editor::publish_schema(const std::set<std::string>& unchanged) {
  return carry_out([&] { return workspace_.publish_schema(unchanged); });
}

Editor::Refusal Editor::change(const Annotation& changed, const std::string& name) {
  const Annotation* const present = document_ == nullptr ? nullptr : document_->find(changed.id);
  if (present == nullptr) return make_problem(ProblemCode::UnknownAnnotation, {to_string(changed.id)});
  if (*present == changed) return std::nullopt;
  if (const Refusal refusal = refuse_to_change(changed.id)) return refusal;
  return perform({name, {AnnotationChange{set_key(), *present, changed}}});
}

}  // namespace mitjul
