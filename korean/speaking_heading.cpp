#include <algorithm>

#include "korean/reported_speech.h"
#include "korean/source_lists.h"

namespace mitjul {
namespace {

using Parts = std::vector<SentencePart>;

/// Nouns that say in headings that somebody speaks below; others (전망, 전략) are the topic.
bool lets_speak(std::u32string_view noun, SourceKind owner) {
  const SourceLists& lists = SourceLists::all();
  if (lists.is(SourceLists::Use::HeadingSpeech, noun)) return owner != SourceKind::Words;
  return lists.is(SourceLists::Use::HeadingView, noun) && (owner == SourceKind::Person || owner == SourceKind::People);
}

bool has_particle(const SentencePart& part, std::initializer_list<std::u32string_view> particles) {
  return std::find(particles.begin(), particles.end(), part.particle) != particles.end();
}

/// X의 경고, 전문가 의견
std::optional<SourceName> owner_of_speech(const Text& text, const Parts& parts, std::size_t noun) {
  if (noun == 0) return std::nullopt;
  for (std::size_t i = noun; i > 0 && noun - i < 4; --i) {
    const SentencePart& part = parts[i - 1];
    if (part.kind == SentencePart::Kind::Mark || part.kind == SentencePart::Kind::Quotation) return std::nullopt;
    const bool genitive = part.particle == U"의";
    if (!genitive && !(i == noun && part.particle.empty())) continue;
    auto name = source_name(text, parts, i - 1);
    if (!name || (!genitive && name->kind == SourceKind::Unknown) || name->kind == SourceKind::Document)
      return std::nullopt;
    if (lets_speak(parts[noun].noun(), name->kind)) return name;
    return std::nullopt;
  }
  return std::nullopt;
}

/// 찬성하는 쪽, 반대 측
std::optional<SourceName> side(const Text&, const Parts& parts, std::size_t i) {
  const std::u32string_view word = parts[i].noun();
  if ((word != U"쪽" && word != U"측" && word != U"진영") || i == 0 || !parts[i - 1].is_word()) return std::nullopt;
  SourceName name;
  name.span = {parts[i - 1].span.start, parts[i].core.end};
  name.kind = SourceKind::People;
  name.first = i - 1;
  name.last = i;
  return name;
}

}  // namespace

std::optional<SourceName> speaking_heading(const Text& text, const std::vector<SentencePart>& parts) {
  const SourceLists& lists = SourceLists::all();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!parts[i].is_word() ||
        !(parts[i].particle.empty() || parts[i].particle == U"은" || parts[i].particle == U"는")) {
      continue;
    }
    if (auto name = owner_of_speech(text, parts, i)) return name;
    if (auto name = side(text, parts, i)) return name;
    const auto* noun = lists.noun_of(parts[i].noun());
    const bool outcome = i + 1 < parts.size() && parts[i + 1].is_word() && parts[i + 1].noun() == U"결과";
    const bool last = i + 1 == parts.size() || parts[i + 1].kind == SentencePart::Kind::Mark;
    if (noun == nullptr || noun->kind != SourceKind::Document) continue;
    const bool report = ends_with(parts[i].noun(), U"보고서") || ends_with(parts[i].noun(), U"논문");
    if (outcome || (last && report)) return source_name(text, parts, i);
  }
  return std::nullopt;
}

std::optional<SourceName> topic_of(const Text& text, const std::vector<SentencePart>& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].kind == SentencePart::Kind::Mark || parts[i].kind == SentencePart::Kind::Quotation) continue;
    if (!has_particle(parts[i], {U"은", U"는", U"측은"})) continue;
    auto name = source_name(text, parts, i);
    if (!name || name->pronoun || name->kind == SourceKind::Document) return std::nullopt;
    return name;
  }
  return std::nullopt;
}

std::optional<SourceName> announced_source(const Text& text, const std::vector<SentencePart>& parts) {
  const SourceLists& lists = SourceLists::all();
  for (std::size_t i = parts.size(); i > 0; --i) {
    const SentencePart& verb = parts[i - 1];
    if (!verb.is_word()) continue;
    const bool reports =
        lists.report_verb_of(verb.letters) != nullptr || lists.report_noun_of(verb.letters).first != nullptr;
    if (!reports) continue;
    for (std::size_t j = i - 1; j > 0; --j) {
      const SentencePart& subject = parts[j - 1];
      if (!has_particle(subject, {U"이", U"가", U"은", U"는", U"측은", U"측이"})) continue;
      auto name = source_name(text, parts, j - 1);
      if (name && !name->pronoun && name->kind != SourceKind::Document) return name;
    }
  }
  return std::nullopt;
}

}  // namespace mitjul
