#include "ui/find_job.h"

#include <algorithm>
#include <map>

#include "korean/project_search.h"

namespace mitjul {
namespace {

SearchMode mode_of(const FindRequest& request) {
  switch (request.what) {
    case FindRequest::What::Word: return SearchMode::Word;
    case FindRequest::What::Initials: return SearchMode::Initials;
    case FindRequest::What::Regex: return SearchMode::Regex;
    case FindRequest::What::Text:
    case FindRequest::What::Annotations:
    case FindRequest::What::Given: break;
  }
  return usual_mode(request.query);
}

/// Passes batches on with the texts that they need.
class Delivery {
 public:
  Delivery(const std::function<bool(FoundBatch)>& take, std::function<Text(std::uint32_t)> text_of)
      : take_(take), text_of_(std::move(text_of)) {}

  bool operator()(std::vector<TextHit> hits) {
    FoundBatch batch;
    for (const TextHit& hit : hits) {
      if (last_ == hit.text) continue;  // hits come by documents
      last_ = hit.text;
      batch.texts.emplace_back(hit.text, text_of_(hit.text));
    }
    batch.hits = std::move(hits);
    return take_(std::move(batch));
  }

 private:
  const std::function<bool(FoundBatch)>& take_;
  std::function<Text(std::uint32_t)> text_of_;
  std::optional<std::uint32_t> last_;
};

/// Goes through documents for which there is no `search_texts`: `hits_of` gives what is found in one.
void find_by_documents(const FindRequest& request, HitBatches batches, const Progress& progress,
                       const std::function<std::vector<Span>(std::uint32_t)>& hits_of) {
  const auto count = static_cast<std::uint32_t>(request.documents.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!go_on(progress, static_cast<double>(i) / count)) return;
    for (const Span span : hits_of(i)) {
      if (!batches.add({i, span})) return;
    }
    if (!batches.end_of_text()) return;
  }
  batches.flush();
}

void find_labelled(const FindRequest& request, const FindSource& source, const std::function<bool(FoundBatch)>& take,
                   const Progress& progress) {
  const Search search(request.query, mode_of(request));
  const auto holds_query = [&](const Text& text, const Annotation& annotation) {
    bool found = search.empty();
    if (found) return true;
    const std::string_view quote = text.slice(annotation.spans()->hull());
    search.find(SearchText(Text(std::string(quote))), [&](Span) {
      found = true;
      return false;
    });
    return found;
  };
  std::map<std::uint32_t, Text> texts;  // of documents whose hits are on their way
  const HitBatches batches(Delivery(take, [&texts](std::uint32_t i) {
    const Text text = texts.at(i);
    texts.erase(texts.begin(), texts.lower_bound(i));
    return text;
  }));
  find_by_documents(request, batches, progress, [&](std::uint32_t i) {
    const AnnotatedDocument document = source.load(request.documents[i].key);
    std::vector<Span> spans;
    for (const Annotation* const annotation : find_annotations(document, request.schema, request.annotations)) {
      if (holds_query(document.document.text, *annotation)) spans.push_back(annotation->spans()->hull());
    }
    if (!spans.empty()) texts.emplace(i, document.document.text);
    return spans;
  });
}

void list_given(const FindRequest& request, const FindSource& source, const std::function<bool(FoundBatch)>& take,
                const Progress& progress) {
  std::map<DocumentKey, std::vector<Span>> given;
  for (const DocumentSpan& row : request.given) given[row.document].push_back(row.span);
  const auto text_of = [&](std::uint32_t i) { return source.text(request.documents[i].key).text(); };
  find_by_documents(request, HitBatches(Delivery(take, text_of)), progress, [&](std::uint32_t i) {
    const auto found = given.find(request.documents[i].key);
    if (found == given.end()) return std::vector<Span>();
    const Text text = text_of(i);
    std::vector<Span> spans = std::move(found->second);
    spans.erase(std::remove_if(spans.begin(), spans.end(), [&](Span span) { return !text.holds(span); }), spans.end());
    std::sort(spans.begin(), spans.end());
    return spans;
  });
}

}  // namespace

bool FindRequest::empty() const {
  if (what == What::Annotations) return false;
  if (what == What::Given) return given.empty();
  return query.empty();
}

std::optional<Problem> run_find(const FindRequest& request, const FindSource& source,
                                const std::function<bool(FoundBatch)>& take, const Progress& progress) {
  if (request.what == FindRequest::What::Annotations) {
    find_labelled(request, source, take, progress);
    return std::nullopt;
  }
  if (request.what == FindRequest::What::Given) {
    list_given(request, source, take, progress);
    return std::nullopt;
  }
  const auto text_of = [&](std::uint32_t i) { return source.text(request.documents[i].key); };
  return search_texts(Search(request.query, mode_of(request)),
                      {static_cast<std::uint32_t>(request.documents.size()), text_of},
                      Delivery(take, [&](std::uint32_t i) { return text_of(i).text(); }), progress);
}

}  // namespace mitjul
