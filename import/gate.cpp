#include "import/gate.h"

#include <map>
#include <pugixml.hpp>
#include <string>

#include "core/file_io.h"
#include "core/utf8.h"
#include "import/folder_files.h"
#include "import/source_text.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargest = std::uint64_t{512} << 20;

class GateFile {
 public:
  GateFile(const fs::path& path, std::vector<Problem>& problems) : path_(path), problems_(problems) {}

  std::optional<AnnotatedDocument> read() {
    const std::string bytes = read_file(path_, kLargest);
    pugi::xml_document xml;
    // Blanks between nodes are text.
    const pugi::xml_parse_result parsed =
        xml.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    const pugi::xml_node root = xml.child("GateDocument");
    if (!parsed || !root) {
      report(ProblemCode::MalformedXml, {parsed ? "GateDocument" : parsed.description()});
      return std::nullopt;
    }
    read_text(root.child("TextWithNodes"));
    AnnotatedDocument document;
    document.document = Document::make(path_to_utf8(path_.filename()), source_->text());
    document.document.info.key = DocumentKey::made_from(document.document.info.name);
    AnnotationSet& all = document.set({document.document.info.key, AnnotatorKey::made_from("annotator gate"), false});
    for (const pugi::xml_node set : root.children("AnnotationSet")) {
      if (set.attribute("Name").value() == std::string("Original markups")) continue;
      for (const pugi::xml_node node : set.children("Annotation")) read_span(node, all);
    }
    for (const pugi::xml_node set : root.children("RelationSet")) {
      for (const pugi::xml_node node : set.children("Relation")) read_relation(node, all);
    }
    return document;
  }

 private:
  void report(ProblemCode code, std::vector<std::string> details) {
    Problem problem = make_problem(code, std::move(details));
    problem.place.file = path_to_utf8(path_);
    problems_.push_back(std::move(problem));
  }

  void read_text(pugi::xml_node text) {
    std::string utf8;
    std::vector<std::pair<std::string, std::size_t>> nodes;  // id, bytes before it
    for (const pugi::xml_node node : text.children()) {
      if (node.type() == pugi::node_element) {
        nodes.emplace_back(node.attribute("id").value(), utf8.size());
      } else {
        utf8 += node.value();
      }
    }
    if (!is_valid_utf8(utf8)) {  // a reference can also stand for half of a character
      report(ProblemCode::InvalidUtf8, {});
      utf8.clear();
      nodes.clear();
    }
    source_.emplace(utf8);
    for (const auto& [id, byte] : nodes) {
      const TextPos place = source_->stated().from_byte(static_cast<std::uint32_t>(byte));
      if (id != std::to_string(source_->stated().to_utf16(place))) report(ProblemCode::InvalidXmlValue, {id, "Node"});
      if (!nodes_.emplace(id, place).second) report(ProblemCode::DuplicateId, {id});
    }
  }

  void read_span(pugi::xml_node node, AnnotationSet& all) {
    const auto start = nodes_.find(node.attribute("StartNode").value());
    const auto end = nodes_.find(node.attribute("EndNode").value());
    if (start == nodes_.end() || end == nodes_.end() || start->second >= end->second) {
      return report(ProblemCode::InvalidXmlValue, {node.attribute("EndNode").value(), "StartNode, EndNode"});
    }
    put(node, Spans(source_->place(Span{start->second, end->second})), all);
  }

  void read_relation(pugi::xml_node node, AnnotationSet& all) {
    std::string_view members = node.attribute("Members").value();
    std::vector<std::string> ends;
    while (!members.empty()) {
      const std::size_t end = std::min(members.find(';'), members.size());
      ends.emplace_back(members.substr(0, end));
      members.remove_prefix(std::min(end + 1, members.size()));
    }
    waiting_.insert(waiting_.end(), ends.begin(), ends.end());
    if (ends.size() < 2) report(ProblemCode::TooFewArguments, {node.attribute("Type").value()});
    put(node, Relation{}, all);
  }

  void put(pugi::xml_node node, Anchor anchor, AnnotationSet& all) {
    Annotation annotation{{all.key().annotator, static_cast<std::int64_t>(all.size()) + 1},
                          node.attribute("Type").value(),
                          std::move(anchor),
                          {},
                          "",
                          {}};
    if (!ids_.insert(node.attribute("Id").value()).second)
      report(ProblemCode::DuplicateId, {node.attribute("Id").value()});
    all.put(std::move(annotation));
  }

 public:
  /// Members of relations that are not there.
  void check_members() {
    for (const std::string& id : waiting_) {
      if (ids_.count(id) == 0) report(ProblemCode::UnknownReference, {id});
    }
  }

 private:
  const fs::path& path_;
  std::vector<Problem>& problems_;
  std::optional<SourceText> source_;
  std::map<std::string, TextPos> nodes_;
  std::set<std::string> ids_;
  std::vector<std::string> waiting_;
};

}  // namespace

std::vector<Problem> read_gate(const fs::path& path, const OnHeader& on_header, const OnDocument& on_document) {
  std::vector<Problem> problems;
  if (on_header) on_header({});
  for (const fs::path& file : files_in(path, ".xml")) {
    GateFile gate(file, problems);
    auto document = gate.read();
    gate.check_members();
    if (document && on_document) on_document(*std::move(document));
  }
  return problems;
}

}  // namespace mitjul
