#include "import/brat.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "core/annotation_checks.h"
#include "core/file_io.h"
#include "core/utf8.h"
#include "import/brat_labels.h"
#include "import/clean_name.h"
#include "import/decode.h"
#include "import/file_time.h"
#include "import/folder_files.h"
#include "import/normalise.h"
#include "import/source_text.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargest = std::uint64_t{512} << 20;
constexpr std::size_t kMostProblems = 1000;
constexpr std::size_t kMostFolders = 5;  // above that of the file, in which a configuration is looked for

/// The part before `separator`, which is taken off `text` with it.
std::string_view take_until(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::string_view word = take_until(text, ' ');
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || rest != text.data() + text.size()) return std::nullopt;
  return number;
}

fs::path text_of_ann(fs::path ann) { return ann.replace_extension(".txt"); }

/// A line of an `.ann` file, taken apart: `T1`, `ORG 2 5`, `화웨이`.
struct AnnLine {
  std::size_t number = 0;
  std::string_view id;
  std::string_view type;
  std::vector<std::string_view> words;  ///< behind the type
  std::string_view tail;                ///< behind the second tab
};

/// `0 5;8 10`; nothing where it is not of that form.
std::optional<std::vector<StatedSpan>> fragments_in(const std::vector<std::string_view>& words) {
  std::string joined;
  for (const std::string_view word : words) joined.append(joined.empty() ? "" : " ").append(word);
  std::vector<StatedSpan> fragments;
  std::string_view rest = joined;
  while (!rest.empty()) {
    const std::vector<std::string_view> ends = words_of(take_until(rest, ';'));
    if (ends.size() != 2) return std::nullopt;
    const auto start = number_in(ends[0]);
    const auto end = number_in(ends[1]);
    if (!start || !end) return std::nullopt;
    fragments.push_back({*start, *end, {}});
  }
  if (fragments.empty()) return std::nullopt;
  return fragments;
}

bool only_line_ends(const Text& text, Span span) {
  constexpr std::u32string_view kEnds = U"\n\x85\u2028\u2029";
  for (TextPos pos = span.start; pos < span.end; pos = pos + 1) {
    if (kEnds.find(text.at(pos)) == std::u32string_view::npos) return false;
  }
  return true;
}

/// One `.ann` file. Read twice: for what its annotations use, and for the annotations.
class AnnReader {
 public:
  AnnReader(const fs::path& path, BratLabels& labels, std::vector<Problem>& problems)
      : path_(path),
        labels_(labels),
        problems_(problems),
        annotator_(AnnotatorKey::made_from("annotator brat")),
        lines_(normalise(decode(read_file(path, kLargest))).utf8) {}

  /// Makes the labels known. brat shows spans that overlap against its rules, so the rules give way to them.
  void scan() {
    read(nullptr);
    if (!restricts_overlap(labels_.schema())) return;
    std::vector<const Annotation*> spans;
    for (const Annotation& annotation : annotations_) {
      if (annotation.spans() != nullptr) spans.push_back(&annotation);
    }
    for_each_forbidden_overlap(spans, labels_.schema(), [this](const Annotation& a, const Annotation& b) {
      labels_.let_overlap(a.label);
      labels_.let_overlap(b.label);
      return true;
    });
  }

  std::optional<AnnotatedDocument> document() {
    const fs::path beside = text_of_ann(path_);
    std::error_code unknown;
    if (!fs::is_regular_file(beside, unknown)) {
      report(0, ProblemCode::MissingPart, {path_to_utf8(beside.filename())});
      return std::nullopt;
    }
    const Decoded decoded = decode(read_file(beside, kLargest));
    source_.emplace(decoded.text);
    if (decoded.had_bom) bom_ = 1;  // brat counts it
    AnnotatedDocument document;
    document.document = Document::make(clean_name(path_to_utf8(beside.filename())), source_->text());
    DocumentInfo& info = document.document.info;
    info.key = DocumentKey::made_from("brat " + info.name + " " + info.sha256);
    info.substitutions = source_->substitutions();
    AnnotationSet& set = document.set({info.key, annotator_, false});
    read(&set);
    if (set.size() > 0) set.set_state(SetState::InProgress);
    return document;
  }

