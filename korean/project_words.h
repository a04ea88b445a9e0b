#pragma once

#include <compare>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotation_set.h"
#include "core/gazetteer.h"
#include "core/text.h"
#include "korean/lexicon.h"
#include "korean/word_evidence.h"
#include "korean/word_selection.h"

namespace mitjul {

/// A label on one span, as the tools for words need it. Ordered as it is read: by start, then the longer one first,
/// then by label.
struct LabelledSpan {
  Span span;
  std::string label;  ///< id

  bool operator==(const LabelledSpan&) const = default;
  std::strong_ordering operator<=>(const LabelledSpan& other) const {
    if (const auto order = span.start <=> other.span.start; order != 0) return order;
    if (const auto order = other.span.end <=> span.end; order != 0) return order;
    return label <=> other.label;
  }
};
/// The annotations of a set that have a span of one piece, in reading order.
std::vector<LabelledSpan> labelled_spans(const AnnotationSet& set);

/// What all tools for words need to know of a project, as one annotator works in it: the evidence of its texts, the
/// lexicon of the annotator's annotations, the word list, and the options. Kept up to date document by document and
/// annotation by annotation. A value: parts are counted by workers, moved and merged. Holds the texts, whose characters
/// it shares with others that hold them.
class ProjectWords {
 public:
  /// A document with what the annotator says about it, instead of what was known of it. 100 MB of text take seconds
  /// altogether: for a worker. Where the text is the one that is there, only annotations that differ are counted.
  void put(const DocumentKey& document, const Text& text, const std::vector<LabelledSpan>& annotations);
  /// Nothing where the document is not there, as in the next three.
  void remove(const DocumentKey& document);
  /// Annotations that are gone and annotations that are new, in any order; of those that are gone, those are left out
  /// that were not there. The spans lie in the text (asserted). Moves the annotations behind the first of them, once
  /// for all, and where the last annotation of the document is another one then, counts the text between the two.
  void change(const DocumentKey& document, std::vector<LabelledSpan> removed, std::vector<LabelledSpan> added);
  /// `change` for a single one.
  void annotate(const DocumentKey& document, const LabelledSpan& annotation);
  void unannotate(const DocumentKey& document, const LabelledSpan& annotation);
  /// Takes over what another one counted, of other documents than those here (asserted). Its word list and options are
  /// left out.
  void merge(ProjectWords other);

  /// The words are never cut by a selection; they are compared as `surface_letters`. Words that are blank are left out.
  void set_word_list(std::vector<GazetteerEntry> words);
  const std::vector<GazetteerEntry>& word_list() const { return word_list_; }
  /// Numbers are places in `word_list()`; of several lines with the same word, the last.
  const SurfaceIndex& listed() const { return listed_; }

  WordOptions options;

  const WordEvidence& evidence() const { return evidence_; }
  const Lexicon& lexicon() const { return lexicon_; }

  /// Whether a word stands in the texts more often than once, with a particle or without: the question of `glued_rows`.
  bool attests(std::string_view word) const;

  /// nullptr where the document is not there. Valid until the next change.
  const Text* text(const DocumentKey& document) const;
  /// In reading order; empty where the document is not there. Valid until the next change.
  const std::vector<LabelledSpan>& annotations(const DocumentKey& document) const;
  /// By key.
  std::vector<DocumentKey> documents() const;

  /// What the project says about surfaces, without what one document (which may be none of it) adds to it: the
  /// document that something is suggested for. Made once for a document; not valid behind the next change.
  class Elsewhere {
   public:
    /// Labels with their counts, the most frequent first, and of as many the one whose id comes first.
    std::vector<Lexicon::Use> uses(std::u32string_view surface) const;
    /// How often a surface of one word stands, with or without a particle, in those parts of the texts that the
    /// annotator has worked through, each up to the line of the last annotation; 0 for a surface of several words.
    std::uint32_t occurrences(std::u32string_view surface) const;

   private:
    friend class ProjectWords;
    const ProjectWords* words_ = nullptr;
    Lexicon own_;                  // of the document that is left out
    WordEvidence worked_through_;  // of that document
  };
  Elsewhere elsewhere(const DocumentKey& but) const;

 private:
  struct Words {
    Text text;
    std::vector<LabelledSpan> annotations;  // in reading order
    TextPos furthest;                       // where the annotation ends that ends last; 0 if there is none
    TextPos worked_to;                      // the line end behind that
  };

  void count(const Text& text, const LabelledSpan& annotation, bool add);
  void move_worked_to(Words& words);

  std::map<DocumentKey, Words> documents_;
  WordEvidence evidence_;
  WordEvidence worked_through_;  // the parts of texts up to `worked_to`
  Lexicon lexicon_;
  std::vector<GazetteerEntry> word_list_;
  SurfaceIndex listed_;
};

}  // namespace mitjul
