// What it takes to put stand-ins in ten thousand documents, made up one after another:
// pseudonym_benchmark [DOCUMENTS] [SURFACES]

#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "export/pseudonyms.h"
#include "korean/name_rules.h"
#include "tests/benchmark/invented_text.h"
#include "tests/benchmark/measure.h"

namespace mitjul {
namespace {

const AnnotatorKey kAnnotator = *AnnotatorKey::parse("h4k2qa");

/// Documents of some three thousand code points with names in them, of which every other one is annotated. The same one
/// at every call, so that none needs to be kept.
class MadeUpProject {
 public:
  explicit MadeUpProject(std::size_t names) {
    InventedText words(MITJUL_SAMPLES);
    constexpr std::size_t kArticles = 200;
    constexpr std::size_t kBytes = 7'500;
    for (std::size_t i = 0; i < kArticles; ++i) articles_.push_back(words.article(kBytes));
    for (std::size_t i = 0; i < names; ++i) {
      names_.emplace_back();
      for (std::size_t syllables = 2 + words.random() % 3; syllables > 0; --syllables)
        append_utf8(names_.back(), static_cast<char32_t>(0xAC00 + words.random() % 11172));
    }
  }

  AnnotatedDocument document(std::size_t index) const {
    std::mt19937 random(static_cast<std::uint32_t>(index));  // NOLINT: the same at every call
    const std::string& article = articles_[random() % articles_.size()];
    std::string text;
    std::vector<Span> places;
    std::uint32_t length = 0;
    std::size_t done = 0;
    for (std::size_t blank = article.find(' '); blank != std::string::npos; blank = article.find(' ', done)) {
      text += article.substr(done, blank + 1 - done);
      length += static_cast<std::uint32_t>(count_code_points(std::string_view(article).substr(done, blank + 1 - done)));
      done = blank + 1;
      if (random() % 20 != 0) continue;
      const std::string& name = names_[random() % names_.size()];
      const auto letters = static_cast<std::uint32_t>(count_code_points(name));
      if (random() % 2 == 0) places.emplace_back(length, length + letters);
      text += name + "이 ";
      length += letters + 2;
    }
    AnnotatedDocument made{Document::make("기사 " + std::to_string(index) + ".txt", Text(text)), {}};
    made.document.info.key = DocumentKey::made_from(std::to_string(index));
    AnnotationSet& set = made.set({made.document.info.key, kAnnotator, false});
    std::int64_t number = 0;
    for (const Span& place : places) set.put({{kAnnotator, ++number}, "PERSON", Spans(place), {}, "", {}});
    return made;
  }

 private:
  std::vector<std::string> articles_;
  std::vector<std::string> names_;
};

long peak_kilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

void measure(std::size_t documents, std::size_t names) {
  const MadeUpProject project(names);
  double making = 0;
  double bytes = 0;
  const ExportSource source{
      *preset("claims-entities"), {{kAnnotator, "annotator01", false}}, documents, [&](std::size_t index) {
        AnnotatedDocument document;
        making += measured([&] { document = project.document(index); });
        bytes += static_cast<double>(document.document.text.utf8().size());
        return document;
      }};
  const auto tell = [&](const char* what, double milliseconds) {
    std::printf("%-36s %7.0f ms  %6.3f ms a document  %6.1f MB/s  peak %ld MB\n", what, milliseconds - making,
                (milliseconds - making) / static_cast<double>(documents), bytes / 1e3 / (milliseconds - making),
                peak_kilobytes() / 1024);
    std::fflush(stdout);
    making = 0;
    bytes = 0;
  };
  std::optional<Pseudonyms> pseudonyms;
  const auto find_out = [&](PseudonymTable known) {
    pseudonyms.emplace(source, PseudonymRequest{{"PERSON"}, name_rules()}, std::move(known));
  };
  tell("what is to be hidden", measured([&] { find_out({}); }));
  const PseudonymTable known = pseudonyms->table();
  tell("the same with what is known", measured([&] { find_out(known); }));
  std::printf("%zu surfaces\n", pseudonyms->size());
  const ExportSource hidden = pseudonyms->applied_to(source);
  tell("documents with stand-ins", measured([&] {
         for (std::size_t i = 0; i < documents; ++i) hidden.document(i);
       }));
}

}  // namespace
}  // namespace mitjul

int main(int argc, char** argv) {
  mitjul::measure(argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10'000,
                  argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 5'000);
  return 0;
}
