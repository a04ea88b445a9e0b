#include "cli/commands.h"
#include "cli/session.h"
#include "core/utf8.h"
#include "korean/concordance.h"
#include "korean/search.h"
#include "messages/language.h"
#include "messages/sentences.h"

namespace mitjul {
namespace {

SearchMode mode_of(const Arguments& arguments) {
  if (arguments.mode.empty()) return usual_mode(arguments.query);
  const std::optional<SearchMode> mode = parse_search_mode(arguments.mode);
  if (mode) return *mode;
  throw WrongUsage{fill({"“{0}” is no mode: text, word, initials or regex.",
                         "‘{0}’은(는) 찾는 방식이 아닙니다. text, word, initials, regex 가운데 하나여야 합니다."},
                        {arguments.mode})};
}

void print_hit(const std::string& document, const Text& text, Span hit, Output& output) {
  const Context context = context_of(text, hit);
  output.row({{"document", document},
              {"start", hit.start.value()},
              {"end", hit.end.value()},
              {"left", context.left},
              {"hit", context.hit},
              {"right", context.right}});
}

/// The text of a document; nothing, with the reason on stderr, where it is damaged.
std::optional<Text> text_unless_damaged(ProjectFile& file, const DocumentKey& key, Output& output) {
  try {
    return file.text(key);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::Damaged) throw;
    output.refusal(sentence(error));
    return std::nullopt;
  }
}

}  // namespace

int run_find(const Arguments& arguments, Output& output) {
  if (!is_valid_utf8(arguments.query)) {
    throw WrongUsage{fill({"The query is not valid UTF-8.", "찾을 말이 올바른 UTF-8이 아닙니다."}, {})};
  }
  const SearchMode mode = mode_of(arguments);
  const Search search(arguments.query, mode);
  if (search.problem()) throw Refusal{{*search.problem()}};
  Session session(arguments.project, arguments.annotator);
  const std::vector<DocumentSummary> documents =
      arguments.document.empty() ? session.documents() : std::vector{session.document(arguments.document)};
  bool all_searched = true;
  for (const DocumentSummary& document : documents) {
    if (!session.file().has(document.key)) continue;  // another program has taken it away meanwhile
    const std::optional<Text> text = text_unless_damaged(session.file(), document.key, output);
    all_searched = all_searched && text;
    if (!text) continue;
    const std::optional<Problem> problem = search.find(SearchText(*text), [&](Span hit) {
      print_hit(document.name, *text, hit, output);
      return true;
    });
    if (problem) throw Refusal{{*problem}};
  }
  // As `verify` does, which finds the same: what was printed is right, but not all that there may be.
  return all_searched ? 0 : 1;
}

}  // namespace mitjul
