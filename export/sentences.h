#pragma once

#include <vector>

#include "export/export.h"
#include "export/flattening.h"

namespace mitjul {

/// The sentences of a text for formats that are made of them, by the option `units`: `sentence` (those of
/// `options.units`; without it, lines), `line` or `document`. In order, apart, without blanks at their edges, none
/// empty. Together they hold all of the text but blanks: what lies outside of units goes to the unit of its line
/// (markers to the one behind them, what follows to the one before), and a line without a unit is a sentence.
std::vector<Span> sentences_of(const Text& text, const ExportOptions& options);

/// What stands in a sentence, sentence by sentence. A span that reaches beyond its sentence is cut at the sentence's
/// ends, so that every character keeps its tag, and counted as one of `SpansAcrossUnits`.
std::vector<std::vector<TaggedSpan>> in_sentences(const std::vector<TaggedSpan>& spans,
                                                  const std::vector<Span>& sentences, ExportLosses& losses);

/// The text between two stretches of a text that follow each other.
std::string_view between(const Text& text, Span before, Span behind);

/// How many blanks of the text do not come out where its sentences come back as lines: counted is every place, before,
/// between and behind sentences, that is not a single line end between two of them.
std::size_t blanks_lost_between(const Text& text, const std::vector<Span>& sentences);

/// The stretch without blanks at its edges, empty where it holds nothing else.
Span without_blanks(const Text& text, Span span);

}  // namespace mitjul
