#include "import/imported_spans.h"

#include <algorithm>

#include "import/clean_name.h"

namespace mitjul {
namespace {

constexpr std::size_t kMostSpans = 1'000'000;

}  // namespace

std::vector<ImportedSpan> imported_spans(const std::vector<LabelledPlace>& places, UsedSchema& schema,
                                         const std::string& document, std::vector<Problem>& problems) {
  const std::size_t count = std::min(places.size(), kMostSpans);
  std::vector<ImportedSpan> spans;
  spans.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    spans.push_back({schema.label(LabelKind::Span, clean_name(places[i].label)), places[i].span});
  }
  if (places.size() > count) {
    problems.push_back(make_problem(ProblemCode::AnnotationsLeftOut,
                                    {"> " + std::to_string(kMostSpans), std::to_string(places.size() - count)}));
    problems.back().place.document = document;
  }
  return spans;
}

ImportedSpans::ImportedSpans(const std::filesystem::path& path, const std::string& annotator) : file_(path) {
  annotators_.find(annotator);
}

std::string ImportedSpans::next_name() {
  ++documents_;
  return documents_ == 1 ? file_.name : file_.name + " (" + std::to_string(documents_) + ")";
}

AnnotatedDocument ImportedSpans::make(Document document, const std::vector<ImportedSpan>& spans,
                                      const DocumentKey& key) {
  DocumentInfo& info = document.info;
  info.key = key;
  while (info.key.empty() || !keys_.insert(info.key).second) {
    info.key = DocumentKey::made_from(info.sha256 + " " + std::to_string(++same_text_[info.sha256]));
  }
  AnnotatedDocument made{std::move(document), {}};
  ForeignSet set(made, annotator().key, file_);
  for (const ImportedSpan& span : spans) set.add(span.label, Spans(span.span));
  return made;
}

}  // namespace mitjul
