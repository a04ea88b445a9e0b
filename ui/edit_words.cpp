#include "ui/edit_words.h"

#include <wx/intl.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "ui/action.h"
#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/key_words.h"
#include "ui/proposal_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

using Words = std::pair<std::string_view, const char*>;

constexpr std::array kWords{
    Words{"annotate", wxTRANSLATE("Annotate")},
    Words{"relabel", wxTRANSLATE("Change label")},
    Words{"move", wxTRANSLATE("Move the ends")},
    Words{"turn", wxTRANSLATE("Turn the relation round")},
    Words{"delete", wxTRANSLATE("Delete")},
    Words{"confirm", wxTRANSLATE("Confirm")},
    Words{"set-attribute", wxTRANSLATE("Change attribute")},
    Words{"note", wxTRANSLATE("Change note")},
    Words{"accept", wxTRANSLATE("Accept suggestion")},
    Words{"refuse", wxTRANSLATE("Refuse suggestion")},
    Words{"annotate-all", wxTRANSLATE("Annotate all occurrences")},
    Words{"claim", wxTRANSLATE("Make a claim")},
    Words{"take-over", wxTRANSLATE("Take over")},
    Words{"fix", wxTRANSLATE("Fix problems")},
    Words{"set-state", wxTRANSLATE("Change state")},
    Words{"word-list", wxTRANSLATE("Change the word list")},
    Words{"add-words", wxTRANSLATE("Add words to the word list")},
    Words{"remove-words", wxTRANSLATE("Remove words from the word list")},
    Words{"settings", wxTRANSLATE("Change settings")},
    Words{"schema", wxTRANSLATE("Change the labels")},
    Words{"add-label", wxTRANSLATE("Add label")},
    Words{"change-label", wxTRANSLATE("Change a label of the schema")},
    Words{"move-label", wxTRANSLATE("Move label")},
    Words{"merge-labels", wxTRANSLATE("Merge labels")},
    Words{"split-label", wxTRANSLATE("Split label")},
    Words{"delete-label", wxTRANSLATE("Delete label")},
    Words{"change-guideline", wxTRANSLATE("Change the guideline")},
    Words{"rename-schema", wxTRANSLATE("Rename the schema")},
    Words{"publish-schema", wxTRANSLATE("Publish the schema")},
    Words{"propose", wxTRANSLATE("Propose a change of the schema")},
    Words{"accept-proposal", wxTRANSLATE("Accept a proposal for the schema")},
    Words{"decline-proposal", wxTRANSLATE("Decline a proposal for the schema")},
    Words{"lock-schema", wxTRANSLATE("Lock the schema")},
    Words{"unlock-schema", wxTRANSLATE("Unlock the schema")},
    Words{"hand-over-schema", wxTRANSLATE("Hand over the schema")},
    Words{"delete-document", wxTRANSLATE("Move document to trash")},
    Words{"restore-document", wxTRANSLATE("Restore document")},
    Words{"rename-document", wxTRANSLATE("Rename document")},
    Words{"rename-annotator", wxTRANSLATE("Rename annotator")},
    Words{"import", wxTRANSLATE("Import")},
    Words{"purge", wxTRANSLATE("Remove document for good")},
    Words{"recover", wxTRANSLATE("Recover a damaged project")},
};

// Quotes in sentences, in code points.
constexpr std::uint32_t kLongestQuote = 24;

const Words* find_words(std::string_view name) {
  const auto* const found =
      std::find_if(kWords.begin(), kWords.end(), [name](const Words& words) { return words.first == name; });
  return found == kWords.end() ? nullptr : found;
}

/// The changes of one kind.
template <class T>
std::vector<const T*> changes_of(const Edit& edit) {
  std::vector<const T*> found;
  for (const Change& change : edit.changes) {
    if (const T* const each = std::get_if<T>(&change)) found.push_back(each);
  }
  return found;
}

const Annotation& annotation_of(const AnnotationChange& change) {
  return change.after ? *change.after : *change.before;
}

bool is_of(const AnnotatedDocument* shown, const DocumentKey& document) {
  return shown != nullptr && shown->document.info.key == document;
}

wxString with_quote(const wxString& label, const wxString& quote) {
  return quote.empty() ? label : label + " " + in_quotes(quote);
}

wxString one_annotation(const AnnotationChange& change, const Schema& schema, const AnnotatedDocument* shown) {
  const Annotation& annotation = annotation_of(change);
  const wxString label = label_name(schema, annotation.label);
  return is_of(shown, change.set.document) ? with_quote(label, quote_of(annotation, *shown, kLongestQuote)) : label;
}

/// An annotation with the relations that come and go with it is one thing; several are a number.
wxString annotations_words(const std::vector<const AnnotationChange*>& changes, const Schema& schema,
                           const AnnotatedDocument* shown) {
  if (changes.size() == 1) return one_annotation(*changes.front(), schema, shown);
  std::vector<const AnnotationChange*> others;
  std::copy_if(changes.begin(), changes.end(), std::back_inserter(others),
               [](const AnnotationChange* change) { return annotation_of(*change).relation() == nullptr; });
  if (others.size() != 1) return count_of_annotations(changes.size());
  const auto relations = static_cast<unsigned>(changes.size() - 1);
  return one_annotation(*others.front(), schema, shown) + ", " +
         wxString::Format(wxPLURAL("%s relation", "%s relations", relations), grouped(relations));
}

