#include "import/foreign_set.h"

#include <algorithm>

#include "core/crypto.h"
#include "core/file_io.h"
#include "import/clean_name.h"
#include "import/file_time.h"

namespace mitjul {

ForeignFile::ForeignFile(const std::filesystem::path& path)
    : name(clean_name(path_to_utf8(path.filename()))),
      stem(clean_name(path_to_utf8(path.stem()))),
      hash(sha256_hex_of_file(path)),
      modified(time_of_file(path)) {}

Document document_of(const SourceText& text, std::string name) {
  Document document = Document::make(std::move(name), text.text());
  document.info.substitutions = text.substitutions();
  return document;
}

DocumentKey ForeignFile::key_of(std::size_t number) const {
  return DocumentKey::made_from(hash + " " + std::to_string(number));
}

AnnotatorKey ForeignAnnotators::find(const std::string& name, std::string_view key) {
  const AnnotatorKey wanted = AnnotatorKey::parse(key).value_or(AnnotatorKey::made_from("annotator " + name));
  const bool known = std::any_of(annotators_.begin(), annotators_.end(),
                                 [&](const Annotator& annotator) { return annotator.key == wanted; });
  if (!known) annotators_.push_back({wanted, name, true});
  return wanted;
}

ForeignSet::ForeignSet(AnnotatedDocument& document, AnnotatorKey annotator, const ForeignFile& file)
    : document_(document), key_{document.document.info.key, annotator, false} {
  provenance_.method = Method::Import;
  provenance_.origin = file.name;
  provenance_.created = file.modified;
}

AnnotationId ForeignSet::add(std::string label, Anchor anchor, std::optional<AnnotationId> stated,
                             Attributes attributes, std::string note) {
  AnnotationId id = stated.value_or(AnnotationId{key_.annotator, last_ + 1});
  // Of another number than the one before, as a file may state one that comes by itself later.
  while (document_.find(id) != nullptr) id = {key_.annotator, ++last_};
  if (id.annotator == key_.annotator && !stated) last_ = std::max(last_, id.number);
  AnnotationSet& set = document_.set(key_);
  set.set_state(SetState::InProgress);
  set.put({id, std::move(label), std::move(anchor), std::move(attributes), std::move(note), provenance_});
  return id;
}

}  // namespace mitjul