 private:
  void report(std::size_t line, ProblemCode code, std::vector<std::string> details) {
    if (problems_.size() >= kMostProblems) return;
    Problem problem = make_problem(code, std::move(details));
    add(line, std::move(problem));
  }

  void add(std::size_t line, Problem problem) {
    if (problems_.size() >= kMostProblems) return;
    problem.place.file = path_to_utf8(path_);
    problem.place.line = line;
    problem.place.document = path_to_utf8(text_of_ann(path_).filename());
    problems_.push_back(std::move(problem));
  }

  void refuse(const AnnLine& line) {
    std::string words = std::string(line.id) + " " + std::string(line.type);
    report(line.number, ProblemCode::UnreadableLine, {words});
  }

  /// `set`: nullptr where only the labels are to be known; what is wrong is said once then.
  void read(AnnotationSet* set) {
    set_ = set;
    number_ = 0;
    annotations_.clear();
    spans_.clear();
    events_.clear();
    const std::vector<AnnLine> lines = split();
    // Whatever is referred to stands in a line of an earlier kind.
    if (set_ != nullptr) find_unit(lines);
    for (const std::string_view kind : {"T", "E", "R*", "AM", "N#"}) {
      for (const AnnLine& line : lines) {
        if (labels_.overflows()) return;
        if (kind.find(line.id.front()) != std::string_view::npos) read_line(line, kind.front());
      }
      if (kind == "E") {
        for (const AnnLine& line : lines) {
          if (line.id.front() == 'E') read_arguments(line);
        }
      }
    }
    if (set_ == nullptr) return;
    for (Annotation& annotation : annotations_) set_->put(std::move(annotation));
  }

  std::vector<AnnLine> split() {
    std::vector<AnnLine> lines;
    std::string_view rest = lines_;
    for (std::size_t number = 1; !rest.empty(); ++number) {
      std::string_view line = take_until(rest, '\n');
      if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
      AnnLine parts;
      parts.number = number;
      parts.id = take_until(line, '\t');
      std::string_view data = take_until(line, '\t');
      parts.tail = line;
      parts.type = take_until(data, ' ');
      parts.words = words_of(data);
      const bool known = !parts.id.empty() && std::string_view("TER*AMN#").find(parts.id[0]) != std::string_view::npos;
      if (known && !parts.type.empty()) {
        lines.push_back(std::move(parts));
      } else if (set_ == nullptr) {
        refuse(parts);
      }
    }
    return lines;
  }

  void read_line(const AnnLine& line, char kind) {
    switch (kind) {
      case 'T': return read_span(line);
      case 'E': return read_event(line);
      case 'R': return line.id.front() == '*' ? read_equivalence(line) : read_relation(line);
      case 'A': return read_attribute(line);
      default: return read_comment(line);
    }
  }

  /// Adds an annotation; its place among all.
  std::size_t add(const std::string& label, Anchor anchor) {
    Provenance provenance;
    provenance.created = time_;
    provenance.method = Method::Import;
    provenance.origin = clean_name(path_to_utf8(path_.filename()));
    annotations_.push_back({{annotator_, ++number_}, label, std::move(anchor), {}, "", std::move(provenance)});
    return annotations_.size() - 1;
  }

  void read_span(const AnnLine& line) {
    const auto fragments = fragments_in(line.words);
    if (!fragments) return report_unreadable(line);
    const auto place = set_ == nullptr ? as_stated(*fragments) : place_of(line, *fragments);
    const std::string label = labels_.span(std::string(line.type));
    if (!place && set_ != nullptr) return;
    if (!spans_.emplace(std::string(line.id), annotations_.size()).second) {
      return report_once(line, ProblemCode::DuplicateId, {std::string(line.id)});
    }
    if (place) {
      add(label, *place);
    } else {
      add(label, WholeDocument{});
    }
  }

  /// Without a look at the text: for what only compares places.
  static std::optional<Spans> as_stated(const std::vector<StatedSpan>& fragments) {
    std::vector<Span> pieces;
    for (const StatedSpan& fragment : fragments) {
      if (fragment.start >= fragment.end || fragment.end > UINT32_MAX) return std::nullopt;
      pieces.emplace_back(static_cast<std::uint32_t>(fragment.start), static_cast<std::uint32_t>(fragment.end));
    }
    return Spans(std::move(pieces));
  }

