#include "import/brat_file.h"

#include <map>
#include <string>

#include "core/annotation_checks.h"
#include "core/file_io.h"
#include "import/brat_lines.h"
#include "import/brat_places.h"
#include "import/clean_name.h"
#include "import/decode.h"
#include "import/file_time.h"
#include "import/normalise.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargest = std::uint64_t{512} << 20;
constexpr std::size_t kMostProblems = 1000;

/// Reads an `.ann` file, for what its annotations use or for the annotations.
class BratFileReader {
 public:
  BratFileReader(const fs::path& path, BratLabels& labels, std::vector<Problem>& problems)
      : path_(path),
        labels_(labels),
        problems_(problems),
        annotator_(AnnotatorKey::made_from("annotator brat")),
        text_(normalise(decode(read_file(path, kLargest))).utf8),
        parts_(brat_lines(text_)) {}

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
    places_.emplace(decode(read_file(beside, kLargest)), parts_.lines);
    if (places_->unit() != OffsetUnit::CodePoints)
      report(0, ProblemCode::OtherOffsetUnit,
             {std::string(to_string(OffsetUnit::CodePoints)), std::string(to_string(places_->unit()))});
    AnnotatedDocument document;
    document.document = Document::make(clean_name(path_to_utf8(beside.filename())), places_->source().text());
    DocumentInfo& info = document.document.info;
    info.key = DocumentKey::made_from("brat " + info.name + " " + info.sha256);
    info.substitutions = places_->source().substitutions();
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

  void refuse(const BratLine& line) {
    std::string words = std::string(line.id) + " " + std::string(line.type);
    report(line.number, ProblemCode::UnreadableLine, {words});
  }

  /// Once. `set`: nullptr where only the labels are to be known; what is wrong with the lines is said then.
  void read(AnnotationSet* set) {
    set_ = set;
    if (set_ == nullptr) {
      for (const BratLine& line : parts_.unreadable) refuse(line);
    }
    // Whatever is referred to stands in a line of an earlier kind.
    for (const std::string_view kind : {"T", "E", "R*", "AM", "N#"}) {
      for (const BratLine& line : parts_.lines) {
        if (labels_.overflows()) return;
        if (kind.find(line.kind()) != std::string_view::npos) read_line(line, kind.front());
      }
      if (kind == "E") {
        for (const BratLine& line : parts_.lines) {
          if (line.kind() == 'E') read_arguments(line);
        }
      }
    }
    if (set_ == nullptr) return;
    for (Annotation& annotation : annotations_) set_->put(std::move(annotation));
  }

  void read_line(const BratLine& line, char kind) {
    switch (kind) {
      case 'T': return read_span(line);
      case 'E': return read_event(line);
      case 'R': return line.kind() == '*' ? read_equivalence(line) : read_relation(line);
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

  void read_span(const BratLine& line) {
    const auto fragments = fragments_of(line);
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

  std::optional<Spans> place_of(const BratLine& line, const std::vector<StatedSpan>& fragments) {
    std::vector<Problem> found;
    std::optional<Spans> place = places_->place(fragments, line.tail, found);
    for (Problem& problem : found) {
      problem.place.annotation = line.id;
      add(line.number, std::move(problem));
    }
    return place;
  }

  void report_once(const BratLine& line, ProblemCode code, std::vector<std::string> details) {
    if (set_ == nullptr) report(line.number, code, std::move(details));
  }

  /// The words of an event are its annotation.
  void read_event(const BratLine& line) {
    std::string_view words = line.type;
    const std::string type(take_until(words, ':'));
    const auto span = spans_.find(std::string(words));
    if (words.empty()) return report_unreadable(line);
    if (span == spans_.end()) return report_reference(line, words);
    if (!events_.emplace(std::string(line.id), span->second).second) {
      report_once(line, ProblemCode::DuplicateId, {std::string(line.id)});
    }
  }

  void report_unreadable(const BratLine& line) {
    if (set_ == nullptr) refuse(line);
  }
  void report_reference(const BratLine& line, std::string_view id) {
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
  void read_arguments(const BratLine& line) {
    const auto event = events_.find(std::string(line.id));
    if (event == events_.end() || line.words.empty()) return;
    const std::string type(line.type.substr(0, line.type.find(':')));
    const std::string label = labels_.event(type);
    Relation relation;
    add_argument(relation, label, type, "trigger", event->second);
    if (add_arguments(line, label, type, relation) && relation.arguments.size() > 1) add(label, std::move(relation));
  }

  /// `Arg1:T1 Arg2:T2`; false where one cannot be read.
  bool add_arguments(const BratLine& line, const std::string& label, const std::string& type, Relation& relation) {
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

  void read_relation(const BratLine& line) {
    const std::string type(line.type);
    const std::string label = labels_.relation(type);
    Relation relation;
    if (!add_arguments(line, label, type, relation)) return;
    if (relation.arguments.size() < 2) return report_unreadable(line);
    relations_.emplace(std::string(line.id), add(label, std::move(relation)));
  }

  /// What is the same as each other becomes relations from each to the next.
  void read_equivalence(const BratLine& line) {
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
  std::optional<std::size_t> target_of(const BratLine& line) {
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

  void read_attribute(const BratLine& line) {
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
  void read_comment(const BratLine& line) {
    const auto target = target_of(line);
    if (!target || set_ == nullptr) return;
    std::string words;
    if (line.kind() == 'N') {
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
  const std::string text_;
  const BratLines parts_;
  const Time time_ = time_of_file(path_);
  AnnotationSet* set_ = nullptr;
  std::optional<BratPlaces> places_;
  std::int64_t number_ = 0;
  std::vector<Annotation> annotations_;
  std::map<std::string, std::size_t> spans_;   ///< places in `annotations_` by id
  std::map<std::string, std::size_t> events_;  ///< of their words
  std::map<std::string, std::size_t> relations_;
};

}  // namespace

fs::path text_of_ann(fs::path ann) { return ann.replace_extension(".txt"); }

void add_labels_of_brat_file(const fs::path& path, BratLabels& labels, std::vector<Problem>& problems) {
  BratFileReader(path, labels, problems).scan();
}

std::optional<AnnotatedDocument> read_brat_file(const fs::path& path, BratLabels& labels,
                                                std::vector<Problem>& problems) {
  return BratFileReader(path, labels, problems).document();
}

}  // namespace mitjul
