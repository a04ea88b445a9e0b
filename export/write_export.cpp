#include "export/write_export.h"

#include <algorithm>
#include <optional>

#include "core/error.h"
#include "core/file_io.h"
#include "export/loss_counter.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

class FileSink : public ExportSink {
 public:
  explicit FileSink(OutputFile& file) : file_(file) {}
  void begin_file(const std::string& /*name*/) override {}
  void append(std::string_view bytes) override { file_.write(bytes); }
  fs::path file() const override { return file_.written(); }

 private:
  OutputFile& file_;
};

class FolderSink : public ExportSink {
 public:
  explicit FolderSink(OutputFolder& folder) : folder_(folder) {}
  void begin_file(const std::string& name) override {
    end_file();
    file_.emplace(folder_.make_place(path_from_utf8(name)));
  }
  void append(std::string_view bytes) override { file_->write(bytes); }
  fs::path file() const override { return {}; }
  void end_file() {
    if (!file_) return;
    file_->finish();
    file_->put_in_place();
    file_.reset();
  }

 private:
  OutputFolder& folder_;
  std::optional<OutputFile> file_;
};

class NoSink : public ExportSink {
 public:
  void begin_file(const std::string& /*name*/) override {}
  void append(std::string_view /*bytes*/) override {}
  fs::path file() const override { return {}; }
};

/// Where two halves of the work are told of as one.
Progress part_of(const Progress& progress, double from, double to) {
  if (!progress) return {};
  return [&progress, from, to](double done) { return progress(from + done * (to - from)); };
}

class Export {
 public:
  Export(const ExportFormat& format, const ExportSource& source, const ExportOptions& options, const fs::path& out)
      : format_(format), source_(source), options_(options), out_(out) {}

  ExportResult write_to(ExportSink& sink, const Progress& progress) {
    ExportResult result;
    ExportLosses losses;
    const auto writer = format_.make_writer({source_.schema, source_.annotators, options_, sink, losses, expected_});
    writer->begin();
    const std::size_t size = format_.schema_alone ? 0 : source_.size;
    for (std::size_t i = 0; i < size; ++i) {
      if (!go_on(progress, static_cast<double>(i) / static_cast<double>(size))) throw Error(ErrorKind::Cancelled, out_);
      const AnnotatedDocument document = source_.document(i);
      writer->write(document);
      count_losses(document, format_.loses, losses);
      for (const auto& [key, set] : document.sets) result.annotations += set.size();
      ++result.documents;
    }
    writer->end();
    result.losses = losses.list();
    return result;
  }

  void verify(const fs::path& written, const AnnotationStream& reader, const Progress& progress) const {
    if (format_.schema_alone) return;
    const std::vector<std::uint64_t> expected = expected_.sorted();
    std::vector<std::uint64_t> read;
    std::string difference;
    const auto differs = [&difference](const std::string& what) {
      if (difference.empty()) difference = what;
    };
    const std::vector<Problem> problems = reader(
        written,
        [&](const StreamHeader& header) {
          if (format_.exact) compare(header, differs);
        },
        [&](const AnnotatedDocument& document) {
          read.push_back(format_.exact ? exact_reading(document) : plain_reading(document));
          if (!std::binary_search(expected.begin(), expected.end(), read.back())) differs(document.document.info.name);
          const double share = static_cast<double>(read.size()) / static_cast<double>(expected.size() + 1);
          if (!go_on(progress, std::min(share, 1.0))) throw Error(ErrorKind::Cancelled, out_);
        });
    if (!problems.empty()) differs(std::string(to_string(problems.front().code)));
    std::sort(read.begin(), read.end());
    if (read != expected) differs("documents");
    if (!difference.empty()) throw Error(ErrorKind::VerificationFailed, out_, difference);
  }

 private:
  template <class Differs>
  void compare(const StreamHeader& header, const Differs& differs) const {
    // A format whose lines are documents has nowhere to say a schema where there is none.
    if (source_.size == 0 && header.schema == Schema()) return;
    if (header.schema != source_.schema) differs("schema");
    const auto same = [](const Annotator& a, const Annotator& b) { return a.key == b.key && a.name == b.name; };
    if (!std::equal(header.annotators.begin(), header.annotators.end(), source_.annotators.begin(),
                    source_.annotators.end(), same)) {
      differs("annotators");
    }
  }

  const ExportFormat& format_;
  const ExportSource& source_;
  const ExportOptions& options_;
  const fs::path& out_;
  ExpectedReading expected_;
};

}  // namespace

ExportResult write_export(const ExportFormat& format, const ExportSource& source, const fs::path& out,
                          const ExportOptions& options, const AnnotationStream& reader, const Progress& progress) {
  Export work(format, source, options, out);
  const Progress writing = part_of(progress, 0, 0.5);
  const Progress verifying = part_of(progress, 0.5, 1);
  if (format.container == Container::Folder) {
    OutputFolder folder(out);
    FolderSink sink(folder);
    const ExportResult result = work.write_to(sink, writing);
    sink.end_file();
    work.verify(folder.written(), reader, verifying);
    folder.put_in_place();
    return result;
  }
  OutputFile file(out);
  FileSink sink(file);
  const ExportResult result = work.write_to(sink, writing);
  file.finish();
  work.verify(file.written(), reader, verifying);
  file.put_in_place();
  return result;
}

ExportResult preview_export(const ExportFormat& format, const ExportSource& source, const ExportOptions& options,
                            const Progress& progress) {
  NoSink sink;
  return Export(format, source, options, {}).write_to(sink, progress);
}

}  // namespace mitjul
