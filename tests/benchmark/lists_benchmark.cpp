// How fast the lists of the window are made: which documents are shown and in which order, which labels fit what was
// typed. Two thousand documents, 150 labels.

#include <benchmark/benchmark.h>

#include "ui/document_rows.h"
#include "ui/label_filter.h"

namespace mitjul {
namespace {

const SetSummary* own_set(const DocumentSummary& document) { return &document.sets.front(); }

std::vector<DocumentSummary> documents() {
  constexpr std::size_t kDocuments = 2000;
  const std::vector<std::string> subjects{"화웨이", "반도체 수출", "Apple", "야시장 매출", "하와이 여행", "풍력 찬반"};
  std::vector<DocumentSummary> documents(kDocuments);
  for (std::size_t i = 0; i < kDocuments; ++i) {
    DocumentSummary& document = documents[i];
    document.key = DocumentKey::generate();
    document.name = "2026-" + std::to_string(i % 12 + 1) + "-" + subjects[i % subjects.size()] + "-기사" +
                    std::to_string(i * 7919 % kDocuments) + " 🚀.txt";
    document.arrival = static_cast<std::int64_t>(i);
    document.sets.push_back(
        {{document.key, {}, false}, static_cast<SetState>(i % 4), static_cast<std::int64_t>(i % 97)});
  }
  return documents;
}

void OpenDocuments(benchmark::State& state) {
  const std::vector<DocumentSummary> all = documents();
  for (auto _ : state) {
    DocumentRows rows;
    rows.set_documents(all, own_set);
    benchmark::DoNotOptimize(rows.rows().data());
  }
}
BENCHMARK(OpenDocuments)->Unit(benchmark::kMillisecond);

/// As after every annotation.
void TakeOverDocuments(benchmark::State& state) {
  const std::vector<DocumentSummary> all = documents();
  DocumentRows rows;
  rows.set_documents(all, own_set);
  for (auto _ : state) rows.set_documents(all, own_set);
}
BENCHMARK(TakeOverDocuments)->Unit(benchmark::kMillisecond);

void SortDocuments(benchmark::State& state) {
  DocumentRows rows;
  rows.set_documents(documents(), own_set);
  DocumentOrder order;
  for (auto _ : state) {
    order = order_behind(order);
    rows.sort(order);
  }
}
BENCHMARK(SortDocuments)->Unit(benchmark::kMillisecond);

void FilterDocumentsByInitials(benchmark::State& state) {
  DocumentRows rows;
  rows.set_documents(documents(), own_set);
  for (auto _ : state) {
    rows.filter_names("ㅎㅇㅇ");
    benchmark::DoNotOptimize(rows.rows().data());
  }
  if (rows.rows().empty()) state.SkipWithError("nothing was found");
}
BENCHMARK(FilterDocumentsByInitials)->Unit(benchmark::kMillisecond);

Schema schema() {
  Schema schema;
  for (std::size_t i = 0; i < 150; ++i) {
    Label label;
    label.id = "L" + std::to_string(i);
    label.name = "인물 기관 " + std::to_string(i);
    if (i % 10 != 0) label.parent = "L" + std::to_string(i - i % 10);
    schema.labels.push_back(label);
  }
  return schema;
}

void OpenLabels(benchmark::State& state) {
  const Schema labels = schema();
  std::vector<std::string> ids;
  for (const Label& label : labels.labels) ids.push_back(label.id);
  for (auto _ : state) {
    const LabelFilter filter(labels, ids, {"L3"});
    benchmark::DoNotOptimize(filter.find("").rows.data());
  }
}
BENCHMARK(OpenLabels)->Unit(benchmark::kMillisecond);

void FilterLabels(benchmark::State& state) {
  const Schema labels = schema();
  std::vector<std::string> ids;
  for (const Label& label : labels.labels) ids.push_back(label.id);
  const LabelFilter filter(labels, ids, {"L3"});
  for (auto _ : state) benchmark::DoNotOptimize(filter.find("ㅇㅁㄱ").rows.data());
}
BENCHMARK(FilterLabels)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace mitjul

BENCHMARK_MAIN();
