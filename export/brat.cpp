#include "export/brat.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/utf8.h"
#include "export/read_text.h"

namespace mitjul {
namespace {

using Feature = AnnotationFeature;

/// Where a line ends for brat, or for whoever reads its files line by line.
bool ends_line(char32_t c) { return c == U'\n' || c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool has_only_line_ends(const Text& text, Span span) {
  for (TextPos pos = span.start; pos < span.end; pos = pos + 1) {
    if (!ends_line(text.at(pos))) return false;
  }
  return true;
}

/// The pieces of a place between line ends: brat has none that reach over one.
std::vector<Span> fragments_of(const Text& text, const std::vector<Span>& segments) {
  std::vector<Span> fragments;
  for (const Span& segment : segments) {
    TextPos begin = segment.start;
    for (TextPos pos = segment.start; pos <= segment.end; pos = pos + 1) {
      if (pos < segment.end && !ends_line(text.at(pos))) continue;
      if (begin < pos) fragments.emplace_back(begin, pos);
      begin = pos + 1;
    }
  }
  return fragments;
}

/// What a reader makes of fragments: those that only line ends part are one piece.
std::vector<Span> pieces_of(const Text& text, const std::vector<Span>& fragments) {
  std::vector<Span> pieces;
  for (const Span& fragment : fragments) {
    if (!pieces.empty() && has_only_line_ends(text, {pieces.back().end, fragment.start})) {
      pieces.back().end = fragment.end;
    } else {
      pieces.push_back(fragment);
    }
  }
  return pieces;
}

/// Numbers of one kind of lines: the numbers of our annotations, and where one is taken, others above them.
class Numbers {
 public:
  std::int64_t take(std::int64_t wanted) {
    if (taken_.insert(wanted).second) return wanted;
    return take_next();
  }
  std::int64_t take_next() {
    const std::int64_t next = taken_.empty() ? 1 : *taken_.rbegin() + 1;
    taken_.insert(next);
    return next;
  }

 private:
  std::set<std::int64_t> taken_;
};

class AnnFile {
 public:
  AnnFile(const ExportTask& task, const BratNames& names, const Text& text)
      : task_(task), names_(names), text_(text), read_(text) {
    task_.expected.begin_document(read_.utf8());
  }

  std::string lines(const std::vector<const Annotation*>& annotations) {
    for (const Annotation* const annotation : annotations) {
      if (annotation->relation() != nullptr) relations_.insert(annotation->id);
    }
    for (const Annotation* const annotation : annotations) {
      if (annotation->spans() != nullptr) add_span(*annotation);
    }
    for (const Annotation* const annotation : annotations) {
      if (annotation->relation() != nullptr && names_.events.count(annotation->label) != 0) number_event(*annotation);
    }
    number_lone_events(annotations);
    for (const auto& [annotation, id] : events_) add_event(*annotation, id);
    for (const Annotation* const annotation : annotations) {
      if (annotation->relation() != nullptr && names_.events.count(annotation->label) == 0) add_relation(*annotation);
    }
    for (const Annotation* const annotation : annotations) add_attributes(*annotation);
    for (const Annotation* const annotation : annotations) add_comments(*annotation);
    return std::move(lines_);
  }

 private:
  void line(std::string_view text) {
    lines_ += text;
    lines_ += '\n';
  }

  void add_span(const Annotation& annotation) {
    const std::vector<Span>& segments = annotation.spans()->segments();
    const std::vector<Span> fragments = fragments_of(text_, segments);
    const std::vector<Span> pieces = pieces_of(text_, fragments);
    if (pieces != segments) task_.losses.add(Feature::LineEnds);  // at an edge
    if (pieces.empty()) return;
    const std::string id = fmt::format("T{}", span_numbers_.take(annotation.id.number));
    const std::string& type = names_.spans.at(annotation.label);
    std::string places;
    std::string quote;
    for (const Span& fragment : fragments) {
      if (!places.empty()) {
        places += ';';
        quote += ' ';
      }
      places += fmt::format("{} {}", fragment.start.value(), fragment.end.value());
      quote += text_.slice(fragment);
    }
    line(fmt::format("{}\t{} {}\t{}", id, type, places, quote));
    words_.emplace(annotation.id, id);
    ids_.emplace(annotation.id, id);
    task_.expected.add_span(type, read_.places(pieces));
  }

  static const Argument* argument(const Annotation& annotation, const std::string& role) {
    for (const Argument& argument : annotation.relation()->arguments) {
      if (argument.role == role) return &argument;
    }
    return nullptr;
  }

  /// The line of the span that plays a role; empty where there is none in this file.
  std::string end(const Annotation& relation, const std::string& role) const {
    const Argument* const found = argument(relation, role);
    const bool is_span = found != nullptr && found->target.document.empty() && words_.count(found->target.id) != 0;
    return is_span ? ids_.at(found->target.id) : "";
  }

  /// An event is called by its own number wherever something is said of it, so numbers come before lines.
  void number_event(const Annotation& annotation) {
    const Label& label = *task_.schema.find(annotation.label);
    const Argument* const trigger = argument(annotation, label.roles.front().id);
    const auto words = trigger == nullptr ? words_.end() : words_.find(trigger->target.id);
    const bool complete = std::all_of(
        annotation.relation()->arguments.begin(), annotation.relation()->arguments.end(),
        [&](const Argument& each) { return each.target.document.empty() && words_.count(each.target.id) != 0; });
    if (words == words_.end() || !complete) return lose(annotation);
    const std::string id = fmt::format("E{}", event_numbers_.take(annotation.id.number));
    events_.emplace_back(&annotation, id);
    std::string& known = ids_[trigger->target.id];
    if (known.front() != 'E') known = id;
    ids_.emplace(annotation.id, id);
  }

  /// Events without arguments have lines as well.
  void number_lone_events(const std::vector<const Annotation*>& annotations) {
    for (const Annotation* const annotation : annotations) {
      const auto known = ids_.find(annotation->id);
      if (annotation->spans() == nullptr || known == ids_.end() || known->second.front() == 'E') continue;
      if (names_.triggers.count(annotation->label) == 0) continue;
      known->second = fmt::format("E{}", event_numbers_.take_next());
      events_.emplace_back(annotation, known->second);
    }
  }

  void add_event(const Annotation& annotation, const std::string& id) {
    if (annotation.spans() != nullptr) {
      return line(fmt::format("{}\t{}:{}", id, names_.spans.at(annotation.label), words_.at(annotation.id)));
    }
    const Label& label = *task_.schema.find(annotation.label);
    const AnnotationId& trigger = argument(annotation, label.roles.front().id)->target.id;
    const std::string& type = names_.spans.at(label.roles.front().allowed.front());
    std::string text = fmt::format("{}\t{}:{}", id, type, words_.at(trigger));
    for (std::size_t i = 1; i < label.roles.size(); ++i) {
      const std::string target = end(annotation, label.roles[i].id);
      if (!target.empty()) text += fmt::format(" {}:{}", brat_type(label.roles[i].id), target);
    }
    line(text);
    task_.expected.add_relation(type + ".event");
  }

  void add_relation(const Annotation& annotation) {
    const Label& label = *task_.schema.find(annotation.label);
    const auto type = names_.relations.find(annotation.label);
    if (label.roles.size() > 2) return task_.losses.add(Feature::LargeRelations);
    if (type == names_.relations.end()) return lose(annotation);
    const std::string first = end(annotation, label.roles[0].id);
    const std::string second = end(annotation, label.roles[1].id);
    if (first.empty() || second.empty()) return lose(annotation);
    const std::string id = fmt::format("R{}", relation_numbers_.take(annotation.id.number));
    line(fmt::format("{}\t{} Arg1:{} Arg2:{}\t", id, type->second, first, second));
    ids_.emplace(annotation.id, id);
    task_.expected.add_relation(type->second);
  }

  /// What has an end elsewhere, or on a relation, is counted for all formats that cannot hold it; the others here.
  void lose(const Annotation& annotation) {
    const auto& arguments = annotation.relation()->arguments;
    const bool counted = std::any_of(arguments.begin(), arguments.end(), [&](const Argument& each) {
      return !each.target.document.empty() || relations_.count(each.target.id) != 0;
    });
    if (!counted) task_.losses.add(Feature::Relations);
  }

  /// The name of the attribute in the configuration; nullptr where it does not have it.
  const std::string* attribute_type(const std::string& label, const std::string& attribute) const {
    for (const Label* owner = task_.schema.find(label); owner != nullptr; owner = task_.schema.find(owner->parent)) {
      const auto found = names_.attributes.find({owner->id, attribute});
      if (found != names_.attributes.end()) return &found->second;
      if (owner->parent.empty()) break;
    }
    return nullptr;
  }

  void add_attributes(const Annotation& annotation) {
    const auto known = ids_.find(annotation.id);
    if (annotation.spans() == nullptr || known == ids_.end()) return;
    for (const auto& [id, values] : annotation.attributes) {
      const std::string* const type = attribute_type(annotation.label, id);
      if (type == nullptr) continue;
      const bool flag = task_.schema.find_attribute(annotation.label, id)->type == AttributeType::Boolean;
      if (flag && values.front() != "true") {
        task_.losses.add(Feature::AttributeValues);  // a flag that is not there says nothing
      } else {
        line(fmt::format("A{}\t{} {}{}", ++attributes_, *type, known->second, flag ? "" : " " + values.front()));
      }
    }
  }

  /// Free attributes, and notes.
  void add_comments(const Annotation& annotation) {
    const auto known = ids_.find(annotation.id);
    if (known == ids_.end()) return;
    if (annotation.spans() != nullptr) {
      for (const auto& [id, values] : annotation.attributes) {
        if (attribute_type(annotation.label, id) == nullptr) add_comment(brat_type(id), known->second, values.front());
      }
    }
    if (!annotation.note.empty()) add_comment("AnnotatorNotes", known->second, annotation.note);
  }

  void add_comment(const std::string& type, const std::string& id, const std::string& words) {
    std::string plain;
    for (std::size_t byte = 0; byte < words.size();) {
      const char32_t c = next_code_point(words, byte);
      append_utf8(plain, ends_line(c) ? U' ' : c);
    }
    if (plain != words) task_.losses.add(Feature::Characters);
    line(fmt::format("#{}\t{} {}\t{}", ++comments_, type, id, plain));
  }

  const ExportTask& task_;
  const BratNames& names_;
  const Text& text_;
  const ReadText read_;
  std::string lines_;
  std::map<AnnotationId, std::string> words_;  ///< T lines
  std::map<AnnotationId, std::string> ids_;    ///< what others call it: an event by its E line
  std::vector<std::pair<const Annotation*, std::string>> events_;
  Numbers span_numbers_;
  Numbers event_numbers_;
  Numbers relation_numbers_;
  std::size_t attributes_ = 0;
  std::size_t comments_ = 0;
  std::set<AnnotationId> relations_;
};

}  // namespace

void BratWriter::begin() {
  BratConfiguration configuration = brat_configuration(task_.schema);
  names_ = std::move(configuration.names);
  task_.losses.add(configuration.files.losses);
  for (const WrittenSchema::File& file : configuration.files.files) {
    task_.sink.begin_file(file.name);
    task_.sink.append(file.bytes);
  }
}

void BratWriter::write(const AnnotatedDocument& document) {
  for (const Layer& layer : layers_of(document, task_.annotators)) write(document.document.text, layer);
}

void BratWriter::write(const Text& text, const Layer& layer) {
  const std::string name = files_.name_for(layer.name);
  task_.sink.begin_file(name + ".txt");
  task_.sink.append(text.utf8());
  task_.sink.begin_file(name + ".ann");
  task_.sink.append(AnnFile(task_, names_, text).lines(layer.annotations));
}

}  // namespace mitjul
