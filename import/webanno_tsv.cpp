#include "import/webanno_tsv.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string>

#include "core/file_io.h"
#include "core/utf8.h"
#include "import/folder_files.h"
#include "import/source_text.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargest = std::uint64_t{512} << 20;

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// Those of a cell: a `|` behind a `\` is part of a value.
std::vector<std::string> values_of(std::string_view cell) {
  std::vector<std::string> values(1);
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '|') {
      values.emplace_back();
    } else {
      values.back() += cell[i];
      if (cell[i] == '\\' && i + 1 < cell.size()) values.back() += cell[++i];
    }
  }
  return values;
}

std::string unescaped_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char c = text[++i];
    out += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
  }
  return out;
}

std::size_t utf16_length(std::string_view utf8) {
  std::size_t length = 0;
  for (std::size_t byte = 0; byte < utf8.size();) length += next_code_point(utf8, byte) > 0xFFFF ? 2U : 1U;
  return length;
}

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || rest != text.data() + text.size()) return std::nullopt;
  return number;
}

class TsvFile {
 public:
  TsvFile(const fs::path& path, std::vector<Problem>& problems) : path_(path), problems_(problems) {}

  AnnotatedDocument read() {
    const std::string bytes = read_file(path_, kLargest);
    if (is_valid_utf8(bytes)) {
      for (const std::string_view line : parts_of(bytes, '\n')) {
        ++line_;
        read_line(line);
      }
    } else {
      report(ProblemCode::InvalidUtf8, {});
    }
    line_ = 0;
    if (!text_.empty()) text_.pop_back();  // the line end behind the last sentence
    const SourceText source(text_);
    AnnotatedDocument document;
    document.document = Document::make(path_to_utf8(path_.filename()), source.text());
    document.document.info.key = DocumentKey::made_from(document.document.info.name);
    add_annotations(source, document);
    return document;
  }

 private:
  /// A layer of the header, and where its columns begin.
  struct Layer {
    std::string label;
    bool relation = false;
    std::size_t column = 0;  ///< that tells of annotations: the first, or of a relation that of its source
  };
  struct Place {
    std::string label;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
  };
  struct Row {
    std::size_t line;
    std::uint64_t begin;
    std::uint64_t end;
    std::string words;
  };

  void report(ProblemCode code, std::vector<std::string> details) {
    Problem problem = make_problem(code, std::move(details));
    problem.place.file = path_to_utf8(path_);
    problem.place.line = line_;
    problems_.push_back(std::move(problem));
  }

  void read_line(std::string_view line) {
    if (line_ == 1) {
      if (!line.starts_with("#FORMAT=WebAnno TSV 3.")) report(ProblemCode::UnreadableLine, {std::string(line)});
    } else if (in_header_ && line.starts_with("#T_")) {
      read_layer(line);
    } else if (line.empty()) {
      in_header_ = false;
      sentence_open_ = false;
    } else if (!sentence_open_ && line.starts_with("#Text=")) {
      sentence_ += unescaped_text(line.substr(6)) + "\n";
    } else {
      read_row(line);
    }
  }

  void read_layer(std::string_view line) {
    std::vector<std::string_view> parts = parts_of(line.substr(line.find('=') + 1), '|');
    Layer layer;
    layer.label = parts.front().substr(parts.front().rfind('.') + 1);
    layer.relation = line.starts_with("#T_RL=");
    const std::size_t columns = std::max<std::size_t>(parts.size(), 2) - 1;
    layer.column = columns_ + (layer.relation ? columns - 1 : 0);
    columns_ += columns;
    layers_.push_back(std::move(layer));
  }

  void read_row(std::string_view line) {
    const std::vector<std::string_view> cells = parts_of(line, '\t');
    const std::vector<std::string_view> ends = parts_of(cells.size() > 1 ? cells[1] : "", '-');
    const auto begin = number_in(ends.front());
    const auto end = number_in(ends.back());
    if (cells.size() != columns_ + 4 || ends.size() != 2 || !begin || !end || *begin >= *end)
      return report(ProblemCode::UnreadableLine, {std::string(cells.front())});
    if (!sentence_open_) begin_sentence(*begin);
    rows_.push_back({line_, *begin, *end, std::string(cells[2])});
    units_.insert(std::string(cells[0]));
    for (const Layer& layer : layers_) read_cell(layer, cells[3 + layer.column], *begin, *end);
  }