  void report_once(const AnnLine& line, ProblemCode code, std::vector<std::string> details) {
    if (set_ == nullptr) report(line.number, code, std::move(details));
  }

  /// In which unit this file counts, and whether it counts a byte order mark: as most quotes say.
  void find_unit(const std::vector<AnnLine>& lines) {
    std::vector<StatedSpan> stated;
    for (const AnnLine& line : lines) {
      if (line.id.front() != 'T') continue;
      const auto fragments = fragments_in(line.words);
      if (!fragments || fragments->size() != 1) continue;
      stated.push_back(fragments->front());
      stated.back().quote = line.tail;
    }
    if (bom_ != 0) {
      const auto right = [&](std::uint64_t before) {
        return std::count_if(stated.begin(), stated.end(), [&](StatedSpan each) {
          if (each.start < before) return false;
          each.start -= before;
          each.end -= before;
          const auto span = span_in(source_->stated(), each, OffsetUnit::CodePoints);
          return span && source_->stated().slice(*span) == each.quote;
        });
      };
      if (right(0) >= right(bom_)) bom_ = 0;
    }
    for (StatedSpan& each : stated) without_bom(each);
    unit_ = unit_of(source_->stated(), stated, OffsetUnit::CodePoints);
    if (unit_ != OffsetUnit::CodePoints)
      report(0, ProblemCode::OtherOffsetUnit,
             {std::string(to_string(OffsetUnit::CodePoints)), std::string(to_string(unit_))});
  }

  void without_bom(StatedSpan& stated) const {
    stated.start -= std::min(stated.start, bom_);
    stated.end -= std::min(stated.end, bom_);
  }

  std::optional<Spans> place_of(const AnnLine& line, std::vector<StatedSpan> fragments) {
    for (StatedSpan& fragment : fragments) without_bom(fragment);
    give_quotes(fragments, line.tail);
    std::vector<Span> pieces;
    for (const StatedSpan& fragment : fragments) {
      std::vector<Problem> found;
      const auto piece = source_->place(fragment, unit_, found);
      for (Problem& problem : found) {
        problem.place.annotation = line.id;
        add(line.number, std::move(problem));
      }
      if (!piece) return std::nullopt;
      pieces.push_back(*piece);
    }
    std::sort(pieces.begin(), pieces.end());
    for (std::size_t i = 1; i < pieces.size();) {
      if (pieces[i].start <= pieces[i - 1].end ||
          only_line_ends(source_->text(), {pieces[i - 1].end, pieces[i].start})) {
        pieces[i - 1].end = std::max(pieces[i - 1].end, pieces[i].end);
        pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        ++i;
      }
    }
    return Spans(std::move(pieces));
  }

  /// The words of several fragments are joined by blanks. Where lengths and words do not go together, the fragments
  /// have none, and are taken as they are stated.
  void give_quotes(std::vector<StatedSpan>& fragments, std::string_view words) {
    if (fragments.size() == 1) {
      fragments.front().quote = words;
      return;
    }
    const Text quote{std::string(words)};
    std::uint64_t at = 0;
    std::vector<std::string_view> parts;
    for (const StatedSpan& fragment : fragments) {
      if (fragment.end <= fragment.start) return;
      const std::uint64_t length = fragment.end - fragment.start;
      const auto part = span_in(quote, {at, at + length, {}}, unit_);
      if (!part) return;
      // A view into the line, which outlives the copy.
      parts.push_back(words.substr(quote.to_byte(part->start), quote.slice(*part).size()));
      at += length + 1;
    }
    for (std::size_t i = 0; i < fragments.size(); ++i) fragments[i].quote = parts[i];
  }

  /// The words of an event are its annotation.
  void read_event(const AnnLine& line) {
    std::string_view words = line.type;
    const std::string type(take_until(words, ':'));
    const auto span = spans_.find(std::string(words));
    if (words.empty()) return report_unreadable(line);
    if (span == spans_.end()) return report_reference(line, words);
    if (!events_.emplace(std::string(line.id), span->second).second) {
      report_once(line, ProblemCode::DuplicateId, {std::string(line.id)});
    }
  }

