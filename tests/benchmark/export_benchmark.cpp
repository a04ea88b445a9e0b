// What it takes to write a million annotations in ten thousand documents, made up one after another:
// export_benchmark [DOCUMENTS] [ANNOTATIONS A DOCUMENT] [FORMAT…]

#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "export/write_export.h"
#include "import/formats.h"
#include "tests/benchmark/invented_text.h"
#include "tests/benchmark/measure.h"

namespace mitjul {
namespace {

struct Size {
  std::size_t documents = 10'000;
  std::size_t annotations = 100;
};

const AnnotatorKey kAnnotator = *AnnotatorKey::parse("h4k2qa");

/// A thousand code points with names and claims in them; every fourth annotation a relation of the two before.
AnnotatedDocument made_up(InventedText& words, std::size_t index, std::size_t annotations) {
  AnnotatedDocument document;
  document.document = Document::make("기사 " + std::to_string(index) + ".txt", Text(words.article(2'500)));
  DocumentInfo& info = document.document.info;
  info.key = DocumentKey::made_from(std::to_string(index));
  info.metadata = {{"url", "https://example.invalid/" + std::to_string(index)}};
  AnnotationSet& set = document.set({info.key, kAnnotator, false});
  set.set_state(SetState::Finished);
  const auto length = info.code_points;
  for (std::size_t number = 1; number <= annotations; ++number) {
    const auto id = [&](std::size_t back) {
      return AnnotationId{kAnnotator, static_cast<std::int64_t>(number - back)};
    };
    Annotation annotation{id(0), "ORG", WholeDocument{}, {}, "", {}};
    annotation.provenance.created = *parse_time("2026-11-21T00:00:00Z") + std::chrono::minutes(number);
    annotation.provenance.schema_version = 3;
    if (number % 4 == 0) {
      annotation.label = "about";
      annotation.anchor = Relation{{{"claim", {{}, id(1)}}, {"target", {{}, id(2)}}}};
    } else {
      const bool claim = number % 4 == 3;
      const auto start = static_cast<std::uint32_t>(words.random() % (length - 60));
      annotation.anchor = Spans(Span(start, start + (claim ? 50U : 4U)));
      if (claim) {
        annotation.label = "CLAIM";
        annotation.attributes = {{"type", {"fact"}}, {"certainty", {"certain"}}};
      }
    }
    set.put(std::move(annotation));
  }
  return document;
}

long peak_kilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

void measure(const ExportFormat& format, const Size& size) {
  InventedText words(MITJUL_SAMPLES);
  double making = 0;
  const ExportSource source{
      *preset("claims-entities"), {{kAnnotator, "annotator01", false}}, size.documents, [&](std::size_t index) {
        AnnotatedDocument document;
        making += measured([&] { document = made_up(words, index, size.annotations); });
        return document;
      }};
  const auto out = std::filesystem::temp_directory_path() / ("mitjul-export-" + std::to_string(::getpid()));
  const double begin = cpu_milliseconds();
  double written = 0;
  const AnnotationStream reader = annotation_reader(format.id);
  write_export(format, source, out, {*parse_time("2026-11-21T00:00:00Z"), "mitjul"},
               [&](const std::filesystem::path& path, const OnHeader& on_header, const OnDocument& on_document) {
                 written = cpu_milliseconds();
                 return reader(path, on_header, on_document);
               },
               {});
  const double end = cpu_milliseconds();
  double bytes = static_cast<double>(std::filesystem::is_directory(out) ? 0 : std::filesystem::file_size(out));
  const double writing = written - begin - making;
  std::printf("%-14s %6.1f MB   written %6.0f ms, %6.1f MB/s   read back %6.0f ms, %6.1f MB/s   peak %4ld MB\n",
              std::string(format.id).c_str(), bytes / 1e6, writing, bytes / 1e3 / writing, end - written,
              bytes / 1e3 / (end - written), peak_kilobytes() / 1024);
  std::fflush(stdout);
  std::filesystem::remove_all(out);
}

}  // namespace
}  // namespace mitjul

int main(int argc, char** argv) {
  mitjul::Size size;
  if (argc > 1) size.documents = std::strtoull(argv[1], nullptr, 10);
  if (argc > 2) size.annotations = std::strtoull(argv[2], nullptr, 10);
  std::vector<std::string> formats(argv + std::min(argc, 3), argv + argc);
  if (formats.empty()) formats = {"mitjul-xml", "jsonl"};
  for (const std::string& id : formats) {
    const mitjul::ExportFormat* const format = mitjul::find_export_format(id);
    if (format == nullptr) return 2;
    mitjul::measure(*format, size);
  }
  return 0;
}