  /// A sentence begins where its first token does: directly behind the last one, or after a line end and blanks.
  void begin_sentence(std::uint64_t begin) {
    sentence_open_ = true;
    if (length_ == begin + 1) {
      text_.pop_back();
      --length_;
    }
    if (length_ > begin || begin > kLargest || sentence_.empty())
      return report(ProblemCode::SpanOutsideText,
                    {std::to_string(begin), std::to_string(begin), std::to_string(length_)});
    text_.append(begin - length_, ' ');
    text_ += sentence_;
    length_ = begin + utf16_length(sentence_);
    sentence_.clear();
  }

  void read_cell(const Layer& layer, std::string_view cell, std::uint64_t begin, std::uint64_t end) {
    if (cell == "_") return;
    for (const std::string& value : values_of(cell)) {
      const bool numbered = value.size() > 1 && value.back() == ']' && value[value.size() - 2] != '\\';
      const std::size_t bracket = numbered ? value.rfind('[') : value.size();
      const std::string number = numbered ? value.substr(bracket + 1, value.size() - bracket - 2) : "";
      if (layer.relation) {
        relations_.push_back({layer.label, value.substr(0, bracket)});
        for (const std::string_view id : parts_of(number, '_')) {
          if (!id.empty() && id != "0") mentioned_.insert(std::string(id));
        }
      } else if (number.empty()) {
        spans_.push_back({layer.label, begin, end});
      } else {
        const auto [known, fresh] = numbered_.try_emplace(number, spans_.size());
        if (fresh) spans_.push_back({layer.label, begin, end});
        Place& place = spans_[known->second];
        if (place.label != layer.label) report(ProblemCode::DuplicateId, {number});
        place.end = end;
      }
    }
  }

  void add_annotations(const SourceText& source, AnnotatedDocument& document) {
    AnnotationSet& set =
        document.set({document.document.info.key, AnnotatorKey::made_from("annotator webanno-tsv"), false});
    const auto add = [&](const std::string& label, Anchor anchor) {
      set.put({{set.key().annotator, static_cast<std::int64_t>(set.size()) + 1}, label, std::move(anchor), {}, "", {}});
    };
    for (const Row& row : rows_) {
      const auto span = span_in(source.stated(), {row.begin, row.end, {}}, OffsetUnit::Utf16);
      const std::string found(span ? source.stated().slice(*span) : "");
      line_ = row.line;
      if (found != row.words) report(ProblemCode::QuoteDiffers, {row.words, found});
    }
    line_ = 0;
    for (const Place& place : spans_) {
      std::vector<Problem> problems;
      const auto span = source.place(StatedSpan{place.begin, place.end, {}}, OffsetUnit::Utf16, problems);
      problems_.insert(problems_.end(), problems.begin(), problems.end());
      if (span) add(place.label, Spans(*span));
    }
    for (const auto& [label, unit] : relations_) {
      if (units_.count(unit) == 0) report(ProblemCode::UnknownReference, {unit});
      add(label, Relation{});
    }
    for (const std::string& id : mentioned_) {
      if (numbered_.count(id) == 0) report(ProblemCode::UnknownReference, {id});
    }
  }

  const fs::path& path_;
  std::vector<Problem>& problems_;
  std::size_t line_ = 0;
  bool in_header_ = true;
  bool sentence_open_ = false;
  std::vector<Layer> layers_;
  std::size_t columns_ = 0;
  std::string text_;
  std::uint64_t length_ = 0;  ///< of the text, in UTF-16 units
  std::string sentence_;
  std::vector<Row> rows_;
  std::set<std::string> units_;
  std::vector<Place> spans_;
  std::map<std::string, std::size_t> numbered_;
  std::set<std::string> mentioned_;
  std::vector<std::pair<std::string, std::string>> relations_;  ///< label, and the unit of the first end
};

}  // namespace

std::vector<Problem> read_webanno_tsv(const fs::path& path, const OnHeader& on_header, const OnDocument& on_document) {
  std::vector<Problem> problems;
  if (on_header) on_header({});
  for (const fs::path& file : files_in(path, ".tsv")) {
    AnnotatedDocument document = TsvFile(file, problems).read();
    if (on_document) on_document(std::move(document));
  }
  return problems;
}

}  // namespace mitjul