  void report_unreadable(const AnnLine& line) {
    if (set_ == nullptr) refuse(line);
  }
  void report_reference(const AnnLine& line, std::string_view id) {
    report_once(line, ProblemCode::UnknownReference, {std::string(id)});
  }

  /// What an id of a span or an event stands for.
  std::optional<std::size_t> span_of(std::string_view id) const {
    const auto span = spans_.find(std::string(id));
    if (span != spans_.end()) return span->second;
    const auto event = events_.find(std::string(id));
    if (event != events_.end()) return event->second;
    return std::nullopt;
  }

  /// Behind all events, as they may be arguments of each other.
  void read_arguments(const AnnLine& line) {
    const auto event = events_.find(std::string(line.id));
    if (event == events_.end() || line.words.empty()) return;
    const std::string type(line.type.substr(0, line.type.find(':')));
    const std::string label = labels_.event(type);
    Relation relation;
    add_argument(relation, label, type, "trigger", event->second);
    if (add_arguments(line, label, type, relation) && relation.arguments.size() > 1) add(label, std::move(relation));
  }

  /// `Arg1:T1 Arg2:T2`; false where one cannot be read.
  bool add_arguments(const AnnLine& line, const std::string& label, const std::string& type, Relation& relation) {
    bool whole = true;
    for (const std::string_view word : line.words) {
      std::string_view id = word;
      const std::string argument(take_until(id, ':'));
      if (argument.empty() || id.empty()) {
        report_unreadable(line);
        whole = false;
      } else if (const auto target = span_of(id)) {
        add_argument(relation, label, type, argument, *target);
      } else {
        report_reference(line, id);
        whole = false;
      }
    }
    return whole;
  }

  void add_argument(Relation& relation, const std::string& label, const std::string& type, const std::string& argument,
                    std::size_t target) {
    const std::string role = labels_.role(label, type, argument, annotations_[target].label);
    relation.arguments.push_back({role, {{}, annotations_[target].id}});
  }

  void read_relation(const AnnLine& line) {
    const std::string type(line.type);
    const std::string label = labels_.relation(type);
    Relation relation;
    if (!add_arguments(line, label, type, relation)) return;
    if (relation.arguments.size() < 2) return report_unreadable(line);
    relations_.emplace(std::string(line.id), add(label, std::move(relation)));
  }

  /// What is the same as each other becomes relations from each to the next.
  void read_equivalence(const AnnLine& line) {
    const std::string type(line.type);
    const std::string label = labels_.relation(type);
    std::vector<std::size_t> members;
    for (const std::string_view id : line.words) {
      const auto member = span_of(id);
      if (!member) return report_reference(line, id);
      members.push_back(*member);
    }
    if (members.size() < 2) return report_unreadable(line);
    for (std::size_t i = 1; i < members.size(); ++i) {
      Relation relation;
      add_argument(relation, label, type, "Arg1", members[i - 1]);
      add_argument(relation, label, type, "Arg2", members[i]);
      add(label, std::move(relation));
    }
  }

  /// The annotation that a line is about; nothing, and a problem, where there is none.
  std::optional<std::size_t> target_of(const AnnLine& line) {
    if (line.words.empty()) {
      report_unreadable(line);
      return std::nullopt;
    }
    if (const auto span = span_of(line.words.front())) return span;
    const auto relation = relations_.find(std::string(line.words.front()));
    if (relation != relations_.end()) return relation->second;
    report_reference(line, line.words.front());
    return std::nullopt;
  }

  void read_attribute(const AnnLine& line) {
    const auto target = target_of(line);
    if (!target) return;
    if (line.words.size() > 2) return report_unreadable(line);
    std::optional<std::string> value;
    if (line.words.size() == 2) value = std::string(line.words[1]);
    Annotation& annotation = annotations_[*target];
    const std::string type(line.type);
    const std::string id = labels_.attribute(annotation.label, type, value);
    if (set_ == nullptr) return;
    std::string said = labels_.value(annotation.label, type, value);
    std::vector<std::string>& values = annotation.attributes[id];
    if (!values.empty() && values.front() != said) report(line.number, ProblemCode::SeveralValues, {type});
    values = {std::move(said)};
  }

