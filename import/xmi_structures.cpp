#include "import/xmi_structures.h"

#include <algorithm>
#include <charconv>

#include "core/utf8.h"
#include "import/decode.h"
#include "import/xml_parser.h"

namespace mitjul {
namespace {

constexpr std::size_t kMostProblems = 1000;
constexpr std::string_view kUsualView = "_InitialView";

/// `webanno.custom.` of `http:///webanno/custom.ecore`: with its dot, or empty.
std::string package_of(std::string_view name_space) {
  constexpr std::string_view kBefore = "http:///";
  constexpr std::string_view kBehind = ".ecore";
  if (!name_space.starts_with(kBefore) || !name_space.ends_with(kBehind)) return "";
  if (name_space.size() < kBefore.size() + kBehind.size()) return "";
  name_space.remove_prefix(kBefore.size());
  name_space.remove_suffix(kBehind.size());
  std::string package(name_space);
  std::replace(package.begin(), package.end(), '/', '.');
  return package == "uima.noNamespace" ? "" : package + ".";
}

bool is_wide(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
         bytes.substr(0, 4).find('\0') != std::string_view::npos;
}

/// UTF-16 and UTF-32 as UTF-8, without a byte order mark; other bytes as they are.
std::string in_utf8(std::string bytes) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kMark)) return bytes.substr(kMark.size());
  if (!is_wide(bytes)) return bytes;
  std::string utf8;
  for (const char32_t c : decode(bytes).text) append_utf8(utf8, c);
  return utf8;
}

/// The beginning of the line in which the bytes are no UTF-8; nothing where they all are.
std::optional<std::size_t> broken_line(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return std::nullopt;
  std::size_t begin = 0;
  while (begin < bytes.size()) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    if (!is_valid_utf8(bytes.substr(begin, end - begin))) break;
    begin = end + 1;
  }
  return begin;
}

/// A tree is made of anything that begins like one; what is wrong with it, also behind its end, expat knows.
std::optional<Problem> why_no_xml(std::string_view bytes) {
  class NoEvents : public XmlEvents {
    void start(std::string_view /*name*/, const char** /*attributes*/) override {}
    void end() override {}
    void characters(std::string_view /*text*/) override {}
  } events;
  XmlParser parser(events, 0, XmlParser::Doctype::Refused);
  return parser.parse([&](char* buffer, std::size_t size) {
    const std::size_t count = bytes.copy(buffer, size);
    bytes.remove_prefix(count);
    return count;
  });
}

}  // namespace

std::string xmi_value(pugi::xml_node node, const char* name) { return node.attribute(name).value(); }

std::optional<std::uint64_t> xmi_number(pugi::xml_node node, const char* name) {
  const std::string text = xmi_value(node, name);
  std::uint64_t number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || rest != text.data() + text.size()) return std::nullopt;
  return number;
}

std::vector<std::string> xmi_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool XmiStructures::load(std::string file, std::string bytes, std::vector<Problem>& problems) {
  file_ = std::move(file);
  bytes_ = in_utf8(std::move(bytes));
  std::optional<Problem> problem = parse();
  if (!problem) problem = choose_view();
  if (problem) problems.push_back(*std::move(problem));
  return !problem;
}

std::optional<Problem> XmiStructures::parse() {
  if (const auto line = broken_line(bytes_)) return problem_at(*line, ProblemCode::InvalidUtf8, {});
  if (bytes_.find_first_not_of(" \t\r\n") == std::string::npos) return problem_at(0, ProblemCode::EmptyFile, {});
  if (auto problem = why_no_xml(bytes_)) return problem;
  constexpr unsigned int kHow = pugi::parse_default | pugi::parse_ws_pcdata_single;
  const pugi::xml_parse_result result = document_.load_buffer(bytes_.data(), bytes_.size(), kHow, pugi::encoding_utf8);
  if (!result)
    return problem_at(static_cast<std::size_t>(result.offset), ProblemCode::MalformedXml, {result.description()});
  const pugi::xml_node root = document_.document_element();
  if (!std::string_view(root.name()).ends_with(":XMI"))
    return problem_at(static_cast<std::size_t>(root.offset_debug()), ProblemCode::UnexpectedElement, {root.name()});
  for (const pugi::xml_attribute attribute : root.attributes()) {
    const std::string_view name = attribute.name();
    if (name.starts_with("xmlns:")) packages_[std::string(name.substr(6))] = package_of(attribute.value());
  }
  for (const pugi::xml_node node : root.children()) {
    if (node.type() == pugi::node_element) add(node);
  }
  return std::nullopt;
}

