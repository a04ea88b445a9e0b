#include "import/html_report.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "core/utf8.h"
#include "import/xml_parser.h"

namespace mitjul {
namespace {

constexpr std::size_t kLargestText = 512 << 20;
constexpr std::size_t kMostProblems = 1000;

class Report : private XmlEvents {
 public:
  Report(const OnHeader& on_header, const OnDocument& on_document)
      : on_header_(on_header), on_document_(on_document), parser_(*this, 0, XmlParser::Doctype::PassedOverIfBare) {}

  std::vector<Problem> read(const std::filesystem::path& path) {
    const ReadBytes next = bytes_of_file(path);
    if (on_header_) on_header_({{}, {}, true});
    if (auto problem = parser_.parse(next)) problems_.push_back(*std::move(problem));
    return std::move(problems_);
  }

 private:
  /// A row of the list: what an annotation is.
  struct Row {
    std::string kind;
    std::string label;
  };

  void refuse(ProblemCode code, std::string detail) {
    report(code, {std::move(detail)});
    parser_.stop();
  }

  void report(ProblemCode code, std::vector<std::string> details) {
    if (problems_.size() == kMostProblems) return;
    problems_.push_back(make_problem(code, std::move(details)));
    problems_.back().place.line = parser_.line();
    problems_.back().place.document = key_.str();
  }

  static std::string_view attribute(const char** attributes, std::string_view name) {
    for (; *attributes != nullptr; attributes += 2) {
      if (attributes[0] == name) return attributes[1];
    }
    return {};
  }

  std::uint32_t number(std::string_view text, std::string_view what) {
    std::uint32_t value = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || rest != text.data() + text.size())
      report(ProblemCode::InvalidXmlValue, {std::string(text), std::string(what)});
    return value;
  }

  void start(std::string_view name, const char** attributes) override {
    const std::string_view kind = attribute(attributes, "class");
    if (name == "article") {
      begin_document(attribute(attributes, "data-key"));
    } else if (name == "div" && kind == "text" && article_depth_ != 0) {
      text_depth_ = parser_.depth();
    } else if (text_depth_ != 0 && name == "a") {
      begin_highlight(attributes);
    } else if (name == "tr" && article_depth_ != 0 && !attribute(attributes, "data-id").empty()) {
      rows_[number(attribute(attributes, "data-id"), "data-id")] = {std::string(attribute(attributes, "data-kind")),
                                                                    std::string(attribute(attributes, "data-label"))};
    }
  }

  void begin_document(std::string_view key) {
    article_depth_ = parser_.depth();
    key_ = DocumentKey::parse(key).value_or(DocumentKey());
    if (key_.empty()) report(ProblemCode::InvalidXmlValue, {std::string(key), "data-key"});
    text_.clear();
    length_ = 0;
    places_.clear();
    rows_.clear();
  }

  void begin_highlight(const char** attributes) {
    const std::uint32_t start = number(attribute(attributes, "data-start"), "data-start");
    highlight_end_ = number(attribute(attributes, "data-end"), "data-end");
    highlight_depth_ = parser_.depth();
    if (start != length_)
      report(ProblemCode::InvalidXmlValue, {std::string(attribute(attributes, "data-start")), "data-start"});
    std::string_view ids = attribute(attributes, "data-ids");
    while (!ids.empty()) {
      const std::size_t blank = std::min(ids.find(' '), ids.size());
      if (start < highlight_end_) places_[number(ids.substr(0, blank), "data-ids")].emplace_back(start, highlight_end_);
      ids.remove_prefix(std::min(blank + 1, ids.size()));
    }
  }

  void characters(std::string_view data) override {
    if (text_depth_ == 0) return;
    if (text_.size() + data.size() > kLargestText)
      return refuse(ProblemCode::FileTooLarge, std::to_string(kLargestText));
    text_ += data;
    length_ += static_cast<std::uint32_t>(count_code_points(data));
  }

  void end() override {
    const std::size_t depth = parser_.depth();
    if (depth == highlight_depth_) {
      highlight_depth_ = 0;
      if (highlight_end_ != length_) report(ProblemCode::InvalidXmlValue, {std::to_string(highlight_end_), "data-end"});
    } else if (depth == text_depth_) {
      text_depth_ = 0;
    } else if (depth == article_depth_) {
      article_depth_ = 0;
      end_document();
    }
  }

  void end_document() {
    AnnotatedDocument document{Document::make({}, Text(std::move(text_))), {}};
    text_.clear();
    document.document.info.key = key_;
    static const AnnotatorKey kReader = AnnotatorKey::made_from("html-report");
    AnnotationSet& set = document.set({key_, kReader, false});
    for (const auto& [id, row] : rows_) {
      Anchor anchor = WholeDocument{};
      if (row.kind == "relation") {
        anchor = Relation{};
      } else if (row.kind == "span") {
        const auto place = places_.find(id);
        if (place == places_.end()) {
          report(ProblemCode::MissingField, {"data-ids"});
          continue;
        }
        anchor = Spans(place->second);
      } else if (row.kind != "document") {
        report(ProblemCode::InvalidXmlValue, {row.kind, "data-kind"});
      }
      set.put({{kReader, id}, row.label, std::move(anchor), {}, {}, {}});
    }
    for (const auto& [id, place] : places_) {
      if (rows_.count(id) == 0) report(ProblemCode::UnknownReference, {std::to_string(id)});
    }
    if (on_document_) on_document_(std::move(document));
  }

  const OnHeader& on_header_;
  const OnDocument& on_document_;
  XmlParser parser_;
  std::vector<Problem> problems_;
  std::size_t article_depth_ = 0;    // 0: outside
  std::size_t text_depth_ = 0;       // 0: outside
  std::size_t highlight_depth_ = 0;  // 0: outside
  std::uint32_t highlight_end_ = 0;
  DocumentKey key_;
  std::string text_;
  std::uint32_t length_ = 0;  // of the text, in code points
  std::map<std::uint32_t, std::vector<Span>> places_;
  std::map<std::uint32_t, Row> rows_;
};

}  // namespace

std::vector<Problem> read_html_report(const std::filesystem::path& path, const OnHeader& on_header,
                                      const OnDocument& on_document) {
  return Report(on_header, on_document).read(path);
}

}  // namespace mitjul
