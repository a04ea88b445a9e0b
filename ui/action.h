#pragma once

#include <string_view>
#include <vector>

namespace mitjul {

/// Everything that can be done with a key, a menu or a button. The labels of the schema have keys of their own.
enum class Action {
  NewProject,
  OpenProject,
  Import,
  ImportFolder,
  Export,
  ExportPicture,
  Print,
  RenameDocument,
  TrashDocument,
  ShowTrash,
  Quit,
  Undo,
  Redo,
  Delete,
  Copy,
  SelectAll,
  SelectWord,
  SelectWordBack,
  KeepSegment,
  Find,
  FindInProject,
  FindNext,
  FindPrevious,
  ChooseAnnotator,
  FilterAnnotations,
  ClearFilter,
  Escape,
  Preferences,
  NextAnnotation,
  PreviousAnnotation,
  EditAttributes,
  ChooseLabel,
  DocumentLabels,
  ShowHistory,
  ConfirmAnnotation,
  MakeClaim,
  AnnotateAll,
  TakeOver,
  StartBack,
  StartForward,
  EndForward,
  EndBack,
  StartBackByEojeol,
  StartForwardByEojeol,
  EndForwardByEojeol,
  EndBackByEojeol,
  NextSuggestion,
  PreviousSuggestion,
  AcceptSuggestion,
  RefuseSuggestion,
  AcceptLikeSuggestion,
  RefuseLikeSuggestion,
  AcceptLabelSuggestions,
  AcceptAllSuggestions,
  RefuseAllSuggestions,
  Relate,
  MoveRelationEnd,
  TurnRelation,
  NextRelation,
  PreviousRelation,
  OtherEnd,
  WordList,
  AnnotateWordList,
  ListParticles,
  ShowProblems,
  OfferSuggestions,
  ParticleInside,
  Review,
  PublishSchema,
  NextPane,
  PreviousPane,
  NextDocument,
  PreviousDocument,
  NextUnfinished,
  FilterDocuments,
  SortDocuments,
  Finish,
  Skip,
  Reopen,
  LargerText,
  SmallerText,
  NormalText,
  ResetLayout,
  ReadingMode,
  ShowDocuments,
  ShowAnnotations,
  ShowLabels,
  Guideline,
  GuidelineRule,
  SwitchAppearance,
  SwitchLanguage,
  Keys,
  Tour,
  TourNext,
  TourBack,
  OpenSample,
  About,
};

/// The menu that an action stands in.
enum class MenuOf { None, File, Edit, Annotation, Suggestions, Words, Go, View, Help };

/// What there is to know of an action besides its name and key.
enum ActionTraits : unsigned {
  /// The key is for the text alone (a letter, Tab, Delete): menus show it, and only the text view acts on it, for it
  /// would take letters away from text fields.
  kInText = 1,
  kBeginsGroup = 2,    ///< a line stands above it in the menu
  kAnywhere = 4,       ///< needs no project
  kDialog = 8,         ///< shows a dialog: not from within the event of a key or a menu, whose owner may go meanwhile
  kWhileWriting = 16,  ///< can be done while a task writes to the project
  kAfterTyping = 32,   ///< what is being typed must be stored before it
};

/// A line of the table that menus, key map and help are made from.
struct ActionInfo {
  Action action;
  std::string_view id;    ///< the same in every language: `new-project`
  const char* name;       ///< English, for translation: what the menu says
  std::string_view keys;  ///< standard ones, `Ctrl+Z`, several separated by blanks; which hold, `KeyMap` knows
  MenuOf menu;
  unsigned traits;  ///< of `ActionTraits`

  bool in_text_only() const { return (traits & kInText) != 0; }
  bool begins_group() const { return (traits & kBeginsGroup) != 0; }
  bool needs_project() const { return (traits & kAnywhere) == 0; }
  bool shows_dialog() const { return (traits & kDialog) != 0; }
  bool works_while_writing() const { return (traits & kWhileWriting) != 0; }
  bool comes_after_typing() const { return (traits & kAfterTyping) != 0; }
};

const std::vector<ActionInfo>& actions();
const ActionInfo& info(Action action);

}  // namespace mitjul
