// How fast a project of 2,000 documents with 100 MB of text is searched. The figures are in docs/PERFORMANCE.md;
// nothing here fails because a machine is slow.

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "korean/concordance.h"
#include "korean/project_search.h"
#include "tests/benchmark/invented_text.h"

namespace mitjul {
namespace {

constexpr std::size_t kDocuments = 2000;
constexpr std::size_t kBytesPerDocument = 50'000;

/// The project, made once.
const std::vector<Text>& texts() {
  static const std::vector<Text> made = [] {
    InventedText text(MITJUL_SAMPLES);
    std::vector<Text> all;
    for (std::size_t i = 0; i < kDocuments; ++i) all.emplace_back(text.article(kBytesPerDocument));
    return all;
  }();
  return made;
}

const std::vector<SearchText>& folded_texts() {
  static const std::vector<SearchText> made(texts().begin(), texts().end());
  return made;
}

TextSequence sequence() {
  return {static_cast<std::uint32_t>(folded_texts().size()), [](std::uint32_t i) { return folded_texts()[i]; }};
}

void FoldHundredMegabytes(benchmark::State& state) {
  std::size_t bytes = 0;
  std::size_t memory = 0;
  for (const Text& text : texts()) bytes += text.utf8().size();
  for (auto _ : state) {
    memory = 0;
    for (const Text& text : texts()) memory += SearchText(text).memory();
  }
  state.counters["MB"] = static_cast<double>(bytes) / 1e6;
  state.counters["folded_MB"] = static_cast<double>(memory) / 1e6;
}
BENCHMARK(FoldHundredMegabytes)->Unit(benchmark::kMillisecond)->Repetitions(5);

void find(benchmark::State& state, const Search& search) {
  std::size_t hits = 0;
  folded_texts();
  for (auto _ : state) {
    hits = 0;
    search_texts(search, sequence(), [&](const std::vector<TextHit>& batch) {
      hits += batch.size();
      return true;
    });
  }
  state.counters["hits"] = static_cast<double>(hits);
}

void find_first(benchmark::State& state, const Search& search) {
  folded_texts();
  for (auto _ : state) {
    search_texts(search, sequence(), [&](const std::vector<TextHit>& batch) {
      benchmark::DoNotOptimize(batch.size());
      return false;
    });
  }
}

#define MITJUL_FIND(name, query, mode)                                                              \
  void name(benchmark::State& state) { find(state, Search(query, SearchMode::mode)); }              \
  BENCHMARK(name)->Unit(benchmark::kMillisecond)->Repetitions(5);                                   \
  void name##First(benchmark::State& state) { find_first(state, Search(query, SearchMode::mode)); } \
  BENCHMARK(name##First)->Unit(benchmark::kMillisecond)->Repetitions(5);

MITJUL_FIND(FindTwoSyllables, "정부", Text)
MITJUL_FIND(FindRareWord, "화웨이", Text)
MITJUL_FIND(FindNothing, "없는말", Text)
MITJUL_FIND(FindTwoWords, "모두 한", Text)
MITJUL_FIND(FindOneSyllable, "이", Text)
MITJUL_FIND(FindWholeWord, "정부", Word)
MITJUL_FIND(FindInitials, "ㅎㅇㅇ", Initials)
MITJUL_FIND(FindCommonInitials, "ㅇㅇ", Initials)
MITJUL_FIND(FindOneInitial, "ㅎ", Initials)
MITJUL_FIND(FindMixed, "화ㅇㅇ", Initials)
MITJUL_FIND(FindRegex, "[0-9]+억", Regex)

/// 100,000 rows as a list would sort them.
void SortByLeft(benchmark::State& state) {
  std::vector<TextHit> hits;
  search_texts(Search("이", SearchMode::Text), sequence(), [&](const std::vector<TextHit>& batch) {
    hits.insert(hits.end(), batch.begin(), batch.end());
    return hits.size() < 100'000;
  });
  hits.resize(100'000);
  for (auto _ : state) {
    benchmark::DoNotOptimize(sorted_rows(100'000, ConcordanceOrder::Left, [&](std::uint32_t row) {
      return context_of(texts()[hits[row].text], hits[row].span);
    }));
  }
}
BENCHMARK(SortByLeft)->Unit(benchmark::kMillisecond)->Repetitions(3);

}  // namespace
}  // namespace mitjul

BENCHMARK_MAIN();