void XmiStructures::add(pugi::xml_node node) {
  const std::string_view tag = node.name();
  const std::size_t colon = tag.find(':');
  if (colon == std::string_view::npos) return;
  const auto package = packages_.find(std::string(tag.substr(0, colon)));
  if (package == packages_.end()) return;
  const std::string name(tag.substr(colon + 1));
  XmiStructure structure{node, package->second + name, name};
  if (structure.type == "uima.cas.Sofa") sofas_.push_back(node);
  if (structure.type == "uima.cas.View") views_.push_back(node);
  if (structure.type == "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData") metadata_ = node;
  if (structure.type == "mitjul.Document") own_ = node;
  by_id_.emplace(structure.id(), all_.size());
  all_.push_back(std::move(structure));
}

std::optional<Problem> XmiStructures::choose_view() {
  const auto find_sofa = [this](auto is_it) {
    const auto found = std::find_if(sofas_.begin(), sofas_.end(), is_it);
    return found == sofas_.end() ? pugi::xml_node() : *found;
  };
  const auto has_text = [](pugi::xml_node sofa) { return !sofa.attribute("sofaString").empty(); };
  pugi::xml_node sofa =
      find_sofa([&](pugi::xml_node each) { return has_text(each) && xmi_value(each, "sofaID") == kUsualView; });
  if (!sofa) sofa = find_sofa(has_text);
  if (!sofa) return problem_at(0, ProblemCode::MissingField, {"sofaString"});
  sofa_ = xmi_value(sofa, "xmi:id");
  text_ = xmi_value(sofa, "sofaString");
  // A reference to a character may make what no byte could.
  if (!is_valid_utf8(text_))
    return problem_at(static_cast<std::size_t>(sofa.offset_debug()), ProblemCode::InvalidUtf8, {});
  for (const pugi::xml_node view : views_) {
    if (xmi_value(view, "sofa") != sofa_) continue;
    const std::vector<std::string> members = xmi_words(xmi_value(view, "members"));
    members_.emplace(members.begin(), members.end());
  }
  return std::nullopt;
}

const XmiStructure* XmiStructures::find(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &all_[found->second];
}

void XmiStructures::report(pugi::xml_node node, ProblemCode code, std::vector<std::string> details,
                           std::vector<Problem>& problems) const {
  if (problems.size() >= kMostProblems) return;
  const auto offset = std::max<std::ptrdiff_t>(0, node.offset_debug());
  problems.push_back(problem_at(static_cast<std::size_t>(offset), code, std::move(details), xmi_value(node, "xmi:id")));
}

Problem XmiStructures::problem_at(std::size_t offset, ProblemCode code, std::vector<std::string> details,
                                  std::string id) const {
  for (std::string& detail : details) {
    if (!is_clean_text(detail)) detail.clear();
  }
  Problem problem = make_problem(code, std::move(details));
  problem.place.file = file_;
  const auto end = bytes_.begin() + static_cast<std::ptrdiff_t>(std::min(offset, bytes_.size()));
  problem.place.line = 1 + static_cast<std::size_t>(std::count(bytes_.begin(), end, '\n'));
  if (is_clean_text(id)) problem.place.annotation = std::move(id);
  return problem;
}

}  // namespace mitjul
