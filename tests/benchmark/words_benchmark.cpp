// How fast the tools for words are: on text that looks like Korean news, with a lexicon of 100,000 surfaces. The
// figures are in docs/PERFORMANCE.md; nothing here fails because a machine is slow.

#include <benchmark/benchmark.h>

#include <random>

#include "core/utf8.h"
#include "korean/date_quantity.h"
#include "korean/occurrences.h"
#include "korean/suggestions.h"

namespace mitjul {
namespace {

constexpr std::size_t kSurfaces = 100000;
constexpr std::uint32_t kArticleLength = 3000;

/// Words of two to four syllables out of six hundred, and particles behind most of them.
class News {
 public:
  News() {
    for (std::size_t i = 0; i < kSurfaces; ++i) {
      std::u32string word;
      for (std::size_t left = 2 + random_() % 3; left > 0; --left)
        word += static_cast<char32_t>(U'가' + random_() % 600 * 18);
      words_.push_back(word);
    }
  }

  const std::vector<std::u32string>& words() const { return words_; }

  Text article(std::uint32_t code_points) {
    static const std::u32string_view kParticles[] = {U"은", U"는", U"이", U"가", U"을", U"의", U"에서", U"도", U""};
    std::u32string text = U"🚀 ";
    while (text.size() < code_points) {
      text += words_[random_() % words_.size()];
      text += kParticles[random_() % 9];
      const auto next = random_() % 60;
      text += next == 0 ? U"\n" : next == 1 ? U" 2024년 3월 1일 " : next == 2 ? U" 🌍 200만 개를 " : U" ";
    }
    std::string utf8;
    for (const char32_t c : text) append_utf8(utf8, c);
    return Text(std::move(utf8));
  }

 private:
  std::mt19937 random_{1};  // NOLINT: the same text every time
  std::vector<std::u32string> words_;
};

std::string to_utf8(std::u32string_view letters) {
  std::string utf8;
  for (const char32_t c : letters) append_utf8(utf8, c);
  return utf8;
}

struct Project {
  News news;
  ProjectWords words;
  Text article = news.article(kArticleLength);
  DocumentKey key = DocumentKey::generate();

  /// One document in which every surface stands and is annotated, and the article.
  Project() {
    std::u32string all = U"🚀 ";
    std::string utf8;
    std::vector<LabelledSpan> annotations;
    for (std::size_t i = 0; i < kSurfaces; ++i) {
      const auto start = static_cast<std::uint32_t>(all.size());
      all += news.words()[i];
      annotations.push_back({Span(start, static_cast<std::uint32_t>(all.size())), i % 3 == 0 ? "ORG" : "PERSON"});
      all += U' ';
    }
    words.put(DocumentKey::generate(), Text(to_utf8(all)), annotations);
    words.put(key, article, {});
  }
};

Project& project() {
  static Project made;
  return made;
}

void SelectOneWord(benchmark::State& state) {
  const Project& made = project();
  std::uint32_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(word_without_particle(made.article, TextPos(at), made.words.evidence()));
    at = (at + 17) % kArticleLength;
  }
}
BENCHMARK(SelectOneWord)->Unit(benchmark::kNanosecond);

/// The evidence of many documents; the argument is their size together in MB.
void CollectEvidence(benchmark::State& state) {
  News news;
  const Text article = news.article(100 * kArticleLength);
  const auto bytes = static_cast<std::int64_t>(article.utf8().size());
  std::vector<Text> texts;
  for (std::int64_t sum = 0; sum < state.range(0) * 1000000; sum += bytes) {
    texts.push_back(news.article(100 * kArticleLength));
  }
  for (auto _ : state) {
    WordEvidence evidence;
    for (const Text& text : texts) evidence.add(text);
    state.counters["MB_held"] = static_cast<double>(evidence.memory()) / 1e6;
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()) * bytes);
}
BENCHMARK(CollectEvidence)->Arg(1)->Arg(100)->Unit(benchmark::kMillisecond);

void AnnotateInProjectWords(benchmark::State& state) {
  Project& made = project();
  const LabelledSpan annotation{word_without_particle(made.article, TextPos(1000), made.words.evidence()), "MISC"};
  for (auto _ : state) {
    made.words.annotate(made.key, annotation);
    made.words.unannotate(made.key, annotation);
  }
}
BENCHMARK(AnnotateInProjectWords)->Unit(benchmark::kMicrosecond);

void FindOccurrences(benchmark::State& state) {
  const Project& made = project();
  const Span word = word_without_particle(made.article, TextPos(1000), made.words.evidence());
  for (auto _ : state) {
    benchmark::DoNotOptimize(occurrences(made.article, made.article.slice(word), made.words));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(made.article.utf8().size()));
}
BENCHMARK(FindOccurrences)->Unit(benchmark::kMicrosecond);

void SuggestForOneDocument(benchmark::State& state) {
  const Project& made = project();
  const Schema schema = *preset("claims-entities");
  std::size_t found = 0;
  for (auto _ : state) found = suggest_words(made.article, made.key, made.words, schema, {}).size();
  state.counters["suggestions"] = static_cast<double>(found);
}
BENCHMARK(SuggestForOneDocument)->Unit(benchmark::kMicrosecond);

void FindDatesAndQuantities(benchmark::State& state) {
  const Text& article = project().article;
  for (auto _ : state) benchmark::DoNotOptimize(dates_and_quantities(article));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(article.utf8().size()));
}
BENCHMARK(FindDatesAndQuantities)->Unit(benchmark::kMicrosecond);

void LearnSurfaces(benchmark::State& state) {
  const std::vector<std::u32string>& words = project().news.words();
  for (auto _ : state) {
    Lexicon lexicon;
    for (const std::u32string& word : words) lexicon.add(word, "ORG");
    benchmark::DoNotOptimize(lexicon.size());
  }
}
BENCHMARK(LearnSurfaces)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace mitjul

BENCHMARK_MAIN();
