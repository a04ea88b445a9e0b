#include "import/annotation_rows.h"

#include <algorithm>
#include <charconv>

#include "core/utf8.h"

namespace mitjul {
namespace {

struct ColumnNames {
  std::string_view id;
  std::string_view korean;
  bool needed;
};

constexpr std::array<ColumnNames, 7> kNames{{{"document_key", "문서 키", true},
                                             {"id", "주석 번호", true},
                                             {"kind", "종류", true},
                                             {"label", "라벨 아이디", true},
                                             {"segments", "구간", false},
                                             {"quote", "인용", false},
                                             {"ends", "관계의 끝", false}}};
constexpr std::string_view kBetweenPieces = " … ";
constexpr std::size_t kMostProblems = 1000;
constexpr std::size_t kLongestCell = 32767;  // of a workbook, in UTF-16 units: at least as many bytes

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

/// `86..99`.
std::optional<Span> parse_segment(std::string_view text) {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  const char* const last = text.data() + text.size();
  const auto first = std::from_chars(text.data(), last, start);
  if (first.ec != std::errc() || std::string_view(first.ptr, last).substr(0, 2) != "..") return std::nullopt;
  const auto second = std::from_chars(first.ptr + 2, last, end);
  if (second.ec != std::errc() || second.ptr != last || start >= end) return std::nullopt;
  return Span(start, end);
}

}  // namespace

bool AnnotationRows::begin(const std::vector<std::string>& names) {
  place_ = {};
  place_.line = 1;
  for (std::size_t column = 0; column < kColumns; ++column) {
    const auto found = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
      return name == kNames[column].id || name == kNames[column].korean;
    });
    places_[column] = found == names.end() ? kNone : static_cast<std::size_t>(found - names.begin());
    if (found == names.end() && kNames[column].needed) {
      report(ProblemCode::MissingField, {std::string(kNames[column].id)});
      return false;
    }
  }
  return true;
}

const std::string& AnnotationRows::cell(const std::vector<std::string>& cells, Column column) const {
  static const std::string kEmpty;
  return places_[column] < cells.size() ? cells[places_[column]] : kEmpty;
}

DocumentKey AnnotationRows::document_of(const std::vector<std::string>& cells) const {
  return DocumentKey::parse(cell(cells, kDocument)).value_or(DocumentKey());
}

AnnotatedDocument& AnnotationRows::document(const DocumentKey& key) {
  AnnotatedDocument& document = documents_[key];
  document.document.info.key = key;
  return document;
}

void AnnotationRows::take(const std::vector<std::string>& cells, std::size_t line) {
  place_ = {};
  place_.line = line;
  place_.annotation = cell(cells, kId);
  const DocumentKey key = document_of(cells);
  if (key.empty()) return report(ProblemCode::WrongFieldType, {"document_key"});
  place_.document = key.str();
  const auto id = parse_annotation_id(cell(cells, kId));
  if (!id) return report(ProblemCode::WrongFieldType, {"id"});
  std::optional<Anchor> anchor = anchor_of(cells);
  if (!anchor) return;
  AnnotatedDocument& taken = document(key);
  if (taken.find(*id) != nullptr) return report(ProblemCode::DuplicateId, {to_string(*id)});
  taken.set({key, id->annotator, false}).put({*id, cell(cells, kLabel), *std::move(anchor), {}, {}, {}});
}

std::optional<Anchor> AnnotationRows::anchor_of(const std::vector<std::string>& cells) {
  const std::string& kind = cell(cells, kKind);
  if (kind == "span") return spans_of(cells);
  if (kind == "relation") return relation_of(cells);
  if (kind == "document") return WholeDocument{};
  report(ProblemCode::WrongFieldType, {"kind"});
  return std::nullopt;
}

std::optional<Anchor> AnnotationRows::spans_of(const std::vector<std::string>& cells) {
  std::vector<Span> segments;
  std::size_t length = 0;
  for (const std::string_view part : parts_of(cell(cells, kSegments), ';')) {
    const auto segment = parse_segment(part);
    if (!segment || (!segments.empty() && segment->start <= segments.back().end)) {
      report(ProblemCode::WrongFieldType, {"segments"});
      return std::nullopt;
    }
    if (!segments.empty()) length += count_code_points(kBetweenPieces);
    segments.push_back(*segment);
    length += segment->length();
  }
  const std::string& quote = cell(cells, kQuote);
  if (!is_valid_utf8(quote)) {
    report(ProblemCode::InvalidUtf8, {});
    return std::nullopt;
  }
  // A leading apostrophe may be one that keeps a spreadsheet from running the cell.
  const std::size_t found = count_code_points(quote);
  const bool cut = found < length && quote.size() >= kLongestCell - 1;
  if (found != length && !cut && !(quote.starts_with('\'') && found == length + 1)) {
    report(ProblemCode::QuoteDiffers, {quote, cell(cells, kSegments)});
    return std::nullopt;
  }
  return Spans(std::move(segments));
}

std::optional<Anchor> AnnotationRows::relation_of(const std::vector<std::string>& cells) {
  Relation relation;
  for (const std::string_view part : parts_of(cell(cells, kEnds), ';')) {
    const std::size_t equals = std::min(part.find('='), part.size());
    const auto target = parse_annotation_ref(part.substr(std::min(equals + 1, part.size())));
    if (!target) {
      report(ProblemCode::WrongFieldType, {"ends"});
      return std::nullopt;
    }
    relation.arguments.push_back({std::string(part.substr(0, equals)), *target});
  }
  return relation;
}

void AnnotationRows::report(ProblemCode code, std::vector<std::string> details) {
  if (problems_.size() == kMostProblems) return;
  Problem problem = make_problem(code, std::move(details));
  problem.place = place_;
  problems_.push_back(std::move(problem));
}

}  // namespace mitjul