wxString refusals_words(const std::vector<const RefusalChange*>& changes, const Schema& schema,
                        const AnnotatedDocument* shown) {
  if (changes.size() > 1) {
    const auto count = static_cast<unsigned>(changes.size());
    return wxString::Format(wxPLURAL("%s suggestion", "%s suggestions", count), grouped(count));
  }
  const RefusalChange& change = *changes.front();
  const wxString label = label_name(schema, change.refusal.label);
  if (!is_of(shown, change.document)) return label;
  const Annotation as_annotation{{}, change.refusal.label, Spans(change.refusal.span), {}, "", {}};
  return with_quote(label, quote_of(as_annotation, *shown, kLongestQuote));
}

wxString word_list_words(const GazetteerChange& change) {
  const std::size_t count = change.added.size() + change.removed.size();
  if (count == 1) {
    return to_wx((change.added.empty() ? change.removed : change.added).front().word);
  }
  const auto number = static_cast<unsigned>(count);
  return wxString::Format(wxPLURAL("%s word", "%s words", number), grouped(number));
}

/// The label that comes or goes with a change of the schema, or else the one that changes, or its own new name; empty
/// where that is not one.
wxString schema_words(const SchemaChange& change) {
  std::vector<const Label*> of_one;
  std::vector<const Label*> changed;
  const auto compare = [&](const Schema& schema, const Schema& other) {
    for (const Label& label : schema.labels) {
      const Label* const there = other.find(label.id);
      if (there == nullptr) {
        of_one.push_back(&label);
      } else if (&schema == &change.after && *there != label) {
        changed.push_back(&label);
      }
    }
  };
  compare(change.before, change.after);
  compare(change.after, change.before);
  const std::vector<const Label*>& subjects = of_one.empty() ? changed : of_one;
  if (subjects.size() == 1) return name_or_id(subjects.front()->name, subjects.front()->id);
  return change.before.name != change.after.name ? to_wx(change.after.name) : wxString();
}

/// What an edit is about; empty where its name says everything.
wxString subject_of(const Edit& edit, const Schema& schema, const AnnotatedDocument* shown) {
  if (const auto changes = changes_of<SchemaChange>(edit); !changes.empty()) return schema_words(*changes.front());
  if (const auto changes = changes_of<ProposalChange>(edit); !changes.empty()) {
    const auto& proposal = changes.front()->after ? changes.front()->after : changes.front()->before;
    return operation_words(proposal->operation, proposal->seen);
  }
  if (const auto changes = changes_of<AnnotationChange>(edit); !changes.empty()) {
    return annotations_words(changes, schema, shown);
  }
  if (const auto changes = changes_of<RefusalChange>(edit); !changes.empty()) {
    return refusals_words(changes, schema, shown);
  }
  if (const auto changes = changes_of<SetStateChange>(edit); !changes.empty()) {
    const wxString state = state_name(changes.front()->after);
    return is_of(shown, changes.front()->set.document) ? to_wx(shown->document.info.name) + ", " + state : state;
  }
  if (const auto changes = changes_of<GazetteerChange>(edit); !changes.empty()) {
    return word_list_words(*changes.front());
  }
  if (const auto changes = changes_of<DocumentChange>(edit); changes.size() == 1) {
    const auto& info = changes.front()->before ? changes.front()->before : changes.front()->after;
    return to_wx(info->name);
  }
  return {};
}

bool is_seen_where_it_was_done(const Edit& edit) {
  const auto annotations = changes_of<AnnotationChange>(edit);
  const bool deletes = std::any_of(annotations.begin(), annotations.end(),
                                   [](const AnnotationChange* change) { return !change->after.has_value(); });
  const auto settings = changes_of<SettingsChange>(edit);
  const bool locks = std::any_of(settings.begin(), settings.end(), [](const SettingsChange* change) {
    return change->before.schema_owner != change->after.schema_owner;
  });
  return !deletes && !locks && annotations.size() + changes_of<RefusalChange>(edit).size() <= 1 &&
         changes_of<DocumentChange>(edit).empty() && changes_of<GazetteerChange>(edit).empty() &&
         changes_of<ProposalChange>(edit).empty();
}

}  // namespace

bool has_edit_words(std::string_view name) { return find_words(name) != nullptr; }

wxString edit_name(std::string_view name) {
  const Words* const words = find_words(name);
  return words == nullptr ? to_wx(name) : wxString(wxGetTranslation(words->second));
}

wxString edit_words(const Edit& edit, const Schema& schema, const AnnotatedDocument* shown) {
  const wxString subject = subject_of(edit, schema, shown);
  return subject.empty() ? edit_name(edit.name) : edit_name(edit.name) + wxString::FromUTF8(" – ") + subject;
}

wxString outcome_sentence(const Outcome& outcome, const Schema& schema, const AnnotatedDocument* shown,
                          const KeyMap& keys) {
  if (!outcome.done() || outcome.edit.changes.empty()) return {};
  switch (outcome.kind) {
    case EditKind::Undo: return wxString::Format(_("Undone: %s"), edit_words(inverse(outcome.edit), schema, shown));
    case EditKind::Redo: return wxString::Format(_("Done again: %s"), edit_words(outcome.edit, schema, shown));
    default:
      if (is_seen_where_it_was_done(outcome.edit)) return {};
      // Who has handed the schema over cannot take it back.
      if (outcome.edit.name == "hand-over-schema") return edit_words(outcome.edit, schema, shown) + ".";
      return wxString::Format(_("%s. %s takes it back."), edit_words(outcome.edit, schema, shown),
                              key_words(keys, Action::Undo));
  }
}

}  // namespace mitjul
