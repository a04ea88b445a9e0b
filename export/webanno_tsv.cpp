#include "export/webanno_tsv.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "export/file_names.h"
#include "export/layers.h"
#include "export/read_text.h"
#include "export/sentences.h"
#include "export/tokens.h"
#include "export/uima_types.h"

namespace mitjul {
namespace {

using Feature = AnnotationFeature;
using Kind = UimaType::Kind;

/// `value` with `\` before what has a meaning in a cell.
std::string escaped_value(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (c == '\t' || c == '\n') {
      out += c == '\t' ? "\\t" : "\\n";
      continue;
    }
    const bool arrow = c == '-' && i + 1 < value.size() && value[i + 1] == '>';
    if (arrow || std::string_view("\\[]|_;*").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string escaped_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\t': out += "\\t"; break;
      case '\r': out += "\\r"; break;
      case '\\': out += "\\\\"; break;
      default: out += c;
    }
  }
  return out;
}

/// A token, or a part of one that is annotated.
struct Unit {
  std::string id;
  Span span;
  std::map<const UimaType*, std::vector<std::size_t>> marks;  ///< marks on it, by layer
  std::size_t count = 0;                                      ///< of marks
};

/// A span or a relation of the file.
struct Mark {
  const Annotation* annotation;
  const UimaType* type;
  std::vector<Unit*> units;  ///< of a relation: that of its second end
  std::size_t id = 0;        ///< of those that a row alone does not tell apart
  std::size_t source = 0;    ///< of a relation: the places of its ends among the spans
  std::size_t target = 0;
};

struct Sentence {
  Span span;
  std::vector<std::vector<Unit>> tokens;  ///< each with its parts behind it
};

class TsvFile {
 public:
  TsvFile(const ExportTask& task, const UimaTypes& types, const Text& text)
      : task_(task), types_(types), text_(text), written_(with_blanks_before(text)), read_(written_) {}

  std::string lines(const std::vector<const Annotation*>& annotations) {
    task_.expected.begin_document(sentences_.empty() ? std::string_view() : std::string_view(read_.utf8()));
    if (written_.utf8() != text_.utf8() || (sentences_.empty() && text_.length() > 0))
      task_.losses.add(Feature::Blanks);
    cut_tokens(annotations);
    for (const Annotation* const annotation : annotations) {
      if (annotation->spans() != nullptr) add_span(*annotation);
    }
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      for (Unit* const unit : marks_[i].units) {
        unit->marks[marks_[i].type].push_back(i);
        ++unit->count;
      }
    }
    for (Mark& mark : marks_) {
      const bool stacked = mark.units.size() == 1 && mark.units.front()->marks.at(mark.type).size() > 1;
      if (mark.units.size() > 1 || stacked) mark.id = ++last_id_;
    }
    for (const Annotation* const annotation : annotations) {
      if (annotation->relation() != nullptr) add_relation(*annotation);
    }
    std::string out = header();  // which says in which columns the body has what
    add_body(out);
    return out;
  }

  /// Those that the lines have, once they are written.
  const std::vector<const UimaType*>& layers() const { return columns_; }

 private:
  /// What stands before the first sentence comes back as blanks.
  Text with_blanks_before(const Text& text) {
    for (const Span& sentence : sentences_of(text, task_.options)) sentences_.push_back({sentence, {}});
    if (sentences_.empty()) return text;
    const TextPos begin = sentences_.front().span.start;
    return Text(std::string(begin.value(), ' ') + std::string(text.slice({begin, text.end()})));
  }

  /// The tokens, and the parts of them that annotations cover: those are rows of their own.
  void cut_tokens(const std::vector<const Annotation*>& annotations) {
    std::vector<Span> places;
    for (const Annotation* const annotation : annotations) {
      if (annotation->spans() != nullptr) places.push_back(annotation->spans()->hull());
    }
    for (std::size_t s = 0; s < sentences_.size(); ++s) {
      std::size_t number = 0;
      for (const Span& token : tokens_of(text_, sentences_[s].span, {})) {
        const std::string id = fmt::format("{}-{}", s + 1, ++number);
        sentences_[s].tokens.push_back({{id, token, {}}});
        tokens_.push_back(token);
      }
    }
    std::vector<std::set<Span>> parts(tokens_.size());
    for (const Span& place : places) {
      for_each_token(place, [&](std::size_t token, Span part) {
        if (part != tokens_[token]) parts[token].insert(part);
      });
    }
    std::size_t token = 0;
    for (Sentence& sentence : sentences_) {
      for (std::vector<Unit>& units : sentence.tokens) {
        std::size_t number = 0;
        for (const Span& part : parts[token]) {
          units.push_back({fmt::format("{}.{}", units.front().id, ++number), part, {}});
        }
        units_.push_back(&units);
        ++token;
      }
    }
  }

