#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "korean/word_set.h"

namespace mitjul {

/// What a source is: who or what says something.
enum class SourceKind {
  Person,    ///< a person by name
  People,    ///< one or several who are not named: 전문가들, 관계자
  Body,      ///< an organisation or group: 교육부, 업계
  Place,     ///< a country or city that acts: 미국
  Document,  ///< a text, survey or statistic that is cited: 보고서
  Words,     ///< the opinion itself, where nobody is named: 비판
  Unknown    ///< a noun that none of the lists knows, as most companies are
};

/// The word lists for sources and reports, made from korean/tables/source_*.tsv and quoting_*.tsv once. Each member is
/// described in the table it is named after.
struct SourceLists {
  static const SourceLists& all();

  struct Noun {
    SourceKind kind = SourceKind::Body;
    bool owner = false;
  };
  std::unordered_map<std::u32string, Noun> nouns;
  /// The longest of them that a word ends in, or the word is, with or without 들.
  const Noun* noun_of(std::u32string_view word) const;

  WordSet titles;
  bool is_title(std::u32string_view word) const;

  WordSet modifiers;
  WordSet places;
  WordSet body_endings;
  WordSet no_bodies;
  bool is_body(std::u32string_view word) const;

  WordSet foreign_given_names;

  WordSet describing_ends;
  WordSet nouns_like_describing;

  enum class Antecedent { Person, People, Body, Document, Author };
  std::unordered_map<std::u32string, Antecedent> pronouns;

  /// Strings before and at the beginning of a word, from a table of two columns.
  struct Pair {
    std::u32string before;
    std::u32string word;
  };
  std::vector<Pair> according;
  std::vector<Pair> plans;

  struct ReportNoun {
    enum class Kind { Say, Think, Plan, Show } kind = Kind::Say;
    bool itself = false;
    bool object = false;
  };
  std::unordered_map<std::u32string, ReportNoun> report_nouns;
  /// The longest of them that the letters begin with, and its length; nullptr if there is none.
  std::pair<const ReportNoun*, std::size_t> report_noun_of(std::u32string_view letters) const;

  struct ReportVerb {
    ReportNoun::Kind kind = ReportNoun::Kind::Say;
    bool object = false;
    /// Whether the letters are the stem as it is, which endings of their own follow.
    bool stem = false;
  };
  /// By the beginnings that their forms have: 밝히, 밝혀, 밝혔, 밝힌 …
  std::unordered_map<std::u32string, ReportVerb> report_verbs;
  /// The longest beginning that the letters begin with.
  const ReportVerb* report_verb_of(std::u32string_view letters) const;

  enum class EndingKind { Verb, Verbal, Noun, Result, Final };
  struct ReportEnding {
    std::u32string ending;
    EndingKind kind = EndingKind::Verb;
    bool behind_word = false;
    bool behind_quotation = false;
  };
  std::vector<ReportEnding> report_endings;  ///< longest first

  /// The uses of quoting_words.
  enum class Use {
    Passive,
    Light,
    Asked,
    NoEnding,
    Refuted,
    Attitude,
    Exists,
    Tail,
    Demonstrative,
    Cleft,
    Reason,
    Announcing,
    Summary,
    Remainder,
    Happening,
    Decision,
    Address,
    HeadingSpeech,
    HeadingView,
    Programme,
    Interview
  };
  std::map<Use, WordSet> words;
  bool is(Use use, std::u32string_view word) const { return words.at(use).contains(word); }
  bool begins(Use use, std::u32string_view letters) const { return words.at(use).beginning(letters) > 0; }

  WordSet continuing_words;
  std::vector<std::u32string> continuing_ends;
};

/// The beginnings that the forms of a verb have, by its stem: 밝히 → 밝히, 밝혀, 밝혔, 밝힌, 밝힐, 밝힘, 밝힙.
std::vector<std::u32string> verb_beginnings(std::u32string_view stem);

}  // namespace mitjul
