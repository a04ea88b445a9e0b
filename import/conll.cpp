#include "import/conll.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/blanks.h"
#include "core/utf8.h"
#include "import/assembled_text.h"
#include "import/clean_name.h"
#include "import/imported_spans.h"
#include "import/tag_sequence.h"
#include "import/tagged_lines.h"

namespace mitjul {
namespace {

constexpr std::array<std::string_view, 6> kExtensions{"conll", "iob", "iob2", "bio", "bioes", "ner"};
constexpr std::string_view kDocumentRow = "-DOCSTART-";
constexpr std::string_view kNewDocument = "# newdoc";
constexpr std::string_view kText = "# text = ";
constexpr std::size_t kMostProblems = 100;

/// A token. There may be millions: what its line says is looked up again when it is needed.
struct Row {
  std::string_view line;
  std::uint32_t number = 0;  ///< of the line

  std::string_view token() const;
  std::string_view tag_text() const;
  TokenTag tag() const { return *parse_token_tag(tag_text()); }
};

struct Sentence {
  std::vector<Row> rows;
  std::string_view text;  ///< what a comment says; empty: nothing
};

/// What stands in a file between two beginnings of a document.
struct ConllDocument {
  std::vector<Sentence> sentences;
  // What our own row says.
  std::string name;
  std::optional<DocumentKey> key;
  std::optional<std::string> text;
};

/// The first and the last column; the last is empty where there is one alone.
std::pair<std::string_view, std::string_view> columns_of(std::string_view line) {
  const char separator = line.find('\t') == std::string_view::npos ? ' ' : '\t';
  while (separator == ' ' && line.starts_with(' ')) line.remove_prefix(1);
  while (line.ends_with(separator)) line.remove_suffix(1);
  const std::size_t first = line.find(separator);
  if (first == std::string_view::npos) return {line, {}};
  return {line.substr(0, first), line.substr(line.rfind(separator) + 1)};
}

std::string_view Row::token() const { return columns_of(line).first; }
std::string_view Row::tag_text() const { return columns_of(line).second; }

bool is_row(std::string_view line) {
  const auto [token, tag] = columns_of(line);
  return !token.empty() && parse_token_tag(tag).has_value();
}

bool is_empty(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }
bool is_comment(std::string_view line) { return line.starts_with('#'); }
bool is_document_row(std::string_view line) {
  return line.starts_with(kDocumentRow) &&
         (line.size() == kDocumentRow.size() || line[kDocumentRow.size()] == ' ' || line[kDocumentRow.size()] == '\t');
}

/// Whether JSON holds no objects or arrays within the outermost one, which could be nested without end.
bool is_flat(std::string_view json) {
  bool in_string = false;
  for (std::size_t i = 1; i < json.size(); ++i) {
    if (in_string && json[i] == '\\') {
      ++i;
    } else if (json[i] == '"') {
      in_string = !in_string;
    } else if (!in_string && (json[i] == '[' || json[i] == '{')) {
      return false;
    }
  }
  return true;
}

/// What our own row says of the document: `# {"document":…}` at its end.
void take_document_row(std::string_view line, ConllDocument& document) {
  const std::size_t at = line.find("# {");
  if (at == std::string_view::npos || !is_flat(line.substr(at + 2))) return;
  const auto said = nlohmann::json::parse(line.substr(at + 2), nullptr, false);
  if (!said.is_object()) return;
  const auto string = [&](const char* field) {
    const auto found = said.find(field);
    return found != said.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  document.name = clean_name(string("name"));
  document.key = DocumentKey::parse(string("document"));
  if (said.contains("text") && said["text"].is_string()) document.text = string("text");
}

/// Where tokens stand in a text, each at the first place behind the one before and blanks; nothing where one does not.
class Alignment {
 public:
  explicit Alignment(std::string_view text) : text_(text) {}

  std::optional<Span> next(std::string_view token) {
    for (std::size_t behind = byte_; behind < text_.size() && is_blank(next_code_point(text_, behind));
         byte_ = behind) {
      ++length_;
    }
    if (!text_.substr(byte_).starts_with(token)) return std::nullopt;
    const TextPos start(length_);
    byte_ += token.size();
    length_ += static_cast<std::uint32_t>(count_code_points(token));
    return Span(start, TextPos(length_));
  }
  /// Whether nothing but blanks is left.
  bool at_end() {
    next({});
    return byte_ == text_.size();
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::uint32_t length_ = 0;
};

/// The places of the tokens of sentences in a text that holds them and nothing else but blanks.
std::optional<std::vector<Span>> places_in(std::string_view text, const std::vector<Sentence>& sentences) {
  Alignment alignment(text);
  std::vector<Span> places;
  for (const Sentence& sentence : sentences) {
    for (const Row& row : sentence.rows) {
      const auto place = alignment.next(row.token());
      if (!place) return std::nullopt;
      places.push_back(*place);
    }
  }
  return alignment.at_end() ? std::optional(std::move(places)) : std::nullopt;
}

class ConllReader {
 public:
  ConllReader(const std::filesystem::path& path, const OnHeader& on_header, const OnDocument& on_document)
      : on_header_(on_header), on_document_(on_document), file_(read_file_text(path)), made_(path, "CoNLL") {}

  std::vector<Problem> read() {
    if (file_.undecodable > 0) report(ProblemCode::UndecodableBytes, {std::to_string(file_.undecodable)}, 0);
    each_document([this](const ConllDocument& document) { look_at(document); }, true);
    if (on_header_) {
      StreamHeader header;
      header.schema = schema_.finish("CoNLL");
      header.inferred = true;
      header.annotators.push_back(made_.annotator());
      on_header_(std::move(header));
    }
    each_document([this](const ConllDocument& document) { make(document); }, false);
    return std::move(problems_);
  }

 private:
  void report(ProblemCode code, std::vector<std::string> details, std::size_t line, const std::string& name = {}) {
    if (problems_.size() >= kMostProblems) return;
    problems_.push_back(make_problem(code, std::move(details)));
    problems_.back().place.line = line;
    problems_.back().place.document = name;
  }

  template <class Call>
  void each_document(Call call, bool reporting) {
    ConllDocument document;
    Sentence sentence;
    bool begun = false;
    const auto end_sentence = [&] {
      if (!sentence.rows.empty()) document.sentences.push_back(std::move(sentence));
      sentence = {};
    };
    const auto end_document = [&] {
      end_sentence();
      if (begun) call(document);
      document = {};
    };
    each_line(file_.utf8, [&](std::string_view line, std::size_t number) {
      if (is_empty(line)) {
        end_sentence();
      } else if (is_document_row(line)) {
        end_document();
        begun = true;
        take_document_row(line, document);
      } else if (line.starts_with(kNewDocument)) {
        end_document();
        begun = false;
      } else if (line.starts_with(kText)) {
        sentence.text = line.substr(kText.size());
      } else if (is_row(line)) {
        begun = true;
        sentence.rows.push_back({line, static_cast<std::uint32_t>(number)});
      } else if (!is_comment(line) && reporting) {
        report(ProblemCode::UnreadableLine, {beginning_of(line)}, number);
      }
      return true;
    });
    end_document();
  }

  void look_at(const ConllDocument& document) {
    for (const Sentence& sentence : document.sentences) {
      for (const Row& row : sentence.rows) {
        const TokenTag tag = row.tag();
        scheme_.add(tag);
        if (tag.part != TokenTag::Part::Outside) schema_.label(LabelKind::Span, clean_name(tag.label));
      }
      scheme_.end_sentence();
    }
  }

  void make(const ConllDocument& document) {
    AssembledText text;
    std::vector<Span> places;
    auto known = document.text ? places_in(*document.text, document.sentences) : std::nullopt;
    if (known) {
      text.append(*document.text);
      places = *std::move(known);
    } else {
      for (const Sentence& sentence : document.sentences) append(sentence, text, places);
    }
    const std::string number = made_.next_name();
    Document made = text.finish(document.name.empty() ? number : document.name);
    const std::vector<ImportedSpan> spans =
        imported_spans(spans_of(document, places, made.info.name), schema_, made.info.name, problems_);
    // A text that was put together anew is another one.
    const DocumentKey key = known_text(document, made) ? document.key.value_or(DocumentKey()) : DocumentKey();
    if (on_document_) on_document_(made_.make(std::move(made), spans, key));
  }

  static bool known_text(const ConllDocument& document, const Document& made) {
    return document.text && made.text.utf8() == *document.text;
  }

  void append(const Sentence& sentence, AssembledText& text, std::vector<Span>& places) const {
    if (!text.empty()) text.append("\n");
    if (const auto known = places_in(sentence.text, {sentence}); known && !sentence.text.empty()) {
      const TextPos start = text.append(sentence.text).start;
      for (const Span& place : *known) places.emplace_back(start + place.start.value(), start + place.end.value());
      return;
    }
    for (const Row& row : sentence.rows) {
      if (&row != &sentence.rows.front()) text.append(" ");
      places.push_back(text.append(row.token()));
    }
  }

  std::vector<LabelledPlace> spans_of(const ConllDocument& document, const std::vector<Span>& places,
                                      const std::string& name) {
    TagSequence sequence;
    std::size_t token = 0;
    for (const Sentence& sentence : document.sentences) {
      for (const Row& row : sentence.rows) {
        const bool broken = sequence.add(row.tag(), places.at(token++));
        if (broken && !scheme_.is_iob1()) {
          report(ProblemCode::BrokenTagSequence, {std::string(row.tag_text())}, row.number, name);
        }
      }
      sequence.end_sentence();
    }
    return sequence.take();
  }

  const OnHeader& on_header_;
  const OnDocument& on_document_;
  FileText file_;
  ImportedSpans made_;
  UsedSchema schema_;
  SchemeFinder scheme_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> read_conll(const std::filesystem::path& path, const OnHeader& on_header,
                                const OnDocument& on_document) {
  return ConllReader(path, on_header, on_document).read();
}

bool looks_like_conll(std::string_view extension, std::string_view beginning) {
  const bool named = std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
  // The reader says what is wrong with such a file; as a text its tags would be words. One of nothing is neither.
  if (named) return beginning.find_first_not_of("\xEF\xBB\xBF \t\r\n") != std::string_view::npos;
  std::size_t rows = 0;
  bool tab = false;
  for (const std::string_view line : whole_lines(beginning)) {
    if (is_empty(line) || is_document_row(line)) continue;
    if (is_row(line)) {
      ++rows;
      tab = tab || line.find('\t') != std::string_view::npos;
    } else if (!is_comment(line)) {
      return false;
    }
  }
  return rows > 1 || (rows == 1 && tab);
}

}  // namespace mitjul
