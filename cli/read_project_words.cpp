#include "cli/read_project_words.h"

#include <algorithm>

namespace mitjul {

std::vector<LabelledSpan> own_annotations(const AnnotatedDocument& document, const AnnotatorKey& annotator) {
  const AnnotationSet* const set = document.find_set({document.document.info.key, annotator, false});
  return set == nullptr ? std::vector<LabelledSpan>() : labelled_spans(*set);
}

ProjectWords read_project_words(Session& session) {
  ProjectWords words;
  const auto& listed = session.workspace().gazetteer();
  words.set_word_list({listed.begin(), listed.end()});
  words.options.particle_inside = session.workspace().settings().particle_inside;
  const AnnotatorKey annotator = session.workspace().annotator();
  for (const DocumentSummary& document : session.documents()) {
    if (!session.file().has(document.key)) continue;  // another program has taken it away meanwhile
    const bool annotated = std::any_of(document.sets.begin(), document.sets.end(), [&](const SetSummary& set) {
      return set.key.annotator == annotator && !set.key.curated && set.annotations > 0;
    });
    // Annotations are read only where there are some: most documents of a large project have none yet.
    if (annotated) {
      const AnnotatedDocument loaded = session.file().load(document.key);
      words.put(document.key, loaded.document.text, own_annotations(loaded, annotator));
    } else {
      words.put(document.key, session.file().text(document.key), {});
    }
  }
  return words;
}

}  // namespace mitjul
