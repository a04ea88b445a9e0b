#include "import/w3c_annotations.h"

#include <optional>

#include "import/foreign_set.h"
#include "import/json_fields.h"
#include "import/json_members.h"
#include "import/json_text.h"
#include "import/quote_places.h"
#include "import/used_schema.h"

namespace mitjul {
namespace {

using nlohmann::json;

constexpr std::string_view kIri = "urn:mitjul:";

/// What stands behind `urn:mitjul:`; empty where something else does.
std::string behind_iri(const std::string& iri) {
  return iri.substr(0, kIri.size()) == kIri ? iri.substr(kIri.size()) : std::string();
}

/// One object, or the objects of a list.
std::vector<const json*> one_or_more(const json* value) {
  std::vector<const json*> objects;
  if (value == nullptr) return objects;
  if (value->is_object()) objects.push_back(value);
  if (value->is_array()) {
    for (const json& item : *value) {
      if (item.is_object()) objects.push_back(&item);
    }
  }
  return objects;
}

class W3cPage {
 public:
  explicit W3cPage(const std::filesystem::path& path) : path_(path), file_(path), fields_(problems_) {}

  std::vector<Problem> read(const OnHeader& on_header, const OnDocument& on_document) {
    read_items({});
    StreamHeader header{used_.finish("W3C Web Annotation"), annotators_.list(), true};
    if (on_header) on_header(std::move(header));
    problems_.clear();
    const std::vector<Problem> malformed = read_items(on_document);
    problems_.insert(problems_.end(), malformed.begin(), malformed.end());
    return std::move(problems_);
  }

 private:
  std::vector<Problem> read_items(const OnDocument& on_document) {
    const auto give = [&] {
      if (document_ && on_document) on_document(*std::move(document_));
      document_.reset();
    };
    std::vector<Problem> malformed = read_json_list(path_, {"items"}, [&](const json& item, std::size_t line) {
      fields_.in_line(line);
      const std::string motivation = text_in(item, {"motivation"});
      if (motivation == "describing") {
        give();
        begin_document(item);
      } else if (!document_) {
        fields_.report(ProblemCode::MissingField, {"describing"});
      } else {
        read_annotation(item, motivation);
      }
      return true;
    });
    give();
    return malformed;
  }

  void begin_document(const json& item) {
    const json* const body = member(item, {"body"});
    const json* const value = body != nullptr && body->is_object() ? member(*body, {"value"}) : nullptr;
    const json* const target = member(item, {"target"});
    if (value == nullptr || !value->is_string() || target == nullptr || !target->is_object())
      return fields_.report(ProblemCode::MissingField, {"body.value"});
    const auto key = DocumentKey::parse(behind_iri(text_in(*target, {"scope"})));
    if (!key) return fields_.report(ProblemCode::MissingField, {"scope"});
    std::string name = text_in(item, {"label"});
    text_.emplace(value->get_ref<const std::string&>());
    document_.emplace();
    document_->document = document_of(*text_, name.empty() ? key->str() : std::move(name));
    DocumentInfo& info = document_->document.info;
    info.key = *key;
    info.title = text_in(item, {"dc:title"});
    if (const std::string language = text_in(*body, {"language"}); !language.empty()) info.language = language;
    fields_.in_document(info.name);
    if (text_in(*target, {"source"}) != "urn:sha256:" + info.sha256)
      fields_.report(ProblemCode::TextDiffers, {info.name});
  }

  void read_annotation(const json& item, const std::string& motivation) {
    const std::string address = behind_iri(text_in(item, {"id"}));
    const auto ref = parse_annotation_ref(address);
    fields_.in_annotation(address);
    std::string label;
    std::string note;
    std::vector<std::pair<std::string, std::string>> values;
    std::vector<const json*> ends = one_or_more(member(item, {"target"}));
    const std::vector<const json*> targets = ends;
    for (const json* const body : one_or_more(member(item, {"body"}))) {
      const std::string purpose = text_in(*body, {"purpose"});
      const std::string value = text_in(*body, {"value"});
      if (purpose == "tagging") label = value;
      if (purpose == "commenting") note = value;
      if (purpose == "classifying") values.emplace_back(text_in(*body, {"label"}), value);
      if (purpose == "linking") ends.push_back(body);
    }
    const bool span = motivation == "tagging";
    const bool relation = motivation == "linking";
    if (!ref || label.empty() || (!span && !relation && motivation != "classifying"))
      return fields_.report(ProblemCode::MissingField, {!ref ? "id" : label.empty() ? "body" : "motivation"});
    const std::string id = used_.label(span       ? LabelKind::Span
                                       : relation ? LabelKind::Relation
                                                  : LabelKind::Document,
                                       label);
    std::optional<Anchor> anchor = WholeDocument{};
    if (span) anchor = spans_at(targets);
    if (relation) anchor = relation_of(id, ends);
    if (!anchor) return;
    Attributes attributes;
    for (const auto& [name, value] : values)
      attributes[used_.attribute(id, name, AttributeType::Text)].push_back(value);
    creator_set(item).add(id, *std::move(anchor), ref->id, std::move(attributes), std::move(note));
    fields_.in_annotation({});
  }

