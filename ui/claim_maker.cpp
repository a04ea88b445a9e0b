#include "ui/claim_maker.h"

#include <algorithm>

#include "korean/claim_parts.h"
#include "korean/claim_proposal.h"
#include "korean/concordance.h"
#include "korean/restated_claim.h"
#include "korean/source_names.h"

namespace mitjul {
namespace {

/// The label that a source gets which is not annotated yet.
const char* label_of(SourceKind kind) {
  switch (kind) {
    case SourceKind::Person: return "PERSON";
    case SourceKind::Body:
    case SourceKind::Unknown: return "ORG";
    case SourceKind::Place: return "LOCATION";
    default: return "SOURCE";
  }
}

std::string words_of(const Text& text, Span span) { return on_one_line(text.slice(span)); }

}  // namespace

void start_from(ClaimOffer& offer, const Text& text, const Annotation& claim,
                const std::vector<PresentSource>& sources) {
  const auto take = [&](const char* id, std::string& value) {
    const auto found = claim.attributes.find(id);
    if (found != claim.attributes.end() && !found->second.empty()) value = found->second.front();
  };
  take("type", offer.type);
  take("attribution", offer.attribution);
  take("restated", offer.present_restated);
  std::vector<ClaimOffer::Source> first;
  for (const PresentSource& each : sources) {
    const Span span = each.source->spans()->hull();
    first.push_back({span, words_of(text, span), each.source->label});
  }
  const bool nobody = offer.attribution == to_string(Attribution::None);
  if (claim.attributes.count("attribution") == 0) {
    if (nobody && !first.empty()) offer.attribution = to_string(Attribution::Explicit);
  } else if (nobody && first.empty()) {
    first.push_back({std::nullopt, "", ""});
  }
  for (ClaimOffer::Source& each : offer.sources) {
    const bool is_there = std::any_of(first.begin(), first.end(),
                                      [&](const ClaimOffer::Source& other) { return other.span == each.span; });
    if (!is_there) first.push_back(std::move(each));
  }
  offer.sources = std::move(first);
}

const ClaimSources& ClaimMaker::sources() {
  const Document& document = editor_.document()->document;
  if (!sources_ || document_ != document.info.key) {
    sources_ = std::make_unique<ClaimSources>(
        document.text, outline(document.text, editor_.units(), document.info.zones), reader_.words().evidence());
    document_ = document.info.key;
  }
  return *sources_;
}

std::optional<ClaimOffer> ClaimMaker::offer() {
  if (editor_.document() == nullptr) return std::nullopt;
  const Text& text = editor_.document()->document.text;
  const Annotation* const annotation = editor_.selected();
  const bool is_claim = annotation != nullptr && annotation->spans() != nullptr &&
                        editor_.schema().is_a(annotation->label, claim_label(editor_.schema()));
  const std::vector<Span> segments = editor_.selected_segments();
  std::optional<Span> chosen;
  if (is_claim) chosen = annotation->spans()->hull();
  if (!is_claim && segments.size() == 1) chosen = segments.front();
  if (const Suggestion* const suggestion = editor_.selected_suggestion()) chosen = suggestion->span;

  const std::vector<NamedSpan> named =
      editor_.set() == nullptr ? std::vector<NamedSpan>() : named_spans(*editor_.set());
  const auto proposal = claim_proposal(text, sources(), chosen ? chosen->start : editor_.selection().caret, named);
  if (!proposal) return std::nullopt;
  const WordEvidence& evidence = reader_.words().evidence();
  ClaimOffer offer;
  // A word that is selected means the claim around it.
  offer.claim = chosen && !proposal->span.contains(*chosen) ? *chosen : proposal->span;
  if (is_claim) offer.claim = *chosen;
  offer.words = words_of(text, offer.claim);
  offer.type = to_string(proposal->type);
  offer.attribution = to_string(proposal->source.attribution);
  for (const ClaimSource& source : proposal->source.sources) {
    if (source.is_author()) {
      offer.sources.push_back({std::nullopt, "", ""});
    } else {
      offer.sources.push_back({source.span, words_of(text, source.span), label_of(source.kind)});
    }
  }
  offer.cues = proposal->source.cues;
  for (const Span& cue : offer.cues) offer.cue_words += (offer.cue_words.empty() ? "" : ", ") + words_of(text, cue);
  offer.parts = claim_parts(text, offer.claim, evidence);
  for (const Span& part : offer.parts)
    offer.parts_words += (offer.parts_words.empty() ? "" : " / ") + words_of(text, part);
  offer.restated = restated_claim(text, offer.claim, evidence);
  if (const Annotation* const present = claim_on(editor_.schema(), editor_.set(), offer.claim)) {
    start_from(offer, text, *present, present_sources(editor_.schema(), *editor_.set(), *present));
  }
  return offer;
}

ClaimOffer::Source ClaimMaker::source(Span words) {
  const Text& text = editor_.document()->document.text;
  SourceKind kind = SourceKind::Unknown;
  if (const auto unit = sources().unit_at(words.start)) {
    const auto parts = sentence_parts(text, sources().outline()[*unit].span, reader_.words().evidence());
    const auto behind = std::find_if(parts.begin(), parts.end(),
                                     [&](const SentencePart& part) { return part.span.start >= words.end; });
    const auto count = static_cast<std::size_t>(behind - parts.begin());
    const auto name = count == 0 ? std::nullopt : source_name(text, parts, count - 1);
    if (name) kind = name->kind;
  }
  return {words, words_of(text, words), label_of(kind)};
}

}  // namespace mitjul
