#include "import/tei.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/file_io.h"
#include "core/utf8.h"
#include "import/xml_fields.h"
#include "import/xml_stream.h"

namespace mitjul {
namespace {

constexpr std::string_view kNamespace = "http://www.tei-c.org/ns/1.0";

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    if (blank != 0) words.emplace_back(text.substr(0, blank));
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return words;
}

class TeiFile {
 public:
  explicit TeiFile(std::vector<Problem>& problems) : fields_(problems) {}

  AnnotatedDocument read(pugi::xml_node root, const XmlLines& lines) {
    fields_.in(lines);
    AnnotatedDocument document;
    const pugi::xml_node source = root.child("teiHeader").child("fileDesc").child("sourceDesc").child("bibl");
    fields_.in_document(text_of(source.child("title")));
    read_text(root.child("text").child("body").child("ab"));
    document.document = Document::make(text_of(source.child("title")), Text(text_));
    document.document.info.key =
        fields_.value(root, "xml:id", DocumentKey::parse).value_or(DocumentKey::made_from("tei"));
    read_categories(root.child("teiHeader").child("encodingDesc").child("classDecl").child("taxonomy"));
    const pugi::xml_node stand_off = root.child("standOff");
    for (const pugi::xml_node group : stand_off.children("spanGrp")) {
      if (std::string_view(group.attribute("type").value()) != "annotations") continue;
      for (const pugi::xml_node span : group.children("span")) spans_[span.attribute("xml:id").value()] = span;
    }
    for (const auto& [id, span] : spans_) {
      if (!span.attribute("prev")) put(span, anchor_of(span, document.document.text), document);
    }
    for (const pugi::xml_node group : stand_off.children("linkGrp")) {
      for (const pugi::xml_node link : group.children("link"))
        put(link, relation_of(link, group.attribute("targFunc").value()), document);
    }
    return document;
  }

 private:
  void read_text(pugi::xml_node block) {
    std::uint32_t length = 0;
    for (const pugi::xml_node child : block.children()) {
      if (child.type() == pugi::node_pcdata) {
        text_ += child.value();
        length += static_cast<std::uint32_t>(count_code_points(child.value()));
      } else if (std::string_view(child.name()) == "anchor") {
        places_["#" + std::string(child.attribute("xml:id").value())] = TextPos(length);
      } else {
        fields_.report(child, ProblemCode::UnexpectedElement, {child.name()});
      }
    }
  }

  void read_categories(pugi::xml_node above) {
    for (const pugi::xml_node category : above.children("category")) {
      if (category.attribute("xml:id"))
        labels_["#" + std::string(category.attribute("xml:id").value())] = category.attribute("n").value();
      read_categories(category);
    }
  }

  std::optional<Span> span_of(pugi::xml_node element, const Text& text) {
    const auto from = places_.find(element.attribute("from").value());
    const auto to = places_.find(element.attribute("to").value());
    if (from == places_.end() || to == places_.end()) {
      fields_.report(element, ProblemCode::UnknownReference, {element.attribute("from").value()});
      return std::nullopt;
    }
    const Span span(from->second, to->second);
    if (span.start >= span.end) {
      fields_.report(element, ProblemCode::EmptySpan,
                     {std::to_string(span.start.value()), std::to_string(span.end.value())});
      return std::nullopt;
    }
    if (const std::string quote = text_of(element); quote != text.slice(span))
      fields_.report(element, ProblemCode::QuoteDiffers, {quote, std::string(text.slice(span))});
    return span;
  }

  std::optional<Anchor> anchor_of(pugi::xml_node first, const Text& text) {
    if (std::string_view(first.attribute("target").value()) == "#text") return WholeDocument();
    std::vector<Span> segments;
    std::string range = "#string-range(text";
    pugi::xml_node piece = first;
    while (piece && segments.size() <= spans_.size()) {
      const auto span = span_of(piece, text);
      if (!span) return std::nullopt;
      segments.push_back(*span);
      range += "," + std::to_string(span->start.value()) + "," + std::to_string(span->length());
      const std::string_view next = piece.attribute("next").value();
      const auto behind = spans_.find(std::string(next.substr(std::min<std::size_t>(1, next.size()))));
      piece = behind == spans_.end() ? pugi::xml_node() : behind->second;
    }
    if (range + ")" != first.attribute("corresp").value())
      fields_.report(first, ProblemCode::InvalidXmlValue, {first.attribute("corresp").value(), "corresp"});
    return Spans(std::move(segments));
  }

  std::optional<Anchor> relation_of(pugi::xml_node link, std::string_view functions) {
    const std::vector<std::string> roles = words_of(functions);
    const std::vector<std::string> targets = words_of(link.attribute("target").value());
    if (roles.size() != targets.size() || roles.size() < 2) {
      fields_.report(link, ProblemCode::TooFewArguments, {});
      return std::nullopt;
    }
    Relation relation;
    for (std::size_t i = 0; i < roles.size(); ++i) {
      const std::string_view target = targets[i];
      const auto ref = parse_annotation_ref(target.substr(target.find_first_of("#:") + 1));
      if (ref) relation.arguments.push_back({roles[i], *ref});
      if (!ref) fields_.report(link, ProblemCode::UnknownReference, {targets[i]});
    }
    return relation;
  }

  void put(pugi::xml_node element, std::optional<Anchor> anchor, AnnotatedDocument& document) {
    const auto id = fields_.value(element, "xml:id", parse_annotation_id);
    const std::vector<std::string> analysis = words_of(element.attribute("ana").value());
    const auto label = analysis.empty() ? labels_.end() : labels_.find(analysis.front());
    if (label == labels_.end()) fields_.report(element, ProblemCode::UnknownLabel, {element.attribute("ana").value()});
    if (!id || !anchor || label == labels_.end()) return;
    const std::string by = element.parent().attribute("resp").value();
    const AnnotatorKey annotator = AnnotatorKey::made_from("annotator " + by);
    document.set({document.document.info.key, annotator, false})
        .put({*id, label->second, *std::move(anchor), {}, "", {}});
  }

  XmlFields fields_;
  std::string text_;
  std::map<std::string, TextPos> places_;        // of anchors, by pointer
  std::map<std::string, std::string> labels_;    // ids, by pointer
  std::map<std::string, pugi::xml_node> spans_;  // by id
};

}  // namespace

std::vector<Problem> read_tei(const std::filesystem::path& folder, const OnHeader& on_header,
                              const OnDocument& on_document) {
  std::vector<Problem> problems;
  if (on_header) on_header({});
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const std::filesystem::path& file : files) {
    XmlStreamHandler handler;
    handler.mixed = true;
    handler.on_element = [&](std::string_view, pugi::xml_node root, const XmlLines& lines) {
      AnnotatedDocument document = TeiFile(problems).read(root, lines);
      if (on_document) on_document(std::move(document));
    };
    for (Problem& problem : read_xml_stream(file, kNamespace, handler)) {
      problem.place.file = path_to_utf8(file.filename());
      problems.push_back(std::move(problem));
    }
  }
  return problems;
}

}  // namespace mitjul
