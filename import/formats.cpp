#include "import/formats.h"

#include <algorithm>
#include <array>

#include "core/file_io.h"
#include "import/bioc.h"
#include "import/brat.h"
#include "import/conll.h"
#include "import/csv_table.h"
#include "import/doccano.h"
#include "import/gate.h"
#include "import/html_report.h"
#include "import/jsonl.h"
#include "import/klue_ner.h"
#include "import/label_studio.h"
#include "import/native_xml.h"
#include "import/nikl_ne.h"
#include "import/plain_text.h"
#include "import/refi_project.h"
#include "import/tei.h"
#include "import/w3c_annotations.h"
#include "import/webanno_tsv.h"
#include "import/xlsx_table.h"
#include "import/xmi.h"
#include "import/xmi_files.h"
#include "import/zip_archive.h"

namespace mitjul {
namespace {

// A text that stands before all the rest is longer than most articles then.
constexpr std::size_t kBeginning = std::size_t{1} << 16;

bool is_native_xml(std::string_view /*extension*/, std::string_view beginning) {
  return looks_like_native_xml(beginning);
}

/// As much of a file as it takes to know its format.
class LookedInto {
 public:
  explicit LookedInto(const std::filesystem::path& path)
      : extension_(extension_of(path)), beginning_(read_beginning(path, kBeginning)) {
    if (!beginning_.starts_with("PK\x03\x04")) return;
    try {
      const ZipArchive archive(path);
      for (const ZipArchive::Entry& entry : archive.entries()) names_.push_back(entry.name);
    } catch (const ArchiveProblem&) {
      is_broken_ = true;
    }
  }

  bool is_of(const ImportFormat& format) const {
    if (format.recognise(extension_, beginning_)) return true;
    if (format.recognise_archive == nullptr) return false;
    // One that cannot be opened goes by its name: reading it says what is wrong.
    return is_broken_ ? has_extension(format) : format.recognise_archive(names_);
  }

 private:
  bool has_extension(const ImportFormat& format) const {
    return std::find(format.extensions.begin(), format.extensions.end(), extension_) != format.extensions.end();
  }

  std::string extension_;
  std::string beginning_;
  std::vector<std::string> names_;  ///< of the files of an archive
  bool is_broken_ = false;          ///< an archive that cannot be opened
};

/// Readers of what only an export writes, or that read it as another format.
struct ReadBack {
  std::string_view export_id;
  std::vector<Problem> (*read)(const std::filesystem::path& path, const OnHeader& on_header,
                               const OnDocument& on_document);
};

constexpr std::array kReadBack{
    ReadBack{"bioc", read_bioc},           ReadBack{"csv", read_csv_table},
    ReadBack{"gate", read_gate},           ReadBack{"html-report", read_html_report},
    ReadBack{"spacy", read_jsonl},         ReadBack{"tei", read_tei},
    ReadBack{"w3c", read_w3c_annotations}, ReadBack{"webanno-tsv", read_webanno_tsv},
    ReadBack{"xlsx", read_xlsx_table},
};

}  // namespace

const std::vector<ImportFormat>& import_formats() {
  // The first that recognises a file reads it: those that look into the file stand before those that look at its name.
  static const std::vector<ImportFormat> kFormats{
      {"mitjul-xml", "Mitjul XML", {"xml"}, kNativeHolds, is_native_xml, nullptr, read_native_xml},
      {"xmi",
       "UIMA XMI",
       {"xmi", "zip"},
       "documents sets spans discontinuous attributes relations document-labels notes",
       looks_like_xmi,
       nullptr,
       read_xmi,
       companions_of_xmi,
       gathered_xmi,
       may_hold_xmi},
      {"refi-qda",
       "REFI-QDA project",
       {"qdpx"},
       "documents metadata spans attributes relations document-labels notes schema",
       looks_like_refi_project,
       nullptr,
       read_refi_project},
      {"klue-ner", "KLUE-NER", {"tsv"}, "documents spans", looks_like_klue_ner, nullptr, read_klue_ner},
      {"nikl-ne",
       "NIKL named entities",
       {"json"},
       "documents metadata spans",
       looks_like_nikl_ne,
       nullptr,
       read_nikl_ne},
      {"conll",
       "CoNLL (IOB, BIOES)",
       {"conll", "iob", "iob2", "bio", "bioes", "ner"},
       "documents spans",
       looks_like_conll,
       nullptr,
       read_conll},
      {"brat",
       "brat standoff",
       {"ann"},
       "documents spans discontinuous attributes relations notes schema",
       looks_like_brat,
       nullptr,
       read_brat,
       companions_of_brat},
      {"doccano",
       "doccano JSONL",
       {"jsonl", "ndjson", "json", "zip"},
       "documents metadata spans relations document-labels",
       looks_like_doccano,
       nullptr,
       read_doccano},
      {"jsonl", "JSON lines", {"jsonl", "ndjson"}, kNativeHolds, looks_like_jsonl, nullptr, read_jsonl},
      {"label-studio",
       "Label Studio",
       {"json"},
       "documents metadata sets spans attributes relations document-labels notes",
       looks_like_label_studio,
       nullptr,
       read_label_studio},
      {"text", "Plain text", {"txt", "text"}, "documents", looks_like_text, read_plain_text, nullptr},
  };
  return kFormats;
}

const ImportFormat* find_import_format(std::string_view id) {
  const auto& formats = import_formats();
  const auto found =
      std::find_if(formats.begin(), formats.end(), [id](const ImportFormat& format) { return format.id == id; });
  return found == formats.end() ? nullptr : &*found;
}

const ImportFormat* recognise_format(const std::filesystem::path& path) {
  const LookedInto file(path);
  const auto& formats = import_formats();
  const auto found =
      std::find_if(formats.begin(), formats.end(), [&](const ImportFormat& format) { return file.is_of(format); });
  return found == formats.end() ? nullptr : &*found;
}

bool is_of_format(const std::filesystem::path& path, const ImportFormat& format) {
  return LookedInto(path).is_of(format);
}

AnnotationStream annotation_reader(std::string_view export_id) {
  const auto found = std::find_if(kReadBack.begin(), kReadBack.end(),
                                  [&](const ReadBack& reader) { return reader.export_id == export_id; });
  if (found != kReadBack.end()) return found->read;
  const ImportFormat* const format = find_import_format(export_id);
  return format == nullptr || format->read_annotations == nullptr ? AnnotationStream() : format->read_annotations;
}

std::string extension_of(const std::filesystem::path& path) {
  std::string extension = path_to_utf8(path.extension());
  if (!extension.empty()) extension.erase(0, 1);
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension;
}

}  // namespace mitjul
