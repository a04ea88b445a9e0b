#include "korean/sentence_parts.h"

#include <algorithm>
#include <optional>

#include "korean/particles.h"
#include "korean/separators.h"
#include "korean/word_letters.h"
#include "korean/word_rules.h"
#include "korean/word_run.h"

namespace mitjul {
namespace {

/// A word or a character that is none, as they stand in the text.
struct Token {
  Span span;
  std::u32string letters;
  bool word = false;
  /// Whether no blank is before it.
  bool glued = false;
};

/// Asterisks set words in bold on web pages; they stand between what belongs together.
std::vector<Token> tokens_of(const Text& text, Span unit) {
  std::vector<Token> tokens;
  bool glued = false;
  for (TextPos at = unit.start; at < unit.end;) {
    const char32_t c = text.at(at);
    if (is_blank(c)) glued = false;
    if (is_blank(c) || c == U'*') {
      at = at + 1;
      continue;
    }
    const Span word = word_at(text, at);
    if (word.empty() || word.start != at) {
      tokens.push_back({{at, at + 1}, std::u32string(1, c), false, glued});
      at = at + 1;
    } else {
      const Span inside(at, std::min(word.end, unit.end));
      tokens.push_back({inside, read_word(text, inside).letters, true, glued});
      at = inside.end;
    }
    glued = true;
  }
  return tokens;
}

char32_t closing_title(char32_t open) {
  switch (open) {
    case U'‘': return U'’';
    case '\'': return '\'';
    case U'《': return U'》';
    case U'〈': return U'〉';
    case U'「': return U'」';
    case U'『': return U'』';
    case '<': return '>';
    default: return 0;
  }
}

char32_t closing_quotation(char32_t open) {
  switch (open) {
    case U'“': return U'”';
    case U'〝': return U'〞';
    case U'”': return U'”';  // some pages set both alike
    case '"': return '"';
    case U'«': return U'»';
    default: return 0;
  }
}

/// Makes the parts of tokens.
class PartMaker {
 public:
  PartMaker(const Text& text, std::vector<Token> tokens, const WordEvidence& evidence)
      : text_(text), tokens_(std::move(tokens)), evidence_(evidence) {}

  std::vector<SentencePart> make() {
    while (next_ < tokens_.size()) {
      const Token& token = tokens_[next_];
      const char32_t c = token.word ? 0 : token.letters[0];
      if (token.word) {
        take_word();
      } else if (const auto end = closing(closing_quotation(c), next_)) {
        take_enclosed(SentencePart::Kind::Quotation, *end);
      } else if (const auto title_end = closing(closing_title(c), next_)) {
        take_enclosed(SentencePart::Kind::Title, *title_end);
      } else if (const auto bracket_end = closing_of_bracket(next_)) {
        next_ = *bracket_end + 1;
      } else {
        parts_.push_back({SentencePart::Kind::Mark, token.span, token.span, token.letters, 0, {}, {}});
        ++next_;
      }
    }
    return std::move(parts_);
  }

 private:
  bool is(std::size_t index, char32_t c) const {
    return index < tokens_.size() && !tokens_[index].word && tokens_[index].letters[0] == c;
  }

  /// The token that closes what the one at `open` opens.
  std::optional<std::size_t> closing(char32_t close, std::size_t open) const {
    if (close == 0) return std::nullopt;
    const char32_t opener = tokens_[open].letters[0];
    // Marks that are the same on both sides open where a blank is before them, or an opening bracket.
    const bool same = close == opener;
    if (same && tokens_[open].glued && open > 0 && tokens_[open - 1].word) return std::nullopt;
    int depth = 0;
    for (std::size_t i = open + 1; i < tokens_.size(); ++i) {
      if (!same && is(i, opener)) ++depth;
      if (is(i, close) && depth-- == 0) return i;
    }
    return std::nullopt;
  }

  std::optional<std::size_t> closing_of_bracket(std::size_t open) const {
    if (open >= tokens_.size() || tokens_[open].word) return std::nullopt;
    return closing(closing_bracket(tokens_[open].letters[0]), open);
  }

  /// Takes the bracket behind a part, if there is one.
  void take_gloss(SentencePart& part) {
    if (next_ >= tokens_.size() || !tokens_[next_].glued) return;
    const auto end = closing_of_bracket(next_);
    if (!end) return;
    for (std::size_t i = next_ + 1; i < *end; ++i) {
      if (tokens_[i].word) part.gloss.push_back(tokens_[i].span);
    }
    part.span.end = tokens_[*end].span.end;
    next_ = *end + 1;
  }

  /// Takes the particle that stands behind a bracket or a title.
  void take_particle(SentencePart& part) {
    if (next_ >= tokens_.size()) return;
    const Token& token = tokens_[next_];
    if (!token.word || !token.glued || !is_particle(token.letters)) return;
    part.particle = token.letters;
    part.span.end = token.span.end;
    ++next_;
  }

