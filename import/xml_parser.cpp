#include "import/xml_parser.h"

#include <expat.h>

#include <fstream>
#include <new>

#include "core/error.h"
#include "core/file_io.h"

namespace mitjul {
namespace {

constexpr std::size_t kDeepest = 64;
constexpr int kBufferSize = 1 << 18;

XML_Parser make_parser(char separator) {
  return separator == 0 ? XML_ParserCreate(nullptr) : XML_ParserCreateNS(nullptr, separator);
}

XmlParser& self(void* data) { return *static_cast<XmlParser*>(data); }

}  // namespace

XmlParser::XmlParser(XmlEvents& events, char separator, Doctype doctype)
    : events_(events), doctype_(doctype), parser_(make_parser(separator), XML_ParserFree) {
  XML_SetUserData(parser_.get(), this);
  XML_SetElementHandler(
      parser_.get(),
      [](void* data, const XML_Char* name, const XML_Char** attributes) {
        self(data).guarded([&](XmlParser& parser) { parser.start(name, attributes); });
      },
      [](void* data, const XML_Char*) {
        self(data).guarded([](XmlParser& parser) {
          parser.events_.end();
          --parser.depth_;
        });
      });
  XML_SetCharacterDataHandler(parser_.get(), [](void* data, const XML_Char* text, int length) {
    self(data).guarded([&](XmlParser& parser) { parser.events_.characters({text, static_cast<std::size_t>(length)}); });
  });
  XML_SetStartDoctypeDeclHandler(parser_.get(),
                                 [](void* data, const XML_Char*, const XML_Char*, const XML_Char*, int declares) {
                                   self(data).guarded([&](XmlParser& parser) {
                                     if (parser.doctype_ == Doctype::PassedOverIfBare && declares == 0) return;
                                     parser.refuse(kHasDoctype);
                                   });
                                 });
}

std::optional<Problem> XmlParser::parse(const ReadBytes& next) {
  bool last = false;
  while (!last && !stopped_) {
    void* const buffer = XML_GetBuffer(parser_.get(), kBufferSize);
    if (buffer == nullptr) throw std::bad_alloc();
    const std::size_t count = next(static_cast<char*>(buffer), kBufferSize);
    last = count == 0;
    const XML_Status status = XML_ParseBuffer(parser_.get(), static_cast<int>(count), last ? 1 : 0);
    if (thrown_) std::rethrow_exception(thrown_);
    if (status == XML_STATUS_ERROR && !stopped_) refuse(XML_ErrorString(XML_GetErrorCode(parser_.get())));
  }
  return std::move(problem_);
}

void XmlParser::stop() {
  stopped_ = true;
  XML_StopParser(parser_.get(), XML_FALSE);
}

std::size_t XmlParser::line() const { return XML_GetCurrentLineNumber(parser_.get()); }

/// Exceptions must not pass through expat, which is C.
template <class Call>
void XmlParser::guarded(Call call) {
  if (stopped_) return;
  try {
    call(*this);
  } catch (...) {
    thrown_ = std::current_exception();
    stop();
  }
}

void XmlParser::refuse(const char* words) {
  problem_ = make_problem(ProblemCode::MalformedXml, {words});
  problem_->place.line = line();
  stop();
}

void XmlParser::start(const char* name, const char** attributes) {
  if (++depth_ > kDeepest) return refuse("its elements are nested too deeply");
  events_.start(name, attributes);
}

}  // namespace mitjul
