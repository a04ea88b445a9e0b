#include "import/xml_stream.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "import/xml_parser.h"

namespace mitjul {
namespace {

constexpr char kSeparator = '|';  // between namespace and name; neither may hold it in XML
constexpr std::string_view kXml = "http://www.w3.org/XML/1998/namespace|";
constexpr std::size_t kElementSize = 200;  // about what one takes in memory, with its line

class XmlStream : private XmlEvents {
 public:
  XmlStream(std::string_view name_space, const XmlStreamHandler& handler)
      : any_namespace_(name_space == kAnyNamespace),
        prefix_(std::string(name_space) + kSeparator),
        handler_(handler),
        parser_(*this, kSeparator,
                handler.allows_doctype ? XmlParser::Doctype::PassedOverIfBare : XmlParser::Doctype::Refused) {}

  std::vector<Problem> read(const ReadBytes& next) {
    if (auto problem = parser_.parse(next)) problems_.push_back(*std::move(problem));
    return std::move(problems_);
  }

 private:
  void refuse(ProblemCode code, std::vector<std::string> details) {
    Problem problem = make_problem(code, std::move(details));
    problem.place.line = parser_.line();
    problems_.push_back(std::move(problem));
    parser_.stop();
  }

  void start(std::string_view name, const char** attributes) override {
    if (any_namespace_ && parser_.depth() == 1) take_namespace_of(name);
    if (name.substr(0, prefix_.size()) != prefix_) return refuse_namespace_of(name);
    name.remove_prefix(prefix_.size());
    if (name.find(kSeparator) != std::string_view::npos) return refuse_namespace_of(name);
    const std::string local(name);
    if (!current_) {
      const std::string inner = path_in_.empty() ? local : path_in_ + "/" + local;
      if (std::find(handler_.containers.begin(), handler_.containers.end(), inner) != handler_.containers.end()) {
        path_in_ = inner;
        tree_.reset();
        pugi::xml_node container = tree_.append_child(local.c_str());
        add_attributes(container, attributes);
        handler_.on_container(path_in_, container, parser_.line());
        return;
      }
      tree_.reset();
      lines_.clear();
      collected_ = 0;
    } else {
      drop_indentation();
      flush_characters();
    }
    current_ = current_ ? current_.append_child(local.c_str()) : tree_.append_child(local.c_str());
    lines_.set(current_, parser_.line());
    add_attributes(current_, attributes);
    std::size_t size = kElementSize;
    for (; *attributes != nullptr; ++attributes) size += std::strlen(*attributes);
    collect(size);
  }

  void collect(std::size_t size) {
    collected_ += size;
    if (handler_.largest_element != 0 && collected_ > handler_.largest_element)
      refuse(ProblemCode::FileTooLarge, {std::to_string(handler_.largest_element)});
  }

  void take_namespace_of(std::string_view root) {
    const std::size_t separator = root.find(kSeparator);
    prefix_ = separator == std::string_view::npos ? "" : std::string(root.substr(0, separator + 1));
    if (handler_.on_namespace) handler_.on_namespace(root.substr(0, prefix_.empty() ? 0 : separator), parser_.line());
  }

  void refuse_namespace_of(std::string_view name) {
    const std::string_view found = name.substr(0, name.find(kSeparator));
    const std::size_t colon = found.rfind(':');
    const std::string_view ours(prefix_.data(), prefix_.empty() ? 0 : prefix_.size() - 1);
    if (parser_.depth() == 1 && colon != std::string_view::npos &&
        found.substr(0, colon) == ours.substr(0, ours.rfind(':'))) {
      return refuse(ProblemCode::UnsupportedFormatVersion, {std::string(found.substr(colon + 1))});
    }
    refuse(ProblemCode::UnexpectedElement, {std::string(name)});
  }

  void add_attributes(pugi::xml_node node, const char** attributes) {
    for (; *attributes != nullptr; attributes += 2) {
      std::string name = attributes[0];
      if (handler_.mixed && name.starts_with(kXml)) name.replace(0, kXml.size(), "xml:");
      if (name.find(kSeparator) != std::string::npos) continue;
      node.append_attribute(name.c_str()).set_value(attributes[1]);
    }
  }

  void characters(std::string_view data) override {
    if (current_) {
      characters_ += data;
      collect(data.size());
    } else if (data.find_first_not_of(" \t\r\n") != std::string_view::npos) {
      refuse(ProblemCode::UnexpectedElement, {"#text"});
    }
  }

  void flush_characters() {
    if (characters_.empty()) return;
    current_.append_child(pugi::node_pcdata).set_value(characters_.c_str());
    characters_.clear();
  }

  /// Drops what only indents elements, as no element of ours holds both elements and text.
  void drop_indentation() {
    if (!handler_.mixed && characters_.find_first_not_of(" \t\r\n") == std::string::npos) characters_.clear();
  }

  void end() override {
    if (!current_) {
      const std::size_t slash = path_in_.rfind('/');
      path_in_.resize(slash == std::string::npos ? 0 : slash);
      return;
    }
    if (current_.last_child()) drop_indentation();
    flush_characters();
    const pugi::xml_node parent = current_.parent();
    if (parent == tree_) {
      handler_.on_element(path_in_, current_, lines_);
      current_ = {};
    } else {
      current_ = parent;
    }
  }

  const bool any_namespace_;
  std::string prefix_;
  const XmlStreamHandler& handler_;
  XmlParser parser_;
  std::vector<Problem> problems_;
  std::size_t collected_ = 0;  // bytes of the element that is collected now
  std::string path_in_;
  pugi::xml_document tree_;
  pugi::xml_node current_;
  XmlLines lines_;
  std::string characters_;
};

}  // namespace

std::vector<Problem> read_xml_stream(const std::filesystem::path& path, std::string_view name_space,
                                     const XmlStreamHandler& handler) {
  return read_xml_stream(bytes_of_file(path), name_space, handler);
}

std::vector<Problem> read_xml_stream(const ReadBytes& next, std::string_view name_space,
                                     const XmlStreamHandler& handler) {
  return XmlStream(name_space, handler).read(next);
}

std::vector<Problem> read_xml_text(std::string_view xml, std::string_view name_space, const XmlStreamHandler& handler) {
  return read_xml_stream(
      [xml](char* buffer, std::size_t size) mutable {
        const std::size_t count = xml.copy(buffer, size);
        xml.remove_prefix(count);
        return count;
      },
      name_space, handler);
}

std::vector<Problem> read_xml_tree(
    const std::filesystem::path& path,
    const std::function<void(std::string_view name_space, pugi::xml_node root, const XmlLines& lines)>& use) {
  std::string name_space;
  XmlStreamHandler handler;
  handler.on_namespace = [&](std::string_view found, std::size_t) { name_space = found; };
  handler.on_element = [&](std::string_view, pugi::xml_node root, const XmlLines& lines) {
    use(name_space, root, lines);
  };
  return read_xml_stream(path, kAnyNamespace, handler);
}

std::string text_of(pugi::xml_node element) {
  std::string text;
  for (const pugi::xml_node child : element.children()) {
    if (child.type() == pugi::node_pcdata) text += child.value();
  }
  return text;
}

}  // namespace mitjul