  template <class Use>
  void for_each_token(Span place, Use use) const {
    const auto first = std::upper_bound(tokens_.begin(), tokens_.end(), place.start,
                                        [](TextPos pos, const Span& token) { return pos < token.end; });
    for (auto token = first; token != tokens_.end() && token->start < place.end; ++token) {
      use(static_cast<std::size_t>(token - tokens_.begin()),
          Span(std::max(place.start, token->start), std::min(place.end, token->end)));
    }
  }

  void add_span(const Annotation& annotation) {
    const Span place = annotation.spans()->hull();
    std::vector<Unit*> units;
    for_each_token(place, [&](std::size_t token, Span part) {
      for (Unit& unit : *units_[token]) {
        if (unit.span == part) {
          units.push_back(&unit);
          break;
        }
      }
    });
    if (units.empty()) return task_.losses.add(Feature::Blanks);
    const Span covered{units.front()->span.start, units.back()->span.end};
    if (covered != place) task_.losses.add(Feature::Blanks);
    const UimaType& type = types_.of(annotation.label);
    by_id_.emplace(annotation.id, marks_.size());
    marks_.push_back({&annotation, &type, std::move(units)});
    task_.expected.add_span(type.name, {read_.place(covered)});
  }

  /// The span that plays a role; no mark where it is none of this file.
  Mark* end(const Annotation& relation, const std::string& role) {
    for (const Argument& argument : relation.relation()->arguments) {
      const auto found = by_id_.find(argument.target.id);
      if (argument.role == role && argument.target.document.empty() && found != by_id_.end())
        return &marks_[found->second];
    }
    return nullptr;
  }

  void add_relation(const Annotation& annotation) {
    const UimaType& type = types_.of(annotation.label);
    if (type.roles.size() > 2) return task_.losses.add(Feature::LargeRelations);
    if (type.kind != Kind::Pair) return;  // counted for all formats that cannot hold it
    Mark* const source = end(annotation, type.roles[0].id);
    Mark* const target = end(annotation, type.roles[1].id);
    if (source == nullptr || target == nullptr) {
      const auto& arguments = annotation.relation()->arguments;
      const bool distant = std::any_of(arguments.begin(), arguments.end(),
                                       [](const Argument& argument) { return !argument.target.document.empty(); });
      if (!distant) task_.losses.add(Feature::Relations);
      return;
    }
    for (Mark* const end : {source, target}) {
      if (end->id == 0 && end->units.front()->count > 1) end->id = ++last_id_;
    }
    Unit* const unit = target->units.front();
    unit->marks[&type].push_back(relations_.size());
    relations_.push_back(
        {&annotation, &type, {unit}, 0, by_id_.at(source->annotation->id), by_id_.at(target->annotation->id)});
    attach_.emplace(&type, source->type);
    task_.expected.add_relation(type.name);
  }

  std::string header() {
    std::string out = "#FORMAT=WebAnno TSV 3.3\n";
    std::set<const UimaType*> used;
    for (const Mark& mark : marks_) used.insert(mark.type);
    for (const UimaType& type : types_.all()) {
      if (used.count(&type) != 0) columns_.push_back(&type);
    }
    for (const UimaType& type : types_.all()) {
      if (attach_.count(&type) != 0) columns_.push_back(&type);
    }
    for (const UimaType* const type : columns_) {
      const bool relation = type->kind == Kind::Pair;
      out += fmt::format("#{}={}{}", relation ? "T_RL" : "T_SP", kCustomPackage, type->name);
      for (const UimaType::Feature& feature : type->features) out += "|" + feature.name;
      if (relation) {
        out += fmt::format("|BT_{}{}", kCustomPackage, attach_.at(type)->name);
      } else if (type->features.empty()) {
        out += "|";
      }
      out += "\n";
    }
    return out + "\n";
  }

  void add_body(std::string& out) const {
    for (std::size_t s = 0; s < sentences_.size(); ++s) {
      out += "\n#Text=";
      const std::string words = escaped_text(text_.slice(text_of(s)));
      for (const char c : words) {
        out += c;
        if (c == '\n') out += "#Text=";
      }
      out += "\n";
      for (const std::vector<Unit>& units : sentences_[s].tokens) {
        for (const Unit& unit : units) add_row(out, unit);
      }
    }
  }