  ForeignSet creator_set(const json& item) {
    const json* const creator = member(item, {"creator"});
    const bool known = creator != nullptr && creator->is_object();
    const std::string name = known ? text_in(*creator, {"nickname"}) : "";
    const std::string key = known ? behind_iri(text_in(*creator, {"id"})) : "";
    return {*document_, annotators_.find(name.empty() ? "W3C Web Annotation" : name, key), file_};
  }

  std::optional<Anchor> spans_at(const std::vector<const json*>& targets) {
    std::vector<Span> segments;
    for (const json* const target : targets) {
      StatedSpan stated;
      std::string prefix;
      std::string suffix;
      for (const json* const selector : one_or_more(member(*target, {"selector"}))) {
        const json* const start = member(*selector, {"start"});
        const json* const end = member(*selector, {"end"});
        const json* const exact = member(*selector, {"exact"});
        if (start != nullptr && start->is_number_unsigned()) stated.start = start->get<std::uint64_t>();
        if (end != nullptr && end->is_number_unsigned()) stated.end = end->get<std::uint64_t>();
        if (exact == nullptr || !exact->is_string()) continue;
        stated.quote = exact->get_ref<const std::string&>();
        prefix = text_in(*selector, {"prefix"});
        suffix = text_in(*selector, {"suffix"});
      }
      const auto segment = place_of(stated, prefix, suffix);
      if (!segment) return std::nullopt;
      segments.push_back(*segment);
    }
    if (segments.empty()) {
      fields_.report(ProblemCode::MissingField, {"target"});
      return std::nullopt;
    }
    return Spans(std::move(segments));
  }

  std::optional<Span> place_of(const StatedSpan& stated, const std::string& prefix, const std::string& suffix) {
    const Text& text = text_->stated();
    const auto span = span_in(text, stated, OffsetUnit::CodePoints);
    if (!span) {
      fields_.report(ProblemCode::SpanOutsideText,
                     {std::to_string(stated.start), std::to_string(stated.end), std::to_string(text.length())});
      return std::nullopt;
    }
    const std::string_view before = text.slice({TextPos(0), span->start});
    const std::string_view behind = text.slice({span->end, text.end()});
    if (text.slice(*span) != stated.quote || !before.ends_with(prefix) || !behind.starts_with(suffix)) {
      fields_.report(ProblemCode::QuoteDiffers, {std::string(stated.quote), std::string(text.slice(*span))});
      return std::nullopt;
    }
    return text_->place(stated, OffsetUnit::CodePoints, problems_);
  }

  std::optional<Anchor> relation_of(const std::string& label, const std::vector<const json*>& ends) {
    Relation relation;
    for (const json* const end : ends) {
      auto target = parse_annotation_ref(behind_iri(text_in(*end, {"source"})));
      const std::string role = text_in(*end, {"label"});
      if (!target || role.empty()) {
        fields_.report(ProblemCode::UnknownReference, {text_in(*end, {"source"})});
        return std::nullopt;
      }
      if (target->document == document_->document.info.key) target->document = {};
      const Annotation* const there = target->document.empty() ? document_->find(target->id) : nullptr;
      const std::string id = used_.role(label, role, there == nullptr ? label : there->label);
      relation.arguments.push_back({id, *target});
    }
    return relation;
  }

  const std::filesystem::path& path_;
  const ForeignFile file_;
  std::vector<Problem> problems_;
  JsonFields fields_;
  UsedSchema used_;
  ForeignAnnotators annotators_;
  std::optional<SourceText> text_;
  std::optional<AnnotatedDocument> document_;
};

}  // namespace

std::vector<Problem> read_w3c_annotations(const std::filesystem::path& path, const OnHeader& on_header,
                                          const OnDocument& on_document) {
  return W3cPage(path).read(on_header, on_document);
}

}  // namespace mitjul
