#include "ui/action.h"

#include <wx/translation.h>

#include <algorithm>
#include <cassert>

namespace mitjul {

// In the order in which the menus show them. Keys of the text that are letters leave the digits and the other letters
// to the labels of the schema; a segment is kept with the comma, which strings things together, because Shift+Space
// switches to Hangul. With a suggestion selected, Enter and Delete accept and refuse it, whatever they do otherwise:
// the text view sees to that.
const std::vector<ActionInfo>& actions() {
  using enum Action;
  static const std::vector<ActionInfo> kActions{
      {NewProject, "new-project", wxTRANSLATE("&New Project..."), "Ctrl+N", MenuOf::File, kAnywhere | kDialog},
      {OpenProject, "open-project", wxTRANSLATE("&Open Project..."), "Ctrl+O", MenuOf::File, kAnywhere | kDialog},
      {Import, "import", wxTRANSLATE("&Import Files..."), "Ctrl+I", MenuOf::File, kBeginsGroup | kDialog},
      {ImportFolder, "import-folder", wxTRANSLATE("Import &Folder..."), "Ctrl+Shift+I", MenuOf::File, kDialog},
      {Export, "export", wxTRANSLATE("&Export..."), "Ctrl+E", MenuOf::File, kDialog | kAfterTyping},
      {ExportPicture, "export-picture", wxTRANSLATE("Export as &PDF or Picture..."), "Ctrl+Shift+P", MenuOf::File,
       kDialog | kAfterTyping},
      {Print, "print", wxTRANSLATE("P&rint..."), "Ctrl+P", MenuOf::File, kDialog | kAfterTyping},
      {RenameDocument, "rename-document", wxTRANSLATE("&Rename Document..."), "F2", MenuOf::File,
       kBeginsGroup | kDialog | kAfterTyping},
      {TrashDocument, "trash-document", wxTRANSLATE("Move Document to &Trash"), "Ctrl+Delete", MenuOf::File,
       kInText | kAfterTyping},
      {ShowTrash, "show-trash", wxTRANSLATE("Tras&h..."), "Ctrl+Shift+Y", MenuOf::File, kDialog | kAfterTyping},
      {ChooseAnnotator, "choose-annotator", wxTRANSLATE("&Annotator..."), "Ctrl+Shift+U", MenuOf::File,
       kBeginsGroup | kDialog},
      {Quit, "quit", wxTRANSLATE("&Quit"), "Ctrl+Q", MenuOf::File, kBeginsGroup | kAnywhere | kDialog},

      {Undo, "undo", wxTRANSLATE("&Undo"), "Ctrl+Z", MenuOf::Edit, kAfterTyping},
      {Redo, "redo", wxTRANSLATE("&Redo"), "Ctrl+Shift+Z", MenuOf::Edit, kAfterTyping},
      {Copy, "copy", wxTRANSLATE("&Copy"), "Ctrl+C", MenuOf::Edit, kInText | kBeginsGroup | kWhileWriting},
      {SelectAll, "select-all", wxTRANSLATE("Select &All"), "Ctrl+A", MenuOf::Edit, kInText},
      {SelectWord, "select-word", wxTRANSLATE("Select &Word, and More"), "W", MenuOf::Edit, kInText | kBeginsGroup},
      {SelectWordBack, "select-word-back", wxTRANSLATE("Select &Less Again"), "Shift+W", MenuOf::Edit, kInText},
      {KeepSegment, "keep-segment", wxTRANSLATE("&Keep Segment"), ",", MenuOf::Edit, kInText},
      {Find, "find", wxTRANSLATE("&Find..."), "Ctrl+F", MenuOf::Edit, kBeginsGroup},
      {FindInProject, "find-in-project", wxTRANSLATE("Find in the &Project..."), "Ctrl+Shift+F", MenuOf::Edit, 0},
      {FindNext, "find-next", wxTRANSLATE("Next &Hit"), "F3", MenuOf::Edit, 0},
      {FindPrevious, "find-previous", wxTRANSLATE("Previous H&it"), "Shift+F3", MenuOf::Edit, 0},
      {FilterAnnotations, "filter-annotations", wxTRANSLATE("Filter A&nnotations"), "Ctrl+Shift+N", MenuOf::Edit,
       kWhileWriting},
      {ClearFilter, "clear-filter", wxTRANSLATE("Clear the Filte&r"), "Ctrl+Shift+J", MenuOf::Edit, kWhileWriting},
      {Escape, "escape", wxTRANSLATE("&Let Go"), "Escape", MenuOf::Edit, kInText | kBeginsGroup | kWhileWriting},
      {Preferences, "preferences", wxTRANSLATE("Pr&eferences..."), "Ctrl+,", MenuOf::Edit,
       kBeginsGroup | kAnywhere | kDialog},

      {EditAttributes, "edit-attributes", wxTRANSLATE("Edit &Attributes"), "Enter", MenuOf::Annotation,
       kInText | kBeginsGroup},
      {ChooseLabel, "choose-label", wxTRANSLATE("C&hoose a Label..."), "Ctrl+K", MenuOf::Annotation,
       kDialog | kAfterTyping},
      {DocumentLabels, "document-labels", wxTRANSLATE("&Labels of the Document"), "Ctrl+M", MenuOf::Annotation, 0},
      {ShowHistory, "show-history", wxTRANSLATE("Histor&y of the Annotation"), "Ctrl+H", MenuOf::Annotation, 0},
      {ConfirmAnnotation, "confirm-annotation", wxTRANSLATE("Con&firm the Annotation"), "Ctrl+Shift+C",
       MenuOf::Annotation, kAfterTyping},
      {MakeClaim, "make-claim", wxTRANSLATE("Make a &Claim..."), "C", MenuOf::Annotation, kInText},
      {AnnotateAll, "annotate-all", wxTRANSLATE("Annotate All &Occurrences..."), "Ctrl+Enter", MenuOf::Annotation,
       kInText | kDialog},
      {TakeOver, "take-over-annotation", wxTRANSLATE("Ta&ke Over"), "Ctrl+T", MenuOf::Annotation, kAfterTyping},
      {Relate, "relate", wxTRANSLATE("&Relate..."), "R", MenuOf::Annotation, kInText},
      {MoveRelationEnd, "move-relation-end", wxTRANSLATE("&Move the Relation's End..."), "Ctrl+Shift+R",
       MenuOf::Annotation, kInText},
      {TurnRelation, "turn-relation", wxTRANSLATE("&Turn the Relation Round"), "Shift+R", MenuOf::Annotation,
       kInText | kAfterTyping},
      {Delete, "delete", wxTRANSLATE("&Delete"), "Delete Backspace", MenuOf::Annotation, kInText | kAfterTyping},
      {StartBack, "start-back", wxTRANSLATE("Start One Character Back"), "[", MenuOf::Annotation,
       kInText | kBeginsGroup},
      {StartForward, "start-forward", wxTRANSLATE("Start One Character Forward"), "]", MenuOf::Annotation, kInText},
      {EndBack, "end-back", wxTRANSLATE("End One Character Back"), "Shift+[", MenuOf::Annotation, kInText},
      {EndForward, "end-forward", wxTRANSLATE("End One Character Forward"), "Shift+]", MenuOf::Annotation, kInText},
      {StartBackByEojeol, "start-back-by-eojeol", wxTRANSLATE("Start One Eojeol Back"), "Ctrl+[", MenuOf::Annotation,
       kInText | kBeginsGroup},
      {StartForwardByEojeol, "start-forward-by-eojeol", wxTRANSLATE("Start One Eojeol Forward"), "Ctrl+]",
       MenuOf::Annotation, kInText},
      {EndBackByEojeol, "end-back-by-eojeol", wxTRANSLATE("End One Eojeol Back"), "Ctrl+Shift+[", MenuOf::Annotation,
       kInText},
      {EndForwardByEojeol, "end-forward-by-eojeol", wxTRANSLATE("End One Eojeol Forward"), "Ctrl+Shift+]",
       MenuOf::Annotation, kInText},

      {NextSuggestion, "next-suggestion", wxTRANSLATE("Next S&uggestion"), ".", MenuOf::Suggestions,
       kInText | kBeginsGroup},
      {PreviousSuggestion, "previous-suggestion", wxTRANSLATE("Previous Suggestion"), "Shift+.", MenuOf::Suggestions,
       kInText},
      {AcceptSuggestion, "accept-suggestion", wxTRANSLATE("A&ccept Suggestion"), "/", MenuOf::Suggestions,
       kInText | kAfterTyping},
      {RefuseSuggestion, "refuse-suggestion", wxTRANSLATE("Re&fuse Suggestion"), "Shift+/", MenuOf::Suggestions,
       kInText},
      {AcceptLikeSuggestion, "accept-like-suggestion", wxTRANSLATE("Accept All Like This Suggestion"), "Shift+Enter",
       MenuOf::Suggestions, kInText | kBeginsGroup | kAfterTyping},
      {RefuseLikeSuggestion, "refuse-like-suggestion", wxTRANSLATE("Refuse All Like This Suggestion"), "Shift+Delete",
       MenuOf::Suggestions, kInText},
      {AcceptLabelSuggestions, "accept-label-suggestions", wxTRANSLATE("Accept All Suggestions of This Label"),
       "Ctrl+Shift+Enter", MenuOf::Suggestions, kInText | kAfterTyping},
      {AcceptAllSuggestions, "accept-all-suggestions", wxTRANSLATE("Accept All Suggestions in the Document"),
       "Ctrl+Shift+A", MenuOf::Suggestions, kAfterTyping},
      {RefuseAllSuggestions, "refuse-all-suggestions", wxTRANSLATE("Refuse All Suggestions in the Document"),
       "Ctrl+Shift+X", MenuOf::Suggestions, 0},
      {OfferSuggestions, "offer-suggestions", wxTRANSLATE("Offer &Suggestions"), "Ctrl+Shift+S", MenuOf::Suggestions,
       kBeginsGroup},

      {WordList, "word-list", wxTRANSLATE("&Word List..."), "Ctrl+L", MenuOf::Words, kDialog},
      {AnnotateWordList, "annotate-word-list", wxTRANSLATE("&Annotate From the Word List..."), "Ctrl+Shift+L",
       MenuOf::Words, kDialog},
      {ListParticles, "list-particles", wxTRANSLATE("Spans That &End in a Particle"), "Ctrl+Shift+E", MenuOf::Words,
       kBeginsGroup},
      {ShowProblems, "problems", wxTRANSLATE("&Problems of the Annotations"), "Shift+F8", MenuOf::Words, 0},
      {ParticleInside, "particle-inside", wxTRANSLATE("Annotate &With Particle"), "Ctrl+Shift+W", MenuOf::Words, 0},
      {Review, "review", wxTRANSLATE("&Review Annotations"), "F4", MenuOf::Words, kBeginsGroup},
      {PublishSchema, "publish-schema", wxTRANSLATE("Pu&blish the Schema..."), "Ctrl+Shift+B", MenuOf::Words,
       kDialog | kAfterTyping},

      {NextAnnotation, "next-annotation", wxTRANSLATE("&Next Annotation"), "Tab", MenuOf::Go, kInText},
      {PreviousAnnotation, "previous-annotation", wxTRANSLATE("&Previous Annotation"), "Shift+Tab", MenuOf::Go,
       kInText},
      {NextRelation, "next-relation", wxTRANSLATE("Next &Relation"), ";", MenuOf::Go, kInText},
      {PreviousRelation, "previous-relation", wxTRANSLATE("Previous Rela&tion"), "Shift+;", MenuOf::Go, kInText},
      {OtherEnd, "other-end", wxTRANSLATE("Other &End of the Relation"), "'", MenuOf::Go, kInText},
      {NextDocument, "next-document", wxTRANSLATE("Next &Document"), "Ctrl+PageDown", MenuOf::Go, kBeginsGroup},
      {PreviousDocument, "previous-document", wxTRANSLATE("Previous D&ocument"), "Ctrl+PageUp", MenuOf::Go, 0},
      {NextUnfinished, "next-unfinished", wxTRANSLATE("Next &Unfinished Document"), "Ctrl+Shift+PageDown", MenuOf::Go,
       0},
      {FilterDocuments, "filter-documents", wxTRANSLATE("F&ilter Documents"), "Ctrl+J", MenuOf::Go, kBeginsGroup},
      {SortDocuments, "sort-documents", wxTRANSLATE("Sor&t Documents Differently"), "Ctrl+Shift+O", MenuOf::Go, 0},
      {Finish, "finish", wxTRANSLATE("&Finish and Go On"), "Ctrl+D", MenuOf::Go, kBeginsGroup | kAfterTyping},
      {Skip, "skip", wxTRANSLATE("&Skip and Go On"), "Ctrl+Shift+K", MenuOf::Go, kAfterTyping},
      {Reopen, "reopen", wxTRANSLATE("&Back to In Progress"), "Ctrl+Shift+D", MenuOf::Go, kAfterTyping},
      {NextPane, "next-pane", wxTRANSLATE("Next P&ane"), "F6", MenuOf::Go, kBeginsGroup | kWhileWriting},
      {PreviousPane, "previous-pane", wxTRANSLATE("Pre&vious Pane"), "Shift+F6", MenuOf::Go, kWhileWriting},

      {LargerText, "larger-text", wxTRANSLATE("&Larger Text"), "Ctrl++ Ctrl+=", MenuOf::View, kWhileWriting},
      {SmallerText, "smaller-text", wxTRANSLATE("&Smaller Text"), "Ctrl+-", MenuOf::View, kWhileWriting},
      {NormalText, "normal-text", wxTRANSLATE("&Normal Text Size"), "Ctrl+0", MenuOf::View, kWhileWriting},
      {ReadingMode, "reading-mode", wxTRANSLATE("&Reading Mode"), "F11", MenuOf::View, kBeginsGroup | kWhileWriting},
      {ShowDocuments, "show-documents", wxTRANSLATE("List of &Documents"), "F7", MenuOf::View, kWhileWriting},
      {ShowAnnotations, "show-annotations", wxTRANSLATE("Annotations and &Inspector"), "F8", MenuOf::View,
       kWhileWriting},
      {ShowLabels, "show-labels", wxTRANSLATE("La&bels Above the Text"), "F9", MenuOf::View, kWhileWriting},
      {Guideline, "guideline", wxTRANSLATE("Guid&eline"), "F5", MenuOf::View, kBeginsGroup | kWhileWriting},
      {GuidelineRule, "guideline-rule", wxTRANSLATE("R&ule for the Sentence"), "Shift+F5", MenuOf::View, kWhileWriting},
      {ResetLayout, "reset-layout", wxTRANSLATE("&Reset Layout"), "Ctrl+Shift+0", MenuOf::View, kWhileWriting},
      {SwitchAppearance, "switch-appearance", wxTRANSLATE("&Appearance"), "Ctrl+Shift+T", MenuOf::View,
       kBeginsGroup | kAnywhere},
      {SwitchLanguage, "switch-language", wxTRANSLATE("Lan&guage"), "Ctrl+Shift+G", MenuOf::View, kAnywhere},

      {Keys, "keys", wxTRANSLATE("&Keys"), "F1", MenuOf::Help, kAnywhere | kDialog},
      {Tour, "tour", wxTRANSLATE("&Tour in Six Steps"), "Shift+F1", MenuOf::Help, kWhileWriting},
      {TourNext, "tour-next", wxTRANSLATE("Next Step of the Tour"), "Alt+Right", MenuOf::None, kWhileWriting},
      {TourBack, "tour-back", wxTRANSLATE("Previous Step of the Tour"), "Alt+Left", MenuOf::None, kWhileWriting},
      {OpenSample, "open-sample", wxTRANSLATE("Open the &Sample Project"), "Shift+F11", MenuOf::Help,
       kAnywhere | kDialog},
      {About, "about", wxTRANSLATE("&About Mitjul"), "Ctrl+F1", MenuOf::Help, kBeginsGroup | kAnywhere | kDialog},
  };
  return kActions;
}

const ActionInfo& info(Action action) {
  const auto found = std::find_if(actions().begin(), actions().end(),
                                  [action](const ActionInfo& info) { return info.action == action; });
  assert(found != actions().end());
  return *found;
}

}  // namespace mitjul
