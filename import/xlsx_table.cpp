#include "import/xlsx_table.h"

#include <zip.h>

#include <algorithm>
#include <exception>

#include "core/file_io.h"
#include "import/annotation_rows.h"
#include "import/sheet_rows.h"

namespace mitjul {
namespace {

constexpr std::size_t kBufferSize = 1 << 18;
constexpr zip_uint64_t kLargestSheet = std::uint64_t{4} << 30;
constexpr std::string_view kSheets = "xl/worksheets/";

bool names_any(const std::vector<std::string>& names, std::initializer_list<std::string_view> wanted) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return std::find(wanted.begin(), wanted.end(), name) != wanted.end();
  });
}

class Workbook {
 public:
  Workbook(const OnHeader& on_header, const OnDocument& on_document)
      : on_header_(on_header), on_document_(on_document) {}

  std::vector<Problem> read(const std::filesystem::path& path) {
    require_file(path);
    int error = 0;
    const std::unique_ptr<zip_t, void (*)(zip_t*)> archive(zip_open(path.c_str(), ZIP_RDONLY, &error), zip_discard);
    if (on_header_) on_header_({{}, {}, true});
    if (!archive) {
      report(ProblemCode::BrokenArchive, {"zip " + std::to_string(error)});
    } else {
      read_sheets(archive.get());
    }
    for (auto& [key, document] : annotations_.documents()) {
      if (on_document_) on_document_(std::move(document));
    }
    return std::move(annotations_.problems());
  }

 private:
  void report(ProblemCode code, std::vector<std::string> details) {
    annotations_.problems().push_back(make_problem(code, std::move(details)));
  }

  void read_sheets(zip_t* archive) {
    const zip_int64_t entries = zip_get_num_entries(archive, 0);
    bool found = false;
    for (zip_int64_t i = 0; i < entries; ++i) {
      zip_stat_t entry;
      if (zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &entry) != 0 || (entry.valid & ZIP_STAT_NAME) == 0 ||
          !std::string_view(entry.name).starts_with(kSheets)) {
        continue;
      }
      found = true;
      const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> sheet(
          zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0), zip_fclose);
      if (!sheet) return report(ProblemCode::BrokenArchive, {entry.name});
      if (!read_sheet(sheet.get(), entry.name)) return;
    }
    if (!found) report(ProblemCode::MissingPart, {std::string(kSheets)});
  }

  /// False where reading should end.
  bool read_sheet(zip_file_t* file, const std::string& name) {
    enum class Kind { Unknown, Annotations, Documents, Other } kind = Kind::Unknown;
    SheetRows rows([&](const std::vector<std::string>& cells, std::size_t row) {
      if (kind == Kind::Unknown) {
        kind = !names_any(cells, {"document_key", "문서 키"}) ? Kind::Other
               : names_any(cells, {"id", "주석 번호"})        ? Kind::Annotations
                                                              : Kind::Documents;
        if (kind == Kind::Annotations && !annotations_.begin(cells)) kind = Kind::Other;
      } else if (kind == Kind::Annotations) {
        annotations_.take(cells, row);
      } else if (kind == Kind::Documents) {
        take_document(cells);
      }
    });
    std::string buffer(kBufferSize, '\0');
    zip_uint64_t size = 0;
    while (true) {
      const zip_int64_t count = zip_fread(file, buffer.data(), buffer.size());
      if (count < 0) return refuse(ProblemCode::BrokenArchive, name);
      size += static_cast<zip_uint64_t>(count);
      if (size > kLargestSheet) return refuse(ProblemCode::ArchiveExpandsTooFar, std::to_string(kLargestSheet));
      if (!rows.feed({buffer.data(), static_cast<std::size_t>(count)}, count == 0))
        return refuse(ProblemCode::MalformedXml, name);
      if (count == 0) return true;
    }
  }

  bool refuse(ProblemCode code, std::string detail) {
    report(code, {std::move(detail)});
    return false;
  }

  void take_document(const std::vector<std::string>& cells) {
    const auto key = cells.empty() ? std::nullopt : DocumentKey::parse(cells[0]);
    if (!key) return report(ProblemCode::WrongFieldType, {"document_key"});
    annotations_.document(*key);
  }

  const OnHeader& on_header_;
  const OnDocument& on_document_;
  AnnotationRows annotations_;
};

}  // namespace

std::vector<Problem> read_xlsx_table(const std::filesystem::path& path, const OnHeader& on_header,
                                     const OnDocument& on_document) {
  return Workbook(on_header, on_document).read(path);
}

}  // namespace mitjul
