#include <algorithm>
#include <cmath>

#include "cli/commands.h"
#include "cli/read_project_words.h"
#include "cli/session.h"
#include "korean/concordance.h"
#include "korean/document_suggestions.h"
#include "korean/occurrences.h"
#include "messages/language.h"

namespace mitjul {
namespace {

Span span_of(const Arguments& arguments, const Text& text) {
  const std::vector<std::string> ends{std::to_string(arguments.start), std::to_string(arguments.end)};
  if (arguments.start > arguments.end || arguments.end > text.length()) {
    throw Refusal{{make_problem(ProblemCode::SpanOutsideText, {ends[0], ends[1], std::to_string(text.length())})}};
  }
  if (arguments.start == arguments.end) throw Refusal{{make_problem(ProblemCode::EmptySpan, ends)}};
  return {arguments.start, arguments.end};
}

std::string_view to_string(Trust trust) { return trust == Trust::Certain ? "certain" : "uncertain"; }

void print(const std::string& document, const Text& text, const Occurrence& hit, Output& output) {
  const Context context = context_of(text, hit.span);
  output.row({{"document", document},
              {"start", hit.span.start.value()},
              {"end", hit.span.end.value()},
              {"trust", to_string(hit.trust)},
              {"left", context.left},
              {"hit", context.hit},
              {"right", context.right}});
}

/// Uncertain as well, where the words were annotated with `label`, are those that have another one.
void doubt_other_labels(std::vector<Occurrence>& hits, const std::vector<LabelledSpan>& annotations,
                        const std::string& label) {
  auto hit = hits.begin();
  for (const Occurrence& left : not_annotated(hits, annotations, label)) {
    while (hit->span != left.span) ++hit;
    hit->trust = left.trust;
  }
}

std::string_view to_string(SuggestionReason::Kind kind) {
  switch (kind) {
    case SuggestionReason::Kind::Annotated: return "annotated";
    case SuggestionReason::Kind::Gazetteer: return "gazetteer";
    case SuggestionReason::Kind::Date: return "date";
    case SuggestionReason::Kind::Quantity: return "quantity";
    case SuggestionReason::Kind::Claim: return "claim";
  }
  return {};
}

void print(const std::string& document, const Text& text, const Suggestion& suggestion, Output& output) {
  Output::Fields more{{"method", to_string(suggestion.method)}, {"reason", to_string(suggestion.reason.kind)}};
  if (suggestion.reason.count > 0) more["count"] = suggestion.reason.count;
  if (suggestion.reason.rule > 0) more["rule"] = suggestion.reason.rule;
  if (!suggestion.reason.words.empty()) more["words"] = suggestion.reason.words;
  for (const auto& [id, values] : suggestion.attributes) {
    more["attributes"][id] = values.size() == 1 ? Output::Fields(values.front()) : Output::Fields(values);
  }
  output.row({{"document", document},
              {"start", suggestion.span.start.value()},
              {"end", suggestion.span.end.value()},
              {"label", suggestion.label},
              {"surface", text.slice(suggestion.span)},
              {"confidence", std::round(suggestion.confidence * 1000) / 1000}},
             more);
}

}  // namespace

int run_occurrences(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  const DocumentSummary here = session.document(arguments.document);
  const Text text = session.file().text(here.key);
  const Span span = span_of(arguments, text);
  const std::string_view surface = text.slice(span);
  const ProjectWords words = read_project_words(session);
  std::vector<std::string> labels;
  for (const LabelledSpan& own : words.annotations(here.key)) {
    if (own.span == span) labels.push_back(own.label);
  }
  for (const DocumentSummary& document : session.documents()) {
    if (!arguments.all_documents && document.key != here.key) continue;
    const Text* const there = words.text(document.key);
    if (there == nullptr) continue;  // another program has added it meanwhile
    std::vector<Occurrence> hits = occurrences(*there, surface, words);
    if (labels.size() == 1) doubt_other_labels(hits, words.annotations(document.key), labels.front());
    for (const Occurrence& hit : hits) print(document.name, *there, hit, output);
  }
  return 0;
}

int run_suggest(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  std::vector<DocumentSummary> documents;
  if (arguments.document.empty()) {
    documents = session.documents();
  } else {
    documents.push_back(session.document(arguments.document));
  }
  if (!session.workspace().settings().suggestions) {
    output.note(fill({"Suggestions are switched off in this project (mitjul-cli settings).",
                      "이 프로젝트에서는 제안을 꺼 두었습니다(mitjul-cli settings)."},
                     {}));
    return 0;
  }
  const ProjectWords words = read_project_words(session);
  for (const DocumentSummary& document : documents) {
    if (!session.file().has(document.key)) continue;  // another program has taken it away meanwhile
    const SuggestionRequest request(session.file().load(document.key), session.workspace().annotator(),
                                    session.workspace().schema());
    for (const Suggestion& suggestion : suggest(request, words)) print(document.name, request.text, suggestion, output);
  }
  return 0;
}

}  // namespace mitjul
