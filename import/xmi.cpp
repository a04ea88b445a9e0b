#include "import/xmi.h"

#include <algorithm>
#include <list>
#include <set>

#include "core/utf8.h"
#include "import/clean_name.h"
#include "import/inception_place.h"
#include "import/source_text.h"
#include "import/xmi_annotations.h"
#include "import/xmi_files.h"
#include "import/zip_archive.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

/// Where nobody says who annotated.
constexpr const char* kNobody = "xmi";

/// What INCEpTION calls the document.
std::string title_in(const XmiStructures& structures) { return xmi_value(structures.metadata(), "documentTitle"); }

/// Whose a document is that INCEpTION exported on its own: the file in the archive is called after the user, or, in
/// some versions, after the document; empty then.
std::string user_of_export(const XmiFile& file, const XmiStructures& structures) {
  const std::string title = title_in(structures);
  if (!file.alone || structures.own() || title.empty()) return "";
  const std::string stem = stem_of(file.path);
  const std::string id = xmi_value(structures.metadata(), "documentId");
  const bool is_user = stem != title && stem != stem_of(title) && (id.empty() || id == stem);
  return is_user ? stem : "";
}

Annotator annotator_of(const XmiFile& file, const XmiStructures& structures) {
  const auto key = AnnotatorKey::parse(xmi_value(structures.own(), "annotatorKey"));
  std::string name = xmi_value(structures.own(), "annotatorName");
  if (key && !name.empty() && is_clean_text(name)) return {*key, name, true};
  name = clean_name(structures.own() || file.annotator.empty() ? user_of_export(file, structures) : file.annotator);
  std::replace(name.begin(), name.end(), '\n', ' ');
  if (name.find_first_not_of(" \t") == std::string::npos) name = kNobody;
  return {AnnotatorKey::made_from("annotator " + name), name, true};
}

bool is_curated(const XmiFile& file, const XmiStructures& structures, const Annotator& annotator) {
  return file.curated || annotator.name == kCurator || xmi_value(structures.own(), "curated") == "true";
}

std::string name_of(const XmiDocument& document, const XmiFile& file, const XmiStructures& structures) {
  const std::string own = xmi_value(structures.own(), "documentName");
  if (!own.empty() && is_clean_text(own)) return own;
  if (!document.name.empty()) return clean_name(document.name);
  const std::string title = title_in(structures);
  return clean_name(file.alone && !title.empty() && is_clean_text(title) ? title : file.name());
}

/// Whether nobody else says anything of the document: what all begin with is in the files of all.
bool is_read(const XmiFile& file, const XmiDocument& document) {
  return !file.initial ||
         std::all_of(document.files.begin(), document.files.end(), [](const XmiFile& other) { return other.initial; });
}

/// A text of a document, with what is said of it.
struct ReadText {
  AnnotatedDocument document;
  std::set<AnnotationId> ids{};
};

class XmiReader {
 public:
  XmiReader(const fs::path& path, std::vector<Problem>& problems)
      : problems_(problems), documents_(xmi_documents(path, problems)) {}

  bool empty() const { return documents_.empty(); }

  /// Makes known what the annotations use.
  StreamHeader header() {
    std::vector<Annotator> annotators;
    for (const XmiDocument& document : documents_) {
      for (const XmiFile& file : document.files) scan(document, file, annotators);
    }
    return {used_.finish("xmi"), annotators, true};
  }

  void give(const OnDocument& on_document) {
    for (const XmiDocument& document : documents_) {
      std::list<ReadText> texts;  // one, where all files have the same
      for (const XmiFile& file : document.files) {
        if (is_read(file, document)) read(document, file, texts);
      }
      for (ReadText& text : texts) on_document(std::move(text.document));
    }
  }

 private:
  void report(const XmiFile& file, ProblemCode code, std::vector<std::string> details) {
    problems_.push_back(make_problem(code, std::move(details)));
    problems_.back().place.file = file.path;
  }

  /// Takes a file apart and has its type system in `types_`.
  bool open(const XmiFile& file, XmiStructures& structures, std::vector<Problem>& problems) {
    XmiBytes bytes = file.read();
    if (bytes.types != types_bytes_ || bytes.types_file.empty() != types_file_.empty()) {
      types_file_ = bytes.types_file;
      types_bytes_ = std::move(bytes.types);
      types_ = types_file_.empty() ? UimaTypeSystem() : UimaTypeSystem(types_file_, types_bytes_, problems);
    }
    return structures.load(file.path, std::move(bytes.xmi), problems);
  }

