#pragma once

#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/problem.h"
#include "import/read_bytes.h"

struct XML_ParserStruct;

namespace mitjul {

/// What is said of a file that has one.
inline constexpr const char* kHasDoctype = "it has a document type declaration (DOCTYPE)";

/// What is met in XML, in its order. May throw.
class XmlEvents {
 public:
  virtual ~XmlEvents() = default;
  /// `attributes`: name, value, name, value …, and a nullptr.
  virtual void start(std::string_view name, const char** attributes) = 0;
  virtual void end() = 0;
  virtual void characters(std::string_view text) = 0;
};

/// Reads XML with expat. No entity but the five of XML is known, and nothing is fetched.
class XmlParser {
 public:
  /// What becomes of a document type declaration.
  enum class Doctype { Refused, PassedOverIfBare };  ///< bare: it declares nothing; what it names is not read

  /// `separator` stands between namespace and name in names; 0: names are as they are written.
  XmlParser(XmlEvents& events, char separator, Doctype doctype);

  /// Hands over what `next` gives, until its end or until `stop`. Returns a `MalformedXml`, with its line, where that
  /// is no XML, has elements in more than 63 others, or a declaration that is refused. What the events or `next` throw
  /// comes through.
  std::optional<Problem> parse(const ReadBytes& next);

  /// To be called by an event: nothing follows it.
  void stop();
  /// Of the event, from 1.
  std::size_t line() const;
  /// How many elements the event stands in, with the one that starts or ends.
  std::size_t depth() const { return depth_; }

 private:
  template <class Call>
  void guarded(Call call);
  void refuse(const char* words);
  void start(const char* name, const char** attributes);

  XmlEvents& events_;
  const Doctype doctype_;
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_ParserStruct*)> parser_;
  std::optional<Problem> problem_;
  std::exception_ptr thrown_;
  bool stopped_ = false;
  std::size_t depth_ = 0;
};

}  // namespace mitjul
