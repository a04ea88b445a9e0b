#include "ui/action.h"

#include <wx/translation.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "ui/key_press.h"

namespace mitjul {

// In the order in which the menus show them. Keys of the text that are letters leave the digits and the other letters
// to the labels of the schema; a segment is kept with the comma, which strings things together, because Shift+Space
// switches to Hangul. With a suggestion selected, Enter and Delete accept and refuse it, whatever they do otherwise:
// the text view sees to that.
const std::vector<ActionInfo>& actions() {
  using enum Action;
  static const std::vector<ActionInfo> kActions{
      {NewProject, "new-project", wxTRANSLATE("&New Project..."), "Ctrl+N", MenuOf::File, false},
      {OpenProject, "open-project", wxTRANSLATE("&Open Project..."), "Ctrl+O", MenuOf::File, false},
      {Import, "import", wxTRANSLATE("&Import Files..."), "Ctrl+I", MenuOf::File, false},
      {ImportFolder, "import-folder", wxTRANSLATE("Import &Folder..."), "", MenuOf::File, false},
      {Export, "export", wxTRANSLATE("&Export..."), "Ctrl+E", MenuOf::File, false},
      {Quit, "quit", wxTRANSLATE("&Quit"), "Ctrl+Q", MenuOf::File, false},

      {Undo, "undo", wxTRANSLATE("&Undo"), "Ctrl+Z", MenuOf::Edit, false},
      {Redo, "redo", wxTRANSLATE("&Redo"), "Ctrl+Shift+Z", MenuOf::Edit, false},
      {Copy, "copy", wxTRANSLATE("&Copy"), "Ctrl+C", MenuOf::Edit, true},
      {SelectAll, "select-all", wxTRANSLATE("Select &All"), "Ctrl+A", MenuOf::Edit, true},
      {SelectWord, "select-word", wxTRANSLATE("Select &Word, and More"), "W", MenuOf::Edit, true},
      {SelectWordBack, "select-word-back", wxTRANSLATE("Select &Less Again"), "Shift+W", MenuOf::Edit, true},
      {KeepSegment, "keep-segment", wxTRANSLATE("&Keep Segment"), ",", MenuOf::Edit, true},
      {Find, "find", wxTRANSLATE("&Find..."), "Ctrl+F", MenuOf::Edit, false},
      {FindInProject, "find-in-project", wxTRANSLATE("Find in the &Project..."), "Ctrl+Shift+F", MenuOf::Edit, false},
      {FindNext, "find-next", wxTRANSLATE("Next &Hit"), "F3", MenuOf::Edit, false},
      {FindPrevious, "find-previous", wxTRANSLATE("Previous H&it"), "Shift+F3", MenuOf::Edit, false},
      {Escape, "escape", wxTRANSLATE("&Let Go"), "Escape", MenuOf::Edit, true},

      {EditAttributes, "edit-attributes", wxTRANSLATE("Edit &Attributes"), "Enter", MenuOf::Annotation, true},
      {MakeClaim, "make-claim", wxTRANSLATE("Make a &Claim..."), "C", MenuOf::Annotation, true},
      {AnnotateAll, "annotate-all", wxTRANSLATE("Annotate All &Occurrences..."), "Ctrl+Enter", MenuOf::Annotation,
       true},
      {Relate, "relate", wxTRANSLATE("&Relate..."), "R", MenuOf::Annotation, true},
      {Delete, "delete", wxTRANSLATE("&Delete"), "Delete Backspace", MenuOf::Annotation, true},
      {StartBack, "start-back", wxTRANSLATE("Start One Character Back"), "[", MenuOf::Annotation, true},
      {StartForward, "start-forward", wxTRANSLATE("Start One Character Forward"), "]", MenuOf::Annotation, true},
      {EndBack, "end-back", wxTRANSLATE("End One Character Back"), "Shift+[", MenuOf::Annotation, true},
      {EndForward, "end-forward", wxTRANSLATE("End One Character Forward"), "Shift+]", MenuOf::Annotation, true},
      {StartBackByEojeol, "start-back-by-eojeol", wxTRANSLATE("Start One Eojeol Back"), "Ctrl+[", MenuOf::Annotation,
       true},
      {StartForwardByEojeol, "start-forward-by-eojeol", wxTRANSLATE("Start One Eojeol Forward"), "Ctrl+]",
       MenuOf::Annotation, true},
      {EndBackByEojeol, "end-back-by-eojeol", wxTRANSLATE("End One Eojeol Back"), "Ctrl+Shift+[", MenuOf::Annotation,
       true},
      {EndForwardByEojeol, "end-forward-by-eojeol", wxTRANSLATE("End One Eojeol Forward"), "Ctrl+Shift+]",
       MenuOf::Annotation, true},

      {NextSuggestion, "next-suggestion", wxTRANSLATE("Next S&uggestion"), ".", MenuOf::Annotation, true},
      {PreviousSuggestion, "previous-suggestion", wxTRANSLATE("Previous Suggestion"), "Shift+.", MenuOf::Annotation,
       true},
      {AcceptSuggestion, "accept-suggestion", wxTRANSLATE("A&ccept Suggestion"), "/", MenuOf::Annotation, true},
      {RefuseSuggestion, "refuse-suggestion", wxTRANSLATE("Re&fuse Suggestion"), "Shift+/", MenuOf::Annotation, true},
      {AcceptLikeSuggestion, "accept-like-suggestion", wxTRANSLATE("Accept All Like This Suggestion"), "Shift+Enter",
       MenuOf::Annotation, true},
      {RefuseLikeSuggestion, "refuse-like-suggestion", wxTRANSLATE("Refuse All Like This Suggestion"), "Shift+Delete",
       MenuOf::Annotation, true},
      {AcceptLabelSuggestions, "accept-label-suggestions", wxTRANSLATE("Accept All Suggestions of This Label"),
       "Ctrl+Shift+Enter", MenuOf::Annotation, true},
      {AcceptAllSuggestions, "accept-all-suggestions", wxTRANSLATE("Accept All Suggestions in the Document"),
       "Ctrl+Shift+A", MenuOf::Annotation, false},
      {RefuseAllSuggestions, "refuse-all-suggestions", wxTRANSLATE("Refuse All Suggestions in the Document"),
       "Ctrl+Shift+X", MenuOf::Annotation, false},

      {WordList, "word-list", wxTRANSLATE("&Word List..."), "Ctrl+L", MenuOf::Words, false},
      {AnnotateWordList, "annotate-word-list", wxTRANSLATE("&Annotate From the Word List..."), "Ctrl+Shift+L",
       MenuOf::Words, false},
      {ListParticles, "list-particles", wxTRANSLATE("Spans That &End in a Particle"), "Ctrl+Shift+E", MenuOf::Words,
       false},
      {OfferSuggestions, "offer-suggestions", wxTRANSLATE("Offer &Suggestions"), "Ctrl+Shift+S", MenuOf::Words, false},
      {ParticleInside, "particle-inside", wxTRANSLATE("Annotate &With Particle"), "Ctrl+Shift+W", MenuOf::Words, false},

      {NextAnnotation, "next-annotation", wxTRANSLATE("&Next Annotation"), "Tab", MenuOf::Go, true},
      {PreviousAnnotation, "previous-annotation", wxTRANSLATE("&Previous Annotation"), "Shift+Tab", MenuOf::Go, true},
      {NextDocument, "next-document", wxTRANSLATE("Next &Document"), "Ctrl+PageDown", MenuOf::Go, false},
      {PreviousDocument, "previous-document", wxTRANSLATE("Previous D&ocument"), "Ctrl+PageUp", MenuOf::Go, false},
      {Finish, "finish", wxTRANSLATE("&Finish and Go On"), "Ctrl+D", MenuOf::Go, false},
      {Skip, "skip", wxTRANSLATE("&Skip and Go On"), "Ctrl+Shift+K", MenuOf::Go, false},
      {Reopen, "reopen", wxTRANSLATE("&Back to In Progress"), "Ctrl+Shift+D", MenuOf::Go, false},
      {NextPane, "next-pane", wxTRANSLATE("Next P&ane"), "F6", MenuOf::Go, false},
      {PreviousPane, "previous-pane", wxTRANSLATE("Pre&vious Pane"), "Shift+F6", MenuOf::Go, false},

      {LargerText, "larger-text", wxTRANSLATE("&Larger Text"), "Ctrl++ Ctrl+=", MenuOf::View, false},
      {SmallerText, "smaller-text", wxTRANSLATE("&Smaller Text"), "Ctrl+-", MenuOf::View, false},
      {NormalText, "normal-text", wxTRANSLATE("&Normal Text Size"), "Ctrl+0", MenuOf::View, false},
      {SwitchAppearance, "switch-appearance", wxTRANSLATE("&Appearance"), "", MenuOf::View, false},
      {SwitchLanguage, "switch-language", wxTRANSLATE("Lan&guage"), "", MenuOf::View, false},

      {Keys, "keys", wxTRANSLATE("&Keys"), "F1", MenuOf::Help, false},
      {About, "about", wxTRANSLATE("&About Mitjul"), "", MenuOf::Help, false},
  };
  return kActions;
}

const ActionInfo& info(Action action) {
  const auto found = std::find_if(actions().begin(), actions().end(),
                                  [action](const ActionInfo& info) { return info.action == action; });
  assert(found != actions().end());
  return *found;
}

const ActionInfo* action_for(const KeyPress& press) {
  static const auto kKeys = [] {
    std::vector<std::pair<KeyPress, const ActionInfo*>> keys;
    for (const ActionInfo& action : actions()) {
      for (const KeyPress& key : parse_keys(action.keys)) keys.emplace_back(key, &action);
    }
    return keys;
  }();
  const auto found = std::find_if(kKeys.begin(), kKeys.end(), [&](const auto& key) { return key.first == press; });
  return found == kKeys.end() ? nullptr : found->second;
}

}  // namespace mitjul
