#include "import/klue_ner.h"

#include <algorithm>

#include "core/schema.h"
#include "import/assembled_text.h"
#include "import/clean_name.h"
#include "import/imported_spans.h"
#include "import/tag_sequence.h"
#include "import/tagged_lines.h"

namespace mitjul {
namespace {

constexpr std::string_view kSentence = "##";
constexpr std::size_t kMostProblems = 100;
constexpr std::size_t kLongLine = 4000;  // bytes

struct Row {
  std::string_view character;
  std::string_view tag_text;
  TokenTag tag;
};

std::optional<Row> row_of(std::string_view line) {
  const std::size_t tab = line.rfind('\t');
  if (tab == std::string_view::npos || tab == 0) return std::nullopt;
  const auto tag = parse_token_tag(line.substr(tab + 1));
  if (!tag) return std::nullopt;
  return Row{line.substr(0, tab), line.substr(tab + 1), *tag};
}

/// A line above a sentence; a row may begin with `#`, too.
bool is_sentence_line(std::string_view line) {
  return line.starts_with(kSentence) && (line.size() == kSentence.size() || line[kSentence.size()] == ' ');
}

/// What the ids of the sentences of one document share: `d3f7k2m5qa` of `## d3f7k2m5qa_00000`. Empty where the id is
/// none of ours.
std::string_view document_of(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of("# "), line.size()));
  const std::string_view id = line.substr(0, line.find('\t'));
  const std::string_view document = id.substr(0, std::min(id.rfind('_'), id.size()));
  return DocumentKey::parse(document.substr(0, document.find('-'))) ? document : std::string_view();
}

class KlueNerReader {
 public:
  KlueNerReader(const std::filesystem::path& path, const OnHeader& on_header, const OnDocument& on_document)
      : on_header_(on_header), on_document_(on_document), file_(read_file_text(path)), made_(path, "KLUE-NER") {}

  std::vector<Problem> read() {
    if (file_.undecodable > 0) report(ProblemCode::UndecodableBytes, {std::to_string(file_.undecodable)}, 0);
    look();
    if (on_header_) on_header_({schema_.finish("klue-ner"), {made_.annotator()}, true});
    take();
    return std::move(problems_);
  }

 private:
  void report(ProblemCode code, std::vector<std::string> details, std::size_t line) {
    if (problems_.size() >= kMostProblems) return;
    problems_.push_back(make_problem(code, std::move(details)));
    problems_.back().place.line = line;
  }

  /// Finds the labels and what is no line of the format.
  void look() {
    const Schema known = *preset("klue-ner");
    each_line(file_.utf8, [&](std::string_view line, std::size_t number) {
      if (line.empty() || is_sentence_line(line)) {
        scheme_.end_sentence();
      } else if (const auto row = row_of(line)) {
        scheme_.add(row->tag);
        if (row->tag.part != TokenTag::Part::Outside) add_label(*row, known);
      } else if (line.find_first_not_of(" \t") != std::string_view::npos) {
        report(ProblemCode::UnreadableLine, {beginning_of(line)}, number);
      }
      return true;
    });
  }

  void add_label(const Row& row, const Schema& known) {
    const std::string id = schema_.label(LabelKind::Span, clean_name(row.tag.label));
    if (const Label* const label = known.find(id)) schema_.at(id).name = label->name;
  }

  void take() {
    each_line(file_.utf8, [&](std::string_view line, std::size_t number) {
      if (is_sentence_line(line)) {
        end_sentence();
        const std::string_view document = document_of(line);
        if (any_ && document != document_) end_document();
        document_ = document;
        any_ = true;
      } else if (line.empty()) {
        end_sentence();
      } else if (const auto row = row_of(line)) {
        any_ = true;
        if (!in_sentence_ && sentences_++ > 0) text_.append("\n");
        in_sentence_ = true;
        const bool broken = tags_.add(row->tag, text_.append(row->character));
        if (broken && !scheme_.is_iob1()) report(ProblemCode::BrokenTagSequence, {std::string(row->tag_text)}, number);
      }
      return true;
    });
    if (any_) end_document();
  }

  void end_sentence() {
    tags_.end_sentence();
    in_sentence_ = false;
  }

  void end_document() {
    end_sentence();
    const std::string name = made_.next_name();
    const std::vector<ImportedSpan> spans = imported_spans(tags_.take(), schema_, name, problems_);
    AnnotatedDocument document = made_.make(text_.finish(name), spans);
    if (on_document_) on_document_(std::move(document));
    sentences_ = 0;
    any_ = false;
  }

  const OnHeader& on_header_;
  const OnDocument& on_document_;
  FileText file_;
  ImportedSpans made_;
  UsedSchema schema_;
  SchemeFinder scheme_;
  std::vector<Problem> problems_;
  // The document that is being read.
  AssembledText text_;
  TagSequence tags_;
  std::string_view document_;
  std::size_t sentences_ = 0;
  bool in_sentence_ = false;
  bool any_ = false;
};

}  // namespace

std::vector<Problem> read_klue_ner(const std::filesystem::path& path, const OnHeader& on_header,
                                   const OnDocument& on_document) {
  return KlueNerReader(path, on_header, on_document).read();
}

bool looks_like_klue_ner(std::string_view /*extension*/, std::string_view beginning) {
  std::vector<std::string_view> lines = whole_lines(beginning);
  // What KLUE says of the file itself stands before the first sentence.
  const auto is_header = [](std::string_view line) {
    return line.starts_with("##") && !(line.starts_with("## ") && line.find('\t') != std::string_view::npos &&
                                       line.find("CHAR\t") == std::string_view::npos);
  };
  lines.erase(lines.begin(), std::find_if_not(lines.begin(), lines.end(), is_header));
  if (lines.empty() || !lines[0].starts_with("## ") || lines[0].find('\t') == std::string_view::npos) return false;
  // A long sentence fills all that is looked at.
  if (lines.size() == 1) return beginning.size() > kLongLine;
  return lines[1].empty() || row_of(lines[1]).has_value();
}

}  // namespace mitjul
