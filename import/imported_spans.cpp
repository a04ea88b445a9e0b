#include "import/imported_spans.h"

#include "core/file_io.h"
#include "core/utf8.h"
#include "import/assembled_text.h"
#include "import/file_time.h"

namespace mitjul {

ImportedSpans::ImportedSpans(const std::filesystem::path& path, std::string annotator)
    : file_(clean_name(path_to_utf8(path.filename()))),
      annotator_{AnnotatorKey::made_from("annotator " + annotator), std::move(annotator), true},
      created_(time_of_file(path)) {}

std::string ImportedSpans::next_name() {
  ++documents_;
  return documents_ == 1 ? file_ : file_ + " (" + std::to_string(documents_) + ")";
}

AnnotatedDocument ImportedSpans::make(Document document, const std::vector<ImportedSpan>& spans) {
  return make(std::move(document), spans, {});
}

AnnotatedDocument ImportedSpans::make(Document document, const std::vector<ImportedSpan>& spans,
                                      const DocumentKey& key) {
  DocumentInfo& info = document.info;
  info.key = key;
  while (info.key.empty() || !keys_.insert(info.key).second) {
    info.key = DocumentKey::made_from(info.sha256 + " " + std::to_string(++same_text_[info.sha256]));
  }
  AnnotatedDocument made{std::move(document), {}};
  if (spans.empty()) return made;
  AnnotationSet& set = made.set({made.document.info.key, annotator_.key, false});
  set.set_state(SetState::InProgress);
  std::int64_t number = 0;
  for (const ImportedSpan& span : spans) {
    Annotation annotation{{annotator_.key, ++number}, span.label, Spans(span.span), {}, {}, {}};
    annotation.provenance.created = created_;
    annotation.provenance.method = Method::Import;
    annotation.provenance.origin = file_;
    set.put(std::move(annotation));
  }
  return made;
}

std::string clean_name(std::string_view name) {
  if (is_clean_text(name) && name.find('\r') == std::string_view::npos) return std::string(name);
  AssembledText text;
  text.append(name);
  return text.finish("").text.utf8();
}

}  // namespace mitjul