  void scan(const XmiDocument& document, const XmiFile& file, std::vector<Annotator>& annotators) {
    XmiStructures structures;
    if (!open(file, structures, problems_)) return;
    const bool is_part = is_read(file, document);
    UsedSchema unused;
    XmiLabels labels(is_part ? used_ : unused, types_);
    const std::size_t count = XmiAnnotations(structures, labels, {}, problems_).scan();
    const Annotator annotator = annotator_of(file, structures);
    if (!is_part && count > 0) report(file, ProblemCode::AnnotationsLeftOut, {annotator.name, std::to_string(count)});
    const bool says_nothing = file.initial && (count == 0 || !is_part);
    if (!says_nothing && std::find(annotators.begin(), annotators.end(), annotator) == annotators.end())
      annotators.push_back(annotator);
  }

  void read(const XmiDocument& document, const XmiFile& file, std::list<ReadText>& texts) {
    XmiStructures structures;
    std::vector<Problem> said;  // of the file's form and its type system, with the header
    if (!open(file, structures, said)) return;
    const SourceText source(structures.text());
    const Annotator annotator = annotator_of(file, structures);
    ReadText& text = text_for(document, file, structures, source, annotator, texts);
    const SetKey key{text.document.document.info.key, annotator.key, is_curated(file, structures, annotator)};
    Provenance provenance;
    provenance.method = Method::Import;
    provenance.created = file.written;
    provenance.origin = clean_name(file.name());
    AnnotationSet& set = text.document.set(key);
    XmiLabels labels(used_, types_);
    XmiAnnotations(structures, labels, provenance, problems_).read_into(set, source, text.ids);
    const auto state = parse_set_state(xmi_value(structures.own(), "state"));
    set.set_state(state ? *state : set.size() > 0 ? SetState::InProgress : SetState::New);
    if (file.initial && set.size() == 0) text.document.sets.erase(key);
  }

  /// The text that the file is about: that of the files before it, or another one, which is said. Our own files say
  /// themselves what they are about, wherever they lie.
  ReadText& text_for(const XmiDocument& document, const XmiFile& file, const XmiStructures& structures,
                     const SourceText& source, const Annotator& annotator, std::list<ReadText>& texts) {
    const auto same = std::find_if(texts.begin(), texts.end(), [&](const ReadText& text) {
      return text.document.document.text.utf8() == source.text().utf8();
    });
    if (same != texts.end() && !structures.own()) return *same;
    std::string name = name_of(document, file, structures);
    if (!texts.empty() && !structures.own()) {
      const std::string other = name + " (" + annotator.name + ")";
      report(file, ProblemCode::DifferentText, {name, other, "apart"});
      name = other;
    }
    texts.push_back({{document_of(std::move(name), structures, source), {}}});
    return texts.back();
  }

  static Document document_of(std::string name, const XmiStructures& structures, const SourceText& source) {
    Document document = Document::make(std::move(name), source.text());
    DocumentInfo& info = document.info;
    info.substitutions = source.substitutions();
    const auto key = DocumentKey::parse(xmi_value(structures.own(), "documentKey"));
    info.key = key ? *key : DocumentKey::made_from("xmi " + info.name + " " + info.sha256);
    if (const std::string title = title_in(structures); !title.empty() && title != info.name) info.title = title;
    const std::string language = xmi_value(structures.metadata(), "language");
    if (!language.empty() && language != "x-unspecified") info.language = language;
    if (!is_clean_text(info.title) || !is_clean_text(info.language)) info.title = info.language = "";
    return document;
  }

  std::vector<Problem>& problems_;
  const std::vector<XmiDocument> documents_;
  UsedSchema used_;
  std::string types_file_;
  std::string types_bytes_;
  UimaTypeSystem types_;  ///< of the latest file: mostly that of all
};

}  // namespace

std::vector<Problem> read_xmi(const fs::path& path, const OnHeader& on_header, const OnDocument& on_document) {
  std::vector<Problem> problems;
  try {
    XmiReader reader(path, problems);
    std::error_code unknown;
    if (reader.empty() && !fs::is_directory(path, unknown))
      problems.push_back(make_problem(ProblemCode::UnsupportedFormat, {"XMI"}));
    StreamHeader header = reader.header();
    if (on_header) on_header(std::move(header));
    if (on_document) reader.give(on_document);
  } catch (const ArchiveProblem& found) {
    problems.push_back(found.problem);
  }
  return problems;
}

bool looks_like_xmi(std::string_view extension, std::string_view beginning) {
  return extension == "xmi" || (beginning.find("\"http://www.omg.org/XMI\"") != std::string_view::npos &&
                                beginning.find(":XMI") != std::string_view::npos);
}

}  // namespace mitjul
