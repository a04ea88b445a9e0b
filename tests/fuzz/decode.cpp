// Bytes of any encoding become a text that XML can hold, with a place for everything that was replaced.

#include "import/decode.h"

#include "core/text.h"
#include "core/utf8.h"
#include "import/normalise.h"
#include "import/plain_text.h"
#include "tests/fuzz/input_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mitjul;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Decoded decoded = decode(bytes);
  for (const Decoded::Replaced& replaced : decoded.replaced) {
    require(replaced.index < decoded.text.size() && decoded.text[replaced.index] == U'\uFFFD',
            "a U+FFFD for each replacement");
  }
  const std::optional<Decoded> again = decode_as(bytes, decoded.encoding);
  require(again && again->text == decoded.text, "the name of the encoding reads the same text");

  const NormalisedText normalised = normalise(decoded);
  require(is_clean_text(normalised.utf8), "a text that XML can hold");
  require(normalised.utf8.find('\r') == std::string::npos, "no carriage return");
  const Text text(normalised.utf8);
  std::uint32_t last = 0;
  for (const NormalisedText::Substitution& substitution : normalised.substitutions) {
    require(substitution.offset < text.length() && text.at(TextPos(substitution.offset)) == U'\uFFFD',
            "a U+FFFD for each substitution");
    require(&substitution == &normalised.substitutions.front() || substitution.offset > last, "substitutions in order");
    last = substitution.offset;
  }
  looks_like_text("txt", bytes);
  for (const char* const encoding : {"utf-16", "utf-32", "johab", "cp949", "shift_jis", "iso-2022-kr"})
    decode_as(bytes, encoding);
  return 0;
}