  static bool is_particle(std::u32string_view letters) {
    if (Particles::all().contains(letters)) return true;
    // 측 before a particle belongs to what follows the name: 리헤인(Chris)측은
    return letters[0] == U'측' && (letters.size() == 1 || Particles::all().contains(letters.substr(1)));
  }

  void take_word() {
    const Token& token = tokens_[next_++];
    SentencePart part{SentencePart::Kind::Word, token.span, token.span, token.letters, token.letters.size(), {}, {}};
    const std::size_t gloss_at = next_;
    take_gloss(part);
    if (next_ > gloss_at) {
      take_particle(part);
    } else {
      part.stem = cut_of(part.letters);
      part.particle = part.letters.substr(part.stem);
      const WordRun run = read_word(text_, token.span);
      part.core = text_.snap_to_graphemes({token.span.start, run.end_of(part.stem)});
    }
    parts_.push_back(std::move(part));
  }

  /// The rules for words leave short ones whole that are plain here: 씨는, 측은, 나는.
  std::size_t cut_of(std::u32string_view letters) const {
    const std::size_t cut = particle_cut(letters, evidence_);
    if (cut < letters.size()) return cut;
    static constexpr std::u32string_view kShort[] = {
        U"씨", U"측", U"님",   U"등",   U"쪽",   U"군",   U"양",   U"옹",   U"나",   U"저",   U"내",
        U"제", U"그", U"우리", U"저희", U"그녀", U"이들", U"그들", U"필자", U"당국", U"양측", U"표"};
    for (const std::u32string_view word : kShort) {
      if (letters.size() <= word.size() || !begins_with(letters, word)) continue;
      const std::u32string_view rest = letters.substr(word.size());
      static constexpr std::u32string_view kParticles[] = {U"은", U"는",     U"이",     U"가", U"도",
                                                           U"의", U"에서는", U"에서도", U"를", U"을"};
      if (std::find(std::begin(kParticles), std::end(kParticles), rest) != std::end(kParticles)) return word.size();
    }
    return cut;
  }

  void take_enclosed(SentencePart::Kind kind, std::size_t end) {
    const std::size_t open = next_;
    SentencePart part{kind, {tokens_[open].span.start, tokens_[end].span.end}, {}, {}, 0, {}, {}};
    part.core = {tokens_[open].span.end, tokens_[end].span.start};
    if (kind == SentencePart::Kind::Title) {
      for (std::size_t i = open + 2; i < end; ++i) {
        if (closing_of_bracket(i) == end - 1) part.core.end = tokens_[i].span.start;
      }
    }
    next_ = end + 1;
    take_gloss(part);
    take_reporting_word(part);
    parts_.push_back(std::move(part));
  }

  /// What is glued behind a quotation, or “…” 라고 with a blank.
  void take_reporting_word(SentencePart& part) {
    if (next_ >= tokens_.size() || !tokens_[next_].word) return;
    const Token& token = tokens_[next_];
    static constexpr std::u32string_view kApart[] = {U"라고", U"이라고", U"라며", U"이라며", U"고", U"라는", U"이라는"};
    const bool apart = std::find(std::begin(kApart), std::end(kApart), token.letters) != std::end(kApart);
    if (!token.glued && !apart) return;
    part.particle = token.letters;
    part.span.end = token.span.end;
    ++next_;
  }

  const Text& text_;
  std::vector<Token> tokens_;
  const WordEvidence& evidence_;
  std::vector<SentencePart> parts_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<SentencePart> sentence_parts(const Text& text, Span unit, const WordEvidence& evidence) {
  std::vector<Token> tokens = tokens_of(text, unit);
  // [김민수/상인 : “…”] is no gloss.
  if (tokens.size() > 2 && !tokens.front().word && !tokens.back().word &&
      closing_bracket(tokens.front().letters[0]) == tokens.back().letters[0]) {
    tokens.pop_back();
    tokens.erase(tokens.begin());
  }
  return PartMaker(text, std::move(tokens), evidence).make();
}

void mark_persons(std::vector<SentencePart>& parts, const KnownPersons& persons) {
  if (persons.empty()) return;
  static constexpr std::u32string_view kParticles = U"은는이가의도과와을를";
  for (SentencePart& part : parts) {
    if (!part.is_word()) continue;
    part.person = persons.contains(std::u32string(part.noun()));
    const std::size_t stem = part.letters.size() - 1;
    const bool one_particle = stem > 0 && part.gloss.empty() && kParticles.find(part.letters[stem]) != kParticles.npos;
    if (part.person || !one_particle || !persons.contains(part.letters.substr(0, stem))) continue;
    part.person = true;
    part.stem = stem;
    part.particle = part.letters.substr(stem);
    part.core = {part.span.start, part.span.start + static_cast<std::uint32_t>(stem)};
  }
}

bool ends_with(std::u32string_view letters, std::u32string_view end) {
  return letters.size() >= end.size() && letters.substr(letters.size() - end.size()) == end;
}

bool begins_with(std::u32string_view letters, std::u32string_view beginning) {
  return letters.substr(0, beginning.size()) == beginning;
}

}  // namespace mitjul