  /// Notes, other comments and links to data bases: all of them are said in the note.
  void read_comment(const AnnLine& line) {
    const auto target = target_of(line);
    if (!target || set_ == nullptr) return;
    std::string words;
    if (line.id.front() == 'N') {
      for (std::size_t i = 1; i < line.words.size(); ++i) words.append(line.words[i]).append(" ");
      words.append(line.tail);
    } else if (line.type == "AnnotatorNotes") {
      words = line.tail;
    } else {
      words = std::string(line.type) + ": " + std::string(line.tail);
    }
    std::string& note = annotations_[*target].note;
    if (!note.empty() && !words.empty()) note += '\n';
    note += words;
  }

  const fs::path& path_;
  BratLabels& labels_;
  std::vector<Problem>& problems_;
  const AnnotatorKey annotator_;
  const std::string lines_;
  const Time time_ = time_of_file(path_);
  AnnotationSet* set_ = nullptr;
  std::optional<SourceText> source_;
  std::uint64_t bom_ = 0;
  OffsetUnit unit_ = OffsetUnit::CodePoints;
  std::int64_t number_ = 0;
  std::vector<Annotation> annotations_;
  std::map<std::string, std::size_t> spans_;   ///< places in `annotations_` by id
  std::map<std::string, std::size_t> events_;  ///< of their words
  std::map<std::string, std::size_t> relations_;
};

/// The configuration that goes for the files of a folder: its own, or the next one above. Empty where there is none.
fs::path configuration_for(const fs::path& folder) {
  std::error_code unknown;
  fs::path above = fs::absolute(folder, unknown);
  for (std::size_t i = 0; i <= kMostFolders; ++i) {
    if (fs::is_regular_file(above / "annotation.conf", unknown)) return above / "annotation.conf";
    if (above == above.parent_path()) break;
    above = above.parent_path();
  }
  return {};
}

}  // namespace

std::vector<Problem> read_brat(const fs::path& path, const OnHeader& on_header, const OnDocument& on_document) {
  std::vector<Problem> problems;
  const std::vector<fs::path> files = files_in(path, ".ann");
  std::error_code unknown;
  const bool folder = fs::is_directory(path, unknown);
  const fs::path configuration = configuration_for(folder ? path : path.parent_path());
  BratLabels labels;
  if (!configuration.empty()) {
    const BratCollection collection = read_brat_collection(configuration);
    if (collection.file.problems.empty()) {
      labels = BratLabels(collection);
    } else {  // what the annotations use is a schema, too
      problems.push_back(make_problem(ProblemCode::AnnotationsLeftOut,
                                      {"annotation.conf", std::to_string(collection.file.problems.size())}));
    }
  }
  for (const fs::path& file : files) AnnReader(file, labels, problems).scan();
  if (labels.overflows()) {
    problems.push_back(make_problem(ProblemCode::TooManyLabels, {std::to_string(labels.schema().labels.size())}));
    return problems;
  }
  if (on_header) {
    on_header({labels.schema(), {{AnnotatorKey::made_from("annotator brat"), "brat", true}}, true});
  }
  for (const fs::path& file : files) {
    auto document = AnnReader(file, labels, problems).document();
    if (document && on_document) on_document(*std::move(document));
  }
  return problems;
}

bool looks_like_brat(std::string_view extension, std::string_view beginning) {
  if (extension != "ann") return false;
  const std::size_t first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) return true;  // a text in which nothing is annotated
  std::string_view line = beginning.substr(first, beginning.find('\n', first) - first);
  const std::string_view id = take_until(line, '\t');
  const bool known = std::string_view("TERAMN#*").find(id.front()) != std::string_view::npos;
  return known && !line.empty() && id.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::vector<fs::path> companions_of_brat(const fs::path& path) {
  std::vector<fs::path> companions{text_of_ann(path)};
  const fs::path configuration = configuration_for(path.parent_path());
  for (const fs::path& folder : {path.parent_path(), configuration.parent_path()}) {
    for (const char* const name : {"annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf"}) {
      companions.push_back(folder / name);
    }
  }
  return companions;
}

}  // namespace mitjul