  /// What is read behind a sentence is a line end, then blanks up to the next one. Anything else belongs to the
  /// sentence's text.
  Span text_of(std::size_t s) const {
    const Span span = sentences_[s].span;
    if (s + 1 == sentences_.size()) return {span.start, text_.end()};
    const TextPos next = sentences_[s + 1].span.start;
    const std::string_view gap = text_.slice({span.end, next});
    const bool plain = !gap.empty() && gap.front() == '\n' && gap.find_first_not_of(' ', 1) == std::string_view::npos;
    return {span.start, plain ? span.end : next};
  }

  void add_row(std::string& out, const Unit& unit) const {
    out += fmt::format("{}\t{}-{}\t{}\t", unit.id, text_.to_utf16(unit.span.start), text_.to_utf16(unit.span.end),
                       text_.slice(unit.span));
    for (const UimaType* const type : columns_) {
      const bool relation = type->kind == Kind::Pair;
      const auto found = unit.marks.find(type);
      const auto cell = [&](auto value_of) {
        std::string values;
        if (found != unit.marks.end()) {
          for (const std::size_t index : found->second)
            values += (values.empty() ? "" : "|") + value_of((relation ? relations_ : marks_)[index]);
        }
        out += (values.empty() ? "_" : values) + "\t";
      };
      for (const UimaType::Feature& feature : type->features)
        cell([&](const Mark& mark) { return value(mark, feature) + (relation ? "" : number(mark)); });
      if (relation) {
        cell([this](const Mark& mark) { return reference(mark); });
      } else if (type->features.empty()) {
        cell([](const Mark& mark) { return "*" + number(mark); });
      }
    }
    out += "\n";
  }

  /// Where the first end of a relation is, in the row of the second.
  std::string reference(const Mark& relation) const {
    const Mark& source = marks_[relation.source];
    const std::size_t target = marks_[relation.target].id;
    const std::string unit = source.units.front()->id;
    return source.id == 0 && target == 0 ? unit : fmt::format("{}[{}_{}]", unit, source.id, target);
  }

  static std::string number(const Mark& mark) { return mark.id == 0 ? "" : fmt::format("[{}]", mark.id); }

  static std::string value(const Mark& mark, const UimaType::Feature& feature) {
    const auto values = mark.annotation->attributes.find(feature.id);
    if (values == mark.annotation->attributes.end() || values->second.front().empty()) return "*";
    std::string plain = values->second.front();
    std::replace(plain.begin(), plain.end(), '\r', ' ');
    return escaped_value(plain);
  }

  const ExportTask& task_;
  const UimaTypes& types_;
  const Text& text_;
  std::vector<Sentence> sentences_;
  const Text written_;
  const ReadText read_;
  std::vector<Span> tokens_;
  std::vector<std::vector<Unit>*> units_;  ///< by token
  std::vector<Mark> marks_;                ///< spans
  std::vector<Mark> relations_;
  std::map<AnnotationId, std::size_t> by_id_;
  std::map<const UimaType*, const UimaType*> attach_;
  std::vector<const UimaType*> columns_;
  std::size_t last_id_ = 0;
};

}  // namespace

class WebannoTsvWriter::Files {
 public:
  explicit Files(const Schema& schema) : types(schema) {}

  const UimaTypes types;
  FileNames names;
  std::set<const UimaType*> written;  ///< in any file
};

WebannoTsvWriter::WebannoTsvWriter(const ExportTask& task)
    : task_(task), files_(std::make_unique<Files>(task.schema)) {}

WebannoTsvWriter::~WebannoTsvWriter() = default;

void WebannoTsvWriter::begin() {
  if (!task_.schema.labels.empty()) task_.losses.add(Feature::SchemaDetails);
}

void WebannoTsvWriter::write(const AnnotatedDocument& document) {
  for (const Layer& layer : layers_of(document, task_.annotators)) {
    task_.sink.begin_file(files_->names.name_for(layer.name) + ".tsv");
    TsvFile file(task_, files_->types, document.document.text);
    task_.sink.append(file.lines(layer.annotations));
    for (const UimaType* const type : file.layers()) {
      if (files_->written.insert(type).second) task_.losses.add(Feature::RenamedIds, type->renamed_ids());
    }
  }
}

}  // namespace mitjul
