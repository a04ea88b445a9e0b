#include "import/xmi_structures.h"

#include <algorithm>
#include <charconv>

#include "core/file_io.h"
#include "core/utf8.h"

namespace mitjul {
namespace {

constexpr std::uint64_t kLargest = std::uint64_t{512} << 20;
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

/// In UTF-8 every byte must be right; other encodings that XML knows are converted by the parser.
bool is_broken_utf8(std::string_view bytes) {
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                    bytes.substr(0, 4).find('\0') != std::string_view::npos;
  return !wide && !is_valid_utf8(bytes);
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

bool XmiStructures::load(const std::filesystem::path& path, std::vector<Problem>& problems) {
  path_ = path;
  bytes_ = read_file(path, kLargest);
  if (is_broken_utf8(bytes_)) {
    report_at(0, ProblemCode::InvalidUtf8, {}, "", problems);
    return false;
  }
  const pugi::xml_parse_result result =
      document_.load_buffer(bytes_.data(), bytes_.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!result) {
    report_at(static_cast<std::size_t>(result.offset), ProblemCode::MalformedXml, {result.description()}, "", problems);
    return false;
  }
  const pugi::xml_node root = document_.document_element();
  for (const pugi::xml_attribute attribute : root.attributes()) {
    const std::string_view name = attribute.name();
    if (name.starts_with("xmlns:")) packages_[std::string(name.substr(6))] = package_of(attribute.value());
  }
  for (const pugi::xml_node node : root.children()) {
    if (node.type() == pugi::node_element) add(node);
  }
  return choose_view(problems);
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

bool XmiStructures::choose_view(std::vector<Problem>& problems) {
  const auto usual = std::find_if(sofas_.begin(), sofas_.end(),
                                  [](pugi::xml_node sofa) { return xmi_value(sofa, "sofaID") == kUsualView; });
  const pugi::xml_node sofa = usual != sofas_.end() ? *usual : sofas_.empty() ? pugi::xml_node() : sofas_.front();
  sofa_ = xmi_value(sofa, "xmi:id");
  text_ = xmi_value(sofa, "sofaString");
  if (!sofa.attribute("sofaString")) {
    report_at(0, ProblemCode::MissingField, {"sofaString"}, "", problems);
    return false;
  }
  if (!is_valid_utf8(text_)) {
    report_at(0, ProblemCode::InvalidUtf8, {}, "", problems);
    return false;
  }
  for (const pugi::xml_node view : views_) {
    if (xmi_value(view, "sofa") != sofa_) continue;
    const std::vector<std::string> members = xmi_words(xmi_value(view, "members"));
    members_.emplace(members.begin(), members.end());
  }
  return true;
}

const XmiStructure* XmiStructures::find(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &all_[found->second];
}

void XmiStructures::report(pugi::xml_node node, ProblemCode code, std::vector<std::string> details,
                           std::vector<Problem>& problems) const {
  const auto offset = node.offset_debug();
  report_at(offset < 0 ? 0 : static_cast<std::size_t>(offset), code, std::move(details), xmi_value(node, "xmi:id"),
            problems);
}

void XmiStructures::report_at(std::size_t offset, ProblemCode code, std::vector<std::string> details, std::string id,
                              std::vector<Problem>& problems) const {
  if (problems.size() >= kMostProblems) return;
  for (std::string& detail : details) {
    if (!is_clean_text(detail)) detail.clear();
  }
  Problem problem = make_problem(code, std::move(details));
  problem.place.file = path_to_utf8(path_);
  const auto end = bytes_.begin() + static_cast<std::ptrdiff_t>(std::min(offset, bytes_.size()));
  problem.place.line = 1 + static_cast<std::size_t>(std::count(bytes_.begin(), end, '\n'));
  if (is_clean_text(id)) problem.place.annotation = std::move(id);
  problems.push_back(std::move(problem));
}

}  // namespace mitjul
