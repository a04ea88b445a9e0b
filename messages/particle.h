#pragma once

#include <string>
#include <string_view>

namespace mitjul {

/// Appends words of a message to a Korean sentence whose last value stands at its end. Particles that the words show in
/// both forms (`은(는)`, `이(가)`, `을(를)`, `와(과)`, `(으)로`) get the one that goes with how the sentence, up to
/// there, is read at its end: `‘화웨이’는`, `‘3’으로`, `‘PDF’를`. Quotation marks and what ends a sentence are looked
/// through, and so is a gloss in brackets: `한국은행(BOK)은`. Where nobody can know how it is read (`🚀`, `漢`, `chat`)
/// both forms stay. Values are never changed.
void append_with_particles(std::string& sentence, std::string_view words);

}  // namespace mitjul
