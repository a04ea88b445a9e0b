#include "import/annotation_lines.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "import/json_text.h"

namespace mitjul {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 12> kFields{"start",    "end",    "segments", "args",
                                                   "document", "label",  "id",       "attributes",
                                                   "note",     "method", "origin",   "confidence"};

/// Thrown and caught in this file: the first thing wrong with a line ends it.
struct LineRefused {
  Problem problem;
};

[[noreturn]] void refuse(ProblemCode code, std::vector<std::string> details = {}) {
  throw LineRefused{make_problem(code, std::move(details))};
}

const json& member(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) refuse(ProblemCode::MissingField, {name});
  return *found;
}

std::string string_of(const json& value, const char* name) {
  if (!value.is_string()) refuse(ProblemCode::WrongFieldType, {name});
  return value.get<std::string>();
}

std::string optional_string(const json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? std::string() : string_of(*found, name);
}

std::int64_t position_of(const json& value, const char* name) {
  if (!value.is_number_integer()) refuse(ProblemCode::WrongFieldType, {name});
  // Above what 64 bits hold with a sign it is out of any text, too.
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX) return INT64_MAX;
  return value.get<std::int64_t>();
}

Span span_of(std::int64_t start, std::int64_t end) {
  if (start >= end) refuse(ProblemCode::EmptySpan, {std::to_string(start), std::to_string(end)});
  if (start < 0 || end > UINT32_MAX) {
    refuse(ProblemCode::SpanOutsideText, {std::to_string(start), std::to_string(end), ""});
  }
  return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
}

class Line {
 public:
  Line(const json& object, const SetKey& set) : object_(object), set_(set) {
    if (!object_.is_object()) refuse(ProblemCode::MissingField, {"label"});
    for (const auto& [name, value] : object_.items()) {
      if (std::find(kFields.begin(), kFields.end(), name) == kFields.end()) refuse(ProblemCode::UnknownField, {name});
    }
  }

  std::string local_id() const { return optional_string(object_, "id"); }

  Annotation annotation(std::int64_t number, const std::map<std::string, AnnotationId>& local_ids) const {
    Annotation made{{set_.annotator, number},
                    string_of(member(object_, "label"), "label"),
                    anchor(local_ids),
                    attributes(),
                    optional_string(object_, "note"),
                    {}};
    made.provenance.origin = optional_string(object_, "origin");
    if (object_.contains("method")) {
      const auto method = parse_method(string_of(object_["method"], "method"));
      if (!method) refuse(ProblemCode::WrongFieldType, {"method"});
      made.provenance.method = *method;
    }
    if (object_.contains("confidence")) {
      if (!object_["confidence"].is_number()) refuse(ProblemCode::WrongFieldType, {"confidence"});
      made.provenance.confidence = object_["confidence"].get<double>();
    }
    return made;
  }

 private:
  Anchor anchor(const std::map<std::string, AnnotationId>& local_ids) const {
    const bool span = object_.contains("start") || object_.contains("end");
    const int kinds = static_cast<int>(span) + static_cast<int>(object_.contains("segments")) +
                      static_cast<int>(object_.contains("args")) + static_cast<int>(object_.contains("document"));
    if (kinds == 0) refuse(ProblemCode::MissingField, {"start"});
    if (kinds > 1) refuse(ProblemCode::UnknownField, {span ? "segments, args, document" : "args, document"});
    if (span)
      return Spans(span_of(position_of(member(object_, "start"), "start"), position_of(member(object_, "end"), "end")));
    if (object_.contains("segments")) return segments();
    if (object_.contains("args")) return relation(local_ids);
    if (object_["document"] != json(true)) refuse(ProblemCode::WrongFieldType, {"document"});
    return WholeDocument{};
  }

  Spans segments() const {
    const json& list = object_["segments"];
    if (!list.is_array() || list.empty()) refuse(ProblemCode::WrongFieldType, {"segments"});
    std::vector<Span> segments;
    for (const json& pair : list) {
      if (!pair.is_array() || pair.size() != 2) refuse(ProblemCode::WrongFieldType, {"segments"});
      segments.push_back(span_of(position_of(pair[0], "segments"), position_of(pair[1], "segments")));
    }
    return Spans(std::move(segments));
  }

  Relation relation(const std::map<std::string, AnnotationId>& local_ids) const {
    const json& args = object_["args"];
    if (!args.is_object()) refuse(ProblemCode::WrongFieldType, {"args"});
    Relation relation;
    for (const auto& [role, value] : args.items()) {
      const std::string name = string_of(value, "args");
      const auto local = local_ids.find(name);
      if (local != local_ids.end()) {
        relation.arguments.push_back({role, {{}, local->second}});
        continue;
      }
      const auto ref = parse_annotation_ref(name);
      if (!ref) refuse(ProblemCode::UnknownReference, {name});
      relation.arguments.push_back({role, *ref});
    }
    return relation;
  }

  Attributes attributes() const {
    Attributes attributes;
    const auto found = object_.find("attributes");
    if (found == object_.end()) return attributes;
    if (!found->is_object()) refuse(ProblemCode::WrongFieldType, {"attributes"});
    for (const auto& [id, value] : found->items()) {
      std::vector<std::string>& values = attributes[id];
      if (value.is_array()) {
        for (const json& one : value) values.push_back(string_of(one, "attributes"));
      } else {
        values.push_back(string_of(value, "attributes"));
      }
    }
    return attributes;
  }

  const json& object_;
  const SetKey& set_;
};

struct ParsedLine {
  std::size_t number;
  json object;
};

class Reader {
 public:
  explicit Reader(const SetKey& set) : set_(set) { result_.edit.name = "annotate"; }

  AnnotationLines read(std::string_view text) {
    std::vector<ParsedLine> lines;
    std::map<std::string, AnnotationId> local_ids;
    std::size_t number = 0;
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      const std::string_view line = text.substr(0, end);
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
      ++number;
      guarded(number, [&] { parse(line, number, lines, local_ids); });
    }
    for (const ParsedLine& line : lines) {
      guarded(line.number, [&] {
        const auto provisional = -static_cast<std::int64_t>(line.number);
        result_.edit.changes.push_back(
            AnnotationChange{set_, std::nullopt, Line(line.object, set_).annotation(provisional, local_ids)});
        result_.lines.push_back(line.number);
      });
    }
    std::stable_sort(result_.problems.begin(), result_.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.place.line < b.place.line; });
    return std::move(result_);
  }

 private:
  template <class Work>
  void guarded(std::size_t line, Work work) {
    try {
      work();
    } catch (LineRefused& refused) {
      refused.problem.place.line = line;
      result_.problems.push_back(std::move(refused.problem));
    }
  }

  void parse(std::string_view line, std::size_t number, std::vector<ParsedLine>& lines,
             std::map<std::string, AnnotationId>& local_ids) {
    if (number == 1 && line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
    std::vector<Problem> broken;
    std::optional<json> object = parse_json(line, broken);
    if (!object) throw LineRefused{std::move(broken.front())};
    const std::string local = Line(*object, set_).local_id();
    if (!local.empty() &&
        !local_ids.emplace(local, AnnotationId{set_.annotator, -static_cast<std::int64_t>(number)}).second) {
      refuse(ProblemCode::DuplicateId, {local});
    }
    lines.push_back({number, *std::move(object)});
  }

  const SetKey& set_;
  AnnotationLines result_;
};

}  // namespace

AnnotationLines read_annotation_lines(std::string_view json_lines, const SetKey& set) {
  return Reader(set).read(json_lines);
}

}  // namespace mitjul
