#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mitjul {

/// What can be wrong with data. The comment gives the details that go with the code, in order; the sentences are
/// made from them in `messages/`.
enum class ProblemCode {
  // An edit, or data that is looked at with the same eyes
  UnknownDocument,        // document
  DocumentInTrash,        // document
  UnknownAnnotator,       // annotator
  AmbiguousDocument,      // name, keys
  AmbiguousAnnotator,     // name, keys
  UnknownLabel,           // label
  WrongLabelKind,         // label, kind it has, kind it is used as
  EmptySpan,              // start, end
  SpanOutsideText,        // start, end, length of the text
  DiscontinuousSpan,      // label
  OverlapNotAllowed,      // label, the other annotation
  UnitCrossed,            // label
  UnknownAttribute,       // attribute, label
  InvalidAttributeValue,  // attribute, value, type
  SeveralValues,          // attribute
  MissingAttribute,       // attribute, label
  MissingRelation,        // label
  UnknownRole,            // role, label
  RoleTwice,              // role
  TooFewArguments,        // label
  RoleNotAllowed,         // role, label of the target
  UnknownAnnotation,      // reference
  RefersToItself,         // annotation
  StillReferredTo,        // annotation, the relation
  IllegalCharacter,       // where
  DuplicateId,            // id
  ChangedMeanwhile,       // what was changed: annotation, document, word …
  NameTaken,              // name
  InvalidName,            // name
  AnnotatorNameTaken,     // name
  InvalidAnnotatorName,   //
  UnknownProfile,         // export profile
  NothingToUndo,          //
  NothingToRedo,          //
  ChangedSince,           // number of the edit, what was changed
  InvalidWord,            // word
  WordTooLong,            // its beginning, the limit in characters
  TooManyWords,           // the limit
  AnnotationOfOther,      // whose
  EndsOfOther,            // relation label
  AnnotationPresent,      // label
  // A review of annotations
  BlankAtEdge,         // label
  ParticleAtEnd,       // words, particle
  EmptyDocumentLabel,  // label
  // A search
  UnbalancedPattern,  // regular expression, character
  InvalidPattern,     // regular expression, character
  PatternTooSlow,     // regular expression
  // A schema
  InvalidSchemaId,      // id
  DuplicateSchemaId,    // id
  MissingSchemaName,    // id
  UnknownParent,        // label, parent
  ParentCycle,          // label
  ParentOfOtherKind,    // label, parent
  InvalidColor,         // label, colour
  InvalidKey,           // label, key
  KeyTaken,             // label, key, other label
  ValuesMissing,        // attribute
  ValuesNotAllowed,     // attribute
  UnknownDefault,       // attribute, value
  RolesMissing,         // label
  RolesNotAllowed,      // label
  UnknownAllowedLabel,  // role, label
  LabelInUse,           // label, number of annotations
  LabelInWordList,      // label, number of words
  AttributeInUse,       // attribute, label, number of annotations
  ValueInUse,           // value, attribute, number of annotations
  RoleInUse,            // role, label, number of relations
  CannotMerge,          // label, other label
  LabelInRole,          // label, role that would allow nothing else
  TooManyLabels,        // the limit
  LabelsTooDeep,        // label, the limit
  SchemaLocked,         // name of the owner
  UnknownProposal,      // number
  ProposalDecided,      // number
  // A file that is read
  MalformedXml,              // what the parser says
  UnexpectedElement,         // element
  MissingXmlAttribute,       // attribute, element
  InvalidXmlValue,           // value, attribute or element
  UnsupportedFormatVersion,  // version
  UnsupportedOffsetUnit,     // unit
  InvalidUtf8,               //
  InvalidJson,               // character of the line, why (a `JsonFault`), what stands there
  UnknownField,              // field
  MissingField,              // field
  WrongFieldType,            // field
  UnknownReference,          // id
  NotPermitted,              //
  FileTooLarge,              // the limit in bytes
  Unreadable,                // what the system says
  NotText,                   //
  EmptyWord,                 //
  UnclosedQuote,             //
  UnsupportedFormat,         //
  NoSchemaFormat,            //
  UnreadableLine,            // its beginning
  NothingAbove,              // label
  ExpandsTooFar,             // the limit in bytes
  SameContent,               // name of the document that is there
  UndecodableBytes,          // number
  CharactersReplaced,        // number
  AnnotationSetPresent,      // annotator: the set is there already, and the same
  AnnotationSetDiffers,      // annotator, the other annotator as whom the set of the file came in
  AnnotationSetLeftOut,      // annotator: another one is there, and ids of both are the same
  DifferentText,             // document: same key, other text
  SchemaConflict,            // label: means something else in the project
  // A file of annotations of another program
  QuoteMoved,            // quote, place stated, place where it was found
  OtherOffsetUnit,       // unit stated or usual, unit in which the quotes are found
  BrokenTagSequence,     // tag
  AnnotationsLeftOut,    // what, number
  NoTagFor,              // tag: none of the format
  BrokenArchive,         // what is wrong with it
  PathOutsideFolder,     // path
  MissingPart,           // file that belongs to it
  OtherLineEndCount,     // as how many characters CR LF usually counts, as how many it was read
  LineEndCountUnclear,   // as how many characters CR LF was read
  ReversedSpan,          // start, end
  TextNotInside,         // where it is said to be
  UnknownCode,           // id
  TooManyElements,       // element, the limit
  EmptyFile,             //
  NotAnArchive,          //
  ArchiveCutShort,       //
  EncryptedArchive,      // file in it
  ArchiveExpandsTooFar,  // the limit in bytes
  BackslashInName,       // file in an archive
  SeveralProjects,       // the files
  NoDocuments,           //
  // Something that was stored and does not fit any more
  QuoteDiffers,       // stored quote, text at its place
  TextDiffers,        // document
  LengthDiffers,      // stored, counted
  AnnotationsDiffer,  // annotator: number or fingerprint of the set
  DocumentDiffers,    // document: fingerprint of its description
  RefusalsDiffer,     // document: number or fingerprint of its refused suggestions
  LogDiffers,         // number of the edit
  DatabaseDamaged,    // what SQLite says
};

/// The name of the code in machine-readable output: `span-outside-text`.
std::string_view to_string(ProblemCode code);

/// Whether it tells of something that was put right, or passed over, in a file of another program: no reason to refuse
/// the file.
bool is_notice(ProblemCode code);

/// Where a problem is. What is not known stays empty.
struct Place {
  std::string file;
  std::size_t line = 0;    ///< from 1
  std::size_t change = 0;  ///< index of the change in an edit
  std::string document;    ///< name
  std::string annotation;  ///< id

  bool operator==(const Place&) const = default;
};

/// Something wrong with data: no exception, no sentence.
struct Problem {
  ProblemCode code;
  Place place;
  std::vector<std::string> details;

  bool operator==(const Problem&) const = default;
};

Problem make_problem(ProblemCode code, std::vector<std::string> details = {});

}  // namespace mitjul
