#include "import/sheet_rows.h"

#include <charconv>

#include "core/utf8.h"

namespace mitjul {
namespace {

constexpr std::size_t kMostColumns = 16384;
constexpr std::size_t kLongestValue = 1 << 20;

/// `_x000D_` is a carriage return.
std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    unsigned value = 0;
    if (text.size() - i >= 7 && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_') {
      const char* const first = text.data() + i + 2;
      const auto [rest, error] = std::from_chars(first, first + 4, value, 16);
      if (error == std::errc() && rest == first + 4 && (value < 0xD800 || value > 0xDFFF)) {
        append_utf8(plain, value);
        i += 7;
        continue;
      }
    }
    plain += text[i++];
  }
  return plain;
}

std::string_view attribute(const XML_Char** attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2) {
    if (attributes[0] == name) return attributes[1];
  }
  return {};
}

}  // namespace

std::size_t column_of_cell(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    if (column > kMostColumns) return kMostColumns;
  }
  return column == 0 ? kMostColumns : column - 1;
}

SheetRows::SheetRows(OnRow on_row) : on_row_(std::move(on_row)), parser_(XML_ParserCreate(nullptr), XML_ParserFree) {
  XML_SetUserData(parser_.get(), this);
  XML_SetElementHandler(
      parser_.get(),
      [](void* self, const XML_Char* name, const XML_Char** attributes) {
        static_cast<SheetRows*>(self)->start(name, attributes);
      },
      [](void* self, const XML_Char* name) { static_cast<SheetRows*>(self)->end(name); });
  XML_SetCharacterDataHandler(parser_.get(), [](void* self, const XML_Char* data, int length) {
    auto& rows = *static_cast<SheetRows*>(self);
    if (rows.in_value_ && rows.text_.size() < kLongestValue) rows.text_.append(data, static_cast<std::size_t>(length));
  });
  XML_SetStartDoctypeDeclHandler(parser_.get(), [](void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    auto& rows = *static_cast<SheetRows*>(self);
    rows.strange_ = true;
    XML_StopParser(rows.parser_.get(), XML_FALSE);
  });
}

bool SheetRows::feed(std::string_view xml, bool last) {
  return XML_Parse(parser_.get(), xml.data(), static_cast<int>(xml.size()), last ? 1 : 0) == XML_STATUS_OK && !strange_;
}

void SheetRows::start(std::string_view name, const XML_Char** attributes) {
  if (name == "row") {
    cells_.clear();
    ++row_;
  } else if (name == "c") {
    column_ = column_of_cell(attribute(attributes, "r"));
    text_.clear();
    // Text that all sheets share stands elsewhere: our exports have none.
    strange_ = strange_ || column_ >= kMostColumns || attribute(attributes, "t") == "s";
  } else if (name == "v" || name == "t") {
    in_value_ = true;
  }
}

void SheetRows::end(std::string_view name) {
  if (name == "v" || name == "t") {
    in_value_ = false;
  } else if (name == "c" && column_ < kMostColumns) {
    if (cells_.size() <= column_) cells_.resize(column_ + 1);
    cells_[column_] = unescaped(text_);
  } else if (name == "row" && !strange_) {
    on_row_(cells_, row_);
  }
}

}  // namespace mitjul
