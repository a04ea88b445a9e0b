#pragma once

#include <vector>

#include "core/text.h"
#include "export/flattening.h"

namespace mitjul {

/// The tokens of a sentence: what stands between blanks, cut before and behind punctuation and symbols, and **where a
/// span begins or ends**, so that a tag never covers a particle outside its span: `화웨이|가`. Numbers stay whole
/// (`1,000.5`), so do Latin words with `- & + ' ’ _` inside (`GPT-4`), repeated marks (`...`) and, unless a span ends
/// there, grapheme clusters. No token holds a blank; together they hold all of the sentence but blanks.
std::vector<Span> tokens_of(const Text& text, Span sentence, const std::vector<TaggedSpan>& spans);

}  // namespace mitjul
