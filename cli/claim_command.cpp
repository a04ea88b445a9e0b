#include "cli/commands.h"
#include "cli/input.h"
#include "cli/read_project_words.h"
#include "cli/session.h"
#include "korean/claim_proposal.h"
#include "korean/unit.h"

namespace mitjul {
namespace {

/// The start of every unit.
std::vector<TextPos> starts(const std::vector<OutlineUnit>& units) {
  std::vector<TextPos> places;
  for (const OutlineUnit& unit : units) places.push_back(unit.span.start);
  return places;
}

void print(TextPos offset, const ClaimProposal& proposal, const Text& text, Output& output) {
  Output::Fields cues = Output::Fields::array();
  for (const Span& cue : proposal.source.cues) {
    cues.push_back({{"start", cue.start.value()}, {"end", cue.end.value()}, {"cue", text.slice(cue)}});
  }
  for (std::size_t rank = 0; rank < proposal.source.sources.size(); ++rank) {
    const ClaimSource& source = proposal.source.sources[rank];
    Output::Fields row{{"offset", offset.value()},
                       {"start", proposal.span.start.value()},
                       {"end", proposal.span.end.value()},
                       {"type", to_string(proposal.type)},
                       {"attribution", to_string(proposal.source.attribution)},
                       {"rank", rank + 1}};
    const auto unless_author = [&](const auto& value) {
      return source.is_author() ? Output::Fields("") : Output::Fields(value);
    };
    row["sourceStart"] = unless_author(source.span.start.value());
    row["sourceEnd"] = unless_author(source.span.end.value());
    row["source"] = unless_author(text.slice(source.span));
    output.row(row, {{"cues", cues}});
  }
}

}  // namespace

int run_claim(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  const DocumentKey key = session.document(arguments.document).key;
  const AnnotatedDocument loaded = session.file().load(key);
  const Text& text = loaded.document.text;
  const ProjectWords words = read_project_words(session);
  const ClaimSources sources(text, outline(text, units(text), loaded.document.info.zones), words.evidence());
  const AnnotationSet* const set = loaded.find_set({key, session.workspace().annotator(), false});
  const std::vector<NamedSpan> named = set == nullptr ? std::vector<NamedSpan>() : named_spans(*set);
  const bool everywhere = arguments.offsets.empty();
  for (const TextPos offset : everywhere ? starts(sources.outline()) : read_offsets(arguments.offsets, text)) {
    if (const auto proposal = claim_proposal(text, sources, offset, named)) print(offset, *proposal, text, output);
  }
  return 0;
}

}  // namespace mitjul
