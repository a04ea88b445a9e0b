#include <algorithm>
#include <functional>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/read_project_words.h"
#include "cli/session.h"
#include "korean/glued_cells.h"
#include "korean/unit.h"
#include "korean/word_selection.h"
#include "messages/language.h"

namespace mitjul {
namespace {

/// What is selected at a place; an empty span there where nothing is.
using Selection = std::function<Span(TextPos)>;

/// A selection of the word that the character behind a place is in.
Selection of_words(const Text& text, std::function<Span(TextPos)> select) {
  return [&text, select = std::move(select)](TextPos pos) {
    return word_at(text, pos).contains(pos) ? select(pos) : Span(pos, pos);
  };
}

Selection selection_of(const std::string& level, const Text& text, const ProjectWords& words) {
  const WordEvidence& evidence = words.evidence();
  if (level == "word") {
    // What a double click selects: with the particle where the project annotates so.
    return of_words(text, [&](TextPos pos) { return selection_steps(text, pos, evidence, words.options).front(); });
  }
  if (level == "stem") {
    return of_words(text, [&](TextPos pos) { return word_without_plural(text, pos, evidence); });
  }
  if (level == "gloss") {
    return of_words(text, [&](TextPos pos) { return word_with_gloss(text, pos, evidence); });
  }
  if (level == "eojeol") {
    return [&](TextPos pos) {
      const Span eojeol = eojeol_around(text, pos);
      return eojeol.contains(pos) ? eojeol : Span(pos, pos);
    };
  }
  if (level == "unit") {
    return [all = units(text)](TextPos pos) {
      const auto unit = unit_at(all, pos);
      return unit && unit->contains(pos) ? *unit : Span(pos, pos);
    };
  }
  if (level == "paragraph") return [&](TextPos pos) { return paragraph_at(text, pos); };
  throw WrongUsage{fill({"There is no level “{0}”: word, stem, eojeol, gloss, unit or paragraph.",
                         "‘{0}’ 단계가 없습니다. word, stem, eojeol, gloss, unit, paragraph 가운데 하나를 주십시오."},
                        {level})};
}

}  // namespace

int run_select(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  const DocumentSummary document = session.document(arguments.document);
  const Text text = session.file().text(document.key);
  // Only words need to know the project.
  const bool by_words = arguments.level == "word" || arguments.level == "stem" || arguments.level == "gloss";
  const ProjectWords words = by_words ? read_project_words(session) : ProjectWords();
  const Selection select = selection_of(arguments.level, text, words);
  for (const TextPos offset : read_offsets(arguments.offsets, text)) {
    const Span selected = select(offset);
    output.row({{"offset", offset.value()},
                {"start", selected.start.value()},
                {"end", selected.end.value()},
                {"surface", text.slice(selected)}});
  }
  return 0;
}

int run_units(const Arguments& arguments, Output& output) {
  Session session(arguments.project, arguments.annotator);
  const DocumentSummary document = session.document(arguments.document);
  const Text text = session.file().text(document.key);
  std::vector<Span> spans = units(text);
  if (arguments.cells) {
    const ProjectWords words = read_project_words(session);
    for (const GluedRow& row : glued_rows(text, [&](std::string_view word) { return words.attests(word); })) {
      spans.insert(spans.end(), row.cells.begin(), row.cells.end());
    }
    // In reading order, what holds another before it.
    std::sort(spans.begin(), spans.end(),
              [](Span a, Span b) { return a.start != b.start ? a.start < b.start : a.end > b.end; });
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  }
  for (const Span span : spans) {
    output.row({{"start", span.start.value()}, {"end", span.end.value()}, {"surface", text.slice(span)}});
  }
  return 0;
}

}  // namespace mitjul
