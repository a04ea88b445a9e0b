#include "export/xlsx.h"

#include <cerrno>
#include <set>

#include "core/error.h"
#include "core/file_io.h"
#include "export/expected_reading.h"
#include "export/layers.h"
#include "export/xlsx_sheet.h"

namespace mitjul {
namespace {

constexpr std::size_t kMostColumns = 16384;

const std::vector<TableColumn>& document_columns() {
  static const std::vector<TableColumn> kColumns{
      {"document_key", "문서 키", CellKind::Text, 13},
      {"document", "문서", CellKind::Text, 30},
      {"title", "제목", CellKind::Text, 40},
      {"language", "언어", CellKind::Text, 8},
      {"code_points", "글자 수", CellKind::Number, 10},
      {"annotations", "주석 수", CellKind::Number, 10},
      {"states", "작업 상태", CellKind::Text, 30},
      {"metadata", "문서 정보", CellKind::Text, 50},
      {"sha256", "본문 해시(SHA-256)", CellKind::Text, 20},
  };
  return kColumns;
}

const std::vector<TableColumn>& label_columns() {
  static const std::vector<TableColumn> kColumns{
      {"label", "라벨 아이디", CellKind::Text, 14},
      {"label_name", "라벨", CellKind::Text, 18},
      {"label_kind", "적용 대상", CellKind::Text, 12},
      {"parent", "상위 라벨", CellKind::Text, 14},
      {"color", "색", CellKind::Text, 10},
      {"annotations", "주석 수", CellKind::Number, 10},
      {"documents", "문서 수", CellKind::Number, 10},
      {"description", "설명", CellKind::Text, 60},
  };
  return kColumns;
}

struct LabelCount {
  std::size_t annotations = 0;
  std::size_t documents = 0;
};

/// A third of the colour on white: black letters stay readable.
lxw_color_t paled(const std::string& color) {
  const auto rgb = static_cast<lxw_color_t>(std::stoul(color.substr(1), nullptr, 16));
  lxw_color_t pale = 0;
  for (unsigned shift = 0; shift < 24; shift += 8) pale |= (((rgb >> shift & 0xFF) + 2 * 0xFF) / 3) << shift;
  return pale;
}

std::string states_of(const AnnotatedDocument& document, const std::vector<Annotator>& annotators) {
  std::string states;
  for (const auto& [key, set] : document.sets) {
    if (!says_something(set)) continue;
    const Annotator* const annotator = find_annotator(annotators, key.annotator);
    if (!states.empty()) states += "\n";
    states += (annotator == nullptr ? key.annotator.str() : annotator->name) + (key.curated ? " (curated): " : ": ");
    states += to_string(set.state());
  }
  return states;
}

std::string metadata_of(const DocumentInfo& info) {
  std::string lines;
  for (const auto& [key, value] : info.metadata) lines += (lines.empty() ? "" : "\n") + key + ": " + value;
  return lines;
}

}  // namespace

class XlsxWriter::Book {
 public:
  Book(const ExportTask& task, const AnnotationTable& table, std::uint32_t most_rows)
      : task_(task),
        table_(table),
        korean_(task.options.value("headings", "ko") == "ko"),
        book_(open(task, folder_)),
        style_{heading(), moment()},
        annotations_(sheet("annotations", "주석", table.columns(), most_rows)),
        relations_(sheet("relations", "관계", table.columns(), most_rows)),
        documents_(sheet("documents", "문서", document_columns(), most_rows)),
        labels_(sheet("labels", "라벨", label_columns(), most_rows)) {
    for (const Label& label : task.schema.labels) fills_[label.id] = fill(label);
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  ~Book() {
    if (book_ != nullptr) lxw_workbook_free(book_);
  }

  void add(const AnnotatedDocument& document, const AnnotationSet& set, const Annotation& annotation) {
    XlsxSheet& sheet = annotation.relation() == nullptr ? annotations_ : relations_;
    const auto fill = fills_.find(annotation.label);
    sheet.add(table_.row(document, set, annotation), kLabelName, fill == fills_.end() ? nullptr : fill->second);
    ++counts_[annotation.label].annotations;
    labels_of_document_.insert(annotation.label);
    ++annotations_of_document_;
  }

  void add(const AnnotatedDocument& document) {
    const DocumentInfo& info = document.document.info;
    documents_.add({info.key.str(), info.name, info.title, info.language, std::to_string(info.code_points),
                    std::to_string(annotations_of_document_), states_of(document, task_.annotators), metadata_of(info),
                    info.sha256});
    for (const std::string& label : labels_of_document_) ++counts_[label].documents;
    labels_of_document_.clear();
    annotations_of_document_ = 0;
  }

  void finish() {
    for (const Label& label : task_.schema.labels) {
      const LabelCount& count = counts_[label.id];
      labels_.add({label.id, label.name, std::string(to_string(label.kind)), label.parent, label.color,
                   std::to_string(count.annotations), std::to_string(count.documents), label.description},
                  1, fills_.at(label.id));
    }
    for (XlsxSheet* const sheet : {&annotations_, &relations_, &documents_, &labels_}) sheet->finish();
    if (book_ == nullptr) return;
    errno = 0;
    lxw_workbook* const book = std::exchange(book_, nullptr);  // closing frees it, whatever comes of it
    const lxw_error error = workbook_close(book);
    if (error == LXW_NO_ERROR) return;
    const std::filesystem::path path = task_.sink.file();
    if (errno == ENOSPC || errno == EDQUOT) throw Error(ErrorKind::DiskFull, path);
    throw Error(ErrorKind::InputOutput, path, lxw_strerror(error));
  }

 private:
  static lxw_workbook* open(const ExportTask& task, std::string& folder) {
    const std::filesystem::path path = task.sink.file();
    if (path.empty()) return nullptr;
    folder = path_to_utf8(std::filesystem::absolute(path).parent_path());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();  // where there is room for the export, and who may read it may read that
    lxw_workbook* const book = workbook_new_opt(path_to_utf8(path).c_str(), &options);
    if (book == nullptr) throw Error(ErrorKind::InputOutput, path);
    std::string generator = task.options.generator;
    lxw_doc_properties properties{};
    properties.author = generator.data();
    properties.created = static_cast<time_t>(task.options.created.time_since_epoch().count());
    workbook_set_properties(book, &properties);
    return book;
  }

  lxw_format* heading() const {
    if (book_ == nullptr) return nullptr;
    lxw_format* const format = workbook_add_format(book_);
    format_set_bold(format);
    format_set_bg_color(format, 0xE7EAEE);
    format_set_bottom(format, LXW_BORDER_THIN);
    return format;
  }

  lxw_format* moment() const {
    if (book_ == nullptr) return nullptr;
    lxw_format* const format = workbook_add_format(book_);
    format_set_num_format(format, "yyyy-mm-dd hh:mm:ss");
    return format;
  }

  lxw_format* fill(const Label& label) const {
    if (book_ == nullptr || label.color.empty()) return nullptr;
    lxw_format* const format = workbook_add_format(book_);
    format_set_bg_color(format, paled(label.color));
    return format;
  }

  XlsxSheet sheet(const char* english, const char* korean, std::vector<TableColumn> columns,
                  std::uint32_t most_rows) const {
    return XlsxSheet(book_, korean_ ? korean : english, std::move(columns), korean_, style_, most_rows, task_.losses);
  }

  const ExportTask& task_;
  const AnnotationTable& table_;
  const bool korean_;
  std::string folder_;  // outlives the workbook
  lxw_workbook* book_;
  const XlsxSheet::Style style_;
  XlsxSheet annotations_;
  XlsxSheet relations_;
  XlsxSheet documents_;
  XlsxSheet labels_;
  std::map<std::string, lxw_format*> fills_;
  std::map<std::string, LabelCount> counts_;
  std::set<std::string> labels_of_document_;
  std::size_t annotations_of_document_ = 0;
  static constexpr std::size_t kLabelName = 7;
};

XlsxWriter::XlsxWriter(const ExportTask& task, std::uint32_t most_rows)
    : task_(task),
      table_(task.schema, task.annotators, kMostColumns),
      book_(std::make_unique<Book>(task_, table_, most_rows)) {}

XlsxWriter::~XlsxWriter() = default;

void XlsxWriter::begin() {
  if (!task_.schema.labels.empty()) task_.losses.add(AnnotationFeature::SchemaDetails);
}

void XlsxWriter::write(const AnnotatedDocument& document) {
  task_.expected.begin_document("");
  for (const auto& [key, set] : document.sets) {
    for (const Annotation* const annotation : listed(set)) {
      book_->add(document, set, *annotation);
      task_.losses.add(AnnotationFeature::AttributeValues, table_.values_left_out(*annotation));
      task_.expected.add_plainly(*annotation);
    }
  }
  book_->add(document);
}

void XlsxWriter::end() { book_->finish(); }

}  // namespace mitjul
