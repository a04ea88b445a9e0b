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

bool may_speak(SourceKind kind) {
  return kind == SourceKind::Person || kind == SourceKind::People || kind == SourceKind::Body ||
         kind == SourceKind::Place;
}
bool is_summary(const SentencePart& part) {
  return part.is_word() && part.particle.empty() && SourceLists::all().is(SourceLists::Use::Summary, part.letters);
}

/// 연구소 보고서 요약, 누리셀 발표 내용, 연구팀의 실험 결과: whose words are summed up. `end`: behind the last part.
std::optional<SourceName> summed_up(const Text& text, const Parts& parts, std::size_t end) {
  const SourceLists& lists = SourceLists::all();
  std::size_t head = end;
  while (head > 0 && is_summary(parts[head - 1])) --head;
  if (head == 0 || head == end || !parts[head - 1].is_word() || !parts[head - 1].particle.empty()) return std::nullopt;
  --head;
  const auto* const noun = lists.noun_of(parts[head].noun());
  if (noun != nullptr) return source_name(text, parts, head);
  if (head == 0 || !parts[head - 1].is_word()) return std::nullopt;
  const SentencePart& owner = parts[head - 1];
  const bool genitive = owner.particle == U"의";
  if (!genitive && !owner.particle.empty()) return std::nullopt;
  auto name = source_name(text, parts, head - 1);
  if (!name || name->kind == SourceKind::Document) return std::nullopt;
  const auto [report, length] = lists.report_noun_of(parts[head].letters);
  const bool reported = report != nullptr && length == parts[head].letters.size();
  return reported || (genitive && may_speak(name->kind)) ? name : std::nullopt;
}

/// 전문가들은 이렇게 본다, 누리셀이 내세우는 장점
std::optional<SourceName> subject_of_verb(const Text& text, const Parts& parts, std::size_t end) {
  const SourceLists& lists = SourceLists::all();
  const auto reports = [&](const SentencePart& part) {
    if (!part.is_word()) return false;
    return lists.report_verb_of(part.letters) != nullptr || lists.report_noun_of(part.letters).first != nullptr;
  };
  if (end < 3) return std::nullopt;
  const SentencePart& last = parts[end - 1];
  if (!last.is_word()) return std::nullopt;
  const bool thus = parts[end - 2].letters == U"이렇게" && reports(last);
  const bool described = describes(parts[end - 2].letters) && reports(parts[end - 2]) &&
                         (is_summary(last) || lists.is(SourceLists::Use::Cleft, last.noun()));
  if (!thus && !described) return std::nullopt;
  const SentencePart& subject = parts[end - 3];
  if (!has_particle(subject, {U"이", U"가", U"은", U"는", U"측이", U"측은"})) return std::nullopt;
  auto name = source_name(text, parts, end - 3);
  return name && name->kind != SourceKind::Document ? name : std::nullopt;
}

std::optional<SourceName> speaking_words(const Text& text, const Parts& parts);

/// 제조사 발표: 누리셀: of two names the inner one.
std::optional<SourceName> behind_colon(const Text& text, const Parts& parts, std::size_t colon) {
  const std::size_t last = parts.size() - 1;
  if (last <= colon || !parts[last].is_word() || !parts[last].particle.empty()) return std::nullopt;
  auto name = source_name(text, parts, last);
  return name && name->first == colon + 1 && name->kind != SourceKind::Document ? name : std::nullopt;
}

}  // namespace

std::optional<SourceName> speaking_heading(const Text& text, const std::vector<SentencePart>& parts) {
  auto name = speaking_words(text, parts);
  if (!name) return name;
  for (std::size_t i = name->last + 1; i < parts.size(); ++i) {
    if (!parts[i].is_mark(U':')) continue;
    if (auto inner = behind_colon(text, parts, i)) return inner;
  }
  return name;
}

std::optional<SourceName> named_label(const Text& text, const std::vector<SentencePart>& parts) {
  std::size_t end = parts.size();
  while (end > 0 && parts[end - 1].is_mark(U':')) --end;
  if (end == 0 || !parts[end - 1].is_word() || !parts[end - 1].particle.empty()) return std::nullopt;
  auto name = source_name(text, parts, end - 1);
  if (!name || name->first > 0 || name->kind == SourceKind::Document) return std::nullopt;
  return may_speak(name->kind) || end == 1 ? name : std::nullopt;
}

namespace {

std::optional<SourceName> speaking_words(const Text& text, const Parts& parts) {
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
  std::size_t end = 0;
  while (end < parts.size() && parts[end].kind != SentencePart::Kind::Mark) ++end;
  if (auto name = summed_up(text, parts, end)) return name;
  return subject_of_verb(text, parts, end);
}

}  // namespace

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

bool says_that_it_follows(const std::vector<SentencePart>& parts) {
  for (std::size_t i = parts.size(); i > 0; --i) {
    if (parts[i - 1].is_word())
      return SourceLists::all().begins(SourceLists::Use::Announcing, parts[i - 1].letters) ||
             (i > 1 && parts[i - 2].letters == U"다음과" && begins_with(parts[i - 1].letters, U"같"));
  }
  return false;
}

std::optional<SourceName> announced_source(const Text& text, const std::vector<SentencePart>& parts) {
  const SourceLists& lists = SourceLists::all();
  if (says_that_it_follows(parts)) {
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      if (!parts[i + 1].is_word() || parts[i].particle != U"의") continue;
      const std::u32string_view letters = parts[i + 1].letters;
      const auto [noun, length] = lists.report_noun_of(letters);
      if (noun == nullptr || (letters.substr(length) != U"은" && letters.substr(length) != U"는")) continue;
      auto name = source_name(text, parts, i);
      if (name && !name->pronoun && name->kind != SourceKind::Document) return name;
    }
  }
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
