#include <algorithm>
#include <charconv>

#include "core/utf8.h"
#include "storage/json_form.h"
#include "storage/json_values.h"

namespace mitjul {
namespace {

/// Whether it stands in a JSON string as it is; a quotation mark ends one.
bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '\\'; }

/// JSON of an annotation, member by member in the order of their names: edits of tens of thousands write nothing else,
/// and building a tree of values first would take twice as long.
class AnnotationJson {
 public:
  AnnotationJson() { json_.reserve(kUsualSize); }

  std::string take() {
    json_ += '}';
    return std::move(json_);
  }

  /// Begins a member, whose value is appended to the result.
  std::string& member(std::string_view name) {
    json_ += json_.empty() ? '{' : ',';
    json_ += '"';
    json_ += name;
    json_ += "\":";
    return json_;
  }
  void text(std::string_view name, std::string_view value) { append(member(name), value); }
  void text_if_any(std::string_view name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }

  static void append(std::string& out, std::string_view text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c != '"' && is_plain(c); });
    if (!plain || !is_valid_utf8(text)) {
      out += dump(json(text));
      return;
    }
    out += '"';
    out += text;
    out += '"';
  }

 private:
  static constexpr std::size_t kUsualSize = 384;

  std::string json_;
};

void append_attributes(std::string& out, const Attributes& attributes) {
  char before = '{';
  for (const auto& [id, values] : attributes) {
    out += before;
    AnnotationJson::append(out, id);
    out += ":[";
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) out += ',';
      AnnotationJson::append(out, values[i]);
    }
    out += ']';
    before = ',';
  }
  out += '}';
}

void append_spans(std::string& out, const Spans& spans) {
  char before = '[';
  for (const Span& span : spans.segments()) {
    out += before;
    out += '[' + std::to_string(span.start.value()) + ',' + std::to_string(span.end.value()) + ']';
    before = ',';
  }
  out += ']';
}

void append_arguments(std::string& out, const Relation& relation) {
  out += '[';
  for (std::size_t i = 0; i < relation.arguments.size(); ++i) {
    out += i == 0 ? "[" : ",[";
    AnnotationJson::append(out, relation.arguments[i].role);
    out += ',';
    AnnotationJson::append(out, to_string(relation.arguments[i].target));
    out += ']';
  }
  out += ']';
}

/// Reads what `to_json` usually writes, an annotation on spans without a confidence, member by member: edits of tens of
/// thousands are taken back by reading nothing else, and a tree of values would take four times as long. Gives up at
/// everything else, be it another way to write the same.
class PlainAnnotation {
 public:
  explicit PlainAnnotation(std::string_view json) : rest_(json), legible_(is_valid_utf8(json)) {}

  std::optional<Annotation> read() {
    Annotation annotation{{}, "", WholeDocument{}, {}, "", {}};
    Provenance& provenance = annotation.provenance;
    if (begins("attributes")) read_attributes(annotation.attributes);
    if (begins("confirmed")) provenance.confirmed = parsed(parse_time);
    if (begins("confirmedBy")) provenance.confirmed_by = parsed(AnnotatorKey::parse);
    begin("created");
    provenance.created = parsed(parse_time);
    begin("id");
    annotation.id = parsed(parse_annotation_id);
    begin("label");
    annotation.label = text();
    begin("method");
    provenance.method = parsed(parse_method);
    if (begins("modified")) provenance.modified = parsed(parse_time);
    if (begins("note")) annotation.note = text();
    if (begins("origin")) provenance.origin = text();
    begin("schemaVersion");
    provenance.schema_version = number<int>();
    begin("spans");
    std::vector<Span> segments = read_spans();
    begin("v");
    legible_ = number<int>() == kFormVersion && legible_;
    expect("}");
    if (!legible_ || !rest_.empty()) return std::nullopt;
    annotation.anchor = Spans(std::move(segments));
    return annotation;
  }

 private:
  bool take(std::string_view words) {
    if (!rest_.starts_with(words)) return false;
    rest_.remove_prefix(words.size());
    return true;
  }
  void expect(std::string_view words) { legible_ = take(words) && legible_; }

  /// Goes to the value of the member, if it is the next one.
  bool begins(std::string_view member) {
    const std::string_view before = first_ ? "{\"" : ",\"";
    const std::string_view after = rest_.substr(std::min(before.size() + member.size(), rest_.size()));
    if (!rest_.starts_with(before) || !rest_.substr(before.size()).starts_with(member) || !after.starts_with("\":")) {
      return false;
    }
    rest_ = after.substr(2);
    first_ = false;
    return true;
  }
  void begin(std::string_view member) { legible_ = begins(member) && legible_; }

  /// A text in which nothing is escaped.
  std::string_view text() {
    expect("\"");
    const auto end = std::find_if(rest_.begin(), rest_.end(), [](char c) { return c == '"' || !is_plain(c); });
    const std::string_view text = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(text.size());
    expect("\"");
    return text;
  }
  template <class Value>
  Value parsed(std::optional<Value> (*parse)(std::string_view)) {
    const std::optional<Value> value = parse(text());
    legible_ = value.has_value() && legible_;
    return value.value_or(Value());
  }
  template <class Number>
  Number number() {
    Number number{};
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    const std::string_view digits = rest_.substr(0, static_cast<std::size_t>(end - rest_.data()));
    legible_ = error == std::errc() && digits.front() != '-' && (digits == "0" || digits.front() != '0') && legible_;
    rest_.remove_prefix(digits.size());
    return number;
  }

  void read_attributes(Attributes& attributes) {
    expect("{");
    do {
      const std::string_view id = text();
      expect(":[");
      legible_ = (attributes.empty() || attributes.rbegin()->first < id) && legible_;
      std::vector<std::string>& values = attributes[std::string(id)];
      do {
        values.emplace_back(text());
      } while (take(","));
      expect("]");
    } while (take(","));
    expect("}");
  }
  std::vector<Span> read_spans() {
    std::vector<Span> segments;
    expect("[");
    do {
      expect("[");
      const auto start = number<std::uint32_t>();
      expect(",");
      const auto end = number<std::uint32_t>();
      expect("]");
      legible_ = start < end && legible_;
      segments.emplace_back(start, end);
    } while (take(","));
    expect("]");
    return segments;
  }

  std::string_view rest_;
  bool legible_;
  bool first_ = true;
};

Anchor anchor_from_json(const json& value) {
  if (value.contains("spans")) {
    std::vector<Span> segments;
    for (const json& pair : value.at("spans")) {
      const Span span(pair.at(0).get<std::uint32_t>(), pair.at(1).get<std::uint32_t>());
      if (span.start >= span.end) throw std::invalid_argument("span of the log entry");
      segments.push_back(span);
    }
    if (segments.empty()) throw std::invalid_argument("span of the log entry");
    return Spans(std::move(segments));
  }
  if (value.contains("arguments")) {
    Relation relation;
    for (const json& pair : value.at("arguments")) {
      relation.arguments.push_back(
          {pair.at(0).get<std::string>(), must(parse_annotation_ref(pair.at(1).get<std::string>()), "argument")});
    }
    return relation;
  }
  return WholeDocument{};
}

Annotation any_annotation_from_json(std::string_view text) {
  return reading(text, [](const json& value) {
    const auto time = [&](const char* name) {
      return value.contains(name) ? std::optional(must(parse_time(value.at(name).get<std::string>()), name))
                                  : std::nullopt;
    };
    Annotation annotation{must(parse_annotation_id(value.at("id").get<std::string>()), "id"),
                          value.at("label"),
                          anchor_from_json(value),
                          value.value("attributes", Attributes()),
                          value.value("note", ""),
                          {}};
    Provenance& provenance = annotation.provenance;
    provenance.created = must(time("created"), "created");
    provenance.modified = time("modified");
    provenance.method = must(parse_method(value.at("method").get<std::string>()), "method");
    provenance.origin = value.value("origin", "");
    if (value.contains("confidence")) provenance.confidence = value.at("confidence").get<double>();
    provenance.schema_version = value.at("schemaVersion");
    provenance.confirmed = time("confirmed");
    if (value.contains("confirmedBy")) {
      provenance.confirmed_by = annotator_from(value.at("confirmedBy"));
    }
    return annotation;
  });
}

}  // namespace

std::string to_json(const Annotation& annotation) {
  const Provenance& provenance = annotation.provenance;
  AnnotationJson result;
  if (const Relation* const relation = annotation.relation()) append_arguments(result.member("arguments"), *relation);
  if (!annotation.attributes.empty()) append_attributes(result.member("attributes"), annotation.attributes);
  if (provenance.confidence) result.member("confidence") += dump(json(*provenance.confidence));
  if (provenance.confirmed) result.text("confirmed", to_string(*provenance.confirmed));
  result.text_if_any("confirmedBy", provenance.confirmed_by.view());
  result.text("created", to_string(provenance.created));
  if (annotation.on_document()) result.member("document") += "true";
  result.text("id", to_string(annotation.id));
  result.text("label", annotation.label);
  result.text("method", to_string(provenance.method));
  if (provenance.modified) result.text("modified", to_string(*provenance.modified));
  result.text_if_any("note", annotation.note);
  result.text_if_any("origin", provenance.origin);
  result.member("schemaVersion") += std::to_string(provenance.schema_version);
  if (const Spans* const spans = annotation.spans()) append_spans(result.member("spans"), *spans);
  result.member("v") += std::to_string(kFormVersion);
  return result.take();
}

Annotation annotation_from_json(std::string_view text) {
  if (auto plain = PlainAnnotation(text).read()) return *std::move(plain);
  return any_annotation_from_json(text);
}

}  // namespace mitjul
